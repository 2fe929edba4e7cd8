"""Python, and the packages that the lock names."""

from __future__ import annotations

import importlib.metadata
import re
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement

from tools.doctor.finding import Finding, problem, warning
from tools.settings import CHECKOUT

REINSTALL = "Delete the environment's folder and run ./alumni doctor again: it installs them."


def check(folder: Path = Path(sys.prefix)) -> Iterator[Finding]:
    """Find the version of Python, missing packages, and a half-finished installation."""
    # The launcher is no module: it must start before there are any packages.
    launcher = runpy.run_path(str(CHECKOUT / "alumni"))
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", f"{version} in {folder}")
    lock: Path = launcher["LOCK"]
    wrong = differences(lock.read_text(encoding="utf-8"))
    if wrong:
        yield problem("Python packages", "; ".join(wrong), REINSTALL)
    elif not any(
        launcher["is_installed"](folder, one, Path(sys.executable))
        for one in (lock, launcher["TEST_LOCK"])
    ):
        yield warning(
            "Python packages",
            f"as in {lock.name}, but {folder} is not marked as complete",
            "The next ./alumni command installs them again.",
        )
    else:
        yield Finding("Python packages", f"as in {lock.name}")


def differences(lock: str) -> list[str]:
    """Return what is not installed as a lock says."""
    found = []
    for line in re.findall(r"^([A-Za-z0-9][^\\#\n]*==[^\\#\n]*)", lock, re.M):
        wanted = Requirement(line.strip())
        if wanted.marker and not wanted.marker.evaluate():
            continue
        try:
            installed = importlib.metadata.version(wanted.name)
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{wanted.name} is missing")
            continue
        if not wanted.specifier.contains(installed, prereleases=True):
            found.append(f"{wanted.name} is {installed}, not {wanted.specifier}")
    return found
