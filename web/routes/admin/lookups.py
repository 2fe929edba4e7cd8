"""Lists that the office keeps, the institution, and the settings."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from bottle import Bottle, HTTPError, HTTPResponse

from web.database.client import Page
from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render


@dataclass(frozen=True)
class List:
    """One list: how it is called, what a row has, and the procedure that saves one."""

    label: str
    unit: str
    fields: tuple[str, ...]
    save: Callable[[int | None, dict[str, str | None]], Page]


LISTS = {
    "campuses": List(
        "Campuses",
        "campus",
        ("name", "city", "idempotency_key"),
        lambda key, values: call("campus_save", campus_id=key, **values),
    ),
    "degrees": List(
        "Degrees",
        "degree",
        ("name", "abbreviation", "level", "semesters_count", "idempotency_key"),
        lambda key, values: call("degree_save", degree_id=key, **values),
    ),
    "skill_domains": List(
        "Domains of skills",
        "domain",
        ("name", "idempotency_key"),
        # The procedure's own p_domain_id is the row itself.
        lambda key, values: call("skill_domain_save", domain_id=key, **values),
    ),
    "skills": List(
        "Skills",
        "skill",
        ("name", "domain_id", "idempotency_key"),
        lambda key, values: call("skill_save", skill_id=key, **values),
    ),
}
FILTERS = ("search", "is_retired", "after")
INSTITUTION = (
    "name",
    "short_name",
    "website_url",
    "contact_email",
    "contact_phone",
    "address",
    "founded_year",
    "currency",
    "time_zone",
)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/admin/lookups", callback=first)
    app.get("/admin/lookups/<kind>", callback=listing)
    app.post("/admin/lookups/<kind>", callback=add)
    app.post("/admin/lookups/<kind>/<key:id>", callback=save)
    app.post("/admin/lookups/<kind>/<key:id>/retire", callback=retire)
    app.post("/admin/lookups/<kind>/<key:id>/merge", callback=merge)
    app.get("/admin/settings", callback=settings)
    app.post("/admin/settings/institution", callback=save_institution)
    app.post("/admin/settings/<name>", callback=save_setting)


def first() -> HTTPResponse:
    """Lead to the first list."""
    return cookies.see_other("/admin/lookups/skills")


def _list(kind: str) -> List:
    if kind not in LISTS:
        raise HTTPError(HTTPStatus.NOT_FOUND)
    return LISTS[kind]


def listing(kind: str) -> str:
    """admin/lookups.html: the result sets of lookup_search. Query: FILTERS."""
    _list(kind)
    return _page(kind)


def _page(
    kind: str,
    form: str = "",
    typed: dict[str, str | None] | None = None,
    errors: dict[str, str] | None = None,
) -> str:
    """Show a list; `form` is the one that was refused (new, or an id), `typed` what it held."""
    asked = forms.read_query(*FILTERS)
    page = call("lookup_search", kind=kind, **asked)
    return render(
        "admin/lookups.html",
        page=page,
        kind=kind,
        lists=LISTS,
        one=LISTS[kind],
        asked=asked,
        form=form,
        typed=typed or {},
        refusals=errors or {},
        # What is about no field of a form stands above.
        errors={name: words for name, words in (errors or {}).items() if not name},
    )


def add(kind: str) -> HTTPResponse | str:
    """Fields: as LISTS says."""
    return _save(kind, None)


def save(kind: str, key: int) -> HTTPResponse | str:
    """Fields: as LISTS says."""
    return _save(kind, key)


def _save(kind: str, key: int | None) -> HTTPResponse | str:
    one = _list(kind)
    values = forms.read(*one.fields)

    def action() -> HTTPResponse:
        saved = one.save(key, values).lookup
        return cookies.see_other(_address(kind), f"{saved.name} is saved.")

    return forms.submit(action, lambda errors: _page(kind, str(key or "new"), values, errors))


def _address(kind: str) -> str:
    """Return the part of the list that a form was sent from."""
    asked = {name: value for name, value in forms.read_query(*FILTERS).items() if value}
    return f"/admin/lookups/{kind}" + (f"?{urlencode(asked)}" if asked else "")


def retire(kind: str, key: int) -> HTTPResponse | str:
    """Field: `is_retired`, 1 or 0."""
    _list(kind)
    values = forms.read("is_retired")

    def action() -> HTTPResponse:
        done = call("lookup_retire", kind=kind, id=key, **values).lookup
        word = "is offered no more" if done.is_retired else "is offered again"
        return cookies.see_other(_address(kind), f"{done.name} {word}.")

    return forms.submit(action, lambda errors: _page(kind, str(key), {}, errors))


def merge(kind: str, key: int) -> HTTPResponse | str:
    """Fields: `into`, the name of what stays; `moved`, how many a merge that goes on has moved.

    admin/merge.html where it goes on or has: done, moved.
    """
    _list(kind)
    values = forms.read("into", "moved")
    is_going_on = values["moved"] is not None

    def action() -> HTTPResponse | str:
        moved = forms.carried(values["moved"])
        done = call("lookup_merge", kind=kind, from_id=key, into=values["into"]).merge
        if is_going_on or not done.is_finished:
            return render(
                "admin/merge.html", kind=kind, key=key, done=done, moved=moved + done.moved_count
            )
        sentence = (
            f"{done.from_name} is {done.into_name} now, everywhere."
            f" People and postings moved: {done.moved_count:,}."
        )
        return cookies.see_other(_address(kind), sentence)

    return forms.submit(action, lambda errors: _page(kind, str(key), values, errors))


def settings() -> str:
    """admin/settings.html: the result sets of settings_read."""
    return _settings()


def _settings(
    form: str = "",
    typed: dict[str, Any] | None = None,
    errors: dict[str, str] | None = None,
) -> str:
    page = call("settings_read")
    is_institution = form == "institution"
    return render(
        "admin/settings.html",
        page=page,
        form=form,
        typed=typed or {},
        refusals=errors or {},
        zones=sorted(zoneinfo.available_timezones()),
        values=typed if is_institution and typed else page.institution,
        errors=(errors or {}) if is_institution else {},
    )


def save_institution() -> HTTPResponse | str:
    """Fields: INSTITUTION."""
    values = forms.read(*INSTITUTION)

    def action() -> HTTPResponse:
        call("institution_save", **values)
        return cookies.see_other("/admin/settings", "The university's data is saved.")

    return forms.submit(action, lambda errors: _settings("institution", values, errors))


def save_setting(name: str) -> HTTPResponse | str:
    """Field: `value`; empty for the default."""
    values = forms.read("value")

    def action() -> HTTPResponse:
        call("setting_save", name=name, **values)
        return cookies.see_other(f"/admin/settings#{name}", "The setting is saved.")

    return forms.submit(action, lambda errors: _settings(name, values, errors))
