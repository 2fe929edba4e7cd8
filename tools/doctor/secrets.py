"""Passwords and keys: only their owner may read them."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tools.doctor.finding import Finding, problem
from tools.settings import Settings

OTHERS = 0o077


def check(settings: Settings) -> Iterator[Finding]:
    """Find files with passwords that other users of the machine can read."""
    if os.name == "nt":
        yield Finding("secrets", "not checked: on Windows the folder's permissions count")
        return
    folder = settings.home / "secrets"
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    private = [*files, settings.checkout / ".env"]
    readable = [path for path in private if path.exists() and path.stat().st_mode & OTHERS]
    if readable:
        names = ", ".join(map(str, readable))
        yield problem("secrets", f"other users can read {names}", f"Run chmod 600 {names}")
    else:
        yield Finding("secrets", f"{len(files)} files, for their owner only")
