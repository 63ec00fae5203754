"""What operators do all day, over REST and on real tables."""

from dataclasses import replace

import pytest

from hearth.domain.actions import PostText
from hearth.domain.capabilities import CAPABILITIES
from hearth.domain.deliveries import Delivery, Order, Status
from hearth.domain.groups import Group, GroupRef
from hearth.domain.rules.checks import Finding
from hearth.domain.rules.verdict import Verdict
from hearth.domain.scans import Facts, Seen, Who
from hearth.platforms import telegram
from hearth.runtime.clock import now_ms
from hearth.store.deliveries import Deliveries
from hearth.store.events import Events
from hearth.store.groups import Groups
from hearth.store.livecodes import LiveCodes
from hearth.store.verdicts import Verdicts
from tests.conftest import Aws
from tests.events.sign import sample
from tests.support.console_room import HOST, Client
from tests.support.unique import unique
from tests.unit.drawing.reading import modules_of, says


def test_communities_are_created_listed_and_changed(operator: Client) -> None:
    key = unique()
    content = {"name": "茶友会", "language": "zh", "time_zone": "Asia/Shanghai", "goal": "首单"}
    made = operator.ask("POST", "/api/communities", content | {"community": key})
    assert made.status == 201 and made.json.items() >= (content | {"community": key}).items()
    assert "茶友会" in made.body
    assert operator.ask("POST", "/api/communities", content | {"community": key}).status == 409
    changed = operator.ask("PATCH", f"/api/communities/{key}", {"time_zone": "Europe/Berlin"})
    assert changed.json == operator.ask("GET", f"/api/communities/{key}").json
    assert (changed.json["time_zone"], changed.json["goal"]) == ("Europe/Berlin", "首单")
    assert _every(operator, "/api/communities", "community", limit="3") >= {key}
    assert operator.ask("GET", f"/api/communities/{unique()}").status == 404


def test_an_accounts_secrets_are_never_readable_again(owner: Client, viewer: Client) -> None:
    name = unique()
    secrets = {"secret": f"tell-nobody-{name}", "api_base": "http://127.0.0.1:3000"}
    content = {"platform": "onebot", "account": name, "name": "Bot", "secrets": secrets}
    made = owner.ask("POST", "/api/accounts", content)
    assert made.status == 201 and made.json["callback_path"] == f"/webhook/onebot/{name}"
    place = f"/api/accounts/onebot/{name}"
    changed = owner.ask("PATCH", place, {"secrets": {"access_token": f"tell-nobody-{name}-2"}})
    shown = viewer.ask("GET", place)
    assert shown.json["fields"] == ["access_token", "api_base", "secret"]
    everything = [made, changed, shown, viewer.ask("GET", "/api/accounts", limit="100")]
    everything.append(owner.ask("GET", "/api/audit", limit="100"))
    assert all("tell-nobody" not in answer.body for answer in everything)
    assert owner.ask("DELETE", place).status == 200
    assert viewer.ask("GET", place).status == 404


def test_a_secret_of_the_wrong_form_is_named_and_not_repeated(owner: Client) -> None:
    content = {
        "platform": "telegram",
        "account": unique(),
        "name": "Bot",
        "secrets": {"secret_token": "leaky secret", "bot_token": "1:a"},
    }
    answer = owner.ask("POST", "/api/accounts", content)
    assert answer.status == 422 and "secret_token" in answer.body and "leaky" not in answer.body


def test_platforms_say_what_their_accounts_need(viewer: Client) -> None:
    listed = {one["platform"]: one["fields"] for one in _items(viewer, "/api/platforms")}
    assert list(listed) == list(CAPABILITIES)
    assert {"name": "bot_token", "required": True, "form": "digits:letters"} in listed["telegram"]


def test_groups_are_adopted_by_a_community(operator: Client, community: str) -> None:
    group = f"telegram:main:-100{unique()}"
    made = operator.ask("POST", "/api/groups", {"group": group, "name": "Tea"})
    assert (made.status, made.json["community"]) == (201, "-")
    assert group in _every(operator, "/api/groups", "group")
    changed = operator.ask("PATCH", f"/api/groups/{group}", {"community": community})
    assert changed.json["capabilities"] == ["delete", "kick", "mute", "open-way", "post"]
    assert _every(operator, "/api/groups", "group", community=community) == {group}
    assert operator.ask("PATCH", f"/api/groups/{group}", {"community": unique()}).status == 404
    encoded = group.replace(":", "%3A")
    assert operator.ask("GET", f"/api/groups/{encoded}").json == changed.json


