"""Events: lists, one event, making and running it, taking part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from bottle import Bottle, HTTPResponse

from web.http import cookies, forms
from web.http.calls import call
from web.pages import time_zones
from web.pages.render import is_fragment, render

FILTERS = ("view", "search", "online", "from", "after")
PLAIN = (
    "title",
    "description",
    "venue",
    "is_online",
    "online_url",
    "time_zone",
    "visibility",
    "target_audience",
    "max_attendees",
    "max_guests",
)
TIMES = (
    "start_date",
    "start_time",
    "end_date",
    "end_time",
    "registration_deadline",
    "registration_deadline_time",
)
# What the procedures call by another name than the form.
FORM_NAMES = {"starts_at": "start_date", "ends_at": "end_date"}
FILTER_NAMES = {"from_date": "from", "is_online": "online"}
_PLACES = "There is no seat free now. Your place in the waiting list is number {}."


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/events", callback=listing)
    app.get("/events/create", callback=create_form)
    app.post("/events/create", callback=create)
    app.get("/events/<event_id:id>", callback=detail)
    app.get("/events/<event_id:id>/edit", callback=edit_form)
    app.post("/events/<event_id:id>/edit", callback=edit)
    app.post("/events/<event_id:id>/publish", callback=publish)
    app.get("/events/<event_id:id>/cancel", callback=cancel_form)
    app.post("/events/<event_id:id>/cancel", callback=cancel)
    app.post("/events/<event_id:id>/complete", callback=complete)
    app.get("/events/<event_id:id>/delete", callback=delete_form)
    app.post("/events/<event_id:id>/delete", callback=delete)
    app.post("/events/<event_id:id>/restore", callback=restore)
    app.post("/events/<event_id:id>/register", callback=take_part)
    app.post("/events/<event_id:id>/registration", callback=change_registration)
    app.post("/events/<event_id:id>/withdraw", callback=withdraw)
    app.post("/events/<event_id:id>/accept", callback=accept)
    app.post("/events/<event_id:id>/decline", callback=decline)
    app.get("/events/<slug:re:[a-z0-9]+(?:-[a-z0-9]+)*>", callback=by_name)


def listing() -> str:
    """event/list.html, or its part event/list_results.html for htmx: page.events, page.page."""
    values = forms.read_query(*FILTERS)
    template = "event/list_results.html" if is_fragment() else "event/list.html"

    def show(page: Any, errors: dict[str, str]) -> str:  # noqa: ANN401
        return render(template, page=page, values=values, errors=errors)

    def action() -> Any:  # noqa: ANN401
        page = call(
            "event_search",
            view=values["view"],
            search=values["search"],
            is_online=values["online"],
            from_date=values["from"],
            after=values["after"],
        )
        return show(page, {})

    # A filter that does not exist: the list without filters, and what was wrong.
    return str(
        forms.submit(action, lambda errors: show(call("event_search"), errors), FILTER_NAMES)
    )


def detail(event_id: int) -> str:
    """event/read.html: the result sets of event_read."""
    values = forms.read_query("status", "after")
    page = call("event_read", event_id=event_id, **values)
    return render("event/read.html", page=page, values=values)


def by_name(slug: str) -> HTTPResponse:
    """Lead from a readable address to the event."""
    return cookies.see_other(f"/events/{call('event_find', slug=slug).event.id}")


def create_form() -> str:
    """event/form.html: page.defaults, values, errors, zones; page.event None."""
    page = call("event_form_read")
    return _form(page, {"time_zone": page.defaults.time_zone, "visibility": "all"}, {})


def create() -> HTTPResponse | str:
    """Fields: PLAIN, TIMES, `status` (draft, published), `idempotency_key`."""
    values = forms.read(*PLAIN, *TIMES)
    more = forms.read("status", "idempotency_key")

    def action() -> HTTPResponse:
        made = call("event_post", **_parameters(values), **more).event
        told = "Your event is published." if made.status == "published" else "Your draft is saved."
        return cookies.see_other(f"/events/{made.id}", told)

    return forms.submit(
        action,
        lambda errors: _form(call("event_form_read"), {**values, **more}, errors),
        FORM_NAMES,
    )


def edit_form(event_id: int) -> str:
    """event/form.html: page.event and as create_form."""
    page = call("event_form_read", event_id=event_id)
    return _form(page, _typed(page.event), {})


def edit(event_id: int) -> HTTPResponse | str:
    """Fields: PLAIN, TIMES, `revision` (what the editor saw)."""
    values = forms.read(*PLAIN, *TIMES)
    more = forms.read("revision")

    def action() -> HTTPResponse:
        call("event_edit", event_id=event_id, **_parameters(values), **more)
        return cookies.see_other(f"/events/{event_id}", "Your changes are saved.")

    return forms.submit(
        action,
        lambda errors: _form(
            call("event_form_read", event_id=event_id), {**values, **more}, errors
        ),
        FORM_NAMES,
    )


def _form(page: Any, values: dict[str, Any], errors: dict[str, str]) -> str:  # noqa: ANN401
    return render(
        "event/form.html", page=page, values=values, errors=errors, zones=time_zones.names()
    )


def _parameters(values: dict[str, str | None]) -> dict[str, Any]:
    """Return what the procedures take: times in UTC instead of days and clocks."""
    given = {name: values[name] for name in PLAIN}
    zone = values["time_zone"]
    if zone is None:
        zone = str(call("event_form_read").defaults.time_zone)
    starts_at = time_zones.to_utc(
        values["start_date"], values["start_time"], zone, ("start_date", "start_time")
    )
    # Without a day it ends on the day on which it begins.
    ends_at = time_zones.to_utc(
        values["end_date"] or values["start_date"],
        values["end_time"],
        zone,
        ("end_date", "end_time"),
    )
    deadline = None
    if values["registration_deadline"]:
        # One field or two: what calendars of browsers give has both, with a T between.
        day, _, clock = values["registration_deadline"].replace(" ", "T").partition("T")
        deadline = time_zones.to_utc(
            day,
            values["registration_deadline_time"] or clock or "23:59",
            zone,
            ("registration_deadline", "registration_deadline_time"),
        )
    return {**given, "starts_at": starts_at, "ends_at": ends_at, "registration_deadline": deadline}


def _typed(event: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return the values of an event as one types them: on the clock of its zone."""

    def on_the_wall(moment: dt.datetime | None, day: str, clock: str) -> dict[str, str]:
        if moment is None:
            return {}
        there = time_zones.local(moment, event.time_zone)
        return {day: f"{there:%Y-%m-%d}", clock: f"{there:%H:%M}"}

    return {
        **event,
        "registration_deadline": None,
        **on_the_wall(event.starts_at, "start_date", "start_time"),
        **on_the_wall(event.ends_at, "end_date", "end_time"),
        **on_the_wall(
            event.registration_deadline, "registration_deadline", "registration_deadline_time"
        ),
    }


