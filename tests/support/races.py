"""Connections that act at the same moment, and what becomes of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from tests.support.database import DEADLOCK, Client, Database, Refused

Act = Callable[[Client], Any]


def at_once(db: Database, *acts: Act, may_deadlock: bool = True) -> list[Any]:
    """Let connections act at the same moment; return what each got: a result or a refusal.

    After a deadlock a procedure is called again, as the shell does, unless the test says that there
    must be none. Any other error is raised.
    """
    start = Barrier(len(acts))

    def run(act: Act) -> Any:
        with db.connect() as client:
            if may_deadlock:
                client.called_again.add(DEADLOCK)
            start.wait()
            try:
                return act(client)
            except Refused as refusal:
                return refusal

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def states(results: Sequence[Any]) -> Counter[str]:
    """Count the SQLSTATEs of results, '' for what was done."""
    return Counter(result.state if isinstance(result, Refused) else "" for result in results)


def statuses(results: Sequence[Any]) -> list[int]:
    """Return the status of each result in order of size: 0 for what was done."""
    return sorted(result.status if isinstance(result, Refused) else 0 for result in results)


def act(function: Callable[..., Any], /, *given: Any, **named: Any) -> Act:
    """Return what somebody does with a connection of their own: a function whose first it is."""
    return lambda client: function(client, *given, **named)


def calling(name: str, /, *arguments: object, **named: object) -> Act:
    """Return the act of calling a procedure."""
    return lambda client: client.call(name, *arguments, **named)
