"""A shell in a pseudo terminal: commands are typed, questions are answered, Ctrl-C is pressed."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path

HANGING_SECONDS = 600
"""A command that shows nothing more for this long hangs."""
SIZE = struct.pack("HHHH", 60, 300, 0, 0)
LOG_IN = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.login_tty(0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""Makes the terminal the controlling one, so that Ctrl-C and questions for passwords work in it.

Tests that a shell runs in the background ignore Ctrl-C, and so would what they start.
"""
PROMPT = re.compile(r"\[exit (\d+)\] \Z")
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")

Answers = Mapping[re.Pattern[str], Callable[[], str]]
"""What is typed where a program asks: the end of its question, and the answer."""


class Terminal:
    """A terminal window of a person, with a shell in it."""

    def __init__(self, folder: Path, environment: Mapping[str, str], answers: Answers) -> None:
        self._answers = answers
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._shown = ""
        self._answered = 0
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, SIZE)
        # What is typed is known; only what programs show is read.
        mode = termios.tcgetattr(slave)
        mode[3] &= ~termios.ECHO
        termios.tcsetattr(slave, termios.TCSANOW, mode)
        self._process = subprocess.Popen(
            [sys.executable, "-c", LOG_IN, "sh"],
            cwd=folder,
            env={**environment, "TERM": "dumb", "PS1": "[exit $?] ", "PS2": ""},
            stdin=slave,
            stdout=slave,
            stderr=slave,
        )
        os.close(slave)
        self.wait_for(PROMPT)

    def type(self, line: str) -> None:
        """Type a line, or several, and press Enter."""
        os.write(self._master, f"{line}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C."""
        os.write(self._master, b"\x03")

    def run(self, command: str) -> tuple[int, str]:
        """Run a command to its end; return its exit code and what it showed."""
        self.type(command)
        return self.end()

    def end(self) -> tuple[int, str]:
        """Wait until the command ends; return its exit code and what it showed."""
        match, shown = self.wait_for(PROMPT)
        return int(match[1]), shown

    def wait_for(self, pattern: re.Pattern[str]) -> tuple[re.Match[str], str]:
        """Read until a pattern is shown; return the match and what was shown before it."""
        last = time.monotonic()
        while not (match := pattern.search(self._shown)):
            self._answer()
            ready, _, _ = select.select([self._master], [], [], 1)
            if ready:
                last = time.monotonic()
                self._read()
            elif time.monotonic() - last > HANGING_SECONDS:
                raise TimeoutError(f"Nothing more is shown after: {self._shown[-2000:]}")
        before, self._shown = self._shown[: match.start()], self._shown[match.end() :]
        self._answered = 0
        return match, before

    def _read(self) -> None:
        try:
            content = os.read(self._master, 1 << 16)
        except OSError as error:  # Linux says so when the shell has ended
            raise EOFError(f"The shell has ended after: {self._shown[-2000:]}") from error
        self._shown += ESCAPES.sub("", self._decoder.decode(content))

    def _answer(self) -> None:
        for question, answer in self._answers.items():
            if question.search(self._shown, self._answered):
                self._answered = len(self._shown)
                self.type(answer())

    def close(self) -> None:
        """Close the window: the shell and its command are hung up on."""
        os.close(self._master)
        self._process.wait(HANGING_SECONDS)
