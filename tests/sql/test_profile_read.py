"""Profiles as they are read: what is on them, who finds them, how views and follows count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.database import Client, Database, Refused
from tests.support.profiles import (
    add_achievement,
    add_file,
    add_skill,
    add_work,
    campus,
    follow,
    set_audience,
    set_profile,
)
from tests.support.races import at_once, states


def status_of(client: Client, name: str, *arguments: object) -> int:
    with pytest.raises(Refused) as refused:
        client.call(name, *arguments)
    return refused.value.status


def views_of(db: Database, user_id: int) -> int:
    """Return the counter, which equals the rows."""
    table = "alumni" if db.value("SELECT role_of(%s)", user_id) == "alumni" else "student"
    count = db.value(f"SELECT views_count FROM {table}_profiles WHERE user_id = %s", user_id)
    rows = db.value("SELECT COUNT(*) FROM profile_views WHERE profile_user_id = %s", user_id)
    assert count == rows
    return int(count)


def test_an_alumnus_with_everything(db: Database) -> None:
    owner, reader = db.alumnus("José 😀", "<O'Brien>"), db.student()
    here = campus(db, "Read North")
    set_profile(
        db,
        owner,
        current_job_title="Engineer",
        current_company="AT&T",
        industry="Telecom",
        location="Porto",
        bio="**Hi**",
        campus_id=here,
        graduation_year=2015,
        linkedin_url="https://linkedin.example/j",
        is_mentor=1,
    )
    add_work(db, owner, "Old", "A", start_date="2015-01-01", end_date="2015-12-31")
    add_work(db, owner, "Now", "C", start_date="2019-03-01")
    add_work(db, owner, "Mid", "B", start_date="2016-01-01", end_date="2019-02-01")
    add_achievement(db, owner, "Undated")
    add_achievement(db, owner, "Older", achieved_on="2017-01-01")
    add_achievement(db, owner, "Newer", achieved_on="2020-01-01", verified_at="2020-02-01")
    add_skill(db, owner, "Python", "beginner")
    add_skill(db, owner, "SQL", "expert")
    add_skill(db, owner, "Java", "advanced")
    add_skill(db, owner, "Machine Learning", "intermediate")
    db.rows(
        "INSERT INTO alumni_degrees (alumni_profile_id, title, institution, graduation_year)"
        " SELECT id, 'MBA', 'Elsewhere', 2018 FROM alumni_profiles WHERE user_id = %s",
        owner,
    )
    db.rows("INSERT INTO former_names (user_id, name) VALUES (%s, 'Smith')", owner)
    db.rows(
        "INSERT INTO profile_links (user_id, label, url) VALUES (%s, 'Blog', 'https://b.example')",
        owner,
    )
    page = db.call("profile_read", reader, owner)
    person = page.person
    assert person.name == "José 😀 <O'Brien>"
    assert (person.directory, person.headline, person.company) == ("alumni", "Engineer", "AT&T")
    assert (person.campus, person.year, person.is_mentor) == ("Read North", 2015, 1)
    assert (person.is_mine, person.is_followed, person.views_count) == (0, 0, None)
    assert (person.email, person.phone, person.date_of_birth) == (None, None, None)
    assert (person.can_see_email, person.can_see_work_history) == (0, 1)
    assert [row.job_title for row in page.work] == ["Now", "Mid", "Old"]
    assert page.work[1].months_count == 38
    assert page.work[2].months_count == 12
    assert [row.title for row in page.achievements] == ["Newer", "Older", "Undated"]
    assert [row.is_verified for row in page.achievements] == [1, 0, 0]
    assert [(row.name, row.proficiency_level) for row in page.skills] == [
        ("SQL", "expert"),
        ("Java", "advanced"),
        ("Machine Learning", "intermediate"),
        ("Python", "beginner"),
    ]
    assert page.degrees[0].institution == "Elsewhere"
    assert page.former_names[0].name == "Smith"
    assert page.links[0].url == "https://b.example"
    assert page.projects == []
    assert page.history is None


def test_a_student_and_what_stays_of_one(db: Database) -> None:
    student, reader = db.student("Sam", "Becomes"), db.alumnus()
    here = campus(db, "Read South")
    set_profile(
        db,
        student,
        campus_id=here,
        current_semester=5,
        cgpa="3.40",
        nationality="Kenyan",
        expected_graduation_year=2028,
    )
    db.rows(
        "INSERT INTO student_projects (student_profile_id, title)"
        " SELECT id, 'Robot' FROM student_profiles WHERE user_id = %s",
        student,
    )
    page = db.call("profile_read", reader, student)
    assert page.person.directory == "students"
    assert (page.person.current_semester, str(page.person.cgpa)) == (5, "3.40")
    assert (page.person.year, page.person.nationality) == (2028, "Kenyan")
    assert [row.title for row in page.projects] == ["Robot"]
    assert page.history is None

    email = db.value("SELECT email FROM users WHERE id = %s", student)
    db.call("user_role_set", None, email, "alumni")
    page = db.call("profile_read", reader, student)
    assert page.person.directory == "alumni"
    assert page.person.cgpa is None, "of a graduate the student years are a fact, not the marks"
    assert page.history.campus == "Read South"
    assert [row.title for row in page.projects] == ["Robot"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE users SET status = 'blocked' WHERE id = %s",
        "UPDATE users SET status = 'pending' WHERE id = %s",
        "UPDATE users SET status = 'rejected' WHERE id = %s",
        "UPDATE users SET is_deleted = 1, deleted_at = UTC_TIMESTAMP() WHERE id = %s",
        "INSERT INTO privacy_settings (user_id, field, audience) VALUES (%s, 'profile', 'only_me')",
    ],
)
def test_who_is_not_there_is_like_who_never_was(db: Database, change: str) -> None:
    owner, reader = db.alumnus(), db.student()
    assert db.call("profile_read", reader, owner).person.id == owner
    db.rows(change, owner)
    never: dict[tuple[str, int | None], tuple[int, str]] = {}
    for person in (owner, 999_999_999, None):
        for name in ("profile_read", "profile_open", "person_follow", "profile_cv_read"):
            for actor in (reader, None):
                with pytest.raises(Refused) as refused:
                    db.call(name, actor, person)
                said = (refused.value.status, refused.value.message)
                assert said == never.setdefault((name, actor), said)
                assert refused.value.status == (404 if actor else 401)
    if "deleted" in change:
        assert status_of(db, "profile_read", db.admin(), owner) == 404
    else:
        assert db.call("profile_read", db.admin(), owner).person.id == owner


def test_staff_have_no_profile(db: Database) -> None:
    admin = db.admin()
    for actor in (admin, db.alumnus()):
        assert status_of(db, "profile_read", actor, admin) == 404
        assert status_of(db, "profile_open", actor, admin) == 404
    assert status_of(db, "person_follow", db.student(), admin) == 404
    assert status_of(db, "profile_view_as", admin, "visitor") == 404
    assert status_of(db, "profile_visitors", admin) == 404


def test_a_profile_for_everyone_is_for_visitors_too(db: Database) -> None:
    owner = db.alumnus()
    set_audience(db, owner, "profile", "everyone")
    page = db.call("profile_open", None, owner)
    assert page.person.id == owner
    assert (page.person.is_mine, page.person.is_followed) == (0, 0)
    assert (page.person.email, page.work) == (None, [])
    assert views_of(db, owner) == 0, "nobody knows who a visitor is"


def test_a_view_counts_once_a_viewer_and_day(db: Database) -> None:
    for owner in (db.alumnus(), db.student()):
        first, second = db.student(), db.alumnus()
        for viewer in (first, first, second, owner, first):
            db.call("profile_open", viewer, owner)
        assert views_of(db, owner) == 2
        db.call("profile_read", db.alumnus(), owner)
        assert views_of(db, owner) == 2, "reading is not opening"
        db.rows(
            "UPDATE profile_views SET viewed_on = viewed_on - INTERVAL 1 DAY"
            " WHERE profile_user_id = %s",
            owner,
        )
        db.call("profile_open", first, owner)
        assert views_of(db, owner) == 3
        assert db.call("profile_read", owner, owner).person.views_count == 3


def test_a_blocked_viewer_sees_as_a_visitor_and_does_not_count(db: Database) -> None:
    owner, viewer = db.alumnus(), db.student()
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", viewer)
    assert status_of(db, "profile_open", viewer, owner) == 401
    set_audience(db, owner, "profile", "everyone")
    db.call("profile_open", viewer, owner)
    assert views_of(db, owner) == 0
    assert status_of(db, "person_follow", viewer, owner) == 401


def opening(viewer: int, owner: int) -> Callable[[Client], object]:
    return lambda client: client.call("profile_open", viewer, owner)


def following(fan: int, owner: int) -> Callable[[Client], object]:
    return lambda client: client.call("person_follow", fan, owner)


def test_views_at_the_same_time(db: Database) -> None:
    for _ in range(5):
        one, two, viewer = db.alumnus(), db.alumnus(), db.student()
        acts = [*[opening(viewer, one)] * 3, opening(two, one), opening(one, two)]
        assert states(at_once(db, *acts)) == {"": 5}
        assert (views_of(db, one), views_of(db, two)) == (2, 1)


def test_a_view_that_cannot_be_counted_leaves_nothing(db: Database) -> None:
    owner, viewer = db.alumnus(), db.student()
    db.rows("UPDATE alumni_profiles SET views_count = 4294967295 WHERE user_id = %s", owner)
    with pytest.raises(Exception, match="Out of range"):
        db.call("profile_open", viewer, owner)
    rows = db.value("SELECT COUNT(*) FROM profile_views WHERE profile_user_id = %s", owner)
    assert rows == 0


def test_following(db: Database) -> None:
    owner, fan = db.alumnus(), db.student()
    set_audience(db, fan, "email", "people_i_follow")
    assert db.call("profile_read", owner, fan).person.email is None
    for _ in range(2):
        row = db.call("person_follow", fan, owner).person
        assert (row.id, row.directory, row.is_followed) == (owner, "alumni", 1)
    assert db.call("profile_read", fan, owner).person.is_followed == 1
    assert db.call("profile_read", owner, fan).person.is_followed == 0
    assert db.call("profile_read", owner, fan).person.email is not None
    for _ in range(2):
        row = db.call("person_unfollow", fan, owner).person
        assert (row.id, row.directory, row.is_followed) == (owner, "alumni", 0)
    assert db.call("profile_read", owner, fan).person.email is None
    assert status_of(db, "person_follow", fan, fan) == 409
    assert status_of(db, "person_follow", None, owner) == 401
    assert status_of(db, "person_unfollow", None, owner) == 401


def test_who_hides_can_still_be_left(db: Database) -> None:
    owner, fan = db.alumnus(), db.student()
    db.call("person_follow", fan, owner)
    set_audience(db, owner, "profile", "only_me")
    never = db.call("person_unfollow", fan, 999_999_999).person
    left = db.call("person_unfollow", fan, owner).person
    assert (left.directory, left.is_followed) == (never.directory, never.is_followed) == (None, 0)
    assert db.value("SELECT COUNT(*) FROM follows WHERE follower_id = %s", fan) == 0


def test_following_each_other_at_the_same_time(db: Database) -> None:
    for _ in range(5):
        one, two = db.alumnus(), db.student()
        acts = [*[following(one, two)] * 2, *[following(two, one)] * 2]
        assert states(at_once(db, *acts)) == {"": 4}
        both = "SELECT COUNT(*) FROM follows WHERE follower_id IN (%s, %s)"
        assert db.value(both, one, two) == 2


def test_staff_have_a_photo_and_no_profile(db: Database) -> None:
    office, reader = db.admin(), db.student()
    add_file(db, office, "photo", 64, b"small")
    for viewer in (office, reader):
        file = db.call("profile_picture_read", viewer, office, "photo", 64).file
        assert bytes(file.content) == b"small"
        assert status_of(db, "profile_read", viewer, office) == 404
    assert status_of(db, "profile_picture_read", None, office, "photo", 64) == 401


def test_pictures_and_cv(db: Database) -> None:
    owner, reader = db.alumnus(), db.student()
    add_file(db, owner, "photo", 64, b"small")
    add_file(db, owner, "photo", 192, b"middle")
    add_file(db, owner, "cover", 640, b"cover")
    add_file(db, owner, "cv", 0, b"%PDF my life", "Über mich.pdf")
    person = db.call("profile_read", reader, owner).person
    file = db.call("profile_picture_read", reader, owner, "photo", 192).file
    assert (bytes(file.content), file.media_type) == (b"middle", "image/jpeg")
    assert file.version == person.photo
    cover = db.call("profile_picture_read", reader, owner, "cover", 640).file
    assert (bytes(cover.content), cover.version) == (b"cover", person.cover)
    for kind, width in (
        ("photo", 512),
        ("cover", 64),
        ("cv", 0),
        ("", 64),
        ("x\x00", 64),
        (None, 1),
    ):
        assert status_of(db, "profile_picture_read", reader, owner, kind, width) == 404
    assert status_of(db, "profile_picture_read", None, owner, "photo", 64) == 401

    assert person.cv_file_name is None
    assert status_of(db, "profile_cv_read", reader, owner) == 404
    cv = db.call("profile_cv_read", owner, owner).file
    assert (bytes(cv.content), cv.file_name) == (b"%PDF my life", "Über mich.pdf")
    set_audience(db, owner, "cv", "members")
    assert db.call("profile_read", reader, owner).person.cv_file_name == "Über mich.pdf"
    assert bytes(db.call("profile_cv_read", reader, owner).file.content) == b"%PDF my life"
    assert status_of(db, "profile_cv_read", reader, reader) == 404, "has none"


def test_the_session_knows_the_photo(db: Database) -> None:
    from tests.support.accounts import email_of, new_hash, sign_in, viewer_of

    owner, token = db.alumnus(), new_hash()
    sign_in(db, email_of(db, owner), token_hash=token)
    viewer = viewer_of(db, token)
    assert viewer and viewer.photo is None
    add_file(db, owner, "photo", 64, b"of the session")
    viewer = viewer_of(db, token)
    assert viewer and viewer.photo == db.value("SELECT photo_of(%s, %s)", owner, owner)


def test_visitors_are_named_as_they_allow(db: Database) -> None:
    owner = db.alumnus()
    shy, open_, gone, hidden = db.student(), db.alumnus("Olive", "Open"), db.student(), db.student()
    followed = db.student("Fay", "Follows")
    set_audience(db, shy, "visits", "only_me")
    set_audience(db, followed, "visits", "people_i_follow")
    follow(db, followed, owner)
    for viewer in (shy, open_, gone, hidden, followed):
        db.call("profile_open", viewer, owner)
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", gone)
    set_audience(db, hidden, "profile", "only_me")
    page = db.call("profile_visitors", owner)
    assert {row.id for row in page.visitors} == {open_, followed}
    assert {row.name for row in page.visitors} == {"Olive Open", "Fay Follows"}
    assert {row.directory for row in page.visitors} == {"alumni", "students"}
    assert page.page.unnamed_count == 3
    assert page.page.next_after is None
    assert (page.figures.views_count, page.figures.recent_count) == (5, 5)
    db.rows("DELETE FROM follows WHERE follower_id = %s", followed)
    assert [row.id for row in db.call("profile_visitors", owner).visitors] == [open_]


def test_visitors_page_by_page(db: Database) -> None:
    owner = db.alumnus()
    viewers = [db.student("V", str(number)) for number in range(7)]
    for number, viewer in enumerate(viewers):
        db.rows(
            "INSERT INTO profile_views (profile_user_id, viewer_id, viewed_on)"
            " VALUES (%s, %s, UTC_DATE() - INTERVAL %s DAY)",
            owner,
            viewer,
            number // 3,
        )
    shy = viewers[4]
    set_audience(db, shy, "visits", "only_me")
    found, unnamed, after, pages = [], 0, None, 0
    while True:
        page = db.call("profile_visitors", owner, after, 2)
        found += [row.id for row in page.visitors]
        unnamed += page.page.unnamed_count
        after, pages = page.page.next_after, pages + 1
        assert str(shy) not in (after or "").split(",")
        if after is None:
            break
    # The latest day first; within a day by id, the newest account first.
    v = viewers
    assert found == [v[2], v[1], v[0], v[5], v[3], v[6]]
    assert (unnamed, pages) == (1, 3)
    for after in ("x", "2026-13-01,1", "2026-01-01", "2026-01-01,x", "😀", "9" * 60, "1;--"):
        assert status_of(db, "profile_visitors", owner, after, 2) == 400
    assert status_of(db, "profile_visitors", None) == 401


def test_more_hidden_views_than_a_call_looks_at(db: Database) -> None:
    owner, viewer = db.alumnus(), db.student()
    set_audience(db, viewer, "visits", "only_me")
    db.rows(
        "INSERT INTO profile_views (profile_user_id, viewer_id, viewed_on)"
        " WITH RECURSIVE n AS (SELECT 1 AS d UNION ALL SELECT d + 1 FROM n WHERE d < 250)"
        " SELECT %s, %s, UTC_DATE() - INTERVAL d DAY FROM n",
        owner,
        viewer,
    )
    page = db.call("profile_visitors", owner)
    assert (page.visitors, page.page.unnamed_count) == ([], 200)
    assert page.page.next_after.endswith(",0")
    page = db.call("profile_visitors", owner, page.page.next_after)
    assert (page.page.unnamed_count, page.page.next_after) == (50, None)


@pytest.mark.parametrize(
    ("kind", "maker", "is_followed", "is_of_campus"),
    [
        ("student", "student", False, False),
        ("student_of_my_campus", "student", False, True),
        ("alumnus", "alumnus", False, False),
        ("person_i_follow", "student", True, False),
        ("visitor", None, False, False),
    ],
)
def test_view_as_is_what_such_a_person_sees(
    db: Database, kind: str, maker: str | None, is_followed: bool, is_of_campus: bool
) -> None:
    owner = db.alumnus()
    here = campus(db, "As North")
    set_profile(db, owner, phone="+351 1234567", date_of_birth="1990-01-02", campus_id=here)
    add_work(db, owner, "Engineer", "Acme")
    viewer: int | None = getattr(db, maker)() if maker else None
    if viewer and is_followed:
        follow(db, owner, viewer)
    if viewer and is_of_campus:
        set_profile(db, viewer, campus_id=here)
    assert db.value("SELECT audiences_as(%s)", kind) == db.value(
        "SELECT audiences_of(%s, %s)", viewer, owner
    )
    for audience in ("everyone", "members", "students_of_my_campus", "people_i_follow", "alumni"):
        for field in ("phone", "work_history", "photo"):
            set_audience(db, owner, field, audience)
        for profile in ("everyone", audience):
            set_audience(db, owner, "profile", profile)
            shown = db.call("profile_view_as", owner, kind)
            try:
                real = db.call("profile_read", viewer, owner)
            except Refused:
                assert (shown.view.is_visible, shown.person, shown.work) == (0, None, [])
                continue
            assert shown.view.is_visible == 1
            assert (shown.person, shown.work) == (real.person, real.work)


def test_each_type_of_viewer_that_is_listed_is_accepted(db: Database) -> None:
    owner, admin = db.alumnus(), db.admin()
    kinds = [row.name for row in db.call("profile_view_as", owner, "visitor").kinds]
    assert kinds[0] == "visitor"
    assert "person_i_follow" in kinds
    assert [row.name for row in db.call("account_view_as", admin, owner).kinds] == kinds
    for kind in kinds:
        assert db.call("profile_view_as", owner, kind).view.kind == kind


def test_view_as_nobody(db: Database) -> None:
    assert status_of(db, "profile_view_as", db.alumnus(), "god") == 422
    assert status_of(db, "profile_view_as", db.alumnus(), None) == 422
    assert status_of(db, "profile_view_as", None, "visitor") == 401
