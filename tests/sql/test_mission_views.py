"""The name of a view is a promise about its rows: each of the nine against a query of tables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.database import Database

ALUMNUS = (
    " users AS u JOIN roles AS r ON r.id = u.role_id AND r.name = 'alumni'"
    " JOIN alumni_profiles AS a ON a.user_id = u.id"
)
MAY_ACT = " u.status = 'active' AND u.is_deleted = 0"
PROMISES = {
    "vw_active_alumni": (
        "id, first_name, degree, campus, skills_count, positions_count",
        (
            "SELECT u.id, a.first_name, d.name AS degree, c.name AS campus,"
            " (SELECT COUNT(*) FROM alumni_skills AS s WHERE s.alumni_profile_id = a.id),"
            " (SELECT COUNT(*) FROM alumni_work_history AS w WHERE w.alumni_profile_id = a.id)"
            f" FROM {ALUMNUS} LEFT JOIN degrees AS d ON d.id = a.degree_id"
            f" LEFT JOIN campuses AS c ON c.id = a.campus_id WHERE {MAY_ACT}"
        ),
    ),
    "vw_alumni_by_skill": (
        "user_id, first_name, last_name, domain, skill, proficiency_level",
        (
            "SELECT u.id, a.first_name, a.last_name, m.name AS domain, k.name AS skill,"
            " s.proficiency_level"
            f" FROM {ALUMNUS} JOIN alumni_skills AS s ON s.alumni_profile_id = a.id"
            " JOIN skills AS k ON k.id = s.skill_id JOIN skill_domains AS m ON m.id = k.domain_id"
            f" WHERE {MAY_ACT} AND NOT EXISTS (SELECT 1 FROM privacy_settings AS p WHERE"
            " p.user_id = u.id AND p.field = 'profile'"
            " AND p.audience NOT IN ('everyone', 'members'))"
        ),
    ),
    "vw_alumni_careers": (
        "user_id, company, is_current",
        (
            "SELECT u.id, w.company, w.end_date IS NULL"
            f" FROM {ALUMNUS} JOIN alumni_work_history AS w ON w.alumni_profile_id = a.id"
            f" WHERE {MAY_ACT}"
        ),
    ),
    "vw_alumni_engagements": (
        "id, alumni_name",
        "SELECT id, name_of(alumni_id) FROM alumni_engagements WHERE is_deleted = 0",
    ),
    "vw_event_speakers": (
        "id, event_title",
        (
            "SELECT s.id, e.title FROM event_speakers AS s, events AS e WHERE e.id = s.event_id"
            " AND e.is_deleted = 0 AND e.published_at IS NOT NULL AND e.status <> 'draft'"
            " AND s.status <> 'declined'"
        ),
    ),
    "vw_open_jobs": (
        "id, poster_name, applications_count",
        (
            "SELECT id, name_of(poster_id), (SELECT COUNT(*) FROM job_applications AS a"
            " WHERE a.job_posting_id = j.id AND a.is_deleted = 0 AND a.status <> 'withdrawn')"
            " FROM job_postings AS j"
            " WHERE status = 'open' AND is_deleted = 0 AND COALESCE(closes_at > UTC_TIMESTAMP(), 1)"
        ),
    ),
    "vw_pending_references": (
        "id, requester_name, alumnus_name",
        (
            "SELECT id, name_of(requester_id), name_of(alumnus_id) FROM reference_requests"
            " WHERE status = 'requested' AND is_deleted = 0 AND expires_at > UTC_TIMESTAMP()"
        ),
    ),
    "vw_upcoming_events": (
        "id, registrations_count, seats_taken_count",
        (
            "SELECT id, (SELECT COUNT(*) FROM event_registrations AS r WHERE r.event_id = e.id"
            " AND r.status IN ('registered', 'attended')),"
            " (SELECT COALESCE(SUM(1 + guests_count), 0)"
            " FROM event_registrations AS r WHERE r.event_id = e.id AND r.status IN"
            " ('registered', 'offered', 'attended', 'no_show')) FROM events AS e"
            " WHERE status = 'published' AND is_deleted = 0 AND starts_at > UTC_TIMESTAMP()"
        ),
    ),
}
"""Of a view: columns that are compared, and a query that does not use it."""

EXCEPTIONS = [
    # Two alumni whose profile not every member may see, one blocked, one deleted.
    (
        "INSERT INTO privacy_settings (user_id, field, audience)"
        " SELECT MIN(a.user_id), 'profile', 'only_me' FROM alumni_skills AS s"
        " JOIN alumni_profiles AS a ON a.id = s.alumni_profile_id"
        " ON DUPLICATE KEY UPDATE audience = 'only_me'"
    ),
    (
        "INSERT INTO privacy_settings (user_id, field, audience)"
        " SELECT MIN(a.user_id) + 1, 'profile', 'alumni' FROM alumni_skills AS s"
        " JOIN alumni_profiles AS a ON a.id = s.alumni_profile_id"
        " ON DUPLICATE KEY UPDATE audience = 'alumni'"
    ),
    (
        "SET @blocked = (SELECT user_id FROM alumni_work_history AS w"
        " JOIN alumni_profiles AS a ON a.id = w.alumni_profile_id ORDER BY w.id DESC LIMIT 1)"
    ),
    "UPDATE users SET status = 'blocked', status_reason = 'Test' WHERE id = @blocked",
    (
        "SET @deleted = (SELECT user_id FROM alumni_skills AS s"
        " JOIN alumni_profiles AS a ON a.id = s.alumni_profile_id ORDER BY a.id DESC LIMIT 1)"
    ),
    "UPDATE users SET is_deleted = 1, deleted_at = NOW() WHERE id = @deleted",
    # An event that has begun, one that is over, drafts, deleted ones.
    (
        "UPDATE events SET starts_at = UTC_TIMESTAMP() - INTERVAL 1 HOUR,"
        " ends_at = UTC_TIMESTAMP() + INTERVAL 1 HOUR, registration_deadline = NULL"
        " WHERE status = 'published' AND is_deleted = 0 ORDER BY starts_at DESC LIMIT 1"
    ),
    (
        "UPDATE events SET is_deleted = 1, deleted_at = NOW()"
        " WHERE status = 'published' ORDER BY starts_at DESC LIMIT 1"
    ),
    "UPDATE event_speakers SET status = 'declined', answered_at = NOW() ORDER BY id LIMIT 1",
    # A request that has expired, and that no event has moved yet.
    (
        "UPDATE reference_requests SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 DAY"
        " WHERE status = 'requested' ORDER BY id LIMIT 1"
    ),
    (
        "UPDATE job_postings SET is_deleted = 1, deleted_at = NOW()"
        " WHERE status = 'open' ORDER BY id LIMIT 1"
    ),
    (
        "UPDATE job_postings SET deadline = UTC_DATE() - INTERVAL 3 DAY"
        " WHERE status = 'open' AND is_deleted = 0 ORDER BY id LIMIT 1"
    ),
    "UPDATE alumni_engagements SET is_deleted = 1, deleted_at = NOW() ORDER BY id LIMIT 1",
]
"""Rows that a careless view would show."""


@pytest.fixture(scope="module")
def busy(lend: Callable[[str], Database], demo_template: str) -> Database:
    """Return a demo university with rows that look like others and must not be shown."""
    database = lend(demo_template)
    for statement in EXCEPTIONS:
        database.rows(statement)
    database.call("directory_rebuild", None, None)
    return database


def _text(row: tuple[object, ...]) -> list[str]:
    """Return what rows are ordered by: a sum is a Decimal, a counter an int."""
    return [str(value) for value in row]


@pytest.mark.parametrize("view", PROMISES)
def test_a_view_shows_what_its_name_promises(view: str, busy: Database) -> None:
    columns, query = PROMISES[view]
    shown = [tuple(row.values()) for row in busy.rows(f"SELECT {columns} FROM {view}")]
    expected = [tuple(row.values()) for row in busy.rows(query)]
    assert shown
    assert sorted(shown, key=_text) == sorted(expected, key=_text)


def test_the_figures_are_those_of_their_names(busy: Database) -> None:
    busy.call("statistics_refresh", None)
    figures = busy.row("SELECT * FROM vw_dashboard_stats")
    members = f"FROM users AS u JOIN roles AS r ON r.id = u.role_id WHERE {MAY_ACT}"
    for name, query in {
        "alumni_count": "SELECT COUNT(*) FROM vw_active_alumni",
        "students_count": f"SELECT COUNT(*) {members} AND r.name = 'student'",
        "admins_count": f"SELECT COUNT(*) {members} AND r.name = 'admin'",
        "members_count": f"SELECT COUNT(*) {members} AND r.name <> 'admin'",
        "open_jobs_count": "SELECT COUNT(*) FROM vw_open_jobs",
        "upcoming_events_count": "SELECT COUNT(*) FROM vw_upcoming_events",
        "applications_count": "SELECT COUNT(*) FROM job_applications"
        " WHERE is_deleted = 0 AND status <> 'withdrawn'",
    }.items():
        assert figures[name] == busy.value(query), name


def test_skills_are_found_by_domain_and_proficiency(busy: Database) -> None:
    people = busy.rows(
        "SELECT first_name, last_name FROM vw_alumni_by_skill"
        " WHERE domain = 'Programming' AND skill = 'Python' AND level >= 3"
    )
    assert people
    assert busy.value("SELECT MIN(level) FROM vw_alumni_by_skill") == 1
    levels = busy.rows("SELECT DISTINCT proficiency_level, level FROM vw_alumni_by_skill")
    order = ["beginner", "intermediate", "advanced", "expert"]
    assert {row.proficiency_level: row.level for row in levels} == {
        name: number for number, name in enumerate(order, 1)
    }
