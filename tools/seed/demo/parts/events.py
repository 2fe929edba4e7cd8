"""Events of the demo university: some to come, one full, one online, a draft, one off, two over.

Days are relative to the day of the load. What is over was announced for a day to come, as the
procedures want it, and is then moved to its day in the past. Content: db/demo/events.json.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tools.seed.demo.client import Demo
from web.pages import time_zones

Event = dict[str, Any]

MOVED_DAYS = 100
"""By how many days what is over is announced for later."""


def load(demo: Demo) -> None:
    """Make the events and let people register."""
    for event in demo.content("events"):
        number = _announce(demo, event)
        for email, guests, *note in event.get("registrations", ()):
            demo.call("event_register", demo.people[email], number, guests, *(note or [None]))
        for email in event.get("withdrawn", ()):
            demo.call("event_withdraw", demo.people[email], number)
        if "cancelled" in event:
            creator = demo.people[event["creator"]]
            demo.call("event_cancel", creator, number, event["cancelled"])
        if event["days"] < 0:
            _move_to_the_past(demo, number, event)


def spread(demo: Demo) -> None:
    """Let what people did be some days ago, in the order in which they did it."""
    demo.run(
        "UPDATE events SET created_at = LEAST(created_at, starts_at) - INTERVAL 12 + id DAY,"
        " published_at = IF(published_at IS NULL, NULL, created_at + INTERVAL 3 HOUR),"
        " updated_at = created_at + INTERVAL 3 HOUR"
    )
    # Within eleven days after the announcement, a little later for each.
    demo.run(
        "UPDATE event_registrations AS r JOIN ("
        "  SELECT id, ROW_NUMBER() OVER (PARTITION BY event_id ORDER BY id) AS number"
        "  FROM event_registrations) AS n ON n.id = r.id"
        " JOIN events AS e ON e.id = r.event_id"
        " SET r.registered_at = e.created_at + INTERVAL 5 + n.number * 13 HOUR"
    )
    demo.run(
        "UPDATE event_registration_history AS h"
        " JOIN event_registrations AS r ON r.id = h.event_registration_id"
        " SET h.created_at = r.registered_at WHERE h.from_status IS NULL"
    )


def _announce(demo: Demo, event: Event) -> int:
    zone = event.get("zone") or demo.value("SELECT time_zone FROM institution_info")
    today = dt.datetime.now(dt.UTC).date()
    ahead = event["days"] + (MOVED_DAYS if event["days"] < 0 else 0)
    fields = ("start_date", "start_time")
    begins = time_zones.to_utc(f"{today + dt.timedelta(ahead)}", event["at"], zone, fields)
    deadline = event.get("deadline_days")
    if deadline is not None:
        deadline = time_zones.to_utc(f"{today + dt.timedelta(deadline)}", "23:59", zone, fields)
    return int(
        demo.call(
            "event_post",
            demo.people[event["creator"]],
            event["title"],
            event["description"],
            event.get("venue"),
            None,
            event.get("url"),
            zone,
            begins,
            begins + dt.timedelta(hours=event["hours"]),
            event["visibility"],
            event.get("audience", "all"),
            event.get("seats"),
            event.get("guests", 0),
            deadline,
            event.get("status", "published"),
            None,
        )
    )


def _move_to_the_past(demo: Demo, number: int, event: Event) -> None:
    demo.run(
        "UPDATE events SET starts_at = starts_at - INTERVAL %s DAY,"
        " ends_at = ends_at - INTERVAL %s DAY WHERE id = %s",
        MOVED_DAYS,
        MOVED_DAYS,
        number,
    )
    # The door was kept weeks ago: no procedure checks anybody in then.
    for minutes, email in enumerate(event.get("came", ()), -15):
        demo.run(
            "UPDATE event_registrations AS r JOIN events AS e ON e.id = r.event_id"
            " SET r.status = 'attended', r.checked_in_by = e.creator_id,"
            " r.checked_in_at = e.starts_at + INTERVAL %s * 3 MINUTE"
            " WHERE r.event_id = %s AND r.user_id = %s",
            minutes,
            number,
            demo.people[email],
        )
        demo.run(
            "INSERT INTO event_registration_history"
            " (event_registration_id, from_status, to_status, created_at, created_by)"
            " SELECT id, 'registered', status, checked_in_at, checked_in_by"
            " FROM event_registrations WHERE event_id = %s AND user_id = %s",
            number,
            demo.people[email],
        )
    demo.call("event_complete", demo.people[event["creator"]], number)
    demo.run("UPDATE events SET completed_at = ends_at WHERE id = %s", number)
