"""Every routine, view, trigger and event keeps the contract and the style of the house."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.support.database import Database
from tests.support.sources import Source, sources

CONTRACT = re.compile(r"[^|]+\.( \| \w+: (one|maybe|many)(,\s\w+: (one|maybe|many))*)?")
FUNCTION_NAME = re.compile(r"_?(is_\w+|can_\w+|may_\w+|has_\w+|\w+_of|[a-z]+(_[a-z]+)*)")
# Statements that write, in code without comments and literals.
WRITES = re.compile(
    r"\b(INSERT\s+(?:IGNORE\s+)?INTO|REPLACE\s+INTO|DELETE\s+(?:\w+\s+)?FROM|UPDATE)\s+(\w+)", re.I
)
# Where UPDATE stands without being a statement of its own.
NOT_WRITES = re.compile(r"FOR\s+UPDATE|ON\s+DUPLICATE\s+KEY\s+UPDATE", re.I)

ROUTINES = [*sources("procedure"), *sources("function")]


def by_name(source: Source) -> str:
    return source.name


def temporary_tables(source: Source) -> set[str]:
    pattern = r"CREATE\s+TEMPORARY\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)"
    return set(re.findall(pattern, source.code, re.I))


@pytest.mark.parametrize("source", sources(), ids=by_name)
def test_the_file_names_its_object(source: Source) -> None:
    assert source.header[0].startswith(f"{source.name}: "), "the first line names the object"
    assert len(source.header[0]) > len(source.name) + 10, "and says in a sentence what it is"
    created = re.findall(
        rf"^CREATE\s+(?:OR\s+REPLACE\s+)?.*?\b{source.kind}\s+(\w+)",
        source.code,
        re.I | re.M | re.S,
    )
    assert created == [source.name], "one object a file, named as the file"
    dropped = rf"DROP\s+{source.kind}\s+IF\s+EXISTS\s+{source.name};"
    assert re.search(dropped, source.code, re.I) or source.kind == "view"
    assert "DEFINER =" not in source.code, "the migration tool says who the definer is"


@pytest.mark.parametrize("source", sources("procedure"), ids=by_name)
def test_the_header_documents_the_procedure(source: Source) -> None:
    parameters = re.findall(r"^\s+(?:IN |OUT |INOUT )(p_\w+)", source.code, re.M)
    documented = source.section("Parameters") or []
    for parameter in parameters:
        assert any(re.match(rf"{parameter}\b", line) for line in documented), parameter
    if source.is_public:
        assert source.section("Result sets"), "Result sets (none is said as well)"
        assert source.section("Errors"), "Errors (none is said as well)"
        assert source.section("Example"), "an example that runs"


@pytest.mark.parametrize("source", sources("procedure"), ids=by_name)
def test_the_header_names_the_result_sets_of_the_comment(db: Database, source: Source) -> None:
    _, sets = db.contract(source.name)
    documented = "\n".join(source.section("Result sets") or [])
    for name, cardinality in sets:
        assert re.search(rf"^{name} \({cardinality}\)", documented, re.M), name


@pytest.mark.parametrize("source", sources("procedure"), ids=by_name)
def test_the_header_lists_the_errors_that_the_body_raises(source: Source) -> None:
    if not source.is_public:
        return
    raised = set(re.findall(r"SIGNAL\s+SQLSTATE\s+'(45\d{3})'", source.text))
    documented = set(re.findall(r"^(45\d{3})", "\n".join(source.section("Errors") or []), re.M))
    assert raised <= documented


def test_contract_comments(db: Database) -> None:
    routines = db.rows(
        "SELECT routine_name AS name, routine_type AS type, routine_comment AS comment"
        " FROM information_schema.routines WHERE routine_schema = DATABASE()"
    )
    assert {row.name for row in routines} == {source.name for source in ROUTINES}
    for row in routines:
        assert CONTRACT.fullmatch(row.comment), f"{row.name}: {row.comment}"


def test_attributes_of_routines(db: Database) -> None:
    for row in db.rows(
        "SELECT routine_name AS name, security_type AS security, sql_data_access AS access,"
        " sql_mode AS sql_mode FROM information_schema.routines WHERE routine_schema = DATABASE()"
    ):
        # What tells of the caller, or runs what the caller wrote, has the caller's rights.
        expected = "INVOKER" if row.name in ("whoami", "_rule_try") else "DEFINER"
        assert row.security == expected, row.name
        assert row.access in ("READS SQL DATA", "MODIFIES SQL DATA", "NO SQL"), row.name
        assert "STRICT_TRANS_TABLES" in row.sql_mode, row.name


def test_declared_data_access_is_true(db: Database) -> None:
    """What a routine and all it calls do is what it declares: replicas may rely on it."""
    declared = {
        row.name: row.access
        for row in db.rows(
            "SELECT routine_name AS name, sql_data_access AS access"
            " FROM information_schema.routines WHERE routine_schema = DATABASE()"
        )
    }
    by = {source.name: source for source in ROUTINES}
    names = re.compile(r"\b(" + "|".join(map(re.escape, by)) + r")\s*\(", re.I)

    def reach(source: Source, seen: set[str]) -> Iterator[Source]:
        yield source
        body = source.code.partition("BEGIN")[2] or source.code
        for called in {found.lower() for found in names.findall(body)} - seen:
            seen.add(called)
            yield from reach(by[called], seen)

    for source in ROUTINES:
        reached = list(reach(source, {source.name}))
        temporary = {table for one in reached for table in temporary_tables(one)}
        writes = {
            table
            for one in reached
            for _, table in WRITES.findall(NOT_WRITES.sub(" ", one.code))
            if table not in temporary
        }
        locks = any(re.search(r"FOR\s+(UPDATE|SHARE)", one.code, re.I) for one in reached)
        if declared[source.name] == "MODIFIES SQL DATA":
            assert writes or locks or temporary or "START TRANSACTION" in source.code, source.name
        else:
            assert not writes, f"{source.name} declares {declared[source.name]}, writes {writes}"


@pytest.mark.parametrize("source", ROUTINES, ids=by_name)
def test_names_of_parameters_and_locals(source: Source) -> None:
    for names in re.findall(r"\bDECLARE\s+((?:\w+\s*,\s*)*\w+)\s+(?!HANDLER)", source.code, re.I):
        for name in re.split(r"\s*,\s*", names):
            if name.upper() not in ("EXIT", "CONTINUE"):
                assert name.startswith(("v_", "c_")), name
    head = source.code[source.code.find("(") : source.code.upper().find("COMMENT")]
    for name in re.findall(r"^\s+(?:IN |OUT |INOUT )?(\w+) [A-Z]", head, re.M):
        if name.upper() not in ("RETURNS", "READS", "MODIFIES", "SQL", "NO", "NOT"):
            assert name.startswith("p_"), name


@pytest.mark.parametrize("source", sources("procedure"), ids=by_name)
def test_procedure_names_and_actor(source: Source) -> None:
    # Who asks for help has no module in mind yet: the two fixed names have one word.
    assert source.name in {"help", "whoami"} or re.fullmatch(
        r"_[a-z]+(_[a-z]+)*|[a-z]+(_[a-z]+)+", source.name
    )
    if not source.is_public or source.path.parent.name == "mail" or source.name in ACTORLESS:
        return
    first = re.search(r"PROCEDURE\s+\w+\s*\(\s*(?:IN\s+)?(\w+)", source.code, re.I)
    assert first, "a public procedure says for whom it acts"
    if source.name not in SESSION_STARTERS:
        assert first.group(1) == "p_actor_id"


# What a DBA calls in nobody's name, as the mission writes it; what the web does for all at once.
ACTORLESS = {"audit_verify", "live_poll", "help", "whoami", "act_as"}
# Nobody is signed in yet when these are called: they find out who it is.
SESSION_STARTERS = {"session_use", "session_challenge", "session_open"}


# What only an event calls: it works through a list, a transaction each.
OWN_TRANSACTIONS = {"_media_purge"}


@pytest.mark.parametrize("source", sources("procedure"), ids=by_name)
def test_refusals_are_sentences_for_people(source: Source) -> None:
    for said in re.findall(r"'[a-z_]+: ((?:[^'\n]|'')+)'", source.text):
        assert said[0].isupper(), said
        assert not re.search(r"[a-z]_[a-z]", said), f"names a parameter: {said}"


@pytest.mark.parametrize("source", sources("procedure"), ids=by_name)
def test_transactions(source: Source) -> None:
    code = source.code.upper()
    if not source.is_public and source.name not in OWN_TRANSACTIONS:
        assert not re.search(r"\b(COMMIT|ROLLBACK|START TRANSACTION)\b", code), (
            "an internal helper never ends its caller's transaction"
        )
    elif source.is_public and "START TRANSACTION" in code:
        assert re.search(r"ROLLBACK;\s*RESIGNAL", code), "an error undoes everything"


@pytest.mark.parametrize("source", sources("view"), ids=by_name)
def test_view_names(source: Source) -> None:
    assert source.name.startswith("vw_")


@pytest.mark.parametrize("source", sources("trigger"), ids=by_name)
def test_trigger_names(source: Source) -> None:
    assert re.fullmatch(r"tr_\w+_(insert|update|delete)", source.name)


@pytest.mark.parametrize("source", sources("event"), ids=by_name)
def test_event_names(source: Source) -> None:
    assert re.fullmatch(r"ev_[a-z]+_\w+", source.name)
