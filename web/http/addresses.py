"""Addresses that come from outside."""

from __future__ import annotations


def local_path(path: str | None) -> str:
    """Return a path of this site; the home page for whatever leads elsewhere."""
    is_local = path and path.startswith("/") and not path.startswith("//")
    is_plain = path and path.isprintable() and "\\" not in path and path.isascii()
    return path if path and is_local and is_plain else "/"
