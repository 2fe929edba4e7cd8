"""Accounts as people meet them: register, confirm, sign in and out, recover a password."""

from __future__ import annotations

import hashlib

import pytest
from argon2 import PasswordHasher

from tests.support.accounts import email_of, new_email, set_setting
from tests.support.database import PASSWORD, Database
from tests.support.site import Browser, Page, Site

REGISTRATION = {
    "user_type": "alumni",
    "first_name": "Zoë",
    "last_name": "Müller 李",
    "password": "correct horse",
    "confirm_password": "correct horse",
    "graduation_year": "2015",
}


def _register(browser: Browser, **changes: str) -> tuple[str, Page]:
    email = changes.get("email") or new_email()
    fields = {**REGISTRATION, "email": email, **changes}
    return email, browser.submit("/register", fields)


def _id_of(db: Database, email: str) -> int:
    return int(db.value("SELECT id FROM users WHERE email = %s", email))


def test_from_nobody_to_the_dashboard_and_back(site: Site, browser: Browser) -> None:
    email, page = _register(browser)
    assert (page.status, page.location) == (303, "/confirm?sent=1")
    assert "sent you an email" in browser.get("/confirm?sent=1").text
    user_id = _id_of(site.db, email)

    refused = browser.submit("/login", {"email": email, "password": "correct horse"})
    assert refused.status == 403
    assert "onfirm" in refused.text

    token = site.mail_token(user_id)
    assert site.db.value("SELECT status FROM users WHERE id = %s", user_id) != "active"
    browser.get(f"/confirm/{token}")  # a scanner of mails opens links: nothing happens
    assert site.db.value("SELECT status FROM users WHERE id = %s", user_id) != "active"
    confirmed = browser.submit(f"/confirm/{token}", {})
    assert (confirmed.status, confirmed.location) == (303, "/login")
    assert "Email address confirmed" in browser.get("/login").text
    assert "Email address confirmed" not in browser.get("/login").text, "said once"

    signed_in = browser.submit("/login", {"email": email, "password": "correct horse"})
    assert (signed_in.status, signed_in.location) == (303, "/dashboard")
    dashboard = browser.get("/dashboard")
    assert dashboard.status == 200
    assert "Zoë Müller 李" in dashboard.text

    out = browser.submit("/logout", {}, at="/dashboard")
    assert (out.status, out.location) == (303, "/")
    again = browser.get("/dashboard")
    assert (again.status, again.location) == (303, "/login?next=%2Fdashboard")


def test_a_refused_registration_keeps_what_was_typed_but_no_password(browser: Browser) -> None:
    _, page = _register(browser, confirm_password="something else", graduation_year="soon")
    assert page.status == 422
    assert "match" in page.errors["confirm_password"]
    assert page.values["first_name"] == "Zoë"
    assert page.values["graduation_year"] == "soon"
    assert page.values["password"] == page.values["confirm_password"] == ""
    _, page = _register(browser, graduation_year="soon")
    assert page.status == 422
    assert "graduation_year" in page.errors


@pytest.mark.parametrize("password", ["short", "x" * 257, "password", "a@example.org"])
def test_a_password_that_is_guessed_at_once_is_refused(browser: Browser, password: str) -> None:
    page = browser.submit(
        "/register",
        {
            **REGISTRATION,
            "email": "a@example.org",
            "password": password,
            "confirm_password": password,
        },
    )
    assert page.status == 422
    assert page.errors["password"]


def test_an_address_that_is_taken(browser: Browser) -> None:
    email, _ = _register(browser)
    _, page = _register(browser, email=email.upper())
    assert page.status == 409
    assert page.errors["email"]


def test_a_forgotten_password(site: Site, browser: Browser) -> None:
    user_id = site.db.alumnus()
    email = email_of(site.db, user_id)
    elsewhere = site.browser().signed_in(user_id)
    assert elsewhere.get("/dashboard").status == 200

    unknown = browser.submit("/forgot-password", {"email": new_email()})
    known = browser.submit("/forgot-password", {"email": email})
    assert (known.status, known.location) == (unknown.status, unknown.location)
    token = site.mail_token(user_id, "reset_password")
    differing = browser.submit(
        f"/reset-password/{token}", {"password": "correct horse", "confirm_password": "no"}
    )
    assert differing.status == 422
    done = browser.submit(
        f"/reset-password/{token}",
        {"password": "correct horse", "confirm_password": "correct horse"},
    )
    assert (done.status, done.location) == (303, "/login")
    assert elsewhere.get("/dashboard").status == 303, "every session has ended"
    assert browser.get(f"/reset-password/{token}").status == 404, "a link works once"
    wrong = browser.submit("/login", {"email": email, "password": PASSWORD})
    assert (wrong.status, wrong.values["email"]) == (422, email)
    assert browser.submit("/login", {"email": email, "password": "correct horse"}).status == 303


