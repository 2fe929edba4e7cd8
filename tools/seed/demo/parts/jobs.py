"""Job postings and applications. Content: db/demo/jobs.json, applications.json."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from tools.seed.demo.client import Demo
from tools.seed.documents import WRITERS

COLUMNS = (
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


def load(demo: Demo) -> None:
    """Post the jobs, then let people apply."""
    _post(demo)
    _apply(demo)


def spread(demo: Demo) -> None:
    """Spread what happened over the past months."""
    jobs = demo.content("jobs")
    for number, job in enumerate(jobs, 1):
        # In the order in which they were posted: lists are by id.
        demo.run(
            "UPDATE job_postings SET created_at = created_at - INTERVAL %s HOUR,"
            " updated_at = created_at WHERE id = %s",
            (len(jobs) - number) * 41 + 3,
            number,
        )
        if job.get("end") == "expire":
            demo.run(
                "UPDATE job_postings SET deadline = UTC_DATE() - INTERVAL 3 DAY WHERE id = %s",
                number,
            )
    demo.run(
        "UPDATE job_applications AS a JOIN job_postings AS j ON j.id = a.job_posting_id"
        " SET a.application_date = j.created_at + INTERVAL (a.id * 7) MOD 20 HOUR"
    )
    demo.run(
        "UPDATE job_application_history AS h"
        " JOIN job_applications AS a ON a.id = h.job_application_id"
        " SET h.created_at = LEAST(a.application_date + INTERVAL"
        " IF(h.from_status IS NULL, 0, (h.id * 5) MOD 40) HOUR, UTC_TIMESTAMP(6))"
    )


def _post(demo: Demo) -> None:
    today = dt.datetime.now(dt.UTC).date()
    for job in demo.content("jobs"):
        poster = demo.people[job["poster"]]
        demo.call(
            "job_post",
            poster,
            *(job[column] for column in COLUMNS),
            today + dt.timedelta(job["deadline_in_days"]),
            job["vacancies"],
            job["skills"],
            job["target_audience"],
            None,
        )


def _apply(demo: Demo) -> None:
    jobs = demo.content("jobs")
    names = {
        person["email"]: f"{person['first_name']} {person['last_name']}"
        for person in demo.content("people")
    }
    for entry in demo.content("applications"):
        applicant = demo.people[entry["applicant"]]
        poster = demo.people[jobs[entry["job"] - 1]["poster"]]
        kind = entry["cv"] if entry["cv"] in WRITERS else "pdf"
        cv = WRITERS[kind](
            [
                names[entry["applicant"]],
                "Curriculum vitae",
                "",
                entry["cover_letter"] or "Details on request.",
            ]
        )
        application = demo.call(
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
                demo.call("job_application_withdraw", applicant, application)
            else:
                demo.call("job_application_move", poster, application, status, None)
        if entry["note"]:
            demo.call("job_application_note", poster, application, entry["note"])
    for number, job in enumerate(jobs, 1):
        if job.get("end") == "close":
            demo.call("job_close", demo.people[job["poster"]], number)
        if job.get("end") == "delete":
            demo.call("job_delete", demo.people[job["poster"]], number)
    for viewer, number in _views(demo):
        demo.call("job_open", viewer, number)


def _views(demo: Demo) -> Iterator[tuple[int, int]]:
    """Yield views of postings as (person, job): some for each person, the same in every run."""
    turn = count()
    for person in demo.people.values():
        for number, job in enumerate(demo.content("jobs"), 1):
            fits = job["target_audience"] == "all" and job.get("end") is None
            if next(turn) % 7 == 0 and fits:
                yield person, number
