"""The registry of personal data is whole, and what it erases is gone from every table."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator
from typing import Any

import mysql.connector
import pytest

from tests.support.accounts import email_of, new_email, set_setting, sign_in, token_of
from tests.support.database import PASSWORD_HASH, Client, Database, Refused
from tests.support.event_rows import event, registration
from tests.support.jobs import PDF
from tests.support.pictures import picture as picture_of
from tests.support.races import at_once, calling, states
from tests.support.schemas import Schemas

# Tables that hold nothing about a person, with the reason.
NOT_PERSONAL = {
    "event_reminders": "when people are reminded of an event",
    "roles": "words of the system",
    "settings": "what the university decides",
    "institution_info": "the university's own address",
    "campuses": "lookup",
    "degrees": "lookup",
    "skill_domains": "lookup",
    "skills": "names of skills, shared by all who have them",
    "job_posting_skills": "what a posting asks for",
    "job_terms": "words of a posting",
    "job_application_moves": "the workflow",
    "audit_pending": "digests of the audit log, salted where personal",
    "audit_seals": "the same",
    "audit_heads": "the same",
    "inbox_moves": "the workflow",
    "alumni_engagement_moves": "the workflow",
    "reference_request_moves": "the workflow",
    "suggestion_weights": "how suggestions are ranked",
    "counters": "what is counted, and how",
    "statistics_snapshots": "counts of everybody",
    "announcement_pins": "places on a list",
    "about_page": "about the university",
    "about_sections": "about the university",
    "about_feature_cards": "about the university",
    "about_quick_links": "about the university",
    "about_page_revisions": "about the university",
    "statistics_series": "counts of everybody",
    "statistics_cohorts": "counts of everybody",
    "statistics_outcomes": "counts of everybody, small groups suppressed",
    "statistics_events": "counts of who came to events",
    "notification_kinds": "names of kinds and their defaults",
    "privacy_fields": "names of fields and their defaults",
    "personal_tables": "the registry",
    "personal_columns": "the registry",
    "schema_migrations": "of the migration tool",
    "schema_journal": "of the migration tool",
    "schema_objects": "of the migration tool",
    "schema_object_versions": "of the migration tool",
}
# Who wrote a row and when: a reference to an account, which has no name once it is erased.
AUTHORSHIP = {"created_at", "updated_at", "created_by", "updated_by"}
SECRETS = {
    "password_hash",
    "token_hash",
    "compared_digest",
    "idempotency_key",
    "private_note",
    "verified_by",
    "database_user",
    "data",
    "before_state",
    "after_state",
}
MARK = "Zzyzxmark"
TEXTS = ("char", "varchar", "text", "mediumtext", "longtext", "json", "blob", "longblob")


def columns(db: Client) -> dict[str, dict[str, str]]:
    """Return the columns of every table with their types."""
    found: dict[str, dict[str, str]] = {}
    for row in db.rows(
        "SELECT c.table_name AS t, c.column_name AS c, c.data_type AS kind"
        " FROM information_schema.columns AS c"
        " JOIN information_schema.tables AS t USING (table_schema, table_name)"
        " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
    ):
        found.setdefault(row.t, {})[row.c] = row.kind
    return found


def registered(db: Client) -> dict[str, dict[str, Any]]:
    """Return the registered columns of every registered table."""
    found: dict[str, dict[str, Any]] = {}
    for row in db.rows("SELECT * FROM personal_tables"):
        found[row.name] = {}
    for row in db.rows("SELECT * FROM personal_columns"):
        found[row.table_name][row.column_name] = row
    return found


def test_every_table_is_registered_or_holds_nothing_about_a_person(db: Database) -> None:
    tables, registry = set(columns(db)), set(registered(db))
    assert registry | set(NOT_PERSONAL) == tables
    assert not registry & set(NOT_PERSONAL)


def test_every_column_of_a_registered_table_is_registered(db: Database) -> None:
    tables = columns(db)
    for table, found in registered(db).items():
        assert set(tables[table]) - AUTHORSHIP == set(found) - AUTHORSHIP, table


def test_references_to_people_elsewhere_are_authorship(db: Database) -> None:
    personal = registered(db)
    for row in db.rows(
        "SELECT table_name AS t, column_name AS c FROM information_schema.key_column_usage"
        " WHERE table_schema = DATABASE() AND referenced_table_name = 'users'"
    ):
        assert row.c in AUTHORSHIP or row.c in personal.get(row.t, {}), f"{row.t}.{row.c}"


def test_secrets_are_not_exported(db: Database) -> None:
    for table, found in registered(db).items():
        for name, row in found.items():
            if name in SECRETS or name.endswith(("_hash", "_digest")):
                assert row.is_exported == 0, f"{table}.{name}"


def test_every_reference_to_a_file_is_looked_at_before_it_goes(db: Database) -> None:
    refer = {
        (row.t, row.c)
        for row in db.rows(
            "SELECT table_name AS t, column_name AS c FROM information_schema.key_column_usage"
            " WHERE table_schema = DATABASE() AND referenced_table_name = 'media_files'"
        )
    }
    # _media_files_remove and _account_erase know these.
    assert refer == {
        ("job_applications", "cv_upload"),
        ("profile_files", "media_file_id"),
        ("verification_files", "media_file_id"),
        ("message_attachments", "media_file_id"),
        ("post_files", "media_file_id"),
    }


def mark(name: str) -> str:
    """Return an unmistakable value."""
    return f"{MARK}{name}"


def insert(db: Client, table: str, **values: Any) -> int:
    """Insert a row as it is; returns its id."""
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    db.rows(f"INSERT INTO {table} ({names}) VALUES ({marks})", *values.values())
    return int(db.value("SELECT LAST_INSERT_ID()"))


def marked_events(db: Client, me: int, poster: int) -> None:
    """Let a person make an event, and take part in, speak and help at somebody else's."""
    event(db, me)
    there = event(db, poster)
    seat = registration(db, there, me, note=mark("note"))
    insert(db, "event_registration_history", event_registration_id=seat, to_status="registered")
    insert(db, "event_helpers", event_id=there, user_id=me)
    insert(
        db,
        "event_speakers",
        event_id=there,
        user_id=me,
        session_title="Talk",
        position=1,
        status="confirmed",
        answered_at="2026-01-01",
        answer_note=mark("answer"),
    )
    db.call("calendar_feed_open", me)


