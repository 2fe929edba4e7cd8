"""`./alumni bench` and `./alumni bench-live`: what pages cost, closed and open."""

from __future__ import annotations

from typing import Annotated

import typer


def bench(
    members: Annotated[int, typer.Option(help="Generated members.")] = 20_000,
    connections: Annotated[int, typer.Option(help="Number of concurrent clients.")] = 8,
    seconds: Annotated[float, typer.Option(help="Length of each measurement.")] = 5.0,
) -> None:
    """Measure the web beside bare calls on a private server with generated data."""
    from tools.bench.run import run

    run(members, connections, seconds)


def bench_live(
    readers: Annotated[int, typer.Option(help="Number of pages open at the same time.")] = 2_000,
    messages: Annotated[int, typer.Option(help="Messages to send.")] = 400,
) -> None:
    """Measure the cost of open pages and the delay of live events, on a private server."""
    from tools.bench.live import run

    run(readers, messages)
