"""Whether the demo data is there, and its logins: known without the code that loads it."""

from __future__ import annotations

from typing import Any

DEMO_PASSWORD = "user123"  # noqa: S105 - the demo's, said in the README
DEMO_LOGINS = ("alumni@example.com", "student@example.com", "admin@example.com")
MARK = "demo_data"
"""The setting that says how far the load came."""
LOADING = "loading"
LOADED = "loaded"


def state(connection: Any) -> str | None:  # noqa: ANN401 - untyped driver
    """Return LOADING, LOADED, or None where no load has begun."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM settings WHERE name = %s", (MARK,))
        found = cursor.fetchone()
    return str(found[0]) if found else None
