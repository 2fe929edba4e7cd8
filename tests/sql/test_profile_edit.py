"""What a person changes of their own profile: values, lists, privacy, how complete it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import mysql.connector
import pytest

from tests.support.database import Database, Refused, Row
from tests.support.jobs import PDF
from tests.support.pictures import reduced
from tests.support.profiles import form, refusal
from tests.support.races import at_once, calling, statuses


def terms(db: Database, person: int) -> set[str]:
    rows = db.rows("SELECT term FROM directory_terms WHERE user_id = %s", person)
    return {row.term for row in rows}


FULL: dict[str, Any] = {
    "first_name": "Zoë",
    "last_name": "O’Neill",
    "phone": "+351 912 345",
    "gender": "female",
    "date_of_birth": dt.date(1990, 2, 3),
    "bio": "I **build** 😀",
    "website_url": "https://zoe.org",
    "linkedin_url": "https://www.linkedin.com/in/zoe",
}
ALUMNI = {
    **FULL,
    "current_job_title": "CTO",
    "current_company": "AT&T",
    "industry": "Telecom",
    "location": "Lisbon",
    "is_mentor": 1,
    "graduation_year": 2012,
}
STUDENT = {
    **FULL,
    "nationality": "Irish",
    "current_semester": 4,
    "cgpa": 3.5,
    "expected_graduation_year": dt.datetime.now(dt.UTC).year + 1,
}


@pytest.mark.parametrize(("role", "values"), [("alumni", ALUMNI), ("student", STUDENT)])
def test_what_is_not_given_stays_and_what_is_named_is_emptied(
    db: Database, role: str, values: dict[str, Any]
) -> None:
    me = db.person(role, "A", "B")
    db.call("profile_edit", me, **values)
    before = form(db, me).profile
    assert {name: before[name] for name in values if name != "cgpa"} == {
        name: value for name, value in values.items() if name != "cgpa"
    }
    db.call("profile_edit", me)
    assert form(db, me).profile == before, "nothing given, nothing changed"
    optional = [name for name in values if name not in ("first_name", "last_name", "is_mentor")]
    db.call("profile_edit", me, clear=",".join(optional))
    emptied = form(db, me).profile
    assert {emptied[name] for name in optional} == {None, "undisclosed"}
    assert emptied.first_name == "Zoë"


def test_the_office_has_a_small_profile(db: Database) -> None:
    admin = db.admin()
    db.call(
        "profile_edit",
        admin,
        first_name="Ann",
        current_job_title="Head",
        phone="12 34",
        bio="passed over",
        skills="passed over",
        show_phone=1,
    )
    page = form(db, admin)
    assert (page.profile.name, page.profile.current_job_title) == ("Ann Office", "Head")
    assert page.privacy == page.skills == []
    assert page.profile.completeness == 60
    for procedure in (
        "profile_skill_save",
        "profile_work_save",
        "profile_link_save",
        "profile_cv_remove",
        "privacy_save",
        "privacy_edit",
    ):
        assert refusal(db.call, procedure, admin).status == 403, procedure


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"clear": "last_name"}, "last_name"),
        ({"first_name": " "}, "first_name"),
        ({"first_name": "a\x00b"}, "first_name"),
        ({"phone": "call me"}, "phone"),
        ({"gender": "robot"}, "gender"),
        ({"date_of_birth": "2024-01-01"}, "date_of_birth"),
        ({"date_of_birth": "1801-01-01"}, "date_of_birth"),
        ({"bio": "x" * 10_001}, "bio"),
        ({"linkedin_url": "javascript:alert(1)"}, "linkedin_url"),
        ({"website_url": "https://<b>"}, "website_url"),
        ({"degree_id": 999_999}, "degree_id"),
        ({"campus_id": 999_999}, "campus_id"),
        ({"graduation_year": 1066}, "graduation_year"),
        ({"graduation_year": 2150}, "graduation_year"),
        ({"current_semester": 21}, "current_semester"),
        ({"cgpa": 4.01}, "cgpa"),
        ({"expected_graduation_year": 1999}, "expected_graduation_year"),
        ({"current_company": "a\nb"}, "current_company"),
        ({"skills": "x" * 61}, "skills"),
        ({"skills": ",".join(f"s{n}" for n in range(51))}, "skills"),
    ],
)
def test_an_unacceptable_value_is_named_and_nothing_changes(
    db: Database, changes: dict[str, Any], field: str
) -> None:
    me = db.alumnus()
    before = form(db, me).profile
    refused = refusal(db.call, "profile_edit", me, **{"industry": "Steel", **changes})
    assert (refused.status, refused.field) == (422, field)
    assert form(db, me).profile == before


def test_visitors_and_blocked_people_change_nothing(db: Database) -> None:
    blocked = db.alumnus()
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", blocked)
    for actor in (None, blocked):
        for procedure in (
            "profile_form_read",
            "profile_edit",
            "profile_skill_save",
            "profile_skill_remove",
            "profile_work_save",
            "profile_work_remove",
            "profile_achievement_save",
            "profile_achievement_remove",
            "profile_degree_save",
            "profile_degree_remove",
            "profile_project_save",
            "profile_project_remove",
            "profile_link_save",
            "profile_link_remove",
            "profile_former_name_add",
            "profile_former_name_remove",
            "profile_picture_save",
            "profile_picture_remove",
            "profile_cv_save",
            "profile_cv_remove",
            "privacy_save",
            "privacy_edit",
            "achievement_verify",
        ):
            assert refusal(db.call, procedure, actor).status == 401, procedure


def test_the_phone_is_shown_or_hidden(db: Database) -> None:
    me = db.alumnus()
    db.call("profile_edit", me, phone="+1 555 0199 33")
    assert db.value("SELECT audience_of(%s, 'phone')", me) == "only_me"
    for shown, audience in ((1, "members"), (0, "only_me")):
        db.call("profile_edit", me, show_phone=shown)
        assert db.value("SELECT audience_of(%s, 'phone')", me) == audience
        words = db.rows(
            "SELECT DISTINCT audience FROM directory_terms WHERE user_id = %s AND field = 'phone'",
            me,
        )
        assert [row.audience for row in words] == [audience], "the directory knows at once"


def test_skills_replaced_as_a_list_keep_their_levels(db: Database) -> None:
    for me in (db.alumnus(), db.student()):
        db.call("profile_skill_save", me, "SQL", "expert")
        db.call("profile_skill_save", me, "Python", "beginner")
        db.call("profile_edit", me, skills=" sql, Underwater Chess ,, UNDERWATER chess")
        assert [(row.skill, row.proficiency) for row in form(db, me).skills] == [
            ("SQL", "expert"),
            ("Underwater Chess", "intermediate"),
        ]
        assert "chess" in terms(db, me)
        assert "python" not in terms(db, me)
        db.call("profile_edit", me, first_name="New")
        assert len(form(db, me).skills) == 2, "not given"
        db.call("profile_edit", me, clear="skills")
        assert form(db, me).skills == []


def test_one_skill_at_a_time(db: Database) -> None:
    me = db.student()
    skill = db.call("profile_skill_save", me, " Glass Blowing ", None).skill
    db.call("profile_skill_save", me, "glass blowing", "advanced")
    (row,) = form(db, me).skills
    assert (row.id, row.skill, row.proficiency) == (skill.id, "Glass Blowing", "advanced")
    db.call("profile_skill_save", me, "glass blowing", None)
    assert form(db, me).skills == [row], "a level that is not given stays"
    for bad in (None, "  ", "a,b", "x" * 10 + "\x00", "\u202e"):
        assert refusal(db.call, "profile_skill_save", me, bad, None).field == "skill"
    assert refusal(db.call, "profile_skill_save", me, "SQL", "wizard").field == "proficiency"
    assert refusal(db.call, "profile_skill_remove", me, 0).status == 404
    db.call("profile_skill_remove", me, skill.id)
    assert form(db, me).skills == []
    db.call("profile_edit", me, skills=",".join(f"s{n}" for n in range(50)))
    assert refusal(db.call, "profile_skill_save", me, "one more", None).status == 409
    db.call("profile_skill_save", me, "s7", "expert")


LISTS: list[tuple[str, str, str, dict[str, Any], dict[str, Any]]] = [
    (
        "alumni",
        "work",
        "work",
        {"job_title": "Xylographer", "company": "Northwind", "start_date": "2020-01-01"},
        {"company": "Southwind", "end_date": "2021-01-01", "description": "**much**"},
    ),
    (
        "alumni",
        "achievement",
        "achievements",
        {"kind": "award", "title": "Xylography prize"},
        {"issuer": "ACM", "achieved_on": "2020-05-01", "url": "https://acm.org/x"},
    ),
    (
        "alumni",
        "degree",
        "degrees",
        {"title": "MSc Xylography", "institution": "ETH"},
        {"graduation_year": 2001},
    ),
    ("student", "project", "projects", {"title": "Xylo"}, {"url": "https://x.org/y"}),
]


@pytest.mark.parametrize(
    ("role", "noun", "shown", "first", "more"), LISTS, ids=[case[1] for case in LISTS]
)
def test_a_list(
    db: Database, role: str, noun: str, shown: str, first: dict[str, Any], more: dict[str, Any]
) -> None:
    me, other = db.person(role, "A", "B"), db.person(role, "C", "D")
    save, remove = f"profile_{noun}_save", f"profile_{noun}_remove"
    identity = "alumni_degree_id" if noun == "degree" else f"{noun}_id"

    def entries(person: int) -> list[Row]:
        found: list[Row] = getattr(form(db, person), shown)
        return found

    made = getattr(db.call(save, me, **first, idempotency_key="k"), noun).id
    assert getattr(db.call(save, me, **first, idempotency_key="k"), noun).id == made
    assert getattr(db.call(save, other, **first, idempotency_key="k"), noun).id != made
    (row,) = entries(me)
    assert row.id == made
    if noun == "work":
        assert any(word.startswith("xylo") for word in terms(db, me)), "found by it"
    db.call(save, me, **{**first, **more, identity: made})
    (row,) = entries(me)
    assert {str(row[name]) for name in more} == {str(value) for value in more.values()}
    # Somebody else's entry is not there, and the other kind of profile has no such list.
    assert refusal(db.call, save, other, **{**first, identity: made}).status == 404
    assert refusal(db.call, remove, other, made).status == 404
    stranger = db.student() if role == "alumni" else db.alumnus()
    assert refusal(db.call, save, stranger, **first).status == 403
    assert refusal(db.call, remove, stranger, made).status == 403
    assert entries(me) == [row]
    db.call(remove, me, made)
    assert refusal(db.call, remove, me, made).status == 404
    assert entries(me) == []
    assert not any(word.startswith("xylo") for word in terms(db, me))
    required = next(name for name in ("job_title", "title") if name in first)
    for bad in (None, " ", "\x07", "x" * 130 if noun == "work" else "a\nb"):
        with pytest.raises((Refused, mysql.connector.Error)) as caught:
            db.call(save, me, **{**first, required: bad})
        assert required in str(caught.value)
    assert entries(me) == []


@pytest.mark.parametrize(
    ("noun", "changes", "field"),
    [
        ("work", {"start_date": None}, "start_date"),
        ("work", {"start_date": "2150-01-01"}, "start_date"),
        ("work", {"end_date": "2019-12-31"}, "end_date"),
        ("work", {"end_date": "2150-01-01"}, "end_date"),
        ("work", {"description": "x" * 5001}, "description"),
        ("achievement", {"kind": "fame"}, "kind"),
        ("achievement", {"kind": None}, "kind"),
        ("achievement", {"achieved_on": "2150-01-01"}, "achieved_on"),
        ("achievement", {"url": "ftp://x.org"}, "url"),
        ("degree", {"degree_id": 999_999, "title": None}, "degree_id"),
        ("degree", {"degree_id": 1}, "title"),
        ("degree", {"graduation_year": 12}, "graduation_year"),
    ],
)
def test_an_unacceptable_entry(
    db: Database, noun: str, changes: dict[str, Any], field: str
) -> None:
    values = next(case[3] for case in LISTS if case[1] == noun)
    db.rows(
        "INSERT IGNORE INTO degrees (id, name, level, semesters_count)"
        " VALUES (1, 'One', 'bachelor', 6)"
    )
    refused = refusal(db.call, f"profile_{noun}_save", db.alumnus(), **{**values, **changes})
    assert (refused.status, refused.field) == (422, field)


def test_the_current_place_comes_first(db: Database) -> None:
    me = db.alumnus()
    for company, start, end in (
        ("Old", "2010-01-01", "2012-01-01"),
        ("Now", "2015-01-01", None),
        ("Mid", "2012-01-01", "2014-01-01"),
    ):
        db.call("profile_work_save", me, None, "Clerk", company, None, start, end)
    assert [row.company for row in form(db, me).work] == ["Now", "Mid", "Old"]


def test_links_and_former_names(db: Database) -> None:
    me, other = db.alumnus(), db.student()
    link = db.call("profile_link_save", me, "Code", "https://example.org/me").link.id
    assert db.call("profile_link_save", me, "My code", "https://example.org/me").link.id == link
    assert [row.label for row in form(db, me).links] == ["My code"]
    assert refusal(db.call, "profile_link_save", me, "x", "mailto:a@b.c").field == "url"
    assert refusal(db.call, "profile_link_save", me, None, "https://a.org").field == "label"
    assert refusal(db.call, "profile_link_remove", other, link).status == 404
    db.call("profile_link_remove", me, link)
    name = db.call("profile_former_name_add", me, "Augusta Byron").former_name.id
    assert "byron" in terms(db, me)
    assert refusal(db.call, "profile_former_name_add", me, "").field == "name"
    assert refusal(db.call, "profile_former_name_remove", other, name).status == 404
    db.call("profile_former_name_remove", me, name)
    assert "byron" not in terms(db, me)
    for number in range(5):
        db.call("profile_former_name_add", me, f"Name {number}")
    assert refusal(db.call, "profile_former_name_add", me, "Name 5").status == 409
    db.call("profile_former_name_add", me, "NAME 3")


def test_privacy(db: Database) -> None:
    me = db.student()
    db.call("privacy_save", me, "profile", "people_i_follow")
    assert db.value("SELECT audience FROM directory_entries WHERE user_id = %s", me) == (
        "people_i_follow"
    )
    shown = {row.field: row.audience for row in form(db, me).privacy}
    assert shown["profile"] == "people_i_follow"
    assert shown["email"] == "only_me"
    assert len(shown) == 9
    assert refusal(db.call, "privacy_save", me, "soul", "members").field == "field"
    assert refusal(db.call, "privacy_save", me, "email", "my_cat").field == "audience"
    assert refusal(db.call, "privacy_save", me, "email", None).field == "audience"


def test_several_choices_are_one(db: Database) -> None:
    me = db.alumnus()

    def chosen() -> dict[str, str]:
        rows = db.rows("SELECT field, audience FROM privacy_settings WHERE user_id = %s", me)
        return {row.field: row.audience for row in rows}

    # That a visit shows is the default: no choice, so that it follows the default.
    choices = '[["phone", "alumni"], ["visits", "members"], ["profile", "alumni"]]'
    db.call("privacy_edit", me, choices)
    assert chosen() == {"phone": "alumni", "profile": "alumni"}
    assert db.value("SELECT audience FROM directory_entries WHERE user_id = %s", me) == "alumni"
    db.call("privacy_edit", me, '[["phone", "only_me"]]')
    assert chosen() == {"phone": "only_me", "profile": "alumni"}, "the default, chosen, is a choice"
    for wrong, status in (
        ('[["email", "members"], ["soul", "members"]]', 422),
        ('[["email", "members"], ["phone", "my_cat"]]', 422),
        ('[["email", "members"], ["phone"]]', 422),
        ('[["email", "members"], ["phone", null]]', 422),
        ('{"email": "members"}', 400),
        ("no json", 400),
        (None, 400),
    ):
        assert refusal(db.call, "privacy_edit", me, wrong).status == status, wrong
    assert chosen() == {"phone": "only_me", "profile": "alumni"}, "all or none"


def test_an_edit_takes_the_verification_back(db: Database) -> None:
    me, admin = db.alumnus(), db.admin()
    made = db.call("profile_achievement_save", me, None, "award", "Prize").achievement.id
    assert refusal(db.call, "achievement_verify", me, made, 1).status == 403
    assert refusal(db.call, "achievement_verify", admin, 0, 1).status == 404
    assert refusal(db.call, "achievement_verify", admin, made, None).status == 422
    assert db.call("achievement_verify", admin, made, 1).achievement.verified_at
    assert form(db, me).achievements[0].verified_at
    audit = db.row(
        "SELECT * FROM admin_activity_log WHERE action = 'achievement_verify' AND subject_id = %s",
        made,
    )
    assert audit.actor_id == admin
    db.call("profile_achievement_save", me, made, "award", "Greater prize")
    assert form(db, me).achievements[0].verified_at is None
    db.call("achievement_verify", admin, made, 1)
    db.call("achievement_verify", admin, made, 0)
    assert form(db, me).achievements[0].verified_at is None


def test_completeness_counts_what_is_there(db: Database) -> None:
    db.rows(
        "INSERT IGNORE INTO degrees (id, name, level, semesters_count)"
        " VALUES (1, 'One', 'bachelor', 6)"
    )
    me = db.alumnus()
    changes: list[Callable[[], object]] = [
        lambda: db.call("profile_picture_save", me, "photo", **reduced("photo")),
        lambda: db.call("profile_edit", me, current_job_title="A", current_company="B"),
        lambda: db.call("profile_edit", me, bio="Hello"),
        lambda: db.call("profile_edit", me, skills="a, b, c"),
        lambda: db.call("profile_work_save", me, None, "A", "B", None, "2020-01-01"),
        lambda: db.call("profile_edit", me, degree_id=1, graduation_year=2010),
        lambda: db.call("profile_edit", me, location="Lisbon"),
        lambda: db.call("profile_achievement_save", me, None, "honor", "A"),
        lambda: db.call("profile_link_save", me, "A", "https://a.org"),
    ]
    seen = [form(db, me).profile.completeness]
    for number, change in enumerate(changes):
        assert not form(db, me).steps[number].is_done
        change()
        page = form(db, me)
        assert page.steps[number].is_done, page.steps[number].label
        seen.append(page.profile.completeness)
    assert (seen[0], seen[-1]) == (0, 100)
    assert seen == sorted(set(seen)), "every step counts"
    for person in (db.student(), db.admin()):
        assert sum(row.points for row in form(db, person).steps) == 100
    assert db.value("SELECT profile_completeness_of(0)") is None


def test_the_cv(db: Database) -> None:
    me = db.student()
    db.call("profile_cv_save", me, PDF + b"1", "cv.pdf")
    db.call("profile_cv_save", me, PDF + b"2", "Lebenslauf Ü.pdf")
    (file,) = form(db, me).files
    assert (file.kind, file.file_name) == ("cv", "Lebenslauf Ü.pdf")
    assert refusal(db.call, "profile_cv_save", me, b"GIF89a", "cv.pdf").field == "cv_file"
    assert refusal(db.call, "profile_cv_save", me, None, None).field == "cv_file"
    db.call("profile_cv_remove", me)
    assert refusal(db.call, "profile_cv_remove", me).status == 404


Call = tuple[str, int, dict[str, Any]]


def outcomes_of(db: Database, calls: list[Call]) -> list[int]:
    """Make calls at the same time, each on a connection of its own; return their statuses."""
    return statuses(at_once(db, *[calling(name, actor, **named) for name, actor, named in calls]))


def test_saves_at_once_all_succeed_and_the_limit_holds(db: Database) -> None:
    me = db.alumnus()
    job = {"job_title": "Clerk", "company": "A", "start_date": "2020-01-01"}
    for _ in range(46):
        db.call("profile_work_save", me, **job)
    outcomes = outcomes_of(db, [("profile_work_save", me, job)] * 8)
    assert outcomes == [0] * 4 + [409] * 4
    assert len(form(db, me).work) == 50


def test_two_tabs_lose_nothing_of_each_other(db: Database) -> None:
    me = db.alumnus()
    for number in range(5):
        outcomes = outcomes_of(
            db,
            [
                ("profile_edit", me, {"industry": f"Steel {number}"}),
                ("profile_edit", me, {"location": f"Porto {number}", "show_phone": number % 2}),
                ("profile_edit", me, {"skills": f"Alpha {number}, Beta {number}"}),
                (
                    "profile_link_save",
                    me,
                    {"label": f"L{number}", "url": f"https://a.org/{number}"},
                ),
                ("profile_former_name_add", me, {"name": f"Former{number}"}),
                ("privacy_edit", me, {"choices": '[["email", "members"], ["phone", "alumni"]]'}),
            ],
        )
        assert outcomes == [0] * 6
        page = form(db, me)
        assert (page.profile.industry, page.profile.location) == (
            f"Steel {number}",
            f"Porto {number}",
        )
        assert [row.skill for row in page.skills] == [f"Alpha {number}", f"Beta {number}"]
        known = {"steel", "alpha", "beta", f"former{number}"}
        assert known <= terms(db, me), "the directory has seen them all"
    assert len(form(db, me).links) == 5


def test_the_same_entry_saved_twice_at_once_is_one(db: Database) -> None:
    me = db.student()
    sent = {"title": "Loom", "idempotency_key": "twice"}
    assert outcomes_of(db, [("profile_project_save", me, sent)] * 6) == [0] * 6
    assert len(form(db, me).projects) == 1
    link = {"label": "Code", "url": "https://code.org/x"}
    assert outcomes_of(db, [("profile_link_save", me, link)] * 6) == [0] * 6
    (row,) = form(db, me).links
    outcomes = outcomes_of(db, [("profile_link_remove", me, {"link_id": row.id})] * 4)
    assert outcomes == [0, 404, 404, 404]


def test_many_bring_the_same_new_skill_at_once(db: Database) -> None:
    people = [db.alumnus() for _ in range(4)] + [db.student() for _ in range(4)]
    outcomes = outcomes_of(
        db, [("profile_edit", me, {"skills": "Zymurgy, Falconry"}) for me in people]
    )
    assert outcomes == [0] * 8
    assert db.value("SELECT COUNT(*) FROM skills WHERE name = 'Zymurgy'") == 1
    for me in people:
        assert [row.skill for row in form(db, me).skills] == ["Falconry", "Zymurgy"]


def test_a_failure_at_the_very_end_undoes_everything(db: Database) -> None:
    me = db.alumnus()
    db.call("profile_edit", me, industry="Steel", skills="SQL", first_name="Before")
    before, words = vars(form(db, me)), terms(db, me)
    # Nothing but the last step fails: the directory cannot take the entry.
    db.rows("ALTER TABLE directory_entries ADD CONSTRAINT ck_test CHECK (name_key <> 'B, After')")
    try:
        with pytest.raises(mysql.connector.Error, match="ck_test"):
            db.call(
                "profile_edit",
                me,
                first_name="After",
                last_name="B",
                industry="Wood",
                skills="Poetry",
                show_phone=1,
            )
    finally:
        db.rows("ALTER TABLE directory_entries DROP CONSTRAINT ck_test")
    assert vars(form(db, me)) == before
    assert terms(db, me) == words
