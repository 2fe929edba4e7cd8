"""Work that would keep the other requests of a process waiting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from gevent.threadpool import ThreadPool

THREADS = 2
"""Hashing a password or converting a picture keeps a core busy; more threads would be slower."""
_pool: list[ThreadPool] = []
Result = TypeVar("Result")


def in_thread(work: Callable[..., Result], *arguments: Any) -> Result:  # noqa: ANN401
    """Do what keeps a core busy in a thread, and let other requests go on meanwhile."""
    if not _pool:
        _pool.append(ThreadPool(THREADS))
    result: Result = _pool[0].apply(work, arguments)
    return result
