"""The directories: every name is found, filters are true, pages are whole."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.database import Client, Database, Refused
from tests.support.people import Maker, campus, degree, skill

HARD = [
    ("Will", "Smithers", ["will", "Wil", "smithers will", "will smithers", "willsmithers"]),
    ("Beatriz", "de Souza", ["de Souza", "souza", "desouza", "beatriz de souza", "souza beatriz"]),
    ("Na", "Li", ["Li", "na li", "li na", "lina"]),
    ("Wei", "Wu", ["Wu", "wei wu", "WU WEI"]),
    (
        "Siobhán",
        "O'Brien",
        ["O'Brien", "O\N{RIGHT SINGLE QUOTATION MARK}Brien", "obrien", "brien", "siobhan o'b"],
    ),
    ("Anne-Marie", "Dubois", ["Anne-Marie", "annemarie", "anne", "marie", "anne marie dubois"]),
    ("José", "García", ["jose", "José", "garcia", "jose gar"]),
    ("Lukas", "Müller", ["müller", "muller", "mueller", "lukas muel"]),
    ("Minh", "Đặng", ["dang", "Đặng", "minh dang"]),
    ("আব্দুল", "রহমান", ["আব্দুল", "রহমান", "আব্দুল রহমান", "আব্"]),
    ("太郎", "田中", ["田中", "太郎", "田中太郎", "田中 太郎", "中太"]),
    ("Zoë", "Işık", ["isik", "ışık", "zoe"]),
]
COLUMNS = (
    "search",
    "skill",
    "domain",
    "proficiency",
    "company",
    "industry",
    "degree",
    "campus",
    "year_from",
    "year_to",
    "is_mentor",
    "sort",
    "after",
    "limit",
)


def found(db: Client, actor: int | None, **filters: Any) -> list[int]:
    """Return the ids of all pages of alumni_search."""
    ids: list[int] = []
    while True:
        page = db.call("alumni_search", actor, **filters)
        ids += [person.id for person in page.people]
        filters["after"] = page.page.next_after
        if filters["after"] is None:
            return ids


@pytest.fixture(scope="module")
def town(
    lend: Callable[[str], Database], template: str
) -> tuple[Database, int, dict[tuple[str, str], int]]:
    """Return a database of its own with the hard names, a student who searches, and the ids."""
    db = lend(template)
    make = Maker(db)
    people = {(first, last): make.alumnus(first, last) for first, last, _ in HARD}
    return db, make.student("Sam", "Seeker"), people


@pytest.mark.parametrize(
    ("first", "last", "query"),
    [(first, last, query) for first, last, queries in HARD for query in queries],
)
def test_every_name_is_found(
    town: tuple[Database, int, dict[tuple[str, str], int]], first: str, last: str, query: str
) -> None:
    db, seeker, people = town
    page = db.call("alumni_search", seeker, search=query)
    assert people[first, last] in [person.id for person in page.people]
    # A name that is meant stands first, whoever else begins so.
    assert page.page.matches_count == len(page.people)


def test_every_name_is_found_while_one_types(
    town: tuple[Database, int, dict[tuple[str, str], int]],
) -> None:
    db, seeker, people = town
    for (first, last), user in people.items():
        for name in (first, last):
            for end in range(1, len(name) + 1):
                ids = found(db, seeker, search=name[:end])
                # What is typed so far may be half a letter, but never hides the person.
                assert user in ids, f"{name[:end]} of {name}"


@pytest.mark.parametrize(
    ("query", "person"),
    [
        ("AT&T", "company"),
        ("at&t", "company"),
        ("ATT", "company"),
        ("C++", "skill"),
        ("C#", "csharp"),
        ("Curie", "former"),
        ("marie curie", "former"),
        ("+351 912 345 678", "phone"),
        ("912345678", "phone"),
        ("00351912345678", "phone"),
        ("engineer at&t", "company"),
        ("nobody at all", None),
    ],
)
def test_what_else_people_are_found_by(
    people: dict[str, int], db: Database, query: str, person: str | None
) -> None:
    ids = set(found(db, people["seeker"], search=query)) & set(people.values())
    assert ids == ({people[person]} if person else set())


@pytest.fixture(scope="module")
def people(db: Database) -> dict[str, int]:
    """Return people with unusual companies, skills, former names, telephone numbers."""
    make = Maker(db)
    return {
        "company": make.alumnus(
            "Otto", "Adler", current_company="AT&T", current_job_title="Engineer"
        ),
        "skill": make.alumnus("Ines", "Berg", skills={"C++": "expert"}),
        "csharp": make.alumnus("Ida", "Clark", skills={"C#": "beginner"}),
        "former": make.alumnus("Maria", "Dorn", former_names=["Marie Curie"]),
        "phone": make.alumnus(
            "Paul", "Ernst", phone="+351 912 345 678", privacy={"phone": "members"}
        ),
        "seeker": make.student("Sam", "Seeker"),
    }


def test_a_word_of_a_bio_finds_those_whose_profile_one_may_see(db: Database) -> None:
    make = Maker(db)
    bio = "I left teaching for plumbing, and **glassblowing** on Sundays."
    shown = make.alumnus("Petra", "Pipes", bio=bio, campus_id=campus(db, "Riverside"))
    make.alumnus("Hugo", "Hidden", bio=bio, privacy={"profile": "only_me"})
    among_us = make.alumnus("Albert", "Alumni", bio=bio, privacy={"profile": "alumni"})
    student, alumna = make.student("Sam", "Seeker"), make.alumnus("Ada", "Asker")
    assert found(db, student, search="plumbing") == [shown]
    assert found(db, alumna, search="plumbing", sort="newest") == [among_us, shown]
    # The beginning of a word, beside words from elsewhere, and with filters.
    assert found(db, student, search="glassb riverside plumb") == [shown]
    assert found(db, student, search="pipes plumbing", campus="Riverside") == [shown]
    assert found(db, student, search="plumbing quarantine") == []
    page = db.call("alumni_search", student, search="plumbing").page
    assert (page.matches_count, page.is_capped) == (1, 0)
    db.call("person_block", student, shown)
    assert found(db, student, search="plumbing") == []


@pytest.mark.parametrize("query", ["+", "@", "(", "%", "_", "\\", "' OR 1=1 --", "*", "...", "%%"])
def test_punctuation_finds_nobody_and_breaks_nothing(
    people: dict[str, int], db: Database, query: str
) -> None:
    page = db.call("alumni_search", people["seeker"], search=query)
    assert {person.id for person in page.people} <= set(people.values())
    if not any(letter.isalnum() for letter in query):
        assert page.people == []
        assert page.page.matches_count == 0


def test_a_visitor_is_asked_to_sign_in(db: Database) -> None:
    for procedure in ("alumni_search", "student_search"):
        with pytest.raises(Refused) as refusal:
            db.call(procedure, None)
        assert refusal.value.status == 401


@pytest.mark.parametrize(
    ("filters", "status", "field"),
    [
        ({"sort": "random"}, 422, "sort"),
        ({"proficiency": "godlike"}, 422, "proficiency"),
        ({"after": "nonsense"}, 400, None),
        ({"after": "1999-3", "sort": "newest"}, 400, None),
    ],
)
def test_what_does_not_exist_is_refused(
    people: dict[str, int], db: Database, filters: dict[str, Any], status: int, field: str | None
) -> None:
    with pytest.raises(Refused) as refusal:
        db.call("alumni_search", people["seeker"], **filters)
    assert (refusal.value.status, refusal.value.field) == (status, field)


# A crowd, and a filter in Python that says who of it must be found.

FIRST = ["Ana", "Bruno", "Chen", "Dmitri", "Emma", "Farid"]
LAST = ["Silva", "Weber", "Zhang", "Silveira", "Webb", "Okafor", "Rossi"]
COMPANIES = [None, "Northwind", "North Sea Shipping", "AT&T", "Contoso"]
INDUSTRIES = [None, "Energy", "Finance"]
DEGREES = [None, "Marine Biology", "Law"]
CAMPUSES = [None, "Harbour", "North"]
SKILLS = ["Pottery", "Sailing", "Welding"]
LEVELS = ["beginner", "intermediate", "advanced", "expert"]


@pytest.fixture(scope="module")
def crowd(
    lend: Callable[[str], Database], template: str
) -> tuple[Database, int, list[dict[str, Any]]]:
    """Return a database with 120 alumni, a student who searches, and what is known of them."""
    db = lend(template)
    make, dice = Maker(db), random.Random(7)
    domains = {"Pottery": "Arts", "Sailing": "Sports", "Welding": "Crafts"}
    for name, domain in domains.items():
        skill(db, name, domain)
    rows = []
    for _ in range(120):
        row: dict[str, Any] = {
            "first": dice.choice(FIRST),
            "last": dice.choice(LAST),
            "company": dice.choice(COMPANIES),
            "industry": dice.choice(INDUSTRIES),
            "degree": dice.choice(DEGREES),
            "campus": dice.choice(CAMPUSES),
            "year": dice.choice([None, 1999, 2005, 2012, 2020]),
            "is_mentor": dice.choice([0, 0, 1]),
            "skills": {
                name: dice.choice(LEVELS) for name in dice.sample(SKILLS, dice.randint(0, 3))
            },
            "past": dice.choice([None, None, "Northwind", "Fabrikam"]),
        }
        row["id"] = make.alumnus(
            row["first"],
            row["last"],
            current_company=row["company"],
            industry=row["industry"],
            degree_id=row["degree"] and degree(db, row["degree"]),
            campus_id=row["campus"] and campus(db, row["campus"]),
            graduation_year=row["year"],
            is_mentor=row["is_mentor"],
            skills=row["skills"],
            work=[("Clerk", row["past"])] if row["past"] else None,
        )
        row["domains"] = {domains[name] for name in row["skills"]}
        rows.append(row)
    return db, make.student("Sam", "Seeker"), rows


def words_of(row: dict[str, Any]) -> list[str]:
    texts = [
        row["first"],
        row["last"],
        row["first"] + row["last"],
        row["last"] + row["first"],
        row["company"],
        row["industry"],
        row["degree"],
        row["campus"],
        row["past"],
        "Clerk" if row["past"] else None,
        *row["skills"],
    ]
    return [word for text in texts if text for word in text.lower().replace("&", "").split()]


def has_words(words: list[str], wanted: str) -> bool:
    return all(
        any(word.startswith(prefix) for word in words)
        for prefix in wanted.lower().replace("&", "").split()
    )


def fits(row: dict[str, Any], filters: dict[str, Any]) -> bool:
    """Say whether a person must be found."""
    companies = [text for text in (row["company"], row["past"]) if text]
    company_words = [w for text in companies for w in text.lower().replace("&", "").split()]
    level = LEVELS.index(filters["proficiency"]) if filters.get("proficiency") else 0
    wanted = filters.get("skill")
    best = [
        LEVELS.index(known)
        for name, known in row["skills"].items()
        if filters.get("domain") is None
        or {"Pottery": "Arts", "Sailing": "Sports", "Welding": "Crafts"}[name] == filters["domain"]
    ]
    return (
        has_words(words_of(row), filters.get("search") or "")
        and (wanted is None or LEVELS.index(row["skills"].get(wanted, "beginner")) >= level)
        and (wanted is None or wanted in row["skills"])
        and (filters.get("domain") is None or filters["domain"] in row["domains"])
        and (filters.get("domain") is None or wanted or max(best) >= level)
        and has_words(company_words, filters.get("company") or "")
        and (not filters.get("industry") or row["industry"] == filters["industry"])
        and filters.get("degree") in (None, row["degree"])
        and filters.get("campus") in (None, row["campus"])
        and (not filters.get("year_from") or (row["year"] or 0) >= filters["year_from"])
        and (not filters.get("year_to") or 0 < (row["year"] or 0) <= filters["year_to"])
        and (not filters.get("is_mentor") or row["is_mentor"])
    )


FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "search": st.sampled_from(
            [
                "sil",
                "web",
                "chen zh",
                "northwind",
                "ana silva",
                "pott",
                "silva ana emma",
                "at&t",
                "clerk fab",
            ]
        ),
        "skill": st.sampled_from(SKILLS),
        "domain": st.sampled_from(["Arts", "Sports", "Crafts"]),
        "proficiency": st.sampled_from(LEVELS),
        "company": st.sampled_from(["north", "northwind", "north sea", "AT&T", "fabr"]),
        "industry": st.sampled_from(["Energy", "Finance"]),
        "degree": st.sampled_from(["Marine Biology", "Law"]),
        "campus": st.sampled_from(["Harbour", "North"]),
        "year_from": st.sampled_from([1999, 2005, 2013]),
        "year_to": st.sampled_from([1999, 2012, 2030]),
        "is_mentor": st.sampled_from([0, 1]),
        "sort": st.sampled_from(["match", "name", "newest", "year"]),
        "limit": st.sampled_from([1, 7, 50]),
    },
)


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(FILTERS)
def test_filters_find_exactly_who_fits(
    crowd: tuple[Database, int, list[dict[str, Any]]], filters: dict[str, Any]
) -> None:
    db, seeker, rows = crowd
    ids = found(db, seeker, **filters)
    expected = {row["id"] for row in rows if fits(row, filters)}
    assert len(ids) == len(set(ids)), "nobody is on two pages"
    assert set(ids) == expected
    count = db.call("alumni_search", seeker, **filters).page
    assert count.matches_count == len(expected)
    known = {row["id"]: row for row in rows}
    if filters.get("sort") == "newest":
        assert ids == sorted(ids, reverse=True)
    elif filters.get("sort") == "year":
        assert ids == sorted(ids, key=lambda i: (known[i]["year"] or 0, i), reverse=True)
    elif filters.get("sort") == "name":
        keys = [(f"{known[i]['last']}, {known[i]['first']}".lower(), i) for i in ids]
        assert keys == sorted(keys)


@pytest.mark.parametrize("search", [None, "si"], ids=["walk", "rarest"])
@pytest.mark.parametrize("first", ["name", "newest", "year", "match"])
def test_an_order_does_not_depend_on_the_first_search_of_a_connection(
    crowd: tuple[Database, int, list[dict[str, Any]]], first: str, search: str | None
) -> None:
    """A routine keeps the type that a user variable had when the connection first called it."""
    db, seeker, _ = crowd
    for sort in ("name", "newest", "year", "match"):
        with db.connect() as fresh:
            expected = found(fresh, seeker, search=search, sort=sort, limit=7)
        with db.connect() as used:
            found(used, seeker, search=search, sort=first, limit=50)
            assert found(used, seeker, search=search, sort=sort, limit=7) == expected, sort
            # Fifty of a hundred and twenty: the walk goes on to a second window.
            assert found(used, seeker, search=search, sort=sort, limit=50) == expected, sort


@pytest.mark.parametrize("sort", ["name", "newest", "year"])
def test_a_walk_that_is_repeated_begins_anew(
    crowd: tuple[Database, int, list[dict[str, Any]]], sort: str
) -> None:
    """The server repeats a CALL in a routine when it reads a table's definition anew (1615)."""
    db, seeker, _ = crowd
    with db.connect() as client:
        expected = found(client, seeker, sort=sort, limit=50)
        client.rows("CALL _directory_sort(%s, NULL)", sort)
        # As far as a walk may have come before.
        client.rows(
            "SET @dir_is_first = 0, @dir_from_key = '2', @dir_from_id = 9,"
            " @dir_to_key = '2', @dir_to_id = NULL"
        )
        client.rows("CALL _directory_walk(50, @ids, @next, @is_continued, @count, @is_capped)")
        (page,) = client.rows("SELECT @ids AS ids, @count AS matches")
        assert page.ids == ",".join(map(str, expected[:50]))
        assert page.matches == len(expected)


