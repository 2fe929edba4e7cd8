"""The directories over HTTP: the mission's query names, fragments, addresses to share."""

from __future__ import annotations

import re

import pytest

from tests.support.people import Maker, degree
from tests.support.site import Browser, Site


@pytest.fixture
def student(site: Site) -> Browser:
    """Return the browser of a student."""
    return site.browser().signed_in(site.db.student("Sam", "Student"))


@pytest.fixture(scope="module")
def person(site: Site) -> int:
    """Return an alumna with a company and a skill."""
    return Maker(site.db).alumnus(
        "Ottoline",
        "Quill",
        current_company="Quillworks",
        graduation_year=2004,
        skills={"Lettering": "expert"},
    )


@pytest.mark.parametrize(
    "query",
    [
        "search=ottoline",
        "skill=Lettering",
        "company=quillworks",
        "search=quill&year_to=2004",
        "skill=Lettering&proficiency=expert",
        "search=Quill+Otto&sort=name",
    ],
)
def test_alumni_are_found(student: Browser, person: int, query: str) -> None:
    answer = student.get(f"/alumni?{query}")
    assert answer.status == 200
    assert f'href="/alumni/{person}"' in answer.text
    assert answer.round_trips == 1


def test_students_are_found_by_name_and_degree(student: Browser, site: Site) -> None:
    other = Maker(site.db).student("Percival", "Pupil", degree_id=degree(site.db, "Glass Making"))
    for query in ("search=percival", "degree=Glass+Making", "search=pupil+perc"):
        assert f'href="/students/{other}"' in student.get(f"/students?{query}").text


def test_htmx_gets_the_results_alone(student: Browser, person: int) -> None:
    part = student.get("/alumni?search=ottoline", **{"HX-Request": "true"}).text
    assert f'href="/alumni/{person}"' in part
    assert "<html" not in part
    assert part.lstrip().startswith('<section id="results"')


def test_a_list_instead_of_cards_stays_one(student: Browser, person: int) -> None:
    cards = student.get("/alumni?search=ottoline").text
    assert 'href="/alumni?search=ottoline&amp;layout=rows"' in cards
    rows = student.get("/alumni?search=ottoline&layout=rows").text
    assert '<ul class="people rows"' in rows
    assert f'href="/alumni/{person}"' in rows
    # A search that is refined keeps it, and so does one begun anew.
    assert '<input type="hidden" name="layout" value="rows">' in rows
    assert 'href="/alumni?layout=rows"' in rows


def test_the_next_page_keeps_the_filters(student: Browser, site: Site) -> None:
    make = Maker(site.db)
    people = {make.alumnus(f"Nth{number}", "Pageturner") for number in range(23)}
    seen: list[int] = []
    address = "/alumni?search=pageturner&sort=name"
    while address:
        text = student.get(address).text
        seen += [int(found) for found in re.findall(r'<h3><a href="/alumni/(\d+)"', text)]
        link = re.search(r'href="(/alumni\?[^"]*)" rel="next"|rel="next" href="([^"]*)"', text)
        address = (link[1] or link[2]).replace("&amp;", "&") if link else ""
    assert set(seen) == people
    assert len(seen) == len(people)


@pytest.mark.parametrize("path", ["/alumni", "/students"])
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("sort=nonsense", 422),
        ("year_from=abc", 422),
        ("year_to=99999999", 422),
        ("proficiency=no", 422),
        ("after=x", 400),
        ("search=%00", 200),
        ("search=%25_%5C", 200),
        ("search=" + "x" * 300, 422),
        ("degree=%F0%9F%8E%93", 200),
        ("search=%ff", 400),
    ],
)
def test_bad_input_gets_a_sentence(student: Browser, path: str, query: str, status: int) -> None:
    answer = student.get(f"{path}?{query}")
    assert answer.status == status
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("path", ["/alumni", "/students"])
def test_visitors_sign_in_first(site: Site, path: str) -> None:
    answer = site.browser().get(path)
    assert answer.status in (303, 401)
