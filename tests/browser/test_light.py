"""How little a page weighs, how soon it is there on a slow phone, and that it stands still."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.browser import Tab

FIRST_VISIT = 100_000
LATER_VISIT = 15_000
# The office's charts need a library: on its first visit only.
FIRST_VISIT_OF_CHARTS = 190_000
# A slow phone: a fourth of this machine's speed, a tired mobile network.
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 90_000,
}
PAINTED_MS = 2_500
ATTEMPTS = 4
"""How often a page that seems slow is opened: the machine does other things as well, and what a
page needs is the least that it took."""
SHIFT_AT_MOST = 0.02
VITALS = """() => new Promise((resolve) => {
    const found = { paint: 0, shift: 0 };
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) found.paint = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) found.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(found), 50);
})"""
PAGES = [
    (None, "/"),
    (None, "/login"),
    ("student@example.com", "/dashboard"),
    ("student@example.com", "/alumni"),
    ("student@example.com", "/jobs"),
    ("student@example.com", "/alumni/2"),
    ("student@example.com", "/messages/1"),
    ("student@example.com", "/feed"),
    ("admin@example.com", "/admin"),
]


@pytest.mark.parametrize(("email", "path"), PAGES)
def test_a_page_is_light_on_a_slow_phone(
    tab: Callable[..., Tab], email: str | None, path: str
) -> None:
    one = tab(viewport={"width": 360, "height": 740})
    if email:
        one.sign_in(email)
    phone = one.context.new_cdp_session(one.page)
    phone.send("Network.enable")
    phone.send("Network.emulateNetworkConditions", NETWORK)
    phone.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for _ in range(ATTEMPTS):
        phone.send("Network.clearBrowserCache")
        first = _bytes_of(one, phone, path)
        vitals = one.page.evaluate(VITALS)
        if vitals["paint"] < PAINTED_MS:
            break
    later = _bytes_of(one, phone, path)
    print(f"{path}: {first} bytes, then {later}; {vitals}")
    assert first < (FIRST_VISIT_OF_CHARTS if path == "/admin" else FIRST_VISIT)
    assert later < LATER_VISIT
    assert vitals["shift"] < SHIFT_AT_MOST
    assert 0 < vitals["paint"] < PAINTED_MS


def _bytes_of(one: Tab, phone: Any, path: str) -> int:
    """Open a page; return how many bytes came over the wire, headers included."""
    received: list[float] = []

    def add(event: dict[str, Any]) -> None:
        received.append(event["encodedDataLength"])

    phone.on("Network.loadingFinished", add)
    # Whether it is too slow is told by what was painted when; a busy machine may take its time.
    one.page.goto(path, wait_until="load", timeout=60_000)
    # A font of further letters is asked for by the layout, and may come after the page has loaded:
    # it belongs to this visit, not to the next one.
    one.page.evaluate("document.fonts.ready.then(() => true)")
    one.page.wait_for_timeout(300)
    phone.remove_listener("Network.loadingFinished", add)
    return int(sum(received))
