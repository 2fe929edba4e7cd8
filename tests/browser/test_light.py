"""How little a page weighs, how little has to come before it shows, and that it stands still.

Counts only: how long something takes is a matter of the machine and of what else it does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.browser import Tab

FIRST_VISIT = 100_000
LATER_VISIT = 15_000
# The office's charts need a library: on its first visit only.
FIRST_VISIT_OF_CHARTS = 190_000
# A tired mobile network: fonts and pictures come after the text, and must not move it.
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 90_000,
}
# What comes before anything shows: the page, and what it names as needed for that.
BEFORE_IT_SHOWS = 30_000
BLOCKING_FILES = 3
# What a slow phone has to work through.
ELEMENTS = 2_000
LAYOUTS = 20
# The office's charts each ask for their room.
LAYOUTS_WITH_CHARTS = 40
SHIFT_AT_MOST = 0.02
VITALS = """() => new Promise((resolve) => {
    const found = { paint: 0, shift: 0, elements: document.querySelectorAll("*").length };
    const files = performance.getEntriesByType("resource");
    const blocking = files.filter((one) => one.renderBlockingStatus === "blocking");
    found.blocking = blocking.map((one) => new URL(one.name).pathname);
    found.before = [...performance.getEntriesByType("navigation"), ...blocking]
        .reduce((sum, one) => sum + one.transferSize, 0);
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
        one.become(one.site.db.value("SELECT id FROM users WHERE email = %s", email))
    phone = one.context.new_cdp_session(one.page)
    phone.send("Network.enable")
    phone.send("Performance.enable")
    phone.send("Network.emulateNetworkConditions", NETWORK)
    first = _bytes_of(one, phone, path)
    vitals = one.page.evaluate(VITALS)
    metrics = {one["name"]: one["value"] for one in phone.send("Performance.getMetrics")["metrics"]}
    later = _bytes_of(one, phone, path)
    print(f"{path}: {first} bytes, then {later}; {vitals}; {metrics['LayoutCount']} layouts")
    assert first < (FIRST_VISIT_OF_CHARTS if path == "/admin" else FIRST_VISIT)
    assert later < LATER_VISIT
    assert vitals["shift"] < SHIFT_AT_MOST
    assert vitals["paint"] > 0
    assert len(vitals["blocking"]) <= BLOCKING_FILES, vitals["blocking"]
    assert 0 < vitals["before"] < BEFORE_IT_SHOWS
    assert vitals["elements"] < ELEMENTS
    assert metrics["LayoutCount"] < (LAYOUTS_WITH_CHARTS if path == "/admin" else LAYOUTS)


def _bytes_of(one: Tab, phone: Any, path: str) -> int:
    """Open a page; return how many bytes came over the wire, headers included."""
    received: list[float] = []
    under_way: set[str] = set()

    def begin(event: dict[str, Any]) -> None:
        # The stream of what is new stays open.
        if event["type"] != "EventSource":
            under_way.add(event["requestId"])

    def finish(event: dict[str, Any]) -> None:
        under_way.discard(event["requestId"])
        received.append(event.get("encodedDataLength", 0))

    listeners = {
        "Network.requestWillBeSent": begin,
        "Network.loadingFinished": finish,
        "Network.loadingFailed": finish,
    }
    for name, listener in listeners.items():
        phone.on(name, listener)
    one.page.goto(path, wait_until="load")
    # A font of further letters is asked for by the layout, and may come after the page has loaded:
    # it belongs to this visit, not to the next one.
    one.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    while under_way:
        one.page.wait_for_timeout(20)
    for name, listener in listeners.items():
        phone.remove_listener(name, listener)
    return int(sum(received))
