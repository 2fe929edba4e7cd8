"""The directories of alumni and students."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.route import Listed


def register(app: Bottle) -> None:
    """Add the routes."""
    for address, procedure in (("/alumni", "alumni_search"), ("/students", "student_search")):
        people = Listed(
            "directory/list.html",
            procedure,
            "directory/results.html",
            more={"address": address},
            # Rows or cards.
            also=("layout",),
        )
        route.get(app, address, people)
