"""The office's figures and reports: right counts, one refresh at a time, no small group."""

from __future__ import annotations

import itertools
import json
import secrets
import threading
from collections.abc import Iterator
from typing import Any

import mysql.connector
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.accounts import register
from tests.support.cost import handler_reads
from tests.support.database import Client, Database, Refused, Row
from tests.support.jobs import apply, move, post
from tests.support.people import Maker, campus, degree

WAITED = {"waitlisted", "offered", "expired"}
REPORTS = (
    "report_figures",
    "report_refresh",
    "report_cohorts",
    "report_employment",
    "report_events",
)
Cell = tuple[int, int]


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


def refresh(db: Database) -> None:
    db.rows("CALL _statistics_refresh()")


def figures(db: Database, admin: int) -> Row:
    """Count, and return the figures."""
    refresh(db)
    found = db.call("report_figures", admin).figures
    assert isinstance(found, Row)
    return found


def chart(db: Database, admin: int, name: str) -> dict[tuple[str, str], int]:
    """Return the values of a chart by row and column, as of the last count."""
    rows = db.call("report_figures", admin).series
    return {(row.label, row.series): row.value for row in rows if row.chart == name}


def this_year(db: Client) -> int:
    return int(db.value("SELECT YEAR(UTC_DATE())"))


def event(
    db: Database,
    creator: int,
    title: str,
    days_ago: int,
    statuses: list[str],
    state: str = "completed",
) -> int:
    """Make an event, and registrations of new people in these states; returns its id."""
    slug = secrets.token_hex(8)
    db.rows(
        "INSERT INTO events (creator_id, title, slug, description, venue, time_zone, starts_at,"
        " ends_at, status, published_at, completed_at) VALUES (%s, %s, %s, 'Come', 'Hall', 'UTC',"
        " UTC_TIMESTAMP() - INTERVAL %s DAY, UTC_TIMESTAMP() - INTERVAL %s DAY + INTERVAL 1 HOUR,"
        " %s, UTC_TIMESTAMP(), IF(%s = 'completed', UTC_TIMESTAMP(), NULL))",
        creator,
        title,
        slug,
        days_ago,
        days_ago,
        state,
        state,
    )
    found = int(db.value("SELECT id FROM events WHERE slug = %s", slug))
    for number, status in enumerate(statuses, 1):
        db.rows(
            "INSERT INTO event_registrations (event_id, user_id, status, queue_number,"
            " checked_in_at, check_in_code) VALUES (%s, %s, %s, %s,"
            " IF(%s = 'attended', UTC_TIMESTAMP(), NULL), %s)",
            found,
            db.student(),
            status,
            number if status in WAITED else None,
            status,
            secrets.token_urlsafe(16),
        )
    return found


# Who may


@pytest.mark.parametrize("name", REPORTS)
def test_reports_are_the_offices(db: Database, name: str) -> None:
    for actor, status in ((None, 401), (0, 401), (db.student(), 403), (db.alumnus(), 403)):
        with pytest.raises(Refused) as refusal:
            db.call(name, actor)
        assert refusal.value.status == status


# Figures


def test_figures_of_people(db: Database, admin: int) -> None:
    before = figures(db, admin)
    mentor = Maker(db).alumnus("Mia", "Mentor", is_mentor=1)
    student, blocked, gone = db.student(), db.alumnus(), db.alumnus()
    rejected, waiting = db.student(), db.student()
    register(db)
    db.rows("UPDATE users SET last_signed_in_at = UTC_TIMESTAMP() WHERE id = %s", mentor)
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", blocked)
    db.rows("UPDATE users SET status = 'rejected' WHERE id = %s", rejected)
    db.rows("UPDATE users SET status = 'pending', approved_at = NULL WHERE id = %s", waiting)
    db.rows("UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", gone)
    db.rows("UPDATE users SET created_at = created_at - INTERVAL 2 YEAR WHERE id = %s", student)
    after = figures(db, admin)
    grown = {
        name: after[name] - before[name]
        for name in after
        if name.endswith("_count") and after[name] != before[name]
    }
    assert grown == {
        "members_count": 2,
        "alumni_count": 1,
        "students_count": 1,
        "mentors_count": 1,
        "active_members_count": 1,
        "new_members_count": 1,
        "unconfirmed_count": 1,
        "approvals_count": 1,
        "blocked_count": 1,
        "rejected_count": 1,
        "deletion_requests_count": 1,
    }
    assert after.refreshed_at >= before.refreshed_at
    (view,) = db.rows("SELECT * FROM vw_dashboard_stats")
    assert {name: after[name] for name in view} == view


