"""Another address, another password, leaving and coming back: rules, refusals, races."""

from __future__ import annotations

from collections.abc import Iterator

import mysql.connector
import pytest

from tests.support.accounts import (
    email_of,
    mails_to,
    new_email,
    new_hash,
    sign_in,
    token_of,
    viewer_of,
)
from tests.support.database import PASSWORD_HASH, Client, Database, Refused, Row
from tests.support.races import at_once, calling, states

NEW_HASH = f"{PASSWORD_HASH[:-1]}A"


def attempt(client: Client, user_id: int) -> int:
    """Begin to prove the password of a person."""
    return int(client.call("session_challenge", email_of(client, user_id)).challenge.attempt_id)


def change_email(client: Client, user_id: int, email: str | None, is_right: int = 1) -> Row:
    """Ask for another address."""
    row = client.call("email_change", user_id, attempt(client, user_id), is_right, email).change
    assert isinstance(row, Row)
    return row


def test_an_address_changes_by_the_link_to_it(db: Database) -> None:
    ada, new = db.alumnus(), new_email()
    old = email_of(db, ada)
    change_email(db, ada, new)
    assert email_of(db, ada) == old, "not before the link is used"
    assert db.call("account_settings_read", ada).account.new_email == new
    sent = db.rows("SELECT template, email FROM mail_outbox WHERE recipient_id = %s", ada)
    assert {(row.template, row.email) for row in sent} == {
        ("email_change", new),
        ("email_change_asked", old),
    }
    db.call("password_recover", None, old)
    recovering = token_of(db, ada, "reset_password")

    token = token_of(db, ada, "email_change")
    assert db.call("email_change_confirm", None, token).account.email == new
    told = db.value(
        "SELECT email FROM mail_outbox WHERE recipient_id = %s AND template = 'email_changed'", ada
    )
    assert told == old
    assert db.call("account_settings_read", ada).account.new_email is None
    for name, void in (("email_change_confirm", token), ("password_reset_read", recovering)):
        with pytest.raises(Refused) as refusal:
            db.call(name, None, void)
        assert refusal.value.state == "45404"
    assert sign_in(db, new).id == ada


@pytest.mark.parametrize(
    "email", [None, "", "ada", "a b@example.org", "ada@example.org\0", "😀@example.org", "x" * 260]
)
def test_an_address_that_is_none(db: Database, email: str | None) -> None:
    ada = db.alumnus()
    try:
        change_email(db, ada, email)
    except Refused as refusal:
        assert (refusal.state, refusal.field) == ("45422", "email")
    except mysql.connector.Error as error:
        # Too long for the parameter: the shell says so.
        assert error.errno == 1406
    else:
        pytest.fail("it was taken")


def test_an_address_that_is_taken_or_the_own(db: Database) -> None:
    ada, sam = db.alumnus(), db.student()
    with pytest.raises(Refused) as refusal:
        change_email(db, ada, email_of(db, sam).upper())
    assert (refusal.value.state, refusal.value.field) == ("45409", "email")
    with pytest.raises(Refused) as refusal:
        change_email(db, ada, email_of(db, ada))
    assert refusal.value.state == "45422"


def test_links_expire_and_a_later_one_replaces_them(db: Database) -> None:
    ada = db.alumnus()
    change_email(db, ada, new_email())
    first = token_of(db, ada, "email_change")
    change_email(db, ada, new_email())
    second = token_of(db, ada, "email_change")
    db.rows(
        "UPDATE account_tokens SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND"
        " WHERE user_id = %s AND used_at IS NULL",
        ada,
    )
    for token in (first, second, "", None, "no such token"):
        with pytest.raises(Refused) as refusal:
            db.call("email_change_confirm", None, token)
        assert refusal.value.state == "45404"


def test_strangers_are_not_flooded(db: Database) -> None:
    ada, stranger = db.alumnus(), new_email()
    for _ in range(4):
        change_email(db, ada, stranger)
    with pytest.raises(Refused) as refusal:
        change_email(db, ada, stranger)
    assert refusal.value.state == "45429"


def test_two_who_want_the_same_address(db: Database) -> None:
    for _ in range(5):
        people, email = [db.alumnus(), db.student()], new_email()
        for one in people:
            change_email(db, one, email)
        tokens = [token_of(db, one, "email_change") for one in people]
        outcomes = states(
            at_once(db, *[calling("email_change_confirm", None, token) for token in tokens])
        )
        assert outcomes == {"": 1, "45409": 1}
        assert db.value("SELECT COUNT(*) FROM users WHERE email = %s", email) == 1


