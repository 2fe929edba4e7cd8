"""Accounts as the office sees them: find anybody, decide about one."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPError, HTTPResponse

from web.database.client import Page
from web.http import cookies, forms
from web.http.calls import call
from web.pages.differences import differences
from web.pages.render import is_fragment, render
from web.routes.profile.person import KINDS

FILTERS = ("search", "role", "state", "sort", "after")
STATES = ("pending", "active", "rejected", "blocked", "deleted", "erased")
ROLES = ("alumni", "student", "admin")
ACTS: dict[str, tuple[tuple[str, ...], Callable[..., Page], str]] = {
    "decide": (
        ("decision", "reason"),
        lambda **values: call("account_decide", **values),
        "It is decided, and the person is told by mail.",
    ),
    "block": (
        ("reason",),
        lambda **values: call("account_block", **values),
        "The account is blocked, signed out everywhere, and the person is told by mail.",
    ),
    "unblock": (
        (),
        lambda **values: call("account_unblock", **values),
        "The account is open again, and the person is told by mail.",
    ),
    "role": (
        ("role",),
        lambda **values: call("account_role_set", **values),
        "The role is changed, and the person is told by mail.",
    ),
    "recovery": (
        (),
        lambda **values: call("account_recovery_send", **values),
        "A link to set a new password is on its way.",
    ),
    "restore": (
        (),
        lambda **values: call("account_undelete", **values),
        "The account is back, and the person is told by mail.",
    ),
    "erase": (
        ("email",),
        lambda **values: call("account_erase_now", **values),
        "Everything personal is erased.",
    ),
}
"""What can be done with an account: fields, procedure, what is said afterwards."""


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/admin/people", callback=people)
    app.get("/admin/people/<user_id:id>", callback=person)
    app.get("/admin/people/<user_id:id>/view-as", callback=view_as)
    app.post("/admin/people/<user_id:id>/<act>", callback=do)


def people() -> HTTPResponse | str:
    """admin/people.html, or admin/people_results.html for htmx: page.people, page.page, values."""
    values = forms.read_query(*FILTERS)
    template = "admin/people_results.html" if is_fragment() else "admin/people.html"

    def show(page: Page, errors: dict[str, str]) -> Any:  # noqa: ANN401
        return render(template, page=page, values=values, errors=errors, states=STATES, roles=ROLES)

    return forms.submit(
        lambda: show(call("people_search", **values), {}),
        lambda errors: str(show(call("people_search"), errors)),
    )


def person(user_id: int) -> str:
    """admin/person.html: the result sets of account_record_read."""
    return _person(user_id)


def _person(
    user_id: int,
    act: str | None = None,
    values: dict[str, str | None] | None = None,
    errors: dict[str, str] | None = None,
) -> str:
    return render(
        "admin/person.html",
        page=call("account_record_read", user_id=user_id),
        act=act,
        values=values or {},
        errors=errors or {},
        differences=differences,
    )


def do(user_id: int, act: str) -> HTTPResponse | str:
    """Fields: as ACTS says. The person's page again."""
    if act not in ACTS:
        raise HTTPError(HTTPStatus.NOT_FOUND)
    fields, procedure, sentence = ACTS[act]
    values = forms.read(*fields)

    def action() -> HTTPResponse:
        procedure(user_id=user_id, **values)
        return cookies.see_other(f"/admin/people/{user_id}", sentence)

    return forms.submit(action, lambda errors: _person(user_id, act, values, errors))


def view_as(user_id: int) -> HTTPResponse | str:
    """admin/person_view_as.html: the result sets of account_view_as. Query: `kind`."""
    kind = forms.read_query("kind")["kind"] or KINDS[0][0]

    def show(kind: str, errors: dict[str, str]) -> Any:  # noqa: ANN401
        page = call("account_view_as", user_id=user_id, kind=kind)
        label = dict(KINDS)[page.view.kind].replace("my campus", "their campus")
        seen_by = f"{'an' if label[0] in 'AEIOU' else 'a'} {label[0].lower()}{label[1:]}".replace(
            "person I follow", "person they follow"
        )
        return render(
            "admin/person_view_as.html",
            page=page,
            kinds=KINDS,
            seen_by=seen_by,
            errors=errors,
            user_id=user_id,
        )

    return forms.submit(lambda: show(kind, {}), lambda errors: str(show(KINDS[0][0], errors)))
