"""Times on the clock of a place: the database has UTC, people have where they are."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from web.errors import ContractError


def zone(name: str) -> ZoneInfo:
    """Return a zone by its IANA name; UTC for one that this system does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def local(moment: dt.datetime, name: str) -> dt.datetime:
    """Return a stored time as the clock there shows it."""
    return moment.replace(tzinfo=dt.UTC).astimezone(zone(name))


def typed(moment: dt.datetime | None, name: str) -> str | None:
    """Return a stored time as a field of the type datetime-local has it."""
    return None if moment is None else f"{local(moment, name):%Y-%m-%dT%H:%M}"


def stored(text: str | None, name: str, field: str) -> dt.datetime | None:
    """Return what was typed into such a field as it is stored. Raises ContractError 422."""
    if text is None:
        return None
    try:
        found = dt.datetime.fromisoformat(text)
        return found.replace(tzinfo=zone(name)).astimezone(dt.UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise ContractError(422, "Give a day and a time.", field) from None


def span(starts_at: dt.datetime, ends_at: dt.datetime, name: str) -> str:
    """Say when something is, by the clock there: `Friday, 3 May 2030, 18:00 to 20:30, Lisbon`."""
    first, last = local(starts_at, name), local(ends_at, name)
    end = f"{last:%H:%M}" if first.date() == last.date() else at(ends_at, name, with_zone=False)
    return f"{at(starts_at, name, with_zone=False)} to {end}, {place(name)}"


def at(moment: dt.datetime, name: str, *, with_zone: bool = True) -> str:
    """Say when something is, by the clock there: `Friday, 3 May 2030, 18:00, Lisbon`."""
    there = local(moment, name)
    said = f"{there:%A}, {there.day} {there:%B %Y}, {there:%H:%M}"
    return f"{said}, {place(name)}" if with_zone else said


def place(name: str) -> str:
    """Return the zone as people say it: `Lisbon time`."""
    return "UTC" if name == "UTC" else f"{name.rpartition('/')[2].replace('_', ' ')} time"
