"""Measure the web beside the same calls made bare."""
