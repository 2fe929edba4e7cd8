"""Notifications: grouped, in the transaction of the fact, the way a person wants to be told."""

from __future__ import annotations

import json
import threading

import pytest

from tests.support.database import Database, Refused, Row
from tests.support.messages import acquainted, send
from tests.support.notifications import prefer


def told(db: Database, who: int, view: str = "all") -> list[Row]:
    """Return what a person was told, the latest first."""
    return list(db.call("notification_list", who, view, None, 50).notifications)


def notify(
    db: Database,
    actor: int | None,
    recipient: int,
    kind: str = "like",
    group: str = "a-post",
    fact: str = "a-fact",
) -> None:
    db.rows(
        "CALL _notify(%s, %s, %s, 'followed', %s, '/feed', NULL, NULL, %s)",
        actor,
        recipient,
        kind,
        group,
        fact,
    )


def test_the_same_joins_what_is_not_read(db: Database) -> None:
    me, people = db.alumnus(), [db.student("Ben", f"No {number}") for number in range(3)]
    for person in (*people, people[0]):
        notify(db, person, me)
    (one,) = told(db, me)
    assert (one.actor, one.others_count, one.is_unread) == ("Ben No 0", 2, 1)
    db.call("notification_open", me, one.id)
    notify(db, people[1], me)
    latest, before = told(db, me)
    assert (latest.others_count, before.others_count) == (0, 2)
    assert [row.id for row in told(db, me, "unread")] == [latest.id]


def test_who_did_it_is_not_told_and_nobody_across_a_block(db: Database) -> None:
    me, rude = db.alumnus(), db.student()
    notify(db, me, me)
    db.call("person_block", rude, me)
    notify(db, rude, me)
    assert told(db, me) == []
    # What the office or a job's poster says is no matter between people.
    notify(db, rude, me, kind="application")
    assert len(told(db, me)) == 1


def test_rolled_back_with_the_fact(db: Database) -> None:
    me, other = db.alumnus(), db.student()
    with db.connect() as client:
        client.rows("START TRANSACTION")
        client.rows(
            "CALL _notify(%s, %s, 'like', 'followed', 'g', '/feed', NULL, NULL, 'f')", other, me
        )
        client.rows("ROLLBACK")
    assert told(db, me) == []
    assert db.value("SELECT COUNT(*) FROM live_events WHERE recipient_id = %s", me) == 0


@pytest.mark.parametrize(
    ("is_in_app", "mail", "shown", "mails", "digest"),
    [
        (1, "none", 1, 0, None),
        (1, "at_once", 1, 1, None),
        (1, "daily", 1, 0, "daily"),
        (0, "none", 0, 0, None),
        (0, "at_once", 0, 1, None),
        (0, "weekly", 0, 0, "weekly"),
    ],
)
def test_preferences(
    db: Database, is_in_app: int, mail: str, shown: int, mails: int, digest: str | None
) -> None:
    me = db.alumnus()
    prefer(db, me, "like", mail, is_in_app=bool(is_in_app))
    for number in range(2):
        notify(db, db.student(), me, fact=f"fact-of-{me}-{number}")
    assert len(told(db, me)) == shown
    assert db.value("SELECT COUNT(*) FROM mail_outbox WHERE recipient_id = %s", me) == mails * 2
    waiting = db.rows("SELECT digest FROM notifications WHERE recipient_id = %s", me)
    assert [row.digest for row in waiting] == [digest] * (1 if shown or digest else 0)
    assert db.value("SELECT unread_notifications_count_of(%s)", me) == shown


def test_one_mail_a_fact(db: Database) -> None:
    me, other = db.alumnus(), db.student()
    for _ in range(3):
        notify(db, other, me, kind="message", fact=f"one-{me}")
    assert db.value("SELECT COUNT(*) FROM mail_outbox WHERE recipient_id = %s", me) == 1


def test_one_mail_for_messages_until_they_are_read(db: Database) -> None:
    me, other = db.alumnus(), db.student()
    acquainted(db, me, other)
    for _ in range(3):
        conversation = send(db, other, me).conversation_id

    def mails() -> int:
        return int(db.value("SELECT COUNT(*) FROM mail_outbox WHERE recipient_id = %s", me))

    assert (mails(), len(told(db, me))) == (1, 1)
    db.call("conversation_open", me, conversation)
    assert told(db, me, "unread") == [], "who has read the messages has read that there are some"
    send(db, other, me)
    assert mails() == 2


