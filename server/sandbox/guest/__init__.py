"""What runs inside the sandbox. Nothing here is imported by the server: it is read as text and handed in."""
