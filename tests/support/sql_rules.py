"""The rules that every file of a routine, view, trigger or event keeps, one function a rule.

A rule yields what is wrong as `file:line: sentence`, so that one pass shows everything at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.support.sources import Source

CONTRACT = re.compile(r"[^|]+\.( \| \w+: (one|maybe|many)(,\s\w+: (one|maybe|many))*)?")
ACTORLESS = {"audit_verify", "live_poll", "help", "whoami", "act_as"}
"""What a DBA calls in nobody's name; what the web does for everybody together."""
SESSION_STARTERS = {"session_use", "session_challenge", "session_open"}
"""Nobody is signed in yet when these are called: they find out who it is."""
OWN_TRANSACTIONS = {"_media_purge"}
"""What only an event calls: it works through a list, a transaction each."""
ONE_WORD = {"help", "whoami"}
"""The person who asks for help has no module in mind yet."""

Find = Callable[[Source], Iterator[str]]


@dataclass(frozen=True)
class Rule:
    """What files of some kinds keep."""

    kinds: tuple[str, ...]
    find: Find

    @property
    def name(self) -> str:
        """Name of the rule."""
        return self.find.__name__

    def findings(self, sources: Iterable[Source]) -> list[str]:
        """Return all that is wrong in files of these kinds, in the order of the files."""
        return [one for source in sources if source.kind in self.kinds for one in self.find(source)]


ROUTINE = ("procedure", "function")
ANY = (*ROUTINE, "view", "trigger", "event")
RULES: list[Rule] = []


def _rule(*kinds: str) -> Callable[[Find], Find]:
    def keep(find: Find) -> Find:
        RULES.append(Rule(kinds, find))
        return find

    return keep


@_rule(*ANY)
def first_line_says_what_it_is(source: Source) -> Iterator[str]:
    """Find a first line without the object's name and a sentence."""
    first = next(iter(source.header), "")
    if not first.startswith(f"{source.name}: "):
        yield source.finding(0, f"the first line does not begin with {source.name}:")
    elif len(first) <= len(source.name) + 10:
        yield source.finding(0, "the first line does not say what the object is")


@_rule(*ANY)
def one_object_a_file(source: Source) -> Iterator[str]:
    """Find a file that creates anything but one object with the file's name."""
    pattern = rf"^CREATE\s+(?:OR\s+REPLACE\s+)?.*?\b{source.kind}\s+(\w+)"
    created = list(re.finditer(pattern, source.code, re.I | re.M | re.S))
    if [found[1] for found in created] != [source.name]:
        where = created[-1].start(1) if created else 0
        names = ", ".join(found[1] for found in created) or "nothing"
        yield source.finding(where, f"creates {names} instead of {source.name} alone")


@_rule(*ROUTINE, "trigger", "event")
def drops_before_it_creates(source: Source) -> Iterator[str]:
    """Find a file that cannot be run twice (views are replaced)."""
    if not re.search(rf"DROP\s+{source.kind}\s+IF\s+EXISTS\s+{source.name};", source.code, re.I):
        yield source.finding(0, f"DROP {source.kind.upper()} IF EXISTS {source.name} is missing")


@_rule(*ANY)
def leaves_the_definer_to_the_tool(source: Source) -> Iterator[str]:
    """Find a definer: the migration tool sets it."""
    for found in re.finditer(r"\bDEFINER\s*=", source.code, re.I):
        yield source.finding(found.start(), "names a definer: the migration tool does")


@_rule("procedure")
def documents_its_parameters(source: Source) -> Iterator[str]:
    """Find a parameter without a line in the header."""
    documented = source.section("Parameters") or []
    for found in re.finditer(r"^\s+(?:IN |OUT |INOUT )(p_\w+)", source.code, re.M):
        if not any(re.match(rf"{found[1]}\b", line) for line in documented):
            yield source.finding(found.start(1), f"{found[1]} is not among Parameters")


@_rule("procedure")
def documents_what_clients_need(source: Source) -> Iterator[str]:
    """Find a public procedure without result sets, errors (each may be none) or an example."""
    if source.is_public:
        for title in ("Result sets", "Errors", "Example"):
            if not source.section(title):
                yield source.finding(0, f"the header has no section {title}")


@_rule("procedure")
def documents_the_result_sets_of_its_contract(source: Source) -> Iterator[str]:
    """Find a result set of the COMMENT that the header lacks or gives another cardinality."""
    documented = "\n".join(source.section("Result sets") or [])
    contract = source.comment.partition("|")[2]
    for name, cardinality in re.findall(r"(\w+): (one|maybe|many)", contract):
        if not re.search(rf"^{name} \({cardinality}\)", documented, re.M):
            yield source.finding(0, f"{name} ({cardinality}) is not among Result sets")


@_rule("procedure")
def lists_the_errors_that_it_raises(source: Source) -> Iterator[str]:
    """Find an SQLSTATE that a public procedure raises and its header lacks."""
    documented = re.findall(r"^(45\d{3})", "\n".join(source.section("Errors") or []), re.M)
    for found in re.finditer(r"SIGNAL\s+SQLSTATE\s+'(45\d{3})'", source.text):
        if source.is_public and found[1] not in documented:
            yield source.finding_in_text(found.start(), f"raises {found[1]}, not among Errors")


