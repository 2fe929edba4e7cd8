"""Throttles: how often, how long, and that many at once are not more than the limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.support.accounts import (
    email_of,
    mails_to,
    new_email,
    new_hash,
    register,
    sign_in,
    token_of,
)
from tests.support.database import PASSWORD_HASH, Client, Database, Refused
from tests.support.races import at_once, states

MANY = 20


def of_many(db: Database, act: Callable[[Client, int], object], count: int = MANY) -> Counter[str]:
    """Let so many connections do what depends on their number; count the SQLSTATEs."""
    acts = [lambda client, number=number: act(client, number) for number in range(count)]
    return states(at_once(db, *acts))


def test_wrong_passwords_by_account(db: Database) -> None:
    # The same for an address without an account: nothing tells whether it has one.
    for email in (email_of(db, db.student()), new_email()):
        for _ in range(5):
            with pytest.raises(Refused) as refusal:
                sign_in(db, email, is_verified=0)
            assert refusal.value.state == "45422"
        with pytest.raises(Refused) as refusal:
            sign_in(db, email, is_verified=1)
        assert refusal.value.state == "45429"
        assert refusal.value.message == "Too many attempts. Try again in 15 minutes."


def test_the_window_ends(db: Database) -> None:
    email = email_of(db, db.student())
    for _ in range(5):
        db.call("session_challenge", email)
    db.rows(
        "UPDATE throttles SET window_ends_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND"
        " WHERE subject = %s",
        email,
    )
    for _ in range(5):
        db.call("session_challenge", email)
    with pytest.raises(Refused):
        db.call("session_challenge", email)


def test_success_forgives_the_account(db: Database) -> None:
    email = email_of(db, db.student())
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(Refused) as refusal:
                sign_in(db, email, is_verified=0)
            assert refusal.value.state == "45422"
        sign_in(db, email)


def test_wrong_passwords_by_address(db: Database) -> None:
    address = "198.51.100.1"
    students = [email_of(db, db.student()) for _ in range(3)]
    for number in range(50):
        db.call("session_challenge", f"{number}{new_email()}", address)
    with pytest.raises(Refused) as refusal:
        db.call("session_challenge", students[0], address)
    assert refusal.value.state == "45429"
    counted = db.rows("SELECT attempts_count FROM throttles WHERE subject = %s", students[0])
    assert counted == [], "a try refused for its network is none of the account's"
    db.call("session_challenge", students[1], "198.51.100.2")


def test_success_takes_one_try_back_from_the_address(db: Database) -> None:
    address = "198.51.100.3"
    email = email_of(db, db.student())
    for _ in range(60):
        sign_in(db, email, address=address)


def test_twenty_guesses_at_once_are_five(db: Database) -> None:
    email = email_of(db, db.student())
    outcomes = of_many(db, lambda client, _: client.call("session_challenge", email))
    assert outcomes == {"": 5, "45429": MANY - 5}
    # The counter's row is there now: the other way through the lock.
    db.rows("UPDATE throttles SET attempts_count = 3 WHERE subject = %s", email)
    outcomes = of_many(db, lambda client, _: client.call("session_challenge", email))
    assert outcomes == {"": 2, "45429": MANY - 2}


def test_twenty_from_one_network_at_once(db: Database) -> None:
    address = "198.51.100.4"
    for _ in range(40):
        db.call("session_challenge", new_email(), address)
    outcomes = of_many(db, lambda client, _: client.call("session_challenge", new_email(), address))
    assert outcomes == {"": 10, "45429": 10}


def test_one_attempt_opens_one_session(db: Database) -> None:
    student = db.student()
    attempt = db.call("session_challenge", email_of(db, student)).challenge.attempt_id
    outcomes = of_many(db, lambda client, _: client.call("session_open", attempt, 1, new_hash()), 8)
    assert outcomes == {"": 1, "45409": 7}
    assert db.value("SELECT COUNT(*) FROM user_sessions WHERE user_id = %s", student) == 1


def test_signing_in_and_new_passwords_at_once(db: Database) -> None:
    """No deadlock between those who lock the throttle and those who lock the account."""
    student = db.student()
    email = email_of(db, student)

    def act(client: Client, number: int) -> None:
        for _ in range(5):
            if number % 2:
                client.call("user_password_set", None, email, PASSWORD_HASH)
            else:
                sign_in(client, email)

    outcomes = of_many(db, act, 6)
    assert outcomes.keys() <= {"", "45429"}


def test_one_address_registered_at_once(db: Database) -> None:
    email = new_email()
    outcomes = of_many(db, lambda client, _: register(client, email=email), 10)
    assert outcomes == {"": 1, "45409": 9}
    user = db.value("SELECT id FROM users WHERE email = %s", email)
    assert mails_to(db, user) == ["confirm_address"]


def test_one_link_used_at_once(db: Database) -> None:
    account = register(db)
    token = token_of(db, account.id, "confirm_address")
    assert of_many(db, lambda client, _: client.call("account_confirm", None, token), 8) == {"": 8}
    db.call("password_recover", None, account.email)
    token = token_of(db, account.id, "reset_password")
    outcomes = of_many(
        db, lambda client, _: client.call("password_reset", None, token, PASSWORD_HASH), 8
    )
    assert outcomes == {"": 1, "45404": 7}


def test_one_decision_at_once(db: Database) -> None:
    account = register(db)
    admins = [db.admin() for _ in range(4)]

    def decide(client: Client, number: int) -> None:
        decision = "approve" if number % 2 else "reject"
        client.call("account_decide", admins[number], account.id, decision, "reason")

    assert of_many(db, decide, 4) == {"": 1, "45409": 3}


def test_links_by_mail_are_throttled(db: Database) -> None:
    student = db.student()
    for email in (email_of(db, student), new_email()):
        for procedure in ("password_recover", "account_confirmation_send"):
            for _ in range(4):
                db.call(procedure, None, email)
            with pytest.raises(Refused) as refusal:
                db.call(procedure, None, email)
            assert refusal.value.state == "45429"
    assert mails_to(db, student) == ["reset_password"] * 4


def test_registrations_are_throttled_also_refused_ones(db: Database) -> None:
    taken = register(db).email
    with db.connect() as client:
        client.call("session_use", None, "198.51.100.5", None)
        for number in range(60):
            if number % 2:
                register(client)
            else:
                with pytest.raises(Refused) as refusal:
                    register(client, email=taken)
                assert refusal.value.state == "45409"
        with pytest.raises(Refused) as refusal:
            register(client, email=taken)
        assert refusal.value.state == "45429"
        # What cannot be an address tells nothing and is not counted.
        with pytest.raises(Refused) as refusal:
            register(client, email="nonsense")
        assert refusal.value.state == "45422"
