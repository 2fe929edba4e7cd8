"""Editing one's own profile as people do it: with and without JavaScript, and by old clients."""

from __future__ import annotations

import io
import re
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from tests.support.pictures import picture
from tests.support.site import Browser, Page, Site

EDIT = "/profile/edit"
HTMX = {"HX_Request": "true"}


class Person:
    """Somebody with a browser."""

    def __init__(self, site: Site, role: str) -> None:
        self.db = site.db
        self.id = site.db.person(role, "Ada", "Byron")
        self.browser: Browser = site.browser().signed_in(self.id)

    def send(self, path: str, fields: dict[str, Any], files: Any = None, **headers: str) -> Page:
        """Send a form of the page."""
        token = self.browser.get(EDIT).values["csrf_token"]
        return self.browser.post(path, {"csrf_token": token, **fields}, files=files, **headers)

    @property
    def form(self) -> Any:
        """What the database has."""
        return self.db.call("profile_form_read", self.id)


@pytest.fixture
def alumna(site: Site) -> Person:
    """Return an alumna."""
    return Person(site, "alumni")


@pytest.fixture
def student(site: Site) -> Person:
    """Return a student."""
    return Person(site, "student")


def test_a_client_that_knows_the_missions_fields_erases_nothing_else(alumna: Person) -> None:
    alumna.db.call(
        "profile_edit",
        alumna.id,
        industry="Steel",
        location="Porto",
        is_mentor=1,
        website_url="https://ada.org",
        date_of_birth="1990-01-01",
    )
    sent = {
        "first_name": "Augusta",
        "last_name": "King",
        "phone": "+44 20 7946 0000",
        "bio": "First\r\nprogrammer 😀 <b>",
        "linkedin_url": "https://linkedin.com/in/ada",
        "current_job_title": "Analyst",
        "current_company": "Engine & Co",
        "skills": "SQL, Poetry",
        "show_phone": "on",
    }
    page = alumna.send(EDIT, sent, files={"profile_photo": ("me.png", picture(kind="PNG"), "x")})
    assert (page.status, page.location) == (303, f"{EDIT}#details")
    stored = alumna.form
    assert stored.profile.bio == "First\nprogrammer 😀 <b>"
    assert {
        name: stored.profile[name] for name in sent if name not in ("bio", "skills", "show_phone")
    } == {
        name: value for name, value in sent.items() if name not in ("bio", "skills", "show_phone")
    }
    assert stored.profile.industry == "Steel"
    assert stored.profile.website_url == "https://ada.org"
    assert stored.profile.is_mentor == 1
    assert [row.skill for row in stored.skills] == ["Poetry", "SQL"]
    assert {row.field: row.audience for row in stored.privacy}["phone"] == "members"
    assert [file.kind for file in stored.files] == ["photo"]
    assert "&lt;b&gt;" in alumna.browser.get(EDIT).text


def test_a_student_sends_also_birth_nationality_and_gender(student: Person) -> None:
    sent = {
        "first_name": "Sam",
        "last_name": "S",
        "date_of_birth": "2003-04-05",
        "nationality": "Irish",
        "gender": "other",
        "phone": "",
    }
    assert student.send(EDIT, sent).status == 303
    profile = student.form.profile
    assert (str(profile.date_of_birth), profile.nationality, profile.gender, profile.phone) == (
        "2003-04-05",
        "Irish",
        "other",
        None,
    )


def test_the_page_saved_as_it_is_changes_nothing(alumna: Person) -> None:
    alumna.db.call(
        "profile_edit",
        alumna.id,
        bio="Hello",
        phone="12 34 56",
        graduation_year=2001,
        gender="female",
        is_mentor=1,
    )
    before = alumna.form.profile
    found = alumna.browser.get(EDIT)
    assert found.round_trips == 1
    names = (
        "first_name",
        "last_name",
        "phone",
        "bio",
        "industry",
        "location",
        "is_mentor",
        "linkedin_url",
        "date_of_birth",
    )
    assert alumna.send(EDIT, {name: found.values[name] for name in names}).status == 303
    assert alumna.form.profile == before


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"first_name": ""}, "first_name"),
        ({"last_name": "x" * 81}, "last_name"),
        ({"bio": "a\x00b"}, "bio"),
        ({"date_of_birth": "tomorrow"}, "date_of_birth"),
        ({"graduation_year": "MMX"}, "graduation_year"),
        ({"linkedin_url": "javascript:alert(1)"}, "linkedin_url"),
        ({"phone": "📞"}, "phone"),
    ],
)
def test_a_refused_value_is_shown_beside_its_field(
    alumna: Person, fields: dict[str, str], field: str
) -> None:
    before = alumna.form.profile
    page = alumna.send(EDIT, {"industry": "Typed <i>", **fields})
    assert page.status == 422
    assert field in page.errors
    assert page.values["industry"] == "Typed <i>", "what was typed is kept"
    assert page.values["first_name"] == fields.get("first_name", "Ada"), "the rest as stored"
    assert alumna.form.profile == before


