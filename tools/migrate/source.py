"""The database as the checkout has it: migrations, code objects, reference data, roles."""

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tools.migrate.errors import MigrationError
from tools.migrate.files import read_sql, sql_files
from tools.migrate.splitter import split

OWNER = "`alumni_owner`@`%`"
"""The locked account that defines every object; nobody signs in as it."""


class Kind(enum.StrEnum):
    """Kinds of code objects, as `SHOW CREATE` and the history name them."""

    FUNCTION = "function"
    PROCEDURE = "procedure"
    VIEW = "view"
    TRIGGER = "trigger"
    EVENT = "event"


# In the order in which they are applied: functions are used by all, views may use functions.
FOLDERS = {
    Kind.FUNCTION: "db/functions",
    Kind.PROCEDURE: "procedures",
    Kind.VIEW: "views",
    Kind.TRIGGER: "triggers",
    Kind.EVENT: "db/events",
}
_ASIDE = re.compile(
    r"'(?:[^'\\]|''|\\.)*'|\"(?:[^\"\\]|\"\"|\\.)*\"|/\*.*?\*/|(?:#|--(?=\s))[^\n]*", re.S
)
_READ_FROM = re.compile(r"(?:\bFROM\b|\bJOIN\b|,|\()\s*`?(\w+)`?(?!\s*[.(])", re.I)
_SUBQUERY_NAME = re.compile(r"\b(\w+)\s+AS\s*\(", re.I)
_CALLED = re.compile(r"\b(\w+)`?\s*\(")
_BESIDE = re.compile(r"\bFOR\s+EACH\s+ROW\s+(?:FOLLOWS|PRECEDES)\s+`?(\w+)", re.I)
DBA_FOLDER = "dba"
"""Procedures that the web may not call, and views that readers may not read."""
HELP_FOLDER = "help"
"""Procedures that readers may call as well."""


