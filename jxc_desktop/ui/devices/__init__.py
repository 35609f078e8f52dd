"""Devices that need the window system."""
