"""The desk of products."""
