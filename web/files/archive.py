"""Pack what is stored about a person into one file to take away."""

from __future__ import annotations

import csv
import io
import json
import mimetypes
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from typing import IO, Any

from web.database.client import Row
from web.files import csv_files

IN_MEMORY = 2**20
README = """This is everything that Alumni Sync stores about you.

data/   each table as JSON and as CSV (the same content twice; times are UTC)
files/  your photos, CVs and what you applied with

Left out: passwords and tokens (only digests are stored), notes of others, who looked at you.
"""


def pack(items: Iterable[Row], files: Iterable[Row], read: Callable[[Row], bytes]) -> IO[bytes]:
    """Return a zip, at its beginning; `read` gets the content of one file."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        tables.setdefault(item.table_name, []).append(json.loads(item.content))
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - sent later
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        for name, rows in tables.items():
            text = json.dumps(rows, ensure_ascii=False, indent=2)
            archive.writestr(f"data/{name}.json", text)
            archive.writestr(f"data/{name}.csv", _csv(rows))
        taken: set[str] = set()
        for file in files:
            path = _free(f"files/{file.folder}/{_plain(file.file_name)}", file, taken)
            archive.writestr(path, read(file))
    target.seek(0)
    return target


def _csv(rows: list[dict[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow({name: csv_files.cell(value) for name, value in row.items()})
    # Spreadsheets know by the mark that it is UTF-8.
    return text.getvalue().encode("utf-8-sig")


def _plain(name: str) -> str:
    """Return a file name that stays in its folder, on every system."""
    kept = "".join("_" if char in '/\\:*?"<>|' or ord(char) < 32 else char for char in name)
    return kept.strip(". ") or "file"


def _free(path: str, file: Row, taken: set[str]) -> str:
    extension = mimetypes.guess_extension(file.media_type) or ""
    if mimetypes.guess_type(path)[0] != file.media_type:
        path += extension
    if path.casefold() in taken:
        folder, _, name = path.rpartition("/")
        path = f"{folder}/{file.media_file_id}-{name}"
    taken.add(path.casefold())
    return path
