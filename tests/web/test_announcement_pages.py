"""Announcements as people meet them: post, read, the badge, the office's word, pins."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.support.accounts import set_setting
from tests.support.site import Browser, Page, Site


@pytest.fixture(autouse=True)
def nothing_announced(site: Site) -> Iterator[None]:
    """Begin and end without announcements: everybody would read them."""
    for _ in range(2):
        site.db.rows("UPDATE announcement_pins SET announcement_id = NULL")
        site.db.rows("DELETE FROM announcements")
        if _ == 0:
            yield


@pytest.fixture
def student(site: Site) -> Browser:
    """Return the browser of a student."""
    return site.browser().signed_in(site.db.student("Nina", "<b>Newgrad</b>"))


@pytest.fixture
def admin(site: Site) -> Browser:
    """Return the browser of an admin."""
    return site.browser().signed_in(site.db.admin())


def _post(who: Browser, **changes: str) -> Page:
    fields = {
        "title": "News",
        "content": "Something **happened**.",
        "target_audience": "all",
        "priority": "normal",
        **changes,
    }
    return who.submit("/announcements/create", fields)


def _badge(page: Page) -> str | None:
    found = re.search(r'Announcements\s*<span class="count"\s*><span>(\d+\+?)<', page.text)
    return found and found[1]


def test_what_the_reference_system_sends_is_enough(student: Browser) -> None:
    form = student.get("/announcements/create").values
    sent = {
        "csrf_token": form["csrf_token"],
        "title": "T",
        "content": "C",
        "target_audience": "all",
    }
    page = student.post("/announcements/create", sent)
    assert page.status == 303
    assert re.fullmatch(r"/announcements/\d+", page.location or "")


def test_posting_reading_and_the_badge(site: Site, student: Browser) -> None:
    reader = site.browser().signed_in(site.db.alumnus())
    empty = reader.get("/announcements")
    assert "No announcements" in empty.text
    assert _badge(empty) is None
    done = _post(student, title="A <i>title</i>", content="See **bold** <script>alert(1)</script>")
    assert done.status == 303
    page = reader.get("/announcements")
    assert _badge(page) == "1"
    assert page.round_trips == 1
    assert "A &lt;i&gt;title&lt;/i&gt;" in page.text
    assert "Nina &lt;b&gt;Newgrad&lt;/b&gt;" in page.text
    assert "(unread)" in page.text
    one = reader.get(done.location or "")
    assert "<strong>bold</strong>" in one.text
    assert "<script>alert" not in one.text
    assert one.round_trips == 1
    after = reader.get("/announcements")
    assert _badge(after) is None
    assert "(unread)" not in after.text
    assert "1 person" in student.get(done.location or "").text


def test_marking_everything_as_read(site: Site, student: Browser, admin: Browser) -> None:
    for _ in range(3):
        _post(admin)
    assert _badge(student.get("/jobs")) == "3"
    done = student.submit("/announcements/read", {}, at="/announcements")
    assert done.status == 303
    assert _badge(student.get("/announcements?view=unread")) is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": ""}, "title"),
        ({"content": ""}, "content"),
        ({"priority": "x"}, "priority"),
        ({"title": "x" * 201}, "title"),
        ({"target_audience": "x"}, "target_audience"),
        ({"publish_at": "soon"}, "publish_at"),
        ({"expires_at": "2001-01-01T10:00"}, "expires_at"),
        ({"publish_at": "9999-12-31T23:59", "time_zone": "America/Los_Angeles"}, "publish_at"),
    ],
)
def test_a_form_with_a_mistake_keeps_what_was_typed(
    student: Browser, changes: dict[str, str], field: str
) -> None:
    page = _post(student, **{"title": "Kept title", "content": "Kept text", **changes})
    assert page.status == 422
    assert field in page.errors
    if field != "content":
        assert page.values["content"].strip() == "Kept text"
    if field != "title":
        assert page.values["title"] == "Kept title"


def test_times_are_typed_in_the_zone_of_the_university(site: Site, admin: Browser) -> None:
    site.db.rows("UPDATE institution_info SET time_zone = 'America/New_York'")
    year = site.db.value("SELECT YEAR(UTC_DATE()) + 1")
    done = _post(admin, publish_at=f"{year}-01-15T12:00", time_zone="America/New_York")
    stored = site.db.value("SELECT publish_at FROM announcements")
    assert f"{stored:%Y-%m-%d %H:%M}" == f"{year}-01-15 17:00"
    form = admin.get(f"{done.location}/edit")
    assert form.values["publish_at"] == f"{year}-01-15T12:00"
    assert "time of America/New_York" in form.text
    site.db.rows("UPDATE institution_info SET time_zone = 'UTC'")


def test_a_draft_goes_its_way(site: Site, student: Browser) -> None:
    reader = site.browser().signed_in(site.db.alumnus())
    path = _post(student, is_draft="1").location or ""
    assert reader.get(path).status == 404
    assert "draft" in student.get("/announcements?view=mine").text
    assert student.submit(f"{path}/publish", {}, at=path).status == 303
    assert reader.get(path).status == 200
    seen = student.get(f"{path}/edit").values["revision"]
    changed = {"title": "New", "content": "New", "target_audience": "all", "priority": "low"}
    first = student.submit(f"{path}/edit", {**changed, "revision": seen})
    assert first.status == 303
    second = student.submit(f"{path}/edit", {**changed, "title": "Mine", "revision": seen})
    assert second.status == 409
    assert "Reload the page" in second.text
    assert second.values["title"] == "Mine"
    assert student.submit(f"{path}/archive", {}, at=path).status == 303
    assert reader.get(path).status == 404
    assert student.submit(f"{path}/archive", {}, at=path).status == 409
    student.submit(f"{path}/publish", {}, at=path)
    assert reader.submit(f"{path}/delete", {}, at=path).status == 403
    undo = student.get(str(student.submit(f"{path}/delete", {}).location))
    assert f'action="{path}/restore"' in undo.text
    assert reader.get(path).status == 404
    assert student.post(f"{path}/restore", {"csrf_token": undo.values["csrf_token"]}).status == 303
    assert reader.get(path).status == 200


def test_the_office_decides(site: Site, student: Browser, admin: Browser) -> None:
    before = set_setting(site.db, "announcements_require_approval", "1")
    try:
        assert "The alumni office reviews" in student.get("/announcements/create").text
        path = _post(student).location or ""
    finally:
        set_setting(site.db, "announcements_require_approval", before)
    assert "waiting for approval" in student.get(path).text
    assert path in admin.get("/announcements?view=waiting").text
    without = admin.submit(f"{path}/decide", {"decision": "reject"}, at=path)
    assert (without.status, list(without.errors)) == (422, ["reason"])
    assert student.submit(f"{path}/decide", {"decision": "approve"}, at=path).status == 403
    no = {"decision": "reject", "reason": "Say <u>when</u>."}
    assert admin.submit(f"{path}/decide", no, at=path).status == 303
    assert "Say &lt;u&gt;when&lt;/u&gt;." in student.get(path).text
    assert student.get("/announcements?view=waiting").status == 403


def test_pinning(student: Browser, admin: Browser) -> None:
    first, second = (_post(admin, title=title).location or "" for title in ("First", "Second"))
    for path in (first, second):
        assert admin.submit(f"{path}/pin", {"position": ""}, at=path).status == 303
    page = student.get("/announcements").text
    assert "Pinned by the alumni office" in page
    assert page.index("First") < page.index("Second")
    assert admin.submit(f"{second}/pin", {"position": "1"}, at=second).status == 303
    page = student.get("/announcements").text
    assert page.index("Second") < page.index("First")
    assert admin.submit(f"{second}/pin", {"position": "x"}, at=second).status == 422
    assert student.submit(f"{second}/pin", {"position": "0"}, at=second).status == 403
    admin.submit(f"{first}/pin", {"position": "0"}, at=first)
    admin.submit(f"{second}/pin", {"position": "0"}, at=second)
    assert "Pinned by the alumni office" not in student.get("/announcements").text


def test_pages_of_the_list(student: Browser, admin: Browser) -> None:
    for number in range(23):
        _post(admin, title=f"Number {number}")
    page = student.get("/announcements")
    found = re.search(r'rel="next" href="([^"]+)"', page.text)
    assert found
    rest = student.get(found[1].replace("&amp;", "&"))
    assert rest.status == 200
    assert len(re.findall(r"Number \d+</a>", page.text + rest.text)) == 23


def test_who_may_not_and_what_is_not(site: Site, student: Browser) -> None:
    visitor = site.browser()
    for path in ("/announcements", "/announcements/create", "/announcements/1"):
        assert visitor.get(path).status == 303
    assert student.get("/announcements/999999999").status == 404
    assert student.get("/announcements?view=nonsense").status == 422
    assert student.get("/announcements?after=nonsense").status == 400
    assert student.get("/announcements/999999999/delete").status == 404
