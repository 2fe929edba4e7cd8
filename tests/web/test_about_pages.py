"""The about page as everybody reads it, kept by browsers, and as the office writes it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.site import Browser, Site
from web.pages import about_changes


@pytest.fixture(autouse=True)
def unwritten(site: Site) -> Iterator[None]:
    """Begin with a page that nobody has written."""
    db = site.db
    db.rows(
        "UPDATE about_page SET published_revision_id = NULL, hero_title = 'About us',"
        " hero_text = NULL, hero_button_label = NULL, hero_button_url = NULL"
    )
    db.rows("UPDATE about_page_revisions SET restored_from_id = NULL")
    for table in (
        "about_page_revisions",
        "about_sections",
        "about_feature_cards",
        "about_quick_links",
    ):
        db.rows(f"DELETE FROM {table}")
    yield


@pytest.fixture
def admin(site: Site) -> Browser:
    """Return the browser of an admin."""
    return site.browser().signed_in(site.db.admin())


def _add(admin: Browser, kind: str, **fields: str) -> None:
    assert admin.submit(f"/admin/about/{kind}/new", fields).status == 303


def _id(site: Site, table: str) -> int:
    return int(site.db.value(f"SELECT MAX(id) FROM {table}"))


def _revision(site: Site) -> str:
    return str(site.db.value("SELECT revision FROM about_page"))


def _publish(site: Site, admin: Browser, note: str = "") -> int:
    sent = {"note": note, "revision": _revision(site)}
    assert admin.submit("/admin/about/publish", sent, at="/admin/about").status == 303
    return _id(site, "about_page_revisions")


def test_from_the_draft_to_everybody(site: Site, admin: Browser, browser: Browser) -> None:
    assert "This page is empty" in browser.get("/about").text
    _add(admin, "sections", title="Who <b>we</b> are", summary="We **are**.", body="Very *many*.")
    _add(admin, "cards", title="Jobs", description="From alumni", icon="work", url="/jobs")
    _add(admin, "links", label="Open jobs", url="https://jobs.example/")
    hero = {
        "hero_title": "Hello",
        "hero_text": "World",
        "hero_button_label": "Join",
        "hero_button_url": "/register",
        "is_institution_shown": "1",
    }
    saved = admin.submit("/admin/about/hero", hero)
    assert saved.status == 303
    assert "Hello" not in browser.get("/about").text
    assert "This is the draft" in admin.get("/admin/about/preview").text
    _publish(site, admin, "First <i>one</i>")
    page = browser.get("/about")
    assert page.round_trips == 1
    for part in (
        "<h1>Hello</h1>",
        "Who &lt;b&gt;we&lt;/b&gt; are",
        "<strong>are</strong>",
        "<em>many</em>",
        "<details",
        'href="https://jobs.example/"',
        'href="/register"',
    ):
        assert part in page.text, part
    assert "First &lt;i&gt;one&lt;/i&gt;" in admin.get("/admin/about/revisions").text
    again = {"revision": _revision(site)}
    assert admin.submit("/admin/about/publish", again, at="/admin/about").status == 409


def test_browsers_keep_it_until_it_changes(site: Site, admin: Browser, browser: Browser) -> None:
    _add(admin, "links", label="One", url="/jobs")
    _publish(site, admin)
    browser.get("/about")
    first = browser.get("/about")
    etag = first.headers["ETag"]
    assert re.fullmatch(r'W/"\d+-[0-9a-f]{16}"', etag)
    assert first.headers["Cache-Control"] == "private, no-cache"
    for known in (etag, etag.removeprefix("W/"), f'"x", {etag}'):
        kept = browser.get("/about", If_None_Match=known)
        assert (kept.status, kept.text) == (304, "")
        assert kept.headers["ETag"] == etag
    # Somebody else has another page around it: not what this browser keeps.
    assert admin.get("/about", If_None_Match=etag).status == 200
    _add(admin, "links", label="Two", url="/jobs")
    assert browser.get("/about", If_None_Match=etag).status == 304, "only the draft has changed"
    _publish(site, admin)
    fresh = browser.get("/about", If_None_Match=etag)
    assert fresh.status == 200
    assert "Two" in fresh.text
    site.db.rows("UPDATE institution_info SET contact_phone = '+41 44 000'")
    assert "+41 44 000" in browser.get("/about", If_None_Match=fresh.headers["ETag"]).text
    site.db.rows("UPDATE institution_info SET contact_phone = NULL")


def test_ordering_and_removing_without_a_script(site: Site, admin: Browser) -> None:
    for label in ("One", "Two", "Three"):
        _add(admin, "links", label=label, url="/jobs")
    last = _id(site, "about_quick_links")
    for place in ("2", "1"):
        sent = {"position": place, "revision": _revision(site)}
        done = admin.submit(f"/admin/about/links/{last}/move", sent, at="/admin/about")
        assert (done.status, done.location) == (303, "/admin/about#links")
    labels = re.findall(r'links/\d+">(\w+)</a>', admin.get("/admin/about").text)
    assert labels == ["Three", "One", "Two"]
    stale = {"position": "3", "revision": "1"}
    assert admin.submit(f"/admin/about/links/{last}/move", stale, at="/admin/about").status == 409
    gone = admin.submit(f"/admin/about/links/{last}/remove", {"revision": "1"}, at="/admin/about")
    assert gone.status == 303
    assert admin.get(f"/admin/about/links/{last}").status == 404
    assert "Three" not in admin.get("/admin/about").text.partition("<main")[2]


@pytest.mark.parametrize(
    ("path", "fields", "wrong"),
    [
        ("/admin/about/sections/new", {"title": "", "summary": "Kept"}, "title"),
        (
            "/admin/about/cards/new",
            {"title": "Kept", "description": "", "icon": "star"},
            "description",
        ),
        ("/admin/about/links/new", {"label": "Kept", "url": "javascript:alert(1)"}, "url"),
        ("/admin/about/links/new", {"label": "Kept", "url": "//evil.example"}, "url"),
        ("/admin/about/hero", {"hero_title": "Kept", "hero_text": "x" * 601}, "hero_text"),
    ],
)
def test_a_form_with_a_mistake_keeps_what_was_typed(
    admin: Browser, path: str, fields: dict[str, str], wrong: str
) -> None:
    page = admin.submit(path, fields)
    assert page.status == 422
    assert list(page.errors) == [wrong]
    assert "Kept" in page.text


def test_an_edit_of_what_was_changed_meanwhile(site: Site, admin: Browser) -> None:
    _add(admin, "links", label="One", url="/jobs")
    path = f"/admin/about/links/{_id(site, 'about_quick_links')}"
    seen = admin.get(path).values["revision"]
    for label, status in (("Two", 303), ("Three", 409)):
        page = admin.submit(path, {"label": label, "url": "/jobs", "revision": seen})
        assert page.status == status
    assert "Reload the page" in page.text
    assert page.values["label"] == "Three"
    shown = admin.get("/admin/about/hero").values["revision"]
    for status in (303, 409):
        sent = {"hero_title": "Top", "revision": shown}
        assert admin.submit("/admin/about/hero", sent).status == status


def test_differences_and_restoring(site: Site, admin: Browser, browser: Browser) -> None:
    _add(admin, "sections", title="Who", summary="We are many people.")
    first = _publish(site, admin)
    path = f"/admin/about/sections/{_id(site, 'about_sections')}"
    changed = {"title": "Who", "summary": "We are <many> happy people.", "revision": "1"}
    assert admin.submit(path, changed).status == 303
    second = _publish(site, admin)
    page = admin.get(f"/admin/about/revisions/{second}")
    assert page.round_trips == 1
    assert "From revision 1 to 2" in page.text
    assert "<ins>&lt;" in page.text
    assert "The first revision" in admin.get(f"/admin/about/revisions/{first}").text
    assert admin.get(f"/admin/about/revisions/{first}?with=2").status == 200
    assert admin.get(f"/admin/about/revisions/{first}?with=99").status == 404
    assert admin.get(f"/admin/about/revisions/{first}?with=x").status == 422
    back = f"/admin/about/revisions/{first}/restore"
    done = admin.submit(
        back, {"note": "", "revision": _revision(site)}, at=f"/admin/about/revisions/{first}"
    )
    assert done.status == 303
    assert "happy" not in browser.get("/about").text
    assert "restored from revision 1" in admin.get("/admin/about/revisions").text
    _add(admin, "links", label="Lost", url="/jobs")
    assert "has unpublished changes" in admin.get(f"/admin/about/revisions/{second}").text
    stale = {"revision": "1"}
    assert admin.submit("/admin/about/discard", stale, at="/admin/about").status == 409
    now = {"revision": _revision(site)}
    assert admin.submit("/admin/about/discard", now, at="/admin/about").status == 303
    assert "Lost" not in admin.get("/admin/about").text


def test_who_may_not(site: Site, browser: Browser) -> None:
    student = site.browser().signed_in(site.db.student())
    for path in (
        "/admin/about",
        "/admin/about/preview",
        "/admin/about/hero",
        "/admin/about/sections/new",
        "/admin/about/revisions",
        "/admin/about/revisions/1",
    ):
        assert browser.get(path).status == 303
        assert student.get(path).status == 403
    assert student.submit("/admin/about/publish", {}, at="/jobs").status == 403
    assert student.get("/about").status == 200
    assert student.get("/admin/about/pages/new").status == 404


def test_what_is_different() -> None:
    def page(*sections: dict[str, Any], title: str = "T") -> dict[str, Any]:
        return {
            "hero": {"title": title, "is_institution_shown": 1},
            "sections": list(sections),
            "feature_cards": [],
            "quick_links": [],
        }

    things: list[dict[str, Any]] = [
        {"id": number, "title": name, "summary": "s", "body": None}
        for number, name in enumerate("ABC", 1)
    ]
    a, b, c = things
    assert about_changes.between(page(a, b), page(a, b)) == []
    found = about_changes.between(page(a, b, c), page(c, a, {**b, "summary": "s t"}, title="U"))
    assert [(one.what, one.kind) for one in found] == [
        ("Top of the page", "changed"),
        ("Section “C”", "moved"),
        ("Section “B”", "changed"),
    ]
    assert found[0].fields == [("title", [("removed", "T"), ("added", "U")])]
    assert found[2].fields == [("summary", [("same", "s"), ("added", " t")])]
    gone = about_changes.between(page(a, b), page(b))
    assert [(one.what, one.kind) for one in gone] == [("Section “A”", "removed")]
    new = about_changes.between({}, json.loads(json.dumps(page(a))))
    assert [one.kind for one in new] == ["changed", "added"]


def test_words_that_changed_in_one_go_stay_together() -> None:
    assert about_changes.words("The alumni network", "Since 1968 we network") == [
        ("removed", "The alumni"),
        ("added", "Since 1968 we"),
        ("same", " network"),
    ]
