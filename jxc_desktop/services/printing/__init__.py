"""Draws frozen page values on paper."""
