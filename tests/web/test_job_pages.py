"""The job board as people meet it: post, find, apply with a CV, move, withdraw."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.support.jobs import post
from tests.support.site import Browser, Page, Site

JOB = {
    "title": "Ingénieur 数据",
    "company_name": "Müller & Söhne",
    "job_type": "full_time",
    "location": "Zürich",
    "description": "Build **things** that last.",
    "requirements": "SQL",
    "salary_min": "80000",
    "salary_max": "95000",
    "vacancies": "2",
    "skills": "SQL, Python",
    "target_audience": "all",
    "salary_period": "year",
    "salary_currency": "CHF",
}
PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
LETTER = "Dear Ms Müller,\r\n\r\nこんにちは 😀 <b>&amp;\x0c"


@pytest.fixture
def poster(site: Site) -> Browser:
    """Return the browser of an alumnus."""
    return site.browser().signed_in(site.db.alumnus())


@pytest.fixture
def student(site: Site) -> Browser:
    """Return the browser of a student."""
    return site.browser().signed_in(site.db.student("Sam", "Student"))


def _post(poster: Browser, **changes: str) -> str:
    page = poster.submit("/jobs/create", {**JOB, **changes})
    assert page.status == 303, page.errors
    assert page.location
    return page.location


def _apply(
    student: Browser,
    job: str,
    name: str = "Lebenslauf Ü 李.pdf",
    content: bytes = PDF,
    **fields: str,
) -> Page:
    return student.submit(
        f"{job}/apply",
        {"cover_letter": LETTER.replace("\x0c", ""), **fields},
        files={"cv_file": (name, content, "application/pdf")},
    )


def test_from_a_posting_to_an_offer(site: Site, poster: Browser, student: Browser) -> None:
    job = _post(poster)
    found = student.get("/jobs?search=数据&skill=SQL")
    assert f'href="{job}"' in found.text
    assert "Müller &amp; Söhne" in student.get(job).text

    applied = _apply(student, job)
    assert applied.status == 303, applied.errors
    application = applied.location
    assert application
    assert "こんにちは 😀 &lt;b&gt;&amp;amp;" in student.get(application).text
    seen = poster.get(f"{job}/applicants")
    assert "Sam Student" in seen.text

    cv = poster.http.get(application.replace("/applications/", "/download/cv/"))
    assert (cv.status_code, cv.content) == (200, PDF)
    assert cv.headers["Content-Type"] == "application/pdf"
    assert cv.headers["Content-Disposition"].startswith("attachment;")
    assert "Lebenslauf%20%C3%9C%20%E6%9D%8E.pdf" in cv.headers["Content-Disposition"]
    assert "sandbox" in cv.headers["Content-Security-Policy"]
    assert cv.headers["X-Content-Type-Options"] == "nosniff"

    move = f"{application}/move"
    offer = {"to_status": "hired", "from_status": "pending"}
    assert poster.submit(move, offer, at=application).status == 409
    shortlist = {"to_status": "shortlisted", "from_status": "pending"}
    assert poster.submit(move, shortlist, at=application).status == 303
    again = poster.submit(move, shortlist, at=application)
    assert again.status == 409, "it has moved meanwhile"
    note = poster.submit(f"{application}/note", {"note": "Sehr gut 😀"}, at=application)
    assert note.status == 303
    assert "Sehr gut 😀" in poster.get(application).text
    assert "Sehr gut" not in student.get(application).text

    recipient = site.db.value(
        "SELECT applicant_id FROM job_applications WHERE id = %s", application.split("/")[-1]
    )
    assert "shortlisted" in site.mail(recipient, "application_moved")["Subject"]
    assert student.submit(f"{application}/withdraw", {}, at=application).status == 303


def test_what_was_typed_is_kept(poster: Browser, student: Browser) -> None:
    page = poster.submit("/jobs/create", {**JOB, "salary_max": "10", "vacancies": "many"})
    assert page.status == 422
    assert page.errors
    for name in ("title", "company_name", "salary_min", "salary_max", "vacancies", "skills"):
        assert page.values[name] == {**JOB, "salary_max": "10", "vacancies": "many"}[name]
    assert page.values["description"].strip() == JOB["description"]

    refused = _apply(student, _post(poster), content=b"MZ a program")
    assert refused.status == 422
    assert refused.errors["cv_file"]
    assert "こんにちは 😀" in refused.values["cover_letter"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.pdf", b""),
        ("cv.pdf", b"<html>"),
        ("cv.exe", PDF),
        ("cv", PDF),
        ("", PDF),
        ("cv.docx", PDF),
        ("x" * 300 + ".pdf", PDF),
        ("../../etc/passwd", PDF),
    ],
)
def test_a_file_that_is_no_cv(poster: Browser, student: Browser, name: str, content: bytes) -> None:
    page = _apply(student, _post(poster), name, content)
    assert page.status == 422
    assert page.errors.keys() == {"cv_file"}


def test_the_folders_of_a_file_name_are_left_out(poster: Browser, student: Browser) -> None:
    page = _apply(student, _post(poster), "C:\\Users\\sam\\cv.pdf")
    assert page.status == 303
    assert page.location
    assert ">cv.pdf<" in student.get(page.location).text


@pytest.mark.parametrize("size", [4 * 2**20 - 500, 16 * 2**20])
def test_large_files_arrive_whole(poster: Browser, student: Browser, size: int) -> None:
    content = (PDF + b"\x00'\\\xff" * (size // 4))[:size]
    page = _apply(student, _post(poster), content=content)
    assert page.status == 303, page.errors
    assert page.location
    cv = poster.http.get(page.location.replace("/applications/", "/download/cv/"))
    assert cv.content == content


def test_a_file_that_is_too_large(poster: Browser, student: Browser) -> None:
    job = _post(poster)
    little = _apply(student, job, content=PDF + b"x" * (16 * 2**20))
    assert little.status == 413
    assert little.errors["cv_file"]
    much = _apply(student, job, content=PDF + b"x" * (17 * 2**20))
    assert much.status == 413
    assert "up to 16 MB" in much.text


def test_a_form_sent_twice_makes_one(site: Site, poster: Browser, student: Browser) -> None:
    form = poster.get("/jobs/create").values
    sent = {**JOB, "csrf_token": form["csrf_token"], "idempotency_key": form["idempotency_key"]}
    first, second = poster.post("/jobs/create", sent), poster.post("/jobs/create", sent)
    assert first.status == second.status == 303
    assert first.location == second.location
    assert _apply(student, first.location or "").status == 303
    twice = _apply(student, first.location or "")
    assert twice.status == 409


def test_what_belongs_to_others(site: Site, poster: Browser, student: Browser) -> None:
    job = _post(poster)
    application = _apply(student, job).location
    assert application
    stranger = site.browser().signed_in(site.db.alumnus())
    for path in (
        f"{job}/edit",
        f"{job}/applicants",
        application,
        application.replace("/applications/", "/download/cv/"),
    ):
        assert stranger.get(path).status in (403, 404), path
    for path, fields in (
        (f"{job}/edit", JOB),
        (f"{job}/delete", {}),
        (f"{job}/close", {}),
        (f"{application}/move", {"to_status": "reviewed"}),
        (f"{application}/note", {"note": "x"}),
        (f"{application}/withdraw", {}),
    ):
        assert stranger.submit(path, fields, at="/dashboard").status in (403, 404), path
    assert poster.submit(f"{application}/withdraw", {}, at="/dashboard").status == 404
    assert student.submit(f"{application}/note", {"note": "x"}, at="/dashboard").status == 404
    assert student.get("/jobs/create").status == 403
    assert student.submit("/jobs/create", JOB, at="/dashboard").status == 403
    assert _apply(poster, job).status == 409


def test_edit_close_reopen_delete_and_restore(poster: Browser, student: Browser) -> None:
    job = _post(poster)
    revision = poster.get(f"{job}/edit").values["revision"]
    edited = poster.submit(f"{job}/edit", {**JOB, "title": "Better", "revision": revision})
    assert (edited.status, edited.location) == (303, job)
    stale = poster.submit(f"{job}/edit", {**JOB, "title": "Older", "revision": revision})
    assert stale.status == 409
    assert stale.values["title"] == "Older"
    assert "Better" in student.get(job).text
    assert poster.submit(f"{job}/close", {}, at=job).status == 303
    assert _apply(student, job).status == 409
    assert poster.submit(f"{job}/reopen", {}, at=job).status == 303
    deleted = poster.submit(f"{job}/delete", {}, at=job)
    assert (deleted.status, deleted.location) == (303, "/dashboard")
    assert student.get(job).status == 404
    assert f'action="{job}/restore"' in poster.get("/dashboard").text
    assert f'action="{job}/restore"' not in poster.get("/dashboard").text, "it is said once"
    assert poster.submit(f"{job}/restore", {}, at="/dashboard").status == 303
    assert student.get(job).status == 200


STRANGE: list[Any] = [
    "\x00",
    "😀" * 400,
    "x" * 100_000,
    "<script>",
    "-1",
    "1e400",
    "NaN",
    "9" * 40,
    "2027-13-45",
    "0001-01-01",
    "', --",
    "%",
    ",",
]


def test_any_string_in_any_field(poster: Browser) -> None:
    token = poster.get("/dashboard").values["csrf_token"]
    names = [*JOB, "is_remote", "experience_level", "deadline", "idempotency_key"]
    for name in names:
        for value in STRANGE:
            page = poster.post("/jobs/create", {**JOB, name: value, "csrf_token": token})
            assert page.status in (303, 409, 422), (name, value[:40])
            if page.status != 303:
                assert 'role="alert"' in page.text
    for name in names:
        without = {key: value for key, value in JOB.items() if key != name}
        assert poster.post("/jobs/create", {**without, "csrf_token": token}).status in (303, 422)
    for name in (
        "search",
        "type",
        "skill",
        "location",
        "company",
        "is_remote",
        "salary_min",
        "level",
        "sort",
        "after",
    ):
        for value in STRANGE[:2] + STRANGE[3:]:
            page = poster.get(
                str(poster.http.build_request("GET", "/jobs", params={name: value}).url)
            )
            assert page.status in (200, 400, 414, 422), (name, value[:40])


def test_lists_go_on_where_they_ended(site: Site, poster: Browser) -> None:
    for number in range(25):
        _post(poster, title=f"Lighthouse keeper {number}")
    seen: list[str] = []
    path = "/jobs?search=lighthouse&sort=newest"
    while path:
        page = poster.get(path)
        assert page.status == 200
        seen += re.findall(r'<h3><a href="(/jobs/\d+)"', page.text)
        more = re.search(r'href="(/jobs\?[^"]*after=[^"]+)"', page.text)
        path = more[1].replace("&amp;", "&") if more else ""
    assert len(seen) == len(set(seen)) == 25


def test_a_part_of_the_list_for_htmx(poster: Browser) -> None:
    part = poster.get("/jobs?search=x", HX_Request="true")
    assert part.status == 200
    assert "<html" not in part.text


def test_the_posters_name_leads_to_the_profile_where_it_may_be_seen(
    site: Site, student: Browser
) -> None:
    shown, hidden = (site.db.alumnus(name, "Poster") for name in ("Shona", "Hida"))
    site.db.call("privacy_save", hidden, "profile", "only_me")
    for person, is_link in ((shown, True), (hidden, False)):
        job = post(site.db, person, title=f"Ocarinist {person}")
        for path in (f"/jobs/{job}", f"/jobs?search=ocarinist+{person}"):
            page = student.get(path)
            assert "Poster" in page.text
            assert (f'href="/people/{person}"' in page.text) == is_link
