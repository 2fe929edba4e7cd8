"""How the tools speak: Rich consoles, progress, and refusals as one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


@contextmanager
def progress(first: str) -> Iterator[Callable[[str], None]]:
    """Show what a long step is doing: a spinner in a terminal, a line a step elsewhere."""
    if console.is_terminal:
        with console.status(first) as status:
            yield status.update
        return
    shown: list[str] = []

    def report(text: str) -> None:
        # Counters tick in place in a terminal; in a log the step is said once.
        step = text.partition(":")[0]
        if step not in shown:
            shown.append(step)
            console.print(step)

    report(first)
    yield report
