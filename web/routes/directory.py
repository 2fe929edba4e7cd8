"""The directories of alumni and of students."""

from __future__ import annotations

from typing import Any

from bottle import Bottle

from web.http import forms
from web.http.calls import call
from web.pages.render import is_fragment, render

STUDENT_FILTERS = (
    "search",
    "skill",
    "domain",
    "proficiency",
    "degree",
    "campus",
    "year_from",
    "year_to",
    "sort",
    "after",
)
ALUMNI_FILTERS = (*STUDENT_FILTERS, "company", "industry", "is_mentor")


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/alumni", callback=alumni)
    app.get("/students", callback=students)


def alumni() -> str:
    """directory/list.html, or its part directory/results.html for htmx: page.people, values.

    Query: the filters, and `layout` (rows: a list; else cards).
    """
    values = forms.read_query(*ALUMNI_FILTERS)
    return _listing("/alumni", lambda given: call("alumni_search", **given), values)


def students() -> str:
    """As alumni."""
    values = forms.read_query(*STUDENT_FILTERS)
    return _listing("/students", lambda given: call("student_search", **given), values)


def _listing(address: str, search: Any, values: dict[str, str | None]) -> str:  # noqa: ANN401
    template = "directory/results.html" if is_fragment() else "directory/list.html"

    def show(page: Any, errors: dict[str, str]) -> str:  # noqa: ANN401
        shown = {**values, **forms.read_query("layout")}
        return render(template, page=page, values=shown, errors=errors, address=address)

    def action() -> Any:  # noqa: ANN401
        return show(search(values), {})

    # A filter that does not exist: the list without filters, and what was wrong.
    return str(forms.submit(action, lambda errors: show(search({}), errors)))
