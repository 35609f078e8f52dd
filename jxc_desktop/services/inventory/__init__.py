"""The stock and cost ledgers."""
