"""Addresses that no mail goes to any more."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render

REASONS = (("complaint", "They complained"), ("office", "They asked the office"))


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/admin/mail", callback=suppressions)
    app.post("/admin/mail", callback=add)
    app.post("/admin/mail/allow", callback=allow)


def suppressions() -> str:
    """admin/mail.html: page.suppressions, page.page, reasons. Query: `search`, `after`."""
    return _shown(forms.read_query("search", "after"), {}, {})


def _shown(asked: dict[str, Any], values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("mail_suppressions", **asked)
    return render(
        "admin/mail.html", page=page, reasons=REASONS, asked=asked, values=values, errors=errors
    )


def add() -> HTTPResponse | str:
    """Fields: `email`, `reason` (complaint, office), `detail`."""
    values = forms.read("email", "reason", "detail")

    def action() -> HTTPResponse:
        done = call("mail_suppression_add", **values).suppression
        return cookies.see_other("/admin/mail", f"No mail goes to {done.email} any more.")

    return forms.submit(action, lambda errors: _shown({}, values, errors))


def allow() -> HTTPResponse | str:
    """Field: `email`."""
    values = forms.read("email")

    def action() -> HTTPResponse:
        done = call("mail_suppression_remove", **values).suppression
        return cookies.see_other("/admin/mail", f"Mails go to {done.email} again.")

    return forms.submit(action, lambda errors: _shown({}, {}, errors))
