"""Students become alumni in the same account: requests, decisions, cohorts, races."""

from __future__ import annotations

import datetime as dt
import json
import threading
from functools import partial
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import email_of, mails_to, sign_in
from tests.support.database import Client, Database, Refused
from tests.support.office import refused
from tests.support.races import at_once
from tests.support.waiting import until

YEAR = dt.datetime.now(dt.UTC).year


@pytest.fixture(scope="module")
def degrees(db: Database) -> list[int]:
    """Return three degrees; none is anybody's yet."""
    found = []
    for name in ("Graduation A", "Graduation B", "Graduation C"):
        db.rows("INSERT INTO degrees (name, semesters_count) VALUES (%s, 6)", name)
        found.append(int(db.value("SELECT id FROM degrees WHERE name = %s", name)))
    return found


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


@pytest.fixture(scope="module")
def skill(db: Database) -> int:
    """Return a skill."""
    return int(db.value("SELECT MIN(id) FROM skills"))


def student(db: Client, degree: int | None = None, year: int | None = None, **more: Any) -> int:
    assert isinstance(db, Database)
    found = db.student("Nora", "Newgrad")
    values = {"degree_id": degree, "expected_graduation_year": year, **more}
    names = ", ".join(f"{name} = %s" for name in values)
    db.rows(f"UPDATE student_profiles SET {names} WHERE user_id = %s", *values.values(), found)
    db.rows("CALL _directory_write(%s)", found)
    return found


def ask(db: Client, person: int, degree: int, year: int = YEAR, note: str | None = None) -> int:
    return int(db.call("graduation_request", person, degree, year, note).request.id)


def role(db: Client, person: int) -> str:
    return str(db.value("SELECT role_of(%s)", person))


def statuses(db: Client, person: int) -> list[str]:
    rows = db.rows("SELECT status FROM graduation_requests WHERE user_id = %s ORDER BY id", person)
    return [str(row.status) for row in rows]


def listed_in(db: Client, person: int) -> list[str]:
    rows = db.rows("SELECT directory FROM directory_entries WHERE user_id = %s", person)
    return [str(row.directory) for row in rows]


def test_everything_comes_along(db: Database, admin: int, degrees: list[int], skill: int) -> None:
    person = student(
        db,
        degrees[0],
        YEAR + 1,
        phone="+41445550101",
        bio="I *build*",
        student_number="G-1",
        gender="female",
        linkedin_url="https://linkedin.com/in/nora",
    )
    profile = db.value("SELECT id FROM student_profiles WHERE user_id = %s", person)
    db.rows(
        "INSERT INTO student_skills (student_profile_id, skill_id, proficiency_level)"
        " VALUES (%s, %s, 'advanced')",
        profile,
        skill,
    )
    for title in ("Robot 🤖", "<b>Second</b>"):
        db.rows(
            "INSERT INTO student_projects (student_profile_id, title, url, description)"
            " VALUES (%s, %s, 'https://example.org/', 'Made **it**')",
            profile,
            title,
        )
    db.rows("INSERT INTO former_names (user_id, name) VALUES (%s, 'Oldname')", person)
    before = db.row("SELECT * FROM student_profiles WHERE user_id = %s", person)
    viewer = sign_in(db, email_of(db, person))
    assert viewer.role == "student"
    assert listed_in(db, person) == ["students"]

    request = ask(db, person, degrees[1], YEAR - 1, "My thesis is graded. 😀")
    done = db.call("graduation_decide", admin, request, "approve").request
    assert (done.user_id, done.name, done.status) == (person, "Nora Newgrad", "approved")

    alumnus = db.row("SELECT * FROM alumni_profiles WHERE user_id = %s", person)
    assert (alumnus.degree_id, alumnus.graduation_year) == (degrees[1], YEAR - 1)
    for name in (
        "first_name",
        "last_name",
        "phone",
        "bio",
        "student_number",
        "gender",
        "linkedin_url",
    ):
        assert alumnus[name] == before[name], name
    assert db.rows(
        "SELECT skill_id, proficiency_level AS level FROM alumni_skills"
        " WHERE alumni_profile_id = %s",
        alumnus.id,
    ) == [{"skill_id": skill, "level": "advanced"}]
    made = db.rows(
        "SELECT kind, title, url, description FROM alumni_achievements"
        " WHERE alumni_profile_id = %s ORDER BY id",
        alumnus.id,
    )
    assert [(row.kind, row.title, row.url, row.description) for row in made] == [
        ("project", title, "https://example.org/", "Made **it**")
        for title in ("Robot 🤖", "<b>Second</b>")
    ]
    # What was is kept as history.
    assert db.row("SELECT * FROM student_profiles WHERE user_id = %s", person) == before
    assert (
        db.value("SELECT COUNT(*) FROM student_projects WHERE student_profile_id = %s", profile)
        == 2
    )
    assert db.value("SELECT name FROM former_names WHERE user_id = %s", person) == "Oldname"

    assert role(db, person) == "alumni"
    assert listed_in(db, person) == ["alumni"]
    facets = db.rows(
        "SELECT facet, value_id, level, directory FROM directory_facets WHERE user_id = %s", person
    )
    assert {(f.facet, f.value_id, f.level) for f in facets} == {
        ("degree", degrees[1], 0),
        ("skill", skill, 3),
        ("domain", db.value("SELECT domain_id FROM skills WHERE id = %s", skill), 3),
    }
    assert {f.directory for f in facets} == {"alumni"}
    # Who was signed in still is.
    assert (
        db.value(
            "SELECT COUNT(*) FROM user_sessions WHERE user_id = %s AND revoked_at IS NULL", person
        )
        == 1
    )
    assert mails_to(db, person).count("graduated") == 1
    data = json.loads(
        db.value(
            "SELECT data FROM mail_outbox WHERE recipient_id = %s AND template = 'graduated'",
            person,
        )
    )
    assert (data["degree"], data["graduation_year"]) == ("Graduation B", YEAR - 1)
    log = db.rows(
        "SELECT actor_id, action, subject_table FROM admin_activity_log"
        " WHERE (subject_table = 'users' AND subject_id = %s)"
        " OR (subject_table = 'graduation_requests' AND subject_id = %s) ORDER BY id",
        person,
        request,
    )
    assert [(row.actor_id, row.action, row.subject_table) for row in log][-3:] == [
        (person, "graduation_request", "graduation_requests"),
        (admin, "graduation_decide", "graduation_requests"),
        (admin, "graduation_decide", "users"),
    ]
    page = db.call("graduation_read", person)
    assert (page.person.role, page.person.graduation_year) == ("alumni", YEAR - 1)
    assert [one.status for one in page.requests] == ["approved"]


