"""The log of the programs that install something: pip, apt-get, dpkg-deb.

A person sees steps and progress; what these programs print goes to a file that an error names.
Standard library only, because the launcher uses it before any package is installed.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

_ERROR = re.compile(r"(E:|W: Failed|ERROR\b|Error\b|error\b|[\w-]+: error:)")
_NOISE = re.compile(r"(WARNING|W:|N:|\[notice\])")


class InstallLog:
    """A log file; every command in it begins with a line that says when and what."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._begin = 0

    def start(
        self, command: Sequence[str | Path], environ: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        """Start a command that prints to the log and reads nothing."""
        words = [str(word) for word in command]
        for folder in (self.path.parent.parent, self.path.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            file.write(f"\n{moment} $ {shlex.join(words)}\n".encode())
            self._begin = file.tell()
            file.flush()
            return subprocess.Popen(
                words, stdin=subprocess.DEVNULL, stdout=file, stderr=file, env=environ
            )

    def run(self, command: Sequence[str | Path], environ: Mapping[str, str] | None = None) -> bool:
        """Run a command to its end; returns whether it succeeded."""
        try:
            with self.start(command, environ) as process:
                return process.wait() == 0
        except FileNotFoundError as error:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(f"Error: {error}\n")
            return False

    def output(self) -> str:
        """Return what the last command has printed so far."""
        with self.path.open("rb") as file:
            file.seek(self._begin)
            return file.read().decode(errors="replace")

    def explain(self, problem: str) -> str:
        """Return a problem with the line that says why and the path of the log."""
        lines = [line.strip() for line in self.output().splitlines() if line.strip()]
        errors = [line for line in lines if _ERROR.match(line)]
        others = [line for line in lines if not _NOISE.match(line)]
        reason = (errors or others or ["it printed nothing"])[-1]
        return f"{problem}: {reason.rstrip('.')}. The log is {self.path}."