def marked_person(db: Database, poster: int) -> int:
    """Make a person of whom every registered table holds something unmistakable."""
    me = db.person("alumni", mark("first"), mark("last"), f"{MARK}{new_email()}")
    email = email_of(db, me)
    alumni = db.value("SELECT id FROM alumni_profiles WHERE user_id = %s", me)
    facts = {
        "phone": mark("phone"),
        "student_number": mark("number"),
        "bio": mark("bio"),
        "linkedin_url": f"https://{MARK.lower()}.example.org/in",
        "website_url": f"https://{MARK.lower()}.example.org",
    }
    more = {
        **facts,
        "current_job_title": mark("title"),
        "current_company": mark("company"),
        "industry": mark("industry"),
        "location": mark("location"),
    }
    for name, value in more.items():
        db.rows(f"UPDATE alumni_profiles SET {name} = %s WHERE id = %s", value, alumni)
    student = insert(
        db,
        "student_profiles",
        user_id=me,
        first_name=mark("first"),
        last_name=mark("last"),
        nationality=mark("nation"),
        **facts,
    )
    insert(
        db,
        "staff_profiles",
        user_id=me,
        first_name=mark("f"),
        last_name=mark("l"),
        job_title=mark("job"),
        phone=mark("phone"),
    )
    skill = db.value("SELECT MIN(id) FROM skills")
    insert(db, "alumni_skills", alumni_profile_id=alumni, skill_id=skill)
    insert(db, "student_skills", student_profile_id=student, skill_id=skill)
    insert(
        db,
        "alumni_work_history",
        alumni_profile_id=alumni,
        job_title=mark("job"),
        company=mark("company"),
        location=mark("place"),
        start_date="2020-01-01",
        description=mark("did"),
    )
    insert(
        db,
        "alumni_achievements",
        alumni_profile_id=alumni,
        kind="award",
        title=mark("award"),
        issuer=mark("issuer"),
        url=f"https://{MARK.lower()}.example.org",
        description=mark("text"),
    )
    insert(
        db,
        "alumni_degrees",
        alumni_profile_id=alumni,
        title=mark("degree"),
        institution=mark("school"),
    )
    insert(
        db,
        "student_projects",
        student_profile_id=student,
        title=mark("project"),
        url=f"https://{MARK.lower()}.example.org",
        description=mark("text"),
    )
    insert(db, "profile_links", user_id=me, label=mark("label"), url=f"https://{MARK}.example")
    insert(db, "former_names", user_id=me, name=mark("former"))
    for number, kind in enumerate(("cv", "photo")):
        content = PDF + f"{MARK}{kind}{me}".encode()
        file = insert(
            db,
            "media_files",
            sha256=bytes([number]) * 24 + me.to_bytes(8),
            media_type="application/pdf",
            byte_size=len(content),
            content=content,
            created_by=me,
        )
        insert(
            db,
            "profile_files",
            user_id=me,
            kind=kind,
            width=64 * number,
            media_file_id=file,
            file_name=None if number else mark("cv.pdf"),
        )
    insert(db, "privacy_settings", user_id=me, field="phone", audience="members")
    insert(db, "follows", follower_id=me, followed_id=poster)
    insert(db, "follows", follower_id=poster, followed_id=me)
    insert(db, "profile_views", profile_user_id=me, viewer_id=poster, viewed_on="2026-01-01")
    degree = db.value("SELECT MIN(id) FROM degrees") or insert(
        db, "degrees", name="A degree", level="master", semesters_count=4
    )
    insert(
        db,
        "graduation_requests",
        user_id=me,
        degree_id=degree,
        graduation_year=2026,
        note=mark("note"),
        status="rejected",
        decided_at="2026-01-01",
        decided_reason=mark("reason"),
    )
    job = db.call(
        "job_post",
        poster,
        title="Engineer",
        company_name="Acme",
        job_type="full_time",
        description="Build things that last, with people who care.",
        vacancies=1,
        location="Berlin",
        skills="SQL",
        target_audience="all",
    ).job.id
    db.call("job_open", me, job)
    content = PDF + f"{MARK}apply{me}".encode()
    applied = db.call("job_apply", me, job, mark("letter"), None, content, mark("cv.pdf"))
    application = applied.application.id
    db.call("job_application_move", poster, application, "reviewed")
    db.rows(
        "UPDATE job_applications SET private_note = %s WHERE id = %s", mark("note"), application
    )
    marked_events(db, me, poster)
    marked_dealings(db, me, poster)
    marked_talk(db, me, poster)
    marked_feed(db, me, poster)
    marked_mentoring(db, me, poster)
    sign_in(db, email, user_agent=mark("browser"), address=MARK)
    db.call("password_recover", None, email)
    insert(
        db,
        "email_verification_tokens",
        user_id=me,
        token_hash=me.to_bytes(32),
        expires_at="2030-01-01",
    )
    insert(
        db,
        "account_tokens",
        user_id=me,
        purpose="change_email",
        token_hash=me.to_bytes(32),
        new_email=f"{MARK}@example.org",
        expires_at="2030-01-01",
    )
    announced = insert(
        db,
        "announcements",
        author_id=me,
        title=mark("plan"),
        content=mark("plan"),
        decided_reason=mark("no"),
    )
    insert(db, "announcement_reads", reader_id=me, announcement_id=announced)
    insert(
        db,
        "idempotency_keys",
        actor_id=me,
        procedure_name=mark("p"),
        idempotency_key=mark("k"),
        result_id=1,
    )
    insert(
        db,
        "mail_outbox",
        recipient_id=poster,
        email="a@example.org",
        template=mark("t"),
        data=json.dumps({"who": mark("name")}),
        fact_key=mark(f"fact{me}"),
        created_by=me,
        leased_by=mark("worker"),
        leased_until="2030-01-01",
        status="leased",
        last_error=mark("error"),
    )
    insert(
        db,
        "admin_activity_log",
        actor_id=me,
        action="x",
        subject_table="users",
        subject_id=me,
        before_state=json.dumps({"email": mark("before")}),
        request_id=mark("request"),
        after_state=json.dumps({"email": mark("after")}),
        client_address=mark("address"),
        database_user="web@localhost",
    )
    db.rows(
        "UPDATE users SET status_reason = %s, last_signed_in_at = UTC_TIMESTAMP() WHERE id = %s",
        mark("reason"),
        me,
    )
    db.rows("CALL _directory_write(%s)", me)
    return me


