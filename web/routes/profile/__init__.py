"""Profiles: your own, and other people's."""