def test_events_are_shown_with_their_verdicts_newest_first(
    operator: Client, room: Aws, group: str
) -> None:
    place = f"/api/groups/{group}/events"
    keys = [
        operator.ask(
            "POST",
            place,
            {"kind": "message", "id": str(at), "member": "ann", "text": "茶", "at": at},
        ).json["key"]
        for at in (1000, 2000, 3000)
    ]
    verdict = Verdict("ann", 1, Finding("staff", False, "role is unknown"), ())
    ref = GroupRef.parse(group)
    Verdicts(room.names["VERDICTS_TABLE"]).record(ref, keys[1], verdict, now=1_800_000_000_000)
    first = operator.ask("GET", place, limit="2").json
    assert [event["key"] for event in first["items"]] == [keys[2], keys[1]]
    assert first["items"][0]["verdict"] is None
    assert first["items"][1]["verdict"]["exempt"]["details"] == "role is unknown"
    rest = operator.ask("GET", place, limit="2", before=first["next"]).json
    assert [event["at"] for event in rest["items"]] == [1000] and rest["next"] is None


def test_a_change_of_role_is_shown(operator: Client, room: Aws) -> None:
    read = telegram.read("main", sample("telegram/promoted.json"))
    event = replace(read, group=GroupRef("telegram", "main", unique()))
    Groups(room.names["GROUPS_TABLE"]).add(Group(event.group, "Tea", "tea"))
    Events(room.names["EVENTS_TABLE"]).append(event, event.at)
    [shown] = operator.ask("GET", f"/api/groups/{event.group.id}/events").json["items"]
    assert (shown["kind"], shown["member"], shown["role"], shown["name"]) == (
        "role",
        "1111111",
        "admin",
        "小 明",
    )


def test_a_fact_is_handed_in_once_by_a_machine(owner: Client, stranger: Client, group: str) -> None:
    secret = owner.ask("POST", "/api/tokens", {"name": "importer", "role": "operator"}).json
    stranger.headers["authorization"] = f"Bearer {secret['secret']}"
    fact = {"kind": "joined", "members": ["ann"], "via": "poster", "at": 5}
    first, again = (stranger.ask("POST", f"/api/groups/{group}/events", fact) for _ in range(2))
    assert (first.status, first.json["stored"], again.json["stored"]) == (201, True, False)
    assert first.json["key"] == again.json["key"]
    shown = stranger.ask("GET", f"/api/groups/{group}/events").json["items"]
    assert [(one["kind"], one["members"], one["via"]) for one in shown] == [
        ("joined", ["ann"], "poster")
    ]


@pytest.mark.parametrize(
    "fact",
    [
        {"kind": "message", "id": "1", "member": "ann"},
        {"kind": "message", "member": "ann", "text": "x"},
        {"kind": "joined"},
        {"kind": "left", "members": "ann"},
        {"kind": "scan"},
        {"kind": "joined", "members": ["ann"], "at": -1},
        {"kind": "joined", "members": ["ann"], "group": "onebot:main:2"},
    ],
)
def test_half_a_fact_is_refused_and_not_stored(
    operator: Client, group: str, fact: dict[str, object]
) -> None:
    assert operator.ask("POST", f"/api/groups/{group}/events", fact).status == 422
    assert operator.ask("GET", f"/api/groups/{group}/events").json["items"] == []


def test_facts_of_unknown_groups_are_refused(operator: Client) -> None:
    fact = {"kind": "joined", "members": ["ann"]}
    assert operator.ask("POST", f"/api/groups/onebot:main:{unique()}/events", fact).status == 404


def test_rules_are_saved_as_versions(operator: Client, community: str) -> None:
    place = f"/api/communities/{community}/rules"
    start = operator.ask("GET", place).json
    assert start["version"] == 0 and "newcomer" in start["checks"]
    start["rules"][0]["mode"] = "dry-run"
    saved = operator.ask("PUT", place, {"version": 0, "rules": start["rules"]})
    assert saved.json["version"] == 1 and saved.json["rules"][0]["mode"] == "dry-run"
    assert operator.ask("PUT", place, {"version": 0, "rules": []}).status == 409
    assert operator.ask("PUT", place, {"version": 1, "rules": []}).json["rules"] == []
    versions = operator.ask("GET", f"{place}/versions").json["items"]
    assert [one["version"] for one in versions] == [2, 1]
    assert operator.ask("GET", f"/api/communities/{unique()}/rules").status == 404


def test_a_wrong_rule_is_named(operator: Client, community: str) -> None:
    rule = {"name": "r", "mode": "on", "when": [{"check": "magic"}], "then": [{"do": "delete"}]}
    place = f"/api/communities/{community}/rules"
    answer = operator.ask("PUT", place, {"version": 0, "rules": [rule]})
    assert answer.status == 422 and "rule 1" in answer.body and "magic" in answer.body


