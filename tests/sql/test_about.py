"""The about page: a draft, publications that are kept, restoring, and people who edit at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support.database import Client, Database, Row
from tests.support.office import refused
from tests.support.races import at_once

ADMIN_CALLS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("about_draft_read", ()),
    ("about_hero_save", ("A", None, None, None, 1)),
    ("about_section_save", (None, "A", "B")),
    ("about_card_save", (None, "A", "B")),
    ("about_link_save", (None, "A", "/jobs")),
    ("about_item_move", ("section", 1, 1)),
    ("about_item_remove", ("section", 1)),
    ("about_publish", ("A",)),
    ("about_draft_discard", ()),
    ("about_revisions", ()),
    ("about_revision_read", (1,)),
    ("about_revision_restore", (1,)),
)


@pytest.fixture(scope="module")
def own(lend: Callable[[str], Database], template: str) -> Database:
    """Return a schema of this module's own: there is one page."""
    return lend(template)


@pytest.fixture
def db(own: Database) -> Iterator[Database]:
    """Return that schema with a page that nobody has written."""
    yield own
    own.rows(
        "UPDATE about_page SET published_revision_id = NULL, hero_title = 'About us',"
        " hero_text = NULL, hero_button_label = NULL, hero_button_url = NULL"
    )
    own.rows("UPDATE about_page_revisions SET restored_from_id = NULL")
    for table in (
        "about_page_revisions",
        "about_sections",
        "about_feature_cards",
        "about_quick_links",
    ):
        own.rows(f"DELETE FROM {table}")


@pytest.fixture
def admin(db: Database) -> int:
    return db.admin()


def section(db: Client, admin: int, title: str = "Who we are", **changes: Any) -> int:
    values = {"title": title, "summary": "We **are**.", **changes}
    return int(db.call("about_section_save", admin, **values).item.id)


def card(db: Client, admin: int, title: str = "Jobs") -> int:
    return int(db.call("about_card_save", admin, None, title, "Of alumni.", "work").item.id)


def link(db: Client, admin: int, label: str = "Jobs") -> int:
    return int(db.call("about_link_save", admin, None, label, "/jobs").item.id)


def publish(db: Client, admin: int, note: str | None = None) -> Row:
    found = db.call("about_publish", admin, note).revision
    assert isinstance(found, Row)
    return found


def titles(db: Client) -> list[str]:
    return [one.title for one in db.call("about_read", None).sections]


def test_a_page_that_nobody_has_written(db: Database) -> None:
    page = db.call("about_read", None)
    assert page.page.number is None
    assert page.page.hero_title == page.institution.name
    assert (page.sections, page.feature_cards, page.quick_links) == ([], [], [])


@pytest.mark.parametrize("call", ADMIN_CALLS, ids=lambda call: call[0])
def test_the_office_alone_writes_it(db: Database, call: tuple[str, tuple[Any, ...]]) -> None:
    name, arguments = call
    for person, status in ((None, 401), (db.alumnus(), 403), (db.student(), 403)):
        assert refused(lambda: db.call(name, person, *arguments)).status == status  # noqa: B023


def test_everybody_sees_what_is_published(db: Database, admin: int) -> None:
    section(db, admin, body="More 😀 `code`")
    card(db, admin)
    link(db, admin)
    db.call("about_hero_save", admin, "Hello", "World", "Join", "/register", 1)
    assert titles(db) == [], "the draft is nobody's business"
    assert db.call("about_draft_read", admin).page.is_changed == 1
    done = publish(db, admin, "First")
    assert (done.number, done.note) == (1, "First")
    page = db.call("about_read", None)
    assert (page.page.hero_title, page.page.hero_button_url) == ("Hello", "/register")
    assert [one.body for one in page.sections] == ["More 😀 `code`"]
    assert [(one.title, one.icon) for one in page.feature_cards] == [("Jobs", "work")]
    assert [one.url for one in page.quick_links] == ["/jobs"]
    assert db.call("about_draft_read", admin).page.is_changed == 0
    assert refused(lambda: publish(db, admin)).status == 409
    # What changes on the page changes its version, and nothing else does.
    before = page.page.version
    section(db, admin, "Later")
    assert db.call("about_read", None).page.version == before
    publish(db, admin)
    again = db.call("about_read", None).page.version
    assert again != before
    db.rows("UPDATE institution_info SET contact_phone = '+41 1'")
    assert db.call("about_read", None).page.version != again


def test_null_stays_null(db: Database, admin: int) -> None:
    one = section(db, admin)
    card(db, admin)
    first = publish(db, admin)
    section(db, admin, "Other")
    publish(db, admin)
    db.call("about_revision_restore", admin, first.id)
    for page in (db.call("about_read", None), db.call("about_draft_read", admin)):
        assert page.page.hero_text is None
        assert page.page.hero_button_label is None
        assert [(row.id, row.body) for row in page.sections] == [(one, None)]
        assert [row.url for row in page.feature_cards] == [None]