def digest(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Script:
    """A file of statements: a migration, reference data, roles."""

    name: str
    text: str

    @cached_property
    def digest(self) -> str:
        """What an edit changes."""
        return digest(self.text)

    @cached_property
    def statements(self) -> list[str]:
        """The statements in order."""
        return _split(self.name, self.text)


@dataclass(frozen=True)
class CodeObject:
    """A function, procedure, view, trigger or event and the file it comes from."""

    kind: Kind
    name: str
    text: str
    folder: str = ""

    @cached_property
    def digest(self) -> str:
        """What an edit changes."""
        return digest(self.text)

    @cached_property
    def key(self) -> tuple[str, str]:
        """Kind and name, as the history tells objects apart."""
        return self.kind.value, self.name

    @cached_property
    def create(self) -> str:
        """The CREATE statement, as written. Raises MigrationError for a file of another form."""
        *before, create = _split(self.name, self.text)
        head = re.compile(
            rf"CREATE\s+(?:OR\s+REPLACE\s+)?(?:SQL\s+SECURITY\s+\w+\s+)?{self.kind}\s+{self.name}\b",
            re.I,
        )
        drops = [
            re.match(rf"DROP\s+{self.kind}\s+IF\s+EXISTS\s+{self.name}$", s, re.I) for s in before
        ]
        if not head.match(create) or not all(drops):
            raise MigrationError(
                f"{self.name}.sql must hold the {self.kind} {self.name} and nothing else "
                f"(DROP {self.kind.upper()} IF EXISTS, then CREATE, without a DEFINER)."
            )
        return create

    def create_as(self, name: str) -> str:
        """Return the CREATE statement under another name, with the owner as its definer."""
        named = re.sub(
            rf"({self.kind}\s+){self.name}\b", rf"\g<1>{name}", self.create, count=1, flags=re.I
        )
        pattern = rf"^CREATE\s+(OR\s+REPLACE\s+)?((?:SQL\s+SECURITY\s+\w+\s+)?{self.kind}\b)"
        return re.sub(
            pattern,
            lambda found: f"CREATE {found[1] or ''}DEFINER = {OWNER} {found[2]}",
            named,
            count=1,
            flags=re.I,
        )

    @cached_property
    def code(self) -> str:
        """The CREATE statement without comments and without the content of literals."""
        return _ASIDE.sub(" ", self.create)

    @cached_property
    def needs(self) -> set[str]:
        """Names of objects of its kind, and of tables, that must be there before it is created.

        A view needs what it reads, a function what it calls, a trigger the one beside it.
        Procedures and events need nothing: the server looks for what they name when they run.
        """
        if self.kind is Kind.VIEW:
            made_here = set(_SUBQUERY_NAME.findall(self.code))
            return set(_READ_FROM.findall(self.code)) - made_here
        if self.kind is Kind.FUNCTION:
            return set(_CALLED.findall(self.code))
        if self.kind is Kind.TRIGGER:
            return set(_BESIDE.findall(self.code))
        return set()

    @property
    def is_public(self) -> bool:
        """Whether clients may be allowed to call it."""
        return self.kind is Kind.PROCEDURE and not self.name.startswith("_")

    @property
    def trigger_table(self) -> str:
        """The table a trigger stands on."""
        found = re.search(r"\bON\s+`?(\w+)`?\s+FOR\s+EACH\s+ROW", self.create, re.I)
        if not found:
            raise MigrationError(f"{self.name}.sql does not say which table the trigger is on.")
        return found[1]


@dataclass(frozen=True)
class Tree:
    """Everything that a checkout says about the database."""

    migrations: list[Script]
    objects: list[CodeObject]
    reference: list[Script]
    roles: Script | None

    def find(self, name: str) -> CodeObject | None:
        """Return the code object of that name."""
        return next((one for one in self.objects if one.name == name), None)


def read_tree(root: Path) -> Tree:
    """Read a checkout. Raises MigrationError where names are doubled or numbers are missing."""
    migrations = read_migrations(root)
    objects: list[CodeObject] = []
    for kind, folder in FOLDERS.items():
        found = [
            CodeObject(kind, path.stem, read_sql(path), path.parent.name)
            for path in sql_files(root / folder)
        ]
        objects += _by_dependency(found)
    names = [one.name for one in objects]
    doubled = {name for name in names if names.count(name) > 1}
    if doubled:
        raise MigrationError(f"Two files have one name: {', '.join(sorted(doubled))}.")
    return Tree(
        migrations,
        objects,
        [_script(path) for path in sql_files(root / "db/reference")],
        read_roles(root),
    )


def read_migrations(root: Path) -> list[Script]:
    """Read the migrations of a checkout. Raises MigrationError where a number is missing."""
    migrations = [_script(path) for path in sql_files(root / "db/migrations")]
    for number, migration in enumerate(migrations, 1):
        if not re.match(rf"{number:04d}_\w+$", migration.name):
            raise MigrationError(f"Migration {number:04d} is missing before {migration.name}.")
    return migrations


def read_roles(root: Path) -> Script | None:
    """Read what makes the roles of a checkout, where it has any."""
    roles = root / "db/roles.sql"
    return _script(roles) if roles.exists() else None


def _by_dependency(objects: list[CodeObject]) -> list[CodeObject]:
    """Order objects of one kind so that each comes after those that the server needs first."""
    by_name = {one.name: one for one in objects}
    ordered: list[CodeObject] = []

    def visit(one: CodeObject, path: tuple[str, ...]) -> None:
        if one.name in path:
            raise MigrationError(f"{' -> '.join([*path, one.name])}: each needs the other first.")
        if one in ordered:
            return
        for name in sorted(one.needs & by_name.keys() - {one.name}):
            visit(by_name[name], (*path, one.name))
        ordered.append(one)

    for one in objects:
        visit(one, ())
    return ordered


def _script(path: Path) -> Script:
    return Script(path.stem, read_sql(path))


def _split(name: str, text: str) -> list[str]:
    try:
        return list(split(text))
    except MigrationError as error:
        raise MigrationError(f"{name}.sql: {error}") from error
