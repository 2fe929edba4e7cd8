"""`./alumni docs`: all that is in the schema is on the pages, and every link leads somewhere."""

from __future__ import annotations

import contextlib
import os
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.database import Database
from tests.support.docs import book_of, read, write
from tests.support.server import Server
from tests.support.sources import CHECKOUT, sources
from tests.support.trees import schema as empty_schema
from tools.commands.docs import docs
from tools.docs import catalog, markdown, tables
from tools.docs.diagram import Box, Line, draw
from tools.docs.writes import written
from tools.migrate import api
from tools.migrate.catalog import tables as table_names
from tools.migrate.header import Header
from web.pages import sql_source as sql

pytestmark = pytest.mark.xdist_group("docs")


class Page(HTMLParser):
    """What a page says: its links, its ids, its elements, its words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.elements: set[str] = set()
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            assert name != "style"
            assert not name.startswith("on")
            if name in ("href", "src"):
                self.links.append(value or "")
            if name == "id":
                assert value not in self.ids, value
                self.ids.add(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the pages are."""
    return tmp_path_factory.mktemp("docs")


@pytest.fixture(scope="module")
def schema(db: Database, folder: Path) -> catalog.Schema:
    """Write the pages once and return what they were made from."""
    return write(db, folder)


@pytest.fixture(scope="module")
def pages(schema: catalog.Schema, folder: Path) -> dict[str, Page]:
    """Return every page by its address."""
    return {str(path.relative_to(folder)): Page(path) for path in folder.rglob("*.html")}


def test_everything_in_the_schema_has_a_page(db: Database, pages: dict[str, Page]) -> None:
    columns = db.rows(
        "SELECT t.table_name AS name, c.column_name AS `column`, c.column_comment AS comment"
        " FROM information_schema.tables AS t"
        " JOIN information_schema.columns AS c"
        " ON c.table_schema = t.table_schema AND c.table_name = t.table_name"
        " WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'"
    )
    for row in columns:
        page = pages[f"table/{row.name}.html"]
        assert row.column in page.ids, f"{row.name}.{row.column}"
        assert row.comment in page.text
    constraints = db.rows(
        "SELECT table_name AS name, constraint_name AS `constraint`"
        " FROM information_schema.table_constraints WHERE table_schema = DATABASE()"
    )
    assert len(constraints) > 100
    for row in constraints:
        assert row.constraint in pages[f"table/{row.name}.html"].text


def test_every_file_has_a_page_with_its_whole_source(pages: dict[str, Page]) -> None:
    addresses = {source: f"{source.kind}/{source.name}.html" for source in sources()}
    assert set(addresses.values()) - set(pages["index.html"].links) == set()
    found = []
    for source, address in addresses.items():
        page = pages[address]
        if source.text not in page.text:
            found.append(f"{address} lacks the source")
        for title in ("Parameters", "Result sets", "Errors"):
            if source.section(title) and source.kind == "procedure":
                terms = [term for term, _ in Header.of(source.text).entries(title)]
                found += [f"{address} lacks {term}" for term in terms if term not in page.text]
                found += [] if terms else [f"{address}: nothing is read from {title}"]
    assert found == []


def test_every_parameter_has_its_meaning(schema: catalog.Schema) -> None:
    for one in schema.code:
        if one.kind == "procedure":
            meanings = dict(one.header.entries("Parameters"))
            for name, _ in one.parameters:
                assert meanings.get(name), f"{one.name}: {name}"


def test_every_link_leads_somewhere_on_these_pages(pages: dict[str, Page], folder: Path) -> None:
    for address, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            assert not parts.scheme, "no other site is asked for anything"
            assert not parts.netloc
            target = (folder / address).parent / parts.path
            assert target.is_file(), f"{address}: {link}"
            if parts.fragment:
                found = pages[str(target.resolve().relative_to(folder.resolve()))]
                assert parts.fragment in found.ids, f"{address}: {link}"
        assert not page.elements & {"script", "style", "iframe", "img"}


