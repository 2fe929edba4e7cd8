"""What no statement may write, no matter who sends it."""

from __future__ import annotations

import mysql.connector
import pytest

from tests.support.database import Database, Refused
from tests.support.messages import acquainted

CHECKED, TAKEN, SIGNALLED = 3819, 1062, 1644


def error_of(db: Database, statement: str, *values: object) -> int | None:
    """Run a statement that must not write anything; returns the number of its error."""
    try:
        db.rows(statement, *values)
    except mysql.connector.Error as error:
        return error.errno
    return None


def test_every_boolean_is_0_or_1(db: Database) -> None:
    booleans = db.rows(
        "SELECT c.table_name AS t, c.column_name AS c FROM information_schema.columns AS c"
        " JOIN information_schema.tables AS t USING (table_schema, table_name)"
        " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
        " AND c.column_type = 'tinyint(1)' AND c.generation_expression = ''"
        " AND c.table_name NOT LIKE 'schema\\_%'"
    )
    checks = " ".join(
        str(row.clause)
        for row in db.rows(
            "SELECT check_clause AS clause FROM information_schema.check_constraints"
            " JOIN information_schema.table_constraints USING (constraint_schema, constraint_name)"
            " WHERE constraint_schema = DATABASE() AND enforced = 'YES'"
            " AND check_clause LIKE '% in (0,1)%'"
        )
    )
    assert len(booleans) > 30
    names = {
        row.name
        for row in db.rows(
            "SELECT constraint_name AS name FROM information_schema.table_constraints"
            " WHERE constraint_schema = DATABASE() AND constraint_type = 'CHECK'"
        )
    }
    for row in booleans:
        assert f"ck_{row.t}_{row.c}_boolean" in names
        assert f"`{row.c}` in (0,1)" in checks, row
    db.alumnus()
    assert error_of(db, "UPDATE alumni_profiles SET is_mentor = 2") == CHECKED
    assert error_of(db, "UPDATE users SET is_deleted = 2") == CHECKED


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("alumni_profiles", "first_name"),
        ("alumni_profiles", "last_name"),
        ("student_profiles", "first_name"),
        ("student_profiles", "last_name"),
        ("staff_profiles", "first_name"),
        ("staff_profiles", "last_name"),
        ("skills", "name"),
        ("skill_domains", "name"),
        ("institution_info", "name"),
    ],
)
def test_a_name_is_not_empty(db: Database, table: str, column: str) -> None:
    db.alumnus()
    db.student()
    db.admin()
    for empty in ("", "  "):
        assert error_of(db, f"UPDATE {table} SET {column} = %s LIMIT 1", empty) == CHECKED


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("alumni_profiles", "website_url"),
        ("alumni_profiles", "linkedin_url"),
        ("student_profiles", "website_url"),
        ("student_profiles", "linkedin_url"),
        ("institution_info", "website_url"),
    ],
)
def test_an_address_is_one_that_a_browser_may_open(db: Database, table: str, column: str) -> None:
    db.alumnus()
    db.student()
    for address in ("javascript:alert(1)", "data:text/html,x", "ftp://a.org", "https://", "a.org"):
        assert error_of(db, f"UPDATE {table} SET {column} = %s LIMIT 1", address) == CHECKED
    assert error_of(db, f"UPDATE {table} SET {column} = %s LIMIT 1", "https://a.org/") is None


def test_a_student_number_belongs_to_one_person(db: Database) -> None:
    one, two = db.student(), db.student()
    db.rows("UPDATE student_profiles SET student_number = 'N-1' WHERE user_id = %s", one)
    assert (
        error_of(db, "UPDATE student_profiles SET student_number = 'n-1' WHERE user_id = %s", two)
        == TAKEN
    )
    for user_type in ("student", "alumni"):
        with pytest.raises(Refused) as refusal:
            db.call(
                "account_register",
                None,
                user_type,
                "Nora",
                "Number",
                f"n1.{user_type}@example.org",
                "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21l$aGFzaA",
                student_id=" N-1 ",
            )
        assert (refusal.value.status, refusal.value.field) == (422, "student_id")


def test_a_message_is_of_one_of_the_two(db: Database) -> None:
    one, two, stranger = db.alumnus(), db.student(), db.student()
    conversation = acquainted(db, one, two)
    other = acquainted(db, one, stranger)
    insert = "INSERT INTO messages (conversation_id, sender_id, body) VALUES (%s, %s, 'Hi')"
    assert error_of(db, insert, conversation, stranger) == SIGNALLED
    assert error_of(db, insert, conversation, two) is None
    move = "UPDATE messages SET conversation_id = %s WHERE sender_id = %s"
    assert error_of(db, move, other, two) == SIGNALLED
    wrong = "UPDATE conversation_participants SET other_id = %s WHERE user_id = %s"
    assert error_of(db, wrong, stranger, two) == SIGNALLED
    assert error_of(db, wrong, two, two) == CHECKED
