"""The audit log of the office: search, check the chain, take away as a file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bottle import Bottle, HTTPResponse, response

from web.database.client import Page
from web.files.csv_files import csv_response
from web.http import forms
from web.http.calls import call
from web.pages.differences import differences
from web.pages.render import render

FILTERS = ("actor", "action", "subject_table", "subject_id", "from", "until", "after")
FILE_PAGE = 500
MOST_FILE_ROWS = 100_000
HEADINGS = (
    "id",
    "position",
    "created_at",
    "actor_id",
    "actor_name",
    "action",
    "subject_table",
    "subject_id",
    "subject_name",
    "before_state",
    "after_state",
    "client_address",
    "request_id",
    "database_user",
    "chain_hash",
)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/admin/audit", callback=log)
    app.post("/admin/audit/check", callback=check)
    app.get("/admin/audit.csv", callback=file)


def log() -> HTTPResponse | str:
    """admin/audit.html: the result sets of audit_search, values, checked. Query: FILTERS."""
    values = forms.read_query(*FILTERS)

    def show(page: Page, errors: dict[str, str]) -> str:
        return _shown(page, values, errors)

    return forms.submit(
        lambda: show(call("audit_search", **values), {}),
        lambda errors: show(call("audit_search"), errors),
    )


def _shown(
    page: Page,
    values: dict[str, str | None],
    errors: dict[str, str],
    checked: Any = None,  # noqa: ANN401 - a row
) -> str:
    return render(
        "admin/audit.html",
        page=page,
        values=values,
        errors=errors,
        checked=checked,
        differences=differences,
    )


def check() -> str:
    """Fields: `after`, where the last stretch ended; `erased`, what was found erased before it.

    admin/audit.html with `checked`: the row of audit_check, its erased_count that of all stretches.
    """
    values = forms.read("after", "erased")
    checked = call("audit_check", after=values["after"]).verification
    checked["erased_count"] += forms.carried(values["erased"])
    return _shown(call("audit_search"), {}, {}, checked)


def file() -> Iterator[bytes]:
    """Send what the filters find as CSV, a page of the log at a time. Query: FILTERS."""
    values = forms.read_query(*FILTERS)
    response.set_header("Cache-Control", "private, no-store")

    def rows() -> Iterator[list[object]]:
        page, sent = call("audit_search", **values, limit=FILE_PAGE), 0
        while True:
            for entry in page.entries:
                yield [entry[name] for name in HEADINGS]
            sent += len(page.entries)
            after = page.page.next_after
            if after is None:
                return
            if sent >= MOST_FILE_ROWS:
                yield [f"There is more: add after={after} to the address for the next file."]
                return
            page = call("audit_search", **{**values, "after": str(after)}, limit=FILE_PAGE)

    return csv_response("audit-log", HEADINGS, rows())
