"""The only reader of content/."""
