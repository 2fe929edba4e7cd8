"""Graduation as students and the office meet it: ask, withdraw, decide, a cohort."""

from __future__ import annotations

import pytest

from tests.support.site import Browser, Site


@pytest.fixture(scope="module")
def degree(site: Site) -> int:
    """Return a degree."""
    site.db.rows("INSERT INTO degrees (name, semesters_count) VALUES ('Graduation web', 6)")
    return int(site.db.value("SELECT id FROM degrees WHERE name = 'Graduation web'"))


@pytest.fixture
def student_id(site: Site, degree: int) -> int:
    """Return a student of that degree."""
    person = site.db.student("Nina", "<b>Newgrad</b>")
    site.db.rows("UPDATE student_profiles SET degree_id = %s WHERE user_id = %s", degree, person)
    site.db.rows("CALL _directory_write(%s)", person)
    return person


@pytest.fixture
def student(site: Site, student_id: int) -> Browser:
    """Return the student's browser."""
    return site.browser().signed_in(student_id)


@pytest.fixture
def admin(site: Site) -> Browser:
    """Return the browser of an admin."""
    return site.browser().signed_in(site.db.admin())


def _ask(student: Browser, degree: int, **changes: str) -> int:
    fields = {"degree_id": str(degree), "graduation_year": "2026", "note": "", **changes}
    return student.submit("/graduation", fields).status


def _request(site: Site, person: int) -> int:
    return int(site.db.value("SELECT MAX(id) FROM graduation_requests WHERE user_id = %s", person))


def test_from_the_request_to_an_alumnus(
    site: Site, student: Browser, student_id: int, admin: Browser, degree: int
) -> None:
    form = student.get("/graduation")
    assert f'value="{degree}" selected' in form.text, "one's own degree is there already"
    assert form.round_trips <= 2
    assert _ask(student, degree, note="Thesis <i>graded</i> 😀") == 303
    assert "reviewing your request" in student.get("/graduation").text
    waiting = admin.get("/admin/graduation")
    assert "Thesis &lt;i&gt;graded&lt;/i&gt; 😀" in waiting.text
    assert "Nina &lt;b&gt;Newgrad&lt;/b&gt;" in waiting.text

    path = f"/admin/graduation/{_request(site, student_id)}/decide"
    assert student.submit(path, {"decision": "approve"}, at="/graduation").status == 403
    done = admin.submit(path, {"decision": "approve"}, at="/admin/graduation")
    assert (done.status, done.location) == (303, "/admin/graduation")
    assert "You've graduated" in student.get("/graduation").text, "the session goes on"
    again = admin.submit(path, {"decision": "approve"}, at="/admin/graduation/cohort")
    assert again.status == 409


def test_rejecting_and_withdrawing(
    site: Site, student: Browser, student_id: int, admin: Browser, degree: int
) -> None:
    _ask(student, degree)
    path = f"/admin/graduation/{_request(site, student_id)}/decide"
    without = admin.submit(path, {"decision": "reject", "reason": ""}, at="/admin/graduation")
    assert without.status == 422
    assert "Nina &lt;b&gt;Newgrad&lt;/b&gt;" in without.text, "the requests again"
    reason = {"decision": "reject", "reason": "Two <u>examinations</u>"}
    assert admin.submit(path, reason, at="/admin/graduation").status == 303
    assert "Two &lt;u&gt;examinations&lt;/u&gt;" in student.get("/graduation").text
    _ask(student, degree)
    assert student.submit("/graduation/withdraw", {}, at="/graduation").status == 303
    assert student.submit("/graduation/withdraw", {}, at="/graduation").status == 409


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"degree_id": ""}, "degree_id"),
        ({"degree_id": "x"}, "degree_id"),
        ({"graduation_year": ""}, "graduation_year"),
        ({"graduation_year": "12"}, "graduation_year"),
        ({"note": "x" * 501}, "note"),
    ],
)
def test_a_form_with_a_mistake_keeps_what_was_typed(
    student: Browser, degree: int, changes: dict[str, str], field: str
) -> None:
    fields = {"degree_id": str(degree), "graduation_year": "2025", "note": "Kept", **changes}
    page = student.submit("/graduation", fields)
    assert page.status == 422
    assert field in page.errors
    if field != "note":
        assert page.values["note"].strip() == "Kept"


def test_a_cohort(site: Site, admin: Browser, student_id: int, degree: int) -> None:
    path = f"/admin/graduation/cohort?degree={degree}"
    page = admin.get(path)
    assert f'value="{student_id}" checked' in page.text
    nobody = admin.submit(path, {"user_ids": [], "graduation_year": "2026"}, at=path)
    assert nobody.status == 422
    wrong = admin.submit(path, {"user_ids": [str(student_id)], "graduation_year": "12"}, at=path)
    assert wrong.status == 422
    assert f'value="{student_id}" checked' in wrong.text, "who was ticked still is"
    done = admin.submit(
        path,
        {"user_ids": [str(student_id), "999999999"], "degree_id": "", "graduation_year": "2026"},
        at=path,
    )
    assert done.status == 200
    assert "1 student graduated" in done.text
    assert "has no account" in done.text
    assert site.db.value("SELECT role_of(%s)", student_id) == "alumni"


def test_who_may_not(site: Site, student: Browser, admin: Browser) -> None:
    visitor = site.browser()
    for path in ("/graduation", "/admin/graduation", "/admin/graduation/cohort"):
        assert visitor.get(path).status == 303
    assert student.get("/admin/graduation").status == 403
    assert student.get("/admin/graduation/cohort").status == 403
    assert admin.get("/graduation").status == 403
    assert admin.get("/admin/graduation?after=x").status == 400
