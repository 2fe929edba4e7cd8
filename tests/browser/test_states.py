"""The states that a page has besides the usual one: too much, nothing yet, refused, gone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.support import extremes
from tests.support.browser import Tab
from tests.support.database import Database
from tests.support.events import hold
from tests.support.gallery import HEIGHT, STATES, VIEWS, examine, look_at
from tests.support.jobs import post
from tests.support.mentoring import offer
from tests.support.pictures import picture

LIE = {"name": "cv.pdf", "mimeType": "application/pdf", "buffer": picture()}
YESTERDAY = str(dt.datetime.now(dt.UTC).date() - dt.timedelta(1))


def office_of(db: Database) -> int:
    """Return the office's account in the demo data."""
    return int(db.value("SELECT id FROM users WHERE email = 'admin@example.com'"))


@pytest.fixture(scope="session")
def wilma_and_noor(demo: Database) -> extremes.Extremes:
    """Return who tries how much fits, with all that they do; of a worker, as its demo is."""
    return extremes.make(demo, office_of(demo))


PARTS = 3
PEOPLE = ("wilma", "noor", "office")


@pytest.mark.parametrize(
    ("who", "part"), [("visitor", 0), *((who, part) for who in PEOPLE for part in range(PARTS))]
)
def test_whatever_people_write_fits(
    onlooker: Tab, demo: Database, wilma_and_noor: extremes.Extremes, who: str, part: int
) -> None:
    made = wilma_and_noor
    assert set(made.pages) == {"visitor", *PEOPLE}
    assert len(made.pages["visitor"]) == 1
    people = {"wilma": made.wilma, "noor": made.noor, "office": office_of(demo)}
    onlooker.become(people.get(who))
    for path in made.pages[who][part::PARTS]:
        look_at(onlooker, path, views=STATES)


NEWCOMERS = {
    "student": ["/mentoring", "/students?search=zzzz"],
    "alumni": ["/mentoring", "/mentoring/offer", "/profile/visitors", "/engagements"],
}
EVERYBODY = [
    "/dashboard",
    "/messages",
    "/messages?folder=requests",
    "/messages?folder=archive",
    "/notifications",
    "/feed?view=following",
    "/events?view=mine",
    "/announcements?view=mine",
    "/events/invitations",
    "/account/blocks",
    "/verification",
    "/profile/edit",
]
FORMS_ONLY = ("/verification", "/profile/edit", "/mentoring/offer")


@pytest.mark.parametrize("role", NEWCOMERS)
def test_a_newcomer_is_told_what_will_be_there(onlooker: Tab, demo: Database, role: str) -> None:
    newcomer = demo.person(role, "Nia", "Newcomer")
    one = onlooker
    one.become(newcomer)
    for path in [*EVERYBODY, *NEWCOMERS[role], f"/people/{newcomer}"]:
        look_at(one, path, views=STATES)
        if path not in FORMS_ONLY and not path.startswith("/people"):
            assert one.page.locator("main .empty").count() > 0, f"{path} is silently empty"


