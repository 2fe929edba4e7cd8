"""Send the mails of the outbox: by SMTP, or into a folder where no SMTP server is set.

Every worker process runs one sender. A mail is leased to one sender at a time; one that dies
between sending and saying so leaves its mail to be sent once more, with the same Message-ID, by
which mail programs know it.
"""

from __future__ import annotations

import contextlib
import os
import smtplib
import socket
from email.message import EmailMessage
from pathlib import Path

import gevent

from web import logs
from web.database.client import Database, Row
from web.database.errors import ContractError, DatabaseAwayError, SchemaMismatchError
from web.mail import smtp
from web.mail.message import compose
from web.settings import MailSettings, WebSettings

POLL_SECONDS = 1.0
BATCH = 20
LEASE_SECONDS = 120
SMTP_SECONDS = 30


def start(settings: WebSettings) -> gevent.Greenlet:
    """Start the sender of this process."""
    return gevent.spawn(Mailer(settings).run)


class Mailer:
    """One sender."""

    def __init__(self, settings: WebSettings) -> None:
        self._settings = settings
        self._database = Database(settings.database, size=1)
        self._name = f"{socket.gethostname()}:{os.getpid()}"[:80]

    def run(self) -> None:
        """Send what is due, again and again, until the process ends."""
        while True:
            try:
                sent = self.send_due()
            except (DatabaseAwayError, SchemaMismatchError):
                # /readyz says so; mails wait in the outbox.
                sent = 0
            except Exception as defect:  # noqa: BLE001 - one bad minute must not stop the mails
                logs.write_defect("mailer", defect)
                sent = 0
            if sent < BATCH:
                gevent.sleep(POLL_SECONDS)

    def send_due(self) -> int:
        """Send one batch; returns how many were leased."""
        mails = self._database.call_plainly(
            "mail_lease", worker=self._name, limit=BATCH, lease_seconds=LEASE_SECONDS
        ).mails
        if mails:
            with contextlib.closing(_Way(self._settings.mail)) as way:
                for mail in mails:
                    self._send(mail, way)
        return len(mails)

    def _send(self, mail: Row, way: _Way) -> None:
        error = refusal = None
        try:
            way.send(compose(mail, self._settings), mail.email, f"{mail.id}-{mail.template}")
        except (OSError, smtplib.SMTPException) as problem:
            error = f"{type(problem).__name__}: {problem}"[:500]
            refusal = _answer_about_the_recipient(problem)
            logs.write("mail not sent", mail=mail.id, template=mail.template, reason=error)
        except Exception as defect:  # noqa: BLE001 - the other mails go out all the same
            error = f"{type(defect).__name__}: {defect}"[:500]
            logs.write_defect("mail not composed", defect, mail=mail.id, template=mail.template)
        else:
            logs.write("mail sent", mail=mail.id, template=mail.template)
        with contextlib.suppress(ContractError):
            # Refused when the lease was over: then another sender has it.
            self._database.call_plainly(
                "mail_finish", mail_id=mail.id, worker=self._name, error=error, refusal=refusal
            )


def _answer_about_the_recipient(problem: Exception) -> str | None:
    """Return what the server answered to the address, such as `550 5.1.1 No such user`."""
    if not isinstance(problem, smtplib.SMTPRecipientsRefused):
        return None
    ((code, words),) = problem.recipients.values()
    said = words.decode(errors="replace") if isinstance(words, bytes) else words
    return " ".join(f"{code} {said}".split())[:500]


class _Way:
    """How mails leave: one SMTP conversation a batch, or a folder."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._smtp: smtplib.SMTP | None = None
        self._unreachable: Exception | None = None

    def send(self, message: EmailMessage, recipient: str, name: str) -> None:
        """Send one message to the address as it is. Raises OSError, smtplib.SMTPException."""
        if self._settings.smtp_host:
            self._smtp = self._smtp or self._connect_once()
            try:
                self._smtp.send_message(message, to_addrs=[recipient])
            except smtplib.SMTPServerDisconnected:
                self._smtp = None
                raise
        else:
            _write(self._settings.folder, name, bytes(message))

    def close(self) -> None:
        """End the conversation."""
        if self._smtp:
            smtp.close(self._smtp)

    def _connect_once(self) -> smtplib.SMTP:
        # Twenty mails must not wait twenty times for a server that is not there.
        if self._unreachable:
            raise self._unreachable
        try:
            return smtp.connect(self._settings, SMTP_SECONDS)
        except (OSError, smtplib.SMTPException) as error:
            self._unreachable = error
            raise


def _write(folder: Path, name: str, content: bytes) -> None:
    """Write a mail as a file that is whole from its first moment."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    scratch = folder / f".{name}.partial"
    scratch.write_bytes(content)
    scratch.rename(folder / f"{name}.eml")
