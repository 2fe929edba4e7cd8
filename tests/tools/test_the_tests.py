"""Every test can fail, and takes its helpers from tests/support."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.lint_of_tests import (
    Module,
    always_true,
    imports_from_tests,
    modules,
    without_an_assertion,
)

ROOT = Path(__file__).resolve().parents[1]
Rule = Callable[[list[Module]], list[str]]
RULES: list[Rule] = [without_an_assertion, always_true, imports_from_tests]

HELPERS = """
def check(page): assert page.status == 200
def look(page): return page
class Machine:
    def step(self): assert self.model == self.real
class Client:
    def call(self): assert self.sets
"""
GOOD = """
from tests.support.helpers import check
def own(page): check(page)
def test_itself(page): assert page
def test_a_refusal():
    with pytest.raises(Refused): act()
def test_a_page(tab): expect(tab).to_be_visible()
def test_by_a_helper(page): check(page)
def test_by_two_helpers(page): own(page)
def test_a_machine(): run_state_machine_as_test(Machine)
def test_a_machine_of_its_own(): run_state_machine_as_test(type("M", (Machine,), {}))
def test_waiting():
    try:
        assert act()
    except ValueError:
        pass
    with suppress(OSError):
        assert act()
    try:
        assert act()
    except Exception as error:
        raise Failed from error
"""
FAULTS: list[tuple[Rule, str, str]] = [
    (without_an_assertion, "def test_x(page): page.get('/')", "1: test_x asserts nothing"),
    (without_an_assertion, "def test_x(page): look(page)", "1: test_x asserts nothing"),
    (without_an_assertion, "def test_x(db): db.call('home_read')", "1: test_x asserts nothing"),
    (
        without_an_assertion,
        "class TestX:\n    def test_x(self): act()",
        "2: test_x asserts nothing",
    ),
    *[
        (always_true, f"def test_x(x):\n    assert {test}", "2: asserts what is always true")
        for test in (
            "True",
            "'words'",
            "(x == 1, 'message')",
            "[x]",
            "x == 1 or 'words'",
            "(x == 1 for x in y)",
            "lambda: x == 1",
            "f'{x}'",
            "len(x) >= 0",
        )
    ],
    *[
        (always_true, f"def test_x(x):\n    {before}\n{after}", "3: an assertion whose failure is")
        for before, after in (
            ("try:", "        assert x\n    except Exception: pass"),
            ("try:", "        assert x\n    except (OSError, AssertionError): pass"),
            ("try:", "        assert x\n    except: pass"),
            ("with suppress(Exception):", "        assert x"),
            ("with contextlib.suppress(OSError, AssertionError):", "        assert x"),
        )
    ],
    *[
        (imports_from_tests, line, f"1: imports from {name} instead of tests.support")
        for line, name in (
            ("from tests.sql.test_about import page", "tests.sql.test_about"),
            ("from tests.sql.conftest import page", "tests.sql.conftest"),
            ("from tests import conftest", "tests"),
            ("import tests.web.test_mail", "tests.web.test_mail"),
            ("from .test_about import page", ".test_about"),
            ("from tests.supports import page", "tests.supports"),
        )
    ],
]


def tree(root: Path, text: str) -> list[Module]:
    """Write helpers and a test file; returns them."""
    for name, content in (("support/helpers.py", HELPERS), ("sql/test_things.py", text)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return modules(root)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_test_keeps(rule: Rule) -> None:
    files = modules(ROOT)
    assert len(files) > 150
    assert rule(files) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_good_tests_have_no_fault(rule: Rule, tmp_path: Path) -> None:
    assert rule(tree(tmp_path, GOOD)) == []


@pytest.mark.parametrize(("rule", "text", "finding"), FAULTS)
def test_a_rule_finds_its_fault(rule: Rule, text: str, finding: str, tmp_path: Path) -> None:
    (found,) = rule(tree(tmp_path, text))
    assert found.startswith(f"sql/test_things.py:{finding}")
