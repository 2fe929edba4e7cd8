"""Engagements: the office asks alumni to speak or teach; they answer, and both sides rate."""

from __future__ import annotations

from bottle import Bottle

from web import route
from web.database.client import Page
from web.route import Listed, Shown

NEW = Shown("engagement/form.html", "engagement_form_read", initial="defaults")
EDITED = Shown("engagement/form.html", "engagement_form_read", initial="engagement")
OFFICE = "/admin/engagements"


def register(app: Bottle) -> None:
    """Add the routes."""
    route.get(
        app,
        "/engagements",
        Listed("engagement/mine.html", "engagement_mine"),
    )
    route.get(
        app,
        OFFICE,
        Listed("engagement/list.html", "engagement_search"),
    )
    route.get(app, f"{OFFICE}/new", Listed("engagement/choose.html", "alumni_search"))
    route.get(app, f"{OFFICE}/new/<alumni_id:id>", NEW)
    route.post(
        app,
        f"{OFFICE}/new/<alumni_id:id>",
        "engagement_propose",
        again=NEW,
        then="/admin/engagements/{engagement.id}",
        said="We've emailed your proposal.",
    )
    route.get(app, f"{OFFICE}/<engagement_id:id>/edit", EDITED)
    route.post(
        app,
        f"{OFFICE}/<engagement_id:id>/edit",
        "engagement_edit",
        again=EDITED,
        then="/admin/engagements/{engagement_id}",
        said="Proposal saved. We've emailed them what changed.",
    )
    # The alumni and the office have the same page, in a place of their own.
    for place in ("/engagements", OFFICE):
        path, shown = f"{place}/<engagement_id:id>", f"{place}/{{engagement_id}}"
        engagement = Shown("engagement/read.html", "engagement_read", more={"place": place})
        route.get(app, path, engagement)
        route.post(
            app,
            f"{path}/move",
            "engagement_move",
            again=engagement,
            then=shown,
            said="Saved. We've emailed the other side.",
        )
        route.post(
            app,
            f"{path}/rate",
            "engagement_rate",
            again=engagement,
            then=shown,
            said="Thanks! Your rating is saved.",
        )
    route.post(
        app,
        f"{OFFICE}/<engagement_id:id>/delete",
        "engagement_delete",
        again=engagement,
        then=shown,
        said=_deleted,
        undo=_undo,
    )


def _deleted(page: Page, **_path: int) -> str:
    return f"Engagement {'deleted' if page.engagement.is_deleted else 'restored'}."


def _undo(page: Page, engagement_id: int) -> str:
    return f"{OFFICE}/{engagement_id}/delete" if page.engagement.is_deleted else ""
