"""The chores of a DBA: mails again, sessions ended, search words and figures made anew."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import mysql.connector
import pytest

from tests.support.accounts import email_of, mails_to, new_email, new_hash, sign_in, viewer_of
from tests.support.database import Client, Database, Refused
from tests.support.sources import CHECKOUT

CHORES = {
    "mail_requeue": (None, None),
    "sessions_end": (None,),
    "search_rebuild": (),
    "statistics_refresh": (),
}


def _failed_mail(db: Database, template: str, email: str, hours: int = 1, **more: str) -> int:
    values = {"status": "failed", "next_attempt_at": "2026-01-01", **more}
    with db.connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO mail_outbox (email, template, data, fact_key, status, attempts_count,"
            " next_attempt_at, last_error, updated_at) VALUES (%s, %s, '{}', UUID(), %s, 8, %s,"
            " 'away', UTC_TIMESTAMP() - INTERVAL %s HOUR)",
            (email, template, values["status"], values["next_attempt_at"], hours),
        )
        return int(cursor.lastrowid)


def _mail(db: Database, mail_id: int) -> tuple[str, int]:
    row = db.row("SELECT status, attempts_count FROM mail_outbox WHERE id = %s", mail_id)
    return row.status, row.attempts_count


def test_mails_that_were_given_up_are_sent_again(db: Database) -> None:
    db.rows("DELETE FROM mail_outbox WHERE last_error IS NOT NULL")
    suppressed = new_email()
    db.call("mail_suppression_add", db.admin(), suppressed, "office", None)
    again = _failed_mail(db, "event_cancelled", new_email())
    waits = _failed_mail(
        db, "graduated", new_email(), status="queued", next_attempt_at="2099-01-01"
    )
    left = [
        _failed_mail(db, "reset_password", new_email()),
        _failed_mail(db, "event_cancelled", suppressed),
        _failed_mail(db, "event_cancelled", new_email(), hours=30),
    ]
    requeue = db.call("mail_requeue", None, None, 24).requeue
    assert (requeue.requeued_count, requeue.left_count) == (2, 2)
    assert _mail(db, again) == _mail(db, waits) == ("queued", 0)
    assert (
        db.value("SELECT next_attempt_at <= UTC_TIMESTAMP() FROM mail_outbox WHERE id = %s", waits)
        == 1
    )
    assert {_mail(db, mail_id) for mail_id in left} == {("failed", 8)}
    log = db.row("SELECT * FROM admin_activity_log ORDER BY id DESC LIMIT 1")
    assert (log.action, json.loads(log.after_state)) == ("mail_requeue", {"requeued_count": 2})

    assert db.call("mail_requeue", None, left[2]).requeue.requeued_count == 1
    for mail_id, state in ((left[0], "45409"), (left[1], "45409"), (left[2] + 99, "45404")):
        with pytest.raises(Refused) as refusal:
            db.call("mail_requeue", None, mail_id)
        assert refusal.value.state == state
    db.rows("DELETE FROM mail_outbox WHERE id IN (%s, %s, %s, %s, %s)", again, waits, *left)


def test_no_mail_without_its_secret_goes_out(db: Database) -> None:
    for path in (CHECKOUT / "web/templates/mail").glob("*.txt"):
        needs = bool(re.search(r"\b(token|suggestions)\b", path.read_text(encoding="utf-8")))
        obstacle = db.value("SELECT _mail_obstacle_of(%s, 'a@example.org')", path.stem)
        assert (obstacle is not None) == needs, path.stem


def test_sessions_end(db: Database) -> None:
    people = [db.student(), db.alumnus()]
    tokens = [new_hash(), new_hash()]
    for person, token in zip(people, tokens, strict=True):
        sign_in(db, email_of(db, person), token_hash=token)
    assert db.call("sessions_end", None, email_of(db, people[0])).sessions.ended_count == 1
    assert viewer_of(db, tokens[0]) is None
    assert viewer_of(db, tokens[1])
    assert db.call("sessions_end", None, None).sessions.ended_count >= 1
    assert viewer_of(db, tokens[1]) is None
    assert mails_to(db, people[1]) == []
    logged = db.rows(
        "SELECT subject_table, subject_id FROM admin_activity_log WHERE action = 'sessions_end'"
        " ORDER BY id DESC LIMIT 2"
    )
    assert [tuple(row.values()) for row in logged] == [("user_sessions", 0), ("users", people[0])]
    with pytest.raises(Refused) as refusal:
        db.call("sessions_end", None, new_email())
    assert refusal.value.state == "45404"


def test_search_words_are_made_anew(db: Database) -> None:
    person = db.alumnus("Ottilie", "Wunderlich")
    db.rows("DELETE FROM directory_terms WHERE user_id = %s", person)
    db.rows("DELETE FROM account_terms WHERE user_id = %s", person)
    rebuild = db.call("search_rebuild", None).rebuild
    assert rebuild.waiting_count >= rebuild.people_count >= 1
    # Those who are before this one on the list are not waited for.
    db.rows("DELETE FROM search_rewrites WHERE subject <> 'person' OR subject_id <> %s", person)
    assert db.call("search_rewrite", None, None).rewritten.done_count == 1
    for table in ("directory_terms", "account_terms"):
        count = db.value(
            f"SELECT COUNT(*) FROM {table} WHERE user_id = %s AND term = 'wunderlich'", person
        )
        assert count, table


def test_figures_are_counted(db: Database) -> None:
    db.rows("UPDATE statistics_snapshots SET refreshed_at = '2020-01-01', refreshing_until = NULL")
    assert db.call("statistics_refresh", None).figures.refreshed_at.year > 2020
    db.rows("UPDATE statistics_snapshots SET refreshing_until = '2099-01-01'")
    with pytest.raises(Refused) as refusal:
        db.call("statistics_refresh", None)
    assert refusal.value.state == "45409"
    db.rows("UPDATE statistics_snapshots SET refreshing_until = NULL")


def test_whom_chores_refuse(db: Database, signed_in_as: Callable[[str], Client]) -> None:
    web = signed_in_as("alumni_web")
    for name, arguments in CHORES.items():
        for actor, state in ((db.student(), "45403"), (0, "45401")):
            with pytest.raises(Refused) as refusal:
                db.call(name, actor, *arguments)
            assert refusal.value.state == state, name
        marks = ", ".join(["NULL"] * len(db.contract(name)[0]))
        with pytest.raises(mysql.connector.Error, match="denied"):
            web.rows(f"CALL {name}({marks})")
