"""What Windows needs, as far as another system can tell: the batch file, packages, variables."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.sources import CHECKOUT
from tools.web_process import PASSED_ON

WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "extra": "",
}
BATCH = CHECKOUT / "alumni.cmd"


def not_in(lock: set[str]) -> list[str]:
    """Return what the packages of a lock need on Windows and the lock does not name."""
    return [
        f"{name} needs {needed}"
        for name in sorted(lock)
        for needed in map(Requirement, importlib.metadata.requires(name) or [])
        if not needed.marker or needed.marker.evaluate(WINDOWS)
        if canonicalize_name(needed.name) not in lock
    ]


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_the_locks_name_what_windows_needs(name: str) -> None:
    # pip refuses a package without a hash: one that is missing breaks the whole installation.
    text = (CHECKOUT / "tools" / name).read_text(encoding="utf-8")
    lock = {str(canonicalize_name(found)) for found in re.findall(r"^([\w.-]+)==", text, re.M)}
    assert not_in(lock) == []
    assert not_in(lock - {"colorama"}) != []


def test_the_batch_file_has_the_line_ends_of_windows() -> None:
    content = BATCH.read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 10
    content.decode("ascii")
    found = subprocess.run(
        ["git", "check-attr", "eol", "alumni.cmd"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    # A copy without its history has no attributes to ask for.
    if found.returncode == 0:
        assert "eol: crlf" in found.stdout


def test_the_batch_file_asks_for_the_python_of_the_launcher() -> None:
    text = BATCH.read_text(encoding="ascii")
    launcher = (CHECKOUT / "alumni").read_text(encoding="utf-8")
    oldest = re.search(r"OLDEST_PYTHON = (\(.*\))", launcher)
    assert oldest
    assert f"sys.version_info < {oldest[1]}" in text
    candidates = re.findall(r'"(py -3[.\d]*|python3?)"', text)
    assert candidates == ["py -3", "py -3.13", "py -3.12", "py -3.11", "python", "python3"]
    assert '"%~dp0alumni" %*' in text, "all arguments are handed over"
    assert "exit /b %ERRORLEVEL%" in text, "so is the exit code"


def test_the_web_gets_the_variables_without_which_python_does_not_start() -> None:
    assert {"SYSTEMROOT", "TEMP", "PATH"} <= set(PASSED_ON)