def marked_dealings(db: Database, me: int, other: int) -> None:
    """Let the office hear from a person, see proof of them and book them."""
    content = PDF + f"{MARK}proof{me}".encode()
    db.call("verification_submit", me, "identity", mark("note"), content, mark("proof.pdf"))
    db.rows(
        "UPDATE verification_queue SET decided_reason = %s WHERE user_id = %s", mark("reason"), me
    )
    db.call("contact_send", me, subject=mark("subject"), message=mark("message"))
    # Before there was an account, and without signing in.
    typed = {"name": mark("name"), "email": email_of(db, me)}
    db.call("feedback_send", None, **typed, category="idea", message=mark("idea"))
    db.rows("UPDATE contact_messages SET form_digest = %s", mark("digest").ljust(32, "x"))
    db.rows("UPDATE feedback SET form_digest = %s", mark("digest").ljust(32, "x"))
    for column, table in (("contact_message_id", "contact_messages"), ("feedback_id", "feedback")):
        insert(
            db,
            "inbox_entries",
            kind="note",
            content=mark("entry"),
            **{column: db.value(f"SELECT MAX(id) FROM {table}")},
        )
    engagement = insert(
        db,
        "alumni_engagements",
        alumni_id=me,
        kind="speaker",
        title=mark("title"),
        description=mark("text"),
        location=mark("place"),
        start_date="2026-01-01",
        hours=2,
        compensation_amount=100,
        compensation_currency="EUR",
        status="completed",
        status_reason=mark("reason"),
        office_rating=5,
        office_comment=mark("office"),
        alumnus_rating=4,
        alumnus_comment=mark("own"),
        created_by=other,
    )
    insert(
        db,
        "alumni_engagement_history",
        engagement_id=engagement,
        to_status="proposed",
        mover="office",
        reason=mark("reason"),
        created_by=other,
    )