def test_figures_of_the_month_before_end_on_the_same_day(db: Database, admin: int) -> None:
    before = figures(db, admin)
    for clock in (
        "UTC_TIMESTAMP() - INTERVAL 1 MONTH - INTERVAL 1 MINUTE",
        "UTC_TIMESTAMP() - INTERVAL 1 MONTH + INTERVAL 1 MINUTE",
        "DATE_FORMAT(UTC_DATE(), '%Y-%m-01') - INTERVAL 1 MONTH",
        "DATE_FORMAT(UTC_DATE(), '%Y-%m-01') - INTERVAL 1 MONTH - INTERVAL 1 SECOND",
        "DATE_FORMAT(UTC_DATE(), '%Y-%m-01')",
    ):
        db.rows(f"UPDATE users SET created_at = {clock} WHERE id = %s", db.student())
    after = figures(db, admin)
    assert after.new_members_count - before.new_members_count == 1
    # One in the first minute of a month: what is a minute earlier is not of the month before.
    assert after.new_members_before_count - before.new_members_before_count in (1, 2)


def test_figures_of_jobs_and_events(db: Database, admin: int) -> None:
    before = figures(db, admin)
    poster, student = db.alumnus(), db.student()
    job, other = post(db, poster), post(db, poster)
    application = apply(db, student, job)
    move(db, poster, application, "shortlisted", "offered", "hired")
    withdrawn = apply(db, student, other)
    db.call("job_application_withdraw", student, withdrawn)
    event(db, poster, "Past", 20, ["attended", "attended", "no_show", "cancelled"])
    event(db, poster, "Soon", -5, ["registered", "waitlisted"], "published")
    event(db, poster, "Not completed", 3, ["registered"], "published")
    after = figures(db, admin)
    grown = {
        name: after[name] - before[name]
        for name in (
            "applications_count",
            "new_applications_count",
            "hired_count",
            "upcoming_events_count",
            "upcoming_registrations_count",
            "held_events_count",
            "attended_count",
            "no_shows_count",
            "new_jobs_count",
        )
    }
    assert grown == {
        "applications_count": 1,
        "new_applications_count": 1,
        "hired_count": 1,
        "upcoming_events_count": 1,
        "upcoming_registrations_count": 1,
        "held_events_count": 2,
        "attended_count": 2,
        "no_shows_count": 1,
        "new_jobs_count": 2,
    }


# Charts


def test_sign_ups_have_every_month(db: Database, admin: int) -> None:
    old = db.alumnus()
    db.rows("UPDATE users SET created_at = UTC_DATE() - INTERVAL 14 MONTH WHERE id = %s", old)
    refresh(db)
    found = chart(db, admin, "sign_ups")
    months = list(dict.fromkeys(label for label, _ in found))
    assert len(months) == 24
    assert months[-1] == db.value("SELECT DATE_FORMAT(UTC_DATE(), '%M %Y')")
    assert months[9] == db.value("SELECT DATE_FORMAT(UTC_DATE() - INTERVAL 14 MONTH, '%M %Y')")
    assert found[months[9], "Alumni"] >= 1
    assert found[months[1], "Students"] == 0
    counted = db.value(
        "SELECT COUNT(*) FROM users WHERE role_id IN (2, 3) AND email_verified_at IS NOT NULL"
        " AND created_at >= DATE_FORMAT(UTC_DATE(), '%Y-%m-01') - INTERVAL 23 MONTH"
    )
    assert sum(found.values()) == counted


