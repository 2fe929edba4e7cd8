"""Calendars as apps read them: checked by a second library, and by what a month shows."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
import vobject

from tests.support.event_rows import event, registration
from tests.support.site import Browser, Page, Site


@pytest.fixture
def person_id(site: Site) -> int:
    """Return a student."""
    return site.db.student("Cal", "Reader")


@pytest.fixture
def person(site: Site, person_id: int) -> Browser:
    """Return the student's browser."""
    return site.browser().signed_in(person_id)


def _parsed(page: Page) -> Any:
    assert page.status == 200
    assert page.headers["Content-Type"].startswith("text/calendar")
    content = page.response.content
    for line in content.split(b"\r\n"):
        assert len(line) <= 75, "lines are folded by bytes"
        line.decode()
    return vobject.readOne(content.decode())


def _link(page: Page) -> str:
    found = re.search(r'value="https?://[^"]*(/calendar/[0-9a-f]+\.ics)"', page.text)
    assert found
    return found[1]


def test_one_event(site: Site, person: Browser) -> None:
    creator = site.db.alumnus()
    one = event(
        site.db,
        creator,
        title="Gala; “night”, \\ 😀 " + "ü" * 60,
        visibility="public",
        venue="Rua Augusta 1, Lisboa",
        description="First line\n\n* a, b; c\\",
    )
    site.db.rows(
        "UPDATE events SET starts_at = '2031-07-01 18:00', ends_at = '2031-07-01 20:30',"
        " calendar_sequence = 4 WHERE id = %s",
        one,
    )
    row = site.db.row("SELECT * FROM events WHERE id = %s", one)
    page = site.browser().get(f"/events/{one}.ics")
    found = _parsed(page)
    assert found.method.value == "PUBLISH"
    assert found.vtimezone.tzid.value == "Europe/Lisbon"
    told = found.vevent
    assert told.uid.value == row.calendar_uid
    assert (told.sequence.value, told.status.value) == ("4", "CONFIRMED")
    assert told.summary.value == row.title
    assert told.location.value == "Rua Augusta 1, Lisboa"
    assert told.description.value.startswith("First line\n\n* a, b; c\\")
    assert told.url.value == f"{site.url}/events/{one}"
    assert told.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Lisbon"]
    # Summer in Lisbon: an hour ahead of what is stored, by the rules in the file itself.
    assert told.dtstart.value.replace(tzinfo=None) == dt.datetime(2031, 7, 1, 19)  # noqa: DTZ001
    assert told.dtstart.value.utcoffset() == dt.timedelta(hours=1)
    assert told.dtend.value.astimezone(dt.UTC).hour == 20
    assert told.last_modified.value.replace(tzinfo=None) == row.updated_at
    members_only = event(site.db, creator)
    assert site.browser().get(f"/events/{members_only}.ics").status in {303, 401}
    assert person.get("/events/999999999.ics").status == 404


def test_a_feed_follows_what_happens(site: Site, person: Browser, person_id: int) -> None:
    creator = site.db.alumnus()
    one = event(site.db, creator, is_online=1, online_url="https://meet.example.org/x")
    site.db.call("event_register", person_id, one)
    assert "Create link" in person.get("/events/feed").text
    made = person.submit("/events/feed", {})
    link = _link(made)
    token = link.removeprefix("/calendar/").removesuffix(".ics")
    assert token not in person.get("/events/feed").text, "it is shown once"
    app = site.browser()
    page = app.get(link)
    assert page.round_trips == 1
    first = _parsed(page).vevent
    assert (first.status.value, first.summary.value) == ("CONFIRMED", "Career night")
    assert "https://meet.example.org/x" in first.description.value
    assert "Cal Reader" in _parsed(page).x_wr_calname.value

    same = app.get(link, If_None_Match=page.headers["ETag"])
    assert (same.status, same.text) == (304, "")
    assert app.get(link, If_None_Match='"other"').status == 200

    site.db.rows(
        "UPDATE events SET starts_at = starts_at + INTERVAL 1 HOUR, ends_at = ends_at +"
        " INTERVAL 1 HOUR, calendar_sequence = calendar_sequence + 1 WHERE id = %s",
        one,
    )
    moved = _parsed(app.get(link, If_None_Match=page.headers["ETag"])).vevent
    assert moved.dtstart.value - first.dtstart.value == dt.timedelta(hours=1)
    assert int(moved.sequence.value) > int(first.sequence.value)
    site.db.call("event_withdraw", person_id, one)
    left = _parsed(app.get(link)).vevent
    assert (left.status.value, left.uid.value) == ("CANCELLED", first.uid.value)
    assert int(left.sequence.value) > int(moved.sequence.value)
    assert "meet.example.org" not in left.description.value
    site.db.call("event_register", person_id, one)
    site.db.call("event_cancel", creator, one, "A storm")
    off = _parsed(app.get(link)).vevent
    assert off.status.value == "CANCELLED"
    assert "A storm" in off.description.value

    again = _link(person.submit("/events/feed", {}))
    assert app.get(link).status == 404
    assert app.get(again).status == 200
    assert person.submit("/events/feed/close", {}, at="/events/feed").status == 303
    assert app.get(again).status == 404
    assert token not in site.log_file.read_text()


def test_a_feed_of_nobody(site: Site, person: Browser, person_id: int) -> None:
    link = _link(person.submit("/events/feed", {}))
    app = site.browser()
    assert not hasattr(_parsed(app.get(link)), "vevent"), "no events yet, and a calendar still"
    for path in (
        "/calendar/x.ics",
        "/calendar/.ics",
        f"/calendar/{'0' * 48}.ics",
        "/calendar/%00.ics",
        "/calendar/%C3%A9.ics",
    ):
        assert app.get(path).status == 404, path
    site.db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", person_id)
    assert app.get(link).status == 404
    site.db.rows("UPDATE users SET status = 'active' WHERE id = %s", person_id)
    site.db.call("account_delete", person_id)
    assert app.get(link).status == 404
    assert app.get("/events/feed").status in {303, 401}


def test_a_month(site: Site, person: Browser, person_id: int) -> None:
    creator = site.db.alumnus()
    # Late in the evening of the last day there is the first of the next month in UTC.
    late = event(site.db, creator, title="Late <b>show</b>", time_zone="America/Los_Angeles")
    site.db.rows(
        "UPDATE events SET starts_at = '2032-06-01 05:00', ends_at = '2032-06-01 06:00'"
        " WHERE id = %s",
        late,
    )
    long = event(site.db, creator, title="Long days", time_zone="UTC")
    site.db.rows(
        "UPDATE events SET starts_at = '2032-05-10 09:00', ends_at = '2032-05-12 17:00'"
        " WHERE id = %s",
        long,
    )
    registration(site.db, long, person_id)
    page = person.get("/events/calendar?month=2032-05")
    assert page.round_trips == 1
    assert page.text.count(f'href="/events/{long}"') == 3
    assert page.text.count(f'href="/events/{late}"') == 1
    assert "Late &lt;b&gt;show&lt;/b&gt;" in page.text
    assert "(yours)" in page.text
    assert "month=2032-04" in page.text
    assert "month=2032-06" in page.text
    assert f'href="/events/{late}"' not in person.get("/events/calendar?month=2032-06").text
    assert f'href="/events/{late}"' not in site.browser().get("/events/calendar?month=2032-05").text
    for month in ("2032-13", "x", "0001-01"):
        wrong = person.get(f"/events/calendar?month={month}")
        assert wrong.status == 422
        assert "<table" in wrong.text
    assert person.get("/events/calendar").status == 200
    assert person.get("/events/calendar?month=2199-12").status == 200