def marked_talk(db: Database, me: int, other: int) -> None:
    """Let a person write, be told, block and report."""
    content = PDF + f"{MARK}sent{me}".encode()
    sent = db.call("message_send", me, other, mark("words"), content, mark("sent.pdf")).message
    db.call("message_send", other, me, "An answer")
    db.call("message_delete", me, sent.id, "me")
    db.rows(
        "INSERT INTO message_terms (user_id, term, message_id) VALUES (%s, %s, %s)",
        me,
        mark("term"),
        sent.id,
    )
    db.call("message_settings_save", me, 0)
    kind = "like"
    insert(db, "notification_preferences", user_id=me, kind=kind, is_in_app=1, mail="none")
    insert(
        db,
        "notification_digests",
        user_id=me,
        digest="daily",
        last_sent_at="2026-01-01",
        token=mark("digest"),
    )
    insert(db, "unsubscribe_tokens", user_id=me, kind=kind, token=mark("token"))
    told = insert(
        db,
        "notifications",
        recipient_id=me,
        kind=kind,
        verb=mark("verb"),
        group_key=mark("group"),
        link=f"/{MARK}",
        data=json.dumps({"who": mark("who")}),
        last_actor_id=other,
        happened_at="2026-01-01",
    )
    insert(db, "notification_actors", notification_id=told, actor_id=me)
    insert(db, "mail_suppressions", email=email_of(db, me), reason="bounce", detail=mark("detail"))
    blocked = db.student()
    db.call("person_block", me, blocked)
    db.call("content_report", me, "person", other, "spam", mark("note"))
    insert(
        db,
        "content_reports",
        reporter_id=other,
        subject="message",
        subject_id=sent.id,
        author_id=me,
        excerpt=mark("words"),
        reason="spam",
    )


