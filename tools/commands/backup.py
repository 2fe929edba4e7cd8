"""`./alumni backup` and `./alumni restore`: everything in one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tools import settings as configuration
from tools.console import console, progress
from tools.server import access
from tools.web_process import WebProcess


def backup(
    file: Annotated[
        Path | None,
        typer.Argument(help="Where to; a new file.", show_default="ALUMNI_HOME/backups/..."),
    ] = None,
) -> None:
    """Write everything to one file: a consistent snapshot, while the site goes on.

    With checksums of every table, readable by its owner only.
    """
    from tools.backup import api

    settings = configuration.load()
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        target, manifest = api.backup(settings, file, report)
    size = target.stat().st_size / 1e6
    console.print(
        f"{target}: {size:.1f} MB, {len(manifest.sections)} parts with their checksums.",
        soft_wrap=True,
        markup=False,
    )
    if manifest.binary_log:
        console.print(
            f"What came later is in the binary log from {manifest.binary_log}:{manifest.position}."
        )


def restore(
    file: Annotated[Path, typer.Argument(help="What ./alumni backup has written.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Drop what is there, after backing it up.")
    ] = False,
) -> None:
    """Make the database what it was, and compare it with the backup's checksums.

    Refuses a database that is not empty unless told to replace it. The site must be down.
    """
    from tools.backup import api
    from tools.backup.errors import BackupError

    settings = configuration.load()
    if WebProcess(settings).running():
        raise BackupError("The site runs: ./alumni down stops it.")
    with progress("Looking for MySQL") as report:
        access.ensure(settings, report)
        manifest, kept = api.restore(settings, file, report, is_replacing=replace)
    if kept:
        console.print(f"What was there is in {kept}.", soft_wrap=True, markup=False)
    console.print(
        f"Restored as of {manifest.made_at}; all {len(manifest.sections)} parts are as they were. "
        "./alumni up goes on from here."
    )
