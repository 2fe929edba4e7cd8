"""What has to be done to bring a database to the state of the checkout."""

from __future__ import annotations

from dataclasses import dataclass

from tools.migrate import catalog, history
from tools.migrate.errors import MigrationError
from tools.migrate.session import Session
from tools.migrate.source import CodeObject, Kind, Script, Tree

SCRATCH = "_scratch"
"""Name under which code is compiled before it replaces what is there."""


@dataclass(frozen=True)
class Step:
    """One thing to do, and why."""

    action: str
    kind: str
    name: str
    reason: str
    subject: Script | CodeObject | None = None

    def __str__(self) -> str:
        """Return it as a line for people."""
        return f"{self.action} {self.kind} {self.name} ({self.reason})"


def make_plan(session: Session, tree: Tree) -> list[Step]:
    """Return the steps in order; an empty list where nothing is to be done.

    Raises MigrationError for an edited migration and for a database newer than the checkout.
    """
    if not history.exists(session):
        return plan_from_scratch(tree)
    live = {(kind.value, name) for kind in Kind for name in catalog.names(session, kind)}
    return _plan(
        tree,
        history.scripts(session, "migration"),
        history.scripts(session, "reference"),
        history.scripts(session, "roles"),
        history.objects(session),
        live,
    )


def plan_from_scratch(tree: Tree) -> list[Step]:
    """Return the steps for a schema in which there is nothing."""
    return _plan(tree, {}, {}, {}, {}, set())


def _plan(
    tree: Tree,
    migrations: dict[str, tuple[str, bool]],
    reference: dict[str, tuple[str, bool]],
    roles: dict[str, tuple[str, bool]],
    applied: dict[tuple[str, str], history.Applied],
    live: set[tuple[str, str]],
) -> list[Step]:
    steps = _migration_steps(tree, migrations)
    if tree.roles and roles.get(tree.roles.name) != (tree.roles.digest, True):
        steps.append(Step("run", "roles", tree.roles.name, "new or edited", tree.roles))
    wanted = {one.key for one in tree.objects}
    for kind, name in applied:
        if kind != "table" and (kind, name) not in wanted:
            steps.append(Step("drop", kind, name, "its file is gone"))
    changed: set[str] = set()
    for one in tree.objects:
        reason = _reason(one, applied.get(one.key), live)
        if not reason and one.kind is Kind.TRIGGER and one.needs & changed:
            # A trigger that is made again comes last.
            reason = "the trigger beside it is made again"
        if reason:
            changed.add(one.name)
            steps.append(Step("apply", one.kind.value, one.name, reason, one))
    for script in tree.reference:
        if reference.get(script.name) != (script.digest, True):
            steps.append(Step("run", "reference", script.name, "new or edited", script))
    return steps


def _migration_steps(tree: Tree, done: dict[str, tuple[str, bool]]) -> list[Step]:
    known = {migration.name for migration in tree.migrations}
    newer = sorted(done.keys() - known)
    if newer:
        raise MigrationError(
            f"The database is newer than this checkout: it has {', '.join(newer)}. "
            "Update the checkout; a migration never goes back."
        )
    steps = []
    for migration in tree.migrations:
        found = done.get(migration.name)
        if found and found[0] != migration.digest:
            raise MigrationError(
                f"{migration.name} has been edited after it "
                f"{'ran' if found[1] else 'began to run'}. Migrations run once: restore the file "
                "(git checkout) and say the change in a new migration."
            )
        if not found or not found[1]:
            reason = "it was interrupted" if found else "new"
            steps.append(Step("run", "migration", migration.name, reason, migration))
    return steps


def _reason(
    one: CodeObject, applied: history.Applied | None, live: set[tuple[str, str]]
) -> str | None:
    if applied is None:
        return "new"
    if applied.pinned_digest == one.digest:
        return None
    if applied.digest is None:
        return "it was interrupted"
    if applied.digest != one.digest:
        return "its file changed"
    if one.key not in live:
        return "it was dropped by hand"
    return None