def test_members_by_graduation_year(db: Database, admin: int) -> None:
    year, maker = this_year(db), Maker(db)
    refresh(db)
    before = chart(db, admin, "graduation_years")
    maker.alumnus("Ann", "Old", graduation_year=1931)
    maker.alumnus("Bob", "New", graduation_year=year - 1)
    maker.student("Cleo", "Next", expected_graduation_year=year + 2)
    maker.student("Dan", "Never")
    refresh(db)
    after = chart(db, admin, "graduation_years")
    assert sum(after.values()) - sum(before.values()) == 3
    early = f"Before {year - 34}"
    assert after[early, "Alumni"] - before.get((early, "Alumni"), 0) == 1
    recent = str(year - 1), "Alumni"
    assert after[recent] - before.get(recent, 0) == 1
    assert after[str(year + 2), "Students (expected)"] >= 1
    labels = list(dict.fromkeys(label for label, _ in after))
    assert labels == [early, *map(str, range(year - 34, int(labels[-1]) + 1))], "none is left out"
    assert len(labels) <= 41


def test_charts_are_bounded(db: Database, admin: int) -> None:
    """More degrees, campuses and domains than there is room for."""
    maker = Maker(db)
    degrees = [degree(db, f"Bounded degree {number}") for number in range(16)]
    campuses = [campus(db, f"Bounded campus {number}") for number in range(8)]
    for number, one in enumerate(degrees):
        maker.alumnus("Deg", f"Ree{number}", degree_id=one, campus_id=campuses[number % 8])
    refresh(db)
    page = db.call("report_figures", admin)
    found = chart(db, admin, "degrees")
    rows, columns = {label for label, _ in found}, {series for _, series in found}
    assert len(rows) <= 14
    assert len(columns) <= 7
    assert len(found) == len(rows) * len(columns), "the grid is whole"
    assert {"Other degrees", "Not given"} <= rows
    assert {"Other campuses", "Not given"} <= columns
    assert sum(found.values()) == db.value("SELECT COUNT(*) FROM directory_entries")
    assert len(page.series) < 400


def test_applications_by_state(db: Database, admin: int) -> None:
    refresh(db)
    before = chart(db, admin, "applications")
    assert len(before) == 8
    poster = db.alumnus()
    job = post(db, poster, vacancies=5)
    apply(db, db.student(), job)
    move(db, poster, apply(db, db.student(), job), "reviewed")
    refresh(db)
    after = chart(db, admin, "applications")
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        ("Pending", "Applications"): 1,
        ("Reviewed", "Applications"): 1,
    }


def test_accounts_by_role_and_state(db: Database, admin: int) -> None:
    refresh(db)
    found = chart(db, admin, "accounts")
    total = db.value("SELECT COUNT(*) FROM users WHERE erased_at IS NULL")
    assert sum(found.values()) == total
    assert len(found) == 18


def test_attendance_of_the_last_twelve(db: Database, admin: int) -> None:
    creator = db.alumnus()
    for number in range(13):
        event(db, creator, f"Talk {number}", 13 - number, ["attended"] * 2 + ["no_show"])
    event(db, creator, "Not completed", 0, ["registered"], "published")
    refresh(db)
    found = chart(db, admin, "attendance")
    newest = db.rows(
        "SELECT title FROM events WHERE status = 'completed' AND is_deleted = 0"
        " ORDER BY starts_at DESC, id DESC LIMIT 12"
    )
    assert {row.title for row in newest} >= {"Talk 12", "Talk 11"}
    labels = list(dict.fromkeys(label for label, _ in found))
    titles = list(dict.fromkeys(row.title for row in reversed(newest)))  # others may share one
    assert labels == titles, "the oldest first"
    assert {series: found["Talk 12", series] for _, series in found} == {
        "Attended": 2,
        "No-shows": 1,
        "Registered": 3,
    }


# Refreshing


def test_one_counts_at_a_time(db: Database, admin: int) -> None:
    db.rows("UPDATE settings SET value = '0' WHERE name = 'report_refresh_seconds'")
    db.rows("UPDATE statistics_snapshots SET refreshing_until = NULL")
    start, results = threading.Barrier(6), []

    def run() -> None:
        with db.connect() as client:
            start.wait()
            try:
                client.call("report_refresh", admin)
                results.append(200)
            except Refused as refusal:
                results.append(refusal.status)

    begun = int(db.value("SELECT claimed_generation FROM statistics_snapshots"))
    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    db.rows("UPDATE settings SET value = '30' WHERE name = 'report_refresh_seconds'")
    assert set(results) <= {200, 409}
    assert results.count(200) >= 1
    counts = int(db.value("SELECT claimed_generation FROM statistics_snapshots")) - begun
    assert counts == results.count(200), "who was refused has counted nothing"
    assert db.value("SELECT refreshing_until FROM statistics_snapshots") is None


