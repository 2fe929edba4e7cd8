"""The page about the university, and the office's pages that make it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from bottle import Bottle, HTTPResponse
from markupsafe import Markup

from web.database.errors import ContractError
from web.http import caching, cookies, forms
from web.http.calls import call
from web.pages import about_changes
from web.pages.render import render

HERO = ("hero_title", "hero_text", "hero_button_label", "hero_button_url", "is_institution_shown")
KINDS = {"sections": "section", "cards": "card", "links": "link"}
"""What stands on the page, by its part of the address."""
SETS = {"sections": "sections", "cards": "feature_cards", "links": "quick_links"}
FIELDS = {
    "sections": ("title", "summary", "body"),
    "cards": ("title", "description", "icon", "url"),
    "links": ("label", "url"),
}
_content: dict[str, Markup] = {}
"""The published page as it was rendered last, by its version: it is the same for everybody."""


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/about", callback=page_of_all)
    app.get("/admin/about", callback=draft)
    app.get("/admin/about/preview", callback=preview)
    app.get("/admin/about/hero", callback=hero_form)
    app.post("/admin/about/hero", callback=hero)
    kind = "/admin/about/<kind:re:sections|cards|links>"
    app.get(f"{kind}/new", callback=new_form)
    app.post(f"{kind}/new", callback=new)
    app.get(f"{kind}/<item_id:id>", callback=item_form)
    app.post(f"{kind}/<item_id:id>", callback=item)
    app.post(f"{kind}/<item_id:id>/move", callback=move)
    app.post(f"{kind}/<item_id:id>/remove", callback=remove)
    app.post("/admin/about/publish", callback=publish)
    app.post("/admin/about/discard", callback=discard)
    app.get("/admin/about/revisions", callback=revisions)
    app.get("/admin/about/revisions/<revision_id:id>", callback=revision)
    app.post("/admin/about/revisions/<revision_id:id>/restore", callback=restore)


def page_of_all() -> HTTPResponse | str:
    """about/read.html around about/content.html: the result sets of about_read.

    Browsers keep it and ask whether it is still the same: what they have is named by its content.
    """
    page = call("about_read")
    content = _content.get(page.page.version)
    if content is None:
        content = _rendered(page)
        _content.clear()
        _content[page.page.version] = content
    body = render("about/read.html", page=page, content=content, is_preview=False)
    tag = f"{page.page.number or 0}-{hashlib.sha256(body.encode()).hexdigest()[:16]}"
    return caching.unless_known(body, tag)


def _rendered(page: Any) -> Markup:  # noqa: ANN401
    return Markup(render("about/content.html", page=page))  # noqa: S704 - a template made it


def draft() -> str:
    """about/draft.html: the result sets of about_draft_read."""
    return _draft({})


def _draft(errors: dict[str, str], values: dict[str, Any] | None = None) -> str:
    return render(
        "about/draft.html", page=call("about_draft_read"), values=values or {}, errors=errors
    )


def preview() -> str:
    """about/read.html with the draft."""
    page = call("about_draft_read")
    return render("about/read.html", page=page, content=_rendered(page), is_preview=True)


def hero_form() -> str:
    """about/hero.html: page.page, values, errors."""
    page = call("about_draft_read")
    return render("about/hero.html", page=page, values=page.page)


def hero() -> HTTPResponse | str:
    """Fields: HERO, `revision` (what the editor saw)."""
    values = forms.read(*HERO, "revision")

    def action() -> HTTPResponse:
        call("about_hero_save", **values)
        return cookies.see_other("/admin/about", "The draft is saved.")

    return forms.submit(
        action,
        lambda errors: render(
            "about/hero.html", page=call("about_draft_read"), values=values, errors=errors
        ),
    )


def new_form(kind: str) -> str:
    """about/item.html: kind, item (None: a new one), values, errors."""
    page = call("about_draft_read")
    return render("about/item.html", page=page, kind=kind, item=None)


def new(kind: str) -> HTTPResponse | str:
    """Fields: FIELDS[kind], `idempotency_key`."""
    values = forms.read(*FIELDS[kind], "idempotency_key")
    return _save(kind, None, values)


def item_form(kind: str, item_id: int) -> str:
    """about/item.html: as new_form."""
    page = call("about_draft_read")
    found = _found(page, kind, item_id)
    return render("about/item.html", page=page, kind=kind, item=found, values=found)


def _found(page: Any, kind: str, item_id: int) -> Any:  # noqa: ANN401
    for one in getattr(page, SETS[kind]):
        if one.id == item_id:
            return one
    raise ContractError(404, "This is not on the page (any more).")


def item(kind: str, item_id: int) -> HTTPResponse | str:
    """Fields: FIELDS[kind], `revision` (what the editor saw)."""
    return _save(kind, item_id, forms.read(*FIELDS[kind], "revision"))


def _save(kind: str, item_id: int | None, values: dict[str, str | None]) -> HTTPResponse | str:
    savers: dict[str, Callable[[], Any]] = {
        "sections": lambda: call("about_section_save", section_id=item_id, **values),
        "cards": lambda: call("about_card_save", card_id=item_id, **values),
        "links": lambda: call("about_link_save", link_id=item_id, **values),
    }

    def action() -> HTTPResponse:
        savers[kind]()
        return cookies.see_other(f"/admin/about#{kind}", "The draft is saved.")

    def show(errors: dict[str, str]) -> str:
        page = call("about_draft_read")
        found = _found(page, kind, item_id) if item_id else None
        return render(
            "about/item.html", page=page, kind=kind, item=found, values=values, errors=errors
        )

    return forms.submit(action, show)


def move(kind: str, item_id: int) -> HTTPResponse | str:
    """Fields: `position`, `revision` (of the draft)."""
    values = forms.read("position", "revision")

    def action() -> HTTPResponse:
        call("about_item_move", kind=KINDS[kind], item_id=item_id, **values)
        return cookies.see_other(f"/admin/about#{kind}", "The order is changed.")

    return forms.submit(action, _draft)


def remove(kind: str, item_id: int) -> HTTPResponse | str:
    """Field: `revision` (of the item)."""
    values = forms.read("revision")

    def action() -> HTTPResponse:
        call("about_item_remove", kind=KINDS[kind], item_id=item_id, **values)
        return cookies.see_other(f"/admin/about#{kind}", "It is off the draft.")

    return forms.submit(action, _draft)


def publish() -> HTTPResponse | str:
    """Fields: `note`, `revision` (of the draft), `idempotency_key`."""
    values = forms.read("note", "revision", "idempotency_key")

    def action() -> HTTPResponse:
        done = call("about_publish", **values).revision
        return cookies.see_other("/admin/about", f"Revision {done.number} is published.")

    return forms.submit(action, lambda errors: _draft(errors, values))


def discard() -> HTTPResponse | str:
    """Field: `revision` (of the draft)."""
    values = forms.read("revision")

    def action() -> HTTPResponse:
        call("about_draft_discard", **values)
        return cookies.see_other("/admin/about", "The draft says again what is published.")

    return forms.submit(action, _draft)


def revisions() -> str:
    """about/revisions.html: page.revisions, page.page."""
    return render("about/revisions.html", page=call("about_revisions", **forms.read_query("after")))


def revision(revision_id: int) -> str:
    """about/revision.html: the result sets of about_revision_read, changes."""
    return _revision(revision_id, {}, {})


def _revision(revision_id: int, values: dict[str, Any], errors: dict[str, str]) -> str:
    # A number that nobody could mean is no number of a revision.
    asked = forms.read_query("with")["with"]
    page = call("about_revision_read", revision_id=revision_id, with_number=asked)
    old = json.loads(page.other.revision_data) if page.other else {}
    new = json.loads(page.revision.revision_data)
    # The older one is always the one before.
    is_backwards = bool(page.other and page.other.number > page.revision.number)
    changes = about_changes.between(new, old) if is_backwards else about_changes.between(old, new)
    return render(
        "about/revision.html",
        page=page,
        changes=changes,
        is_backwards=is_backwards,
        values=values,
        errors=errors,
    )


def restore(revision_id: int) -> HTTPResponse | str:
    """Fields: `note`, `revision` (of the draft), `idempotency_key`."""
    values = forms.read("note", "revision", "idempotency_key")

    def action() -> HTTPResponse:
        done = call("about_revision_restore", revision_id=revision_id, **values).revision
        return cookies.see_other("/admin/about", f"It is published again, as {done.number}.")

    return forms.submit(action, lambda errors: _revision(revision_id, values, errors))
