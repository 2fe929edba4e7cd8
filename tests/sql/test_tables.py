"""Every table keeps the project's rules: keys, engine, charset, comments, audit, names."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterator

import pytest

from tests.support.database import Client, Database, Row
from tests.support.normal_forms import without_author

COLLATIONS = {"utf8mb4_0900_ai_ci", "utf8mb4_bin", "utf8mb4_0900_bin", "utf8mb4_0900_as_cs"}
POLICIES = {"CASCADE", "SET NULL", "RESTRICT"}
PREFIXES = {"FOREIGN KEY": "fk_", "CHECK": "ck_", "UNIQUE": "uq_"}

# Names that people and clients of the reference system rely on.
FIXED_NAMES = {
    "application_date",
    "date_of_birth",
    "deadline",
    "viewed_on",
    "registration_deadline",
}

Rule = Callable[[Client], Iterator[str]]
RULES: list[Rule] = []
"""Each yields what is wrong in a schema, as table or table.column: sentence."""


def _rule(find: Rule) -> Rule:
    RULES.append(find)
    return find


def _tables(client: Client) -> list[Row]:
    return client.rows(
        "SELECT table_name AS name, engine AS engine, table_collation AS collation,"
        " table_comment AS comment FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
    )


def _columns(client: Client) -> list[Row]:
    return client.rows(
        "SELECT c.table_name AS owner, c.column_name AS name, c.data_type AS type,"
        " c.column_type AS full_type, c.collation_name AS collation, c.column_comment AS comment"
        " FROM information_schema.columns AS c"
        " JOIN information_schema.tables AS t USING (table_schema, table_name)"
        " WHERE c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
        " ORDER BY c.table_name, c.ordinal_position"
    )


def _names_by_table(client: Client) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for column in _columns(client):
        found.setdefault(column.owner, set()).add(column.name)
    return found


@_rule
def engine_and_collation(client: Client) -> Iterator[str]:
    for table in _tables(client):
        if (table.engine, table.collation) != ("InnoDB", "utf8mb4_0900_ai_ci"):
            yield f"{table.name}: {table.engine}, {table.collation}"


@_rule
def comment_of_a_table(client: Client) -> Iterator[str]:
    for table in _tables(client):
        if not table.comment:
            yield f"{table.name}: no comment"


@_rule
def collation_of_a_column(client: Client) -> Iterator[str]:
    for column in _columns(client):
        if column.collation and column.collation not in COLLATIONS:
            yield f"{column.owner}.{column.name}: {column.collation}"


@_rule
def primary_key(client: Client) -> Iterator[str]:
    for row in client.rows(
        "SELECT t.table_name AS name FROM information_schema.tables AS t"
        " LEFT JOIN information_schema.table_constraints AS c"
        " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
        " AND c.constraint_type = 'PRIMARY KEY'"
        " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
        " AND c.constraint_name IS NULL"
    ):
        yield f"{row.name}: no primary key"


@_rule
def times_of_a_row(client: Client) -> Iterator[str]:
    for table, names in _names_by_table(client).items():
        for name in sorted({"created_at", "updated_at"} - names):
            yield f"{table}: no {name}"


@_rule
def author_of_a_row(client: Client) -> Iterator[str]:
    exceptions = without_author()
    for table, names in _names_by_table(client).items():
        for name in sorted({"created_by", "updated_by"} - names - exceptions.get(table, set())):
            yield f"{table}: no {name}"


@_rule
def soft_delete_is_a_flag_with_its_time(client: Client) -> Iterator[str]:
    for table, names in _names_by_table(client).items():
        if ("is_deleted" in names) != ("deleted_at" in names):
            yield f"{table}: is_deleted and deleted_at go together"


@_rule
def names_say_the_type(client: Client) -> Iterator[str]:
    for column in _columns(client):
        if column.name in FIXED_NAMES:
            continue
        for is_such, pattern in (
            (column.full_type.startswith("tinyint(1)"), r"(is|has|can)_\w+"),
            (column.type in {"datetime", "timestamp"}, r"\w+_(at|until)"),
            (column.type == "date", r"\w+_(date|on)"),
        ):
            if is_such and not re.fullmatch(pattern, column.name):
                yield f"{column.owner}.{column.name}: a {column.full_type} is named {pattern}"


@_rule
def an_id_is_unsigned(client: Client) -> Iterator[str]:
    for column in _columns(client):
        if column.name == "id" and "unsigned" not in column.full_type:
            yield f"{column.owner}.id: {column.full_type}"


@_rule
def comment_of_an_author_and_of_json(client: Client) -> Iterator[str]:
    for column in _columns(client):
        needs_one = column.name in {"created_by", "updated_by"} or column.type == "json"
        if needs_one and not column.comment:
            yield f"{column.owner}.{column.name}: no comment"


@_rule
def foreign_keys_say_on_delete(client: Client) -> Iterator[str]:
    # NO ACTION is what MySQL records when nothing was said.
    for row in client.rows(
        "SELECT constraint_name AS name, delete_rule AS rule"
        " FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"
    ):
        if row.rule not in POLICIES:
            yield f"{row.name}: ON DELETE {row.rule}"


@_rule
def foreign_keys_are_indexed(client: Client) -> Iterator[str]:
    for row in client.rows(
        "SELECT k.table_name AS t, k.column_name AS c FROM information_schema.key_column_usage AS k"
        " WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL"
        " AND k.ordinal_position = 1 AND NOT EXISTS ("
        "  SELECT 1 FROM information_schema.statistics AS s"
        "  WHERE s.table_schema = k.table_schema AND s.table_name = k.table_name"
        "  AND s.column_name = k.column_name AND s.seq_in_index = 1 AND s.is_visible = 'YES')"
    ):
        yield f"{row.t}.{row.c}: no index begins with this reference"


@_rule
def names_of_constraints(client: Client) -> Iterator[str]:
    for row in client.rows(
        "SELECT table_name AS t, constraint_name AS name, constraint_type AS type"
        " FROM information_schema.table_constraints WHERE table_schema = DATABASE()"
        " AND constraint_type IN ('FOREIGN KEY', 'CHECK', 'UNIQUE')"
    ):
        prefix = PREFIXES[row.type]
        if not row.name.startswith(f"{prefix}{row.t}"):
            yield f"{row.t}: {row.name} is not named {prefix}{row.t}"


@_rule
def names_of_indexes(client: Client) -> Iterator[str]:
    for row in client.rows(
        "SELECT DISTINCT table_name AS t, index_name AS name FROM information_schema.statistics"
        " WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY'"
    ):
        if not re.match(rf"(ix|uq|ft)_{row.t}_", row.name):
            yield f"{row.t}: {row.name} is not named ix_, uq_ or ft_{row.t}_"


# A table that keeps every rule, and faults: statements, rule, finding.
GOOD = """
    CREATE TABLE things (
        id BIGINT UNSIGNED PRIMARY KEY,
        title VARCHAR(20),
        created_at DATETIME, updated_at DATETIME,
        created_by BIGINT UNSIGNED COMMENT 'users.id',
        updated_by BIGINT UNSIGNED COMMENT 'users.id',
        is_deleted TINYINT(1), deleted_at DATETIME,
        parent_id BIGINT UNSIGNED,
        KEY ix_things_parent_id (parent_id),
        UNIQUE uq_things_title (title),
        CONSTRAINT ck_things_title CHECK (title <> ''),
        CONSTRAINT fk_things_parent FOREIGN KEY (parent_id) REFERENCES things (id)
            ON DELETE CASCADE
    ) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT 'Things.'
