"""Home page and dashboard: the right things for everybody, at a cost that does not grow."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.accounts import email_of, register, token_of
from tests.support.cost import handler_reads
from tests.support.database import Database, Refused


@pytest.fixture(scope="module")
def post(db: Database) -> Callable[..., int]:
    """Return a maker of postings."""

    def make(poster: int, title: str = "Engineer", audience: str = "all") -> int:
        posted = db.call(
            "job_post",
            poster,
            title=title,
            company_name="Acme",
            job_type="full_time",
            description="Work",
            salary_period="year",
            salary_currency="USD",
            vacancies=1,
            target_audience=audience,
            is_remote=0,
        )
        return int(posted.job.id)

    return make


def test_a_visitor_sees_what_is_for_everybody(db: Database, post: Callable[..., int]) -> None:
    poster = db.alumnus()
    ids = {
        audience: post(poster, audience=audience)
        for audience in ("all", "alumni_only", "students_only")
    }
    for actor, seen in (
        (None, {"all"}),
        (db.student(), {"all", "students_only"}),
        (db.alumnus(), {"all", "alumni_only"}),
        (poster, {"all", "alumni_only", "students_only"}),
        (db.admin(), {"all", "alumni_only", "students_only"}),
    ):
        shown = {row.id for row in db.call("home_read", actor).jobs}
        assert shown & set(ids.values()) == {ids[audience] for audience in seen}


def test_the_newest_six(db: Database, post: Callable[..., int]) -> None:
    poster = db.alumnus()
    ids = [post(poster, f"Job {number}") for number in range(8)]
    jobs = db.call("home_read", None).jobs
    assert [job.id for job in jobs] == ids[:1:-1]
    assert jobs[0].poster_name == "Ada Lovelace"


def test_figures_are_as_of_the_last_count(db: Database, post: Callable[..., int]) -> None:
    db.rows("CALL _statistics_refresh()")
    before = db.call("home_read", None).figures
    db.student()
    post(db.alumnus())
    register(db)  # not a member before the address is confirmed
    assert db.call("home_read", None).figures == before, "a page does not count"
    db.rows("CALL _statistics_refresh()")
    after = db.call("home_read", None).figures
    assert after.students_count == before.students_count + 1
    assert after.alumni_count == before.alumni_count + 1
    assert after.members_count == before.members_count + 2
    assert after.open_jobs_count == before.open_jobs_count + 1
    assert after.companies_count >= 1


def test_the_institution_is_there_from_the_start(db: Database) -> None:
    institution = db.call("home_read", None).institution
    assert institution.name
    assert (institution.currency, institution.time_zone) == ("USD", "UTC")


def test_the_dashboard_is_for_those_signed_in(db: Database) -> None:
    for actor in (None, 0):
        with pytest.raises(Refused) as refusal:
            db.call("dashboard_read", actor)
        assert refusal.value.state == "45401"


def test_the_dashboard_of_a_poster_and_an_applicant(db: Database, post: Callable[..., int]) -> None:
    poster, student = db.alumnus(), db.student()
    job = post(poster, "Analyst")
    application = db.call(
        "job_apply",
        student,
        job,
        cover_letter="Hello",
        cv_file=b"%PDF-1.4\n%%EOF\n",
        cv_file_name="cv.pdf",
    ).application

    (mine,) = db.call("dashboard_read", poster).my_jobs
    assert (mine.id, mine.title, mine.applications_count, mine.pending_count) == (
        job,
        "Analyst",
        1,
        1,
    )
    page = db.call("dashboard_read", student)
    (applied,) = page.my_applications
    assert (applied.id, applied.job_id, applied.job_title) == (application.id, job, "Analyst")
    assert applied.status == "pending"
    assert applied.status_changed_at
    assert page.my_jobs == page.accounts == page.activity == []
    assert job in [row.id for row in page.jobs]


def test_the_dashboard_of_the_office(db: Database) -> None:
    admin = db.admin()
    for _ in range(10):
        register(db)
    account = register(db)
    db.rows("UPDATE settings SET value = '1' WHERE name = 'registration_requires_approval'")
    db.call("account_confirm", None, token_of(db, account.id, "confirm_address"))
    db.rows("UPDATE settings SET value = '0' WHERE name = 'registration_requires_approval'")
    page = db.call("dashboard_read", admin)
    (waiting,) = [row for row in page.accounts if row.id == account.id]
    assert (waiting.name, waiting.role) == ("Grace Hopper", "alumni")
    assert waiting.email == email_of(db, account.id)
    assert len(page.activity) == 10
    assert page.activity[0].action == "account_confirm"
    assert page.activity[0].actor_name == "Grace Hopper"


def test_a_long_queue_of_accounts_costs_no_more(db: Database) -> None:
    admin = db.admin()
    reads = []
    with db.connect() as client:
        # Longer than what is counted, then three times as long.
        for part in range(3):
            db.rows(
                "INSERT INTO users (email, password_hash, role_id, email_verified_at)"
                " SELECT CONCAT('queue', %s, '.', a.id, '.', b.id, '@example.org'), '$argon2id$',"
                " 3, UTC_TIMESTAMP() FROM (SELECT id FROM skills ORDER BY id LIMIT 30) AS a"
                " CROSS JOIN (SELECT id FROM skills ORDER BY id LIMIT 10) AS b",
                part,
            )
            reads.append(handler_reads(client, "dashboard_read", admin))
    db.rows("DELETE FROM users WHERE email LIKE 'queue%'")
    assert reads[-1] < reads[0] + 50, reads
