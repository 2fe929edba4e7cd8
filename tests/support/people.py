"""People with profiles as tests make them: written to the tables, then to the directories."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client, Database

ALUMNI, STUDENTS = "alumni", "students"
AUDIENCES = (
    "everyone",
    "members",
    "alumni",
    "students_of_my_campus",
    "people_i_follow",
    "only_me",
)


def lookup(db: Client, table: str, name: str, **columns: Any) -> int:
    """Return the id of a campus, a degree or a domain, made where it is missing."""
    columns = {"name": name, **columns}
    db.rows(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(columns))})"
        " ON DUPLICATE KEY UPDATE name = VALUES(name)",
        *columns.values(),
    )
    return int(db.value(f"SELECT id FROM {table} WHERE name = %s", name))


def degree(db: Client, name: str) -> int:
    """Return the id of a degree."""
    return lookup(db, "degrees", name, level="bachelor", semesters_count=6)


def campus(db: Client, name: str) -> int:
    """Return the id of a campus."""
    return lookup(db, "campuses", name)


def skill(db: Client, name: str, domain: str = "Other") -> int:
    """Return the id of a skill."""
    domain_id = lookup(db, "skill_domains", domain)
    return lookup(db, "skills", name, domain_id=domain_id)


class Maker:
    """Makes people of one database; the directories know them when `done` returns."""

    def __init__(self, db: Database) -> None:
        self.db = db

    def alumnus(self, first_name: str, last_name: str, **details: Any) -> int:
        """Make an alumnus; details are columns of the profile, and as `done` takes them."""
        return self._person("alumni", first_name, last_name, details)

    def student(self, first_name: str, last_name: str, **details: Any) -> int:
        """Make a student, as `alumnus`."""
        return self._person("student", first_name, last_name, details)

    def _person(self, role: str, first: str, last: str, details: dict[str, Any]) -> int:
        user = self.db.person(role, first, last)
        self.done(user, role, **details)
        return user

    def done(
        self,
        user: int,
        role: str,
        *,
        skills: dict[str, str] | None = None,
        work: list[tuple[str, str]] | None = None,
        former_names: list[str] | None = None,
        privacy: dict[str, str] | None = None,
        **columns: Any,
    ) -> None:
        """Write details of a person: skills with levels, (title, company) of work, privacy."""
        db = self.db
        kind = "alumni" if role == "alumni" else "student"
        if columns:
            assignments = ", ".join(f"{column} = %s" for column in columns)
            db.rows(
                f"UPDATE {kind}_profiles SET {assignments} WHERE user_id = %s",
                *columns.values(),
                user,
            )
        profile = db.value(f"SELECT id FROM {kind}_profiles WHERE user_id = %s", user)
        for name, level in (skills or {}).items():
            db.rows(
                f"INSERT INTO {kind}_skills ({kind}_profile_id, skill_id, proficiency_level)"
                " VALUES (%s, %s, %s)",
                profile,
                skill(db, name),
                level,
            )
        for title, company in work or []:
            db.rows(
                "INSERT INTO alumni_work_history (alumni_profile_id, job_title, company,"
                " start_date, end_date) VALUES (%s, %s, %s, '2001-01-01', '2005-01-01')",
                profile,
                title,
                company,
            )
        for name in former_names or []:
            db.rows("INSERT INTO former_names (user_id, name) VALUES (%s, %s)", user, name)
        for field, audience in (privacy or {}).items():
            db.rows(
                "REPLACE INTO privacy_settings (user_id, field, audience) VALUES (%s, %s, %s)",
                user,
                field,
                audience,
            )
        db.call("directory_rebuild", None, user)
