"""Mails leave the outbox: as files, by SMTP, and in spite of what goes wrong."""

from __future__ import annotations

import email
import email.policy
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from tests.support.database import Database, Row
from tests.support.mails import DATA
from tests.support.site import CHECKOUT, free_port
from web.mail.sender import Mailer
from web.settings import DatabaseSettings, MailSettings, WebSettings

Queue = Callable[..., int]
EXPECTED = {
    *(b"subject", b"from", b"to", b"date", b"message-id", b"auto-submitted", b"mime-version"),
    *(b"content-type", b"list-unsubscribe", b"list-unsubscribe-post"),
}


@pytest.fixture
def settings(spare_account: DatabaseSettings, tmp_path: Path) -> WebSettings:
    """Return settings of a site that writes its mails into a folder."""
    return WebSettings(
        home=tmp_path,
        database=spare_account,
        secret_key="k",
        host="127.0.0.1",
        port=1,
        workers=1,
        public_url="https://alumni.example.org",
        trusted_proxies=(),
        mail=MailSettings(folder=tmp_path / "mail", sender="Alumni Sync <office@example.org>"),
    )


@pytest.fixture
def queue(spare_db: Database) -> Queue:
    """Return how to put a mail into the outbox; empties it first."""
    spare_db.rows("DELETE FROM mail_outbox")

    def put(template: str, data: dict[str, Any] | None = None) -> int:
        spare_db.rows(
            "INSERT INTO mail_outbox (email, template, data, fact_key, next_attempt_at)"
            " VALUES ('ada@example.org', %s, %s, %s, UTC_TIMESTAMP())",
            template,
            json.dumps(DATA[template] if data is None else data),
            secrets.token_hex(8),
        )
        return int(spare_db.value("SELECT MAX(id) FROM mail_outbox"))

    return put


def _outbox(db: Database, mail_id: int) -> Row:
    return db.row("SELECT * FROM mail_outbox WHERE id = %s", mail_id)


def _parsed(content: bytes) -> EmailMessage:
    return email.message_from_bytes(content, policy=email.policy.default)


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part
    return str(part.get_content())


def test_every_template_that_a_procedure_names_is_there() -> None:
    named = set()
    for path in (CHECKOUT / "procedures").rglob("*.sql"):
        for call in re.findall(r"CALL _queue_mail\(.*?\);", path.read_text(), re.DOTALL):
            named |= set(re.findall(r"'([a-z]+_[a-z_]+)'", call))
    files = {path.stem for path in (CHECKOUT / "web/templates/mail").glob("*.txt")}
    assert files == set(DATA)
    assert files & named, "the search found something"


@pytest.mark.parametrize("mail", DATA)
def test_a_mail_as_a_file(
    spare_db: Database, settings: WebSettings, queue: Queue, mail: str
) -> None:
    mail_id = queue(mail)
    assert Mailer(settings).send_due() == 1
    (file,) = settings.mail.folder.iterdir()
    assert file.name == f"{mail_id}-{mail}.eml"
    message = _parsed(file.read_bytes())
    assert message["To"] == "ada@example.org"
    assert message["From"] == "Alumni Sync <office@example.org>"
    assert message["Subject"]
    assert message["Date"].datetime
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].startswith(f"<mail-{mail_id}-")
    assert message["Message-ID"].endswith("@example.org>")
    text, html = _part(message, "plain"), _part(message, "html")
    assert "Hello Ada" in text
    assert "Hello Ada" in html
    assert "<b>" not in html.replace("<body", "")
    for link in re.findall(r"https?://\S+", text):
        assert link.startswith("https://alumni.example.org/")
        assert f'href="{link}"' in html
    sent = _outbox(spare_db, mail_id)
    assert (sent.status, sent.last_error) == ("sent", None)
    assert not {"token", "suggestions"} & set(json.loads(sent.data))


