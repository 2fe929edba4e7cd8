"""One way to break a database."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tools.migrate.source import Tree


@dataclass(frozen=True)
class Make:
    """Make a code object that is not there, as its file says."""

    name: str

    def statements(self, tree: Tree) -> list[str]:
        """Return the statements for a client that has the objects of a checkout."""
        one = tree.find(self.name)
        assert one, f"There is no object {self.name}."
        return [one.create_as(one.name)]


@dataclass(frozen=True)
class Edit:
    """Drop a code object and make it again with another text: what a hand in a hurry does."""

    name: str
    old: str = ""
    new: str = ""
    definer: str = "`alumni_owner`@`%`"

    def statements(self, tree: Tree) -> list[str]:
        """Return the statements for a client that has the objects of a checkout."""
        one = tree.find(self.name)
        assert one, f"There is no object {self.name}."
        create = one.create_as(one.name)
        assert self.old in create, f"{self.name} does not say {self.old!r}."
        create = re.sub(r"\bOR REPLACE ", "", create.replace(self.old, self.new, 1))
        create = create.replace("`alumni_owner`@`%`", self.definer, 1)
        return [f"DROP {one.kind} {one.name}", create]


Step = str | Edit | Make


@dataclass(frozen=True)
class Mutation:
    """What is broken, how, and which checks say so. `{schema}` in a statement is the schema."""

    what: str
    steps: tuple[Step, ...]
    names: tuple[str, ...]
    """Checks of db/selfcheck.sql that name the broken object."""
    own: tuple[str, ...] = ()
    """Patterns of checks of `./alumni grade` itself that name it; none: it relies on the file."""
    also: tuple[str, ...] = ()
    """Patterns of further checks that turn red, as nothing is broken alone."""
    undo: tuple[str, ...] = ()
    """What takes it back where it concerns the server: accounts and what they may do."""

    def statements(self, tree: Tree, schema: str) -> list[str]:
        """Return the statements that break it."""
        found = []
        for step in self.steps:
            found += (
                [step.replace("{schema}", schema)]
                if isinstance(step, str)
                else step.statements(tree)
            )
        return found

    def __str__(self) -> str:
        """Return what is broken."""
        return self.what
