"""The linters find nothing, and would find something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.settings import CHECKOUT
from tools.testing import lint
from tools.testing.lint import LINTERS


@pytest.mark.parametrize("name", LINTERS)
def test_nothing_is_found(name: str) -> None:
    assert LINTERS[name]() == ""


def test_no_folder_of_sql_is_left_out() -> None:
    linted = {
        file
        for pattern in lint.SQL_FOLDERS
        for top in CHECKOUT.glob(pattern)
        for file in top.rglob("*.sql")
    }
    tracked = {
        file
        for folder in ("db", "procedures", "triggers", "views")
        for file in (CHECKOUT / folder).rglob("*.sql")
    }
    assert linted == tracked
    assert len(tracked) > 700


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a checkout with one clean file of SQL."""
    for name in ("pyproject.toml", ".sqlfluffignore"):
        (tmp_path / name).write_bytes((CHECKOUT / name).read_bytes())
    (tmp_path / "views").mkdir()
    (tmp_path / "views/one.sql").write_text("SELECT 1;\n")
    monkeypatch.setattr(lint, "CHECKOUT", tmp_path)
    monkeypatch.setattr(lint, "CLEAN", tmp_path / ".sqlfluff_cache")
    return tmp_path


def test_a_fault_is_found_each_time_and_a_clean_file_once(checkout: Path) -> None:
    assert lint.sql("views") == ""
    (checkout / "views/two.sql").write_text("select  1;\n")
    for _ in range(2):
        found = lint.sql("views")
        assert "two.sql" in found
        assert "one.sql" not in found
    (checkout / "views/two.sql").unlink()
    assert lint.sql("views") == ""
    (checkout / "views/one.sql").write_text("select  1;\n")
    assert "one.sql" in lint.sql("views")


def test_other_rules_look_at_every_file_again(checkout: Path) -> None:
    assert lint.sql("views") == ""
    configuration = checkout / "pyproject.toml"
    stricter = configuration.read_text().replace(
        'capitalisation_policy = "upper"', 'capitalisation_policy = "lower"'
    )
    configuration.write_text(stricter)
    assert "one.sql" in lint.sql("views")
