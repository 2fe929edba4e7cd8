"""Answers that browsers keep and ask about: what is still the same costs a few headers."""

from __future__ import annotations

from http import HTTPStatus
from typing import TypeVar

from bottle import HTTPResponse, request, response

from web.http import cookies

Content = TypeVar("Content", str, bytes)


def unless_known(content: Content, tag: str) -> HTTPResponse | Content:
    """Return the content, or that it is what the browser has. `tag` names it, without quotes."""
    # Weak: the bytes on the wire depend on how they are compressed.
    etag = f'W/"{tag}"'
    response.set_header("ETag", etag)
    # What a page shows is the reader's own, so that no cache in between may keep it.
    response.set_header("Cache-Control", "private, no-cache")
    known = (request.get_header("If-None-Match") or "").replace("W/", "").split(",")
    if f'"{tag}"' in (one.strip() for one in known):
        return cookies.answer("", HTTPStatus.NOT_MODIFIED)
    return content
