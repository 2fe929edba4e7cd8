"""The papers of the project: excerpts are the code's, versions agree, GitHub reads what it gets."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import check_jsonschema
import pre_commit.clientlib
import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from tests.support import packages
from tests.support.sources import CHECKOUT
from tools import no_wheel
from tools.testing.lint import LINTERS

GITHUB = CHECKOUT / ".github"
EXCERPT = re.compile(r"^<!-- excerpt: (\S+) -->\n```\w+\n(.*?)^```$", re.M | re.S)
EXCERPTS = EXCERPT.findall((CHECKOUT / "CONTRIBUTING.md").read_text())
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())
HEADINGS = re.findall(r"^## \[(.+?)\]", (CHECKOUT / "CHANGELOG.md").read_text(), re.M)


@pytest.mark.parametrize(("path", "text"), EXCERPTS, ids=[path for path, _ in EXCERPTS])
def test_an_excerpt_is_the_code_as_it_is(path: str, text: str) -> None:
    assert text in (CHECKOUT / path).read_text(), f"{path} has changed: renew CONTRIBUTING.md"


def test_each_kind_of_file_has_an_example() -> None:
    assert [path.split("/")[0] for path, _ in EXCERPTS] == ["procedures", "web", "web", "tests"]


def test_the_newest_released_version_is_the_checkouts() -> None:
    assert HEADINGS[0] == "Unreleased"
    assert HEADINGS[1] == PROJECT["project"]["version"]
    numbers = [tuple(map(int, heading.split("."))) for heading in HEADINGS[1:]]
    assert numbers == sorted(numbers, reverse=True)


def test_every_version_says_what_an_operator_must_do() -> None:
    _, *versions = re.split(r"^## \[\d.*$", (CHECKOUT / "CHANGELOG.md").read_text(), flags=re.M)
    assert versions
    assert all("### For operators" in version for version in versions)


@pytest.mark.parametrize(
    "paper", ["CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "docs/ARCHITECTURE.md"]
)
def test_the_files_that_papers_name_are_there(paper: str) -> None:
    file = CHECKOUT / paper
    text = file.read_text()
    links = [file.parent / link for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text)]
    # NNNN stands for the number of a migration that is still to be written.
    named = r"`((?:tests|tools|web|db|docs|procedures|deploy)/(?!\S*NNNN)[\w./-]+\.\w+)`"
    missing = [
        path
        for path in [*links, *(CHECKOUT / name for name in re.findall(named, text))]
        if not path.exists()
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", [GITHUB / "workflows/ci.yml"]),
        (
            "vendor.github-issue-forms",
            [GITHUB / "ISSUE_TEMPLATE/bug.yml", GITHUB / "ISSUE_TEMPLATE/idea.yml"],
        ),
        ("vendor.github-issue-config", [GITHUB / "ISSUE_TEMPLATE/config.yml"]),
    ],
)
def test_github_reads_its_files(schema: str, files: list[Path]) -> None:
    done = CliRunner().invoke(check_jsonschema.main, ["--builtin-schema", schema, *map(str, files)])
    assert done.exit_code == 0, done.output


def test_every_file_of_github_is_checked() -> None:
    found = {file.relative_to(GITHUB).as_posix() for file in GITHUB.rglob("*.yml")}
    assert found == {
        "workflows/ci.yml",
        "ISSUE_TEMPLATE/bug.yml",
        "ISSUE_TEMPLATE/config.yml",
        "ISSUE_TEMPLATE/idea.yml",
    }


def test_ci_runs_what_the_readme_says() -> None:
    jobs = YAML(typ="safe").load(GITHUB / "workflows/ci.yml")["jobs"]
    assert jobs["test"]["steps"][-1]["run"] == "bash .ci/run"


def test_hooks_are_the_linters_of_the_project() -> None:
    configuration = pre_commit.clientlib.load_config(str(CHECKOUT / ".pre-commit-config.yaml"))
    (repository,) = configuration["repos"]
    assert repository["repo"] == "local", "nothing is downloaded"
    # sqlfluff is run for each folder.
    names = dict.fromkeys("sqlfluff" if "sqlfluff" in name else name for name in LINTERS)
    assert [hook["name"] for hook in repository["hooks"]] == list(names)
    for hook in repository["hooks"]:
        module = f".venv/bin/python -m {hook['name']}"
        assert hook["entry"].startswith((module, ".venv/bin/lint-imports"))


def test_building_a_wheel_is_refused_with_a_sentence() -> None:
    backend = PROJECT["build-system"]["build-backend"]
    assert backend == no_wheel.__name__
    # What pip does with a backend that is in the tree.
    for hook in ("build_wheel", "build_sdist", "build_editable"):
        done = subprocess.run(
            [sys.executable, "-c", f"import {backend} as backend; backend.{hook}('.')"],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr.strip()) == (1, no_wheel.SENTENCE)


def test_the_picture_of_the_packages_is_as_the_imports_are(request: pytest.FixtureRequest) -> None:
    """docs/ARCHITECTURE.md shows what uses what; --write-tour draws it again."""
    document = CHECKOUT / "docs/ARCHITECTURE.md"
    text = packages.written(document)
    if request.config.getoption("--write-tour"):
        document.write_text(text, encoding="utf-8")
    assert packages.picture() in document.read_text(encoding="utf-8")
