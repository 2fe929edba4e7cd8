"""A conversation with the SMTP server of the settings."""

from __future__ import annotations

import contextlib
import smtplib
import ssl

from web.settings import MailSettings


def connect(settings: MailSettings, seconds: float) -> smtplib.SMTP:
    """Connect, encrypt and sign in as the settings say. Raises OSError, smtplib.SMTPException."""
    host, port = str(settings.smtp_host), settings.smtp_port
    smtp: smtplib.SMTP
    if settings.smtp_security == "tls":
        context = ssl.create_default_context()
        smtp = smtplib.SMTP_SSL(host, port, timeout=seconds, context=context)
    else:
        smtp = smtplib.SMTP(host, port, timeout=seconds)
    try:
        if settings.smtp_security == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        if settings.smtp_user:
            smtp.login(settings.smtp_user, settings.smtp_password or "")
    except BaseException:
        close(smtp)
        raise
    return smtp


def close(smtp: smtplib.SMTP) -> None:
    """End the conversation, if the server still listens."""
    with contextlib.suppress(OSError, smtplib.SMTPException):
        smtp.quit()
