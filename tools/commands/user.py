"""`./alumni user`: accounts from the command line, by the same procedures as everywhere."""

from __future__ import annotations

import enum
import secrets
from typing import Annotated

import typer

from tools import settings as configuration
from tools.connection import connect
from tools.console import console
from tools.server import access

app = typer.Typer(help="Accounts: add, change role, set password.", no_args_is_help=True)


class Role(enum.StrEnum):
    """What an account may be."""

    ADMIN = "admin"
    ALUMNI = "alumni"
    STUDENT = "student"


Email = Annotated[str, typer.Argument(help="Address of the account.")]
Generate = Annotated[bool, typer.Option("--generate", help="Make a password and print it once.")]


@app.command()
def add(
    email: Email,
    role: Annotated[Role, typer.Option(help="What the person is.")] = Role.ADMIN,
    first_name: Annotated[str, typer.Option(prompt=True)] = "Alumni",
    last_name: Annotated[str, typer.Option(prompt=True)] = "Office",
    *,
    generate: Generate = False,
) -> None:
    """Create an account that can sign in immediately."""
    from web import passwords

    password = _new_password(generate=generate)
    _call("user_add", email, passwords.hash_password(password), role.value, first_name, last_name)
    _show(password, generated=generate)
    console.print(f"{email} can sign in as {role.value}.")


@app.command("role")
def set_role(email: Email, role: Annotated[Role, typer.Argument()]) -> None:
    """Change what an account is."""
    _call("user_role_set", email, role.value)
    console.print(f"{email} is {role.value} now.")


@app.command("password")
def set_password(email: Email, *, generate: Generate = False) -> None:
    """Set a new password; every session of the account ends."""
    from web import passwords

    password = _new_password(generate=generate)
    _call("user_password_set", email, passwords.hash_password(password))
    _show(password, generated=generate)
    console.print(f"{email} has a new password; its sessions have ended.")


def _show(password: str, *, generated: bool) -> None:
    """Print a generated password, once it is the account's."""
    if generated:
        console.print(f"Password: {password}", markup=False)


def _new_password(*, generate: bool) -> str:
    if generate:
        return secrets.token_urlsafe(16)
    from web import passwords

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    problem = passwords.problem_with(password)
    if problem:
        raise typer.BadParameter(problem)
    return str(password)


def _call(procedure: str, *arguments: str) -> None:
    """Call a procedure of the DBA's; the actor is nobody: the command line."""
    settings = configuration.load()
    access.ensure(settings, lambda _: None)
    connection = connect(settings.database, settings.database.name)
    with connection, connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(arguments))
        cursor.execute(f"CALL {procedure}(NULL, {marks})", arguments)
        while True:
            if cursor.with_rows:
                cursor.fetchall()
            if not cursor.nextset():
                return
