"""The cookies of the site: session, visitor, flash, theme."""

from __future__ import annotations

import hashlib
import re
import secrets
from http import HTTPStatus
from typing import NamedTuple

from bottle import HTTPResponse, request, response

from web.http.state import state

THEMES = ("dark", "light", "auto")
YEAR = 365 * 86400
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


def is_secure() -> bool:
    """Return whether the browser speaks to us over https."""
    return bool(request.urlparts.scheme == "https")


def _name(name: str) -> str:
    # The prefix makes browsers refuse the cookie from anywhere but this host, over https.
    return f"__Host-{name}" if is_secure() else name


def get(name: str) -> str | None:
    """Return a cookie; None where there is none or it is not one of ours."""
    value = request.get_cookie(_name(name))
    return value if isinstance(value, str) and value.isascii() else None


def put(name: str, value: str, *, seconds: int | None = None) -> None:
    """Set a cookie for this host; without `seconds` it ends with the browser."""
    life = {} if seconds is None else {"max_age": seconds}
    response.set_cookie(
        _name(name), value, path="/", httponly=True, secure=is_secure(), samesite="lax", **life
    )


def forget(name: str) -> None:
    """Remove a cookie."""
    put(name, "", seconds=0)


def session_token() -> str | None:
    """Return the token of the session that the browser claims to have."""
    token = get("alumni_session")
    return token if token and _TOKEN.fullmatch(token) else None


def hash_of(token: str | None) -> bytes | None:
    """Return what the database knows of a token."""
    return hashlib.sha256(token.encode()).digest() if token else None


def has_visitor() -> bool:
    """Return whether this browser has shown the name that we gave it."""
    name = get("alumni_visitor")
    return name is not None and _TOKEN.fullmatch(name) is not None


def visitor() -> str:
    """Return the random name of this browser, which its CSRF tokens are bound to."""
    name = get("alumni_visitor")
    if name is None or not _TOKEN.fullmatch(name):
        name = request.environ.get("alumni.visitor") or secrets.token_urlsafe(18)
        request.environ["alumni.visitor"] = name
        put("alumni_visitor", name, seconds=YEAR)
    return name


def theme() -> str:
    """Return dark, light or auto."""
    chosen = get("theme")
    return chosen if chosen in THEMES else "dark"


class Flash(NamedTuple):
    """What a page says once: what has happened, and the path that undoes it."""

    sentence: str
    undo: str


def flash(sentence: str, undo: str = "") -> None:
    """Say something on the next page."""
    put("alumni_flash", state().flash.seal(f"{sentence}\n{undo}"), seconds=60)


def take_flash() -> Flash | None:
    """Return what the page before wanted said, once."""
    sealed = get("alumni_flash")
    if not sealed:
        return None
    forget("alumni_flash")
    said = state().flash.open(sealed)
    if said is None:
        return None
    sentence, _, undo = said.partition("\n")
    return Flash(sentence, undo)


def see_other(path: str, sentence: str | None = None, *, undo: str = "") -> HTTPResponse:
    """Go on to another page after a form; optionally with a sentence said there.

    `undo`: the path that a button beside the sentence posts to, with `is_deleted` 0.
    """
    if sentence:
        flash(sentence, undo)
    # A script that sends a file goes on by itself: it shows how far the file is.
    is_upload = request.get_header("X-Upload") == "1"
    return answer("", HTTPStatus.NO_CONTENT if is_upload else HTTPStatus.SEE_OTHER, Location=path)


def answer(body: str, status: int, **headers: str) -> HTTPResponse:
    """Return a finished answer that keeps the headers and cookies set until now."""
    finished = response.copy(cls=HTTPResponse)
    finished.body = body
    finished.status = int(status)
    for name, value in headers.items():
        finished.set_header(name, value)
    return finished
