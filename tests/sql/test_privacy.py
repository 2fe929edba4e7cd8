"""Who sees what of whom: every kind of viewer, every field, every audience, on every path.

The expectation is a model of its own, in `belongs`: it knows nothing of how the database decides.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import pytest

from tests.support.database import Database, Refused, Row
from tests.support.profiles import (
    FIELDS,
    add_achievement,
    add_file,
    add_work,
    campus,
    follow,
    set_profile,
)

SEARCH = "_directory_search"
"""The search that both directories share; called as an administrator of the database."""
AUDIENCES = (
    "everyone",
    "members",
    "alumni",
    "students_of_my_campus",
    "people_i_follow",
    "only_me",
)
DEFAULTS = {
    "profile": "members",
    "photo": "members",
    "email": "only_me",
    "phone": "only_me",
    "birth_date": "only_me",
    "work_history": "members",
    "achievements": "members",
    "cv": "only_me",
}
OF_ALUMNI = {"work_history", "achievements"}
# What a person is found by, and which field it tells.
WORDS = {
    "zname": "profile",
    "zmail": "email",
    "+351 778 899": "phone",
    "ztitle": "work_history",
    "zcompany": "work_history",
    "zprize": "achievements",
}


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks, and what is true of them; every owner is of the campus `here`."""

    name: str
    is_member: bool = True
    is_alumnus: bool = False
    is_student_here: bool = False
    is_followed: bool = False
    sees_all: bool = False


VIEWERS = (
    Viewer("visitor", is_member=False),
    Viewer("student of another campus"),
    Viewer("student of the campus", is_student_here=True),
    Viewer("alumnus who was a student of the campus", is_alumnus=True),
    Viewer("student whom the owner follows", is_followed=True),
    Viewer("admin", sees_all=True),
    Viewer("blocked student of the campus", is_member=False),
)
OWNER = Viewer("owner", sees_all=True)


def belongs(viewer: Viewer, audience: str) -> bool:
    """Say whether a viewer is in an audience of an owner's."""
    return (
        viewer.sees_all
        or {
            "everyone": True,
            "members": viewer.is_member,
            "alumni": viewer.is_alumnus,
            "students_of_my_campus": viewer.is_student_here,
            "people_i_follow": viewer.is_followed,
            "only_me": False,
        }[audience]
    )


@dataclass
class Owner:
    """Somebody who is looked at."""

    id: int
    directory: str
    audiences: dict[str, str] = field(default_factory=dict)

    def is_seen(self, viewer: Viewer, name: str) -> bool:
        """Say whether a viewer sees a field; none is seen where the profile is not."""
        chosen = {**DEFAULTS, **self.audiences}
        return belongs(viewer, chosen["profile"]) and belongs(viewer, chosen[name])


@dataclass
class World:
    """The people of the test, in a schema of their own."""

    db: Database
    owners: list[Owner]
    ids: dict[Viewer, int | None]


@pytest.fixture(scope="module")
def world(lend: Callable[[str], Database], template: str) -> Iterator[World]:
    db = lend(template)
    # Thousands of calls: their contract is asked for once.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db, "contract", functools.cache(db.contract))
        yield _world(db)


def _world(db: Database) -> World:
    here, there = campus(db, "Here"), campus(db, "There")
    ids = _viewers(db, here, there)
    owners: list[Owner] = []
    # One field chosen, the others as they are by default: no field stands for another.
    for directory in ("alumni", "students"):
        owners.append(_owner(db, len(owners), directory, here, {}))
        for name, audience in product(FIELDS, AUDIENCES):
            if directory == "alumni" or name not in OF_ALUMNI:
                owners.append(_owner(db, len(owners), directory, here, {name: audience}))
    # All fields chosen, under every audience of the profile.
    for profile, audience in product(AUDIENCES, AUDIENCES):
        chosen = {**dict.fromkeys(FIELDS, audience), "profile": profile}
        owners.append(_owner(db, len(owners), "alumni", here, chosen))
    for viewer, owner in product(ids, owners):
        # Following somebody opens nothing; being followed does.
        if viewer.is_followed:
            follow(db, owner.id, ids[viewer] or 0)
        elif ids[viewer]:
            follow(db, ids[viewer] or 0, owner.id)
    return World(db, owners, ids)


def _viewers(db: Database, here: int, there: int) -> dict[Viewer, int | None]:
    visitor, elsewhere, same, alumnus, followed, admin, blocked = VIEWERS
    ids: dict[Viewer, int | None] = {
        visitor: None,
        elsewhere: db.student(),
        same: db.student(),
        alumnus: db.student(),
        followed: db.student(),
        admin: db.admin(),
        blocked: db.student(),
    }
    for viewer in (elsewhere, followed):
        set_profile(db, ids[viewer] or 0, campus_id=there)
    for viewer in (same, alumnus, blocked):
        set_profile(db, ids[viewer] or 0, campus_id=here)
    email = db.value("SELECT email FROM users WHERE id = %s", ids[alumnus])
    db.call("user_role_set", None, email, "alumni")
    db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", ids[blocked])
    return ids


