"""Procedures, triggers, views and tables on a real server."""
