"""The words of notifications, by what happened: for pages and for mails."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from web.pages import formatting

WORDS = {
    "message_received": "{who} sent you a message",
    "message_requested": "{who} sent you a message request",
    "post_liked": "{who} liked your post “{excerpt}”",
    "comment_liked": "{who} liked your comment on “{excerpt}”",
    "post_commented": "{who} commented on your post “{excerpt}”",
    "comment_answered": "{who} replied to your comment on “{excerpt}”",
    "followed": "{who} started following you",
    "application_received": "{who} applied for {job_title}",
    "application_moved": "Your application for {job_title} is now {status}",
    "application_withdrawn": "{who} withdrew their application for {job_title}",
    "verification_approved": "The alumni office has verified you",
    "verification_rejected": "The alumni office could not verify you",
    "verification_more": "The alumni office needs another document",
    "verification_revoked": "The alumni office has removed your verification",
    "reference_requested": "{who} requested {kind}: {purpose}",
    "reference_accepted": "{who} accepted your request for {kind}",
    "reference_declined": "{who} can't help with your request for {kind}",
    "reference_withdrawn": "{who} withdrew a request for {kind}",
    "reference_expired": "{who} didn't reply to your request: see who else can help",
    "reference_completed": "{who} completed a request for {kind}",
    "reference_ended": "{who} ended a request for {kind}",
    "reference_rated": "{who} rated your help {rating} out of 5",
    "reference_goals": "{who} changed the goals of “{purpose}”",
    "event_registered": "You have a seat at {title}",
    "event_offered": "A seat at {title} is reserved for you: accept it before the offer expires",
    "event_offer_expired": "Your seat offer for {title} has expired",
    "event_changed": "{title} has changed: check the time and location",
    "event_cancelled": "{title} has been cancelled",
    "event_restored": "{title} is back on",
    "event_reminder": "{title} starts soon",
    "speaker_invited": "{who} invited you to speak at {title}",
    "speaker_changed": "{who} changed your session at {title}",
    "speaker_removed": "{who} removed your session from {title}",
    "speaker_answered": "{who} answered your invitation to speak at {title}",
    "helper_added": "{who} asked you to help at {title}",
    "engagement_proposed": "The alumni office invites you: {title}",
    "engagement_changed": "The alumni office changed its proposal: {title}",
    "engagement_answered": "{who} {status} your proposal: {title}",
    "engagement_moved": "{title} is now {status}",
    "graduated": "Congratulations on your graduation",
    "graduation_rejected": "The alumni office could not approve your graduation request",
    "announcement_urgent": "Urgent: {title}",
    "announcement_approved": "Your announcement “{title}” has been published",
    "announcement_rejected": "Your announcement “{title}” was not accepted",
}


def sentence(verb: str, actor: str | None, others: int, data: Mapping[str, Any] | str) -> str:
    """Return what happened, in words. `others`: how many people did it besides `actor`."""
    facts = json.loads(data) if isinstance(data, str) else dict(data)
    who = actor or "Someone"
    if others:
        who += f" and {others} {'others' if others > 1 else 'other'}"
    found = {name: value for name, value in facts.items() if value is not None}
    if "status" in found:
        found["status"] = str(found["status"]).replace("_", " ")
    if "excerpt" in found:
        found["excerpt"] = formatting.excerpt(str(found["excerpt"])) or "…"
    return WORDS[verb].format(**{**found, "who": who})
