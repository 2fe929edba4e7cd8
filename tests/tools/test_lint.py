"""The linters find nothing."""

from __future__ import annotations

import pytest

from tools.testing import lint


@pytest.mark.parametrize("name", lint.LINTERS)
def test_nothing_is_found(name: str) -> None:
    assert lint.run([lint.LINTERS[name]]) == []
