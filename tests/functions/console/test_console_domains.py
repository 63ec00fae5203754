"""Domains over REST, and the addresses of live codes that follow them."""

import base64
from collections.abc import Iterator

import pytest

from functions.console.app import desk
from hearth.domain.domains import Trouble
from tests.conftest import Aws
from tests.fakes.probe import FakeProbe
from tests.support.console_room import HOST, Client
from tests.support.unique import unique
from tests.unit.drawing.reading import modules_of, says
from tests.unit.pictures.sent import code as drawn
from tests.unit.pictures.sent import saved


@pytest.fixture
def probe(owner: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeProbe]:
    """Nothing is called on the network; afterwards there are no domains, as before."""
    domains, finds = desk().domains, FakeProbe()
    monkeypatch.setattr("hearth.outbound.probe.Probe.__call__", lambda _, one: finds(one))
    yield finds
    domains.store.save(domains.store.load(), ())


def _add(owner: Client, host: str = "") -> str:
    host = host or f"{unique()}.example"
    assert owner.ask("POST", "/api/domains", {"domain": f"https://{host}"}).status == 201
    return host


def _turn(client: Client, host: str, state: str) -> None:
    answer = client.ask("PATCH", f"/api/domains/{host}", {"state": state})
    assert answer.status == 200, answer.body


def _leads_to(client: Client, code: str) -> list[str]:
    drawn = client.ask("GET", f"/api/livecodes/{code}/qr.svg").body
    return says(modules_of(drawn.encode()))


def test_pictures_of_live_codes_follow_the_domains_at_once(
    owner: Client, operator: Client, community: str, probe: FakeProbe
) -> None:
    made = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "x"})
    code = made.json["code"]
    assert _leads_to(operator, code) == [f"https://{HOST}/c/{code}"]
    first, second = _add(owner), _add(owner)
    assert _leads_to(operator, code) == [f"https://{first}/c/{code}"]
    _turn(operator, first, "blocked")
    assert _leads_to(operator, code) == [f"https://{second}/c/{code}"]
    _turn(operator, second, "blocked")
    assert _leads_to(operator, code) == [f"https://{HOST}/c/{code}"]
    _turn(operator, first, "ok")
    assert _leads_to(operator, code) == [f"https://{first}/c/{code}"]


def test_an_international_name_is_shown_in_ascii_and_in_its_own_letters(
    owner: Client, probe: FakeProbe
) -> None:
    _add(owner, "茶.example")
    (shown,) = owner.ask("GET", "/api/domains").json["items"]
    assert (shown["host"], shown["readable"]) == ("xn--cl1a.example", "茶.example")
    assert _add(owner) and owner.ask("GET", "/api/domains").json["items"][1]["readable"] == ""


def test_a_code_is_given_out_under_its_own_domains_while_one_is_healthy(
    owner: Client, operator: Client, community: str, probe: FakeProbe
) -> None:
    first, second = _add(owner), _add(owner)
    place = f"/api/communities/{community}/livecodes"
    made = operator.ask("POST", place, {"name": "x"}).json
    code, own = made["code"], f"/api/livecodes/{made['code']}"
    assert (made["address"], made["domains"]) == (f"https://{first}/c/{code}", [])
    chosen = operator.ask("PATCH", own, {"domains": [second]}).json
    assert (chosen["address"], chosen["domains"]) == (f"https://{second}/c/{code}", [second])
    assert _leads_to(operator, code) == [f"https://{second}/c/{code}"]
    _turn(operator, second, "blocked")
    assert operator.ask("GET", own).json["address"] == f"https://{first}/c/{code}"
    (listed,) = operator.ask("GET", place).json["items"]
    assert listed["address"] == f"https://{first}/c/{code}"
    assert operator.ask("PATCH", own, {"domains": []}).json["domains"] == []


def test_a_code_is_known_as_ours_under_every_domain_it_was_given_out_under(
    owner: Client, operator: Client, community: str, probe: FakeProbe
) -> None:
    given_out, blocked = _add(owner), _add(owner)
    _turn(operator, blocked, "blocked")
    for host in (given_out, blocked):
        picture = base64.b64encode(saved(drawn(f"https://{host}/c/abcd1234"))).decode()
        place = f"/api/communities/{community}/pictures"
        answer = operator.ask("POST", place, {"picture": picture})
        assert answer.json["error"]["reason"] == "own"


def test_a_code_prefers_only_domains_of_the_list(
    owner: Client, operator: Client, community: str, probe: FakeProbe
) -> None:
    made = operator.ask("POST", f"/api/communities/{community}/livecodes", {"name": "x"}).json
    answer = operator.ask("PATCH", f"/api/livecodes/{made['code']}", {"domains": ["x.example"]})
    assert answer.status == 422 and "x.example" in answer.body


def test_a_list_of_codes_reads_the_domains_once(
    owner: Client, operator: Client, community: str, probe: FakeProbe, room: Aws
) -> None:
    place = f"/api/communities/{community}/livecodes"
    for _ in range(3):
        operator.ask("POST", place, {"name": "x"})
    table, loaded = desk().domains.store, []
    load = type(table).load
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(table), "load", lambda self: loaded.append(1) or load(self))
        operator.ask("GET", place)
    assert loaded == [1]


def test_domains_are_listed_in_their_order_with_what_is_wrong(
    owner: Client, viewer: Client, probe: FakeProbe
) -> None:
    broken = f"{unique()}.example"
    probe.finds[broken] = Trouble.INSECURE
    for host in (broken, good := f"{unique()}.example"):
        _add(owner, host)
    listed = viewer.ask("GET", "/api/domains").json["items"]
    assert [(one["host"], one["state"], one["why"], one["chosen"]) for one in listed] == [
        (broken, "off", "insecure", False),
        (good, "ok", None, True),
    ]
    turned = owner.ask("PUT", "/api/domains", {"order": [good, broken]}).json["items"]
    assert [one["host"] for one in turned] == [good, broken]
    left = owner.ask("DELETE", f"/api/domains/{broken}").json["items"]
    assert [one["host"] for one in left] == [good]
    assert owner.ask("DELETE", f"/api/domains/{broken}").status == 404


@pytest.mark.parametrize(
    "domain", ["http://go.example", "10.0.0.1", "localhost", "https://go.example/x", "a b.example"]
)
def test_what_is_no_domain_is_refused_before_anything_is_called(
    owner: Client, probe: FakeProbe, domain: str
) -> None:
    answer = owner.ask("POST", "/api/domains", {"domain": domain})
    assert (answer.status, answer.code) == (422, "bad_input")
    assert probe.asked == []


def test_roles_are_held(owner: Client, operator: Client, viewer: Client, probe: FakeProbe) -> None:
    host = _add(owner)
    assert operator.ask("POST", "/api/domains", {"domain": "a.example"}).status == 403
    assert operator.ask("DELETE", f"/api/domains/{host}").status == 403
    assert operator.ask("PUT", "/api/domains", {"order": [host]}).status == 403
    assert viewer.ask("PATCH", f"/api/domains/{host}", {"state": "blocked"}).status == 403
