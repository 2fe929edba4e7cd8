"""The lists that the office maintains, the institution, and the settings."""

from __future__ import annotations

import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from bottle import Bottle, HTTPResponse

from web import route
from web.database.client import Page
from web.http import cookies, forms
from web.http.calls import call
from web.pages.render import render
from web.route import Listed, Shown


@dataclass(frozen=True)
class List:
    """One list: what it and a row of it are called, the procedure that saves a row, its key."""

    label: str
    unit: str
    save: str
    key: str


LISTS = {
    "campuses": List("Campuses", "campus", "campus_save", "campus_id"),
    "degrees": List("Degrees", "degree", "degree_save", "degree_id"),
    "skill_domains": List("Skill domains", "domain", "skill_domain_save", "domain_id"),
    "skills": List("Skills", "skill", "skill_save", "skill_id"),
}
FILTERS = ("search", "is_retired", "after")
SETTINGS_MORE: dict[str, Any] = {
    "zones": sorted(zoneinfo.available_timezones()),
    "form": "",
    "typed": {},
    "refusals": {},
}
"""What the page of the settings has besides: `form` is the one that was refused."""
SETTINGS = Shown("admin/settings.html", "settings_read", initial="institution", more=SETTINGS_MORE)
INSTITUTION = Shown(
    "admin/settings.html", "settings_read", more={**SETTINGS_MORE, "form": "institution"}
)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/admin/lookups", callback=first)
    for kind, lookup in LISTS.items():
        _register_list(app, kind, lookup)
    route.get(app, "/admin/settings", SETTINGS)
    route.post(
        app,
        "/admin/settings/institution",
        "institution_save",
        again=INSTITUTION,
        then="/admin/settings",
        said="Institution saved.",
    )
    # An empty `value` restores the default.
    route.post(
        app,
        "/admin/settings/<name>",
        "setting_save",
        again=_setting,
        then="/admin/settings#{name}",
        said="Setting saved.",
    )


def _register_list(app: Bottle, kind: str, lookup: List) -> None:
    """Add the routes of one list."""
    path = f"/admin/lookups/{kind}"
    new: dict[str, Any] = {lookup.key: None}
    again, then = partial(_refused, kind), partial(_address, kind)
    said = "{lookup.name} saved."
    route.get(
        app,
        path,
        Listed("admin/lookups.html", "lookup_search", given={"kind": kind}, more=_more(kind)),
    )
    route.post(app, path, lookup.save, again=again, then=then, said=said, **new)
    route.post(app, f"{path}/<{lookup.key}:id>", lookup.save, again=again, then=then, said=said)
    route.post(
        app,
        f"{path}/<id:id>/retire",
        "lookup_retire",
        again=again,
        then=then,
        said=_retired,
        kind=kind,
    )
    route.post(
        app,
        f"{path}/<from_id:id>/merge",
        "lookup_merge",
        again=again,
        then=partial(_merged, kind),
        said="Merged {merge.from_name} into {merge.into_name}."
        " People and postings moved: {merge.moved_count:,}.",
        kind=kind,
        limit=None,
    )


def _more(kind: str) -> dict[str, Any]:
    """Return what the page of a list has besides: `form` is the one that was refused."""
    return {
        "kind": kind,
        "lists": LISTS,
        "one": LISTS[kind],
        "form": "",
        "typed": {},
        "refusals": {},
    }


def first() -> HTTPResponse:
    """Redirect to the first list."""
    return cookies.see_other("/admin/lookups/skills")


def _refused(kind: str, values: Mapping[str, Any], errors: Mapping[str, str], **path: int) -> str:
    """Show a form again, in the part of the list that it was sent from."""
    asked = forms.read_query(*FILTERS)
    more = {
        "form": str(next(iter(path.values()), "new")),
        "typed": values,
        "refusals": errors,
        "asked": asked,
        # An error that is about no field is shown above the list.
        "errors": {name: sentence for name, sentence in errors.items() if not name},
    }
    page = call("lookup_search", kind=kind, **asked)
    return render("admin/lookups.html", page=page, **{**_more(kind), **more})


def _address(kind: str, _page: Page | None = None, **_path: int) -> str:
    """Return the part of the list that a form was sent from."""
    asked = {name: value for name, value in forms.read_query(*FILTERS).items() if value}
    return f"/admin/lookups/{kind}" + (f"?{urlencode(asked)}" if asked else "")


def _retired(page: Page, **_path: int) -> str:
    row = page.lookup
    return f"{row.name} is {'no longer offered' if row.is_retired else 'offered again'}."


def _merged(kind: str, page: Page, from_id: int) -> HTTPResponse | str:
    """Show how far a large merge is: its form carries along how many rows have `moved`."""
    step, carried = page.merge, forms.read("moved")["moved"]
    if step.is_finished and carried is None:
        return _address(kind)
    moved = forms.carried(carried) + step.moved_count
    body = render("admin/merge.html", kind=kind, from_id=from_id, done=step, moved=moved)
    return cookies.answer(body, HTTPStatus.OK)


def _setting(values: Mapping[str, Any], errors: Mapping[str, str], name: str) -> str:
    """Show a setting again with what was typed."""
    page = call("settings_read")
    refused = {"form": name, "typed": values, "refusals": errors}
    return render(
        "admin/settings.html", page=page, values=page.institution, **{**SETTINGS_MORE, **refused}
    )
