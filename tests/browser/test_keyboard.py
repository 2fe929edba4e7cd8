"""Whoever has no mouse: everything is reached, seen, left again, and does what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.browser import Tab
from tests.support.gallery import FAULTS

FOCUSED = "document.activeElement.textContent.trim()"
# Where the keyboard is, what is there, and whether one sees that.
FOCUS = """() => {
    const element = document.activeElement;
    // What is for screen readers shows its label instead.
    const seen = element.matches(".sr") || [...element.getClientRects()].some((one) => {
        const top = document.elementFromPoint(one.x + one.width / 2, one.y + one.height / 2);
        return top && (element.contains(top) || top.contains(element));
    });
    const ring = element.matches(".sr") || getComputedStyle(element).outlineStyle !== "none"
        || element.closest("label:has(:focus-visible)") !== null;
    element.dataset.reached = "1";
    return { name: element.outerHTML.slice(0, 120), seen, ring, isBody: element === document.body };
}"""
NOT_REACHED = """() => [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled
        && !one.dataset.reached && !one.closest(".trap, [data-handle]")
        && !(one.type === "radio" && document.querySelector(`[name="${one.name}"][data-reached]`)))
    .map((one) => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize(
    ("email", "paths"),
    [
        (None, ["/", "/register"]),
        ("student@example.com", ["/jobs", "/alumni/2", "/messages/1", "/jobs/10/apply", "/feed"]),
        ("admin@example.com", ["/admin", "/admin/people", "/admin/about", "/events/4"]),
    ],
)
@pytest.mark.parametrize("width", [360, 1440])
def test_the_keyboard_reaches_everything(
    tab: Callable[..., Tab], email: str | None, paths: list[str], width: int
) -> None:
    one = tab(viewport={"width": width, "height": 800})
    if email:
        one.sign_in(email)
    for path in paths:
        one.page.goto(path)
        one.page.evaluate(FAULTS, "dark")  # nothing is on its way
        for _ in range(400):
            one.page.keyboard.press("Tab")
            focus = one.page.evaluate(FOCUS)
            if focus["isBody"]:
                break  # round once, and nothing was a trap
            assert focus["ring"], f"{path}: nothing shows that the keyboard is at {focus['name']}"
            assert focus["seen"], f"{path}: something hides {focus['name']}"
        else:
            pytest.fail(f"{path}: the keyboard does not come out again")
        assert one.page.evaluate(NOT_REACHED) == [], path


def test_the_keyboard_reaches_the_content(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.page.goto("/")
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.textContent") == "Skip to main content"
    one.page.keyboard.press("Enter")
    assert one.page.url.endswith("#main")


def test_a_menu_is_operated_by_the_keyboard(tab: Callable[..., Tab]) -> None:
    one = tab()
    one.sign_in("student@example.com")
    page, press = one.page, one.page.keyboard.press
    menu = page.locator("header details.menu")
    menu.locator("summary").focus()
    press("Enter")
    assert menu.get_attribute("open") is not None
    press("Tab")
    assert page.evaluate(FOCUSED) == "Dashboard"
    press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.matches('header .menu > summary')")
    press("Enter")
    for _ in range(20):
        press("Tab")
    assert menu.get_attribute("open") is None, "it closes behind who goes on"
    page.locator("main a").first.focus()
    press("/")
    page.keyboard.type("sql")
    press("Tab")
    press("ArrowDown")
    press("ArrowDown")
    assert page.evaluate("document.activeElement.name") == "among", "a choice keeps the focus"
    press("Shift+Tab")
    press("Enter")
    page.wait_for_url("**/students?search=sql")


def test_everything_on_a_form_is_done_by_the_keyboard(tab: Callable[..., Tab]) -> None:
    one = tab()
    page, press = one.page, one.page.keyboard.press
    page.goto("/register")
    page.locator("[name=user_type][value=alumni]").focus()
    press("ArrowRight")
    assert page.locator("[name=user_type][value=student]").is_checked()
    one.expected_status = {422}
    page.evaluate("document.querySelector('main form').noValidate = true")
    page.locator("#confirm_password").focus()
    press("Enter")
    page.wait_for_selector("[data-summary]")
    assert page.evaluate("document.activeElement.matches('[data-summary]')"), "it is read"
    press("Tab")
    press("Enter")
    assert page.evaluate("document.activeElement.matches('[aria-invalid=true]')"), "and found"
    page.locator(".themes button[value=light]").focus()
    press("Space")
    page.wait_for_selector("html[data-theme=light]")
