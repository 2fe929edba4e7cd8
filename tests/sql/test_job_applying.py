"""Applying, withdrawing, moving: files, states, history, mails, counters, races."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable
from functools import partial

import mysql.connector
import pytest
from PIL import Image

from tests.support.database import Client, Database, Refused
from tests.support.jobs import PDF, apply, move, post, posting
from tests.support.races import at_once, statuses

STATES = (
    "pending",
    "reviewed",
    "shortlisted",
    "interviewed",
    "offered",
    "hired",
    "rejected",
    "withdrawn",
)
SIXTEEN_MB = 16 * 2**20


def docx() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        # At a fixed time: the bytes are a part of the tests' names, and workers compare those.
        package.writestr(zipfile.ZipInfo("word/document.xml"), "<document/>")
    return file.getvalue()


def scan(kind: str) -> bytes:
    """Return a picture that is the same for every worker."""
    file = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(file, kind)
    return file.getvalue()


DOC = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600 + "WordDocument\0".encode("utf-16-le")


def refused(call: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cv.pdf", PDF),
        ("CV.PDF", b"junk\n" + PDF),
        ("cv.docx", docx()),
        ("cv.doc", DOC),
        ("cv.png", scan("PNG")),
        ("cv.jpg", scan("JPEG")),
        ("Scan.JPEG", scan("JPEG")),
    ],
)
def test_documents_are_taken_and_read_back(db: Database, name: str, content: bytes) -> None:
    owner, student = db.alumnus(), db.student()
    job = post(db, owner)
    application = apply(db, student, job, cv_file=content, cv_file_name=name)
    for reader in (owner, student, db.admin()):
        file = db.call("job_cv_read", reader, application).file
        assert bytes(file.content) == content
        assert file.file_name == name
    for stranger in (db.alumnus(), db.student()):
        assert refused(partial(db.call, "job_cv_read", stranger, application)).status == 404


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("cv.pdf", b"no pdf at all", 422),
        ("cv.pdf", docx(), 422),
        ("cv.docx", PDF, 422),
        ("cv.docx", b"PK\3\4 an archive without a document", 422),
        ("cv.doc", bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, 422),
        ("cv.exe", PDF, 422),
        ("cv.png", PDF, 422),
        ("cv.png", scan("JPEG"), 422),
        ("cv.gif", scan("GIF"), 422),
        ("cv", PDF, 422),
        ("cv.pdf", b"", 422),
        ("cv.pdf", None, 422),
        (None, PDF, 422),
        ("a\nb.pdf", PDF, 422),
        ("cv.pdf", PDF + b"x" * (SIXTEEN_MB + 1 - len(PDF)), 413),
    ],
)
def test_a_file_that_lies_is_refused(
    db: Database, name: str | None, content: bytes | None, status: int
) -> None:
    job, student = post(db, db.alumnus()), db.student()
    refusal = refused(lambda: apply(db, student, job, cv_file=content, cv_file_name=name))
    assert (refusal.status, refusal.field) == (status, "cv_file")
    assert db.rows("SELECT id FROM job_applications WHERE applicant_id = %s", student) == []


def test_sixteen_megabytes_go_through(db: Database) -> None:
    content = PDF + b"\x00\xff'\\" * ((SIXTEEN_MB - len(PDF)) // 4)
    job, student = post(db, db.alumnus()), db.student()
    application = apply(db, student, job, cv_file=content)
    assert bytes(db.call("job_cv_read", student, application).file.content) == content


def test_the_same_file_is_kept_once(db: Database) -> None:
    job, content = post(db, db.alumnus()), PDF + b"the same"
    for _ in range(2):
        apply(db, db.student(), job, cv_file=content)
    assert db.value("SELECT COUNT(*) FROM media_files WHERE content = %s", content) == 1


def test_nobody_applies_twice_or_to_oneself(db: Database) -> None:
    owner, student = db.alumnus(), db.student()
    job = post(db, owner)
    assert apply(db, student, job, idempotency_key="a" * 20)
    assert apply(db, student, job, idempotency_key="a" * 20), "the same form again"
    assert refused(lambda: apply(db, student, job)).status == 409
    assert refused(lambda: apply(db, owner, job)).status == 409
    assert refused(lambda: apply(db, db.admin(), job)).status == 409
    assert refused(lambda: apply(db, student, 10**12)).status == 404
    assert posting(db, job).applications_count == 1


def test_withdrawing_and_applying_again(db: Database) -> None:
    owner, student = db.alumnus(), db.student()
    job = post(db, owner)
    application = apply(db, student, job)
    assert refused(lambda: db.call("job_application_withdraw", owner, application)).status == 404
    db.call("job_application_withdraw", student, application)
    assert posting(db, job).applications_count == 0
    assert refused(lambda: db.call("job_application_withdraw", student, application)).status == 409
    assert apply(db, student, job) == application
    assert posting(db, job).applications_count == 1
    history = db.call("job_application_read", student, application).history
    assert [row.to_status for row in history] == ["pending", "withdrawn", "pending"]


def test_every_move_is_allowed_or_refused_by_the_table(db: Database) -> None:
    """All 64 pairs, against job_application_moves."""
    allowed = {
        (row.from_status, row.to_status)
        for row in db.rows("SELECT * FROM job_application_moves WHERE mover = 'poster'")
    }
    owner = db.alumnus()
    job = post(db, owner, vacancies=100)
    for before in STATES:
        for after in STATES:
            application = apply(db, db.student(), job)
            db.rows("UPDATE job_applications SET status = %s WHERE id = %s", before, application)
            if (before, after) in allowed:
                move(db, owner, application, after)
            else:
                error = refused(partial(move, db, owner, application, after))
                assert error.status == 409, (before, after)


def test_history_cannot_hold_a_senseless_move(db: Database) -> None:
    application = apply(db, db.student(), post(db, db.alumnus()))
    with pytest.raises(Exception, match="foreign key constraint"):
        db.rows(
            "INSERT INTO job_application_history (job_application_id, from_status, to_status)"
            " VALUES (%s, 'hired', 'pending')",
            application,
        )


def test_each_move_is_told_by_mail_once(db: Database) -> None:
    owner, student = db.alumnus(), db.student()
    application = apply(db, student, post(db, owner, title="Mail me"))
    move(db, owner, application, "reviewed", "shortlisted")
    db.call("job_application_withdraw", student, application)
    mails = db.rows(
        "SELECT recipient_id, template, data ->> '$.status' AS status,"
        " data ->> '$.job_title' AS title FROM mail_outbox WHERE data ->> '$.application_id' = %s"
        " ORDER BY id",
        application,
    )
    assert [(m.recipient_id, m.template, m.status) for m in mails] == [
        (owner, "application_received", "pending"),
        (student, "application_moved", "reviewed"),
        (student, "application_moved", "shortlisted"),
        (owner, "application_withdrawn", "withdrawn"),
    ]
    assert {mail.title for mail in mails} == {"Mail me"}


def test_notes_are_the_posters_own(db: Database) -> None:
    owner, student = db.alumnus(), db.student()
    job = post(db, owner)
    application = apply(db, student, job)
    db.call("job_application_note", owner, application, "Promising")
    read = db.call("job_application_read", owner, application).application
    assert (read.private_note, read.can_move) == ("Promising", 1)
    seen = db.call("job_application_read", student, application).application
    assert (seen.private_note, seen.can_move) == (None, 0)
    assert db.call("job_read", student, job).applicants == []
    for stranger in (student, db.alumnus()):
        error = refused(partial(db.call, "job_application_note", stranger, application, "x"))
        assert error.status == 404


def test_a_move_from_a_state_that_is_no_more(db: Database) -> None:
    owner = db.alumnus()
    application = apply(db, db.student(), post(db, owner))
    move(db, owner, application, "reviewed")
    error = refused(
        lambda: db.call("job_application_move", owner, application, "rejected", "pending")
    )
    assert error.status == 409


def test_applicants_come_in_pages(db: Database) -> None:
    owner = db.alumnus()
    job = post(db, owner)
    made = [apply(db, db.student(), job) for _ in range(7)]
    found, after = [], None
    while True:
        page = db.call("job_applicants", owner, job, None, after, 3)
        found += [row.id for row in page.applicants]
        after = page.page.next_after
        if after is None:
            break
    assert found == made[::-1]
    assert refused(lambda: db.call("job_applicants", owner, job, None, "x")).status == 400
    assert refused(lambda: db.call("job_applicants", owner, job, "odd")).status == 422


def test_race_of_one_person_applying_many_times(db: Database) -> None:
    student = db.student()
    job = post(db, db.alumnus())
    results = at_once(db, *[lambda c: apply(c, student, job)] * 8)
    assert statuses(results) == [0] + [409] * 7
    assert posting(db, job).applications_count == 1


def test_race_for_the_last_places(db: Database) -> None:
    owner = db.alumnus()
    job = post(db, owner, vacancies=3)
    made = [apply(db, db.student(), job) for _ in range(8)]
    for application in made:
        move(db, owner, application, "shortlisted", "offered")
    results = at_once(db, *[lambda c, a=a: move(c, owner, a, "hired") for a in made])
    assert statuses(results) == [0] * 3 + [409] * 5
    assert db.value("SELECT hired_count_of(%s)", job) == 3
    assert posting(db, job).status == "closed"


def test_a_plain_row_has_the_date_of_now(db: Database) -> None:
    owner, student = db.alumnus(), db.student()
    insert = (
        "INSERT INTO job_applications (job_posting_id, applicant_id, cv_upload, cv_file_name{})"
        " SELECT %s, %s, cv_upload, 'cv.pdf'{} FROM job_applications WHERE id = %s"
    )
    named = post(db, owner), student, apply(db, db.student(), post(db, owner))
    with pytest.raises(mysql.connector.Error, match="ck_job_applications_application_date"):
        db.rows(insert.format(", application_date", ", NULL"), *named)
    db.rows(insert.format("", ""), *named)
    (row,) = db.rows(
        "SELECT application_date, applied_at, created_at FROM job_applications"
        " WHERE applicant_id = %s",
        student,
    )
    assert row.application_date == row.applied_at == row.created_at


def test_race_of_applying_and_closing(db: Database) -> None:
    owner = db.alumnus()
    job = post(db, owner)
    students = [db.student() for _ in range(6)]
    acts = [lambda c, s=s: apply(c, s, job) for s in students]
    results = at_once(db, *acts, lambda c: c.call("job_close", owner, job).job.status)
    made = [one for one in results[:-1] if not isinstance(one, Refused)]
    assert posting(db, job).applications_count == len(made)
    closed = posting(db, job).closed_at
    late = db.value(
        "SELECT COUNT(*) FROM job_applications WHERE job_posting_id = %s AND application_date > %s",
        job,
        closed,
    )
    assert late == 0


def after_the_lock(db: Database, job: int, change: str, act: Callable[[Client], object]) -> object:
    """Let somebody act who waits for the posting's lock while it is changed."""
    results: list[object] = []

    def run() -> None:
        with db.connect() as client:
            try:
                results.append(act(client))
            except Refused as refusal:
                results.append(refusal.status)

    with db.connect() as first:
        first.rows("START TRANSACTION")
        first.rows("SELECT id FROM job_postings WHERE id = %s FOR UPDATE", job)
        thread = threading.Thread(target=run)
        thread.start()
        waiting = "SELECT COUNT(*) FROM performance_schema.data_lock_waits"
        while not db.value(waiting) and thread.is_alive():
            pass
        first.rows(f"UPDATE job_postings SET {change} WHERE id = %s", job)
        first.rows("COMMIT")
        thread.join()
    return results[0]


