"""The audit log: search it, verify its chain of hashes, download it."""

from __future__ import annotations

from collections.abc import Iterator

from bottle import Bottle, response

from web import route
from web.files.csv_files import csv_response
from web.http import forms
from web.http.calls import call
from web.pages.differences import differences
from web.pages.render import render
from web.route import Listed

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


LOG = Listed("admin/audit.html", "audit_search", more={"checked": None, "differences": differences})


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(app, "/admin/audit", LOG)
    app.post("/admin/audit/check", callback=check)
    app.get("/admin/audit.csv", callback=file)


def check() -> str:
    """Check the next rows of the chain and show the log with the result.

    Fields: `after`, the last row that was checked; `erased`, how many erased rows came before it.
    """
    values = forms.read("after", "erased")
    checked = call("audit_check", after=values["after"]).verification
    checked["erased_count"] += forms.carried(values["erased"])
    page = call("audit_search")
    return render("admin/audit.html", page=page, checked=checked, differences=differences)


def file() -> Iterator[bytes]:
    """Send the entries that match the filters as CSV, one page of the log at a time."""
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
                yield [f"There are more rows. Add after={after} to the address to get them."]
                return
            page = call("audit_search", **{**values, "after": str(after)}, limit=FILE_PAGE)

    return csv_response("audit-log", HEADINGS, rows())
