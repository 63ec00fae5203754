"""The way in: which paths lead to which room, and no more of them than one can bear."""

from tests.infra.templates import ROOT, events, properties

ROUTES = {
    ("webhook", "ANY", "/webhook/{platform}/{account}"),
    ("livecode", "ANY", "/c/{code}"),
    ("livecode", "ANY", "/c/{code}/{channel}"),
    ("livecode", "ANY", "/i/{token}"),
    ("console", "ANY", "/api/{proxy+}"),
    ("console", "GET", "/console"),
    ("console", "GET", "/console/{proxy+}"),
    ("console", "GET", "/"),
}


def test_each_path_leads_to_its_room() -> None:
    routes = {
        (name.partition("/")[0], route["Method"], route["Path"])
        for name, route in events("HttpApi").items()
    }
    assert routes == ROUTES


def test_all_routes_are_on_the_one_api() -> None:
    assert {str(route["ApiId"]) for route in events("HttpApi").values()} == {"{'Ref': 'HttpApi'}"}
    assert list(properties(ROOT, "AWS::Serverless::HttpApi")) == ["HttpApi"]


def test_the_api_is_throttled_on_its_default_stage() -> None:
    api = properties(ROOT, "AWS::Serverless::HttpApi")["HttpApi"]
    assert api["StageName"] == "$default"
    assert api["DefaultRouteSettings"]["ThrottlingRateLimit"] > 0
    assert api["DefaultRouteSettings"]["ThrottlingBurstLimit"] > 0