def test_nobody_adds_headers_or_markup(settings: WebSettings, queue: Queue) -> None:
    evil = "Eve\r\nBcc: all@example.org\n\n<script>alert(1)</script>"
    queue(
        "application_withdrawn", {**DATA["application_withdrawn"], "job_title": evil, "name": evil}
    )
    Mailer(settings).send_due()
    (file,) = settings.mail.folder.iterdir()
    message = _parsed(file.read_bytes())
    assert message["Bcc"] is None
    assert "Eve" in message["Subject"]
    assert "<script>" not in _part(message, "html")


ENCODED = "=?utf-8?q?Acme=0d=0aReply-To:_x@y.example=0d=0a=0d=0ahello?="
TYPED = [
    ENCODED,
    f"{ENCODED} {ENCODED}",
    "=?utf-8?b?QWNtZQ0KQmNjOiB4QHkuZXhhbXBsZQ==?=",
    "Grüße =?iso-8859-1?q?a=0ab?= und Ende",
    "Ω" * 150,
    "a " * 90 + "word" * 40,
    "tabs\tand\x0bcontrols\x00\u2028end",
]


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_a_receiver_reads_what_was_typed(settings: WebSettings, queue: Queue, typed: str) -> None:
    """Judged by the bytes, as a mail program does that knows nothing of how they were made."""
    queue("application_withdrawn", {**DATA["application_withdrawn"], "job_title": typed})
    Mailer(settings).send_due()
    (file,) = settings.mail.folder.iterdir()
    content = file.read_bytes()
    assert content.isascii()
    lines = content.split(b"\r\n")
    assert not [line for line in lines if b"\r" in line or b"\n" in line or len(line) > 998]
    head, _, body = content.partition(b"\r\n\r\n")
    names = [name.lower() for name in re.findall(rb"^([\w-]+):", head, re.M)]
    assert len(names) == len(set(names))
    assert set(names) <= EXPECTED
    assert body.startswith(b"--=====")
    unfolded = re.sub(rb"\r\n(?=[ \t])", b"", head).decode()
    (subject,) = re.findall(r"^Subject: (.*)\r$", unfolded, re.M)
    shown = " ".join(re.sub(r"[\x00-\x1f\u2028]", " ", typed).split())
    assert shown in str(make_header(decode_header(subject)))
    text = _part(_parsed(content), "plain")
    assert shown in " ".join(re.sub(r"[\x00-\x1f\u2028]", " ", text).split())


def test_a_mail_program_sees_one_click(settings: WebSettings, queue: Queue) -> None:
    """The address of a structured header is never an encoded word, however long it is."""
    queue("event_changed", {**DATA["event_changed"], "unsubscribe": "t" * 43})
    Mailer(settings).send_due()
    (file,) = settings.mail.folder.iterdir()
    head = file.read_bytes().partition(b"\r\n\r\n")[0].decode()
    assert re.search(
        r"^List-Unsubscribe:\s+<https://alumni\.example\.org/unsubscribe/t{43}>\r$", head, re.M
    )
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in head


def test_a_mail_that_cannot_be_composed_holds_nobody_up(
    spare_db: Database, settings: WebSettings, queue: Queue
) -> None:
    unknown, incomplete, good = (
        queue("no_such_mail", {}),
        queue("reset_password", {}),
        queue("password_changed"),
    )
    Mailer(settings).send_due()
    assert _outbox(spare_db, good).status == "sent"
    for broken in (unknown, incomplete):
        row = _outbox(spare_db, broken)
        assert (row.status, row.attempts_count) == ("queued", 1)
        assert row.last_error


def test_a_sender_that_died_is_replaced(
    spare_db: Database, settings: WebSettings, queue: Queue
) -> None:
    mail_id = queue("password_changed")
    spare_db.call("mail_lease", "a sender that dies", 20, 60)
    mailer = Mailer(settings)
    assert mailer.send_due() == 0, "it is leased to somebody else"
    spare_db.rows("UPDATE mail_outbox SET leased_until = UTC_TIMESTAMP() - INTERVAL 1 SECOND")
    assert mailer.send_due() == 1
    row = _outbox(spare_db, mail_id)
    assert (row.status, row.attempts_count) == ("sent", 2)


