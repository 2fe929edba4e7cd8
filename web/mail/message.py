"""Compose mails from the rows of the outbox."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path

from mako.lookup import TemplateLookup

from web.database.client import Row
from web.mail import headers
from web.pages.formatting import words
from web.settings import WebSettings

_FOLDER = Path(__file__).resolve().parents[1] / "templates" / "mail"
_html = TemplateLookup(
    directories=[str(_FOLDER)],
    input_encoding="utf-8",
    imports=["from web.pages.formatting import shown"],
    default_filters=["shown", "h"],
    strict_undefined=True,
)
# Plain text is not HTML: what is said is what is sent.
_text = TemplateLookup(
    directories=[str(_FOLDER)],
    input_encoding="utf-8",
    imports=["from web.pages.formatting import shown"],
    default_filters=["shown"],
    strict_undefined=True,
)

LABELS = {
    "/account/confirm": "Confirm email address",
    "/account/restore": "Restore account",
    "/admin": "Open the alumni office",
    "/announcements": "Read announcement",
    "/applications": "View application",
    "/confirm": "Confirm email address",
    "/contact": "Contact the alumni office",
    "/dashboard": "Go to your dashboard",
    "/engagements": "View engagement",
    "/events/invitations": "Answer invitation",
    "/events/[0-9]+/ticket": "View ticket",
    "/events/[0-9]+/check-in": "Check people in",
    "/events": "View event",
    "/forgot-password": "Reset password",
    "/graduation": "View request",
    "/jobs": "View job",
    "/login": "Sign in",
    "/mentoring": "View request",
    "/messages": "Read message",
    "/notifications": "View notifications",
    "/people": "View profile",
    "/posts": "View post",
    "/profile": "Complete profile",
    "/reset-password": "Set new password",
    "/verification": "View verification request",
}
"""What a button says, by how the path of the page begins; the first that fits."""
ITEM = "• "
"""What begins a paragraph of a list: in HTML the sentence leads where the link below it does."""


@dataclass(frozen=True)
class Block:
    """A part of a mail in HTML: some text, a button, or an item of a list."""

    kind: str
    words: str
    link: str = ""


def _blocks(body: str, site: str) -> list[Block]:
    """Return a plain text as parts: a paragraph that is a link alone becomes what leads there."""
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]
    blocks: list[Block] = []
    for part in paragraphs:
        if not part.startswith(f"{site}/"):
            blocks.append(Block("text", part))
        elif blocks and blocks[-1].words.startswith(ITEM):
            blocks.append(Block("item", blocks.pop().words.strip(f"{ITEM}:"), part))
        else:
            path = part.removeprefix(site)
            fitting = (words for page, words in LABELS.items() if re.match(page, path))
            blocks.append(Block("button", next(fitting, "Open Alumni Sync"), part))
    return blocks


def compose(mail: Row, settings: WebSettings) -> EmailMessage:
    """Return a message in plain text and HTML.

    A template `x.txt` has the subject in its first line; layout.html makes HTML of the same words.
    Raises ValueError for data that cannot be in a mail.
    """
    data = json.loads(mail.data) if isinstance(mail.data, str) else mail.data
    text = str(
        _text.get_template(f"{mail.template}.txt").render(
            site=settings.public_url, words=words, **data
        )
    )
    subject, _, body = text.strip().partition("\n")
    blocks = _blocks(body, settings.public_url)
    message = EmailMessage(headers.POLICY)
    message["Subject"] = headers.text("Subject", subject)
    message["From"] = headers.mailbox(settings.mail.sender)
    message["To"] = mail.email
    message["Date"] = format_datetime(mail.created_at)
    domain = parseaddr(settings.mail.sender)[1].partition("@")[2] or "localhost"
    message["Message-ID"] = f"<mail-{mail.id}-{mail.created_at:%Y%m%d%H%M%S}@{domain}>"
    message["Auto-Submitted"] = "auto-generated"
    body, unsubscribe = body.strip(), None
    if data.get("unsubscribe"):
        # RFC 8058: mail programs show a button and send a form, without a page in between.
        unsubscribe = f"{settings.public_url}/unsubscribe/{data['unsubscribe']}"
        message["List-Unsubscribe"] = f"<{unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        body += f"\n\nUnsubscribe from these emails: {unsubscribe}"
    message.set_content(body + "\n")
    html = _html.get_template("layout.html").render(
        subject=subject,
        preview=next((block.words for block in blocks[1:] if block.kind != "button"), ""),
        blocks=blocks,
        unsubscribe=unsubscribe,
    )
    message.add_alternative(str(html), subtype="html")
    return message
