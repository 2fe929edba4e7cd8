"""Running an event: speakers, helpers, reminders, the door, and who is registered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import segno
from bottle import Bottle, HTTPResponse

from web.files.csv_files import csv_response
from web.http import cookies, forms
from web.http.calls import call
from web.http.state import state
from web.pages import time_zones
from web.pages.render import is_fragment, render

SESSION = ("session_title", "topic", "session_starts_at")
COLUMNS = (
    "Name",
    "Email",
    "Role",
    "Degree",
    "Year",
    "State",
    "Guests",
    "Note",
    "Registered (UTC)",
    "Checked in (UTC)",
)


def register(app: Bottle) -> None:
    """Add the routes."""
    event, speaker = "/events/<event_id:id>", "/speakers/<speaker_id:id>"
    app.get(f"{event}/speakers", callback=speakers)
    app.post(f"{event}/speakers", callback=speaker_invite)
    app.post(f"{event}{speaker}/edit", callback=speaker_edit)
    app.post(f"{event}{speaker}/move", callback=speaker_move)
    app.post(f"{event}{speaker}/presented", callback=speaker_presented)
    app.post(f"{event}{speaker}/remove", callback=speaker_remove)
    app.get("/events/invitations", callback=invitations)
    app.post("/events/invitations/<speaker_id:id>", callback=speaker_answer)
    app.get(f"{event}/helpers", callback=helpers)
    app.post(f"{event}/helpers", callback=helper_add)
    app.post(f"{event}/helpers/<user_id:id>/remove", callback=helper_remove)
    app.get(f"{event}/reminders", callback=reminders)
    app.post(f"{event}/reminders", callback=reminders_save)
    app.get(f"{event}/ticket", callback=ticket)
    app.get(f"{event}/check-in", callback=check_in_list)
    app.get(f"{event}/check-in/walk-in", callback=walk_in_form)
    app.post(f"{event}/check-in/walk-in", callback=walk_in)
    app.post(f"{event}/check-in/<registration_id:id>", callback=check_in)
    app.post(f"{event}/check-in/<registration_id:id>/undo", callback=check_in_undo)
    app.get("/check-in/<code>", callback=scan_form)
    app.post("/check-in/<code>", callback=scan)
    app.get(f"{event}/registrants.csv", callback=registrants)


def _again(
    template: str, read: Callable[[], Any], values: dict[str, Any]
) -> Callable[[dict[str, str]], str]:
    """Return how to show a page, and to show it again with what was refused."""

    def show(errors: dict[str, str]) -> str:
        return render(template, page=read(), values=values, errors=errors)

    return show


def speakers(event_id: int) -> str:
    """event/speakers_manage.html: page.event, page.speakers, page.people, values."""
    values = forms.read_query("search")
    page = call("event_speakers_read", event_id=event_id, **values)
    return render("event/speakers_manage.html", page=page, values=values)


def _speakers_again(event_id: int, values: dict[str, Any]) -> Callable[[dict[str, str]], str]:
    search = forms.read("search")
    return _again(
        "event/speakers_manage.html",
        lambda: call("event_speakers_read", event_id=event_id, **search),
        {**values, **search},
    )


def _session(values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a session as they are stored. Raises ContractError 422."""
    zone = forms.read("time_zone")["time_zone"] or "UTC"
    moment = time_zones.stored(values["session_starts_at"], zone, "session_starts_at")
    return {**values, "session_starts_at": moment}


def speaker_invite(event_id: int) -> HTTPResponse | str:
    """Fields: `user_id`, SESSION, `time_zone`, `search` (to show the same page again)."""
    values = forms.read("user_id", *SESSION, "idempotency_key")

    def action() -> HTTPResponse:
        one = call("event_speaker_invite", event_id=event_id, **_session(values)).speaker
        said = "is invited by mail" if one.status == "invited" else "speaks"
        return cookies.see_other(f"/events/{event_id}/speakers", f"{one.name} {said}.")

    return forms.submit(action, _speakers_again(event_id, values))


