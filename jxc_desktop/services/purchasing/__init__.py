"""Buying: goods receipts, returns to suppliers, corrections of cost."""
