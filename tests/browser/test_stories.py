"""Stories of several people, each from the first page to the last, as they would go."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from playwright.sync_api import expect

from tests.support.browser import Tab
from tests.support.database import Database
from tests.support.events import shift
from tests.support.mentoring import offer
from tests.support.office import days
from tests.support.people import Maker
from tools.seed.documents import pdf

CV = {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": pdf(["What I can do"])}


def office_of(db: Database) -> int:
    """Return the office's account in the demo data."""
    return int(db.value("SELECT id FROM users WHERE email = 'admin@example.com'"))


def test_a_student_finds_a_mentor_and_asks(tab: Callable[..., Tab], demo: Database) -> None:
    craft = f"Bookbinding{secrets.token_hex(3)}"
    mentor_id = Maker(demo).alumnus("Odile", "Binder", skills={craft: "expert"})
    offer(demo, mentor_id, "guidance,mentorship")
    demo.call("directory_rebuild", None, mentor_id)
    student = tab()
    student.enter(demo.student("Finn", "Asker"))
    page = student.page
    page.click("nav.side >> text=Alumni")
    page.click("text=More filters")
    page.fill("[name=skill]", craft)
    page.check("[name=is_mentor]")
    page.wait_for_url("**is_mentor=1**")
    expect(page.locator(".person-card")).to_have_count(1)
    page.click("text=Odile Binder")
    page.click("text=Request mentoring")
    page.select_option("#kind", "mentorship")
    page.fill("#purpose", "My first year at the press")
    page.fill("#message", "I have bound three books, and each fell apart.")
    page.click("text=Send request")
    page.wait_for_selector("h1:has-text('My first year at the press')")
    request = page.url

    mentor = tab()
    mentor.enter(mentor_id)
    mentor.page.click("text=Reply to My first year at the press")
    mentor.page.fill("#word", "Glue is patience. Come on Tuesdays.")
    mentor.page.click("button:has-text('Accept')")
    mentor.page.fill("#title", "A book that stays together")
    mentor.page.click("text=Add goal")

    page.goto(request)
    expect(page.locator("text=Glue is patience")).to_be_visible()
    page.click("button:has-text('Reached')")
    expect(page.locator("text=✓ A book that stays together")).to_be_visible()
    page.click("text=Mark as complete")
    page.select_option("#rating", "4")
    page.fill("#feedback", "It holds.")
    page.click("text=Save rating")
    expect(page.locator("text=Update rating")).to_be_visible()
    mentor.page.goto(request)
    expect(mentor.page.locator("text=It holds.")).to_be_visible()


def test_an_alumna_posts_a_job_and_hires(tab: Callable[..., Tab], demo: Database) -> None:
    title = f"Cartographer {secrets.token_hex(3)}"
    poster = tab()
    poster.enter(demo.alumnus("Petra", "Poster"))
    poster.page.click("header >> text=Post a job")
    poster.page.fill("#title", title)
    poster.page.fill("#company_name", "Far Coasts")
    poster.page.fill("#description", "Draw what nobody has seen.")
    poster.page.click("main form >> text=Post job")
    poster.page.wait_for_selector(f"h1:has-text('{title}')")

    applicant = tab(viewport={"width": 360, "height": 740})
    applicant.enter(demo.student("Hira", "Hired"))
    applicant.page.click("text=See all jobs")
    applicant.page.fill("#search", title)
    applicant.page.click(f"#results >> text={title}")
    applicant.page.click("text=Apply now")
    applicant.page.set_input_files("#cv_file", files=[CV])
    applicant.page.click("text=Send application")
    applicant.page.wait_for_selector("text=Your application for")

    poster.page.goto("/dashboard")
    expect(poster.page.locator(".item", has_text=title).first).to_contain_text("1 new")
    poster.page.click(f"text={title}")
    poster.page.click("main >> a:has-text('pplicant') >> nth=0")
    poster.page.click("text=Hira Hired")
    for button, state in (
        ("Shortlist", "shortlisted"),
        ("Mark as interviewed", "interviewed"),
        ("Make an offer", "offered"),
        ("Hire", "hired"),
    ):
        poster.page.click(f"button:text-is('{button}')")
        poster.page.wait_for_selector(f"header .badge:has-text('{state}')")
    expect(poster.page.locator("text=No further steps")).to_be_visible()

    applicant.page.goto("/dashboard")
    mine = applicant.page.locator(".item", has_text=title).first
    expect(mine).to_contain_text("Congratulations!")