def _again(event_id: int, values: dict[str, Any]) -> Callable[[dict[str, str]], str]:
    """Return how to show an event again with what was refused."""

    def show(errors: dict[str, str]) -> str:
        page = call("event_read", event_id=event_id)
        return render("event/read.html", page=page, values=values, errors=errors)

    return show


def publish(event_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("event_publish", event_id=event_id)
        return cookies.see_other(f"/events/{event_id}", "Your event is published.")

    return forms.submit(action, _again(event_id, {}))


def cancel_form(event_id: int) -> str:
    """event/cancel.html: page.event; asks for the reason and says who gets it."""
    return render("event/cancel.html", page=call("event_form_read", event_id=event_id))


def cancel(event_id: int) -> HTTPResponse | str:
    """Field: `reason`."""
    values = forms.read("reason")

    def action() -> HTTPResponse:
        call("event_cancel", event_id=event_id, **values)
        return cookies.see_other(f"/events/{event_id}", "The event is cancelled; all are told.")

    return forms.submit(
        action,
        lambda errors: render(
            "event/cancel.html",
            page=call("event_form_read", event_id=event_id),
            values=values,
            errors=errors,
        ),
    )


def complete(event_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("event_complete", event_id=event_id)
        return cookies.see_other(f"/events/{event_id}", "The event is completed.")

    return forms.submit(action, _again(event_id, {}))


def delete_form(event_id: int) -> str:
    """event/delete.html: page.event; asks once and says what happens."""
    return render("event/delete.html", page=call("event_form_read", event_id=event_id))


def delete(event_id: int) -> HTTPResponse:
    """No fields. The next page offers to undo."""
    title = call("event_delete", event_id=event_id).event.title
    return cookies.see_other(
        "/events?view=mine", f"{title} is deleted.", undo=f"/events/{event_id}/restore"
    )


def restore(event_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("event_restore", event_id=event_id)
        return cookies.see_other(f"/events/{event_id}", "The event is back.")

    return forms.submit(action, _again(event_id, {}))


def take_part(event_id: int) -> HTTPResponse | str:
    """Fields: `guests`, `note`."""
    values = forms.read("guests", "note")

    def action() -> HTTPResponse:
        mine = call("event_register", event_id=event_id, **values).registration
        told = _PLACES.format(mine.place) if mine.place else "You are registered."
        return cookies.see_other(f"/events/{event_id}", told)

    return forms.submit(action, _again(event_id, values))


def change_registration(event_id: int) -> HTTPResponse | str:
    """Fields: `guests`, `note`."""
    values = forms.read("guests", "note")

    def action() -> HTTPResponse:
        call("event_registration_edit", event_id=event_id, **values)
        return cookies.see_other(f"/events/{event_id}", "Your registration is changed.")

    return forms.submit(action, _again(event_id, values))


def withdraw(event_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("event_withdraw", event_id=event_id)
        return cookies.see_other(f"/events/{event_id}", "You are not registered any more.")

    return forms.submit(action, _again(event_id, {}))


def accept(event_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("event_offer_accept", event_id=event_id)
        return cookies.see_other(f"/events/{event_id}", "The seat is yours.")

    return forms.submit(action, _again(event_id, {}))


def decline(event_id: int) -> HTTPResponse | str:
    """No fields."""

    def action() -> HTTPResponse:
        call("event_offer_decline", event_id=event_id)
        return cookies.see_other(f"/events/{event_id}", "The seat goes to the next in the line.")

    return forms.submit(action, _again(event_id, {}))