def test_one_request_waits_at_a_time(db: Database, degrees: list[int]) -> None:
    person = student(db, degrees[0], YEAR)
    first = ask(db, person, degrees[0], note="a")
    assert ask(db, person, degrees[0], note="a") == first, "the same words again"
    assert refused(lambda: ask(db, person, degrees[1])).status == 409
    assert db.call("graduation_withdraw", person).request.status == "withdrawn"
    assert refused(lambda: db.call("graduation_withdraw", person)).status == 409
    assert ask(db, person, degrees[1]) != first
    assert statuses(db, person) == ["withdrawn", "pending"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"degree_id": None}, "degree_id"),
        ({"degree_id": 10**9}, "degree_id"),
        ({"graduation_year": None}, "graduation_year"),
        ({"graduation_year": 1929}, "graduation_year"),
        ({"graduation_year": 3000}, "graduation_year"),
        ({"note": "a\0b"}, "note"),
    ],
)
def test_a_request_that_makes_no_sense(
    db: Database, degrees: list[int], changes: dict[str, Any], field: str
) -> None:
    person = student(db)
    values = {"degree_id": degrees[0], "graduation_year": YEAR, **changes}
    refusal = refused(lambda: db.call("graduation_request", person, **values))
    assert (refusal.status, refusal.field) == (422, field)
    assert statuses(db, person) == []


def test_who_may_not(db: Database, admin: int, degrees: list[int]) -> None:
    person, alumnus = student(db, degrees[0], YEAR), db.alumnus()
    request = ask(db, person, degrees[0])
    assert refused(lambda: ask(db, alumnus, degrees[0])).status == 409
    assert refused(lambda: ask(db, admin, degrees[0])).status == 403
    assert refused(lambda: db.call("graduation_read", admin)).status == 403
    for name, arguments in (
        ("graduation_decide", [request, "approve"]),
        ("graduation_requests", []),
        ("graduation_cohort", [str(person)]),
        ("graduation_cohort_read", []),
    ):
        for actor, status in ((None, 401), (person, 403), (alumnus, 403)):
            assert refused(partial(db.call, name, actor, *arguments)).status == status, name
    for name in ("graduation_read", "graduation_request", "graduation_withdraw"):
        assert refused(partial(db.call, name, None)).status == 401
    assert role(db, person) == "student"
    assert statuses(db, person) == ["pending"]


