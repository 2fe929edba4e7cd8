"""The file of a backup: a tar whose manifest says what is in it, with a checksum each."""

from __future__ import annotations

import hashlib
import io
import json
import os
import secrets
import tarfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tools.backup.errors import BackupError

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass
class Manifest:
    """What a backup says of itself."""

    made_at: str
    schema: str
    server: str
    migrations: list[str]
    sections: dict[str, str]
    binary_log: str | None = None
    position: int | None = None
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(target: Path, manifest: Manifest, folder: Path) -> None:
    """Pack a folder: whole or not at all, and for its owner's eyes only.

    Raises BackupError where there is such a file already.
    """
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    manifest.files = {name: checksum(folder / name) for name in names}
    text = json.dumps(asdict(manifest), indent=1).encode()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = target.with_name(f"{target.name}.{secrets.token_hex(4)}.partial")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                head = tarfile.TarInfo(MANIFEST)
                head.size, head.mode = len(text), 0o600
                tar.addfile(head, io.BytesIO(text))
                for name in names:
                    tar.add(folder / name, arcname=name, recursive=False)
            file.flush()
            os.fsync(file.fileno())
        # A link never takes the place of a file that is there.
        os.link(scratch, target)
    except FileExistsError as error:
        raise BackupError(f"{target} exists already: a backup never replaces another.") from error
    finally:
        scratch.unlink()


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack a backup into a folder and compare it with its manifest.

    Raises BackupError where it is no backup, or not what it was when it was made.
    """
    try:
        with tarfile.open(source, "r:") as tar:
            manifest = _manifest(source, tar)
            members = [member for member in tar.getmembers() if member.name != MANIFEST]
            if {member.name for member in members} != manifest.files.keys():
                raise BackupError(f"{source} is not whole: it holds other files than it says.")
            tar.extractall(folder, members, filter="data")
    except FileNotFoundError as error:
        raise BackupError(f"There is no file {source}.") from error
    except (tarfile.TarError, OSError) as error:
        raise BackupError(f"{source} is no backup, or a damaged one: {error}") from error
    for name, expected in manifest.files.items():
        if checksum(folder / name) != expected:
            raise BackupError(f"{source} is damaged: {name} is not what it was.")
    return manifest


def _manifest(source: Path, tar: tarfile.TarFile) -> Manifest:
    try:
        file = tar.extractfile(MANIFEST)
        values: dict[str, Any] = json.loads(file.read()) if file else {}
    except (KeyError, ValueError) as error:
        raise BackupError(f"{source} is no backup: it has no manifest.") from error
    if values.get("format") != FORMAT:
        raise BackupError(f"{source} was made by another version of this program.")
    return Manifest(**values)