def test_a_common_word_that_nobody_of_the_first_fifty_has(
    lend: Callable[[str], Database], template: str
) -> None:
    """The walk's first window is empty then (an empty list once began with a comma)."""
    db = lend(template)
    seeker = Maker(db).student("Sam", "Seeker")
    numbers = "SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers WHERE n < 3100"
    db.rows("SET SESSION cte_max_recursion_depth = 4000")
    db.rows(
        "INSERT INTO users (email, password_hash, role_id, status, email_verified_at, approved_at)"
        f" WITH RECURSIVE numbers AS ({numbers})"
        " SELECT CONCAT('walk', n, '@example.org'), '$argon2id$', 2, 'active', UTC_TIMESTAMP(),"
        " UTC_TIMESTAMP() FROM numbers ORDER BY n"
    )
    db.rows(
        "INSERT INTO alumni_profiles (user_id, first_name, last_name)"
        " SELECT id, 'Ann', CONCAT('Walker', LPAD(id, 8, '0')) FROM users"
        " WHERE email LIKE 'walk%@example.org'"
    )
    db.rows(
        "INSERT INTO directory_entries (user_id, directory, name_key, year, audience)"
        " SELECT user_id, 'alumni', CONCAT(last_name, ', Ann'), 2000, 'members'"
        " FROM alumni_profiles"
    )
    # Everybody is found by it except the first sixty.
    db.rows(
        "INSERT INTO directory_terms (user_id, directory, term, field, audience)"
        " SELECT k.user_id, 'alumni', 'zebra', 'name', 'members'"
        " FROM (SELECT user_id, ROW_NUMBER() OVER (ORDER BY name_key) AS position"
        " FROM directory_entries) AS k WHERE k.position > 60"
    )
    page = db.call("alumni_search", seeker, search="zebra", limit=20)
    assert len(page.people) == 20
    assert len({person.id for person in page.people}) == 20
    assert page.page.next_after


