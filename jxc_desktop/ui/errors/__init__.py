"""Errors in words, at the place where they belong."""
