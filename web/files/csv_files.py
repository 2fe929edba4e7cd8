"""Tables as CSV files, sent row by row; no cell is a formula for the spreadsheet that opens it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import itertools
from collections.abc import Iterable, Iterator

from bottle import response

# What a spreadsheet may take for the beginning of a formula, in both widths of these characters.
_RISKY = (*"=+-@\t\r\n", *"\uff1d\uff0b\uff0d\uff20")
_CHUNK = 2**15


def csv_response(
    name: str, header: Iterable[str], rows: Iterable[Iterable[object]]
) -> Iterator[bytes]:
    """Answer with a file to save, while `rows` are still being fetched.

    `name` is the file's, in ASCII and without `.csv`. The first row is fetched before the answer
    begins, so that a refusal of its procedure is a page with the right status.
    """
    found = iter(rows)
    first = list(itertools.islice(found, 1))
    response.content_type = "text/csv; charset=utf-8"
    response.set_header("Content-Disposition", f'attachment; filename="{name}.csv"')
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
    return _chunks(itertools.chain([header], first, found))


def _chunks(rows: Iterable[Iterable[object]]) -> Iterator[bytes]:
    text = io.StringIO(newline="")
    # Spreadsheets know by this mark that it is UTF-8.
    text.write("\ufeff")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([cell(value) for value in row])
        if text.tell() > _CHUNK:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def cell(value: object) -> object:
    """Return what stands for a value: nothing for None, ISO 8601 for times, text that is text."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    # Blanks in front do not stop every spreadsheet.
    if isinstance(value, str) and value.lstrip(" ").startswith(_RISKY):
        return f"'{value}"
    return value
