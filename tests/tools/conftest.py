"""The first run on a new machine, made once: for the documents and for `up` in other situations."""

from __future__ import annotations

import pytest

from tests.support.first_up import FirstUp, type_first_command


@pytest.fixture(scope="session")
def first_up(tmp_path_factory: pytest.TempPathFactory) -> FirstUp:
    """Return what the README's first command did; who uses it is in the xdist group "up"."""
    return type_first_command(tmp_path_factory.mktemp("new"))
