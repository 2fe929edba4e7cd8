"""The database for the office to look up: objects, their source, uses and history."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from bottle import Bottle, HTTPResponse, static_file
from markupsafe import Markup

from web import route
from web.database.errors import ContractError
from web.http import forms
from web.http.calls import call
from web.http.state import state
from web.pages import sql_source
from web.pages.render import render
from web.route import Listed

_OBJECT = r"/schema/<kind:re:[a-z]{1,20}>/<name:re:\w{1,64}>"


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/schema", Listed("schema/index.html", "schema_list"))
    app.get("/schema/pages/<path:path>", callback=pages)
    app.get(_OBJECT, callback=read)


def pages(path: str) -> HTTPResponse:
    """Send a page that `./alumni docs` has written, to people who may look up the database."""
    call("schema_pages_open")
    folder = state().settings.home / "docs"
    if not folder.exists():
        raise ContractError(404, "These pages do not exist yet. Run ./alumni docs on the server.")
    return static_file(path, root=str(folder))


def read(kind: str, name: str) -> str:
    """Show an object with its source, and its changes since the version before.

    Query: `version`.
    """

    def show(asked: Mapping[str, Any], errors: Mapping[str, str]) -> str:
        page = call("schema_read", kind=kind, name=name, **asked)
        source = page.object.source
        return render(
            "schema/object.html",
            page=page,
            errors=errors,
            source=_linked(source, page.uses) if source else None,
            changes=_changes(page.object.source_before, source),
        )

    return forms.filtered(forms.read_query("version"), show)


def _linked(source: str, uses: list[Any]) -> Markup:
    """Return highlighted source in which the names of other objects link to their pages."""
    kinds: dict[str, list[str]] = {}
    for used in uses:
        kinds.setdefault(used.name, []).append(used.kind)

    def resolve(name: str, is_called: bool) -> str | None:
        among = kinds.get(name, [])
        fitting = [kind for kind in among if (kind == "procedure") == is_called] or among
        return f"{fitting[0]}/{name}" if fitting else None

    html = sql_source.html(source, resolve, lambda key: f"/schema/{key}")
    return Markup(html)  # noqa: S704 - sql_source escapes what it shows


def _changes(before: str | None, after: str | None) -> list[str]:
    """Return a unified diff; no lines where there is no version before.

    The first character of a line tells what it is: + new, - removed, @ a jump.
    """
    if before is None:
        return []
    lines = difflib.unified_diff(before.splitlines(), (after or "").splitlines(), lineterm="")
    return list(lines)[2:]
