"""The feed: who sees what, likes, threads, search, history, moderation, counters that are right."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.accounts import set_setting
from tests.support.database import Client, Database, Refused, Row
from tests.support.jobs import PDF
from tests.support.pictures import picture as picture_of
from tests.support.races import at_once, calling, states

AUDIENCES = ("all", "alumni_only", "students_only", "followers")


@pytest.fixture(autouse=True)
def all_is_counted(db: Database) -> Iterator[None]:
    """Compare every counter with what it counts, after whatever a test does."""
    yield
    verified = db.call("counters_verify", None)
    assert [tuple(row.values()) for row in verified.differences] == []


def post(
    client: Client,
    author: int,
    body: str | None = "Some <b>words</b>",
    visibility: str = "all",
    **more: Any,
) -> int:
    """Post something; returns posts.id."""
    values = {
        "link_url": None,
        "picture": None,
        "picture_words": None,
        "document": None,
        "document_name": None,
        "idempotency_key": None,
        **more,
    }
    done = client.call(
        "post_add",
        author,
        body,
        values["link_url"],
        visibility,
        values["picture"],
        values["picture_words"],
        values["document"],
        values["document_name"],
        values["idempotency_key"],
    )
    return int(done.post.id)


def comment(
    client: Client, author: int, where: int, parent: int | None = None, body: str = "Yes"
) -> int:
    """Say something; returns post_comments.id."""
    return int(client.call("comment_add", author, where, parent, body, None).comment.id)


def read(client: Client, actor: int, where: int, start: int | None = None) -> Any:
    """Open a post."""
    return client.call("post_read", actor, where, start, None, 20)


def ids(rows: list[Row]) -> list[int]:
    """Return the ids of rows."""
    return [int(row.id) for row in rows]


def refused(client: Client, procedure: str, *arguments: Any) -> str:
    """Return the state that a call is refused with."""
    with pytest.raises(Refused) as refusal:
        client.call(procedure, *arguments)
    return str(refusal.value.state)


def told(db: Database, person: int) -> list[tuple[str, int]]:
    """Return what a person was told and by how many, the latest first."""
    page = db.call("notification_list", person, "all", None, 50)
    return [(row.verb, row.others_count + 1) for row in page.notifications]


def test_a_post_as_its_readers_see_it(db: Database) -> None:
    author, reader = db.alumnus("Ada", "Author"), db.student()
    picture = picture_of((640, 480), "WEBP")
    one = post(
        db,
        author,
        "We **hire**.",
        link_url="https://example.org/jobs",
        picture=picture,
        picture_words="The team",
        document=PDF,
        document_name="job.pdf",
    )
    page = read(db, reader, one)
    shown = page.post
    assert (shown.author, shown.directory, shown.body) == ("Ada Author", "alumni", "We **hire**.")
    assert shown.link_url == "https://example.org/jobs"
    assert (shown.picture_words, shown.picture_width, shown.picture_height) == (
        "The team",
        640,
        480,
    )
    assert (shown.document_name, shown.document_size) == ("job.pdf", len(PDF))
    assert (shown.is_mine, shown.has_liked, page.page.can_edit, page.page.can_pin) == (0, 0, 0, 0)
    assert db.call("post_file_read", reader, shown.picture_id).file.content == picture
    assert db.call("post_file_read", reader, shown.document_id).file.content == PDF
    assert read(db, author, one).page.can_edit == 1


@pytest.mark.parametrize(
    ("body", "more", "field"),
    [
        (None, {}, "body"),
        ("x" * 10_001, {}, "body"),
        ("x", {"link_url": "javascript:alert(1)"}, "link_url"),
        ("x", {"link_url": "example"}, "link_url"),
        ("x", {"visibility": "nobody"}, "visibility"),
        ("x", {"picture": b"GIF89a", "picture_words": "A"}, "picture"),
        ("x", {"picture": picture_of((1281, 10), "WEBP"), "picture_words": "A"}, "picture"),
        ("x", {"picture": picture_of((10, 10), "WEBP")}, "picture_words"),
        ("x", {"document": b"MZ", "document_name": "a.pdf"}, "document"),
        ("x", {"document": PDF, "document_name": "a.exe"}, "document"),
        ("x", {"document": b"", "document_name": "a.pdf"}, "document"),
    ],
)
def test_what_no_post_is(db: Database, body: str | None, more: dict[str, Any], field: str) -> None:
    author = db.student()
    with pytest.raises(Refused) as refusal:
        post(db, author, body, **more)
    assert (refusal.value.state, refusal.value.field) == ("45422", field)
    assert db.value("SELECT COUNT(*) FROM posts WHERE author_id = %s", author) == 0


def test_who_sees_which_post(db: Database) -> None:
    author, alumnus, student = db.alumnus(), db.alumnus(), db.student()
    follower, admin, blocked = db.student(), db.admin(), db.alumnus()
    db.call("person_follow", follower, author)
    db.call("person_block", author, blocked)
    posts = {audience: post(db, author, "Whose?", audience) for audience in AUDIENCES}
    expected = {
        author: set(AUDIENCES),
        admin: set(AUDIENCES),
        alumnus: {"all", "alumni_only"},
        student: {"all", "students_only"},
        follower: {"all", "students_only", "followers"},
        blocked: set(),
    }
    for viewer, audiences in expected.items():
        seen = set()
        for audience, one in posts.items():
            try:
                read(db, viewer, one)
                seen.add(audience)
            except Refused as refusal:
                assert refusal.state == "45404"
        assert seen == audiences
        listed = set(ids(db.call("feed_read", viewer, None, None, None, 50).posts))
        assert {name for name, one in posts.items() if one in listed} == audiences, "in the feed"
        for name in set(AUDIENCES) - audiences:
            assert refused(db, "post_like", viewer, posts[name], 1) == "45404"
            assert refused(db, "comment_add", viewer, posts[name], None, "x", None) == "45404"
            assert refused(db, "content_report", viewer, "post", posts[name], "spam", None) == (
                "45404"
            )
    hidden = db.alumnus()
    db.call("privacy_save", hidden, "profile", "alumni")
    one = post(db, hidden)
    assert refused(db, "post_read", student, one, None, None, 20) == "45404"
    assert read(db, alumnus, one).post.id == one


def test_pages_of_the_feed(db: Database) -> None:
    author, other, reader = db.alumnus(), db.alumnus(), db.student()
    set_setting(db, "posts_per_day", "1000")
    mine = [post(db, author if number % 3 else other, f"Post {number}") for number in range(45)]
    seen: list[int] = []
    after = None
    while True:
        page = db.call("feed_read", reader, "everything", None, after, 7)
        seen += ids(page.posts)
        after = page.page.next_after
        if after is None or after < mine[0]:
            break
    assert [one for one in seen if one in set(mine)] == mine[::-1], "each once, the newest first"

    own = db.call("feed_read", reader, None, author, None, 50)
    assert ids(own.posts) == [one for number, one in enumerate(mine) if number % 3][::-1]
    assert (own.page.view, own.page.author_id) == ("person", author)


def test_the_feed_of_whom_one_follows(db: Database) -> None:
    set_setting(db, "posts_per_day", "1000")
    busy, quiet, stranger, reader = db.alumnus(), db.alumnus(), db.alumnus(), db.student()
    for one in (busy, quiet):
        db.call("person_follow", reader, one)
    expected = [post(db, quiet, "Seldom")]
    for number in range(30):
        expected.append(post(db, busy, f"Often {number}"))
        post(db, busy, "For alumni", "alumni_only")
        post(db, stranger, "From nobody")
    expected.append(post(db, reader, "One's own"))
    expected.append(post(db, quiet, "Again"))
    seen, pages, after = [], 0, None
    while True:
        page = db.call("feed_read", reader, "following", None, after, 5)
        seen += ids(page.posts)
        pages += 1
        after = page.page.next_after
        if after is None:
            break
    assert seen == expected[::-1]
    assert pages < 40


def test_pinned_posts_stand_above(db: Database) -> None:
    author, admin, reader = db.alumnus(), db.admin(), db.student()
    for row in db.rows("SELECT id FROM posts WHERE is_pinned = 1"):
        db.call("post_pin", admin, row.id, 0)
    posts = [post(db, author) for _ in range(4)]
    for one in posts[:3]:
        db.call("post_pin", admin, one, 1)
    assert refused(db, "post_pin", admin, posts[3], 1) == "45409"
    assert refused(db, "post_pin", author, posts[3], 1) == "45403"
    page = db.call("feed_read", reader, None, None, None, 2)
    assert ids(page.pinned) == posts[2::-1]
    assert db.call("feed_read", reader, None, None, page.page.next_after, 2).pinned == []
    db.call("post_delete", author, posts[0])
    assert ids(db.call("feed_read", reader, None, None, None, 2).pinned) == posts[2:0:-1]
    db.call("post_pin", admin, posts[3], 1)
    for one in posts[1:]:
        db.call("post_pin", admin, one, 0)
    assert db.call("feed_read", reader, None, None, None, 2).pinned == []


def test_three_places_for_many_who_pin(db: Database) -> None:
    admin, author = db.admin(), db.alumnus()
    for row in db.rows("SELECT id FROM posts WHERE is_pinned = 1"):
        db.call("post_pin", admin, row.id, 0)
    posts = [post(db, author) for _ in range(6)]
    done = states_of(db, [("post_pin", (admin, one, 1)) for one in posts])
    assert done == {"": 3, "45409": 3}
    for one in posts:
        db.call("post_pin", admin, one, 0)


Call = tuple[str, tuple[Any, ...]]


def states_of(db: Database, calls: list[Call]) -> Counter[str]:
    """Call from a connection each at one moment; count the SQLSTATEs."""
    return states(at_once(db, *[calling(name, *arguments) for name, arguments in calls]))


def test_likes(db: Database) -> None:
    author, one, two = db.alumnus(), db.student("Lea", "One"), db.student("Max", "Two")
    where = post(db, author)
    assert db.call("post_like", one, where, 1).post.likes_count == 1
    assert db.call("post_like", one, where, 1).post.likes_count == 1, "once a person"
    assert db.call("post_like", two, where, 1).post.likes_count == 2
    assert read(db, one, where).post.has_liked == 1
    assert told(db, author) == [("post_liked", 2)], "one notification of both"
    assert db.call("post_like", one, where, 0).post.likes_count == 1
    assert db.call("post_like", one, where, 0).post.likes_count == 1
    said = comment(db, author, where)
    assert db.call("comment_like", one, said, 1).comment.likes_count == 1
    assert db.call("comment_like", one, said, 0).comment.likes_count == 0
    assert db.call("post_like", author, where, 1).post.likes_count == 2
    assert len(told(db, author)) == 2, "nobody is told of their own like"


def test_everybody_likes_at_once(db: Database) -> None:
    where = post(db, db.alumnus())
    said = comment(db, db.student(), where)
    people = [db.student() for _ in range(8)]
    calls: list[Call] = [("post_like", (person, where, 1)) for person in people]
    calls += [("comment_like", (person, said, 1)) for person in people]
    calls += [("comment_add", (person, where, said, "Me too", None)) for person in people]
    assert states_of(db, calls) == {"": len(calls)}
    row = db.row("SELECT likes_count, comments_count FROM posts WHERE id = %s", where)
    assert (row.likes_count, row.comments_count) == (8, 9)
    assert db.value("SELECT likes_count FROM post_comments WHERE id = %s", said) == 8


def test_a_thread_of_any_depth(db: Database) -> None:
    set_setting(db, "comments_per_hour", "10000")
    author, people = db.alumnus(), [db.student(), db.alumnus()]
    where = post(db, author)
    chain: list[int] = []
    for number in range(12):
        chain.append(comment(db, people[number % 2], where, chain[-1] if chain else None))
    other = comment(db, people[0], where, chain[0], "A second answer")
    last = comment(db, people[0], where, None, "At the end")
    page = read(db, author, where)
    assert ids(page.comments) == [*chain[:5], other, last], "in the order of reading"
    assert [row.depth for row in page.comments] == [0, 1, 2, 3, 4, 1, 0]
    assert [row.position for row in page.comments][-2:] == [2, 2]
    assert [row.id for row in page.comments if row.has_more] == [chain[4]]
    deeper = read(db, author, where, chain[4])
    assert ids(deeper.comments) == chain[4:9]
    assert (deeper.page.comment_id, deeper.page.parent_id) == (chain[4], chain[3])
    assert ids(read(db, author, where, chain[8]).comments) == chain[8:]
    assert read(db, author, where).post.comments_count == 14
    elsewhere = post(db, author)
    assert refused(db, "comment_add", author, elsewhere, chain[0], "x", None) == "45404"
    assert refused(db, "post_read", author, elsewhere, chain[0], None, 20) == "45404"


def test_many_comments_come_page_by_page(db: Database) -> None:
    author, reader = db.alumnus(), db.student()
    where = post(db, author)
    said = []
    set_setting(db, "comments_per_hour", "10000")
    for _ in range(9):
        said.append(comment(db, reader, where))
        comment(db, author, where, said[-1])
    seen, after = [], None
    for _ in range(3):
        page = db.call("post_read", reader, where, None, after, 4)
        seen += [row.id for row in page.comments if row.depth == 0]
        after = page.page.next_after
    assert (seen, after) == (said, None)
    for _ in range(320):
        comment(db, author, where, said[0])
    (first,) = [row for row in read(db, reader, where).comments if row.id == said[0]]
    assert first.has_more == 1
    assert len(read(db, reader, where).comments) == 300


def test_what_is_deleted_keeps_its_place(db: Database) -> None:
    author, one, two = db.alumnus(), db.student("Lea", "Leaving"), db.student()
    where = post(db, author)
    first = comment(db, one, where, None, "Rude words")
    answer = comment(db, two, where, first)
    assert read(db, two, where).post.comments_count == 2
    assert refused(db, "comment_delete", two, first) == "45403"
    db.call("comment_delete", author, first)
    page = read(db, two, where)
    assert [(row.id, row.body, row.author) for row in page.comments] == [
        (first, None, None),
        (answer, "Yes", page.comments[1].author),
    ]
    assert page.post.comments_count == 1
    for procedure, arguments in (
        ("comment_delete", (author, first)),
        ("comment_like", (two, first, 1)),
        ("comment_edit", (one, first, "x")),
        ("comment_add", (two, where, first, "x", None)),
    ):
        assert refused(db, procedure, *arguments) == "45404"


def test_who_deleted_a_comment_brings_it_back(db: Database) -> None:
    author, one, other = db.alumnus(), db.student(), db.student()
    where = post(db, author)
    said = comment(db, one, where, None, "Too early")
    db.call("comment_like", other, said, 1)
    assert refused(db, "comment_restore", one, said) == "45404", "it is not deleted"
    db.call("comment_delete", one, said)
    assert read(db, other, where).post.comments_count == 0
    for who in (author, other):
        assert refused(db, "comment_restore", who, said) == "45403"
    db.call("comment_restore", one, said)
    page = read(db, other, where)
    (back,) = page.comments
    assert (page.post.comments_count, back.body, back.likes_count) == (1, "Too early", 1)
    db.call("comment_delete", author, said)
    assert refused(db, "comment_restore", one, said) == "45403", "the host took it away"
    db.call("comment_restore", author, said)
    db.call("comment_delete", one, said)
    db.rows(
        "UPDATE post_comments SET deleted_at = UTC_TIMESTAMP() - INTERVAL 31 DAY WHERE id = %s",
        said,
    )
    assert refused(db, "comment_restore", one, said) == "45409"
    assert read(db, other, where).post.comments_count == 0


def test_the_office_brings_a_comment_back_on_record(db: Database) -> None:
    author, admin = db.alumnus(), db.admin()
    where = post(db, author)
    said = comment(db, author, where)
    db.call("comment_delete", admin, said)
    assert refused(db, "comment_restore", author, said) == "45403"
    db.call("comment_restore", admin, said)
    assert (
        db.value(
            "SELECT COUNT(*) FROM admin_activity_log"
            " WHERE action = 'comment_restore' AND subject_id = %s AND actor_id = %s",
            said,
            admin,
        )
        == 1
    )


def test_whom_one_has_blocked_says_nothing(db: Database) -> None:
    author, rude, reader = db.alumnus(), db.student("Rude", "Person"), db.student()
    where = post(db, author)
    said = comment(db, rude, where, None, "Rude words")
    comment(db, author, where, said, "Stop it")
    db.call("person_block", reader, rude)
    first, answer = read(db, reader, where).comments
    assert (first.is_hidden, first.body, first.author) == (1, None, None)
    assert (answer.is_hidden, answer.body) == (0, "Stop it")
    assert refused(db, "comment_like", reader, said, 1) == "45404"
    assert refused(db, "comment_add", reader, where, said, "x", None) == "45404"


def test_words_are_changed_and_kept(db: Database) -> None:
    author, other, admin = db.alumnus(), db.student(), db.admin()
    where = post(db, author, "First words")
    done = db.call("post_edit", author, where, "Second words", None, "all", 1)
    assert done.post.revision == 2
    assert refused(db, "post_edit", author, where, "Third", None, "all", 1) == "45409"
    assert refused(db, "post_edit", other, where, "Third", None, "all", None) == "45403"
    assert refused(db, "post_form_read", other, where) == "45403"
    assert db.call("post_form_read", author, where).post.body == "Second words"
    db.call("post_edit", author, where, "Second words", None, "alumni_only", 2)
    db.call("post_edit", admin, where, "Third words", "https://example.org", "all", 2)
    page = db.call("post_revisions", other, where)
    assert [(row.revision, row.body) for row in page.revisions] == [
        (2, "Second words"),
        (1, "First words"),
    ]
    assert (page.post.body, page.post.revision) == ("Third words", 3)
    said = comment(db, other, where, None, "Old")
    db.call("comment_edit", other, said, "New")
    (row,) = read(db, author, where).comments
    assert (row.body, row.edited_at is not None) == ("New", True)
    assert refused(db, "comment_edit", author, said, "Mine") == "45403"


def test_two_who_edit_at_once(db: Database) -> None:
    author = db.alumnus()
    where = post(db, author)
    edits: list[Call] = [
        ("post_edit", (author, where, f"Words {n}", None, "all", 1)) for n in range(4)
    ]
    assert states_of(db, edits) == {"": 1, "45409": 3}
    assert db.value("SELECT COUNT(*) FROM post_revisions WHERE post_id = %s", where) == 1


def test_away_and_back(db: Database) -> None:
    author, reader, admin = db.alumnus(), db.student(), db.admin()
    where = post(db, author)
    comment(db, reader, where)
    db.call("post_like", reader, where, 1)
    assert refused(db, "post_delete", reader, where) == "45403"
    db.call("post_delete", author, where)
    assert refused(db, "post_read", reader, where, None, None, 20) == "45404"
    assert read(db, author, where).post.is_deleted == 1, "to bring it back"
    assert where not in ids(db.call("feed_read", reader, None, None, None, 50).posts)
    for procedure, arguments in (
        ("post_like", (reader, where, 1)),
        ("comment_add", (reader, where, None, "x", None)),
        ("post_edit", (author, where, "x", None, "all", None)),
        ("post_delete", (author, where)),
        ("post_restore", (reader, where)),
    ):
        assert refused(db, procedure, *arguments) == "45404", procedure
    db.call("post_restore", author, where)
    shown = read(db, reader, where).post
    assert (shown.likes_count, shown.comments_count, shown.has_liked) == (1, 1, 1)
    db.call("post_delete", admin, where)
    assert refused(db, "post_restore", author, where) == "45403", "the office took it away"
    db.call("post_restore", admin, where)
    assert read(db, reader, where).post.id == where
    db.call("post_delete", author, where)
    db.rows("UPDATE posts SET deleted_at = deleted_at - INTERVAL 31 DAY WHERE id = %s", where)
    assert refused(db, "post_restore", author, where) == "45409"


def test_search(db: Database) -> None:
    author, reader, blocked = db.alumnus(), db.student(), db.student()
    word = "zanzibar"
    posts = [post(db, author, f"We went to Zanzibar {number} times") for number in range(5)]
    post(db, author, "Zanzibar for alumni", "alumni_only")
    gone = post(db, author, "Zanzibar is deleted")
    db.call("post_delete", author, gone)
    first = db.call("feed_search", reader, word, None, 3)
    assert ids(first.posts) == posts[:1:-1]
    rest = db.call("feed_search", reader, "ZANZI times", first.page.next_after, 3)
    assert (ids(rest.posts), rest.page.next_after) == (posts[1::-1], None)
    db.call("person_block", blocked, author)
    assert db.call("feed_search", blocked, word, None, 20).posts == []
    db.call("post_edit", author, posts[0], "Somewhere else", None, "all", None)
    assert posts[0] not in ids(db.call("feed_search", reader, word, None, 20).posts)
    for words in (None, "", "of", "+ -", "the"):
        assert refused(db, "feed_search", reader, words, None, 20) == "45422"


def test_what_is_reported_goes(db: Database) -> None:
    author, reader, admin = db.alumnus(), db.student(), db.admin()
    where = post(db, author, "Buy now")
    said = comment(db, author, where, None, "Buy more")
    form = db.call("content_report_form_read", reader, "comment", said).content
    assert (form.author_id, form.excerpt) == (author, "Buy more")
    for subject, one in (("comment", said), ("post", where)):
        report = db.call("content_report", reader, subject, one, "spam", None).report.id
        assert refused(db, "content_report", author, subject, one, "spam", None) == "45409"
        db.call("content_report_decide", admin, report, "uphold", None)
    assert refused(db, "post_read", reader, where, None, None, 20) == "45404"
    assert refused(db, "post_restore", author, where) == "45403"
    assert db.value("SELECT is_deleted FROM post_comments WHERE id = %s", said) == 1


def test_who_is_told(db: Database) -> None:
    author, one, two = db.alumnus(), db.student(), db.student()
    where = post(db, author, "Words")
    said = comment(db, one, where)
    comment(db, two, where)
    assert told(db, author) == [("post_commented", 2)]
    comment(db, author, where, said)
    comment(db, two, where, said)
    assert told(db, one) == [("comment_answered", 2)]
    db.call("comment_like", two, said, 1)
    assert told(db, one)[0] == ("comment_liked", 1)
    own = comment(db, author, where)
    before = len(told(db, author))
    comment(db, one, where, own)
    assert [verb for verb, _ in told(db, author)] == ["comment_answered", "post_commented"]
    assert len(told(db, author)) == before + 1, "of an answer to the author's own once"
    page = db.call("notification_list", one, "all", None, 1).notifications
    assert page[0].link == f"/posts/{where}?comment={said}#comment-{said}"


def test_a_form_sent_twice_and_limits(db: Database) -> None:
    author = db.student()
    one = post(db, author, idempotency_key="key-one")
    assert post(db, author, idempotency_key="key-one") == one
    first = db.call("comment_add", author, one, None, "x", "key").comment.id
    assert db.call("comment_add", author, one, None, "x", "key").comment.id == first
    busy = db.student()
    set_setting(db, "posts_per_day", "2")
    set_setting(db, "comments_per_hour", "2")
    try:
        for _ in range(2):
            comment(db, busy, post(db, busy))
        assert refused(db, "post_add", busy, "x", None, "all", None, None, None, None, None) == (
            "45429"
        )
        assert refused(db, "comment_add", busy, one, None, "x", None) == "45429"
    finally:
        set_setting(db, "posts_per_day", "1000")
        set_setting(db, "comments_per_hour", "10000")


def test_counters_say_what_is_wrong(db: Database) -> None:
    where = post(db, db.alumnus())
    said = comment(db, db.student(), where)
    db.rows("UPDATE posts SET likes_count = 7, comments_count = 9 WHERE id = %s", where)
    db.rows("UPDATE post_comments SET likes_count = 3 WHERE id = %s", said)
    verified = db.call("counters_verify", None)
    found = {(row.counter, row.id): (row.kept, row.counted) for row in verified.differences}
    assert found == {
        ("posts.likes_count", where): ("7", "0"),
        ("posts.comments_count", where): ("9", "1"),
        ("post_comments.likes_count", said): ("3", "0"),
    }
    assert verified.summary.differences_count == 3
    db.rows("UPDATE posts SET likes_count = 0, comments_count = 1 WHERE id = %s", where)
    db.rows("UPDATE post_comments SET likes_count = 0 WHERE id = %s", said)
    assert refused(db, "counters_verify", db.student()) == "45403"


def test_counters_of_rows_that_no_procedure_wrote(db: Database) -> None:
    """Plain inserts, updates and deletes: the triggers alone keep the counters."""
    author, people = db.alumnus(), [db.student() for _ in range(3)]
    one, two = post(db, author), post(db, author)
    for person in people:
        db.rows("INSERT INTO post_likes (post_id, user_id) VALUES (%s, %s)", one, person)
    db.rows("DELETE FROM post_likes WHERE user_id = %s", people[0])
    said = comment(db, people[0], one)
    answer = comment(db, people[1], one, said)
    lonely = comment(db, people[2], one)
    db.rows(
        "INSERT INTO comment_likes (comment_id, user_id) SELECT %s, id FROM users"
        " WHERE id IN (%s, %s)",
        said,
        *people[:2],
    )
    db.rows("DELETE FROM comment_likes WHERE comment_id = %s AND user_id = %s", said, people[0])
    db.rows("UPDATE post_comments SET post_id = %s WHERE id = %s", two, lonely)
    for is_deleted, value in itertools.product((1, 0, 1), ("said", "answer")):
        db.rows(
            "UPDATE post_comments SET is_deleted = %s, deleted_at = IF(%s, NOW(), NULL)"
            " WHERE id = %s",
            is_deleted,
            is_deleted,
            {"said": said, "answer": answer}[value],
        )
        db.rows("DELETE FROM post_comments WHERE id = %s AND is_deleted = 2", answer)
    db.rows("DELETE FROM post_comments WHERE id = %s", answer)
    rows = db.rows(
        "SELECT likes_count, comments_count FROM posts WHERE id IN (%s, %s) ORDER BY id", one, two
    )
    assert [tuple(row.values()) for row in rows] == [(2, 0), (0, 1)]


def test_nobody_without_an_account(db: Database) -> None:
    where = post(db, db.alumnus())
    for procedure, arguments in (
        ("feed_read", (None, None, None, 20)),
        ("feed_search", ("word", None, 20)),
        ("post_read", (where, None, None, 20)),
        ("post_revisions", (where,)),
        ("post_form_read", (where,)),
        ("post_file_read", (1,)),
        ("post_like", (where, 1)),
        ("post_add", ("x", None, "all", None, None, None, None, None)),
        ("comment_add", (where, None, "x", None)),
        ("comment_like", (1, 1)),
    ):
        assert refused(db, procedure, None, *arguments) == "45401", procedure
    reader = db.student()
    assert refused(db, "feed_read", reader, "nonsense", None, None, 20) == "45422"
    assert refused(db, "feed_read", reader, None, None, "x", 20) == "45400"
    assert refused(db, "feed_read", reader, None, 0, None, 20) == "45404"
