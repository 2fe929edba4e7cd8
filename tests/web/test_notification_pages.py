"""Notifications as people meet them: the list, the bell, what one is told, ending mails."""

from __future__ import annotations

import httpx
import pytest

from tests.support.jobs import apply, move, post
from tests.support.messages import send
from tests.support.site import Browser, Site
from web.mail.notices import WORDS, sentence


@pytest.fixture
def ann(site: Site) -> tuple[int, Browser]:
    """Return an alumna and her browser."""
    user = site.db.alumnus("Ann", "Alpha")
    return user, site.browser().signed_in(user)


def test_told_opened_and_cleared(site: Site, ann: tuple[int, Browser]) -> None:
    me, browser = ann
    assert "No notifications yet" in browser.get("/notifications").text
    for name in ("Ben", "Cleo", "<b>Dan</b>"):
        site.db.call("person_follow", site.db.student(name, "Beta"), me)
    page = browser.get("/notifications")
    assert (page.status, page.round_trips) == (200, 1)
    assert "&lt;b&gt;Dan&lt;/b&gt; Beta and 2 others started following you" in page.text
    assert '<span>1</span><span class="sr"> new</span>' in page.text
    told = site.db.value("SELECT MAX(id) FROM notifications WHERE recipient_id = %s", me)
    opened = browser.post(f"/notifications/{told}", {"csrf_token": page.values["csrf_token"]})
    assert opened.status == 303
    assert (opened.location or "").startswith("/people/")
    assert "No unread notifications" in browser.get("/notifications?view=unread").text
    assert "started following you" in browser.get("/notifications").text
    browser.post("/notifications/clear", {"csrf_token": page.values["csrf_token"]})
    assert "No notifications yet" in browser.get("/notifications").text
    assert browser.get("/notifications?view=nonsense").status == 422
    other = site.browser().signed_in(site.db.student())
    assert (
        other.post(
            f"/notifications/{told}",
            {"csrf_token": other.get("/notifications").values["csrf_token"]},
        ).status
        == 404
    )


def test_a_fact_is_told_in_the_app_and_by_one_mail(site: Site, ann: tuple[int, Browser]) -> None:
    me, browser = ann
    applicant = site.db.student("Sam", "Student")
    application = apply(site.db, applicant, post(site.db, me))
    assert "Sam Student applied for" in browser.get("/notifications").text
    move(site.db, me, application, "reviewed")
    page = site.browser().signed_in(applicant).get("/notifications")
    assert "is now reviewed" in page.text
    assert (
        site.db.value(
            "SELECT COUNT(*) FROM mail_outbox WHERE recipient_id = %s"
            " AND template LIKE 'application%%'",
            applicant,
        )
        == 1
    )


def test_one_click_ends_the_mails_of_a_kind(site: Site, ann: tuple[int, Browser]) -> None:
    me, browser = ann
    send(site.db, site.db.student(), me)
    token = site.db.value(
        "SELECT data ->> '$.unsubscribe' FROM mail_outbox WHERE recipient_id = %s", me
    )
    link = f"{site.url}/unsubscribe/{token}"
    page = httpx.get(link)
    assert page.status_code == 200
    assert "Messages" in page.text
    assert site.db.rows("SELECT 1 FROM notification_preferences WHERE user_id = %s", me) == [], (
        "a program that opens links changes nothing"
    )
    for _ in range(2):
        # As a mail program does it: no cookies, no page before.
        done = httpx.post(link, data={"List-Unsubscribe": "One-Click"})
        assert done.status_code == 200
    send(site.db, site.db.student(), me)
    assert site.db.value("SELECT COUNT(*) FROM mail_outbox WHERE recipient_id = %s", me) == 1
    assert "sent you a message request" in browser.get("/notifications").text
    assert httpx.post(f"{site.url}/unsubscribe/nonsense").status_code == 404
    logged = site.log_file.read_text()
    assert token not in logged


CHOICES = {"follow": "none", "like": "none", "message": "at_once", "message_on_site": "1"}


def test_what_one_is_told(site: Site, ann: tuple[int, Browser]) -> None:
    me, browser = ann
    page = browser.get("/account/notifications")
    assert (page.status, page.round_trips) == (200, 1)
    token = page.values["csrf_token"]
    given = {**CHOICES, "csrf_token": token}
    assert browser.post("/account/notifications", given).status == 303
    site.db.call("person_follow", site.db.student(), me)
    assert "No notifications yet" in browser.get("/notifications").text
    for kind, mail in (("follow", "hourly"), ("nonsense", "none")):
        typed = {"like": "weekly", "like_on_site": "1", kind: mail}
        refused = browser.post("/account/notifications", {**given, **typed})
        assert refused.status == 422
        assert "like_on_site" in refused.values, "what was chosen is kept"
        assert ('href="#follow"' in refused.text) == (kind == "follow")
    kept = browser.get("/account/notifications").values
    assert "message_on_site" in kept
    assert "like_on_site" not in kept
    site.db.rows(
        "INSERT INTO mail_suppressions (email, reason)"
        " SELECT email, 'bounce' FROM users WHERE id = %s",
        me,
    )
    assert "bounced" in browser.get("/account/notifications").text


@pytest.mark.parametrize("verb", WORDS)
def test_every_verb_has_its_words(verb: str) -> None:
    data = {
        "job_title": "Engineer {x}",
        "status": "hired",
        "title": "News",
        "kind": "guidance",
        "purpose": "A job",
        "rating": 5,
        "excerpt": "Words",
    }
    for others in (0, 1, 2):
        assert "{" not in sentence(verb, "Ann", others, data).replace("{x}", "")


def test_what_is_quoted_has_no_marks() -> None:
    for written, quoted in (
        ("On *locks* and `SELECT`, with a [wh", "On locks and SELECT, with a wh"),
        ("| a | b |", "…"),
    ):
        said = sentence("post_liked", "Ann", 0, {"excerpt": written})
        assert said == f"Ann liked your post “{quoted}”"
