"""Who speaks and who helps at the events of the demo university, with different answers.

Content: db/demo/event_extras.json. What is over already has its speakers written directly: no
procedure invites anybody to the past.
"""

from __future__ import annotations

from typing import Any

from tools.seed.demo.client import Demo

Speaker = dict[str, Any]


def load(demo: Demo) -> None:
    """Invite speakers, let them answer, and let people help."""
    for entry in demo.content("event_extras"):
        ((event, creator, is_over),) = demo.rows(
            "SELECT id, creator_id, status = 'completed' FROM events WHERE title = %s",
            entry["event"],
        )
        for position, speaker in enumerate(entry["speakers"], 1):
            if is_over:
                _has_spoken(demo, event, creator, position, speaker)
            else:
                _invite(demo, event, creator, speaker)
        for email in entry["helpers"]:
            demo.call("event_helper_add", creator, event, demo.people[email])


def spread(demo: Demo) -> None:
    """Let invitations and answers be some days old."""
    demo.run(
        "UPDATE event_speakers SET created_at = created_at - INTERVAL 5 + id MOD 3 DAY,"
        " answered_at = answered_at - INTERVAL (id * 7) MOD 90 HOUR"
    )


def _begins(demo: Demo, event: int, speaker: Speaker) -> Any:  # noqa: ANN401 - a time
    return demo.value(
        "SELECT starts_at + INTERVAL %s MINUTE FROM events WHERE id = %s",
        speaker["minutes"],
        event,
    )


def _invite(demo: Demo, event: int, creator: int, speaker: Speaker) -> None:
    who = demo.people[speaker["who"]]
    number = demo.call(
        "event_speaker_invite",
        creator,
        event,
        who,
        speaker["title"],
        speaker.get("topic"),
        _begins(demo, event, speaker),
        None,
    )
    if "answer" in speaker:
        demo.call("event_speaker_answer", who, number, speaker["answer"], speaker.get("note"))


def _has_spoken(demo: Demo, event: int, creator: int, position: int, speaker: Speaker) -> None:
    demo.run(
        "INSERT INTO event_speakers (event_id, user_id, session_title, topic, session_starts_at,"
        " position, status, answered_at, created_by)"
        " VALUES (%s, %s, %s, %s, %s, %s, 'presented', UTC_TIMESTAMP() - INTERVAL 20 DAY, %s)",
        event,
        demo.people[speaker["who"]],
        speaker["title"],
        speaker.get("topic"),
        _begins(demo, event, speaker),
        position,
        creator,
    )
