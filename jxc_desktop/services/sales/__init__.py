"""Selling: carts, prices, checkout, returns."""
