"""What a DBA does with accounts, without the web."""

from __future__ import annotations

import json

import pytest

from tests.support.accounts import email_of, mails_to, new_email, new_hash, sign_in, viewer_of
from tests.support.database import PASSWORD_HASH, Database, Refused


def test_an_account_that_can_sign_in_at_once(db: Database) -> None:
    for role, table in (
        ("admin", "staff_profiles"),
        ("alumni", "alumni_profiles"),
        ("student", "student_profiles"),
    ):
        email = new_email()
        account = db.call("user_add", None, email, PASSWORD_HASH, role, "Noor", "Haddad").account
        assert (account.email, account.role, account.status) == (email, role, "active")
        assert sign_in(db, email).name == "Noor Haddad"
        profile = db.row(f"SELECT first_name FROM {table} WHERE user_id = %s", account.id)
        assert profile.first_name == "Noor"
        assert mails_to(db, account.id) == []


@pytest.mark.parametrize(
    ("changes", "state", "field"),
    [
        ({"email": "nonsense"}, "45422", "email"),
        ({"email": None}, "45422", "email"),
        ({"password_hash": "in clear"}, "45422", "password_hash"),
        ({"role": "king"}, "45422", "role"),
        ({"role": None}, "45422", "role"),
        ({"first_name": " "}, "45422", "first_name"),
        ({"last_name": None}, "45422", "last_name"),
    ],
)
def test_accounts_that_are_refused(
    db: Database, changes: dict[str, object], state: str, field: str
) -> None:
    values = {
        "email": new_email(),
        "password_hash": PASSWORD_HASH,
        "role": "student",
        "first_name": "A",
        "last_name": "B",
        **changes,
    }
    with pytest.raises(Refused) as refusal:
        db.call("user_add", None, **values)
    assert (refusal.value.state, refusal.value.field) == (state, field)
    assert db.rows("SELECT id FROM users WHERE email = %s", values["email"]) == []


def test_an_address_that_is_taken(db: Database) -> None:
    email = email_of(db, db.student())
    with pytest.raises(Refused) as refusal:
        db.call("user_add", None, email, PASSWORD_HASH, "admin", "A", "B")
    assert (refusal.value.state, refusal.value.field) == ("45409", "email")


def test_an_actor_who_is_named_must_be_an_admin(db: Database) -> None:
    email = email_of(db, db.student())
    admin = db.admin()
    for actor, state in ((db.alumnus(), "45403"), (0, "45401")):
        for procedure, values in (
            ("user_add", (new_email(), PASSWORD_HASH, "admin", "A", "B")),
            ("user_role_set", (email, "admin")),
            ("user_password_set", (email, PASSWORD_HASH)),
        ):
            with pytest.raises(Refused) as refusal:
                db.call(procedure, actor, *values)
            assert refusal.value.state == state
    added = db.call("user_add", admin, new_email(), PASSWORD_HASH, "student", "A", "B").account
    assert db.value("SELECT created_by FROM users WHERE id = %s", added.id) == admin


def test_a_student_becomes_an_alumnus_and_keeps_everything(db: Database) -> None:
    student = db.student("Mei", "Lin")
    email = email_of(db, student)
    db.rows(
        "UPDATE student_profiles SET phone = '12 34 56', gender = 'female', bio = 'Hello',"
        " student_number = 'S-9', cgpa = 3.5, expected_graduation_year = 2020 WHERE user_id = %s",
        student,
    )
    account = db.call("user_role_set", None, email, "alumni").account
    assert (account.id, account.role) == (student, "alumni")
    alumnus = db.row("SELECT * FROM alumni_profiles WHERE user_id = %s", student)
    assert (alumnus.first_name, alumnus.last_name) == ("Mei", "Lin")
    assert (alumnus.phone, alumnus.gender, alumnus.bio) == ("12 34 56", "female", "Hello")
    assert (alumnus.student_number, alumnus.graduation_year) == ("S-9", 2020)
    assert db.value("SELECT cgpa FROM student_profiles WHERE user_id = %s", student)
    assert db.value("SELECT role_of(%s)", student) == "alumni"


def test_back_and_forth_overwrites_no_profile(db: Database) -> None:
    student = db.student("Mei", "Lin")
    email = email_of(db, student)
    db.call("user_role_set", None, email, "alumni")
    db.rows("UPDATE alumni_profiles SET first_name = 'Mei-Mei' WHERE user_id = %s", student)
    for role, name in (("student", "Mei Lin"), ("alumni", "Mei-Mei Lin"), ("admin", "Mei-Mei Lin")):
        db.call("user_role_set", None, email, role)
        assert db.value("SELECT name_of(%s)", student) == name


def test_roles_that_cannot_be_set(db: Database) -> None:
    for email, role, state in (
        (new_email(), "admin", "45404"),
        (None, "admin", "45404"),
        (email_of(db, db.student()), "king", "45422"),
        (email_of(db, db.student()), None, "45422"),
    ):
        with pytest.raises(Refused) as refusal:
            db.call("user_role_set", None, email, role)
        assert refusal.value.state == state


def test_an_account_made_by_hand_without_a_profile(db: Database) -> None:
    email = new_email()
    db.rows(
        "INSERT INTO users (email, password_hash, role_id) VALUES (%s, %s, 3)", email, PASSWORD_HASH
    )
    with pytest.raises(Refused) as refusal:
        db.call("user_role_set", None, email, "alumni")
    assert refusal.value.state == "45409"
    db.rows("DELETE FROM users WHERE email = %s", email)


def test_a_new_password_ends_sessions_and_locks(db: Database) -> None:
    student = db.student()
    email = email_of(db, student)
    token_hash = new_hash()
    sign_in(db, email, token_hash=token_hash)
    for _ in range(5):
        db.call("session_challenge", email)
    db.call("user_password_set", None, email, PASSWORD_HASH)
    assert viewer_of(db, token_hash) is None
    assert sign_in(db, email).id == student
    assert mails_to(db, student) == ["password_changed"]
    with pytest.raises(Refused) as refusal:
        db.call("user_password_set", None, email, "in clear")
    assert refusal.value.state == "45422"
    with pytest.raises(Refused) as refusal:
        db.call("user_password_set", None, new_email(), PASSWORD_HASH)
    assert refusal.value.state == "45404"


def test_everything_is_in_the_audit_log_and_no_password_is(db: Database) -> None:
    admin, student = db.admin(), db.student()
    email = email_of(db, student)
    db.call("user_role_set", admin, email, "alumni")
    db.call("user_password_set", admin, email, PASSWORD_HASH)
    rows = db.rows(
        "SELECT * FROM admin_activity_log WHERE subject_table = 'users' AND subject_id = %s"
        " ORDER BY id",
        student,
    )
    assert [(row.action, row.actor_id) for row in rows] == [
        ("user_add", None),
        ("user_role_set", admin),
        ("user_password_set", admin),
    ]
    assert json.loads(rows[1].before_state) == {"role": "student"}
    assert json.loads(rows[1].after_state) == {"role": "alumni"}
    assert not any("argon2" in str(row) for row in rows)
