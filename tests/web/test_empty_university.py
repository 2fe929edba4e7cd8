"""A university on its first day: every list says what it is for and where to go on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.support.database import Database
from tests.support.server import Server
from tests.support.site import Browser, Site
from tools.settings import DatabaseSettings

# What there is for whom. The button leads on; where it is above the list, the words say so.
PAGES = {
    "student": [
        "/jobs",
        "/events",
        "/events?view=mine",
        "/events?view=past",
        "/events/calendar",
        "/events/invitations",
        "/feed?view=following",
        "/announcements",
        "/announcements?view=unread",
        "/announcements?view=mine",
        "/notifications",
        "/notifications?view=unread",
        "/about",
        "/account/blocks",
        "/mentoring",
        "/engagements",
        "/profile/visitors",
        "/graduation",
    ],
    "alumni": ["/jobs", "/mentoring", "/mentoring?view=asked", "/engagements", "/about"],
    "admin": [
        "/jobs",
        "/about",
        "/announcements?view=waiting",
        "/announcements?view=all",
        "/admin/people?state=pending",
        "/admin/verification",
        "/admin/verification?status=approved",
        "/admin/inbox",
        "/admin/inbox?folder=bin",
        "/admin/content",
        "/admin/content?status=upheld",
        "/admin/engagements",
        "/admin/graduation",
        "/admin/reports/events",
        "/admin/about/revisions",
    ],
}
BOTANY = {"name": "Botany", "level": "bachelor", "semesters_count": "6"}
ABOVE = ["/feed", "/admin/lookups/degrees", "/admin/lookups/campuses", "/admin/mail"]


@pytest.fixture(scope="module")
def empty(
    server: Server, spare_account: DatabaseSettings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Return a site whose database holds what a new installation holds."""
    database = Database(server, spare_account.name)
    site = Site(database, spare_account, tmp_path_factory.mktemp("empty"))
    site.start()
    yield site
    site.stop()
    database.close()


def _as(site: Site, role: str) -> Browser:
    return site.browser().signed_in(site.db.person(role, "Nia", "Newcomer"))


@pytest.mark.parametrize("role", PAGES)
def test_every_empty_list_leads_on(empty: Site, role: str) -> None:
    newcomer = _as(empty, role)
    for path in PAGES[role]:
        page = newcomer.get(path)
        assert page.status == 200, path
        state = re.search(r'<div class="card empty">(.*?)</div>', page.text, re.S)
        assert state, f"{path} is silently empty"
        assert re.search(r"<h[23]>.{5,}</h[23]>\s*<p>.{20,}</p>", state[1], re.S), path
        (leads_to,) = re.findall(r'<a class="button[^"]*" href="([^"]+)"', state[1])
        assert newcomer.get(leads_to).status == 200, f"{path} leads to {leads_to}"


def test_what_is_made_on_the_page_itself_is_named(empty: Site) -> None:
    office = _as(empty, "admin")
    for path in ABOVE:
        state = re.search(r'<div class="card empty">(.*?)</div>', office.get(path).text, re.S)
        assert state, path
        assert re.search(r"<p>.{20,}</p>", state[1]), path


def test_the_first_degree_opens_the_way_to_graduation(empty: Site) -> None:
    student = _as(empty, "student")
    assert 'name="degree_id"' not in student.get("/graduation").text
    added = _as(empty, "admin").submit(
        "/admin/lookups/degrees", BOTANY, at="/admin/lookups/degrees"
    )
    assert added.status == 303, added.errors
    assert ">Botany</option>" in student.get("/graduation").text
    empty.db.rows("DELETE FROM degrees")
