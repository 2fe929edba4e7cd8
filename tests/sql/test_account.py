"""Becoming a member: registration, confirmation, approval, recovery of a password."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.accounts import (
    email_of,
    mails_to,
    new_email,
    new_hash,
    register,
    set_setting,
    sign_in,
    token_of,
    viewer_of,
)
from tests.support.database import PASSWORD_HASH, Database, Refused


@pytest.fixture
def approval(db: Database) -> Iterator[None]:
    """Have the office approve new accounts, for one test."""
    before = set_setting(db, "registration_requires_approval", "1")
    yield
    set_setting(db, "registration_requires_approval", before)


@pytest.fixture(scope="module")
def lookup(db: Database) -> dict[str, int]:
    """Return ids of a degree and a campus that are offered, and of ones that are retired."""
    found = {}
    for is_retired in (0, 1):
        degree, campus = f"Degree {new_email()}", f"Campus {new_email()}"
        db.rows(
            "INSERT INTO degrees (name, level, semesters_count, is_retired)"
            " VALUES (%s, 'bachelor', 8, %s)",
            degree,
            is_retired,
        )
        db.rows("INSERT INTO campuses (name, is_retired) VALUES (%s, %s)", campus, is_retired)
        suffix = "_retired" if is_retired else ""
        found[f"degree{suffix}"] = db.value("SELECT id FROM degrees WHERE name = %s", degree)
        found[f"campus{suffix}"] = db.value("SELECT id FROM campuses WHERE name = %s", campus)
    return found


def test_an_alumnus_registers(db: Database, lookup: dict[str, int]) -> None:
    account = register(
        db,
        phone="+33 1 23 45 67 89",
        gender="female",
        degree_id=lookup["degree"],
        campus_id=lookup["campus"],
        student_id="S-1",
        graduation_year=1934,
    )
    assert account.status == "pending"
    profile = db.row("SELECT * FROM alumni_profiles WHERE user_id = %s", account.id)
    assert (profile.first_name, profile.last_name, profile.gender) == ("Grace", "Hopper", "female")
    assert (profile.phone, profile.student_number) == ("+33 1 23 45 67 89", "S-1")
    assert (profile.degree_id, profile.campus_id) == (lookup["degree"], lookup["campus"])
    assert profile.graduation_year == 1934
    assert db.rows("SELECT id FROM student_profiles WHERE user_id = %s", account.id) == []


def test_a_student_registers(db: Database) -> None:
    year = db.value("SELECT YEAR(UTC_TIMESTAMP())")
    account = register(
        db, user_type="student", expected_graduation_year=year + 2, current_semester=3
    )
    profile = db.row("SELECT * FROM student_profiles WHERE user_id = %s", account.id)
    assert (profile.expected_graduation_year, profile.current_semester) == (year + 2, 3)
    assert profile.gender == "undisclosed"
    assert db.rows("SELECT id FROM alumni_profiles WHERE user_id = %s", account.id) == []


def test_confirming_makes_a_member(db: Database) -> None:
    account = register(db)
    with pytest.raises(Refused) as refusal:
        sign_in(db, account.email)
    assert refusal.value.state == "45403"
    token = token_of(db, account.id, "confirm_address")
    stored = db.value(
        "SELECT token_hash = UNHEX(SHA2(%s, 256)) FROM email_verification_tokens"
        " WHERE user_id = %s",
        token,
        account.id,
    )
    assert stored == 1, "the table keeps the digest only"
    confirmed = db.call("account_confirm", None, token).account
    assert (confirmed.id, confirmed.status) == (account.id, "active")
    again = db.call("account_confirm", None, token).account
    assert again == confirmed, "opened twice: the same answer"
    assert sign_in(db, account.email).id == account.id


def test_links_that_do_not_confirm(db: Database) -> None:
    account = register(db)
    token = token_of(db, account.id, "confirm_address")
    db.rows(
        "UPDATE email_verification_tokens SET expires_at = UTC_TIMESTAMP() WHERE user_id = %s",
        account.id,
    )
    for wrong in (token, "nonsense", None):
        with pytest.raises(Refused) as refusal:
            db.call("account_confirm", None, wrong)
        assert (refusal.value.state, refusal.value.field) == ("45422", "token")
    assert db.value("SELECT status FROM users WHERE id = %s", account.id) == "pending"

    db.call("account_confirmation_send", None, account.email)
    db.call("account_confirm", None, token_of(db, account.id, "confirm_address"))
    assert db.value("SELECT status FROM users WHERE id = %s", account.id) == "active"


def test_a_new_link_is_for_unconfirmed_accounts_only(db: Database) -> None:
    member = db.student()
    db.call("account_confirmation_send", None, email_of(db, member))
    db.call("account_confirmation_send", None, new_email())
    assert mails_to(db, member) == []


def test_the_office_approves(db: Database, approval: None) -> None:
    admin = db.admin()
    account = register(db)
    confirmed = db.call(
        "account_confirm", None, token_of(db, account.id, "confirm_address")
    ).account
    assert confirmed.status == "pending"
    with pytest.raises(Refused) as refusal:
        sign_in(db, account.email)
    assert "waiting for approval" in refusal.value.message
    waiting = [row.id for row in db.call("dashboard_read", admin).accounts]
    assert account.id in waiting

    decided = db.call("account_decide", admin, account.id, "approve", None).account
    assert decided.status == "active"
    assert sign_in(db, account.email)
    assert mails_to(db, account.id) == ["confirm_address", "account_approved"]
    with pytest.raises(Refused) as refusal:
        db.call("account_decide", admin, account.id, "reject", "Too late")
    assert refusal.value.state == "45409"


def test_approved_before_the_address_is_confirmed(db: Database, approval: None) -> None:
    account = register(db)
    decided = db.call("account_decide", db.admin(), account.id, "approve", None).account
    assert decided.status == "pending"
    token = token_of(db, account.id, "confirm_address")
    assert db.call("account_confirm", None, token).account.status == "active"


def test_the_office_rejects_with_a_reason(db: Database, approval: None) -> None:
    admin = db.admin()
    account = register(db)
    with pytest.raises(Refused) as refusal:
        db.call("account_decide", admin, account.id, "reject", None)
    assert refusal.value.field == "reason"
    assert db.call("account_decide", admin, account.id, "reject", "Unknown here").account.status
    db.call("account_confirm", None, token_of(db, account.id, "confirm_address"))
    with pytest.raises(Refused) as refusal:
        sign_in(db, account.email)
    assert refusal.value.message == "Your account was not approved: Unknown here"


def test_who_decides_and_what_about(db: Database) -> None:
    account = register(db)
    for actor, user, decision, state in (
        (None, account.id, "approve", "45401"),
        (db.student(), account.id, "approve", "45403"),
        (db.alumnus(), account.id, "approve", "45403"),
        (db.admin(), 0, "approve", "45404"),
        (db.admin(), None, "approve", "45404"),
        (db.admin(), account.id, "perhaps", "45422"),
        (db.admin(), account.id, None, "45422"),
    ):
        with pytest.raises(Refused) as refusal:
            db.call("account_decide", actor, user, decision, "reason")
        assert refusal.value.state == state


def test_a_decision_is_in_the_audit_log(db: Database) -> None:
    admin, account = db.admin(), register(db)
    db.rows("SET @client_address = '192.0.2.7', @request_id = 'r-1'")
    db.call("account_decide", admin, account.id, "approve", None)
    db.rows("SET @client_address = NULL, @request_id = NULL")
    row = db.row(
        "SELECT * FROM admin_activity_log WHERE action = 'account_decide' AND subject_id = %s",
        account.id,
    )
    assert (row.actor_id, row.subject_table) == (admin, "users")
    assert (row.client_address, row.request_id) == ("192.0.2.7", "r-1")
    assert row.database_user.startswith("root@")


def test_a_member_does_not_register(db: Database) -> None:
    with pytest.raises(Refused) as refusal:
        db.call("account_register", db.student(), "alumni", "A", "B", new_email(), PASSWORD_HASH)
    assert refusal.value.state == "45409"


def test_an_address_has_one_account(db: Database) -> None:
    email = new_email()
    register(db, email=email)
    before = db.value("SELECT COUNT(*) FROM alumni_profiles")
    for same in (email, email.upper()):
        with pytest.raises(Refused) as refusal:
            register(db, email=same)
        assert (refusal.value.state, refusal.value.field) == ("45409", "email")
    assert db.value("SELECT COUNT(*) FROM alumni_profiles") == before


@pytest.mark.parametrize(
    "email",
    [
        "ada@example.org",
        "a.b+c@x-y.example.org",
        "o'hara@example.org",
        "1@2.co",
        "x" * 64 + "@example.org",
        "ada@xn--bcher-kva.example",
        "ada@example.xn--p1ai",
    ],
)
def test_addresses_that_are_taken(db: Database, email: str) -> None:
    assert db.value("SELECT is_email(%s)", email) == 1


@pytest.mark.parametrize(
    "email",
    [
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@localhost",
        "a b@example.org",
        "a@b@example.org",
        "a..b@example.org",
        ".a@example.org",
        "a.@example.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@127.0.0.1",
        "ada@example.org ",
        "ada@example.org\n",
        "a\tb@example.org",
        "a\x00b@example.org",
        "ädä@example.org",
        "ada@example.org>",
        "=?utf-8?q?ada?=@example.org",
        "ada=?utf-8?b?YQ==?=@example.org",
        "<ada@example.org>",
        "ada,bob@example.org",
        "x" * 65 + "@example.org",
        "ada@" + "x" * 240,
        "ada@ex\u200bample.org",
        '"a b"@example.org',
        "ada@example.c",
    ],
)
def test_addresses_that_nobody_has(db: Database, email: str) -> None:
    assert db.value("SELECT is_email(%s)", email) == 0
    with pytest.raises(Refused) as refusal:
        register(db, email=email)
    assert (refusal.value.state, refusal.value.field) == ("45422", "email")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 second"),
        (2, "2 seconds"),
        (90, "90 seconds"),
        (91, "2 minutes"),
        (900, "15 minutes"),
        (5400, "90 minutes"),
        (5401, "2 hours"),
        (84289, "24 hours"),
        (86400, "24 hours"),
        (None, None),
    ],
)
def test_how_long_to_wait_is_said_in_words(
    db: Database, seconds: int | None, words: str | None
) -> None:
    assert db.value("SELECT waiting_time_of(%s)", seconds) == words


YEAR = 2099  # later than any that is sensible


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("user_type", [None, "admin", "staff", "alumni "]),
        ("first_name", [None, "", "  ", "\u00a0\u2003", "\u200b\u200d"]),
        ("last_name", [None, " ", "A\nB", "A\x00", "B\x1b[0m", "\u202eA"]),
        ("password_hash", [None, "", "user123", "$2b$12$abc"]),
        ("phone", ["12", "call me", "+", "-----", "123\n4567", "١٢٣٤٥٦"]),
        ("gender", ["yes", ""]),
        ("degree_id", [0, 2**63]),
        ("campus_id", [0, 2**63]),
        ("student_id", ["a\x07"]),
        ("graduation_year", [0, 1066, YEAR]),
        ("expected_graduation_year", [0, 1999, YEAR]),
        ("current_semester", [0, 21, 255]),
    ],
)
def test_values_that_are_refused(db: Database, field: str, values: list[Any]) -> None:
    user_type = "student" if field in ("expected_graduation_year", "current_semester") else "alumni"
    for value in values:
        email = new_email()
        with pytest.raises(Refused) as refusal:
            register(db, **{"email": email, "user_type": user_type, field: value})
        assert (refusal.value.state, refusal.value.field) == ("45422", field), value
        assert len(refusal.value.message) <= 128
        assert db.rows("SELECT id FROM users WHERE email = %s", email) == []


def test_retired_degrees_and_campuses_are_not_offered(db: Database, lookup: dict[str, int]) -> None:
    offered = db.call("registration_form_read", None)
    assert lookup["degree"] in [row.id for row in offered.degrees]
    assert lookup["campus"] in [row.id for row in offered.campuses]
    for kind, rows in (("degree", offered.degrees), ("campus", offered.campuses)):
        retired = lookup[f"{kind}_retired"]
        assert retired not in [row.id for row in rows]
        with pytest.raises(Refused) as refusal:
            register(db, **{f"{kind}_id": retired})
        assert refusal.value.field == f"{kind}_id"


def test_a_forgotten_password_is_replaced(db: Database) -> None:
    student = db.student()
    email = email_of(db, student)
    token_hash = new_hash()
    sign_in(db, email, token_hash=token_hash)
    db.call("password_recover", None, email)
    older = token_of(db, student, "reset_password")
    db.call("password_recover", None, email)
    token = token_of(db, student, "reset_password")
    assert db.call("password_reset_read", None, token).reset.email == email

    new = PASSWORD_HASH.replace("t=3", "t=5")
    assert db.call("password_reset", None, token, new).account.id == student
    stored = db.call("session_challenge", email, None).challenge.password_hash
    assert stored == new
    assert viewer_of(db, token_hash) is None, "every session has ended"
    assert mails_to(db, student)[-1] == "password_changed"
    for used in (token, older, "nonsense", None):
        with pytest.raises(Refused) as refusal:
            db.call("password_reset_read", None, used)
        assert refusal.value.state == "45404"
        with pytest.raises(Refused) as refusal:
            db.call("password_reset", None, used, PASSWORD_HASH)
        assert refusal.value.state == "45404"


def test_recovering_confirms_the_address(db: Database) -> None:
    account = register(db)
    db.call("password_recover", None, account.email)
    token = token_of(db, account.id, "reset_password")
    assert db.call("password_reset", None, token, PASSWORD_HASH).account.status == "active"
    assert sign_in(db, account.email)


def test_recovering_lets_in_who_was_locked_out(db: Database) -> None:
    student = db.student()
    email = email_of(db, student)
    for _ in range(5):
        db.call("session_challenge", email, None)
    with pytest.raises(Refused) as refusal:
        db.call("session_challenge", email, None)
    assert refusal.value.state == "45429"
    db.call("password_recover", None, email)
    db.call("password_reset", None, token_of(db, student, "reset_password"), PASSWORD_HASH)
    assert sign_in(db, email).id == student


def test_a_recovering_link_expires(db: Database) -> None:
    student = db.student()
    db.call("password_recover", None, email_of(db, student))
    token = token_of(db, student, "reset_password")
    db.rows(
        "UPDATE password_reset_tokens SET expires_at = UTC_TIMESTAMP() WHERE user_id = %s", student
    )
    for procedure in ("password_reset_read", "password_reset"):
        with pytest.raises(Refused) as refusal:
            db.call(procedure, None, token)
        assert refusal.value.state == "45404"


def test_a_wrong_new_password_leaves_the_link_usable(db: Database) -> None:
    student = db.student()
    db.call("password_recover", None, email_of(db, student))
    token = token_of(db, student, "reset_password")
    with pytest.raises(Refused) as refusal:
        db.call("password_reset", None, token, "in clear")
    assert (refusal.value.state, refusal.value.field) == ("45422", "password_hash")
    assert db.call("password_reset_read", None, token).reset


def test_recovering_for_nobody_says_nothing(db: Database) -> None:
    before = db.value("SELECT COUNT(*) FROM mail_outbox")
    for email in (new_email(), "no address at all"):
        assert vars(db.call("password_recover", None, email)) == {}
    assert db.value("SELECT COUNT(*) FROM mail_outbox") == before
    with pytest.raises(Refused) as refusal:
        db.call("password_recover", None, " ")
    assert refusal.value.field == "email"


def test_what_has_expired_is_purged_after_a_while(db: Database) -> None:
    student = db.student()
    email = email_of(db, student)
    kept = sign_in(db, email).session_id
    old = sign_in(db, email).session_id
    db.rows(
        "UPDATE user_sessions SET idle_expires_at = '2000-01-01', expires_at = '2000-01-01'"
        " WHERE id = %s",
        old,
    )
    for procedure in ("password_recover", "account_confirmation_send"):
        db.call(procedure, None, email)
    db.rows("UPDATE password_reset_tokens SET expires_at = '2000-01-01'")
    db.rows("UPDATE sign_in_attempts SET created_at = '2000-01-01' WHERE user_id = %s", student)
    db.rows("UPDATE throttles SET window_ends_at = '2000-01-01' WHERE subject = %s", email)
    db.rows(
        "INSERT INTO idempotency_keys (actor_id, procedure_name, idempotency_key, result_id,"
        " created_at) VALUES (%s, 'x', 'old', 1, '2000-01-01'), (%s, 'x', 'new', 1, NOW())",
        student,
        student,
    )
    db.rows("CALL _expired_purge()")
    sessions = db.rows("SELECT id FROM user_sessions WHERE user_id = %s", student)
    assert [row.id for row in sessions] == [kept]
    for table, column, value in (
        ("password_reset_tokens", "user_id", student),
        ("sign_in_attempts", "user_id", student),
        ("throttles", "subject", email),
    ):
        assert db.rows(f"SELECT 1 FROM {table} WHERE {column} = %s", value) == []
    keys = db.rows("SELECT idempotency_key AS k FROM idempotency_keys WHERE actor_id = %s", student)
    assert [row.k for row in keys] == ["new"]
