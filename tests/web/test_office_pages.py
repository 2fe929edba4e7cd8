"""Verification, messages to the office and engagements as people meet them."""

from __future__ import annotations

import re

import pytest

from tests.support.database import Row
from tests.support.office import contact, days, document, propose, submit
from tests.support.site import Browser, Site

ENGAGEMENT = {
    "kind": "speaker",
    "title": "Talk <b>1</b>",
    "description": "**Bold** <script>",
    "hours": "2",
    "location": "Room 1",
    "start_date": str(days(0)),
    "end_date": "",
    "compensation_amount": "100",
    "compensation_currency": "EUR",
}


@pytest.fixture
def admin(site: Site) -> Browser:
    """Return the browser of an admin."""
    return site.browser().signed_in(site.db.admin())


@pytest.fixture
def alumnus_id(site: Site) -> int:
    """Return an alumnus."""
    return site.db.alumnus("Ella", "<b>Expert</b>")


@pytest.fixture
def alumnus(site: Site, alumnus_id: int) -> Browser:
    """Return the alumnus's browser."""
    return site.browser().signed_in(alumnus_id)


def _request(site: Site, person: int) -> int:
    return int(site.db.value("SELECT MAX(id) FROM verification_queue WHERE user_id = %s", person))


def test_from_a_document_to_the_badge(
    site: Site, alumnus: Browser, alumnus_id: int, admin: Browser
) -> None:
    content = document()
    file = {"document": ("Diplom Ü.pdf", content, "application/pdf")}
    fields = {"kind": "degree", "note": "Of <i>2016</i>"}
    sent = alumnus.submit("/verification", fields, files=file)
    assert (sent.status, sent.location) == (303, "/verification")
    mine = alumnus.get("/verification")
    assert "Diplom Ü.pdf" in mine.text
    assert "Of &lt;i&gt;2016&lt;/i&gt;" in mine.text
    assert mine.round_trips <= 2
    request = _request(site, alumnus_id)
    more = {"document": ("b.pdf", document(), "application/pdf")}
    added = alumnus.submit(f"/verification/{request}/documents", {}, at="/verification", files=more)
    assert added.status == 303

    queue = admin.get("/admin/verification")
    assert "Ella &lt;b&gt;Expert&lt;/b&gt;" in queue.text
    place = f"/admin/verification/{request}"
    page = admin.get(place)
    media = site.db.value(
        "SELECT MIN(media_file_id) FROM verification_files WHERE verification_id = %s", request
    )
    address = f"/download/verification/{request}/{media}"
    assert address in page.text
    got = admin.http.get(address)
    assert (got.status_code, got.content) == (200, content)
    assert got.headers["Content-Disposition"].startswith("attachment;")
    assert "sandbox" in got.headers["Content-Security-Policy"]
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert alumnus.http.get(address).status_code == 200
    stranger = site.browser().signed_in(site.db.student())
    assert stranger.get(address).status == 404
    assert site.browser().get(address).status == 303

    without = admin.submit(f"{place}/decide", {"decision": "ask", "reason": ""}, at=place)
    assert (without.status, "reason" in without.errors) == (422, True)
    stale = {"decision": "approve", "reason": "", "revision": "1"}
    assert admin.submit(f"{place}/decide", stale, at=place).status == 409
    done = admin.submit(f"{place}/decide", {**stale, "revision": "2"}, at=place)
    assert (done.status, done.location) == (303, "/admin/verification")
    assert admin.submit(f"{place}/decide", {**stale, "revision": "2"}, at=place).status == 409
    assert "✓ verified" in stranger.get(f"/alumni/{alumnus_id}").text
    assert "You're verified" in alumnus.get("/verification").text
    taken = admin.submit(f"{place}/revoke", {"reason": "Wrong"}, at=place)
    assert taken.status == 303
    assert "✓ verified" not in stranger.get(f"/alumni/{alumnus_id}").text


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.exe", b"MZ"), ("a.pdf", b"no pdf"), ("a.png", b"%PDF-1.4"), ("", b"")],
)
def test_a_file_that_is_no_document(alumnus: Browser, name: str, content: bytes) -> None:
    files = {"document": (name, content, "application/pdf")} if name else None
    page = alumnus.submit(
        "/verification", {"kind": "identity", "note": "Kept"}, files=files or {"x": ("", b"", "")}
    )
    assert page.status == 422
    assert "document" in page.errors
    assert page.values["note"].strip() == "Kept"


