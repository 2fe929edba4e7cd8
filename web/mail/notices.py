"""The words of notifications, by what happened: for pages and for mails."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from web.pages import formatting

WORDS = {
    "message_received": "{who} wrote to you",
    "message_requested": "{who} would like to write to you",
    "post_liked": "{who} {has} liked your post “{excerpt}”",
    "comment_liked": "{who} {has} liked your comment on “{excerpt}”",
    "post_commented": "{who} {has} said something about your post “{excerpt}”",
    "comment_answered": "{who} {has} answered your comment on “{excerpt}”",
    "followed": "{who} {has} followed you",
    "application_received": "{who} applied for {job_title}",
    "application_moved": "Your application for {job_title} is {status} now",
    "application_withdrawn": "{who} withdrew from {job_title}",
    "verification_approved": "The alumni office has verified you",
    "verification_rejected": "The alumni office could not verify you",
    "verification_more": "The alumni office needs another document",
    "verification_revoked": "The alumni office has taken your verification back",
    "reference_requested": "{who} asks you for {kind}: {purpose}",
    "reference_accepted": "{who} has accepted your request for {kind}",
    "reference_declined": "{who} cannot help with your request for {kind}",
    "reference_withdrawn": "{who} has taken back a request for {kind}",
    "reference_expired": "{who} has not found the time to answer: see who else can help",
    "reference_completed": "{who} has completed a request for {kind}",
    "reference_ended": "{who} has ended a request for {kind}",
    "reference_rated": "{who} has rated your help: {rating} of 5",
    "reference_goals": "{who} has changed the goals of “{purpose}”",
    "event_registered": "You have a seat at {title}",
    "event_offered": "A seat at {title} is held for you: take it in time",
    "event_offer_expired": "The seat at {title} that was held for you has gone to somebody else",
    "event_changed": "{title} has changed: see when and where it is now",
    "event_cancelled": "{title} does not take place",
    "event_restored": "{title} takes place after all",
    "event_reminder": "{title} begins soon",
    "speaker_invited": "{who} asks you to speak at {title}",
    "speaker_changed": "{who} has changed your session at {title}",
    "speaker_removed": "{who} has taken your session out of {title}",
    "speaker_answered": "{who} has answered whether to speak at {title}",
    "helper_added": "{who} asks you to help at {title}",
    "engagement_proposed": "The alumni office asks you: {title}",
    "engagement_changed": "The alumni office has changed its proposal: {title}",
    "engagement_answered": "{who} has {status}: {title}",
    "engagement_moved": "{title} is {status} now",
    "graduated": "Congratulations: you are an alumnus now",
    "graduation_rejected": "The alumni office could not approve your graduation",
    "announcement_urgent": "Urgent: {title}",
    "announcement_approved": "Your announcement “{title}” is published",
    "announcement_rejected": "Your announcement “{title}” was not accepted",
}


def sentence(verb: str, actor: str | None, others: int, data: Mapping[str, Any] | str) -> str:
    """Return what happened, in words. `others`: how many people did it besides `actor`."""
    facts = json.loads(data) if isinstance(data, str) else dict(data)
    who = actor or "Somebody"
    if others:
        who += f" and {others} {'others' if others > 1 else 'other'}"
    found = {name: value for name, value in facts.items() if value is not None}
    if "status" in found:
        found["status"] = str(found["status"]).replace("_", " ")
    if "excerpt" in found:
        found["excerpt"] = formatting.excerpt(str(found["excerpt"])) or "…"
    return WORDS[verb].format(**{**found, "who": who, "has": "have" if others else "has"})
