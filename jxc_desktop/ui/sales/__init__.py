"""The sales desk."""