def test_rejecting_needs_a_reason_and_tells_it(
    db: Database, admin: int, degrees: list[int]
) -> None:
    person = student(db, degrees[0], YEAR)
    request = ask(db, person, degrees[0])
    for decision, reason, field in (
        ("reject", None, "reason"),
        ("perhaps", None, "decision"),
        (None, None, "decision"),
    ):
        refusal = refused(partial(db.call, "graduation_decide", admin, request, decision, reason))
        assert (refusal.status, refusal.field) == (422, field)
    assert refused(lambda: db.call("graduation_decide", admin, 10**9, "approve")).status == 404
    db.call("graduation_decide", admin, request, "reject", "Two examinations are missing.")
    assert role(db, person) == "student"
    assert listed_in(db, person) == ["students"]
    assert mails_to(db, person).count("graduation_rejected") == 1
    (told,) = db.call("graduation_read", person).requests
    assert (told.status, told.decided_reason) == ("rejected", "Two examinations are missing.")
    assert refused(lambda: db.call("graduation_decide", admin, request, "approve")).status == 409
    assert ask(db, person, degrees[0]) != request, "and may ask again"


def test_requests_wait_in_order_and_pages(db: Database, admin: int, degrees: list[int]) -> None:
    asked = [ask(db, student(db, degrees[0], YEAR), degrees[0]) for _ in range(5)]
    found: list[int] = []
    after = None
    while True:
        page = db.call("graduation_requests", admin, after, 2)
        assert len(page.requests) <= 2
        found += [one.id for one in page.requests]
        after = page.page.next_after
        if after is None:
            break
    assert found == sorted(found)
    assert found[-5:] == asked
    assert len(set(found)) == len(found)
    assert refused(lambda: db.call("graduation_requests", admin, "x")).status == 400


def test_an_account_that_may_not_act(db: Database, admin: int, degrees: list[int]) -> None:
    person = student(db, degrees[0], YEAR)
    request = ask(db, person, degrees[0])
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", person)
    assert refused(lambda: db.call("graduation_decide", admin, request, "approve")).status == 409
    assert statuses(db, person) == ["pending"]
    (told,) = db.call("graduation_cohort", admin, str(person)).people
    assert told.result == "inactive"
    assert db.rows("SELECT id FROM alumni_profiles WHERE user_id = %s", person) == []


def test_a_cohort(db: Database, admin: int, degrees: list[int]) -> None:
    now, later, without = (
        student(db, degrees[1], YEAR - 1),
        student(db, degrees[2], YEAR + 3),
        student(db),
    )
    ask(db, later, degrees[0], note="I asked as well")
    alumnus, unknown = db.alumnus(), 10**9
    people = [without, unknown, now, alumnus, admin, later, now]
    told = db.call("graduation_cohort", admin, ", ".join(map(str, people))).people
    assert {row.id: row.result for row in told} == {
        now: "graduated",
        later: "graduated",
        without: "graduated",
        alumnus: "alumni",
        admin: "admin",
        unknown: "unknown",
    }
    for person, degree, year in (
        (now, degrees[1], YEAR - 1),
        (later, degrees[2], YEAR),
        (without, None, YEAR),
    ):
        got = db.row(
            "SELECT degree_id, graduation_year AS year FROM alumni_profiles WHERE user_id = %s",
            person,
        )
        assert (got.degree_id, got.year) == (degree, year)
        assert listed_in(db, person) == ["alumni"]
        assert mails_to(db, person).count("graduated") == 1
    assert statuses(db, later) == ["approved"], "the request is answered by that"
    again = db.call("graduation_cohort", admin, f"[{now}, {later}]").people
    assert [row.result for row in again] == ["alumni", "alumni"]
    assert mails_to(db, now).count("graduated") == 1


@pytest.mark.parametrize(
    "people",
    [
        None,
        "",
        "  ",
        "1,,2",
        "x",
        "1;2",
        "-1",
        "1.5",
        '["1"]',
        "[null]",
        "[[1]]",
        ",".join(map(str, range(1, 502))),
        "1e3",
        "true",
        "99999999999999999999999",
    ],
)
def test_a_cohort_that_is_none(db: Database, admin: int, people: str | None) -> None:
    refusal = refused(lambda: db.call("graduation_cohort", admin, people))
    assert (refusal.status, refusal.field) == (422, "user_ids")