CLOSED = "status = 'closed', closed_at = UTC_TIMESTAMP(), closed_reason = 'poster'"


@pytest.mark.parametrize("key", [None, "k" * 20])
def test_who_waits_for_a_closing_posting_is_too_late(db: Database, key: str | None) -> None:
    job, student = post(db, db.alumnus()), db.student()
    result = after_the_lock(
        db, job, CLOSED, lambda client: apply(client, student, job, idempotency_key=key)
    )
    assert result == 409


def test_who_waits_to_hire_sees_the_vacancies_of_now(db: Database) -> None:
    owner = db.alumnus()
    job = post(db, owner, vacancies=2)
    first, second = (apply(db, db.student(), job) for _ in range(2))
    move(db, owner, first, "shortlisted", "offered", "hired")
    move(db, owner, second, "shortlisted", "offered")
    result = after_the_lock(
        db, job, "vacancies = 1", lambda client: move(client, owner, second, "hired")
    )
    assert result == 409


def test_who_waits_to_edit_sees_the_revision_of_now(db: Database) -> None:
    owner = db.alumnus()
    job = post(db, owner)
    values = {"title": "A", "company_name": "B", "job_type": "contract", "description": "C"}
    result = after_the_lock(
        db,
        job,
        "revision = revision + 1",
        lambda client: client.call("job_edit", owner, job, **values, revision=1),
    )
    assert result == 409


