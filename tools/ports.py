"""The port of the site: open it, find a free one, name the process that holds it.

The socket listens before the web starts, and the web inherits it. So two sites that start at the
same moment never get the same port, and what answers there is the site that was started.
"""

from __future__ import annotations

import contextlib
import errno
import os
import socket
from typing import Any

import psutil

from tools.server.distribution import ServerError
from web.settings import DEFAULT_PORT, reachable

SEARCHED = 100
"""How many ports from the default one on are tried where none was chosen."""
BACKLOG = 2048
ANSWER_SECONDS = 1


class PortTakenError(ServerError):
    """Another process holds the port."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port
        self.holder = holder(port)
        super().__init__(f"Port {port} is taken{f' by {self.holder}' if self.holder else ''}")


def listen_on(host: str, port: int) -> socket.socket:
    """Return a socket that listens there. Raises ServerError with the way out."""
    try:
        return _listen(host, port)
    except PortTakenError as error:
        way_out = "choose another port with --port"
        for other in range(port + 1, min(port + SEARCHED, 65536)):
            with contextlib.suppress(PortTakenError):
                _listen(host, other).close()
                way_out = f"choose another port, for example --port {other}"
                break
        stop = "stop that process, or " if error.holder else ""
        raise ServerError(f"{error}: {stop}{way_out}.") from error


def listen_on_a_free_port(host: str) -> tuple[socket.socket, PortTakenError | None]:
    """Return a socket on the default port or on the next free one, and why not the default."""
    reason: PortTakenError | None = None
    for port in range(DEFAULT_PORT, DEFAULT_PORT + SEARCHED):
        try:
            return _listen(host, port), reason
        except PortTakenError as error:
            reason = reason or error
    raise ServerError(
        f"Ports {DEFAULT_PORT} to {DEFAULT_PORT + SEARCHED - 1} are all taken:"
        " choose another one with --port."
    )


def _listen(host: str, port: int) -> socket.socket:
    family, address = _address(host, port)
    # macOS lets a process bind 127.0.0.1:5000 while AirPlay listens on *:5000.
    if _answers(family, address):
        raise PortTakenError(host, port)
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there it would share a port that another process holds
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        # Where two processes bind at the same moment, the second fails here.
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise _refusal(host, port, error) from error
    return listener


def _refusal(host: str, port: int, error: OSError) -> ServerError:
    if error.errno == errno.EADDRINUSE:
        return PortTakenError(host, port)
    if isinstance(error, PermissionError):
        return ServerError(f"You may not use port {port}: choose one above 1023 with --port.")
    if error.errno == errno.EADDRNOTAVAIL:
        return ServerError(
            f"HOST is {host}, which is not an address of this machine: "
            "choose one of its own with --host, for example 127.0.0.1."
        )
    return ServerError(f"The site cannot listen on {host} port {port}: {error.strerror}.")


def _address(host: str, port: int) -> tuple[socket.AddressFamily, Any]:
    """Return the family and address to bind; of a name that has several, IPv4 comes first."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise ServerError(
            f"HOST is {host}, which cannot be found: "
            "choose an address of this machine with --host, for example 127.0.0.1."
        ) from error
    family, _, _, _, address = min(found, key=lambda entry: entry[0] != socket.AF_INET)
    return family, address


def _answers(family: socket.AddressFamily, address: Any) -> bool:  # noqa: ANN401
    """Return whether a process accepts connections there."""
    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.settimeout(ANSWER_SECONDS)
        if client.connect_ex((reachable(address[0]), *address[1:])) != 0:
            return False
        # A client may get the port it connects to as its own and so reach itself.
        return bool(client.getsockname() != client.getpeername())


def holder(port: int) -> str | None:
    """Return the name of the process that listens on a port; None where that is hidden."""
    with contextlib.suppress(psutil.Error):
        pids = {
            pid
            for pid, connection in _connections()
            if pid and connection.status == psutil.CONN_LISTEN and connection.laddr.port == port
        }
        # Workers hold it too; the process that has opened it is older.
        if pids:
            return _describe(psutil.Process(min(pids)))
    return None


def _connections() -> list[tuple[int | None, Any]]:
    """Return TCP sockets with the process that has each, as far as this user may see them."""
    try:
        return [(connection.pid, connection) for connection in psutil.net_connections("tcp")]
    except psutil.AccessDenied:  # macOS answers root only, but shows a user the user's own
        found: list[tuple[int | None, Any]] = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                found += [(process.pid, entry) for entry in process.net_connections("tcp")]
        return found


def _describe(process: psutil.Process) -> str:
    if process.cmdline()[1:3] == ["-m", "web"]:
        with contextlib.suppress(psutil.Error):
            home = process.environ().get("ALUMNI_HOME")
            return f"the Alumni Sync of {home} (process {process.pid})"
    return f"{process.name()} (process {process.pid})"