def marked_feed(db: Database, me: int, other: int) -> None:
    """Let a person post, change it, comment and like."""
    picture = picture_of((64, 64), "WEBP")
    post = db.call(
        "post_add",
        me,
        mark("words"),
        f"https://{MARK.lower()}.example.org",
        "all",
        picture,
        mark("picture"),
        PDF + f"{MARK}post{me}".encode(),
        mark("post.pdf"),
        None,
    ).post.id
    db.call("post_edit", me, post, mark("other words"), f"https://{MARK.lower()}.org", "all", 1)
    said = db.call("comment_add", me, post, None, mark("comment"), None).comment.id
    db.call("comment_add", other, post, said, "An answer", None)
    db.call("post_like", me, post, 1)
    db.call("comment_like", me, said, 1)


def marked_mentoring(db: Database, me: int, other: int) -> None:
    """Let a person ask, and be asked, with goals, words and a rating."""
    db.call("mentoring_offer_save", me, 1, "guidance,mentorship", 2, None, mark("note"))
    db.call("mentoring_offer_save", other, 1, "guidance", 2)
    words = (mark("purpose"), mark("company"), mark("position"), mark("message"))
    asked = db.call("reference_request", me, other, "guidance", *words).request.id
    db.call("reference_answer", other, asked, "accept")
    db.call("reference_goal_save", me, asked, None, mark("goal"))
    db.call("reference_complete", me, asked, mark("note"))
    db.call("reference_rate", me, asked, 5, mark("feedback"))
    got = db.call("reference_request", other, me, "mentorship", "A plan", None, None, "?").request
    db.call("reference_answer", me, got.id, "accept", mark("word"))
    db.call("reference_goal_save", me, got.id, None, mark("goal"))


# Columns whose texts no person writes.
UNMARKED = {
    ("mail_outbox", "email"),
    ("users", "password_hash"),
    ("media_files", "media_type"),
    ("alumni_engagements", "compensation_currency"),
    ("notification_digests", "digest"),
    ("notification_preferences", "kind"),
    ("notification_preferences", "mail"),
    ("notifications", "kind"),
    ("notifications", "digest"),
    ("notifications", "open_key"),
    ("unsubscribe_tokens", "kind"),
    ("mail_suppressions", "reason"),
    ("live_events", "kind"),
    ("post_files", "kind"),
    ("mentoring_offer_kinds", "kind"),
}


def marked(db: Client) -> set[tuple[str, str]]:
    """Return every column of every table that holds the mark."""
    found = set()
    for table, kinds in columns(db).items():
        texts = [name for name, kind in kinds.items() if kind in TEXTS]
        if texts:
            tests = ", ".join(
                f"SUM(LOCATE('{MARK.lower()}', LOWER(CONVERT({name} USING utf8mb4))) > 0) AS {name}"
                for name in texts
            )
            row = db.row(f"SELECT {tests} FROM {table}")
            found |= {(table, name) for name in texts if row[name]}
    return found


@pytest.fixture
def alone(schemas: Schemas, template: str) -> Iterator[Database]:
    """Return a schema of its own, where nobody else has left a mark."""
    with schemas.lent(template) as database:
        yield database


