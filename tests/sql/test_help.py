"""A database that explains itself: help() says what the files say; whoami and act_as."""

from __future__ import annotations

from collections.abc import Callable

import mysql.connector
import pytest

from tests.support.accounts import email_of
from tests.support.database import Client, Database, Refused
from tests.support.sources import sources


def text(client: Client, topic: str | None) -> list[tuple[str, str]]:
    """Return what help says."""
    return [(row.topic, row.text) for row in client.call("help", topic).help]


@pytest.mark.parametrize("topic", [None, "", "  "])
def test_the_modules(db: Database, topic: str | None) -> None:
    listed = dict(text(db, topic))
    public = [source for source in sources("procedure") if source.is_public]
    assert listed.keys() - {""} == {source.path.parent.name for source in public}
    assert listed["mail"].startswith("5 procedures: mail_finish, mail_lease, mail_suppression_add,")


def test_the_procedures_of_a_module(db: Database) -> None:
    expected = {
        source.name: source.header[0].partition(": ")[2]
        for source in sources("procedure")
        if source.is_public and source.path.parent.name == "job"
    }
    assert dict(text(db, "job")) == expected
    assert dict(text(db, "JOB")) == expected


def test_every_object_says_what_its_file_says(db: Database) -> None:
    modules = {source.path.parent.name for source in sources("procedure") if source.is_public}
    asked = [source for source in sources() if source.name not in modules]
    assert len(asked) > 650
    said = {source: [line for _, line in text(db, source.name)] for source in asked}
    assert [source.path for source in asked if source.name not in said[source][0]] == []
    assert [source.path for source in asked if said[source][1:] != source.header] == []


def test_a_procedure(db: Database) -> None:
    lines = [line for _, line in text(db, "post_like")]
    assert lines[0] == (
        "CALL post_like(p_actor_id BIGINT UNSIGNED, p_post_id BIGINT UNSIGNED,"
        " p_is_liked TINYINT(1))"
    )
    assert {"Parameters", "Result sets", "Errors", "Example"} <= set(lines)


def test_a_part_of_a_name_and_what_there_is_not(db: Database) -> None:
    expected = sorted(
        source.name for source in sources() if source.is_public and "suppress" in source.name
    )
    assert sorted(topic for topic, _ in text(db, "suppress")) == expected
    for topic in ("no such thing", "%", "x' OR 1"):
        with pytest.raises(Refused) as refusal:
            text(db, topic)
        assert refusal.value.state == "45404"


def test_readers_ask_as_well(db: Database, signed_in_as: Callable[[str], Client]) -> None:
    reader = signed_in_as("alumni_reader")
    assert text(reader, "job") == text(db, "job")
    who = reader.call("whoami").connection
    assert "alumni_reader" in who.roles
    assert who.actor_id is None
    for denied in ("CALL act_as(NULL)", "CALL job_read(2, 1)"):
        with pytest.raises(mysql.connector.Error, match="denied"):
            reader.rows(denied)


def test_trying_things_out(db: Database, signed_in_as: Callable[[str], Client]) -> None:
    student = db.student("Sam", "Student")
    with db.connect() as client:
        actor = client.call("act_as", email_of(db, student)).actor
        assert (actor.actor_id, actor.name, actor.role) == (student, "Sam Student", "student")
        assert client.call("whoami").connection.actor_id == student
        assert client.call("act_as", None).actor.role is None
        with pytest.raises(Refused) as refusal:
            client.call("act_as", "nobody@example.net")
        assert refusal.value.state == "45404"
        assert client.call("whoami").connection.actor_id is None
    with pytest.raises(mysql.connector.Error, match="denied"):
        signed_in_as("alumni_web").rows("CALL act_as(NULL)")
