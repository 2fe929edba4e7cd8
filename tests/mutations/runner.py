"""Break a schema, let both checks look at it, and say what they did not see or only imagined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

import mysql.connector

from tests.mutations.mutation import Mutation
from tests.support.sources import CHECKOUT
from tools.connection import connect
from tools.grade import everything
from tools.grade.check import Check
from tools.migrate.source import CodeObject, Kind, read_tree
from web.settings import DatabaseSettings

OWN_SECTIONS = {"files", "roles, granted", "roles, tried"}
"""What `./alumni grade` checks beside db/selfcheck.sql."""
# They count what other lines name.
SUMMARIES = ("objects that differ from their files", "*: as the files make it")


class MutationError(Exception):
    """The server refused a mutation, so it tells nothing about the checks."""


def events() -> list[CodeObject]:
    """Return the events of the checkout."""
    return [one for one in read_tree(CHECKOUT).objects if one.kind is Kind.EVENT]


def add_idle_events(database: DatabaseSettings) -> None:
    """Make the events, which copies leave out, so that none runs: one would heal, or fail."""
    with connect(database, database.name) as connection, connection.cursor() as cursor:
        for event in events():
            cursor.execute(idle(event))


def idle(event: CodeObject) -> str:
    """Return the CREATE EVENT of an event that begins years from now."""
    return re.sub(r"(\bEVERY \d+ \w+)", r"\1 STARTS '2037-01-01'", event.create_as(event.name))


def apply(database: DatabaseSettings, mutations: Iterable[Mutation]) -> None:
    """Break the schema in all these ways, on one connection."""
    tree = read_tree(CHECKOUT)
    with connect(database, database.name) as connection, connection.cursor() as cursor:
        for mutation in mutations:
            for statement in mutation.statements(tree, database.name):
                try:
                    cursor.execute(statement)
                except mysql.connector.Error as error:
                    raise MutationError(f"{mutation}: {error}") from error


def undo(database: DatabaseSettings, mutations: Iterable[Mutation]) -> None:
    """Take back what concerns the server, also where only a part of it was done."""
    with connect(database, database.name) as connection, connection.cursor() as cursor:
        for statement in (one for mutation in mutations for one in mutation.undo):
            try:
                cursor.execute(statement.replace("{schema}", database.name))
            except mysql.connector.Error:
                continue


def red(database: DatabaseSettings) -> list[Check]:
    """Return every check that fails."""
    return [check for check in everything.checks(database) if not check.is_ok]


def complaints(mutations: list[Mutation], failed: list[Check]) -> list[str]:
    """Return what the checks did not see, and what is red though nothing broke it."""
    owned = {
        *SUMMARIES,
        *(name for one in mutations for name in (*one.names, *one.own, *one.also)),
    }
    return unseen(mutations, failed) + [
        f"red, though nothing broke it: {check.section}, {check.name}: {check.found}"
        for check in failed
        if check.name not in owned and not any(fnmatchcase(check.name, one) for one in owned)
    ]


def unseen(mutations: list[Mutation], failed: list[Check]) -> list[str]:
    """Return the mutations that one of the checks passes over."""
    by_selfcheck = {check.name for check in failed if check.section not in OWN_SECTIONS}
    by_grade = {check.name for check in failed if check.section in OWN_SECTIONS}
    found = [
        f"db/selfcheck.sql does not see it ({name}): {mutation}"
        for mutation in mutations
        for name in mutation.names
        if name not in by_selfcheck
    ]
    return found + [
        f"./alumni grade does not see it ({own}): {mutation}"
        for mutation in mutations
        for own in mutation.own
        if not any(fnmatchcase(name, own) for name in by_grade)
    ]
