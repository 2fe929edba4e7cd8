"""Messages: requests, reading, receipts, deleting, files, search, limits, races."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.support.accounts import set_setting
from tests.support.cost import handler_reads
from tests.support.database import Client, Database, Refused
from tests.support.jobs import PDF, apply, post
from tests.support.messages import acquainted, differences, inbox, send, thread, unread
from tests.support.profiles import follow
from tests.support.races import at_once

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20


def refusal(act: Callable[[], Any]) -> Refused:
    """Return how an act is refused."""
    with pytest.raises(Refused) as refused:
        act()
    return refused.value


@pytest.fixture
def pair(db: Database) -> tuple[int, int]:
    """Two people with an open conversation."""
    one, two = db.alumnus("Ann", "Alpha"), db.student("Ben", "Beta")
    acquainted(db, one, two)
    return one, two


def events(db: Client, recipient: int) -> list[tuple[str, int | None]]:
    """Return what the pages of a person were told."""
    return [
        (row.kind, row.subject_id)
        for row in db.rows(
            "SELECT kind, subject_id FROM live_events WHERE recipient_id = %s ORDER BY sequence",
            recipient,
        )
    ]


def test_a_message_is_with_both_at_once(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    sent = send(db, one, two, "Are you coming?\nBring cake.")
    assert sent.state == "open"
    for reader, is_mine in ((one, 1), (two, 0)):
        (message,) = thread(db, reader, sent.conversation_id)
        assert (message.id, message.body, message.is_mine, message.sender_id) == (
            sent.id,
            "Are you coming?\nBring cake.",
            is_mine,
            one,
        )
        (shown,) = inbox(db, reader)
        assert (shown.id, shown.excerpt, shown.is_mine) == (
            sent.conversation_id,
            "Are you coming?\nBring cake.",
            is_mine,
        )
    assert (unread(db, one), unread(db, two)) == (0, 1)
    assert inbox(db, two)[0].name == "Ann Alpha"
    assert (
        db.value(
            "SELECT last_message_at = (SELECT sent_at FROM messages WHERE id = %s)"
            " FROM conversations WHERE id = %s",
            sent.id,
            sent.conversation_id,
        )
        == 1
    )
    assert events(db, two)[0] == ("message", sent.id)
    assert events(db, one) == [("message", sent.id)]


def test_opening_marks_read_and_tells_the_sender(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    for words in ("one", "two", "three"):
        sent = send(db, one, two, words)
    page = db.call("conversation_open", two, sent.conversation_id)
    assert [row.body for row in page.messages] == ["one", "two", "three"]
    assert unread(db, two) == 0
    told = db.call("conversation_read", one, sent.conversation_id).conversation
    assert told.receipt_id == sent.id
    assert ("receipt", sent.id) in events(db, one)
    assert events(db, two)[-1] == ("unread", None)
    # To read again changes nothing.
    before = events(db, one)
    db.call("conversation_open", two, sent.conversation_id)
    assert events(db, one) == before


@pytest.mark.parametrize("who", ["reader", "sender"])
def test_receipts_turned_off_are_off_for_both(
    db: Database, pair: tuple[int, int], who: str
) -> None:
    one, two = pair
    off = two if who == "reader" else one
    assert db.call("message_settings_save", off, 0).settings.has_receipts == 0
    conversation = send(db, one, two).conversation_id
    db.call("conversation_open", two, conversation)
    for reader in pair:
        assert db.call("conversation_read", reader, conversation).conversation.receipt_id is None
    assert [kind for kind, _ in events(db, one)] == ["message"]
    assert unread(db, two) == 0, "what one has read is known to oneself"
    db.call("message_settings_save", off, 1)
    if who == "reader":
        # What was read while they were off stays untold.
        told = db.call("conversation_read", one, conversation).conversation.receipt_id
        assert told == 0


def test_pages_of_a_long_conversation(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    set_setting(db, "chat_messages_per_minute", "1000")
    ids = [send(db, *(pair if number % 2 else pair[::-1]), str(number)).id for number in range(25)]
    set_setting(db, "chat_messages_per_minute", "30")
    conversation = inbox(db, one)[0].id
    seen: list[int] = []
    before = None
    while True:
        page = db.call("conversation_read", two, conversation, before, 10)
        seen = [row.id for row in page.messages] + seen
        before = page.page.next_before
        if before is None:
            break
    assert seen == ids


# Requests


def test_without_a_relation_it_is_a_request(db: Database) -> None:
    stranger, me = db.alumnus("Stan", "Stranger"), db.student()
    sent = send(db, stranger, me, "Hello, I saw your profile.")
    assert sent.state == "requested"
    assert inbox(db, me) == []
    assert [row.id for row in inbox(db, me, "requests")] == [sent.conversation_id]
    assert db.call("conversation_list", me).page.requests_count == 1
    # Who asked is not to know whether it was looked at.
    db.call("conversation_open", me, sent.conversation_id)
    assert db.call("conversation_read", stranger, sent.conversation_id).conversation.receipt_id == 0
    send(db, stranger, me, "And another thing")
    send(db, stranger, me, "And a third")
    refused = refusal(lambda: send(db, stranger, me, "Hello?"))
    assert (refused.status, "no reply yet" in refused.message) == (409, True)
    db.call("conversation_answer", me, sent.conversation_id, "accept")
    assert send(db, stranger, me, "Thank you").state == "open"
    assert [row.id for row in inbox(db, me)] == [sent.conversation_id]
    refused = refusal(lambda: db.call("conversation_answer", me, sent.conversation_id, "decline"))
    assert refused.status == 409


def test_who_is_declined_cannot_write_again_and_is_not_told(db: Database) -> None:
    stranger, me = db.alumnus(), db.student()
    sent = send(db, stranger, me)
    assert (
        refusal(
            lambda: db.call("conversation_answer", stranger, sent.conversation_id, "accept")
        ).status
        == 409
    ), "nobody accepts their own request"
    told = len(events(db, stranger))
    db.call("conversation_answer", me, sent.conversation_id, "decline")
    assert refusal(lambda: send(db, stranger, me)).status == 403
    assert events(db, stranger)[told:] == [], "not even that it was read"
    follow(db, me, stranger)
    assert refusal(lambda: send(db, stranger, me)).status == 403, "whatever relates them since"
    assert inbox(db, me, "requests") == []
    # Who has declined can still write, and opens it by that.
    assert send(db, me, stranger, "I have changed my mind").state == "open"
    assert send(db, stranger, me).state == "open"


def test_an_answer_accepts(db: Database) -> None:
    stranger, me = db.alumnus(), db.student()
    send(db, stranger, me)
    assert send(db, me, stranger, "Hi").state == "open"
    assert len(inbox(db, me)) == 1


def test_who_has_a_relation_needs_no_request(db: Database) -> None:
    me, other = db.alumnus(), db.student()
    follow(db, me, other)  # me follows other
    assert send(db, other, me).state == "open"
    poster, applicant = db.alumnus(), db.student()
    apply(db, applicant, post(db, poster))
    assert send(db, poster, applicant).state == "open"
    assert send(db, db.admin(), db.student()).state == "open"
    assert send(db, db.student(), db.admin()).state == "open"


# Refusals


def test_who_cannot_be_written_to(db: Database) -> None:
    me, hidden, gone = db.alumnus(), db.student(), db.student()
    db.call("privacy_save", hidden, "profile", "only_me")
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", gone)
    for actor, person, status in (
        (None, me, 401),
        (me, me, 409),
        (me, 0, 404),
        (me, hidden, 404),
        (me, gone, 404),
    ):
        assert refusal(partial(send, db, actor, person)).status == status
        if actor:
            assert refusal(partial(db.call, "message_compose_read", actor, person)).status == status
    assert (
        db.value("SELECT COUNT(*) FROM conversations WHERE %s IN (user_one_id, user_two_id)", me)
        == 0
    )


def test_a_block_ends_writing_in_both_directions(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    conversation = send(db, one, two).conversation_id
    db.call("person_block", two, one)
    for sender, recipient in (pair, pair[::-1]):
        assert refusal(partial(send, db, sender, recipient)).status == 403
        page = db.call("conversation_read", sender, conversation)
        assert (page.conversation.is_blocked, len(page.messages)) == (1, 1), "what was said stays"
    db.call("person_unblock", two, one)
    assert send(db, one, two).state == "open"


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (None, "message"),
        ("", "message"),
        ("  \n ", "message"),
        ("x" * 5001, "message"),
        ("a\x00b", "message"),
    ],
)
def test_words_that_are_none(
    db: Database, pair: tuple[int, int], words: str | None, field: str
) -> None:
    refused = refusal(lambda: send(db, *pair, words))
    assert (refused.status, refused.field) == (422, field)


def test_others_have_no_part_in_it(db: Database, pair: tuple[int, int]) -> None:
    sent = send(db, *pair, "Secret", attachment=PDF, attachment_name="a.pdf")
    attachment = thread(db, pair[0], sent.conversation_id)[0].attachment_id
    for stranger in (db.alumnus(), db.admin()):
        for name, arguments in (
            ("conversation_read", [sent.conversation_id]),
            ("conversation_open", [sent.conversation_id]),
            ("conversation_move", [sent.conversation_id, "archive"]),
            ("conversation_answer", [sent.conversation_id, "accept"]),
            ("message_delete", [sent.id, "me"]),
            ("message_delete", [sent.id, "both"]),
            ("message_attachment_read", [attachment]),
        ):
            refused = refusal(partial(db.call, name, stranger, *arguments))
            assert refused.status == 404, name
        assert db.call("message_search", stranger, "Secret").messages == []


def test_too_many_messages(db: Database, pair: tuple[int, int]) -> None:
    set_setting(db, "chat_messages_per_minute", "3")
    try:
        for _ in range(3):
            send(db, *pair)
        refused = refusal(lambda: send(db, *pair))
    finally:
        set_setting(db, "chat_messages_per_minute", "30")
    assert refused.status == 429


def test_too_many_requests(db: Database) -> None:
    me = db.alumnus()
    set_setting(db, "chat_requests_per_day", "2")
    try:
        for _ in range(2):
            send(db, me, db.student())
        refused = refusal(lambda: send(db, me, db.student()))
        friend = db.student()
        follow(db, friend, me)
        assert send(db, me, friend).state == "open", "whom one knows can be written to"
    finally:
        set_setting(db, "chat_requests_per_day", "20")
    assert refused.status == 429


# Deleting


def test_deleted_for_me_is_there_for_the_other(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    first, second = send(db, one, two, "first"), send(db, one, two, "second")
    db.call("message_delete", two, second.id, "me")
    assert [row.body for row in thread(db, two, first.conversation_id)] == ["first"]
    assert [row.body for row in thread(db, one, first.conversation_id)] == ["first", "second"]
    assert unread(db, two) == 1
    assert inbox(db, two)[0].excerpt == "first"
    assert db.call("message_search", two, "second").messages == []
    assert len(db.call("message_search", one, "second").messages) == 1
    assert differences(db) == []


def test_what_was_deleted_for_me_comes_back(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    first, second = send(db, one, two, "first"), send(db, one, two, "second")
    for sent in (first, second):
        db.call("message_delete", two, sent.id, "me")
    assert refusal(lambda: db.call("message_restore", one, second.id)).status == 409
    stranger = db.student()
    assert refusal(lambda: db.call("message_restore", stranger, second.id)).status == 404
    db.call("message_restore", two, second.id)
    assert [row.body for row in thread(db, two, first.conversation_id)] == ["second"]
    assert unread(db, two) == 1
    assert len(db.call("message_search", two, "second").messages) == 1
    db.rows(
        "UPDATE message_removals SET updated_at = UTC_TIMESTAMP() - INTERVAL 31 DAY"
        " WHERE message_id = %s",
        first.id,
    )
    assert refusal(lambda: db.call("message_restore", two, first.id)).status == 409
    assert differences(db) == []


def test_deleted_for_both_leaves_a_mark_without_words(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    sent = send(db, one, two, "Oops", attachment=PDF, attachment_name="oops.pdf")
    attachment = thread(db, two, sent.conversation_id)[0].attachment_id
    assert refusal(lambda: db.call("message_delete", two, sent.id, "both")).status == 403
    db.call("message_delete", one, sent.id, "both")
    for reader in pair:
        (message,) = thread(db, reader, sent.conversation_id)
        assert (message.is_deleted, message.body, message.attachment_id) == (1, None, None)
        assert inbox(db, reader)[0].excerpt is None
        assert db.call("message_search", reader, "Oops").messages == []
        assert (
            refusal(partial(db.call, "message_attachment_read", reader, attachment)).status == 404
        )
        assert ("removal", sent.id) in events(db, reader)
    assert unread(db, two) == 0
    assert differences(db) == []


def test_too_late_to_take_back(db: Database, pair: tuple[int, int]) -> None:
    sent = send(db, *pair)
    assert thread(db, pair[0], sent.conversation_id)[0].can_take_back == 1
    db.rows("UPDATE messages SET sent_at = sent_at - INTERVAL 16 MINUTE WHERE id = %s", sent.id)
    db.rows(
        "UPDATE conversations SET last_message_at = last_message_at - INTERVAL 16 MINUTE"
        " WHERE id = %s",
        sent.conversation_id,
    )
    assert thread(db, pair[0], sent.conversation_id)[0].can_take_back == 0
    assert refusal(lambda: db.call("message_delete", pair[0], sent.id, "both")).status == 409
    db.call("message_delete", pair[0], sent.id, "me")


# Folders, files, search


def test_an_archived_conversation_comes_back(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    conversation = send(db, one, two).conversation_id
    db.call("conversation_move", two, conversation, "archive")
    assert inbox(db, two) == []
    assert len(inbox(db, one)) == 1
    send(db, one, two)
    assert inbox(db, two)[0].unread_count == 2
    refused = refusal(lambda: db.call("conversation_move", two, conversation, "requests"))
    assert (refused.status, refused.field) == (422, "folder")


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (PDF, "cv.pdf", "application/pdf"),
        (PNG, "Cat.PNG", "image/png"),
        (b"\xff\xd8\xff\xe0 picture \xff\xd9", "cat.jpeg", "image/jpeg"),
    ],
)
def test_files(
    db: Database, pair: tuple[int, int], content: bytes, name: str, media_type: str
) -> None:
    content += secrets.token_bytes(4) if content.startswith(b"%PDF") else b""
    sent = send(db, *pair, None, attachment=content, attachment_name=name)
    message = thread(db, pair[1], sent.conversation_id)[-1]
    assert (message.body, message.attachment_name, message.attachment_size) == (
        "",
        name,
        len(content),
    )
    file = db.call("message_attachment_read", pair[1], message.attachment_id).file
    assert (bytes(file.content), file.file_name, file.media_type) == (content, name, media_type)


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (b"<script>", "a.pdf", 422),
        (PDF, "a.exe", 422),
        (PDF, "a.png", 422),
        (b"", "a.pdf", 422),
        (PDF, None, 422),
        (PDF + b"x" * 2**24, "a.pdf", 413),
    ],
)
def test_files_that_are_not_what_they_say(
    db: Database, pair: tuple[int, int], content: bytes, name: str | None, status: int
) -> None:
    refused = refusal(lambda: send(db, *pair, "See this", attachment=content, attachment_name=name))
    assert (refused.status, refused.field) == (status, "attachment")
    assert inbox(db, pair[1]) == [], "nothing is half sent"


def test_search_finds_names_words_and_files(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    cake = send(db, one, two, "The cake is a lie, naïve Müller")
    plan = send(db, two, one, "Plan", attachment=PDF, attachment_name="reunion plan.pdf")

    def found(reader: int, words: str) -> list[int]:
        return [row.id for row in db.call("message_search", reader, words).messages]

    for reader in pair:
        assert found(reader, "cak") == [cake.id]
        assert found(reader, "lie cake") == [cake.id]
        assert found(reader, "muller naive") == [cake.id]
        assert found(reader, "cake plan") == []
        assert found(reader, "reun") == [plan.id]
        assert found(reader, "+ @ (") == []
        assert found(reader, "'; DROP TABLE messages") == []
    names = db.call("message_search", one, "bet").conversations
    assert [row.name for row in names] == ["Ben Beta"]
    assert db.call("message_search", one, "ben bet").conversations == names


def test_search_has_pages(db: Database, pair: tuple[int, int]) -> None:
    word = f"w{secrets.token_hex(4)}"
    ids = [send(db, *pair, f"{word} {number}").id for number in range(5)]
    seen, after = [], None
    while True:
        page = db.call("message_search", pair[0], word, after, 2)
        seen += [row.id for row in page.messages]
        after = page.page.next_after
        if after is None:
            break
    assert seen == ids[::-1]


# Twice, and at once


def test_the_same_key_is_the_same_message(db: Database, pair: tuple[int, int]) -> None:
    key = secrets.token_hex(8)
    first = send(db, *pair, "Once", idempotency_key=key)
    assert send(db, *pair, "Once", idempotency_key=key) == first
    assert len(thread(db, pair[0], first.conversation_id)) == 1


def test_two_who_write_first_at_the_same_moment(db: Database) -> None:
    for _ in range(5):
        one, two = db.alumnus(), db.student()
        found = at_once(
            db,
            partial(send, sender=one, recipient=two, words="from one"),
            partial(send, sender=two, recipient=one, words="from two"),
        )
        assert len({sent.conversation_id for sent in found}) == 1, found
        assert len(thread(db, one, found[0].conversation_id)) == 2
        assert {sent.state for sent in (send(db, one, two), send(db, two, one))} == {"open"}
    assert differences(db) == []


def test_one_key_sent_many_times_at_once(db: Database, pair: tuple[int, int]) -> None:
    key = secrets.token_hex(8)
    found = at_once(
        db, *[lambda client: send(client, *pair, "Once", idempotency_key=key) for _ in range(6)]
    )
    assert len({sent.id for sent in found}) == 1, found
    assert len(thread(db, pair[1], found[0].conversation_id)) == 1


def test_nothing_is_sent_after_a_block(db: Database) -> None:
    """A block that is acknowledged is before every later message, and no message comes after it."""
    for _ in range(6):
        one, two = db.alumnus(), db.student()
        acquainted(db, one, two)
        start = threading.Barrier(2)
        refused: list[int] = []

        def write(
            sender: int = one,
            recipient: int = two,
            start: threading.Barrier = start,
            refused: list[int] = refused,
        ) -> None:
            with db.connect() as client:
                start.wait()
                for _ in range(30):
                    try:
                        send(client, sender, recipient)
                    except Refused as error:
                        refused.append(error.status)
                        return

        writer = threading.Thread(target=write)
        writer.start()
        with db.connect() as client:
            start.wait()
            client.call("person_block", two, one)
            count = client.value("SELECT COUNT(*) FROM messages WHERE sender_id = %s", one)
        writer.join()
        assert db.value("SELECT COUNT(*) FROM messages WHERE sender_id = %s", one) == count
        assert refused in ([], [403]), "all were written before, or one was refused"


def test_many_write_and_read_at_once(db: Database, pair: tuple[int, int]) -> None:
    one, two = pair
    conversation = inbox(db, one)[0].id if inbox(db, one) else acquainted(db, one, two)

    def write(client: Client, sender: int, recipient: int) -> list[int]:
        return [send(client, sender, recipient, str(number)).id for number in range(8)]

    def read(client: Client, reader: int) -> None:
        for _ in range(8):
            client.call("conversation_open", reader, conversation)

    found = at_once(
        db,
        lambda client: write(client, one, two),
        lambda client: write(client, two, one),
        lambda client: read(client, one),
        lambda client: read(client, two),
    )
    assert not [error for error in found if isinstance(error, Exception)], found
    assert len(thread(db, one, conversation)) == 16
    assert differences(db) == []
    for person in pair:
        sequences = [
            row.sequence
            for row in db.rows(
                "SELECT sequence FROM live_events WHERE recipient_id = %s ORDER BY sequence", person
            )
        ]
        assert sequences == list(range(1, len(sequences) + 1)), "no gaps"


def test_the_inbox_costs_what_it_shows(db: Database, pair: tuple[int, int]) -> None:
    me = db.alumnus()
    for number in range(30):
        other = db.student("Pen", f"Pal {number}")
        acquainted(db, me, other)
        send(db, other, me, "Hi")
    small = handler_reads(db, "conversation_list", me, None, None, 5)
    assert small < 400
    page = db.call("conversation_list", me, None, None, 20)
    rest = db.call("conversation_list", me, None, page.page.next_after, 20)
    ids = [row.id for row in page.conversations + rest.conversations]
    assert len(set(ids)) == 30
    assert rest.page.next_after is None


def test_the_folder_lies_beside_the_conversation(db: Database, pair: tuple[int, int]) -> None:
    other, me = pair
    open_one = send(db, other, me, "First").conversation_id
    third = db.student("Third", "Person")
    acquainted(db, me, third)
    send(db, third, me, "Second")

    def beside(conversation: int) -> list[tuple[str, int]]:
        page = db.call("conversation_open", me, conversation)
        return [(row.name, row.unread_count) for row in page.conversations]

    # What is opened counts as read; the other one does not.
    assert beside(open_one) == [("Third Person", 1), ("Ann Alpha", 0)]
    db.call("conversation_move", me, open_one, "archive")
    assert beside(open_one) == [("Ann Alpha", 0)]