def test_the_office_verifies_and_announces(tab: Callable[..., Tab], demo: Database) -> None:
    name, title = f"V{secrets.token_hex(4)}", f"Closed on {secrets.token_hex(3)}"
    person = tab()
    person_id = demo.alumnus(name, "Proven")
    person.enter(person_id)
    person.page.click("details.menu > summary")
    person.page.click("details.menu >> text=Verification")
    person.page.set_input_files("#document", files=[{**CV, "name": "diploma.pdf"}])
    person.page.click("text=Send to the alumni office")
    expect(person.page.locator("text=Your request is with the alumni office")).to_be_visible()

    office = tab()
    office.enter(office_of(demo))
    office.page.click("main >> a[href='/admin/verification'] >> nth=0")
    office.page.click(f"text={name} Proven")
    office.expected_status = {422}
    office.page.click("button:text-is('Reject')")
    office.page.wait_for_selector("#reason-error")
    office.expected_status = set()
    office.page.click("button:text-is('Verify')")
    expect(office.page.locator(".toast")).to_contain_text(f"{name} Proven is verified.")
    office.page.click("nav.side >> text=Announcements")
    office.page.click("text=Create announcement")
    office.page.fill("#title", title)
    office.page.fill("#content", "The office is **closed** that day.")
    office.page.click("main form >> button:text-is('Publish')")
    office.page.wait_for_selector(f"h1:has-text('{title}')")
    office.page.click("text=Pin announcement")
    expect(office.page.locator("text=Unpin")).to_be_visible()

    person.page.goto(f"/people/{person_id}")
    expect(person.page.locator(".badge", has_text="✓ verified")).to_be_visible()
    person.page.goto("/dashboard")
    person.page.click(f"text={title}")
    expect(person.page.locator("strong", has_text="closed")).to_be_visible()
    office.page.click("text=Unpin")
    expect(office.page.locator("text=Pin announcement")).to_be_visible()


def test_the_office_runs_an_event_without_scripts(tab: Callable[..., Tab], demo: Database) -> None:
    title = f"Moon watching {secrets.token_hex(3)}"
    office = tab(java_script_enabled=False)
    office.enter(office_of(demo))
    office.page.goto("/events/create")
    for name, value in (
        ("title", title),
        ("description", "Bring a coat."),
        ("venue", "The roof"),
        ("start_date", str(days(40))),
        ("start_time", "20:00"),
        ("end_time", "22:00"),
        ("max_attendees", "1"),
    ):
        office.page.fill(f"#{name}", value)
    office.page.click("text=Publish event")
    office.page.wait_for_selector(f"h1:has-text('{title}')")
    event = int(office.page.url.rpartition("/")[2].partition("?")[0])

    guest, late = tab(java_script_enabled=False), tab(java_script_enabled=False)
    guest.enter(demo.student("Gus", "Guest"))
    guest.page.click("nav.side >> text=Events")
    guest.page.fill("#search", title)
    guest.page.click("main [role=search] button")
    guest.page.click(f"#results >> text={title}")
    guest.page.fill("#note", "Vertigo: a chair, please.")
    guest.page.click("main button:text-is('Register')")
    expect(guest.page.locator("h2", has_text="You're registered")).to_be_visible()
    guest.page.click("main >> a[href$='/ticket'] >> nth=0")
    expect(guest.page.locator("img.qr")).to_be_visible()
    late.enter(demo.alumnus("Lara", "Late"))
    late.page.goto(f"/events/{event}")
    late.page.click("main button:text-is('Join the waiting list')")
    expect(late.page.locator("text=You're number 1")).to_be_visible()

    starts = demo.value(
        "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), starts_at) / 3600 FROM events WHERE id = %s",
        event,
    )
    shift(demo, event, float(starts) - 0.25)
    office.page.reload()
    office.page.click("text=Check people in")
    expect(office.page.locator("text=Vertigo: a chair, please.")).to_be_visible()
    office.page.click("text=Check in Gus Guest")
    expect(office.page.locator(".item", has_text="Gus Guest")).to_contain_text("checked in")
    guest.page.reload()
    expect(guest.page.locator("text=You checked in")).to_be_visible()
