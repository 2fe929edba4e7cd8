"""The office's tables and jobs: sorted in place, a navigation for thumbs, work that shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.support.browser import Tab
from tests.support.database import Database
from tests.support.gallery import AXE
from tests.support.people import lookup


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_office_finds_its_pages_on_a_phone(tab: Callable[..., Tab], theme: str) -> None:
    """One row that says where one is; the keyboard opens it."""
    one = tab(viewport={"width": 360, "height": 740})
    one.sign_in("admin@example.com")
    one.context.add_cookies([{"name": "theme", "value": theme, "url": one.site.url}])
    one.page.goto("/admin/people?sort=longest_away")
    menu = one.page.get_by_role("navigation", name="Alumni office")
    summary = menu.locator("summary")
    expect(summary).to_have_text("Alumni office: People")
    assert menu.bounding_box()["height"] < 60
    expect(menu.get_by_role("link", name="Audit log")).to_be_hidden()
    summary.focus()
    one.page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="People")).to_have_attribute("aria-current", "page")
    one.keep(f"office-menu-{theme}")
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 360
    one.page.evaluate(AXE)
    assert [fault["id"] for fault in one.page.evaluate("axe.run()")["violations"]] == []
    menu.get_by_role("link", name="Audit log").click()
    one.page.wait_for_url("**/admin/audit")
    expect(menu.locator("summary")).to_have_text("Alumni office: Audit log")


def test_people_are_sorted_where_they_stand(tab: Callable[..., Tab]) -> None:
    """By the header, in place: search and filters stay, and the header keeps the focus."""
    one = tab()
    one.sign_in("admin@example.com")
    one.page.goto("/admin/people?search=a&role=alumni")
    since = one.page.get_by_role("columnheader", name="Joined")
    signed_in = one.page.get_by_role("columnheader", name="Last sign-in")
    expect(since).to_have_attribute("aria-sort", "descending")
    signed_in.get_by_role("link").press("Enter")
    expect(signed_in).to_have_attribute("aria-sort", "descending")
    expect(signed_in.get_by_role("link")).to_be_focused()
    assert since.get_attribute("aria-sort") is None
    one.page.wait_for_url("**/admin/people?search=a&role=alumni&sort=last_signed_in")
    signed_in.get_by_role("link").click()
    expect(signed_in).to_have_attribute("aria-sort", "ascending")
    # What is typed after that keeps the order.
    one.page.locator("#search").fill("d")
    one.page.wait_for_url("**/admin/people?search=d&*sort=longest_away*")
    expect(signed_in).to_have_attribute("aria-sort", "ascending")


@pytest.fixture
def many_skills(demo: Database) -> Iterator[tuple[int, int]]:
    """Return a domain of more skills than are moved at once, and an empty one."""
    old, new = (lookup(demo, "skill_domains", name=name) for name in ("Crafst", "Crafts"))
    demo.rows(
        "INSERT INTO skills (name, domain_id)"
        " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 520)"
        " SELECT CONCAT('Craft ', i), %s FROM n",
        old,
    )
    yield old, new
    demo.rows("DELETE FROM skills WHERE name LIKE 'Craft %'")
    demo.rows("DELETE FROM skill_domains WHERE id IN (%s, %s)", old, new)


def test_a_long_merge_goes_on_by_itself(
    tab: Callable[..., Tab], many_skills: tuple[int, int]
) -> None:
    one = tab(viewport={"width": 360, "height": 740})
    one.sign_in("admin@example.com")
    one.page.goto("/admin/lookups/skill_domains?search=crafst")
    row = one.page.locator("details", has_text="Crafst").last
    row.locator("summary").click()
    row.get_by_label("Merge into").fill("Crafts")
    row.get_by_role("button", name="Merge Crafst").click()
    heading = one.page.get_by_role("heading", name="Crafst has been merged into Crafts")
    expect(heading).to_be_visible()
    expect(one.page.locator("#job")).to_contain_text("People and jobs moved: 520.")
    bar = one.page.locator("#job progress")
    assert bar.evaluate("bar => [bar.value, bar.max]") == [520, 520]
    one.keep("merge")
    one.page.evaluate(AXE)
    assert [fault["id"] for fault in one.page.evaluate("axe.run()")["violations"]] == []
    assert one.site.db.rows("SELECT 1 FROM skill_domains WHERE id = %s", many_skills[0]) == []


def test_work_is_said_while_it_is_done(tab: Callable[..., Tab]) -> None:
    """The button that was pressed is busy, what happens is said, and nothing is sent twice."""
    one = tab()
    one.sign_in("admin@example.com")
    one.page.goto("/admin/graduation/cohort")
    said = one.page.locator(".working")
    expect(said).to_have_text("")
    # Nothing leaves: what the page does when a form is sent is seen in peace.
    one.page.evaluate(
        "window.sent = 0, addEventListener('submit', event => {"
        " sent += !event.defaultPrevented; event.preventDefault(); })"
    )
    button = one.page.get_by_role("button", name="Graduate selected")
    button.click()
    expect(said).to_have_text("Graduating the selected students and emailing them…")
    expect(button).to_have_attribute("aria-busy", "true")
    one.keep("working")
    button.press("Enter")
    assert one.page.evaluate("sent") == 1
    # Back from the next page everything is as before.
    one.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    expect(said).to_have_text("")
    assert button.get_attribute("aria-busy") is None
