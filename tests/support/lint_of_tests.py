"""What every test keeps: it can fail, and its helpers come from tests/support."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_FAILING = {"pytest.raises", "pytest.fail", "expect"}
"""Calls that fail by themselves, beside `assert`."""
_UNHELPFUL = {"call", "rows", "row", "value"}
"""Methods of a client check what the server answers, not what the test is about."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Definition = Function | ast.ClassDef


@dataclass(frozen=True)
class Module:
    """A Python file of the tests."""

    path: Path
    root: Path

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed once."""
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @property
    def is_support(self) -> bool:
        """Whether others may import from it."""
        return "support" in self.path.relative_to(self.root).parts

    @property
    def tests(self) -> Iterator[Function]:
        """The test functions, also those of classes."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function) and node.name.startswith("test_"):
                yield node

    def finding(self, node: ast.AST, sentence: str) -> str:
        """Return what is wrong as file:line: sentence."""
        line = getattr(node, "lineno", 1)
        return f"{self.path.relative_to(self.root)}:{line}: {sentence}"


def modules(root: Path) -> list[Module]:
    """Return all Python files below a folder of tests."""
    return [Module(path, root) for path in sorted(root.rglob("*.py"))]


def without_an_assertion(files: Iterable[Module]) -> list[str]:
    """Find tests that assert nothing, neither themselves nor through a helper."""
    files = list(files)
    shared = _definitions(module for module in files if module.is_support)
    found = []
    for module in files:
        if module.path.name.startswith("test_"):
            own = _definitions([module])
            found += [
                module.finding(test, f"{test.name} asserts nothing")
                for test in module.tests
                if not _asserts(test, [own, shared], set())
            ]
    return found


def always_true(files: Iterable[Module]) -> list[str]:
    """Find assertions of what cannot be false, and those whose failure is swallowed."""
    found = []
    for module in files:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Assert) and _is_true(node.test):
                found.append(module.finding(node, "asserts what is always true"))
            if isinstance(node, ast.Try | ast.With) and _swallows(node):
                found += [
                    module.finding(one, "an assertion whose failure is swallowed")
                    for statement in node.body
                    for one in ast.walk(statement)
                    if isinstance(one, ast.Assert)
                ]
    return found


HELPERS = ("tests.support.", "tests.mutations.")
"""What tests may import: no module of tests is among it."""


def imports_from_tests(files: Iterable[Module]) -> list[str]:
    """Find imports from other tests or conftests instead of tests/support."""
    found = []
    for module in files:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom):
                names = ["." * node.level + (node.module or "")]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            found += [
                module.finding(node, f"imports from {name} instead of tests.support")
                for name in names
                if name.startswith((".", "tests")) and not f"{name}.".startswith(HELPERS)
            ]
    return found


def _definitions(files: Iterable[Module]) -> dict[str, list[Definition]]:
    """Return functions, methods and classes by name."""
    found: defaultdict[str, list[Definition]] = defaultdict(list)
    for module in files:
        for node in ast.walk(module.tree):
            if isinstance(node, Definition):
                found[node.name].append(node)
    return found


def _asserts(
    node: Definition, known: list[dict[str, list[Definition]]], seen: set[Definition]
) -> bool:
    """Tell whether a function (or a class that it uses) asserts, itself or through helpers."""
    seen.add(node)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Assert):
            return True
        if isinstance(inner, ast.Call) and ast.unparse(inner.func) in _FAILING:
            return True
    for name in _used(node) - _UNHELPFUL:
        for definitions in known:
            for other in definitions.get(name, []):
                if other not in seen and _asserts(other, known, seen):
                    return True
    return False


def _used(node: Definition) -> set[str]:
    """Return the names that are called, and those handed on, such as a state machine."""
    found = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.Call):
            if isinstance(inner.func, ast.Attribute):
                found.add(inner.func.attr)
            for one in (inner.func, *inner.args):
                found |= {name.id for name in ast.walk(one) if isinstance(name, ast.Name)}
    return found


def _is_true(test: ast.expr) -> bool:
    """Tell whether an expression is true whatever happens."""
    if isinstance(test, ast.Constant):
        return bool(test.value)
    if isinstance(test, ast.Tuple | ast.List | ast.Set):
        return bool(test.elts)
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
        return any(_is_true(value) for value in test.values)
    if isinstance(test, ast.Compare) and ast.unparse(test.comparators[-1]) == "0":
        # A length is never negative.
        return isinstance(test.ops[-1], ast.GtE) and ast.unparse(test.left).startswith("len(")
    return isinstance(test, ast.Lambda | ast.GeneratorExp | ast.JoinedStr)


def _swallows(node: ast.Try | ast.With) -> bool:
    """Tell whether what fails inside is passed over, an AssertionError as well."""
    if isinstance(node, ast.Try):
        caught = [
            ast.unparse(handler.type) if handler.type else "BaseException"
            for handler in node.handlers
            if not any(isinstance(one, ast.Raise) for one in ast.walk(handler))
        ]
    else:
        calls = [item.context_expr for item in node.items]
        caught = [
            ast.unparse(argument)
            for call in calls
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("suppress")
            for argument in call.args
        ]
    broad = {"BaseException", "Exception", "AssertionError"}
    return any(broad & set(names.strip("()").split(", ")) for names in caught)
