"""Mails in a real browser: at 600 and 360 px, light and dark, nothing cut and nothing fetched."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from tests.support.gallery import AXE
from tests.support.mails import DATA
from tests.support.site import Site
from web.database.client import Row
from web.mail.message import compose
from web.settings import MailSettings, WebSettings


@pytest.mark.parametrize("mail", ["digest", "event_reminder", "reset_password"])
def test_a_mail_as_it_is_seen(chromium: Any, demo_site: Site, mail: str) -> None:
    settings = WebSettings(
        home=demo_site.home,
        database=demo_site.account,
        secret_key="k",
        host="127.0.0.1",
        port=1,
        workers=1,
        public_url="https://alumni.example.org",
        trusted_proxies=(),
        mail=MailSettings(folder=demo_site.home, sender="Alumni Sync <office@example.org>"),
    )
    row = Row(
        id=1,
        template=mail,
        email="ada@example.org",
        data=json.dumps(DATA[mail], default=str),
        created_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    part = compose(row, settings).get_body(("html",))
    assert part
    html = part.get_content()
    for theme in ("light", "dark"):
        page = chromium.new_page(color_scheme=theme)
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.set_content(html)
        for width in (600, 360):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert asked == [], "a mail that fetches something tells who reads it"
        page.evaluate(AXE)
        found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa']})")
        assert [fault["id"] for fault in found["violations"]] == []
        page.close()