def test_a_password_changes_and_this_browser_gets_on(db: Database) -> None:
    ada = db.alumnus()
    here, elsewhere = new_hash(), new_hash()
    for token_hash in (elsewhere, here):
        sign_in(db, email_of(db, ada), token_hash=token_hash)
    number = attempt(db, ada)
    assert viewer_of(db, here)
    db.call("password_change", ada, number, 1, NEW_HASH)
    assert db.value("SELECT password_hash FROM users WHERE id = %s", ada) == NEW_HASH
    assert viewer_of(db, elsewhere) is None
    assert viewer_of(db, here)
    assert "password_changed" in mails_to(db, ada)


def test_a_wrong_password_changes_nothing_and_counts(db: Database) -> None:
    ada = db.alumnus()
    for name, value in (("password_change", NEW_HASH), ("email_change", new_email())):
        number = attempt(db, ada)
        with pytest.raises(Refused) as refusal:
            db.call(name, ada, number, 0, value)
        assert (refusal.value.state, refusal.value.field) == ("45422", "current_password")
        with pytest.raises(Refused) as refusal:
            db.call(name, ada, number, 1, value)
        assert refusal.value.state == "45409", "an attempt is used once"
    assert db.value("SELECT password_hash FROM users WHERE id = %s", ada) == PASSWORD_HASH
    for _ in range(3):
        attempt(db, ada)
    with pytest.raises(Refused) as refusal:
        attempt(db, ada)
    assert refusal.value.state == "45429"


def test_an_attempt_is_ones_own(db: Database) -> None:
    ada, eve = db.alumnus(), db.alumnus("Eve", "Evil")
    number = attempt(db, eve)
    with pytest.raises(Refused) as refusal:
        db.call("password_change", ada, number, 1, NEW_HASH)
    assert refusal.value.state == "45409"
    with pytest.raises(Refused) as refusal:
        db.call("password_change", None, number, 1, NEW_HASH)
    assert refusal.value.state == "45401"
    with pytest.raises(Refused) as refusal:
        db.call("password_change", eve, number, 1, "in clear")
    assert refusal.value.state == "45422"


def test_sessions_are_listed_and_closed(db: Database) -> None:
    ada = db.alumnus()
    here, elsewhere = new_hash(), new_hash()
    sign_in(db, email_of(db, ada), token_hash=elsewhere, user_agent="Firefox", address="192.0.2.9")
    sign_in(db, email_of(db, ada), token_hash=here)
    viewer_of(db, here)
    sessions = db.call("account_settings_read", ada).sessions
    assert [row.is_current for row in sessions] == [1, 0]
    assert (sessions[1].user_agent, sessions[1].client_address) == ("Firefox", "192.0.2.9")
    with pytest.raises(Refused) as refusal:
        db.call("session_close", db.student(), sessions[1].id)
    assert refusal.value.state == "45404", "of others one cannot"
    db.call("session_close", ada, sessions[1].id)
    assert len(db.call("account_settings_read", ada).sessions) == 1
    assert viewer_of(db, elsewhere) is None
    with pytest.raises(Refused) as refusal:
        db.call("account_settings_read", None)
    assert refusal.value.state == "45401"


def job_of(db: Database, poster: int) -> int:
    """Post a job."""
    return int(
        db.call(
            "job_post",
            poster,
            title="Engineer",
            company_name="Acme",
            job_type="full_time",
            description="Build things that last, with people who care.",
            vacancies=1,
            location="Berlin",
            skills="SQL",
            target_audience="all",
        ).job.id
    )


def test_who_leaves_is_gone_and_can_come_back(db: Database) -> None:
    ada = db.alumnus("Ada", "Lovelace")
    job = job_of(db, ada)
    here = new_hash()
    sign_in(db, email_of(db, ada), token_hash=here)
    db.call("account_delete", ada)
    assert viewer_of(db, here) is None
    assert db.value("SELECT name_of(%s)", ada) == "Former member"
    assert db.rows("SELECT 1 FROM directory_entries WHERE user_id = %s", ada) == []
    assert db.value("SELECT status FROM job_postings WHERE id = %s", job) == "closed"
    with pytest.raises(Refused) as refusal:
        db.call("account_delete", ada)
    assert refusal.value.state == "45401"
    assert mails_to(db, ada) == ["account_deleted"]

    token = token_of(db, ada, "account_deleted")
    assert db.call("account_restore", None, token).account.id == ada
    assert db.value("SELECT name_of(%s)", ada) == "Ada Lovelace"
    assert db.rows("SELECT 1 FROM directory_entries WHERE user_id = %s", ada)
    assert mails_to(db, ada) == ["account_deleted", "account_restored"]
    with pytest.raises(Refused) as refusal:
        db.call("account_restore", None, token)
    assert refusal.value.state == "45404", "a link works once"
    # Leaving again makes a new link; the one of the first time stays void.
    db.call("account_delete", ada)
    with pytest.raises(Refused):
        db.call("account_restore", None, token)
    db.call("account_restore", None, token_of(db, ada, "account_deleted"))


