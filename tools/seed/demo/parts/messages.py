"""Conversations at the demo university, and their notifications.

Content: db/demo/messages.json.
"""

from __future__ import annotations

from typing import Any

from tools.seed.demo.client import Demo


def _entries(demo: Demo) -> Any:  # noqa: ANN401 - JSON
    return demo.content("messages")


def load(demo: Demo) -> None:
    """Send the messages in the order of the file."""
    for number, entry in enumerate(_entries(demo), 1):
        people = [demo.people[email] for email in entry["between"]]
        if not entry.get("is_request"):
            demo.run("CALL _conversation_open(%s, %s, 1, @conversation)", *people)
        for sender, words in entry["messages"]:
            demo.call("message_send", people[sender], people[1 - sender], words, None, None, None)
        if entry.get("is_read"):
            for person in people:
                demo.call("conversation_open", person, number, None, None)


def spread(demo: Demo) -> None:
    """Move the messages and their notifications to the past days."""
    for number, entry in enumerate(_entries(demo), 1):
        demo.run(
            "UPDATE messages SET created_at = UTC_TIMESTAMP() - INTERVAL %s * 60 - id * 4 MINUTE,"
            " sent_at = created_at WHERE conversation_id = %s",
            entry["hours_ago"],
            number,
        )
    demo.run(
        "UPDATE conversations AS c SET last_message_at ="
        " (SELECT MAX(m.sent_at) FROM messages AS m WHERE m.conversation_id = c.id)"
    )
    # Other notifications are older and mostly read; one of a message has the message's time.
    demo.run(
        "UPDATE notifications SET happened_at = UTC_TIMESTAMP() - INTERVAL (id * 5) MOD 400 HOUR,"
        " read_at = COALESCE(read_at, IF(id MOD 4 > 0, UTC_TIMESTAMP(), NULL))"
        " WHERE kind <> 'message'"
    )
    demo.run(
        "UPDATE notifications AS n JOIN conversations AS c"
        " ON n.group_key = CONCAT('conversation-', c.id) SET n.happened_at = c.last_message_at"
    )
    demo.run("DELETE FROM live_events")