LISTS: list[tuple[str, str, dict[str, str], str]] = [
    ("alumni", "skills", {"skill": "Fencing", "proficiency": "expert"}, "skill"),
    (
        "alumni",
        "work",
        {"job_title": "Clerk", "company": "A & B", "start_date": "2020-01-01"},
        "job_title",
    ),
    ("alumni", "achievements", {"kind": "patent", "title": "Loom <1>"}, "title"),
    ("alumni", "degrees", {"degree_id": "", "title": "MSc", "institution": "ETH"}, "title"),
    ("student", "projects", {"title": "Loom", "url": "https://loom.org"}, "title"),
    ("student", "links", {"label": "Code", "url": "https://code.org"}, "url"),
    ("alumni", "former_names", {"name": "Milbanke"}, "name"),
]


@pytest.mark.parametrize("way", ["plain", "htmx"])
@pytest.mark.parametrize(("role", "name", "fields", "required"), LISTS, ids=[c[1] for c in LISTS])
def test_a_list_is_edited_in_place(
    site: Site, role: str, name: str, fields: dict[str, str], required: str, way: str
) -> None:
    me = Person(site, role)
    headers = HTMX if way == "htmx" else {}

    def done(page: Page) -> None:
        if way == "plain":
            assert (page.status, page.location) == (303, f"{EDIT}#{name}")
        else:
            assert page.status == 200
            assert page.text.lstrip().startswith(f'<section id="{name}"')
            assert 'id="completeness"' in page.text
            assert "<html" not in page.text

    refused = me.send(f"{EDIT}/{name}", {**fields, required: ""}, **headers)
    assert refused.status == 422
    assert refused.errors.keys() == {f"{name}_new_{required}"}
    assert ("<html" in refused.text) == (way == "plain")
    others = {
        key: value
        for key, value in fields.items()
        if key not in (required, "proficiency", "kind", "degree_id")
    }
    for key, value in others.items():
        assert refused.values[key] == value or value in refused.text, "what was typed is kept"
    assert getattr(me.form, name) == []

    done(me.send(f"{EDIT}/{name}", fields, **headers))
    (row,) = getattr(me.form, name)
    done(me.send(f"{EDIT}/{name}/{row.id}", fields, **headers))
    assert [one.id for one in getattr(me.form, name)] == [row.id]
    done(me.send(f"{EDIT}/{name}/{row.id}/remove", {}, **headers))
    assert getattr(me.form, name) == []
    done(me.send(f"{EDIT}/{name}/{row.id}/remove", {}, **headers))


def test_the_same_form_sent_twice_is_one_entry(alumna: Person) -> None:
    fields = {"job_title": "A", "company": "B", "start_date": "2020-01-01", "idempotency_key": "k"}
    for _ in range(2):
        assert alumna.send(f"{EDIT}/work", fields).status == 303
    assert len(alumna.form.work) == 1


def test_nobody_edits_somebody_elses(site: Site, alumna: Person, student: Person) -> None:
    other = Person(site, "alumni")
    alumna.send(f"{EDIT}/achievements", {"kind": "award", "title": "Prize"})
    (row,) = alumna.form.achievements
    path = f"{EDIT}/achievements/{row.id}"
    assert other.send(path, {"kind": "award", "title": "Mine"}).status == 404
    assert other.send(f"{path}/remove", {}).status == 303
    assert student.send(path, {"kind": "award", "title": "Mine"}).status == 403
    assert alumna.form.achievements == [row]
    assert alumna.send(f"/achievements/{row.id}/verify", {"is_verified": "1"}).status == 403
    office = Person(site, "admin")
    assert office.send(f"/achievements/{row.id}/verify", {"is_verified": "1"}).status == 303
    assert alumna.form.achievements[0].verified_at
    assert alumna.send(f"{EDIT}/secrets", {}).status == 404


def test_visitors_sign_in_first(browser: Browser) -> None:
    page = browser.get(EDIT)
    assert (page.status, page.location) == (303, "/login?next=%2Fprofile%2Fedit")


def test_the_office_edits_a_small_profile(site: Site) -> None:
    office = Person(site, "admin")
    page = office.send(
        EDIT,
        {
            "first_name": "Olga",
            "last_name": "O",
            "bio": "none here",
            "current_job_title": "Registrar",
            "phone": "12 34",
            "skills": "none",
            "show_phone": "1",
        },
    )
    assert page.status == 303
    assert office.form.profile.current_job_title == "Registrar"
    assert "Save privacy settings" not in office.browser.get(EDIT).text
    assert office.send(f"{EDIT}/work", {"job_title": "A"}).status == 403


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_who_sees_what(alumna: Person, headers: dict[str, str]) -> None:
    sent = {"phone": "alumni", "email": "members", "visits": "members"}
    assert alumna.send(f"{EDIT}/privacy", sent, **headers).status == (200 if headers else 303)
    shown = {row.field: row.audience for row in alumna.form.privacy}
    assert (shown["phone"], shown["email"]) == ("alumni", "members")
    chosen = alumna.db.rows("SELECT field FROM privacy_settings WHERE user_id = %s", alumna.id)
    assert {row.field for row in chosen} == {"phone", "email"}, "a default is no choice"
    for refused in ({"phone": "nobody"}, {"soul": "members"}):
        assert alumna.send(f"{EDIT}/privacy", refused, **headers).status == 422


