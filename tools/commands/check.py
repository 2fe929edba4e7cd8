"""`./alumni lint` and `./alumni test`: every check of the project."""

from __future__ import annotations

from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, errors

PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
LINT_TESTS = "tests/tools/test_lint.py"


def lint_all() -> None:
    """Check Python (ruff, mypy) and SQL (sqlfluff)."""
    from tools.testing import lint

    findings = lint.run(lint.LINTERS.values())
    for finding in findings:
        errors.print(finding, markup=False)
    console.print(f"{len(findings)} linters found something." if findings else "Lint: no findings.")
    raise typer.Exit(1 if findings else 0)


def test(
    context: typer.Context,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only what guards the changed files, in under 90 s.")
    ] = False,
) -> None:
    """Run every check and every test on a throwaway server. Further options go to pytest.

    For example: ./alumni test tests/sql -k job
    """
    from tools.testing.run import run_tests

    arguments = [*context.args, *(_guards_of_changes() if quick else [])]
    raise typer.Exit(run_tests(configuration.load(), arguments))


def _guards_of_changes() -> list[str]:
    from tools.testing import changes

    changed = changes.changed_files()
    choice = changes.choose(changed)
    console.print(f"{len(changed)} changed files are guarded by:", *choice.files, sep="\n  ")
    if choice.left_out:
        console.print("Not run, too slow for --quick:", *choice.left_out, sep="\n  ")
    return [LINT_TESTS, *choice.files]
