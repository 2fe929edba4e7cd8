"""Notifications: the list, settings, and one-click unsubscribing from mail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bottle import Bottle, request

from web import route
from web.http import csrf, forms
from web.http.calls import call
from web.mail import notices
from web.pages.render import render
from web.route import Listed

MAILS = (("none", "Never"), ("at_once", "Immediately"), ("daily", "Daily"), ("weekly", "Weekly"))
ON_SITE = "_on_site"


def register(app: Bottle) -> None:
    """Add the routes."""
    listed = Listed(
        "notification/list.html", "notification_list", more={"sentence": notices.sentence}
    )
    route.get(app, "/notifications", listed)
    route.post(
        app,
        "/notifications/read",
        "notification_read_all",
        then="/notifications",
        said="All notifications are marked as read.",
    )
    route.post(
        app,
        "/notifications/clear",
        "notification_clear",
        then="/notifications",
        said="Cleared: {clearing.cleared_count}.",
        # All that are read.
        notification_id=None,
    )
    route.post(
        app,
        "/notifications/<notification_id:id>",
        "notification_open",
        then="{notification.link}",
    )
    route.post(
        app,
        "/notifications/<notification_id:id>/clear",
        "notification_clear",
        then="/notifications",
        said="Notification cleared.",
    )
    route.get(app, "/account/notifications", preferences)
    route.post(
        app,
        "/account/notifications",
        "notification_preferences_save",
        again=preferences,
        then="/account/notifications",
        said="Your choices are saved.",
        filled=_choices,
    )
    app.get("/unsubscribe/<token>", callback=unsubscribe_form)
    app.post("/unsubscribe/<token>", callback=unsubscribe)


def preferences(
    values: Mapping[str, Any] | None = None, errors: Mapping[str, str] | None = None
) -> str:
    """Show the kinds of notifications; each has a field of its own."""
    return render(
        "notification/preferences.html",
        page=call("notification_preferences_read"),
        mails=MAILS,
        values={} if values is None else _typed(),
        errors=dict(errors or {}),
    )


def _typed() -> dict[str, str | None]:
    """Return two fields for each kind: its name (mail), and with ON_SITE behind it (1: yes)."""
    return forms.read(*(name for name in request.forms if name != csrf.FIELD))


def _choices(_: Mapping[str, Any]) -> dict[str, str]:
    typed = _typed()
    choices = {
        kind: {"is_in_app": f"{kind}{ON_SITE}" in typed, "mail": mail}
        for kind, mail in typed.items()
        if not kind.endswith(ON_SITE)
    }
    return {"choices": json.dumps(choices)}


def unsubscribe_form(token: str) -> str:
    """Ask first, because mail programs open links by themselves."""
    page = call("notification_unsubscribe_read", token=token)
    return render("notification/unsubscribe.html", page=page, done=None)


def unsubscribe(token: str) -> str:
    """Stop these mails: by the page's button, or by a mail program's one click (any fields)."""
    done = call("notification_unsubscribe", token=token).preference
    return render("notification/unsubscribe.html", page=None, done=done)
