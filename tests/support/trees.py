"""Small checkouts for the migration tool, and schemas to apply them to."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.database import Database
from tests.support.server import Server
from tools.migrate.api import apply_tree
from tools.settings import CHECKOUT
from web.settings import DatabaseSettings

PROCEDURE = """-- {name}: says {word}.

DROP PROCEDURE IF EXISTS {name};

DELIMITER //

CREATE PROCEDURE {name}()
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Says it. | word: one'
BEGIN
    -- a comment that survives
    SELECT '{word}' AS word;
END //

DELIMITER ;
"""


def write_procedure(root: Path, name: str, word: str) -> Path:
    """Write a procedure that says a word; returns its file."""
    return write(root, f"procedures/home/{name}.sql", PROCEDURE.format(name=name, word=word))


def write(root: Path, name: str, text: str) -> Path:
    """Write a file of a tree."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def small_tree(root: Path) -> Path:
    """Return a checkout with a table, a function, two views, a trigger, an event, a procedure."""
    write(root, "db/roles.sql", (CHECKOUT / "db/roles.sql").read_text(encoding="utf-8"))
    write(
        root,
        "db/migrations/0001_things.sql",
        "CREATE TABLE things (id BIGINT PRIMARY KEY, name VARCHAR(20));\n"
        "INSERT INTO things VALUES (1, 'a;b'), (2, 'it''s');\n"
        "ALTER TABLE things ADD COLUMN is_good TINYINT(1) NOT NULL DEFAULT 1;\n"
        "CREATE INDEX ix_things_name ON things (name);\n"
        "UPDATE things SET id = id + 10;\n",
    )
    # In alphabetical order the first view would come before the one it needs.
    write(root, "views/vw_a.sql", "CREATE OR REPLACE VIEW vw_a AS SELECT id FROM vw_b;\n")
    write(root, "views/vw_b.sql", "CREATE OR REPLACE VIEW vw_b AS SELECT id FROM things;\n")
    write(
        root,
        "triggers/tr_thing_insert.sql",
        "DELIMITER //\nCREATE TRIGGER tr_thing_insert BEFORE INSERT ON things FOR EACH ROW\n"
        "BEGIN\n    SET NEW.name = UPPER(NEW.name);\nEND //\nDELIMITER ;\n",
    )
    write(
        root,
        "db/events/ev_do_nothing.sql",
        "CREATE EVENT ev_do_nothing ON SCHEDULE EVERY 1 DAY DO DO 1;\n",
    )
    write(
        root,
        "db/functions/one_of.sql",
        "CREATE FUNCTION one_of() RETURNS INT NO SQL DETERMINISTIC RETURN 1;\n",
    )
    write_procedure(root, "thing_say", "first")
    return root


class Schema:
    """An empty schema of a test's own."""

    def __init__(self, server: Server, name: str) -> None:
        self.server = server
        self.settings: DatabaseSettings = server.database(name)

    def apply(self, root: Path) -> list[str]:
        """Apply a checkout; returns the steps."""
        return apply_tree(self.settings, root, lambda _: None).applied

    def open(self) -> Database:
        """Connect to it."""
        return Database(self.server, self.settings.name)


@contextmanager
def schema(server: Server) -> Iterator[Schema]:
    """Lend a schema that is dropped afterwards."""
    name = f"tree_{secrets.token_hex(5)}"
    try:
        yield Schema(server, name)
    finally:
        with server.connect() as connection, connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")


Maker = Callable[[], Schema]
