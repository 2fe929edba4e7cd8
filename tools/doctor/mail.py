"""The way of mails out of the house: SMTP, or a folder."""

from __future__ import annotations

import os
import smtplib
from collections.abc import Iterator
from urllib.parse import urlsplit

from tools.doctor.finding import Finding, problem, warning
from tools.settings import Settings
from web.mail import smtp
from web.settings import MailSettings

SECONDS = 10
LOOPBACK = {"127.0.0.1", "localhost", "::1", "0.0.0.0"}  # noqa: S104 - compared, not listened on


def check(settings: Settings) -> Iterator[Finding]:
    """Find an SMTP server that does not accept us, or a folder that cannot be written."""
    mail = settings.web.mail
    if mail.smtp_host:
        yield _conversation(mail)
        if urlsplit(settings.web.public_url).hostname in LOOPBACK:
            yield warning(
                "links in mails",
                f"they lead to {settings.web.public_url}, which only this machine can open",
                "Set PUBLIC_URL to the address that people use.",
            )
    else:
        yield _folder(mail)


def _conversation(mail: MailSettings) -> Finding:
    place = f"{mail.smtp_host}:{mail.smtp_port}"
    try:
        conversation = smtp.connect(mail, SECONDS)
    except smtplib.SMTPAuthenticationError as error:
        answer = error.smtp_error
        said = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
        return problem(
            "mail",
            f"{place} refuses the login: {error.smtp_code} {said}",
            "Correct SMTP_USER and SMTP_PASSWORD.",
        )
    except (OSError, smtplib.SMTPException) as error:
        return problem(
            "mail",
            f"{place} cannot be used: {error}",
            "Correct SMTP_HOST, SMTP_PORT and SMTP_SECURITY, or start that server.",
        )
    smtp.close(conversation)
    login = f"accepts {mail.smtp_user}" if mail.smtp_user else "answers"
    return Finding("mail", f"{place} {login} ({mail.smtp_security})")


def _folder(mail: MailSettings) -> Finding:
    folder = mail.folder
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if not existing.is_dir() or not os.access(existing, os.W_OK | os.X_OK):
        return problem(
            "mail",
            f"no mail can be written to {folder}",
            f"Make {existing} a folder that this user can write.",
        )
    return Finding("mail", f"no SMTP_HOST: mails are files in {folder}")
