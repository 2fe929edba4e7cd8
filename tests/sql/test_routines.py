"""Every routine, view, trigger and event keeps the contract and the style of the project."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.data_access import false_declarations
from tests.support.database import Client, Database
from tests.support.sources import CODE_FOLDERS, Source, sources
from tests.support.sql_rules import ROUTINE, RULES, Rule

# Small files that keep every rule. The faults below are made in them.
PROCEDURE = """-- thing_save: save a thing of the actor.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   thing (one)  id
-- Errors
--   45404  no such thing
-- Example
--   CALL thing_save(3);

DROP PROCEDURE IF EXISTS thing_save;

DELIMITER //

CREATE PROCEDURE thing_save (
    IN p_actor_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Save a thing. | thing: one'
BEGIN
    DECLARE v_id BIGINT;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;
    SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'name: Name the thing.';
    START TRANSACTION;
    UPDATE things SET name = 'x';
    COMMIT;
END //

DELIMITER ;
"""
HELPER = """-- _thing_keep: keep a thing for its caller.
DROP PROCEDURE IF EXISTS _thing_keep;
CREATE PROCEDURE _thing_keep ()
COMMENT 'Keep a thing.'
BEGIN
    UPDATE things SET is_kept = 1;
END;
"""
FUNCTION = """-- thing_of: the thing of a person, or NULL.
DROP FUNCTION IF EXISTS thing_of;
CREATE FUNCTION thing_of (
    p_id INT
)
RETURNS INT
READS SQL DATA
COMMENT 'The thing of a person.'
BEGIN
    RETURN 1;
END;
"""
VIEW = """-- vw_things: all things, the newest first.
CREATE OR REPLACE VIEW vw_things AS SELECT 1;
"""
TRIGGER = """-- tr_thing_insert: count a thing at its owner.
DROP TRIGGER IF EXISTS tr_thing_insert;
CREATE TRIGGER tr_thing_insert AFTER INSERT ON things FOR EACH ROW DO 1;
"""
EVENT = """-- ev_drop_things: drop things that nobody needs.
DROP EVENT IF EXISTS ev_drop_things;
CREATE EVENT ev_drop_things ON SCHEDULE EVERY 1 DAY DO DO 1;
"""
KINDS = {PROCEDURE: "procedure", HELPER: "procedure", FUNCTION: "function"}
KINDS |= {VIEW: "view", TRIGGER: "trigger", EVENT: "event"}

# Rule, a good file, what is replaced by what, the line and the words of the finding.
FAULTS = [
    (
        "first_line_says_what_it_is",
        VIEW,
        "vw_things: all",
        "all",
        "1: the first line does not begin",
    ),
    (
        "first_line_says_what_it_is",
        VIEW,
        "all things, the newest first.",
        "things",
        "1: the first l",
    ),
    ("one_object_a_file", VIEW, "VIEW vw_things", "VIEW vw_others", "2: creates vw_others instead"),
    ("one_object_a_file", VIEW, "CREATE OR REPLACE", "SELECT", "1: creates nothing instead"),
    (
        "one_object_a_file",
        VIEW,
        "SELECT 1;",
        "SELECT 1;\nCREATE VIEW vw_b AS SELECT 1;",
        "3: creates vw_things, vw_b instead",
    ),
    (
        "drops_before_it_creates",
        TRIGGER,
        "DROP TRIGGER",
        "-- ",
        "1: DROP TRIGGER IF EXISTS tr_thing",
    ),
    ("drops_before_it_creates", EVENT, "IF EXISTS", "", "1: DROP EVENT IF EXISTS ev_drop_things"),
    ("drops_before_it_creates", FUNCTION, "EXISTS thing_of", "EXISTS other_of", "1: DROP FUNCTION"),
    (
        "leaves_the_definer_to_the_tool",
        EVENT,
        "CREATE EVENT",
        "CREATE DEFINER = root@localhost EVENT",
        "3: names a definer",
    ),
    (
        "documents_its_parameters",
        PROCEDURE,
        "--   p_actor_id",
        "--   p_person",
        "17: p_actor_id is no",
    ),
    (
        "documents_its_parameters",
        PROCEDURE,
        "    IN p",
        "    OUT p_id INT, IN p",
        "17: p_id is not",
    ),
    (
        "documents_what_clients_need",
        PROCEDURE,
        "-- Result sets",
        "--",
        "1: the header has no section R",
    ),
    (
        "documents_what_clients_need",
        PROCEDURE,
        "-- Errors",
        "--",
        "1: the header has no section Errors",
    ),
    (
        "documents_what_clients_need",
        PROCEDURE,
        "-- Example",
        "--",
        "1: the header has no section Exam",
    ),
    (
        "documents_the_result_sets_of_its_contract",
        PROCEDURE,
        "thing (one)",
        "thing (many)",
        "1: thing (one) is not among Result sets",
    ),
    (
        "documents_the_result_sets_of_its_contract",
        PROCEDURE,
        "thing: one",
        "thing: one, page: maybe",
        "1: page (maybe) is not among Result sets",
    ),
    (
        "lists_the_errors_that_it_raises",
        PROCEDURE,
        "--   45404",
        "--   45409",
        "29: raises 45404, not",
    ),
    (
        "comment_is_a_contract",
        PROCEDURE,
        "thing: one'",
        "thing: several'",
        "1: COMMENT is no contract",
    ),
    ("comment_is_a_contract", FUNCTION, "COMMENT", "-- COMMENT", "1: COMMENT is no contract: ''"),
    ("names_parameters_and_locals", PROCEDURE, "v_id", "id", "23: the local id is not named"),
    ("names_parameters_and_locals", PROCEDURE, "v_id", "v_id, name", "23: the local name is not"),
    (
        "names_parameters_and_locals",
        FUNCTION,
        "p_id INT",
        "id INT",
        "4: the parameter id is not named",
    ),
    ("procedure_name", PROCEDURE, "thing_save", "thing2", "1: the name is not of words"),
    (
        "says_for_whom_it_acts",
        PROCEDURE,
        "p_actor_id BIG",
        "p_id BIG",
        "17: begins with p_id instead",
    ),
    (
        "says_for_whom_it_acts",
        PROCEDURE,
        "\n    IN p_actor_id BIGINT UNSIGNED\n",
        "",
        "1: no parameter says for whom",
    ),
    (
        "refusals_begin_as_sentences",
        PROCEDURE,
        "Name the",
        "name the",
        "29: begins with a small letter",
    ),
    (
        "refusals_name_no_parameter",
        PROCEDURE,
        "Name the thing",
        "Set p_name",
        "29: names a parameter",
    ),
    *[
        (
            "helpers_leave_the_transaction_to_the_caller",
            HELPER,
            "    UPDATE",
            f"    {statement};\n    UPDATE",
            f"6: {statement} in an internal procedure",
        )
        for statement in ("COMMIT", "ROLLBACK", "START TRANSACTION")
    ],
    (
        "an_error_undoes_everything",
        PROCEDURE,
        "        RESIGNAL;\n",
        "",
        "29: no handler does ROLLBACK",
    ),
    (
        "ends_a_transaction_before_it_sets_the_next",
        PROCEDURE,
        "    START TRANSACTION",
        "    SET v_id = 1;\n    SET TRANSACTION READ ONLY;\n    START TRANSACTION",
        "30: SET TRANSACTION without a COMMIT",
    ),
    ("view_name", VIEW, "vw_things", "things", "1: the name is not of the form"),
    ("trigger_name", TRIGGER, "tr_thing_insert", "tr_thing_add", "1: the name is not of the form"),
    ("event_name", EVENT, "ev_drop_things", "ev_things", "1: the name is not of the form"),
]


def written(root: Path, kind: str, text: str, named_by: str | None = None) -> Source:
    """Write a file of a checkout; it is named by what the header (of another text) says."""
    name = (named_by or text).partition(": ")[0].removeprefix("-- ")
    path = root / CODE_FOLDERS[kind] / f"{name}.sql"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Source(kind, path, root)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_file_keeps(rule: Rule) -> None:
    files = sources(*rule.kinds)
    assert {source.kind for source in files} == set(rule.kinds)
    assert rule.findings(files) == []


@pytest.mark.parametrize(("name", "good", "old", "new", "finding"), FAULTS)
def test_a_rule_finds_its_fault(
    name: str, good: str, old: str, new: str, finding: str, tmp_path: Path
) -> None:
    (rule,) = [rule for rule in RULES if rule.name == name]
    right = written(tmp_path, KINDS[good], good)
    assert [one for rule in RULES for one in rule.findings([right])] == []
    bad = good.replace(old, new)
    # A wrong name is the file's as well; any other fault is inside.
    wrong = written(tmp_path, KINDS[good], bad, bad if name.endswith("_name") else good)
    (found,) = rule.findings([wrong])
    assert found.startswith(f"{wrong.path.relative_to(tmp_path)}:{finding}")


def test_every_rule_has_a_fault() -> None:
    assert {name for name, *_ in FAULTS} == {rule.name for rule in RULES}


ATTRIBUTES = """
    SELECT routine_name AS name, routine_comment AS comment, security_type AS security,
        sql_data_access AS access, sql_mode AS sql_mode
    FROM information_schema.routines WHERE routine_schema = DATABASE()
"""
AS_THE_CALLER = {"whoami", "_rule_try"}
"""What tells of the caller, or runs what the caller wrote, has the caller's rights."""


def wrong_attributes(client: Client) -> Iterator[str]:
    """Yield what a routine of a schema has otherwise than all must have it."""
    for row in client.rows(ATTRIBUTES):
        expected = "INVOKER" if row.name in AS_THE_CALLER else "DEFINER"
        if row.security != expected:
            yield f"{row.name}: runs with the rights of the {row.security}"
        if row.access not in {"READS SQL DATA", "MODIFIES SQL DATA", "NO SQL"}:
            yield f"{row.name}: declares {row.access}"
        if "STRICT_TRANS_TABLES" not in row.sql_mode:
            yield f"{row.name}: was created outside strict mode"


def test_the_server_has_the_routines_of_the_files(db: Database) -> None:
    on_the_server = {row.name: row.comment for row in db.rows(ATTRIBUTES)}
    assert on_the_server == {source.name: source.comment for source in sources(*ROUTINE)}


def test_attributes_of_routines(db: Database) -> None:
    assert list(wrong_attributes(db)) == []


def test_wrong_attributes_are_found(db: Database) -> None:
    schema = f"attributes_{secrets.token_hex(4)}"
    with db.connect() as client:
        client.rows(f"CREATE DATABASE {schema}")
        try:
            client.rows(f"USE {schema}")
            client.rows("CREATE PROCEDURE as_caller () SQL SECURITY INVOKER NO SQL DO 1")
            client.rows("CREATE PROCEDURE whoami () SQL SECURITY DEFINER NO SQL DO 1")
            client.rows("CREATE PROCEDURE silent () DO 1")
            client.rows("SET SESSION sql_mode = ''")
            client.rows("CREATE PROCEDURE lax () NO SQL DO 1")
            assert sorted(wrong_attributes(client)) == [
                "as_caller: runs with the rights of the INVOKER",
                "lax: was created outside strict mode",
                "silent: declares CONTAINS SQL",
                "whoami: runs with the rights of the DEFINER",
            ]
        finally:
            client.rows(f"DROP DATABASE {schema}")


def test_declared_data_access_is_true(db: Database) -> None:
    """What a routine and all it calls do is what it declares: replicas may rely on it."""
    declared = {row.name: row.access for row in db.rows(ATTRIBUTES)}
    assert false_declarations(sources(*ROUTINE), declared) == []


def test_false_declarations_are_found(tmp_path: Path) -> None:
    calling = FUNCTION.replace("RETURN 1", "CALL _thing_keep(); RETURN 1")
    idle = FUNCTION.replace("thing_of", "idle_of")
    hidden = FUNCTION.replace("thing_of", "hidden_of").replace(
        "RETURN 1", "CREATE TEMPORARY TABLE t (id INT); INSERT INTO t SELECT 1; RETURN 1"
    )
    files = [
        written(tmp_path, "procedure", HELPER),
        *(written(tmp_path, "function", text) for text in (calling, idle, hidden)),
    ]
    reads, modifies = "READS SQL DATA", "MODIFIES SQL DATA"
    true = {"_thing_keep": modifies, "thing_of": modifies, "idle_of": reads, "hidden_of": reads}
    assert false_declarations(files, true) == []
    false = {"_thing_keep": reads, "thing_of": reads, "idle_of": modifies, "hidden_of": modifies}
    assert false_declarations(files, false) == [
        f"procedures/_thing_keep.sql:1: declares {reads} and writes things",
        f"db/functions/thing_of.sql:1: declares {reads} and writes things",
        f"db/functions/idle_of.sql:1: declares {modifies} and modifies nothing",
    ]
