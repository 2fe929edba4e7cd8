"""Profiles: of oneself, and of others."""
