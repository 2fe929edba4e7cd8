"""`./alumni db`: the MySQL server behind the site."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, progress
from tools.server import access
from tools.server.distribution import ServerError
from tools.server.locate import client, place_options
from tools.settings import Settings

app = typer.Typer(help="The MySQL server: start, stop, status, shell.", no_args_is_help=True)


def _private(settings: Settings) -> Settings:
    if settings.is_external:
        raise ServerError("DB_HOST names a server of your own: start and stop it yourself.")
    return settings


@app.command()
def start() -> None:
    """Start the private server without the web."""
    settings = _private(configuration.load())
    with progress("Looking for MySQL") as report:
        started = access.ensure(settings, report)
    console.print("Started." if started else "It runs already.")


@app.command()
def stop() -> None:
    """Stop the private server."""
    settings = _private(configuration.load())
    stopped = access.private_instance(settings, lambda _: None).stop()
    console.print("Stopped." if stopped else "It was not running.")


@app.command()
def status() -> None:
    """Say where the server is and whether it answers. Exit code 3 when it does not."""
    settings = configuration.load()
    database = settings.database
    if settings.is_external:
        access.ensure(settings, lambda _: None)
        console.print(f"Your server answers at {database.socket or database.host}.")
        return
    if not (settings.home / "mysql" / "data").exists():
        console.print("There is no private server yet: ./alumni up makes one.")
        raise typer.Exit(3)
    instance = access.private_instance(settings, lambda _: None)
    if not instance.is_running():
        console.print("The private server is stopped.")
        raise typer.Exit(3)
    version = ".".join(map(str, instance.distribution.version))
    place = f"{instance.socket} and 127.0.0.1:{instance.port}"
    console.print(f"MySQL {version} answers at {place}.", soft_wrap=True, markup=False)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def shell(
    context: typer.Context,
    user: Annotated[str, typer.Option(help="Another account than the administrator.")] = "",
) -> None:
    """Open a mysql client on the schema, as its administrator. Further options go to mysql.

    For example: ./alumni db shell -e "CALL home_read(NULL)"
    """
    settings = configuration.load()
    if not settings.is_external:
        access.ensure(settings, lambda _: None)
    database = settings.database
    password = ["--password"] if user else []
    command = [
        *client(settings.cache),
        "--no-defaults",
        *place_options(replace(database, user=user or database.user)),
        *password,
        "--default-character-set=utf8mb4",
        f"--database={database.name}",
        *context.args,
    ]
    # Only the owner's processes can read MYSQL_PWD; every user can read a command line.
    environment = os.environ if user else {**os.environ, "MYSQL_PWD": database.password}
    if os.name == "nt":
        # On Windows, exec leaves two programs reading the same console.
        raise typer.Exit(subprocess.call(command, env=environment))
    os.execve(command[0], command, environment)