@contextlib.contextmanager
def routines_replaced(db: Database) -> Iterator[None]:
    """Let a migration replace routines meanwhile: statements must be prepared again and again."""
    is_over = threading.Event()

    def replace() -> None:
        with db.connect() as client:
            while not is_over.is_set():
                client.rows("DROP FUNCTION IF EXISTS replaced")
                client.rows("CREATE FUNCTION replaced() RETURNS INT NO SQL RETURN 1")

    thread = threading.Thread(target=replace)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def test_after_erasure_no_table_holds_anything_of_the_person(alone: Database) -> None:
    db = alone
    admin, poster = db.admin(), db.alumnus("Petra", "Poster")
    me = marked_person(db, poster)
    tables, before = columns(db), marked(db)
    must = {
        (table, name)
        for table, found in registered(db).items()
        for name, row in found.items()
        if tables[table][name] in TEXTS and (row.replacement or _erasure(db, table) == "delete")
    }
    assert must - before <= UNMARKED, "the test does not fill these"
    db.call("account_delete", me)
    db.rows("UPDATE users SET deleted_at = deleted_at - INTERVAL 30 DAY WHERE id = %s", me)
    with routines_replaced(db):
        done = db.call("accounts_erase_due", None, None).erasure
    assert (done.erased_count, done.failed_count) == (1, 0), done.first_failure
    # Tries counted by network address are nobody's in particular, and go when their window ends.
    db.rows("UPDATE throttles SET window_ends_at = '2020-01-01' WHERE scope = 'address'")
    db.rows("CALL _expired_purge()")
    assert marked(db) == set()
    for table, found in registered(db).items():
        if _erasure(db, table) == "delete" and "user_id" in found:
            assert db.rows(f"SELECT 1 FROM {table} WHERE user_id = %s", me) == [], table

    # What others have stays readable.
    assert db.value("SELECT name_of(%s)", me) == "Former member"
    applicants = db.call("job_applicants", poster, 1, None, None, 20).applicants
    assert [row.applicant_name for row in applicants] == ["Former member"]
    application = db.call("job_application_read", poster, applicants[0].id)
    assert application.application.status == "reviewed"
    assert application.application.cv_file_name is None
    assert db.value("SELECT COUNT(*) FROM job_application_history") == 2
    assert db.value("SELECT COUNT(*) FROM admin_activity_log WHERE subject_id = %s", me) >= 3
    # Again is the same.
    assert db.call("accounts_erase_due", None, None).erasure.erased_count == 0
    first = db.value("SELECT erased_at FROM users WHERE id = %s", me)
    assert db.call("account_erase", admin, me).erasure.erased_at == first


def _erasure(db: Client, table: str) -> str:
    return str(db.value("SELECT erasure FROM personal_tables WHERE name = %s", table))


def test_a_file_that_somebody_else_has_stays(db: Database) -> None:
    admin, poster, ada, bob = db.admin(), db.alumnus(), db.student(), db.student()
    job = db.call(
        "job_post",
        poster,
        title="Engineer",
        company_name="Acme",
        job_type="full_time",
        description="Build things that last, with people who care.",
        vacancies=1,
        location="Berlin",
        skills="SQL",
        target_audience="all",
    ).job.id
    shared = PDF + f"shared {ada}".encode()
    for one in (ada, bob):
        db.call("job_apply", one, job, None, None, shared, "cv.pdf")
    count = "SELECT COUNT(*) FROM media_files WHERE content = %s"
    db.call("account_erase", admin, ada)
    assert db.value(count, shared) == 1
    db.call("account_erase", admin, bob)
    assert db.value(count, shared) == 0


def test_the_office_erases_on_request(db: Database) -> None:
    admin, ada = db.admin(), db.alumnus()
    email = email_of(db, ada)
    for actor, target, state in (
        (None, ada, "45401"),
        (ada, ada, "45403"),
        (admin, admin, "45409"),
        (admin, 0, "45404"),
    ):
        with pytest.raises(Refused) as refusal:
            db.call("account_erase", actor, target)
        assert refusal.value.state == state
    assert db.call("account_erase", admin, ada).erasure.erased_at
    with pytest.raises(Refused) as refusal:
        sign_in(db, email, is_restoring=1)
    assert refusal.value.state == "45422"
    # The address is free again.
    assert db.person("alumni", "Ada", "Again", email)


def test_nobody_is_erased_before_their_time(db: Database) -> None:
    ada = db.alumnus()
    db.call("account_delete", ada)
    db.rows(
        "UPDATE users SET deleted_at = deleted_at - INTERVAL 719 HOUR WHERE id = %s",
        ada,
    )
    db.call("accounts_erase_due", None, None)
    assert db.value("SELECT erased_at FROM users WHERE id = %s", ada) is None
    before = set_setting(db, "restore_days", "29")
    db.call("accounts_erase_due", None, None)
    set_setting(db, "restore_days", before)
    assert db.value("SELECT erased_at FROM users WHERE id = %s", ada)


@pytest.fixture
def due(db: Database) -> int:
    """Return somebody who is deleted and due."""
    ada = db.alumnus("Ada", "Due")
    db.call("account_delete", ada)
    db.rows("UPDATE users SET deleted_at = deleted_at - INTERVAL 30 DAY WHERE id = %s", ada)
    return ada


