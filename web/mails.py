"""Compose mails from the rows of the outbox."""

from __future__ import annotations

import json
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path

from mako.lookup import TemplateLookup

from tools.settings import WebSettings
from web.database import Row
from web.formatting import words

_FOLDER = Path(__file__).resolve().parent / "templates" / "mail"
_html = TemplateLookup(
    directories=[str(_FOLDER)],
    input_encoding="utf-8",
    imports=["from web.formatting import shown"],
    default_filters=["shown", "h"],
    strict_undefined=True,
)
# Plain text is not HTML: what is said is what is sent.
_text = TemplateLookup(
    directories=[str(_FOLDER)],
    input_encoding="utf-8",
    imports=["from web.formatting import shown"],
    default_filters=["shown"],
    strict_undefined=True,
)


def compose(mail: Row, settings: WebSettings) -> EmailMessage:
    """Return a message in plain text and HTML.

    A template `x.txt` has the subject in its first line; `x.html` around the same words is made by
    layout.html from its paragraphs. Raises ValueError for data that cannot be in a mail.
    """
    data = json.loads(mail.data) if isinstance(mail.data, str) else mail.data
    text = str(
        _text.get_template(f"{mail.template}.txt").render(
            site=settings.public_url, words=words, **data
        )
    )
    subject, _, body = text.strip().partition("\n")
    paragraphs = [part.strip() for part in body.strip().split("\n\n")]
    message = EmailMessage()
    # The header class refuses line ends, so that nobody adds headers by a job's title.
    message["Subject"] = " ".join(subject.split())
    message["From"] = settings.mail.sender
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
        body += f"\n\nNo more mails like this: {unsubscribe}"
    message.set_content(body + "\n")
    html = _html.get_template("layout.html").render(
        subject=subject, paragraphs=paragraphs, unsubscribe=unsubscribe
    )
    message.add_alternative(str(html), subtype="html")
    return message
