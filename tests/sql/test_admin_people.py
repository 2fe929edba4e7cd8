"""The office and the accounts: find anybody, shut out, let in, roles, links, erasure, races."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import (
    email_of,
    mails_to,
    new_hash,
    register,
    set_setting,
    sign_in,
    token_of,
    viewer_of,
)
from tests.support.database import PASSWORD_HASH, Database, Refused, Row
from tests.support.events import hold
from tests.support.jobs import apply, post, posting
from tests.support.races import at_once, calling, states
from tests.support.schemas import Schemas
from tests.support.sources import CHECKOUT, Source, sources


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin("Petra", "People")


def refused(call: Any) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


def office_procedures() -> list[Source]:
    """Return every procedure that an admin calls: of the module, and by what its header says."""
    return [
        source
        for source in sources("procedure")
        if source.is_public
        and (
            source.path.parent.name == "admin"
            or any(
                re.match(r"p_actor_id\s+users\.id of an admin\b(?!.* or )", line)
                for line in source.section("Parameters") or []
            )
        )
    ]


def not_refused(
    db: Database, names: Iterable[str], actors: dict[str, tuple[int | None, int]]
) -> list[str]:
    """Return which procedures do not refuse somebody with the status that is due."""
    found = []
    for name in names:
        for who, (actor, status) in actors.items():
            try:
                db.call(name, actor)
            except Refused as refusal:
                if refusal.status != status:
                    found.append(f"{name}: {who} gets {refusal}")
            else:
                found.append(f"{name}: {who} is not refused")
    return found


def test_every_procedure_of_the_office_refuses_everybody_else(db: Database) -> None:
    blocked = db.admin()
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", blocked)
    people: dict[str, tuple[int | None, int]] = {
        "an alumnus": (db.alumnus(), 403),
        "a student": (db.student(), 403),
        "a blocked admin": (blocked, 401),
    }
    # A DBA needs no actor where the header says so.
    for_dbas = {
        source.name
        for source in office_procedures()
        for line in source.section("Parameters") or []
        if line.startswith("p_actor_id") and "NULL: " in line
    }
    names = [source.name for source in office_procedures()]
    assert len(names) > 75
    assert not_refused(db, names, people) == []
    nobody: dict[str, tuple[int | None, int]] = {"nobody": (None, 401)}
    assert not_refused(db, [name for name in names if name not in for_dbas], nobody) == []


def test_a_procedure_that_does_not_refuse_is_found(db: Database) -> None:
    student = db.student()
    names = ["home_read", "job_search", "schema_list"]
    assert not_refused(db, names, {"a student": (student, 401)}) == [
        "home_read: a student is not refused",
        "job_search: a student is not refused",
        f"schema_list: a student gets {refused(partial(db.call, 'schema_list', student))}",
    ]


def found(db: Database, admin: int, search: str | None, **filters: Any) -> list[Row]:
    """Walk all pages of a search."""
    rows: list[Row] = []
    after = None
    for _ in range(500):
        page = db.call("people_search", admin, search, **filters, after=after, limit=3)
        assert len(page.people) <= 3
        rows += page.people
        after = page.page.next_after
        if after is None:
            return rows
    raise AssertionError("it never ends")


def test_everybody_is_found_in_every_state(db: Database, admin: int) -> None:
    waiting = register(db, first_name="Zora", last_name="Zebrowski-Öztürk").id
    active = db.alumnus("Zora", "Zebrowski-Öztürk")
    student = db.student("Zora", "Zebrowski-Öztürk")
    staff = db.admin("Zora", "Zebrowski-Öztürk")
    blocked = db.alumnus("Zora", "Zebrowski-Öztürk")
    db.call("account_block", admin, blocked, "Why")
    deleted = db.alumnus("Zora", "Zebrowski-Öztürk")
    db.call("account_delete", deleted)
    erased = db.alumnus("Zora", "Zebrowski-Öztürk")
    db.call("account_erase_now", admin, erased, email_of(db, erased))
    hidden = db.alumnus("Zora", "Zebrowski-Öztürk")
    db.call("privacy_save", hidden, "profile", "only_me")
    everybody = [hidden, deleted, blocked, staff, student, active, waiting]
    states = ["active", "deleted", "blocked", "active", "active", "active", "pending"]
    for search in ("zebrowski", "ZORA zebr", "ozturk", "zebrowskiöztürk", "Öztürk zora"):
        rows = found(db, admin, search)
        assert [row.id for row in rows] == everybody, search
        assert [row.state for row in rows] == states
    assert {row.name for row in found(db, admin, "zebrowski")} == {"Zora Zebrowski-Öztürk"}
    for state, people in (
        ("pending", [waiting]),
        ("blocked", [blocked]),
        ("deleted", [deleted]),
        ("active", [hidden, staff, student, active]),
        ("rejected", []),
    ):
        assert [row.id for row in found(db, admin, "zebrowski", state=state)] == people
        walked = found(db, admin, None, state=state)
        assert set(people) <= {row.id for row in walked}
        assert {row.state for row in walked} <= {state}
    assert [row.id for row in found(db, admin, "zebrowski", role="admin")] == [staff]
    assert [row.id for row in found(db, admin, "zebrowski", role="student", state="active")] == [
        student
    ]
    assert erased in {row.id for row in found(db, admin, None, state="erased")}
    assert [row.id for row in found(db, admin, f"#{erased}")] == [erased]
    assert str(student) in {str(row.id) for row in found(db, admin, str(student))}
    everyone = [row.id for row in found(db, admin, None)]
    assert everyone == sorted(everyone, reverse=True)
    assert len(everyone) == db.value("SELECT COUNT(*) FROM users WHERE erased_at IS NULL")


def test_by_address(db: Database, admin: int) -> None:
    person = db.person("student", "Odd", "Name", "very.odd+name@sub.example-university.org")
    for search in (
        "very.odd+name@sub.example-university.org",
        "VERY.odd",
        "very.odd+name",
        "odd name",
    ):
        assert person in {row.id for row in found(db, admin, search)}, search
    for search in ("zzzzzzzz", "odd zzzz"):
        assert person not in {row.id for row in found(db, admin, search)}, search
    # Punctuation is no word: nothing is searched for, so that everybody is found.
    everyone = [row.id for row in found(db, admin, None)]
    for search in ("%", "_", "'", "\\"):
        assert [row.id for row in found(db, admin, search)] == everyone, search


def test_a_new_name_is_found_and_the_old_one_where_it_is_kept(db: Database, admin: int) -> None:
    person = db.alumnus("Quintessa", "Umbrosia")
    db.call("profile_edit", person, "Quintessa", "Veloria")
    assert [row.id for row in found(db, admin, "veloria")] == [person]
    assert found(db, admin, "umbrosia") == []
    db.call("profile_former_name_add", person, "Umbrosia")
    assert [row.id for row in found(db, admin, "umbrosia")] == [person]
    terms = {
        row.term for row in db.rows("SELECT term FROM account_terms WHERE user_id = %s", person)
    }
    assert terms >= {"quintessa", "veloria", "umbrosia"}
    db.call("account_erase_now", admin, person, email_of(db, person))
    assert db.rows("SELECT term FROM account_terms WHERE user_id = %s", person) == []


EARLIEST = dt.datetime(1, 1, 1)  # noqa: DTZ001
NAMESAKES = (
    ("active", "alumni", "2026-03-01 10:00:00"),
    ("active", "student", None),
    ("active", "alumni", "2026-03-01 10:00:00"),
    ("blocked", "alumni", "2024-01-01 00:00:00"),
    ("active", "student", "2026-03-01 10:00:00"),
    ("active", "student", None),
    ("deleted", "alumni", "2025-05-05 05:05:05"),
    ("active", "alumni", "2026-03-01 10:00:01"),
    ("active", "alumni", None),
    ("active", "student", "2019-12-31 23:59:59"),
)


def in_order(rows: list[Row], sort: str) -> list[int]:
    """Sort as p_sort says: the order of Python's, to compare with the database's."""
    by_sign_in = sort in ("last_signed_in", "longest_away")
    return [
        row.id
        for row in sorted(
            rows,
            key=lambda row: (row.last_signed_in_at or EARLIEST if by_sign_in else EARLIEST, row.id),
            reverse=sort in ("newest", "last_signed_in"),
        )
    ]


@pytest.mark.parametrize("sort", ["newest", "oldest", "last_signed_in", "longest_away"])
def test_each_order_over_several_pages(alone: Database, sort: str) -> None:
    """Ties, who never signed in, with filters and without, whichever way leads to the accounts."""
    admin = alone.admin("Ada", "One")
    for status, kind, moment in NAMESAKES:
        person = alone.person(kind, "Nora", "Namesake")
        alone.rows(
            "UPDATE users SET last_signed_in_at = %s, status = %s, is_deleted = %s,"
            " deleted_at = IF(%s, NOW(), NULL) WHERE id = %s",
            moment,
            "active" if status == "deleted" else status,
            status == "deleted",
            status == "deleted",
            person,
        )
    gone = alone.alumnus("Nora", "Namesake")
    alone.call("account_erase_now", admin, gone, email_of(alone, gone))
    rows = alone.rows(
        "SELECT u.id, u.state, r.name AS role, u.last_signed_in_at FROM users AS u"
        " JOIN roles AS r ON r.id = u.role_id WHERE u.state <> 'erased'"
    )
    for search, role, state in itertools.product(
        (None, "namesake"), (None, "alumni", "student"), (None, "active", "deleted")
    ):
        expected = in_order(
            [
                row
                for row in rows
                if role in (None, row.role)
                and state in (None, row.state)
                and (search is None or row.id != admin)
            ],
            sort,
        )
        got = found(alone, admin, search, role=role, state=state, sort=sort)
        assert [row.id for row in got] == expected, (search, role, state)
    page = alone.call("people_search", admin, sort=sort)
    assert (page.page.sort, page.page.next_after) == (sort, None)


def test_a_common_word_is_found_beyond_the_windows(alone: Database) -> None:
    """Two have both words, and behind them are 2,100 with the one and 2,100 with the other."""
    admin, *fitting = alone.admin(), alone.alumnus("Far", "Away"), alone.alumnus("Far", "Away")
    alone.rows("SET SESSION cte_max_recursion_depth = 5000")
    alone.rows(
        "INSERT INTO users (email, password_hash, role_id, last_signed_in_at)"
        " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 4200)"
        " SELECT CONCAT('many', i, '@example.org'), '$argon2id$', 2, NULL FROM n"
    )
    for parity, word in enumerate(("common", "usual")):
        alone.rows(
            "INSERT INTO account_terms (user_id, term)"
            " SELECT id, %s FROM users WHERE MOD(id, 2) = %s AND id > %s OR id IN (%s, %s)",
            word,
            parity,
            fitting[1],
            *fitting,
        )
    alone.rows("UPDATE users SET last_signed_in_at = NOW() WHERE id IN (%s, %s)", *fitting)
    for sort, order in (("newest", fitting[::-1]), ("longest_away", fitting)):
        first = alone.call("people_search", admin, "common usual", sort=sort)
        assert (first.people, first.page.is_continued) == ([], 1)
        assert [row.id for row in found(alone, admin, "common usual", sort=sort)] == order
        page = alone.call("people_search", admin, "common", sort=sort)
        assert (len(page.people), page.page.is_continued) == (20, 0)


def test_a_search_that_makes_no_sense(db: Database, admin: int) -> None:
    for filters, status, field in (
        ({"state": "odd"}, 422, "state"),
        ({"role": "king"}, 422, "role"),
        ({"sort": "shoe_size"}, 422, "sort"),
        ({"after": "x"}, 400, None),
        ({"after": "newest-0-1;"}, 400, None),
        ({"after": "newest-0-" + "9" * 30}, 400, None),
        ({"after": "oldest-0-1"}, 400, None),
        ({"sort": "oldest", "after": "newest-0-1"}, 400, None),
        ({"sort": "last_signed_in", "after": "longest_away-5-1"}, 400, None),
    ):
        refusal = refused(partial(db.call, "people_search", admin, **filters))
        assert (refusal.status, refusal.field) == (status, field)


def test_blocking_ends_everything_at_once(db: Database, admin: int) -> None:
    person = db.alumnus("Bela", "Blocked")
    token = new_hash()
    sign_in(db, email_of(db, person), token_hash=token)
    db.call("password_recover", None, email_of(db, person))
    reset = token_of(db, person, "reset_password")
    for reason in (None, "  ", "a\0b"):
        refusal = refused(partial(db.call, "account_block", admin, person, reason))
        assert (refusal.status, refusal.field) == (422, "reason")
    done = db.call("account_block", admin, person, "Somebody else uses it.").account
    assert (done.id, done.status) == (person, "blocked")
    assert viewer_of(db, token) is None
    assert db.rows("SELECT 1 FROM directory_entries WHERE user_id = %s", person) == []
    assert mails_to(db, person)[-1] == "account_blocked"
    assert refused(lambda: sign_in(db, email_of(db, person))).status == 403
    assert refused(lambda: db.call("password_reset", None, reset, PASSWORD_HASH)).status == 404
    assert refused(lambda: db.call("account_block", admin, person, "Again")).status == 409
    assert refused(lambda: db.call("account_recovery_send", admin, person)).status == 409
    assert db.call("account_unblock", admin, person).account.status == "active"
    assert db.value("SELECT status_reason FROM users WHERE id = %s", person) is None
    assert mails_to(db, person)[-1] == "account_unblocked"
    assert sign_in(db, email_of(db, person)).id == person
    assert db.rows("SELECT 1 FROM directory_entries WHERE user_id = %s", person)
    assert refused(lambda: db.call("account_unblock", admin, person)).status == 409


@pytest.mark.parametrize("is_deleted", [False, True])
def test_what_an_account_offers_rests_with_it_and_comes_back(
    db: Database, admin: int, *, is_deleted: bool
) -> None:
    person, student = db.alumnus("Olga", "Offers"), db.student()
    job, late, closed = (post(db, person) for _ in range(3))
    db.call("job_close", person, closed)
    word = f"qrests{is_deleted}"
    event = hold(db, person, title=word)
    announcement = db.call(
        "announcement_post", admin, "Title", "Content", "all", "normal", None, None, 0, None
    ).announcement.id
    db.rows("UPDATE announcements SET author_id = %s WHERE id = %s", person, announcement)

    if is_deleted:
        db.call("account_delete", person)
    else:
        db.call("account_block", admin, person, "Why")
    for posting_id in (job, late):
        assert posting(db, posting_id).closed_reason == "account"
    assert refused(partial(apply, db, student, job)).status == 409
    assert db.call("event_search", student, "upcoming", word).events == []
    assert refused(partial(db.call, "event_register", student, event)).status == 409
    if not is_deleted:  # announcements of those who left stay
        assert refused(partial(db.call, "announcement_open", student, announcement)).status == 404
    db.rows("UPDATE job_postings SET deadline = UTC_DATE() - INTERVAL 2 DAY WHERE id = %s", late)

    db.call("account_undelete" if is_deleted else "account_unblock", admin, person)
    assert posting(db, job).status == "open"
    assert (posting(db, late).status, posting(db, late).closed_reason) == ("closed", "deadline")
    assert posting(db, closed).closed_reason == "poster"
    events = db.call("event_search", student, "upcoming", word).events
    assert [row.id for row in events] == [event]
    db.call("event_register", student, event)
    db.call("announcement_open", student, announcement)
    apply(db, student, job)


def test_somebody_who_was_rejected_gets_in_after_all(db: Database, admin: int) -> None:
    before = set_setting(db, "registration_requires_approval", "1")
    account = register(db)
    token = token_of(db, account.id, "confirm_address")
    db.call("account_confirm", None, token)
    db.call("account_decide", admin, account.id, "reject", "No such person.")
    set_setting(db, "registration_requires_approval", before)
    record = db.call("account_record_read", admin, account.id).account
    assert (record.state, record.can_unblock, record.can_block) == ("rejected", 1, 0)
    assert db.call("account_unblock", admin, account.id).account.status == "active"
    unconfirmed = register(db).id
    db.call("account_block", admin, unconfirmed, "Odd")
    assert db.call("account_unblock", admin, unconfirmed).account.status == "pending"


def test_another_role(db: Database, admin: int) -> None:
    person = db.student("Rolf", "Roles")
    refusal = refused(lambda: db.call("account_role_set", admin, person, "student"))
    assert (refusal.status, refusal.field) == (409, "role")
    assert refused(lambda: db.call("account_role_set", admin, person, "king")).field == "role"
    for role in ("alumni", "admin", "student"):
        assert db.call("account_role_set", admin, person, role).account.role == role
        assert db.value("SELECT name_of(%s)", person) == "Rolf Roles"
        assert mails_to(db, person)[-1] == "role_changed"
    log = db.rows(
        "SELECT actor_id, action FROM admin_activity_log WHERE subject_table = 'users'"
        " AND subject_id = %s",
        person,
    )
    assert [(row.actor_id, row.action) for row in log[1:]] == [(admin, "account_role_set")] * 3


def test_a_link_to_set_a_password(db: Database, admin: int) -> None:
    person = db.alumnus()
    db.call("account_recovery_send", admin, person)
    token = token_of(db, person, "reset_password_office")
    db.call("password_reset", None, token, PASSWORD_HASH)
    for _ in range(3):
        db.call("account_recovery_send", admin, person)
    assert refused(lambda: db.call("account_recovery_send", admin, person)).status == 429
    actions = db.rows(
        "SELECT action FROM admin_activity_log WHERE subject_id = %s"
        " AND actor_id = %s AND subject_table = 'users'",
        person,
        admin,
    )
    assert [row.action for row in actions] == ["account_recovery_send"] * 4


def test_a_deletion_is_taken_back_or_finished(db: Database, admin: int) -> None:
    person = db.alumnus("Dora", "Deleted")
    email = email_of(db, person)
    assert refused(lambda: db.call("account_undelete", admin, person)).status == 409
    db.call("account_delete", person)
    record = db.call("account_record_read", admin, person).account
    assert (record.state, record.name, record.can_undelete) == ("deleted", "Dora Deleted", 1)
    assert record.erased_from > record.deleted_at
    assert refused(lambda: db.call("account_role_set", admin, person, "admin")).status == 409
    db.call("account_undelete", admin, person)
    assert mails_to(db, person)[-1] == "account_restored"
    assert sign_in(db, email).id == person
    db.call("account_delete", person)
    for typed in (None, "", "other@example.org"):
        refusal = refused(partial(db.call, "account_erase_now", admin, person, typed))
        assert (refusal.status, refusal.field) == (422, "email")
    assert db.call("account_erase_now", admin, person, email.upper()).erasure.erased_at
    assert refused(lambda: db.call("account_undelete", admin, person)).status == 404
    assert refused(lambda: db.call("account_erase_now", admin, person, email)).status == 404
    record = db.call("account_record_read", admin, person).account
    assert (record.state, record.name) == ("erased", "Former member")
    assert not any(value for name, value in record.items() if name.startswith("can_"))


ACTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("account_block", ("Why",)),
    ("account_unblock", ()),
    ("account_role_set", ("student",)),
    ("account_recovery_send", ()),
    ("account_undelete", ()),
    ("account_erase_now", ("a@b.c",)),
)


@pytest.mark.parametrize(("name", "arguments"), ACTS, ids=[name for name, _ in ACTS])
def test_nobody_decides_about_themselves_or_nobody(
    db: Database, name: str, arguments: tuple[str, ...]
) -> None:
    admin = db.admin()
    assert refused(lambda: db.call(name, admin, admin, *arguments)).status == 409
    assert refused(lambda: db.call(name, admin, 10**9, *arguments)).status == 404
    assert refused(lambda: db.call(name, admin, None, *arguments)).status == 404
    assert db.value("SELECT role_of(%s)", admin) == "admin"


def only(db: Database, *admins: int) -> None:
    """Let nobody else run the office."""
    marks = ", ".join(map(str, admins))
    db.rows(f"UPDATE users SET role_id = 2 WHERE role_id = 1 AND id NOT IN ({marks})")


@pytest.fixture
def office(alone: Database) -> tuple[Database, int, int]:
    """Return a schema with two admins and no third."""
    return alone, alone.admin("Ada", "One"), alone.admin("Bea", "Two")


@pytest.fixture
def alone(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return a schema of its own."""
    with schemas.lent(template) as database:
        yield database


