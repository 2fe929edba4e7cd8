"""What `./alumni test --quick` chooses."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tools.settings import CHECKOUT
from tools.testing import changes


@pytest.mark.parametrize(
    ("changed", "guard"),
    [
        ("procedures/job/job_apply.sql", "tests/sql/test_job_applying.py"),
        ("procedures/job/job_apply.sql", "tests/sql/test_routines.py"),
        # An internal helper is guarded by the tests of what calls it.
        ("procedures/job/_cv_store.sql", "tests/sql/test_job_applying.py"),
        ("triggers/tr_message_insert.sql", "tests/sql/test_message.py"),
        ("web/routes/mentoring.py", "tests/web/test_mentoring_pages.py"),
        ("web/templates/mentoring/offer.html", "tests/web/test_mentoring_pages.py"),
        ("web/files/csv_files.py", "tests/web/test_csv_files.py"),
        ("tools/migrate/splitter.py", "tests/tools/test_splitter.py"),
        ("tests/web/test_csv_files.py", "tests/web/test_csv_files.py"),
        ("db/TOUR.md", "tests/sql/test_tour.py"),
    ],
)
def test_a_changed_file_has_its_guard(changed: str, guard: str) -> None:
    assert (CHECKOUT / changed).exists(), "the example is a file of ours"
    choice = changes.choose([changed])
    assert guard in choice.files + choice.left_out


def test_the_nearest_comes_first_and_the_time_is_kept() -> None:
    choice = changes.choose(["procedures/job/job_apply.sql"])
    assert choice.files[2].startswith("tests/sql/test_job_")
    durations = changes.known_durations()
    assert sum(durations.get(file, changes.UNKNOWN_SECONDS) for file in choice.files) <= (
        changes.SECONDS
    )


def test_no_duration_is_recorded_for_a_file_that_is_gone() -> None:
    files = {str(path.relative_to(CHECKOUT)) for path in (CHECKOUT / "tests").rglob("test_*.py")}
    recorded = set(json.loads((CHECKOUT / changes.DURATIONS).read_text()))
    assert recorded <= files, "record them again: ./alumni test --record-durations"


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_changes_are_those_since_the_main_branch(tmp_path: Path) -> None:
    git(tmp_path, "init", "-b", "main")
    for number in range(2):
        (tmp_path / f"landed{number}").write_text("x")
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-m", "landed")
    assert changes.changed_files(tmp_path) == ["landed1"], "nothing new: the last commit"
    (tmp_path / "landed0").write_text("y")
    assert changes.changed_files(tmp_path) == ["landed0"]
    git(tmp_path, "switch", "-c", "mine")
    git(tmp_path, "commit", "-am", "mine")
    (tmp_path / "new").write_text("z")
    assert changes.changed_files(tmp_path) == ["landed0", "new"]


def test_without_git_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(changes.ChangesError, match="git"):
        changes.changed_files(tmp_path)
