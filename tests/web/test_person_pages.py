"""People's pages: what is on them, who gets there, pictures, CVs, following, visitors, view as."""

from __future__ import annotations

import re

import pytest

from tests.support.profiles import (
    add_achievement,
    add_file,
    add_skill,
    add_work,
    set_audience,
    set_profile,
)
from tests.support.site import Browser, Site

XSS = "<script>alert(1)</script>"


@pytest.fixture
def student(site: Site) -> Browser:
    """Return the browser of a student."""
    return site.browser().signed_in(site.db.student("Sam", "Student"))


def headings(text: str) -> list[str]:
    """Return the headings of a page's sections."""
    return re.findall(r"<h2[^>]*>([^<]*)<", text.partition("</main>")[0])


def test_a_profile_that_one_would_send_to_an_employer(site: Site, student: Browser) -> None:
    db = site.db
    owner = db.alumnus("Zoë 😀", XSS)
    set_profile(
        db,
        owner,
        current_job_title="Engineer",
        current_company="AT&T",
        location="Porto",
        bio=f"I **build**. {XSS} [x](javascript:alert(1))",
        phone="+351 123 456",
        website_url="https://zoe.example/",
        graduation_year=2014,
    )
    add_work(db, owner, "Old job", "Northwind", start_date="2014-01-01", end_date="2015-06-30")
    add_work(db, owner, "New job", "AT&T", start_date="2015-07-01", description=XSS)
    add_achievement(db, owner, "Best paper", verified_at="2020-01-01", url="https://paper.example")
    add_skill(db, owner, "SQL", "expert")
    set_audience(db, owner, "phone", "members")
    page = student.get(f"/alumni/{owner}")
    assert (page.status, page.round_trips) == (200, 1)
    assert headings(page.text) == ["About", "Work", "Achievements", "Skills", "Contact"]
    assert "<script>alert" not in page.text
    assert 'href="javascript' not in page.text
    assert "<strong>build</strong>" in page.text
    assert "Engineer at AT&amp;T" in page.text
    assert page.text.index("New job") < page.text.index("Old job")
    assert "January 2014 to June 2015" in page.text
    assert "1 year 6 months" in page.text
    assert "verified" in page.text
    assert "expert" in page.text
    assert 'href="tel:+351123456"' in page.text
    assert "/profile/edit#work" not in page.text

    mine = site.browser().signed_in(owner).get(f"/alumni/{owner}")
    assert 'href="/profile/edit#work"' in mine.text
    assert "1 profile view<" in mine.text

    set_audience(db, owner, "work_history", "only_me")
    set_audience(db, owner, "phone", "only_me")
    page = student.get(f"/alumni/{owner}")
    assert headings(page.text) == ["About", "Achievements", "Skills", "Contact"]
    assert "tel:" not in page.text
    assert "New job" not in page.text


def test_a_profile_with_nothing_on_it(site: Site, student: Browser) -> None:
    owner = site.db.student("Only", "Name")
    page = student.get(f"/students/{owner}")
    assert page.status == 200
    assert headings(page.text) == ["Nothing more to show"]
    mine = site.browser().signed_in(owner).get(f"/students/{owner}")
    assert headings(mine.text) == ["Your profile is almost empty", "Contact"], "the own address"


def test_every_address_leads_to_the_right_page(site: Site, student: Browser) -> None:
    alumnus, other = site.db.alumnus(), site.db.student()
    for path, location in (
        (f"/people/{alumnus}", f"/alumni/{alumnus}"),
        (f"/students/{alumnus}", f"/alumni/{alumnus}"),
        (f"/people/{other}", f"/students/{other}"),
        (f"/alumni/{other}", f"/students/{other}"),
    ):
        page = student.get(path)
        assert (page.status, page.location) == (303, location)
    for path in (
        "/alumni/0",
        "/alumni/x",
        "/alumni/-1",
        "/students/%00",
        f"/people/{'9' * 30}",
        f"/alumni/{'9' * 18}",
        f"/people/{site.db.admin()}",
    ):
        assert student.get(path).status == 404, path


def test_who_is_not_there_is_like_who_never_was(site: Site, student: Browser) -> None:
    never = student.get(f"/alumni/{'9' * 17}")
    assert never.status == 404

    def plain(text: str) -> str:
        return re.sub(r'value="[^"]*"|<code>\w+</code>', "", text)

    for change in (
        "UPDATE users SET status = 'blocked' WHERE id = %s",
        "UPDATE users SET status = 'pending' WHERE id = %s",
        "UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s",
        "INSERT INTO privacy_settings (user_id, field, audience) VALUES (%s, 'profile', 'only_me')",
    ):
        owner = site.db.alumnus()
        site.db.rows(change, owner)
        page = student.get(f"/alumni/{owner}")
        assert (page.status, plain(page.text)) == (404, plain(never.text))
        assert student.get(f"/students/{owner}").status == 404
        assert student.get(f"/people/{owner}").status == 404


def test_visitors_sign_in_first_unless_a_profile_is_for_everyone(
    site: Site, browser: Browser
) -> None:
    owner = site.db.alumnus("Una", "Open")
    for path in (
        f"/alumni/{owner}",
        f"/people/{owner}",
        f"/alumni/{'9' * 17}",
        "/profile/visitors",
        "/profile/view-as",
    ):
        page = browser.get(path)
        assert page.status == 303
        assert (page.location or "").startswith("/login?next=")
    set_audience(site.db, owner, "profile", "everyone")
    page = browser.get(f"/alumni/{owner}")
    assert page.status == 200
    assert "Una Open" in page.text
    assert "Follow" not in page.text


