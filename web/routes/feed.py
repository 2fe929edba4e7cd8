"""The feed: posts, likes, comments."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from bottle import Bottle, HTTPResponse, response

from web import route
from web.database.client import Page, Row
from web.files import pictures
from web.http import cookies, downloads, forms
from web.http.calls import call
from web.http.threads import in_thread
from web.pages.render import is_fragment, render
from web.route import Listed, Shown

FEED = Listed("feed/list.html", "feed_read")
POST = Listed("feed/post.html", "post_read")
EDITED = Shown("feed/edit.html", "post_form_read", initial="post")
READING = "/posts/{post_id}"
COMMENT = "/posts/{comment.post_id}?comment={comment.id}#comment-{comment.id}"
YEAR = 365 * 86400


def register(app: Bottle) -> None:
    """Add the routes."""
    path = "/posts/<post_id:id>"
    app.get("/feed", callback=feed)
    route.post(
        app,
        "/feed",
        "post_add",
        again=FEED,
        then="/posts/{post.id}",
        said="Posted.",
        filled=_fitted,
    )
    app.get(path, callback=post)
    route.get(app, f"{path}/edit", EDITED)
    route.post(app, f"{path}/edit", "post_edit", again=EDITED, then=READING, said="Changes saved.")
    route.get(app, f"{path}/history", Shown("feed/history.html", "post_revisions"))
    route.post(app, f"{path}/like", "post_like", then=_liked_post)
    route.post(app, f"{path}/pin", "post_pin", again=POST, then="/feed", said=_pinned)
    route.post(
        app,
        f"{path}/delete",
        "post_delete",
        then="/feed",
        said="Post deleted.",
        undo="/posts/{post_id}/restore",
    )
    route.post(app, f"{path}/restore", "post_restore", then=READING, said="Post restored.")
    route.post(app, f"{path}/comments", "comment_add", again=_thread, then=COMMENT)
    app.get("/posts/files/<file_id:id>", callback=file)
    comment = "/comments/<comment_id:id>"
    route.post(app, f"{comment}/edit", "comment_edit", then=COMMENT, said="Changes saved.")
    route.post(app, f"{comment}/like", "comment_like", then=_liked_comment)
    route.post(
        app,
        f"{comment}/delete",
        "comment_delete",
        then="/posts/{comment.post_id}",
        said="Comment deleted.",
        undo="/comments/{comment_id}/restore",
    )
    route.post(app, f"{comment}/restore", "comment_restore", then=COMMENT, said="Comment restored.")


def feed() -> str:
    """Show the feed, the posts of the `author`, or those that match the `search`."""
    asked = forms.read_query("search", "author")
    return search() if asked["search"] else FEED(author_id=_id(asked["author"]))


def search() -> str:
    """Show the posts that match the `search`; with a bad one, only its form."""
    asked = forms.read_query("search", "after")

    def show(filters: Mapping[str, str | None], errors: dict[str, str]) -> str:
        page = call("feed_search", **filters) if filters else None
        return render("feed/search.html", page=page, values=asked, errors=errors)

    return forms.filtered(asked, show)


def _id(text: str | None) -> int | None:
    """Return an id from the address; 0, which nobody has, where it is not a number."""
    return (int(text) if text.isascii() and text.isdecimal() else 0) if text else None


def _fitted(_values: Mapping[str, Any]) -> dict[str, bytes]:
    """Reduce the picture."""
    upload = forms.file("picture")
    if upload is None:
        return {}
    # Waiting for the lock here keeps the threads free for people who sign in.
    with pictures.one_at_a_time:
        return {"picture": in_thread(pictures.fitted, upload, "picture")}


def post(post_id: int) -> str:
    """Show a post and its comments, or only the thread of one `comment`."""
    return POST(post_id=post_id, comment_id=_id(forms.read_query("comment")["comment"]))


def _thread(values: Mapping[str, Any], errors: Mapping[str, str], post_id: int) -> str:
    """Show a comment again where it was typed: below the one that it answers."""
    return POST(values, errors, post_id=post_id, comment_id=_id(values["parent_id"]))


def _pinned(page: Page, **_path: int) -> str:
    return "Post pinned." if page.post.is_pinned else "Post unpinned."


def _liked_post(page: Page, post_id: int) -> HTTPResponse | str:
    return _like_button("posts", page.post) or f"/posts/{post_id}"


def _liked_comment(page: Page, **_path: int) -> HTTPResponse | str:
    return _like_button("comments", page.comment) or COMMENT.format(comment=page.comment)


def _like_button(what: str, row: Row) -> HTTPResponse | None:
    """Return the new button for htmx; None where a page is asked for."""
    if not is_fragment():
        return None
    return cookies.answer(render("feed/like.html", what=what, one=row), HTTPStatus.OK)


def file(file_id: int) -> bytes:
    """Send the picture of a post, or its document as a download."""
    row = call("post_file_read", file_id=file_id).file
    if row.kind == "document":
        return downloads.send(row)
    response.content_type = row.media_type
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
    # Private, because who may see it depends on the person. A file never changes.
    response.set_header("Cache-Control", f"private, max-age={YEAR}, immutable")
    return bytes(row.content)
