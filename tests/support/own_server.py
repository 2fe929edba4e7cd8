"""A MySQL server of a test's own, for what concerns the whole server."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.support.server import Server
from tools import settings
from tools.server.instance import throwaway
from tools.server.locate import client, distribution


@contextlib.contextmanager
def own_server() -> Iterator[Server]:
    """Lend a server that is stopped and removed afterwards."""
    cache = settings.load(creates=False).cache
    # A short name: the paths of sockets are short.
    folder = Path(tempfile.mkdtemp(prefix="alumni-own-"))
    instance = throwaway(folder, distribution(cache, lambda _: None), "own")
    try:
        instance.start(lambda _: None)
        yield Server(str(instance.socket), instance.port or 0, "root", "own", client(cache))
    finally:
        instance.stop()
        shutil.rmtree(folder, ignore_errors=True)