def test_one_who_cannot_be_erased_does_not_keep_the_others(db: Database, due: int) -> None:
    other = db.alumnus()
    db.call("account_delete", other)
    db.rows("UPDATE users SET deleted_at = deleted_at - INTERVAL 40 DAY WHERE id = %s", other)
    # Somebody has the address that an erased account gets.
    squatter = db.person("alumni", "S", "Q", f"s{other}.{due}@example.org")
    db.rows(
        "UPDATE users SET email = CONCAT('erased-', %s, '@invalid') WHERE id = %s", due, squatter
    )
    done = db.call("accounts_erase_due", None, None).erasure
    assert (done.erased_count, done.failed_count) == (1, 1)
    assert "uq_users_email" in done.first_failure
    assert db.value("SELECT COUNT(*) FROM alumni_profiles WHERE user_id = %s", due) == 1, (
        "entirely or not at all"
    )
    db.rows("UPDATE users SET email = %s WHERE id = %s", new_email(), squatter)
    assert db.call("accounts_erase_due", None, None).erasure.erased_count == 1


def test_killed_in_the_middle_and_called_again(db: Database, due: int) -> None:
    with db.connect() as holder, db.connect() as victim:
        # Somebody holds a late row of the list, so that the erasure waits in its middle.
        holder.rows("START TRANSACTION")
        holder.rows("SELECT 1 FROM admin_activity_log WHERE subject_id = %s FOR UPDATE", due)
        number = victim.value("SELECT CONNECTION_ID()")
        failed = threading.Event()

        def erase() -> None:
            try:
                victim.call("accounts_erase_due", None, None)
            except mysql.connector.Error:
                failed.set()

        thread = threading.Thread(target=erase)
        thread.start()
        waiting = (
            "SELECT COUNT(*) FROM performance_schema.data_lock_waits AS w"
            " JOIN performance_schema.threads AS t ON t.thread_id = w.requesting_thread_id"
            f" WHERE t.processlist_id = {number}"
        )
        for _ in range(200):
            if db.value(waiting):
                break
            threading.Event().wait(0.05)
        else:
            pytest.fail("it never waited")
        db.rows(f"KILL {number}")
        thread.join()
        assert failed.is_set()
        holder.rows("ROLLBACK")
    assert db.value("SELECT first_name FROM alumni_profiles WHERE user_id = %s", due) == "Ada"
    assert db.value("SELECT erased_at FROM users WHERE id = %s", due) is None
    assert db.call("accounts_erase_due", None, None).erasure.erased_count == 1
    assert db.rows("SELECT 1 FROM alumni_profiles WHERE user_id = %s", due) == []


def test_erasing_meets_coming_back(db: Database) -> None:
    admin = db.admin()
    for _ in range(6):
        ada = db.alumnus("Ada", "Back")
        db.call("account_delete", ada)
        token = token_of(db, ada, "account_deleted")
        outcomes = states(
            at_once(
                db,
                calling("account_restore", None, token),
                calling("account_erase", admin, ada),
                calling("account_erase", admin, ada),
            )
        )
        # The office's word is the last: but nobody is half there.
        assert outcomes in ({"": 3}, {"": 2, "45404": 1})
        assert db.value("SELECT is_deleted FROM users WHERE id = %s", ada) == 1
        assert db.rows("SELECT 1 FROM alumni_profiles WHERE user_id = %s", ada) == []


def test_the_event_meets_coming_back(db: Database) -> None:
    for _ in range(6):
        ada = db.alumnus("Ada", "Back")
        db.call("account_delete", ada)
        # The link still works for a moment after the account is due.
        db.rows("UPDATE users SET deleted_at = deleted_at - INTERVAL 30 DAY WHERE id = %s", ada)
        token = token_of(db, ada, "account_deleted")
        outcomes = states(
            at_once(
                db,
                calling("account_restore", None, token),
                calling("accounts_erase_due", None, None),
            )
        )
        row = db.row("SELECT is_deleted, erased_at FROM users WHERE id = %s", ada)
        came_back = outcomes == {"": 2}
        assert bool(row.is_deleted) != came_back
        assert (row.erased_at is None) == came_back
        names = db.rows("SELECT first_name FROM alumni_profiles WHERE user_id = %s", ada)
        assert bool(names) == came_back


