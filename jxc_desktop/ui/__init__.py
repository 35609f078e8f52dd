"""What the shop sees."""
