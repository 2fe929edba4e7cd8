"""Fetch MySQL from the distribution's own signed archive, without touching the system.

apt runs with private state: its own lists, an empty package status, its own cache, one source. The
mirror and its keyring are those of the system's own sources, so that a machine behind a mirror of
its own uses that mirror. Debian's stable releases have no MySQL, so the suite is `sid`, run through
its own loader and libraries; on Ubuntu it is the release itself.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from tools.install_log import InstallLog
from tools.server.distribution import Distribution, ServerError, unpacked

Report = Callable[[str], None]
POLL_SECONDS = 0.3
KEYRINGS = {
    "debian": "/usr/share/keyrings/debian-archive-keyring.gpg",
    "ubuntu": "/usr/share/keyrings/ubuntu-archive-keyring.gpg",
}


@dataclass(frozen=True)
class Archive:
    """A package archive: where, which suite, whose signature."""

    uri: str
    suite: str
    components: str
    keyring: str

    def source(self) -> str:
        """Return it as an apt source in deb822 form."""
        return (
            f"Types: deb\nURIs: {self.uri}\nSuites: {self.suite}\n"
            f"Components: {self.components}\nSigned-By: {self.keyring}\n"
        )


def cached(cache: Path) -> Distribution | None:
    """Return the server fetched earlier, if it still runs. A broken one is put aside."""
    for root in sorted(cache.glob("mysql-*"), reverse=True):
        try:
            return unpacked(root)
        except ServerError:
            shutil.rmtree(root, ignore_errors=True)
    return None


def fetch(
    cache: Path,
    report: Report,
    log: Path | None = None,
    release: Path = Path("/etc/os-release"),
) -> Distribution:
    """Download and unpack the server into the cache; returns it when it has been seen to run.

    Everything happens in a scratch folder that is renamed last: what is in the cache is whole.
    What apt-get prints goes to `log`. Raises ServerError with a sentence where this is neither
    Debian nor Ubuntu, or the archive cannot be reached.
    """
    archive = system_archive(release)
    cache.mkdir(parents=True, exist_ok=True)
    install_log = InstallLog(log or cache / "install.log")
    with FileLock(cache / "mysql.lock"):
        found = cached(cache)
        if found:
            return found
        for leftover in cache.glob("partial-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        scratch = cache / f"partial-{secrets.token_hex(4)}"
        try:
            root = _download_and_unpack(archive, scratch, report, install_log)
            version = ".".join(map(str, unpacked(root).version))
            final = cache / f"mysql-{version}"
            root.rename(final)
            return unpacked(final)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def system_archive(
    release: Path = Path("/etc/os-release"), apt: Path = Path("/etc/apt")
) -> Archive:
    """Return the archive that the system's own sources name. Raises ServerError."""
    words = (
        dict(re.findall(r'^(\w+)="?([^"\n]*)"?$', release.read_text(), re.M))
        if (release.exists())
        else {}
    )
    system, codename = words.get("ID", ""), words.get("VERSION_CODENAME", "")
    if system not in KEYRINGS or not shutil.which("apt-get"):
        raise ServerError(
            "No MySQL 8 server was found: install one (for example `brew install mysql`, or "
            "`dnf install mysql-server`), or set DB_HOST to one that runs."
        )
    for uri, suites, keyring in _sources(apt):
        if codename in suites.split():
            return Archive(
                uri=uri,
                suite="sid" if system == "debian" else codename,
                components="main" if system == "debian" else "main universe",
                keyring=keyring or KEYRINGS[system],
            )
    raise ServerError(
        f"The system's package sources name no archive of {system} {codename}: "
        "install MySQL 8, or set DB_HOST to a server that runs."
    )


def _sources(apt: Path) -> Iterator[tuple[str, str, str]]:
    """Yield (URI, suites, keyring) of every package source of the system."""
    for path in sorted(apt.glob("sources.list.d/*.sources")):
        for stanza in re.split(r"\n\s*\n", path.read_text()):
            fields = dict(re.findall(r"^([\w-]+):[ \t]*(.*)$", stanza, re.M))
            if "deb" in fields.get("Types", "") and fields.get("URIs"):
                key = fields.get("Signed-By", "")
                yield (
                    fields["URIs"].split()[0],
                    fields.get("Suites", ""),
                    key if key.startswith("/") else "",
                )
    for path in [apt / "sources.list", *sorted(apt.glob("sources.list.d/*.list"))]:
        if path.exists():
            pattern = r"^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)"
            for options, uri, suite in re.findall(pattern, path.read_text(), re.M):
                key = re.search(r"signed-by=(/\S+)", options)
                yield uri, suite, key.group(1) if key else ""


