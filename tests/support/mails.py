"""What every template of a mail is filled with."""

from __future__ import annotations

from typing import Any

EVENT: dict[str, Any] = {
    "name": "Ada",
    "event_id": 1,
    "title": "Career night <b>",
    "venue": "Rua Augusta 1",
    "starts_at": "2031-05-06 18:00:00.000000",
    "ends_at": "2031-05-06 20:00:00.000000",
    "time_zone": "Europe/Lisbon",
    "is_online": 1,
}
SESSION: dict[str, Any] = {
    "session_title": "Databases",
    "inviter_name": "Sam",
    "session_starts_at": "2031-05-06 18:30:00.000000",
}
DATA: dict[str, dict[str, Any]] = {
    "confirm_address": {"name": "Ada", "token": "a-token"},
    "email_change": {"name": "Ada", "token": "a-token"},
    "email_change_asked": {"name": "Ada", "new_email": "ada@example.net"},
    "email_changed": {"name": "Ada", "new_email": "ada@example.net"},
    "account_deleted": {"name": "Ada", "token": "a-token", "until": "2027-01-31"},
    "account_restored": {"name": "Ada"},
    "reset_password": {"name": "Ada", "token": "a-token"},
    "password_changed": {"name": "Ada"},
    "account_approved": {"name": "Ada"},
    "account_rejected": {"name": "Ada", "reason": "No such person.\n\nAsk again."},
    "account_blocked": {"name": "Ada", "reason": "Somebody else uses it.\n\nCall us."},
    "account_unblocked": {"name": "Ada"},
    "role_changed": {"name": "Ada", "role": "alumni"},
    "reset_password_office": {"name": "Ada", "token": "a-token"},
    "application_received": {
        "name": "Ada",
        "job_id": 1,
        "job_title": "Müller & Söhne <b>",
        "company_name": "Acme",
        "applicant_name": "Sam",
        "application_id": 2,
    },
    "application_moved": {
        "name": "Ada",
        "job_id": 1,
        "job_title": "Engineer",
        "application_id": 2,
        "company_name": "Acme",
        "status": "shortlisted",
    },
    "application_withdrawn": {
        "name": "Ada",
        "job_id": 1,
        "job_title": "Engineer",
        "applicant_name": "Sam",
    },
    "notification": {
        "name": "Ada",
        "verb": "message_received",
        "actor": "Sam <b>",
        "link": "/messages/7",
        "unsubscribe": "abc",
    },
    **{
        template: {
            "name": "Ada",
            "kind": "a reference",
            "purpose": "My first <b>job</b>",
            "actor": "Sam <b>",
            "until": "1 March 2027",
            "link": "/mentoring/7",
            "unsubscribe": "abc",
            **more,
        }
        for template, more in dict[str, dict[str, Any]](
            {
                "reference_requested": {"message": "How did <b>you</b> begin?\n\nSam"},
                "reference_answered": {"status": "declined", "answer": "I am away.\n\nSorry <b>!"},
                "reference_expired": {
                    "suggestions": [
                        {
                            "id": number,
                            "name": "Grace <b>",
                            "reasons": "Works at: <b>\nFree places: 2",
                        }
                        for number in (4, 5, 6)
                    ]
                },
            }
        ).items()
    },
    "digest": {
        "name": "Ada",
        "digest": "daily",
        "count": 22,
        "unsubscribe": "abc",
        "items": [
            {
                "verb": "post_liked",
                "actor": "Sam <b>",
                "others": 2,
                "link": "/posts/1",
                "data": {"excerpt": "Müller <b>"},
            },
            None,
        ],
    },
    "event_reminder": EVENT,
    "speaker_invited": {**EVENT, **SESSION},
    "speaker_changed": {**EVENT, **SESSION},
    "speaker_removed": {**EVENT, **SESSION},
    "speaker_answered": {
        **EVENT,
        **SESSION,
        "status": "declined",
        "note": "Abroad.\n\nSorry <b>!",
        "speaker_name": "Sam",
    },
    "helper_added": {**EVENT, "asker_name": "Sam"},
    **{
        template: {
            "name": "Ada",
            "event_id": 1,
            "title": "Müller & Söhne <b>",
            "is_online": 0,
            "starts_at": "2027-03-04 17:00:00.000000",
            "venue": "Hall 1 <b>",
            "ends_at": "2027-03-04 19:00:00.000000",
            "time_zone": "Europe/Lisbon",
            **more,
        }
        for template, more in dict[str, dict[str, Any]](
            {
                "event_registered": {"guests_count": 2},
                "event_offered": {"offer_expires_at": "2027-03-02 17:00:00.000000"},
                "event_offer_expired": {},
                "event_changed": {"is_moved": 1, "is_elsewhere": 0},
                "event_cancelled": {"reason": "The hall <b> is flooded.\n\nSorry."},
                "event_restored": {},
            }
        ).items()
    },
    "announcement_urgent": {
        "name": "Ada",
        "announcement_id": 1,
        "title": "Müller <b>",
        "content": "Closed **today**.\n\nStay at home.",
        "is_whole": False,
        "author_name": "Olga Office",
    },
    "announcement_approved": {"name": "Ada", "announcement_id": 1, "title": "News", "reason": None},
    "announcement_rejected": {
        "name": "Ada",
        "announcement_id": 1,
        "title": "News",
        "reason": "Say when.",
    },
    "event_registered": {**EVENT, "guests_count": 2},
    "event_offered": {**EVENT, "offer_expires_at": "2031-05-04 17:00:00.000000"},
    "event_offer_expired": EVENT,
    "event_changed": {**EVENT, "is_moved": 1, "is_elsewhere": 0},
    "event_cancelled": {**EVENT, "reason": "The hall <b> is flooded.\n\nSorry."},
    "event_restored": EVENT,
    "graduated": {"name": "Ada", "degree": None, "graduation_year": 2026},
    "graduation_rejected": {"name": "Ada", "reason": "No such degree."},
    "verification_approved": {"name": "Ada", "kind": "alumni_status", "user_id": 2},
    "verification_rejected": {"name": "Ada", "kind": "degree", "reason": "Not <b>readable</b>."},
    "verification_more": {"name": "Ada", "kind": "identity", "reason": "The back side.\n\nThanks"},
    "verification_revoked": {"name": "Ada", "kind": "identity", "reason": "Somebody else's."},
    "message_received": {"name": "Ada", "subject": "A <b>visit</b>", "message": "May I?\n\nAda"},
    "message_answered": {
        "name": "Ada",
        "subject": "A visit",
        "message": "May I?",
        "answer": "Come on <b>Tuesday</b>.\n\nOlga",
    },
    "engagement_proposed": {
        "name": "Ada",
        "kind": "workshop_instructor",
        "title": "Queries <b>",
        "days": "1 March 2027",
        "location": "Room 1",
        "engagement_id": 7,
    },
    "engagement_changed": {
        "name": "Ada",
        "title": "Queries",
        "days": "1 March 2027",
        "engagement_id": 7,
    },
    "engagement_moved": {
        "name": "Ada",
        "title": "Queries",
        "days": "1 March 2027",
        "status": "cancelled",
        "reason": "Too few.",
        "engagement_id": 7,
    },
    "engagement_answered": {
        "name": "Ada",
        "title": "Queries",
        "days": "1 to 2 March 2027",
        "status": "declined",
        "reason": None,
        "alumnus_name": "Grace <b>",
        "engagement_id": 7,
    },
}
