"""The office in the browser: audit log, people, lookups, settings."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest

from tests.support.accounts import email_of, register
from tests.support.people import Maker, lookup, skill
from tests.support.site import Browser, Site
from web.files.csv_files import cell
from web.pages.differences import differences

PAGES = (
    "/admin/audit",
    "/admin/audit.csv",
    "/admin/people",
    "/admin/lookups/skills",
    "/admin/lookups/degrees",
    "/admin/settings",
)


@pytest.fixture(scope="module")
def admin_id(site: Site) -> int:
    """Return an admin."""
    return site.db.admin("Petra", "<b>Pages</b>")


@pytest.fixture(scope="module")
def admin(site: Site, admin_id: int) -> Browser:
    """Return the admin's browser."""
    return site.browser().signed_in(admin_id)


def test_who_may_not(site: Site, admin: Browser) -> None:
    visitor, student = site.browser(), site.browser().signed_in(site.db.student())
    person = site.db.alumnus()
    for path in (*PAGES, f"/admin/people/{person}", f"/admin/people/{person}/view-as"):
        assert str(visitor.get(path).location).startswith("/login"), path
        assert student.get(path).status == 403, path
        page = admin.get(path)
        assert page.status == 200, path
        assert page.round_trips == 1, path
    for act in ("decide", "block", "unblock", "role", "recovery", "restore", "erase"):
        path = f"/admin/people/{person}/{act}"
        assert student.submit(path, {"reason": "x", "role": "admin"}, at="/account").status == 403
    for path in (
        "/admin/lookups/skills",
        "/admin/lookups/skills/1",
        "/admin/lookups/skills/1/merge",
        "/admin/settings/institution",
        "/admin/settings/session_days",
    ):
        assert student.submit(path, {"name": "x", "value": "1"}, at="/account").status == 403
    assert site.db.value("SELECT role_of(%s)", person) == "alumni"


def test_people_are_found_and_decided_about(site: Site, admin: Browser) -> None:
    db = site.db
    person = db.alumnus("Xenia", "<i>Xylophone</i>")
    theirs = site.browser().signed_in(person)
    found = admin.get("/admin/people?search=xylophone")
    assert "Xenia &lt;i&gt;Xylophone&lt;/i&gt;" in found.text
    assert f'href="/admin/people/{person}"' in found.text
    part = admin.get("/admin/people?search=xylophone", HX_Request="true")
    assert part.text.lstrip().startswith('<div id="results"')
    assert "No people found" in admin.get("/admin/people?search=zzzzzz").text
    assert admin.get("/admin/people?state=odd").status == 422
    assert admin.get("/admin/people?after=x").status == 400
    assert admin.get("/admin/people?sort=odd").status == 422

    at = f"/admin/people/{person}"
    empty = admin.submit(f"{at}/block", {"reason": " "}, at=at)
    assert empty.status == 422
    assert 'id="block-reason-error"' in empty.text
    assert admin.submit(f"{at}/block", {"reason": "Odd <script>"}, at=at).location == at
    assert str(theirs.get("/dashboard").location).startswith("/login")
    page = admin.get(at)
    assert "Odd &lt;script&gt;" in page.text
    assert "Account block" in page.text
    assert admin.submit(f"{at}/unblock", {}, at=at).status == 303
    assert admin.submit(f"{at}/unblock", {}, at=at).status == 409
    assert admin.submit(f"{at}/role", {"role": "king"}, at=at).status == 422
    assert admin.submit(f"{at}/role", {"role": "student"}, at=at).status == 303
    assert db.value("SELECT role_of(%s)", person) == "student"
    assert admin.submit(f"{at}/recovery", {}, at=at).status == 303
    assert site.mail_token(person, "reset_password_office")
    seen = admin.get(f"{at}/view-as?kind=alumnus")
    assert "as seen by an alumnus" in seen.text
    assert admin.get(f"{at}/view-as?kind=odd").status == 422
    assert admin.get("/admin/people/999999999").status == 404
    assert admin.submit(f"{at}/explode", {}, at=at).status == 404


def test_a_deletion_request(site: Site, admin: Browser) -> None:
    person = site.db.alumnus("Dorian", "Gone")
    at = f"/admin/people/{person}"
    site.db.call("account_delete", person)
    assert "Deleted by the account holder" in admin.get(at).text
    assert "Dorian Gone" in admin.get("/admin/people?state=deleted").text
    assert admin.submit(f"{at}/restore", {}, at=at).status == 303
    site.db.call("account_delete", person)
    wrong = admin.submit(f"{at}/erase", {"email": "a@example.org"}, at=at)
    assert wrong.status == 422
    assert wrong.values["email"] == "a@example.org", "what was typed is kept"
    email = email_of(site.db, person)
    assert admin.submit(f"{at}/erase", {"email": email}, at=at).status == 303
    page = admin.get(at)
    assert "Former member" in page.text
    assert "Actions" not in page.text
    assert email not in page.text


