"""Accounts for the office: find one, look at it, change it."""

from __future__ import annotations

from typing import Any

from bottle import Bottle

from web import route
from web.pages.differences import differences
from web.route import Listed, Shown
from web.routes.profile.person import VIEWS

ACTS = (
    ("decide", "account_decide", "Decision saved. We've emailed them."),
    ("block", "account_block", "Account blocked and signed out everywhere. We've emailed them."),
    ("unblock", "account_unblock", "Account unblocked. We've emailed them."),
    ("role", "account_role_set", "Role changed. We've emailed them."),
    ("recovery", "account_recovery_send", "We've emailed them a link to set a new password."),
    ("restore", "account_undelete", "Account restored. We've emailed them."),
    ("erase", "account_erase_now", "All personal data has been erased."),
)
"""What the office can do with an account: end of the path, procedure, what the person reads."""


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(
        app,
        "/admin/people",
        Listed(
            "admin/people.html",
            "people_search",
            "admin/people_results.html",
        ),
    )
    path = "/admin/people/<user_id:id>"
    route.get(app, path, _account(None))
    route.get(
        app,
        f"{path}/view-as",
        Listed("admin/person_view_as.html", "account_view_as", more={"labels": VIEWS}),
    )
    for act, procedure, said in ACTS:
        route.post(
            app,
            f"{path}/{act}",
            procedure,
            again=_account(act),
            then="/admin/people/{user_id}",
            said=said,
        )


def _account(act: str | None) -> Shown:
    """Return the page of an account; `act` is the form that was refused."""
    more: dict[str, Any] = {"act": act, "differences": differences}
    return Shown("admin/person.html", "account_record_read", more=more)
