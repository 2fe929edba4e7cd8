"""Whatever is sent, the answer is a page that says what to do: never a 500."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.accounts import new_email
from tests.support.site import Browser, Site
from tests.support.strange import STRANGE

MEGABYTE = 2**20
FORMS: dict[str, tuple[str, ...]] = {
    "/register": (
        "user_type",
        "first_name",
        "last_name",
        "email",
        "password",
        "confirm_password",
        "phone",
        "gender",
        "degree_id",
        "campus_id",
        "student_id",
        "graduation_year",
        "expected_graduation_year",
        "current_semester",
    ),
    "/login": ("email", "password", "remember", "next"),
    "/forgot-password": ("email",),
    "/confirm": ("email",),
    "/theme": ("theme",),
    "/contact": ("name", "email", "subject", "message", "website", "idempotency_key"),
    "/feedback": ("name", "email", "category", "rating", "message", "website", "idempotency_key"),
}
SAME = (
    ("first_name", "last_name", "phone", "gender", "student_id", "user_type"),
    ("degree_id", "campus_id"),
    ("graduation_year", "expected_graduation_year", "current_semester"),
    ("password", "confirm_password"),
)
"""Fields that the site reads, converts and shows again by the same code. They take turns below.

The database checks each of them by a rule of its own: tests/sql/test_account_inputs.py gives every
text to every parameter of a registration.
"""
REFUSALS = {303, 400, 401, 403, 404, 409, 413, 422, 429}


@pytest.mark.parametrize("path", FORMS)
def test_any_string_in_any_field(browser: Browser, path: str) -> None:
    token = browser.get("/login").values["csrf_token"]
    usual = {
        "user_type": "alumni",
        "first_name": "A",
        "last_name": "B",
        "password": "long enough",
        "confirm_password": "long enough",
        "email": "a@example.org",
    }
    for changes in _changes(FORMS[path]):
        sent = {n: v for n, v in usual.items() if n in FORMS[path]}
        if "email" in sent:
            sent["email"] = new_email()  # nobody's tries are used up
        page = browser.post(path, {**sent, **changes, "csrf_token": token})
        assert page.status in REFUSALS, {field: value[:40] for field, value in changes.items()}
        assert "Traceback" not in page.text
        if page.status == 422:
            assert 'role="alert"' in page.text


def _changes(fields: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield what is typed: each text alone in each kind of field, and all fields strange at once.

    Of the second kind there are so many that every field holds every text once, so that each pair
    is read and shown again in the form, although the database refuses the first of them only.
    """
    together = [tuple(field for field in same if field in fields) for same in SAME]
    alone = [(field,) for field in fields if not any(field in same for same in SAME)]
    for group in filter(None, (*together, *alone)):
        for number, value in enumerate(STRANGE):
            yield {group[number % len(group)]: value}
    for shift in range(len(STRANGE)):
        yield {
            field: STRANGE[(number + shift) % len(STRANGE)] for number, field in enumerate(fields)
        }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    values=st.dictionaries(
        st.sampled_from(FORMS["/register"]), st.text(max_size=60) | st.binary(max_size=60)
    ),
    path=st.sampled_from(sorted(FORMS)),
)
def test_any_bytes_in_any_fields(
    browser: Browser, values: dict[str, str | bytes], path: str
) -> None:
    token = browser.get("/login").values["csrf_token"]
    body = "&".join(
        f"{name}={''.join(f'%{byte:02x}' for byte in _bytes(value))}"
        for name, value in values.items()
    )
    page = browser.post(path, f"{body}&csrf_token={token}".encode(), **_URLENCODED)
    assert page.status in REFUSALS


_URLENCODED = {"Content-Type": "application/x-www-form-urlencoded"}


