"""The desk of suppliers and customers."""
