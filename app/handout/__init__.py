"""What a reader takes home: one sheet, as a web page of its own and as a tagged PDF."""