def _bytes(value: str | bytes) -> bytes:
    return value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("path", "visitors", "students"),
    [
        ("/jobs/99999999999999999999", 404, 404),
        ("/jobs/0", 404, 404),
        ("/jobs/-1", 404, 404),
        ("/jobs/x", 404, 404),
        ("/jobs/1.5", 404, 404),
        # Bottle leaves out bytes that are no UTF-8: this is the home page.
        ("/%ff%fe", 200, 200),
        ("/jobs/%00", 404, 404),
        ("/nothing", 404, 404),
        ("//evil.example/", 404, 404),
        ("/confirm", 200, 200),
        ("/static/app.css", 404, 404),
        ("/static/%ff", 404, 404),
        ("/static/../app.py", 404, 404),
        ("/static/..%2fapp.py", 404, 404),
        ("/download/cv/999999999", 303, 404),
        ("/a" * 2000, 404, 404),
        ("/applications/999999999999999999", 303, 404),
        ("/reset-password/%ff", 404, 404),
        ("/jobs?search=%ff", 400, 400),
        ("/jobs?after=nonsense", 303, 400),
        ("/jobs?salary_min=much", 303, 422),
        ("/jobs?sort=sideways&type=x&level=y", 303, 422),
        ("/jobs?search=" + "x" * 2000, 303, 422),
        ("/login?next=%ff", 400, 400),
        ("/confirm/%f0%9f%98%80", 200, 200),
    ],
)
@pytest.mark.parametrize("role", ["visitor", "student"])
def test_any_address(
    site: Site, browser: Browser, path: str, visitors: int, students: int, role: str
) -> None:
    if role == "student":
        browser.signed_in(site.db.student())
    # httpx would tidy the address up.
    page = browser.get(httpx.URL(site.url, raw_path=path.encode("latin-1")))  # type: ignore[arg-type]
    assert page.status == (students if role == "student" else visitors)
    assert "Traceback" not in page.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "POST"])
def test_a_method_that_does_not_fit(browser: Browser, method: str) -> None:
    token = browser.get("/login").values["csrf_token"]
    page = browser.http.request(
        method, "/jobs", data={"csrf_token": token}, headers=browser.headers
    )
    assert page.status_code == 405
    assert page.headers["Allow"]
    assert "accept this kind of request" in page.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Cookie": "alumni_session=\xff\xfe; alumni_visitor=; theme=;;;==,"},
        {"Cookie": "alumni_session=" + "a" * 5000},
        {"Cookie": 'alumni_flash=bm8.bm8; alumni_visitor="x\\'},
        {"X-Request-Id": "short"},
        {"X-Request-Id": "a" * 65},
        {"X-Request-Id": "\xff" * 10},
        {"Accept": "\xff"},
        {"Accept-Language": "," * 500},
        {"X-Forwarded-For": "1.2.3.4"},
        {"Host": "evil.example"},
        {"Host": "["},
        {"Referer": "http://["},
        {"If-None-Match": "\xff"},
        {"Range": "bytes=9-1"},
        {"User-Agent": "\xff" * 2000},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_junk_in_headers(browser: Browser, headers: dict[str, str]) -> None:
    sent: Any = {name: value.encode("latin-1") for name, value in headers.items()}
    for path, status in (("/", 200), ("/login", 200), ("/nothing", 404)):
        page = browser.http.get(path, headers=sent)
        assert page.status_code == status, page.text
        assert 8 <= len(page.headers["X-Request-Id"]) <= 64


@pytest.mark.parametrize("name", ["Origin", "Referer", "Sec-Fetch-Site", "Content-Type"])
@pytest.mark.parametrize("value", ["http://[", "\xff\xfe", "null", "multipart/form-data", "; ="])
def test_junk_in_the_headers_of_a_form(browser: Browser, name: str, value: str) -> None:
    token = browser.get("/login").values["csrf_token"]
    page = browser.post(
        "/theme",
        f"csrf_token={token}&theme=dark".encode(),
        **{**_URLENCODED, name: value.encode("latin-1")},  # type: ignore[arg-type]
    )
    assert page.status in {303, 400, 403}


def _part(disposition: bytes, header: bytes = b"X: y", content: bytes = b"a") -> bytes:
    head = b"--x\r\nContent-Disposition: form-data" + disposition + b"\r\n" + header
    return head + b"\r\n\r\n" + content + b"\r\n--x--\r\n"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--x",
        b"--x\r\n",
        b"--x--\r\nmore",
        b"--x\r\n\r\nno header\r\n--x--\r\n",
        _part(b""),
        _part(b"; name=a")[:-2],
        _part(b"; name=a", b"Content-Length: abc"),
        _part(b"; name=theme", b"Content-Type: text/plain; charset=nonsense"),
        _part(b"; name=csrf_token", b"Content-Type: x; charset=unicode_escape", b"\\ud800"),
        _part(b"; name=theme", content=b"\xff\xfe"),
        _part(b'; name=csrf_token; filename="a"'),
    ],
)
def test_a_malformed_multipart_body(browser: Browser, body: bytes) -> None:
    page = browser.post("/theme", body, Content_Type="multipart/form-data; boundary=x")
    assert page.status in {400, 403}


def test_many_fields_and_a_long_one(browser: Browser) -> None:
    token = browser.get("/login").values["csrf_token"]
    many = f"csrf_token={token}&" + "&".join(f"f{number}=1" for number in range(900))
    assert browser.post("/theme", many.encode(), **_URLENCODED).status == 303
    long = f"csrf_token={token}&email=" + "x" * 500_000
    assert browser.post("/forgot-password", long.encode(), **_URLENCODED).status == 422


