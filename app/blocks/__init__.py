"""Content as HTML without controls, shared by the app, its first words and the text edition."""
