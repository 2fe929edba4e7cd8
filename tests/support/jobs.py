"""Postings and applications as tests make them."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client, Row

PDF = b"%PDF-1.4\na curriculum vitae\n%%EOF\n"


def post(client: Client, poster: int, **changes: Any) -> int:
    """Post a job; returns its id."""
    values = {
        "title": "Engineer",
        "company_name": "Northwind",
        "job_type": "full_time",
        "description": "Build things that last.",
        "vacancies": 1,
    }
    page = client.call("job_post", poster, **{**values, **changes})
    return int(page.job.id)


def apply(client: Client, applicant: int, job: int, **changes: Any) -> int:
    """Apply for a job; returns the application's id."""
    values = {"cv_file": PDF, "cv_file_name": "cv.pdf"}
    page = client.call("job_apply", applicant, job, **{**values, **changes})
    return int(page.application.id)


def move(client: Client, poster: int, application: int, *states: str) -> None:
    """Move an application through states."""
    for state in states:
        client.call("job_application_move", poster, application, state)


def posting(client: Client, job: int) -> Row:
    """Return the row of a posting."""
    return client.row("SELECT * FROM job_postings WHERE id = %s", job)
