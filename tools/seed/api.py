"""What other parts of the tools call."""

from __future__ import annotations

from collections.abc import Callable

from tools.connection import connect
from tools.seed.demo.state import DEMO_LOGINS, DEMO_PASSWORD, LOADED, state
from tools.settings import Settings

__all__ = ["DEMO_LOGINS", "DEMO_PASSWORD", "seed_demo"]


def seed_demo(settings: Settings, report: Callable[[str], None]) -> bool:
    """Load the demo data into a database without people; returns whether it is there now.

    A load that was interrupted is taken away and done again. A database with people of its own is
    left alone.
    """
    connection = connect(settings.database, settings.database.name)
    try:
        if state(connection) == LOADED:
            return True
        # What draws its portraits and writes its documents is needed once.
        from tools.seed.demo.load import load

        return load(connection, report)
    finally:
        connection.close()
