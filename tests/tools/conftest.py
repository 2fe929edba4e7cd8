"""The first run on a new machine, made once: for the documents and for `up` in other situations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.command_line import Home, on_server
from tests.support.first_up import FirstUp, type_first_command
from tests.support.schemas import Schemas
from tests.support.server import Server


@pytest.fixture(scope="session")
def first_up(tmp_path_factory: pytest.TempPathFactory) -> FirstUp:
    """Return what the README's first command did; who uses it is in the xdist group "up"."""
    return type_first_command(tmp_path_factory.mktemp("new"))


@pytest.fixture(scope="session")
def command_home(
    schemas: Schemas,
    demo_template: str,
    server: Server,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Home]:
    """Return a home whose database is applied and has the demo data. For the group `up` only."""
    with schemas.lent(demo_template) as database:
        folder = tmp_path_factory.mktemp("command") / "home"
        home = Home(folder, **on_server(server, database.schema))
        applied = home.run("migrate", "apply")
        assert applied.code == 0, applied
        yield home
        database.rows(f"DROP USER IF EXISTS '{database.schema}_web'@localhost")