def test_a_cohort_is_all_or_nothing(db: Database, admin: int, degrees: list[int]) -> None:
    whole, broken = student(db, degrees[0], YEAR), student(db, degrees[0], YEAR)
    db.rows("DELETE FROM student_profiles WHERE user_id = %s", broken)
    db.rows("CALL _directory_write(%s)", broken)  # tests beside this one compare the directory
    refusal = refused(lambda: db.call("graduation_cohort", admin, f"{whole},{broken}"))
    assert refusal.status == 409
    assert role(db, whole) == "student"
    assert db.rows("SELECT id FROM alumni_profiles WHERE user_id = %s", whole) == []
    assert listed_in(db, whole) == ["students"]
    assert mails_to(db, whole).count("graduated") == 0


def test_a_cohort_is_found(db: Database, admin: int, degrees: list[int]) -> None:
    degree = degrees[2]
    db.rows("INSERT INTO campuses (name) VALUES ('Graduation campus')")
    campus = db.value("SELECT id FROM campuses WHERE name = 'Graduation campus'")
    here = [student(db, degree, 2031, campus_id=campus) for _ in range(5)]
    student(db, degree, 2032, campus_id=campus)
    student(db, degree, 2031)
    filters = {"degree": degree, "campus": campus, "year": 2031}
    found: list[int] = []
    after = None
    while True:
        page = db.call("graduation_cohort_read", admin, **filters, after=after, limit=2)
        found += [one.id for one in page.people]
        after = page.page.next_after
        if after is None:
            break
    assert found == here
    only_year = db.call("graduation_cohort_read", admin, year=2031, limit=100).people
    assert set(here) < {one.id for one in only_year}
    assert {one.year for one in only_year} == {2031}
    db.call("graduation_cohort", admin, str(here[0]), graduation_year=YEAR)
    left = db.call("graduation_cohort_read", admin, **filters).people
    assert [one.id for one in left] == here[1:]
    assert refused(lambda: db.call("graduation_cohort_read", admin, after="x")).status == 400


def test_who_studies_again_graduates_again(
    db: Database, admin: int, degrees: list[int], skill: int
) -> None:
    person = student(db, degrees[0], YEAR)
    db.call("graduation_decide", admin, ask(db, person, degrees[0], YEAR - 4), "approve")
    db.call("user_role_set", None, email_of(db, person), "student")
    assert listed_in(db, person) == ["students"]
    profile = db.row("SELECT id, degree_id FROM alumni_profiles WHERE user_id = %s", person)
    db.rows(
        "INSERT INTO alumni_skills (alumni_profile_id, skill_id, proficiency_level)"
        " VALUES (%s, %s, 'expert')",
        profile.id,
        skill,
    )
    db.rows(
        "INSERT INTO student_skills (student_profile_id, skill_id, proficiency_level)"
        " SELECT id, %s, 'beginner' FROM student_profiles WHERE user_id = %s",
        skill,
        person,
    )
    db.call("graduation_decide", admin, ask(db, person, degrees[1]), "approve")
    got = db.row(
        "SELECT id, degree_id, graduation_year AS year FROM alumni_profiles WHERE user_id = %s",
        person,
    )
    assert (got.id, got.degree_id, got.year) == (profile.id, degrees[0], YEAR - 4)
    further = db.row(
        "SELECT degree_id, graduation_year AS year FROM alumni_degrees"
        " WHERE alumni_profile_id = %s",
        profile.id,
    )
    assert (further.degree_id, further.year) == (degrees[1], YEAR)
    assert (
        db.value(
            "SELECT proficiency_level FROM alumni_skills WHERE alumni_profile_id = %s", profile.id
        )
        == "expert"
    ), "what they said later stays"
    assert mails_to(db, person).count("graduated") == 2


def test_another_way_answers_the_request(db: Database, degrees: list[int]) -> None:
    for to, status in (("alumni", "approved"), ("admin", "withdrawn")):
        person = student(db, degrees[0], YEAR)
        ask(db, person, degrees[0])
        db.call("user_role_set", None, email_of(db, person), to)
        assert statuses(db, person) == [status]
        assert role(db, person) == to