class _Inbox:
    """What an SMTP server does with mails."""

    def __init__(self, answer: str = "250 OK", about_address: str | None = None) -> None:
        self.answer = answer
        self.about_address = about_address
        self.messages: list[EmailMessage] = []
        self.recipients: list[str] = []

    async def handle_RCPT(  # noqa: N802
        self,
        _server: Any,
        _session: Any,
        envelope: Any,
        address: str,
        *_: Any,
    ) -> str:
        if self.about_address:
            return self.about_address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.messages.append(_parsed(envelope.content))
        self.recipients += envelope.rcpt_tos
        return self.answer


def _over_smtp(settings: WebSettings, port: int, **more: Any) -> WebSettings:
    values: dict[str, Any] = {"smtp_host": "127.0.0.1", "smtp_port": port, "smtp_security": "none"}
    return replace(settings, mail=replace(settings.mail, **{**values, **more}))


def test_smtp_with_a_login(spare_db: Database, settings: WebSettings, queue: Queue) -> None:
    inbox, seen = _Inbox(), []

    def authenticate(*asked: Any) -> AuthResult:
        seen.append((asked[-1].login, asked[-1].password))
        return AuthResult(success=True)

    controller = Controller(
        inbox,
        "127.0.0.1",
        free_port(),
        authenticator=authenticate,
        auth_required=True,
        auth_require_tls=False,
    )
    controller.start()
    try:
        mails = [queue("confirm_address"), queue("application_received")]
        over = _over_smtp(settings, controller.port, smtp_user="u", smtp_password="p")
        assert Mailer(over).send_due() == 2
    finally:
        controller.stop()
    assert seen == [(b"u", b"p")], "one conversation for both"
    assert inbox.recipients == ["ada@example.org"] * 2
    assert "Müller & Söhne <b>" in inbox.messages[1]["Subject"]
    assert "https://alumni.example.org/confirm/a-token" in _part(inbox.messages[0], "plain")
    assert all(_outbox(spare_db, mail).status == "sent" for mail in mails)
    assert not settings.mail.folder.exists()


def test_smtp_that_refuses_or_is_not_there(
    spare_db: Database, settings: WebSettings, queue: Queue
) -> None:
    mails = [queue("password_changed"), queue("password_changed")]
    controller = Controller(_Inbox("451 Later, please"), "127.0.0.1", free_port())
    controller.start()
    try:
        Mailer(_over_smtp(settings, controller.port)).send_due()
        for mail in mails:
            row = _outbox(spare_db, mail)
            assert (row.status, row.attempts_count) == ("queued", 1)
            assert "451" in row.last_error
        # A server that offers no encryption gets nothing where encryption is asked for.
        spare_db.rows("UPDATE mail_outbox SET next_attempt_at = UTC_TIMESTAMP()")
        Mailer(_over_smtp(settings, controller.port, smtp_security="starttls")).send_due()
        assert "STARTTLS" in _outbox(spare_db, mails[0]).last_error
    finally:
        controller.stop()
    spare_db.rows("UPDATE mail_outbox SET next_attempt_at = UTC_TIMESTAMP()")
    Mailer(_over_smtp(settings, free_port())).send_due()
    for mail in mails:
        row = _outbox(spare_db, mail)
        assert (row.status, row.attempts_count) == ("queued", 3)
        assert "refused" in row.last_error


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("550 5.1.1 No such user", "failed"),
        ("450 4.2.1 Busy", "queued"),
        ("550 5.7.1 Spam", "queued"),
    ],
)
def test_an_address_where_nobody_is_gets_no_more_mails(
    spare_db: Database, settings: WebSettings, queue: Queue, answer: str, status: str
) -> None:
    mail = queue("password_changed")
    controller = Controller(_Inbox(about_address=answer), "127.0.0.1", free_port())
    controller.start()
    try:
        Mailer(_over_smtp(settings, controller.port)).send_due()
    finally:
        controller.stop()
    assert _outbox(spare_db, mail).status == status
    noted = spare_db.rows("SELECT * FROM mail_suppressions WHERE email = 'ada@example.org'")
    spare_db.rows("DELETE FROM mail_suppressions WHERE email = 'ada@example.org'")
    assert [(row.reason, row.detail) for row in noted] == (
        [("bounce", answer)] * (status == "failed")
    )