def test_who_counts_keeps_others_away_until_the_time_is_over(db: Database, admin: int) -> None:
    refresh(db)
    state = "UPDATE statistics_snapshots SET refreshed_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR, "
    db.rows(state + "refreshing_until = UTC_TIMESTAMP() + INTERVAL 1 MINUTE")
    assert db.call("report_figures", admin).figures.is_refreshing == 1
    with pytest.raises(Refused) as refusal:
        db.call("report_refresh", admin)
    assert refusal.value.status == 409
    refresh(db)  # the scheduler has nothing to do then
    assert (
        db.value(
            "SELECT refreshed_at < UTC_TIMESTAMP() - INTERVAL 50 MINUTE FROM statistics_snapshots"
        )
        == 1
    )
    # Whoever counted was killed.
    db.rows(state + "refreshing_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND")
    assert db.call("report_refresh", admin).figures.refreshed_at
    with pytest.raises(Refused) as refusal:
        db.call("report_refresh", admin)
    assert refusal.value.status == 429
    assert "Try again in " in refusal.value.message


def test_a_count_that_fails_gives_the_right_back(db: Database) -> None:
    refresh(db)
    last = db.row("SELECT generation, refreshed_at FROM statistics_snapshots")
    db.student()
    db.rows("CALL _statistics_claim(0, @generation)")
    # What another count would have written.
    db.rows(
        "INSERT INTO statistics_series VALUES"
        " (@generation, 'sign_ups', 1, 1, 'x', 'x', 1, DEFAULT, DEFAULT)"
    )
    with pytest.raises(mysql.connector.Error, match="Duplicate"):
        db.rows("CALL _statistics_count(@generation)")
    assert db.value("SELECT refreshing_until FROM statistics_snapshots") is None
    assert db.row("SELECT generation, refreshed_at FROM statistics_snapshots") == last
    refresh(db)
    assert db.value("SELECT generation FROM statistics_snapshots") > last.generation


def test_an_old_count_does_not_replace_a_newer_one(db: Database, admin: int) -> None:
    """A count that took longer than its right ends when another one has begun."""
    refresh(db)
    db.rows("CALL _statistics_claim(0, @slow)")
    db.rows("UPDATE statistics_snapshots SET refreshing_until = UTC_TIMESTAMP()")
    db.student()
    refresh(db)
    newest = db.row("SELECT generation, members_count FROM statistics_snapshots")
    db.alumnus()
    db.rows("CALL _statistics_count(@slow)")
    assert db.row("SELECT generation, members_count FROM statistics_snapshots") == newest


def test_the_same_again_is_not_written_again(db: Database, admin: int) -> None:
    refresh(db)
    first = db.row("SELECT generation, claimed_generation FROM statistics_snapshots")
    refresh(db)
    again = db.row("SELECT generation, claimed_generation FROM statistics_snapshots")
    assert again.generation == first.generation
    assert again.claimed_generation == first.claimed_generation + 1
    Maker(db).alumnus("One", "More", graduation_year=this_year(db))
    refresh(db)
    kept = db.value("SELECT COUNT(DISTINCT generation) FROM statistics_series")
    assert kept == 2, "the one that is read and the one before"
    assert db.value("SELECT generation FROM statistics_snapshots") > first.generation


def test_nothing_is_locked_while_it_counts(db: Database) -> None:
    """Somebody's change that is not committed yet does not hold the count up."""
    person = Maker(db).alumnus("Lock", "Ed", graduation_year=2000)
    with db.connect() as other:
        other.rows("START TRANSACTION")
        other.rows("UPDATE users SET updated_at = UTC_TIMESTAMP() WHERE id = %s", person)
        other.rows("UPDATE alumni_profiles SET bio = 'x' WHERE user_id = %s", person)
        with db.connect() as counting:
            counting.rows("SET SESSION innodb_lock_wait_timeout = 1")
            counting.rows("CALL _statistics_refresh()")
        other.rows("ROLLBACK")
    assert db.value("SELECT refreshing_until FROM statistics_snapshots") is None


