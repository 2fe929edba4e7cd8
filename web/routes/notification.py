"""Notifications: the list, what people want to be told and how, and ending mails by their link."""

from __future__ import annotations

import json
from typing import Any

from bottle import Bottle, HTTPResponse, request

from web.http import cookies, csrf, forms
from web.http.calls import call
from web.mail import notices
from web.pages.render import render

MAILS = (("none", "Never"), ("at_once", "At once"), ("daily", "Daily"), ("weekly", "Weekly"))
ON_SITE = "_on_site"


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/notifications", callback=listing)
    app.post("/notifications/read", callback=read_all)
    app.post("/notifications/clear", callback=clear)
    app.post("/notifications/<notification_id:id>", callback=open_one)
    app.post("/notifications/<notification_id:id>/clear", callback=clear)
    app.get("/account/notifications", callback=preferences)
    app.post("/account/notifications", callback=save)
    app.get("/unsubscribe/<token>", callback=unsubscribe_form)
    app.post("/unsubscribe/<token>", callback=unsubscribe)


def listing() -> str:
    """notification/list.html: page.notifications, page.page, sentence. Query: `view`, `after`."""
    asked = forms.read_query("view", "after")

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("notification_list", **asked)
        return render(
            "notification/list.html",
            page=page,
            asked=asked,
            sentence=notices.sentence,
            errors=errors,
        )

    # A list that does not exist: all of them, and what was wrong.
    return forms.filtered(asked, show)


def open_one(notification_id: int) -> HTTPResponse:
    """No fields. Leads to what it tells of."""
    return cookies.see_other(
        call("notification_open", notification_id=notification_id).notification.link
    )


def read_all() -> HTTPResponse:
    """No fields."""
    call("notification_read_all")
    return cookies.see_other("/notifications", "Everything is marked as read.")


def clear(notification_id: int | None = None) -> HTTPResponse:
    """No fields: one, or all that are read."""
    count = call("notification_clear", notification_id=notification_id).clearing.cleared_count
    said = "It is off the list." if notification_id else f"{count} are off the list."
    return cookies.see_other("/notifications", said)


def preferences() -> str:
    """notification/preferences.html: page.kinds, page.address, mails, values."""
    return _preferences({}, {})


def _preferences(values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("notification_preferences_read")
    return render(
        "notification/preferences.html", page=page, mails=MAILS, values=values, errors=errors
    )


def save() -> HTTPResponse | str:
    """Two fields for each row of page.kinds: its name (mail), and with ON_SITE behind (1: yes)."""
    values = forms.read(*(name for name in request.forms if name != csrf.FIELD))
    choices = {
        kind: {"is_in_app": f"{kind}{ON_SITE}" in values, "mail": mail}
        for kind, mail in values.items()
        if not kind.endswith(ON_SITE)
    }

    def action() -> HTTPResponse:
        call("notification_preferences_save", choices=json.dumps(choices))
        return cookies.see_other("/account/notifications", "Your choices are saved.")

    return forms.submit(action, lambda errors: _preferences(values, errors))


def unsubscribe_form(token: str) -> str:
    """notification/unsubscribe.html: page.kind; asks, because programs open links by themselves."""
    page = call("notification_unsubscribe_read", token=token)
    return render("notification/unsubscribe.html", page=page, done=None)


def unsubscribe(token: str) -> str:
    """Any fields: a mail program's one click, or the page's button."""
    done = call("notification_unsubscribe", token=token).preference
    return render("notification/unsubscribe.html", page=None, done=done)
