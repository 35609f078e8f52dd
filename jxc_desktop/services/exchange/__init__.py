"""Sheets and rows, without knowledge of the shop."""
