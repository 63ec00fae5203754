"""A signed address leads one person into a live code, over HTTP as he comes."""

import requests

from hearth.domain.invitations import Invitation, make_token
from tests.local.codes import PHONE, link, new_code, scan
from tests.local.community import Community


def _invited(community: Community, token: str) -> requests.Response:
    address = f"{community.suite.base_url}/i/{token}"
    return requests.get(address, headers=PHONE, allow_redirects=False, timeout=60)


def test_an_invitation_leads_one_person_and_a_forged_one_nobody(community: Community) -> None:
    code = new_code(community, link("one", 1), link("two", 1))
    path = community.suite.settings("LivecodeFunction")["SECRETS_PATH"]
    kept = community.suite.client("ssm").get_parameter(
        Name=f"{path}/livecode/visitor-key", WithDecryption=True
    )
    token = make_token(kept["Parameter"]["Value"], Invitation(code, "ann-1"))
    first = _invited(community, token)
    assert (first.status_code, first.headers["location"]) == (302, "https://t.example/one")
    again = scan(community, code, cookies=first.cookies.get_dict())
    assert again.headers["location"] == "https://t.example/one"
    assert _invited(community, f"{token}x").status_code == 404
    assert community.desk.get(f"/api/livecodes/{code}")["taken"] == 1
