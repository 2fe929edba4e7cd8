"""How values are shown to people: times, money, names, excerpts; and Markdown, by its module."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Mapping
from decimal import Decimal

from markupsafe import Markup

from web.pages import plain, time_zones
from web.pages.markdown import PARSER, markdown  # noqa: F401 - templates ask for it here

COLOURS = 8
"""Avatar colours that the style sheet has."""

_STEPS = (
    (60, 1, "second"),
    (3600, 60, "minute"),
    (86400, 3600, "hour"),
    (86400 * 30, 86400, "day"),
    (86400 * 365, 86400 * 30, "month"),
)
_PERIODS = {"hour": "an hour", "month": "a month", "year": "a year"}
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("curl/", "curl"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def shown(value: object) -> str:
    """Return what stands for a value in a page; nothing for None."""
    return "" if value is None else value if isinstance(value, Markup) else str(value)


def now() -> dt.datetime:
    """Return the time in UTC, as the database has it: without a zone."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None)


def time_ago(moment: dt.datetime) -> str:
    """Say how long ago something was, as people do: `3 hours ago`."""
    seconds = max(int((now() - moment).total_seconds()), 0)
    if seconds < 45:
        return "just now"
    for limit, size, unit in _STEPS:
        if seconds < limit:
            return f"{plural(seconds // size, unit)} ago"
    return f"{plural(seconds // (86400 * 365), 'year')} ago"


def time_ahead(moment: dt.datetime) -> str:
    """Say how far away something is, as people do: `in 3 hours`."""
    seconds = max(int((moment - now()).total_seconds()), 0)
    for limit, size, unit in _STEPS:
        if seconds < limit:
            return f"in {plural(seconds // size, unit)}"
    return f"in {plural(seconds // (86400 * 365), 'year')}"


def exact_time(moment: dt.datetime) -> str:
    """Return a time in full: `24 November 2026, 10:50 UTC`."""
    return f"{day(moment.date())}, {moment:%H:%M} UTC"


def day(date: dt.date) -> str:
    """Return a day in words, never ambiguous: `24 November 2026`."""
    return f"{date.day} {date:%B %Y}"


def event_time(starts_at: dt.datetime, ends_at: dt.datetime, zone: str) -> str:
    """Say when something takes place, on its own clock: `Friday, 4 December 2026, 18:00 to 20:00`.

    What lasts for more than a day has both days.
    """
    start, end = time_zones.local(starts_at, zone), time_zones.local(ends_at, zone)
    first = f"{start:%A}, {day(start.date())}, {start:%H:%M}"
    if start.date() == end.date():
        return f"{first} to {end:%H:%M}"
    return f"{first} to {end:%A}, {day(end.date())}, {end:%H:%M}"


def moment_in(moment: dt.datetime, zone: str) -> str:
    """Return a time on the clock of a zone: `4 December 2026, 18:00 (Europe/Lisbon, UTC+00:00)`."""
    there = time_zones.local(moment, zone)
    return f"{day(there.date())}, {there:%H:%M} ({zone_words(moment, zone)})"


def zone_words(moment: dt.datetime, zone: str) -> str:
    """Return a zone with what it is ahead of UTC at a time: `Europe/Lisbon, UTC+00:00`."""
    offset = f"{time_zones.local(moment, zone):%z}"
    return "UTC" if zone == "UTC" else f"{zone}, UTC{offset[:3]}:{offset[3:5]}"


def event_facts(starts_at: str, ends_at: str, zone: str, venue: str | None) -> str:
    """Return when and where an event of a mail is, from the texts that the outbox keeps."""
    start, end = dt.datetime.fromisoformat(starts_at), dt.datetime.fromisoformat(ends_at)
    when = f"{event_time(start, end, zone)} ({zone_words(start, zone)})"
    return f"{when}\n{venue or 'Online'}"


