"""Reminders: everybody who has a seat gets each once, whatever is killed and whoever runs twice."""

from __future__ import annotations

import contextlib
import json
import threading
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import mails_to, set_setting
from tests.support.database import Client, Database, Refused
from tests.support.event_rows import event, members, registration
from tests.support.waiting import until


@pytest.fixture(scope="module")
def creator(db: Database) -> int:
    """Return an alumnus who makes events."""
    return db.alumnus("Rita", "Runner")


def reminders(db: Client, event_id: int) -> dict[int, Any]:
    rows = db.rows(
        "SELECT r.hours_before, r.done_at, r.last_registration_id AS last,"
        " TIMESTAMPDIFF(HOUR, r.due_at, e.starts_at) AS hours"
        " FROM event_reminders AS r JOIN events AS e ON e.id = r.event_id WHERE e.id = %s",
        event_id,
    )
    return {row.hours_before: row for row in rows}


def make_due(db: Client, event_id: int, hours: int, since: int = 1) -> None:
    """Let the event begin in a little less than so many hours, as if the time had come."""
    db.rows(
        "UPDATE events SET starts_at = UTC_TIMESTAMP() + INTERVAL %s MINUTE,"
        " ends_at = UTC_TIMESTAMP() + INTERVAL 900 HOUR WHERE id = %s",
        hours * 60 + 10,
        event_id,
    )
    db.rows(
        "UPDATE event_reminders SET due_at = UTC_TIMESTAMP() - INTERVAL %s SECOND"
        " WHERE event_id = %s AND hours_before = %s",
        since,
        event_id,
        hours,
    )


def send(db: Client, batch: int | None = None, most: int | None = None) -> int:
    return int(db.call("event_reminders_send", None, batch, most).sending.mails_count)


def got(db: Client, people: list[int]) -> list[int]:
    marks = ", ".join(["%s"] * len(people))
    rows = db.rows(
        f"SELECT recipient_id AS id FROM mail_outbox WHERE template = 'event_reminder'"
        f" AND recipient_id IN ({marks}) ORDER BY id",
        *people,
    )
    return [int(row.id) for row in rows]


def test_an_event_gets_the_usual_reminders(db: Database, creator: int) -> None:
    usual = reminders(db, event(db, creator))
    assert {hours: row.hours for hours, row in usual.items()} == {24: 24, 2: 2}
    late = reminders(db, event(db, creator, starts_in=5))
    assert late[24].done_at is not None, "that moment has passed"
    assert late[2].done_at is None
    before = set_setting(db, "event_reminder_hours", "nonsense")
    try:
        assert reminders(db, event(db, creator)) == {}, "and nobody is kept from making events"
        set_setting(db, "event_reminder_hours", "48, 1, 9999")
        assert set(reminders(db, event(db, creator))) == {48, 1}
    finally:
        set_setting(db, "event_reminder_hours", before)


def test_the_creator_chooses(db: Database, creator: int) -> None:
    one = event(db, creator)
    db.call("event_reminders_save", creator, one, "48, 24,1")
    assert set(reminders(db, one)) == {48, 24, 1}
    db.call("event_reminders_save", creator, one, None)
    assert reminders(db, one) == {}
    for hours in ("0", "721", "1.5", "a", "1,2,3,4,5,6", "1,,2", "-1"):
        with pytest.raises(Refused) as refusal:
            db.call("event_reminders_save", creator, one, hours)
        assert (refusal.value.status, refusal.value.field) == (422, "hours"), hours
    for actor, status in ((None, 401), (db.alumnus(), 403), (db.admin(), 0)):
        if status:
            with pytest.raises(Refused) as refusal:
                db.call("event_reminders_save", actor, one, "3")
            assert refusal.value.status == status
            with pytest.raises(Refused) as refusal:
                db.call("event_reminders_read", actor, one)
            assert refusal.value.status == status
        else:
            db.call("event_reminders_save", actor, one, "3")
    page = db.call("event_reminders_read", creator, one)
    assert [row.hours_before for row in page.reminders] == [3]
    begun = event(db, creator, starts_in=-1, lasts=3)
    with pytest.raises(Refused) as refusal:
        db.call("event_reminders_save", creator, begun, "3")
    assert refusal.value.status == 409


def test_everybody_who_has_a_seat_once(db: Database, creator: int) -> None:
    one = event(db, creator, online_url="https://meet.example.org/x", is_online=1)
    seats = members(db, 7)
    for person in seats:
        registration(db, one, person)
    others = members(db, 6)
    for person, status in zip(
        others,
        ("waitlisted", "offered", "expired", "cancelled", "attended", "no_show"),
        strict=True,
    ):
        registration(db, one, person, status)
    blocked = members(db, 1)[0]
    registration(db, one, blocked)
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", blocked)
    send(db)
    assert got(db, seats) == [], "not due"
    make_due(db, one, 24)
    assert send(db, 3) == 7
    assert got(db, seats) == seats
    assert got(db, [*others, blocked]) == []
    assert send(db, 3) == 0
    assert reminders(db, one)[24].done_at is not None
    assert reminders(db, one)[2].done_at is None
    data = json.loads(
        db.value(
            "SELECT data FROM mail_outbox WHERE recipient_id = %s AND template = 'event_reminder'",
            seats[0],
        )
    )
    assert (data["title"], data["name"]) == ("Career night", f"M{seats[0]} Member")
    assert "meet.example.org" not in json.dumps(data), "mails are passed on"
    # Who comes now is reminded by the next one only.
    late = members(db, 1)
    registration(db, one, late[0])
    send(db)
    assert got(db, late) == []
    make_due(db, one, 2)
    assert send(db) == 8
    assert got(db, late) == late
    assert sorted(got(db, seats)) == sorted(seats * 2)