def test_two_who_like_at_once_are_two(db: Database) -> None:
    me, people = db.alumnus(), [db.student() for _ in range(6)]
    start, failures = threading.Barrier(len(people)), []

    def like(person: int) -> None:
        with db.connect() as client:
            start.wait()
            for _ in range(10):
                try:
                    client.rows("START TRANSACTION")
                    client.rows(
                        "CALL _notify(%s, %s, 'like', 'followed', 'g', '/feed', NULL, NULL, 'f')",
                        person,
                        me,
                    )
                    client.rows("COMMIT")
                except Exception as error:  # noqa: BLE001 - told below
                    client.rows("ROLLBACK")
                    if getattr(error, "errno", None) != 1213:
                        failures.append(error)
                        return
                else:
                    return

    threads = [threading.Thread(target=like, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    (one,) = told(db, me)
    assert one.others_count == 5


def test_pages_reading_and_clearing(db: Database) -> None:
    me = db.alumnus()
    for number in range(7):
        notify(db, db.student(), me, group=f"group-{number}")
    seen, after = [], None
    while True:
        page = db.call("notification_list", me, None, after, 3)
        seen += [row.id for row in page.notifications]
        after = page.page.next_after
        if after is None:
            break
    assert len(set(seen)) == len(seen) == 7
    assert db.call("notification_clear", me).clearing.cleared_count == 0, "nothing is read yet"
    assert db.call("notification_read_all", me).reading.unread_count == 0
    assert db.call("notification_clear", me, seen[0]).clearing.cleared_count == 1
    assert db.call("notification_clear", me).clearing.cleared_count == 6
    assert told(db, me) == []
    with pytest.raises(Refused) as refused:
        db.call("notification_open", me, seen[0])
    assert refused.value.status == 404
    for wrong in ("nonsense", "2026-01-01", "2026-01-01 00:00:00.000000,x"):
        with pytest.raises(Refused) as refused:
            db.call("notification_list", me, None, wrong)
        assert refused.value.status == 400


def test_nobody_touches_what_others_were_told(db: Database) -> None:
    me, other = db.alumnus(), db.admin()
    notify(db, db.student(), me)
    (one,) = told(db, me)
    assert db.call("notification_clear", other, one.id).clearing.cleared_count == 0
    with pytest.raises(Refused):
        db.call("notification_open", other, one.id)
    for name in (
        "notification_list",
        "notification_read_all",
        "notification_clear",
        "notification_preferences_read",
        "notification_preferences_save",
    ):
        with pytest.raises(Refused) as refused:
            db.call(name, None)
        assert refused.value.status == 401


def test_unsubscribing_needs_the_token_alone(db: Database) -> None:
    me = db.alumnus()
    notify(db, db.student(), me, kind="message", fact=f"m-{me}")
    token = db.value("SELECT token FROM unsubscribe_tokens WHERE user_id = %s", me)
    assert db.call("notification_unsubscribe_read", None, token).kind.label == "Messages"
    for wrong in (token.swapcase(), token[:-1], "", None):
        with pytest.raises(Refused) as refused:
            db.call("notification_unsubscribe", None, wrong)
        assert refused.value.status == 404
    for _ in range(2):
        assert db.call("notification_unsubscribe", None, token).preference.mail == "none"
    kinds = db.call("notification_preferences_read", me).kinds
    assert {row.kind: row.mail for row in kinds}["message"] == "none"
    assert {row.kind: row.mail for row in kinds}["application"] == "at_once", "one kind alone"


def choices_of(db: Database, me: int) -> dict[str, tuple[int, str]]:
    kinds = db.call("notification_preferences_read", me).kinds
    return {row.kind: (row.is_in_app, row.mail) for row in kinds}


def test_all_choices_are_saved_or_none(db: Database) -> None:
    me = db.alumnus()
    before = choices_of(db, me)
    prefer(db, me, "follow", "daily")
    notify(db, db.student(), me, kind="follow", fact=f"f-{me}")
    saved = db.call(
        "notification_preferences_save",
        me,
        json.dumps(
            {
                "like": {"is_in_app": False, "mail": "weekly"},
                "follow": {"is_in_app": True, "mail": "none"},
            }
        ),
    ).preferences
    assert [(row.kind, row.is_in_app, row.mail) for row in saved] == [
        ("follow", 1, "none"),
        ("like", 0, "weekly"),
    ]
    after = choices_of(db, me)
    assert after == {**before, "like": (0, "weekly"), "follow": (1, "none")}, "the rest stays"
    waits = db.value("SELECT digest FROM notifications WHERE recipient_id = %s", me)
    assert waits is None, "what waited for a digest waits no longer"

    good = {"is_in_app": True, "mail": "none"}
    for choices, status, field in (
        (None, 400, "choices"),
        ("like", 400, "choices"),
        ("[]", 400, "choices"),
        ('{"like": ', 400, "choices"),
        ({"like": good, "soul": good}, 422, "choices"),
        ({"like": good, 'x"y': good}, 422, "choices"),
        ({"like": good, "follow": {"is_in_app": True, "mail": "hourly"}}, 422, "follow"),
        ({"like": good, "follow": {"is_in_app": True}}, 422, "follow"),
        ({"like": good, "follow": {"is_in_app": "yes", "mail": "none"}}, 422, "follow"),
        ({"like": good, "follow": "none"}, 422, "follow"),
    ):
        sent = json.dumps(choices) if isinstance(choices, dict) else choices
        with pytest.raises(Refused) as refused:
            db.call("notification_preferences_save", me, sent)
        assert (refused.value.status, refused.value.field) == (status, field), choices
    assert choices_of(db, me) == after
    assert db.call("notification_preferences_save", me, "{}").preferences == []
