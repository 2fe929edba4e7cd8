"""Signed values: nobody changes them, and a key can be replaced while forms are open."""

from __future__ import annotations

import pytest

from web.http.signing import Signer

OLD, NEW = "an old key of more than 32 letters", "a new key of more than 32 letters"


@pytest.mark.parametrize("value", ["", "plain", "Saved.\n/jobs/7/restore", "Zoë 😀", "a.b.c"])
def test_a_value_comes_back(value: str) -> None:
    signer = Signer([NEW], "flash")
    assert signer.open(signer.seal(value)) == value
    assert signer.matches(value, signer.signature(value))


def test_what_was_changed_is_nothing() -> None:
    signer = Signer([NEW], "flash")
    sealed = signer.seal("Saved.")
    for wrong in ("", "x", f"x{sealed}", sealed[:-1], sealed.upper(), "\udc80", f"{sealed}."):
        assert signer.open(wrong) is None
    assert not signer.matches("Saved.", "\udc80")
    own = signer.signature("Saved.")
    assert not signer.matches("saved.", own)
    assert not signer.matches("Saved.", f"{own}=")


def test_one_purpose_is_not_another() -> None:
    flash, csrf = Signer([NEW], "flash"), Signer([NEW], "csrf")
    assert csrf.open(flash.seal("a")) is None
    assert not csrf.matches("a", flash.signature("a"))


def test_a_key_is_replaced() -> None:
    before, after, later = Signer([OLD], "csrf"), Signer([NEW, OLD], "csrf"), Signer([NEW], "csrf")
    assert after.open(before.seal("a")) == "a"
    assert after.matches("a", before.signature("a"))
    assert later.matches("a", after.signature("a")), "it signs with the new key"
    assert later.open(after.seal("a")) == "a"
    assert later.open(before.seal("a")) is None, "the old key has gone"
    assert not later.matches("a", before.signature("a"))
