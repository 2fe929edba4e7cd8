"""What pip and apt print is in a log; a failure names the log and the line that says why."""

from __future__ import annotations

import shutil
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.sources import CHECKOUT
from tools.install_log import InstallLog
from tools.server import debian
from tools.server.distribution import ServerError


@pytest.fixture
def log(tmp_path: Path) -> InstallLog:
    return InstallLog(tmp_path / "home" / "logs" / "install.log")


def printing(*lines: str) -> list[str]:
    """Return a command that prints lines and fails."""
    return [sys.executable, "-c", f"import sys; print({chr(10).join(lines)!r}); sys.exit(1)"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            ["Collecting a", "ERROR: no a", "ERROR: No match.", "[notice] new pip"],
            "ERROR: No match",
        ),
        (["Reading", "E: Failed to fetch it", "W: Some index files"], "E: Failed to fetch it"),
        (["dpkg-deb: error: not a package", "tar: end"], "dpkg-deb: error: not a package"),
        (["Something", "went wrong", "WARNING: slow"], "went wrong"),
        ([""], "it printed nothing"),
    ],
)
def test_the_reason_is_the_last_line_that_means_something(
    log: InstallLog, lines: list[str], reason: str
) -> None:
    assert log.run(printing("ERROR: of an earlier command")) is False
    assert log.run(printing(*lines)) is False
    assert log.explain("It failed") == f"It failed: {reason}. The log is {log.path}."
    assert "ERROR: of an earlier command" in log.path.read_text()
    assert log.path.parent.stat().st_mode & 0o077 == 0


def test_a_program_that_does_not_exist(log: InstallLog) -> None:
    assert log.run(["no-such-program"]) is False
    assert "no-such-program" in log.explain("It failed")


def launcher() -> ModuleType:
    """Return ./alumni as a module."""
    module = ModuleType("launcher")
    module.__file__ = str(CHECKOUT / "alumni")
    SourceFileLoader("launcher", module.__file__).exec_module(module)
    return module


def test_packages_that_cannot_be_installed(
    log: InstallLog,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text(f"no-such-package-of-ours==1.0 --hash=sha256:{'0' * 64}\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(SystemExit) as refusal:
        launcher().install(Path(sys.executable), lock, log)
    sentence = str(refusal.value)
    assert "ERROR: No matching distribution found for no-such-package-of-ours==1.0" in sentence
    assert str(log.path) in sentence
    # pip itself says nothing to the person.
    assert capfd.readouterr() == ("", "Installing the Python packages (once)\n")


def test_pip_that_crashed_is_run_again(
    log: InstallLog, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """An index that breaks off in the middle of its answer makes pip end with an exception."""
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n[ -e {tmp_path}/ran ] && exit 0\ntouch {tmp_path}/ran\nexit 2\n")
    python.chmod(0o700)
    launcher().install(python, CHECKOUT / "tools/requirements.lock", log)
    step = "Installing the Python packages (once)"
    assert capfd.readouterr() == ("", f"{step}\n{step}, again\n")


needs_apt = pytest.mark.skipif(
    not shutil.which("apt-get"), reason="apt-get is of Debian and Ubuntu"
)


@needs_apt
def test_an_archive_that_cannot_be_reached(
    log: InstallLog, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    archive = debian.Archive("http://127.0.0.1:9/debian", "sid", "main", debian.KEYRINGS["debian"])
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with pytest.raises(ServerError) as refusal:
        debian._download_and_unpack(archive, scratch, lambda _: None, log)
    assert "127.0.0.1:9" in str(refusal.value)
    assert str(log.path) in str(refusal.value)
    shutil.rmtree(scratch)
    assert "apt-get" in log.path.read_text(), "the log is not in the scratch folder"
    assert capfd.readouterr() == ("", "")


@needs_apt
def test_a_package_that_cannot_be_unpacked(tmp_path: Path) -> None:
    broken = tmp_path / "broken.deb"
    broken.write_text("no package")
    install_log = InstallLog(tmp_path / "logs" / "install.log")
    assert not install_log.run(["dpkg-deb", "-x", broken, tmp_path])
    assert "dpkg-deb: error" in install_log.explain("MySQL could not be unpacked")
