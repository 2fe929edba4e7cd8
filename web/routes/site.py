"""What belongs to no module: health, theme, the search at the top."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from bottle import Bottle, HTTPResponse, request, response

from web.database.errors import DatabaseAwayError, SchemaMismatchError
from web.http import cookies, forms
from web.http.addresses import local_path
from web.http.state import state

PLACES = {
    "jobs": "/jobs",
    "alumni": "/alumni",
    "students": "/students",
    "events": "/events",
    "feed": "/feed",
    "messages": "/messages/search",
}


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/healthz", callback=healthz)
    app.get("/readyz", callback=readyz)
    app.get("/.well-known/security.txt", callback=security_txt)
    app.get("/find", callback=find)
    app.post("/theme", callback=choose_theme)


def healthz() -> str:
    """Say that the process lives; asks nobody else."""
    response.content_type = "text/plain; charset=utf-8"
    return "ok\n"


def readyz() -> str:
    """Say whether requests can be served: the database answers and matches the code."""
    response.content_type = "text/plain; charset=utf-8"
    try:
        state().database.learn()
    except (DatabaseAwayError, SchemaMismatchError) as reason:
        response.status = 503
        return f"{reason}\n" if isinstance(reason, SchemaMismatchError) else "no database\n"
    return "ready\n"


def security_txt() -> str:
    """Say where a weakness is reported (RFC 9116); it is to be asked for again within a year."""
    response.content_type = "text/plain; charset=utf-8"
    site = state().settings.public_url
    until = dt.datetime.now(dt.UTC).replace(microsecond=0) + dt.timedelta(days=364)
    return (
        f"Contact: {site}/contact\n"
        f"Expires: {until.isoformat().replace('+00:00', 'Z')}\n"
        "Preferred-Languages: en\n"
        f"Canonical: {site}/.well-known/security.txt\n"
    )


def find() -> HTTPResponse:
    """Lead to the list that is searched. Query: `search`, `among` (PLACES; jobs by default)."""
    wanted = forms.read_query("search", "among")
    place = PLACES.get(wanted["among"] or "", PLACES["jobs"])
    return cookies.see_other(f"{place}?{urlencode({'search': wanted['search'] or ''})}")


def choose_theme() -> HTTPResponse:
    """Field: `theme` (dark, light, auto). Goes back to the page it was chosen on."""
    chosen = forms.read("theme")["theme"]
    if chosen in cookies.THEMES:
        cookies.put("theme", chosen, seconds=cookies.YEAR)
    return cookies.see_other(local_path(_path_of(request.get_header("Referer") or "")))


def _path_of(address: str) -> str:
    """Return path and query of an address."""
    return "/" + address.partition("://")[2].partition("/")[2]
