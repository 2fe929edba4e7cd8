"""The search against a naive filter, its pages, and what it refuses."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.database import Database, Refused, Row
from tests.support.jobs import post

TITLES = ["Data Engineer", "Software Engineer", "C++ Developer", "Chef de cuisine", "Engineer"]
COMPANIES = ["AT&T", "O'Brien & Sons", "Müller GmbH", "Data Inc."]
LOCATIONS = [None, "Berlin, Germany", "San José", "Porto Alegre"]
TYPES = ["full_time", "internship", "contract"]
AUDIENCES = ["all", "all", "alumni_only", "students_only"]
SKILLS = [None, "Python", "Python, SQL", "C++"]


@pytest.fixture(scope="module")
def board(lend: Callable[[str], Database], template: str) -> tuple[Database, int, list[Row]]:
    """Return a board of its own with a hundred postings, a student, and the rows."""
    db = lend(template)
    poster, student = db.alumnus(), db.student()
    mixed = itertools.islice(
        itertools.product(TITLES, COMPANIES, LOCATIONS, TYPES, SKILLS), 0, None, 9
    )
    for number, (title, company, location, kind, skills) in enumerate(mixed):
        post(
            db,
            poster,
            title=title,
            company_name=company,
            location=location,
            job_type=kind,
            skills=skills,
            is_remote=number % 3 == 0,
            salary_min=20_000 + 1_000 * (number % 40),
            experience_level=("junior", "senior", None)[number % 3],
            target_audience=AUDIENCES[number % 4],
        )
    rows = db.rows(
        "SELECT j.*, skill_names_of(j.id) AS skills FROM job_postings AS j ORDER BY id DESC"
    )
    return db, student, rows


FOLDED = {
    "engineer": ("title", "engineer"),
    "data": ("any", "data"),
    "c++": ("any", "c++"),
    "müller": ("company_name", "müller"),
    "mueller": ("company_name", "müller"),
    "at&t": ("company_name", "at&t"),
    "chef": ("title", "chef"),
    "python": ("skills", "python"),
    "jose": ("location", "josé"),
    "eng": ("title", "engineer"),
    "nothing": ("title", "nothing"),
}


def has_word(row: Row, word: str) -> bool:
    field, plain = FOLDED[word]
    fields = ["title", "company_name", "location", "skills"] if field == "any" else [field]
    return any(plain in str(row[one] or "").lower() for one in fields)


def naive(rows: list[Row], filters: dict[str, Any]) -> list[int]:
    found = []
    for row in rows:
        fits = (
            row.target_audience in ("all", "students_only")
            and all(has_word(row, word) for word in (filters.get("search") or "").split())
            and filters.get("type") in (None, row.job_type)
            and filters.get("level") in (None, row.experience_level)
            and (not filters.get("is_remote") or row.is_remote)
            and (filters.get("salary_min") or 0) <= row.salary_min
            and (not filters.get("skill") or filters["skill"] in str(row.skills).split(", "))
            and (not filters.get("location") or filters["location"] in str(row.location).lower())
        )
        if fits:
            found.append(row.id)
    return found


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "search": st.lists(st.sampled_from(list(FOLDED)), min_size=1, max_size=2, unique=True).map(
            " ".join
        ),
        "type": st.sampled_from(TYPES),
        "level": st.sampled_from(["junior", "senior", "lead"]),
        "is_remote": st.sampled_from([0, 1]),
        "salary_min": st.sampled_from([25_000, 45_000, 90_000]),
        "skill": st.sampled_from(["Python", "SQL", "C++"]),
        "location": st.sampled_from(["berlin", "san", "porto"]),
    },
)


def pages(db: Database, actor: int, **filters: Any) -> list[int]:
    found: list[int] = []
    after = None
    for _ in range(100):
        page = db.call("job_search", actor, **filters, after=after)
        found += [row.id for row in page.jobs]
        after = page.page.next_after
        if after is None:
            return found
    raise AssertionError("the pages do not end")


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(filters=FILTERS, limit=st.integers(1, 30))
def test_the_search_finds_what_a_naive_filter_finds(
    board: tuple[Database, int, list[Row]], filters: dict[str, Any], limit: int
) -> None:
    db, student, rows = board
    wanted = naive(rows, filters)
    assert pages(db, student, **filters, sort="newest", limit=limit) == wanted
    if "search" in filters:
        ranked = pages(db, student, **filters, limit=limit)
        assert sorted(ranked) == sorted(set(ranked)), "nothing twice"
        assert set(wanted) <= set(ranked), "the text may bring more"
    first = db.call("job_search", student, **filters, sort="newest").page
    assert first.matches_count == len(wanted)
    assert not first.is_capped


def test_a_word_in_the_title_comes_before_one_in_the_company(db: Database) -> None:
    me = db.alumnus()
    title = post(db, me, title="Wombat keeper")
    company = post(db, me, company_name="Wombat Ltd")
    text = post(db, me, description="You feed a wombat.")
    skill = post(db, me, skills="Wombat")
    found = [row.id for row in db.call("job_search", me, search="wombat").jobs]
    assert [one for one in found if one != text] == [title, skill, company]
    # InnoDB's FULLTEXT index has a row as soon as its transaction is committed.
    assert found[-1] == text


def test_a_short_word_is_not_forgotten_in_the_text(db: Database) -> None:
    me = db.alumnus()
    both = post(db, me, title="Go gopherhole")
    text = post(db, me, description="A gopherhole, without the other word.")
    found = [row.id for row in db.call("job_search", me, search="go gopherhole").jobs]
    assert found == [both]
    assert text in [row.id for row in db.call("job_search", me, search="gopherhole").jobs]


def test_pages_stay_whole_while_others_post(db: Database) -> None:
    me = db.alumnus()
    made = [post(db, me, title="Pagination expert") for _ in range(12)]
    for sort in ("newest", "relevance"):
        seen: list[int] = []
        after = None
        while True:
            page = db.call("job_search", me, search="pagination", sort=sort, after=after, limit=5)
            seen += [row.id for row in page.jobs]
            post(db, me, title="Pagination newcomer")
            after = page.page.next_after
            if after is None:
                break
        assert [one for one in seen if one in made] == made[::-1]
        assert len(seen) == len(set(seen))


@pytest.mark.parametrize(
    ("filters", "status"),
    [
        ({"type": "x"}, 422),
        ({"level": "x"}, 422),
        ({"sort": "x"}, 422),
        ({"after": "x"}, 400),
        ({"after": "1-2"}, 400),
        ({"search": "a", "after": "17"}, 400),
        ({"after": "-1"}, 400),
        ({"after": "9" * 30}, 400),
    ],
)
def test_what_does_not_exist_is_refused(db: Database, filters: dict[str, Any], status: int) -> None:
    with pytest.raises(Refused) as refusal:
        db.call("job_search", db.student(), **filters)
    assert refusal.value.status == status


def test_visitors_sign_in_first(db: Database) -> None:
    with pytest.raises(Refused) as refusal:
        db.call("job_search", None)
    assert (refusal.value.status, refusal.value.message) == (401, "Sign in to continue.")


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=60))
def test_no_text_breaks_the_search(db: Database, text: str) -> None:
    student = db.value("SELECT MAX(u.id) FROM users AS u WHERE u.role_id = 3") or db.student()
    for sort in ("newest", "relevance"):
        for where in ("location", "company"):
            filters = {"search": text or None, where: text[:30] or None, "sort": sort}
            found = db.call("job_search", student, **filters)
            assert len(found.jobs) <= found.page.matches_count <= 200