def test_who_uses_what(pages: dict[str, Page]) -> None:
    likes = pages["table/post_likes.html"]
    assert "../procedure/post_like.html" in likes.links
    assert "../trigger/tr_post_like_insert.html" in likes.links
    like = pages["procedure/post_like.html"]
    assert "../table/post_likes.html" in like.links
    assert "alumni_web" in like.text
    assert "alumni_web" not in pages["procedure/mail_requeue.html"].text
    assert "AFTER INSERT" in pages["trigger/tr_post_like_insert.html"].text


def test_a_table_and_a_procedure_of_one_name(pages: dict[str, Page]) -> None:
    table, procedure = pages["table/content_reports.html"], pages["procedure/content_reports.html"]
    assert "../procedure/content_reports.html" in table.links
    assert "../table/content_reports.html" in procedure.links


def test_how_often_an_event_runs(db: Database) -> None:
    # The schemas of tests have no events, so that nothing happens by itself.
    db.rows("CREATE EVENT ev_close_jobs ON SCHEDULE EVERY 1 MINUTE DISABLE DO SET @a = 1")
    try:
        schema = read(db)
    finally:
        db.rows("DROP EVENT ev_close_jobs")
    (event,) = [one for one in schema.code if one.name == "ev_close_jobs"]
    assert event.facts == ["every minute"]


def test_keys_are_told_as_they_are(db: Database, schema: catalog.Schema) -> None:
    rules = {
        (row.name, row.rule)
        for row in db.rows(
            "SELECT constraint_name AS name, delete_rule AS rule"
            " FROM information_schema.referential_constraints"
            " WHERE constraint_schema = DATABASE()"
        )
    }
    keys = [key for table in schema.tables.values() for key in table.foreign_keys]
    assert {(key.name, key.on_delete) for key in keys} == rules
    profiles = schema.tables["alumni_profiles"]
    owner = next(key for key in profiles.foreign_keys if key.columns == ("user_id",))
    assert profiles.is_single(owner)
    assert not profiles.is_nullable(owner)
    comments = schema.tables["post_comments"]
    above = next(key for key in comments.foreign_keys if key.parent == "post_comments")
    assert comments.is_nullable(above)
    assert not comments.is_single(above)


