"""The feed: posts, likes, comments."""

from __future__ import annotations

from typing import Any

from bottle import Bottle, HTTPResponse, response

from web.files import pictures
from web.http import cookies, downloads, forms
from web.http.calls import call
from web.http.threads import in_thread
from web.pages.render import is_fragment, render

FIELDS = ("body", "link_url", "visibility")
YEAR = 365 * 86400


def register(app: Bottle) -> None:
    """Add the routes."""
    one = "/posts/<post_id:id>"
    app.get("/feed", callback=feed)
    app.post("/feed", callback=add)
    app.get(one, callback=post)
    app.get(f"{one}/edit", callback=edit_form)
    app.post(f"{one}/edit", callback=edit)
    app.get(f"{one}/history", callback=history)
    app.post(f"{one}/like", callback=like)
    app.post(f"{one}/pin", callback=pin)
    app.post(f"{one}/delete", callback=delete)
    app.post(f"{one}/restore", callback=restore)
    app.post(f"{one}/comments", callback=comment)
    app.get("/posts/files/<file_id:id>", callback=file)
    app.post("/comments/<comment_id:id>/edit", callback=comment_edit)
    app.post("/comments/<comment_id:id>/like", callback=comment_like)
    app.post("/comments/<comment_id:id>/delete", callback=comment_delete)
    app.post("/comments/<comment_id:id>/restore", callback=comment_restore)


def feed() -> HTTPResponse | str:
    """feed/list.html: page.pinned, page.posts, page.page. Query: `view`, `author`, `after`.

    With `search`: feed/search.html, page.posts, page.page.
    """
    asked = forms.read_query("search", "view", "author", "after")
    if asked["search"]:
        return _search(asked)
    # What is no number is nobody.
    author = asked["author"]
    author_id = (int(author) if author.isascii() and author.isdecimal() else 0) if author else None

    def action() -> Any:  # noqa: ANN401
        page = call("feed_read", view=asked["view"], author_id=author_id, after=asked["after"])
        return render("feed/list.html", page=page, asked=asked)

    # A view that does not exist: everything, and what was wrong.
    return forms.submit(action, lambda errors: _list({}, errors))


def _list(values: dict[str, Any], errors: dict[str, str]) -> str:
    page = call("feed_read")
    return render("feed/list.html", page=page, asked={}, values=values, errors=errors)


def _search(asked: dict[str, str | None]) -> HTTPResponse | str:
    words = {"search": asked["search"], "after": asked["after"]}

    def show(page: Any, errors: dict[str, str]) -> Any:  # noqa: ANN401
        return render("feed/search.html", page=page, values=words, errors=errors)

    return forms.submit(
        lambda: show(call("feed_search", **words), {}), lambda errors: str(show(None, errors))
    )


def add() -> HTTPResponse | str:
    """Fields: FIELDS, `picture` (a file), `picture_words`, `document` (a file)."""
    values = forms.read(*FIELDS, "picture_words", "idempotency_key")
    picture, document = forms.file("picture"), forms.file("document")

    def action() -> HTTPResponse:
        done = call(
            "post_add",
            **values,
            picture=_fitted(picture) if picture else None,
            document=document.content if document else None,
            document_name=document.name if document else None,
        ).post
        return cookies.see_other(f"/posts/{done.id}", "It is in the feed.")

    return forms.submit(action, lambda errors: _list(values, errors), {"document_name": "document"})


def _fitted(upload: forms.Upload) -> bytes:
    # Who waits for the turn takes no thread from those who sign in.
    with pictures.one_at_a_time:
        return in_thread(pictures.fitted, upload, "picture")


def post(post_id: int) -> str:
    """feed/post.html: page.post, page.comments, page.page. Query: `comment`, `after`."""
    asked = forms.read_query("comment", "after")
    return _post(post_id, asked, {}, {})


def _post(
    post_id: int, asked: dict[str, Any], values: dict[str, Any], errors: dict[str, str]
) -> str:
    start = asked.get("comment")
    page = call(
        "post_read",
        post_id=post_id,
        comment_id=(int(start) if start.isascii() and start.isdecimal() else 0) if start else None,
        after=asked.get("after"),
    )
    return render("feed/post.html", page=page, values=values, errors=errors)


