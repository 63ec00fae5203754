"""Callbacks whose time is too far off are refused where an account wants it so."""

import time

import pytest

from hearth.domain.errors import Misconfigured, Unverified
from hearth.platforms import freshness
from hearth.platforms.freshness import require_fresh, window

NOW = 1_754_400_000_000


@pytest.mark.parametrize("off", [-300_000, -1, 0, 299_999, 300_000])
def test_a_time_within_the_window_is_accepted(off: int) -> None:
    require_fresh(NOW + off, NOW, 300)


@pytest.mark.parametrize("off", [-300_001, 300_001, -NOW, 10**15])
def test_a_time_outside_of_it_is_refused(off: int) -> None:
    with pytest.raises(Unverified, match="more than 300 s off: see “replay_seconds”"):
        require_fresh(NOW + off, NOW, 300)


def test_without_a_window_any_time_will_do() -> None:
    require_fresh(0, NOW, 0)


@pytest.mark.parametrize(
    ("secrets", "seconds"),
    [({}, 300), ({"replay_seconds": ""}, 300), ({"replay_seconds": "0"}, 0)],
)
def test_the_account_s_setting_goes_before_the_vendor_s(
    secrets: dict[str, str], seconds: int
) -> None:
    assert window(secrets, 300) == seconds
    assert window({"replay_seconds": "60"}, 300) == 60
    assert window({}) == 0


@pytest.mark.parametrize("text", ["-1", "1.5", "five", "٣", "9" * 5000])
def test_a_setting_that_is_no_number(text: str) -> None:
    with pytest.raises(Misconfigured, match="replay_seconds"):
        window({"replay_seconds": text})


def test_now_is_in_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: NOW * 1_000_000 + 999_999)
    assert freshness.now_ms() == NOW
