"""The command line as a process: an ALUMNI_HOME and what its commands say."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support.server import Server
from tests.support.sources import CHECKOUT
from tools import settings as configuration


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    code: int
    output: str
    errors: str


class Home:
    """An ALUMNI_HOME of a test's own, without any variable of the person who runs the tests."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self._environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(CHECKOUT),
            "HOME": str(folder.parent),
            "ALUMNI_HOME": str(folder),
            "ALUMNI_CACHE": str(configuration.load().cache),
            "WEB_WORKERS": "1",
            **variables,
        }

    @property
    def database(self) -> dict[str, str]:
        """The variables that name its database."""
        return {n: value for n, value in self._environment.items() if n.startswith("DB_")}

    def start(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """Start a command as ./alumni does once its packages are installed."""
        return subprocess.Popen(
            [sys.executable, "-m", "tools", *words],
            cwd=self.folder.parent,
            env={**self._environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, **variables: str) -> Ended:
        """Run a command to its end."""
        process = self.start(*words, **variables)
        output, errors = process.communicate()
        return Ended(process.returncode, output, errors)


def on_server(server: Server, schema: str) -> dict[str, str]:
    """Return the variables that name a schema of the test server."""
    return {
        "DB_SOCKET": server.socket,
        "DB_USER": server.user,
        "DB_PASSWORD": server.password,
        "DB_NAME": schema,
    }
