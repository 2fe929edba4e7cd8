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
    db.rows("UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", student)
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
    db.call("mail_finish", mail.id, "a", None, None)
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
        db.call("mail_finish", mail.id, "a", "451 try again later", None)
        waits.append(
            db.value(
                "SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), next_attempt_at + INTERVAL 5"
                " SECOND) FROM mail_outbox"
            )
        )
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
        db.call("mail_finish", mail.id, "dies", None, None)
    assert refusal.value.state == "45409"
    db.call("mail_finish", mail.id, "lives", None, None)
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


@pytest.mark.parametrize(
    ("refusal", "is_final"),
    [
        ("550 No such user here", True),
        ("550 5.1.1 <x@example.com>: Recipient address rejected", True),
        ("551 User not local", True),
        ("553-5.1.2 Bad destination", True),
        ("550 5.2.1 The mailbox is disabled", True),
        ("550 5.7.1 Message rejected as spam", False),
        ("550 5.4.5 Daily sending quota exceeded", False),
        ("552 5.2.2 Mailbox full", False),
        ("450 4.2.1 Try again later", False),
        ("550 4.1.1 A server that cannot decide", False),
        (None, False),
    ],
)
def test_where_nobody_is_no_mail_goes_any_more(
    db: Database, refusal: str | None, is_final: bool
) -> None:
    student = db.student()
    queue(db, student)
    (mail,) = lease(db)
    db.call("mail_finish", mail.id, "a", "SMTPRecipientsRefused", refusal)
    assert only(db).status == ("failed" if is_final else "queued")
    assert ("token" in json.loads(only(db).data)) != is_final
    found = db.rows("SELECT * FROM mail_suppressions WHERE email = %s", mail.email)
    assert [(row.reason, row.detail) for row in found] == ([("bounce", refusal)] * is_final)

    queue(db, student, "another")
    assert [one.email for one in lease(db)] == [mail.email] * (not is_final)
    if is_final:
        later = db.row("SELECT * FROM mail_outbox ORDER BY id DESC LIMIT 1")
        assert (later.status, later.attempts_count) == ("failed", 0)
        assert later.last_error == "This address is suppressed: bounce."
        assert "token" not in json.loads(later.data)


def test_the_office_ends_and_allows_mails(db: Database) -> None:
    admin, student = db.admin(), db.student()
    email = email_of(db, student)
    done = db.call("mail_suppression_add", admin, email.upper(), "complaint", "Wrote on paper")
    assert done.suppression.reason == "complaint"
    preferences = db.call("notification_preferences_read", student)
    assert (preferences.address.is_suppressed, preferences.address.reason) == (1, "complaint")
    queue(db, student)
    assert lease(db) == []

    page = db.call("mail_suppressions", admin, email[:6], None, 50)
    (row,) = [row for row in page.suppressions if row.email.lower() == email.lower()]
    assert (row.reason, row.detail, row.user_id) == ("complaint", "Wrote on paper", student)
    again = db.call("mail_suppression_add", admin, email, "office", None)
    assert again.suppression.reason == "complaint", "what is there stays"

    db.call("mail_suppression_remove", admin, email)
    assert db.call("notification_preferences_read", student).address.is_suppressed == 0
    queue(db, student, "another")
    assert [mail.email for mail in lease(db)] == [email]
    actions = db.rows(
        "SELECT action FROM admin_activity_log WHERE actor_id = %s ORDER BY id", admin
    )
    assert [row.action for row in actions] == ["mail_suppression_add", "mail_suppression_remove"]


def test_suppressions_page_by_page(db: Database) -> None:
    admin = db.admin()
    for number in range(5):
        db.call("mail_suppression_add", admin, f"keyset{number}@example.org", "office", None)
    first = db.call("mail_suppressions", admin, "keyset", None, 3)
    rest = db.call("mail_suppressions", admin, "keyset", first.page.next_after, 3)
    assert rest.page.next_after is None
    assert [row.email for row in [*first.suppressions, *rest.suppressions]] == [
        f"keyset{number}@example.org" for number in range(5)
    ]


def test_who_may_not_and_what_is_refused(db: Database) -> None:
    admin, student = db.admin(), db.student()
    adding: list[tuple[list[object], str]] = [
        ([student, "a@example.org", "office", None], "45403"),
        ([admin, "no address", "office", None], "45422"),
        ([admin, None, "office", None], "45422"),
        ([admin, "a@example.org", "bounce", None], "45422"),
        ([admin, "a@example.org", "office", "x" * 501], "45422"),
    ]
    for arguments, state in adding:
        with pytest.raises(Refused) as refusal:
            db.call("mail_suppression_add", *arguments)
        assert refusal.value.state == state, arguments
    others: list[tuple[str, list[object], str]] = [
        ("mail_suppression_remove", [student, "a@example.org"], "45403"),
        ("mail_suppression_remove", [admin, "nobody@example.org"], "45404"),
        ("mail_suppressions", [student, None, None, 20], "45403"),
    ]
    for procedure, others_arguments, state in others:
        with pytest.raises(Refused) as refusal:
            db.call(procedure, *others_arguments)
        assert refusal.value.state == state, procedure


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
            db.call("mail_finish", mail_id, worker, None, None)
        assert refusal.value.state == state
    db.call("mail_finish", mail.id, "a", None, None)
    with pytest.raises(Refused):
        db.call("mail_finish", mail.id, "a", None, None)
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
                client.call("mail_finish", mail.id, worker, None, None)
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
