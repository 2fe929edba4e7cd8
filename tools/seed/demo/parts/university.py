"""The university: its name, its campuses, its degrees. Content: db/demo/university.json."""

from __future__ import annotations

from tools.seed.demo.client import Demo


def load(demo: Demo) -> None:
    """Say what it is called and what can be studied where."""
    university = demo.content("university")
    demo.run(
        "UPDATE institution_info SET name = %s, short_name = %s, website_url = %s,"
        " contact_email = %s, founded_year = %s, currency = %s, time_zone = %s WHERE id = 1",
        *(
            university[key]
            for key in (
                "name",
                "short_name",
                "website_url",
                "contact_email",
                "founded_year",
                "currency",
                "time_zone",
            )
        ),
    )
    for campus in university["campuses"]:
        demo.run(
            "INSERT INTO campuses (name, city) VALUES (%s, %s)", campus["name"], campus["city"]
        )
    for degree in university["degrees"]:
        demo.run(
            "INSERT INTO degrees (name, abbreviation, level, semesters_count)"
            " VALUES (%s, %s, %s, %s)",
            *degree,
        )
