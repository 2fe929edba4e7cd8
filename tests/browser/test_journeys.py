"""What people come for, from the beginning to the end, with and without JavaScript."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.browser import SCRIPTS, Tab
from tools.seed.documents import docx, pdf


@SCRIPTS
def test_register_confirm_sign_in(tab: Callable[..., Tab], scripts: bool) -> None:
    one = tab(java_script_enabled=scripts)
    page, email = one.page, f"new.{secrets.token_hex(4)}@example.org"
    page.goto("/")
    page.click("text=Join as a student")
    expect(page.locator("#current_semester")).to_be_visible()
    expect(page.locator("#graduation_year")).to_be_hidden()
    page.fill("#first_name", "Zoë")
    page.fill("#last_name", "O'Connor")
    page.fill("#email", email)
    page.fill("#password", "correct horse")
    page.fill("#confirm_password", "correct hose")
    one.expected_status = {422}
    page.click("text=Create account")
    page.wait_for_selector("#confirm_password-error")
    assert page.input_value("#first_name") == "Zoë", "what was typed is kept"
    one.expected_status = set()
    page.fill("#password", "correct horse")
    page.fill("#confirm_password", "correct horse")
    page.click("text=Create account")
    page.wait_for_selector("text=sent you an email")
    user = one.site.db.value("SELECT id FROM users WHERE email = %s", email)
    page.goto(f"/confirm/{one.site.mail_token(user)}")
    page.click("text=Confirm email address")
    page.fill("#email", email)
    page.fill("#password", "correct horse")
    page.click("main button[type=submit]")
    page.wait_for_url("**/dashboard")
    expect(page.locator("text=Hello Zoë")).to_be_visible()
    page.click("details.menu > summary")
    page.click("text=Sign out")
    page.wait_for_selector("text=Join as a student")


def test_a_row_leads_to_the_job_and_its_poster_to_the_profile(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.sign_in("student@example.com")
    for link, leads_to in (("/jobs/", "**/jobs/*"), ("/people/", "**/alumni/*")):
        one.page.goto("/jobs")
        one.page.locator(f"#results .item a[href^='{link}']").first.click()
        one.page.wait_for_url(leads_to)


@SCRIPTS
def test_post_apply_move_see(tab: Callable[..., Tab], scripts: bool) -> None:
    title = f"Lighthouse keeper {secrets.token_hex(3)}"
    poster = tab(java_script_enabled=scripts)
    poster.sign_in("alumni@example.com")
    poster.page.click("main >> text=Post a job")
    poster.page.fill("#title", title)
    poster.page.fill("#company_name", "Northern Lights")
    poster.page.fill("#description", "Keep the **light** on.")
    poster.page.fill("#skills", "Patience, Oil Lamps")
    poster.page.fill("#salary_min", "30000")
    poster.page.fill("#salary_max", "20000")
    poster.expected_status = {422}
    poster.page.click("main form >> text=Post job")
    poster.page.wait_for_selector("#salary_min-error")
    assert poster.page.input_value("#description") == "Keep the **light** on."
    poster.page.fill("#salary_max", "36000")
    poster.page.click("main form >> text=Post job")
    poster.page.wait_for_selector(f"h1:has-text('{title}')")
    expect(poster.page.locator("article strong >> text=/^light$/")).to_be_visible()
    job = poster.page.url.rpartition("/")[2]

    applicant = tab(java_script_enabled=scripts)
    applicant.sign_in("student@example.com")
    applicant.page.goto(f"/jobs?search={title.replace(' ', '+')}")
    applicant.page.click(f"text={title}")
    applicant.page.click("text=Apply now")
    applicant.page.set_input_files(
        "#cv_file",
        {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": docx(["I lie about my type"])},
    )
    applicant.page.fill("#cover_letter", "I like the sea.")
    applicant.expected_status = {422}
    applicant.page.click("text=Send application")
    applicant.page.wait_for_selector("#cv_file-error")
    assert applicant.page.input_value("#cover_letter") == "I like the sea."
    applicant.page.goto(f"/jobs/{job}/apply")
    applicant.page.set_input_files(
        "#cv_file",
        {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": pdf(["Amara Okafor"])},
    )
    applicant.page.click("text=Send application")
    applicant.page.wait_for_selector("text=Your application for")

    poster.page.goto(f"/jobs/{job}/applicants")
    poster.page.click("text=Amara Okafor")
    for button, state in (("Shortlist", "shortlisted"), ("Make an offer", "offered")):
        poster.page.click(f"button:has-text('{button}')")
        poster.page.wait_for_selector(f"header .badge:has-text('{state}')")
    poster.page.fill("#note", "Brings her own lamp.")
    poster.page.click("text=Save note")
    poster.page.wait_for_selector("text=Your note is saved")

    applicant.page.reload()
    expect(applicant.page.locator("header .badge:has-text('offered')")).to_be_visible()
    assert "lamp" not in applicant.page.content()
    applicant.page.click("summary >> text=Withdraw")
    applicant.page.click("text=Confirm withdrawal")
    applicant.page.wait_for_selector("header .badge:has-text('withdrawn')")


def test_the_list_follows_what_is_typed(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.sign_in("student@example.com")
    one.page.goto("/jobs")
    one.page.locator("#search").press_sequentially("retinal", delay=20)
    one.page.wait_for_selector("#results >> text=Machine learning engineer")
    one.page.wait_for_url("**search=retinal**")
    assert one.page.locator("#results .item").count() == 1
    one.page.go_back()
    one.page.wait_for_selector("#results .item >> nth=5")
