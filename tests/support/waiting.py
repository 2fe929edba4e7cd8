"""Wait for what another thread or process does, instead of sleeping and hoping."""

from __future__ import annotations

import time
from collections.abc import Callable

HANGS_SECONDS = 120
"""Nothing takes so long, however busy the machine is: it hangs."""


def until(has_come: Callable[[], object], what: str, pause: float = 0.02) -> None:
    """Return when something has come; fails with what is missing when it hangs."""
    end = time.monotonic() + HANGS_SECONDS
    while not has_come():
        assert time.monotonic() < end, f"still missing: {what}"
        time.sleep(pause)
