"""Feeds and months: whose events, in which state, for how long, and who sees them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.support.database import Client, Database, Refused
from tests.support.event_rows import event, registration


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


@pytest.fixture(scope="module")
def creator(db: Database) -> int:
    """Return an alumnus who makes events."""
    return db.alumnus("Cleo", "Calendar")


def token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def feed(db: Client, person: int) -> dict[int, Any]:
    token = db.call("calendar_feed_open", person).feed.token
    page = db.call("calendar_feed_read", None, token_hash(token))
    assert page.feed.user_id == person
    return {row.id: row for row in page.events}


def test_an_address_is_made_renewed_and_switched_off(db: Database) -> None:
    person = db.student()
    assert db.call("calendar_feed_settings", person).feed.is_open == 0
    first = db.call("calendar_feed_open", person).feed.token
    assert (
        db.value("SELECT COUNT(*) FROM calendar_feeds WHERE token_hash = %s", token_hash(first))
        == 1
    ), "only the digest is stored"
    assert db.call("calendar_feed_settings", person).feed.is_open == 1
    second = db.call("calendar_feed_open", person).feed.token
    assert refused(lambda: db.call("calendar_feed_read", None, token_hash(first))).status == 404
    assert db.call("calendar_feed_read", None, token_hash(second)).feed.user_id == person
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", person)
    assert refused(lambda: db.call("calendar_feed_read", None, token_hash(second))).status == 404
    db.rows("UPDATE users SET status = 'active' WHERE id = %s", person)
    db.call("calendar_feed_close", person)
    db.call("calendar_feed_close", person)
    assert refused(lambda: db.call("calendar_feed_read", None, token_hash(second))).status == 404
    assert refused(lambda: db.call("calendar_feed_read", None, None)).status == 404
    for name in ("calendar_feed_open", "calendar_feed_close", "calendar_feed_settings"):
        assert refused(partial(db.call, name, None)).status == 401


def test_what_is_in_a_feed(db: Database, creator: int) -> None:
    person = db.alumnus()
    seat, offer, line, left, none, spoken, asked, own, draft, past = (
        event(db, creator, online_url="https://meet.example.org/a", is_online=1) for _ in range(10)
    )
    registration(db, seat, person)
    registration(db, offer, person, "offered")
    registration(db, line, person, "waitlisted")
    registration(db, left, person, "cancelled")
    for one, status in ((spoken, "confirmed"), (asked, "invited")):
        db.rows(
            "INSERT INTO event_speakers (event_id, user_id, session_title, position, status,"
            " answered_at) VALUES (%s, %s, 'Talk', 1, %s,"
            " IF(%s = 'invited', NULL, UTC_TIMESTAMP()))",
            one,
            person,
            status,
            status,
        )
    db.rows("UPDATE events SET creator_id = %s WHERE id IN (%s, %s)", person, own, draft)
    db.rows("UPDATE events SET status = 'draft' WHERE id = %s", draft)
    registration(db, past, person, "attended")
    db.rows(
        "UPDATE events SET starts_at = starts_at - INTERVAL 2 YEAR,"
        " ends_at = ends_at - INTERVAL 2 YEAR WHERE id = %s",
        past,
    )
    found = feed(db, person)
    assert {one: row.calendar_status for one, row in found.items()} == {
        seat: "CONFIRMED",
        offer: "TENTATIVE",
        left: "CANCELLED",
        spoken: "CONFIRMED",
        asked: "TENTATIVE",
        own: "CONFIRMED",
        draft: "TENTATIVE",
    }
    assert found[spoken].session_title == "Talk"
    link = {one for one, row in found.items() if row.online_url}
    assert link == {seat, spoken, own, draft}, "the link is for those who have a seat"
    assert none not in found
    assert line not in found


def test_changes_reach_the_calendar(db: Database, creator: int) -> None:
    person = db.student()
    one = event(db, creator)
    seat = registration(db, one, person)
    before = feed(db, person)[one]
    db.rows("UPDATE event_registrations SET status = 'cancelled' WHERE id = %s", seat)
    db.rows(
        "INSERT INTO event_registration_history (event_registration_id, from_status, to_status)"
        " VALUES (%s, 'registered', 'cancelled')",
        seat,
    )
    after = feed(db, person)[one]
    assert (after.calendar_status, after.part) == ("CANCELLED", "left")
    assert after.sequence > before.sequence
    assert after.calendar_uid == before.calendar_uid
    db.rows(
        "UPDATE event_registrations SET updated_at = UTC_TIMESTAMP() - INTERVAL 31 DAY"
        " WHERE id = %s",
        seat,
    )
    assert one not in feed(db, person), "after a while it is gone"
    db.rows("UPDATE event_registrations SET status = 'registered' WHERE id = %s", seat)
    db.rows(
        "UPDATE events SET status = 'cancelled', cancelled_at = UTC_TIMESTAMP(),"
        " cancellation_reason = 'Storm', calendar_sequence = calendar_sequence + 1"
        " WHERE id = %s",
        one,
    )
    off = feed(db, person)[one]
    assert (off.calendar_status, off.cancellation_reason) == ("CANCELLED", "Storm")
    assert off.sequence > after.sequence
    db.rows("UPDATE events SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", one)
    assert feed(db, person)[one].calendar_status == "CANCELLED"


def test_one_event(db: Database, creator: int) -> None:
    one = event(db, creator, visibility="public", online_url="https://m.example.org", is_online=1)
    (seen,) = db.call("event_calendar_read", None, one).events
    assert (seen.calendar_status, seen.online_url, seen.part) == ("CONFIRMED", None, None)
    members_only = event(db, creator)
    assert refused(lambda: db.call("event_calendar_read", None, members_only)).status == 401
    alumni_only = event(db, creator, visibility="alumni_only")
    assert refused(lambda: db.call("event_calendar_read", db.student(), alumni_only)).status == 404
    assert refused(lambda: db.call("event_calendar_read", creator, 10**9)).status == 404
    draft = event(db, creator, status="draft")
    (own,) = db.call("event_calendar_read", creator, draft).events
    assert own.calendar_status == "TENTATIVE"


def month_of(db: Client, actor: int | None, month: str) -> list[int]:
    return [int(row.id) for row in db.call("event_month", actor, month).events]


def put(db: Client, event_id: int, starts_at: str, ends_at: str) -> None:
    db.rows(
        "UPDATE events SET starts_at = %s, ends_at = %s WHERE id = %s", starts_at, ends_at, event_id
    )


def test_a_month_and_who_sees_what(db: Database, creator: int) -> None:
    year = dt.datetime.now(dt.UTC).year + 3
    month = f"{year}-05"
    kinds = {
        kind: event(db, creator, visibility=kind)
        for kind in ("public", "all", "alumni_only", "students_only")
    }
    draft = event(db, creator, status="draft")
    for number, one in enumerate([*kinds.values(), draft]):
        put(db, one, f"{month}-1{number} 10:00", f"{month}-1{number} 12:00")
    assert month_of(db, None, month) == [kinds["public"]]
    alumnus, student = db.alumnus(), db.student()
    assert month_of(db, alumnus, month) == [kinds["public"], kinds["all"], kinds["alumni_only"]]
    assert month_of(db, student, month) == [kinds["public"], kinds["all"], kinds["students_only"]]
    assert month_of(db, db.admin(), month) == list(kinds.values())
    registration(db, kinds["all"], student)
    mine = {row.id: row.is_mine for row in db.call("event_month", student, month).events}
    assert mine[kinds["all"]] == 1
    assert mine[kinds["public"]] == 0
    # What goes on from the month before into this one; what is neither here nor there.
    put(db, kinds["public"], f"{year}-04-28 10:00", f"{month}-02 12:00")
    put(db, kinds["all"], f"{year}-04-28 10:00", f"{year}-04-28 12:00")
    assert month_of(db, None, month) == [kinds["public"]]
    assert kinds["all"] not in month_of(db, alumnus, month)
    for wrong in ("2030", "2030-13", "x", "2030-1", "1830-01"):
        assert refused(partial(db.call, "event_month", None, wrong)).field == "month"


def test_a_month_is_bounded(db: Database, creator: int) -> None:
    year = dt.datetime.now(dt.UTC).year + 4
    for _ in range(205):
        one = event(db, creator)
        put(db, one, f"{year}-03-10 10:00", f"{year}-03-10 12:00")
    page = db.call("event_month", creator, f"{year}-03")
    assert (len(page.events), page.month.is_capped) == (200, 1)
