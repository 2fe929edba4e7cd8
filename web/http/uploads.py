"""Bodies of requests: read whole, or refused, before anything is parsed."""

from __future__ import annotations

import re
import tempfile
from typing import Any

from web.database.errors import ContractError

MEGABYTE = 2**20
LARGEST_FILE = 16 * MEGABYTE
"""What the database takes, which no request is read beyond."""
LARGEST_FILE_WORDS = f"{LARGEST_FILE // MEGABYTE} MB"
LARGEST_BODY = LARGEST_FILE + MEGABYTE
"""A file and the form around it."""
LARGEST_FORM = 512 * 1024
"""A form without a file: two texts of the greatest length, of characters that take twelve bytes."""
MOST_FIELDS = 1_000
"""More than any form has: parsing costs time for each."""
IN_MEMORY = 256 * 1024
_MULTIPART = re.compile(
    r"multipart/form-data;\s*boundary=(?P<quote>\"?)(?P<boundary>[\w'()+,./:=?-]{1,70})(?P=quote)",
    re.I | re.A,
)
"""As browsers write it, and nothing else: the parser of the form then sees the same boundary."""


def length_of(environ: dict[str, Any]) -> int:
    """Return how long the body is. Raises ContractError 400, 411."""
    if "chunked" in environ.get("HTTP_TRANSFER_ENCODING", "").lower():
        raise ContractError(411, "Say how long the request is (Content-Length).")
    announced = environ.get("CONTENT_LENGTH") or "0"
    if not announced.isascii() or not announced.isdecimal():
        raise ContractError(400, "Content-Length is not a number.")
    return int(announced)


def receive(environ: dict[str, Any], *, takes_files: bool) -> None:
    """Read the body into a file of its own. Raises ContractError 400, 411, 413.

    A connection that breaks off must not look like a shorter form, so nothing is parsed before all
    that was announced is there.
    """
    length = length_of(environ)
    kind = environ.get("CONTENT_TYPE", "")
    multipart = _MULTIPART.fullmatch(kind.strip())
    if kind.lstrip().lower().startswith("multipart/") and not multipart:
        raise ContractError(400, "We couldn't read the form. Send it again.")
    if length > LARGEST_BODY and takes_files:
        raise ContractError(
            413, f"This file is too large. Choose a file of up to {LARGEST_FILE_WORDS}."
        )
    if length > LARGEST_FORM and not (takes_files and multipart):
        raise ContractError(413, "This form is too long. Shorten what you wrote and send it again.")
    separator = f"--{multipart['boundary']}".encode() if multipart else b"&"
    # Lives as long as the request: Bottle reads the form from it.
    body = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    left, fields = length, 0
    while left:
        part = environ["wsgi.input"].read(min(left, IN_MEMORY))
        if not part:
            raise ContractError(400, "The upload was interrupted. Send it again.")
        fields += part.count(separator)
        if fields > MOST_FIELDS:
            raise ContractError(
                413, "This form has too many fields. Reload the page and send it again."
            )
        body.write(part)
        left -= len(part)
    body.seek(0)
    environ["wsgi.input"] = body
