"""The database in the office's browser."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.support.site import Browser, Site
from tests.support.sources import sources

PAGES = (
    "/schema",
    "/schema?kind=procedure&module=job",
    "/schema/table/users",
    "/schema/procedure/job_apply",
    "/schema/procedure/job_apply?version=1",
)


@pytest.fixture(scope="module")
def admin(site: Site) -> Browser:
    """Return an admin's browser."""
    return site.browser().signed_in(site.db.admin())


def test_who_may_look(site: Site, admin: Browser) -> None:
    visitor, student = site.browser(), site.browser().signed_in(site.db.student())
    alumnus = site.browser().signed_in(site.db.alumnus())
    for path in PAGES:
        assert str(visitor.get(path).location).startswith("/login"), path
        assert student.get(path).status == 403, path
        assert alumnus.get(path).status == 403, path
        page = admin.get(path)
        assert page.status == 200, path
        assert page.round_trips == 1, path


def test_links_lead_to_pages(admin: Browser) -> None:
    # A page of each kind, and what one of them names, in its source as well.
    names = [
        next(source for source in sources(kind) if not source.name.startswith("_"))
        for kind in ("view", "function", "trigger")
    ]
    for source in names:
        assert admin.get(f"/schema/{source.kind}/{source.name}").status == 200, source.name
    text = admin.get("/schema/procedure/job_apply").text
    links = sorted(set(re.findall(r'href="(/schema/\w+/\w+)"', text)))
    assert "/schema/table/job_applications" in links
    for link in links:
        assert admin.get(link).status == 200, link
    shown = text.partition('aria-label="Source">')[2]
    assert '<a href="/schema/table/job_applications">job_applications</a>' in shown


def test_what_changed(site: Site, admin: Browser) -> None:
    db = site.db
    source = db.value("SELECT source FROM schema_object_versions WHERE name = 'is_email'")
    db.rows(
        "INSERT INTO schema_object_versions (kind, name, version, action, source, applied_by)"
        " VALUES ('function', 'is_email', 2, 'apply', %s, 'me@here')",
        source.replace("is_email: ", "is_email: <new> ", 1),
    )
    try:
        page = admin.get("/schema/function/is_email")
        assert re.search(r"<ins>\+-- is_email: &lt;new&gt; ", page.text)
        assert re.search(r"<del>--- is_email: ", page.text)
        assert "<ins>" not in admin.get("/schema/function/is_email?version=1").text
    finally:
        db.rows("DELETE FROM schema_object_versions WHERE name = 'is_email' AND version = 2")


def test_what_cannot_be_looked_at(admin: Browser) -> None:
    assert admin.get("/schema?kind=nothing").status == 422
    for path in (
        "table/nothing",
        "view/users",
        "procedure/job_apply?version=99",
        "table/a`b",
        f"table/{'a' * 65}",
    ):
        assert admin.get(f"/schema/{path}").status == 404, path
    assert admin.get("/schema/procedure/job_apply?version=x").status == 422
    # Sources are shown, never run as HTML.
    assert "<script" not in admin.get("/schema/procedure/job_apply").text.partition("<main")[2]


def test_the_pages_that_docs_writes(site: Site, admin: Browser) -> None:
    folder = site.home / "docs"
    unwritten = admin.get("/schema/pages/index.html")
    assert unwritten.status == 404
    assert "./alumni docs" in unwritten.text
    (folder / "table").mkdir(parents=True)
    (folder / "table/users.html").write_text("<h1>Accounts</h1>")
    (site.home / "secret.html").write_text("mine")
    try:
        page = admin.get("/schema/pages/table/users.html")
        assert (page.status, page.text) == (200, "<h1>Accounts</h1>")
        assert "private" in page.headers["Cache-Control"]
        for path in ("table/nothing.html", "../secret.html", "%2e%2e/secret.html"):
            assert admin.get(f"/schema/pages/{path}").status in (403, 404), path
        student = site.browser().signed_in(site.db.student())
        assert student.get("/schema/pages/table/users.html").status == 403
        visitor = site.browser().get("/schema/pages/table/users.html")
        assert str(visitor.location).startswith("/login")
    finally:
        shutil.rmtree(folder)
