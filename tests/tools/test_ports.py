"""The port of the site: taken or free, by whom it is held, two sites at the same moment."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.support.command_line import Home
from tests.support.site import NO_AUTHORITIES, free_port
from tools import ports
from tools.server.distribution import ServerError


@contextlib.contextmanager
def taken(host: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """Listen on a port as another program would; gives the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        yield int(listener.getsockname()[1])


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_a_chosen_port_that_is_taken(host: str) -> None:
    with taken("::1" if ":" in host else "127.0.0.1") as port:
        with pytest.raises(ServerError) as refusal:
            ports.listen_on(host, port)
        sentence = str(refusal.value)
        assert sentence.startswith(f"Port {port} is taken by ")
        assert f"(process {os.getpid()})" in sentence
        other = int(sentence.rpartition("--port ")[2].rstrip("."))
        # The port that it proposes is free.
        ports.listen_on(host, other).close()


def test_a_port_of_all_addresses_that_one_address_holds() -> None:
    with taken() as port, pytest.raises(ServerError, match=f"Port {port} is taken"):
        ports.listen_on("0.0.0.0", port)  # noqa: S104


def test_the_next_free_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with taken() as first:
        monkeypatch.setattr(ports, "DEFAULT_PORT", first)
        listener, reason = ports.listen_on_a_free_port("127.0.0.1")
        with listener:
            assert first < listener.getsockname()[1] < first + ports.SEARCHED
        assert str(os.getpid()) in str(reason)
    listener, reason = ports.listen_on_a_free_port("127.0.0.1")
    with listener:
        assert listener.getsockname()[1] == first
    assert reason is None


def test_when_all_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with taken() as port:
        monkeypatch.setattr(ports, "DEFAULT_PORT", port)
        monkeypatch.setattr(ports, "SEARCHED", 1)
        with pytest.raises(ServerError, match="all taken: choose another one with --port"):
            ports.listen_on_a_free_port("127.0.0.1")


def test_a_port_on_which_somebody_answers_counts_as_taken() -> None:
    # macOS lets one bind 127.0.0.1:5000 beside AirPlay's *:5000; Linux has no such case.
    with taken() as port:
        assert ports._answers(socket.AF_INET, ("127.0.0.1", port))
        assert ports._answers(socket.AF_INET, ("0.0.0.0", port))  # noqa: S104
    assert not ports._answers(socket.AF_INET, ("127.0.0.1", port))


def test_many_sites_at_the_same_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "DEFAULT_PORT", free_port())
    start = threading.Barrier(12)
    opened: list[socket.socket] = []

    def open_one() -> None:
        start.wait()
        opened.append(ports.listen_on_a_free_port("127.0.0.1")[0])

    threads = [threading.Thread(target=open_one) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({listener.getsockname()[1] for listener in opened}) == 12
    for listener in opened:
        listener.close()


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid", "a b", "2001:db8::1"])
def test_a_host_that_is_not_here(host: str) -> None:
    with pytest.raises(ServerError, match=r"--host, for example 127\.0\.0\.1") as refusal:
        ports.listen_on(host, free_port())
    assert host in str(refusal.value)


def test_a_port_of_the_system() -> None:
    # As root nothing refuses it, so the refusal is given to what makes a sentence of it.
    refusal = ports._refusal("127.0.0.1", 80, PermissionError(13, "Permission denied"))
    assert "choose one above 1023 with --port" in str(refusal)


def address_in(said: str) -> str:
    """Return the address of the site in the box that `up` prints."""
    return "http://" + said.partition("Alumni Sync")[2].partition("http://")[2].split()[0]


@pytest.fixture
def homes(command_home: Home, tmp_path: Path) -> list[Home]:
    """Return two homes with one database, and so with the same password of the web's account."""
    shutil.copytree(command_home.folder / "secrets", tmp_path / "home" / "secrets")
    return [command_home, Home(tmp_path / "home", **command_home.database)]


# In the group of the tests that need the default port.
@pytest.mark.xdist_group("up")
def test_two_sites_start_at_the_same_moment(homes: list[Home]) -> None:
    try:
        processes = [home.start("up", "--detach") for home in homes]
        said = [process.communicate() for process in processes]
        assert [process.returncode for process in processes] == [0, 0], said
        urls = [address_in(output) for output, _ in said]
        assert urls[0] != urls[1]
        for (output, errors), url in zip(said, urls, strict=True):
            assert httpx.get(f"{url}/readyz", verify=NO_AUTHORITIES).status_code == 200
            port = url.rpartition(":")[2]
            assert (f"using port {port}" in output) == (port != "5000")
            assert errors == ""
        _started_again(homes[1], urls[1])
        _on_the_port_of_another(homes[1], urls[0])
    finally:
        for home in homes:
            home.run("down")
    for url in urls:
        with pytest.raises(httpx.HTTPError):
            httpx.get(url, verify=NO_AUTHORITIES)


def _started_again(home: Home, url: str) -> None:
    """Check what `up` says while the site runs."""
    port = url.rpartition(":")[2]
    for words in ([], ["--port", port]):
        again = home.run("up", "--detach", *words)
        assert (again.code, again.output) == (0, f"Alumni Sync runs already: {url}\n")
    elsewhere = home.run("up", "--detach", "--host", "::1", PORT="5999")
    assert elsewhere.code == 1
    assert elsewhere.errors == (
        f"Alumni Sync runs already at {url}: to move it,"
        " run ./alumni down and then ./alumni up --host ::1 --port 5999.\n"
    )


def _on_the_port_of_another(home: Home, url: str) -> None:
    """Check that a site which asks for a port learns who has it."""
    assert home.run("down").code == 0
    port = url.rpartition(":")[2]
    refused = home.run("up", "--detach", "--port", port)
    assert refused.code == 1
    assert refused.errors.startswith(f"Port {port} is taken by the Alumni Sync of ")
    assert refused.errors.count("\n") == 1
