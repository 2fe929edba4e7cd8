"""The demo data: a small university that never was, loaded through the procedures.

So every rule holds for it. Only what no procedure would let anybody do is written directly, at the
end: dates in the past. Content: db/demo/*.json.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from tools.seed import (
    demo_about,
    demo_announcements,
    demo_event,
    demo_event_extras,
    demo_feed,
    demo_mentoring,
    demo_messages,
    demo_office,
    demo_profiles,
    demo_report,
)
from tools.seed.documents import WRITERS
from tools.seed.state import DEMO_PASSWORD, LOADED, LOADING, MARK, state
from tools.settings import CHECKOUT
from web import passwords

JOB_COLUMNS = (
    "title",
    "company_name",
    "job_type",
    "location",
    "is_remote",
    "experience_level",
    "description",
    "requirements",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_period",
)


def _read(name: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads((CHECKOUT / "db" / "demo" / f"{name}.json").read_text(encoding="utf-8"))


class Demo:
    """The load over one administrator's connection."""

    def __init__(self, connection: Any) -> None:  # noqa: ANN401 - untyped driver
        self.connection = connection
        self.people: dict[str, int] = {}

    def load(self, report: Callable[[str], None]) -> bool:
        """Load what is missing; returns whether the demo data is there now."""
        found = state(self.connection)
        if found == LOADED:
            return True
        if found is None and self.value("SELECT COUNT(*) FROM users"):
            return False
        if found == LOADING:
            report("Taking an interrupted load away")
            self._take_away()
        self.run(
            "INSERT INTO settings (name, value, description) VALUES (%s, %s,"
            " 'loaded: this is the demo university; its people are made up')"
            " ON DUPLICATE KEY UPDATE value = %s",
            MARK,
            LOADING,
            LOADING,
        )
        report("Loading the demo university")
        self._university()
        self._people()
        demo_profiles.load(self)
        self._jobs()
        self._applications()
        demo_event.load(self)
        demo_event_extras.load(self)
        demo_announcements.load(self)
        demo_about.load(self)
        demo_messages.load(self)
        demo_feed.load(self)
        demo_mentoring.load(self)
        demo_office.load(self)
        demo_report.load(self)
        self._finish()
        return True

    def run(self, statement: str, *arguments: object) -> None:
        """Run one statement."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, arguments)

    def value(self, statement: str, *arguments: object) -> Any:  # noqa: ANN401
        """Return the first value of the first row, or None."""
        found = self.rows(statement, *arguments)
        return found[0][0] if found else None

    def rows(self, statement: str, *arguments: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with self.connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            return list(cursor.fetchall())

    def call(self, procedure: str, *arguments: object) -> Any:  # noqa: ANN401
        """Call a procedure; returns the first value of its first row, as a rule an id."""
        with self.connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(arguments))
            cursor.execute(f"CALL {procedure}({marks})", arguments)
            found = cursor.fetchall()[0][0] if cursor.with_rows else None
            while cursor.nextset():
                if cursor.with_rows:
                    cursor.fetchall()
        return found

    def _take_away(self) -> None:
        """Empty what a load fills; only ever called on a database that holds nothing else."""
        tables = (
            "job_application_history",
            "job_applications",
            "job_views",
            "job_terms",
            "job_posting_skills",
            "job_postings",
            "media_files",
            "mail_outbox",
            "audit_pending",
            "audit_seals",
            "admin_activity_log",
            "account_terms",
            "search_rewrites",
            "user_sessions",
            "alumni_profiles",
            "student_profiles",
            "staff_profiles",
            "users",
            "degrees",
            "campuses",
            *demo_profiles.TABLES,
            *demo_event.TABLES,
            *demo_announcements.TABLES,
            *demo_about.TABLES,
            *demo_mentoring.TABLES,
            *demo_messages.TABLES,
            *demo_feed.TABLES,
            *demo_office.TABLES,
            "admin_activity_log",
            "user_sessions",
            "alumni_profiles",
            "student_profiles",
            "staff_profiles",
            "users",
            "degrees",
            "campuses",
            *demo_profiles.TABLES,
            *demo_event.TABLES,
        )
        self.run("SET foreign_key_checks = 0")
        for table in tables:
            self.run(f"TRUNCATE TABLE {table}")
        # The chain of the audit log begins anew.
        self.run("UPDATE audit_heads SET position = 0, chain_hash = REPEAT(x'00', 32)")
        self.run("SET foreign_key_checks = 1")

    def _university(self) -> None:
        university = _read("university")
        self.run(
            "UPDATE institution_info SET name = %s, short_name = %s, website_url = %s,"
            " contact_email = %s, founded_year = %s, currency = %s, time_zone = %s WHERE id = 1",
            *(
                university[key]
                for key in (
                    "name",
                    "short_name",
                    "website_url",
                    "contact_email",
                    "founded_year",
                    "currency",
                    "time_zone",
                )
            ),
        )
        for campus in university["campuses"]:
            self.run(
                "INSERT INTO campuses (name, city) VALUES (%s, %s)", campus["name"], campus["city"]
            )
        for degree in university["degrees"]:
            self.run(
                "INSERT INTO degrees (name, abbreviation, level, semesters_count)"
                " VALUES (%s, %s, %s, %s)",
                *degree,
            )

    def _people(self) -> None:
        # One hash for all: a hash a person would cost more than the rest of the load.
        hashed = passwords.hash_password(DEMO_PASSWORD)
        this_year = dt.datetime.now(dt.UTC).year
        for person in _read("people"):
            email, role = person["email"], person["role"]
            names = person["first_name"], person["last_name"]
            if role == "admin":
                self.people[email] = self.call("user_add", None, email, hashed, role, *names)
                continue
            graduation = person.get("graduation_year")
            semester = person.get("semester")
            self.people[email] = self.call(
                "account_register",
                None,
                role,
                *names,
                email,
                hashed,
                None,
                person["gender"],
                self.value("SELECT id FROM degrees WHERE abbreviation = %s", person["degree"]),
                self.value("SELECT id FROM campuses WHERE name = %s", person["campus"]),
                None,
                graduation,
                this_year + (9 - semester) // 2 if semester else None,
                semester,
            )
            token = self.value(
                "SELECT data ->> '$.token' FROM mail_outbox WHERE recipient_id = %s",
                self.people[email],
            )
            self.call("account_confirm", None, token)

    def _jobs(self) -> None:
        today = dt.datetime.now(dt.UTC).date()
        for job in _read("jobs"):
            poster = self.people[job["poster"]]
            self.call(
                "job_post",
                poster,
                *(job[column] for column in JOB_COLUMNS),
                today + dt.timedelta(job["deadline_in_days"]),
                job["vacancies"],
                job["skills"],
                job["target_audience"],
                None,
            )

    def _applications(self) -> None:
        jobs = _read("jobs")
        names = {
            person["email"]: f"{person['first_name']} {person['last_name']}"
            for person in _read("people")
        }
        for entry in _read("applications"):
            applicant = self.people[entry["applicant"]]
            poster = self.people[jobs[entry["job"] - 1]["poster"]]
            kind = entry["cv"] if entry["cv"] in WRITERS else "pdf"
            cv = WRITERS[kind](
                [
                    names[entry["applicant"]],
                    "Curriculum vitae",
                    "",
                    entry["cover_letter"] or "Details on request.",
                ]
            )
            application = self.call(
                "job_apply",
                applicant,
                entry["job"],
                entry["cover_letter"],
                entry["expected_salary"],
                cv,
                f"cv.{kind}",
                None,
            )
            for status in entry["moves"]:
                if status == "withdrawn":
                    self.call("job_application_withdraw", applicant, application)
                else:
                    self.call("job_application_move", poster, application, status, None)
            if entry["note"]:
                self.call("job_application_note", poster, application, entry["note"])
        for number, job in enumerate(jobs, 1):
            if job.get("end") == "close":
                self.call("job_close", self.people[job["poster"]], number)
            if job.get("end") == "delete":
                self.call("job_delete", self.people[job["poster"]], number)
        for viewer, number in self._views():
            self.call("job_open", viewer, number)

    def _views(self) -> Iterator[tuple[int, int]]:
        """Yield who looked at which posting: everybody at some, always the same."""
        turn = count()
        for person in self.people.values():
            for number, job in enumerate(_read("jobs"), 1):
                fits = job["target_audience"] == "all" and job.get("end") is None
                if next(turn) % 7 == 0 and fits:
                    yield person, number

    def _finish(self) -> None:
        """Spread what happened over the past months, and forget the mails that it caused."""
        jobs = _read("jobs")
        for number, job in enumerate(jobs, 1):
            # In the order in which they were posted: lists are by id.
            self.run(
                "UPDATE job_postings SET created_at = created_at - INTERVAL %s HOUR,"
                " updated_at = created_at WHERE id = %s",
                (len(jobs) - number) * 41 + 3,
                number,
            )
            if job.get("end") == "expire":
                self.run(
                    "UPDATE job_postings SET deadline = UTC_DATE() - INTERVAL 3 DAY WHERE id = %s",
                    number,
                )
        self.run(
            "UPDATE job_applications AS a JOIN job_postings AS j ON j.id = a.job_posting_id"
            " SET a.application_date = j.created_at + INTERVAL (a.id * 7) MOD 20 HOUR"
        )
        self.run(
            "UPDATE job_application_history AS h"
            " JOIN job_applications AS a ON a.id = h.job_application_id"
            " SET h.created_at = LEAST(a.application_date + INTERVAL"
            " IF(h.from_status IS NULL, 0, (h.id * 5) MOD 40) HOUR, UTC_TIMESTAMP(6))"
        )
        self.run("UPDATE users SET created_at = created_at - INTERVAL (id * 11) MOD 300 DAY")
        demo_profiles.spread(self)
        demo_event.spread(self)
        demo_event_extras.spread(self)
        demo_announcements.spread(self)
        demo_about.spread(self)
        demo_messages.spread(self)
        demo_feed.spread(self)
        demo_mentoring.spread(self)
        demo_office.spread(self)
        demo_report.spread(self)
        self.call("_jobs_close_due")
        self.call("_statistics_refresh")
        self.run("DELETE FROM mail_outbox")
        self.run("UPDATE settings SET value = %s WHERE name = %s", LOADED, MARK)