def test_a_live_code_gets_destinations_and_counts(
    operator: Client, room: Aws, community: str
) -> None:
    code = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "海报"}).json
    place = f"/api/livecodes/{code['code']}"
    link = {"kind": "link", "target": "https://t.me/+abc", "capacity": 2, "note": "first"}
    qr = {"kind": "qr", "target": "https://weixin.qq.com/g/abc", "capacity": 200}
    assert operator.ask("POST", f"{place}/destinations", link).status == 201
    both = operator.ask("POST", f"{place}/destinations", qr).json["destinations"]
    assert both[1]["picture"].startswith("data:image/png;base64,") and not both[0]["picture"]
    store = LiveCodes(room.names["LIVECODES_TABLE"])
    for _ in range(3):
        store.take(code["code"], 1, Facts((Seen(1, Who.NEW),)))
    shown = operator.ask("GET", place).json
    assert [one["taken"] for one in shown["destinations"]] == [2, 1]
    assert (shown["scans"], shown["seats"], shown["taken"]) == (3, 202, 3)
    past = {"valid_until": 5}
    for method, where, wanted in (("POST", "", {**link, **past}), ("PATCH", both[0]["id"], past)):
        refused = operator.ask(method, f"{place}/destinations/{where}".rstrip("/"), wanted)
        assert refused.status == 422 and refused.json["error"]["reason"] == "ended"
    changes = {"enabled": False, "valid_until": now_ms() + 60_000, "note": "gone"}
    changed = operator.ask("PATCH", f"{place}/destinations/{both[0]['id']}", changes).json
    assert changed["destinations"][0].items() >= changes.items()
    assert changed["destinations"][0]["open"] is False
    assert operator.ask("PATCH", f"{place}/destinations/nothing", changes).status == 404
    even = operator.ask("PATCH", place, {"order": "least-filled"}).json
    assert (even["order"], even["name"]) == ("least-filled", "海报")
    assert operator.ask("DELETE", f"{place}/destinations/{both[1]['id']}").status == 409
    left = operator.ask("DELETE", f"{place}/destinations/{both[0]['id']}").json
    assert [one["id"] for one in left["destinations"]] == [both[1]["id"]]
    listed = operator.ask("GET", f"/api/communities/{community}/livecodes").json["items"]
    assert [(one["code"], one["scans"]) for one in listed] == [(code["code"], 3)]


def test_a_chosen_code_is_taken_once(operator: Client, community: str) -> None:
    place, wanted = f"/api/communities/{community}/livecodes", {"name": "x", "code": unique()}
    assert operator.ask("POST", place, wanted).json["path"] == f"/c/{wanted['code']}"
    assert operator.ask("POST", place, wanted).status == 409


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("link", "javascript:alert(1)"),
        ("link", "data:text/html,x"),
        ("link", "//evil.example"),
        ("link", "https://"),
        ("link", "https://a.example/\r\nset-cookie: x=1"),
        ("link", "https://a.example/ b"),
        ("link", "https://火.example/"),
        ("link", "ftp://a.example"),
        ("qr", "a\nb"),
        ("qr", "\u202e"),
        ("qr", "火" * 501),
    ],
)
def test_a_destination_nobody_should_be_sent_to_is_refused(
    operator: Client, community: str, kind: str, target: str
) -> None:
    code = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "x"}).json
    content = {"kind": kind, "target": target, "capacity": 10}
    place = f"/api/livecodes/{code['code']}"
    assert operator.ask("POST", f"{place}/destinations", content).status == 422
    assert operator.ask("GET", place).json["destinations"] == []