def test_pages_stay_whole_while_people_come(
    crowd: tuple[Database, int, list[dict[str, Any]]],
) -> None:
    db, seeker, rows = crowd
    make = Maker(db)
    before = {row["id"] for row in rows}
    for sort in ("name", "newest", "year"):
        ids, after = [], None
        while True:
            page = db.call("alumni_search", seeker, sort=sort, after=after, limit=25)
            ids += [person.id for person in page.people]
            after = page.page.next_after
            if after is None:
                break
            new = make.alumnus("Ada", f"Newcomer{len(ids)}")
            db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", new)
        assert [i for i in ids if i in before] == list(dict.fromkeys(i for i in ids if i in before))
        assert set(ids) >= before


def test_whoever_may_not_act_leaves_the_directory_at_once(db: Database) -> None:
    make = Maker(db)
    seeker = make.student("Sam", "Seeker")
    person = make.alumnus("Quentin", "Quicksilver", current_company="Quartz")
    for leave, come_back in (
        ("status = 'blocked'", "status = 'active'"),
        ("is_deleted = 1, deleted_at = UTC_TIMESTAMP()", "is_deleted = 0, deleted_at = NULL"),
    ):
        assert found(db, seeker, search="quicksilver") == [person]
        db.rows(f"UPDATE users SET {leave} WHERE id = %s", person)
        for query in ("quicksilver", "quartz", "quentin"):
            assert found(db, seeker, search=query) == []
        assert db.call("directory_verify", None, person).differences == []
        db.rows(f"UPDATE users SET {come_back} WHERE id = %s", person)
    assert found(db, seeker, search="quicksilver") == [person]
    assert db.call("directory_verify", None, person).differences == []


