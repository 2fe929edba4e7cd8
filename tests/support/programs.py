"""Programs that tests run and few machines have: this machine's own, else the distribution's.

The packages are downloaded and unpacked into the cache, with what they need that is not installed.
Nothing is installed, no service starts, nobody has to be root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

PACKAGES = {
    "caddy": "caddy",
    "nginx": "nginx",
    "openssl": "openssl",
    "systemd-analyze": "systemd",
}
"""Each program and the package of Debian and Ubuntu that holds it."""
PLACES = ("/usr/sbin", "/usr/bin", "/sbin", "/bin")


class MissingProgramError(Exception):
    """A program cannot be had on this machine; the message says why."""


@dataclass(frozen=True)
class Program:
    """A program with the environment that it needs."""

    path: str
    environment: dict[str, str]

    def run(self, *words: str | Path, **extra: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        return subprocess.run(
            [self.path, *map(str, words)],
            env={**self.environment, **extra},
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self, *words: str | Path, log: Path, **extra: str) -> subprocess.Popen[bytes]:
        """Start it; what it says goes to the log."""
        with log.open("ab") as output:
            return subprocess.Popen(
                [self.path, *map(str, words)],
                env={**self.environment, **extra},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )


def find(cache: Path) -> dict[str, Program]:
    """Return every program of PACKAGES by its name. Raises MissingProgramError."""
    search = os.pathsep.join([os.environ["PATH"], *PLACES])
    own = {name: path for name in PACKAGES if (path := shutil.which(name, path=search))}
    root = cache / "programs"
    others = [name for name in PACKAGES if name not in own]
    if others:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "programs.lock"):
            if not all(_unpacked(root, name) for name in others):
                _fetch([PACKAGES[name] for name in others], root)
    programs: dict[str, Program] = {}
    for name, package in PACKAGES.items():
        place = Path(own[name]) if name in own else _unpacked(root, name)
        if not place:
            raise MissingProgramError(f"The package {package} holds no {name}.")
        programs[name] = Program(str(place), _environment(root, is_own=name in own))
    return programs


def _unpacked(root: Path, name: str) -> Path | None:
    candidates = (root / place.lstrip("/") / name for place in PLACES)
    return next((path for path in candidates if path.exists()), None)


def _environment(root: Path, *, is_own: bool) -> dict[str, str]:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    if not is_own:
        folders = [*root.glob("usr/lib/*-linux-gnu"), *root.glob("usr/lib/*-linux-gnu/systemd")]
        environment["LD_LIBRARY_PATH"] = os.pathsep.join(map(str, folders))
    return environment


def _fetch(packages: list[str], root: Path) -> None:
    if not shutil.which("apt-get"):
        raise MissingProgramError(
            f"{', '.join(packages)}: neither installed nor to be had here, where there is no "
            "apt-get. Install them and run the test again."
        )
    scratch = root.with_name("programs.partial")
    shutil.rmtree(scratch, ignore_errors=True)
    for folder in ("lists/partial", "cache/archives/partial", "root"):
        (scratch / folder).mkdir(parents=True)
    # The system's package lists where there are some, else lists of our own.
    own_lists = ("-o", f"Dir::State::lists={scratch / 'lists'}")
    if _apt(scratch, "install", *packages).returncode:
        _apt(scratch, *own_lists, "update")
        done = _apt(scratch, *own_lists, "install", *packages)
        if done.returncode:
            raise MissingProgramError(
                f"{', '.join(packages)}: apt-get cannot download them.\n{done.stderr}"
            )
    for package in sorted((scratch / "cache/archives").glob("*.deb")):
        subprocess.run(["dpkg-deb", "-x", package, scratch / "root"], check=True)
    # Renamed last: what is in the cache is whole.
    shutil.rmtree(root, ignore_errors=True)
    (scratch / "root").rename(root)
    shutil.rmtree(scratch)


def _apt(scratch: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get with a cache of its own, so that it needs no rights and installs nothing."""
    values = {
        "Dir::Cache": str(scratch / "cache"),
        "Debug::NoLocking": "true",
        "APT::Sandbox::User": "",
        "APT::Install-Recommends": "false",
        "Acquire::Languages": "none",
        "Acquire::Retries": "3",
    }
    options = [word for key, value in values.items() for word in ("-o", f"{key}={value}")]
    return subprocess.run(
        ["apt-get", "-qq", "--yes", "--download-only", *options, *words],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
