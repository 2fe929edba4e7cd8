"""The web shell over HTTP."""
