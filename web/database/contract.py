"""The contract of the procedures, read from the database: parameters, types, result sets."""

from __future__ import annotations

import ast
import dataclasses
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from web.database.errors import ContractError, SchemaMismatchError

_SET = re.compile(r"(\w+): (one|maybe|many)")
_PARAMETER = re.compile(r"column '(?:\w+\.)?p_(\w+)'")
_TEXT = re.compile(r"(?:var)?char\((\d+)\)|\w*text")
_CHOICE = re.compile(r"'(\w+)'")
_WAIT = re.compile(r"in (\d+) (second|minute|hour)s?\.")
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_FIELD = re.compile(r"([a-z][a-z_]*): (.+)", re.S)
# What MySQL says when a value does not fit the type of a parameter.
_CONVERSIONS = {1264, 1265, 1292, 1366, 1406, 1411, 3140, 3854}
ACTOR = "actor_id"
BOOLEAN = "tinyint(1)"


@dataclass(frozen=True)
class Procedure:
    """What one procedure takes, gives and does."""

    name: str
    parameters: dict[str, str]
    """Name without p_ -> declared type, in order."""
    sets: list[tuple[str, str]]
    """Name and cardinality (one, maybe, many) of the result sets, in order."""
    is_reading: bool
    """It only reads, so that it can be called again after a lost connection."""
    limits: dict[str, int] = dataclasses.field(default_factory=dict)
    """The most characters that it accepts, by parameter."""

    @property
    def files(self) -> list[str]:
        """Return the parameters that take a file's content; `<parameter>_name` takes its name."""
        return [name for name, kind in self.parameters.items() if "blob" in kind.lower()]

    def field_of(self, parameter: str) -> str:
        """Return the field of a form that a parameter is filled from."""
        file = parameter.removesuffix("_name")
        return file if file in self.files else parameter


Choices = dict[tuple[str, str], tuple[str, ...]]
"""The values of a list, in their order, by table and column."""


def read_contract(connection: Any) -> tuple[dict[str, Procedure], Choices]:  # noqa: ANN401
    """Read the contract of every public procedure, and the values of the lists."""
    with connection.cursor() as cursor:
        cursor.execute("CALL contract_read(NULL)")
        procedures = cursor.fetchall()
        cursor.nextset()
        parameters: dict[str, dict[str, str]] = {}
        for procedure, parameter, kind in cursor.fetchall():
            parameters.setdefault(procedure, {})[parameter.removeprefix("p_")] = kind
        cursor.nextset()
        limits: dict[str, dict[str, int]] = {}
        for procedure, parameter, characters in cursor.fetchall():
            limits.setdefault(procedure, {})[parameter] = characters
        cursor.nextset()
        choices = {
            (table, column): tuple(_CHOICE.findall(kind))
            for table, column, kind in cursor.fetchall()
        }
    contract = {
        name: Procedure(
            name,
            parameters.get(name, {}),
            _SET.findall(comment.partition("|")[2]),
            access == "READS SQL DATA",
            _limits(parameters.get(name, {}), limits.get(name, {})),
        )
        for name, comment, access in procedures
    }
    return contract, choices


def _limits(parameters: dict[str, str], refused: dict[str, int]) -> dict[str, int]:
    """Return the most characters of each text: by its type, or fewer that the code accepts."""
    limits: dict[str, int] = {}
    for name, kind in parameters.items():
        size = _TEXT.fullmatch(kind.lower())
        if size:
            most = [int(size[1])] if size[1] else []
            most += [refused[name]] if name in refused else []
            limits |= {name: min(most)} if most else {}
    return limits


@dataclass(frozen=True)
class Need:
    """What a place in the code takes for granted about a procedure."""

    where: str
    procedure: str
    parameters: frozenset[str]
    sets: frozenset[str] = frozenset()


def check(contract: dict[str, Procedure], needs: Iterable[Need]) -> None:
    """Compare what the code needs with the database.

    Raises SchemaMismatchError with all that is missing.
    """
    problems = []
    for need in needs:
        procedure = contract.get(need.procedure)
        if procedure is None:
            problems.append(f"{need.where}: there is no procedure {need.procedure}")
            continue
        problems += [
            f"{need.where}: {need.procedure} has no {kind} {name}"
            for kind, missing in (
                ("parameter", need.parameters - procedure.parameters.keys()),
                ("result set", need.sets - {name for name, _ in procedure.sets}),
            )
            for name in sorted(missing)
        ]
    if problems:
        raise SchemaMismatchError(
            "The database does not match the code (./alumni migrate apply):\n" + "\n".join(problems)
        )


@functools.cache
def needs_of_code(folder: Path) -> tuple[Need, ...]:
    """Return what every `call("name", parameter=...)` of the code needs."""
    return tuple(need for path in sorted(folder.rglob("*.py")) for need in _needs_of(path))


def _needs_of(path: Path) -> Iterator[Need]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = node.func
        named = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        first = node.args[0]
        if named in ("call", "call_plainly") and isinstance(first, ast.Constant):
            keywords = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            yield Need(f"{path.name}:{node.lineno}", str(first.value), keywords)


def refusal(error: Any, procedure: Procedure) -> ContractError | None:  # noqa: ANN401
    """Translate a database error into a refusal; None where it is a defect."""
    number, message = error.args[0], str(error.args[1])
    state = error.sqlstate or ""
    if state.startswith("45"):
        wait = _WAIT.search(message)
        field = _FIELD.fullmatch(message)
        return ContractError(
            int(state[2:]),
            field[2] if field else message,
            field[1] if field else None,
            int(wait[1]) * _SECONDS[wait[2]] if wait else None,
        )
    parameter = _PARAMETER.search(message)
    if number in _CONVERSIONS and parameter and parameter[1] in procedure.parameters:
        name = parameter[1]
        return ContractError(422, _expected(procedure.parameters[name]), procedure.field_of(name))
    return None


def _expected(declared: str) -> str:
    """Say in words what a parameter of a declared type takes."""
    kind = declared.lower()
    size = re.search(r"\((\d+)(?:,(\d+))?\)", kind)
    if kind.startswith(("varchar", "char")) and size:
        return f"Use at most {int(size[1]):,} characters."
    if "text" in kind or "blob" in kind:
        return "This is too long."
    if kind.startswith("date"):
        return "Enter a date such as 2027-01-31."
    if kind.startswith("decimal") and size:
        whole = "9" * (int(size[1]) - int(size[2] or 0))
        return f"Enter a number up to {int(whole):,}, without currency."
    if "int" in kind:
        return "Enter a whole number within the allowed range."
    return "This value isn't valid."
