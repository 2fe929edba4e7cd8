"""Times on the clock of a place: what people type there, and what the database keeps (UTC)."""

from __future__ import annotations

import datetime as dt
import functools
import zoneinfo
from collections.abc import Callable
from typing import TypeVar

from web.database.errors import ContractError

_Read = TypeVar("_Read", dt.date, dt.time)
_PLACES = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@functools.cache
def names() -> tuple[str, ...]:
    """Return the zones to choose from: places, and UTC."""
    known = zoneinfo.available_timezones()
    return ("UTC", *sorted(name for name in known if name.startswith(_PLACES)))


def zone(name: str | None) -> zoneinfo.ZoneInfo:
    """Return a zone; UTC for a name that nobody knows."""
    try:
        return zoneinfo.ZoneInfo(name or "UTC")
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return zoneinfo.ZoneInfo("UTC")


def local(moment: dt.datetime, name: str | None) -> dt.datetime:
    """Return a time of the database on the clock of a zone."""
    return moment.replace(tzinfo=dt.UTC).astimezone(zone(name))


def to_utc(date: str | None, time: str | None, name: str, fields: tuple[str, str]) -> dt.datetime:
    """Return what a clock on the wall says, in UTC; `fields` are those of the day and the time.

    Of an hour that comes twice, because clocks are set back, the first is meant. Raises
    ContractError for what is no zone, no day or no time, and for an hour that clocks skip.
    """
    if name not in zoneinfo.available_timezones():
        raise ContractError(422, "Choose a time zone such as Europe/Lisbon.", "time_zone")
    day = _parsed(dt.date.fromisoformat, date, "Enter a date such as 2027-01-31.", fields[0])
    clock = _parsed(dt.time.fromisoformat, time, "Enter a time such as 18:30.", fields[1])
    wall = dt.datetime.combine(day, clock.replace(tzinfo=None, microsecond=0))
    try:
        moment = wall.replace(tzinfo=zone(name)).astimezone(dt.UTC)
        back = moment.astimezone(zone(name))
    except OverflowError:
        raise ContractError(422, "Enter a different year.", fields[0]) from None
    if back.replace(tzinfo=None) != wall:
        sentence = f"Clocks in {name} skip this time on that day. Choose another."
        raise ContractError(422, sentence, fields[1])
    return moment.replace(tzinfo=None)


def typed(moment: dt.datetime | None, name: str) -> str | None:
    """Return a time of the database as a field of the type datetime-local has it."""
    return None if moment is None else f"{local(moment, name):%Y-%m-%dT%H:%M}"


def stored(text: str | None, name: str, field: str) -> dt.datetime | None:
    """Return what was typed into such a field, in UTC. Raises ContractError as to_utc does."""
    if text is None:
        return None
    day, _, clock = text.replace(" ", "T", 1).partition("T")
    return to_utc(day, clock, name, (field, field))


def _parsed(read: Callable[[str], _Read], text: str | None, sentence: str, field: str) -> _Read:
    try:
        return read(text or "")
    except ValueError:
        raise ContractError(422, sentence if text else "Please fill this in.", field) from None
