"""db/TOUR.md is true: its transcripts are run, and its links lead to the lines that they name."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mysql.connector
import pytest

from tests.support.database import Database
from tests.support.schemas import Schemas
from tests.support.transcript import BLOCK, Transcript

TOUR = Path(__file__).parents[2] / "db" / "TOUR.md"
LINK = re.compile(r"\[`(?P<words>[^`\]]+)`\]\((?P<file>[^)#]+)#L(?P<line>\d+)\)")
"""A link to a line, named by words that the line holds."""
ROLES = {"web": "alumni_web", "reader": "alumni_reader"}


@pytest.fixture
def transcript(schemas: Schemas, demo_template: str) -> Iterator[Transcript]:
    """Return what runs transcripts in a demo university of its own."""
    with schemas.lent(demo_template) as database:
        yield from _transcript(database)


def _transcript(database: Database) -> Iterator[Transcript]:
    users = {name: f"t_{secrets.token_hex(6)}" for name in ROLES}
    for name, user in users.items():
        database.rows(f"CREATE USER {user}@localhost DEFAULT ROLE {ROLES[name]}")

    def connect(name: str) -> Any:
        if name not in users:
            return database.connect().connection
        return mysql.connector.connect(
            unix_socket=database.server.socket,
            user=users[name],
            database=database.schema,
            autocommit=True,
        )

    shown_as = {database.schema: "alumni_sync", **{user: name for name, user in users.items()}}
    running = Transcript(connect, shown_as)
    try:
        yield running
    finally:
        running.close()
        for user in users.values():
            database.rows(f"DROP USER {user}@localhost")


def test_transcripts(request: pytest.FixtureRequest, transcript: Transcript) -> None:
    """Run the tour from its beginning to its end; --write-tour writes it anew."""
    text = TOUR.read_text(encoding="utf-8")
    ran = BLOCK.sub(lambda block: transcript.run(block[0]), text)
    if request.config.getoption("--write-tour"):
        TOUR.write_text(LINK.sub(_relinked, ran), encoding="utf-8")
    else:
        assert ran == text


def _relinked(link: re.Match[str]) -> str:
    lines = (TOUR.parent / link["file"]).read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if link["words"] in line)
    return f"[`{link['words']}`]({link['file']}#L{number})"


def test_links_lead_to_what_they_name() -> None:
    links = list(LINK.finditer(TOUR.read_text(encoding="utf-8")))
    assert len(links) > 40
    for link in links:
        lines = (TOUR.parent / link["file"]).read_text(encoding="utf-8").splitlines()
        assert link["words"] in lines[int(link["line"]) - 1], link[0]


def test_a_wrong_answer_is_found(transcript: Transcript) -> None:
    typed = "mysql> SELECT 1 AS one;\n"
    right = typed + "+-----+\n| one |\n+-----+\n|   1 |\n+-----+"
    assert transcript.run(right) == right
    assert transcript.run(typed + "Empty set") == right
