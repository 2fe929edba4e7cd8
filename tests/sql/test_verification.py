"""People prove what they are by documents; the office decides, each request once."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from tests.support.accounts import mails_to, set_setting
from tests.support.database import Client, Database
from tests.support.office import JPG, PNG, document, refused, submit
from tests.support.races import act, at_once, statuses


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


def decide(
    client: Client,
    admin: int,
    requests: object,
    decision: str,
    reason: str | None = None,
    revision: int | None = None,
) -> dict[int, str]:
    """Decide; returns the result of each request."""
    page = client.call("verification_decide", admin, str(requests), decision, reason, revision)
    return {row.id: row.result for row in page.requests}


def status(db: Client, request: int) -> str:
    return str(db.value("SELECT status FROM verification_queue WHERE id = %s", request))


def test_from_a_document_to_the_badge(db: Database, admin: int) -> None:
    person, other = db.alumnus("Vera", "Verified"), db.student()
    content = document("diploma")
    request = submit(
        db, person, "degree", note="Of 2016. 😀", document=content, document_name="Diplom Ü.PDF"
    )
    mine = db.call("verification_read", person)
    assert (mine.person.is_verified, mine.person.approved_kinds) == (0, None)
    assert mine.person.kinds.split(",") == ["alumni_status", "degree", "identity"]
    (shown,) = mine.documents
    assert (shown.name, shown.media_type, shown.byte_size, shown.is_there) == (
        "Diplom Ü.PDF",
        "application/pdf",
        len(content),
        1,
    )
    (stored,) = json.loads(
        db.value("SELECT submitted_documents FROM verification_queue WHERE id = %s", request)
    )
    assert stored == {
        "name": "Diplom Ü.PDF",
        "media_type": "application/pdf",
        "byte_size": len(content),
        "media_file_id": shown.media_file_id,
    }
    for reader in (person, admin):
        file = db.call("verification_file_read", reader, request, shown.media_file_id).file
        assert (file.content, file.file_name) == (content, "Diplom Ü.PDF")
    refusal = refused(
        lambda: db.call("verification_file_read", other, request, shown.media_file_id)
    )
    assert refusal.status == 404

    read = db.call("verification_request_read", admin, request)
    assert (read.request.name, read.request.note) == ("Vera Verified", "Of 2016. 😀")
    assert decide(db, admin, request, "approve") == {request: "approved"}
    assert mails_to(db, person).count("verification_approved") == 1
    mine = db.call("verification_read", person)
    assert (mine.person.is_verified, mine.person.approved_kinds) == (1, "degree")
    assert mine.request is None
    assert [one.status for one in mine.earlier] == ["approved"]
    assert db.call("profile_read", other, person).person.is_verified == 1
    assert db.call("profile_read", person, other).person.is_verified == 0
    found = db.call("alumni_search", other, "Vera Verified").people
    assert [one.is_verified for one in found if one.id == person] == [1]
    log = db.call("verification_request_read", admin, request).history
    assert [(row.action, row.status) for row in log] == [
        ("verification_decide", "approved"),
        ("verification_submit", "pending"),
    ]
    assert refused(lambda: submit(db, person, "degree")).status == 409, "it is verified already"
    assert submit(db, person, "identity") != request


def test_more_is_asked_for_and_given(db: Database, admin: int) -> None:
    person = db.student("Mo", "More")
    request = submit(db, person, "student_status")
    assert refused(lambda: decide(db, admin, request, "ask")).field == "reason"
    assert decide(db, admin, request, "ask", "The back side, please.") == {request: "needs_more"}
    assert mails_to(db, person).count("verification_more") == 1
    assert refused(lambda: decide(db, admin, request, "ask", "Again")).status == 409
    assert db.call("verification_read", person).request.decided_reason == "The back side, please."
    added = db.call("verification_document_add", person, request, JPG, "back.jpeg").request
    assert (added.status, added.documents_count) == ("needs_more", 2)
    sent = db.call("verification_resubmit", person, request, "Here it is.").request
    assert sent.status == "pending"
    again = refused(lambda: db.call("verification_resubmit", person, request))
    assert again.status == 409
    assert decide(db, admin, request, "reject", "Not readable.") == {request: "rejected"}
    assert db.call("verification_read", person).person.is_verified == 0
    assert submit(db, person, "student_status") != request, "and may ask again"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": None}, "kind"),
        ({"kind": "student_status"}, "kind"),
        ({"kind": "nonsense"}, "kind"),
        ({"document": None}, "document"),
        ({"document": b""}, "document"),
        ({"document": b"MZ\x90\x00 a program"}, "document"),
        ({"document": PNG}, "document"),  # its name says pdf
        ({"document_name": None}, "document"),
        ({"document_name": "proof.exe"}, "document"),
        ({"document_name": "pdf"}, "document"),
        ({"document_name": "a\0b.pdf"}, "document"),
        ({"note": "a\0b"}, "note"),
    ],
)
def test_a_request_that_makes_no_sense(db: Database, changes: dict[str, Any], field: str) -> None:
    person = db.alumnus()
    refusal = refused(lambda: submit(db, person, **{"kind": "identity", **changes}))
    assert (refusal.status, refusal.field) == (422, field)
    assert db.call("verification_read", person).request is None


def test_documents_are_known_by_their_content(db: Database) -> None:
    for content, name, media_type in (
        (PNG + b"1", "a.png", "image/png"),
        (JPG + b"1", "a.JPG", "image/jpeg"),
        (JPG + b"2", "a.jpeg", "image/jpeg"),
        (b"junk before %PDF-1.7", "a.pdf", "application/pdf"),
    ):
        person = db.alumnus()
        submit(db, person, document=content, document_name=name)
        (shown,) = db.call("verification_read", person).documents
        assert shown.media_type == media_type
    large = b"%PDF-1.4" + b"x" * 16 * 2**20
    assert refused(lambda: submit(db, db.alumnus(), document=large)).status == 413


def test_up_to_five_documents_and_never_none(db: Database, admin: int) -> None:
    person, other = db.alumnus(), db.alumnus()
    first = document()
    request = submit(db, person, document=first)
    add = partial(db.call, "verification_document_add", person, request)
    same = refused(lambda: add(first, "again.pdf"))
    assert same.status == 409
    for _ in range(4):
        add(document(), "more.pdf")
    assert refused(lambda: add(document(), "sixth.pdf")).status == 409
    assert (
        refused(
            lambda: db.call("verification_document_add", other, request, document(), "a.pdf")
        ).status
        == 404
    )
    files = [row.media_file_id for row in db.call("verification_read", person).documents]
    assert (
        refused(lambda: db.call("verification_document_remove", person, request, 10**9)).status
        == 404
    )
    for file in files[:2] + files[3:]:
        db.call("verification_document_remove", person, request, file)
        assert db.rows("SELECT id FROM media_files WHERE id = %s", file) == [], "gone at once"
    assert [d.media_file_id for d in db.call("verification_read", person).documents] == files[2:3]
    last = refused(lambda: db.call("verification_document_remove", person, request, files[2]))
    assert last.status == 409
    decide(db, admin, request, "approve")
    assert refused(lambda: add(document(), "late.pdf")).status == 409


def test_withdrawing_takes_the_documents_along(db: Database) -> None:
    person, other = db.alumnus(), db.alumnus()
    shared = document()
    request = submit(db, person, document=shared)
    submit(db, other, document=shared)
    (file,) = db.call("verification_read", person).documents
    db.call("verification_document_add", person, request, document("own"), "b.pdf")
    own = db.call("verification_read", person).documents[1].media_file_id
    assert db.call("verification_withdraw", person, request).request.status == "withdrawn"
    assert db.rows("SELECT id FROM media_files WHERE id = %s", own) == []
    assert db.value("SELECT content FROM media_files WHERE id = %s", file.media_file_id) == shared
    gone = refused(lambda: db.call("verification_file_read", person, request, file.media_file_id))
    assert gone.status == 404
    assert refused(lambda: db.call("verification_withdraw", person, request)).status == 409
    assert submit(db, person)


def test_one_waits_at_a_time_and_a_form_counts_once(db: Database) -> None:
    person = db.alumnus()
    content = document()
    first = submit(db, person, document=content, idempotency_key="k")
    assert submit(db, person, document=content, idempotency_key="k") == first
    assert refused(lambda: submit(db, person)).status == 409
    for _ in range(4):
        db.call("verification_withdraw", person, db.call("verification_read", person).request.id)
        submit(db, person)
    db.call("verification_withdraw", person, db.call("verification_read", person).request.id)
    assert refused(lambda: submit(db, person)).status == 429, "five a day"


def test_who_may_not(db: Database, admin: int) -> None:
    person, other = db.alumnus(), db.student()
    request = submit(db, person)
    calls: tuple[tuple[str, list[Any]], ...] = (
        ("verification_requests", []),
        ("verification_request_read", [request]),
        ("verification_decide", [str(request), "approve"]),
        ("verification_revoke", [request, "No"]),
    )
    for name, arguments in calls:
        for actor, expected in ((None, 401), (person, 403), (other, 403)):
            assert refused(partial(db.call, name, actor, *arguments)).status == expected, name
    for name, arguments in (
        ("verification_read", []),
        ("verification_submit", ["identity"]),
        ("verification_withdraw", [request]),
        ("verification_resubmit", [request]),
        ("verification_document_remove", [request, 1]),
    ):
        assert refused(partial(db.call, name, None, *arguments)).status == 401, name
    assert refused(lambda: submit(db, admin)).status == 403
    assert refused(lambda: db.call("verification_read", admin)).status == 403
    assert refused(lambda: db.call("verification_withdraw", other, request)).status == 404
    assert status(db, request) == "pending"


def test_the_queue_is_in_order_and_in_pages(db: Database, admin: int) -> None:
    asked = [submit(db, db.alumnus(), "degree") for _ in range(5)]
    for kind in (None, "degree"):
        found: list[int] = []
        after = None
        while True:
            page = db.call("verification_requests", admin, None, kind, after, 2)
            assert len(page.requests) <= 2
            found += [one.id for one in page.requests]
            after = page.page.next_after
            if after is None:
                break
        assert found == sorted(set(found))
        assert found[-5:] == asked
    assert page.counts.pending_count >= 5
    assert refused(lambda: db.call("verification_requests", admin, "nonsense")).status == 422
    assert refused(lambda: db.call("verification_requests", admin, None, "nonsense")).status == 422
    assert refused(lambda: db.call("verification_requests", admin, None, None, "x")).status == 400


def test_many_at_once(db: Database, admin: int) -> None:
    people = [db.alumnus() for _ in range(4)]
    requests = [submit(db, person) for person in people]
    db.call("verification_withdraw", people[1], requests[1])
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", people[2])
    ticked = f"{requests[3]}, {requests[2]},{requests[1]},{requests[0]}, 999999999"
    assert decide(db, admin, ticked, "approve") == {
        requests[0]: "approved",
        requests[1]: "decided",
        requests[2]: "inactive",
        requests[3]: "approved",
        999999999: "unknown",
    }
    assert mails_to(db, people[0]).count("verification_approved") == 1
    assert decide(db, admin, f"[{requests[2]}]", "reject", "Blocked.") == {requests[2]: "rejected"}
    for ids in (None, "", "1,,2", "x", "-1", "1.5", "[null]", ",".join(["1"] * 101)):
        refusal = refused(partial(db.call, "verification_decide", admin, ids, "approve"))
        assert (refusal.status, refusal.field) == (422, "request_ids")
    assert refused(lambda: decide(db, admin, requests[0], "perhaps")).field == "decision"


def test_nobody_decides_on_what_they_have_not_seen(db: Database, admin: int) -> None:
    person = db.alumnus()
    request = submit(db, person)
    seen = db.call("verification_request_read", admin, request).request.revision
    db.call("verification_document_add", person, request, document(), "b.pdf")
    assert refused(lambda: decide(db, admin, request, "reject", "No", seen)).status == 409
    assert status(db, request) == "pending"
    assert decide(db, admin, request, "approve", None, seen + 1) == {request: "approved"}


def test_an_approval_is_taken_back(db: Database, admin: int) -> None:
    person = db.alumnus()
    request = submit(db, person)
    assert refused(lambda: db.call("verification_revoke", admin, request, "No")).status == 409
    decide(db, admin, request, "approve")
    assert refused(lambda: db.call("verification_revoke", admin, request, None)).field == "reason"
    db.call("verification_revoke", admin, request, "Somebody else's.")
    assert db.call("profile_read", admin, person).person.is_verified == 0
    assert mails_to(db, person).count("verification_revoked") == 1


def test_a_proof_of_studies_makes_no_verified_alumnus(db: Database, admin: int) -> None:
    person = db.student("Gra", "Duate")
    request = submit(db, person, "student_status")
    decide(db, admin, request, "approve")
    assert db.value("SELECT is_verified(%s)", person) == 1
    db.call("graduation_cohort", admin, str(person), None, None)
    assert db.value("SELECT is_verified(%s)", person) == 0
    who = db.call("verification_read", person).person
    assert (who.role, who.approved_kinds) == ("alumni", None)


def test_who_has_left_shows_nothing(db: Database, admin: int) -> None:
    person = db.alumnus()
    request = submit(db, person)
    (file,) = db.call("verification_read", person).documents
    db.call("account_delete", person)
    read = db.call("verification_request_read", admin, request)
    assert (read.request.account_status, read.documents[0].is_there) == ("deleted", 0)
    gone = refused(lambda: db.call("verification_file_read", admin, request, file.media_file_id))
    assert gone.status == 404
    assert refused(lambda: decide(db, admin, request, "approve")).status == 409
    db.call("account_erase", admin, person)
    assert db.rows("SELECT id FROM media_files WHERE id = %s", file.media_file_id) == []
    assert db.rows("SELECT id FROM verification_queue WHERE id = %s", request) == []


def test_documents_go_when_they_have_served_their_purpose(db: Database, admin: int) -> None:
    person, waiting = db.alumnus(), db.alumnus()
    request, other = submit(db, person), submit(db, waiting)
    (file,) = db.call("verification_read", person).documents
    decide(db, admin, request, "approve")
    db.rows("CALL _verification_files_purge()")
    assert db.call("verification_file_read", person, request, file.media_file_id).file
    db.rows(
        "UPDATE verification_queue SET decided_at = decided_at - INTERVAL 31 DAY WHERE id = %s",
        request,
    )
    db.rows("CALL _verification_files_purge()")
    gone = refused(lambda: db.call("verification_file_read", person, request, file.media_file_id))
    assert gone.status == 404
    assert db.call("verification_request_read", admin, request).documents[0].is_there == 0
    assert db.call("verification_request_read", admin, other).documents[0].is_there == 1
    assert db.value("SELECT is_verified(%s)", person) == 1, "what was decided stays"
    db.rows("UPDATE media_files SET created_at = created_at - INTERVAL 60 DAY")
    before = set_setting(db, "purge_after_days", "7")
    db.rows("CALL _expired_purge()")
    set_setting(db, "purge_after_days", before)
    assert db.rows("SELECT id FROM media_files WHERE id = %s", file.media_file_id) == []
    (kept,) = db.call("verification_read", waiting).documents
    assert db.call("verification_file_read", waiting, other, kept.media_file_id).file


def test_two_admins_decide_each_request_once(db: Database) -> None:
    admins = [db.admin(), db.admin()]
    for _ in range(5):
        people = [db.alumnus() for _ in range(6)]
        requests = [submit(db, person) for person in people]
        ids = ",".join(map(str, requests))
        backwards = ",".join(map(str, reversed(requests)))
        results = at_once(
            db,
            act(decide, admins[0], ids, "approve"),
            act(decide, admins[1], backwards, "reject", "No"),
        )
        assert statuses(results) == [0, 409]
        for person, request in zip(people, requests, strict=True):
            assert status(db, request) in ("approved", "rejected")
            told = [mail for mail in mails_to(db, person) if mail.startswith("verification_")]
            assert len(told) == 1
            assert (
                db.value(
                    "SELECT COUNT(*) FROM admin_activity_log WHERE action ="
                    " 'verification_decide' AND subject_id = %s",
                    request,
                )
                == 1
            )


def test_parts_of_two_decisions_meet(db: Database) -> None:
    admins = [db.admin(), db.admin()]
    requests = [submit(db, db.alumnus()) for _ in range(9)]
    left, right = requests[:6], requests[3:][::-1]
    results = at_once(
        db,
        lambda client: decide(client, admins[0], ",".join(map(str, left)), "approve"),
        lambda client: decide(client, admins[1], ",".join(map(str, right)), "approve"),
    )
    assert statuses(results) == [0, 0]
    done = [
        request
        for result in results
        if isinstance(result, dict)
        for request, word in result.items()
        if word == "approved"
    ]
    assert sorted(done) == requests, "each by one of them"


def test_withdrawing_meets_the_decision(db: Database, admin: int) -> None:
    for _ in range(6):
        person = db.alumnus()
        request = submit(db, person)
        results = at_once(
            db,
            act(Client.call, "verification_withdraw", person, request),
            act(decide, admin, request, "approve"),
        )
        assert statuses(results) == [0, 409]
        is_verified = db.value("SELECT is_verified(%s)", person)
        assert (status(db, request) == "approved") == bool(is_verified)


def test_a_form_sent_ten_times_is_one_request(db: Database) -> None:
    person, content = db.alumnus(), document()
    results = at_once(
        db, *[lambda client: submit(client, person, document=content, idempotency_key="same")] * 10
    )
    assert statuses(results) == [0] * 10
    assert len(set(map(str, results))) == 1
