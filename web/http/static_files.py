"""Static files under names that hold their digest, so that browsers may keep them for ever.

They are copied once into ALUMNI_HOME with compressed siblings, from where WhiteNoise serves them.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import secrets
from pathlib import Path

import brotli

SOURCE = Path(__file__).resolve().parents[1] / "static"
PREFIX = "/static/"
COMPRESSED = {".css", ".js", ".svg", ".txt", ".json"}


class StaticFiles:
    """Addresses of static files by the names that templates use."""

    def __init__(self, folder: Path, source: Path = SOURCE) -> None:
        self.folder = folder
        self._source = source
        self._names: dict[str, str] = {}
        # Style sheets last: they hold addresses of the others.
        files = sorted(
            (path for path in source.rglob("*") if path.is_file()),
            key=lambda path: (path.suffix == ".css", path),
        )
        for path in files:
            self._add(path)

    def url(self, name: str) -> str:
        """Return the address of a file of web/static. Raises KeyError."""
        return PREFIX + self._names[name]

    def is_immutable(self, _path: str, url: str) -> bool:
        """Return whether an address holds a digest, as all of them do."""
        return url.startswith(PREFIX)

    def _add(self, path: Path) -> None:
        name = path.relative_to(self._source).as_posix()
        content = path.read_bytes()
        if path.suffix == ".css":
            content = self._with_hashed_urls(name, content)
        digest = hashlib.sha256(content).hexdigest()[:12]
        hashed = f"{name.removesuffix(path.suffix)}.{digest}{path.suffix}"
        self._names[name] = hashed
        target = self.folder / hashed
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix in COMPRESSED:
                _write(target.with_name(f"{target.name}.gz"), gzip.compress(content, 9, mtime=0))
                _write(target.with_name(f"{target.name}.br"), brotli.compress(content))
            # Last, because it says that the others are there.
            _write(target, content)

    def _with_hashed_urls(self, name: str, content: bytes) -> bytes:
        base = (self._source / name).parent

        def hashed(found: re.Match[str]) -> str:
            target = (base / found[1]).resolve().relative_to(self._source.resolve()).as_posix()
            return f"url({self.url(target)})"

        return re.sub(r"url\([\"']?([^\"':)]+)[\"']?\)", hashed, content.decode()).encode()


def _write(target: Path, content: bytes) -> None:
    # A unique name: each worker process writes missing files, and two may start at the same time.
    scratch = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    scratch.write_bytes(content)
    scratch.replace(target)