def speaker_edit(event_id: int, speaker_id: int) -> HTTPResponse | str:
    """Fields: SESSION, `time_zone`."""
    values = forms.read(*SESSION)

    def action() -> HTTPResponse:
        call("event_speaker_edit", speaker_id=speaker_id, **_session(values))
        return cookies.see_other(f"/events/{event_id}/speakers", "The session is changed.")

    return forms.submit(action, _speakers_again(event_id, {**values, "speaker_id": speaker_id}))


def speaker_move(event_id: int, speaker_id: int) -> HTTPResponse | str:
    """Field: `direction` (up, down)."""
    values = forms.read("direction")

    def action() -> HTTPResponse:
        call("event_speaker_move", speaker_id=speaker_id, **values)
        return cookies.see_other(
            f"/events/{event_id}/speakers#speaker-{speaker_id}", "The order is changed."
        )

    return forms.submit(action, _speakers_again(event_id, {}))


def speaker_presented(event_id: int, speaker_id: int) -> HTTPResponse | str:
    """Field: `is_presented` (1, 0)."""
    values = forms.read("is_presented")

    def action() -> HTTPResponse:
        call("event_speaker_presented", speaker_id=speaker_id, **values)
        return cookies.see_other(
            f"/events/{event_id}/speakers#speaker-{speaker_id}", "It is written down."
        )

    return forms.submit(action, _speakers_again(event_id, {}))


