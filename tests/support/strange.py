"""Texts that programs stumble over."""

from __future__ import annotations

STRANGE = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "😀" * 30,
    "x" * 100_000,
    "<script>alert(1)</script>",
    "'; DROP TABLE users; --",
    "%s %(a)s",
    "${7*7}",
    "-1",
    "0",
    "1e400",
    "99999999999999999999",
    "NaN",
    "0x10",
    "١٢",
    "2027-13-45",
    "\u202e",
    "a\r\nBcc: b@example.org",
    "\ufffe",
    "\\",
    "%00",
]