def edit_form(post_id: int) -> str:
    """feed/edit.html: values as post_form_read returns them."""
    found = call("post_form_read", post_id=post_id).post
    return render("feed/edit.html", post_id=post_id, values=found)


def edit(post_id: int) -> HTTPResponse | str:
    """Fields: FIELDS, `revision`."""
    values = forms.read(*FIELDS, "revision")

    def action() -> HTTPResponse:
        call("post_edit", post_id=post_id, **values)
        return cookies.see_other(f"/posts/{post_id}", "Saved.")

    return forms.submit(
        action,
        lambda errors: render("feed/edit.html", post_id=post_id, values=values, errors=errors),
    )


def history(post_id: int) -> str:
    """feed/history.html: page.post, page.revisions."""
    return render("feed/history.html", page=call("post_revisions", post_id=post_id))


def like(post_id: int) -> HTTPResponse:
    """Field: `is_liked` (1, 0). For htmx the button as it is now."""
    done = call("post_like", post_id=post_id, **forms.read("is_liked")).post
    if is_fragment():
        return HTTPResponse(render("feed/like.html", what="posts", one=done))
    return cookies.see_other(f"/posts/{post_id}")


def comment_like(comment_id: int) -> HTTPResponse:
    """Field: `is_liked` (1, 0). For htmx the button as it is now."""
    done = call("comment_like", comment_id=comment_id, **forms.read("is_liked")).comment
    if is_fragment():
        return HTTPResponse(render("feed/like.html", what="comments", one=done))
    return _see_comment(done)


def _see_comment(done: Any, said: str | None = None) -> HTTPResponse:  # noqa: ANN401 - a row
    return cookies.see_other(f"/posts/{done.post_id}?comment={done.id}#comment-{done.id}", said)


def pin(post_id: int) -> HTTPResponse | str:
    """Field: `is_pinned` (1, 0)."""
    values = forms.read("is_pinned")

    def action() -> HTTPResponse:
        done = call("post_pin", post_id=post_id, **values).post
        return cookies.see_other("/feed", "It stands above." if done.is_pinned else "Taken down.")

    return forms.submit(action, lambda errors: _post(post_id, {}, {}, errors))


def delete(post_id: int) -> HTTPResponse:
    """No fields. The next page offers to undo, and later the post itself."""
    call("post_delete", post_id=post_id)
    return cookies.see_other("/feed", "The post is deleted.", undo=f"/posts/{post_id}/restore")


def restore(post_id: int) -> HTTPResponse:
    """No fields."""
    call("post_restore", post_id=post_id)
    return cookies.see_other(f"/posts/{post_id}", "The post is back.")


def comment(post_id: int) -> HTTPResponse | str:
    """Fields: `body`, `parent_id`, `idempotency_key`."""
    values = forms.read("body", "parent_id", "idempotency_key")

    def action() -> HTTPResponse:
        return _see_comment(call("comment_add", post_id=post_id, **values).comment)

    # An answer that was refused is shown where it was typed.
    asked = {"comment": values["parent_id"]}
    return forms.submit(action, lambda errors: _post(post_id, asked, values, errors))


def comment_edit(comment_id: int) -> HTTPResponse:
    """Field: `body`."""
    return _see_comment(
        call("comment_edit", comment_id=comment_id, **forms.read("body")).comment, "Saved."
    )


def comment_delete(comment_id: int) -> HTTPResponse:
    """No fields. The next page offers to undo."""
    done = call("comment_delete", comment_id=comment_id).comment
    return cookies.see_other(
        f"/posts/{done.post_id}", "The comment is deleted.", undo=f"/comments/{done.id}/restore"
    )


def comment_restore(comment_id: int) -> HTTPResponse:
    """No fields."""
    return _see_comment(
        call("comment_restore", comment_id=comment_id).comment, "The comment is back."
    )


def file(file_id: int) -> bytes:
    """Send the picture of a post, or its document as a file to save."""
    found = call("post_file_read", file_id=file_id).file
    if found.kind == "document":
        return downloads.send(found)
    response.content_type = found.media_type
    response.set_header("Content-Security-Policy", "default-src 'none'; sandbox")
    # Private: who may see it is decided for each person. A file never changes.
    response.set_header("Cache-Control", f"private, max-age={YEAR}, immutable")
    return bytes(found.content)
