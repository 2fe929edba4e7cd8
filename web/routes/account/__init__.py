"""Accounts: how people come in, and what they set."""
