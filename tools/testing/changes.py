"""Which test files guard what has changed: the choice of `./alumni test --quick`.

A test file guards a changed file when it is that file, when it is named after its module (job,
event, ...), when it imports it, or when it names it. SQL objects that use a changed one count as
changed too, one step farther away. Nearer files come first; files that take longer than what is
left of the time are left out and named.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.settings import CHECKOUT

SQL_FOLDERS = ("db", "procedures", "triggers", "views")
SECONDS = 60
"""What the chosen files may take together on one worker; the start takes the rest of 90 s."""
UNKNOWN_SECONDS = 5.0
DURATIONS = "tests/durations.json"
ALWAYS = ("tests/sql/test_routines.py", "tests/sql/test_tables.py")
"""Rules that every SQL file must keep."""
FAR = 3
"""Objects so many uses away are not followed."""


class ChangesError(Exception):
    """What has changed cannot be found out; the message is a sentence for people."""


@dataclass
class Choice:
    """Test files to run, in this order, and those that would take too long."""

    files: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def changed_files(checkout: Path = CHECKOUT) -> list[str]:
    """Return what differs from the main branch, committed or not.

    On the main branch itself, what is not committed yet; where that is nothing, the last commit.
    Raises ChangesError outside a git checkout.
    """
    if not (checkout / ".git").exists():
        raise ChangesError("--quick compares with git, and this is no git checkout.")
    base = _base(checkout)
    uncommitted = {
        *_git(checkout, "diff", "--name-only", "HEAD"),
        *_git(checkout, "ls-files", "--others", "--exclude-standard"),
    }
    committed = set(_git(checkout, "diff", "--name-only", f"{base}...HEAD"))
    return sorted(committed | uncommitted) or sorted(
        _git(checkout, "diff", "--name-only", "HEAD~1..HEAD")
    )


def _base(checkout: Path) -> str:
    for branch in ("origin/main", "main"):
        if _git(checkout, "rev-parse", "--verify", "--quiet", branch):
            return branch
    return "HEAD"


def _git(checkout: Path, *words: str) -> list[str]:
    done = subprocess.run(
        ["git", *words], cwd=checkout, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def choose(changed: Iterable[str], checkout: Path = CHECKOUT) -> Choice:
    """Choose the test files that guard the changed files, nearest first, within the time."""
    durations = known_durations(checkout)
    choice, spent = Choice(), 0.0
    for file in _guards(list(changed), checkout):
        seconds = durations.get(file, UNKNOWN_SECONDS)
        if spent + seconds <= SECONDS:
            spent += seconds
            choice.files.append(file)
        else:
            choice.left_out.append(file)
    return choice


def known_durations(checkout: Path = CHECKOUT) -> dict[str, float]:
    """Return how many seconds each test file took in the last whole run that was recorded."""
    file = checkout / DURATIONS
    return dict(json.loads(file.read_text())) if file.exists() else {}


def _guards(changed: list[str], checkout: Path) -> Iterator[str]:
    tests = {
        str(path.relative_to(checkout)): path.read_text(encoding="utf-8")
        for path in sorted((checkout / "tests").rglob("test_*.py"))
    }
    found = dict.fromkeys(file for file in changed if file in tests)
    if any(_is_sql(file) for file in changed):
        found |= dict.fromkeys(ALWAYS)
    modules = tuple(f"test_{module}_" for file in changed for module in _modules(file))
    found |= dict.fromkeys(
        file for file in tests if f"{Path(file).stem}_".startswith(modules) and modules
    )
    for words in _words_by_distance(changed, checkout):
        pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(words)))})(?!\w)")
        counts = {file: len(pattern.findall(text)) for file, text in tests.items()}
        # The file that speaks most of it is the one about it.
        nearest = sorted((file for file in counts if counts[file]), key=lambda one: -counts[one])
        found |= dict.fromkeys(nearest)
    yield from found


def _words_by_distance(changed: list[str], checkout: Path) -> Iterator[set[str]]:
    """Yield what tests would name: the changed things, then what uses them, and so on."""
    near = {word for file in changed for word in _names(checkout / file, checkout)}
    sql = {
        path.stem: path.read_text(encoding="utf-8")
        for folder in ("db/functions", "procedures", "triggers", "views")
        for path in (checkout / folder).rglob("*.sql")
    }
    seen: set[str] = set()
    for _ in range(FAR):
        near -= seen
        if not near:
            break
        yield near
        seen |= near
        used = re.compile(rf"\b({'|'.join(map(re.escape, sorted(near)))})\b")
        near = {name for name, text in sql.items() if used.search(text)}


def _is_sql(file: str) -> bool:
    return file.endswith(".sql") and file.startswith(SQL_FOLDERS)


def _names(path: Path, checkout: Path) -> Iterator[str]:
    """Yield how a test would name a file."""
    file = path.relative_to(checkout)
    if path.suffix == ".sql":
        yield path.stem
        # A trigger is seen in what happens to its table, a migration in its tables.
        is_about_tables = file.parts[0] == "triggers" or file.parts[:2] == ("db", "migrations")
        if is_about_tables and path.exists():
            yield from re.findall(r"\b(?:ON|TABLE) (\w+)", path.read_text(encoding="utf-8"))
    elif path.suffix == ".py" and not file.match("tests/*/test_*.py"):
        package, _, module = ".".join(file.with_suffix("").parts).rpartition(".")
        yield f"{package}.{module}"
        yield f"from {package} import {module}"
    else:
        yield path.name


def _modules(file: str) -> Iterator[str]:
    """Yield the part of the product a file belongs to: job, event, ..."""
    parts = Path(file).parts
    if parts[0] == "procedures" or parts[:2] == ("web", "templates"):
        yield parts[1 if parts[0] == "procedures" else 2].removesuffix(".html")
    elif parts[:2] == ("web", "routes"):
        yield Path(file).stem
