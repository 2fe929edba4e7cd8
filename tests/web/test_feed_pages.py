"""The feed as people meet it: writing, pictures, likes, threads, deleting and bringing back."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.support.jobs import PDF
from tests.support.pictures import picture
from tests.support.site import Browser, Site

XSS = "<script>alert(1)</script>"


@pytest.fixture
def author(site: Site) -> Browser:
    """Return the browser of who posts."""
    return site.browser().signed_in(site.db.alumnus("Ada", "<b>Author</b>"))


@pytest.fixture
def reader(site: Site) -> Browser:
    """Return the browser of who reads."""
    return site.browser().signed_in(site.db.student("Rea", "Reader"))


def write(author: Browser, words: str = "Words of a post", **more: str) -> str:
    """Post something; returns the address of its page."""
    done = author.submit("/feed", {"body": words, "visibility": "all", **more})
    assert done.status == 303, done.text
    assert done.location
    return done.location


def test_from_the_form_to_the_feed(author: Browser, reader: Browser) -> None:
    path = write(author, f"**Bold** {XSS} [bad](javascript:alert(1))", link_url="https://a.org/x")
    page = reader.get("/feed")
    assert (page.status, page.round_trips) == (200, 1)
    assert "<strong>Bold</strong>" in page.text
    assert "&lt;b&gt;Author&lt;/b&gt;" in page.text
    page = reader.get(path)
    assert (page.status, page.round_trips) == (200, 1)
    for where in (page, reader.get("/feed")):
        assert "<script>alert" not in where.text
        assert 'href="javascript' not in where.text
    assert 'href="https://a.org/x" rel="noopener nofollow ugc"' in page.text
    assert f"{path}/edit" not in page.text
    assert reader.get(f"{path}/edit").status == 403


def test_what_was_typed_is_kept(author: Browser) -> None:
    wrong = author.submit("/feed", {"body": "Kept <words>", "visibility": "all", "link_url": "no"})
    assert wrong.status == 422
    assert "Kept &lt;words&gt;" in wrong.text
    assert 'aria-invalid="true"' in wrong.text


def test_a_picture_and_a_document(author: Browser, reader: Browser) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    large = picture((2000, 1000), "JPEG", exif=exif)
    sent = author.submit(
        "/feed",
        {"body": "", "visibility": "all", "picture_words": 'Our "team"'},
        files={"picture": ("team.jpg", large), "document": ("job.pdf", PDF)},
    )
    assert sent.status == 303, sent.text
    page = reader.get(sent.location or "")
    assert 'alt="Our &#34;team&#34;"' in page.text
    assert 'width="1280" height="640"' in page.text
    sources = [part.split('"')[0] for part in page.text.split('"/posts/files/')[1:]]
    shown = reader.get(f"/posts/files/{sources[0]}")
    assert shown.headers["content-type"] == "image/webp"
    assert "sandbox" in shown.headers["content-security-policy"]
    with Image.open(io.BytesIO(shown.response.content)) as found:
        assert found.size == (1280, 640)
    assert b"SecretCamera" not in shown.response.content
    saved = reader.get(f"/posts/files/{sources[1]}")
    assert saved.response.content == PDF
    assert saved.headers["content-disposition"].startswith("attachment")
    bad = author.submit(
        "/feed",
        {"body": "x", "visibility": "all", "picture_words": "A"},
        files={"picture": ("a.png", b"no picture")},
    )
    assert bad.status == 422


def test_likes_with_and_without_a_script(author: Browser, reader: Browser) -> None:
    path = write(author)
    token = reader.get(path).values["csrf_token"]
    form = {"csrf_token": token, "is_liked": "1"}
    assert reader.post(f"{path}/like", form).location == path
    assert 'aria-pressed="true"' in reader.get(path).text
    part = reader.post(f"{path}/like", {**form, "is_liked": "0"}, HX_Request="true")
    assert part.status == 200
    assert part.text.lstrip().startswith("<form")
    assert 'aria-pressed="false"' in part.text


def test_a_thread(site: Site, author: Browser, reader: Browser) -> None:
    path = write(author)
    said = reader.submit(f"{path}/comments", {"body": f"First {XSS}"}, at=path)
    assert said.status == 303
    location = said.location or ""
    first = location.partition("#comment-")[2]
    for number in range(5):
        answer = author.submit(
            f"{path}/comments", {"body": f"Answer {number}", "parent_id": first}, at=path
        )
        assert answer.status == 303
    page = reader.get(path)
    assert "<script>alert" not in page.text
    assert "Show 2 more replies" in page.text
    assert page.round_trips == 1
    wrong = author.submit(f"{path}/comments", {"body": " ", "parent_id": first}, at=path)
    assert wrong.status == 422
    token = page.values["csrf_token"]
    done = reader.post(f"/comments/{first}/edit", {"csrf_token": token, "body": "Other words"})
    assert done.status == 303
    assert "Other words" in reader.get(path).text
    assert (
        author.post(
            f"/comments/{first}/delete", {"csrf_token": author.get(path).values["csrf_token"]}
        ).location
        == path
    )
    page = reader.get(path)
    assert "This comment was deleted." in page.text
    assert "Other words" not in page.text
    undo = author.get(path)
    assert f'action="/comments/{first}/restore"' in undo.text
    back = author.post(
        f"/comments/{first}/restore", {"csrf_token": undo.values["csrf_token"], "is_deleted": "0"}
    )
    assert back.status == 303
    assert "Other words" in reader.get(path).text
    assert site.browser().get(path).location == f"/login?next={path.replace('/', '%2F')}"


def test_away_and_back(author: Browser, reader: Browser) -> None:
    path = write(author, "Not for long")
    form = {"csrf_token": author.get(path).values["csrf_token"]}
    assert author.post(f"{path}/delete", form).location == "/feed"
    assert f'action="{path}/restore"' in author.get("/feed").text
    assert reader.get(path).status == 404
    assert "Restore post" in author.get(path).text
    assert author.post(f"{path}/restore", form).location == path
    assert "Not for long" in reader.get(path).text


def test_history(author: Browser, reader: Browser) -> None:
    path = write(author, "First words")
    assert "never been edited" in reader.get(f"{path}/history").text
    changed = author.submit(f"{path}/edit", {"body": "Second words", "visibility": "all"})
    assert changed.location == path
    page = reader.get(f"{path}/history")
    assert (page.status, page.round_trips) == (200, 1)
    assert "First words" in page.text
    stale = author.submit(f"{path}/edit", {"body": "Third", "visibility": "all", "revision": "1"})
    assert stale.status == 409
    assert "Reload the page" in stale.text


def test_lists(author: Browser, reader: Browser, site: Site) -> None:
    write(author, "Searchable zeppelin")
    assert "zeppelin" in reader.get("/feed?search=zeppel").text
    assert "No posts found" in reader.get("/feed?search=zzzzzz").text
    assert reader.get("/feed?search=a").status == 422
    assert "Posts by you and by people you follow" in reader.get("/feed?view=following").text
    assert reader.get("/feed?view=nonsense").status == 422
    assert reader.get("/feed?after=nonsense").status == 400
    assert reader.get("/feed?author=nonsense").status == 404
    assert reader.get("/posts/999999").status == 404
    admin = site.browser().signed_in(site.db.admin())
    path = write(author, "Worth a pin")
    token = admin.get(path).values["csrf_token"]
    assert admin.post(f"{path}/pin", {"csrf_token": token, "is_pinned": "1"}).status == 303
    assert reader.get("/feed").text.count("Worth a pin") == 1, "once, above"
    admin.post(f"{path}/pin", {"csrf_token": token, "is_pinned": "0"})
