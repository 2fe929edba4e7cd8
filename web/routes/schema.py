"""The database as the office can look it up: objects, their sources, uses and history."""

from __future__ import annotations

import difflib
from typing import Any

from bottle import Bottle, HTTPResponse, static_file
from markupsafe import Markup

from web.database.errors import ContractError
from web.http import forms
from web.http.calls import call
from web.http.state import state
from web.pages import sql_source
from web.pages.render import render

_OBJECT = r"/schema/<kind:re:[a-z]{1,20}>/<name:re:\w{1,64}>"


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/schema", callback=index)
    app.get("/schema/pages/<path:path>", callback=pages)
    app.get(_OBJECT, callback=one)


def index() -> HTTPResponse | str:
    """schema/index.html: the result sets of schema_list. Query: kind, module."""
    values = forms.read_query("kind", "module")

    def show(errors: dict[str, str]) -> str:
        page = call("schema_list", **({} if errors else values))
        return render("schema/index.html", page=page, values=values, errors=errors)

    return forms.submit(lambda: show({}), show)


def pages(path: str) -> HTTPResponse:
    """Send a page that `./alumni docs` has written to those who may look the database up."""
    call("schema_pages_open")
    folder = state().settings.home / "docs"
    if not folder.exists():
        raise ContractError(404, "They are not written yet: ./alumni docs on the server does it.")
    return static_file(path, root=str(folder))


def one(kind: str, name: str) -> HTTPResponse | str:
    """schema/object.html: page of schema_read, source as HTML, changes since the version before.

    Query: version.
    """
    version = forms.read_query("version")["version"]

    def show(errors: dict[str, str]) -> str:
        page = call("schema_read", kind=kind, name=name, version=None if errors else version)
        found = page.object
        return render(
            "schema/object.html",
            page=page,
            errors=errors,
            source=_linked(found.source, page.uses) if found.source else None,
            changes=_changes(found.source_before, found.source),
        )

    return forms.submit(lambda: show({}), show)


def _linked(source: str, uses: list[Any]) -> Markup:
    """Return a source in colours; the names that it uses lead to their pages."""
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
    """Return the lines that differ with some around them; nothing where there is no version before.

    The first character of a line tells what it is: + new, - gone, @ a jump.
    """
    if before is None:
        return []
    lines = difflib.unified_diff(before.splitlines(), (after or "").splitlines(), lineterm="")
    return list(lines)[2:]