def speaker_remove(event_id: int, speaker_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        name = call("event_speaker_remove", speaker_id=speaker_id).speaker.name
        return cookies.see_other(f"/events/{event_id}/speakers", f"{name} speaks no more.")

    return forms.submit(action, _speakers_again(event_id, {}))


def invitations() -> str:
    """event/invitations.html: page.invitations."""
    return render("event/invitations.html", page=call("event_invitations"), answered_id=None)


def speaker_answer(speaker_id: int) -> HTTPResponse | str:
    """Fields: `answer` (confirm, decline), `note`."""
    values = forms.read("answer", "note")

    def action() -> HTTPResponse:
        done = call("event_speaker_answer", speaker_id=speaker_id, **values).speaker
        said = "You speak: thank you." if done.status == "confirmed" else "You have declined."
        return cookies.see_other("/events/invitations", f"{said} Who invited you is told by mail.")

    return forms.submit(
        action,
        lambda errors: render(
            "event/invitations.html",
            page=call("event_invitations"),
            values=values,
            errors=errors,
            answered_id=speaker_id,
        ),
    )


def helpers(event_id: int) -> str:
    """event/helpers.html: page.event, page.helpers, page.people, values."""
    values = forms.read_query("directory", "search")
    return _helpers_again(event_id, values)({})


def _helpers_again(event_id: int, values: dict[str, Any]) -> Callable[[dict[str, str]], str]:
    return _again(
        "event/helpers.html",
        lambda: call("event_helpers_read", event_id=event_id, **values),
        values,
    )


def helper_add(event_id: int) -> HTTPResponse | str:
    """Field: `user_id`."""
    values = forms.read("user_id")

    def action() -> HTTPResponse:
        one = call("event_helper_add", event_id=event_id, **values).helper
        return cookies.see_other(f"/events/{event_id}/helpers", f"{one.name} helps at the door.")

    return forms.submit(action, _helpers_again(event_id, {}))


def helper_remove(event_id: int, user_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        one = call("event_helper_remove", event_id=event_id, user_id=user_id).helper
        return cookies.see_other(f"/events/{event_id}/helpers", f"{one.name} helps no more.")

    return forms.submit(action, _helpers_again(event_id, {}))


def reminders(event_id: int) -> str:
    """event/reminders.html: page.event, page.reminders, values."""
    page = call("event_reminders_read", event_id=event_id)
    hours = ", ".join(str(row.hours_before) for row in page.reminders)
    return render("event/reminders.html", page=page, values={"hours": hours})


def reminders_save(event_id: int) -> HTTPResponse | str:
    """Field: `hours`, numbers separated by commas."""
    values = forms.read("hours")

    def action() -> HTTPResponse:
        call("event_reminders_save", event_id=event_id, **values)
        return cookies.see_other(f"/events/{event_id}/reminders", "The reminders are set.")

    return forms.submit(
        action,
        _again(
            "event/reminders.html",
            lambda: call("event_reminders_read", event_id=event_id),
            values,
        ),
    )


def ticket(event_id: int) -> str:
    """event/ticket.html: page.event, page.ticket, code (a picture as data, or None), link."""
    page = call("event_ticket_read", event_id=event_id)
    code, link = page.ticket.check_in_code, None
    if code:
        link = f"{state().settings.public_url}/check-in/{code}"
        # Dark on light in every theme: that is what scanners read.
        code = segno.make(link, error="m", micro=False).svg_data_uri(
            scale=8, border=4, dark="#000", light="#fff"
        )
    return render("event/ticket.html", page=page, code=code, link=link)


def check_in_list(event_id: int) -> str:
    """event/check_in.html, or its part check_in_results.html for htmx: the sets, values."""
    values = forms.read_query("search", "after")
    page = call("event_check_in_list", event_id=event_id, **values)
    template = "event/check_in_results.html" if is_fragment() else "event/check_in.html"
    return render(template, page=page, values=values)


def _list_again(event_id: int) -> Callable[[dict[str, str]], str]:
    return _again("event/check_in.html", lambda: call("event_check_in_list", event_id=event_id), {})


def _said(one: Any) -> str:  # noqa: ANN401 - a row
    """Say what has become of somebody at the door."""
    guests = f" with {one.guests_count}" if one.guests_count else ""
    if one.result == "already":
        return f"{one.name} was let in before, at {one.checked_in_at:%H:%M} UTC."
    return f"{one.name}{guests} is in."


def check_in(event_id: int, registration_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        one = call("event_check_in", registration_id=registration_id).registration
        return cookies.see_other(f"/events/{event_id}/check-in", _said(one))

    return forms.submit(action, _list_again(event_id))


def check_in_undo(event_id: int, registration_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        one = call("event_check_in_undo", registration_id=registration_id).registration
        return cookies.see_other(f"/events/{event_id}/check-in", f"{one.name} is not in.")

    return forms.submit(action, _list_again(event_id))


def walk_in_form(event_id: int) -> str:
    """event/walk_in.html: page.event, page.door, page.people, values."""
    values = forms.read_query("directory", "search")
    return _walk_in_again(event_id, values)({})


def _walk_in_again(event_id: int, values: dict[str, Any]) -> Callable[[dict[str, str]], str]:
    return _again(
        "event/walk_in.html",
        lambda: call("event_walk_in_read", event_id=event_id, **values),
        values,
    )


def walk_in(event_id: int) -> HTTPResponse | str:
    """Field: `user_id`."""
    values = forms.read("user_id")

    def action() -> HTTPResponse:
        one = call("event_walk_in", event_id=event_id, **values).registration
        return cookies.see_other(f"/events/{event_id}/check-in", _said(one))

    return forms.submit(action, _walk_in_again(event_id, {}))


def scan_form(code: str) -> str:
    """event/check_in_code.html: page.event, page.registration, page.door; code."""
    page = call("event_check_in_read", code=code)
    return render("event/check_in_code.html", page=page, code=code)


def scan(code: str) -> HTTPResponse | str:
    """No fields. The page tells what has become of it."""

    def action() -> HTTPResponse:
        one = call("event_check_in_scan", code=code).registration
        return cookies.see_other(f"/check-in/{code}", _said(one))

    def show(errors: dict[str, str]) -> str:
        page = call("event_check_in_read", code=code)
        return render("event/check_in_code.html", page=page, code=code, errors=errors)

    return forms.submit(action, show)


def registrants(event_id: int) -> Iterator[bytes]:
    """Send who is registered as a CSV file, while it is being read page by page."""

    def rows() -> Iterator[list[object]]:
        after = None
        while True:
            page = call("event_registrants", event_id=event_id, after=after, limit=200)
            for one in page.registrants:
                yield [
                    one.name,
                    one.email,
                    one.role,
                    one.degree,
                    one.year,
                    one.status,
                    one.guests_count,
                    one.note,
                    one.registered_at,
                    one.checked_in_at,
                ]
            after = page.page.next_after
            if after is None:
                return

    return csv_response(f"registrants-{event_id}", COLUMNS, rows())