def test_more_is_asked_for_and_withdrawn(
    site: Site, alumnus: Browser, alumnus_id: int, admin: Browser
) -> None:
    request = submit(site.db, alumnus_id)
    place = f"/admin/verification/{request}"
    ask = {"decision": "ask", "reason": "The back <u>side</u>."}
    assert admin.submit(f"{place}/decide", ask, at=place).status == 303
    assert "The back &lt;u&gt;side&lt;/u&gt;." in alumnus.get("/verification").text
    again = alumnus.submit(
        f"/verification/{request}/resubmit", {"note": "Here"}, at="/verification"
    )
    assert again.status == 303
    gone = alumnus.submit(f"/verification/{request}/withdraw", {}, at="/verification")
    assert gone.status == 303
    assert alumnus.submit(f"/verification/{request}/withdraw", {}, at="/verification").status == 409


def test_many_at_once(site: Site, admin: Browser) -> None:
    requests = [submit(site.db, site.db.alumnus()) for _ in range(3)]
    path, here = "/admin/verification/decide", "/admin/verification"
    nobody = admin.submit(path, {"request_ids": [], "decision": "approve"}, at=here)
    assert nobody.status == 422
    ticked = [str(requests[0]), str(requests[1])]
    page = admin.submit(path, {"request_ids": ticked, "decision": "reject", "reason": ""}, at=here)
    assert page.status == 422
    assert f'value="{requests[0]}" aria-label="Select Ada Lovelace" checked' in page.text
    done = admin.submit(path, {"request_ids": ticked, "decision": "approve"}, at=here)
    assert done.status == 200
    assert "2 requests decided" in done.text
    rest = admin.submit(
        path, {"request_ids": [*ticked, str(requests[2])], "decision": "approve"}, at=here
    )
    assert "had already been decided" in rest.text
    assert admin.get("/admin/verification?status=nonsense").status == 422


def test_a_visitor_writes_and_the_office_answers(site: Site, admin: Browser) -> None:
    visitor = site.browser()
    fields = {
        "name": "Vera <b>",
        "email": "vera.web@example.org",
        "subject": "A <i>visit</i>",
        "message": "May I?\r\n\r\n<script>",
        "website": "",
    }
    wrong = visitor.submit("/contact", {**fields, "email": "no address"})
    assert (wrong.status, "email" in wrong.errors) == (422, True)
    assert wrong.values["message"].strip() == "May I?\n\n<script>"
    sent = visitor.submit("/contact", fields)
    assert (sent.status, sent.location) == (303, "/contact/sent")
    assert "Thank you for your message" in visitor.get("/contact/sent").text
    found = admin.get("/admin/inbox?kind=contact")
    assert "A &lt;i&gt;visit&lt;/i&gt;" in found.text
    message = site.db.value(
        "SELECT MAX(id) FROM contact_messages WHERE email = %s", fields["email"]
    )
    place = f"/admin/inbox/contact/{message}"
    assert "&lt;script&gt;" in admin.get(place).text
    assert 'href="/admin/inbox?sender=vera.web%40example.org"' in admin.get(place).text
    assert place in admin.get("/admin/inbox?sender=vera.web%40example.org").text
    assert "No messages from this address" in admin.get("/admin/inbox?sender=vera.web").text
    for action, values in (
        ("note", {"note": "Ask <b>Olga</b>"}),
        ("assign", {"assignee_id": ""}),
        ("answer", {"answer": "Come.", "is_resolving": "1"}),
        ("move", {"to_status": "open", "from_status": "resolved"}),
        ("delete", {"is_deleted": "1"}),
        ("delete", {"is_deleted": "0"}),
    ):
        done = admin.submit(f"{place}/{action}", values, at=place)
        assert (done.status, done.location) == (303, place), (action, done.errors)
    assert "Ask &lt;b&gt;Olga&lt;/b&gt;" in admin.get(place).text
    stale = {"to_status": "open", "from_status": "new"}
    assert admin.submit(f"{place}/move", stale, at=place).status == 409
    empty = admin.submit(f"{place}/answer", {"answer": ""}, at=place)
    assert (empty.status, "answer" in empty.errors) == (422, True)


