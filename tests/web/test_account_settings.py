"""The account's own pages: address, password, sessions, leaving and coming back."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest

from tests.support.accounts import email_of, new_email
from tests.support.database import PASSWORD
from tests.support.jobs import PDF
from tests.support.site import Browser, Site

PAGES = ["/account", "/account/email", "/account/password", "/delete_account"]


def test_visitors_sign_in_first(browser: Browser) -> None:
    for path in PAGES:
        page = browser.get(path)
        assert (page.status, page.location) == (
            303,
            f"/login?next=%2F{path[1:].replace('/', '%2F')}",
        )
    for path in [*PAGES[1:], "/account/sessions/1/close", "/account/sessions/close"]:
        assert browser.submit(path, {}, at="/login").status == 401, path
        assert browser.post(path, {}).status == 403, "without the token of the form"


def test_another_address(site: Site, browser: Browser) -> None:
    user_id, new = site.db.alumnus(), new_email()
    old = email_of(site.db, user_id)
    browser.signed_in(user_id)
    wrong = browser.submit("/account/email", {"email": new, "current_password": "wrong"})
    assert wrong.status == 422
    assert wrong.errors["current_password"]
    assert wrong.values["email"] == new, "what was typed is kept"
    assert wrong.values["current_password"] == ""
    assert browser.submit("/account/email", {"email": new}).errors["current_password"]
    bad = browser.submit("/account/email", {"email": "nowhere", "current_password": PASSWORD})
    assert (bad.status, bad.values["email"]) == (422, "nowhere")
    long = browser.submit("/account/email", {"email": "x" * 300, "current_password": PASSWORD})
    assert (long.status, list(long.errors)) == (422, ["email"])

    asked = browser.submit("/account/email", {"email": new, "current_password": PASSWORD})
    assert (asked.status, asked.location) == (303, "/account")
    assert new in browser.get("/account").text
    token = site.mail_token(user_id, "email_change")
    browser.get(f"/account/confirm/{token}")
    assert email_of(site.db, user_id) == old, "a scanner of mails opens links: nothing happens"
    stranger = site.browser()
    done = stranger.submit(f"/account/confirm/{token}", {})
    assert (done.status, done.location) == (303, "/login")
    assert email_of(site.db, user_id) == new
    assert site.mail(user_id, "email_changed")["To"] == old
    assert stranger.submit(f"/account/confirm/{token}", {}).status == 404
    assert token not in site.log_file.read_text(), "links are secrets"


def test_another_password(site: Site, browser: Browser) -> None:
    user_id = site.db.student()
    email = email_of(site.db, user_id)
    elsewhere = site.browser().signed_in(user_id)
    browser.signed_in(user_id)
    new = {"password": "correct horse", "confirm_password": "correct horse"}
    for fields, field in (
        ({**new, "current_password": "wrong"}, "current_password"),
        ({**new, "current_password": PASSWORD, "confirm_password": "other"}, "confirm_password"),
        ({"current_password": PASSWORD, "password": "short"}, "password"),
    ):
        page = browser.submit("/account/password", fields)
        assert (page.status, list(page.errors)) == (422, [field])
    done = browser.submit("/account/password", {**new, "current_password": PASSWORD})
    assert (done.status, done.location) == (303, "/account")
    assert browser.get("/account").status == 200
    assert elsewhere.get("/account").status == 303
    signed_in = elsewhere.submit("/login", {"email": email, "password": "correct horse"})
    assert signed_in.status == 303


def test_guesses_are_counted_as_in_signing_in(site: Site, browser: Browser) -> None:
    browser.signed_in(site.db.student())
    fields = {"password": "correct horse", "confirm_password": "correct horse"}
    for _ in range(5):
        page = browser.submit("/account/password", {**fields, "current_password": "wrong"})
        assert page.status == 422
    page = browser.submit("/account/password", {**fields, "current_password": PASSWORD})
    assert page.status == 429
    assert int(page.headers["Retry-After"]) > 0


def test_sessions_are_ended(site: Site, browser: Browser) -> None:
    user_id = site.db.alumnus()
    elsewhere = site.browser().signed_in(user_id)
    browser.signed_in(user_id)
    session_id = site.db.value("SELECT MIN(id) FROM user_sessions WHERE user_id = %s", user_id)
    path = f"/account/sessions/{session_id}/close"
    assert path in browser.get("/account").text
    assert site.browser().signed_in(site.db.student()).submit(path, {}, at="/account").status == 404
    assert browser.submit(path, {}, at="/account").status == 303
    assert elsewhere.get("/account").status == 303
    assert browser.get("/account").status == 200
    assert browser.submit("/account/sessions/close", {}, at="/account").location == "/login"
    assert browser.get("/account").status == 303


def test_leaving_and_coming_back_by_the_link(site: Site, browser: Browser) -> None:
    user_id = site.db.alumnus()
    browser.signed_in(user_id)
    assert "30 days" in browser.get("/delete_account").text
    assert site.db.value("SELECT is_deleted FROM users WHERE id = %s", user_id) == 0
    gone = browser.submit("/delete_account", {})
    assert (gone.status, gone.location) == (303, "/")
    assert browser.get("/account").status == 303
    token = site.mail_token(user_id, "account_deleted")
    browser.get(f"/account/restore/{token}")
    assert site.db.value("SELECT is_deleted FROM users WHERE id = %s", user_id) == 1
    back = browser.submit(f"/account/restore/{token}", {})
    assert (back.status, back.location) == (303, "/login")
    assert site.db.value("SELECT is_deleted FROM users WHERE id = %s", user_id) == 0
    assert browser.submit(f"/account/restore/{token}", {}).status == 404
    assert token not in site.log_file.read_text()


def test_coming_back_by_signing_in(site: Site, browser: Browser) -> None:
    user_id = site.db.student()
    email = email_of(site.db, user_id)
    site.db.call("account_delete", user_id)
    wrong = browser.submit("/login", {"email": email, "password": "wrong"})
    assert wrong.status == 422
    assert 'name="restore"' not in wrong.text, "strangers learn nothing"
    asked = browser.submit("/login", {"email": email, "password": PASSWORD})
    assert asked.status == 409
    assert 'name="restore"' in asked.text
    back = browser.submit("/login", {"email": email, "password": PASSWORD, "restore": "1"})
    assert (back.status, back.location) == (303, "/dashboard")
    assert browser.get("/account").status == 200


@pytest.mark.parametrize("path", ["/account/confirm/", "/account/restore/"])
def test_strange_links(browser: Browser, path: str) -> None:
    for token in ("x" * 4000, "%00", "%F0%9F%98%80", "<b>"):
        page = browser.submit(f"{path}{token}", {}, at="/login")
        assert page.status in (404, 422), token


def test_everything_in_one_file(site: Site, browser: Browser) -> None:
    db = site.db
    me, poster = db.student("Sam", "Müller 李"), db.alumnus()
    job = db.call(
        "job_post",
        poster,
        title="Engineer",
        company_name="Acme",
        job_type="full_time",
        description="Build things that last, with people who care about them.",
        vacancies=1,
        location="Berlin",
        skills="SQL",
        target_audience="all",
    ).job.id
    db.call("job_apply", me, job, '=1+1, "quoted"\n<b>', None, PDF, "../../etc/Lebenslauf é.pdf")
    application = db.value("SELECT id FROM job_applications WHERE applicant_id = %s", me)
    page = browser.signed_in(me).get("/account/export")
    assert page.status == 200
    assert page.headers["Content-Type"] == "application/zip"
    assert page.headers["Content-Disposition"].startswith("attachment;")
    assert "no-store" in page.headers["Cache-Control"]
    archive = zipfile.ZipFile(io.BytesIO(page.response.content))
    assert archive.testzip() is None
    names = archive.namelist()
    assert len(names) == len(set(names))
    assert f"files/application-{application}/_.._etc_Lebenslauf é.pdf" in names
    assert archive.read(f"files/application-{application}/_.._etc_Lebenslauf é.pdf") == PDF
    profile = json.loads(archive.read("data/student_profiles.json"))
    assert [row["last_name"] for row in profile] == ["Müller 李"]
    text = archive.read("data/job_applications.csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["cover_letter"] == '\'=1+1, "quoted"\n<b>', "no formula for a spreadsheet"
    assert email_of(db, me) in archive.read("data/users.json").decode()
    assert b"argon2" not in archive.read("data/users.json")
    assert site.browser().get("/account/export").status == 303


def test_an_application_of_who_has_left_stays_readable(site: Site, browser: Browser) -> None:
    db = site.db
    me, poster = db.student("Gone", "Away"), db.alumnus()
    job = db.call(
        "job_post",
        poster,
        title="Engineer",
        company_name="Acme",
        job_type="full_time",
        description="Build things that last, with people who care about them.",
        vacancies=1,
        location="Berlin",
        skills="SQL",
        target_audience="all",
    ).job.id
    db.call("job_apply", me, job, "My letter", None, PDF, "cv.pdf")
    application = db.value("SELECT id FROM job_applications WHERE applicant_id = %s", me)
    browser.signed_in(poster)
    for act in (("account_delete", me), ("account_erase", db.admin(), me)):
        db.call(*act)
        for path in (f"/applications/{application}", f"/jobs/{job}", f"/jobs/{job}/applicants"):
            page = browser.get(path)
            assert page.status == 200, path
            assert "Former member" in page.text
            assert "Gone" not in page.text
            assert "My letter" not in page.text
            assert "invalid" not in page.text
        assert browser.get(f"/download/cv/{application}").status == 404
