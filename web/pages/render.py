"""Render templates."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bottle import request, response
from mako.lookup import TemplateLookup

from web.http import cookies, csrf
from web.http.state import identity, state
from web.pages import formatting, summaries
from web.pages.limits import Limits

_templates = TemplateLookup(
    directories=[str(Path(__file__).resolve().parents[1] / "templates")],
    input_encoding="utf-8",
    # Escaped by default; None is shown as nothing.
    imports=["from web.pages.formatting import shown"],
    default_filters=["shown", "h"],
    strict_undefined=True,
    filesystem_checks=False,
)


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - templates take anything
    """Return a page.

    Every template has, besides its own values: `viewer` (Row or None), `csrf_token`,
    `idempotency_key`, `static(name)`, `flash` (cookies.Flash, once), `theme`, `path`,
    `request_id`, `fmt` (web.pages.formatting), `limit` (web.pages.limits),
    `choices(table, column)`, `is_fragment` (htmx asks for a part), `values` and `errors` (of a
    form).
    """
    response.content_type = "text/html; charset=utf-8"
    common = {
        "viewer": identity().viewer,
        "csrf_token": csrf.token(),
        "idempotency_key": secrets.token_urlsafe(18),
        "static": state().static.url,
        "flash": cookies.take_flash(),
        "theme": cookies.theme(),
        "path": request.path,
        "request_id": identity().request_id,
        "fmt": formatting,
        "limit": Limits(state().database),
        "choices": _choices,
        "is_fragment": is_fragment(),
        "values": {},
        "errors": {},
    }
    given = {**common, **values}
    page = str(_templates.get_template(template).render(**given))
    return summaries.complete(page, given["errors"]) if given["errors"] else page


def _choices(
    table: str, column: str, labels: Mapping[str, str] | None = None
) -> list[tuple[str, str]]:
    """Return the values of a list with their labels, for a select."""
    values = state().database.choices(table, column)
    return [(value, formatting.label(value, labels)) for value in values]


def is_fragment() -> bool:
    """Return whether htmx asks for the part of the page that changes."""
    return bool(
        request.get_header("HX-Request") == "true"
        and request.get_header("HX-Boosted") != "true"
        and request.get_header("HX-History-Restore-Request") != "true"
    )
