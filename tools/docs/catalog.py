"""What a schema holds, as its server describes it: tables, code, keys, who may use what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from tools.migrate import catalog
from tools.migrate.header import Header
from tools.migrate.session import Session
from tools.migrate.source import OWNER, Script

_SYSTEM_TABLESPACE = " /*!50100 TABLESPACE `innodb_system` */"
AUTHORS = {"created_by", "updated_by"}
"""Every table has them: a diagram that drew them would show nothing else."""

K = TypeVar("K", bound=Hashable)

_COLUMNS = """
    SELECT table_name, column_name, column_type, is_nullable, column_default, extra,
        generation_expression, column_comment
    FROM information_schema.columns WHERE table_schema = %s ORDER BY table_name, ordinal_position
"""
_INDEXES = """
    SELECT table_name, index_name, non_unique, index_type, column_name, expression, collation
    FROM information_schema.statistics WHERE table_schema = %s
    ORDER BY table_name, index_name <> 'PRIMARY', index_name, seq_in_index
"""
_FOREIGN_KEYS = """
    SELECT k.table_name, k.constraint_name, k.column_name, k.referenced_table_name,
        k.referenced_column_name, r.delete_rule
    FROM information_schema.key_column_usage AS k
    JOIN information_schema.referential_constraints AS r
        ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
        AND r.table_name = k.table_name
    WHERE k.table_schema = %s ORDER BY k.table_name, k.constraint_name, k.ordinal_position
"""
_CHECKS = """
    SELECT t.table_name, t.constraint_name, c.check_clause
    FROM information_schema.table_constraints AS t
    JOIN information_schema.check_constraints AS c
        ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
    WHERE t.table_schema = %s AND t.constraint_type = 'CHECK'
    ORDER BY t.table_name, t.constraint_name
"""
_TABLES = """
    SELECT table_name, table_comment
    FROM information_schema.tables WHERE table_schema = %s AND table_type = 'BASE TABLE'
    ORDER BY table_name
"""
_CODE = """
    SELECT o.kind, o.name, o.module, v.source
    FROM schema_objects AS o
    JOIN schema_object_versions AS v ON v.kind = o.kind AND v.name = o.name
    WHERE v.version = (
        SELECT MAX(w.version) FROM schema_object_versions AS w
        WHERE w.kind = o.kind AND w.name = o.name
    )
    ORDER BY o.kind, o.name
"""
_PARAMETERS = """
    SELECT specific_name, parameter_name, parameter_mode, dtd_identifier
    FROM information_schema.parameters WHERE specific_schema = %s
    ORDER BY specific_name, ordinal_position
"""
_ROUTINES = """
    SELECT routine_name, routine_type, dtd_identifier, sql_data_access
    FROM information_schema.routines WHERE routine_schema = %s
"""
_TRIGGERS = """
    SELECT trigger_name, action_timing, event_manipulation, event_object_table
    FROM information_schema.triggers WHERE trigger_schema = %s
"""
_EVENTS = """
    SELECT event_name, interval_value, interval_field
    FROM information_schema.events WHERE event_schema = %s
"""
_GRANTS = """
    SELECT routine_name AS name, user FROM mysql.procs_priv
    WHERE db = %s AND FIND_IN_SET('Execute', proc_priv)
    UNION SELECT table_name, user FROM mysql.tables_priv
    WHERE db = %s AND FIND_IN_SET('Select', table_priv)
    ORDER BY 1, 2
