"""Made-up members in any number, also where the ids of people have gaps."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.database import Database
from tools.seed.generate import generate


def test_members_are_added_where_ids_have_gaps(
    lend: Callable[[str], Database], demo_template: str
) -> None:
    """Twice, with a gap before: all of it is made, and the counters are right."""
    db = lend(demo_template)
    for run, members in enumerate((160, 200)):
        last = db.value("SELECT MAX(id) FROM users")
        db.rows(f"ALTER TABLE users AUTO_INCREMENT = {last + 1_000}")
        before = {table: db.value(f"SELECT COUNT(*) FROM {table}") for table in WRITTEN}
        generate(db.server.database(db.schema), members, run, lambda _: None, distinct=25)
        added = {
            table: db.value(f"SELECT COUNT(*) FROM {table}") - count
            for table, count in before.items()
        }
        assert added.pop("users") == members
        assert not [table for table, count in added.items() if not count]
    assert db.call("counters_verify", None).differences == []


WRITTEN = [
    *("users", "alumni_profiles", "student_profiles", "directory_terms", "job_postings"),
    *("job_applications", "follows", "posts", "post_comments", "post_likes"),
]