def test_a_pending_account(site: Site, admin: Browser) -> None:
    person = register(site.db, first_name="Wanda", last_name="Waiting").id
    at = f"/admin/people/{person}"
    assert "Needs your decision" in admin.get(at).text
    assert admin.submit(f"{at}/decide", {"decision": "reject"}, at=at).status == 422
    done = admin.submit(f"{at}/decide", {"decision": "reject", "reason": "Who?"}, at=at)
    assert done.status == 303
    assert "Approve after all" in admin.get(at).text


def test_ones_own_account(admin: Browser, admin_id: int) -> None:
    page = admin.get(f"/admin/people/{admin_id}")
    assert "Actions" not in page.text
    at = f"/admin/people/{admin_id}"
    assert admin.submit(f"{at}/block", {"reason": "x"}, at=at).status == 409


def test_the_audit_log(site: Site, admin: Browser, admin_id: int) -> None:
    person = site.db.student("Logan", "Logged")
    at = f"/admin/people/{person}"
    admin.submit(f"{at}/block", {"reason": "=1+1"}, at=at)
    page = admin.get(f"/admin/audit?actor={admin_id}&action=account_block")
    assert "Logan Logged" in page.text
    assert "active</del>" in page.text
    assert "blocked</ins>" in page.text
    assert "Petra &lt;b&gt;Pages&lt;/b&gt;" in page.text
    assert "from 127.0.0.1" in page.text
    assert admin.get("/admin/audit?after=x").status == 400
    assert admin.get("/admin/audit?from=2026-02-01&until=2026-01-01").status == 422
    assert admin.get("/admin/audit?from=yesterday").status == 422
    assert admin.get("/admin/audit?subject_id=x&subject_table=users").status == 422
    assert "No entries found" in admin.get("/admin/audit?action=nothing").text
    checked = admin.submit("/admin/audit/check", {}, at="/admin/audit")
    assert checked.status == 200
    assert "rows checked" in checked.text


def test_the_audit_log_as_a_file(site: Site, admin: Browser) -> None:
    db = site.db
    admin_id = db.admin("=cmd()", "+Formula")
    for number in range(1100):
        db.rows("CALL _audit(%s, 'flood', 'users', %s, NULL, NULL)", admin_id, number)
    page = admin.get(f"/admin/audit.csv?actor={admin_id}&action=flood")
    assert page.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in page.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(page.text.removeprefix("\ufeff"))))
    assert len(rows) == 1100
    assert len({row["id"] for row in rows}) == 1100
    assert {row["actor_name"] for row in rows} == {"'=cmd() +Formula"}
    assert admin.get("/admin/audit.csv?after=x").status == 400


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_no_cell_is_a_formula(value: str) -> None:
    assert cell(value) == f"'{value}"
    assert cell(-1) == -1
    assert cell("a=1") == "a=1"


def test_people_are_sorted_by_links_in_the_headers(site: Site, admin: Browser) -> None:
    people = [site.db.alumnus("Sorrel", f"Sortable{number:02}") for number in range(22)]
    site.db.rows("UPDATE users SET last_signed_in_at = '2026-01-01' WHERE id = %s", people[3])
    newest = admin.get("/admin/people?search=sorrel&state=active")
    assert _column(newest.text, "Joined") == ("descending", "sort=oldest", "↓")
    assert _column(newest.text, "Last sign-in") == ("", "sort=last_signed_in", "↕")
    order = "/admin/people?search=sorrel&state=active&sort=last_signed_in"
    first = admin.get(order)
    assert _column(first.text, "Last sign-in") == ("descending", "sort=longest_away", "↓")
    assert _column(first.text, "Joined") == ("", "sort=newest", "↕")
    assert f'href="/admin/people/{people[3]}"' in first.text.partition("Sortable21")[0]
    assert 'name="sort" value="last_signed_in" form="find"' in first.text
    following = _link(first.text, "Next page")
    assert following.startswith(f"{order}&after=last_signed_in-0-")
    second = admin.get(following)
    assert "Sortable00" in second.text
    assert _link(second.text, "First page") == order
    assert admin.get(following.replace("sort=last_signed_in&", "")).status == 400