# Cohorts


def test_cohorts(db: Database, admin: int) -> None:
    maker, year = Maker(db), 1950
    one, two = degree(db, "Cohort degree A"), degree(db, "=Cohort degree B")
    north, south = campus(db, "Cohort north"), campus(db, "Cohort south")
    for who, where, when in (
        (one, north, year),
        (one, north, year),
        (one, south, year),
        (two, south, year + 2),
        (None, None, year + 2),
    ):
        maker.alumnus("Co", "Hort", degree_id=who, campus_id=where, graduation_year=when)
    refresh(db)
    page = db.call("report_cohorts", admin, year, year + 2)
    assert [(row.graduation_year, row.alumni_count) for row in page.years] == [
        (year + 2, 2),
        (year + 1, 0),
        (year, 3),
    ]
    assert [(c.graduation_year, c.degree, c.campus, c.alumni_count) for c in page.cells] == [
        (year + 2, "=Cohort degree B", "Cohort south", 1),
        (year + 2, None, None, 1),
        (year, "Cohort degree A", "Cohort north", 2),
        (year, "Cohort degree A", "Cohort south", 1),
    ]
    assert page.report.alumni_count == 5
    assert page.report.is_complete == 1
    filtered = db.call("report_cohorts", admin, year, year + 2, one, south)
    assert [c.alumni_count for c in filtered.cells] == [1]
    assert filtered.report.alumni_count == 1
    assert len(filtered.years) == 3
    usual = db.call("report_cohorts", admin).report
    assert (usual.from_year, usual.to_year) == (this_year(db) - 9, this_year(db))


@pytest.mark.parametrize(
    ("years", "field"),
    [
        ((2010, 2009), "to_year"),
        ((1899, 1910), "from_year"),
        ((1950, 2010), "to_year"),
        ((2190, 2201), "to_year"),
    ],
)
def test_years_that_make_no_sense(
    db: Database, admin: int, years: tuple[int, int], field: str
) -> None:
    with pytest.raises(Refused) as refusal:
        db.call("report_cohorts", admin, *years)
    assert (refusal.value.status, refusal.value.field) == (422, field)


# Outcomes


def test_periods_of_graduation(db: Database) -> None:
    year = this_year(db)
    first = year // 5 * 5

    def period(when: int | None) -> tuple[int, str]:
        row = db.row(
            "SELECT graduation_period_of(%s) AS number,"
            " graduation_period_name_of(graduation_period_of(%s)) AS name",
            when,
            when,
        )
        return int(row.number), str(row.name)

    assert period(first) == (1, f"Since {first}")
    assert period(first + 7) == (1, f"Since {first}")
    assert period(first - 1) == (2, f"{first - 5} to {first - 1}")
    assert period(first - 40) == (9, f"{first - 40} to {first - 36}")
    assert period(first - 41) == (10, f"Before {first - 40}")
    assert period(1900) == (10, f"Before {first - 40}")
    assert period(None) == (11, "Year not given")
    assert db.value("SELECT graduation_period_name_of(0)") == "All years"


def test_employment(db: Database, admin: int) -> None:
    maker, when = Maker(db), this_year(db) // 5 * 5 - 12
    large, small = degree(db, "Employment large"), degree(db, "Employment small")
    for number in range(12):
        maker.alumnus(
            "Emp",
            "Loyed",
            degree_id=large,
            graduation_year=when,
            **({"current_company": f"Acme {number}", "industry": "Quarks"} if number < 8 else {}),
        )
    maker.alumnus("Few", "One", degree_id=small, graduation_year=when, current_job_title="Boss")
    refresh(db)
    cohort = int(db.value("SELECT graduation_period_of(%s)", when))
    page = db.call("report_employment", admin, cohort)
    by_degree = {row.degree: row for row in page.degrees}
    assert by_degree["Employment large"].alumni_count == 12
    assert by_degree["Employment small"].alumni_count == 1
    assert by_degree["Employment small"].employed_count is None
    assert page.report.cohort == cohort
    assert page.report.small_group == 5
    assert "Quarks" in [row.industry for row in page.industries]
    assert not [row for row in page.companies if row.company.startswith("Acme")], "one each"
    whole = db.call("report_employment", admin)
    assert whole.report.cohort == 0
    assert whole.report.cohort_name == "All years"
    assert {row.cohort for row in whole.cohorts} >= {0, cohort}
    with pytest.raises(Refused) as refusal:
        db.call("report_employment", admin, 12)
    assert refusal.value.field == "cohort"


