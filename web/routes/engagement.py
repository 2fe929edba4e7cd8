"""The office books alumni: proposals, answers, moves, ratings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

FILTERS = ("status", "kind", "person", "after")
FIELDS = (
    "kind",
    "title",
    "description",
    "location",
    "start_date",
    "end_date",
    "hours",
    "compensation_amount",
    "compensation_currency",
)
KINDS = (
    ("speaker", "Speaker"),
    ("trainer", "Trainer"),
    ("mentor", "Mentor"),
    ("judge", "Judge"),
    ("panelist", "Panelist"),
    ("workshop_instructor", "Workshop instructor"),
    ("consultant", "Consultant"),
)
STATES = (
    ("proposed", "Proposed"),
    ("confirmed", "Confirmed"),
    ("declined", "Declined"),
    ("in_progress", "In progress"),
    ("completed", "Completed"),
    ("cancelled", "Cancelled"),
)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/engagements", callback=mine)
    app.get("/engagements/<engagement_id:id>", callback=detail)
    app.post("/engagements/<engagement_id:id>/move", callback=move)
    app.post("/engagements/<engagement_id:id>/rate", callback=rate)
    app.get("/admin/engagements", callback=listing)
    app.get("/admin/engagements/new", callback=choose)
    app.get("/admin/engagements/new/<person:id>", callback=create_form)
    app.post("/admin/engagements/new/<person:id>", callback=create)
    app.get("/admin/engagements/<engagement_id:id>", callback=office_detail)
    app.get("/admin/engagements/<engagement_id:id>/edit", callback=edit_form)
    app.post("/admin/engagements/<engagement_id:id>/edit", callback=edit)
    app.post("/admin/engagements/<engagement_id:id>/move", callback=office_move)
    app.post("/admin/engagements/<engagement_id:id>/rate", callback=office_rate)
    app.post("/admin/engagements/<engagement_id:id>/delete", callback=delete)


def mine() -> str:
    """engagement/mine.html: the result sets of engagement_mine, asked. Query: `after`."""
    asked = forms.read_query("after")
    page = call("engagement_mine", **asked)
    return render("engagement/mine.html", page=page, asked=asked, kinds=dict(KINDS))


def _detail(place: str, engagement_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    """engagement/read.html: the result sets of engagement_read, place (address), kinds."""
    page = call("engagement_read", engagement_id=engagement_id)
    return render(
        "engagement/read.html",
        page=page,
        values=values,
        errors=errors,
        place=place,
        kinds=dict(KINDS),
    )


def detail(engagement_id: int) -> str:
    """As _detail, for the alumnus."""
    return _detail("/engagements", engagement_id, {}, {})


def office_detail(engagement_id: int) -> str:
    """As _detail, for the office."""
    return _detail("/admin/engagements", engagement_id, {}, {})


def _changed(
    place: str,
    engagement_id: int,
    values: dict[str, Any],
    act: Callable[[], Any],
    said: str,
    undo: str = "",
) -> HTTPResponse | str:
    """Act on an engagement and go back to it, or show it again with what was refused."""

    def action() -> HTTPResponse:
        act()
        return cookies.see_other(f"{place}/{engagement_id}", said, undo=undo)

    return forms.submit(action, lambda errors: _detail(place, engagement_id, values, errors))


def _move(place: str, engagement_id: int) -> HTTPResponse | str:
    values = forms.read("to_status", "from_status", "revision", "reason", "hours")
    return _changed(
        place,
        engagement_id,
        values,
        lambda: call("engagement_move", engagement_id=engagement_id, **values),
        "Done. The other side is told by mail.",
    )


def move(engagement_id: int) -> HTTPResponse | str:
    """Fields: `to_status`, `from_status` and `revision` (what the mover saw), `reason`."""
    return _move("/engagements", engagement_id)


def office_move(engagement_id: int) -> HTTPResponse | str:
    """As move, and `hours`."""
    return _move("/admin/engagements", engagement_id)


def _rate(place: str, engagement_id: int) -> HTTPResponse | str:
    values = forms.read("rating", "comment")
    return _changed(
        place,
        engagement_id,
        values,
        lambda: call("engagement_rate", engagement_id=engagement_id, **values),
        "Thank you: your rating is saved.",
    )


def rate(engagement_id: int) -> HTTPResponse | str:
    """Fields: `rating`, `comment`."""
    return _rate("/engagements", engagement_id)


def office_rate(engagement_id: int) -> HTTPResponse | str:
    """Fields: `rating`, `comment`."""
    return _rate("/admin/engagements", engagement_id)


def delete(engagement_id: int) -> HTTPResponse | str:
    """Field: `is_deleted` (1: take it out of the lists, 0: bring it back)."""
    values = forms.read("is_deleted")
    is_back = values["is_deleted"] == "0"
    return _changed(
        "/admin/engagements",
        engagement_id,
        values,
        lambda: call("engagement_delete", engagement_id=engagement_id, **values),
        "The engagement is back." if is_back else "The engagement is deleted.",
        "" if is_back else f"/admin/engagements/{engagement_id}/delete",
    )


def listing() -> str:
    """engagement/list.html: page.engagements, page.person, page.page, asked, kinds, states."""
    asked = forms.read_query(*FILTERS)

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("engagement_search", **asked)
        return render(
            "engagement/list.html",
            page=page,
            asked=asked,
            errors=errors,
            kinds=dict(KINDS),
            states=dict(STATES),
        )

    # A filter that does not exist: the list without filters, and what was wrong.
    return forms.filtered(asked, show)


def choose() -> str:
    """engagement/choose.html: the result sets of alumni_search, asked. Query: `search`, `after`."""
    asked = forms.read_query("search", "after")

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("alumni_search", **asked)
        return render("engagement/choose.html", page=page, asked=asked, errors=errors)

    return forms.filtered(asked, show)


def _form(values: dict[str, Any], errors: dict[str, str], **which: int) -> str:
    """engagement/form.html: the result sets of engagement_form_read, values, errors, kinds."""
    page = call("engagement_form_read", **which)
    filled = {**page.defaults, **(page.engagement or {}), **values}
    return render("engagement/form.html", page=page, values=filled, errors=errors, kinds=KINDS)


def create_form(person: int) -> str:
    """As _form; page.engagement is None."""
    return _form({}, {}, person=person)


def create(person: int) -> HTTPResponse | str:
    """Fields: FIELDS, `idempotency_key`."""
    values = forms.read(*FIELDS, "idempotency_key")

    def action() -> HTTPResponse:
        done = call("engagement_propose", alumni_id=person, **values).engagement
        return cookies.see_other(
            f"/admin/engagements/{done.id}", "The proposal is on its way by mail."
        )

    return forms.submit(action, lambda errors: _form(values, errors, person=person))


def edit_form(engagement_id: int) -> str:
    """As _form."""
    return _form({}, {}, engagement_id=engagement_id)


def edit(engagement_id: int) -> HTTPResponse | str:
    """Fields: FIELDS, `revision` (what the admin saw)."""
    values = forms.read(*FIELDS, "revision")

    def action() -> HTTPResponse:
        call("engagement_edit", engagement_id=engagement_id, **values)
        return cookies.see_other(
            f"/admin/engagements/{engagement_id}", "The alumnus is told what has changed."
        )

    return forms.submit(action, lambda errors: _form(values, errors, engagement_id=engagement_id))