def _link(page: str, words: str) -> str:
    """Return where a link leads."""
    found = re.search(f'href="([^"]*)">{words}<', page)
    assert found, words
    return html.unescape(found[1])


def _column(page: str, label: str) -> tuple[str, str, str]:
    """Return how a column is sorted, how its link would sort it, and its arrow."""
    (head,) = [one for one in page.split("<th ") if f">{label}<" in one]
    found = re.search(r"sort=\w+", head.partition("href=")[2])
    direction = re.search(r"aria-sort=(\w+)", head)
    assert found
    arrow = re.search('class="arrow" aria-hidden="true">(.)<', head)
    assert arrow
    return direction[1] if direction else "", found[0], arrow[1]


def test_a_merge_of_many_shows_how_far_it_is(site: Site, admin: Browser) -> None:
    """Without a script: each press of its button moves the next ones."""
    db = site.db
    old, new = (lookup(db, "skill_domains", name=name) for name in ("Potery", "Pottery"))
    db.rows(
        "INSERT INTO skills (name, domain_id)"
        " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 510)"
        " SELECT CONCAT('Pot ', i), %s FROM n",
        old,
    )
    at = "/admin/lookups/skill_domains"
    first = admin.submit(f"{at}/{old}/merge", {"into": "Pottery"}, at=at)
    assert first.status == 200
    assert "Merging Potery into Pottery" in first.text
    assert '<progress aria-labelledby="job-name" max="510" value="510">' in first.text
    assert "People and jobs moved: 510. Remaining: 0." in first.text
    second = admin.submit(f"{at}/{old}/merge", {"into": "Pottery", "moved": "510"}, at=at)
    assert "Potery has been merged into Pottery" in second.text
    assert "People and jobs moved: 510." in second.text
    assert admin.submit(f"{at}/{old}/merge", {"into": "Pottery", "moved": "x"}, at=at).status == 404
    db.rows("DELETE FROM skills WHERE domain_id = %s", new)


def test_what_a_new_name_leaves_to_do_is_shown(site: Site, admin: Browser) -> None:
    db = site.db
    Maker(db).alumnus("Lara", "Lace", skills={"Lacemakng": "expert"})
    at, key = "/admin/lookups/skills", skill(db, "Lacemakng")
    db.call("search_rewrite", None, None)
    assert 'id="rewrites"' not in admin.get(at).text
    domain = str(db.value("SELECT domain_id FROM skills WHERE id = %s", key))
    admin.submit(f"{at}/{key}", {"name": "Lacemaking", "domain_id": domain}, at=at)
    assert "still to be updated in the search: 1." in admin.get(at).text
    db.call("search_rewrite", None, None)
    assert 'id="rewrites"' not in admin.get(at).text


def test_the_chain_is_checked_stretch_by_stretch(site: Site, admin: Browser) -> None:
    db = site.db
    db.rows("CALL audit_seal(NULL)")
    head = db.value("SELECT position FROM audit_heads WHERE id = 1")
    part = {"after": str(head), "erased": "3"}
    done = admin.submit("/admin/audit/check", part, at="/admin/audit")
    now = db.value("SELECT position FROM audit_heads WHERE id = 1")
    assert f'<progress aria-labelledby="chain" max="{now}" value="{now}">' in done.text
    assert "3 rows without personal content" in done.text
    odd = admin.submit("/admin/audit/check", {"erased": "x" * 9}, at="/admin/audit")
    assert odd.status == 200


def test_differences_as_people_read_them() -> None:
    found = differences(
        '{"a_b": 1, "same": [1], "gone": "x"}', '{"a_b": 2, "same": [1], "ü": null}'
    )
    assert [tuple(one) for one in found] == [
        ("a b", "1", "2"),
        ("gone", "x", None),
        ("ü", None, None),
    ]
    assert differences(None, None) == []
    assert [tuple(one) for one in differences(None, '["x"]')] == [("value", None, '["x"]')]