def test_links_that_wait_are_void_after_leaving(db: Database) -> None:
    ada = db.alumnus()
    change_email(db, ada, new_email())
    db.call("password_recover", None, email_of(db, ada))
    changing, recovering = (
        token_of(db, ada, "email_change"),
        token_of(db, ada, "reset_password"),
    )
    db.call("account_delete", ada)
    db.call("account_restore", None, token_of(db, ada, "account_deleted"))
    for name, token in (("email_change_confirm", changing), ("password_reset_read", recovering)):
        with pytest.raises(Refused) as refusal:
            db.call(name, None, token)
        assert refusal.value.state == "45404"


def test_the_password_brings_an_account_back(db: Database) -> None:
    ada = db.alumnus()
    email = email_of(db, ada)
    db.call("account_delete", ada)
    with pytest.raises(Refused) as refusal:
        sign_in(db, email, is_verified=0, is_restoring=1)
    assert refusal.value.state == "45422", "not without the password"
    with pytest.raises(Refused) as refusal:
        sign_in(db, email)
    assert (refusal.value.state, refusal.value.field) == ("45409", "restore")
    assert sign_in(db, email, is_restoring=1).id == ada
    with pytest.raises(Refused) as refusal:
        db.call("account_restore", None, token_of(db, ada, "account_deleted"))
    assert refusal.value.state == "45404"


def test_after_the_days_nobody_comes_back(db: Database) -> None:
    ada = db.alumnus()
    email = email_of(db, ada)
    db.call("account_delete", ada)
    db.rows("UPDATE users SET deleted_at = deleted_at - INTERVAL 30 DAY WHERE id = %s", ada)
    db.rows(
        "UPDATE account_tokens SET expires_at = expires_at - INTERVAL 30 DAY WHERE user_id = %s",
        ada,
    )
    with pytest.raises(Refused) as refusal:
        db.call("account_restore", None, token_of(db, ada, "account_deleted"))
    assert refusal.value.state == "45404"
    with pytest.raises(Refused) as refusal:
        sign_in(db, email, is_restoring=1)
    assert refusal.value.state == "45422"


def test_a_blocked_account_does_not_come_back_by_signing_in(db: Database) -> None:
    ada = db.alumnus()
    db.call("account_delete", ada)
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", ada)
    with pytest.raises(Refused) as refusal:
        sign_in(db, email_of(db, ada), is_restoring=1)
    assert refusal.value.state == "45403"


@pytest.fixture
def only_admins(db: Database) -> Iterator[list[int]]:
    """Two admins, and no others."""
    others = [
        row.id for row in db.rows("SELECT id FROM users WHERE role_id = 1 AND status = 'active'")
    ]
    pair = [db.admin(), db.admin()]
    for other in others:
        db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", other)
    yield pair
    for other in others:
        db.rows("UPDATE users SET status = 'active' WHERE id = %s", other)


def test_the_last_two_of_the_office_do_not_leave_at_once(
    db: Database, only_admins: list[int]
) -> None:
    outcomes = states(at_once(db, *[calling("account_delete", admin) for admin in only_admins]))
    assert outcomes == {"": 1, "45409": 1}


def test_leaving_meets_coming_back(db: Database) -> None:
    for _ in range(5):
        ada = db.alumnus()
        db.call("account_delete", ada)
        token = token_of(db, ada, "account_deleted")
        outcomes = states(
            at_once(
                db,
                calling("account_restore", None, token),
                calling("account_restore", None, token),
                calling("account_delete", ada),
            )
        )
        # Restored once; deleted again or not, by who came first.
        assert outcomes["45404"] >= 1
        is_deleted = db.value("SELECT is_deleted FROM users WHERE id = %s", ada)
        assert is_deleted == (outcomes[""] == 2)
        listed = db.rows("SELECT 1 FROM directory_entries WHERE user_id = %s", ada)
        assert bool(listed) != bool(is_deleted)
