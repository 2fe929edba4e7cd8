"""Static files are made once, also when several workers start at once."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from web.http.static_files import SOURCE, StaticFiles


def test_workers_that_start_at_once_agree(tmp_path: Path) -> None:
    # The style sheet and the files that it names: the others only cost time.
    source = tmp_path / "source"
    shutil.copytree(SOURCE / "vendor" / "inter", source / "vendor" / "inter")
    shutil.copy(SOURCE / "app.css", source)
    folder, made = tmp_path / "made", list[str]()
    threads = [
        threading.Thread(target=lambda: made.append(StaticFiles(folder, source).url("app.css")))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert len(set(made)) == 1
    file = folder / made[0].removeprefix("/static/")
    assert file.exists()
    assert file.with_name(f"{file.name}.br").exists()
    assert "url(/static/vendor/inter/" in file.read_text()


def test_a_name_changes_with_its_content(tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    style = tmp_path / "source" / "a.css"
    style.write_text("a {}")
    first = StaticFiles(tmp_path / "made", tmp_path / "source").url("a.css")
    style.write_text("b {}")
    assert StaticFiles(tmp_path / "made", tmp_path / "source").url("a.css") != first


def test_the_style_sheet_is_formatted_for_people() -> None:
    """By prettier, a declaration a line: no line hides a dozen rules."""
    lines = (SOURCE / "app.css").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if len(line) > 110 or line.count(";") > 1] == []