"""
ALTER = "ALTER TABLE things "
FOREIGN = "DROP FOREIGN KEY fk_things_parent"
FAULTS = [
    (f"{ALTER} {FOREIGN}; {ALTER} ENGINE = MyISAM", "engine_and_collation", "things: MyISAM"),
    (f"{ALTER} COLLATE utf8mb4_bin", "engine_and_collation", "things: InnoDB, utf8mb4_bin"),
    (f"{ALTER} COMMENT ''", "comment_of_a_table", "things: no c"),
    (
        f"{ALTER} MODIFY title VARCHAR(20) CHARSET latin1",
        "collation_of_a_column",
        "things.title: latin1_swedish_ci",
    ),
    (f"{ALTER} {FOREIGN}, DROP PRIMARY KEY", "primary_key", "things: no primary key"),
    (f"{ALTER} DROP created_at", "times_of_a_row", "things: no created_at"),
    (f"{ALTER} DROP updated_at", "times_of_a_row", "things: no updated_at"),
    (f"{ALTER} DROP created_by", "author_of_a_row", "things: no created_by"),
    (f"{ALTER} DROP updated_by", "author_of_a_row", "things: no updated_by"),
    (f"{ALTER} DROP deleted_at", "soft_delete_is_a_flag_with_its_time", "things: is_deleted and"),
    (f"{ALTER} DROP is_deleted", "soft_delete_is_a_flag_with_its_time", "things: is_deleted and"),
    (f"{ALTER} ADD good TINYINT(1)", "names_say_the_type", "things.good: a tinyint(1) is named"),
    (f"{ALTER} ADD done DATETIME", "names_say_the_type", "things.done: a datetime is named"),
    (f"{ALTER} ADD seen TIMESTAMP", "names_say_the_type", "things.seen: a timestamp is named"),
    (f"{ALTER} ADD birthday DATE", "names_say_the_type", "things.birthday: a date is named"),
    (f"{ALTER} {FOREIGN}, MODIFY id BIGINT", "an_id_is_unsigned", "things.id: bigint"),
    (f"{ALTER} ADD data JSON", "comment_of_an_author_and_of_json", "things.data: no comment"),
    (
        f"{ALTER} MODIFY created_by BIGINT",
        "comment_of_an_author_and_of_json",
        "things.created_by: no comment",
    ),
    (
        f"{ALTER} ADD CONSTRAINT fk_things_b FOREIGN KEY (parent_id) REFERENCES things (id)",
        "foreign_keys_say_on_delete",
        "fk_things_b: ON DELETE NO ACTION",
    ),
    (
        f"{ALTER} ALTER INDEX ix_things_parent_id INVISIBLE",
        "foreign_keys_are_indexed",
        "things.parent_id: no index begins",
    ),
    (
        f"{ALTER} ADD CONSTRAINT c CHECK (id > 0)",
        "names_of_constraints",
        "things: c is not named ck",
    ),
    (f"{ALTER} ADD UNIQUE u (id)", "names_of_constraints", "things: u is not named uq_things"),
    (
        (
            f"{ALTER} ADD CONSTRAINT f FOREIGN KEY (parent_id) REFERENCES things (id)"
            " ON DELETE CASCADE"
        ),
        "names_of_constraints",
        "things: f is not named fk_things",
    ),
    (f"{ALTER} ADD KEY i (title)", "names_of_indexes", "things: i is not named ix_"),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_table_keeps(db: Database, rule: Rule) -> None:
    assert len(_tables(db)) > 100
    assert list(rule(db)) == []


@pytest.fixture(scope="module")
def workbench(db: Database) -> Iterator[Client]:
    """Return a schema of its own for faulty tables."""
    schema = f"tables_{secrets.token_hex(4)}"
    with db.connect() as client:
        client.rows(f"CREATE DATABASE {schema} COLLATE utf8mb4_0900_ai_ci")
        client.rows(f"USE {schema}")
        yield client
        client.rows(f"DROP DATABASE {schema}")


@pytest.mark.parametrize(("statement", "name", "finding"), FAULTS)
def test_a_rule_finds_its_fault(workbench: Client, statement: str, name: str, finding: str) -> None:
    workbench.rows("DROP TABLE IF EXISTS things")
    workbench.rows(GOOD)
    assert [one for rule in RULES for one in rule(workbench)] == []
    for part in statement.split("; "):
        workbench.rows(part)
    (rule,) = [rule for rule in RULES if rule.__name__ == name]
    (found,) = rule(workbench)
    assert found.startswith(finding)


def test_every_rule_has_a_fault() -> None:
    assert {name for _, name, _ in FAULTS} == {rule.__name__ for rule in RULES}


def test_lists_of_exceptions_hold_no_more_than_is_needed(db: Database) -> None:
    tables = _names_by_table(db)
    assert without_author().keys() - tables.keys() == set()
    assert FIXED_NAMES - {name for names in tables.values() for name in names} == set()


def test_every_policy_of_foreign_keys_is_used(db: Database) -> None:
    rows = db.rows(
        "SELECT DISTINCT delete_rule AS rule FROM information_schema.referential_constraints"
        " WHERE constraint_schema = DATABASE()"
    )
    assert {row.rule for row in rows} == POLICIES


MAJOR = (
    "users",
    "alumni_profiles",
    "student_profiles",
    "staff_profiles",
    "job_postings",
    "job_applications",
    "events",
    "announcements",
    "posts",
    "post_comments",
    "messages",
    "feedback",
    "contact_messages",
    "reference_requests",
    "alumni_engagements",
)


def test_what_people_delete_is_deleted_softly(db: Database) -> None:
    tables = _names_by_table(db)
    for table in MAJOR:
        assert tables[table] >= {"is_deleted", "deleted_at"}, table