def admins(db: Database) -> list[int]:
    rows = db.rows("SELECT id FROM users WHERE role_of(id) = 'admin'")
    return [int(row.id) for row in rows]


@pytest.mark.parametrize("name", ["account_role_set", "account_block", "account_erase_now"])
def test_two_admins_act_on_one_another_at_once(
    office: tuple[Database, int, int], name: str
) -> None:
    db, ada, bea = office
    for _ in range(8):
        ours, theirs = (
            {"account_role_set": "alumni", "account_block": "Why"}.get(name, email_of(db, who))
            for who in (bea, ada)
        )
        outcomes = states(
            at_once(db, calling(name, ada, bea, ours), calling(name, bea, ada, theirs))
        )
        assert outcomes[""] == 1
        # The second is no admin any more by then.
        assert set(outcomes) <= {"", "45403", "45401"}
        (left,) = admins(db)
        ada, bea = left, db.admin("Next", "One")


def test_the_last_admin_cannot_be_lost_by_the_command_line_either(
    office: tuple[Database, int, int],
) -> None:
    db, ada, bea = office
    for _ in range(5):
        outcomes = states(
            at_once(
                db,
                calling("user_role_set", None, email_of(db, ada), "alumni"),
                calling("account_block", ada, bea, "Why"),
                calling("account_delete", bea),
            )
        )
        assert outcomes[""] >= 1
        left = admins(db)
        assert len(left) >= 1
        ada, bea = left[0], db.admin("Next", "One")
        only(db, ada, bea)
    db.rows("UPDATE users SET role_id = 2 WHERE id = %s", bea)
    refusal = refused(lambda: db.call("user_role_set", None, email_of(db, ada), "alumni"))
    assert refusal.status == 409


