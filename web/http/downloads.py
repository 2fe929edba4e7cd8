"""Files that people uploaded, sent as files to save: they never become pages of this site."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from bottle import response


def send(file: Any) -> bytes:  # noqa: ANN401 - a row
    """Answer with a file: file_name, media_type, content."""
    ascii_name = file.file_name.encode("ascii", "replace").decode().replace('"', "'")
    response.content_type = file.media_type
    response.set_header(
        "Content-Disposition",
        f'attachment; filename="{ascii_name.replace("?", "_")}"; '
        f"filename*=UTF-8''{quote(file.file_name, safe='')}",
    )
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
    return bytes(file.content)
