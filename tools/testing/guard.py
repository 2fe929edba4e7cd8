"""Nothing of a test run outlives it: a process that cleans up however the run ends.

Everything a run starts has the run's folder in its environment (TMPDIR) or on its command line. The
guard waits until its standard input closes, which happens when the runner ends, also by kill -9;
then it kills what mentions the folder and removes it. A run first does the same for folders whose
guard was killed too.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from tools.settings import CHECKOUT

PREFIX = "alumni-test-"
LOCK = "guard.lock"
ROUNDS = 100
"""How often the processes of a folder are looked for: each may have started another one."""


@contextlib.contextmanager
def guarded_folder() -> Iterator[Path]:
    """Make a folder for a run; when the run ends, its processes and the folder are gone."""
    temporary = Path(tempfile.gettempdir())
    with FileLock(temporary / f"{PREFIX}{os.getuid()}.lock"):
        sweep_abandoned(temporary)
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        guard = subprocess.Popen(
            [sys.executable, "-m", __name__, str(folder)],
            cwd=CHECKOUT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        guard.stdout.readline()  # type: ignore[union-attr]
    try:
        yield folder
    finally:
        guard.communicate()


def sweep_abandoned(temporary: Path) -> None:
    """Clean up after runs whose guard is gone."""
    for folder in temporary.glob(f"{PREFIX}*/"):
        if folder.stat().st_uid == os.getuid():
            with contextlib.suppress(Timeout), FileLock(folder / LOCK, timeout=0):
                sweep(folder)


def sweep(folder: Path) -> None:
    """Kill every process that mentions a folder, then remove the folder."""
    for _ in range(ROUNDS):
        processes = list(_processes(str(folder)))
        if not processes:
            break
        for process in processes:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(processes, timeout=1)
    shutil.rmtree(folder, ignore_errors=True)


def _processes(folder: str) -> Iterator[psutil.Process]:
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid == os.getpid() or process.status() == psutil.STATUS_ZOMBIE:
                continue
            words = [*process.cmdline(), *process.environ().values()]
            if any(folder in word for word in words):
                yield process


def main(folder: Path) -> None:
    """Guard a folder until standard input closes."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    with FileLock(folder / LOCK):
        os.write(sys.stdout.fileno(), b"ready\n")
        sys.stdin.read()
        sweep(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
