"""What the checks look at: the settings, and the server as far as it answers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tools.migrate.session import Session
from tools.settings import Settings


@dataclass(frozen=True)
class Patient:
    """One installation whose MySQL answers; the session is the administrator's."""

    settings: Settings
    session: Session

    @cached_property
    def variables(self) -> dict[str, str]:
        """Global variables of the server."""
        rows = self.session.run("SHOW GLOBAL VARIABLES")
        return {str(row["variable_name"]): str(row["value"]) for row in rows}

    @cached_property
    def uptime_seconds(self) -> int:
        """How long the server has run."""
        return int(self.session.run("SHOW GLOBAL STATUS LIKE 'Uptime'")[0]["value"])
