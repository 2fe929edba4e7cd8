"""The commands of `./alumni`."""

from __future__ import annotations

import sys

import mysql.connector
import typer

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
from tools.settings import SettingsError
from tools.testing.changes import ChangesError

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
    """Run a command; a refusal is one sentence on standard error and exit code 1."""
    try:
        app(prog_name="alumni")
    except (SettingsError, ServerError, MigrationError, BackupError, ChangesError) as refusal:
        errors.print(str(refusal), style="red", markup=False)
        sys.exit(1)
    except mysql.connector.Error as error:
        # Procedures refuse with a sentence; whatever else the server says goes with its number.
        text = error.msg if str(error.sqlstate or "").startswith("45") else str(error)
        errors.print(str(text), style="red", markup=False)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
