"""The dashboard's next steps: graduation, views, people to know, jobs that match."""

from __future__ import annotations

from tests.support.database import Database
from tests.support.jobs import apply, post


def _studies(db: Database, person: int, **values: object) -> None:
    table = (
        "student_profiles"
        if db.value("SELECT role_of(%s)", person) == "student"
        else ("alumni_profiles")
    )
    names = ", ".join(f"{name} = %s" for name in values)
    db.rows(f"UPDATE {table} SET {names} WHERE user_id = %s", *values.values(), person)
    db.rows("CALL _directory_write(%s)", person)


def _degree(db: Database, name: str) -> int:
    db.rows("INSERT INTO degrees (name, semesters_count) VALUES (%s, 6)", name)
    return int(db.value("SELECT id FROM degrees WHERE name = %s", name))


def test_graduation_is_a_step_of_the_last_year(db: Database) -> None:
    degree, person, admin = _degree(db, "Dashboard A"), db.student(), db.admin()
    waiting = db.call("dashboard_read", admin).next_steps.graduations_count
    for values, step in (
        ({"current_semester": 3}, None),
        ({"current_semester": 5}, "due"),
        ({"current_semester": 3, "expected_graduation_year": 2020}, "due"),
        ({"expected_graduation_year": 2199}, None),
    ):
        _studies(db, person, degree_id=degree, **values)
        assert db.call("dashboard_read", person).next_steps.graduation == step, values
    db.call("graduation_request", person, degree, 2026, None)
    steps = db.call("dashboard_read", person).next_steps
    assert (steps.graduation, steps.graduations_count) == ("pending", 0)
    assert db.call("dashboard_read", admin).next_steps.graduations_count == waiting + 1


def test_views_of_a_month(db: Database) -> None:
    person, viewer = db.alumnus(), db.alumnus()
    for days in (0, 29, 30, 90):
        db.rows(
            "INSERT INTO profile_views (profile_user_id, viewer_id, viewed_on)"
            " VALUES (%s, %s, UTC_DATE() - INTERVAL %s DAY)",
            person,
            viewer,
            days,
        )
    assert db.call("dashboard_read", person).next_steps.views_count == 2
    assert db.call("dashboard_read", viewer).next_steps.views_count == 0


def test_people_to_know_are_close_and_may_be_seen(db: Database) -> None:
    degree, other = _degree(db, "Dashboard B"), _degree(db, "Dashboard C")
    db.rows("INSERT INTO campuses (name) VALUES ('Dashboard campus')")
    campus = db.value("SELECT id FROM campuses WHERE name = 'Dashboard campus'")
    me, of_year, of_campus, hidden, far, followed, elsewhere = (db.alumnus() for _ in range(7))
    for person, values in (
        (me, {"graduation_year": 2001, "campus_id": campus}),
        (of_year, {"graduation_year": 2001}),
        (of_campus, {"graduation_year": 1990, "campus_id": campus}),
        (hidden, {"graduation_year": 2001}),
        (far, {"graduation_year": 1990}),
        (followed, {"graduation_year": 2001}),
    ):
        _studies(db, person, degree_id=degree, **values)
    _studies(db, elsewhere, degree_id=other, graduation_year=2001, campus_id=campus)
    db.rows(
        "INSERT INTO privacy_settings (user_id, field, audience) VALUES (%s, 'profile', 'only_me')",
        hidden,
    )
    db.rows("CALL _directory_write(%s)", hidden)
    db.rows("INSERT INTO follows (follower_id, followed_id) VALUES (%s, %s)", me, followed)
    shown = db.call("dashboard_read", me).people
    assert [one.id for one in shown] == [of_year, of_campus]
    for _ in range(5):
        _studies(db, db.alumnus(), degree_id=degree, graduation_year=2001)
    assert len(db.call("dashboard_read", me).people) == 4
    assert db.call("dashboard_read", db.alumnus()).people == []


def test_jobs_that_match(db: Database) -> None:
    poster, me = db.alumnus(), db.alumnus()
    both = post(db, poster, skills="Dashboarding, Gauging")
    one = post(db, poster, skills="Dashboarding")
    post(db, poster, skills="Other things")
    post(db, poster, skills="Dashboarding", target_audience="students_only")
    post(db, me, skills="Dashboarding")
    page = db.call("dashboard_read", me)
    assert page.next_steps.are_jobs_matching == 0
    db.rows(
        "INSERT INTO alumni_skills (alumni_profile_id, skill_id)"
        " SELECT a.id, s.id FROM alumni_profiles AS a JOIN skills AS s"
        " ON s.name IN ('Dashboarding', 'Gauging') WHERE a.user_id = %s",
        me,
    )
    page = db.call("dashboard_read", me)
    assert page.next_steps.are_jobs_matching == 1
    assert [job.id for job in page.jobs] == [both, one]
    apply(db, me, both)
    assert [job.id for job in db.call("dashboard_read", me).jobs] == [one]


def test_how_complete_the_profile_is(db: Database) -> None:
    person = db.alumnus()
    before = db.call("dashboard_read", person)
    assert before.next_steps.completeness == sum(s.points for s in before.steps if s.is_done)
    assert sum(step.points for step in before.steps) == 100
    db.call("profile_edit", person, current_job_title="Baker", current_company="Bread", bio="Hi.")
    after = db.call("dashboard_read", person)
    assert after.next_steps.completeness > before.next_steps.completeness


def test_achievements_wait_for_the_office(db: Database) -> None:
    person, admin = db.alumnus("Hedy", "Lamarr"), db.admin()
    patent = db.call("profile_achievement_save", person, None, "patent", "Frequency hopping")
    waiting = {row.id: row for row in db.call("dashboard_read", admin).achievements}
    assert waiting[patent.achievement.id].name == "Hedy Lamarr"
    assert db.call("dashboard_read", person).achievements == []
    db.call("achievement_verify", admin, patent.achievement.id, 1)
    again = db.call("dashboard_read", admin).achievements
    assert patent.achievement.id not in [row.id for row in again]
