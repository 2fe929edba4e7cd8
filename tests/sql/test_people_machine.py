"""Whatever people do to their profiles, in whatever order: a small model knows who finds whom.

Hypothesis lets six people edit, hide, follow, leave, come back, graduate and be blocked; after
every step the directories equal a rebuild from scratch, and searches find exactly whom the model
says.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.support.accounts import token_of
from tests.support.database import Database
from tests.support.people import AUDIENCES, campus, degree

COMPANIES = ("Qaleidos", "Qumulus")
SKILLS = ("Qfiddling", "Qjuggling")
LEVELS = ("beginner", "expert")
DEFAULTS = {"profile": "members", "phone": "only_me", "work_history": "members"}
serial = itertools.count(1)
# Lower-case letters that stand for a number, so that no name is the beginning of another.
LETTERS = str.maketrans("0123456789", "abcdefghij")


@dataclass
class Person:
    """What the model knows of one."""

    id: int
    role: str
    campus: int
    name: str
    company: str | None = None
    past: set[str] = field(default_factory=set)
    phone: str | None = None
    skills: dict[str, str] = field(default_factory=dict)
    privacy: dict[str, str] = field(default_factory=dict)
    follows: set[int] = field(default_factory=set)
    is_blocked: bool = False
    is_deleted: bool = False

    @property
    def may_act(self) -> bool:
        return not (self.is_blocked or self.is_deleted)

    def audience(self, name: str) -> str:
        return self.privacy.get(name, DEFAULTS[name])


def sees(viewer: Person, owner: Person, name: str) -> bool:
    """Say whether a viewer belongs to the audience of an owner's field."""
    if not owner.may_act:
        return False
    if viewer.role == "admin" or viewer.id == owner.id:
        return True
    return {
        "everyone": True,
        "members": True,
        "alumni": viewer.role == "alumni",
        "students_of_my_campus": viewer.role == "student" and viewer.campus == owner.campus,
        "people_i_follow": viewer.id in owner.follows,
        "only_me": False,
    }[owner.audience(name)]