def moment_of(text: str, zone: str) -> str:
    """Return a time of a mail, from the text that the outbox keeps, on the clock of a zone."""
    return moment_in(dt.datetime.fromisoformat(text), zone)


def month(date: dt.date) -> str:
    """Return a month in words: `March 2020`."""
    return f"{date:%B %Y}"


def duration(months: int) -> str:
    """Return how long something lasted: `2 years 3 months`."""
    years, rest = divmod(months, 12)
    parts = [plural(number, unit) for number, unit in ((years, "year"), (rest, "month")) if number]
    return " ".join(parts)


def site_of(url: str) -> str:
    """Return an address as people read it: without scheme and trailing slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url


def file_size(size: int) -> str:
    """Return the size of a file: `84 KB`, `1.2 MB`."""
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} KB"


def days_left(date: dt.date) -> str:
    """Say how long a deadline is away."""
    days = (date - now().date()).days
    if days < 0:
        return f"closed on {day(date)}"
    return {0: "closes today", 1: "closes tomorrow"}.get(days, f"{plural(days, 'day')} left")


def plural(count: int, unit: str) -> str:
    """Return a number with its noun: `1 day`, `1,200 days`."""
    return f"{count:,} {unit}{'' if count == 1 else 's'}"


def people(count: int) -> str:
    """Return a number of people: `nobody yet`, `1 person`, `12 people`."""
    return {0: "nobody yet", 1: "1 person"}.get(count, f"{count:,} people")


def salary(least: Decimal | None, most: Decimal | None, currency: str, period: str) -> str | None:
    """Return a salary range in words: `EUR 40,000 to 52,000 a year`; None where nothing is said."""
    span = _PERIODS[period]
    if least is None and most is None:
        return None
    if least is None or most is None:
        bound = (
            f"from {currency} {amount(least)}"
            if least is not None
            else (f"up to {currency} {amount(most)}")
        )
        return f"{bound} {span}"
    if least == most:
        return f"{currency} {amount(least)} {span}"
    return f"{currency} {amount(least)} to {amount(most)} {span}"


def amount(value: Decimal | None) -> str:
    """Return an amount with thousands, and cents only where there are some."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def excerpt(source: str | None, most: int = 200) -> str:
    """Return the beginning of Markdown as plain text, cut after a word."""
    return plain.excerpt(PARSER, source, most)


def paragraphs(source: str) -> str:
    """Return Markdown as plain text for a mail: paragraphs, lists as lines."""
    return plain.paragraphs(PARSER, source)


def initials(name: str | None) -> str:
    """Return the letters that stand for a person without a photo."""
    words = (name or "?").split()
    words = [word for word in words if word[0].isalpha()] or words
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"


def colour(name: object) -> int:
    """Return the number of the avatar colour that is a person's own, 0 to 7."""
    return zlib.crc32(str(name).encode()) % COLOURS


def day_of_talk(day: dt.date) -> str:
    """Say a day as people do while it is near: `Yesterday`, `Wednesday, 25 November`."""
    ago = (now().date() - day).days
    if ago in (0, 1):
        return ("Today", "Yesterday")[ago]
    return f"{day:%A}, {day.day} {day:%B}" if 0 < ago < 180 else f"{day.day} {day:%B %Y}"


def label(value: str, labels: Mapping[str, str] | None = None) -> str:
    """Return the label of a choice: its own, or else `In progress` for `in_progress`."""
    return (labels or {}).get(value) or value.replace("_", " ").capitalize()


def words(value: str | None) -> str:
    """Return a stored word as people say it: `full_time` is `full-time`."""
    return (value or "").replace("_", "-")


def browser(user_agent: str | None) -> str:
    """Say which browser and system a user agent names: `Firefox on Linux`."""
    text = user_agent or ""
    # The more particular first: they all name those that they descend from.
    program = next((name for mark, name in _BROWSERS if mark in text), "Unknown browser")
    system = next((name for mark, name in _SYSTEMS if mark in text), None)
    return f"{program} on {system}" if system else program
