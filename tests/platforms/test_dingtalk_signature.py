"""DingTalk's callbacks are opened only when genuine."""

import json
from dataclasses import replace
from typing import Any

import pytest

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import HearthError, Malformed, Misconfigured, Unverified
from hearth.platforms import dingtalk, freshness, wxcrypt
from tests.events import sign
from tests.events.sign import sample
from tests.platforms.vectors import VECTORS

VENDOR = sign.VENDORS["dingtalk"]
SECRETS = VENDOR.SECRETS
ROBOT = VENDOR.signed(sample("dingtalk/group_text.json"))
EVENT = VENDOR.signed(sample("dingtalk/told_user_added.json"))
DT1 = VECTORS["DT1"]
DT1_SECRETS = {
    "token": DT1["token"],
    "encoding_aes_key": DT1["encoding_aes_key"],
    "receive_id": DT1["receiveid"],
}


def documented(name: str) -> Callback:
    query = {"timestamp": DT1["timestamp"], "nonce": DT1["nonce"], name: DT1["msg_signature"]}
    return Callback("POST", {}, query, json.dumps({"encrypt": DT1["encrypt"]}).encode())


@pytest.mark.parametrize("name", ["signature", "msg_signature"])
def test_the_documented_event_is_opened(name: str) -> None:
    opened = dingtalk.open(documented(name), DT1_SECRETS)
    assert opened.decode() == DT1["plaintext"]


def test_the_known_signature_of_a_robot_is_accepted_and_made() -> None:
    vector = VECTORS["DT2"]
    assert dingtalk.sign(vector["secret"], vector["timestamp"]) == vector["sign"]
    headers = {"timestamp": vector["timestamp"], "sign": vector["sign"]}
    secrets = {"app_secret": vector["secret"], "replay_seconds": "0"}
    assert dingtalk.open(Callback("POST", headers, {}, b"{}"), secrets) == b"{}"


def test_an_event_is_answered_by_an_encrypted_success() -> None:
    reply = dingtalk.acknowledge(EVENT, b"", SECRETS)
    answer = json.loads(reply.body)
    assert set(answer) == {"msg_signature", "timeStamp", "nonce", "encrypt"}
    signed = (SECRETS["token"], answer["timeStamp"], answer["nonce"], answer["encrypt"])
    wxcrypt.verify(*signed, answer["msg_signature"])
    key, receiver = SECRETS["encoding_aes_key"], SECRETS["receive_id"]
    assert wxcrypt.decrypt(key, answer["encrypt"], receiver) == b"success"
    again = json.loads(dingtalk.acknowledge(EVENT, b"", SECRETS).body)
    assert again["encrypt"] != answer["encrypt"]


def test_a_robot_is_answered_by_nothing_that_could_be_posted() -> None:
    assert dingtalk.handshake(ROBOT, SECRETS) is None
    assert dingtalk.acknowledge(ROBOT, b"", SECRETS) == Reply(200)


@pytest.mark.parametrize("name", ["timestamp", "sign"])
def test_a_changed_header_is_refused(name: str) -> None:
    for wrong in ("0" + ROBOT.headers[name], ROBOT.headers[name][:-1], "é", "\udcff"):
        with pytest.raises(Unverified):
            dingtalk.open(replace(ROBOT, headers={**ROBOT.headers, name: wrong}), SECRETS)


def test_without_headers_and_parameters_nothing_is_opened() -> None:
    headers = {"sign": ROBOT.headers["sign"]}
    with pytest.raises(Malformed, match="“timestamp”"):
        dingtalk.open(replace(ROBOT, headers=headers), SECRETS)
    with pytest.raises(Malformed, match="“encrypt”"):
        dingtalk.open(replace(ROBOT, headers={}), SECRETS)


@pytest.mark.parametrize("name", ["timestamp", "nonce", "signature"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_parameter_is_named(name: str, value: str | None) -> None:
    gone = {name, "msg_signature"} if name == "signature" else {name}
    query = {key: text for key, text in EVENT.query.items() if key not in gone}
    query |= {} if value is None else {name: value}
    with pytest.raises(Malformed, match=f"“{name}”"):
        dingtalk.open(replace(EVENT, query=query), SECRETS)


@pytest.mark.parametrize("name", ["timestamp", "nonce", "msg_signature"])
def test_a_changed_parameter_is_refused(name: str) -> None:
    for wrong in ("0" + EVENT.query[name], EVENT.query[name][:-1] + "x", "é", "\udcff"):
        with pytest.raises(Unverified):
            dingtalk.open(replace(EVENT, query={**EVENT.query, name: wrong}), SECRETS)


@pytest.mark.parametrize("change", [b"{}", b"[]", b"\xff", b'{"encrypt": 5}'])
def test_a_wrong_envelope_is_refused(change: bytes) -> None:
    with pytest.raises(Malformed):
        dingtalk.open(replace(EVENT, body=change), SECRETS)


def test_another_receiver_or_robot_is_refused() -> None:
    with pytest.raises(Unverified, match="receive_id"):
        dingtalk.open(EVENT, {**SECRETS, "receive_id": "ding0000000000other0"})
    with pytest.raises(Unverified, match="robot_code"):
        dingtalk.open(ROBOT, {**SECRETS, "robot_code": "dingother"})
    assert dingtalk.open(ROBOT, {**SECRETS, "robot_code": "dingrobottests01"}) == ROBOT.body


@pytest.mark.parametrize(
    ("callback", "name", "value", "error"),
    [
        (ROBOT, "app_secret", "", Unverified),
        (EVENT, "token", "", Unverified),
        (EVENT, "encoding_aes_key", "", Unverified),
        (EVENT, "encoding_aes_key", "short", Misconfigured),
        (EVENT, "receive_id", "", Unverified),
        (ROBOT, "replay_seconds", "soon", Misconfigured),
    ],
)
def test_a_missing_or_wrong_setting_is_named(
    callback: Callback, name: str, value: str, error: type[HearthError]
) -> None:
    with pytest.raises(error, match=f"“{name}”"):
        dingtalk.open(callback, {**SECRETS, name: value})


def old(callback: Callback, secrets: dict[str, Any]) -> bool:
    try:
        dingtalk.open(callback, secrets)
    except Unverified as refusal:
        assert "s off" in str(refusal)
        return True
    return False


@pytest.mark.parametrize(("later", "refused"), [(0, False), (3600_000, False), (3600_001, True)])
def test_a_robot_s_callback_is_good_for_an_hour(
    monkeypatch: pytest.MonkeyPatch, later: int, refused: bool
) -> None:
    monkeypatch.setattr(freshness, "now_ms", lambda: 1754400001000 + later)
    secrets = {**SECRETS, "replay_seconds": ""}
    assert old(ROBOT, secrets) is refused
    assert not old(EVENT, secrets)
    assert old(EVENT, {**SECRETS, "replay_seconds": "600"}) is (later > 0)


def test_a_time_that_is_none_is_never_fresh() -> None:
    headers = {"timestamp": "noon", "sign": dingtalk.sign(SECRETS["app_secret"], "noon")}
    with pytest.raises(Unverified, match="“timestamp” must be"):
        dingtalk.open(replace(ROBOT, headers=headers), {**SECRETS, "replay_seconds": ""})
