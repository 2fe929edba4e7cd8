"""Free space where the installation writes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.doctor.finding import Finding, problem, warning
from tools.doctor.patient import Patient
from tools.settings import Settings

MEGABYTE = 10**6
SHORT = 200 * MEGABYTE
"""Less, and MySQL may stop in the middle of a write: an upload may have 16 MB."""
LOW = 2000 * MEGABYTE


def check(settings: Settings) -> Iterator[Finding]:
    """Find little space in ALUMNI_HOME and in the folder for temporary files."""
    yield _of("disk, home", settings.home)
    yield _of("disk, temporary files", Path(tempfile.gettempdir()))


def check_data(patient: Patient) -> Iterator[Finding]:
    """Find little space for MySQL's data, where the server is on this machine."""
    folder = Path(patient.variables["datadir"])
    if patient.settings.database.socket and folder.exists():
        yield _of("disk, MySQL data", folder)


def _of(name: str, folder: Path) -> Finding:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return rating(name, existing, shutil.disk_usage(existing).free)


def rating(name: str, folder: Path, free: int) -> Finding:
    """Return the finding for that many free bytes."""
    found = f"{free // MEGABYTE:,} MB free at {folder}"
    advice = f"Free some space on the disk of {folder}, or move the folder to a larger one."
    if free < SHORT:
        return problem(name, found, advice)
    if free < LOW:
        return warning(name, found, advice)
    return Finding(name, found)
