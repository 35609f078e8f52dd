"""Printers and drawers that need no window."""
