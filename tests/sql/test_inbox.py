"""Anybody writes to the office; the office sorts, notes, answers, resolves."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from tests.support.accounts import email_of, mails_to, set_setting
from tests.support.database import Client, Database
from tests.support.office import contact, feedback, refused
from tests.support.races import act, at_once, statuses

MESSAGE = "Line one\n\n<b>Line</b> two 😀"


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


@pytest.fixture(autouse=True)
def _database_client(db: Database) -> None:
    """Be nobody's browser: what an earlier test said of the address is forgotten."""
    db.rows("SET @client_address = NULL")


def mails_at(db: Client, email: str) -> list[Any]:
    """Return the mails to an address that is nobody's account."""
    return db.rows(
        "SELECT template, data, created_by FROM mail_outbox"
        " WHERE recipient_id IS NULL AND email = %s ORDER BY id",
        email,
    )


def test_from_a_visitors_question_to_the_answer(db: Database, admin: int) -> None:
    email = "vera.question@example.org"
    message = contact(db, email=email, subject="A visit", message=MESSAGE)
    assert mails_at(db, email) == [], "whoever typed an address has not confirmed it"
    read = db.call("inbox_read", admin, "contact", message)
    one = read.message
    assert (one.name, one.email, one.subject, one.message) == (
        "Vera Visitor",
        email,
        "A visit",
        MESSAGE,
    )
    assert (one.status, one.user_id, one.can_answer, one.assignee_id) == ("new", None, 1, None)
    assert one.next_statuses.split(",") == ["open", "resolved", "spam"]
    db.call("inbox_note", admin, "contact", message, "Ask the library.")
    done = db.call("inbox_answer", admin, "contact", message, "Come on Tuesday.", 1).message
    assert done.status == "resolved"
    (mail,) = mails_at(db, email)
    assert (mail.template, mail.created_by) == ("message_answered", admin)
    data = json.loads(mail.data)
    assert (data["name"], data["answer"], data["message"], data["subject"]) == (
        "Vera Visitor",
        "Come on Tuesday.",
        MESSAGE,
        "A visit",
    )
    read = db.call("inbox_read", admin, "contact", message)
    assert [(entry.kind, entry.content) for entry in read.entries] == [
        ("note", "Ask the library."),
        ("answer", "Come on Tuesday."),
    ]
    assert read.message.assignee_id == admin, "who answers cares for it"
    (row,) = read.history
    assert (row.action, row.from_status, row.to_status) == ("inbox_answer", "new", "resolved")
    assert db.call("inbox_move", admin, "contact", message, "open").message.status == "open"


def test_a_member_writes_as_themselves_and_gets_a_receipt(db: Database, admin: int) -> None:
    person = db.student("Mina", "Member")
    message = feedback(db, person, name="Somebody Else", email="else@example.org", rating=4)
    one = db.call("inbox_read", admin, "feedback", message).message
    assert (one.user_id, one.name, one.email) == (person, "Mina Member", email_of(db, person))
    assert (one.category, one.rating) == ("idea", 4)
    assert mails_to(db, person).count("message_received") == 1
    db.call("inbox_answer", admin, "feedback", message, "Thank you.")
    assert mails_to(db, person).count("message_answered") == 1
    assert db.call("inbox_read", admin, "feedback", message).message.status == "open"
    db.call("account_delete", person)
    assert db.call("inbox_read", admin, "feedback", message).message.can_answer == 0
    gone = refused(lambda: db.call("inbox_answer", admin, "feedback", message, "Again."))
    assert gone.status == 409
    db.call("account_erase", admin, person)
    assert refused(lambda: db.call("inbox_read", admin, "feedback", message)).status == 404


@pytest.mark.parametrize(
    ("name", "changes", "field"),
    [
        ("contact", {"name": None}, "name"),
        ("contact", {"email": "no address"}, "email"),
        ("contact", {"email": "a@example.org\r\nBcc: b@example.org"}, "email"),
        ("contact", {"subject": " "}, "subject"),
        ("contact", {"subject": "x" * 151}, None),
        ("contact", {"message": None}, "message"),
        ("contact", {"message": "x" * 10_001}, "message"),
        ("feedback", {"category": None}, "category"),
        ("feedback", {"category": "nonsense"}, "category"),
        ("feedback", {"rating": 0}, "rating"),
        ("feedback", {"rating": 6}, "rating"),
        ("feedback", {"message": "a\0b"}, "message"),
    ],
)
def test_a_message_that_makes_no_sense(
    db: Database, name: str, changes: dict[str, Any], field: str | None
) -> None:
    table = "contact_messages" if name == "contact" else "feedback"
    before = db.value(f"SELECT COUNT(*) FROM {table}")
    send = partial(contact if name == "contact" else feedback, db, **changes)
    if field:
        refusal = refused(send)
        assert (refusal.status, refusal.field) == (422, field)
    else:
        with pytest.raises(Exception, match="p_subject"):
            send()
    assert db.value(f"SELECT COUNT(*) FROM {table}") == before


