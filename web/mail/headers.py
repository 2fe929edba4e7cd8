"""Headers of a mail, written as they go out: nothing that a person typed is decoded.

`EmailMessage` parses what it is given, and decodes a text that looks like an encoded word (RFC
2047). A job's title could then hold line ends, which Pythons before 3.11.10 write as new headers.
So headers are encoded and folded here, and the policy passes them on.
"""

from __future__ import annotations

import re
from email.header import Header
from email.policy import EmailPolicy
from email.utils import formataddr, parseaddr
from typing import Any

LINE = 76
"""Characters of a line: RFC 5322 asks for at most 78, with the line end."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class AsWritten(EmailPolicy):
    """Keep header values as they are written, and send them so."""

    def header_store_parse(self, name: str, value: object) -> tuple[str, Any]:
        """Return a header unread."""
        return name, value


POLICY = AsWritten(linesep="\r\n", refold_source="none", cte_type="7bit")
"""Of a message that any mail server passes on unchanged, which a signature (DKIM) needs."""


def text(name: str, value: str) -> str:
    """Return the value of a header that people read, such as a subject: one line, encoded, folded.

    A text that looks like an encoded word is encoded as well, so that it arrives as it was typed.
    """
    line = " ".join(_CONTROLS.sub(" ", value).split())
    charset = "us-ascii" if line.isascii() and "=?" not in line else "utf-8"
    return Header(line, charset, maxlinelen=LINE, header_name=name).encode(linesep="\r\n")


def mailbox(value: str) -> str:
    """Return an address of the settings, with its name encoded where that is needed."""
    name, address = parseaddr(value)
    return formataddr((name, address), "utf-8")