@_rule(*ROUTINE)
def comment_is_a_contract(source: Source) -> Iterator[str]:
    """Find a COMMENT that is not a sentence and, after a bar, the result sets."""
    if not CONTRACT.fullmatch(source.comment):
        yield source.finding(0, f"COMMENT is no contract: {source.comment!r}")


@_rule(*ROUTINE)
def names_parameters_and_locals(source: Source) -> Iterator[str]:
    """Find a parameter not named p_, or a local not named v_ or c_: it could be a column."""
    declared = r"\bDECLARE\s+((?:\w+\s*,\s*)*\w+)\s+(?!HANDLER)"
    for found in re.finditer(declared, source.code, re.I):
        for name in re.split(r"\s*,\s*", found[1]):
            if name.upper() not in {"EXIT", "CONTINUE"} and not name.startswith(("v_", "c_")):
                yield source.finding(found.start(1), f"the local {name} is not named v_ or c_")
    begin, end = source.code.find("("), source.code.upper().find("COMMENT")
    words = {"RETURNS", "READS", "MODIFIES", "SQL", "NO", "NOT"}
    for found in re.finditer(r"^\s+(?:IN |OUT |INOUT )?(\w+) [A-Z]", source.code[begin:end], re.M):
        if found[1].upper() not in words and not found[1].startswith("p_"):
            where = begin + found.start(1)
            yield source.finding(where, f"the parameter {found[1]} is not named p_")


@_rule("procedure")
def procedure_name(source: Source) -> Iterator[str]:
    """Find a name that is not module_verb, or _words for an internal procedure."""
    pattern = r"_[a-z]+(_[a-z]+)*|[a-z]+(_[a-z]+)+"
    if source.name not in ONE_WORD and not re.fullmatch(pattern, source.name):
        yield source.finding(0, "the name is not of words between underscores")


@_rule("procedure")
def says_for_whom_it_acts(source: Source) -> Iterator[str]:
    """Find a public procedure whose first parameter is not the actor."""
    if not source.is_public or source.path.parent.name == "mail" or source.name in ACTORLESS:
        return
    first = re.search(r"PROCEDURE\s+\w+\s*\(\s*(?:IN\s+)?(\w+)", source.code, re.I)
    if not first:
        yield source.finding(0, "no parameter says for whom it acts")
    elif source.name not in SESSION_STARTERS and first[1] != "p_actor_id":
        yield source.finding(first.start(1), f"begins with {first[1]} instead of p_actor_id")


_SAID = re.compile(r"'[a-z_]+: ((?:[^'\n]|'')+)'")


@_rule("procedure")
def refusals_begin_as_sentences(source: Source) -> Iterator[str]:
    """Find a refusal that does not begin with a capital letter."""
    for found in _SAID.finditer(source.text):
        if not found[1][0].isupper():
            yield source.finding_in_text(found.start(1), f"begins with a small letter: {found[1]}")


@_rule("procedure")
def refusals_name_no_parameter(source: Source) -> Iterator[str]:
    """Find a refusal that names a parameter, which means nothing to a person."""
    for found in _SAID.finditer(source.text):
        if re.search(r"[a-z]_[a-z]", found[1]):
            yield source.finding_in_text(found.start(1), f"names a parameter: {found[1]}")


@_rule("procedure")
def helpers_leave_the_transaction_to_the_caller(source: Source) -> Iterator[str]:
    """Find an internal procedure that begins or ends a transaction."""
    if not source.is_public and source.name not in OWN_TRANSACTIONS:
        for found in re.finditer(r"\b(COMMIT|ROLLBACK|START TRANSACTION)\b", source.code, re.I):
            yield source.finding(found.start(), f"{found[1]} in an internal procedure")


@_rule("procedure")
def an_error_undoes_everything(source: Source) -> Iterator[str]:
    """Find a public procedure that leaves its transaction open after an error."""
    opened = source.code.upper().find("START TRANSACTION")
    is_undone = re.search(r"ROLLBACK;\s*RESIGNAL", source.code, re.I)
    if source.is_public and opened >= 0 and not is_undone:
        yield source.finding(opened, "no handler does ROLLBACK; RESIGNAL")


@_rule("procedure")
def ends_a_transaction_before_it_sets_the_next(source: Source) -> Iterator[str]:
    """Find a SET TRANSACTION that a client without autocommit meets in a transaction (1568)."""
    for found in re.finditer(r"(\w+;)\s*SET TRANSACTION\b", source.code, re.I):
        if found[1].upper() != "COMMIT;":
            yield source.finding(found.start(), "SET TRANSACTION without a COMMIT before it")


def _named(source: Source, pattern: str) -> Iterator[str]:
    if not re.fullmatch(pattern, source.name):
        yield source.finding(0, f"the name is not of the form {pattern}")


@_rule("view")
def view_name(source: Source) -> Iterator[str]:
    """Find a view that is not vw_..."""
    yield from _named(source, r"vw_\w+")


@_rule("trigger")
def trigger_name(source: Source) -> Iterator[str]:
    """Find a trigger that does not say what it comes after."""
    yield from _named(source, r"tr_\w+_(insert|update|delete)")


@_rule("event")
def event_name(source: Source) -> Iterator[str]:
    """Find an event that is not ev_verb_object."""
    yield from _named(source, r"ev_[a-z]+_\w+")
