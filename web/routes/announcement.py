"""Announcements: read, post, approve, pin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from bottle import Bottle

from web import route
from web.database.client import Page
from web.http import forms
from web.http.calls import call
from web.pages import time_zones
from web.pages.render import render
from web.route import Listed, Shown

ANNOUNCEMENT = Shown("announcement/read.html", "announcement_read")
NEW = Shown("announcement/form.html", "announcement_form_read", initial="defaults")
READING = "/announcements/{announcement_id}"
TIMES = ("publish_at", "expires_at")
SAID = {
    "waiting": "Sent to the alumni office for approval. We'll email you when they decide.",
    "draft": "Draft saved. Only you and the alumni office can see it.",
    "scheduled": "Announcement scheduled.",
    "current": "Announcement published.",
}


def register(app: Bottle) -> None:
    """Add the routes."""
    path = "/announcements/<announcement_id:id>"
    route.get(app, "/announcements", Listed("announcement/list.html", "announcement_list"))
    route.post(
        app,
        "/announcements/read",
        "announcement_read_all",
        then="/announcements",
        said=_marked_as_read,
    )
    route.get(app, "/announcements/create", NEW)
    route.post(
        app,
        "/announcements/create",
        "announcement_post",
        again=NEW,
        then="/announcements/{announcement.id}",
        said=_published,
        filled=_in_utc,
    )
    # Opening counts as reading.
    route.get(app, path, Shown("announcement/read.html", "announcement_open"))
    app.get(f"{path}/edit", callback=edit_form)
    route.post(
        app,
        f"{path}/edit",
        "announcement_edit",
        again=NEW,
        then=READING,
        said=_edited,
        filled=_in_utc,
    )
    route.post(
        app,
        f"{path}/publish",
        "announcement_publish",
        again=ANNOUNCEMENT,
        then=READING,
        said=_published,
        publish_at=None,
    )
    route.post(
        app,
        f"{path}/archive",
        "announcement_archive",
        again=ANNOUNCEMENT,
        then=READING,
        said="Announcement archived. You can publish it again.",
    )
    # Asks for confirmation, and says what will happen.
    route.get(app, f"{path}/delete", Shown("announcement/delete.html", "announcement_form_read"))
    route.post(
        app,
        f"{path}/delete",
        "announcement_delete",
        then="/announcements",
        said="{announcement.title} has been deleted.",
        undo="/announcements/{announcement_id}/restore",
    )
    route.post(
        app,
        f"{path}/restore",
        "announcement_restore",
        again=ANNOUNCEMENT,
        then=READING,
        said="Announcement restored.",
    )
    # `position`: 1 is the top, 0 unpins, empty is the end.
    route.post(
        app,
        f"{path}/pin",
        "announcement_pin",
        again=ANNOUNCEMENT,
        then=READING,
        said=_pinned,
    )
    route.post(
        app,
        f"{path}/decide",
        "announcement_decide",
        again=ANNOUNCEMENT,
        then="/announcements?view=waiting",
        said="Decision saved. We've emailed the author.",
    )


def edit_form(announcement_id: int) -> str:
    """Show the form of an announcement, its times in the university's time zone."""
    page = call("announcement_form_read", announcement_id=announcement_id)
    zone = page.rules.time_zone
    times = {name: time_zones.typed(page.announcement[name], zone) for name in TIMES}
    return render("announcement/form.html", page=page, values={**page.announcement, **times})


def _in_utc(values: Mapping[str, Any]) -> dict[str, dt.datetime | None]:
    """Convert the times, which were typed in the zone of the field `time_zone`."""
    zone = forms.read("time_zone")["time_zone"] or "UTC"
    return {name: time_zones.stored(values[name], zone, name) for name in TIMES}


def _marked_as_read(page: Page) -> str:
    if page.reading.unread_count:
        return "Marked as read. Some older announcements are still unread."
    return "All announcements marked as read."


def _published(page: Page, **_path: int) -> str:
    return SAID[page.announcement.state]


def _edited(page: Page, **_path: int) -> str:
    return SAID["waiting"] if page.announcement.state == "waiting" else "Changes saved."


def _pinned(page: Page, **_path: int) -> str:
    position = page.announcement.pin_position
    return f"Pinned in position {position}." if position else "Announcement unpinned."
