"""The splitter against the `mysql` client itself: the same statements reach the server."""

from __future__ import annotations

import re
import secrets
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.database import Client
from tests.support.server import Server
from tests.support.sources import sources
from tools.migrate.errors import MigrationError
from tools.migrate.splitter import split

# What a script may be made of; every piece is a whole token, so that scripts end properly.
PIECES = st.sampled_from(
    [
        "1",
        "'a'",
        "'it''s'",
        "'a;b'",
        "'a//b'",
        '"d;q"',
        "'-- no'",
        "'/* no */'",
        r"'back\'slash'",
        "'# no'",
        "`a;b`",
        "+",
        ",",
        " ",
        "\n",
        "\r\n",
        "\t",
        "(2)",
        "/* block ; */",
        "/* ' */",
        "-- line ; ' comment\n",
        "# hash ; ' comment\n",
        "--\n",
        "/*!40000 3 */",
        "1-- 2;\n",
        "- -1",
        "/**/",
        "/* a\nb */",
    ]
)
STATEMENT = st.lists(PIECES, max_size=6).map(lambda pieces: "SELECT 7 AS x, " + "".join(pieces))
SCRIPT = st.lists(
    st.one_of(
        STATEMENT.map(lambda text: ("statement", text)),
        st.sampled_from([("delimiter", "//"), ("delimiter", ";"), ("delimiter", "$$")]),
        st.sampled_from([("noise", "-- between ;\n"), ("noise", "\n\n"), ("noise", "/* x */\n")]),
    ),
    min_size=1,
    max_size=6,
)


def written(parts: list[tuple[str, str]]) -> str:
    delimiter, text = ";", ""
    for kind, content in parts:
        if kind == "statement":
            text += f"{content}\n{delimiter}\n"
        elif kind == "delimiter":
            delimiter = content
            text += f"DELIMITER {content}\n"
        else:
            text += content
    return text


def normal(statement: str) -> str:
    """Return a statement without comments and blanks, which the client may leave out."""
    tokens = re.findall(
        r"'(?:[^'\\]|\\.)*'|\"[^\"]*\"|`[^`]*`|/\*!.*?\*/|/\*.*?\*/|#[^\n]*|--(?=\s|$)[^\n]*|\S",
        statement,
        re.S,
    )
    return "".join(
        token
        for token in tokens
        if not token.startswith(("#", "-- ", "--")) and not re.match(r"/\*(?!!)", token)
    )


def sent_by_the_client(server: Server, scripts: list[str]) -> list[list[str]]:
    """Return the statements that reach the server when `mysql` reads each script."""
    mark = secrets.token_hex(6)
    text = ""
    for number, script in enumerate(scripts):
        # An unfinished string cannot swallow this: pieces are whole.
        text += f"DELIMITER ;\nSELECT '{mark} {number}';\nDELIMITER ;\n{script}\n"
    text += f"DELIMITER ;\nSELECT '{mark} end';\n"
    admin = Client(server.connect())
    # One client at a time writes here: the table is read for one connection only.
    done = subprocess.run(
        [
            *server.client_command(),
            "--force",
            "--verbose",
            "--skip-comments",
            "--batch",
            "--skip-column-names",
        ],
        input=text,
        text=True,
        capture_output=True,
        check=False,
        env={"MYSQL_PWD": server.password},
    )
    admin.close()
    # --verbose shows each statement between lines of dashes, as the client has split it.
    shown = re.findall(r"^--------------\n(.*?)\n--------------$", done.stdout, re.S | re.M)
    found: list[list[str]] = []
    for statement in shown:
        if mark in statement:
            found.append([])
        elif normal(statement):
            found[-1].append(normal(statement))
    return found[:-1]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(SCRIPT, min_size=5, max_size=25))
def test_the_client_splits_alike(server: Server, scripts: list[list[tuple[str, str]]]) -> None:
    texts = [written(script) for script in scripts]
    assert sent_by_the_client(server, texts) == [
        [normal(statement) for statement in split(text) if normal(statement)] for text in texts
    ]


def test_the_slash_of_a_comment_may_be_half_a_delimiter() -> None:
    text = "DELIMITER //\nSELECT 1, /*!40000 2 *//*!40000 3 */\n//\n"
    assert next(iter(split(text))) == "SELECT 1, /*!40000 2 *"


def test_every_file_of_the_checkout_has_one_create(server: Server) -> None:
    wrong = []
    for source in sources():
        statements = list(split(source.text))
        # DROP and CREATE; a view may be replaced alone.
        counts = (1, 2) if source.kind == "view" else (2,)
        if len(statements) not in counts or source.name not in statements[-1]:
            wrong.append(source.path)
    assert sources()
    assert wrong == []


@pytest.mark.parametrize("text", ["SELECT 'open", "SELECT 1 \\G", 'SELECT "open', "SELECT `open"])
def test_what_is_not_a_script_is_refused(text: str) -> None:
    with pytest.raises(MigrationError, match="Line 1"):
        list(split(text))


def test_comments_inside_a_statement_stay() -> None:
    assert list(split("-- head\nSELECT /* in */ 1 -- tail\n;")) == ["SELECT /* in */ 1"]