@pytest.mark.parametrize(
    ("name", "arguments", "field"),
    [
        ("about_hero_save", (" ",), "hero_title"),
        ("about_hero_save", ("A", "\x00"), "hero_text"),
        ("about_hero_save", ("A", None, "Join"), "hero_button_url"),
        ("about_hero_save", ("A", None, None, "/jobs"), "hero_button_label"),
        ("about_hero_save", ("A", None, "Join", "javascript:alert(1)"), "hero_button_url"),
        ("about_hero_save", ("A", None, "Join", "//evil.example"), "hero_button_url"),
        ("about_hero_save", ("A", None, "Join", "/\\evil.example"), "hero_button_url"),
        ("about_section_save", (None, "", "B"), "title"),
        ("about_section_save", (None, "A", ""), "summary"),
        ("about_section_save", (None, "A", "B", "x" * 15_001), "body"),
        ("about_card_save", (None, "A", None), "description"),
        ("about_card_save", (None, "A", "B", "skull"), "icon"),
        ("about_card_save", (None, "A", "B", "star", "jobs"), "url"),
        ("about_link_save", (None, None, "/jobs"), "label"),
        ("about_link_save", (None, "A", None), "url"),
        ("about_link_save", (None, "A", "ftp://a.example"), "url"),
        ("about_item_move", ("page", 1, 1), "kind"),
        ("about_item_remove", (None, 1), "kind"),
        ("about_publish", ("a\nb",), "note"),
    ],
)
def test_values_that_are_unacceptable(
    db: Database, admin: int, name: str, arguments: tuple[Any, ...], field: str
) -> None:
    refusal = refused(lambda: db.call(name, admin, *arguments))
    assert (refusal.status, refusal.field) == (422, field)


def order(db: Client, admin: int) -> list[int]:
    rows = db.call("about_draft_read", admin).sections
    assert [row.position for row in rows] == list(range(1, len(rows) + 1)), "no holes"
    return [row.id for row in rows]


def test_an_order_is_given(db: Database, admin: int) -> None:
    a, b, c, d = (section(db, admin, name) for name in "ABCD")
    for item, place, found in (
        (d, 1, [d, a, b, c]),
        (d, 3, [a, b, d, c]),
        (a, 99, [b, d, c, a]),
        (a, -5, [a, b, d, c]),
        (b, 2, [a, b, d, c]),
    ):
        db.call("about_item_move", admin, "section", item, place)
        assert order(db, admin) == found
    db.call("about_item_remove", admin, "section", b)
    assert order(db, admin) == [a, d, c]
    assert refused(lambda: db.call("about_item_move", admin, "section", b, 1)).status == 404
    assert refused(lambda: db.call("about_item_remove", admin, "section", b)).status == 404
    for kind, make in (("card", card), ("link", link)):
        one, two = make(db, admin), make(db, admin)
        db.call("about_item_move", admin, kind, two, 1)
        db.call("about_item_remove", admin, kind, one)
    draft = db.call("about_draft_read", admin)
    assert [row.position for row in [*draft.feature_cards, *draft.quick_links]] == [1, 1]


def test_there_is_an_end_to_sections(db: Database, admin: int) -> None:
    for number in range(24):
        link(db, admin, f"L{number}")
    assert refused(lambda: link(db, admin)).status == 409


def test_an_edit_of_what_was_changed_meanwhile(db: Database, admin: int) -> None:
    one = section(db, admin)
    save = "about_section_save"
    assert db.call(save, admin, one, "B", "B", None, 1).item.revision == 2
    assert refused(lambda: db.call(save, admin, one, "C", "C", None, 1)).status == 409
    assert refused(lambda: db.call(save, admin, 0, "C", "C", None, 1)).status == 404
    seen = db.call("about_draft_read", admin).page
    section(db, admin, "Other")
    stale = refused(lambda: db.call("about_publish", admin, None, seen.revision))
    assert stale.status == 409
    # Who edits the top is not disturbed by who edits a section.
    db.call("about_hero_save", admin, "H", None, None, None, 1, seen.hero_revision)
    refusal = refused(
        lambda: db.call("about_hero_save", admin, "I", None, None, None, 1, seen.hero_revision)
    )
    assert refusal.status == 409
    # After a restoration every open form is out of date.
    first = publish(db, admin)
    section(db, admin, "Third")
    publish(db, admin)
    open_form = {row.id: row.revision for row in db.call("about_draft_read", admin).sections}
    db.call("about_revision_restore", admin, first.id)
    assert refused(lambda: db.call(save, admin, one, "C", "C", None, open_form[one])).status == 409


def test_the_same_form_again_is_the_same(db: Database, admin: int) -> None:
    key = {"idempotency_key": "k1"}
    assert section(db, admin, **key) == section(db, admin, **key)
    assert db.call("about_publish", admin, **key).revision == (
        db.call("about_publish", admin, **key).revision
    )
    assert len(db.call("about_revisions", admin).revisions) == 1
    db.rows("DELETE FROM idempotency_keys")


