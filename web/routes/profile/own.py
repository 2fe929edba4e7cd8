"""Edit your profile: one page, each section saved by itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from http import HTTPStatus
from typing import Any, NamedTuple

from bottle import Bottle, HTTPResponse, request

from web import route
from web.database.client import Page
from web.database.contract import ACTOR, BOOLEAN
from web.database.errors import ContractError
from web.files import pictures
from web.http import cookies, csrf, forms
from web.http.calls import call
from web.http.state import state
from web.http.threads import in_thread
from web.pages.render import is_fragment, render
from web.route import Form

TEMPLATE = "profile/edit.html"


class Section(NamedTuple):
    """A list of the profile that is edited in place, by its procedures."""

    save: str
    remove: str
    id: str
    """The parameter for the id of a row."""
    is_saved_by_id: bool = True


SECTIONS = {
    "skills": Section("profile_skill_save", "profile_skill_remove", "skill_id", False),
    "work": Section("profile_work_save", "profile_work_remove", "work_id"),
    "achievements": Section(
        "profile_achievement_save", "profile_achievement_remove", "achievement_id"
    ),
    "degrees": Section("profile_degree_save", "profile_degree_remove", "alumni_degree_id"),
    "projects": Section("profile_project_save", "profile_project_remove", "project_id"),
    "links": Section("profile_link_save", "profile_link_remove", "link_id", False),
    "former_names": Section(
        "profile_former_name_add", "profile_former_name_remove", "former_name_id", False
    ),
}


class Removal(Form):
    """A form that removes something; what no longer exists counts as removed."""

    def __call__(self, **path: Any) -> HTTPResponse | str:  # noqa: ANN401
        """Remove it and go on."""
        try:
            return super().__call__(**path)
        except ContractError as refusal:
            if refusal.status != HTTPStatus.NOT_FOUND:
                raise
        return self.go_on(Page(None, {}), path)


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/profile/edit", callback=show)
    app.post("/profile/edit", callback=edit, takes_files=True)
    for name, section in SECTIONS.items():
        _register_section(app, name, section)
    route.post(
        app,
        "/profile/edit/privacy",
        "privacy_edit",
        again=_refused_privacy,
        then=partial(_after, "privacy", "Your choices are saved."),
        filled=_privacy,
    )
    app.post("/profile/edit/<kind:re:photo|cover>", callback=save_picture, takes_files=True)
    route.post(
        app,
        "/profile/edit/cv",
        "profile_cv_save",
        again=_refused_file,
        then="/profile/edit#files",
        said="File saved.",
    )
    for path, procedure in (
        ("/profile/edit/<kind:re:photo|cover>/remove", "profile_picture_remove"),
        ("/profile/edit/cv/remove", "profile_cv_remove"),
    ):
        app.post(path, callback=Removal(procedure, "/profile/edit#files", "Removed."))
    # For the office.
    route.post(
        app,
        "/achievements/<achievement_id:id>/verify",
        "achievement_verify",
        then="/dashboard",
        said=_verified,
    )


def _register_section(app: Bottle, name: str, section: Section) -> None:
    path, again = f"/profile/edit/{name}", partial(_refused_row, name)
    saved, removed = partial(_after, name, "Saved."), partial(_after, name, "Removed.")
    row = f"{path}/<{section.id}:id>"
    if section.is_saved_by_id:
        new: dict[str, Any] = {section.id: None}
        route.post(app, path, section.save, again=again, then=saved, **new)
        route.post(app, row, section.save, again=again, then=saved)
    else:
        route.post(app, path, section.save, again=again, then=saved)
        # Saved by its name or address; the id only says which form to show again.
        app.post(row, callback=partial(Form(section.save, saved, again=again)))
    app.post(f"{row}/remove", callback=Removal(section.remove, removed))


def show() -> str:
    """Show the page with everything as it is stored."""
    return _page()


def _page(
    section: str = "",
    form: str = "",
    typed: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    message: str = "",
) -> str:
    """Show the page, or for htmx the section alone, with a message.

    `form` is the one that was refused, `typed` what it held, `errors` what was wrong with it.
    """
    page = call("profile_form_read")
    # A form of a list has ids of its own; the details are the page's plain form.
    own = not form
    return render(
        "profile/section.html" if section and is_fragment() else TEMPLATE,
        page=page,
        section=section,
        form=form,
        typed=typed or {},
        refusals=dict(errors or {}),
        message=message,
        sections=SECTIONS,
        values={**page.profile, **(typed or {})} if own else page.profile,
        errors=dict(errors or {}) if own else {},
    )


def _after(section: str, message: str, _: Page, **__: Any) -> HTTPResponse:  # noqa: ANN401
    """Go back to the section, or for htmx show it as it is now."""
    if is_fragment():
        return cookies.answer(_page(section, message=message), HTTPStatus.OK)
    return cookies.see_other(f"/profile/edit#{section}", message)


def _refused_row(
    section: str,
    values: Mapping[str, Any],
    errors: Mapping[str, str],
    **path: int,
) -> str:
    (row,) = path.values() or ("new",)
    return _page(section, f"{section}_{row}", values, errors)


def _refused_privacy(
    values: Mapping[str, Any],  # noqa: ARG001
    errors: Mapping[str, str],
) -> str:
    return _page("privacy", "privacy", errors=errors)


def _privacy(_: Mapping[str, Any]) -> dict[str, str]:
    """Return who may see what; the page has one field for each row of page.privacy."""
    chosen = forms.read(*(name for name in request.forms if name != csrf.FIELD))
    return {"choices": json.dumps(list(chosen.items()))}


def edit() -> HTTPResponse | str:
    """Save the details and a photo; fields not sent stay, fields sent empty are cleared.

    Fields: the parameters of profile_edit, `profile_photo`.
    """
    details = {
        name: kind
        for name, kind in state().database.procedure("profile_edit").parameters.items()
        if name not in {ACTOR, "clear"}
    }
    flags = {name for name, kind in details.items() if kind == BOOLEAN}
    values: dict[str, Any] = forms.read(*details)
    upload = forms.file("profile_photo")
    sent = set(request.forms)
    for flag in flags:
        if values[flag]:
            values[flag] = int(values[flag].lower() in ("1", "on", "true", "yes"))
    cleared = [name for name in details if name in sent - flags and values[name] is None]

    def action() -> HTTPResponse:
        # A picture that cannot be used is refused before anything is saved.
        reduced = _reduced(upload, "photo") if upload else None
        call("profile_edit", **values, clear=",".join(cleared) or None)
        if reduced:
            call("profile_picture_save", kind="photo", **reduced)
        return cookies.see_other("/profile/edit#details", "Your profile is saved.")

    kept = {name: value for name, value in values.items() if name in sent}
    return forms.submit(action, lambda errors: _page(typed=kept, errors=errors))


def _reduced(upload: forms.Upload, kind: str) -> dict[str, bytes]:
    # Waiting for the turn must not take threads from people who sign in.
    with pictures.one_at_a_time:
        return in_thread(pictures.reduced, upload, kind)


def save_picture(kind: str) -> HTTPResponse | str:
    """Save a photo or cover, reduced. Field: `photo` or `cover`, a file."""
    return forms.submit(partial(_save_picture, kind), partial(_refused_file, {}))


def _save_picture(kind: str) -> HTTPResponse:
    upload = forms.file(kind)
    if upload is None:
        raise ContractError(422, "Choose a JPEG or PNG picture.", kind)
    call("profile_picture_save", kind=kind, **_reduced(upload, kind))
    return cookies.see_other("/profile/edit#files", "File saved.")


def _refused_file(
    values: Mapping[str, Any],  # noqa: ARG001
    errors: Mapping[str, str],
) -> str:
    return _page(form="files", errors=errors)


def _verified(page: Page, **_: Any) -> str:  # noqa: ANN401
    if page.achievement.verified_at:
        return "The achievement is verified."
    return "The achievement is no longer verified."
