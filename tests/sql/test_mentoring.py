"""References and mentoring: offers, asking, answering, goals, ratings, expiry, suggestions."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import mails_to, set_setting
from tests.support.database import Client, Database, Refused
from tests.support.mentoring import answer, ask, expire, history, make_due, offer, status_of
from tests.support.messages import send
from tests.support.office import days, refused
from tests.support.people import Maker, campus, degree
from tests.support.races import act, at_once, statuses
from tests.support.waiting import until


@pytest.fixture
def pair(db: Database) -> tuple[int, int]:
    """Return a student and an alumna who can be asked."""
    student, alumna = db.student("Sam", "Seeker"), db.alumnus("Ada", "Adviser")
    offer(db, alumna)
    return student, alumna


def told(db: Database, who: int) -> list[str]:
    """Return what a person was told of requests, the first thing first."""
    rows = db.rows(
        "SELECT verb FROM notifications WHERE recipient_id = %s AND kind = 'mentoring' ORDER BY id",
        who,
    )
    return [str(row.verb) for row in rows]


def suggested(db: Client, who: int, **asked: Any) -> list[int]:
    """Return whom a person could ask, the closest first."""
    return [row.id for row in db.call("mentor_suggestions", who, **asked).suggestions]


def obstacle(db: Client, actor: int, person: int) -> str | None:
    found: str | None = db.call("reference_form_read", actor, person).offer.obstacle
    return found


def test_from_the_question_to_the_rating(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(
        db,
        student,
        alumna,
        kind="mentorship",
        purpose="A plan 😀",
        company="Acme",
        position="Analyst",
    )
    assert mails_to(db, alumna) == ["reference_requested"]
    (waiting,) = db.call("reference_list", alumna).waiting
    assert (waiting.id, waiting.requester_name, waiting.purpose) == (
        request,
        "Sam Seeker",
        "A plan 😀",
    )
    (shown,) = db.call("dashboard_read", alumna).references
    assert shown.id == request
    assert db.call("dashboard_read", student).references == []
    read = db.call("reference_read", alumna, request)
    assert {move.to_status for move in read.moves} == {"accepted", "declined"}
    assert (read.request.mover, read.request.other_id, read.request.places_count) == (
        "alumnus",
        student,
        2,
    )

    assert answer(db, alumna, request, "accept", "With pleasure.") == "accepted"
    assert mails_to(db, student) == ["reference_answered"]
    read = db.call("reference_read", student, request).request
    assert (read.answer, read.places_count) == ("With pleasure.", 1)
    # The thread is open: nobody needs to ask again before they write.
    for sender, recipient in ((student, alumna), (alumna, student)):
        sent = send(db, sender, recipient)
        assert (sent.conversation_id, sent.state) == (read.conversation_id, "open")

    goal = db.call("reference_goal_save", student, request, None, "Read a book").goal
    db.call("reference_goal_save", alumna, request, None, "Write a CV")
    done = db.call("reference_goal_save", alumna, request, goal.id, None, 1).goal
    assert (done.title, done.is_done) == ("Read a book", 1)
    goals = db.call("reference_read", student, request).goals
    assert [(row.title, row.is_done, row.author_name) for row in goals] == [
        ("Read a book", 1, "Sam Seeker"),
        ("Write a CV", 0, "Ada Adviser"),
    ]
    (listed,) = db.call("reference_list", student).requests
    assert (listed.goals_count, listed.goals_done_count, listed.other_id) == (2, 1, alumna)

    early = refused(lambda: db.call("reference_rate", student, request, 5))
    assert early.status == 409
    db.call("reference_complete", alumna, request, "You are ready.")
    db.call("reference_rate", student, request, 3, "Cold room.")
    assert db.call("reference_rate", student, request, 5, "Clear and kind.").request.rating == 5
    read = db.call("reference_read", alumna, request)
    assert (read.request.rating, read.request.feedback) == (5, "Clear and kind.")
    assert read.moves == []
    assert [(row.to_status, row.note) for row in read.history] == [
        ("completed", "You are ready."),
        ("accepted", None),
        ("requested", None),
    ]
    assert read.request.completed_at
    # What is not read yet is one notification a request: what happened last.
    assert told(db, alumna)[-1] == "reference_rated"
    assert told(db, student)[0] == "reference_completed"
    late = refused(lambda: db.call("reference_goal_save", student, request, None, "More"))
    assert late.status == 409


def test_what_one_can_be_asked(db: Database) -> None:
    alumna = db.alumnus()
    read = db.call("mentoring_offer_read", alumna)
    assert (read.offer.is_open, read.offer.capacity, read.offer.accepted_count) == (0, 2, 0)
    assert {row.kind for row in read.kinds if row.is_offered} == {"guidance", "mentorship"}
    saved = offer(
        db, alumna, "reference, guidance,reference", 3, note="Sundays.", paused_until=days(10)
    )
    assert (saved.is_open, saved.places_count) == (1, 3)
    read = db.call("mentoring_offer_read", alumna)
    assert [row.kind for row in read.kinds if row.is_offered] == ["reference", "guidance"]
    assert read.offer.note == "Sundays."
    assert read.offer.paused_until.date() == days(10)
    assert db.value("SELECT is_mentor FROM alumni_profiles WHERE user_id = %s", alumna) == 1
    found = db.call("alumni_search", db.student(), is_mentor=1, limit=50).people
    assert alumna in [person.id for person in found]
    # A pause that is over is none.
    offer(db, alumna, paused_until=days(0))
    assert db.call("mentoring_offer_read", alumna).offer.paused_until is None
    offer(db, alumna, "", is_open=0)
    assert db.value("SELECT is_mentor FROM alumni_profiles WHERE user_id = %s", alumna) == 0


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"is_open": None}, "is_open"),
        ({"kinds": "dancing"}, "kinds"),
        ({"kinds": "guidance,,reference"}, "kinds"),
        ({"kinds": 'guidance","x'}, "kinds"),
        ({"kinds": " "}, "kinds"),
        ({"kinds": None}, "kinds"),
        ({"capacity": 0}, "capacity"),
        ({"capacity": 21}, "capacity"),
        ({"capacity": None}, "capacity"),
        ({"paused_until": days(800)}, "paused_until"),
        ({"note": "x" * 501}, None),
        ({"note": "a\0b"}, "note"),
    ],
)
def test_an_offer_that_makes_no_sense(
    db: Database, changes: dict[str, Any], field: str | None
) -> None:
    alumna = db.alumnus()
    values = {"is_open": 1, "kinds": "guidance", "capacity": 2, **changes}
    with pytest.raises((Refused, mysql.connector.DataError)) as refusal:
        db.call("mentoring_offer_save", alumna, **values)
    if isinstance(refusal.value, Refused):
        assert (refusal.value.status, refusal.value.field) == (422, field)
    assert db.rows("SELECT 1 FROM mentoring_offers WHERE user_id = %s", alumna) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": None}, "kind"),
        ({"kind": "money"}, "kind"),
        ({"purpose": None}, "purpose"),
        ({"purpose": " \u200b"}, "purpose"),
        ({"company": "a\0b"}, "company"),
        ({"position": "a\0b"}, "position"),
        ({"message": None}, "message"),
        ({"message": "x" * 4001}, "message"),
    ],
)
def test_a_request_that_makes_no_sense(
    db: Database, pair: tuple[int, int], changes: dict[str, Any], field: str
) -> None:
    refusal = refused(lambda: ask(db, *pair, **changes))
    assert (refusal.status, refusal.field) == (422, field)


def test_who_cannot_ask_and_be_asked(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    admin, silent = db.admin(), db.alumnus()
    assert refused(lambda: ask(db, None, alumna)).status == 401
    for actor, person, words in (
        (admin, alumna, "Only students and alumni can send requests"),
        (alumna, alumna, "send a request to yourself"),
        (student, db.student(), "Only alumni can receive requests"),
        (student, silent, "isn't accepting requests"),
    ):
        refusal = refused(partial(ask, db, actor, person))
        assert (refusal.status, words in refusal.message) == (409, True), words
    assert refused(lambda: ask(db, student, admin)).status == 404
    assert refused(lambda: ask(db, student, 10**9)).status == 404
    gone = db.alumnus()
    offer(db, gone)
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", gone)
    assert refused(lambda: ask(db, student, gone)).status == 404
    # Alumni ask alumni.
    assert ask(db, silent, alumna)
    for name, arguments in (
        ("mentor_suggestions", []),
        ("reference_list", []),
        ("reference_form_read", [alumna]),
        ("mentoring_offer_read", []),
        ("mentoring_offer_save", [1, "guidance", 2]),
    ):
        assert refused(partial(db.call, name, None, *arguments)).status == 401, name
        assert refused(partial(db.call, name, admin, *arguments)).status == 403, name
    assert refused(lambda: db.call("mentoring_offer_save", student, 1, "guidance", 2)).status == 403


def test_what_stands_in_the_way(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    assert obstacle(db, student, alumna) is None
    offer(db, alumna, "guidance", is_open=0)
    assert "isn't accepting requests" in str(obstacle(db, student, alumna))
    offer(db, alumna, "guidance", paused_until=days(3))
    day = days(3)
    assert f"{day.day} {day:%B %Y}" in str(obstacle(db, student, alumna))
    offer(db, alumna, "guidance", 1)
    only = refused(lambda: ask(db, student, alumna, kind="reference"))
    assert (only.status, "this type of request" in only.message) == (409, True)
    answer(db, alumna, ask(db, db.student(), alumna))
    assert "no free places" in str(obstacle(db, student, alumna))
    assert refused(lambda: ask(db, student, alumna)).status == 409
    page = db.call("reference_form_read", student, alumna)
    assert page.kinds == []
    assert [person.id for person in page.people] == [alumna]
    assert db.call("profile_read", student, alumna).person.can_be_asked == 0
    offer(db, alumna, "guidance", 2)
    page = db.call("reference_form_read", student, alumna)
    assert [row.kind for row in page.kinds] == ["guidance"]
    assert page.suggestions == []
    assert db.call("profile_read", student, alumna).person.can_be_asked == 1
    assert db.call("profile_read", alumna, alumna).person.can_be_asked == 0
    assert db.call("profile_read", alumna, student).person.can_be_asked == 0


def test_one_open_request_to_the_same_person(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(db, student, alumna)
    again = refused(lambda: ask(db, student, alumna, kind="reference"))
    assert (again.status, "already have an open request" in again.message) == (409, True)
    answer(db, alumna, request)
    assert refused(lambda: ask(db, student, alumna)).status == 409
    db.call("reference_end", student, request)
    assert status_of(db, ask(db, student, alumna)) == "requested"


def test_two_windows_ask_at_once(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    results = at_once(db, *[act(ask, student, alumna)] * 5)
    assert statuses(results) == [0, 409, 409, 409, 409]
    assert mails_to(db, alumna) == ["reference_requested"]


def test_a_form_sent_twice_is_one_request(db: Database, pair: tuple[int, int]) -> None:
    results = at_once(db, *[act(ask, *pair, idempotency_key="same")] * 5)
    assert statuses(results) == [0] * 5
    assert len(set(results)) == 1
    assert mails_to(db, pair[1]) == ["reference_requested"]


def test_too_many_requests_in_a_day(db: Database) -> None:
    student = db.student()
    before = set_setting(db, "references_per_day", "2")
    try:
        for expected in (0, 0, 429):
            alumna = db.alumnus()
            offer(db, alumna)
            assert statuses(at_once(db, act(ask, student, alumna))) == [expected]
    finally:
        set_setting(db, "references_per_day", before)


def test_capacity_is_never_exceeded(db: Database) -> None:
    alumna = db.alumnus()
    offer(db, alumna, capacity=2)
    requests = [ask(db, db.student(), alumna) for _ in range(4)]
    assert [answer(db, alumna, request) for request in requests[:2]] == ["accepted"] * 2
    full = refused(lambda: answer(db, alumna, requests[2]))
    assert (full.status, "places are taken" in full.message) == (409, True)
    assert status_of(db, requests[2]) == "requested"
    # Whoever is there stays when there are fewer places, and frees one by finishing.
    offer(db, alumna, capacity=1)
    db.call("reference_complete", alumna, requests[0])
    assert refused(lambda: answer(db, alumna, requests[2])).status == 409
    db.call("reference_end", alumna, requests[1], "I move.")
    assert answer(db, alumna, requests[2]) == "accepted"
    # A request can be declined at any time.
    assert answer(db, alumna, requests[3], "decline") == "declined"


def test_capacity_is_never_exceeded_in_a_race(db: Database) -> None:
    for capacity in (1, 2, 3):
        alumna = db.alumnus()
        offer(db, alumna, capacity=20)
        requests = [ask(db, db.student(), alumna) for _ in range(6)]
        offer(db, alumna, capacity=capacity)
        results = at_once(db, *[act(answer, alumna, request) for request in requests])
        assert statuses(results) == [0] * capacity + [409] * (6 - capacity)
        assert (
            db.value(
                "SELECT COUNT(*) FROM reference_requests"
                " WHERE alumnus_id = %s AND status = 'accepted'",
                alumna,
            )
            == capacity
        )
        accepted = [request for request in requests if status_of(db, request) == "accepted"]
        assert [history(db, request) for request in accepted] == [
            ["requested", "accepted"]
        ] * capacity


def test_accepting_meets_fewer_places(db: Database) -> None:
    for _ in range(6):
        alumna = db.alumnus()
        offer(db, alumna, capacity=2)
        answer(db, alumna, ask(db, db.student(), alumna))
        request = ask(db, db.student(), alumna)
        results = at_once(
            db,
            act(answer, alumna, request),
            act(Client.call, "mentoring_offer_save", alumna, 1, "guidance", 1),
        )
        assert statuses(results)[0] == 0
        # Either it was accepted before there were fewer places, or not at all.
        assert (status_of(db, request) == "accepted") == isinstance(results[0], str)


@pytest.mark.parametrize(
    ("one", "other"),
    [("withdraw", "accept"), ("decline", "accept"), ("accept", "accept"), ("expire", "accept")],
)
def test_of_two_at_once_one_wins(db: Database, one: str, other: str) -> None:
    def does(what: str, student: int, alumna: int, request: int) -> Callable[[Client], object]:
        if what == "withdraw":
            return act(Client.call, "reference_withdraw", student, request)
        if what == "expire":
            return act(expire)
        return act(answer, alumna, request, what)

    for _ in range(6):
        student, alumna = db.student(), db.alumnus()
        offer(db, alumna)
        request = ask(db, student, alumna)
        if one == "expire":
            make_due(db, request)
        results = at_once(db, *[does(what, student, alumna, request) for what in (one, other)])
        if one == "expire":
            assert statuses(results) == [0, 409]
            expire(db)
            assert history(db, request) == ["requested", "expired"]
            continue
        assert statuses(results) == [0, 409]
        assert len(history(db, request)) == 2
        assert history(db, request)[-1] == status_of(db, request)


def test_moves_that_are_none(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(db, student, alumna)
    stranger = db.alumnus()
    for actor, expected in ((None, 401), (stranger, 404), (db.admin(), 404)):
        for name, arguments in (
            ("reference_read", []),
            ("reference_answer", ["accept"]),
            ("reference_withdraw", []),
            ("reference_complete", []),
            ("reference_end", []),
            ("reference_rate", [5]),
            ("reference_goal_save", [None, "A"]),
            ("reference_goal_remove", [1]),
        ):
            found = refused(partial(db.call, name, actor, request, *arguments))
            assert found.status == expected, name
    moves: list[tuple[int, str, list[Any], int]] = [
        (student, "reference_answer", ["accept"], 409),
        (alumna, "reference_withdraw", [], 409),
        (alumna, "reference_answer", ["maybe"], 422),
        (alumna, "reference_answer", [None], 422),
        (student, "reference_complete", [], 409),
        (alumna, "reference_end", [], 409),
        (student, "reference_goal_save", [None, "A"], 409),
        (student, "reference_rate", [5], 409),
        (student, "reference_rate", [6], 422),
        (student, "reference_rate", [None], 422),
        (alumna, "reference_rate", [5], 403),
    ]
    for actor, name, arguments, expected in moves:
        found = refused(partial(db.call, name, actor, request, *arguments))
        assert found.status == expected, (name, arguments)
    db.call("reference_withdraw", student, request)
    assert told(db, alumna) == ["reference_withdrawn"]
    gone = refused(lambda: answer(db, alumna, request))
    assert (gone.status, "withdrawn" in gone.message) == (409, True)
    assert history(db, request) == ["requested", "withdrawn"]


def test_the_tables_refuse_what_makes_no_sense(db: Database, pair: tuple[int, int]) -> None:
    request = ask(db, *pair)
    for change in (
        "rating = 3",
        "status = 'accepted'",
        "completed_at = UTC_TIMESTAMP()",
        "purpose = ' '",
        "alumnus_id = requester_id",
        "is_deleted = 1",
        "feedback = 'x'",
    ):
        with pytest.raises(mysql.connector.Error, match="ck_reference_requests"):
            db.rows(f"UPDATE reference_requests SET {change} WHERE id = %s", request)
    for from_status, to_status, mover in (
        ("declined", "accepted", "alumnus"),
        ("requested", "accepted", "requester"),
        ("accepted", "expired", "clock"),
    ):
        with pytest.raises(mysql.connector.IntegrityError, match="fk_reference_request_history"):
            db.rows(
                "INSERT INTO reference_request_history (request_id, from_status, to_status, mover)"
                " VALUES (%s, %s, %s, %s)",
                request,
                from_status,
                to_status,
                mover,
            )


def test_goals(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(db, student, alumna)
    answer(db, alumna, request)
    for title in (None, " ", "x\ny"):
        found = refused(partial(db.call, "reference_goal_save", student, request, None, title))
        assert (found.status, found.field) == (422, "title")
    goals = [
        db.call("reference_goal_save", student, request, None, f"Goal {number}").goal.id
        for number in range(20)
    ]
    full = refused(lambda: db.call("reference_goal_save", alumna, request, None, "More"))
    assert full.status == 409
    db.call("reference_goal_remove", alumna, request, goals[3])
    assert db.call("reference_goal_save", alumna, request, None, "Last").goal.title == "Last"
    titles = [row.title for row in db.call("reference_read", student, request).goals]
    assert titles == [f"Goal {n}" for n in range(20) if n != 3] + ["Last"]
    other = ask(db, db.student(), alumna)
    answer(db, alumna, other)
    for name, arguments in (
        ("reference_goal_save", [goals[0], "Mine"]),
        ("reference_goal_remove", [goals[0]]),
    ):
        assert refused(partial(db.call, name, alumna, other, *arguments)).status == 404
    assert (
        refused(partial(db.call, "reference_goal_save", student, request, goals[0], " ")).status
        == 422
    )
    # Twenty changes are one mail a day.
    assert mails_to(db, alumna).count("notification") == 1


def test_goals_of_both_at_once(db: Database, pair: tuple[int, int]) -> None:
    request = ask(db, *pair)
    answer(db, pair[1], request)
    results = at_once(
        db,
        *[
            act(Client.call, "reference_goal_save", pair[n % 2], request, None, f"G{n}")
            for n in range(6)
        ],
    )
    assert statuses(results) == [0] * 6
    positions = db.rows("SELECT position FROM reference_goals WHERE request_id = %s", request)
    assert sorted(row.position for row in positions) == [1, 2, 3, 4, 5, 6]


def test_without_an_answer_it_expires_kindly(db: Database) -> None:
    make = Maker(db)
    cs = degree(db, "Expiry Studies")
    student = make.student("Sam", "Seeker", degree_id=cs)
    people = [make.alumnus("Exp", f"No{n}", degree_id=cs) for n in range(5)]
    for person in people:
        offer(db, person)
    request, other = ask(db, student, people[0]), ask(db, db.student(), people[0])
    left = db.value(
        "SELECT TIMESTAMPDIFF(HOUR, UTC_TIMESTAMP(), expires_at)"
        " FROM reference_requests WHERE id = %s",
        request,
    )
    assert left in (14 * 24, 14 * 24 - 1)
    assert expire(db) == 0
    make_due(db, request)
    late = refused(lambda: answer(db, people[0], request))
    assert (late.status, "expired" in late.message) == (409, True)
    assert expire(db) == 1
    assert expire(db) == 0
    assert (status_of(db, request), status_of(db, other)) == ("expired", "requested")
    assert mails_to(db, student) == ["reference_expired"]
    data = json.loads(db.value("SELECT data FROM mail_outbox WHERE recipient_id = %s", student))
    ids = [one["id"] for one in data["suggestions"]]
    assert ids == people[:1:-1], "the newest first of those who are alike; not who did not answer"
    for one in data["suggestions"]:
        assert "Same degree: Expiry Studies" in one["reasons"]
    assert told(db, student) == ["reference_expired"]
    read = db.call("reference_read", student, request)
    assert [person.id for person in read.suggestions] == ids
    assert [row.mover for row in read.history] == ["clock", "requester"]
    assert db.call("reference_read", people[0], request).suggestions == []
    # And the same can be asked again.
    assert ask(db, student, people[0])


def test_declined_with_three_others(db: Database) -> None:
    make = Maker(db)
    student = make.student("Sam", "Seeker", degree_id=degree(db, "Declined Studies"))
    people = [
        make.alumnus("Dec", f"No{n}", degree_id=degree(db, "Declined Studies")) for n in range(4)
    ]
    for person in people:
        offer(db, person)
    request = ask(db, student, people[3])
    assert db.call("reference_read", student, request).suggestions == []
    answer(db, people[3], request, "decline", "No time.")
    read = db.call("reference_read", student, request)
    assert [person.id for person in read.suggestions] == people[2::-1]
    assert read.request.answer == "No time."


def test_many_schedulers_expire_each_once(db: Database) -> None:
    expire(db)
    alumna = db.alumnus()
    offer(db, alumna)
    people = [db.student() for _ in range(24)]
    requests = [ask(db, person, alumna) for person in people]
    make_due(db, *requests)
    results = at_once(db, *[act(expire)] * 4)
    assert all(isinstance(result, int) for result in results), results
    expire(db)
    assert sum(result for result in results if isinstance(result, int)) == len(requests)
    for person, request in zip(people, requests, strict=True):
        assert history(db, request) == ["requested", "expired"]
        assert mails_to(db, person) == ["reference_expired"]
        assert told(db, person) == ["reference_expired"]


def test_killed_in_the_middle_loses_nothing(db: Database) -> None:
    expire(db)
    alumna = db.alumnus()
    offer(db, alumna)
    people = [db.student() for _ in range(30)]
    requests = [ask(db, person, alumna) for person in people]
    make_due(db, *requests)

    def done() -> int:
        return sum(status_of(db, request) == "expired" for request in requests)

    killed = 0
    for _ in range(4):
        with db.connect() as client:
            number = client.value("SELECT CONNECTION_ID()")

            def work(client: Client = client) -> None:
                with contextlib.suppress(mysql.connector.Error):
                    client.call("references_expire_due", None, None)

            worker = threading.Thread(target=work)
            before = done()
            worker.start()
            while done() == before and worker.is_alive():
                pass
            with contextlib.suppress(mysql.connector.Error):
                db.rows("KILL %s", number)
                killed += 1
            worker.join()
    assert killed

    # The server may still be undoing what was killed last: the next call goes on.
    def go_on() -> bool:
        expire(db)
        return done() == len(people)

    until(go_on, "requests that expire")
    for person, request in zip(people, requests, strict=True):
        assert history(db, request) == ["requested", "expired"]
        assert mails_to(db, person) == ["reference_expired"]


def test_one_that_fails_does_not_keep_the_others(db: Database) -> None:
    expire(db)
    alumna = db.alumnus()
    offer(db, alumna)
    requests = [ask(db, db.student(), alumna) for _ in range(3)]
    make_due(db, *requests)
    db.rows("DROP TRIGGER IF EXISTS tr_test_update")
    db.rows(
        "CREATE TRIGGER tr_test_update BEFORE UPDATE ON reference_requests FOR EACH ROW"
        f" IF NEW.id = {requests[1]} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'No'; END IF"
    )
    try:
        found = db.call("references_expire_due", None, None).expiry
    finally:
        db.rows("DROP TRIGGER tr_test_update")
    assert (found.expired_count, found.failed_count, found.first_failure) == (2, 1, "No")
    assert expire(db) == 1


def test_suggestions_say_why(db: Database) -> None:
    make = Maker(db)
    cs, north = degree(db, "Reason CS"), campus(db, "Reason North")
    me = make.alumnus(
        "Me",
        "Myself",
        degree_id=cs,
        campus_id=north,
        current_company="Reason Ltd",
        industry="Reasoning",
        skills={"Reason SQL": "expert", "Reason C": "beginner"},
    )
    like = make.alumnus(
        "A",
        "Like",
        degree_id=cs,
        campus_id=north,
        current_company="Reason Ltd",
        industry="Reasoning",
        skills={"Reason SQL": "beginner", "Reason C": "expert", "Reason X": "expert"},
    )
    skilled = make.alumnus("A", "Skilled", skills={"Reason SQL": "expert", "Reason C": "expert"})
    fellow = make.alumnus("A", "Fellow", degree_id=cs)
    colleague = make.alumnus("A", "Colleague", current_company="Reason Ltd")
    insider = make.alumnus("An", "Insider", industry="Reasoning")
    neighbour = make.alumnus("A", "Neighbour", campus_id=north)
    everybody = [like, skilled, fellow, colleague, insider, neighbour]
    assert not set(everybody) & set(suggested(db, me, limit=20)), "nobody can be asked yet"
    for person in everybody:
        offer(db, person, capacity=3)
    found = db.call("mentor_suggestions", me, limit=20).suggestions
    mine = [row for row in found if row.id in everybody]
    # Of those who are as close, the newest comes first.
    assert [row.id for row in mine] == [like, colleague, fellow, skilled, insider, neighbour]
    assert mine[0].reasons.split("\n") == [
        "Works at: Reason Ltd",
        "Shared skills: Reason C, Reason SQL",
        "Same degree: Reason CS",
        "Same industry: Reasoning",
        "Same campus: Reason North",
        "Free places: 3",
    ]
    assert mine[0].score == 6 + 4 + 2 * 2 + 3 + 1
    assert mine[1].reasons == "Works at: Reason Ltd\nFree places: 3"
    # Where one wants to go counts in place of where one is.
    abroad = make.alumnus("A", "Abroad", current_company="Far Away Inc")
    offer(db, abroad)
    assert suggested(db, me, company="far away inc", limit=20).index(abroad) < suggested(
        db, me, company="far away inc", limit=20
    ).index(colleague)
    # The weights are the table's.
    db.rows("UPDATE suggestion_weights SET weight = 50 WHERE name = 'campus'")
    try:
        assert [one for one in suggested(db, me, limit=20) if one in everybody][:2] == [
            like,
            neighbour,
        ]
    finally:
        db.rows("UPDATE suggestion_weights SET weight = 1 WHERE name = 'campus'")
    assert len(suggested(db, me, limit=2)) == 2
    assert refused(lambda: suggested(db, me, kind="money")).status == 422


def test_whom_nobody_is_suggested(db: Database) -> None:
    make = Maker(db)
    cs = degree(db, "Hidden Studies")
    me = make.student("Sam", "Seeker", degree_id=cs)

    def fellow(**details: Any) -> int:
        person = make.alumnus("Hid", "Fellow", degree_id=cs, **details)
        offer(db, person, "guidance", 1)
        return person

    shown, hidden, private = fellow(), fellow(), fellow(privacy={"profile": "only_me"})
    paused, full, closed, blocked, away, asked = (fellow() for _ in range(6))
    offer(db, paused, paused_until=days(5))
    answer(db, full, ask(db, db.student(), full))
    offer(db, closed, "guidance", 1, is_open=0)
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", away)
    ask(db, me, asked)
    db.call("person_block", me, hidden)
    db.call("person_block", blocked, me)
    found = set(suggested(db, me, limit=20))
    assert found & {shown, hidden, private, paused, full, closed, blocked, away, asked} == {shown}
    assert me not in set(suggested(db, me, limit=20))
    assert shown not in suggested(db, me, kind="reference", limit=20)
    assert shown in suggested(db, me, kind="guidance", limit=20)
    for person in (hidden, private, blocked, away):
        assert refused(partial(ask, db, me, person)).status == 404
        assert refused(partial(db.call, "reference_form_read", me, person)).status == 404


def test_a_block_ends_what_was_between_the_two(db: Database) -> None:
    for how, actor, expected in (
        ("requested", 0, "withdrawn"),
        ("requested", 1, "declined"),
        ("accepted", 0, "ended"),
        ("accepted", 1, "ended"),
    ):
        people = (db.student(), db.alumnus())
        offer(db, people[1], capacity=1)
        request = ask(db, *people)
        if how == "accepted":
            answer(db, people[1], request)
        before = [told(db, person) for person in people]
        db.call("person_block", people[actor], people[1 - actor])
        assert status_of(db, request) == expected
        assert history(db, request)[-1] == expected
        assert [told(db, person) for person in people] == before, "nobody is told"
        assert db.value("SELECT mentoring_places_of(%s)", people[1]) == 1
        # What was said stays readable, and is not suggested from.
        read = db.call("reference_read", people[0], request)
        assert people[1] not in [person.id for person in read.suggestions]


def test_a_block_meets_asking_and_accepting(db: Database) -> None:
    for _ in range(6):
        student, alumna = db.student(), db.alumnus()
        offer(db, alumna)
        results = at_once(
            db, act(Client.call, "person_block", alumna, student), act(ask, student, alumna)
        )
        assert statuses(results) in ([0, 0], [0, 404])
        assert (
            db.rows(
                "SELECT 1 FROM reference_requests WHERE requester_id = %s AND status = 'requested'",
                student,
            )
            == []
        )
    for _ in range(6):
        student, alumna = db.student(), db.alumnus()
        offer(db, alumna)
        request = ask(db, student, alumna)
        results = at_once(
            db, act(Client.call, "person_block", student, alumna), act(answer, alumna, request)
        )
        assert statuses(results) in ([0, 0], [0, 409])
        assert status_of(db, request) in ("withdrawn", "ended")


def test_who_has_left(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(db, student, alumna)
    db.call("account_delete", student)
    gone = refused(lambda: answer(db, alumna, request))
    assert (gone.status, "account is inactive" in gone.message) == (409, True)
    assert db.call("reference_read", alumna, request).request.other_name == "Former member"
    make_due(db, request)
    assert expire(db) >= 1
    assert mails_to(db, student).count("reference_expired") == 0
    # An alumna who leaves: nothing is lost, it expires.
    other = db.student()
    waiting = ask(db, other, alumna)
    db.call("account_delete", alumna)
    make_due(db, waiting)
    expire(db)
    assert mails_to(db, other) == ["reference_expired"]


def test_lists_are_in_pages(db: Database) -> None:
    alumna = db.alumnus()
    offer(db, alumna, capacity=20)
    made = [ask(db, db.student(), alumna) for _ in range(5)]
    asker = db.alumnus()
    asked = []
    for _ in range(3):
        person = db.alumnus()
        offer(db, person)
        asked.append(ask(db, asker, person))
    for actor, view, expected in ((alumna, "received", made), (asker, "asked", asked)):
        found: list[int] = []
        after = None
        while True:
            page = db.call("reference_list", actor, view, after, 2)
            assert len(page.requests) <= 2
            found += [row.id for row in page.requests]
            after = page.page.next_after
            if after is None:
                break
        assert found == expected[::-1]
    assert [row.id for row in db.call("reference_list", alumna).waiting] == made
    assert db.call("reference_list", alumna, "asked").requests == []
    first = db.call("reference_list", asker)
    assert (first.page.view, first.offer, first.page.can_be_asked) == ("received", None, 1)
    student = db.call("reference_list", db.student())
    assert (student.page.view, student.offer, student.page.can_be_asked) == ("asked", None, 0)
    assert refused(lambda: db.call("reference_list", alumna, "x")).status == 422
    assert refused(lambda: db.call("reference_list", alumna, None, "x")).status == 400


def test_the_view_of_what_waits(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(db, student, alumna, company="Acme")
    row = db.row("SELECT * FROM vw_pending_references WHERE id = %s", request)
    assert (row.requester_name, row.alumnus_name, row.kind, row.company) == (
        "Sam Seeker",
        "Ada Adviser",
        "guidance",
        "Acme",
    )
    assert row.days_left in (13, 14)
    assert row.expires_at - row.requested_at == dt.timedelta(14)
    answer(db, alumna, request)
    assert db.rows("SELECT 1 FROM vw_pending_references WHERE id = %s", request) == []


def test_erased_and_exported(db: Database, pair: tuple[int, int]) -> None:
    student, alumna = pair
    request = ask(db, student, alumna, message="Secret words", company="Acme")
    answer(db, alumna, request, "accept", "Kept words")
    exported = {item.table_name for item in db.call("account_export", alumna).items}
    assert {"reference_requests", "mentoring_offers", "mentoring_offer_kinds"} <= exported
    db.call("account_erase", db.admin(), student)
    read = db.call("reference_read", alumna, request).request
    assert (read.message, read.purpose, read.company, read.answer, read.other_name) == (
        "erased",
        "erased",
        None,
        "Kept words",
        "Former member",
    )
    db.call("reference_end", alumna, request)
    assert db.value("SELECT mentoring_places_of(%s)", alumna) == 2
