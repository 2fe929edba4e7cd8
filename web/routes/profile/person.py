"""People: their pages, pictures and CVs, following, and how one is seen oneself."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse, response

from web.database.errors import ContractError
from web.http import cookies, downloads, forms
from web.http.calls import call
from web.pages.render import is_fragment, render

KINDS = (
    ("visitor", "Visitor"),
    ("student", "Student"),
    ("student_of_my_campus", "Student of my campus"),
    ("alumnus", "Alumnus"),
    ("person_i_follow", "Person I follow"),
)
YEAR = 365 * 86400


def register(app: Bottle) -> None:
    """Add the routes."""
    app.get("/people/<user_id:id>", callback=person)
    app.get("/<directory:re:alumni|students>/<user_id:id>", callback=profile)
    app.post("/people/<user_id:id>/follow", callback=follow)
    app.post("/people/<user_id:id>/unfollow", callback=unfollow)
    app.get("/profile/visitors", callback=visitors)
    app.get("/profile/view-as", callback=view_as)
    app.get("/pictures/<user_id:id>/<kind:re:photo|cover>/<width:id>/<version>", callback=picture)
    app.get("/download/profile-cv/<user_id:id>", callback=download_cv)


def person(user_id: int) -> HTTPResponse:
    """Lead to the page of whoever it is."""
    found = call("profile_read", user_id=user_id).person
    return cookies.see_other(f"/{found.directory}/{found.id}")


def profile(directory: str, user_id: int) -> HTTPResponse | str:
    """person/read.html: the result sets of profile_open. Opening counts as a view."""
    page = call("profile_open", user_id=user_id)
    if page.person.directory != directory:
        # A student who has become an alumnus keeps every link.
        return cookies.see_other(f"/{page.person.directory}/{user_id}")
    return render("person/read.html", page=page)


def follow(user_id: int) -> HTTPResponse | str:
    """No fields. person/follow_part.html for htmx."""
    return _followed(call("person_follow", user_id=user_id).person, "You follow them now.")


def unfollow(user_id: int) -> HTTPResponse | str:
    """No fields. person/follow_part.html for htmx."""
    return _followed(call("person_unfollow", user_id=user_id).person, "You follow them no more.")


def _followed(found: Any, said: str) -> HTTPResponse | str:  # noqa: ANN401 - a row
    if is_fragment():
        return render("person/follow_part.html", person=found)
    place = f"/{found.directory}/{found.id}" if found.directory else "/alumni"
    return cookies.see_other(place, said)


def visitors() -> str:
    """person/visitors.html: the result sets of profile_visitors. Query: `after`."""
    asked = forms.read_query("after")
    page = call("profile_visitors", **asked)
    return render("person/visitors.html", page=page, asked=asked)


def view_as() -> HTTPResponse | str:
    """person/view_as.html: the result sets of profile_view_as. Query: `kind`, a visitor's first."""
    kind = forms.read_query("kind")["kind"] or KINDS[0][0]

    def show(kind: str, errors: dict[str, str]) -> Any:  # noqa: ANN401
        page = call("profile_view_as", kind=kind)
        label = dict(KINDS)[page.view.kind]
        seen_by = f"{'an' if label[0] in 'AEIOU' else 'a'} {label[0].lower()}{label[1:]}"
        return render("person/view_as.html", page=page, kinds=KINDS, seen_by=seen_by, errors=errors)

    return forms.submit(lambda: show(kind, {}), lambda errors: str(show(KINDS[0][0], errors)))


def picture(user_id: int, kind: str, width: int, version: str) -> bytes:
    """Send a photo or cover; its address changes with it, so that browsers may keep it."""
    if width > 2**16 - 1:
        raise ContractError(HTTPStatus.NOT_FOUND, "There is no such picture.")
    file = call("profile_picture_read", user_id=user_id, kind=kind, width=width).file
    response.content_type = file.media_type
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
    # Private: who may see it is decided for each person anew.
    response.set_header(
        "Cache-Control",
        f"private, max-age={YEAR}, immutable" if version == file.version else "private, no-store",
    )
    return bytes(file.content)


def download_cv(user_id: int) -> bytes:
    """Send the CV on a profile as a file to save."""
    return downloads.send(call("profile_cv_read", user_id=user_id).file)
