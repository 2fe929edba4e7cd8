"""Folding: the hard names are found, however they are typed."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.database import Database

# What is stored, what people type, for which it must be found by prefix.
FOUND = [
    ("Will", "will"),
    ("Will", "wi"),
    ("de Souza", "de souza"),
    ("de Souza", "souza de"),
    ("Li", "li"),
    ("Wu", "WU"),
    ("O'Brien", "o'brien"),
    ("O'Brien", "o’brien"),
    ("O’Brien", "O'Brien"),
    ("O'Brien", "obrien"),
    ("O'Brien", "brien"),
    ("Anne-Marie", "anne"),
    ("Anne-Marie", "marie"),
    ("Anne-Marie", "annemarie"),
    ("Anne-Marie", "anne-marie"),
    ("José", "jose"),
    ("Jose", "josé"),
    ("Müller", "muller"),
    ("Müller", "mueller"),
    ("Müller", "müller"),
    ("Đặng", "dang"),
    ("আব্দুল", "আব্দুল"),
    ("田中太郎", "田中"),
    ("田中太郎", "太郎"),
    ("AT&T", "at&t"),
    ("AT&T", "att"),
    ("C++", "c++"),
    ("C#", "c#"),
    ("Node.js", "node.js"),
    ("Node.js", "nodejs"),
    (".NET", ".net"),
    ("J.P. Morgan", "jp morgan"),
    ("Straße", "strasse"),
    ("Iıİ", "ii"),
    ("Łukasz", "lukasz"),
    ("Søren", "soren"),
    ("Søren", "sør"),
    ("engineering", "engineer"),
    ("engineer", "engineers"),
    ("engineers", "engineer"),
    ("James", "james"),
    ("Åkesson", "aakesson"),
    ("Åkesson", "akesson"),
    ("Bjørn", "bjoern"),
    ("class of 2012", "Class of 2012"),
    ("ZÜRICH", "zürich"),
    ("São Paulo", "sao"),
    ("北京大学", "大学"),
    ("서울", "울"),
    ("Zero\u200bWidth", "zerowidth"),
]
NOT_FOUND = [
    ("Will", "willy"),
    ("C++", "c#"),
    ("C++", "++"),
    ("Li", "lu"),
    ("Anne", "nne"),
    ("boss", "bosses"),
]


def is_found(db: Database, stored: str, typed: str) -> bool:
    query = json.loads(db.value("SELECT search_terms_of(%s, 0)", typed))
    return bool(query) and all(
        db.value(
            "SELECT EXISTS (SELECT 1 FROM JSON_TABLE(search_terms_of(%s, 1), '$[*]'"
            " COLUMNS (term VARCHAR(40) PATH '$')) AS t WHERE t.term LIKE CONCAT(%s, '%'))",
            stored,
            term,
        )
        for term in query
    )


@pytest.mark.parametrize(("stored", "typed"), FOUND)
def test_found(db: Database, stored: str, typed: str) -> None:
    assert is_found(db, stored, typed)


@pytest.mark.parametrize(("stored", "typed"), NOT_FOUND)
def test_not_found(db: Database, stored: str, typed: str) -> None:
    assert not is_found(db, stored, typed)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=80).filter(lambda text: "\x00" not in text))
def test_any_text_folds_to_terms(db: Database, text: str) -> None:
    for is_stored in (0, 1):
        terms = json.loads(db.value("SELECT search_terms_of(%s, %s)", text, is_stored))
        assert all(0 < len(term) <= 40 and " " not in term for term in terms)
        assert not any(set(term) & set("%_\\'\"") for term in terms), "safe in LIKE and FULLTEXT"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(word=st.text("abcäöüéß'-.& 田中", min_size=1, max_size=12))
def test_a_text_is_found_by_itself(db: Database, word: str) -> None:
    if json.loads(db.value("SELECT search_terms_of(%s, 0)", word)):
        assert is_found(db, word, word)
