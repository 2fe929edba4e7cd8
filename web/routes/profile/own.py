"""One's own profile: one page, each section saved by itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bottle import Bottle, HTTPError, HTTPResponse, request

from web.database.client import Page
from web.database.errors import ContractError
from web.files import pictures
from web.http import cookies, csrf, forms
from web.http.calls import call
from web.http.threads import in_thread
from web.pages.render import is_fragment, render

DETAILS = (
    "first_name",
    "last_name",
    "phone",
    "gender",
    "date_of_birth",
    "nationality",
    "bio",
    "linkedin_url",
    "website_url",
    "current_job_title",
    "current_company",
    "industry",
    "location",
    "is_mentor",
    "skills",
    "show_phone",
    "degree_id",
    "campus_id",
    "graduation_year",
    "current_semester",
    "cgpa",
    "expected_graduation_year",
)
FLAGS = ("is_mentor", "show_phone")
TEMPLATE = "profile/edit.html"


@dataclass(frozen=True)
class Section:
    """A list of the profile that is edited in place."""

    fields: tuple[str, ...]
    save: Callable[[int | None, dict[str, str | None]], Page]
    remove: Callable[[int], Page]


SECTIONS = {
    "skills": Section(
        ("skill", "proficiency"),
        lambda _, values: call("profile_skill_save", **values),
        lambda key: call("profile_skill_remove", skill_id=key),
    ),
    "work": Section(
        (
            "job_title",
            "company",
            "location",
            "start_date",
            "end_date",
            "description",
            "idempotency_key",
        ),
        lambda key, values: call("profile_work_save", work_id=key, **values),
        lambda key: call("profile_work_remove", work_id=key),
    ),
    "achievements": Section(
        ("kind", "title", "issuer", "achieved_on", "url", "description", "idempotency_key"),
        lambda key, values: call("profile_achievement_save", achievement_id=key, **values),
        lambda key: call("profile_achievement_remove", achievement_id=key),
    ),
    "degrees": Section(
        ("degree_id", "title", "institution", "graduation_year", "idempotency_key"),
        lambda key, values: call("profile_degree_save", alumni_degree_id=key, **values),
        lambda key: call("profile_degree_remove", alumni_degree_id=key),
    ),
    "projects": Section(
        ("title", "url", "description", "idempotency_key"),
        lambda key, values: call("profile_project_save", project_id=key, **values),
        lambda key: call("profile_project_remove", project_id=key),
    ),
    "links": Section(
        ("label", "url"),
        lambda _, values: call("profile_link_save", **values),
        lambda key: call("profile_link_remove", link_id=key),
    ),
    "former_names": Section(
        ("name",),
        lambda _, values: call("profile_former_name_add", **values),
        lambda key: call("profile_former_name_remove", former_name_id=key),
    ),
}


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/profile/edit", callback=edit_form)
    app.post("/profile/edit", callback=edit)
    app.post("/profile/edit/privacy", callback=save_privacy)
    app.post("/profile/edit/<kind:re:photo|cover|cv>", callback=save_file)
    app.post("/profile/edit/<kind:re:photo|cover|cv>/remove", callback=remove_file)
    app.post("/profile/edit/<name>", callback=save_new)
    app.post("/profile/edit/<name>/<key:id>", callback=save)
    app.post("/profile/edit/<name>/<key:id>/remove", callback=remove)
    app.post("/achievements/<achievement_id:id>/verify", callback=verify)


def edit_form() -> str:
    """profile/edit.html: the result sets of profile_form_read."""
    return _page()


def _page(
    section: str = "",
    form: str = "",
    typed: dict[str, Any] | None = None,
    errors: dict[str, str] | None = None,
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
        refusals=errors or {},
        message=message,
        values={**page.profile, **(typed or {})} if own else page.profile,
        errors=(errors or {}) if own else {},
    )


def _after(section: str, message: str) -> HTTPResponse | str:
    """Go back to the section, or for htmx show it as it is now."""
    if is_fragment():
        return _page(section, message=message)
    return cookies.see_other(f"/profile/edit#{section}", message)


def edit() -> HTTPResponse | str:
    """Fields: DETAILS, `profile_photo`. What is not sent stays, what is sent empty is emptied."""
    values: dict[str, Any] = forms.read(*DETAILS)
    upload = forms.file("profile_photo")
    sent = set(request.forms)
    for flag in FLAGS:
        if values[flag]:
            values[flag] = int(values[flag].lower() in ("1", "on", "true", "yes"))
    cleared = [
        name for name in DETAILS if name in sent and values[name] is None and name not in FLAGS
    ]

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
    # Who waits for the turn takes no thread from those who sign in.
    with pictures.one_at_a_time:
        return in_thread(pictures.reduced, upload, kind)


def _section(name: str) -> Section:
    if name not in SECTIONS:
        raise HTTPError(404)
    return SECTIONS[name]


def save_new(name: str) -> HTTPResponse | str:
    """Fields: as the section of SECTIONS says."""
    return _save(name, None)


def save(name: str, key: int) -> HTTPResponse | str:
    """Fields: as the section of SECTIONS says."""
    return _save(name, key)


def _save(name: str, key: int | None) -> HTTPResponse | str:
    section = _section(name)
    values = forms.read(*section.fields)

    def action() -> Any:  # noqa: ANN401
        section.save(key, values)
        return _after(name, "Saved.")

    # A skill may be refused as one of the list that it is made from.
    return forms.submit(
        action,
        lambda errors: _page(
            name,
            f"{name}_{key or 'new'}",
            values,
            {"skill" if field == "skills" else field: words for field, words in errors.items()},
        ),
    )


@contextmanager
def _gone_already() -> Iterator[None]:
    """Let pass that what is to be removed is not there."""
    try:
        yield
    except ContractError as refusal:
        if refusal.status != 404:
            raise


def remove(name: str, key: int) -> HTTPResponse | str:
    """No fields. What is gone already is gone."""
    with _gone_already():
        _section(name).remove(key)
    return _after(name, "Removed.")


def save_privacy() -> HTTPResponse | str:
    """One field for each row of page.privacy, named as it: who may see that."""
    values = forms.read(*(name for name in request.forms if name != csrf.FIELD))

    def action() -> Any:  # noqa: ANN401
        call("privacy_edit", choices=json.dumps(list(values.items())))
        return _after("privacy", "Your choice is saved.")

    return forms.submit(action, lambda errors: _page("privacy", "privacy", values, errors))


def save_file(kind: str) -> HTTPResponse | str:
    """Field: `photo`, `cover` or `cv_file`, a file."""
    field = "cv_file" if kind == "cv" else kind
    upload = forms.file(field)

    def action() -> HTTPResponse:
        if kind == "cv":
            call(
                "profile_cv_save",
                content=upload.content if upload else None,
                file_name=upload.name if upload else None,
            )
        elif upload is None:
            raise ContractError(422, "Choose a JPEG or PNG picture.", kind)
        else:
            call("profile_picture_save", kind=kind, **_reduced(upload, kind))
        return cookies.see_other("/profile/edit#files", "Your file is saved.")

    return forms.submit(
        action,
        lambda errors: _page(form="files", errors=errors),
        {"content": field, "file_name": field},
    )


def remove_file(kind: str) -> HTTPResponse:
    """No fields. What is gone already is gone."""
    with _gone_already():
        if kind == "cv":
            call("profile_cv_remove")
        else:
            call("profile_picture_remove", kind=kind)
    return cookies.see_other("/profile/edit#files", "Removed.")


def verify(achievement_id: int) -> HTTPResponse:
    """Field: `is_verified`, 1 or 0. For the office."""
    values = forms.read("is_verified")
    call("achievement_verify", achievement_id=achievement_id, **values)
    words = "verified" if values["is_verified"] == "1" else "not verified any more"
    return cookies.see_other("/dashboard", f"The achievement is {words}.")
