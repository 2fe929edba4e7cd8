"""The commands of `./alumni`."""

from __future__ import annotations

import sys
from typing import Never

import mysql.connector
import typer
from mysql.connector import errorcode

from tools.backup.errors import BackupError
from tools.commands import check, db, down, migrate, seed, up, user
from tools.commands.backup import backup, restore
from tools.commands.bench import bench, bench_live
from tools.commands.docs import docs
from tools.commands.doctor import doctor
from tools.commands.grade import grade
from tools.commands.reset import reset
from tools.console import errors
from tools.migrate.errors import MigrationError
from tools.server.distribution import ServerError
from tools.testing.changes import ChangesError
from web.settings import SettingsError

RUN = "Run"
DATABASE = "Database"
DEVELOP = "Develop"

app = typer.Typer(
    name="alumni",
    help="Alumni Sync: an alumni platform whose rules live in MySQL.\n\n"
    "Start with [bold]./alumni up[/bold]: it fetches what is missing, loads demo data and serves "
    "the site.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("up", rich_help_panel=RUN)(up.up)
app.command("down", rich_help_panel=RUN)(down.down)
app.command("doctor", rich_help_panel=RUN)(doctor)
app.add_typer(user.app, name="user", rich_help_panel=RUN)
app.add_typer(db.app, name="db", rich_help_panel=DATABASE)
app.command("grade", rich_help_panel=DATABASE)(grade)
app.add_typer(migrate.app, name="migrate", rich_help_panel=DATABASE)
app.command("backup", rich_help_panel=DATABASE)(backup)
app.command("restore", rich_help_panel=DATABASE)(restore)
app.command("reset", rich_help_panel=DATABASE)(reset)
app.add_typer(seed.app, name="seed", rich_help_panel=DATABASE)
app.command("docs", rich_help_panel=DATABASE)(docs)
app.command("test", rich_help_panel=DEVELOP, context_settings=check.PASS_ON)(check.test)
app.command("lint", rich_help_panel=DEVELOP)(check.lint_all)
app.command("bench", rich_help_panel=DEVELOP)(bench)
app.command("bench-live", rich_help_panel=DEVELOP)(bench_live)


def main() -> None:
    """Run a command; a refusal is one sentence on standard error and exit code 1 or 2."""
    try:
        sys.exit(app(prog_name="./alumni", standalone_mode=False))
    except typer.TyperException as mistake:
        if not mistake.format_message():  # a group without a command has shown its help
            sys.exit(0)
        _refuse(_usage(mistake), mistake.exit_code)
    except typer.Abort:
        _refuse("Cancelled.")
    except (SettingsError, ServerError, MigrationError, BackupError, ChangesError) as refusal:
        _refuse(str(refusal))
    except mysql.connector.Error as error:
        if error.errno == errorcode.ER_BAD_DB_ERROR:
            _refuse("The database has no schema yet: run ./alumni up or ./alumni migrate apply.")
        # Procedures refuse with a sentence; what else the server says goes with its number.
        _refuse(str(error.msg if str(error.sqlstate or "").startswith("45") else error))
    except OSError as error:
        _refuse(
            f"Cannot use {error.filename}: {error.strerror}." if error.filename else f"{error}."
        )
    except KeyboardInterrupt:
        sys.exit(130)


def _usage(mistake: typer.TyperException) -> str:
    """Return what is wrong with a command line, and which help explains it."""
    message = mistake.format_message()
    context = getattr(mistake, "ctx", None)
    if context is None:
        return message
    return f"{message.rstrip('.')}: see {context.command_path} --help."


def _refuse(sentence: str, exit_code: int = 1) -> Never:
    errors.print(sentence, style="red", markup=False, soft_wrap=True)
    sys.exit(exit_code)