def test_the_qr_leads_to_where_the_suite_is_reached(operator: Client, community: str) -> None:
    code = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "x"}).json
    answer = operator.ask("GET", f"/api/livecodes/{code['code']}/qr.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert says(modules_of(answer.body.encode())) == [f"https://{HOST}/c/{code['code']}"]
    assert "<script" not in answer.body


def test_a_post_is_scheduled_and_its_outcome_shown(
    operator: Client, room: Aws, community: str, group: str
) -> None:
    place, due = f"/api/communities/{community}/posts", 1_900_000_000_000
    made = operator.ask("POST", place, {"text": "今晚八点", "groups": [group], "due": due})
    assert made.status == 422, "more than 400 days ahead"
    post = operator.ask("POST", place, {"text": "今晚八点", "groups": [group]}).json
    outcomes = f"/api/posts/{post['post']}/deliveries"
    (waiting,) = operator.ask("GET", outcomes).json["items"]
    assert (waiting["status"], waiting["attempts"], waiting["created"]) == ("pending", 0, 0)
    _deliver(room, group, f"post:{post['post']}", "今晚八点", Status.UNKNOWN)
    (lost,) = operator.ask("GET", outcomes).json["items"]
    assert (lost["id"], lost["status"], lost["detail"]) == (waiting["id"], "unknown", "no answer")
    assert operator.ask("GET", f"/api/groups/{group}/deliveries").json["items"] == [lost]
    assert operator.ask("GET", place).json["items"] == [post]


def test_a_cancelled_post_is_cancelled_once(operator: Client, community: str, group: str) -> None:
    place = f"/api/communities/{community}/posts"
    post = operator.ask("POST", place, {"text": "x", "groups": [group]}).json["post"]
    assert operator.ask("DELETE", f"/api/posts/{post}").json["status"] == "cancelled"
    assert operator.ask("DELETE", f"/api/posts/{post}").status == 409
    assert operator.ask("GET", f"/api/posts/{post}/deliveries").json["items"] == []
    assert operator.ask("DELETE", f"/api/posts/{unique()}").status == 404


def test_a_post_goes_only_where_it_may(operator: Client, community: str, group: str) -> None:
    place = f"/api/communities/{community}/posts"
    elsewhere = f"onebot:main:{unique()}"
    wecom = f"wecom:main:{unique()}"
    operator.ask("POST", "/api/groups", {"group": elsewhere, "name": "x"})
    operator.ask("POST", "/api/groups", {"group": wecom, "name": "x", "community": community})
    for groups in ([elsewhere], [wecom], [group, group], [group, "nonsense"], []):
        answer = operator.ask("POST", place, {"text": "x", "groups": groups})
        assert answer.status == 422, answer.body
    unknown = f"onebot:main:{unique()}"
    assert operator.ask("POST", place, {"text": "x", "groups": [unknown]}).status == 404
    assert operator.ask("GET", place).json["items"] == []


def test_members_are_listed(operator: Client, group: str) -> None:
    assert operator.ask("GET", f"/api/groups/{group}/members").json == {"items": [], "next": None}


def test_every_change_is_in_the_audit(owner: Client, operator: Client) -> None:
    key = unique()
    content = {"name": "Tea", "language": "en", "time_zone": "UTC", "community": key}
    operator.ask("POST", "/api/communities", content)
    operator.ask("PATCH", f"/api/communities/{key}", {"goal": "a first order"})
    who = operator.ask("GET", "/api/session").json["name"]
    entries = [one for one in _items(owner, "/api/audit", limit="100") if one["on"] == key]
    changed, created = entries
    assert (created["what"], changed["what"]) == ("community.create", "community.change")
    assert changed["who"] == who and changed["address"] == operator.address
    assert (changed["before"]["goal"], changed["after"]["goal"]) == ("", "a first order")


def _deliver(room: Aws, group: str, source: str, text: str, status: Status) -> Delivery:
    store = Deliveries(room.names["DELIVERIES_TABLE"])
    order = Order(GroupRef.parse(group), PostText(text), source)
    store.claim(order, now=1_800_000_000_000)
    store.settle(order, status, "no answer")
    return store.get(order.id)


def _items(client: Client, path: str, **query: str) -> list[dict[str, object]]:
    answer = client.ask("GET", path, **query)
    assert answer.status == 200, answer.body
    return list(answer.json["items"])


def _every(client: Client, path: str, field: str, **query: str) -> set[str]:
    found, cursor = set(), ""
    while True:
        page = client.ask("GET", path, **query, **({"cursor": cursor} if cursor else {})).json
        found |= {item[field] for item in page["items"]}
        cursor = page["next"]
        if not cursor:
            return found


def test_a_huge_message_is_cut_to_what_an_answer_can_hold(operator: Client, group: str) -> None:
    fact = {
        "kind": "message",
        "id": "1",
        "member": "ann",
        "text": "茶" * 20_000,
        "links": ["https://a.example/" + "x" * 1000] * 100,
    }
    assert operator.ask("POST", f"/api/groups/{group}/events", fact).status == 201
    (shown,) = _items(operator, f"/api/groups/{group}/events")
    assert shown["cut"] is True and shown["text"] == "茶" * 5000
    assert shown["links"] == [str(fact["links"][0])[:500]] * 20


def test_lists_of_live_codes_leave_the_pictures_out(operator: Client, community: str) -> None:
    place = f"/api/communities/{community}/livecodes"
    code = operator.ask("POST", place, {"name": "x"}).json["code"]
    qr = {"kind": "qr", "target": "https://weixin.qq.com/g/abc", "capacity": 200}
    operator.ask("POST", f"/api/livecodes/{code}/destinations", qr)
    (listed,) = _items(operator, place, limit="100")
    assert listed["destinations"][0]["picture"] == ""  # type: ignore[index]
    assert operator.ask("GET", f"/api/livecodes/{code}").json["destinations"][0]["picture"]
