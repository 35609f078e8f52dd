"""The end of the shop's day."""
