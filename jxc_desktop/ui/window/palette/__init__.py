"""Ctrl+K: anything by a few letters."""
