"""进销存 for one shop: purchasing, sales and stock over a local file."""
