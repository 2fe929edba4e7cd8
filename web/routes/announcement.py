"""Announcements: read, post, agree to, pin."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages import time_zones
from web.pages.render import render

FIELDS = ("title", "content", "target_audience", "priority", "expires_at", "publish_at")
TIMES = ("publish_at", "expires_at")
SAID = {
    "waiting": "Your announcement waits for the alumni office. You get a mail when they decide.",
    "draft": "Your draft is saved. Only you and the office see it.",
    "scheduled": "Your announcement will appear at its time.",
    "current": "Your announcement is published.",
}


def register(app: Bottle) -> None:
    """Add the routes."""
    one = "/announcements/<announcement_id:id>"
    app.get("/announcements", callback=listing)
    app.post("/announcements/read", callback=read_all)
    app.get("/announcements/create", callback=create_form)
    app.post("/announcements/create", callback=create)
    app.get(one, callback=detail)
    app.get(f"{one}/edit", callback=edit_form)
    app.post(f"{one}/edit", callback=edit)
    app.post(f"{one}/publish", callback=publish)
    app.post(f"{one}/archive", callback=archive)
    app.get(f"{one}/delete", callback=delete_form)
    app.post(f"{one}/delete", callback=delete)
    app.post(f"{one}/restore", callback=restore)
    app.post(f"{one}/pin", callback=pin)
    app.post(f"{one}/decide", callback=decide)


def listing() -> str:
    """announcement/list.html: the result sets of announcement_list. Query: `view`, `after`."""
    asked = forms.read_query("view", "after")

    def show(asked: dict[str, Any], errors: dict[str, str]) -> str:
        page = call("announcement_list", **asked)
        return render("announcement/list.html", page=page, asked=asked, errors=errors)

    # A list that does not exist: the current ones, and what was wrong.
    return forms.filtered(asked, show)


def read_all() -> HTTPResponse:
    """No fields."""
    done = call("announcement_read_all").reading
    left = ", and there are older ones" if done.unread_count else ""
    return cookies.see_other("/announcements", f"Everything is marked as read{left}.")


def detail(announcement_id: int) -> str:
    """announcement/read.html: page.announcement. Opening counts as reading."""
    page = call("announcement_open", announcement_id=announcement_id)
    return render("announcement/read.html", page=page)


def _again(announcement_id: int, values: dict[str, Any] | None = None) -> Any:  # noqa: ANN401
    """Return how to show an announcement again with what was refused."""

    def show(errors: dict[str, str]) -> str:
        page = call("announcement_read", announcement_id=announcement_id)
        return render("announcement/read.html", page=page, values=values or {}, errors=errors)

    return show


def create_form() -> str:
    """announcement/form.html: page.rules, values, errors; page.announcement None."""
    page = call("announcement_form_read")
    return render("announcement/form.html", page=page, values={"priority": "normal"})


def create() -> HTTPResponse | str:
    """Fields: FIELDS, `time_zone` (of the times), `action` (draft), `idempotency_key`."""
    values = forms.read(*FIELDS, "time_zone", "action", "idempotency_key")

    def action() -> HTTPResponse:
        done = call(
            "announcement_post",
            is_draft=values["action"] == "draft",
            idempotency_key=values["idempotency_key"],
            **_sent(values),
        ).announcement
        return cookies.see_other(f"/announcements/{done.id}", SAID[done.state])

    return forms.submit(
        action,
        lambda errors: render(
            "announcement/form.html",
            page=call("announcement_form_read"),
            values=values,
            errors=errors,
        ),
    )


def _sent(values: dict[str, str | None]) -> dict[str, Any]:
    """Return the fields as the procedure takes them: times in UTC."""
    zone = values["time_zone"] or "UTC"
    times = {name: time_zones.stored(values[name], zone, name) for name in TIMES}
    return {name: values[name] for name in FIELDS} | times


def edit_form(announcement_id: int) -> str:
    """announcement/form.html: page.announcement and as create_form."""
    page = call("announcement_form_read", announcement_id=announcement_id)
    zone = page.rules.time_zone
    times = {name: time_zones.typed(page.announcement[name], zone) for name in TIMES}
    return render("announcement/form.html", page=page, values={**page.announcement, **times})


def edit(announcement_id: int) -> HTTPResponse | str:
    """Fields: FIELDS, `time_zone`, `revision` (what the editor saw)."""
    values = forms.read(*FIELDS, "time_zone", "revision")

    def action() -> HTTPResponse:
        done = call(
            "announcement_edit",
            announcement_id=announcement_id,
            revision=values["revision"],
            **_sent(values),
        ).announcement
        said = SAID["waiting"] if done.state == "waiting" else "Your changes are saved."
        return cookies.see_other(f"/announcements/{announcement_id}", said)

    return forms.submit(
        action,
        lambda errors: render(
            "announcement/form.html",
            page=call("announcement_form_read", announcement_id=announcement_id),
            values=values,
            errors=errors,
        ),
    )


def publish(announcement_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        done = call("announcement_publish", announcement_id=announcement_id).announcement
        return cookies.see_other(f"/announcements/{announcement_id}", SAID[done.state])

    return forms.submit(action, _again(announcement_id))


def archive(announcement_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("announcement_archive", announcement_id=announcement_id)
        return cookies.see_other(
            f"/announcements/{announcement_id}", "It is archived. You can publish it again."
        )

    return forms.submit(action, _again(announcement_id))


def delete_form(announcement_id: int) -> str:
    """announcement/delete.html: page.announcement; asks once and says what happens."""
    page = call("announcement_form_read", announcement_id=announcement_id)
    return render("announcement/delete.html", page=page)


def delete(announcement_id: int) -> HTTPResponse:
    """No fields. The next page offers to undo."""
    title = call("announcement_delete", announcement_id=announcement_id).announcement.title
    return cookies.see_other(
        "/announcements",
        f"{title} is deleted.",
        undo=f"/announcements/{announcement_id}/restore",
    )


def restore(announcement_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("announcement_restore", announcement_id=announcement_id)
        return cookies.see_other(f"/announcements/{announcement_id}", "The announcement is back.")

    return forms.submit(action, _again(announcement_id))


def pin(announcement_id: int) -> HTTPResponse | str:
    """Field: `position` (1: the first; 0: not pinned; nothing: the last)."""
    values = forms.read("position")

    def action() -> HTTPResponse:
        done = call("announcement_pin", announcement_id=announcement_id, **values).announcement
        said = (
            f"It is pinned at place {done.pin_position}."
            if done.pin_position
            else ("It is not pinned any more.")
        )
        return cookies.see_other(f"/announcements/{announcement_id}", said)

    return forms.submit(action, _again(announcement_id))


def decide(announcement_id: int) -> HTTPResponse | str:
    """Fields: `decision` (approve, reject), `reason`, `revision` (what the office has read)."""
    values = forms.read("decision", "reason", "revision")

    def action() -> HTTPResponse:
        call("announcement_decide", announcement_id=announcement_id, **values)
        return cookies.see_other("/announcements?view=waiting", "The author is told by mail.")

    return forms.submit(action, _again(announcement_id, values))
