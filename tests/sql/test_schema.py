"""The database looked up by the office: what there is, what uses what, what changed when."""

from __future__ import annotations

import pytest

from tests.support.database import Database, Refused
from tests.support.sources import sources


@pytest.fixture(scope="module")
def admin(db: Database) -> int:
    """Return an admin."""
    return db.admin()


def test_only_the_office(db: Database) -> None:
    for actor, status in ((None, 401), (db.student(), 403), (db.alumnus(), 403)):
        for call in (("schema_list", actor), ("schema_read", actor, "table", "users", None)):
            with pytest.raises(Refused) as refused:
                db.call(*call, *[None] * (3 - len(call)))
            assert refused.value.status == status


def test_all_that_is_applied_is_listed(db: Database, admin: int) -> None:
    for kind in ("view", "procedure", "function", "trigger"):
        page = db.call("schema_list", admin, kind, None)
        listed = {row.name: row.summary for row in page.objects}
        assert listed.keys() == {source.name for source in sources(kind)}
        assert all(listed.values())
        (count,) = [row.objects_count for row in page.kinds if row.kind == kind]
        assert count == len(listed)
    tables = db.call("schema_list", admin, None, None).objects
    assert {row.name for row in tables} == {
        row.name
        for row in db.rows(
            "SELECT table_name AS name FROM information_schema.tables"
            " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
            " AND table_name NOT LIKE 'schema\\_%%'"
        )
    }
    assert all(row.summary for row in tables)
    job = db.call("schema_list", admin, "procedure", "job")
    assert {row.module for row in job.objects} == {"job"}
    for kind, module in (("nothing", None), ("procedure", "nothing")):
        with pytest.raises(Refused) as refused:
            db.call("schema_list", admin, kind, module)
        assert refused.value.status == 422


def test_a_table(db: Database, admin: int) -> None:
    page = db.call("schema_read", admin, "table", "job_applications", None)
    assert page.object.comment
    columns = {row.name: row for row in page.columns}
    assert columns["applied_at"].generated_as == "`application_date`"
    assert columns["status"].default_value == "pending"
    assert {(row.columns, row.parent, row.on_delete) for row in page.references} > {
        ("job_posting_id", "job_postings", "RESTRICT"),
        ("created_by", "users", "SET NULL"),
    }
    assert "job_application_history" in {row.child for row in page.referenced}
    assert ("PRIMARY", "PRIMARY", "id") in {
        (row.name, row.kind, row.columns) for row in page.indexes
    }
    assert {row.name: row.rule for row in page.checks}["ck_job_applications_expected_salary"] == (
        "(expected_salary >= 0)"
    )
    assert page.definition["Create Table"].startswith("CREATE TABLE `job_applications`")
    assert page.versions == []
    used_by = {(row.kind, row.name) for row in page.used_by}
    assert {("procedure", "job_apply"), ("trigger", "tr_job_application_insert")} < used_by
    assert ("procedure", "help") not in used_by


def test_a_procedure(db: Database, admin: int) -> None:
    page = db.call("schema_read", admin, "procedure", "job_apply", None)
    source = next(source for source in sources("procedure") if source.name == "job_apply")
    assert page.object.source == source.text
    assert page.object.header.startswith("job_apply: apply for a job")
    assert [row.name for row in page.parameters][:2] == ["p_actor_id", "p_job_id"]
    assert {(row.kind, row.name) for row in page.uses} == {
        ("table", "job_applications"),
        ("table", "job_postings"),
        *(
            ("procedure", name)
            for name in (
                "_require_actor",
                "_idempotency_claim",
                "_idempotency_record",
                "_job_visible",
                "_job_apply_obstacle",
                "_require_text",
                "_cv_store",
                "_application_moved",
            )
        ),
    }
    assert page.columns == []
    assert page.definition is None


def test_comments_aliases_and_strings_are_no_uses(db: Database) -> None:
    code = "SELECT a.id AS users, 'roles' FROM skills AS a; -- events\nCALL b();"
    left = db.value("SELECT _schema_names_of(%s)", code)
    assert [word for word in ("users", "roles", "events") if word in left] == []
    assert "FROM skills" in left
    assert "CALL b()" in left
    prepared = "SET @s = 'DELETE FROM roles'; PREPARE s FROM @s;"
    assert "FROM roles" in db.value("SELECT _schema_names_of(%s)", prepared)


def test_versions(db: Database, admin: int) -> None:
    first = db.call("schema_read", admin, "function", "slug_of", None).object
    db.rows(
        "INSERT INTO schema_object_versions (kind, name, version, action, source, applied_by)"
        " VALUES ('function', 'slug_of', 2, 'apply', %s, 'somebody@somewhere')",
        f"-- slug_of: changed.\n{first.source}",
    )
    try:
        newest = db.call("schema_read", admin, "function", "slug_of", None)
        last = newest.versions[0]
        assert (last.version, last.applied_by) == (2, "somebody@somewhere")
        assert newest.object.version == 2
        assert newest.object.source_before == first.source
        assert newest.object.header.startswith("slug_of: changed.")
        older = db.call("schema_read", admin, "function", "slug_of", 1).object
        assert (older.source, older.source_before) == (first.source, None)
        listed = db.call("schema_list", admin, "function", None)
        assert ("slug_of", 2) in {(row.name, row.version) for row in listed.changes}
    finally:
        db.rows("DELETE FROM schema_object_versions WHERE name = 'slug_of' AND version = 2")


@pytest.mark.parametrize(
    ("kind", "name", "version"),
    [
        ("table", "nothing", None),
        ("view", "users", None),
        ("procedure", "job_apply", 99),
        ("table", "users", 1),
        ("table", "users`; DROP", None),
    ],
)
def test_what_is_not_there(
    db: Database, admin: int, kind: str, name: str, version: int | None
) -> None:
    with pytest.raises(Refused) as refused:
        db.call("schema_read", admin, kind, name, version)
    assert refused.value.status == 404
