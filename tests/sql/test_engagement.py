"""The office books alumni: proposals, answers, moves, ratings, races."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from tests.support.accounts import mails_to
from tests.support.database import Client, Database
from tests.support.office import days, propose, refused
from tests.support.races import act, at_once, statuses


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


def move(client: Client, actor: int, engagement: int, to_status: str, **more: Any) -> str:
    page = client.call("engagement_move", actor, engagement, to_status, **more)
    return str(page.engagement.status)


def status(db: Client, engagement: int) -> str:
    return str(db.value("SELECT status FROM alumni_engagements WHERE id = %s", engagement))


def history(db: Client, engagement: int) -> list[str]:
    rows = db.rows(
        "SELECT to_status FROM alumni_engagement_history WHERE engagement_id = %s ORDER BY id",
        engagement,
    )
    return [str(row.to_status) for row in rows]


def test_from_the_proposal_to_both_ratings(db: Database, admin: int) -> None:
    alumnus, other, student = db.alumnus("Ella", "Expert"), db.alumnus(), db.student()
    engagement = propose(
        db,
        admin,
        alumnus,
        kind="workshop_instructor",
        title="Queries 😀",
        description="**SQL**",
        location="Room 1",
        hours="3.5",
        compensation_amount=200,
        compensation_currency="CHF",
    )
    assert mails_to(db, alumnus) == ["engagement_proposed"]
    (waiting,) = db.call("engagement_mine", alumnus).waiting
    assert (waiting.id, waiting.title) == (engagement, "Queries 😀")
    read = db.call("engagement_read", alumnus, engagement)
    assert {row.to_status for row in read.moves} == {"confirmed", "declined"}
    one = read.engagement
    assert (one.mover, one.compensation_amount, one.compensation_currency) == (
        "alumnus",
        200,
        "CHF",
    )
    for stranger in (other, student):
        gone = refused(partial(db.call, "engagement_read", stranger, engagement))
        assert gone.status == 404
    assert (
        move(db, alumnus, engagement, "confirmed", from_status="proposed", revision=one.revision)
        == "confirmed"
    )
    assert mails_to(db, admin).count("engagement_answered") == 1
    assert refused(lambda: db.call("engagement_rate", admin, engagement, 5)).status == 409
    move(db, admin, engagement, "in_progress")
    move(db, admin, engagement, "completed", hours=4)
    assert mails_to(db, alumnus) == ["engagement_proposed", "engagement_moved", "engagement_moved"]
    db.call("engagement_rate", admin, engagement, 5, "Clear and kind.")
    db.call("engagement_rate", alumnus, engagement, 3, "Cold room.")
    rated = db.call("engagement_rate", alumnus, engagement, 4).engagement
    assert (rated.office_rating, rated.alumnus_rating) == (5, 4)
    assert history(db, engagement) == ["proposed", "confirmed", "in_progress", "completed"]
    mine = db.call("engagement_mine", alumnus)
    assert (mine.page.completed_count, mine.page.completed_hours) == (1, 4)

    (shown,) = db.call("profile_read", student, alumnus).engagements
    assert set(shown) == {"id", "kind", "title", "start_date", "end_date", "hours"}
    assert (shown.title, shown.hours) == ("Queries 😀", 4)
    db.call("privacy_save", alumnus, "profile", "alumni")
    assert refused(lambda: db.call("profile_read", student, alumnus)).status == 404
    assert len(db.call("profile_read", other, alumnus).engagements) == 1
    row = db.row("SELECT * FROM vw_alumni_engagements WHERE id = %s", engagement)
    assert (row.alumni_name, row.status, row.days_count) == ("Ella Expert", "completed", 1)


def test_only_what_is_completed_is_on_the_profile(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    engagement = propose(db, admin, alumnus)
    for to_status in ("confirmed", "in_progress"):
        assert db.call("profile_read", alumnus, alumnus).engagements == []
        move(db, alumnus if to_status == "confirmed" else admin, engagement, to_status)
    assert db.call("profile_read", alumnus, alumnus).engagements == []
    assert db.call("profile_view_as", alumnus, "alumnus").engagements == []
    move(db, admin, engagement, "completed")
    assert len(db.call("profile_view_as", alumnus, "alumnus").engagements) == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": None}, "kind"),
        ({"kind": "dancer"}, "kind"),
        ({"title": None}, "title"),
        ({"description": "a\0b"}, "description"),
        ({"start_date": None}, "start_date"),
        ({"start_date": days(-400)}, "start_date"),
        ({"start_date": days(800)}, "start_date"),
        ({"end_date": days(-1)}, "end_date"),
        ({"end_date": days(800)}, "end_date"),
        ({"hours": 0}, "hours"),
        ({"hours": 2001}, "hours"),
        ({"compensation_amount": -1}, "compensation_amount"),
        ({"compensation_currency": "eur"}, "compensation_currency"),
    ],
)
def test_a_proposal_that_makes_no_sense(
    db: Database, admin: int, changes: dict[str, Any], field: str
) -> None:
    alumnus = db.alumnus()
    refusal = refused(lambda: propose(db, admin, alumnus, **changes))
    assert (refusal.status, refusal.field) == (422, field)
    engagement = propose(db, admin, alumnus)
    values = {"kind": "judge", "title": "A", "start_date": days(0), **changes}
    refusal = refused(lambda: db.call("engagement_edit", admin, engagement, **values))
    assert (refusal.status, refusal.field) == (422, field)
    assert mails_to(db, alumnus) == ["engagement_proposed"]


def test_only_active_alumni_are_asked(db: Database, admin: int) -> None:
    blocked = db.alumnus()
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", blocked)
    people: list[Any] = [db.student(), admin, blocked, 10**9, None]
    for person in people:
        refusal = refused(partial(propose, db, admin, person))
        assert (refusal.status, refusal.field) == (422, "alumni_id")
        form = refused(partial(db.call, "engagement_form_read", admin, person))
        assert form.status == 404


def test_who_may_not(db: Database, admin: int) -> None:
    alumnus, other, student = db.alumnus(), db.alumnus(), db.student()
    engagement = propose(db, admin, alumnus)
    for actor, expected in ((None, 401), (alumnus, 403), (student, 403)):
        for name, arguments in (
            ("engagement_propose", [alumnus, "judge"]),
            ("engagement_edit", [engagement, "judge"]),
            ("engagement_search", []),
            ("engagement_form_read", [alumnus]),
            ("engagement_delete", [engagement, 1]),
        ):
            assert refused(partial(db.call, name, actor, *arguments)).status == expected, name
    for actor, expected in ((None, 401), (other, 404), (student, 404)):
        for name, arguments in (
            ("engagement_read", [engagement]),
            ("engagement_move", [engagement, "confirmed"]),
            ("engagement_rate", [engagement, 5]),
        ):
            assert refused(partial(db.call, name, actor, *arguments)).status == expected, name
    assert refused(lambda: db.call("engagement_mine", None)).status == 401
    assert db.call("engagement_mine", student).engagements == []


def test_moves_that_are_none(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    engagement = propose(db, admin, alumnus)
    for actor, to_status, expected in (
        (admin, "confirmed", 409),
        (admin, "declined", 409),
        (alumnus, "cancelled", 409),
        (alumnus, "completed", 409),
        (admin, "proposed", 409),
        (admin, "nonsense", 422),
        (admin, None, 422),
    ):
        refusal = refused(partial(db.call, "engagement_move", actor, engagement, to_status))
        assert refusal.status == expected
    move(db, alumnus, engagement, "confirmed")
    for actor in (admin, alumnus):
        without = refused(partial(db.call, "engagement_move", actor, engagement, "cancelled"))
        assert (without.status, without.field) == (422, "reason")
    assert move(db, alumnus, engagement, "cancelled", reason="I am ill.") == "cancelled"
    assert mails_to(db, admin).count("engagement_answered") >= 1
    again = refused(lambda: db.call("engagement_move", admin, engagement, "proposed"))
    assert (again.status, "is cancelled" in again.message) == (409, True)


def test_what_is_declined_can_be_asked_again(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    engagement = propose(db, admin, alumnus)
    move(db, alumnus, engagement, "declined", reason="Not in March.")
    assert db.call("engagement_read", admin, engagement).engagement.status_reason == "Not in March."
    move(db, admin, engagement, "proposed")
    assert db.call("engagement_read", admin, engagement).engagement.status_reason is None
    assert mails_to(db, alumnus) == ["engagement_proposed"] * 2
    move(db, alumnus, engagement, "confirmed")
    assert history(db, engagement) == ["proposed", "declined", "proposed", "confirmed"]


def test_nothing_is_completed_before_it_begins(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    engagement = propose(db, admin, alumnus, start_date=days(3))
    move(db, alumnus, engagement, "confirmed")
    for to_status in ("in_progress", "completed"):
        early = refused(partial(db.call, "engagement_move", admin, engagement, to_status))
        assert early.status == 409
    assert db.call("engagement_read", admin, engagement).engagement.has_begun == 0


def test_nobody_accepts_what_has_just_been_changed(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    engagement = propose(db, admin, alumnus, compensation_amount=100)
    seen = db.call("engagement_read", alumnus, engagement).engagement.revision
    form = db.call("engagement_form_read", admin, None, engagement)
    assert [person.id for person in form.people] == [alumnus]
    values = {"kind": "judge", "title": "Without pay", "start_date": days(1)}
    db.call("engagement_edit", admin, engagement, **values, revision=seen)
    stale = partial(db.call, "engagement_edit", admin, engagement, **values, revision=seen)
    assert refused(stale).status == 409
    accept = {"from_status": "proposed", "revision": seen}
    assert refused(lambda: move(db, alumnus, engagement, "confirmed", **accept)).status == 409
    assert mails_to(db, alumnus) == ["engagement_proposed", "engagement_changed"]
    now = db.call("engagement_read", alumnus, engagement).engagement
    assert (now.kind, now.compensation_amount, now.compensation_currency) == ("judge", None, None)
    move(db, alumnus, engagement, "confirmed", revision=now.revision)
    late = refused(lambda: db.call("engagement_edit", admin, engagement, **values))
    assert late.status == 409


def test_lists_are_in_pages_and_filtered(db: Database, admin: int) -> None:
    alumnus = db.alumnus("Pia", "Pages")
    made = [
        propose(db, admin, alumnus, kind="judge" if number % 2 else "mentor") for number in range(7)
    ]
    for engagement in made[:3]:
        move(db, alumnus, engagement, "confirmed")
    for filters, expected in (
        ({"person": alumnus}, made),
        ({"status": "confirmed"}, made[:3]),
        ({"kind": "judge"}, made[1::2]),
        ({"kind": "judge", "status": "confirmed"}, made[1:2]),
        ({}, made),
        ({"person": alumnus, "kind": "mentor", "status": "proposed"}, [made[4], made[6]]),
    ):
        found: list[int] = []
        after = None
        while True:
            page = db.call("engagement_search", admin, **filters, after=after, limit=2)
            assert len(page.engagements) <= 2
            found += [one.id for one in page.engagements]
            after = page.page.next_after
            if after is None:
                break
        assert found == sorted(set(found), reverse=True)
        assert [one for one in found if one in made] == expected[::-1], filters
        if "person" in filters:
            assert page.person.name == "Pia Pages"
    mine = db.call("engagement_mine", alumnus, None, 3)
    assert [one.id for one in mine.engagements] == made[:-4:-1]
    rest = db.call("engagement_mine", alumnus, mine.page.next_after, 50)
    assert [one.id for one in rest.engagements] == made[:4][::-1]
    for wrong in ({"status": "x"}, {"kind": "x"}):
        assert refused(partial(db.call, "engagement_search", admin, **wrong)).status == 422
    assert refused(lambda: db.call("engagement_search", admin, after="x")).status == 400
    assert refused(lambda: db.call("engagement_mine", alumnus, "x")).status == 400


def test_what_came_to_nothing_is_deleted_and_brought_back(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    engagement = propose(db, admin, alumnus)
    assert refused(lambda: db.call("engagement_delete", admin, engagement, 1)).status == 409
    move(db, admin, engagement, "cancelled")
    db.call("engagement_delete", admin, engagement, 1)
    assert refused(lambda: db.call("engagement_read", alumnus, engagement)).status == 404
    assert db.call("engagement_mine", alumnus).engagements == []
    assert db.call("engagement_search", admin, person=alumnus).engagements == []
    assert db.call("engagement_read", admin, engagement).engagement.is_deleted == 1
    db.call("engagement_delete", admin, engagement, 0)
    assert db.call("engagement_read", alumnus, engagement).engagement.status == "cancelled"


def test_a_form_sent_twice_is_one_proposal(db: Database, admin: int) -> None:
    alumnus = db.alumnus()
    results = at_once(
        db, *[lambda client: propose(client, admin, alumnus, idempotency_key="same")] * 6
    )
    assert statuses(results) == [0] * 6
    assert len(set(map(str, results))) == 1
    assert mails_to(db, alumnus) == ["engagement_proposed"]


def test_cancelling_meets_accepting(db: Database, admin: int) -> None:
    for _ in range(10):
        alumnus = db.alumnus()
        engagement = propose(db, admin, alumnus)
        results = at_once(
            db,
            act(move, admin, engagement, "cancelled", from_status="proposed"),
            act(move, alumnus, engagement, "confirmed", from_status="proposed"),
        )
        assert statuses(results) == [0, 409]
        word = "cancelled" if results[0] == "cancelled" else "confirmed"
        assert status(db, engagement) == word
        (loser,) = [result for result in results if not isinstance(result, str)]
        assert f"This engagement is now {word}" in str(loser)
        assert history(db, engagement) == ["proposed", word]


def test_accepting_meets_an_edit_and_another_tab(db: Database, admin: int) -> None:
    for _ in range(6):
        alumnus = db.alumnus()
        engagement = propose(db, admin, alumnus)
        seen: dict[str, Any] = {"from_status": "proposed", "revision": 1}
        values = {"kind": "judge", "title": "Changed", "start_date": days(0), "revision": 1}
        results = at_once(
            db,
            act(Client.call, "engagement_edit", admin, engagement, **values),
            act(move, alumnus, engagement, "confirmed", **seen),
            act(move, alumnus, engagement, "declined", **seen),
        )
        assert statuses(results) == [0, 409, 409]
        row = db.row("SELECT title, status FROM alumni_engagements WHERE id = %s", engagement)
        assert (row.title == "Changed") == (row.status == "proposed")


def test_leaving_meets_a_move(db: Database, admin: int) -> None:
    for _ in range(6):
        alumnus = db.alumnus()
        engagement = propose(db, admin, alumnus)
        results = at_once(
            db,
            act(Client.call, "account_erase", admin, alumnus),
            act(move, admin, engagement, "cancelled"),
        )
        assert statuses(results) == [0, 0]
        row = db.row("SELECT * FROM alumni_engagements WHERE id = %s", engagement)
        assert (row.status, row.title, row.hours) == ("cancelled", "erased", 2)
        assert (
            db.value("SELECT alumni_name FROM vw_alumni_engagements WHERE id = %s", engagement)
            == "Former member"
        )
