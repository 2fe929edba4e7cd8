"""`./alumni down`: stop what `up` started."""

from __future__ import annotations

from tools import settings as configuration
from tools.console import console, progress
from tools.server.access import private_instance
from tools.web_process import WebProcess


def down() -> None:
    """Stop the site and the private MySQL server. Harmless when nothing runs."""
    settings = configuration.load()
    with progress("Stopping") as report:
        stopped = WebProcess(settings).stop()
        if not settings.is_external and (settings.home / "mysql" / "data").exists():
            report("Stopping MySQL")
            stopped = private_instance(settings, report).stop() or stopped
    console.print("Stopped." if stopped else "Nothing was running.")