def test_what_the_office_reads_of_an_account(db: Database, admin: int) -> None:
    person = db.alumnus("Rita", "Record")
    sign_in(db, email_of(db, person), user_agent="Firefox", address="192.0.2.9")
    db.call("account_block", admin, person, "Why")
    db.call("account_unblock", admin, person)
    sign_in(db, email_of(db, person))
    page = db.call("account_record_read", admin, person)
    assert page.account.name == "Rita Record"
    assert page.account.can_block
    assert len(page.sessions) == 1
    assert [row.action for row in page.history][:2] == ["account_unblock", "account_block"]
    assert page.history[0].actor_name == "Petra People"
    assert "argon2" not in str(page.__dict__)
    assert refused(lambda: db.call("account_record_read", admin, 10**9)).status == 404
    own = db.call("account_record_read", admin, admin).account
    assert not any(own[name] for name in own if name.startswith("can_"))


def test_as_others_see_somebody(db: Database, admin: int) -> None:
    person = db.alumnus("Vera", "Viewed")
    db.call("privacy_save", person, "profile", "alumni")
    seen = db.call("account_view_as", admin, person, "alumnus")
    assert (seen.view.is_visible, seen.person.name) == (1, "Vera Viewed")
    hidden = db.call("account_view_as", admin, person, "visitor")
    assert (hidden.view.is_visible, hidden.person) == (0, None)
    assert refused(lambda: db.call("account_view_as", admin, person, "ghost")).field == "kind"
    assert refused(lambda: db.call("account_view_as", admin, admin, "visitor")).status == 404
    assert db.value("SELECT COUNT(*) FROM profile_views WHERE profile_user_id = %s", person) == 0


def test_old_accounts_are_found_as_well(alone: Database, template: str) -> None:
    """The reference script fills the words of accounts of before."""
    person = alone.alumnus("Tove", "Tardy")
    alone.rows("DELETE FROM account_terms")
    script = CHECKOUT / "db/reference/account_terms.sql"
    alone.rows(script.read_text(encoding="utf-8").partition(";")[0])
    admin = alone.admin()
    assert [row.id for row in found(alone, admin, "tardy")] == [person]
    with pytest.raises(mysql.connector.Error):
        alone.rows("INSERT INTO account_terms (user_id, term) VALUES (%s, 'tove')", person)


def test_each_state_and_role_that_is_listed_can_be_searched(db: Database) -> None:
    admin = db.admin()
    page = db.call("people_search", admin)
    assert [row.name for row in page.states] == [
        "pending",
        "active",
        "rejected",
        "blocked",
        "deleted",
        "erased",
    ]
    assert {row.name for row in page.roles} == {"admin", "alumni", "student"}
    for state in page.states:
        for role in page.roles:
            people = db.call("people_search", admin, state=state.name, role=role.name).people
            assert {(row.state, row.role) for row in people} <= {(state.name, role.name)}