def test_what_is_published_has_no_small_group(db: Database, admin: int) -> None:
    refresh(db)
    generation = db.value("SELECT generation FROM statistics_snapshots")
    shown = db.rows(
        "SELECT report, group_count, value FROM statistics_outcomes"
        " WHERE generation = %s AND value IS NOT NULL",
        generation,
    )
    assert shown
    for row in shown:
        assert row.value == 0 or row.value >= 5
        assert row.group_count is None or row.group_count == 0 or row.group_count >= 5


def suppressed(db: Client, cells: list[list[Any]], least: int) -> dict[Cell, list[Any]]:
    """Return what is published: (row, column) -> [group, value or None]."""
    text = db.value("SELECT _suppressed_cells_of(%s, %s)", json.dumps(cells), least)
    return {(r, c): [group, value] for r, c, group, value in json.loads(text)}


def whole(cells: dict[Cell, int]) -> dict[Cell, int]:
    """Add the totals to the inner cells."""
    full: dict[Cell, int] = {}
    for (r, c), value in cells.items():
        for at in ((r, c), (r, 0), (0, c), (0, 0)):
            full[at] = full.get(at, 0) + value
    return full


def fitting(
    rows: int, columns: int, published: dict[Cell, list[Any]], most: int
) -> Iterator[dict[Cell, int]]:
    """Yield every table that fits all that is published."""
    inner = list(itertools.product(range(1, rows + 1), range(1, columns + 1)))

    def fits(values: dict[Cell, int], at: Cell) -> bool:
        r, c = at
        for total, cells in (
            ((r, 0), [(r, k) for k in range(1, columns + 1)] if c == columns else []),
            ((0, c), [(k, c) for k in range(1, rows + 1)] if r == rows else []),
            ((0, 0), inner if at == inner[-1] else []),
        ):
            if cells and published[total][1] not in (None, sum(values[one] for one in cells)):
                return False
        return True

    def search(number: int, values: dict[Cell, int]) -> Iterator[dict[Cell, int]]:
        if number == len(inner):
            yield whole(values)
            return
        at = inner[number]
        group, value = published[at]
        options = (
            [value] if value is not None else range(min(most if group is None else group, most) + 1)
        )
        for option in options:
            values[at] = option
            if fits(values, at):
                yield from search(number + 1, values)
        del values[at]

    yield from search(0, {})


def check(db: Client, groups: dict[Cell, int] | None, values: dict[Cell, int], least: int) -> None:
    """Everything small is suppressed, and no suppressed value can be found out."""
    rows, columns = (max(cell[axis] for cell in values) for axis in (0, 1))
    published = suppressed(
        db, [[r, c, groups[r, c] if groups else None, v] for (r, c), v in values.items()], least
    )
    true, of = whole(values), whole(groups) if groups else {}
    assert published.keys() == true.keys()
    for cell, (group, value) in published.items():
        is_small = 0 < true[cell] < least or bool(groups and 0 < of[cell] < least)
        assert value in (None, true[cell])
        assert group == of.get(cell)
        assert not is_small or value is None, f"{cell} is shown"
    hidden = {cell for cell, (_, value) in published.items() if value is None}
    # In every line, totals included, none or at least two are suppressed.
    for axis in (0, 1):
        for line in {cell[axis] for cell in hidden}:
            assert len([cell for cell in hidden if cell[axis] == line]) >= 2
    seen: dict[Cell, set[int]] = {cell: set() for cell in hidden}
    if hidden:
        for table in fitting(rows, columns, published, max(values.values()) + 1):
            for cell in hidden:
                seen[cell].add(table[cell])
            if all(len(found) > 1 for found in seen.values()):
                break
    found_out = [cell for cell, found in seen.items() if len(found) < 2]
    assert not found_out, f"{found_out} can be found out in {values} of {groups}"
    # A table without anything small is published as it is.
    if not any(0 < n < least for n in true.values()) and not any(
        0 < n < least for n in of.values()
    ):
        assert not hidden


