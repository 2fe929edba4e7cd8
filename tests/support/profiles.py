"""Profiles as tests fill them: by SQL, so that reading is tested without the editing."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from tests.support.database import Client, Database, Refused

FIELDS = (
    "profile",
    "photo",
    "email",
    "phone",
    "birth_date",
    "work_history",
    "achievements",
    "cv",
)


def campus(db: Client, name: str) -> int:
    """Return a campus of that name; makes it where it is missing."""
    db.rows("INSERT IGNORE INTO campuses (name, city) VALUES (%s, 'Testville')", name)
    return int(db.value("SELECT id FROM campuses WHERE name = %s", name))


def set_audience(db: Client, user_id: int, field: str, audience: str) -> None:
    """Choose who may see a field."""
    db.rows(
        "INSERT INTO privacy_settings (user_id, field, audience) VALUES (%s, %s, %s)"
        " ON DUPLICATE KEY UPDATE audience = VALUES(audience)",
        user_id,
        field,
        audience,
    )
    db.rows("CALL _directory_write(%s)", user_id)


def set_profile(db: Client, user_id: int, **columns: Any) -> None:
    """Set columns of the profile that speaks for a person."""
    role = db.value("SELECT role_of(%s)", user_id)
    table = "alumni_profiles" if role == "alumni" else "student_profiles"
    for name, value in columns.items():
        db.rows(f"UPDATE {table} SET {name} = %s WHERE user_id = %s", value, user_id)
    db.rows("CALL _directory_write(%s)", user_id)


def add_work(db: Client, user_id: int, job_title: str, company: str, **more: Any) -> None:
    """Add a position to an alumnus."""
    values = {"start_date": "2020-01-01", **more}
    names = "".join(f", {name}" for name in values)
    db.rows(
        f"INSERT INTO alumni_work_history (alumni_profile_id, job_title, company{names})"
        f" SELECT id, %s, %s{', %s' * len(values)} FROM alumni_profiles WHERE user_id = %s",
        job_title,
        company,
        *values.values(),
        user_id,
    )
    db.rows("CALL _directory_write(%s)", user_id)


def add_achievement(db: Client, user_id: int, title: str, **more: Any) -> None:
    """Add an achievement to an alumnus."""
    values = {"kind": "award", **more}
    db.rows(
        f"INSERT INTO alumni_achievements (alumni_profile_id, title, {', '.join(values)})"
        f" SELECT id, %s{', %s' * len(values)} FROM alumni_profiles WHERE user_id = %s",
        title,
        *values.values(),
        user_id,
    )
    db.rows("CALL _directory_write(%s)", user_id)


def add_skill(db: Client, user_id: int, skill: str, level: str) -> None:
    """Add a skill that exists."""
    role = db.value("SELECT role_of(%s)", user_id)
    kind = "alumni" if role == "alumni" else "student"
    db.rows(
        f"INSERT INTO {kind}_skills ({kind}_profile_id, skill_id, proficiency_level)"
        f" SELECT p.id, k.id, %s FROM {kind}_profiles AS p JOIN skills AS k ON k.name = %s"
        " WHERE p.user_id = %s",
        level,
        skill,
        user_id,
    )
    db.rows("CALL _directory_write(%s)", user_id)


def add_file(
    db: Client, user_id: int, kind: str, width: int, content: bytes, file_name: str | None = None
) -> None:
    """Store a picture or a CV."""
    digest = hashlib.sha256(content).digest()
    media_type = "application/pdf" if kind == "cv" else "image/jpeg"
    db.rows(
        "INSERT IGNORE INTO media_files (sha256, media_type, byte_size, content)"
        " VALUES (%s, %s, %s, %s)",
        digest,
        media_type,
        len(content),
        content,
    )
    db.rows(
        "INSERT INTO profile_files (user_id, kind, width, media_file_id, file_name)"
        " SELECT %s, %s, %s, id, %s FROM media_files WHERE sha256 = %s",
        user_id,
        kind,
        width,
        file_name,
        digest,
    )


def follow(db: Client, follower: int, followed: int) -> None:
    """Let one person follow another, who need not be visible."""
    db.rows("INSERT INTO follows (follower_id, followed_id) VALUES (%s, %s)", follower, followed)


def refusal(call: Any, *arguments: Any, **named: Any) -> Refused:
    """Return the refusal that a call must end with."""
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value


def form(db: Database, person: int) -> Any:
    """Return what a person's form of their own profile shows."""
    return db.call("profile_form_read", person)
