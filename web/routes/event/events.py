"""Events: lists, one event, editing and running it, taking part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from bottle import Bottle, HTTPResponse

from web import route
from web.database.client import Page
from web.http import cookies, forms
from web.http.calls import call
from web.pages import time_zones
from web.pages.render import render
from web.route import Listed, Shown

TIMES = ("start_date", "start_time", "end_date", "end_time", "registration_deadline_time")
"""Fields of the form that together make parameters: what people type on the clock of a zone."""
# The address may filter the registrants, for the people who run it.
EVENT = Listed("event/read.html", "event_read")
CANCELLING = Shown("event/cancel.html", "event_form_read")
HERE = "/events/{event_id}"


def register(app: Bottle) -> None:
    """Add the routes."""
    event = "/events/<event_id:id>"
    listed = Listed("event/list.html", "event_search", "event/list_results.html")
    route.get(app, "/events", listed)
    route.get(app, "/events/create", form)
    route.post(
        app,
        "/events/create",
        "event_post",
        again=form,
        then="/events/{event.id}",
        said=_posted,
        filled=_times,
    )
    route.get(app, event, EVENT)
    route.get(app, f"{event}/edit", form)
    route.post(
        app,
        f"{event}/edit",
        "event_edit",
        again=form,
        then=HERE,
        said="Your changes are saved.",
        filled=_times,
    )
    # Asks for the reason, and says who reads it.
    route.get(app, f"{event}/cancel", CANCELLING)
    route.post(
        app,
        f"{event}/cancel",
        "event_cancel",
        again=CANCELLING,
        then=HERE,
        said="The event is cancelled. We've emailed everyone involved.",
    )
    # Asks once, and says what happens.
    route.get(app, f"{event}/delete", Shown("event/delete.html", "event_form_read"))
    route.post(
        app,
        f"{event}/delete",
        "event_delete",
        then="/events?view=mine",
        said="{event.title} is deleted.",
        undo="/events/{event_id}/restore",
    )
    for action, procedure, said in (
        ("publish", "event_publish", "Your event is published."),
        ("complete", "event_complete", "The event is completed."),
        ("restore", "event_restore", "The event is restored."),
        ("register", "event_register", _registered),
        ("registration", "event_registration_edit", "Your registration is changed."),
        ("withdraw", "event_withdraw", "Your registration is cancelled."),
        ("accept", "event_offer_accept", "The seat is yours."),
        ("decline", "event_offer_decline", "You've declined the seat."),
    ):
        route.post(app, f"{event}/{action}", procedure, again=EVENT, then=HERE, said=said)
    app.get("/events/<slug:re:[a-z0-9]+(?:-[a-z0-9]+)*>", callback=by_name)


def by_name(slug: str) -> HTTPResponse:
    """Redirect a readable address to its event."""
    return cookies.see_other(f"/events/{call('event_find', slug=slug).event.id}")


def form(
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    *,
    event_id: int | None = None,
) -> str:
    """Show the form for a new event, or one to edit."""
    page = call("event_form_read", event_id=event_id)
    if values is not None:
        shown = {**values, **forms.read(*TIMES)}
    elif page.event:
        shown = _typed(page.event)
    else:
        shown = {"time_zone": page.defaults.time_zone, "visibility": "all"}
    return render(
        "event/form.html",
        page=page,
        values=shown,
        errors=dict(errors or {}),
        zones=time_zones.names(),
    )


def _times(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the times of an event in UTC, from the days and times of the form."""
    zone = values["time_zone"] or call("event_form_read").defaults.time_zone
    typed = forms.read(*TIMES)
    # Without a day it ends on the day on which it starts.
    end_date = typed["end_date"] or typed["start_date"]
    return {
        "starts_at": time_zones.to_utc(
            typed["start_date"], typed["start_time"], zone, ("start_date", "start_time")
        ),
        "ends_at": time_zones.to_utc(end_date, typed["end_time"], zone, ("end_date", "end_time")),
        "registration_deadline": _deadline(
            values["registration_deadline"], typed["registration_deadline_time"], zone
        ),
    }


def _deadline(day: str | None, time: str | None, zone: str) -> dt.datetime | None:
    if day is None:
        return None
    # One field or two: a browser's datetime-local field has both, with a T in between.
    date, _, clock = day.replace(" ", "T").partition("T")
    fields = ("registration_deadline", "registration_deadline_time")
    return time_zones.to_utc(date, time or clock or "23:59", zone, fields)


def _typed(event: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the values of an event as people type them: on the clock of its zone."""

    def on_the_wall(moment: dt.datetime | None, day: str, clock: str) -> dict[str, str]:
        if moment is None:
            return {}
        there = time_zones.local(moment, event.time_zone)
        return {day: f"{there:%Y-%m-%d}", clock: f"{there:%H:%M}"}

    return {
        **event,
        "registration_deadline": None,
        **on_the_wall(event.starts_at, "start_date", "start_time"),
        **on_the_wall(event.ends_at, "end_date", "end_time"),
        **on_the_wall(
            event.registration_deadline, "registration_deadline", "registration_deadline_time"
        ),
    }


def _posted(page: Page) -> str:
    is_published = page.event.status == "published"
    return "Your event is published." if is_published else "Your draft is saved."


def _registered(page: Page, **_: Any) -> str:  # noqa: ANN401
    place = page.registration.place
    if place:
        return f"All seats are taken. You are number {place} on the waiting list."
    return "You are registered."
