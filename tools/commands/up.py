"""`./alumni up`: everything that is needed for the site to answer."""

from __future__ import annotations

import os
import signal
import types
from typing import Annotated, Never

import typer
from rich.panel import Panel
from rich.table import Table

from tools import settings as configuration
from tools.console import console, progress
from tools.migrate.api import apply_all
from tools.seed.api import DEMO_LOGINS, DEMO_PASSWORD, seed_demo
from tools.server import access
from tools.settings import Settings
from tools.web_process import WebProcess


def up(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, show_default="5000", help="Port of the site.")
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
    settings = configuration.load()
    web = WebProcess(settings)
    found = web.running()
    if found and web.is_ready():
        console.print(f"Alumni Sync runs already: {found[1]}", soft_wrap=True)
        return
    web.stop()
    started_server = False
    process = None
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with progress("Looking for MySQL") as report:
            started_server = access.ensure(settings, report)
            report("Applying the database")
            apply_all(settings, report)
            is_demo = demo and seed_demo(settings, report)
            report("Starting the web")
            process = web.start()
        _announce(settings, web, is_demo=is_demo)
        if not detach:
            process.wait()
    except KeyboardInterrupt:
        console.print("Stopping.")
    finally:
        if not (detach and process):
            # Also a web that was interrupted before it was ready.
            _stop(settings, web, stop_server=started_server)


def _interrupt(_signal: int, _frame: types.FrameType | None) -> Never:
    raise KeyboardInterrupt


def _stop(settings: Settings, web: WebProcess, *, stop_server: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    web.stop()
    if stop_server:
        access.private_instance(settings, lambda _: None).stop()


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