def test_pictures_are_kept_by_browsers_and_private(site: Site, student: Browser) -> None:
    owner = site.db.alumnus()
    for width in (64, 192, 512):
        add_file(site.db, owner, "photo", width, b"photo %d %d" % (owner, width))
    add_file(site.db, owner, "cover", 1280, b"cover %d" % owner)
    page = student.get(f"/alumni/{owner}")
    found = set(re.findall(r"/pictures/[\w/]+", page.text))
    photo = next(path for path in found if "/photo/192/" in path)
    assert any("/cover/1280/" in path for path in found)
    answer = student.get(photo)
    assert answer.response.content == b"photo %d 192" % owner
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    old = student.get(f"/pictures/{owner}/photo/192/000000000000")
    assert (old.status, old.headers["Cache-Control"]) == (200, "private, no-store")
    for path in ("photo/65/x", "cv/64/x", "photo/99999/x", "cover/192/x", "photo/0/x"):
        assert student.get(f"/pictures/{owner}/{path}").status == 404, path
    assert site.browser().get(photo).status == 303
    mine = site.browser().signed_in(owner).get("/dashboard")
    assert f'src="/pictures/{owner}/photo/64/' in mine.text, "the header has it as well"
    set_audience(site.db, owner, "photo", "alumni")
    assert student.get(photo).status == 404
    assert "/pictures/" not in student.get(f"/alumni/{owner}").text


def test_a_cv_is_a_file_to_save(site: Site, student: Browser) -> None:
    owner = site.db.student()
    add_file(site.db, owner, "cv", 0, b"%PDF profile", "Lebenslauf Ü 李.pdf")
    path = f"/download/profile-cv/{owner}"
    assert student.get(path).status == 404
    assert path not in student.get(f"/students/{owner}").text
    set_audience(site.db, owner, "cv", "members")
    assert path in student.get(f"/students/{owner}").text
    file = student.get(path)
    assert file.response.content == b"%PDF profile"
    assert file.headers["Content-Disposition"].startswith("attachment;")
    assert "Lebenslauf%20%C3%9C%20%E6%9D%8E.pdf" in file.headers["Content-Disposition"]
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert file.headers["Cache-Control"] == "private, no-store"
    assert site.browser().get(path).status == 303


def test_following_with_and_without_a_script(site: Site, student: Browser) -> None:
    owner = site.db.alumnus()
    page = f"/alumni/{owner}"
    answer = student.submit(f"/people/{owner}/follow", {}, at=page)
    assert (answer.status, answer.location) == (303, page)
    assert "Following" in student.get(page).text
    assert student.submit(f"/people/{owner}/unfollow", {}, at=page).location == page
    assert "Following" not in student.get(page).text
    token = student.get(page).values["csrf_token"]
    part = student.post(f"/people/{owner}/follow", {"csrf_token": token}, HX_Request="true")
    assert part.status == 200
    assert "Following" in part.text
    assert "<html" not in part.text
    assert student.post(f"/people/{owner}/follow", {}).status == 403, "no token"
    nobody = student.post(f"/people/{'9' * 17}/follow", {"csrf_token": token})
    assert nobody.status == 404
    mine = site.browser().signed_in(owner)
    assert mine.submit(f"/people/{owner}/follow", {}, at="/dashboard").status == 409


def test_who_looked(site: Site, student: Browser) -> None:
    owner = site.db.alumnus()
    mine = site.browser().signed_in(owner)
    assert "No views yet" in mine.get("/profile/visitors").text
    student.get(f"/alumni/{owner}")
    shy = site.db.alumnus("Shy", "Person")
    set_audience(site.db, shy, "visits", "only_me")
    site.browser().signed_in(shy).get(f"/alumni/{owner}")
    page = mine.get("/profile/visitors")
    assert (page.status, page.round_trips) == (200, 1)
    assert "Sam Student" in page.text
    assert "Shy Person" not in page.text
    assert "1 view by people who browse anonymously" in page.text
    assert mine.get("/profile/visitors?after=x").status == 400
    assert site.browser().signed_in(site.db.admin()).get("/profile/visitors").status == 404


def test_view_as(site: Site) -> None:
    owner = site.db.alumnus("Vera", "Viewed")
    set_profile(site.db, owner, phone="+351 555 000")
    set_audience(site.db, owner, "phone", "alumni")
    mine = site.browser().signed_in(owner)
    page = mine.get("/profile/view-as")
    assert (page.status, page.round_trips) == (200, 1)
    assert "Not visible" in page.text
    page = mine.get("/profile/view-as?kind=student")
    assert "Your profile as seen by a student" in page.text
    assert "Vera Viewed" in page.text
    assert "+351 555 000" not in page.text
    assert "Edit your profile</a>\n          <a" not in page.text
    assert "+351 555 000" in mine.get("/profile/view-as?kind=alumnus").text
    refused = mine.get("/profile/view-as?kind=%F0%9F%98%80")
    assert refused.status == 422
    assert "Choose a type of person" in refused.text