"""


@dataclass(frozen=True)
class Column:
    """A column of a table or a view."""

    name: str
    type: str
    is_nullable: bool
    default: str | None
    generated: str
    """Expression of a generated column, or nothing."""
    extra: str
    comment: str


@dataclass(frozen=True)
class Index:
    """An index: PRIMARY, unique, FULLTEXT or plain."""

    name: str
    kind: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class ForeignKey:
    """Columns of a child table that name a row of its parent."""

    name: str
    child: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]
    on_delete: str

    @property
    def is_author(self) -> bool:
        """Whether it says only who wrote the row."""
        return set(self.columns) <= AUTHORS


@dataclass(frozen=True)
class Table:
    """A table with all that the server enforces on it."""

    name: str
    comment: str
    columns: list[Column]
    indexes: list[Index]
    foreign_keys: list[ForeignKey]
    checks: list[tuple[str, str]]
    create: str
    kind: str = "table"

    @property
    def summary(self) -> str:
        """What it holds, as a sentence begins."""
        return f"{self.comment[:1].upper()}{self.comment[1:]}"

    @property
    def key(self) -> str:
        """What tells it from every other object."""
        return f"{self.kind}/{self.name}"

    def is_nullable(self, key: ForeignKey) -> bool:
        """Return whether a row may have no parent."""
        return any(one.is_nullable for one in self.columns if one.name in key.columns)

    def is_single(self, key: ForeignKey) -> bool:
        """Return whether a parent has one row here at most."""
        return any(
            index.kind in ("PRIMARY", "UNIQUE") and set(index.columns) <= set(key.columns)
            for index in self.indexes
        )


@dataclass(frozen=True)
class Code:
    """A procedure, function, view, trigger or event."""

    kind: str
    name: str
    module: str
    source: str
    parameters: list[tuple[str, str]]
    columns: list[Column]
    facts: list[str]
    """What the server says of it beside its source, each in a few words."""
    granted: list[str]
    """Roles that may use it, beside those that may use everything."""
    trigger_table: str = ""
    sample: list[tuple[str, str]] | None = None
    """The first row of a view, where it has one: columns and values."""

    @cached_property
    def header(self) -> Header:
        """What the file says of it."""
        return Header.of(self.source)

    @property
    def summary(self) -> str:
        """What it is, in a sentence."""
        return self.header.summary

    @property
    def key(self) -> str:
        """What tells it from every other object: a table and a procedure may have one name."""
        return f"{self.kind}/{self.name}"

    @property
    def is_public(self) -> bool:
        """Whether clients may be allowed to use it."""
        return not self.name.startswith("_")


@dataclass(frozen=True)
class Chapter:
    """Tables that were made together: what a migration makes, and what it says of itself."""

    name: str
    summary: str
    tables: list[Table]


@dataclass(frozen=True)
class Schema:
    """Everything in a schema."""

    version: str
    tables: dict[str, Table]
    code: list[Code]

    def children(self, parent: str) -> list[ForeignKey]:
        """Return the foreign keys that name a table."""
        return [
            key
            for table in self.tables.values()
            for key in table.foreign_keys
            if key.parent == parent
        ]

    def triggers(self, table: str) -> list[Code]:
        """Return the triggers on a table."""
        return [one for one in self.code if one.trigger_table == table]


def read(session: Session) -> Schema:
    """Read a schema. The account must see the grants as well: the administrator's does."""
    schema = session.schema

    def grouped(query: str, key: str) -> dict[str, list[dict[str, Any]]]:
        return _by(session.run(query, schema), lambda row: str(row[key]))

    columns, indexes = grouped(_COLUMNS, "table_name"), grouped(_INDEXES, "table_name")
    keys, checks = grouped(_FOREIGN_KEYS, "table_name"), grouped(_CHECKS, "table_name")
    parameters = grouped(_PARAMETERS, "specific_name")
    granted = _by(session.run(_GRANTS, schema, schema), lambda row: str(row["name"]))
    facts, trigger_tables = _facts(session)
    tables = {}
    for row in session.run(_TABLES, schema):
        name = str(row["table_name"])
        tables[name] = Table(
            name,
            str(row["table_comment"]),
            [_column(one) for one in columns[name]],
            _indexes(indexes[name]),
            _foreign_keys(keys[name]),
            [(str(one["constraint_name"]), _plain(one["check_clause"])) for one in checks[name]],
            table_definition(session, name),
        )
    code = []
    for row in session.run(_CODE):
        name = str(row["name"])
        kind = str(row["kind"])
        code.append(
            Code(
                kind,
                name,
                str(row["module"]),
                str(row["source"]),
                [_parameter(one) for one in parameters[name] if one["parameter_name"]],
                [_column(one) for one in columns[name]] if kind == "view" else [],
                facts[name],
                [str(one["user"]) for one in granted[name] if f"`{one['user']}`@`%`" != OWNER],
                trigger_tables.get(name, ""),
                _sample(session, name) if kind == "view" and row["module"] != "dba" else None,
            )
        )
    (version,) = session.run("SELECT VERSION() AS version")
    return Schema(str(version["version"]), tables, code)


def table_definition(session: Session, name: str) -> str:
    """Return the CREATE TABLE of a table, without where one server keeps its rows."""
    described = catalog.definition(session, "table", name) or ""
    return described.partition("create table: ")[2].replace(_SYSTEM_TABLESPACE, "")


