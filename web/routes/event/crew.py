"""Running an event: speakers, helpers, reminders, the door, and the registrants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import segno
from bottle import Bottle

from web import route
from web.database.client import Page
from web.files.csv_files import csv_response
from web.http import forms
from web.http.calls import call
from web.http.state import state
from web.pages import time_zones
from web.pages.render import render
from web.route import Listed, Shown

# The speaker whose form was refused comes with the path.
SPEAKERS = Listed("event/speakers_manage.html", "event_speakers_read", more={"speaker_id": None})
INVITATIONS = Shown("event/invitations.html", "event_invitations", more={"speaker_id": None})
HELPERS = Listed("event/helpers.html", "event_helpers_read")
CHECK_IN = Listed("event/check_in.html", "event_check_in_list", "event/check_in_results.html")
WALK_IN = Listed("event/walk_in.html", "event_walk_in_read")
TICKET_SCANNED = Shown("event/check_in_code.html", "event_check_in_read")
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
    _register_speakers(app)
    _register_door(app)
    event = "/events/<event_id:id>"
    route.get(app, f"{event}/helpers", HELPERS)
    route.post(
        app,
        f"{event}/helpers",
        "event_helper_add",
        again=HELPERS,
        then="/events/{event_id}/helpers",
        said="{helper.name} can now check people in.",
    )
    route.post(
        app,
        f"{event}/helpers/<user_id:id>/remove",
        "event_helper_remove",
        again=HELPERS,
        then="/events/{event_id}/helpers",
        said="{helper.name} is no longer a helper.",
    )
    route.get(app, f"{event}/reminders", reminders)
    route.post(
        app,
        f"{event}/reminders",
        "event_reminders_save",
        again=reminders,
        then="/events/{event_id}/reminders",
        said="Reminders saved.",
    )
    app.get(f"{event}/ticket", callback=ticket)
    app.get(f"{event}/registrants.csv", callback=registrants)


def _register_speakers(app: Bottle) -> None:
    speakers = "/events/<event_id:id>/speakers"
    speaker, programme = f"{speakers}/<speaker_id:id>", "/events/{event_id}/speakers"
    route.get(app, speakers, SPEAKERS)
    route.post(
        app,
        speakers,
        "event_speaker_invite",
        again=SPEAKERS,
        then=programme,
        said=_invited,
        filled=_session,
    )
    route.post(
        app,
        f"{speaker}/edit",
        "event_speaker_edit",
        again=SPEAKERS,
        then=programme,
        said="Session saved.",
        filled=_session,
    )
    route.post(
        app,
        f"{speaker}/move",
        "event_speaker_move",
        again=SPEAKERS,
        then=f"{programme}#speaker-{{speaker_id}}",
        said="Order saved.",
    )
    route.post(
        app,
        f"{speaker}/presented",
        "event_speaker_presented",
        again=SPEAKERS,
        then=f"{programme}#speaker-{{speaker_id}}",
        said="Saved.",
    )
    route.post(
        app,
        f"{speaker}/remove",
        "event_speaker_remove",
        again=SPEAKERS,
        then=programme,
        said="{speaker.name} was removed as a speaker.",
    )
    route.get(app, "/events/invitations", INVITATIONS)
    route.post(
        app,
        "/events/invitations/<speaker_id:id>",
        "event_speaker_answer",
        again=INVITATIONS,
        then="/events/invitations",
        said=_answered,
    )


def _register_door(app: Bottle) -> None:
    door, place = "/events/<event_id:id>/check-in", "/events/{event_id}/check-in"
    route.get(app, door, CHECK_IN)
    route.get(app, f"{door}/walk-in", WALK_IN)
    route.post(app, f"{door}/walk-in", "event_walk_in", again=WALK_IN, then=place, said=_checked_in)
    route.post(
        app,
        f"{door}/<registration_id:id>",
        "event_check_in",
        again=CHECK_IN,
        then=place,
        said=_checked_in,
    )
    route.post(
        app,
        f"{door}/<registration_id:id>/undo",
        "event_check_in_undo",
        again=CHECK_IN,
        then=place,
        said="{registration.name} is no longer checked in.",
    )
    route.get(app, "/check-in/<code>", TICKET_SCANNED)
    route.post(
        app,
        "/check-in/<code>",
        "event_check_in_scan",
        again=TICKET_SCANNED,
        then="/check-in/{code}",
        said=_checked_in,
    )


def _session(typed: Mapping[str, Any]) -> dict[str, Any]:
    """Return when a session starts in UTC; people type it on the clock of the event."""
    zone = forms.read("time_zone")["time_zone"] or "UTC"
    name = "session_starts_at"
    return {name: time_zones.stored(typed[name], zone, name)}


def _invited(page: Page, **_: Any) -> str:  # noqa: ANN401
    name = page.speaker.name
    if page.speaker.status == "invited":
        return f"We've emailed {name} an invitation."
    return f"{name} was added as a speaker."


def _answered(page: Page, **_: Any) -> str:  # noqa: ANN401
    if page.speaker.status == "confirmed":
        return "Thanks, you're confirmed as a speaker. We've emailed the organiser."
    return "You've declined. We've emailed the organiser."


def _checked_in(page: Page, **_: Any) -> str:  # noqa: ANN401
    person = page.registration
    if person.result == "already":
        return f"{person.name} was already checked in at {person.checked_in_at:%H:%M} UTC."
    guests = f" with {person.guests_count}" if person.guests_count else ""
    return f"{person.name}{guests} is checked in."


def reminders(
    values: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    *,
    event_id: int,
) -> str:
    """Show the reminders, and a field for their hours, separated by commas."""
    page = call("event_reminders_read", event_id=event_id)
    hours = ", ".join(str(row.hours_before) for row in page.reminders)
    return render(
        "event/reminders.html",
        page=page,
        values={"hours": hours} if values is None else dict(values),
        errors=dict(errors or {}),
    )


def ticket(event_id: int) -> str:
    """Show the ticket with a QR code, where there is a seat."""
    page = call("event_ticket_read", event_id=event_id)
    code, link = page.ticket.check_in_code, None
    if code:
        link = f"{state().settings.public_url}/check-in/{code}"
        # Dark on light in every theme: that is what scanners read.
        code = segno.make(link, error="m", micro=False).svg_data_uri(
            scale=8, border=4, dark="#000", light="#fff"
        )
    return render("event/ticket.html", page=page, code=code, link=link)


def registrants(event_id: int) -> Iterator[bytes]:
    """Send the registrants as a CSV file while they are read page by page."""
    return csv_response(f"registrants-{event_id}", COLUMNS, _rows(event_id))


def _rows(event_id: int) -> Iterator[list[object]]:
    after = None
    while True:
        page = call("event_registrants", event_id=event_id, after=after, limit=200)
        for row in page.registrants:
            yield [
                row.name,
                row.email,
                row.role,
                row.degree,
                row.year,
                row.status,
                row.guests_count,
                row.note,
                row.registered_at,
                row.checked_in_at,
            ]
        after = page.page.next_after
        if after is None:
            return
