"""What the people of the demo university post, like and say. Content: db/demo/feed.json."""

from __future__ import annotations

from typing import Any

from tools.seed import documents
from tools.seed.demo.client import Demo
from tools.seed.portraits import portrait
from web.files.pictures import fitted
from web.http.forms import Upload


def _entries(demo: Demo) -> Any:  # noqa: ANN401 - JSON
    return demo.content("feed")


def load(demo: Demo) -> None:
    """Post, like and comment, in the order of the file; people follow whom they like."""
    for entry in _entries(demo):
        author = demo.people[entry["author"]]
        title = entry.get("document")
        post = demo.call(
            "post_add",
            author,
            entry["body"],
            entry.get("link"),
            entry["visibility"],
            _picture(entry["picture"]) if "picture" in entry else None,
            entry.get("picture_words"),
            documents.pdf([title]) if title else None,
            f"{title}.pdf" if title else None,
            None,
        )
        if entry["visibility"] == "followers":
            for email in entry["likes"]:
                demo.call("person_follow", demo.people[email], author)
        for email in entry["likes"]:
            demo.call("post_like", demo.people[email], post, 1)
        for email, words, answers in entry["comments"]:
            _say(demo, post, None, email, words, answers)
        if entry.get("is_pinned"):
            demo.call("post_pin", author, post, 1)


def _say(
    demo: Demo, post: int, parent: int | None, email: str, words: str, answers: list[Any]
) -> int:
    said = int(demo.call("comment_add", demo.people[email], post, parent, words, None))
    for other, other_words, others in answers:
        answer = _say(demo, post, said, other, other_words, others)
        # Who asked likes the answer.
        demo.call("comment_like", demo.people[email], answer, 1)
    return said


def _picture(name: str) -> bytes:
    drawn = portrait(name, {"style": "short", "hair": "black", "skin": 4})
    return fitted(Upload("drawing.png", drawn), "picture")


def spread(demo: Demo) -> None:
    """Move what was posted and said to the past days."""
    for number, entry in enumerate(_entries(demo), 1):
        demo.run(
            "UPDATE posts SET created_at = UTC_TIMESTAMP() - INTERVAL %s HOUR WHERE id = %s",
            entry["hours_ago"],
            number,
        )
        demo.run(
            "UPDATE post_comments SET created_at = UTC_TIMESTAMP() - INTERVAL %s * 55 - id MINUTE"
            " WHERE post_id = %s",
            entry["hours_ago"],
            number,
        )
