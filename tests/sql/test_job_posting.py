"""Posting, editing, closing, deleting: who may, what is accepted, what it changes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.database import Database, Refused
from tests.support.jobs import apply, move, post, posting
from tests.support.office import days
from tests.support.profiles import add_skill


def refusal(call: Any, *arguments: Any, **named: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        call(*arguments, **named)
    return refused.value


def test_alumni_and_admins_post_students_do_not(db: Database) -> None:
    assert post(db, db.alumnus())
    assert post(db, db.admin())
    assert refusal(post, db, db.student()).status == 403
    assert refusal(db.call, "job_post", None, title="x").status == 401


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": None}, "title"),
        ({"title": "  "}, "title"),
        ({"title": "a\x00b"}, "title"),
        ({"company_name": ""}, "company_name"),
        ({"job_type": "slavery"}, "job_type"),
        ({"job_type": None}, "job_type"),
        ({"experience_level": "guru"}, "experience_level"),
        ({"description": None}, "description"),
        ({"description": "x" * 20_001}, "description"),
        ({"requirements": "x" * 20_001}, "requirements"),
        ({"salary_min": -1}, "salary_min"),
        ({"salary_max": -1}, "salary_max"),
        ({"salary_min": 2, "salary_max": 1}, "salary_min"),
        ({"salary_currency": "eur"}, "salary_currency"),
        ({"salary_period": "week"}, "salary_period"),
        ({"deadline": days(-1)}, "deadline"),
        ({"deadline": days(900)}, "deadline"),
        ({"vacancies": 0}, "vacancies"),
        ({"vacancies": 1001}, "vacancies"),
        ({"target_audience": "nobody"}, "target_audience"),
        ({"skills": ", ".join(f"skill {n}" for n in range(21))}, "skills"),
        ({"skills": "x" * 61}, "skills"),
    ],
)
def test_an_unacceptable_value_is_named(
    db: Database, changes: dict[str, object], field: str
) -> None:
    before = db.value("SELECT COUNT(*) FROM job_postings")
    refused = refusal(post, db, db.alumnus(), **changes)
    assert (refused.status, refused.field) == (422, field)
    assert db.value("SELECT COUNT(*) FROM job_postings") == before, "nothing is half-written"


def test_a_job_of_the_type_remote_is_remote(db: Database) -> None:
    assert posting(db, post(db, db.alumnus(), job_type="remote")).is_remote == 1


def test_the_currency_is_the_institutions_where_none_is_said(db: Database) -> None:
    own = db.value("SELECT currency FROM institution_info")
    assert posting(db, post(db, db.alumnus())).salary_currency == own


def test_skills_are_shared_compared_by_collation_and_made_when_new(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me, skills=" Underwater Basketry ,underwater basketry, Python,, ")
    other = post(db, me, skills="UNDERWATER BASKETRY")
    names = [row.name for row in db.call("job_read", me, job).skills]
    assert names == ["Python", "Underwater Basketry"]
    assert [row.domain for row in db.call("job_read", me, other).skills] == ["Other"]
    assert db.value("SELECT COUNT(*) FROM skills WHERE name = 'underwater basketry'") == 1


def test_readers_see_which_of_the_skills_they_have(db: Database) -> None:
    reader = db.student()
    job = post(db, db.alumnus(), skills="Coopering, Wainwrighting")
    add_skill(db, reader, "Coopering", "expert")

    def marked(actor: int) -> dict[str, int]:
        return {row.name: row.is_yours for row in db.call("job_read", actor, job).skills}

    assert marked(reader) == {"Coopering": 1, "Wainwrighting": 0}
    assert marked(db.student()) == {"Coopering": 0, "Wainwrighting": 0}


def test_the_same_key_is_the_same_posting(db: Database) -> None:
    me = db.alumnus()
    first = post(db, me, idempotency_key="k" * 24)
    assert post(db, me, idempotency_key="k" * 24, title="Other") == first
    assert post(db, db.alumnus(), idempotency_key="k" * 24) != first
    assert posting(db, first).title == "Engineer"


def test_editing_changes_everything_and_the_words(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me, title="Xylophonist", skills="Mallets")
    db.call(
        "job_edit",
        me,
        job,
        title="Zitherist",
        company_name="Strings",
        job_type="contract",
        description="New",
        skills="Plectra",
        revision=1,
    )
    assert posting(db, job).revision == 2
    found = [row.id for row in db.call("job_search", me, search="zither").jobs]
    assert found == [job]
    assert db.call("job_search", me, search="xylophon").jobs == []
    assert db.call("job_search", me, search="mallets").jobs == []


def test_nobody_overwrites_what_somebody_else_changed(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me)
    values = {"title": "A", "company_name": "B", "job_type": "contract", "description": "C"}
    db.call("job_edit", me, job, **values, revision=1)
    assert refusal(db.call, "job_edit", me, job, **values, revision=1).status == 409


def test_only_the_poster_and_admins_manage(db: Database) -> None:
    owner, other, student, admin = db.alumnus(), db.alumnus(), db.student(), db.admin()
    job = post(db, owner)
    for procedure in (
        "job_edit",
        "job_close",
        "job_reopen",
        "job_delete",
        "job_form_read",
        "job_applicants",
    ):
        for stranger in (other, student):
            assert refusal(db.call, procedure, stranger, job).status == 403, procedure
        assert refusal(db.call, procedure, None, job).status == 401, procedure
    hidden = post(db, owner, target_audience="alumni_only")
    assert refusal(db.call, "job_close", student, hidden).status == 404, "it is not there for them"
    db.call("job_close", admin, job)
    audit = db.row(
        "SELECT * FROM admin_activity_log WHERE subject_id = %s AND actor_id = %s", job, admin
    )
    assert audit.action == "job_close"


def test_closing_and_reopening(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me)
    assert db.call("job_close", me, job).job.status == "closed"
    assert refusal(db.call, "job_close", me, job).status == 409
    assert db.call("job_search", me, search="engineer", company="northwind").jobs is not None
    assert refusal(apply, db, db.student(), job).status == 409
    assert db.call("job_reopen", me, job).job.status == "open"
    assert refusal(db.call, "job_reopen", me, job).status == 409
    assert apply(db, db.student(), job)


def test_a_passed_deadline_must_be_renewed_to_reopen(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me, deadline=days(0))
    db.rows("UPDATE job_postings SET deadline = UTC_DATE() - INTERVAL 1 DAY WHERE id = %s", job)
    student = db.student()
    assert refusal(apply, db, student, job).status == 409, "before the scheduler has closed it"
    assert not db.call("job_read", student, job).job.is_open
    db.rows("CALL _jobs_close_due()")
    assert posting(db, job).closed_reason == "deadline"
    refused = refusal(db.call, "job_reopen", me, job)
    assert (refused.status, refused.field) == (422, "deadline")
    db.call("job_reopen", me, job, days(3))
    assert apply(db, student, job)


def test_deleting_hides_and_restoring_brings_back(db: Database) -> None:
    me, student = db.alumnus(), db.student()
    job = post(db, me, title="Vanishing act")
    application = apply(db, student, job)
    db.call("job_delete", me, job)
    assert refusal(db.call, "job_read", student, job).status == 404
    assert refusal(db.call, "job_delete", me, job).status == 404
    assert db.call("job_search", me, search="vanishing").jobs == []
    assert db.call("job_application_read", student, application).application.is_job_deleted
    db.call("job_restore", me, job)
    assert refusal(db.call, "job_restore", me, job).status == 409
    assert [row.id for row in db.call("job_search", me, search="vanishing").jobs] == [job]
    db.call("job_delete", me, job)
    db.rows("UPDATE job_postings SET deleted_at = deleted_at - INTERVAL 31 DAY WHERE id = %s", job)
    assert refusal(db.call, "job_restore", me, job).status == 409


def test_what_the_office_deleted_only_the_office_restores(db: Database) -> None:
    me, admin = db.alumnus(), db.admin()
    job = post(db, me)
    db.call("job_delete", admin, job)
    assert refusal(db.call, "job_restore", me, job).status == 409
    assert db.call("job_restore", admin, job).job.status == "open"


def test_lowering_the_vacancies_to_the_hired_closes(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me, vacancies=2)
    move(db, me, apply(db, db.student(), job), "shortlisted", "offered", "hired")
    assert posting(db, job).status == "open"
    values = {"title": "A", "company_name": "B", "job_type": "contract", "description": "C"}
    db.call("job_edit", me, job, **values, vacancies=1)
    assert posting(db, job).closed_reason == "filled"


def test_vacancies_do_not_fall_below_the_hired(db: Database) -> None:
    me = db.alumnus()
    job = post(db, me, vacancies=2)
    for _ in range(2):
        move(db, me, apply(db, db.student(), job), "shortlisted", "offered", "hired")
    assert posting(db, job).closed_reason == "filled"
    values = {"title": "A", "company_name": "B", "job_type": "contract", "description": "C"}
    assert refusal(db.call, "job_edit", me, job, **values, vacancies=1).status == 409
    assert refusal(db.call, "job_reopen", me, job).status == 409
    db.call("job_edit", me, job, **values, vacancies=3)
    assert db.call("job_reopen", me, job).job.status == "open"


def test_views_count_once_a_person_and_day_and_never_the_posters(db: Database) -> None:
    me, student = db.alumnus(), db.student()
    job = post(db, me)
    edited = posting(db, job).updated_at
    for viewer in (student, student, me, db.admin()):
        db.call("job_open", viewer, job)
    assert posting(db, job).views_count == 2
    db.rows(
        "UPDATE job_views SET viewed_on = viewed_on - INTERVAL 1 DAY WHERE viewer_id = %s", student
    )
    db.call("job_open", student, job)
    assert posting(db, job).views_count == 3
    assert posting(db, job).updated_at == edited, "looking is no change"


AUDIENCES = ("all", "alumni_only", "students_only")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_audience_holds_on_every_path(db: Database, audience: str) -> None:
    owner = db.alumnus()
    word = f"quokka{audience.replace('_', '')}"
    job = post(db, owner, title=word, target_audience=audience)
    people = {"alumni": db.alumnus(), "student": db.student(), "admin": db.admin(), "owner": owner}
    fits = {"all": {"alumni", "student"}, "alumni_only": {"alumni"}, "students_only": {"student"}}
    for kind, person in people.items():
        sees = kind in fits[audience] or kind in ("admin", "owner")
        for sort in ("newest", "relevance"):
            page = db.call("job_search", person, search=word, sort=sort)
            assert bool(page.jobs) == sees, (kind, sort)
            assert page.page.matches_count == int(sees), "what one cannot see is not counted"
        assert (job in [row.id for row in db.call("home_read", person).jobs]) == sees
        if not sees:
            assert refusal(db.call, "job_read", person, job).status == 404
            assert refusal(db.call, "job_open", person, job).status == 404
            assert refusal(apply, db, person, job).status == 404
        else:
            found = db.call("job_read", person, job).job
            assert found.can_apply == (kind in fits[audience])
            if kind not in fits[audience]:
                assert refusal(apply, db, person, job).status == 409
    visitor = [row.id for row in db.call("home_read", None).jobs]
    assert (job in visitor) == (audience == "all")


def test_twenty_long_skills_are_all_there(db: Database) -> None:
    me = db.alumnus()
    names = [f"{'দক্ষতা' * 8} {number:02}" for number in range(20)]
    job = post(db, me, skills=", ".join(names))
    assert db.call("job_form_read", me, job).job.skills.split(", ") == names


def test_the_posters_profile_is_visible_to_whom_it_is(db: Database) -> None:
    poster, reader = db.alumnus("Xenia", "Xylo"), db.student()
    job = post(db, poster, title="Xylophonist")
    office = db.admin()

    def seen(viewer: int) -> tuple[int, int]:
        listed = db.call("job_search", viewer, search="xylophonist").jobs[0]
        return db.call("job_read", viewer, job).job.is_poster_visible, listed.is_poster_visible

    assert [seen(viewer) for viewer in (reader, poster, office)] == [(1, 1)] * 3
    db.call("privacy_save", poster, "profile", "people_i_follow")
    assert [seen(viewer) for viewer in (reader, poster, office)] == [(0, 0), (1, 1), (1, 1)]
    db.call("person_follow", poster, reader)
    assert seen(reader) == (1, 1)