def test_race_of_the_same_form(db: Database) -> None:
    owner = db.alumnus()
    results = at_once(db, *[lambda c: post(c, owner, idempotency_key="race" * 5)] * 6)
    assert statuses(results) == [0] * 6
    assert len(set(results)) == 1


def test_race_of_the_same_new_skill(db: Database) -> None:
    people = [db.alumnus() for _ in range(6)]
    skills = "Quantum Knitting, Antigravity Gardening"
    results = at_once(db, *[lambda c, p=p: post(c, p, skills=skills) for p in people])
    assert len(set(results)) == 6
    assert db.value("SELECT COUNT(*) FROM skills WHERE name = 'quantum knitting'") == 1


def test_race_of_postings_with_known_and_with_new_skills(db: Database) -> None:
    """Whoever brings no new skill overtakes those who wait; nobody locks anybody out."""
    people = [db.alumnus() for _ in range(8)]
    for turn in range(5):
        lists = [f"Braiding {turn}", "Python", "SQL, Python", f"Braiding {turn}, Python"] * 2
        results = at_once(
            db,
            *[
                lambda c, p=person, s=skills: post(c, p, skills=s)
                for person, skills in zip(people, lists, strict=True)
            ],
        )
        assert statuses(results) == [0] * len(people)
        assert len(set(results)) == len(people)


def test_race_of_edits_of_neighbours(db: Database) -> None:
    """Postings without skills that get some at once: deleting nothing would lock all out."""
    values = {
        "title": "Lamplighter",
        "company_name": "Gaslight",
        "job_type": "contract",
        "description": "Light the lamps of the whole street.",
        "skills": "SQL, Java",
        "revision": 1,
    }

    def edit(client: Client, person: int, job: int) -> int:
        return int(client.call("job_edit", person, job, **values).job.id)

    for _ in range(5):
        people = [db.alumnus() for _ in range(6)]
        jobs = [post(db, person, skills=None) for person in people]
        acts = [partial(edit, person=p, job=j) for p, j in zip(people, jobs, strict=True)]
        assert at_once(db, *acts) == jobs


def test_race_of_views(db: Database) -> None:
    job, student = post(db, db.alumnus()), db.student()
    at_once(db, *[lambda c: bool(c.call("job_open", student, job))] * 6)
    assert posting(db, job).views_count == 1
