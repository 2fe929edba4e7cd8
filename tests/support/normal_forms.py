"""What db/NORMAL-FORMS.md says about columns, as tests compare it."""

from __future__ import annotations

import re

from tests.support.sources import CHECKOUT

PAGE = CHECKOUT / "db" / "NORMAL-FORMS.md"


def without_author() -> dict[str, set[str]]:
    """Return the tables that lack columns of the four that say who wrote a row, and which."""
    text = PAGE.read_text(encoding="utf-8")
    section = text.partition("## Authors\n")[2].partition("\n## ")[0]
    lacking: dict[str, set[str]] = {}
    for line in section.splitlines():
        cells = [re.findall(r"`(\w+)`", cell) for cell in line.split("|")[1:3]]
        if len(cells) == 2:
            for table in cells[0]:
                assert table not in lacking, f"{table} is listed twice"
                lacking[table] = set(cells[1])
    return lacking
