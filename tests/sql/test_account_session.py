"""Signing in and out: the two steps, the lives of a session, and what ends it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.accounts import (
    email_of,
    new_email,
    new_hash,
    set_setting,
    sign_in,
    viewer_of,
)
from tests.support.cost import handler_reads
from tests.support.database import PASSWORD_HASH, Database, Refused

MINUTE = 60
DAY = 24 * 60 * MINUTE


def test_a_person_signs_in_and_is_recognised(db: Database) -> None:
    ada = db.alumnus("Ada", "Lovelace")
    token_hash = new_hash()
    viewer = sign_in(db, email_of(db, ada), token_hash=token_hash)
    assert (viewer.id, viewer.name, viewer.role) == (ada, "Ada Lovelace", "alumni")
    assert viewer_of(db, token_hash) == viewer


def test_the_name_is_that_of_the_role(db: Database) -> None:
    for maker, role in ((db.admin, "admin"), (db.alumnus, "alumni"), (db.student, "student")):
        viewer = sign_in(db, email_of(db, maker("Noor", "Haddad")))
        assert (viewer.role, viewer.first_name, viewer.last_name) == (role, "Noor", "Haddad")


def test_a_visitor_is_nobody_also_after_somebody(db: Database) -> None:
    token_hash = new_hash()
    sign_in(db, email_of(db, db.student()), token_hash=token_hash)
    assert viewer_of(db, token_hash)
    assert viewer_of(db, None) is None
    assert viewer_of(db, new_hash()) is None


def test_unknown_address_and_wrong_password_read_alike(db: Database) -> None:
    known = email_of(db, db.student())
    said = set()
    for email in (known, new_email()):
        with pytest.raises(Refused) as refusal:
            sign_in(db, email, is_verified=0)
        said.add((refusal.value.state, refusal.value.message))
    # Nor does a client that takes any password for right open the door of nobody.
    with pytest.raises(Refused) as refusal:
        sign_in(db, new_email(), is_verified=1)
    said.add((refusal.value.state, refusal.value.message))
    assert said == {("45422", "The email address or the password is wrong. Try again.")}


def test_an_attempt_is_used_once(db: Database) -> None:
    email = email_of(db, db.student())
    for is_verified in (0, 1):
        attempt = db.call("session_challenge", email, None).challenge.attempt_id
        if is_verified:
            db.call("session_open", attempt, 1, new_hash())
        else:
            with pytest.raises(Refused):
                db.call("session_open", attempt, 0, new_hash())
        with pytest.raises(Refused) as refusal:
            db.call("session_open", attempt, 1, new_hash())
        assert refusal.value.state == "45409"


def test_the_settings_say_how_long_a_browser_is_remembered(db: Database) -> None:
    email = email_of(db, db.student())
    set_setting(db, "session_remembered_days", "7")
    for is_remembered, seconds in ((1, 7 * 86400), (0, None)):
        attempt = db.call("session_challenge", email, None).challenge.attempt_id
        opened = db.call("session_open", attempt, 1, new_hash(), is_remembered)
        assert opened.cookie.seconds == seconds
    set_setting(db, "session_remembered_days", "90")


def test_an_attempt_lives_five_minutes(db: Database) -> None:
    attempt = db.call("session_challenge", email_of(db, db.student()), None).challenge.attempt_id
    db.rows(
        "UPDATE sign_in_attempts SET created_at = created_at - INTERVAL 5 MINUTE WHERE id = %s",
        attempt,
    )
    with pytest.raises(Refused) as refusal:
        db.call("session_open", attempt, 1, new_hash())
    assert refusal.value.state == "45409"


def test_a_password_changed_meanwhile_is_wrong(db: Database) -> None:
    email = email_of(db, db.student())
    attempt = db.call("session_challenge", email, None).challenge.attempt_id
    db.call("user_password_set", None, email, f"{PASSWORD_HASH[:-1]}A")
    with pytest.raises(Refused) as refusal:
        db.call("session_open", attempt, 1, new_hash())
    assert refusal.value.state == "45422"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("status = 'blocked', status_reason = 'Spam'", "Your account is blocked: Spam"),
        ("status = 'blocked'", "Your account is blocked."),
        ("status = 'blocked', status_reason = REPEAT('x', 500)", "Your account is blocked: xxx"),
        ("status = 'rejected'", "Your account was not approved."),
        ("status = 'pending'", "Your account is waiting for approval"),
        ("status = 'pending', email_verified_at = NULL", "Confirm your email address first"),
    ],
)
def test_after_the_right_password_the_state_is_told(
    db: Database, change: str, sentence: str
) -> None:
    student = db.student()
    token_hash = new_hash()
    sign_in(db, email_of(db, student), token_hash=token_hash)
    db.rows(f"UPDATE users SET {change} WHERE id = %s", student)
    with pytest.raises(Refused) as refusal:
        sign_in(db, email_of(db, student), is_verified=0)
    assert refusal.value.state == "45422"
    # Right passwords are no guesses: however often, the state is told.
    for _ in range(8):
        with pytest.raises(Refused) as refusal:
            sign_in(db, email_of(db, student))
        assert refusal.value.state == "45403"
        assert refusal.value.message.startswith(sentence)
    assert viewer_of(db, token_hash) is None, "and a session from before is worth nothing"


def test_a_deleted_account_is_nobody(db: Database) -> None:
    student = db.student()
    email = email_of(db, student)
    token_hash = new_hash()
    sign_in(db, email, token_hash=token_hash)
    attempt = db.call("session_challenge", email, None).challenge.attempt_id
    db.rows("UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", student)
    assert viewer_of(db, token_hash) is None
    with pytest.raises(Refused) as refusal:
        db.call("session_open", attempt, 1, new_hash())
    assert (refusal.value.state, refusal.value.field) == ("45409", "restore")
    db.rows("UPDATE users SET erased_at = UTC_TIMESTAMP() WHERE id = %s", student)
    challenge = db.call("session_challenge", email, None).challenge
    assert (challenge.user_id, challenge.password_hash) == (None, None)


def test_lives_of_a_session(db: Database) -> None:
    email = email_of(db, db.student())
    for is_remembered, idle, absolute in ((0, 720 * MINUTE, 7 * DAY), (1, 30 * DAY, 90 * DAY)):
        session = sign_in(db, email, is_remembered=is_remembered).session_id
        row = db.row(
            "SELECT TIMESTAMPDIFF(SECOND, last_seen_at, idle_expires_at) AS idle,"
            " TIMESTAMPDIFF(SECOND, last_seen_at, expires_at) AS absolute"
            " FROM user_sessions WHERE id = %s",
            session,
        )
        assert (row.idle, row.absolute) == (idle, absolute)


def _age(db: Database, session: int, column: str, minutes: int) -> None:
    db.rows(
        f"UPDATE user_sessions SET {column} = UTC_TIMESTAMP() - INTERVAL {minutes} MINUTE"
        " WHERE id = %s",
        session,
    )


def test_use_prolongs_a_session_at_most_once_a_minute(db: Database) -> None:
    token_hash = new_hash()
    session = sign_in(db, email_of(db, db.student()), token_hash=token_hash).session_id
    seen = "SELECT last_seen_at, idle_expires_at, expires_at FROM user_sessions WHERE id = %s"
    before = db.row(seen, session)
    assert viewer_of(db, token_hash)
    assert db.row(seen, session) == before, "a use within the minute writes nothing"

    _age(db, session, "last_seen_at", 600)
    assert viewer_of(db, token_hash)
    after = db.row(seen, session)
    assert after.last_seen_at >= before.last_seen_at
    assert after.idle_expires_at >= before.idle_expires_at
    assert after.expires_at == before.expires_at, "the absolute end never moves"


def test_use_never_prolongs_beyond_the_end(db: Database) -> None:
    token_hash = new_hash()
    session = sign_in(db, email_of(db, db.student()), token_hash=token_hash).session_id
    db.rows(
        "UPDATE user_sessions SET last_seen_at = last_seen_at - INTERVAL 1 HOUR,"
        " expires_at = UTC_TIMESTAMP() + INTERVAL 1 MINUTE, idle_expires_at = expires_at"
        " WHERE id = %s",
        session,
    )
    assert viewer_of(db, token_hash)
    row = db.row("SELECT idle_expires_at, expires_at FROM user_sessions WHERE id = %s", session)
    assert row.idle_expires_at == row.expires_at


def test_a_session_ends_by_idleness_and_by_age(db: Database) -> None:
    email = email_of(db, db.student())
    idle, old = new_hash(), new_hash()
    _age(db, sign_in(db, email, token_hash=idle).session_id, "idle_expires_at", 0)
    assert viewer_of(db, idle) is None
    session = sign_in(db, email, token_hash=old).session_id
    _age(db, session, "idle_expires_at", 1)
    _age(db, session, "expires_at", 0)
    assert viewer_of(db, old) is None


def test_signing_in_replaces_the_session_of_the_browser(db: Database) -> None:
    email = email_of(db, db.student())
    old, new, other = new_hash(), new_hash(), new_hash()
    sign_in(db, email, token_hash=other)
    sign_in(db, email, token_hash=old)
    sign_in(db, email, token_hash=new, replaced_token_hash=old)
    assert viewer_of(db, old) is None
    assert viewer_of(db, new)
    assert viewer_of(db, other)


def test_signing_in_takes_a_fresher_hash(db: Database) -> None:
    student = db.student()
    rehash = PASSWORD_HASH.replace("t=2", "t=4")
    sign_in(db, email_of(db, student), password_rehash=rehash)
    stored = db.row("SELECT password_hash, last_signed_in_at FROM users WHERE id = %s", student)
    assert stored.password_hash == rehash
    assert stored.last_signed_in_at


@pytest.mark.parametrize(
    ("changes", "state"),
    [({"token_hash": None}, "45422"), ({"password_rehash": "user123"}, "45422")],
)
def test_a_client_that_signs_in_wrongly(db: Database, changes: dict[str, Any], state: str) -> None:
    with pytest.raises(Refused) as refusal:
        sign_in(db, email_of(db, db.student()), **changes)
    assert refusal.value.state == state


def test_a_token_is_given_to_one_session(db: Database) -> None:
    token_hash = new_hash()
    first = db.student()
    sign_in(db, email_of(db, first), token_hash=token_hash)
    with pytest.raises(Refused) as refusal:
        sign_in(db, email_of(db, db.student()), token_hash=token_hash)
    assert refusal.value.state == "45409"
    viewer = viewer_of(db, token_hash)
    assert viewer
    assert viewer.id == first


def test_signing_out(db: Database) -> None:
    student = db.student()
    email = email_of(db, student)
    here, there = new_hash(), new_hash()
    session = sign_in(db, email, token_hash=here).session_id
    sign_in(db, email, token_hash=there)
    db.call("session_close", student, session)
    db.call("session_close", student, session)
    assert viewer_of(db, here) is None
    assert viewer_of(db, there)
    db.call("session_close_all", student)
    assert viewer_of(db, there) is None


def test_nobody_ends_the_session_of_another(db: Database) -> None:
    token_hash = new_hash()
    session = sign_in(db, email_of(db, db.student()), token_hash=token_hash).session_id
    for actor, state in ((db.admin(), "45404"), (None, "45401")):
        with pytest.raises(Refused) as refusal:
            db.call("session_close", actor, session)
        assert refusal.value.state == state
    with pytest.raises(Refused) as refusal:
        db.call("session_close_all", None)
    assert refusal.value.state == "45401"
    assert viewer_of(db, token_hash)


def test_the_hot_path_reads_a_handful_of_rows(db: Database) -> None:
    token_hash = new_hash()
    sign_in(db, email_of(db, db.student()), token_hash=token_hash)
    with db.connect() as client:
        viewer = client.call("session_use", token_hash).viewer
        client.call("announcement_read_all", viewer.id)
        unread = client.call("session_use", token_hash).viewer.unread_announcements_count
        assert unread == 0
        # The announcements of the last weeks, 100 an audience at most, and whether each was read;
        # of unread messages and notifications, 100 at most.
        listed = client.value("SELECT COUNT(*) FROM announcements WHERE is_listed = 1")
        assert handler_reads(client, "session_use", token_hash) <= 25 + 2 * listed