def test_a_program_fills_in_what_nobody_sees(db: Database, admin: int) -> None:
    message = contact(db, website="https://spam.example")
    assert db.call("inbox_read", admin, "contact", message).message.status == "spam"
    waiting = db.call("inbox_search", admin, "contact", "waiting", limit=50).messages
    assert message not in [one.id for one in waiting]
    answer = refused(lambda: db.call("inbox_answer", admin, "contact", message, "Hello"))
    assert answer.status == 409
    assert db.call("inbox_move", admin, "contact", message, "open", "spam").message


def test_too_many_messages(db: Database) -> None:
    email = "flood@example.org"
    for _ in range(5):
        contact(db, email=email)
    assert refused(lambda: contact(db, email=email.upper())).status == 429
    assert feedback(db, email=email), "feedback counts for itself"
    before = set_setting(db, "messages_per_address", "2")
    with db.connect() as client:
        client.rows("SET @client_address = '192.0.2.77'")
        contact(client)
        contact(client)
        refusal = refused(lambda: contact(client))
        assert (refusal.status, "Try again in " in refusal.message) == (429, True)
    set_setting(db, "messages_per_address", before)


def test_the_same_form_sent_twice_is_one_message(db: Database) -> None:
    values: dict[str, Any] = {"email": "twice@example.org", "idempotency_key": "k"}
    first = contact(db, **values)
    assert contact(db, **values) == first
    assert contact(db, **{**values, "email": "other@example.org"}) != first
    person = db.alumnus()
    results = at_once(db, *[lambda client: feedback(client, person, idempotency_key="same")] * 4)
    assert statuses(results) == [0] * 4
    assert db.value("SELECT COUNT(*) FROM feedback WHERE user_id = %s", person) == 1
    assert mails_to(db, person).count("message_received") == 1


def test_states_assignees_and_the_bin(db: Database, admin: int) -> None:
    other, alumnus = db.admin("Otto", "Office"), db.alumnus()
    message = contact(db)
    assert db.call("inbox_assign", admin, "contact", message, other).message.assignee_id == other
    wrong = refused(lambda: db.call("inbox_assign", admin, "contact", message, alumnus))
    assert (wrong.status, wrong.field) == (422, "assignee_id")
    assert db.call("inbox_read", admin, "contact", message).message.assignee_name == "Otto Office"
    db.call("inbox_assign", admin, "contact", message, None)
    db.call("inbox_move", admin, "contact", message, "resolved", "new")
    for to_status, from_status in (("spam", None), ("open", "new"), ("resolved", None)):
        stale = partial(db.call, "inbox_move", admin, "contact", message, to_status, from_status)
        assert refused(stale).status == 409
    for word in ("new", "nonsense", None):
        nonsense = partial(db.call, "inbox_move", admin, "contact", message, word)
        assert refused(nonsense).field == "to_status"
    db.call("inbox_delete", admin, "contact", message, 1)
    db.call("inbox_delete", admin, "contact", message, 1)
    assert refused(lambda: db.call("inbox_move", admin, "contact", message, "open")).status == 404
    binned = db.call("inbox_search", admin, None, "bin").messages
    assert ("contact", message) in [(one.kind, one.id) for one in binned]
    db.call("inbox_delete", admin, "contact", message, 0)
    log = db.call("inbox_read", admin, "contact", message).history
    assert [row.action for row in log] == [
        "inbox_delete",
        "inbox_delete",
        "inbox_move",
        "inbox_assign",
        "inbox_assign",
    ]
    assert refused(lambda: db.call("inbox_note", admin, "contact", message, " ")).field == "note"
    for kind, number in (("contact", 10**9), ("feedback", 10**9), ("nonsense", message)):
        assert refused(partial(db.call, "inbox_read", admin, kind, number)).status == 404
        assert refused(partial(db.call, "inbox_note", admin, kind, number, "a")).status == 404