def photo(person: Person, name: str, content: bytes, kind: str = "photo") -> Page:
    return person.send(f"{EDIT}/{kind}", {}, files={kind: (name, content, "image/jpeg")})


def stored(person: Person, kind: str, width: int) -> Image.Image:
    content = person.db.value(
        "SELECT m.content FROM profile_files AS f JOIN media_files AS m ON m.id = f.media_file_id"
        " WHERE f.user_id = %s AND f.kind = %s AND f.width = %s",
        person.id,
        kind,
        width,
    )
    return Image.open(io.BytesIO(content))


def test_a_picture_is_reduced_turned_and_stripped(student: Person) -> None:
    # Left half red, right half blue; the camera was turned: it is to be shown upside down.
    original = Image.new("RGB", (400, 400), "red")
    original.paste("blue", (200, 0, 400, 400))
    exif = Image.Exif()
    exif[0x0112] = 3
    exif[0x010F] = "SecretCamera"
    file = io.BytesIO()
    original.save(file, "JPEG", exif=exif, comment=b"SecretPlace")
    assert photo(student, "Me Ü.JPG", file.getvalue()).status == 303
    for width in (64, 192, 512):
        found = stored(student, "photo", width)
        assert (found.format, found.size) == ("WEBP", (width, width))
        assert not found.getexif()
        red, _, blue = found.convert("RGB").crop((0, 0, 9, 9)).resize((1, 1)).tobytes()
        assert blue > 200 > 50 > red, "turned"
    raw = student.db.value(
        "SELECT GROUP_CONCAT(content SEPARATOR '') FROM media_files WHERE created_by = %s",
        student.id,
    )
    assert b"Secret" not in bytes(raw)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "RGB"])
def test_every_kind_of_png(alumna: Person, mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (37, 1000)).save(file, "PNG")
    assert photo(alumna, "a.png", file.getvalue(), "cover").status == 303
    assert stored(alumna, "cover", 1280).size == (1280, 320)


def bomb(width: int = 65_000, height: int = 65_000) -> bytes:
    """Return a PNG of a few bytes that says it has 4 gigapixels, or another size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(name + data))
        return struct.pack(">I", len(data)) + name + data + crc

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\x00" * 10_000))
        + chunk(b"IEND", b"")
    )


def test_what_is_no_good_picture_is_refused_in_words(alumna: Person) -> None:
    jpeg, png = picture((600, 600)), picture((600, 600), "PNG")
    half = len(jpeg) // 2
    svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    for name, content in (
        ("a.png", jpeg),
        ("a.jpg", png),
        ("a.gif", picture(kind="GIF")),
        ("a.jpg", jpeg[:half]),
        ("a.png", png[:-40]),
        ("a.png", bomb()),
        ("a.png", bomb(1, 50_000_000)),
        ("a.png", bomb(50_000_000, 1)),
        ("a.jpg", b"\xff\xd8\xff" + b"\x00" * 99),
        ("a.svg", svg),
        ("a.jpg", svg),
        ("a.png", b""),
        ("jpg", jpeg),
        ("a.webp", jpeg),
        ("a.jpg", picture((8000, 7000))),
    ):
        page = photo(alumna, name, content)
        assert page.status == 422, (name, len(content))
        assert page.errors.keys() == {"photo"}, name
    assert alumna.send(f"{EDIT}/photo", {}).status == 422
    assert alumna.form.files == []
    # The picture is refused before anything of the form is saved.
    page = alumna.send(EDIT, {"first_name": "New"}, files={"profile_photo": ("a.png", jpeg, "x")})
    assert page.status == 422
    assert alumna.form.profile.first_name == "Ada"


def test_files_are_removed(student: Person) -> None:
    photo(student, "a.jpg", picture())
    photo(student, "a.jpg", picture(), "cover")
    pdf = b"%PDF-1.7\n%%EOF\n"
    cv = student.send(f"{EDIT}/cv", {}, files={"cv_file": ("Ü.pdf", pdf, "application/pdf")})
    assert cv.status == 303
    assert [file.kind for file in student.form.files] == ["photo", "cover", "cv"]
    assert re.search(r"Current file: Ü\.pdf", student.browser.get(EDIT).text)
    bad = student.send(f"{EDIT}/cv", {}, files={"cv_file": ("a.pdf", b"GIF89a", "x")})
    assert bad.errors.keys() == {"cv_file"}
    for kind in ("photo", "cover", "cv", "cv"):
        assert student.send(f"{EDIT}/{kind}/remove", {}).status == 303
    assert student.form.files == []
