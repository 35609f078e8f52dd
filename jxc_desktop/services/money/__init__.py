"""Accounts and what is owed."""
