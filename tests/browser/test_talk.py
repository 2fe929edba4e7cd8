"""Two people write to each other in two browsers, and nobody reloads a page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.browser import Tab
from tests.support.database import Database
from tests.support.messages import acquainted, send


def test_two_people_write_to_each_other(tab: Callable[..., Tab]) -> None:
    ann, ben = tab(), tab()
    ann.sign_in("alumni@example.com")
    ben.sign_in("student@example.com")
    ann.page.goto("/messages/1")
    ben.page.goto("/messages/1")

    ben.page.fill("#message", "Are you there?")
    ben.page.click("text=Send")
    # It comes to both by the stream, and the form is empty again.
    expect(ann.page.locator(".bubble.theirs", has_text="Are you there?")).to_be_visible()
    expect(ben.page.locator(".bubble.mine", has_text="Are you there?")).to_have_count(1)
    expect(ben.page.locator("#message")).to_have_value("")
    # Ann's page is open, so she has read it.
    expect(ben.page.locator("#seen")).to_be_visible()

    ann.page.fill("#message", "Yes <b>I am</b>")
    ann.page.press("#message", "Enter")
    expect(ben.page.locator(".bubble.theirs", has_text="Yes <b>I am</b>")).to_have_count(1)
    expect(ann.page.locator(".bubble.mine", has_text="Yes <b>I am</b>")).to_have_count(1)

    ann.page.locator(".bubble.mine").last.locator("summary").click()
    ann.page.click("text=Delete for everyone")
    expect(ben.page.locator(".bubble.theirs").last).to_contain_text("This message was deleted")


def test_a_badge_grows_on_any_page(tab: Callable[..., Tab]) -> None:
    ann, ben = tab(), tab()
    ann.sign_in("alumni@example.com")
    ben.sign_in("student@example.com")
    ann.page.goto("/messages/1")  # what there is counts as read
    ann.page.goto("/jobs")
    badge = ann.page.locator("nav.side [data-live=messages]")
    before = int(badge.text_content().split()[0]) if badge.is_visible() else 0
    ben.page.goto("/messages/1")
    ben.page.fill("#message", "Another one")
    ben.page.click("text=Send")
    expect(badge).to_contain_text(str(before + 1))
    # What was missed while nobody listened is there when somebody does again.
    ann.page.context.set_offline(True)
    ben.page.fill("#message", "While you were away")
    ben.page.click("text=Send")
    expect(ben.page.locator(".bubble.mine", has_text="While you were away")).to_be_visible()
    ann.page.context.set_offline(False)
    ann.page.goto("/messages/1")
    expect(ann.page.locator(".bubble.theirs", has_text="While you were away")).to_have_count(1)


def test_times_are_on_the_clock_of_who_reads(tab: Callable[..., Tab], demo: Database) -> None:
    one, two = demo.student("Una", "Early"), demo.student("Duo", "Late")
    acquainted(demo, one, two)
    # Two days of Tokyo, the same day in UTC.
    at = dt.datetime.combine(dt.datetime.now(dt.UTC).date() - dt.timedelta(40), dt.time(14, 50))
    for later in (0, 20):
        sent = send(demo, two, one, f"After {later} minutes")
        demo.rows(
            "UPDATE messages SET sent_at = %s WHERE id = %s",
            at + dt.timedelta(minutes=later),
            sent.id,
        )
    reader = tab(timezone_id="Asia/Tokyo")
    reader.enter(one)
    reader.page.goto(f"/messages/{sent.conversation_id}")
    days = reader.page.locator(".thread .day")
    both = (at, at + dt.timedelta(1))
    expect(days).to_have_text([f"{day:%A} {day.day} {day:%B}" for day in both])
    expect(reader.page.locator(".bubble time")).to_have_text(["23:50", "00:10"])
    # What arrives belongs to today.
    send(demo, two, one, "And now")
    expect(days).to_have_count(3)
    expect(days.last).to_have_text("Today")
    expect(reader.page.locator(".bubble time").last).to_have_text(re.compile(r"^\d\d:\d\d$"))


def test_the_list_beside_a_conversation_is_told(tab: Callable[..., Tab], demo: Database) -> None:
    one, two, three = (demo.student(name, "Listed") for name in ("One", "Two", "Three"))
    for other in (two, three):
        acquainted(demo, one, other)
        send(demo, other, one, "Hello")
    reader = tab()
    reader.enter(one)
    reader.page.set_viewport_size({"width": 1440, "height": 900})
    reader.page.goto("/messages")
    reader.page.click(".pane >> text=Two Listed")
    listed = reader.page.locator("nav.pane .talk-row")
    # It is read when the page shows it, and the other one waits.
    expect(listed.locator("[aria-current]")).to_have_text("Two Listed")
    expect(listed.locator(".count")).to_have_count(1)
    send(demo, three, one, "Are you still there?")
    send(demo, two, one, "And you?")
    expect(listed.first).to_contain_text("And you?")
    expect(listed.nth(1)).to_contain_text("Are you still there?")
    expect(listed.nth(1).locator(".count")).to_have_text("2 new")
    # On a phone there is the conversation, and a way back.
    reader.page.set_viewport_size({"width": 360, "height": 740})
    expect(listed.first).to_be_hidden()
    reader.page.get_by_role("link", name="All messages").click()
    expect(reader.page.locator(".pane .talk-row")).to_have_count(2)


def test_without_scripts_everything_works_with_a_reload(
    tab: Callable[..., Tab], demo: Database
) -> None:
    # A request of its own: other stories on the same site answer those of the demo.
    stranger = demo.alumnus("Rita", "Stranger")
    demo.call("message_send", stranger, 3, "May I ask you something?")
    one = tab(java_script_enabled=False)
    one.sign_in("student@example.com")
    one.page.goto("/messages")
    one.page.click("text=Elena Ivanova")
    one.page.fill("#message", "Without scripts")
    one.page.click("text=Send")
    expect(one.page.locator(".bubble.mine", has_text="Without scripts")).to_be_visible()
    one.page.goto("/messages?folder=requests")
    one.page.click("text=Rita Stranger")
    one.page.click("button:text-is('Accept')")
    expect(one.page.locator("#message")).to_be_visible()
