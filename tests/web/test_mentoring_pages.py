"""References and mentoring as people meet them, without JavaScript."""

from __future__ import annotations

import pytest

from tests.support.mentoring import answer, ask, expire, make_due, offer, status_of
from tests.support.office import days
from tests.support.site import Browser, Site


@pytest.fixture
def alumna(site: Site) -> tuple[int, Browser]:
    """Return an alumna who can be asked, and her browser."""
    user = site.db.alumnus("Ann", "Alpha")
    offer(site.db, user)
    return user, site.browser().signed_in(user)


@pytest.fixture
def student(site: Site) -> tuple[int, Browser]:
    """Return a student and their browser."""
    user = site.db.student("Sam", "<b>Seeker")
    return user, site.browser().signed_in(user)


def test_saying_what_one_can_be_asked(site: Site) -> None:
    user = site.db.alumnus("Ann", "Alpha")
    browser = site.browser().signed_in(user)
    page = browser.get("/mentoring")
    assert (page.status, page.round_trips) == (200, 1)
    assert "not accepting requests right now" in page.text
    form = browser.get("/mentoring/offer")
    assert (form.status, form.values["capacity"]) == (200, "2")
    sent = {
        "is_open": "1",
        "kinds": ["guidance", "reference"],
        "capacity": "30",
        "note": "Kept <words>",
        "paused_until": str(days(5)),
    }
    wrong = browser.submit("/mentoring/offer", sent)
    assert wrong.status == 422
    assert "from 1 to 20" in wrong.errors["capacity"]
    assert "Kept &lt;words&gt;" in wrong.text
    assert wrong.values["paused_until"] == str(days(5))
    assert 'value="mentorship" >' in wrong.text
    saved = browser.submit("/mentoring/offer", {**sent, "capacity": "3"})
    assert (saved.status, saved.location) == (303, "/mentoring")
    assert "Paused until" in browser.get("/mentoring").text
    assert browser.get("/mentoring/offer").values["paused_until"] == str(days(5))
    browser.submit("/mentoring/offer", {**sent, "capacity": "3", "paused_until": ""})
    assert "3 of 3 places free" in browser.get("/mentoring").text
    none = browser.submit("/mentoring/offer", {"is_open": "1", "capacity": "3"})
    assert (none.status, "at least one" in none.errors["kinds"]) == (422, True)
    browser.submit("/mentoring/offer", {"is_open": "0", "capacity": "3"})
    assert "not accepting requests right now" in browser.get("/mentoring").text


def test_asking_answering_and_working_together(
    site: Site, alumna: tuple[int, Browser], student: tuple[int, Browser]
) -> None:
    (ann, hers), (sam, theirs) = alumna, student
    profile = theirs.get(f"/alumni/{ann}")
    assert f'href="/mentoring/ask/{ann}"' in profile.text
    path = f"/mentoring/ask/{ann}"
    form = theirs.get(path)
    assert (form.status, form.round_trips) == (200, 1)
    fields = {"kind": "mentorship", "purpose": "A <b>plan", "company": "Acme", "message": ""}
    wrong = theirs.submit(path, fields)
    assert (wrong.status, "fill this in" in wrong.errors["message"]) == (422, True)
    assert "A &lt;b&gt;plan" in wrong.text
    keys = {name: form.values[name] for name in ("csrf_token", "idempotency_key")}
    full = {**keys, **fields, "message": "Hello <i>Ann"}
    sent, again = theirs.post(path, full), theirs.post(path, full)
    assert (sent.status, sent.location) == (303, again.location)
    one = str(sent.location)
    assert "already have an open request" in theirs.get(path).text
    refused = theirs.post(path, {**full, "idempotency_key": "another"})
    assert (refused.status, "role=alert" in refused.text) == (409, True)
    mail = site.mail(ann, "reference_requested").get_body(("plain",))
    assert mail and f"{site.url}{one}" in mail.get_content()

    assert "A &lt;b&gt;plan" in hers.get("/dashboard").text
    listed = hers.get("/mentoring")
    assert "Needs your reply" in listed.text
    assert "&lt;b&gt;Seeker" in listed.text
    assert "<b>" not in listed.text
    told = hers.get("/notifications").text
    assert "Sam &lt;b&gt;Seeker requested mentorship" in told
    read = hers.get(one)
    assert (read.status, read.round_trips) == (200, 1)
    assert "Hello &lt;i&gt;Ann" in read.text
    done = hers.submit(f"{one}/answer", {"answer": "accept", "word": "With pleasure."}, at=one)
    assert (done.status, done.location) == (303, one)
    accepted = theirs.get(one)
    assert "With pleasure." in accepted.text
    conversation = site.db.value(
        "SELECT conversation_id FROM reference_requests WHERE requester_id = %s", sam
    )
    assert f'href="/messages/{conversation}"' in accepted.text
    assert theirs.get(f"/messages/{conversation}").status == 200

    assert theirs.submit(f"{one}/goals", {"title": "Read <u>"}, at=one).status == 303
    goal = site.db.value("SELECT MAX(id) FROM reference_goals")
    assert "Read &lt;u&gt;" in hers.get(one).text
    assert theirs.submit(f"{one}/goals", {"title": " "}, at=one).errors["title"]
    hers.submit(f"{one}/goals/{goal}", {"is_done": "1"}, at=one)
    assert "✓ Read" in theirs.get(one).text
    assert "1 of 1 goal reached" in theirs.get("/mentoring").text
    assert hers.submit(f"{one}/goals/{goal}/remove", {}, at=one).location == one
    assert hers.submit(f"{one}/goals/{goal}/remove", {}, at=one).status == 404

    assert theirs.submit(f"{one}/complete", {"note": "Thank you!"}, at=one).status == 303
    assert "Thank you!" in hers.get(one).text
    assert "A rating is a great way" in theirs.get("/mentoring").text
    assert theirs.submit(f"{one}/rate", {"rating": "9"}, at=one).status == 422
    theirs.submit(f"{one}/rate", {"rating": "4", "feedback": "Clear."}, at=one)
    rated = hers.get(one).text
    assert "4 of 5" in rated
    assert "Clear." in rated
    for stranger in (site.db.alumnus(), site.db.admin()):
        assert site.browser().signed_in(stranger).get(one).status == 404
    visitor = site.browser().get(one)
    assert (visitor.status, str(visitor.location).startswith("/login")) == (303, True)


