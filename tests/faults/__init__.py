"""What the app does when something around it breaks."""
