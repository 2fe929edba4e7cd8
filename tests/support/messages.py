"""Messages between people of a test."""

from __future__ import annotations

from typing import Any

from tests.support.database import Client, Row


def send(
    db: Client,
    sender: int | None,
    recipient: int,
    words: str | None = "Hello",
    **more: Any,
) -> Row:
    """Write to a person; returns id, conversation_id and state."""
    sent: Row = db.call("message_send", sender, recipient, words, **more).message
    return sent


def acquainted(db: Client, one: int, two: int) -> int:
    """Let two people have an open conversation without messages; returns its id."""
    db.rows("CALL _conversation_open(%s, %s, 1, @conversation)", one, two)
    return int(db.value("SELECT @conversation"))


def thread(db: Client, reader: int, conversation: int) -> list[Row]:
    """Return the messages that one of the two sees, without reading them."""
    return list(db.call("conversation_read", reader, conversation, None, 100).messages)


def inbox(db: Client, reader: int, folder: str | None = None) -> list[Row]:
    """Return the first fifty conversations of a folder."""
    return list(db.call("conversation_list", reader, folder, None, 50).conversations)


def unread(db: Client, reader: int) -> int:
    """Return how many messages are unread by the counters of the inbox."""
    return int(
        db.value(
            "SELECT COALESCE(SUM(unread_count), 0) FROM conversation_participants"
            " WHERE user_id = %s",
            reader,
        )
    )


def differences(db: Client) -> list[Row]:
    """Return participants whose counters are not what a recount says."""
    return db.rows(
        """
        SELECT p.user_id, p.conversation_id, p.unread_count, p.last_message_id, t.unread, t.newest
        FROM conversation_participants AS p
        JOIN LATERAL (
            SELECT
                COALESCE(SUM(
                    m.sender_id <> p.user_id AND m.is_deleted = 0 AND m.id > p.last_read_id
                ), 0) AS unread,
                MAX(m.id) AS newest
            FROM messages AS m
            LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = p.user_id
            WHERE m.conversation_id = p.conversation_id AND r.message_id IS NULL
        ) AS t
        WHERE p.unread_count <> t.unread OR NOT p.last_message_id <=> t.newest
        """
    )
