"""Where the server comes from: sources of the system, versions, broken caches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.server import debian, locate
from tools.server.distribution import ServerError, version_of

DEB822 = """Types: deb
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
"""


def release(folder: Path, system: str, codename: str) -> Path:
    path = folder / "os-release"
    path.write_text(f'ID={system}\nVERSION_CODENAME="{codename}"\n')
    return path


def test_the_mirror_is_the_systems_own(tmp_path: Path) -> None:
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list.d/debian.sources").write_text(DEB822)
    archive = debian.system_archive(release(tmp_path, "debian", "bookworm"), tmp_path)
    assert (archive.uri, archive.suite) == ("http://mirror.example/debian", "sid")
    assert archive.keyring == "/usr/share/keyrings/debian-archive-keyring.gpg"


def test_one_line_sources_and_ubuntu(tmp_path: Path) -> None:
    (tmp_path / "sources.list").write_text(
        "# deb http://old.example noble main\n"
        "deb [signed-by=/keys/other.gpg] https://other.example/repo stable main\n"
        "deb http://mirror.example/ubuntu noble main universe\n"
    )
    archive = debian.system_archive(release(tmp_path, "ubuntu", "noble"), tmp_path)
    assert (archive.uri, archive.suite) == ("http://mirror.example/ubuntu", "noble")
    assert archive.keyring == debian.KEYRINGS["ubuntu"]


@pytest.mark.parametrize("system", ["fedora", "arch"])
def test_other_systems_are_told_what_to_do(tmp_path: Path, system: str) -> None:
    with pytest.raises(ServerError, match="DB_HOST"):
        debian.system_archive(release(tmp_path, system, "x"), tmp_path)


@pytest.mark.parametrize(
    ("said", "version"),
    [("8.0.36-0ubuntu0 (Ubuntu)", (8, 0, 36)), ("mysqld  Ver 9.7.4-2 for Linux", (9, 7, 4))],
)
def test_versions(said: str, version: tuple[int, ...]) -> None:
    assert version_of(said) == version


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("10.11.6-MariaDB-0+deb12u1", "MariaDB"),
        ("5.7.44-log", "5.7.44"),
        ("8.0.18", "8.0.18"),
        ("PostgreSQL", "not a MySQL"),
    ],
)
def test_what_cannot_be_used_is_named(said: str, named: str) -> None:
    with pytest.raises(ServerError, match=named):
        version_of(said)


def test_a_broken_cache_is_not_taken_for_a_server(tmp_path: Path) -> None:
    half = tmp_path / "mysql-9.9.9/usr/lib64"
    half.mkdir(parents=True)
    (half / "ld-linux-x86-64.so.2").write_text("cut off")
    (tmp_path / "partial-1234").mkdir()
    assert debian.cached(tmp_path) is None
    assert not half.exists(), "it is fetched anew"


def test_a_server_is_found_on_this_machine_or_in_the_cache() -> None:
    from tools import settings

    found = locate.distribution(settings.load().cache, lambda _: None)
    assert found.version >= (8, 0, 19)
