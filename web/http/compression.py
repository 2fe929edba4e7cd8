"""Pages are compressed on their way out."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable
from typing import Any

import brotli

from web.http import csrf

SMALLEST = 800
_KINDS = ("text/html", "text/plain", "text/csv", "text/calendar", "application/json")
_CODINGS: dict[str, Callable[[bytes], bytes]] = {
    # Fast rather than small: the last few per cent cost more time than they save.
    "br": lambda content: brotli.compress(content, quality=5),
    "gzip": lambda content: gzip.compress(content, 6, mtime=0),
}


class Compressed:
    """An application whose finished answers of text are compressed; streams are left alone.

    What another site caused is not: by the length of such an answer, that site could guess what
    stands in it beside words of its own choice (BREACH).
    """

    def __init__(self, application: Callable[..., Iterable[bytes]]) -> None:
        self._application = application

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request."""
        began: list[Any] = []

        def start(*given: Any) -> None:  # noqa: ANN401 - WSGI
            began[:] = given

        body = self._application(environ, start)
        status, headers, *rest = began
        if isinstance(body, list) and _is_text(headers):
            headers = [*headers, ("Vary", "Accept-Encoding")]
            coding = _coding(environ)
            content = b"".join(body)
            if coding and len(content) >= SMALLEST:
                body = [_CODINGS[coding](content)]
                headers = [
                    *(one for one in headers if one[0].lower() != "content-length"),
                    ("Content-Encoding", coding),
                    ("Content-Length", str(len(body[0]))),
                ]
        start_response(status, headers, *rest)
        return body


def _is_text(headers: list[tuple[str, str]]) -> bool:
    found = {name.lower(): value for name, value in headers}
    return found.get("content-type", "").startswith(_KINDS) and "content-encoding" not in found


def _coding(environ: dict[str, Any]) -> str | None:
    if environ.get("HTTP_SEC_FETCH_SITE") in csrf.FOREIGN:
        return None
    accepted = {
        name.strip().lower()
        for name, _, weight in (
            one.partition(";") for one in environ.get("HTTP_ACCEPT_ENCODING", "").split(",")
        )
        if weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    }
    return next((coding for coding in _CODINGS if coding in accepted), None)
