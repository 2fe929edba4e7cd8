"""Transcripts in Markdown: what was typed into `mysql -t`, and what it answered, run and compared.

A fenced block of the language `sql` is a transcript. Its lines begin with the name of a session:
`mysql>`, `one>` and `two>` are a DBA, `web>` and `reader>` accounts with that role alone. Lines
that begin with `    ->` go on with a statement. All else is the answer. A statement that waits for
another session is answered with `(waits)`; what it answers in the end follows what lets it go on,
after the name of its session.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import mysql.connector
from mysql.connector import FieldType

BLOCK = re.compile(r"(?<=\n```sql\n).*?(?=\n```\n)", re.DOTALL)
TYPED = re.compile(r"^(mysql|one|two|web|reader)> (.*)$")
CONTINUED = re.compile(r"^    -> (.*)$")
NUMBERS = {
    FieldType.TINY,
    FieldType.SHORT,
    FieldType.LONG,
    FieldType.LONGLONG,
    FieldType.INT24,
    FieldType.FLOAT,
    FieldType.DOUBLE,
    FieldType.DECIMAL,
    FieldType.NEWDECIMAL,
    FieldType.YEAR,
}
MOST_SECONDS = 20
"""A statement that neither ends nor waits for so long has lost its way."""
SETTLED_SECONDS = 1.0
"""Who waits for so long goes on waiting: a deadlock is found by then, by a thread of the server."""


def statements_of(block: str) -> Iterator[tuple[str, list[str]]]:
    """Return the name of the session and the typed lines of each statement of a transcript."""
    session = ""
    lines: list[str] = []
    for line in block.splitlines():
        if match := TYPED.match(line):
            if lines:
                yield session, lines
            session, lines = match[1], [match[2]]
        elif (match := CONTINUED.match(line)) and lines:
            lines.append(match[1])
    if lines:
        yield session, lines


class Session:
    """A connection whose statements run beside those of the others."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._worker = ThreadPoolExecutor(1)
        self.id = connection.connection_id
        self.pending: Future[str] | None = None
        self.statement = ""

    def start(self, statement: str) -> Future[str]:
        """Begin a statement; its answer is the result."""
        self.statement = statement
        self.pending = self._worker.submit(self._run, statement)
        return self.pending

    def _run(self, statement: str) -> str:
        is_vertical = statement.endswith("\\G")
        answers = []
        try:
            with self._connection.cursor(raw=True) as cursor:
                cursor.execute(statement.removesuffix("\\G").removesuffix(";"))
                while True:
                    if cursor.with_rows:
                        rows = [[_text(value) for value in row] for row in cursor.fetchall()]
                        answers.append(_shown(cursor.description, rows, is_vertical=is_vertical))
                    elif cursor.rowcount > 0:
                        plural = "" if cursor.rowcount == 1 else "s"
                        answers.append(f"Query OK, {cursor.rowcount} row{plural} affected")
                    if not cursor.nextset():
                        break
        except mysql.connector.Error as error:
            answers.append(f"ERROR {error.errno} ({error.sqlstate}): {error.msg}")
        return "\n".join(answer for answer in answers if answer)

    def close(self) -> None:
        """End the session."""
        self._worker.shutdown()
        self._connection.close()


def _text(value: bytes | bytearray | str | None) -> str:
    if value is None:
        return "NULL"
    return value if isinstance(value, str) else bytes(value).decode(errors="replace")


def _shown(description: list[tuple[Any, ...]], rows: list[list[str]], *, is_vertical: bool) -> str:
    """Return rows as the `mysql` client draws them."""
    names = [column[0] for column in description]
    if is_vertical:
        width = max(map(len, names))
        shown = []
        for number, row in enumerate(rows, 1):
            shown.append(f"{'*' * 27} {number}. row {'*' * 27}")
            shown += [f"{name:>{width}}: {value}" for name, value in zip(names, row, strict=True)]
        return "\n".join(shown)
    if not rows:
        return "Empty set"
    is_number = [column[1] in NUMBERS for column in description]
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    rule = "+".join(["", *("-" * (width + 2) for width in widths), ""])
    lines = [rule, _line(names, widths, [False] * len(names)), rule]
    lines += [_line(row, widths, is_number) for row in rows]
    return "\n".join([*lines, rule])


def _line(values: list[str], widths: list[int], is_number: list[bool]) -> str:
    cells = (
        value.rjust(width) if is_right else value.ljust(width)
        for value, width, is_right in zip(values, widths, is_number, strict=True)
    )
    return "| " + " | ".join(cells) + " |"


class Transcript:
    """Runs the transcripts of a document, in order, in one schema."""

    def __init__(self, connect: Callable[[str], Any], shown_as: dict[str, str]) -> None:
        """Connect a session by its name; show names that the tests made up as others."""
        self._connect = connect
        self._shown_as = shown_as
        self._sessions: dict[str, Session] = {}
        self._observer = Session(connect("mysql"))

    def close(self) -> None:
        """End all sessions."""
        for session in (*self._sessions.values(), self._observer):
            session.close()

    def run(self, block: str) -> str:
        """Return the block with the answers that the database gives now."""
        lines: list[str] = []
        for name, typed in statements_of(block):
            lines.append(f"{name}> {typed[0]}")
            lines += [f"    -> {line}" for line in typed[1:]]
            session = self._session(name)
            session.start("\n".join(typed))
            answer = self._answer(session)
            lines += ["(waits)"] if answer is None else answer
            for other_name, other in self._sessions.items():
                if other is not session and other.pending:
                    late = self._answer(other)
                    lines += [f"({other_name} goes on)", *late] if late is not None else []
        ran = "\n".join(lines)
        for made_up, shown in self._shown_as.items():
            ran = ran.replace(made_up, shown)
        return ran

    def _session(self, name: str) -> Session:
        if name not in self._sessions:
            self._sessions[name] = Session(self._connect(name))
        return self._sessions[name]

    def _answer(self, session: Session) -> list[str] | None:
        """Return the lines of the answer; None where the statement waits for a lock."""
        began = seen_going = time.monotonic()
        while session.pending and not session.pending.done():
            if not self._is_waiting(session):
                seen_going = time.monotonic()
            elif time.monotonic() - seen_going > SETTLED_SECONDS:
                return None
            if time.monotonic() - began > MOST_SECONDS:
                raise TimeoutError(f"neither waits nor ends: {session.statement}")
            time.sleep(0.02)
        answer = session.pending.result() if session.pending else ""
        session.pending = None
        return answer.splitlines()

    def _is_waiting(self, session: Session) -> bool:
        # innodb_trx would not do: asked often, it answers with what was a moment ago.
        found = self._observer.start(
            "SELECT 'waits' AS state FROM performance_schema.data_lock_waits AS w"
            " JOIN performance_schema.threads AS t ON t.thread_id = w.requesting_thread_id"
            f" WHERE t.processlist_id = {session.id}"
        )
        return "waits" in found.result()
