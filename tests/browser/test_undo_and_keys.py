"""What was deleted comes back by one press; keys lead everywhere; uploads show how far they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.support.browser import Tab
from tests.support.gallery import AXE
from tests.support.jobs import PDF


@pytest.mark.parametrize("scripts", [True, False])
def test_a_job_is_deleted_and_back(tab: Callable[..., Tab], scripts: bool) -> None:
    one = tab(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    one.sign_in("alumni@example.com")
    one.page.goto("/jobs/1/delete")
    one.page.click("text=Delete job")
    said = one.page.locator("dialog.toast")
    expect(said).to_contain_text("is deleted")
    one.keep(f"undo-{scripts}")
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert said.locator("text=Undo").bounding_box()["height"] < 48, "its word is in one line"
    if scripts:
        one.page.evaluate(AXE)
        found = one.page.evaluate("axe.run()")["violations"]
        assert [fault["id"] for fault in found] == []
    said.locator("text=Undo").click()
    one.page.wait_for_url("**/jobs/1")
    expect(one.page.locator(".toast")).to_have_text("The job is back.")


def test_what_is_said_can_be_closed_without_scripts(tab: Callable[..., Tab]) -> None:
    one = tab(java_script_enabled=False)
    one.sign_in("alumni@example.com")
    one.page.goto("/jobs/1/delete")
    one.page.click("text=Delete job")
    one.page.click("dialog.toast [aria-label=Close]")
    expect(one.page.locator("dialog.toast")).to_be_hidden()
    one.page.goto("/dashboard")
    assert one.page.locator("dialog.toast").count() == 0, "it is said once"
    one.site.db.call("job_restore", 2, 1)


def test_keys(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.sign_in("student@example.com")
    one.page.goto("/dashboard")
    one.page.keyboard.press("/")
    expect(one.page.locator(".find input")).to_be_focused()
    one.page.keyboard.type("?g a")
    expect(one.page.locator(".find input")).to_have_value("?g a")
    one.page.locator("h1").click()
    one.page.keyboard.press("?")
    expect(one.page.locator("#keys")).to_be_visible()
    one.page.keyboard.press("Escape")
    expect(one.page.locator("#keys")).to_be_hidden()
    one.page.keyboard.press("g")
    one.page.keyboard.press("j")
    one.page.wait_for_url("**/jobs")
    one.page.keyboard.press("/")
    expect(one.page.locator("main input[type=search]")).to_be_focused()
    one.page.locator("h1").click()
    one.page.locator("text=Keyboard").first.click()
    expect(one.page.locator("#keys")).to_be_visible()


def test_a_message_has_room_on_a_phone(tab: Callable[..., Tab]) -> None:
    one = tab(viewport={"width": 360, "height": 740})
    one.sign_in("student@example.com")
    one.page.goto("/messages/1")
    form, send = one.page.locator("#reply"), one.page.locator("#reply button")
    assert send.bounding_box()["height"] < 48, "its word is in one line"
    inside = form.evaluate("form => form.scrollWidth <= form.clientWidth")
    assert inside, "nothing of it is cut"


def test_a_profile_on_paper_has_its_width(tab: Callable[..., Tab]) -> None:
    one = tab(viewport={"width": 1100, "height": 900})
    one.sign_in("student@example.com")
    one.page.goto("/alumni/2")
    one.page.emulate_media(media="print")
    one.keep("profile-print")
    assert one.page.locator("main").bounding_box()["width"] > 900


def test_an_upload_shows_how_far_it_is(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.sign_in("student@example.com")
    one.page.goto("/profile/edit")
    slow = one.context.new_cdp_session(one.page)
    slow.send("Network.enable")
    slow.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": 0,
            "downloadThroughput": -1,
            "uploadThroughput": 300_000,
        },
    )
    content = PDF + b"%" * 600_000
    one.page.set_input_files(
        "#cv_file", {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": content}
    )
    form = one.page.locator("form[action='/profile/edit/cv']")
    form.locator("button").click()
    expect(form.locator(".upload-words")).to_contain_text("% of 0.6 MB")
    assert 0 < form.locator("progress").evaluate("bar => bar.value / bar.max") < 1
    one.keep("upload")
    expect(one.page.locator(".toast")).to_be_visible()
