"""Editing one's own profile in a real browser, with and without JavaScript."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from tests.support.browser import SCRIPTS, Tab
from tests.support.pictures import picture


@SCRIPTS
def test_a_profile_is_filled_in(tab: Callable[..., Tab], scripts: bool) -> None:
    one = tab(java_script_enabled=scripts)
    one.sign_in("alumni@example.com")
    page, mark = one.page, secrets.token_hex(3)
    page.goto("/profile/edit")
    documents: list[str] = []
    page.on("request", lambda request: documents.append(request.resource_type))

    # A position: refused, mended, changed, removed.
    page.click("#work >> text=Add a position")
    page.fill("#work_new_job_title", f"Clerk {mark}")
    page.fill("#work_new_company", "<b>Bees & Co</b>")
    page.fill("#work_new_start_date", "2020-01-01")
    page.fill("#work_new_end_date", "2019-01-01")
    one.expected_status = {422}
    page.click("#work .add button")
    page.wait_for_selector("#work_new_end_date-error")
    assert page.input_value("#work_new_job_title") == f"Clerk {mark}", "what was typed is kept"
    page.fill("#work_new_end_date", "2021-01-01")
    page.click("#work .add button")
    entry = page.locator("#work .editable > li", has_text=f"Clerk {mark}")
    entry.wait_for()
    assert "<b>Bees & Co</b>" in entry.inner_text()
    if scripts:
        page.wait_for_selector("#said >> text=Saved.")
        assert page.evaluate("document.activeElement.id") == "work", "the focus stays there"
        assert "document" not in documents, "in place"
    else:
        assert page.url.endswith("/profile/edit#work")
    entry.locator("summary").click()
    entry.locator("[name=job_title]").fill(f"Baker {mark}")
    entry.locator("text=Save").click()
    entry = page.locator("#work .editable > li", has_text=f"Baker {mark}")
    entry.wait_for()
    entry.locator("summary").click()
    entry.locator("text=Remove").click()
    entry.wait_for(state="detached")

    # Privacy settings; the rest of the page has kept its place.
    page.select_option("#privacy_visits", "alumni")
    page.click("text=Save privacy settings")
    page.wait_for_selector("text=Your choices are saved.")
    assert page.input_value("#privacy_visits") == "alumni"


@SCRIPTS
def test_a_skill_makes_the_profile_more_complete(tab: Callable[..., Tab], scripts: bool) -> None:
    one = tab(java_script_enabled=scripts)
    one.sign_in("student@example.com")
    page = one.page
    me = one.site.db.value("SELECT id FROM users WHERE email = 'student@example.com'")
    one.site.db.call("profile_edit", me, clear="skills")
    page.goto("/profile/edit")
    before = page.locator("#completeness h2").inner_text()
    for name in ("Juggling", "Fencing", "Origami"):
        page.click("#skills >> text=Add a skill")
        page.fill("#skills_new_skill", name)
        page.select_option("#skills_new_proficiency", "expert")
        page.click("#skills .add button")
        page.wait_for_selector(f"#skills .editable >> text={name}")
    assert page.locator("#completeness h2").inner_text() != before
    assert page.locator("#completeness").count() == 1


@SCRIPTS
def test_a_lying_picture_is_refused(tab: Callable[..., Tab], scripts: bool) -> None:
    one = tab(java_script_enabled=scripts)
    one.sign_in("student@example.com")
    page = one.page
    page.goto("/profile/edit")
    lie = {"name": "me.png", "mimeType": "image/png", "buffer": picture()}
    page.set_input_files("#photo", files=[lie])
    one.expected_status = {422}
    page.click("#files form[action$=photo] button")
    page.wait_for_selector("#photo-error")
    assert "type of picture its name says" in page.locator("#photo-error").inner_text()