def test_the_cookie_is_renewed_at_sign_in_and_the_old_session_ends(
    site: Site, browser: Browser
) -> None:
    user_id = site.db.alumnus()
    browser.signed_in(user_id)
    before = browser.cookie("alumni_session")
    page = browser.submit(
        "/login", {"email": email_of(site.db, user_id), "password": PASSWORD, "remember": "1"}
    )
    assert page.status == 303
    (cookie,) = [
        one for one in page.response.headers.get_list("Set-Cookie") if "alumni_session" in one
    ]
    for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age="):
        assert part.lower() in cookie.lower()
    after = browser.cookie("alumni_session")
    assert after
    assert before
    assert after != before
    hashes = [
        row.token_hash
        for row in site.db.rows(
            "SELECT HEX(token_hash) AS token_hash FROM user_sessions"
            " WHERE user_id = %s AND revoked_at IS NULL",
            user_id,
        )
    ]
    assert hashes == [hashlib.sha256(after.encode()).hexdigest().upper()]


def test_many_wrong_passwords_have_to_wait(site: Site, browser: Browser) -> None:
    email = email_of(site.db, site.db.alumnus())
    for _ in range(5):
        assert browser.submit("/login", {"email": email, "password": "wrong one"}).status == 422
    page = browser.submit("/login", {"email": email, "password": PASSWORD})
    assert page.status == 429
    assert 0 < int(page.headers["Retry-After"]) <= 15 * 60
    assert page.values["email"] == email


def test_too_many_registrations_have_to_wait(site: Site, browser: Browser) -> None:
    before = set_setting(site.db, "registrations_per_address", "0")
    try:
        _, page = _register(browser)
    finally:
        set_setting(site.db, "registrations_per_address", before)
    assert page.status == 429
    assert int(page.headers["Retry-After"]) > 0
    assert page.values["first_name"] == "Zoë"


@pytest.mark.parametrize(
    ("given", "leads_to"),
    [
        ("/jobs?search=a%20b", "/jobs?search=a%20b"),
        ("https://evil.example/", "/"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/dashboard"),
    ],
)
def test_signing_in_leads_to_pages_of_this_site_only(
    site: Site, browser: Browser, given: str, leads_to: str
) -> None:
    email = email_of(site.db, site.db.alumnus())
    page = browser.submit("/login", {"email": email, "password": PASSWORD, "next": given})
    assert (page.status, page.location) == (303, leads_to)


def test_a_sign_out_by_a_link_asks_first(site: Site, browser: Browser) -> None:
    browser.signed_in(site.db.student())
    # A link in a post is one of this site.
    for caused_by in ("cross-site", "same-site", "same-origin"):
        asked = browser.get("/logout", Sec_Fetch_Site=caused_by)
        assert asked.status == 200
        assert "Sign out?" in asked.text
    assert browser.get("/dashboard").status == 200
    assert browser.get("/logout", Sec_Fetch_Site="none").status == 303
    assert browser.get("/dashboard").status == 303
    assert browser.get("/logout").status == 303, "nobody is signed in: harmless"


def test_a_link_that_is_void_offers_a_new_one(browser: Browser) -> None:
    page = browser.submit("/confirm/" + "x" * 43, {}, at="/login")
    assert page.status == 422
    assert 'action="/confirm"' in page.text
    assert browser.get("/reset-password/" + "x" * 43).status == 404


def test_a_new_account_waits_where_the_office_approves(site: Site, browser: Browser) -> None:
    before = set_setting(site.db, "registration_requires_approval", "1")
    try:
        email, _ = _register(browser, user_type="student", current_semester="3")
        user_id = _id_of(site.db, email)
        browser.submit(f"/confirm/{site.mail_token(user_id)}", {})
    finally:
        set_setting(site.db, "registration_requires_approval", before)
    assert "will review" in browser.get("/login").text
    waiting = browser.submit("/login", {"email": email, "password": "correct horse"})
    assert waiting.status == 403
    assert "waiting for approval" in waiting.text

    office = site.browser().signed_in(site.db.admin())
    assert email in office.get("/dashboard").text
    no_reason = office.submit(
        f"/accounts/{user_id}/decide", {"decision": "sideways"}, at="/dashboard"
    )
    assert no_reason.status == 422
    student = site.browser().signed_in(site.db.student())
    decide = f"/accounts/{user_id}/decide"
    assert student.submit(decide, {"decision": "approve"}, at="/dashboard").status == 403
    assert office.submit(decide, {"decision": "approve"}, at="/dashboard").status == 303
    assert browser.submit("/login", {"email": email, "password": "correct horse"}).status == 303


def test_an_old_hash_is_renewed_at_sign_in(site: Site, browser: Browser) -> None:
    user_id = site.db.alumnus()
    before = PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=4).hash(PASSWORD)
    site.db.rows("UPDATE users SET password_hash = %s WHERE id = %s", before, user_id)
    browser.submit("/login", {"email": email_of(site.db, user_id), "password": PASSWORD})
    after = site.db.value("SELECT password_hash FROM users WHERE id = %s", user_id)
    assert after != before
    assert after.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_token_is_in_no_log(site: Site, browser: Browser) -> None:
    user_id = site.db.alumnus()
    browser.submit("/forgot-password", {"email": email_of(site.db, user_id)})
    token = site.mail_token(user_id, "reset_password")
    page = browser.get(f"/reset-password/{token}")
    (line,) = site.log_of(page.headers["X-Request-Id"])
    assert line["path"] == "/reset-password/..."
    assert token not in site.log_file.read_text()