def test_lookups(site: Site, admin: Browser) -> None:
    db = site.db
    other = db.value("SELECT id FROM skill_domains WHERE name = 'Other'")
    at = "/admin/lookups/skills"
    assert admin.get("/admin/lookups").location == at
    made = admin.submit(at, {"name": "Web <weaving>", "domain_id": str(other)})
    assert made.status == 303
    again = admin.submit(at, {"name": "web <weaving>", "domain_id": str(other)})
    assert again.status == 409
    assert again.errors == {} and "Merge the two" in again.text
    key = db.value("SELECT id FROM skills WHERE name = 'Web <weaving>'")
    assert "Web &lt;weaving&gt;" in admin.get(f"{at}?search=web").text
    long = {"name": "x" * 61, "domain_id": str(other)}
    kept = admin.submit(f"{at}/{key}?search=web", long, at=at)
    assert kept.status == 422
    assert "x" * 61 in kept.text
    assert f'id="name-{key}-error"' in kept.text
    elsewhere = admin.submit(f"{at}/{key}?search=zzzz", long, at=at)
    assert "Use at most 60 characters." in elsewhere.text
    assert admin.submit(f"{at}/{key}", {"name": "Weaving", "domain_id": ""}, at=at).status == 422
    renamed = admin.submit(f"{at}/{key}", {"name": "Weaving", "domain_id": str(other)}, at=at)
    assert renamed.status == 303
    assert admin.submit(f"{at}/{key}/retire", {"is_retired": "1"}, at=at).status == 303
    assert "Weaving" in admin.get(f"{at}?is_retired=1&search=weav").text
    assert admin.submit(f"{at}/{key}/merge", {"into": "no such"}, at=at).status == 422
    skill(db, "Weaving by hand")
    done = admin.submit(f"{at}/{key}/merge", {"into": "weaving by hand"}, at=at)
    assert done.status == 303
    assert "Merged Weaving into Weaving by hand." in admin.get(at).text
    assert admin.submit(f"{at}/{key}", {"name": "x", "domain_id": str(other)}, at=at).status == 404
    for kind, fields in (
        ("campuses", {"name": "Web campus", "city": ""}),
        ("skill_domains", {"name": "Web domain"}),
        (
            "degrees",
            {"name": "Web degree", "abbreviation": "WD", "level": "master", "semesters_count": "4"},
        ),
    ):
        path = f"/admin/lookups/{kind}"
        assert admin.submit(path, fields).status == 303
        assert "Web" in admin.get(f"{path}?search=web").text
    bad = admin.submit(
        "/admin/lookups/degrees", {"name": "A", "level": "x", "semesters_count": "much"}
    )
    assert bad.status == 422
    assert admin.get("/admin/lookups/users").status == 404


def test_settings(site: Site, admin: Browser) -> None:
    at = "/admin/settings"
    assert admin.submit(f"{at}/session_days", {"value": "9"}, at=at).status == 303
    assert site.db.value("SELECT setting_of('session_days')") == "9"
    bad = admin.submit(f"{at}/session_days", {"value": "9999"}, at=at)
    assert bad.status == 422
    assert 'id="session_days-error"' in bad.text
    assert re.search(r'id="session_days"[^>]*value="9999"', bad.text)
    assert admin.submit(f"{at}/session_days", {"value": ""}, at=at).status == 303
    assert site.db.value("SELECT setting_of('session_days')") == "7"
    assert admin.submit(f"{at}/nothing", {"value": "1"}, at=at).status == 404
    fields = {"name": "U & Co", "short_name": "U", "currency": "eur", "time_zone": "UTC"}
    bad = admin.submit(f"{at}/institution", fields, at=at)
    assert bad.status == 422
    assert bad.errors["currency"]
    assert bad.values["currency"] == "eur"
    done = admin.submit(f"{at}/institution", {**fields, "currency": "EUR"}, at=at)
    assert done.status == 303
    assert "U &amp; Co" in admin.get(at).text


def test_addresses_without_mail(site: Site) -> None:
    admin = site.browser().signed_in(site.db.admin())
    page = admin.get("/admin/mail")
    assert (page.status, page.round_trips) == (200, 1)
    wrong = admin.submit("/admin/mail", {"email": "no <address>", "reason": "office"})
    assert wrong.status == 422
    assert "no &lt;address&gt;" in wrong.text
    values = {"email": "Gone@example.org", "reason": "office", "detail": "Asked <us>."}
    assert admin.submit("/admin/mail", values).location == "/admin/mail"
    page = admin.get("/admin/mail?search=gone@")
    assert "Asked &lt;us&gt;." in page.text
    form = {"csrf_token": page.values["csrf_token"], "email": "gone@example.org"}
    assert admin.post("/admin/mail/allow", form).location == "/admin/mail"
    assert "No suppressed addresses" in admin.get("/admin/mail?search=gone@").text
    assert admin.post("/admin/mail/allow", form).status == 404
    assert site.browser().signed_in(site.db.student()).get("/admin/mail").status == 403
