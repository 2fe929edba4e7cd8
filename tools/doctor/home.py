"""ALUMNI_HOME: whether it is there and can be written."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tools.doctor.finding import Finding, problem, warning
from tools.settings import Settings


def check(settings: Settings) -> Iterator[Finding]:
    """Find a home that is missing, is not a folder or cannot be written."""
    home = settings.home
    if not home.exists():
        yield warning("home", f"{home} does not exist yet", "Run ./alumni up: it makes it.")
    elif not home.is_dir():
        yield problem("home", f"{home} is not a folder", "Set ALUMNI_HOME to a folder of yours.")
    elif not os.access(home, os.W_OK | os.X_OK):
        yield problem(
            "home", f"{home} cannot be written by this user", "Run ./alumni as its owner."
        )
    else:
        yield Finding("home", str(home))
