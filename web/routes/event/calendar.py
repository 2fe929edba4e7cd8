"""Events in calendars: a month to look at, one event to take along, a private feed."""

from __future__ import annotations

import calendar as days
import datetime as dt
import hashlib
from typing import Any

from bottle import Bottle, HTTPResponse, response

from web.database.client import Row
from web.files import calendars
from web.http import caching, cookies, forms
from web.http.calls import call
from web.http.state import state
from web.pages import time_zones
from web.pages.render import render

_WEEK = dt.timedelta(days=7)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/events/calendar", callback=month)
    app.get("/events/<event_id:id>.ics", callback=one_event)
    app.get("/events/feed", callback=feed_settings)
    app.post("/events/feed", callback=feed_open)
    app.post("/events/feed/close", callback=feed_close)
    app.get("/calendar/<token>.ics", callback=feed)


def month() -> str:
    """event/month.html: page.month, weeks of (day, events), before, after, values."""
    values = forms.read_query("month")

    def show(page: Any, errors: dict[str, str]) -> str:  # noqa: ANN401
        first: dt.date = page.month.starts_on
        return render(
            "event/month.html",
            page=page,
            weeks=_weeks(first, page.events),
            before=f"{first - dt.timedelta(days=1):%Y-%m}",
            after=f"{first + dt.timedelta(days=31):%Y-%m}",
            values=values,
            errors=errors,
        )

    def action() -> Any:  # noqa: ANN401
        return show(call("event_month", **values), {})

    # A month that does not exist: this month, and what was wrong.
    return str(forms.submit(action, lambda errors: show(call("event_month"), errors)))


def _weeks(first: dt.date, events: list[Row]) -> list[list[tuple[dt.date, list[Row]]]]:
    """Put events on the days on which they take place, by the clock there."""
    by_day: dict[dt.date, list[Row]] = {}
    for event in events:
        day = max(time_zones.local(event.starts_at, event.time_zone).date(), first - _WEEK)
        # What ends at midnight does not begin another day.
        last = time_zones.local(event.ends_at - dt.timedelta(seconds=1), event.time_zone).date()
        while day <= min(last, first + 6 * _WEEK):
            by_day.setdefault(day, []).append(event)
            day += dt.timedelta(days=1)
    return [
        [(day, by_day.get(day, [])) for day in week]
        for week in days.Calendar(days.MONDAY).monthdatescalendar(first.year, first.month)
    ]


def one_event(event_id: int) -> bytes:
    """Send one event as a file that calendar apps open."""
    page = call("event_calendar_read", event_id=event_id)
    response.content_type = "text/calendar; charset=utf-8; method=PUBLISH"
    response.set_header("Content-Disposition", f'attachment; filename="event-{event_id}.ics"')
    return calendars.calendar(page.events, state().settings.public_url)


def feed_settings() -> str:
    """event/feed.html: page.feed, link None."""
    return render("event/feed.html", page=call("calendar_feed_settings"), link=None)


def feed_open() -> str:
    """No fields. event/feed.html shows the link this once."""
    token = call("calendar_feed_open").feed.token
    link = f"{state().settings.public_url}/calendar/{token}.ics"
    return render("event/feed.html", page=call("calendar_feed_settings"), link=link)


def feed_close() -> HTTPResponse:
    """No fields."""
    call("calendar_feed_close")
    return cookies.see_other("/events/feed", "The link works no more.")


def feed(token: str) -> bytes | HTTPResponse:
    """Send somebody's events to their calendar app, which has no cookie: the address is the key."""
    page = call("calendar_feed_read", token_hash=hashlib.sha256(token.encode()).digest())
    name = f"{page.feed.name}, {page.feed.institution}"
    content = calendars.calendar(page.events, state().settings.public_url, name)
    response.content_type = "text/calendar; charset=utf-8; method=PUBLISH"
    return caching.unless_known(content, calendars.tag(content))
