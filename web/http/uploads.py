"""Bodies of requests: read whole, or refused."""

from __future__ import annotations

import tempfile
from typing import Any

from web.database.errors import ContractError

MEGABYTE = 2**20
LARGEST_FILE = 16 * MEGABYTE
"""What the database takes, which no request is read beyond."""
LARGEST_FILE_WORDS = f"{LARGEST_FILE // MEGABYTE} MB"
LARGEST_BODY = LARGEST_FILE + MEGABYTE
"""A file and the form around it."""
IN_MEMORY = 256 * 1024


def receive(environ: dict[str, Any]) -> None:
    """Read the body into a file of its own. Raises ContractError 400, 411, 413.

    A connection that breaks off must not look like a shorter form, so nothing is parsed before all
    that was announced is there.
    """
    if "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "").lower():
        raise ContractError(411, "Say how long the request is (Content-Length).")
    announced = environ.get("CONTENT_LENGTH") or "0"
    if not announced.isascii() or not announced.isdecimal():
        raise ContractError(400, "Content-Length is not a number.")
    length = int(announced)
    if length > LARGEST_BODY:
        raise ContractError(
            413, f"This file is too large. Choose a file of up to {LARGEST_FILE_WORDS}."
        )
    # Lives as long as the request: Bottle reads the form from it.
    body = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    left = length
    while left:
        part = environ["wsgi.input"].read(min(left, IN_MEMORY))
        if not part:
            raise ContractError(400, "The upload was interrupted. Send it again.")
        body.write(part)
        left -= len(part)
    body.seek(0)
    environ["wsgi.input"] = body