def test_declined_expired_and_taken_back(
    site: Site, alumna: tuple[int, Browser], student: tuple[int, Browser]
) -> None:
    (ann, hers), (sam, theirs) = alumna, student
    others = [site.db.alumnus("Other", f"No{number}") for number in range(3)]
    for other in others:
        offer(site.db, other)
    one = f"/mentoring/{ask(site.db, sam, ann)}"
    hers.submit(f"{one}/answer", {"answer": "decline", "word": "I am away."}, at=one)
    page = theirs.get(one)
    assert "I am away." in page.text
    assert "Other mentors you could ask" in page.text
    assert page.text.count("/mentoring/ask/") == 3
    assert "Free places: 2" in page.text

    request = ask(site.db, sam, ann)
    make_due(site.db, request)
    assert (
        hers.submit(
            f"/mentoring/{request}/answer", {"answer": "accept"}, at=f"/mentoring/{request}"
        ).status
        == 409
    )
    expire(site.db)
    mail = site.mail(sam, "reference_expired").get_body(("plain",))
    assert mail
    assert "These people could help instead" in mail.get_content()
    assert mail.get_content().count(f"{site.url}/mentoring/ask/") == 3
    assert "have time to reply" in theirs.get(f"/mentoring/{request}").text
    assert "reply to your request" in theirs.get("/notifications").text

    request = ask(site.db, sam, ann)
    path = f"/mentoring/{request}"
    assert theirs.submit(f"{path}/withdraw", {}, at=path).location == path
    assert status_of(site.db, request) == "withdrawn"
    assert "withdrawn" in hers.get(path).text

    request = ask(site.db, sam, ann)
    answer(site.db, ann, request)
    path = f"/mentoring/{request}"
    assert hers.submit(f"{path}/end", {"note": "I move."}, at=path).location == path
    assert "I move." in theirs.get(path).text


def test_lists_suggest_and_refuse(site: Site, student: tuple[int, Browser]) -> None:
    _, theirs = student
    page = theirs.get("/mentoring")
    assert (page.status, page.round_trips) == (200, 1)
    assert "No requests yet" in page.text
    assert 'href="/mentoring" aria-current=page' in page.text
    assert theirs.get("/mentoring?view=nonsense").status == 422
    assert theirs.get("/mentoring?after=x").status == 400
    assert theirs.get("/mentoring/offer").status == 403
    office = site.browser().signed_in(site.db.admin())
    assert office.get("/mentoring").status == 403
    assert 'href="/mentoring"' not in office.get("/dashboard").text
    assert site.browser().get("/mentoring").status == 303


def test_pages_of_many_requests(site: Site, alumna: tuple[int, Browser]) -> None:
    ann, hers = alumna
    offer(site.db, ann, capacity=20)
    for number in range(22):
        ask(site.db, site.db.student(), ann, purpose=f"Question {number:02}")
    first = hers.get("/mentoring").text
    assert "Question 21" in first
    oldest = site.db.value("SELECT MIN(id) FROM reference_requests WHERE alumnus_id = %s", ann)
    rest = hers.get(f"/mentoring?view=received&after={oldest + 2}")
    assert "Question 01" in rest.text
    assert "Question 02" not in rest.text
    assert "First page" in rest.text


def test_full_and_blocked(
    site: Site, alumna: tuple[int, Browser], student: tuple[int, Browser]
) -> None:
    (ann, hers), (sam, theirs) = alumna, student
    request, other = ask(site.db, sam, ann), ask(site.db, site.db.student(), ann)
    offer(site.db, ann, capacity=1)
    answer(site.db, ann, other)
    path = f"/mentoring/{request}"
    assert "offer more places" in hers.get(path).text
    full = hers.submit(f"{path}/answer", {"answer": "accept", "word": "Kept"}, at=path)
    assert (full.status, "Kept" in full.text) == (409, True)
    stranger = site.browser().signed_in(site.db.student())
    assert "no free places" in stranger.get(f"/mentoring/ask/{ann}").text
    assert "Request mentoring" not in stranger.get(f"/alumni/{ann}").text
    site.db.call("person_block", ann, sam)
    assert theirs.get(f"/mentoring/ask/{ann}").status == 404
    assert "declined" in theirs.get(path).text
