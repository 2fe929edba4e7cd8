"""The site: whether it runs and answers."""

from __future__ import annotations

import socket
from collections.abc import Iterator

from tools.doctor.finding import Finding, problem, warning
from tools.settings import Settings
from tools.web_process import WebProcess, is_ready


def check(settings: Settings) -> Iterator[Finding]:
    """Find a site that is stopped or is not ready, and a port that something else has."""
    process = WebProcess(settings)
    running = process.running()
    if running:
        url = running[1]
        if is_ready(url):
            yield Finding("site", f"{url} is ready")
        else:
            yield problem(
                "site",
                f"{url} runs, but /readyz does not answer 200",
                f"Read the end of {process.log}, then ./alumni down and ./alumni up.",
            )
    elif _answers(settings.web.host, settings.web.port):
        yield warning(
            "site",
            f"stopped, and another program has port {settings.web.port}",
            "Stop that program, or choose a port: ./alumni up --port 8080",
        )
    else:
        yield warning("site", "stopped", "Run ./alumni up.")


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=2).close()
    except OSError:
        return False
    return True
