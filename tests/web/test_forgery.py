"""Forms of other sites, cookies that somebody changed, and the headers of every answer."""

from __future__ import annotations

import pytest

from tests.support.site import Browser, Site


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_a_form_of_another_site(browser: Browser, headers: dict[str, str]) -> None:
    token = browser.get("/login").values["csrf_token"]
    page = browser.post("/theme", {"theme": "light", "csrf_token": token}, **headers)
    assert page.status == 403
    assert "another site" in page.text
    assert browser.cookie("theme") is None


def test_a_token_is_needed_and_is_the_browsers_own(site: Site, browser: Browser) -> None:
    own = browser.get("/login").values["csrf_token"]
    other = site.browser().get("/login").values["csrf_token"]
    assert own != other
    for token in (None, "", "x", other, own[:-1], own + "=", "\ud800".encode("utf-8", "ignore")):
        page = browser.post(
            "/theme", {"theme": "light", **({"csrf_token": token} if token else {})}
        )
        assert page.status == 403
        assert "has expired" in page.text
    assert browser.post("/theme", {"theme": "light", "csrf_token": own}).status == 303


def test_a_token_ends_with_the_session(site: Site, browser: Browser) -> None:
    before = browser.get("/login").values["csrf_token"]
    browser.signed_in(site.db.student())
    assert browser.post("/theme", {"theme": "light", "csrf_token": before}).status == 403
    within = browser.get("/dashboard").values["csrf_token"]
    assert browser.post("/theme", {"theme": "light", "csrf_token": within}).status == 303


def test_the_theme_is_kept_and_leads_back(browser: Browser) -> None:
    token = browser.get("/login").values["csrf_token"]
    page = browser.post(
        "/theme",
        {"theme": "light", "csrf_token": token},
        Referer=f"{browser.site.url}/login?next=/jobs",
    )
    assert (page.status, page.location) == (303, "/login?next=/jobs")
    assert 'data-theme="light"' in browser.get("/login").text
    page = browser.post(
        "/theme", {"theme": "plaid", "csrf_token": token}, Referer="https://e.example//x"
    )
    assert (page.status, page.location) == (303, "/")
    assert 'data-theme="light"' in browser.get("/login").text


def test_a_changed_flash_is_not_shown(browser: Browser) -> None:
    browser.http.cookies.set("alumni_flash", "SGVsbG8.AAAA", domain="127.0.0.1", path="/")
    page = browser.get("/login")
    assert 'class="toast"' not in page.text
    assert browser.cookie("alumni_flash") is None


def test_headers_of_pages_and_files(site: Site, browser: Browser) -> None:
    page = browser.get("/login")
    policy = page.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for part in (
        "default-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
        "base-uri 'none'",
    ):
        assert part in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in page.headers
    assert "style=" not in page.text
    (css,) = {part.split('"')[0] for part in page.text.split('href="')[1:] if ".css" in part[:60]}
    file = browser.http.get(css, headers={"Accept-Encoding": "br"})
    assert file.status_code == 200
    assert file.headers["Content-Encoding"] == "br"
    assert "immutable" in file.headers["Cache-Control"]
    assert file.headers["X-Content-Type-Options"] == "nosniff"


def test_a_request_keeps_its_id_into_the_log(site: Site, browser: Browser) -> None:
    page = browser.get("/login?secret=1", X_Request_Id="from-the-proxy-1")
    assert page.headers["X-Request-Id"] == "from-the-proxy-1"
    (line,) = site.log_of("from-the-proxy-1")
    assert line["path"] == "/login"
    assert (line["method"], line["status"], line["round_trips"]) == ("GET", 200, 1)
    assert browser.get("/login", X_Request_Id="no\tid").headers["X-Request-Id"] != "no\tid"


def test_an_answer_in_plain_text_for_who_reads_no_html(browser: Browser) -> None:
    page = browser.http.get("/nothing", headers={"Accept": "application/json"})
    assert page.status_code == 404
    assert page.headers["Content-Type"].startswith("text/plain")
    asked = browser.http.get("/dashboard", headers={"Accept": "application/json"})
    assert (asked.status_code, asked.text) == (401, "Sign in to continue.\n")


def test_a_page_that_is_not_there_knows_who_asks(site: Site, browser: Browser) -> None:
    browser.signed_in(site.db.alumnus("Grace", "Hopper"))
    page = browser.get("/nothing")
    assert page.status == 404
    assert "Grace Hopper" in page.text
