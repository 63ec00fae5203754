"""Addresses that cannot be called: refused in words, without the address."""

import pytest

from hearth.domain.deliveries import Refused
from hearth.outbound.http import HttpCaller
from hearth.ports import ApiRequest


@pytest.mark.parametrize(
    "base",
    [
        "http://a:99999",
        "https://a:99999",
        "http://[::1",
        "http://[zz]",
        "http://]",
        "http://a:1:2",
        "http://a..b",
        "http://" + "a" * 70,
        "http://",
        "http://:80",
        "ftp://a",
        "a",
    ],
)
def test_what_cannot_be_called_is_refused(call: HttpCaller, base: str) -> None:
    outcome = call(ApiRequest(f"{base}/bot-s3cret/send", {}, {}))
    assert isinstance(outcome, Refused)
    assert outcome.reason.startswith("the address of the account cannot be used: ")
    assert "s3cret" not in outcome.reason


def test_a_secret_that_fits_in_no_header_is_refused(call: HttpCaller) -> None:
    outcome = call(ApiRequest("http://127.0.0.1:9/", {}, {"Authorization": "Bearer s3\ncret"}))
    assert outcome == Refused("a secret of the account cannot be sent in a header")
