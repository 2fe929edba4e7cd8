"""Events and registrations as rows, for tests of what happens to them afterwards."""

from __future__ import annotations

import secrets
from typing import Any

from tests.support.database import Client


def event(db: Client, creator: int, **columns: Any) -> int:
    """Insert a published event in ten days; returns events.id.

    `starts_in` and `lasts` are hours; other columns as they are.
    """
    starts_in, lasts = columns.pop("starts_in", 240), columns.pop("lasts", 2)
    values: dict[str, Any] = {
        "creator_id": creator,
        "created_by": creator,
        "title": "Career night",
        "slug": f"e-{secrets.token_hex(8)}",
        "description": "Come and *see*",
        "venue": "Aula",
        "time_zone": "Europe/Lisbon",
        "status": "published",
        **columns,
    }
    names = ", ".join([*values, "starts_at", "ends_at", "published_at"])
    marks = ", ".join(["%s"] * len(values))
    db.rows(
        f"INSERT INTO events ({names}) VALUES ({marks}, UTC_TIMESTAMP() + INTERVAL %s HOUR,"
        " UTC_TIMESTAMP() + INTERVAL %s HOUR, UTC_TIMESTAMP())",
        *values.values(),
        starts_in,
        starts_in + lasts,
    )
    return int(db.value("SELECT LAST_INSERT_ID()"))


def registration(
    db: Client, event_id: int, user: int, status: str = "registered", **columns: Any
) -> int:
    """Insert a registration; returns its id."""
    values: dict[str, Any] = {
        "event_id": event_id,
        "user_id": user,
        "status": status,
        "check_in_code": secrets.token_urlsafe(16),
        **columns,
    }
    if status in {"waitlisted", "offered", "expired"}:
        values.setdefault("queue_number", 1)
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    extra = {"attended": "checked_in_at", "offered": "offer_expires_at"}.get(status)
    if extra:
        names, marks = f"{names}, {extra}", f"{marks}, UTC_TIMESTAMP()"
    db.rows(f"INSERT INTO event_registrations ({names}) VALUES ({marks})", *values.values())
    return int(db.value("SELECT LAST_INSERT_ID()"))


def members(db: Client, count: int, role: str = "student") -> list[int]:
    """Insert many accounts quickly, without profiles of their own."""
    mark = secrets.token_hex(6)
    db.rows(
        "INSERT INTO users (email, password_hash, role_id, status, email_verified_at,"
        " approved_at)"
        " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < %s)"
        " SELECT CONCAT('m', i, '.', %s, '@example.org'), '$argon2id$none', r.id, 'active',"
        " UTC_TIMESTAMP(), UTC_TIMESTAMP() FROM n JOIN roles AS r ON r.name = %s",
        count,
        mark,
        role,
    )
    people = [
        int(row.id)
        for row in db.rows("SELECT id FROM users WHERE email LIKE %s ORDER BY id", f"m%.{mark}@%")
    ]
    for person in people:
        db.rows(
            "INSERT INTO student_profiles (user_id, first_name, last_name)"
            " VALUES (%s, %s, 'Member')",
            person,
            f"M{person}",
        )
    return people


def state(db: Client, registration_id: int) -> str:
    """Return the state of a registration."""
    return str(db.value("SELECT status FROM event_registrations WHERE id = %s", registration_id))
