"""A university on its first day: every list says what it is for and where to go on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.support.accounts import new_email
from tests.support.database import Database
from tests.support.server import Server
from tests.support.site import Browser, Site
from tests.support.sources import CHECKOUT
from web.settings import DatabaseSettings

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
CHEMISTRY = {"name": "Chemistry", "level": "master", "semesters_count": "4"}
HARBOUR = {"name": "Harbour campus", "city": "Porto Alto"}
PASSWORD = "correct horse"
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


def _join(site: Site, user_type: str, **fields: str) -> Browser:
    """Register, open the link in the mail, sign in; returns the browser on the dashboard."""
    newcomer = site.browser()
    email = new_email()
    registration = {
        "user_type": user_type,
        "first_name": "Nia",
        "last_name": "Newcomer",
        "email": email,
        "password": PASSWORD,
        "confirm_password": PASSWORD,
    }
    sent = newcomer.submit("/register", {**registration, **fields})
    assert (sent.status, sent.location) == (303, "/confirm?sent=1"), sent.errors
    user_id = site.db.value("SELECT id FROM users WHERE email = %s", email)
    confirmed = newcomer.submit(f"/confirm/{site.mail_token(user_id)}", {})
    assert confirmed.location == "/login"
    signed_in = newcomer.submit("/login", {"email": email, "password": PASSWORD})
    assert signed_in.location == "/dashboard", signed_in.text
    assert newcomer.get("/dashboard").status == 200
    return newcomer


@pytest.mark.parametrize("user_type", ["student", "alumni"])
def test_people_can_join_before_there_is_a_degree(empty: Site, user_type: str) -> None:
    form = empty.browser().get(f"/register?type={user_type}").text
    for field in ("degree_id", "campus_id"):
        assert f'name="{field}"' not in form, "a list of nothing cannot be chosen from"
    assert "has not listed its degrees yet" in form
    _join(empty, user_type)


def test_the_first_day_of_an_office(empty: Site) -> None:
    """As the README says it: the first admin, then lists, then people join."""
    place = {
        "ALUMNI_HOME": str(empty.home),
        "DB_SOCKET": empty.db.server.socket,
        "DB_USER": empty.db.server.user,
        "DB_PASSWORD": empty.db.server.password,
        "DB_NAME": empty.db.schema,
        "COLUMNS": "200",
    }
    words = ["--role", "admin", "--generate", "--first-name", "Olga", "--last-name", "Office"]
    email = "olga@university.example"
    added = subprocess.run(
        [sys.executable, "-m", "tools", "user", "add", *words, email],
        cwd=CHECKOUT,
        env={**os.environ, **place},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert added.returncode == 0, added.stderr
    (password,) = re.findall(r"^Password: (\S+)$", added.stdout, re.M)
    office = empty.browser()
    signed_in = office.submit("/login", {"email": email, "password": password})
    assert signed_in.location == "/dashboard", signed_in.text
    assert office.get("/admin").status == 200
    for kind, fields in (("degrees", CHEMISTRY), ("campuses", HARBOUR)):
        listing = f"/admin/lookups/{kind}"
        made = office.submit(listing, fields, at=listing)
        assert made.status == 303, made.errors
        assert fields["name"] in office.get(listing).text

    form = empty.browser().get("/register").text
    ids = {}
    for name in (CHEMISTRY["name"], HARBOUR["name"]):
        (ids[name],) = re.findall(rf'<option value="(\d+)"[^>]*>{name}</option>', form)
    chosen = {"degree_id": ids[CHEMISTRY["name"]], "campus_id": ids[HARBOUR["name"]]}
    student = _join(empty, "student", current_semester="2", **chosen)
    alumna = _join(empty, "alumni", graduation_year="2015", **chosen)
    for table in ("student_profiles", "alumni_profiles"):
        assert empty.db.value(
            f"SELECT COUNT(*) FROM {table} WHERE degree_id = %s", ids["Chemistry"]
        )
    # They find each other, and the office finds both.
    assert "Newcomer" in student.get("/alumni?search=newcomer").text
    assert "Newcomer" in alumna.get("/students?search=newcomer").text
    assert office.get("/admin/people?search=newcomer").text.count("Newcomer") >= 2
