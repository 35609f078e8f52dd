"""The products and their codes."""
