"""People: their pages, pictures and CVs, following them, and how others see you."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse, response

from web import route
from web.database.client import Page
from web.database.errors import ContractError
from web.http import cookies, downloads, forms
from web.http.calls import call
from web.pages import formatting
from web.pages.render import is_fragment, render
from web.route import Listed

VIEWS = {
    "student_of_my_campus": "Student of my campus",
    "person_i_follow": "Person I follow",
}
"""Labels of types of people that are not just their names."""
YEAR = 365 * 86400


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/people/<user_id:id>", callback=person)
    app.get("/<directory:re:alumni|students>/<user_id:id>", callback=profile)
    route.post(
        app,
        "/people/<user_id:id>/follow",
        "person_follow",
        then=_followed,
        said="You now follow them.",
    )
    route.post(
        app,
        "/people/<user_id:id>/unfollow",
        "person_unfollow",
        then=_followed,
        said="You no longer follow them.",
    )
    route.get(app, "/profile/visitors", Listed("person/visitors.html", "profile_visitors"))
    app.get("/profile/view-as", callback=view_as)
    app.get("/pictures/<user_id:id>/<kind:re:photo|cover>/<width:id>/<version>", callback=picture)
    app.get("/download/profile-cv/<user_id:id>", callback=download_cv)


def person(user_id: int) -> HTTPResponse:
    """Lead to a person's page in the directory that lists them."""
    page = call("profile_read", user_id=user_id)
    return cookies.see_other(f"/{page.person.directory}/{page.person.id}")


def profile(directory: str, user_id: int) -> HTTPResponse | str:
    """Show a profile. Opening it counts as a view."""
    page = call("profile_open", user_id=user_id)
    if page.person.directory != directory:
        # Links to a student still work after graduation.
        return cookies.see_other(f"/{page.person.directory}/{user_id}")
    return render("person/read.html", page=page)


def _followed(page: Page, **_: Any) -> HTTPResponse | str:  # noqa: ANN401
    """Return the button as it is now for htmx, or the person's page."""
    person = page.person
    if is_fragment():
        part = render("person/follow_part.html", person=person)
        return cookies.answer(part, HTTPStatus.OK)
    return f"/{person.directory}/{person.id}" if person.directory else "/alumni"


def view_as() -> str:
    """Preview your profile as others see it. Query: `kind`, by default a visitor."""

    def show(asked: Mapping[str, Any], errors: Mapping[str, str]) -> str:
        page = call("profile_view_as", kind=asked.get("kind") or "visitor")
        label = formatting.label(page.view.kind, VIEWS)
        seen_by = f"{'an' if label[0] in 'AEIOU' else 'a'} {label[0].lower()}{label[1:]}"
        return render(
            "person/view_as.html", page=page, labels=VIEWS, seen_by=seen_by, errors=errors
        )

    return forms.filtered(forms.read_query("kind"), show)


def picture(user_id: int, kind: str, width: int, version: str) -> bytes:
    """Send a photo or cover. Each version has its own URL, so browsers may cache it."""
    if width > 2**16 - 1:
        raise ContractError(HTTPStatus.NOT_FOUND, "Picture not found.")
    file = call("profile_picture_read", user_id=user_id, kind=kind, width=width).file
    response.content_type = file.media_type
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
    # Private, because access is checked for each person.
    response.set_header(
        "Cache-Control",
        f"private, max-age={YEAR}, immutable" if version == file.version else "private, no-store",
    )
    return bytes(file.content)


def download_cv(user_id: int) -> bytes:
    """Send the CV on a profile as a file to save."""
    return downloads.send(call("profile_cv_read", user_id=user_id).file)
