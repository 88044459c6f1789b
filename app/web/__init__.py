"""What the server answers besides the app."""