def _download_and_unpack(archive: Archive, scratch: Path, report: Report, log: InstallLog) -> Path:
    for folder in ("lists/partial", "cache/archives/partial", "root"):
        (scratch / folder).mkdir(parents=True)
    (scratch / "status").touch()
    (scratch / "mysql.sources").write_text(archive.source())
    apt = _Apt(scratch, log)
    report("Reading the package lists")
    apt.run("update")
    packages = apt.packages(archive)
    size = apt.download_size(packages)
    with apt.start("install", "--download-only", "-y", *packages) as process:
        while process.poll() is None:
            done = sum(file.stat().st_size for file in _files(scratch / "cache/archives"))
            report(f"Downloading MySQL: {done // 10**6} of {size // 10**6} MB")
            time.sleep(POLL_SECONDS)
    if process.returncode:
        raise ServerError(
            log.explain("MySQL could not be downloaded")
            + " Check the network connection and try again."
        )
    debs = sorted((scratch / "cache/archives").glob("*.deb"))
    root = scratch / "root"
    for number, deb in enumerate(debs, 1):
        report(f"Unpacking MySQL: {number} of {len(debs)} packages")
        if "perl" not in deb.name and not log.run(["dpkg-deb", "-x", deb, root]):
            raise ServerError(log.explain("MySQL could not be unpacked"))
    for part in ("doc", "man", "locale", "info"):
        shutil.rmtree(root / "usr/share" / part, ignore_errors=True)
    return root


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*.deb"):
        if path.exists():
            yield path


class _Apt:
    """apt-get with private state below a scratch folder."""

    def __init__(self, scratch: Path, log: InstallLog) -> None:
        self.log = log
        values = {
            "Dir::State::lists": scratch / "lists",
            "Dir::State::status": scratch / "status",
            "Dir::Cache": scratch / "cache",
            "Dir::Etc::sourcelist": scratch / "mysql.sources",
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::Etc::preferences": "/dev/null",
            "Dir::Etc::preferencesparts": "/dev/null",
            "APT::Sandbox::User": "",
            "APT::Install-Recommends": "false",
            "APT::Get::List-Cleanup": "false",
            "Acquire::Languages": "none",
            "Acquire::Retries": "3",
        }
        self.options = [word for key, value in values.items() for word in ("-o", f"{key}={value}")]

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start apt-get; what it prints goes to the log."""
        environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
        return self.log.start(["apt-get", *self.options, *words], environ)

    def run(self, *words: str) -> None:
        """Run apt-get to its end. Raises ServerError."""
        with self.start(*words) as process:
            process.wait()
        # apt-get update exits with 0 when a list could not be fetched; its output says so.
        if process.returncode or re.search(r"^(E|W: Failed)", self.log.output(), re.M):
            raise ServerError(
                self.log.explain("The package archive cannot be reached")
                + " Check the network connection and try again,"
                " or install MySQL 8, or set DB_HOST to a server that runs."
            )

    def packages(self, archive: Archive) -> list[str]:
        """Return the names of the packages that hold mysqld and mysql."""
        if archive.suite == "sid":
            return ["mysql-server-core", "mysql-client-core"]
        names = subprocess.run(
            ["apt-cache", *self.options, "pkgnames", "mysql-server-core-"],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if not names:
            raise ServerError(f"{archive.suite} has no MySQL: set DB_HOST to a server that runs.")
        server = max(names)
        return [server, server.replace("server", "client")]

    def download_size(self, packages: list[str]) -> int:
        """Return how many bytes an install will download."""
        listing = subprocess.run(
            ["apt-get", *self.options, "install", "-y", "--print-uris", *packages],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        return sum(int(size) for size in re.findall(r"^'\S+' \S+ (\d+) ", listing, re.M))
