"""The office's figures and reports as pages and as files for spreadsheets."""

from __future__ import annotations

import csv
import io
import re
import secrets

import pytest

from tests.support.people import Maker, campus, degree
from tests.support.site import Browser, Page, Site
from web.files.csv_files import cell

PATHS = (
    "/admin",
    "/admin/reports",
    "/admin/reports/cohorts",
    "/admin/reports/employment",
    "/admin/reports/events",
    "/admin/reports/cohorts.csv",
    "/admin/reports/employment.csv",
    "/admin/reports/events.csv",
)


@pytest.fixture
def admin(site: Site) -> Browser:
    """Return the browser of an admin."""
    return site.browser().signed_in(site.db.admin())


def rows_of(page: Page) -> list[list[str]]:
    """Return the rows of a CSV answer."""
    assert page.headers["Content-Type"].startswith("text/csv")
    assert page.headers["Content-Disposition"].startswith("attachment")
    assert page.text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(page.text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("path", PATHS)
def test_who_may(site: Site, admin: Browser, path: str) -> None:
    assert site.browser().get(path).status in {303, 401}
    for person in (site.db.student(), site.db.alumnus()):
        assert site.browser().signed_in(person).get(path).status == 403
    found = admin.get(path)
    assert found.status == 200
    assert found.round_trips == 1


def test_the_dashboard_has_a_table_for_every_chart(site: Site, admin: Browser) -> None:
    Maker(site.db).alumnus(
        "<b>Annika</b>", "Figure", graduation_year=2001, skills={"SQL": "expert"}
    )
    site.db.rows("CALL _statistics_refresh()")
    page = admin.get("/admin")
    plots = re.findall(r'class="plot h\d" data-chart="(\w+)" data-table="([\w-]+)"', page.text)
    assert {name for _, name in plots} >= {
        "values-sign-ups",
        "values-graduation-years",
        "values-applications",
        "values-skills",
        "values-degrees",
    }
    for kind, table in plots:
        assert kind in {"columns", "bars"}
        assert f'<table class="numbers" id="{table}">' in page.text
    assert "No event has been completed yet." in page.text
    assert "Annika" not in page.text, "figures have no names"
    assert "style=" not in page.text
    assert "vendor/chart/" in page.text
    assert "vendor/chart/" not in admin.get("/dashboard").text, "other pages do not load it"


def test_refreshing(site: Site, admin: Browser) -> None:
    site.db.rows(
        "UPDATE statistics_snapshots SET refreshed_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR,"
        " refreshing_until = NULL"
    )
    done = admin.submit("/admin/refresh", {}, at="/admin")
    assert (done.status, done.location) == (303, "/admin")
    again = admin.submit("/admin/refresh", {}, at="/admin")
    assert again.status == 429
    assert int(again.headers["Retry-After"]) > 0
    assert "Sign-ups by month" in again.text, "the figures are shown all the same"
    student = site.browser().signed_in(site.db.student())
    assert student.submit("/admin/refresh", {}, at="/dashboard").status == 403


def test_the_cohort_report(site: Site, admin: Browser) -> None:
    db = site.db
    mark = secrets.token_hex(3)
    one, where = degree(db, f"=cmd|'{mark}'"), campus(db, f"<i>{mark}</i>")
    for _ in range(3):
        Maker(db).alumnus("Co", "Hort", degree_id=one, campus_id=where, graduation_year=1933)
    db.rows("CALL _statistics_refresh()")
    path = f"/admin/reports/cohorts?from_year=1930&to_year=1939&degree={one}"
    page = admin.get(path)
    assert f"&lt;i&gt;{mark}&lt;/i&gt;" in page.text
    assert page.values["from_year"] == "1930"
    assert "3 alumni who graduated from 1930 to 1939" in page.text
    rows = rows_of(admin.get(path.replace("cohorts?", "cohorts.csv?")))
    assert rows == [
        ["graduation_year", "degree", "campus", "alumni"],
        ["1933", f"'=cmd|'{mark}'", f"<i>{mark}</i>", "3"],
    ]
    nobody = admin.get("/admin/reports/cohorts?from_year=1905&to_year=1906")
    assert "No graduates found" in nobody.text


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("cohorts?from_year=2010&to_year=2009", "to_year"),
        ("cohorts?from_year=x", "from_year"),
        ("cohorts?from_year=1900&to_year=2100", "to_year"),
        ("cohorts?degree=x", "degree"),
        ("employment?cohort=99", "cohort"),
        ("employment?cohort=x", "cohort"),
        ("events?months=0", "months"),
        ("events?months=x", "months"),
    ],
)
def test_filters_that_make_no_sense(admin: Browser, path: str, field: str) -> None:
    page = admin.get(f"/admin/reports/{path}")
    assert page.status == 422
    assert f'href="#{field}"' in page.text
    assert f'id="{field}"' in page.text
    assert admin.get("/admin/reports/" + path.replace("?", ".csv?")).status == 422


def test_the_employment_report_suppresses_small_groups(site: Site, admin: Browser) -> None:
    db = site.db
    large, small = degree(db, "Web large"), degree(db, "Web small")
    for number in range(9):
        Maker(db).alumnus(
            "Em",
            "Ploy",
            degree_id=large,
            graduation_year=1980,
            current_company="Acme" if number < 6 else None,
        )
    for _ in range(2):
        Maker(db).alumnus("Em", "Few", degree_id=small, graduation_year=1980)
    db.rows("CALL _statistics_refresh()")
    page = admin.get("/admin/reports/employment?cohort=10")
    assert re.search(r"Web small</th><td>2</td><td><span[^>]*>suppressed", page.text)
    assert "To protect privacy, groups of fewer than 5 people are suppressed" in page.text
    rows = rows_of(admin.get("/admin/reports/employment.csv?cohort=10"))
    (found,) = [row for row in rows if row[2] == "Web small"]
    assert found[3:] == ["2", ""]


def test_the_events_report_without_events(admin: Browser) -> None:
    page = admin.get("/admin/reports/events?months=3")
    assert page.status == 200
    assert rows_of(admin.get("/admin/reports/events.csv"))[0][:2] == ["event", "title"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert cell(f"{start}1") == f"'{start}1"
    assert cell(-1) == -1
