"""The print preview, the printers, and receipts on their way to paper."""
