"""The demo university's page about itself: a first version, and the one that is published now.

Content: db/demo/about.json.
"""

from __future__ import annotations

from tools.seed.demo.client import OFFICE, Demo

HERO = ("title", "text", "button_label", "button_url")


def load(demo: Demo) -> None:
    """Write the page and publish it, twice."""
    page = demo.content("about")
    office = demo.people[OFFICE]
    # An interrupted load has taken the row of the draft away.
    demo.run("INSERT IGNORE INTO about_page (id, hero_title) VALUES (1, 'About us')")
    institution = page["institution"]
    demo.run(
        "UPDATE institution_info SET contact_phone = %s, address = %s WHERE id = 1",
        institution["contact_phone"],
        institution["address"],
    )
    for version in ("first", "now"):
        hero = (page["hero"][version][name] for name in HERO)
        demo.call("about_hero_save", office, *hero, 1, None)
        for section in page["sections"]:
            if section["since"] == version:
                body = "\n\n".join(section["body"]) or None
                demo.call(
                    "about_section_save",
                    office,
                    None,
                    section["title"],
                    "\n\n".join(section["summary"]),
                    body,
                    None,
                    None,
                )
        for card in page["cards"]:
            if card["since"] == version:
                demo.call(
                    "about_card_save",
                    office,
                    None,
                    card["title"],
                    card["description"],
                    card["icon"],
                    card["url"],
                    None,
                    None,
                )
        for link in page["links"]:
            if link["since"] == version:
                demo.call("about_link_save", office, None, link["label"], link["url"], None, None)
        if version == "now":
            demo.call("about_item_move", office, "card", 1, 2, None)
        demo.call("about_publish", office, page["notes"][version], None, None)


def spread(demo: Demo) -> None:
    """Move the publications to the past."""
    demo.run(
        "UPDATE about_page_revisions SET created_at = created_at - INTERVAL"
        " IF(number = 1, 200, 12) DAY"
    )
