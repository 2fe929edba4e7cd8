"""Try the mutations on a server of its own: `python -m tests.mutations --help`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from tests.mutations import runner
from tests.mutations.every import MUTATIONS
from tests.mutations.mutation import Mutation
from tools import settings as configuration
from tools.connection import connect
from tools.grade.laboratory import university
from tools.migrate.api import clone_schema
from web.settings import DatabaseSettings


def main(
    one_by_one: Annotated[
        bool, typer.Option("--one-by-one", help="Break a new copy for each; takes long.")
    ] = False,
    only: Annotated[str, typer.Option(help="Only mutations whose text holds this.")] = "",
) -> None:
    """Break a database in every way, and say what neither check has seen. Exit code 1 then."""
    chosen = [one for one in MUTATIONS if only.lower() in str(one).lower()]
    batches = [[one] for one in chosen] if one_by_one else [chosen]
    unseen = 0
    with university(configuration.load(), typer.echo) as template:
        # The checks expect it to be on; the copies' own events are years away.
        with connect(template, template.name) as connection, connection.cursor() as cursor:
            for event in runner.events():
                cursor.execute(f"DROP EVENT {event.name}")
            cursor.execute("SET GLOBAL event_scheduler = ON")
        for batch in batches:
            found = _complaints(replace(template, name="mutated"), template.name, batch)
            for mutation in batch if one_by_one else ():
                typer.echo(f"{'NOT SEEN' if found else 'seen'}: {mutation}")
            for complaint in found:
                typer.echo(f"  {complaint}")
            unseen += len(found)
    typer.echo(f"{len(chosen)} mutations, {unseen} complaints.")
    raise typer.Exit(1 if unseen else 0)


def _complaints(copy: DatabaseSettings, template: str, batch: list[Mutation]) -> list[str]:
    clone_schema(copy, template)
    runner.add_idle_events(copy)
    try:
        runner.apply(copy, batch)
        return runner.complaints(batch, runner.red(copy))
    finally:
        runner.undo(copy, batch)


if __name__ == "__main__":
    typer.run(main)
