"""`./alumni bench`: how many requests a second, beside the same calls made bare."""

from __future__ import annotations

from typing import Annotated

import typer


def bench(
    members: Annotated[int, typer.Option(help="Generated members.")] = 20_000,
    connections: Annotated[int, typer.Option(help="Clients at once.")] = 8,
    seconds: Annotated[float, typer.Option(help="Length of each measurement.")] = 5.0,
) -> None:
    """Measure the web beside bare calls on a private server with generated data."""
    from tools.bench.run import run

    run(members, connections, seconds)
