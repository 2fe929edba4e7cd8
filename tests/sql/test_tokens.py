"""Which links that were mailed still work after an account has changed: one row an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.accounts import email_of, new_email, token_of
from tests.support.database import PASSWORD_HASH, Database

TABLES = {
    "recover": ("password_reset_tokens", "", "", ""),
    "change": (
        "account_tokens",
        ", purpose, new_email",
        ", 'change_email', 'new@example.org'",
        " AND purpose = 'change_email'",
    ),
    "confirm": ("email_verification_tokens", "", "", ""),
}
"""Where the links of each purpose are kept, what else a row of them has, and how to find them."""


def mail_links(db: Database, person: int) -> None:
    """Let a person have a link of each purpose, all of which would work."""
    for table, columns, values, _ in TABLES.values():
        db.rows(
            f"INSERT INTO {table} (user_id, token_hash, expires_at{columns})"
            f" VALUES (%s, RANDOM_BYTES(32), UTC_TIMESTAMP() + INTERVAL 1 DAY{values})",
            person,
        )


def working_links(db: Database, person: int) -> set[str]:
    """Return the purposes of the links that work."""
    return {
        purpose
        for purpose, (table, _, _, only) in TABLES.items()
        if db.value(
            f"SELECT COUNT(*) FROM {table} WHERE user_id = %s AND used_at IS NULL{only}", person
        )
    }


def attempt(db: Database, person: int) -> int:
    """Begin to prove the password of a person."""
    return int(db.call("session_challenge", email_of(db, person)).challenge.attempt_id)


def reset_password(db: Database, person: int) -> None:
    db.call("password_recover", None, email_of(db, person))
    db.call("password_reset", None, token_of(db, person, "reset_password"), PASSWORD_HASH)


def change_password(db: Database, person: int) -> None:
    db.call("password_change", person, attempt(db, person), 1, PASSWORD_HASH)


def change_address(db: Database, person: int) -> None:
    db.call("email_change", person, attempt(db, person), 1, new_email())
    mail_links(db, person)
    db.call("email_change_confirm", None, token_of(db, person, "email_change"))


def reject(db: Database, person: int) -> None:
    await_approval(db, person)
    db.call("account_decide", db.admin(), person, "reject", "We do not know you.")


def approve(db: Database, person: int) -> None:
    await_approval(db, person)
    db.call("account_decide", db.admin(), person, "approve", None)


def await_approval(db: Database, person: int) -> None:
    db.rows(
        "UPDATE users SET status = 'pending', approved_at = NULL, email_verified_at = NULL"
        " WHERE id = %s",
        person,
    )


def unblock(db: Database, person: int) -> None:
    db.call("account_block", db.admin(), person, "Spam.")
    mail_links(db, person)
    db.call("account_unblock", db.admin(), person)


def undelete(db: Database, person: int) -> None:
    db.call("account_delete", person)
    mail_links(db, person)
    db.call("account_undelete", db.admin(), person)


def restore(db: Database, person: int) -> None:
    db.call("account_delete", person)
    mail_links(db, person)
    db.call("account_restore", None, token_of(db, person, "account_deleted"))


# The link that proves the registered address still works where the account waits for that proof.
EVENTS: list[tuple[Callable[[Database, int], object], set[str]]] = [
    (lambda *_: None, {"recover", "change", "confirm"}),
    (reset_password, {"confirm"}),
    (change_password, {"confirm"}),
    (
        lambda db, person: db.call("user_password_set", None, email_of(db, person), PASSWORD_HASH),
        {"confirm"},
    ),
    (change_address, set()),
    (lambda db, person: db.call("account_role_set", db.admin(), person, "admin"), {"confirm"}),
    (
        lambda db, person: db.call("user_role_set", None, email_of(db, person), "admin"),
        {"confirm"},
    ),
    (approve, {"confirm"}),
    (reject, set()),
    (lambda db, person: db.call("account_block", db.admin(), person, "Spam."), set()),
    (unblock, {"confirm"}),
    (lambda db, person: db.call("account_delete", person), set()),
    (undelete, set()),
    (restore, set()),
]


@pytest.mark.parametrize(("change", "expected"), EVENTS)
def test_which_links_still_work(
    db: Database, change: Callable[[Database, int], object], expected: set[str]
) -> None:
    person, neighbour = db.alumnus(), db.alumnus()
    mail_links(db, person)
    mail_links(db, neighbour)
    change(db, person)
    assert working_links(db, person) == expected
    assert working_links(db, neighbour) == set(TABLES)
