"""What people write who try how much fits: endless words, other scripts, all the room there is.

Wilma fills every field to its limit with a word that cannot be broken; Noor writes from right to
left, with emoji. They work, ask, write and apply to each other, so that every page has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.support.database import Database
from tests.support.events import hold, in_hours
from tests.support.jobs import PDF, post
from tests.support.mentoring import ask, offer
from tests.support.office import contact, feedback, propose, submit

RIGHT_TO_LEFT = "نور الهدى"
PARAGRAPH = "ما شاء الله، 3 مرات (Python و SQL)! 👩🏽‍💻 שלום עולם. "
LONG_TEXT = (PARAGRAPH + "https://example.org/" + "x" * 300 + "\n\n") * 12


def endless(length: int) -> str:
    """Return one word of that length."""
    return ("Donaudampfschifffahrtsgesellschaft" * (length // 34 + 1))[:length]


@dataclass
class Extremes:
    """Who they are, and where to find what they have made: address by who looks at it."""

    wilma: int
    noor: int
    pages: dict[str, list[str]] = field(default_factory=dict)


def make(db: Database, office: int) -> Extremes:
    """Make the two and what they do."""
    wilma = db.person("alumni", endless(80), endless(80))
    noor = db.person("student", RIGHT_TO_LEFT, "👩🏽‍🚀✨")
    _fill_profile(db, wilma)
    db.call("profile_edit", noor, bio=LONG_TEXT[:2000], nationality=endless(80))
    db.call(
        "profile_project_save",
        noor,
        None,
        endless(160),
        f"https://example.org/{endless(200)}",
        endless(900),
    )
    offer(db, wilma, note=endless(500))
    db.call("person_follow", noor, wilma)
    job = post(
        db,
        wilma,
        title=endless(150),
        company_name=endless(150),
        location=endless(150),
        description=endless(1000) + LONG_TEXT,
        requirements=LONG_TEXT,
        salary_min=9999999999,
        salary_max=9999999999.99,
        skills=endless(60),
    )
    application = db.call(
        "job_apply", noor, job, LONG_TEXT, 9999999999.99, PDF, endless(200) + ".pdf"
    ).application.id
    db.call("job_application_note", wilma, application, LONG_TEXT)
    event = hold(
        db,
        noor,
        title=endless(150),
        description=endless(1000) + LONG_TEXT,
        venue=endless(200),
        is_online=1,
        online_url=f"https://example.org/{endless(400)}",
        max_attendees=100000,
        starts_at=in_hours(db, 0.25),
        visibility="public",
        time_zone="America/Argentina/ComodRivadavia",
    )
    db.call("event_register", wilma, event, 3, endless(500))
    db.call("event_speaker_invite", noor, event, wilma, endless(150), endless(1000))
    announcement = db.call(
        "announcement_post", office, endless(200), LONG_TEXT, priority="urgent"
    ).announcement.id
    link = f"https://example.org/{endless(270)}"
    words = db.call("post_add", wilma, endless(500), link, "all").post.id
    comment = None
    for depth in range(7):
        who, said = ((noor, LONG_TEXT[:900]), (wilma, endless(300)))[depth % 2]
        comment = db.call("comment_add", who, words, comment, said).comment.id
    request = ask(
        db,
        noor,
        wilma,
        purpose=endless(200),
        company=endless(120),
        position=endless(120),
        message=LONG_TEXT[:3900],
    )
    db.call("reference_answer", wilma, request, "accept", LONG_TEXT[:900])
    sent = db.call("message_send", noor, wilma, endless(600)).message.conversation_id
    db.call("message_send", wilma, noor, LONG_TEXT[:3900], PDF, endless(200) + ".pdf")
    proof = submit(db, wilma, note=endless(1000), document_name=endless(200) + ".pdf")
    engagement = propose(
        db,
        office,
        wilma,
        title=endless(150),
        description=LONG_TEXT[:3900],
        location=endless(150),
        compensation_amount=9999999999.99,
        compensation_currency="EUR",
        hours=999.99,
    )
    letter = contact(db, None, name=endless(160), subject=endless(150), message=LONG_TEXT[:3900])
    opinion = feedback(db, wilma, message=endless(1000))
    both = [
        "/dashboard",
        f"/jobs/{job}",
        f"/events/{event}",
        f"/posts/{words}",
        f"/announcements/{announcement}",
        f"/messages/{sent}",
        f"/mentoring/{request}",
        f"/applications/{application}",
        "/notifications",
    ]
    return Extremes(
        wilma,
        noor,
        {
            "visitor": [f"/events/{event}"],
            "wilma": [
                *both,
                f"/jobs/{job}/applicants",
                f"/jobs/{job}/edit",
                f"/events/{event}/ticket",
                "/events/invitations",
                "/profile/edit",
                "/account",
                f"/students/{noor}",
                f"/alumni/{wilma}",
                "/verification",
                f"/engagements/{engagement}",
                "/mentoring",
            ],
            "noor": [
                *both,
                f"/jobs?search={endless(200)}",
                "/jobs",
                "/alumni?search=donaudampf",
                "/feed",
                "/events",
                "/messages",
                "/announcements",
                f"/events/{event}/edit",
                f"/events/{event}/check-in",
                f"/events/{event}/speakers",
                f"/alumni/{wilma}",
                f"/mentoring/ask/{wilma}",
                "/events/calendar",
                f"/messages/search?search={endless(60)}",
            ],
            "office": [
                f"/admin/people/{wilma}",
                "/admin/people?search=donaudampf",
                f"/admin/verification/{proof}",
                "/admin/verification",
                "/admin/inbox",
                f"/admin/inbox/contact/{letter}",
                f"/admin/inbox/feedback/{opinion}",
                f"/admin/engagements/{engagement}",
                "/admin/engagements",
                "/admin/audit",
            ],
        },
    )


def _fill_profile(db: Database, person: int) -> None:
    db.call(
        "profile_edit",
        person,
        bio=LONG_TEXT[:2000],
        current_job_title=endless(120),
        current_company=endless(120),
        industry=endless(80),
        location=endless(120),
        website_url=f"https://example.org/{endless(200)}",
        phone="+49 30 1234567890123456",
        skills=", ".join(f"{number}{endless(58)}" for number in range(9)),
    )
    db.call(
        "profile_work_save",
        person,
        None,
        endless(120),
        endless(120),
        endless(120),
        "2001-01-01",
        None,
        LONG_TEXT[:1900],
    )
    db.call(
        "profile_achievement_save",
        person,
        None,
        "award",
        endless(160),
        endless(160),
        "2020-02-29",
        f"https://example.org/{endless(200)}",
        LONG_TEXT[:1900],
    )
    db.call("profile_link_save", person, endless(60), f"https://example.org/{endless(200)}")
    db.call("profile_former_name_add", person, endless(160))
