"""Where calls need a token it is fetched once, kept while it is good, and renewed once."""

from collections.abc import Mapping

import pytest

from hearth.domain.actions import Action
from hearth.domain.deliveries import Later, Outcome, Refused, Sent, Status, Unclear
from hearth.domain.errors import Misconfigured
from hearth.ports import ApiRequest, ApiResponse, Token
from tests.unit.usecases.courier import ORDER, ToyApi, Van

STALE = ApiResponse(200, {"stale": True}, {})
GOOD = ApiResponse(200, {}, {})


class TokenApi(ToyApi):
    """A platform that wants a token; each it gives has the next number."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0
        self.refusal: Later | Refused | None = None

    def request(self, chat: str, action: Action, secrets: Mapping[str, str]) -> ApiRequest:
        return ApiRequest(f"call with {secrets['access_token']}", {}, {})

    def token_request(self, secrets: Mapping[str, str]) -> ApiRequest:
        if self.unusable:
            raise self.unusable
        return ApiRequest(f"token of {secrets['api_base']}", {}, {}, "GET")

    def token(self, response: ApiResponse) -> Token | Later | Refused:
        self.given += 1
        return self.refusal or Token(f"t{self.given}", 7200)

    def refuses_token(self, response: ApiResponse) -> bool:
        return "stale" in response.content


class TokenVan(Van):
    """A van at a platform that wants tokens; of its ``answers`` the last is given for ever."""

    def __init__(self, *answers: Outcome | ApiResponse) -> None:
        super().__init__()
        self.signed = self.api = TokenApi()
        self.answers = list(answers or [GOOD])

    @property
    def said(self) -> list[str]:
        return [request.url for request in self.called]

    def _call(self, request: ApiRequest) -> Outcome | ApiResponse:
        self.called.append(request)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


TOKEN = "token of http://127.0.0.1:1"  # noqa: S105 - no secret


def test_the_token_is_fetched_first_and_goes_with_the_call() -> None:
    van = TokenVan()
    assert van.carry() == Sent("message 7")
    assert van.said == [TOKEN, "call with t1"]


def test_it_is_kept_while_it_is_good() -> None:
    van = TokenVan()
    van.api.result = Later(5, "too fast")
    van.carry()
    van.clock.pass_by(6_800_000)
    van.carry()
    assert van.said == [TOKEN, "call with t1", "call with t1"]
    van.clock.pass_by(200_000)
    van.carry()
    assert van.said[3:] == [TOKEN, "call with t2"]


def test_one_that_ended_before_its_time_is_renewed_once() -> None:
    van = TokenVan(GOOD, STALE, GOOD, GOOD)
    assert van.carry() == Sent("message 7")
    assert van.said == [TOKEN, "call with t1", TOKEN, "call with t2"]


def test_one_that_is_refused_again_is_not_renewed_for_ever() -> None:
    van = TokenVan(GOOD, STALE, GOOD, STALE)
    van.api.result = Refused("token refused")
    assert van.carry() == Refused("token refused")
    assert len(van.said) == 4


def test_another_secret_is_another_token() -> None:
    van = TokenVan()
    van.api.result = Later(5, "too fast")
    van.carry()
    van.secrets.accounts["onebot", "main"] = {"api_base": "elsewhere"}
    van.carry()
    assert van.said[2:] == ["token of elsewhere", "call with t2"]


@pytest.mark.parametrize("why", [Later(60, "too many calls"), Refused("wrong secret")])
def test_without_a_token_nothing_is_called(why: Later | Refused) -> None:
    van = TokenVan()
    van.signed.refusal = why
    assert van.carry() == why
    assert van.said == [TOKEN]


def test_a_token_that_did_not_come_may_be_asked_for_again() -> None:
    van = TokenVan(Unclear("no answer came"))
    assert van.carry() == Later(30, "no answer came")
    assert van.kept.status is Status.PENDING


def test_an_answer_that_did_not_come_is_in_doubt_all_the_same() -> None:
    van = TokenVan(GOOD, Unclear("no answer came"))
    assert van.carry() == Unclear("no answer came")
    assert van.kept.status is Status.UNKNOWN


def test_an_account_that_only_listens_is_refused_with_the_setting() -> None:
    van = TokenVan()
    van.api.unusable = Misconfigured("the account has no “corpsecret”: set it in the console")
    assert van.carry() == Refused("the account has no “corpsecret”: set it in the console")
    assert van.called == [] and van.kept.order == ORDER