def test_no_small_table_gives_anything_away(db: Database) -> None:
    """Every table of two rows and columns with up to three people a cell; small is under three."""
    for found in itertools.product(range(4), repeat=4):
        values = dict(zip(itertools.product((1, 2), (1, 2)), found, strict=True))
        check(db, None, values, 3)


def test_no_small_table_of_outcomes_gives_anything_away(db: Database) -> None:
    """Every outcome of groups of which some are small, some have none, some have all."""
    cells = list(itertools.product((1, 2), (1, 2)))
    for sizes in ((2, 3, 3, 4), (1, 1, 1, 1), (0, 2, 4, 4), (2, 0, 0, 5)):
        for found in itertools.product(*(range(size + 1) for size in sizes)):
            check(db, dict(zip(cells, sizes, strict=True)), dict(zip(cells, found, strict=True)), 3)


@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_no_table_gives_anything_away(db: Database, data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 3)), data.draw(st.integers(1, 3))
    cells = list(itertools.product(range(1, rows + 1), range(1, columns + 1)))
    has_groups = data.draw(st.booleans())
    groups = {cell: data.draw(st.integers(0, 7)) for cell in cells} if has_groups else None
    values = {cell: data.draw(st.integers(0, groups[cell] if groups else 6)) for cell in cells}
    check(db, groups, values, data.draw(st.integers(2, 4)))


def test_a_large_table_is_suppressed(db: Database) -> None:
    cells = [
        [r, c, 4 + (r * 7 + c * 5) % 40, (r * 5 + c * 3) % 5]
        for r in range(1, 27)
        for c in range(1, 12)
    ]
    published = suppressed(db, cells, 5)
    assert len(published) == 27 * 12
    assert published[0, 0][1] is not None, "totals go last"


# Events


def test_events_report(db: Database, admin: int) -> None:
    creator = db.alumnus()
    past = event(
        db, creator, "=1+1", 40, ["attended", "no_show", "no_show", "cancelled", "waitlisted"]
    )
    event(db, creator, "Later", -40, ["registered"], "published")
    event(db, creator, "Long ago", 800, ["attended"])
    refresh(db)
    page = db.call("report_events", admin, 3)
    (row,) = [one for one in page.events if one.id == past]
    assert (
        row.title,
        row.registrations_count,
        row.attended_count,
        row.no_shows_count,
        row.waiting_count,
        row.cancelled_count,
    ) == ("=1+1", 3, 1, 2, 1, 1)
    assert not [one for one in page.events if one.title in ("Later", "Long ago")]
    assert len(page.months) == 3
    for name in ("events_count", "registrations_count", "attended_count", "no_shows_count"):
        assert page.report[name] == sum(month[name] for month in page.months), name
    assert page.report.events_count == len(page.events)
    assert len(db.call("report_events", admin).months) == 12
    assert len(db.call("report_events", admin, 1).months) == 1
    for months in (0, 25):
        with pytest.raises(Refused) as refusal:
            db.call("report_events", admin, months)
        assert refusal.value.field == "months"


def test_an_event_that_goes_takes_its_figures_along(db: Database, admin: int) -> None:
    found = event(db, db.alumnus(), "Gone soon", 2, ["attended"])
    refresh(db)
    assert found in [one.id for one in db.call("report_events", admin).events]
    db.rows("UPDATE events SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s", found)
    refresh(db)
    assert found not in [one.id for one in db.call("report_events", admin).events]


def test_reading_costs_the_same_with_more_members(db: Database, admin: int) -> None:
    refresh(db)
    before = [handler_reads(db, name, admin) for name in ("report_figures", "report_employment")]
    for _ in range(30):
        db.alumnus()
    refresh(db)
    after = [handler_reads(db, name, admin) for name in ("report_figures", "report_employment")]
    assert all(b <= a + 20 for a, b in zip(before, after, strict=True))
