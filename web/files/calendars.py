"""Events as iCalendar (RFC 5545), for calendar apps to import or to subscribe to.

What is written depends on the rows only, never on the time of the request: the same events are
the same bytes, so that an unchanged feed is answered by 304.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from icalendar import Calendar, Event, Timezone

from web.database.client import Row
from web.pages import formatting, time_zones

_PRODUCT = "-//Alumni Sync//Events//EN"
_TAKES_TIME = "OPAQUE"


def calendar(rows: Iterable[Row], site: str, name: str | None = None) -> bytes:
    """Return a calendar of events; `name` is what a subscribed feed is called."""
    found = Calendar()
    found.add("prodid", _PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    if name:
        found.add("x-wr-calname", name)
        found.add("refresh-interval", dt.timedelta(hours=1), parameters={"VALUE": "DURATION"})
        found.add("x-published-ttl", "PT1H")
    shown = list(rows)
    for zone_name, first, last in _zones(shown):
        found.add_component(
            Timezone.from_tzinfo(time_zones.zone(zone_name), zone_name, first, last)
        )
    for row in shown:
        found.add_component(_event(row, site))
    content: bytes = found.to_ical()
    return content


def tag(content: bytes) -> str:
    """Return the entity tag of what is sent."""
    return hashlib.sha256(content).hexdigest()[:32]


def _event(row: Row, site: str) -> Event:
    link = f"{site}/events/{row.id}"
    event = Event()
    event.add("uid", f"{row.calendar_uid}")
    event.add("sequence", row.sequence)
    event.add("dtstamp", _utc(row.changed_at))
    event.add("created", _utc(row.created_at))
    event.add("last-modified", _utc(row.changed_at))
    event.add("dtstart", time_zones.local(row.starts_at, row.time_zone))
    event.add("dtend", time_zones.local(row.ends_at, row.time_zone))
    event.add("summary", row.title)
    event.add("status", row.calendar_status)
    is_free = row.calendar_status == "CANCELLED"
    event.add("transp", "TRANSPARENT" if is_free else _TAKES_TIME)
    where = row.venue or ("Online" if row.is_online else None)
    if where:
        event.add("location", where)
    event.add("description", _description(row, link))
    event.add("url", link)
    return event


def _description(row: Row, link: str) -> str:
    parts = []
    if row.cancellation_reason:
        parts.append(f"Cancelled: {row.cancellation_reason}")
    elif row.part == "left":
        parts.append("You're no longer registered.")
    elif row.part == "offered":
        parts.append("You have an offer of a seat. Accept it on the event page.")
    elif row.part == "invited":
        parts.append("You're invited to speak. Reply on the event page.")
    if row.session_title:
        begins = row.session_starts_at
        when = f", {formatting.moment_in(begins, row.time_zone)}" if begins else ""
        parts.append(f"Your session: {row.session_title}{when}")
    if row.online_url:
        parts.append(f"Join: {row.online_url}")
    parts += [row.description, link]
    return "\n\n".join(parts)


def _zones(rows: list[Row]) -> list[tuple[str, dt.date, dt.date]]:
    """Return each time zone in use, with the first and last day of its rules in the calendar."""
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        name = time_zones.zone(row.time_zone).key
        first, last = found.get(name, (row.starts_at.year, row.ends_at.year))
        found[name] = min(first, row.starts_at.year), max(last, row.ends_at.year)
    return [
        (name, dt.date(first - 1, 1, 1), dt.date(last + 2, 1, 1))
        for name, (first, last) in sorted(found.items())
        if name != "UTC"
    ]


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.replace(tzinfo=dt.UTC)