class People(RuleBasedStateMachine):
    """Six people whose family name nobody else has, and an admin."""

    db: ClassVar[Database]

    def __init__(self) -> None:
        super().__init__()
        self.word = f"Zq{next(serial)}x".translate(LETTERS)
        self.people: list[Person] = []

    @initialize()
    def arrive(self) -> None:
        db = self.db
        self.admin = Person(db.admin(), "admin", 0, "Olga")
        self.degree = degree(db, "Machine Arts")
        campuses = [campus(db, "Machine East"), campus(db, "Machine West")]
        for number in range(6):
            role = "alumni" if number % 2 else "student"
            name = f"{self.word}{'abcdef'[number]}"
            person = Person(db.person(role, name, self.word), role, campuses[number // 3], name)
            db.call("profile_edit", person.id, campus_id=person.campus)
            self.people.append(person)

    def one(self, number: int) -> Person:
        return self.people[number]

    # What people do.

    @rule(who=st.integers(0, 5), company=st.sampled_from([None, *COMPANIES]))
    def change_company(self, who: int, company: str | None) -> None:
        person = self.one(who)
        if person.may_act and person.role == "alumni":
            clear = None if company else "current_company"
            self.db.call("profile_edit", person.id, current_company=company, clear=clear)
            person.company = company

    @rule(who=st.integers(0, 5), company=st.sampled_from(COMPANIES))
    def add_work(self, who: int, company: str) -> None:
        person = self.one(who)
        if person.may_act and person.role == "alumni":
            self.db.call(
                "profile_work_save",
                person.id,
                None,
                "Clerk",
                company,
                None,
                "2001-01-01",
                "2002-01-01",
            )
            person.past.add(company)

    @rule(who=st.integers(0, 5), has_one=st.booleans())
    def change_phone(self, who: int, has_one: bool) -> None:
        person = self.one(who)
        if person.may_act:
            phone = f"+35191{person.id:07d}" if has_one else None
            clear = None if phone else "phone"
            self.db.call("profile_edit", person.id, phone=phone, clear=clear)
            person.phone = phone

    @rule(who=st.integers(0, 5), skill=st.sampled_from(SKILLS), level=st.sampled_from(LEVELS))
    def learn(self, who: int, skill: str, level: str) -> None:
        person = self.one(who)
        if person.may_act:
            self.db.call("profile_skill_save", person.id, skill, level)
            person.skills[skill] = level

    @rule(who=st.integers(0, 5))
    def forget(self, who: int) -> None:
        person = self.one(who)
        if person.may_act and person.skills:
            name, _ = person.skills.popitem()
            number = self.db.value("SELECT id FROM skills WHERE name = %s", name)
            self.db.call("profile_skill_remove", person.id, number)

    @rule(
        who=st.integers(0, 5),
        name=st.sampled_from(list(DEFAULTS)),
        audience=st.sampled_from(AUDIENCES),
    )
    def hide(self, who: int, name: str, audience: str) -> None:
        person = self.one(who)
        if person.may_act:
            self.db.call("privacy_save", person.id, name, audience)
            person.privacy[name] = audience
            # At once, while it is the last that happened.
            what = {"profile": "name", "phone": "phone", "work_history": "company"}[name]
            for turn in range(2):
                self.everybody_searches_for(what, turn)

    @rule(who=st.integers(0, 5), whom=st.integers(0, 5))
    def follow(self, who: int, whom: int) -> None:
        person, other = self.one(who), self.one(whom)
        if who != whom and person.may_act and sees(person, other, "profile"):
            self.db.call("person_follow", person.id, other.id)
            person.follows.add(other.id)

    @rule(who=st.integers(0, 5))
    def leave_or_come_back(self, who: int) -> None:
        person = self.one(who)
        if person.is_deleted:
            token = token_of(self.db, person.id, "account_deleted")
            self.db.call("account_restore", None, token)
            person.is_deleted = False
        elif person.may_act:
            self.db.call("account_delete", person.id)
            person.is_deleted = True

    @rule(who=st.integers(0, 5))
    def be_blocked_or_not(self, who: int) -> None:
        # The office's page comes with a later module; the rule holds whoever writes the row.
        person = self.one(who)
        if not person.is_deleted:
            person.is_blocked = not person.is_blocked
            status = "blocked" if person.is_blocked else "active"
            self.db.rows("UPDATE users SET status = %s WHERE id = %s", status, person.id)

    @rule(who=st.integers(0, 5))
    @precondition(lambda self: any(one.role == "student" and one.may_act for one in self.people))
    def graduate(self, who: int) -> None:
        person = self.one(who)
        if person.role == "student" and person.may_act:
            self.db.call("graduation_cohort", self.admin.id, str(person.id), self.degree, 2020)
            person.role = "alumni"

    # What must hold.

    @invariant()
    def the_directories_equal_a_rebuild(self) -> None:
        for person in self.people:
            assert self.db.call("directory_verify", None, person.id).differences == []

    @rule(what=st.sampled_from(["name", "company", "phone", "skill"]), turn=st.integers(0, 1))
    def search(self, what: str, turn: int) -> None:
        self.everybody_searches_for(what, turn)

    def everybody_searches_for(self, what: str, turn: int) -> None:
        for viewer in [*self.people, self.admin]:
            if viewer.may_act:
                self._search(viewer, what, turn)

    def _search(self, viewer: Person, what: str, turn: int) -> None:
        filters: dict[str, Any] = {"search": self.word}
        if what == "company":
            filters["search"] += f" {COMPANIES[turn]}"
        elif what == "phone":
            filters["search"] = f"0035191{self.people[turn].id:07d}"
        elif what == "skill":
            filters |= {"skill": SKILLS[turn], "proficiency": LEVELS[turn]}
        for procedure, role in (("alumni_search", "alumni"), ("student_search", "student")):
            page = self.db.call(procedure, viewer.id, **filters)
            expected = {
                one.id
                for one in self.people
                if one.role == role
                and sees(viewer, one, "profile")
                and self._is_found(viewer, one, what, turn)
            }
            assert {person.id for person in page.people} == expected
            assert page.page.matches_count == len(expected)

    def _is_found(self, viewer: Person, one: Person, what: str, turn: int) -> bool:
        if what == "company":
            company = COMPANIES[turn]
            is_past = company in one.past and sees(viewer, one, "work_history")
            return one.company == company or is_past
        if what == "phone":
            return one is self.people[turn] and bool(one.phone) and sees(viewer, one, "phone")
        if what == "skill":
            return one.skills.get(SKILLS[turn]) in LEVELS[turn:]
        return True

    def teardown(self) -> None:
        # The next people are strangers to these.
        for person in self.people:
            self.db.rows("UPDATE users SET status = 'blocked' WHERE id = %s", person.id)


@pytest.mark.parametrize("turn", range(2))
def test_any_order_of_edits_leaves_the_directories_right(db: Database, turn: int) -> None:
    People.db = db
    run_state_machine_as_test(
        People,
        settings=settings(
            max_examples=10,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
