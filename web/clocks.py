"""Times as people type and read them, in a time zone; the database has UTC only."""

from __future__ import annotations

import datetime as dt
import zoneinfo

from web.errors import ContractError


def zone_of(name: str | None) -> dt.tzinfo:
    """Return a time zone by its IANA name; UTC where there is none of that name."""
    try:
        return zoneinfo.ZoneInfo(name or "UTC")
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return dt.UTC


def to_utc(typed: str | None, zone: str | None, field: str) -> dt.datetime | None:
    """Return what was typed into a field (`2027-01-31T18:00`) in a zone as UTC; None for nothing.

    Raises ContractError 422.
    """
    if typed is None:
        return None
    try:
        local = dt.datetime.fromisoformat(typed)
        aware = local if local.tzinfo else local.replace(tzinfo=zone_of(zone))
        return aware.astimezone(dt.UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise ContractError(422, "Give a day and a time such as 2027-01-31 18:00.", field) from None


def to_local(moment: dt.datetime | None, zone: str | None) -> str | None:
    """Return a time of the database as the field of a form shows it, in a zone."""
    if moment is None:
        return None
    local = moment.replace(tzinfo=dt.UTC).astimezone(zone_of(zone))
    return f"{local:%Y-%m-%dT%H:%M}"
