"""Passwords at rest."""

import hashlib
from typing import Any

import pytest

from hearth.runtime.passwords import Scrypt

QUICK = Scrypt(log_n=4)


def test_a_password_is_known_again_and_salted() -> None:
    first, second = QUICK.hash("correct horse"), QUICK.hash("correct horse")
    assert first != second and "horse" not in first
    assert QUICK.verify("correct horse", first) and QUICK.verify("correct horse", second)
    assert not QUICK.verify("correct hors", first)


def test_the_same_signs_typed_otherwise_are_the_same_password() -> None:
    assert QUICK.verify("cafe\u0301 au lait", QUICK.hash("caf\u00e9 au lait"))


def test_parameters_are_owasps_and_travel_with_the_hash() -> None:
    assert Scrypt().hash("x").startswith("scrypt$17$8$1$")
    assert Scrypt(log_n=5).verify("x", QUICK.hash("x"))


@pytest.mark.parametrize("stored", ["", QUICK.hash("right")], ids=["nobody", "somebody"])
def test_nobody_and_a_wrong_password_cost_the_same(
    monkeypatch: pytest.MonkeyPatch, stored: str
) -> None:
    costs: list[dict[str, Any]] = []
    original = hashlib.scrypt

    def counted(password: bytes, **cost: Any) -> bytes:
        costs.append({name: cost[name] for name in ("n", "r", "p", "dklen")})
        return original(password, **cost)

    monkeypatch.setattr(hashlib, "scrypt", counted)
    assert not QUICK.verify("wrong", stored)
    assert costs == [{"n": 16, "r": 8, "p": 1, "dklen": 32}]


def test_nobodys_password_cannot_be_guessed() -> None:
    assert not QUICK.verify("", "") and not QUICK.verify("\ud800", "")


def test_another_programs_hash_is_a_defect_not_a_wrong_password() -> None:
    with pytest.raises(ValueError, match="not a password hash"):
        QUICK.verify("x", "md5$1$2$3$a$b")
