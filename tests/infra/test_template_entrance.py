"""The way in through CloudFront: off by default, never cached, codes and nothing else."""

from typing import Any

from tests.infra.templates import ROOT, properties, template

FIREWALL = "infra/firewall.yaml"
CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"


def _distribution() -> dict[str, Any]:
    (found,) = properties("infra/entrance.yaml", "AWS::CloudFront::Distribution").values()
    configuration: dict[str, Any] = found["DistributionConfig"]
    return configuration


def test_nothing_of_it_is_made_unless_it_is_asked_for() -> None:
    assert template(ROOT)["Parameters"]["CodeEntrance"]["Default"] == "api"
    own = ("LivecodeUrl", "LivecodeUrlPermission", "LivecodeUrlInvocation", "Entrance")
    assert {template(ROOT)["Resources"][name]["Condition"] for name in own} == {"WithCloudFront"}


def test_no_answer_comes_from_a_cache() -> None:
    behaviour = _distribution()["DefaultCacheBehavior"]
    assert behaviour["CachePolicyId"] == CACHING_DISABLED
    assert behaviour["ViewerProtocolPolicy"] == "redirect-to-https"
    assert "POST" in behaviour["AllowedMethods"]
    errors = {one["ErrorCode"]: one["ErrorCachingMinTTL"] for one in _errors()}
    assert set(errors.values()) == {0} and {404, 500, 503, 504} <= set(errors)


def _errors() -> list[dict[str, int]]:
    found: list[dict[str, int]] = _distribution()["CustomErrorResponses"]
    return found


def test_it_leads_to_the_room_that_answers_scans_and_nowhere_else() -> None:
    found = _distribution()
    assert [origin["DomainName"] for origin in found["Origins"]] == [{"Ref": "FunctionUrlHost"}]
    assert "CacheBehaviors" not in found


def test_scans_from_one_address_are_bounded_if_that_is_asked_for() -> None:
    parameters = template(ROOT)["Parameters"]
    assert parameters["CodeWebAclArn"]["Default"] == ""
    given = template(ROOT)["Resources"]["Entrance"]["Properties"]["Parameters"]
    assert given["WebAclArn"] == {"Ref": "CodeWebAclArn"}
    assert _distribution()["WebACLId"] == {
        "Fn::If": ["HasFirewall", {"Ref": "WebAclArn"}, {"Ref": "AWS::NoValue"}]
    }


def test_the_firewall_measures_before_it_keeps_anybody_out() -> None:
    (firewall,) = properties(FIREWALL, "AWS::WAFv2::WebACL").values()
    (rule,) = firewall["Rules"]
    assert firewall["Scope"] == "CLOUDFRONT" and firewall["DefaultAction"] == {"Allow": {}}
    bound = rule["Statement"]["RateBasedStatement"]
    assert (bound["AggregateKeyType"], bound["Limit"]) == ("IP", {"Ref": "ScansPerAddress"})
    parameters = template(FIREWALL)["Parameters"]
    assert parameters["Action"]["Default"] == "count"
    assert parameters["ScansPerAddress"]["Default"] >= 2000
    otherwise = {"Fn::If": ["Challenges", {"Challenge": {}}, {"Count": {}}]}
    block = {"Block": {"CustomResponse": {"ResponseCode": 429}}}
    assert rule["Action"] == {"Fn::If": ["Blocks", block, otherwise]}