def _owner(db: Database, number: int, directory: str, here: int, chosen: dict[str, str]) -> Owner:
    role = "alumni" if directory == "alumni" else "student"
    owner = db.person(role, "Owner", f"Zname{number}", f"zmail{number}@private.example")
    for name, audience in chosen.items():
        db.rows(
            "INSERT INTO privacy_settings (user_id, field, audience) VALUES (%s, %s, %s)",
            owner,
            name,
            audience,
        )
    add_file(db, owner, "photo", 64, b"photo %d" % owner)
    add_file(db, owner, "cover", 640, b"cover %d" % owner)
    add_file(db, owner, "cv", 0, b"cv %d" % owner, "cv.pdf")
    if directory == "alumni":
        add_work(db, owner, "Ztitle", "Zcompany")
        add_achievement(db, owner, "Zprize")
    set_profile(
        db, owner, campus_id=here, phone=f"+351 778 899 {number:03}", date_of_birth="1990-02-03"
    )
    return Owner(owner, directory, chosen)


def _read(db: Database, actor: int | None, owner: Owner) -> Any:
    try:
        return db.call("profile_read", actor, owner.id)
    except Refused as refused:
        assert refused.status in (401, 404)
        return None


def _may(db: Database, name: str, *arguments: object) -> bool:
    try:
        db.call(name, *arguments)
    except Refused as refused:
        assert refused.status in (401, 404)
        return False
    return True


def _check_profile(db: Database, viewer: Viewer, actor: int | None, owner: Owner) -> None:
    about = f"{viewer.name}, {owner}"
    seen = {name: owner.is_seen(viewer, name) for name in FIELDS}
    page = _read(db, actor, owner)
    assert (page is not None) == seen["profile"], about
    if page:
        person = page.person
        shown = {
            "profile": True,
            "photo": person.photo is not None,
            "email": person.email is not None,
            "phone": person.phone is not None,
            "birth_date": person.date_of_birth is not None,
            "cv": person.cv_file_name is not None,
            "work_history": bool(page.work),
            "achievements": bool(page.achievements),
        }
        for name in FIELDS:
            is_there = owner.directory == "alumni" or name not in OF_ALUMNI
            assert shown[name] == (seen[name] and is_there), f"{about}: {name}"
            assert person.get(f"can_see_{name}", 1) == seen[name], f"{about}: {name}"
        assert (person.cover is not None) == seen["photo"], about
        assert (person.cv_byte_size is not None) == seen["cv"], about
    photo = db.value("SELECT photo_of(%s, %s)", actor, owner.id)
    assert (photo is not None) == seen["photo"], f"{about}: photo_of"
    for kind, width in (("photo", 64), ("cover", 640)):
        may = _may(db, "profile_picture_read", actor, owner.id, kind, width)
        assert may == seen["photo"], f"{about}: {kind}"
    assert _may(db, "profile_cv_read", actor, owner.id) == seen["cv"], f"{about}: CV"


def _found(db: Database, actor: int | None, **filters: Any) -> list[Row]:
    """Search to the end; the count of the first page is as many as there are."""
    rows: list[Row] = []
    count, after = None, None
    while True:
        page = db.call(SEARCH, actor, after=after, limit=50, **filters)
        rows += page.people
        count = page.page.matches_count if count is None else count
        after = page.page.next_after
        if after is None:
            assert count == len(rows), filters
            return rows


def _check_search(world: World, viewer: Viewer, actor: int, owners: list[Owner]) -> None:
    db = world.db
    for directory, (word, name) in product(("alumni", "students"), WORDS.items()):
        listed = [owner for owner in owners if owner.directory == directory]
        if directory == "students" and name in OF_ALUMNI:
            listed = []
        by = [{"search": word}, {"search": word, "sort": "name"}]
        if word == "zcompany":
            by.append({"company": word})
        if word != "zname":
            # Together with what everybody may see: no condition opens another.
            by.append({"search": f"{word} zname" if word[0] == "z" else word, "campus": "Here"})
        expected = {owner.id for owner in listed if owner.is_seen(viewer, name)}
        for filters in by:
            rows = _found(db, actor, directory=directory, **filters)
            mine = {owner.id for owner in owners}
            others = {row.id for row in rows} - mine if len(owners) == 1 else set()
            assert {row.id for row in rows} - others == expected, f"{viewer.name}: {filters}"
            for row in rows:
                owner = next(one for one in world.owners if one.id == row.id)
                if row.id in mine:
                    assert (row.photo is not None) == owner.is_seen(viewer, "photo"), owner


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda one: one.name)
def test_profiles_and_files(world: World, viewer: Viewer) -> None:
    for owner in world.owners:
        _check_profile(world.db, viewer, world.ids[viewer], owner)


def test_the_owner_sees_all_of_it(world: World) -> None:
    for owner in world.owners:
        _check_profile(world.db, OWNER, owner.id, owner)


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda one: one.name)
def test_search_and_its_counts(world: World, viewer: Viewer) -> None:
    actor = world.ids[viewer]
    if not viewer.is_member and not viewer.sees_all:
        with pytest.raises(Refused) as refused:
            world.db.call(SEARCH, actor, directory="alumni", search="zname")
        assert refused.value.status == 401
        return
    assert actor
    _check_search(world, viewer, actor, world.owners)


def test_the_owner_is_found_by_what_is_hidden_from_others(world: World) -> None:
    hidden = [
        owner for owner in world.owners if set(owner.audiences.values()) & {"only_me", "alumni"}
    ]
    assert len(hidden) > 20
    for owner in hidden[::12]:
        _check_search(world, OWNER, owner.id, [owner])


def test_the_defaults_are_as_the_model_has_them(world: World) -> None:
    rows = world.db.rows("SELECT name, default_audience FROM privacy_fields")
    found = {row.name: row.default_audience for row in rows}
    assert found.pop("visits") == "members"
    assert found == DEFAULTS