def test_students_have_a_directory_of_their_own(db: Database) -> None:
    make = Maker(db)
    seeker = make.alumnus("Ada", "Alumna")
    student = make.student(
        "Stella",
        "Stargazer",
        degree_id=degree(db, "Astronomy"),
        expected_graduation_year=2030,
        skills={"Optics": "advanced"},
    )
    for filters in (
        {"search": "stargazer"},
        {"degree": "Astronomy"},
        {"skill": "Optics"},
        {"year_from": 2030, "year_to": 2030},
    ):
        people = db.call("student_search", seeker, **filters).people
        assert [person.id for person in people] == [student], filters
    assert found(db, seeker, search="stargazer") == []


def test_the_comparison_sees_what_is_wrong(db: Database) -> None:
    person = Maker(db).alumnus("Vera", "Verified", current_company="Vellum")
    assert db.call("directory_verify", None, person).differences == []
    db.rows("UPDATE alumni_profiles SET current_company = 'Xylem' WHERE user_id = %s", person)
    parts = [row.part for row in db.call("directory_verify", None, person).differences]
    assert parts == ["terms"]
    db.rows("UPDATE directory_entries SET year = 1950 WHERE user_id = %s", person)
    db.rows("DELETE FROM directory_facets WHERE user_id = %s", person)
    db.rows("UPDATE alumni_profiles SET is_mentor = 1 WHERE user_id = %s", person)
    parts = [row.part for row in db.call("directory_verify", None, person).differences]
    assert parts == ["entry", "facets", "terms"]
    db.call("directory_rebuild", None, person)
    assert db.call("directory_verify", None, person).differences == []


def test_only_the_office_and_database_clients_rebuild(db: Database) -> None:
    for procedure in ("directory_rebuild", "directory_verify"):
        with pytest.raises(Refused) as refusal:
            db.call(procedure, db.student(), 1)
        assert refusal.value.status == 403