KNOWN = b"Cookie: alumni_visitor=" + b"v" * 24 + b"\r\n"
"""A browser that has been here before: others are refused before their bodies are looked at."""


def _raw(site: Site, request: bytes) -> bytes:
    """Send bytes and say that no more will come; return what is answered."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while part := connection.recv(65536):
            answer += part
        return answer


def test_a_body_that_breaks_off(site: Site) -> None:
    answer = _raw(
        site,
        b"POST /login HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nContent-Length: 500\r\n"
        + KNOWN
        + b"Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=a",
    )
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"interrupted" in answer


@pytest.mark.parametrize("length", [b"abc", b"-1", b"1e3", b"\xb2", b"9" * 5000])
def test_a_length_that_is_none(site: Site, length: bytes) -> None:
    answer = _raw(
        site,
        b"POST /login HTTP/1.1\r\nHost: x\r\n" + KNOWN + b"Content-Length: " + length + b"\r\n\r\n",
    )
    assert answer.split(b" ")[1] == b"400", answer


def test_no_request_at_all(site: Site, browser: Browser) -> None:
    for junk in (b"\x00\x01\x02", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01" * 50):
        answer = _raw(site, junk)
        assert not answer or answer.split(b" ")[1] in {b"400", b"505"}
    assert browser.get("/healthz").status == 200


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"x" * (18 * MEGABYTE), "This form is too long."),
        (b"a=&" * 200_000, "This form is too long."),
        (b"a=&" * 2_000, "This form has too many fields."),
    ],
)
def test_a_form_that_is_too_large(browser: Browser, body: bytes, sentence: str) -> None:
    browser.get("/login")
    page = browser.post("/login", body, **_URLENCODED)
    assert page.status == 413
    assert sentence in page.text


def test_a_file_form_with_too_many_parts(browser: Browser) -> None:
    browser.signed_in(browser.site.db.alumnus())
    browser.get("/feed")
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    page = browser.post("/feed", part * 1_100 + b"--x--\r\n", **kind)
    assert page.status == 413
    assert "This form has too many fields." in page.text
    # A form with a file may be large, one that only says so may not.
    page = browser.post("/feed", b"a=&" * 200_000, **_URLENCODED)
    assert (page.status, "too long" in page.text) == (413, True)


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; xboundary=zzz; boundary=x",
        "multipart/form-data; boundary=zzz; boundary=x",
        "multipart/form-data",
        "multipart/mixed; boundary=x",
        'multipart/form-data; boundary="x',
    ],
)
def test_a_boundary_that_is_read_in_two_ways(browser: Browser, kind: str) -> None:
    browser.get("/login")
    assert browser.post("/login", b"--x--\r\n", **{"Content-Type": kind}).status == 400


@pytest.mark.parametrize(
    "kind", ["multipart/form-data; BOUNDARY=x", 'Multipart/Form-Data;boundary="x"']
)
def test_parts_are_counted_however_the_boundary_is_written(browser: Browser, kind: str) -> None:
    browser.signed_in(browser.site.db.alumnus())
    browser.get("/feed")
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
    page = browser.post("/feed", part * 1_100 + b"--x--\r\n", **{"Content-Type": kind})
    assert (page.status, "too many fields" in page.text) == (413, True)


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/login", b"", b"403"),
        ("/login", KNOWN + b"Origin: https://evil.example\r\n", b"403"),
        ("/login", KNOWN + b"Sec-Fetch-Site: cross-site\r\n", b"403"),
        ("/no-such-page", KNOWN, b"404"),
        ("/dashboard", KNOWN, b"405"),
        ("/login", KNOWN, b"413"),
        ("/feed", KNOWN, b"401"),
        ("/feed", KNOWN.replace(b"\r\n", b"; alumni_session=" + b"s" * 43 + b"\r\n"), b"401"),
    ],
)
def test_a_body_that_nobody_wants_is_not_read(
    site: Site, path: str, headers: bytes, status: bytes
) -> None:
    """The answer comes before a byte of the body is sent."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=20) as connection:
        connection.sendall(
            b"POST " + path.encode() + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n"
            b"Content-Length: 16000000\r\nContent-Type: multipart/form-data; boundary=x\r\n"
            + headers
            + b"\r\n"
        )
        assert connection.recv(65536).split(b" ")[1] == status


def test_a_body_of_unknown_length(browser: Browser) -> None:
    browser.get("/login")
    page = browser.http.post("/login", content=iter([b"email=a"]), headers=browser.headers)
    assert page.status_code == 411