def test_who_registers_between_two_batches(db: Database, creator: int) -> None:
    one = event(db, creator)
    first = members(db, 4)
    rows = [registration(db, one, person) for person in first]
    make_due(db, one, 24)
    assert send(db, 2, 1) == 2
    # One who had the mail leaves and comes again; one who was before the cursor is new to it.
    db.rows("UPDATE event_registrations SET status = 'cancelled' WHERE id = %s", rows[0])
    db.rows("UPDATE event_registrations SET status = 'registered' WHERE id = %s", rows[0])
    db.rows("UPDATE event_registrations SET status = 'cancelled' WHERE id = %s", rows[2])
    between = members(db, 1)
    registration(db, one, between[0])
    send(db, 2)
    assert got(db, first) == [first[0], first[1], first[3]]
    assert got(db, between) == between


@pytest.mark.parametrize(
    "change",
    [
        "status = 'cancelled', cancelled_at = UTC_TIMESTAMP(), cancellation_reason = 'Storm'",
        "status = 'draft'",
        "is_deleted = 1, deleted_at = UTC_TIMESTAMP()",
        "starts_at = UTC_TIMESTAMP() - INTERVAL 1 MINUTE",
    ],
)
def test_what_is_not_on_reminds_nobody(db: Database, creator: int, change: str) -> None:
    one = event(db, creator)
    people = members(db, 2)
    for person in people:
        registration(db, one, person)
    make_due(db, one, 24)
    assert send(db, 1, 1) == 1
    db.rows(f"UPDATE events SET {change} WHERE id = %s", one)
    db.rows(
        "UPDATE event_reminders SET done_at = NULL WHERE event_id = %s AND hours_before = 24", one
    )
    send(db)
    assert got(db, people) == people[:1]
    assert reminders(db, one)[24].done_at is not None, "and it is not looked at again"


def test_reminders_move_with_the_event(db: Database, creator: int) -> None:
    one = event(db, creator)
    people = members(db, 2)
    for person in people:
        registration(db, one, person)
    make_due(db, one, 24)
    assert send(db) == 2
    db.rows("UPDATE events SET starts_at = starts_at + INTERVAL 200 HOUR WHERE id = %s", one)
    moved = reminders(db, one)
    assert (moved[24].done_at, moved[24].last) == (None, 0), "it tells of another time"
    assert {hours: row.hours for hours, row in moved.items()} == {24: 24, 2: 2}
    assert send(db) == 0
    make_due(db, one, 24, 100)
    assert send(db) == 2
    assert sorted(got(db, people)) == sorted(people * 2)
    # Nearer than a moment that is still ahead: the mail about the move has said it.
    db.rows("UPDATE events SET starts_at = UTC_TIMESTAMP() + INTERVAL 30 MINUTE WHERE id = %s", one)
    send(db)
    assert sorted(got(db, people)) == sorted(people * 2)
    title = reminders(db, one)
    db.rows("UPDATE events SET title = 'Other' WHERE id = %s", one)
    assert reminders(db, one) == title


def test_only_the_nearest_of_two_that_are_due(db: Database, creator: int) -> None:
    one = event(db, creator)
    people = members(db, 3)
    for person in people:
        registration(db, one, person)
    make_due(db, one, 2)
    db.rows(
        "UPDATE event_reminders SET due_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR, done_at = NULL"
        " WHERE event_id = %s AND hours_before = 24",
        one,
    )
    send(db)
    assert got(db, people) == people
    sent_at = [row.done_at for row in reminders(db, one).values()]
    assert len(sent_at) == 2
    assert None not in sent_at


def test_many_schedulers_at_once(db: Database, creator: int) -> None:
    events = [event(db, creator) for _ in range(3)]
    people = members(db, 60)
    for one in events:
        for person in people:
            registration(db, one, person)
        make_due(db, one, 24)
    start = threading.Barrier(6)
    failures: list[Exception] = []

    def run() -> None:
        with db.connect() as client:
            start.wait()
            try:
                for _ in range(3):
                    send(client, 7)
            except mysql.connector.Error as error:
                failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    send(db)
    assert failures == []
    assert sorted(got(db, people)) == sorted(people * 3)


def test_killed_in_the_middle(db: Database, creator: int) -> None:
    one = event(db, creator)
    people = members(db, 120)
    for person in people:
        registration(db, one, person)
    make_due(db, one, 24)
    killed = 0
    for _ in range(6):
        with db.connect() as client:
            number = client.value("SELECT CONNECTION_ID()")

            def work(client: Client = client) -> None:
                with contextlib.suppress(mysql.connector.Error):
                    client.call("event_reminders_send", None, 3, 10)

            worker = threading.Thread(target=work)
            before = len(got(db, people))
            worker.start()
            while len(got(db, people)) == before and worker.is_alive():
                pass
            with contextlib.suppress(mysql.connector.Error):
                db.rows("KILL %s", number)
                killed += 1
            worker.join()
        partly = got(db, people)
        assert len(partly) == len(set(partly))
        assert partly == people[: len(partly)], "whole batches, in order"
    assert killed

    # The server may still be undoing what was killed last: the next minute goes on.
    def go_on() -> bool:
        send(db)
        return len(got(db, people)) >= len(people)

    until(go_on, "reminders")
    assert got(db, people) == people
    assert mails_to(db, people[0]).count("event_reminder") == 1
