"""The outbox: one mail a fact, one sender a mail, tried again, given up, no secrets kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.accounts import email_of
from tests.support.database import Client, Database, Refused, Row


@pytest.fixture(autouse=True)
def outbox(db: Database) -> Iterator[None]:
    """Start with an empty outbox and leave one."""
    db.rows("DELETE FROM mail_outbox")
    yield
    db.rows("DELETE FROM mail_outbox")


def queue(db: Client, recipient: int, fact: str = "fact", actor: int | None = None) -> None:
    """Put a mail with a token into the outbox."""
    data = json.dumps({"token": "secret", "job_id": 7})
    db.rows("CALL _queue_mail(%s, %s, 'example', %s, %s)", actor, recipient, data, fact)


def only(db: Database) -> Row:
    """Return the only mail."""
    return db.row("SELECT * FROM mail_outbox")


def lease(client: Client, worker: str = "a", limit: int = 10) -> list[Row]:
    """Lease mails for a minute."""
    mails = client.call("mail_lease", worker, limit, 60).mails
    assert isinstance(mails, list)
    return mails


def test_a_mail_says_whom_it_is_for(db: Database) -> None:
    admin, student = db.admin(), db.student("Noor", "Haddad")
    queue(db, student, actor=admin)
    mail = only(db)
    assert (mail.recipient_id, mail.email) == (student, email_of(db, student))
    assert mail.created_by == admin
    assert json.loads(mail.data) == {"name": "Noor Haddad", "token": "secret", "job_id": 7}


def test_one_mail_a_fact(db: Database) -> None:
    student = db.student()
    queue(db, student)
    queue(db, student)
    queue(db, student, "another")
    assert db.value("SELECT COUNT(*) FROM mail_outbox") == 2


def test_who_has_left_gets_no_mail(db: Database) -> None:
    student = db.student()
    db.rows(
        "UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", student
    )
    queue(db, student)
    assert db.rows("SELECT id FROM mail_outbox") == []


def test_sent(db: Database) -> None:
    student = db.student()
    queue(db, student)
    (mail,) = lease(db)
    assert (mail.email, mail.template) == (email_of(db, student), "example")
    assert json.loads(mail.data)["token"] == "secret"
    assert mail.attempts_count == 1
    assert lease(db, "b") == []
    db.call("mail_finish", mail.id, "a", None)
    sent = only(db)
    assert (sent.status, sent.leased_by, sent.last_error) == ("sent", None, None)
    assert sent.sent_at
    assert json.loads(sent.data).keys() == {"name", "job_id"}, "the secret is gone"
    assert lease(db) == []


def test_tried_again_later_and_later_and_given_up(db: Database) -> None:
    queue(db, db.student())
    waits = []
    for _ in range(8):
        (mail,) = lease(db)
        db.call("mail_finish", mail.id, "a", "451 try again later")
        waits.append(
            db.value("SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), next_attempt_at + INTERVAL 5"
                     " SECOND) FROM mail_outbox")
        )  # fmt: skip
        assert lease(db) == [], "not due before its time"
        db.rows("UPDATE mail_outbox SET next_attempt_at = UTC_TIMESTAMP()")
    assert waits[:7] == [1, 2, 4, 8, 16, 32, 64]
    mail = only(db)
    assert (mail.status, mail.last_error) == ("failed", "451 try again later")
    assert "token" not in json.loads(mail.data)
    assert lease(db) == []


def test_a_sender_that_dies_loses_its_mails(db: Database) -> None:
    queue(db, db.student())
    (mail,) = lease(db, "dies")
    db.rows("UPDATE mail_outbox SET leased_until = UTC_TIMESTAMP()")
    (again,) = lease(db, "lives")
    assert (again.id, again.attempts_count) == (mail.id, 2)
    with pytest.raises(Refused) as refusal:
        db.call("mail_finish", mail.id, "dies", None)
    assert refusal.value.state == "45409"
    db.call("mail_finish", mail.id, "lives", None)
    assert only(db).status == "sent"


def test_a_mail_that_kills_its_senders_is_given_up(db: Database) -> None:
    queue(db, db.student())
    for _ in range(8):
        assert lease(db)
        db.rows("UPDATE mail_outbox SET leased_until = UTC_TIMESTAMP()")
    assert lease(db) == []
    mail = only(db)
    assert mail.status == "failed"
    assert mail.last_error
    assert "token" not in json.loads(mail.data)


def test_what_cannot_be_finished(db: Database) -> None:
    queue(db, db.student())
    (mail,) = lease(db)
    for mail_id, worker, state in (
        (0, "a", "45404"),
        (None, "a", "45404"),
        (mail.id, "b", "45409"),
        (mail.id, None, "45409"),
    ):
        with pytest.raises(Refused) as refusal:
            db.call("mail_finish", mail_id, worker, None)
        assert refusal.value.state == state
    db.call("mail_finish", mail.id, "a", None)
    with pytest.raises(Refused):
        db.call("mail_finish", mail.id, "a", None)
    with pytest.raises(Refused) as refusal:
        db.call("mail_lease", None, 1, 1)
    assert refusal.value.field == "worker"


def test_no_more_than_asked_for(db: Database) -> None:
    student = db.student()
    for number in range(30):
        queue(db, student, f"fact {number}")
    assert len(lease(db, limit=7)) == 7
    assert len(db.call("mail_lease", "a", None, None).mails) == 20
    assert lease(db, limit=0) == []


def test_senders_at_once_share_without_doubles(db: Database) -> None:
    student = db.student()
    for number in range(60):
        queue(db, student, f"fact {number}")
    clients = [db.connect() for _ in range(6)]

    def send(number: int) -> list[int]:
        client, worker, sent = clients[number], f"w{number}", []
        while mails := lease(client, worker, 5):
            for mail in mails:
                client.call("mail_finish", mail.id, worker, None)
                sent.append(mail.id)
        return sent

    with ThreadPoolExecutor(len(clients)) as pool:
        sent = Counter(one for some in pool.map(send, range(len(clients))) for one in some)
    for client in clients:
        client.close()
    # A sender may find all due mails locked by others and stop: the rest is there for the next.
    while mails := lease(db, "last"):
        sent.update(mail.id for mail in mails)
    assert len(sent) == 60
    assert set(sent.values()) == {1}
