"""Pictures of a profile in the database: checked again, stored once, not kept for ever."""

from __future__ import annotations

import threading

import pytest

from tests.support.database import Database
from tests.support.jobs import PDF, apply, post
from tests.support.pictures import picture, reduced
from tests.support.profiles import form, refusal


@pytest.mark.parametrize("kind", ["photo", "cover"])
def test_a_picture_in_all_its_sizes(db: Database, kind: str) -> None:
    me = db.alumnus()
    first = db.call("profile_picture_save", me, kind, **reduced(kind)).picture.version
    second = db.call("profile_picture_save", me, kind, **reduced(kind)).picture.version
    assert first != second
    (file,) = form(db, me).files
    assert (file.kind, file.version) == (kind, second)
    assert refusal(db.call, "profile_picture_save", me, "tattoo", **reduced(kind)).field == "kind"
    db.call("profile_picture_remove", me, kind)
    assert form(db, me).files == []
    assert refusal(db.call, "profile_picture_remove", me, kind).status == 404


def test_what_is_no_picture_of_that_size_is_refused_as_a_whole(db: Database) -> None:
    me = db.admin()
    good = reduced("photo")
    for name, bad in (
        ("large", None),
        ("large", b""),
        ("medium", picture((192, 192), "JPEG")),
        ("small", good["medium"]),
        ("large", good["large"][:-1]),
        ("large", good["large"] + b"x"),
        ("small", picture((64, 64), "WEBP", lossless=True)),
        ("medium", b"RIFF" + b"\x00" * 60),
    ):
        refused = refusal(db.call, "profile_picture_save", me, "photo", **{**good, name: bad})
        assert (refused.status, refused.field) == (422, "photo"), name
    assert form(db, me).files == []
    assert refusal(db.call, "profile_picture_save", me, "photo", **reduced("cover")).status == 422


def test_a_cv_is_no_picture_to_remove(db: Database) -> None:
    me = db.student()
    db.call("profile_cv_save", me, PDF, "cv.pdf")
    assert refusal(db.call, "profile_picture_remove", me, "cv").status == 404
    assert form(db, me).files


def files_of(db: Database, person: int) -> int:
    return int(db.value("SELECT COUNT(*) FROM media_files WHERE created_by = %s", person))


def age(db: Database) -> None:
    db.rows("UPDATE media_files SET created_at = created_at - INTERVAL 30 DAY")


def test_the_purge_takes_what_nothing_refers_to(db: Database) -> None:
    me, other, applicant = db.alumnus(), db.student(), db.student()
    db.call("profile_picture_save", me, "photo", **reduced("photo"))
    shared = reduced("photo")
    for person in (me, other):
        db.call("profile_picture_save", person, "photo", **shared)
    application = apply(db, applicant, post(db, me), cv_file=PDF + b"kept")
    assert files_of(db, me) == 6
    db.call("profile_picture_remove", me, "photo")
    db.rows("CALL _expired_purge()")
    assert files_of(db, me) == 6, "young ones stay"
    age(db)
    db.rows("CALL _expired_purge()")
    assert files_of(db, me) == 3, "the other has the same picture"
    assert form(db, other).files
    assert db.call("job_cv_read", applicant, application).file.content == PDF + b"kept"
    db.call("profile_picture_remove", other, "photo")
    db.rows("CALL _expired_purge()")
    assert files_of(db, me) == 0


def test_the_purge_and_an_upload_of_the_same_content_get_along(db: Database) -> None:
    me = db.alumnus()
    same = reduced("photo")
    for _ in range(20):
        db.call("profile_picture_save", me, "photo", **same)
        db.call("profile_picture_remove", me, "photo")
        age(db)
        failed: list[BaseException] = []

        def purge(failed: list[BaseException] = failed) -> None:
            try:
                with db.connect() as client:
                    client.rows("CALL _expired_purge()")
            except BaseException as error:  # noqa: BLE001 - told by the test's thread
                failed.append(error)

        thread = threading.Thread(target=purge)
        thread.start()
        db.call("profile_picture_save", me, "photo", **same)
        thread.join()
        assert failed == []
        stored = db.value(
            "SELECT COUNT(*) FROM profile_files AS f JOIN media_files AS m"
            " ON m.id = f.media_file_id WHERE f.user_id = %s",
            me,
        )
        assert stored == 3
