"""Nothing of a test run outlives it, however the run ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tools.settings import CHECKOUT
from tools.testing import guard

HANGING_SECONDS = 60
RUNNER = textwrap.dedent("""
    import os, subprocess, sys, time
    from tools.testing.guard import guarded_folder
    SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]
    with guarded_folder() as folder:
        # One that the environment names, one that the command line names, in a session of its own.
        one = subprocess.Popen(SLEEP, env={**os.environ, "TMPDIR": f"{folder}/tmp"})
        other = subprocess.Popen([*SLEEP, str(folder / "data")], start_new_session=True)
        print(folder, one.pid, other.pid, flush=True)
        time.sleep(600)
""")


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[[], tuple[subprocess.Popen[str], Path, list[int]]]]:
    """Return what starts a run that hangs: its runner, its folder, the processes it has started."""
    runners: list[subprocess.Popen[str]] = []
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTHONPATH": str(CHECKOUT)}

    def start() -> tuple[subprocess.Popen[str], Path, list[int]]:
        runner = subprocess.Popen(
            [sys.executable, "-c", RUNNER], env=environment, stdout=subprocess.PIPE, text=True
        )
        runners.append(runner)
        assert runner.stdout
        folder, *pids = runner.stdout.readline().split()
        return runner, Path(folder), [int(pid) for pid in pids]

    yield start
    for runner in runners:
        runner.kill()
        runner.wait()


def is_over(folder: Path, pids: list[int]) -> bool:
    """Wait until a run has left nothing; returns whether it has."""
    end = time.monotonic() + HANGING_SECONDS
    while time.monotonic() < end:
        if not folder.exists() and not any(map(is_alive, pids)):
            return True
        time.sleep(0.05)
    return False


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_a_run_that_is_ended_leaves_nothing(
    run: Callable[[], tuple[subprocess.Popen[str], Path, list[int]]], name: str
) -> None:
    runner, folder, pids = run()
    assert folder.exists()
    assert all(map(is_alive, pids))
    runner.send_signal(getattr(signal, name))
    assert is_over(folder, pids)


def test_the_next_run_clears_what_one_without_its_guard_has_left(
    run: Callable[[], tuple[subprocess.Popen[str], Path, list[int]]],
) -> None:
    runner, folder, pids = run()
    (its_guard,) = [
        one for one in psutil.process_iter() if one.ppid() == runner.pid and "guard" in name_of(one)
    ]
    its_guard.kill()
    runner.kill()
    runner.wait()
    assert folder.exists()
    assert all(map(is_alive, pids)), "nobody cleans up after the guard"
    _, other, _ = run()
    assert is_over(folder, pids)
    assert other.exists()


def name_of(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


def test_runs_beside_each_other_keep_what_is_theirs(
    run: Callable[[], tuple[subprocess.Popen[str], Path, list[int]]],
) -> None:
    first, folder, pids = run()
    second, other_folder, others = run()
    assert folder.exists()
    assert all(map(is_alive, pids))
    second.kill()
    assert is_over(other_folder, others)
    assert folder.exists()
    assert all(map(is_alive, pids))
    first.kill()
    assert is_over(folder, pids)


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / f"{guard.PREFIX}theirs"
    theirs.mkdir()
    os.chown(theirs, os.getuid() + 1, -1)
    guard.sweep_abandoned(tmp_path)
    assert theirs.exists()
