"""Compare the live objects with what was applied, and name what was changed by hand."""

from __future__ import annotations

from dataclasses import dataclass

from tools.migrate import catalog, history
from tools.migrate.plan import SCRATCH
from tools.migrate.session import Session
from tools.migrate.source import Kind, digest
from tools.migrate.splitter import split


@dataclass(frozen=True)
class Difference:
    """One object that is not as the tool made it."""

    kind: str
    name: str
    fact: str

    def __str__(self) -> str:
        """Return it as a line for people."""
        return f"{self.kind} {self.name}: {self.fact}"


def verify(session: Session) -> list[Difference]:
    """Return every difference: changed (body, definer, security, SQL mode, ...), gone, unknown.

    A body is compared with its file as well: what the way there has changed would not be noticed by
    the fingerprint, which was taken afterwards.
    """
    known = history.objects(session)
    live = {("table", name) for name in catalog.tables(session)} - {
        ("table", name) for name in history.OWN_TABLES
    }
    live |= {(kind.value, name) for kind in Kind for name in catalog.names(session, kind)}
    found = [
        Difference(
            kind,
            name,
            "was left behind by an interrupted run" if name == SCRATCH else "is not from the files",
        )
        for kind, name in sorted(live - known.keys())
    ]
    sources = history.sources(session)
    for (kind, name), applied in sorted(known.items()):
        if (kind, name) not in live:
            found.append(Difference(kind, name, "is gone"))
        elif applied.fingerprint is None:
            found.append(Difference(kind, name, "was interrupted; apply again"))
        else:
            definition = catalog.definition(session, kind, name) or ""
            if digest(definition) != applied.fingerprint:
                found.append(Difference(kind, name, "was changed by hand"))
            elif not _is_of(definition, sources.get((kind, name))):
                found.append(Difference(kind, name, "does something else than its file"))
    return found


def _is_of(definition: str, source: str | None) -> bool:
    """Tell whether the body in a file stands in a definition, letter by letter.

    Views and tables have none: the server keeps them in words of its own.
    """
    if source is None or "BEGIN" not in source:
        return True
    create = list(split(source))[-1]
    return create[create.index("BEGIN") :] in definition
