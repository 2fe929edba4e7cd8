"""Lists that the office keeps: add, rename, retire, merge with all references; settings."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any

import mysql.connector
import pytest

from tests.support.database import Client, Database, Refused
from tests.support.people import Maker, campus, degree, lookup, skill

# What _lookup_person_move, _lookup_job_move and lookup_merge move. A table that is missing here is
# missing there: a merge would never end.
MOVED = {
    ("campuses", "alumni_profiles", "campus_id"),
    ("campuses", "student_profiles", "campus_id"),
    ("degrees", "alumni_profiles", "degree_id"),
    ("degrees", "student_profiles", "degree_id"),
    ("degrees", "alumni_degrees", "degree_id"),
    ("degrees", "graduation_requests", "degree_id"),
    ("skill_domains", "skills", "domain_id"),
    ("skills", "alumni_skills", "skill_id"),
    ("skills", "student_skills", "skill_id"),
    ("skills", "job_posting_skills", "skill_id"),
}


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


@pytest.fixture(scope="module")
def make(db: Database) -> Maker:
    """Return a maker of people."""
    return Maker(db)


def refused(call: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


def test_every_reference_to_a_lookup_is_moved_by_a_merge(db: Database) -> None:
    refer = {
        (row.lookup, row.t, row.c)
        for row in db.rows(
            "SELECT referenced_table_name AS lookup, table_name AS t, column_name AS c"
            " FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
            " AND referenced_table_name IN ('campuses', 'degrees', 'skill_domains', 'skills')"
            # Figures go with their lookup and are counted anew by the next refresh.
            " AND table_name NOT LIKE 'statistics%%'"
        )
    }
    assert refer == MOVED, "teach _lookup_person_of and _lookup_person_move"


def search_is_right(db: Client) -> None:
    db.call("search_rewrite", None, None)
    assert db.call("directory_verify", None, None).differences == []


def terms(db: Client, person: int, field: str) -> set[str]:
    rows = db.rows(
        "SELECT term FROM directory_terms WHERE user_id = %s AND field = %s", person, field
    )
    return {str(row.term) for row in rows}


def job_of(db: Database, poster: int, skills: str) -> int:
    return int(
        db.call(
            "job_post",
            poster,
            title="Baker",
            company_name="Acme",
            job_type="full_time",
            description="Bake bread that people like.",
            location="Here",
            skills=skills,
        ).job.id
    )


def test_skills_are_merged_with_all_that_refers_to_them(
    db: Database, admin: int, make: Maker
) -> None:
    old, new = skill(db, "Sourdoughh", "Pastry"), skill(db, "Sourdough", "Bread")
    both = make.alumnus("A", "Both", skills={"Sourdoughh": "expert", "Sourdough": "beginner"})
    better = make.alumnus("A", "Better", skills={"Sourdoughh": "beginner", "Sourdough": "expert"})
    single = make.alumnus("A", "Single", skills={"Sourdoughh": "advanced"})
    student = make.student("S", "Single", skills={"Sourdoughh": "expert", "Sourdough": "advanced"})
    hidden = make.alumnus(
        "H", "Hidden", skills={"Sourdoughh": "advanced"}, privacy={"profile": "only_me"}
    )
    job, job_with_both = job_of(db, both, "Sourdoughh"), job_of(db, both, "Sourdoughh, Sourdough")
    done = db.call("lookup_merge", admin, "skills", old, new).merge
    assert (done.is_finished, done.moved_count) == (1, 7)
    assert (done.from_name, done.into_name) == ("Sourdoughh", "Sourdough")
    levels = {
        row.user_id: row.level
        for row in db.rows("SELECT user_id, level FROM vw_person_skills WHERE skill_id = %s", new)
    }
    assert levels == {both: 4, better: 4, single: 3, student: 4, hidden: 3}
    assert db.rows("SELECT 1 FROM skills WHERE id = %s", old) == []
    for posting in (job, job_with_both):
        rows = db.rows("SELECT skill_id FROM job_posting_skills WHERE job_posting_id = %s", posting)
        assert [row.skill_id for row in rows] == [new]
        words = db.rows(
            "SELECT term FROM job_terms WHERE job_posting_id = %s AND field = 'skill'", posting
        )
        assert {row.term for row in words} == {"sourdough"}
    assert terms(db, single, "skill") == {"sourdough"}
    facets = db.rows(
        "SELECT facet, value_id, level FROM directory_facets WHERE user_id = %s ORDER BY facet",
        single,
    )
    bread = db.value("SELECT domain_id FROM skills WHERE id = %s", new)
    assert {(row.facet, row.value_id, row.level) for row in facets} == {
        ("domain", bread, 3),
        ("skill", new, 3),
    }
    search_is_right(db)
    log = db.rows(
        "SELECT before_state, after_state FROM admin_activity_log"
        " WHERE action = 'lookup_merge' AND subject_id = %s ORDER BY id",
        old,
    )
    assert len(log) == 2
    assert '"merged_into": ' + str(new) in log[1].after_state


def test_a_merge_goes_on_where_it_stopped(db: Database, admin: int, make: Maker) -> None:
    old, new = skill(db, "Whittlingg"), skill(db, "Whittling")
    people = [make.alumnus("W", "Many", skills={"Whittlingg": "expert"}) for _ in range(5)]
    first = db.call("lookup_merge", admin, "skills", old, new, 2).merge
    assert (first.is_finished, first.moved_count, first.left_count) == (0, 2, 3)
    assert db.value("SELECT is_retired FROM skills WHERE id = %s", old) == 1
    search_is_right(db)
    second = db.call("lookup_merge", admin, "skills", old, "WHITTLING").merge
    assert (second.is_finished, second.moved_count, second.left_count) == (1, 3, 0)
    assert db.value("SELECT COUNT(*) FROM alumni_skills WHERE skill_id = %s", new) == len(people)
    search_is_right(db)


def test_degrees_and_campuses_are_merged(db: Database, admin: int, make: Maker) -> None:
    old, new = degree(db, "Bachelor of Artz"), degree(db, "Bachelor of Arts")
    alumnus = make.alumnus("D", "Alumna", degree_id=old)
    student = make.student("D", "Student", degree_id=old)
    profile = db.value("SELECT id FROM alumni_profiles WHERE user_id = %s", alumnus)
    for one, year in ((old, 2001), (new, 2001), (old, 2005)):
        db.rows(
            "INSERT INTO alumni_degrees (alumni_profile_id, degree_id, graduation_year)"
            " VALUES (%s, %s, %s)",
            profile,
            one,
            year,
        )
    db.call("graduation_request", student, old, 2020)
    done = db.call("lookup_merge", admin, "degrees", old, new).merge
    assert (done.is_finished, done.moved_count) == (1, 2)
    for table in ("alumni_profiles", "student_profiles", "graduation_requests"):
        assert db.value(f"SELECT COUNT(*) FROM {table} WHERE degree_id = %s", new) == 1, table
    years = db.rows(
        "SELECT graduation_year AS y FROM alumni_degrees WHERE alumni_profile_id = %s ORDER BY y",
        profile,
    )
    assert [row.y for row in years] == [2001, 2005]
    assert terms(db, alumnus, "study") == {"bachelor", "of", "arts"}

    old, new = campus(db, "Hillside East"), campus(db, "Hillside")
    alumnus = make.alumnus("C", "Alumna", campus_id=old)
    student = make.student("C", "Student", campus_id=old)
    assert db.call("lookup_merge", admin, "campuses", old, new).merge.is_finished
    assert db.value("SELECT campus_id FROM student_profiles WHERE user_id = %s", student) == new
    assert terms(db, alumnus, "study") == {"hillside"}
    search_is_right(db)


def test_domains_are_merged(db: Database, admin: int, make: Maker) -> None:
    old, new = lookup(db, "skill_domains", "Gardenning"), lookup(db, "skill_domains", "Gardening")
    rose = skill(db, "Roses", "Gardenning")
    person = make.alumnus("G", "Gardener", skills={"Roses": "expert"})
    done = db.call("lookup_merge", admin, "skill_domains", old, new).merge
    assert (done.is_finished, done.moved_count) == (1, 1)
    assert db.value("SELECT domain_id FROM skills WHERE id = %s", rose) == new
    search_is_right(db)
    facets = db.rows(
        "SELECT value_id FROM directory_facets WHERE user_id = %s AND facet = 'domain'", person
    )
    assert [row.value_id for row in facets] == [new]


def test_merges_that_make_no_sense(db: Database, admin: int) -> None:
    one = skill(db, "Juggling")
    other = lookup(db, "skill_domains", "Other")
    assert refused(lambda: db.call("lookup_merge", admin, "skills", one, one)).field == "into"
    for into in (10**9, "no such skill", None, "", "juggling"):
        refusal = refused(partial(db.call, "lookup_merge", admin, "skills", one, into))
        assert (refusal.status, refusal.field) == (422, "into")
    assert refused(lambda: db.call("lookup_merge", admin, "skills", 10**9, one)).status == 404
    assert refused(lambda: db.call("lookup_merge", admin, "users", 1, 2)).status == 404
    domain = lookup(db, "skill_domains", "Circus")
    refusal = refused(lambda: db.call("lookup_merge", admin, "skill_domains", other, domain))
    assert refusal.status == 409
    assert db.value("SELECT is_retired FROM skills WHERE id = %s", one) == 0


def tried(act: Any) -> bool:
    """Act; returns whether it was neither refused nor the victim of a deadlock."""
    try:
        act()
    except Refused as refusal:
        assert refusal.status in {404, 409, 422}
    except mysql.connector.Error as error:
        # The shell calls again after a deadlock.
        assert error.errno == 1213
    else:
        return True
    return False


def test_people_edit_while_their_skills_are_merged(db: Database, admin: int, make: Maker) -> None:
    old, new = skill(db, "Racingg"), skill(db, "Racing")
    people = [make.alumnus("R", "Racer", skills={"Racingg": "beginner"}) for _ in range(12)]
    failures: list[BaseException] = []
    stop = threading.Event()

    def edit(person: int) -> None:
        try:
            with db.connect() as client:
                while not stop.is_set():
                    for name, level in (("Racing", "expert"), ("Racingg", "advanced")):
                        tried(partial(client.call, "profile_skill_save", person, name, level))
        except BaseException as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=edit, args=(person,)) for person in people[:4]]
    for thread in threads:
        thread.start()
    for _ in range(3):
        tried(partial(db.call, "lookup_merge", admin, "skills", old, new, 40))
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert tried(partial(db.call, "lookup_merge", admin, "skills", skill(db, "Racingg"), new))
    counts = db.rows(
        "SELECT user_id, COUNT(*) AS n FROM vw_person_skills WHERE skill_id = %s GROUP BY user_id",
        new,
    )
    assert {row.user_id: row.n for row in counts} == dict.fromkeys(people, 1)
    search_is_right(db)


def test_renaming_is_found_in_a_moment(db: Database, admin: int, make: Maker) -> None:
    person = make.alumnus(
        "N",
        "Namer",
        skills={"Calligraphie": "expert"},
        degree_id=degree(db, "Diploma in Writting"),
        campus_id=campus(db, "Scriptoriumm"),
    )
    job = job_of(db, person, "Calligraphie")
    domain = db.value("SELECT domain_id FROM skills WHERE name = 'Calligraphie'")
    db.call("skill_save", admin, skill(db, "Calligraphie"), "Calligraphy", domain)
    db.call(
        "degree_save",
        admin,
        degree(db, "Diploma in Writting"),
        "Diploma in Writing",
        "DipW",
        "certificate",
        2,
    )
    db.call("campus_save", admin, campus(db, "Scriptoriumm"), "Scriptorium", "Monkton")
    search_is_right(db)
    assert terms(db, person, "skill") == {"calligraphy"}
    assert terms(db, person, "study") == {"diploma", "in", "writing", "dipw", "scriptorium"}
    words = db.rows("SELECT term FROM job_terms WHERE job_posting_id = %s AND field = 'skill'", job)
    assert [row.term for row in words] == ["calligraphy"]
    # Another domain is another facet.
    letters = lookup(db, "skill_domains", "Letters")
    db.call("skill_save", admin, skill(db, "Calligraphy"), "Calligraphy", letters)
    search_is_right(db)
    facets = db.rows(
        "SELECT value_id FROM directory_facets WHERE user_id = %s AND facet = 'domain'", person
    )
    assert [row.value_id for row in facets] == [letters]
    assert db.rows("SELECT 1 FROM search_rewrites") == []


def test_adding_is_done_once(db: Database, admin: int) -> None:
    first = db.call("campus_save", admin, None, "Lakeside", "Town", "key").lookup
    again = db.call("campus_save", admin, None, "Lakeside", "Town", "key").lookup
    assert first == again
    refusal = refused(lambda: db.call("campus_save", admin, None, "LAKESIDE", None, "other"))
    assert (refusal.status, refusal.field) == (409, "name")
    domain = db.call("skill_domain_save", admin, None, "Seafaring").lookup.id
    made = db.call("skill_save", admin, None, "Knots", domain).lookup
    assert db.value("SELECT created_by FROM skills WHERE id = %s", made.id) == admin
    log = db.row(
        "SELECT * FROM admin_activity_log WHERE action = 'campus_save' AND subject_id = %s",
        first.id,
    )
    assert (log.before_state, log.actor_id) == (None, admin)


@pytest.mark.parametrize(
    ("name", "values", "field"),
    [
        ("campus_save", [None, None, None], "name"),
        ("campus_save", [None, " ", None], "name"),
        ("campus_save", [None, "x" * 121, None], "name"),
        ("campus_save", [None, "x", "y" * 121], "city"),
        ("degree_save", [None, "x", None, "king", 6], "level"),
        ("degree_save", [None, "x", None, "master", 0], "semesters_count"),
        ("degree_save", [None, "x", None, "master", None], "semesters_count"),
        ("degree_save", [None, "x", "y" * 41, "master", 4], "abbreviation"),
        ("skill_domain_save", [None, "x" * 81], "name"),
        ("skill_save", [None, "a, b", 1], "name"),
        ("skill_save", [None, "x", None], "domain_id"),
        ("skill_save", [None, "x" * 61, 1], "name"),
        ("skill_save", [None, "a\0b", 1], "name"),
    ],
)
def test_values_that_cannot_be(
    db: Database, admin: int, name: str, values: list[Any], field: str
) -> None:
    refusal = refused(lambda: db.call(name, admin, *values))
    assert (refusal.status, refusal.field) == (422, field)


def test_what_is_not_there(db: Database, admin: int) -> None:
    for name, values in (
        ("campus_save", ["x", None]),
        ("degree_save", ["x", None, "master", 4]),
        ("skill_domain_save", ["x"]),
        ("skill_save", ["x", lookup(db, "skill_domains", "Other")]),
    ):
        assert refused(partial(db.call, name, admin, 10**9, *values)).status == 404
    assert refused(lambda: db.call("lookup_search", admin, "users")).status == 404
    assert refused(lambda: db.call("lookup_retire", admin, "skills", 10**9, 1)).status == 404


def test_the_domain_of_new_skills_stays(db: Database, admin: int) -> None:
    other = lookup(db, "skill_domains", "Other")
    assert refused(lambda: db.call("skill_domain_save", admin, other, "Misc")).status == 409
    assert refused(lambda: db.call("lookup_retire", admin, "skill_domains", other, 1)).status == 409


@pytest.mark.parametrize("kind", ["campuses", "degrees", "skill_domains", "skills"])
def test_lists_are_walked(db: Database, admin: int, kind: str) -> None:
    for number in range(7):
        name = f"Walk_%{number}"
        if kind == "degrees":
            degree(db, name)
        elif kind == "skills":
            skill(db, name)
        else:
            lookup(db, kind, name)
    names: list[str] = []
    after = None
    while True:
        page = db.call("lookup_search", admin, kind, "walk_%", None, after, 3)
        names += [row.name for row in page.lookups]
        after = page.page.next_after
        if after is None:
            break
    assert names == [f"Walk_%{number}" for number in range(7)]
    one = page.lookups[0].id
    assert db.call("lookup_retire", admin, kind, one, 1).lookup.is_retired == 1
    retired = db.call("lookup_search", admin, kind, "walk", 1).lookups
    assert [row.id for row in retired] == [one]
    assert one not in {row.id for row in db.call("lookup_search", admin, kind, "walk", 0).lookups}
    assert db.call("lookup_retire", admin, kind, one, 0).lookup.is_retired == 0


def test_uses_are_counted(db: Database, admin: int, make: Maker) -> None:
    skill(db, "Usefulness")
    for _ in range(3):
        make.alumnus("U", "User", skills={"Usefulness": "expert"})
    (row,) = db.call("lookup_search", admin, "skills", "usefuln").lookups
    assert (row.uses_count, row.domain) == (3, "Other")


def test_every_setting_says_what_it_takes(db: Database, admin: int) -> None:
    page = db.call("settings_read", admin)
    assert len(page.settings) >= 16
    for setting in page.settings:
        assert setting.kind in {"boolean", "integer", "text"}, setting.name
        assert setting.default_value is not None, setting.name
        if setting.kind == "integer":
            assert setting.least <= int(setting.default_value) <= setting.most, setting.name
    assert db.value("SELECT COUNT(*) FROM settings WHERE kind IS NULL") == 0


def test_settings_are_changed_within_their_bounds(db: Database, admin: int) -> None:
    for value in ("0", "-1", "1.5", "x", "", "400", "99999999999", "7 "):
        refusal = refused(partial(db.call, "setting_save", admin, "session_days", value))
        assert (refusal.status, refusal.field) == (422, "value"), value
    assert db.call("setting_save", admin, "session_days", "014").setting.value == "14"
    assert db.value("SELECT setting_of('session_days')") == "14"
    back = db.call("setting_save", admin, "session_days", None).setting
    assert (back.value, back.is_default) == ("7", 1)
    log = db.rows(
        "SELECT before_state, after_state FROM admin_activity_log"
        " WHERE action = 'setting_save' ORDER BY id DESC LIMIT 2"
    )
    assert (log[1].before_state, log[1].after_state) == (
        '{"session_days": "7"}',
        '{"session_days": "14"}',
    )
    refusal = refused(lambda: db.call("setting_save", admin, "registration_requires_approval", "2"))
    assert refusal.field == "value"
    assert refused(lambda: db.call("setting_save", admin, "nothing", "1")).status == 404
    db.rows(
        "INSERT IGNORE INTO settings (name, value, description, kind)"
        " VALUES ('demo_data', 'x', 'y', 'internal')"
    )
    assert refused(lambda: db.call("setting_save", admin, "demo_data", "1")).status == 404
    db.rows("DELETE FROM settings WHERE name = 'demo_data'")


INSTITUTION = {
    "name": "A University",
    "short_name": "AU",
    "website_url": "https://a.example",
    "contact_email": "office@a.example",
    "contact_phone": "+1 234 5678",
    "address": "1 Street",
    "founded_year": 1900,
    "currency": "EUR",
    "time_zone": "Europe/Lisbon",
}


def test_the_institution(db: Database, admin: int) -> None:
    before = db.call("settings_read", admin).institution
    db.call("institution_save", admin, **INSTITUTION)
    assert db.call("settings_read", admin).institution == INSTITUTION
    for field, value in (
        ("name", None),
        ("short_name", "x" * 41),
        ("website_url", "javascript:alert(1)"),
        ("contact_email", "x"),
        ("contact_phone", "call me"),
        ("founded_year", 3000),
        ("currency", "eur"),
        ("currency", None),
        ("time_zone", "x; y"),
        ("time_zone", None),
    ):
        changed = {**INSTITUTION, field: value}
        refusal = refused(partial(db.call, "institution_save", admin, **changed))
        assert (refusal.status, refusal.field) == (422, field)
    assert db.value("SELECT COUNT(*) FROM admin_activity_log WHERE action = 'institution_save'")
    # Other tests know the one that is there from the start.
    db.call("institution_save", admin, **before)
