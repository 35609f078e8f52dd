"""What the shop does and asks."""
