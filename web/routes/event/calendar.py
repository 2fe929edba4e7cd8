"""Events in calendars: a month on a page, one event as a file, a private feed."""

from __future__ import annotations

import calendar as days
import datetime as dt
import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse, response

from web import route
from web.database.client import Page, Row
from web.files import calendars
from web.http import caching, cookies, forms
from web.http.calls import call
from web.http.state import state
from web.pages import time_zones
from web.pages.render import render
from web.route import Shown

FEED = Shown("event/feed.html", "calendar_feed_settings", more={"link": None})
_WEEK = dt.timedelta(days=7)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/events/calendar", callback=month)
    app.get("/events/<event_id:id>.ics", callback=one_event)
    route.get(app, "/events/feed", FEED)
    route.post(app, "/events/feed", "calendar_feed_open", then=_with_link)
    route.post(
        app,
        "/events/feed/close",
        "calendar_feed_close",
        then="/events/feed",
        said="The link no longer works.",
    )
    app.get("/calendar/<token>.ics", callback=feed)


def month() -> str:
    """Show the events of a month by weeks. Query: `month`; at first this one."""
    typed = forms.read_query("month")

    def show(asked: Mapping[str, Any], errors: Mapping[str, str]) -> str:
        page = call("event_month", **asked)
        first: dt.date = page.month.starts_on
        return render(
            "event/month.html",
            page=page,
            weeks=_weeks(first, page.events),
            before=f"{first - dt.timedelta(days=1):%Y-%m}",
            after=f"{first + dt.timedelta(days=31):%Y-%m}",
            values=typed,
            errors=errors,
        )

    return forms.filtered(typed, show)


def _weeks(first: dt.date, events: list[Row]) -> list[list[tuple[dt.date, list[Row]]]]:
    """Group events by the days on which they take place, on the local clock."""
    by_day: dict[dt.date, list[Row]] = {}
    for event in events:
        day = max(time_zones.local(event.starts_at, event.time_zone).date(), first - _WEEK)
        # An event that ends at midnight does not use the next day.
        last = time_zones.local(event.ends_at - dt.timedelta(seconds=1), event.time_zone).date()
        while day <= min(last, first + 6 * _WEEK):
            by_day.setdefault(day, []).append(event)
            day += dt.timedelta(days=1)
    return [
        [(day, by_day.get(day, [])) for day in week]
        for week in days.Calendar(days.MONDAY).monthdatescalendar(first.year, first.month)
    ]


def one_event(event_id: int) -> bytes:
    """Send one event as a file for calendar apps."""
    page = call("event_calendar_read", event_id=event_id)
    response.content_type = "text/calendar; charset=utf-8; method=PUBLISH"
    response.set_header("Content-Disposition", f'attachment; filename="event-{event_id}.ics"')
    return calendars.calendar(page.events, state().settings.public_url)


def _with_link(page: Page) -> HTTPResponse:
    """Show the link this once: only its hash is stored."""
    link = f"{state().settings.public_url}/calendar/{page.feed.token}.ics"
    settings = call("calendar_feed_settings")
    return cookies.answer(render(FEED.template, page=settings, link=link), HTTPStatus.OK)


def feed(token: str) -> bytes | HTTPResponse:
    """Send a person's events to their calendar app, which has no cookie: the URL is the key."""
    page = call("calendar_feed_read", token_hash=hashlib.sha256(token.encode()).digest())
    name = f"{page.feed.name}, {page.feed.institution}"
    content = calendars.calendar(page.events, state().settings.public_url, name)
    response.content_type = "text/calendar; charset=utf-8; method=PUBLISH"
    return caching.unless_known(content, calendars.tag(content))
