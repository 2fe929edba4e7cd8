"""The contract of the procedures, read from the database: parameters, types, result sets."""

from __future__ import annotations

import ast
import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from web.database.errors import ContractError, SchemaMismatchError

_SET = re.compile(r"(\w+): (one|maybe|many)")
_PARAMETER = re.compile(r"column '(?:\w+\.)?p_(\w+)'")
_WAIT = re.compile(r"wait (\d+) seconds")
_FIELD = re.compile(r"([a-z][a-z_]*): (.+)", re.S)
# What MySQL says when a value does not fit the type of a parameter.
_CONVERSIONS = {1264, 1265, 1292, 1366, 1406, 1411, 3140, 3854}
ACTOR = "actor_id"


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


def read_contract(connection: Any) -> dict[str, Procedure]:  # noqa: ANN401
    """Read the contract of every public procedure."""
    with connection.cursor() as cursor:
        cursor.execute("CALL contract_read(NULL)")
        procedures = cursor.fetchall()
        cursor.nextset()
        parameters: dict[str, dict[str, str]] = {}
        for procedure, parameter, kind in cursor.fetchall():
            parameters.setdefault(procedure, {})[parameter.removeprefix("p_")] = kind
    return {
        name: Procedure(
            name,
            parameters.get(name, {}),
            _SET.findall(comment.partition("|")[2]),
            access == "READS SQL DATA",
        )
        for name, comment, access in procedures
    }


def check_calls(contract: dict[str, Procedure], folder: Path) -> None:
    """Compare every `call("name", parameter=...)` of the code with the database.

    Raises SchemaMismatchError with all that is missing.
    """
    problems = []
    for path in sorted(folder.rglob("*.py")):
        for line, name, parameters in _calls(path.read_text(encoding="utf-8")):
            procedure = contract.get(name)
            if procedure is None:
                problems.append(f"{path.name}:{line}: there is no procedure {name}")
                continue
            problems += [
                f"{path.name}:{line}: {name} has no parameter {parameter}"
                for parameter in sorted(parameters - procedure.parameters.keys())
            ]
    if problems:
        raise SchemaMismatchError(
            "The database does not match the code (./alumni migrate apply):\n" + "\n".join(problems)
        )


@functools.cache
def _calls(source: str) -> list[tuple[int, str, set[str]]]:
    """Return line, procedure and parameters of every call; a process parses its code once."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        function = node.func
        named = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
        first = node.args[0]
        if named in ("call", "call_plainly") and isinstance(first, ast.Constant):
            keywords = {keyword.arg for keyword in node.keywords if keyword.arg}
            found.append((node.lineno, str(first.value), keywords))
    return found


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
            int(wait[1]) if wait else None,
        )
    parameter = _PARAMETER.search(message)
    if number in _CONVERSIONS and parameter and parameter[1] in procedure.parameters:
        name = parameter[1]
        return ContractError(422, _expected(procedure.parameters[name]), name)
    return None


def _expected(declared: str) -> str:
    """Say in words what a parameter of a declared type takes."""
    kind = declared.lower()
    size = re.search(r"\((\d+)(?:,(\d+))?\)", kind)
    if kind.startswith(("varchar", "char")) and size:
        return f"Use at most {size[1]} characters."
    if "text" in kind or "blob" in kind:
        return "This is too long."
    if kind.startswith("date"):
        return "Give a day such as 2027-01-31."
    if kind.startswith("decimal") and size:
        whole = "9" * (int(size[1]) - int(size[2] or 0))
        return f"Give a number up to {int(whole):,}, without currency."
    if "int" in kind:
        return "Give a whole number that is not too large."
    return "This value cannot be used."