@pytest.mark.parametrize("kind", ["contact", "feedback"])
def test_a_deleted_message_comes_back_by_undo(site: Site, admin: Browser, kind: str) -> None:
    words = f"Only by mistake in the bin: {kind}"
    fields = {
        "name": "Uma",
        "email": f"uma.{kind}@example.org",
        "subject": "Undo",
        "category": "idea",
        "message": words,
        "website": "",
    }
    assert site.browser().submit(f"/{kind}", fields).status == 303
    table = "contact_messages" if kind == "contact" else "feedback"
    place = f"/admin/inbox/{kind}/{site.db.value(f'SELECT MAX(id) FROM {table}')}"
    bin_of_kind = f"/admin/inbox?folder=bin&kind={kind}"
    gone = admin.submit(f"{place}/delete", {"is_deleted": "1"}, at=place)
    assert (gone.status, gone.location) == (303, place)
    offer = admin.get(place)
    undo = re.search(rf'<form method="post" action="({place}/delete)">.*?Undo</', offer.text)
    assert undo, "the page after offers it"
    assert 'name="is_deleted" value="0"' in undo[0]
    assert words in admin.get(bin_of_kind).text
    assert words not in admin.get(f"/admin/inbox?kind={kind}").text
    assert "Undo</button>" not in admin.get(place).text, "it is offered once"
    back = admin.post(undo[1], {"csrf_token": offer.values["csrf_token"], "is_deleted": "0"})
    assert (back.status, back.location) == (303, place)
    assert "Message restored." in admin.get(place).text
    assert words in admin.get(f"/admin/inbox?kind={kind}").text
    assert words not in admin.get(bin_of_kind).text


def test_feedback_of_a_member_and_of_a_program(
    site: Site, alumnus: Browser, alumnus_id: int
) -> None:
    fields = {"category": "idea", "rating": "4", "message": "More", "website": ""}
    form = alumnus.get("/feedback")
    assert 'name="email"' not in form.text
    assert alumnus.submit("/feedback", fields).status == 303
    assert "emailed you a copy" in alumnus.get("/contact/sent").text
    receipt = site.mail(alumnus_id, "message_received").get_body(("plain",))
    assert receipt is not None
    assert "More" in receipt.get_content()
    assert alumnus.submit("/feedback", {**fields, "category": ""}).status == 422
    program = site.browser().submit(
        "/feedback", {**fields, "name": "A", "email": "a@example.org", "website": "https://x.y"}
    )
    assert program.status == 303
    assert site.db.value("SELECT status FROM feedback ORDER BY id DESC LIMIT 1") == "spam"


def test_too_many_messages(site: Site) -> None:
    fields = {"name": "A", "email": "flood.web@example.org", "subject": "A", "message": "A"}
    visitor = site.browser()
    for _ in range(5):
        assert visitor.submit("/contact", fields).status == 303
    page = visitor.submit("/contact", fields)
    assert page.status == 429
    assert int(page.headers["Retry-After"]) > 0
    assert page.values["email"] == fields["email"]


def _engagement(site: Site, alumnus_id: int) -> Row:
    return site.db.row(
        "SELECT * FROM alumni_engagements WHERE alumni_id = %s ORDER BY id DESC LIMIT 1", alumnus_id
    )


