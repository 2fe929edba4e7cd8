"""Whatever is typed: a sentence of the contract or the server's own about the parameter."""

from __future__ import annotations

import re
from typing import Any

import mysql.connector
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.accounts import new_email
from tests.support.database import PASSWORD_HASH, Database, Refused
from tests.support.strange import STRANGE

TEXTS = st.one_of(
    st.none(),
    st.text(max_size=300),
    st.sampled_from(
        [
            "",
            " ",
            "0",
            "-1",
            "alumni",
            "student",
            "female",
            "user@example.org",
            "é" * 255,
            "x" * 100_000,
            "\x00",
            "😀" * 80,
            "<script>alert(1)</script>",
            "'; DROP TABLE users; --",
            "$argon2id$",
            "\\",
            "%",
            "\u202e",
            "+49 30 123",
            "1e400",
            "NaN",
            "2024",
        ]
    ),
)
NUMBERS = st.one_of(
    st.none(),
    st.integers(-(2**70), 2**70),
    st.sampled_from([0, 1, 255, 256, 65535, 65536, 2000, 2026, 2**63, 2**64 - 1, 2**64]),
)
ANYTHING = st.one_of(TEXTS, NUMBERS)
PROFILE = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

REGISTRATION: dict[str, Any] = {
    "user_type": "student",
    "first_name": "Ada",
    "last_name": "Lovelace",
    "password_hash": PASSWORD_HASH,
    "phone": None,
    "gender": None,
    "degree_id": None,
    "campus_id": None,
    "student_id": None,
    "graduation_year": None,
    "expected_graduation_year": None,
    "current_semester": None,
}


def outcome(db: Database, procedure: str, **values: Any) -> Any:
    """Call; returns what came back, or None after a refusal that the contract allows."""
    try:
        return db.call(procedure, **values)
    except Refused as refusal:
        assert refusal.state in {"45401", "45403", "45404", "45409", "45422", "45429"}
        assert 0 < len(refusal.message) <= 128
    except mysql.connector.Error as error:
        # Class 22: the value does not fit the type; HY000 1366 and 1264 are of the same kind.
        assert str(error.sqlstate).startswith("22") or error.errno in {1366, 1265}, error
        assert re.search(r"\bp_[a-z_]+", str(error.msg)), error
    return None


@pytest.mark.parametrize("field", [*REGISTRATION, "email"])
def test_every_strange_text_in_every_field(db: Database, field: str) -> None:
    for value in STRANGE:
        changes = {**REGISTRATION, "email": new_email(), field: value}
        found = outcome(db, "account_register", **changes)
        if found is not None:
            assert db.value("SELECT COUNT(*) FROM users WHERE id = %s", found.account.id) == 1


@PROFILE
@given(changes=st.dictionaries(st.sampled_from([*REGISTRATION, "email"]), ANYTHING, max_size=4))
def test_registering_with_anything(db: Database, changes: dict[str, Any]) -> None:
    values = {**REGISTRATION, "email": new_email(), **changes}
    before = db.value("SELECT COUNT(*) FROM users")
    found = outcome(db, "account_register", **values)
    after = db.value("SELECT COUNT(*) FROM users")
    assert after - before == (found is not None)
    # Nothing half-written: every account has a profile by its role, and a link was mailed.
    assert (
        db.value(
            "SELECT COUNT(*) FROM users AS u JOIN vw_people AS p ON p.id = u.id"
            " WHERE p.first_name IS NULL"
        )
        == 0
    )
    if found is not None:
        mailed = "SELECT COUNT(*) FROM mail_outbox WHERE recipient_id = %s"
        assert db.value(mailed, found.account.id) == 1


@PROFILE
@given(
    email=ANYTHING,
    address=ANYTHING,
    is_verified=st.one_of(st.sampled_from([0, 1, None]), ANYTHING),
    is_remembered=st.one_of(st.sampled_from([0, 1, None]), ANYTHING),
    token_hash=st.one_of(st.none(), st.binary(max_size=40)),
    user_agent=TEXTS,
    rehash=st.one_of(st.none(), TEXTS),
    replaced=st.one_of(st.none(), st.binary(max_size=40)),
)
def test_signing_in_with_anything(
    db: Database,
    email: object,
    address: object,
    is_verified: object,
    is_remembered: object,
    token_hash: object,
    user_agent: object,
    rehash: object,
    replaced: object,
) -> None:
    if outcome(db, "session_challenge", email=email, client_address=address) is None:
        return
    # Nobody has such an address: no session comes of it, whatever the client claims.
    attempt = db.value("SELECT MAX(id) FROM sign_in_attempts")
    found = outcome(
        db,
        "session_open",
        attempt_id=attempt,
        is_verified=is_verified,
        token_hash=token_hash,
        is_remembered=is_remembered,
        user_agent=user_agent,
        password_rehash=rehash,
        replaced_token_hash=replaced,
    )
    assert found is None


@PROFILE
@given(
    procedure=st.sampled_from(
        [
            "account_confirm",
            "account_confirmation_send",
            "password_recover",
            "password_reset",
            "password_reset_read",
            "session_close",
            "account_decide",
            "user_add",
            "user_role_set",
            "user_password_set",
            "mail_lease",
            "mail_finish",
        ]
    ),
    values=st.lists(ANYTHING, min_size=6, max_size=6),
)
def test_everything_else_with_anything(db: Database, procedure: str, values: list[object]) -> None:
    parameters, _ = db.contract(procedure)
    outcome(db, procedure, **dict(zip(parameters, values, strict=False)))
