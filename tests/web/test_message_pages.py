"""Messages as people meet them: inbox, conversation, requests, files, without JavaScript."""

from __future__ import annotations

import secrets

import pytest

from tests.support.jobs import PDF
from tests.support.messages import acquainted, send
from tests.support.site import Browser, Site

XSS = "<script>alert(1)</script>"


@pytest.fixture
def ann(site: Site) -> Browser:
    """Return the browser of an alumna."""
    browser = site.browser()
    browser.signed_in(site.db.alumnus("Ann", "Alpha"))
    return browser


def me(site: Site, browser: Browser) -> int:
    """Return users.id of who is signed in."""
    page = browser.get("/messages")
    name = "Ann" if "Account menu for Ann" in page.text else "Ben"
    return int(
        site.db.value("SELECT MAX(user_id) FROM alumni_profiles WHERE first_name = %s", name)
    )


def test_what_the_reference_system_sends_is_enough(site: Site, ann: Browser) -> None:
    other = site.db.student("Ben", "Beta")
    token = ann.get(f"/messages/compose/{other}").values["csrf_token"]
    sent = ann.post(f"/messages/compose/{other}", {"csrf_token": token, "message": "Hello"})
    assert sent.status == 303
    assert sent.location
    page = ann.get(sent.location.partition("#")[0])
    assert (page.status, page.round_trips) == (200, 1)
    assert "Hello" in page.text
    # Next time the form leads to the conversation.
    again = ann.get(f"/messages/compose/{other}")
    assert (again.status, again.location) == (303, sent.location.partition("#")[0])


def test_a_request_is_read_accepted_and_answered(site: Site, ann: Browser) -> None:
    ben_id = site.db.alumnus("Ben", "<b>Beta</b>")
    ben = site.browser().signed_in(ben_id)
    assert "will see this as a message request" in ann.get(f"/messages/compose/{ben_id}").text
    sent = ann.submit(f"/messages/compose/{ben_id}", {"message": f"Hi {XSS}\nBye"})
    path = (sent.location or "").partition("#")[0]
    assert "Request sent to" in ann.get(path).text

    assert "No messages yet" in ben.get("/messages").text
    requests = ben.get("/messages?folder=requests")
    assert (requests.status, requests.round_trips) == (200, 1)
    assert "Ann Alpha" in requests.text
    page = ben.get(path)
    assert "<script>alert" not in page.text
    assert "wants to message you" in page.text
    assert 'name="message"' not in page.text
    done = ben.post(f"{path}/answer", {"csrf_token": page.values["csrf_token"], "answer": "accept"})
    assert (done.status, done.location) == (303, path)
    reply = ben.submit(path, {"message": "Hello Ann"})
    assert (reply.status, reply.location) == (303, f"{path}#end")

    inbox = ann.get("/messages")
    assert "&lt;b&gt;Beta" in inbox.text
    assert "<b>Beta" not in inbox.text
    assert "Hello Ann" in inbox.text
    assert 'data-live="messages"' in inbox.text
    ann.get(path)
    assert "Hello Ann" in ann.get(path).text


def test_what_is_refused_stays_typed(site: Site, ann: Browser) -> None:
    other = site.db.student()
    page = ann.submit(
        f"/messages/compose/{other}",
        {"message": "Kept <words>"},
        files={"attachment": ("a.exe", b"MZ", "application/pdf")},
    )
    assert page.status == 422
    assert "Kept &lt;words&gt;" in page.text
    assert "Choose a document or picture" in page.text
    assert ann.submit(f"/messages/compose/{other}", {"message": " "}).status == 422
    assert (
        site.db.value(
            "SELECT COUNT(*) FROM conversations WHERE %s IN (user_one_id, user_two_id)", other
        )
        == 0
    )


def test_files_are_for_the_two_and_for_saving(site: Site, ann: Browser) -> None:
    ben = site.db.alumnus("Ben", "Beta")
    content = PDF + secrets.token_bytes(4)
    ann.submit(
        f"/messages/compose/{ben}",
        {"message": ""},
        files={"attachment": ("Plan für uns.pdf", content, "application/pdf")},
    )
    attachment = site.db.value("SELECT MAX(id) FROM message_attachments")
    file = site.browser().signed_in(ben).get(f"/download/attachment/{attachment}")
    assert file.response.content == content
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["Content-Disposition"].startswith("attachment; ")
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    stranger = site.browser().signed_in(site.db.admin())
    assert stranger.get(f"/download/attachment/{attachment}").status == 404
    assert site.browser().get(f"/download/attachment/{attachment}").status == 303


def test_sent_twice_is_there_once(site: Site, ann: Browser) -> None:
    other = site.db.student()
    form = ann.get(f"/messages/compose/{other}").values
    sent = [ann.post(f"/messages/compose/{other}", {**form, "message": "Once"}) for _ in range(2)]
    assert sent[0].location == sent[1].location
    assert site.db.value("SELECT COUNT(*) FROM messages WHERE body = 'Once'") == 1


def test_delete_archive_search_and_settings(site: Site, ann: Browser) -> None:
    one, two = me(site, ann), site.db.student("Cleo", "Gamma")
    acquainted(site.db, one, two)
    first, second = send(site.db, one, two, "zebra one"), send(site.db, two, one, "zebra two")
    path = f"/messages/{first.conversation_id}"
    token = ann.get(path).values["csrf_token"]
    for message, scope in ((first, "both"), (second, "me")):
        done = ann.post(f"{path}/delete/{message.id}", {"csrf_token": token, "for": scope})
        assert (done.status, done.location) == (303, path)
    page = ann.get(path)
    assert "This message was deleted" in page.text
    assert "zebra" not in page.text
    undo = f"{path}/restore/{second.id}"
    assert f'action="{undo}"' in page.text
    assert ann.post(undo, {"csrf_token": token}).location == path
    assert "zebra two" in ann.get(path).text
    assert ann.post(undo, {"csrf_token": token}).status == 409
    ann.post(f"{path}/delete/{second.id}", {"csrf_token": token, "for": "me"})
    refused = ann.post(f"{path}/delete/{second.id}", {"csrf_token": token, "for": "both"})
    assert refused.status == 403
    send(site.db, two, one, "quagga")
    found = ann.get("/messages/search?search=quag")
    assert (found.status, found.round_trips) == (200, 1)
    assert "quagga" in found.text
    assert "No results" in ann.get("/messages/search?search=zebra").text
    assert "Cleo Gamma" in ann.get("/messages/search?search=cle").text
    ann.post(f"{path}/move", {"csrf_token": token, "folder": "archive"})
    assert "No messages yet" in ann.get("/messages").text
    assert "Cleo Gamma" in ann.get("/messages?folder=archive").text
    assert ann.get("/messages?folder=nonsense").status == 422
    assert "checked" in ann.get("/messages/settings").text
    ann.post("/messages/settings", {"csrf_token": token})
    assert "checked" not in ann.get("/messages/settings").text


def test_nobody_else_gets_there(site: Site, ann: Browser) -> None:
    one, two = site.db.student(), site.db.student()
    acquainted(site.db, one, two)
    conversation = send(site.db, one, two).conversation_id
    assert ann.get(f"/messages/{conversation}").status == 404
    assert site.browser().get(f"/messages/{conversation}").status == 303
    assert ann.get(f"/messages/compose/{me(site, ann)}").status == 409
    assert ann.get("/messages/compose/999999").status == 404
