"""Tables as CSV files that spreadsheets open without running what is in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Spreadsheets know by this mark that a file is UTF-8."""


def lines(rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    """Yield rows as lines of a CSV file, as they come."""
    yield BOM.encode()
    for row in rows:
        text = io.StringIO(newline="")
        csv.writer(text).writerow(cell(value) for value in row)
        yield text.getvalue().encode()


def cell(value: object) -> object:
    """Return a value that is no formula: text that looks like one begins with an apostrophe."""
    risky = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if risky else value