def test_revisions_are_kept_and_come_back(db: Database, admin: int) -> None:
    one = section(db, admin, "One")
    first = publish(db, admin, "first")
    two = section(db, admin, "Two")
    db.call("about_item_move", admin, "section", two, 1)
    second = publish(db, admin, "second")
    assert titles(db) == ["Two", "One"]
    page = db.call("about_revision_read", admin, second.id)
    assert (page.other.number, page.draft.is_changed) == (1, 0)
    old, new = json.loads(page.other.revision_data), json.loads(page.revision.revision_data)
    assert [row["id"] for row in old["sections"]] == [one]
    assert [row["id"] for row in new["sections"]] == [two, one]

    section(db, admin, "Never published")
    seen = db.call("about_draft_read", admin).page.revision
    third = db.call("about_revision_restore", admin, first.id, None, seen).revision
    assert (third.number, third.note) == (3, "Revision 1 again")
    assert titles(db) == ["One"]
    assert [row.title for row in db.call("about_draft_read", admin).sections] == ["One"]
    log = db.call("about_revisions", admin).revisions
    assert [(row.number, row.is_published, row.restored_from_number) for row in log] == [
        (3, 1, 1),
        (2, 0, None),
        (1, 0, None),
    ]
    assert {row.author_name for row in log} == {"Olga Office"}
    assert refused(lambda: db.call("about_revision_restore", admin, third.id)).status == 409
    assert refused(lambda: db.call("about_revision_restore", admin, 0)).status == 404
    assert refused(lambda: db.call("about_revision_read", admin, first.id, 99)).status == 404
    back = db.call("about_revision_restore", admin, second.id, "after all").revision
    assert (back.number, titles(db)) == (4, ["Two", "One"])
    pages, after = [], None
    while True:
        some = db.call("about_revisions", admin, after, 3)
        pages.append([row.number for row in some.revisions])
        after = some.page.next_after
        if after is None:
            break
    assert pages == [[4, 3, 2], [1]]


def test_a_draft_is_discarded(db: Database, admin: int) -> None:
    assert refused(lambda: db.call("about_draft_discard", admin)).status == 409
    section(db, admin, "One")
    publish(db, admin)
    section(db, admin, "Two")
    db.call("about_draft_discard", admin)
    draft = db.call("about_draft_read", admin)
    assert ([row.title for row in draft.sections], draft.page.is_changed) == (["One"], 0)


def test_every_change_is_written_down(db: Database, admin: int) -> None:
    one = section(db, admin)
    db.call("about_section_save", admin, one, "New", "Text")
    db.call("about_item_remove", admin, "section", one)
    link(db, admin)
    publish(db, admin)
    rows = db.rows(
        "SELECT action, before_state IS NULL AS is_new, after_state IS NULL AS is_gone"
        " FROM admin_activity_log WHERE actor_id = %s ORDER BY id",
        admin,
    )
    assert [tuple(row.values()) for row in rows] == [
        ("about_section_save", 1, 0),
        ("about_section_save", 0, 0),
        ("about_item_remove", 0, 1),
        ("about_link_save", 1, 0),
        ("about_publish", 0, 0),
    ]


def test_race_of_editors(db: Database, admin: int) -> None:
    for _ in range(4):
        one = section(db, admin)
        results = at_once(
            db,
            *[
                lambda c, n=name: c.call("about_section_save", admin, one, n, n, None, 1)  # noqa: B023
                for name in "ABC"
            ],
        )
        errors = [found for found in results if isinstance(found, Exception)]
        assert [getattr(error, "status", error) for error in errors] == [409, 409]


def test_race_of_publications_moves_and_removals(db: Database, admin: int) -> None:
    items = [section(db, admin, name) for name in "ABCDEF"]
    publish(db, admin)
    for _ in range(3):
        seen = db.call("about_draft_read", admin).page.revision
        gone = items.pop()
        results = at_once(
            db,
            lambda c: c.call("about_publish", admin, None, seen + 1),  # noqa: B023
            lambda c: c.call("about_publish", admin, None, None),
            lambda c: c.call("about_item_move", admin, "section", items[0], 3),
            lambda c: c.call("about_item_move", admin, "section", items[1], 1),
            lambda c: c.call("about_item_remove", admin, "section", gone),  # noqa: B023
            lambda c: section(c, admin, "New"),
        )
        errors = [found for found in results if isinstance(found, Exception)]
        assert {getattr(error, "status", error) for error in errors} <= {409}
        assert order(db, admin)
    numbers = [row.number for row in db.call("about_revisions", admin).revisions]
    assert numbers == list(range(len(numbers), 0, -1))
    # What everybody sees is one of the states that the draft was in: no item twice, none half.
    ids = [row.id for row in db.call("about_read", None).sections]
    assert len(ids) == len(set(ids))