def test_the_command_writes_the_same_again(
    db: Database,
    schema: catalog.Schema,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Pages that are kept under version control change with the database only."""
    monkeypatch.setenv("ALUMNI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DB_SOCKET", db.server.socket)
    monkeypatch.setenv("DB_USER", db.server.user)
    monkeypatch.setenv("DB_PASSWORD", db.server.password)
    monkeypatch.setenv("DB_NAME", db.schema)
    docs(None)
    written = list(folder.rglob("*.*"))
    assert f"{len(written) - 1} pages" in capsys.readouterr().out
    for path in written:
        again = tmp_path / "home" / "docs" / path.relative_to(folder)
        assert again.read_bytes() == path.read_bytes(), path.name


def test_markdown_is_as_committed(
    request: pytest.FixtureRequest, schema: catalog.Schema, tmp_path: Path
) -> None:
    """docs/schema is what the database says now; --write-tour writes it anew."""
    kept = CHECKOUT / "docs/schema"
    if request.config.getoption("--write-tour"):
        markdown.write(book_of(schema), kept)
    markdown.write(book_of(schema), tmp_path)
    assert {path.name for path in kept.iterdir()} == {path.name for path in tmp_path.iterdir()}
    for path in tmp_path.iterdir():
        assert (kept / path.name).read_text("utf-8") == path.read_text("utf-8"), path.name


def test_the_file_of_all_tables_is_as_committed_and_makes_them(
    request: pytest.FixtureRequest, schema: catalog.Schema, server: Server
) -> None:
    """db/schema.sql is what the database says now; --write-tour writes it."""
    kept = CHECKOUT / "db/schema.sql"
    text = tables.script(book_of(schema).chapters)
    if request.config.getoption("--write-tour"):
        kept.write_text(text, encoding="utf-8")
    assert kept.read_text("utf-8") == text
    with empty_schema(server) as target:
        api.create_schema(target.settings)
        subprocess.run(
            server.client_command(target.settings.name),
            input=text.encode(),
            env={**os.environ, "MYSQL_PWD": server.password},
            check=True,
        )
        session = api.open_session(target.settings)
        with contextlib.closing(session.connection):
            made = {one: catalog.table_definition(session, one) for one in table_names(session)}
    assert made == {table.name: table.create for table in schema.tables.values()}


def test_what_a_call_reads_and_writes(schema: catalog.Schema) -> None:
    book = book_of(schema)
    writes = book.writes["procedure/post_like"]
    # Itself, by a trigger, and by what it calls.
    assert {"table/post_likes", "table/posts", "table/notifications"} <= writes
    assert "table/user_blocks" in book.reads("procedure/post_like")
    assert book.writes["procedure/post_read"] == set()
    assert "job_search" in book.index_users["job_postings.PRIMARY"]


def test_written_tables() -> None:
    assert written(
        "INSERT INTO a (x) VALUES ('UPDATE b') ON DUPLICATE KEY UPDATE x = 1; -- UPDATE c\n"
        "DELETE d FROM JSON_TABLE(x) AS f JOIN real_d AS d ON 1; UPDATE e SET x = 1;"
    ) == {"a", "real_d", "e"}


def test_names_in_sql() -> None:
    known = {name: f"table/{name}" for name in ("events", "skills", "users", "name_of")}

    def resolve(name: str, is_called: bool) -> str | None:
        return f"procedure/{name}" if is_called and name == "events" else known.get(name)

    code = (
        "SELECT e.skills, name_of(e.id) AS users FROM events AS e -- skills\n"
        "WHERE e.title = 'skills' AND a < 2;"
    )
    assert sql.mentions(code, resolve) == {"table/events", "table/name_of"}
    assert sql.mentions("CALL events(skills)", resolve) == {"procedure/events", "table/skills"}
    html = sql.html(code, resolve, lambda key: f"{key}.html")
    assert '<a href="table/events.html">events</a>' in html
    assert "skills.html" not in html
    assert "a &lt; 2" in html.replace('<span class="mi">', "").replace("</span>", "")


def test_a_diagram_of_a_circle() -> None:
    """Tables that name each other, or themselves, are drawn as well; lines to nowhere are not."""
    boxes = [Box("a", "a.html", ["b_id"]), Box("b", "b.html", ["a_id"]), Box("c", "c.html", ["c"])]
    lines = [
        Line("a", "b_id", "b", "first", is_optional=True, is_single=False),
        Line("b", "a_id", "a", "second", is_optional=False, is_single=True),
        Line("c", "c", "c", "third", is_optional=True, is_single=False),
        Line("c", "c", "missing", "fourth", is_optional=True, is_single=False),
    ]
    drawn = draw("A <circle>", boxes, lines)
    assert "A &lt;circle&gt;" in drawn
    assert drawn.count('class="line"') == 3
    assert drawn.count("<rect") == 3
    assert "fourth" not in drawn


def test_a_header() -> None:
    header = Header.of(
        "-- job_read: read a job.\n--\n-- Two lines\n-- of words.\n--\n-- Parameters\n"
        "--   p_id     jobs.id;\n--            NULL: none\n-- Errors\n--   none\n"
        "-- Example\n--   CALL job_read(1);\n\nDROP"
    )
    assert header.summary == "Read a job"
    assert header.notes == ["Two lines of words."]
    assert header.entries("Parameters") == [("p_id", "jobs.id; NULL: none")]
    assert header.entries("Errors") == [("none", "")]
    assert header.example == "CALL job_read(1);"
    assert Header.of("SELECT 1").summary == ""