# Role, page, what is typed (a file is a dict), the fields that are refused.
REFUSED: list[tuple[str | None, str, dict[str, Any], list[str]]] = [
    (
        None,
        "/register",
        {
            "first_name": "Zoë",
            "last_name": "x",
            "email": "nowhere",
            "password": "short",
            "confirm_password": "other",
        },
        ["password"],
    ),
    (
        None,
        "/contact",
        {"name": "Zoë", "email": "nowhere", "subject": "Hi", "message": "So?"},
        ["email"],
    ),
    (None, "/feedback", {"name": "Zoë", "email": "nowhere", "message": "So?"}, ["email"]),
    (
        "alumni",
        "/jobs/create",
        {
            "title": "Diver",
            "company_name": "Deep",
            "description": "Dive.",
            "salary_min": "9",
            "salary_max": "8",
            "skills": "Air, Water",
        },
        ["salary_min"],
    ),
    (
        "alumni",
        "/events/create",
        {
            "title": "Dive",
            "description": "Deep.",
            "venue": "Sea",
            "start_date": YESTERDAY,
            "start_time": "10:00",
            "end_time": "11:00",
            "max_attendees": "3",
        },
        ["starts_at"],
    ),
    (
        "alumni",
        "/announcements/create",
        {"title": "Dive", "content": "Deep.", "expires_at": f"{YESTERDAY}T10:00"},
        ["expires_at"],
    ),
    ("alumni", "/verification", {"note": "It is me.", "document": LIE}, ["document"]),
    ("alumni", "/account/email", {"email": "nowhere"}, ["current_password"]),
    (
        "student",
        "/jobs/{job}/apply",
        {"cover_letter": "I dive.", "expected_salary": "7", "cv_file": LIE},
        ["cv_file"],
    ),
    (
        "student",
        "/mentoring/ask/{mentor}",
        {"message": "How deep?", "company": "Deep"},
        ["purpose"],
    ),
    (
        "student",
        "/messages/compose/{mentor}",
        {"message": "Hello", "attachment": LIE},
        ["attachment"],
    ),
    ("admin", "/admin/engagements/new/{mentor}", {"title": "Dive", "hours": "3"}, ["start_date"]),
]
TYPED = """(names) => names.map((name) => document.querySelector(`main [name="${name}"]`).value)"""
LET_IT_GO = "document.querySelectorAll('form').forEach((form) => { form.noValidate = true; })"


@pytest.mark.parametrize(
    ("role", "path", "typed", "refused"), REFUSED, ids=[path for _, path, _, _ in REFUSED]
)
def test_what_was_typed_is_kept_and_the_fault_is_named(
    onlooker: Tab,
    demo: Database,
    role: str | None,
    path: str,
    typed: dict[str, Any],
    refused: list[str],
) -> None:
    mentor = demo.alumnus("Mona", "Mentor")
    offer(demo, mentor)
    address = path.format(mentor=mentor, job=post(demo, mentor))
    page = onlooker.page
    if role:
        onlooker.become(demo.person(role, "Theo", "Typo"))
    onlooker.expected_status = {422}
    page.set_viewport_size({"width": 360, "height": HEIGHT})
    page.goto(address)
    page.evaluate(LET_IT_GO)
    for name, value in typed.items():
        field = page.locator(f"main [name='{name}']")
        if isinstance(value, dict):
            field.set_input_files(files=[value])
        else:
            field.fill(value)
    field.locator("xpath=ancestor::form").locator("button.primary").first.click()
    for name in refused:
        page.wait_for_selector(f"main #{name}[aria-invalid=true]")
        assert f"{name}-error" in str(page.get_attribute(f"#{name}", "aria-describedby"))
        link = page.locator(f"[data-summary] a[href='#{name}']").inner_text()
        # A group of fields has a legend.
        label = page.locator(f"label[for='{name}'], #{name} > legend").inner_text()
        assert link == label.removesuffix("optional").strip(), path
    kept = [
        name
        for name, value in typed.items()
        if not isinstance(value, dict) and "password" not in name
    ]
    assert page.evaluate(TYPED, kept) == [typed[name] for name in kept], path
    examine(onlooker, address, VIEWS if path == "/register" else STATES)


def test_what_is_gone_says_so(onlooker: Tab, demo: Database) -> None:
    member = demo.alumnus("Gerda", "Gone")
    job, event = post(demo, member), hold(demo, member)
    words = demo.call("post_add", member, "Soon gone", None, "all").post.id
    word = demo.call("announcement_post", member, "Soon gone", "Soon.").announcement.id
    for name, number in (("job", job), ("event", event), ("post", words), ("announcement", word)):
        demo.call(f"{name}_delete", member, number)
    demo.call("account_delete", member)
    one = onlooker
    one.become(demo.student("Lea", "Late"))
    for path in (
        f"/jobs/{job}",
        f"/jobs/{job}/apply",
        f"/events/{event}",
        f"/posts/{words}",
        f"/announcements/{word}",
        f"/alumni/{member}",
        f"/messages/compose/{member}",
        f"/mentoring/ask/{member}",
    ):
        look_at(one, path, 404, STATES)
        assert one.page.locator("main h1").count() == 1
        assert one.page.locator("main a.button").count() > 0, f"{path} is a dead end"
