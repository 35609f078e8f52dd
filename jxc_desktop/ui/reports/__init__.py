"""The reports desk."""
