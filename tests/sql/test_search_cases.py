"""Searches as people type them, on the demo data, in composed and decomposed letters."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from tests.support.database import Database

CASES = Path(__file__).parents[1] / "cases" / "search.tsv"
CALLS = {
    "alumni": "alumni_search",
    "students": "student_search",
    "jobs": "job_search",
    "events": "event_search",
}
NOT_FOUND = {
    ("alumni", "Kowalcyk"): "misspelt: nothing is suggested yet",
    ("jobs", "developper"): "misspelt: nothing is suggested yet",
    ("alumni", "front-end"): "written as one word: frontend",
    ("alumni", "front end"): "written as one word: frontend",
    ("jobs", "front end"): "written as one word: frontend",
    ("events", "portfolios"): "events are searched letter by letter",
    ("jobs", "children app"): "the posting of the demo data is closed",
    ("jobs", "kraków"): "the posting of the demo data is closed",
    ("jobs", "krakow"): "the posting of the demo data is closed",
}
"""What is not found, and why. What is found after all leaves this list."""


def cases() -> list[tuple[str, str, str]]:
    """Return where is searched, what is typed, and what the row says."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [
        (where, typed, row)
        for where, typed, row, *_ in (line.split("\t") for line in lines if line[:1] != "#")
    ]


@pytest.fixture(scope="module")
def viewers(demo: Database) -> list[int]:
    """Return the people who search: one of each role."""
    rows = demo.rows(
        "SELECT MIN(u.id) AS id FROM users AS u WHERE u.status = 'active' GROUP BY u.role_id"
    )
    return [int(row.id) for row in rows]


def is_found(demo: Database, viewer: int, where: str, typed: str, row: str) -> bool:
    """Tell whether a search of a viewer returns a row that says this."""
    page = demo.call(CALLS[where], viewer, search=typed, limit=50)
    return all(word in str(vars(page)) for word in row.split())


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_rows_are_found(demo: Database, viewers: list[int], form: Literal["NFC", "NFD"]) -> None:
    missing = {
        (where, typed)
        for where, typed, row in cases()
        if not any(
            is_found(demo, viewer, where, unicodedata.normalize(form, typed), row)
            for viewer in viewers
        )
    }
    assert missing == set(NOT_FOUND)