def test_an_empty_registry_erases_nobody(alone: Database) -> None:
    admin, ada = alone.admin(), alone.alumnus()
    alone.rows("DELETE FROM personal_tables")
    with pytest.raises(Refused) as refusal:
        alone.call("account_erase", admin, ada)
    assert refusal.value.state == "45409"
    assert alone.value("SELECT is_deleted FROM users WHERE id = %s", ada) == 0
    assert alone.value("SELECT password_hash FROM users WHERE id = %s", ada) == PASSWORD_HASH


def test_the_export_holds_everything_that_is_to_be_exported(alone: Database) -> None:
    db = alone
    poster = db.alumnus("Petra", "Poster")
    me = marked_person(db, poster)
    page = db.call("account_export", me)
    found: dict[str, set[str]] = {}
    for item in page.items:
        found.setdefault(item.table_name, set()).update(json.loads(item.content))
    registry = registered(db)
    for table, names in found.items():
        assert names == {name for name, row in registry[table].items() if row.is_exported}, table
    # Of every table but those of which this person has nothing.
    exported = {
        table for table, names in registry.items() if any(row.is_exported for row in names.values())
    }
    assert exported - set(found) == {"job_postings"}
    text = "".join(item.content for item in page.items)
    assert mark("letter") in text
    assert mark("bio") in text
    assert "$argon2" not in text
    assert "Petra" not in text
    applications = [i.content for i in page.items if i.table_name == "job_applications"]
    assert applications
    assert mark("note") not in "".join(applications), "words of the poster"

    files = {(row.folder.partition("-")[0], row.file_name) for row in page.files}
    assert files == {
        ("profile", mark("cv.pdf")),
        ("profile", "photo-64"),
        ("application", mark("cv.pdf")),
        ("verification", mark("proof.pdf")),
        ("message", mark("sent.pdf")),
        ("post", "picture.webp"),
        ("post", mark("post.pdf")),
    }
    for row in page.files:
        content = db.call("account_export_file", me, row.media_file_id).file.content
        # The picture of a post is a whole WebP, which has no room for a mark.
        is_marked = MARK.encode() in content
        assert is_marked == (row.file_name != "picture.webp"), row.file_name
        with pytest.raises(Refused) as refusal:
            db.call("account_export_file", poster, row.media_file_id)
        assert refusal.value.state == "45404"
    assert db.value("SELECT @@SESSION.group_concat_max_len = @@GLOBAL.group_concat_max_len")


def test_the_export_of_one_holds_nothing_of_another(alone: Database) -> None:
    db = alone
    me = marked_person(db, db.alumnus())
    other = db.alumnus("Otto", "Other")
    assert me
    page = db.call("account_export", other)
    assert MARK not in "".join(item.content for item in page.items)
    assert page.files == []
    with pytest.raises(Refused) as refusal:
        db.call("account_export", None)
    assert refusal.value.state == "45401"


def test_who_has_left_shows_no_documents_from_the_first_day(alone: Database) -> None:
    db = alone
    poster = db.alumnus("Petra", "Poster")
    me = marked_person(db, poster)
    (row,) = db.call("job_applicants", poster, 1, None, None, 20).applicants
    assert MARK in row.applicant_name + row.applicant_email + row.cover_letter
    assert db.call("job_cv_read", poster, row.id).file
    db.call("account_delete", me)
    (row,) = db.call("job_applicants", poster, 1, None, None, 20).applicants
    read = db.call("job_application_read", poster, row.id).application
    for one in (row, read):
        assert one.applicant_name == "Former member"
        shown = {name: value for name, value in one.items() if name != "private_note"}
        assert MARK not in str(shown)
    with pytest.raises(Refused) as refusal:
        db.call("job_cv_read", poster, row.id)
    assert refusal.value.state == "45404"
    db.call("account_restore", None, token_of(db, me, "account_deleted"))
    assert db.call("job_cv_read", poster, row.id).file
