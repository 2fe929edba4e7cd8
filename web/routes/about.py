"""The page about the university, and the office's pages that edit and publish it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from bottle import Bottle, HTTPResponse
from markupsafe import Markup

from web import route
from web.database.client import Page, Row
from web.database.errors import ContractError
from web.http import caching, forms
from web.http.calls import call
from web.pages import about_changes
from web.pages.render import render
from web.route import Listed, Shown

DRAFT = Shown("about/draft.html", "about_draft_read")
HERO = Shown("about/hero.html", "about_draft_read", initial="page")
PARTS = (
    ("sections", "section", "sections"),
    ("cards", "card", "feature_cards"),
    ("links", "link", "quick_links"),
)
"""What the page consists of: its folder in the path, its kind, and its result set."""
_content: dict[str, Markup] = {}
"""The published page by its version, rendered once: all visitors see the same."""


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/about", callback=page_of_all)
    route.get(app, "/admin/about", DRAFT)
    app.get("/admin/about/preview", callback=preview)
    route.get(app, "/admin/about/hero", HERO)
    route.post(
        app,
        "/admin/about/hero",
        "about_hero_save",
        again=HERO,
        then="/admin/about",
        said="Draft saved.",
    )
    for folder, kind, rows in PARTS:
        _register_part(app, folder, kind, rows)
    route.post(
        app,
        "/admin/about/publish",
        "about_publish",
        again=DRAFT,
        then="/admin/about",
        said="Revision {revision.number} published.",
    )
    route.post(
        app,
        "/admin/about/discard",
        "about_draft_discard",
        again=DRAFT,
        then="/admin/about",
        said="Changes discarded. The draft matches the published page.",
    )
    route.get(app, "/admin/about/revisions", Listed("about/revisions.html", "about_revisions"))
    app.get("/admin/about/revisions/<revision_id:id>", callback=revision)
    route.post(
        app,
        "/admin/about/revisions/<revision_id:id>/restore",
        "about_revision_restore",
        again=revision,
        then="/admin/about",
        said="Restored and published as revision {revision.number}.",
    )


def _register_part(app: Bottle, folder: str, kind: str, rows: str) -> None:
    """Add the routes of the sections, the cards or the links."""
    path, then = f"/admin/about/{folder}", f"/admin/about#{folder}"
    key, save, form = f"{kind}_id", f"about_{kind}_save", partial(item, folder, rows)
    new: dict[str, Any] = {key: None}
    route.get(app, f"{path}/new", form)
    route.post(app, f"{path}/new", save, again=form, then=then, said="Draft saved.", **new)
    route.get(app, f"{path}/<{key}:id>", form)
    route.post(app, f"{path}/<{key}:id>", save, again=form, then=then, said="Draft saved.")
    route.post(
        app,
        f"{path}/<item_id:id>/move",
        "about_item_move",
        again=DRAFT,
        then=then,
        said="Order changed.",
        kind=kind,
    )
    route.post(
        app,
        f"{path}/<item_id:id>/remove",
        "about_item_remove",
        again=DRAFT,
        then=then,
        said="Removed from the draft.",
        kind=kind,
    )


def page_of_all() -> HTTPResponse | str:
    """Show the published page, or 304 where the browser's copy is current."""
    page = call("about_read")
    content = _content.get(page.page.version)
    if content is None:
        content = _rendered(page)
        _content.clear()
        _content[page.page.version] = content
    body = render("about/read.html", page=page, content=content, is_preview=False)
    tag = f"{page.page.number or 0}-{hashlib.sha256(body.encode()).hexdigest()[:16]}"
    return caching.unless_known(body, tag)


def _rendered(page: Page) -> Markup:
    return Markup(render("about/content.html", page=page))  # noqa: S704 - a template made it


def preview() -> str:
    """Show the draft as the published page will look."""
    page = call("about_draft_read")
    return render("about/read.html", page=page, content=_rendered(page), is_preview=True)


def item(
    folder: str,
    rows: str,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    **path: int,
) -> str:
    """Show the form of a section, card or link: of a new one where the path has no id."""
    page = call("about_draft_read")
    row = _row(getattr(page, rows), *path.values()) if path else None
    return render(
        "about/item.html",
        page=page,
        kind=folder,
        item=row,
        values=row or {} if values is None else values,
        errors=errors or {},
    )


def _row(rows: list[Row], item_id: int) -> Row:
    for row in rows:
        if row.id == item_id:
            return row
    raise ContractError(404, "Item not found. It may have been removed from the page.")


def revision(
    revision_id: int,
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
) -> str:
    """Show a revision and what it changed, compared with the one before or `with` another."""
    page = call("about_revision_read", revision_id=revision_id, **forms.read_query("with"))
    old = json.loads(page.other.revision_data) if page.other else {}
    new = json.loads(page.revision.revision_data)
    # The older one always comes first.
    is_backwards = bool(page.other and page.other.number > page.revision.number)
    changes = about_changes.between(new, old) if is_backwards else about_changes.between(old, new)
    return render(
        "about/revision.html",
        page=page,
        changes=changes,
        is_backwards=is_backwards,
        values=values or {},
        errors=errors or {},
    )
