"""What people can choose from is in the database alone."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.database import Database
from tests.support.site import Site
from web.settings import DatabaseSettings


def _options(page: str, name: str) -> dict[str, str]:
    """Return what a list of a page offers: values with their labels."""
    listed = page.partition(f'name="{name}"')[2].partition("</select>")[0]
    return dict(re.findall(r'<option value="(\w+)"[^>]*>([^<]+)</option>', listed))


def test_a_list_offers_what_the_database_has(
    spare_db: Database, spare_account: DatabaseSettings, home: Path
) -> None:
    spare_db.rows(
        "ALTER TABLE content_reports MODIFY reason"
        " ENUM('spam', 'harassment', 'hate', 'untrue', 'other', 'stolen_photo') NOT NULL"
    )
    spare_db.rows(
        "ALTER TABLE alumni_engagements MODIFY kind ENUM('speaker', 'trainer', 'mentor', 'judge',"
        " 'panelist', 'workshop_instructor', 'consultant', 'guest_judge') NOT NULL"
    )
    site = Site(spare_db, spare_account, home)
    site.start()
    try:
        student = site.browser().signed_in(spare_db.student())
        reasons = _options(student.get(f"/report/person/{spare_db.alumnus()}").text, "reason")
        office = site.browser().signed_in(spare_db.admin())
        kinds = _options(office.get("/admin/engagements").text, "kind")
    finally:
        assert site.stop() == 0
    assert reasons["spam"] == "Spam or advertising"
    assert reasons["stolen_photo"] == "Stolen photo"
    assert kinds["workshop_instructor"] == "Workshop instructor"
    assert kinds["guest_judge"] == "Guest judge"