def test_from_the_proposal_to_the_profile(
    site: Site, alumnus: Browser, alumnus_id: int, admin: Browser
) -> None:
    search = admin.get("/admin/engagements/new?search=expert")
    form = f"/admin/engagements/new/{alumnus_id}"
    assert form in search.text
    wrong = admin.submit(form, {**ENGAGEMENT, "start_date": "", "hours": "many"})
    assert wrong.status == 422
    assert wrong.values["title"] == "Talk <b>1</b>"
    sent = admin.submit(form, ENGAGEMENT)
    assert sent.status == 303, sent.errors
    place = sent.location
    assert place
    number = place.rpartition("/")[2]
    mine = f"/engagements/{number}"
    assert mine in alumnus.get("/engagements").text
    seen = alumnus.get(mine)
    assert "Talk &lt;b&gt;1&lt;/b&gt;" in seen.text
    assert "EUR 100" in seen.text
    edited = admin.submit(f"{place}/edit", {**ENGAGEMENT, "title": "Talk 2", "revision": "1"})
    assert edited.status == 303
    accept = {"to_status": "confirmed", "from_status": "proposed", "revision": "1"}
    assert alumnus.submit(f"{mine}/move", accept, at=mine).status == 409
    done = alumnus.submit(f"{mine}/move", {**accept, "revision": "2"}, at=mine)
    assert (done.status, done.location) == (303, mine)
    assert admin.submit(f"{place}/edit", {**ENGAGEMENT, "revision": "2"}, at=place).status == 409
    complete = {"to_status": "completed", "from_status": "confirmed", "hours": "3.5"}
    assert admin.submit(f"{place}/move", complete, at=place).status == 303
    for browser, at in ((admin, place), (alumnus, mine)):
        rated = browser.submit(f"{at}/rate", {"rating": "5", "comment": "A <u>joy</u>"}, at=at)
        assert rated.status == 303
    assert "A &lt;u&gt;joy&lt;/u&gt;" in alumnus.get(mine).text
    stranger = site.browser().signed_in(site.db.student())
    assert stranger.get(mine).status == 404
    profile = stranger.get(f"/alumni/{alumnus_id}").text
    assert "Talk 2" in profile
    assert "3.5 hours" in profile
    assert "EUR 100" not in profile
    assert "joy" not in profile
    assert _engagement(site, alumnus_id).hours == 3.5


def test_cancelled_declined_and_deleted(
    site: Site, alumnus: Browser, alumnus_id: int, admin: Browser
) -> None:
    office = site.db.admin()
    number = propose(site.db, office, alumnus_id)
    mine, place = f"/engagements/{number}", f"/admin/engagements/{number}"
    decline = {"to_status": "declined", "from_status": "proposed", "reason": "Not in March."}
    assert alumnus.submit(f"{mine}/move", decline, at=mine).status == 303
    assert "Not in March." in admin.get(place).text
    again = {"to_status": "proposed", "from_status": "declined"}
    assert admin.submit(f"{place}/move", again, at=place).status == 303
    accept = {"to_status": "confirmed", "from_status": "proposed"}
    assert alumnus.submit(f"{mine}/move", accept, at=mine).status == 303
    cancel = {"to_status": "cancelled", "from_status": "confirmed", "reason": ""}
    refused = admin.submit(f"{place}/move", cancel, at=place)
    assert (refused.status, "reason" in refused.errors) == (422, True)
    assert admin.submit(f"{place}/move", {**cancel, "reason": "Rain"}, at=place).status == 303
    for flag in ("1", "0"):
        done = admin.submit(f"{place}/delete", {"is_deleted": flag}, at=place)
        assert done.status == 303
        assert (f'action="{place}/delete"' in admin.get(place).text.partition("<main")[0]) == (
            flag == "1"
        )
    listed = admin.get(f"/admin/engagements?person={alumnus_id}&status=cancelled")
    assert place in listed.text


def test_who_may_not(site: Site, alumnus: Browser, admin: Browser) -> None:
    message = contact(site.db)
    for path in (
        "/admin/verification",
        "/admin/verification/1",
        "/admin/inbox",
        f"/admin/inbox/contact/{message}",
        "/admin/engagements",
        "/admin/engagements/new/1",
    ):
        assert alumnus.get(path).status == 403, path
        assert site.browser().get(path).status == 303, path
    for path in ("/verification", "/engagements", "/engagements/1"):
        assert site.browser().get(path).status == 303, path
    assert admin.get("/verification").status == 403
    for path in (
        "/admin/verification/999999",
        "/admin/inbox/contact/999999",
        "/admin/inbox/feedback/999999",
        "/admin/inbox/nonsense/1",
        "/admin/engagements/999999",
        "/admin/engagements/new/999999",
    ):
        assert admin.get(path).status == 404, path
