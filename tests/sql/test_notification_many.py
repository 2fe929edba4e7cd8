"""Facts that concern many: each person is told the way they want, with a link that ends it."""

from __future__ import annotations

import json

import pytest

from tests.support.database import Database, Row
from tests.support.events import change, hold, in_hours, register
from tests.support.notifications import prefer

WAYS = {"seen": (1, "none"), "mailed": (0, "at_once"), "weekly": (0, "weekly"), "none": (0, "none")}


def told(db: Database, who: int) -> list[str]:
    """Return the verbs of what a person finds among the notifications, the latest first."""
    return [row.verb for row in db.call("notification_list", who).notifications]


def mails(db: Database, who: int) -> list[Row]:
    """Return the mails to a person, the first one first."""
    return db.rows(
        "SELECT template, data ->> '$.unsubscribe' AS token FROM mail_outbox"
        " WHERE recipient_id = %s AND template <> 'message_received' ORDER BY id",
        who,
    )


def test_an_event_that_changes(db: Database) -> None:
    creator = db.alumnus()
    event = hold(db, creator)
    people = {way: db.student() for way in WAYS}
    for person in people.values():
        register(db, person, event)
    for way, person in people.items():
        is_in_app, mail = WAYS[way]
        prefer(db, person, "event", mail, is_in_app=bool(is_in_app))
    change(db, creator, event, venue="Hall 2")
    assert {way: told(db, person) for way, person in people.items()} == {
        "seen": ["event_changed"],
        "mailed": [],
        "weekly": [],
        "none": [],
    }
    assert {
        way: [mail.template for mail in mails(db, person)][1:] for way, person in people.items()
    } == {"seen": [], "mailed": ["event_changed"], "weekly": [], "none": []}
    assert (
        db.value("SELECT digest FROM notifications WHERE recipient_id = %s", people["weekly"])
        == "weekly"
    )
    # What it becomes takes the place of what was not read yet.
    db.call("event_cancel", creator, event, "The hall is closed.")
    assert told(db, people["seen"]) == ["event_cancelled"]
    assert told(db, creator) == [], "who did it knows it"


def test_a_ticket_is_mailed_and_no_news(db: Database) -> None:
    me = db.student()
    register(db, me, hold(db, db.alumnus()))
    assert [mail.template for mail in mails(db, me)] == ["event_registered"]
    assert told(db, me) == []


def test_every_mail_of_an_event_has_the_link_that_ends_them(db: Database) -> None:
    creator, me = db.alumnus(), db.student()
    event = hold(db, creator)
    register(db, me, event)
    change(db, creator, event, venue="Hall 2")
    first, second = mails(db, me)
    assert len(first.token) == 43
    assert first.token == second.token
    db.call("notification_unsubscribe", None, first.token)
    change(db, creator, event, starts_at=in_hours(db, 200), ends_at=in_hours(db, 201))
    assert len(mails(db, me)) == 2
    assert told(db, me) == ["event_changed"]


def test_a_reminder(db: Database) -> None:
    creator, me = db.alumnus(), db.student()
    event = hold(db, creator)
    register(db, me, event)
    db.rows(
        "UPDATE event_reminders SET due_at = UTC_TIMESTAMP(), done_at = NULL"
        " WHERE event_id = %s AND hours_before = 24",
        event,
    )
    db.call("event_reminders_send", None, None)
    assert told(db, me) == ["event_reminder"]
    assert mails(db, me)[-1].token is not None


def test_an_urgent_announcement(db: Database) -> None:
    admin, me = db.admin(), db.student()
    silent = db.student()
    prefer(db, silent, "announcement", "none", is_in_app=False)
    one = db.call(
        "announcement_post",
        admin,
        title="The campus is closed",
        content="A storm is coming.",
        target_audience="all",
        priority="urgent",
    ).announcement.id
    db.call("announcements_mail_due", None, None)
    (note,) = db.call("notification_list", me).notifications
    assert (note.verb, note.link) == ("announcement_urgent", f"/announcements/{one}")
    assert json.loads(note.data) == {"title": "The campus is closed"}, "the page has the rest"
    assert [mail.template for mail in mails(db, me)] == ["announcement_urgent"]
    assert mails(db, me)[0].token is not None
    assert (told(db, silent), mails(db, silent)) == ([], [])


@pytest.mark.parametrize("mail", ["at_once", "none"])
def test_an_engagement(db: Database, mail: str) -> None:
    admin, me = db.admin(), db.alumnus()
    prefer(db, me, "engagement", mail)
    db.call(
        "engagement_propose",
        admin,
        me,
        kind="speaker",
        title="A talk",
        description="On locks.",
        start_date=in_hours(db, 240).date(),
    )
    assert told(db, me) == ["engagement_proposed"]
    assert [row.template for row in mails(db, me)] == ["engagement_proposed"] * (mail == "at_once")


def test_counting_who_did_it(db: Database) -> None:
    me, people = db.alumnus(), [db.student() for _ in range(3)]
    for person in (*people, people[0]):
        db.rows(
            "CALL _notify(%s, %s, 'like', 'followed', 'x', '/feed', NULL, NULL, 'f')", person, me
        )
    count = "SELECT actors_count FROM notifications WHERE recipient_id = %s"
    assert db.value(count, me) == 3
    db.rows("DELETE FROM notification_actors WHERE actor_id = %s", people[1])
    assert db.value(count, me) == 2
    differences = db.call("counters_verify", None).differences
    assert [row for row in differences if row.counter == "notifications.actors_count"] == []
