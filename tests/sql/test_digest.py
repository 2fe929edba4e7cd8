"""Digests: everybody gets each once, of what is unread and wanted, killed or doubled."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import set_setting
from tests.support.database import Client, Database, Row
from tests.support.notifications import prefer
from tests.support.waiting import until


@pytest.fixture(autouse=True)
def due_now(db: Database) -> Iterator[None]:
    """Let digests be due at the hour that has just begun, weekly ones today; nothing else waits."""
    db.rows("UPDATE notifications SET digest = NULL")
    now = db.row("SELECT HOUR(UTC_TIMESTAMP()) AS hour, WEEKDAY(UTC_DATE()) + 1 AS weekday")
    before = (
        set_setting(db, "digest_hour", str(now.hour)),
        set_setting(db, "digest_weekday", str(now.weekday)),
    )
    yield
    set_setting(db, "digest_hour", before[0])
    set_setting(db, "digest_weekday", before[1])


def tell(
    db: Database,
    person: int,
    *others: int,
    kind: str = "follow",
    mail: str = "daily",
    hours_ago: int = 2,
    key: str = "k",
) -> None:
    """Tell a person that others did something, some time ago."""
    prefer(db, person, kind, mail)
    for other in others:
        db.rows(
            "CALL _notify(%s, %s, %s, 'followed', %s, '/people/1', NULL, NULL, %s)",
            other,
            person,
            kind,
            key,
            f"{key}-{person}-{other}",
        )
    db.rows(
        "UPDATE notifications SET happened_at = UTC_TIMESTAMP(6) - INTERVAL %s HOUR"
        " WHERE recipient_id = %s AND group_key = %s",
        hours_ago,
        person,
        key,
    )


def send(client: Client) -> int:
    """Write what is due; returns how many mails."""
    return int(client.call("notification_digests_send", None, None).sending.mails_count)


def digests(db: Database, person: int) -> list[Row]:
    """Return the digests to a person."""
    return db.rows(
        "SELECT * FROM mail_outbox WHERE recipient_id = %s AND template = 'digest' ORDER BY id",
        person,
    )


def test_a_digest_tells_what_happened_once(db: Database) -> None:
    person, one, two = db.student(), db.alumnus("Ann", "One"), db.alumnus("Ben", "Two")
    tell(db, person, one, two, key="followed")
    tell(db, person, one, kind="like", mail="weekly", key="liked")
    assert send(db) == 2
    assert send(db) == 0
    daily, weekly = (json.loads(mail.data) for mail in digests(db, person))
    (item,) = daily["items"]
    assert (daily["digest"], daily["count"]) == ("daily", 1)
    assert (item["actor"], item["others"], item["verb"]) == ("Ben Two", 1, "followed")
    assert (weekly["digest"], weekly["count"]) == ("weekly", 1)
    assert len(daily["unsubscribe"]) == 43
    assert daily["unsubscribe"] != weekly["unsubscribe"]


def test_what_comes_after_waits_for_the_next(db: Database) -> None:
    person, other = db.student(), db.alumnus()
    tell(db, person, other, hours_ago=2, key="before")
    tell(db, person, other, hours_ago=-1, key="after")
    assert send(db) == 1
    assert json.loads(digests(db, person)[0].data)["count"] == 1
    # A day later both times of today have come.
    db.rows(
        "UPDATE notifications SET happened_at = happened_at - INTERVAL 1 DAY"
        " WHERE recipient_id = %s",
        person,
    )
    db.rows("UPDATE notification_digests SET last_sent_at = last_sent_at - INTERVAL 1 DAY")
    db.rows("UPDATE mail_outbox SET fact_key = CONCAT('old', id) WHERE recipient_id = %s", person)
    assert send(db) == 1
    assert json.loads(digests(db, person)[1].data)["count"] == 1


def test_what_is_read_or_not_wanted_is_not_told(db: Database) -> None:
    other = db.alumnus()
    read, cleared, changed, ended, gone, blocked = people = [db.student() for _ in range(6)]
    for person in people:
        tell(db, person, other)
    db.call("notification_read_all", read)
    db.rows("UPDATE notifications SET cleared_at = NOW() WHERE recipient_id = %s", cleared)
    prefer(db, changed, "follow", "none")
    db.rows("UPDATE notification_preferences SET mail = 'none' WHERE user_id = %s", ended)
    db.rows("UPDATE users SET is_deleted = 1, deleted_at = NOW() WHERE id = %s", gone)
    db.call("person_block", blocked, other)
    assert send(db) == 0
    assert db.value("SELECT COUNT(*) FROM notifications WHERE digest IS NOT NULL") == 0


def test_twenty_and_how_many_more(db: Database) -> None:
    person, other = db.student(), db.alumnus()
    for number in range(23):
        tell(db, person, other, key=f"key-{number}", hours_ago=2 + number)
    assert send(db) == 1
    data = json.loads(digests(db, person)[0].data)
    assert (data["count"], len([one for one in data["items"] if one])) == (23, 20)


def test_two_at_once_give_nobody_two(db: Database) -> None:
    other = db.alumnus()
    people = [db.student() for _ in range(40)]
    for person in people:
        tell(db, person, other)
    barrier, sent = threading.Barrier(4), []

    def run() -> None:
        with db.connect() as client:
            barrier.wait()
            sent.append(send(client))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sent) == len(people)
    assert all(len(digests(db, person)) == 1 for person in people)


def test_killed_in_the_middle_nobody_is_left_out(db: Database) -> None:
    other = db.alumnus()
    people = [db.student() for _ in range(60)]
    for person in people:
        tell(db, person, other)
    for _ in range(4):
        client = db.connect()
        number = client.value("SELECT CONNECTION_ID()")

        def run(client: Any = client) -> None:
            with contextlib.suppress(mysql.connector.Error):
                send(client)

        thread = threading.Thread(target=run)
        thread.start()
        time.sleep(0.03)  # any moment will do
        with contextlib.suppress(mysql.connector.Error):
            db.rows(f"KILL {number}")
        thread.join()

    # The server may still be undoing what was killed last: the next minute goes on.
    def go_on() -> bool:
        send(db)
        return all(digests(db, person) for person in people)

    until(go_on, "digests")
    assert [len(digests(db, person)) for person in people] == [1] * len(people)


def test_the_link_ends_the_digest_and_nothing_else(db: Database) -> None:
    person, other = db.student(), db.alumnus()
    tell(db, person, other, kind="like", mail="weekly", key="liked")
    tell(db, person, other, key="followed")
    send(db)
    daily, weekly = (json.loads(mail.data)["unsubscribe"] for mail in digests(db, person))
    asked = db.call("notification_unsubscribe_read", None, daily).kind
    assert (asked.digest, asked.label) == ("daily", None)
    assert db.call("notification_unsubscribe", None, daily).preference.digest == "daily"
    chosen = {row.kind: row.mail for row in db.call("notification_preferences_read", person).kinds}
    assert (chosen["follow"], chosen["comment"], chosen["like"], chosen["message"]) == (
        "none",
        "none",
        "weekly",
        "at_once",
    )
    assert weekly != daily
