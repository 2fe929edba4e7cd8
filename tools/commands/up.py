"""`./alumni up`: everything that is needed for the site to answer."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import types
from collections.abc import Iterator
from typing import Annotated, Never

import typer
from filelock import FileLock, Timeout
from rich.panel import Panel
from rich.table import Table

from tools import ports
from tools import settings as configuration
from tools.console import console, progress
from tools.migrate.api import apply_all
from tools.seed.api import DEMO_LOGINS, DEMO_PASSWORD, seed_demo
from tools.server import access
from tools.server.distribution import ServerError
from tools.settings import Settings
from tools.web_process import WebProcess, is_ready


def up(
    port: Annotated[
        int | None,
        typer.Option(
            min=1, max=65535, show_default="5000, or the next free port", help="Port of the site."
        ),
    ] = None,
    host: Annotated[
        str | None, typer.Option(show_default="127.0.0.1", help="Address to listen on.")
    ] = None,
    detach: Annotated[bool, typer.Option("--detach", help="Return when the site answers.")] = False,
    demo: Annotated[bool, typer.Option(help="Load demo data into a new database.")] = True,
) -> None:
    """Serve the site: fetch MySQL if needed, apply the database, load demo data, start the web.

    Stop it with Ctrl-C, or with [bold]./alumni down[/bold] when detached. Everything written at run
    time is in ALUMNI_HOME (default .alumni in the checkout).
    """
    if port is not None:
        os.environ["PORT"] = str(port)
    if host is not None:
        os.environ["HOST"] = host
    signal.signal(signal.SIGTERM, _interrupt)
    settings = configuration.load()
    site: _Site | None = None
    try:
        with _turn(settings):
            if _runs_already(settings):
                return
            site = _reserve(settings)
            process = site.start(demo=demo)
        if detach:
            site = None
        elif process.wait() != 0:
            raise ServerError(
                f"The web process ended unexpectedly; {WebProcess(settings).log} says why."
            )
    except KeyboardInterrupt:
        console.print("Stopping.")
    finally:
        # Also a site that was interrupted before it was ready.
        if site:
            site.stop()


def _interrupt(_signal: int, _frame: types.FrameType | None) -> Never:
    raise KeyboardInterrupt


@contextlib.contextmanager
def _turn(settings: Settings) -> Iterator[None]:
    """Let one `up` of an ALUMNI_HOME start at a time; the second then finds what runs."""
    lock = FileLock(settings.home / "up.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        console.print("Another ./alumni up is starting this site; waiting until it is done.")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _runs_already(settings: Settings) -> bool:
    """Return whether the site answers, after saying where; a site that hangs is stopped.

    Raises ServerError where it was asked to be somewhere else.
    """
    web = WebProcess(settings)
    found = web.running()
    if not found or not is_ready(found[1]):
        web.stop()
        return False
    url = found[1]
    if web.is_elsewhere():
        wanted = settings.web
        options = f"--port {wanted.port}" if settings.is_port_given else ""
        if settings.is_host_given:
            options = f"--host {wanted.host} {options}".rstrip()
        raise ServerError(
            f"Alumni Sync runs already at {url}: to move it,"
            f" run ./alumni down and then ./alumni up {options}."
        )
    console.print(f"Alumni Sync runs already: {url}", soft_wrap=True)
    return True


def _reserve(settings: Settings) -> _Site:
    """Open the port that was chosen, or the first free one. Raises ServerError."""
    host = settings.web.host
    if settings.is_port_given:
        return _Site(settings, ports.listen_on(host, settings.web.port))
    listener, reason = ports.listen_on_a_free_port(host)
    port = listener.getsockname()[1]
    if reason:
        console.print(f"{reason}: using port {port}.", soft_wrap=True, markup=False)
    # Loaded again, so that what follows from the port follows the one that was found.
    return _Site(configuration.load({**os.environ, "PORT": str(port)}), listener)


class _Site:
    """The site while `up` starts it and serves it."""

    def __init__(self, settings: Settings, listener: socket.socket) -> None:
        self._settings = settings
        self._listener = listener
        self._web = WebProcess(settings)
        self._started_server = False

    def start(self, *, demo: bool) -> subprocess.Popen[bytes]:
        """Start MySQL and the web, and say where they are. Returns the web's process."""
        settings = self._settings
        with self._listener, progress("Looking for MySQL") as report:
            self._started_server = access.ensure(settings, report)
            report("Applying the database")
            apply_all(settings, report)
            is_demo = demo and seed_demo(settings, report)
            report("Starting the site")
            process = self._web.start(self._listener)
        _announce(settings, self._web, is_demo=is_demo)
        return process

    def stop(self) -> None:
        """Stop what was started here."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._web.stop()
        if self._started_server:
            access.private_instance(self._settings, lambda _: None).stop()


def _announce(settings: Settings, web: WebProcess, *, is_demo: bool) -> None:
    table = Table.grid(padding=(0, 3))
    table.add_row("Site", f"[bold]{web.url}[/bold]")
    mail = settings.web.mail
    table.add_row("Mail", mail.smtp_host or str(mail.folder))
    table.add_row("Database", "./alumni db shell")
    if is_demo:
        table.add_section()
        for email in DEMO_LOGINS:
            table.add_row("Demo login", f"{email}   {DEMO_PASSWORD}")
    else:
        table.add_row("First admin", "./alumni user add --role admin EMAIL")
    console.print(Panel(table, title="Alumni Sync", expand=False))
