"""From a path to an open shop, and from one shop to another."""