def test_what_one_sender_has_written(db: Database, admin: int) -> None:
    mine: dict[str, Any] = {"name": "Vera", "email": "one.sender@example.org"}
    made = [
        ("feedback", feedback(db, **mine)),
        ("contact", contact(db, **mine)),
        ("feedback", feedback(db, **mine)),
    ]
    contact(db, name="Vera", email="one.sender@example.org.uk")
    for sender in ("one.sender@example.org", "One.Sender@Example.org"):
        found, after = [], None
        for _ in made:
            page = db.call("inbox_search", admin, sender=sender, after=after, limit=1)
            found += [(one.kind, one.id) for one in page.messages]
            after = page.page.next_after
        assert (found, after) == (made[::-1], None)
    only = db.call("inbox_search", admin, "contact", sender=mine["email"]).messages
    assert [(one.kind, one.id) for one in only] == [made[1]]
    for sender, folder in (("one.sender", None), (mine["email"], "spam"), ("%", None)):
        assert db.call("inbox_search", admin, None, folder, sender).messages == []


def test_the_inbox_is_in_pages_whatever_the_kind(db: Database, admin: int) -> None:
    made = [
        (kind, (contact if kind == "contact" else feedback)(db))
        for kind in ("contact", "feedback", "feedback", "contact", "contact")
    ]
    # Two at the same moment: kind and id decide.
    moment = db.value("SELECT created_at FROM contact_messages WHERE id = %s", made[0][1])
    db.rows(
        "UPDATE feedback SET created_at = %s WHERE id IN (%s, %s)", moment, made[1][1], made[2][1]
    )
    for kind in (None, "contact", "feedback"):
        for limit in (1, 2, 50):
            found = []
            after = None
            while True:
                page = db.call("inbox_search", admin, kind, after=after, limit=limit)
                found += [(one.kind, one.id) for one in page.messages]
                after = page.page.next_after
                if after is None:
                    break
            assert len(found) == len(set(found))
            expected = [one for one in made if kind in (None, one[0])]
            assert set(expected) <= set(found)
            if kind != "contact":
                assert found.index(made[2]) < found.index(made[1])
    assert refused(lambda: db.call("inbox_search", admin, "nonsense")).field == "kind"
    assert refused(lambda: db.call("inbox_search", admin, None, "nonsense")).field == "folder"
    for after in ("x", "20261126072500.123456-spam-1", "99999999999999.999999-contact-1"):
        assert refused(partial(db.call, "inbox_search", admin, after=after)).status == 400


def test_who_may_not(db: Database) -> None:
    message, person = contact(db), db.alumnus()
    calls: tuple[tuple[str, list[Any]], ...] = (
        ("inbox_search", []),
        ("inbox_read", ["contact", message]),
        ("inbox_move", ["contact", message, "open"]),
        ("inbox_assign", ["contact", message, None]),
        ("inbox_note", ["contact", message, "a"]),
        ("inbox_answer", ["contact", message, "a"]),
        ("inbox_delete", ["contact", message, 1]),
    )
    for name, arguments in calls:
        for actor, expected in ((None, 401), (person, 403), (db.student(), 403)):
            assert refused(partial(db.call, name, actor, *arguments)).status == expected, name


def test_a_blocked_member_writes_as_a_visitor(db: Database, admin: int) -> None:
    person = db.alumnus()
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", person)
    message = contact(db, person)
    one = db.call("inbox_read", admin, "contact", message).message
    assert (one.user_id, one.name) == (None, "Vera Visitor")


def test_two_of_the_office_act_at_once(db: Database) -> None:
    admins = [db.admin(), db.admin()]
    for _ in range(5):
        message = contact(db)
        results = at_once(
            db,
            act(Client.call, "inbox_move", admins[0], "contact", message, "spam", "new"),
            act(Client.call, "inbox_answer", admins[1], "contact", message, "Hello.", 1),
        )
        found = db.row("SELECT status FROM contact_messages WHERE id = %s", message).status
        answers = db.value(
            "SELECT COUNT(*) FROM inbox_entries WHERE contact_message_id = %s", message
        )
        assert statuses(results) == [0, 409]
        assert (found, answers) in (("spam", 0), ("resolved", 1))


def test_an_answer_sent_twice_is_one_mail(db: Database, admin: int) -> None:
    person = db.alumnus()
    message = contact(db, person)
    for _ in range(2):
        db.call("inbox_answer", admin, "contact", message, "Hello.", 0, "key")
        db.call("inbox_note", admin, "contact", message, "Noted.", "key")
    assert mails_to(db, person).count("message_answered") == 1
    assert len(db.call("inbox_read", admin, "contact", message).entries) == 2
