"""What the people of the demo university say of themselves, and who looks at whom.

Content: db/demo/profiles.json.
"""

from __future__ import annotations

from typing import Any

from tools.seed.demo.client import OFFICE, Demo
from tools.seed.portraits import portrait
from web.files.pictures import reduced
from web.http.forms import Upload

Profile = dict[str, Any]

ENTRIES = {
    "work": (
        "profile_work_save",
        ("job_title", "company", "location", "start_date", "end_date", "description"),
    ),
    "degrees": ("profile_degree_save", ("degree_id", "title", "institution", "graduation_year")),
    "projects": ("profile_project_save", ("title", "url", "description")),
}
ACHIEVEMENT = ("kind", "title", "issuer", "achieved_on", "url", "description")


def load(demo: Demo) -> None:
    """Fill the profiles of people who have an account."""
    for email, profile in demo.content("profiles").items():
        person = demo.people[email]
        _about(demo, person, profile)
        _lists(demo, person, profile)
        _achievements(demo, person, profile)
        if "portrait" in profile:
            picture = Upload("portrait.png", portrait(email, profile["portrait"]))
            demo.call("profile_picture_save", person, "photo", *reduced(picture, "photo").values())
    _acquaintances(demo)


def spread(demo: Demo) -> None:
    """Move what people did to the past two months."""
    demo.run(
        "UPDATE profile_views SET viewed_on = viewed_on - INTERVAL"
        " (viewer_id * 7 + profile_user_id * 3) MOD 60 DAY"
    )
    demo.run(
        "UPDATE follows SET created_at = created_at - INTERVAL"
        " (follower_id * 5 + followed_id * 11) MOD 60 DAY"
    )
    demo.run(
        "UPDATE alumni_achievements SET verified_at = verified_at - INTERVAL id DAY"
        " WHERE verified_at IS NOT NULL"
    )


def _about(demo: Demo, person: int, profile: Profile) -> None:
    skills: dict[str, str] = profile.get("skills", {})
    edit(demo, person, profile | {"skills": ", ".join(skills.values()) or None})
    for level, names in skills.items():
        # What profile_edit adds is intermediate.
        for name in names.split(", ") if level != "intermediate" else ():
            demo.call("profile_skill_save", person, name, level)


def edit(demo: Demo, person: int, values: Profile) -> None:
    """Save the details of a profile; what is not given stays."""
    _, *details = demo.parameters("profile_edit")
    demo.call("profile_edit", person, *(values.get(name) for name in details))


def _lists(demo: Demo, person: int, profile: Profile) -> None:
    for part, (procedure, columns) in ENTRIES.items():
        for entry in profile.get(part, ()):
            demo.call(procedure, person, None, *(entry.get(name) for name in columns), None)
    for name in profile.get("former_names", ()):
        demo.call("profile_former_name_add", person, name)
    for label, url in profile.get("links", ()):
        demo.call("profile_link_save", person, label, url)
    for part, audience in profile.get("privacy", {}).items():
        demo.call("privacy_save", person, part, audience)


def _achievements(demo: Demo, person: int, profile: Profile) -> None:
    for entry in profile.get("achievements", ()):
        values = (entry.get(name) for name in ACHIEVEMENT)
        achievement = demo.call("profile_achievement_save", person, None, *values, None)
        if entry.get("is_verified"):
            demo.call("achievement_verify", demo.people[OFFICE], achievement, 1)


def _acquaintances(demo: Demo) -> None:
    """Let those who studied the same look at and follow one another, as far as they may."""
    fellows = demo.rows(
        "WITH people AS (SELECT user_id, degree_id FROM alumni_profiles"
        " UNION ALL SELECT user_id, degree_id FROM student_profiles)"
        " SELECT a.user_id, b.user_id FROM people AS a"
        " JOIN people AS b ON b.degree_id = a.degree_id AND b.user_id <> a.user_id"
        " WHERE can_see_person(a.user_id, b.user_id, 'profile')"
        " ORDER BY a.user_id, b.user_id"
    )
    for number, (one, other) in enumerate(fellows):
        if number % 2 == 0:
            demo.call("profile_open", one, other)
        if number % 6 == 0:
            demo.call("person_follow", one, other)