def test_race_of_two_admins(db: Database, degrees: list[int]) -> None:
    for _ in range(5):
        person = student(db, degrees[0], YEAR)
        request = ask(db, person, degrees[0])
        one, other = db.admin(), db.admin()
        results = at_once(
            db,
            lambda c: c.call("graduation_decide", one, request, "approve"),  # noqa: B023
            lambda c: c.call("graduation_decide", other, request, "reject", "No"),  # noqa: B023
        )
        errors = [found for found in results if isinstance(found, Exception)]
        assert [getattr(one, "status", one) for one in errors] == [409]
        won = statuses(db, person)[0]
        assert role(db, person) == ("alumni" if won == "approved" else "student")
        assert listed_in(db, person) == ["alumni" if won == "approved" else "students"]
        told = [one for one in mails_to(db, person) if one.startswith("gradua")]
        assert told == ["graduated" if won == "approved" else "graduation_rejected"]


def test_race_of_withdrawing_and_approving(db: Database, admin: int, degrees: list[int]) -> None:
    for _ in range(5):
        person = student(db, degrees[0], YEAR)
        request = ask(db, person, degrees[0])
        results = at_once(
            db,
            lambda c: c.call("graduation_withdraw", person),  # noqa: B023
            lambda c: c.call("graduation_decide", admin, request, "approve"),  # noqa: B023
        )
        errors = [found for found in results if isinstance(found, Exception)]
        assert [getattr(one, "status", one) for one in errors] == [409]
        assert (statuses(db, person), role(db, person)) in (
            (["withdrawn"], "student"),
            (["approved"], "alumni"),
        )


def test_race_of_a_cohort_and_a_request(db: Database, admin: int, degrees: list[int]) -> None:
    for _ in range(5):
        person = student(db, degrees[0], YEAR)
        asked, cohort, other = at_once(
            db,
            lambda c: ask(c, person, degrees[0]),  # noqa: B023
            lambda c: c.call("graduation_cohort", admin, str(person)),  # noqa: B023
            lambda c: c.call("graduation_cohort", admin, f"[{person}]"),  # noqa: B023
        )
        results = {page.people[0].result for page in (cohort, other)}
        assert results == {"graduated", "alumni"}
        assert role(db, person) == "alumni"
        assert statuses(db, person) == ([] if isinstance(asked, Refused) else ["approved"])
        assert not isinstance(asked, Refused) or asked.status == 409
        assert mails_to(db, person).count("graduated") == 1


def test_race_of_cohorts_that_overlap(db: Database, admin: int, degrees: list[int]) -> None:
    people = [student(db, degrees[0], YEAR) for _ in range(12)]
    lists = [people, people[::-1], people[::2], people[6:]]
    acts = [
        partial(lambda c, ids: c.call("graduation_cohort", admin, json.dumps(ids)), ids=ids)
        for ids in lists
    ]
    results = at_once(db, *acts)
    assert [one for one in results if isinstance(one, Exception)] == []
    done = [row.id for page in results for row in page.people if row.result == "graduated"]
    assert sorted(done) == people


def test_a_cohort_sees_what_was_saved_while_it_waited(
    db: Database, admin: int, degrees: list[int], skill: int
) -> None:
    """What the second of a cohort saves, while it is not held yet, comes along."""
    first, second = student(db, degrees[0], YEAR), student(db, degrees[0], YEAR)
    results: list[object] = []

    def run() -> None:
        with db.connect() as client:
            try:
                results.append(client.call("graduation_cohort", admin, f"{first},{second}"))
            except (Refused, mysql.connector.Error) as error:
                results.append(error)

    waiting = (
        "SELECT COUNT(*) FROM performance_schema.data_lock_waits AS w"
        " JOIN performance_schema.data_locks AS l"
        " ON l.engine_lock_id = w.requesting_engine_lock_id"
        " WHERE l.object_schema = DATABASE() AND l.object_name = 'users'"
    )
    with db.connect() as owner:
        owner.rows("START TRANSACTION")
        owner.rows("SELECT id FROM users WHERE id = %s FOR UPDATE", second)
        thread = threading.Thread(target=run)
        thread.start()
        until(lambda: db.value(waiting), "a call that waits for the lock")
        owner.rows(
            "INSERT INTO student_skills (student_profile_id, skill_id, proficiency_level)"
            " SELECT id, %s, 'expert' FROM student_profiles WHERE user_id = %s",
            skill,
            second,
        )
        owner.rows("COMMIT")
        thread.join()
    assert not isinstance(results[0], Exception), results[0]
    assert (
        db.value(
            "SELECT COUNT(*) FROM alumni_skills AS k JOIN alumni_profiles AS a"
            " ON a.id = k.alumni_profile_id WHERE a.user_id = %s",
            second,
        )
        == 1
    )
