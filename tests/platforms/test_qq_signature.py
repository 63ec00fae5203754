"""QQ's callbacks are believed only when signed."""

from dataclasses import replace

import pytest

from hearth.domain.callbacks import Callback
from hearth.domain.errors import Malformed, Misconfigured, Unverified
from hearth.platforms import freshness, qq, qq_proof
from infra.local import vendors_qq
from tests.events import sign
from tests.events.signed.qq import SECRETS, signed
from tests.platforms.vectors import of_kind

BODY = sign.sample("qq/group_at_link.json")
ORDER = 2**252 + 27742317777372353535851937790883648493
"""Of the group of points: adding it to half a signature makes another that looks right."""


@pytest.mark.parametrize("vector", of_kind("qq_signature"), ids=lambda vector: str(vector["id"]))
def test_known_answers(vector: dict[str, str]) -> None:
    body = vector["body"].encode()
    headers = {
        "x-signature-ed25519": vector["signature"],
        "x-signature-timestamp": vector["timestamp"],
    }
    callback = Callback("POST", headers, {}, body)
    assert qq.open(callback, {"secret": vector["secret"]}) == body
    assert qq_proof.sign(vector["secret"], vector["timestamp"], body) == vector["signature"]
    with pytest.raises(Unverified):
        qq.open(replace(callback, body=body.replace(b"\n  ", b"") + b" "), vector)


def test_a_signed_callback_is_opened() -> None:
    callback = signed(BODY)
    assert qq.handshake(callback, SECRETS) is None
    assert qq.open(callback, SECRETS) == BODY


@pytest.mark.parametrize("secret", ["x", "y" * 31, "z" * 32, "w" * 33, "v" * 512, "密钥"])
def test_secrets_of_any_length(secret: str) -> None:
    assert qq.open(signed(BODY, secret), {"secret": secret}) == BODY


@pytest.mark.parametrize("secrets", [{}, {"secret": ""}])
def test_an_account_without_a_secret_refuses_everything(secrets: dict[str, str]) -> None:
    asked = signed(vendors_qq.validation("abc", "1"))
    with pytest.raises(Unverified, match="no “secret”"):
        qq.open(signed(BODY), secrets)
    with pytest.raises(Unverified, match="no “secret”"):
        qq.handshake(asked, secrets)
    with pytest.raises(Unverified, match="no “secret”"):
        qq_proof.verify("", "1", b"", "0" * 128)


def test_another_secret_is_refused() -> None:
    with pytest.raises(Unverified, match="does not match"):
        qq.open(signed(BODY, "another"), SECRETS)


@pytest.mark.parametrize("place", range(0, 128, 3))
def test_one_changed_character_of_the_signature(place: int) -> None:
    callback = signed(BODY)
    right = callback.headers["x-signature-ed25519"]
    wrong = right[:place] + ("0" if right[place] != "0" else "1") + right[place + 1 :]
    headers = {**callback.headers, "x-signature-ed25519": wrong}
    with pytest.raises(Unverified):
        qq.open(replace(callback, headers=headers), SECRETS)


def test_a_signature_has_one_form() -> None:
    callback = signed(BODY)
    right = bytes.fromhex(callback.headers["x-signature-ed25519"])
    assert right[63] & 224 == 0
    scalar = int.from_bytes(right[32:], "little") + ORDER
    headers = {
        **callback.headers,
        "x-signature-ed25519": (right[:32] + scalar.to_bytes(32, "little")).hex(),
    }
    with pytest.raises(Unverified):
        qq.open(replace(callback, headers=headers), SECRETS)


@pytest.mark.parametrize("header", ["x-signature-ed25519", "x-signature-timestamp"])
@pytest.mark.parametrize("value", [None, "", "x", "é\udcff", "1" * 17, "0" * 127, "-1", "1 ", "٣"])
def test_a_header_that_is_missing_or_strange(header: str, value: str | None) -> None:
    callback = signed(BODY)
    headers = {name: text for name, text in callback.headers.items() if name != header}
    if value is not None:
        headers[header] = value
    with pytest.raises(Unverified):
        qq.open(replace(callback, headers=headers), SECRETS)


def test_nothing_moves_between_time_and_body() -> None:
    callback = signed(BODY, timestamp="1754400001")
    shorter = {**callback.headers, "x-signature-timestamp": "175440000"}
    longer = {**callback.headers, "x-signature-timestamp": "1754400001{"}
    # The first is signed, but no JSON object; the second is no time.
    opened = qq.open(replace(callback, headers=shorter, body=b"1" + BODY), SECRETS)
    with pytest.raises(Malformed):
        qq.read("bot", opened)
    with pytest.raises(Unverified):
        qq.open(replace(callback, headers=longer, body=BODY[1:]), SECRETS)


@pytest.mark.parametrize("app_id", ["102000002", "", "é"])
def test_a_callback_for_another_bot(app_id: str) -> None:
    callback = signed(BODY)
    headers = {**callback.headers, "x-bot-appid": app_id}
    with pytest.raises(Unverified, match="app_id"):
        qq.open(replace(callback, headers=headers), SECRETS)
    assert qq.open(replace(callback, headers=headers), {"secret": SECRETS["secret"]}) == BODY


def test_old_callbacks_are_refused_where_the_account_wants_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(freshness.time, "time_ns", lambda: 1754400301 * 10**9)
    callback = signed(BODY, timestamp=1754400001)
    assert qq.open(callback, {**SECRETS, "replay_seconds": "300"}) == BODY
    assert qq.open(callback, {**SECRETS, "replay_seconds": "0"}) == BODY
    with pytest.raises(Unverified, match="replay_seconds"):
        qq.open(callback, {**SECRETS, "replay_seconds": "299"})
    with pytest.raises(Misconfigured, match="replay_seconds"):
        qq.open(callback, {**SECRETS, "replay_seconds": "soon"})
