"""WeCom tests the address, then tells who joined a customer group."""

import requests

from infra.local import vendors
from tests.local.community import AES_KEY, Community
from tests.local.desk import eventually
from tests.platforms.vectors import VECTORS

ECHO = VECTORS["A1"]
JOINED = VECTORS["D1"]


def test_the_address_is_verified_by_the_vendors_own_example(community: Community) -> None:
    query = {
        "msg_signature": ECHO["msg_signature"],
        "timestamp": ECHO["timestamp"],
        "nonce": ECHO["nonce"],
        "echostr": ECHO["encrypt"],
    }
    url = f"{community.suite.base_url}/webhook/wecom/{community.key}"
    answer = requests.get(url, params=query, timeout=30)
    assert (answer.status_code, answer.text) == (200, "1616140317555161061")
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_join_becomes_an_event_and_members(community: Community) -> None:
    envelope = (
        f"<xml><ToUserName><![CDATA[{JOINED['receiveid']}]]></ToUserName>"
        f"<Encrypt><![CDATA[{JOINED['encrypt']}]]></Encrypt></xml>"
    )
    query = {name: JOINED[name] for name in ("msg_signature", "timestamp", "nonce")}
    answer = community.send("wecom", envelope.encode(), {"content-type": "text/xml"}, query)
    assert (answer.status_code, answer.text) == (200, "")

    group = f"wecom:{community.key}:wrTESTCHAT0001"
    path = f"/api/groups/{group}/members"
    members = eventually(lambda: len(found := community.desk.get(path)["items"]) == 2 and found)
    assert [(m["id"], m["present"], m["via"]) for m in members] == [
        ("wmTESTMEMBER01", True, "qr"),
        ("wmTESTMEMBER02", True, "qr"),
    ]
    [event] = community.desk.get(f"/api/groups/{group}/events")["items"]
    assert event["kind"] == "joined"
    unassigned = community.desk.get("/api/groups", community="-")["items"]
    assert group in [entry["group"] for entry in unassigned]


def test_a_message_for_another_company_is_refused(community: Community) -> None:
    xml = "<xml><MsgType><![CDATA[event]]></MsgType></xml>"
    query, body = vendors.wecom_post("QDG6eK", AES_KEY, "another", xml, 1, "n")
    answer = community.send("wecom", body, {"content-type": "text/xml"}, query)
    assert (answer.status_code, answer.text) == (401, "")