def chapters(schema: Schema, migrations: Iterable[Script]) -> list[Chapter]:
    """Order the tables by the migrations that made them; the tools' own tables come last."""
    found, left = [], dict(schema.tables)
    for migration in migrations:
        made = re.findall(r"^CREATE TABLE (\w+)", migration.text, re.M)
        tables = [left.pop(name) for name in made if name in left]
        if tables:
            name = migration.name.partition("_")[2]
            found.append(Chapter(name, Header.of(migration.text).summary, tables))
    if left:
        found.append(Chapter("tools", "what the command line keeps for itself", [*left.values()]))
    return found


def _sample(session: Session, view: str) -> list[tuple[str, str]] | None:
    """Return the first row of a view, in the order of its columns.

    Not of a DBA's: they show the state of the server, which is another one each time.
    """
    for row in session.run(f"SELECT * FROM `{view}` ORDER BY 1, 2, 3 LIMIT 1"):  # noqa: S608 - a name of the dictionary
        return [(name, "NULL" if value is None else str(value)) for name, value in row.items()]
    return None


def _by(rows: Iterable[dict[str, Any]], key: Callable[[dict[str, Any]], K]) -> dict[K, Any]:
    found = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _plain(expression: object) -> str:
    """Return an expression as people write it, not as the dictionary stores it."""
    text = str(expression).replace("\\'", "'").replace("`", "")
    return re.sub(r"\b_(?:utf8mb4|binary|latin1)'", "'", text)


def _column(row: dict[str, Any]) -> Column:
    default = row["column_default"]
    return Column(
        str(row["column_name"]),
        # A long ENUM can break where a word ends.
        str(row["column_type"]).replace("','", "', '"),
        row["is_nullable"] == "YES",
        None if default is None else _plain(default),
        _plain(row["generation_expression"] or ""),
        str(row["extra"]).replace("DEFAULT_GENERATED", "").strip(),
        str(row["column_comment"]),
    )


def _parameter(row: dict[str, Any]) -> tuple[str, str]:
    mode = row["parameter_mode"] or "IN"
    prefix = "" if mode == "IN" else f"{mode} "
    return str(row["parameter_name"]), f"{prefix}{row['dtd_identifier']}"


def _indexes(rows: list[dict[str, Any]]) -> list[Index]:
    found = []
    for name, parts in _by(rows, lambda row: str(row["index_name"])).items():
        first = parts[0]
        kind = "plain" if first["non_unique"] else "UNIQUE"
        if name == "PRIMARY" or first["index_type"] == "FULLTEXT":
            kind = "PRIMARY" if name == "PRIMARY" else "FULLTEXT"
        columns = tuple(
            f"{part['column_name'] or _plain(part['expression'])}"
            f"{' DESC' if part['collation'] == 'D' else ''}"
            for part in parts
        )
        found.append(Index(name, kind, columns))
    return found


def _foreign_keys(rows: list[dict[str, Any]]) -> list[ForeignKey]:
    return [
        ForeignKey(
            name,
            str(parts[0]["table_name"]),
            tuple(str(part["column_name"]) for part in parts),
            str(parts[0]["referenced_table_name"]),
            tuple(str(part["referenced_column_name"]) for part in parts),
            str(parts[0]["delete_rule"]),
        )
        for name, parts in _by(rows, lambda row: str(row["constraint_name"])).items()
    ]


def _facts(session: Session) -> tuple[dict[str, list[str]], dict[str, str]]:
    """Return what the server says of each object, and the table of each trigger."""
    facts: dict[str, list[str]] = defaultdict(list)
    tables: dict[str, str] = {}
    for row in session.run(_ROUTINES, session.schema):
        name = str(row["routine_name"])
        facts[name].append(str(row["sql_data_access"]))
        if row["routine_type"] == "FUNCTION":
            facts[name].append(f"returns {row['dtd_identifier']}")
    for row in session.run(_TRIGGERS, session.schema):
        name = str(row["trigger_name"])
        tables[name] = str(row["event_object_table"])
        facts[name].append(f"{row['action_timing']} {row['event_manipulation']}")
    for row in session.run(_EVENTS, session.schema):
        value, field = row["interval_value"], str(row["interval_field"]).lower()
        every = field if str(value) == "1" else f"{value} {field}s"
        facts[str(row["event_name"])].append(f"every {every}")
    return facts, tables
