"""The purchasing desk."""
