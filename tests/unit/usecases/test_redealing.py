"""A live code is changed while visitors scan it: nothing that happens meanwhile is lost."""

from dataclasses import replace

import pytest

from hearth.domain.errors import BadInput, Conflict, NotFound
from hearth.domain.livecodes import Destination, Kind, LiveCode
from hearth.domain.plans import Replan
from hearth.domain.scans import Facts
from hearth.usecases.redealing import redealt, with_destination
from tests.fakes.clock import FakeClock
from tests.fakes.livecodes import FakeLiveCodes

LINK = "https://t.me/+a"
GROUP = Destination("d1", Kind.LINK, LINK, 50)
TEA = LiveCode("tea1", "tea", "Tea", 0)


class Crowded(FakeLiveCodes):
    """So many visitors scan before each change, and others rename the code before the first."""

    def __init__(self, scans: int = 0, rename: str = "") -> None:
        super().__init__([TEA])
        self.scans, self.rename, self.tries = scans, rename, 0

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool:
        self.tries += 1
        if self.scans:
            self.take("tea1", self.scans, Facts(()))
        if self.rename:
            name, self.rename = self.rename, ""
            redealt(self, "tea1", lambda known: replace(known, name=name), FakeClock())
        return super().replan(plan, drawn)


def _add(codes: FakeLiveCodes) -> None:
    redealt(codes, "tea1", lambda known: with_destination(known, GROUP), FakeClock())


def test_what_is_answered_is_what_was_saved() -> None:
    codes = Crowded()
    code, counter = redealt(codes, "tea1", lambda known: replace(known, name="Green"), FakeClock())
    assert (code, counter) == (codes.load("tea1"), codes.counter("tea1"))
    assert code.name == "Green" and code.version == 1


def test_the_code_itself_is_nothing_to_save() -> None:
    codes = Crowded()
    assert redealt(codes, "tea1", lambda known: known, FakeClock())[0] == TEA
    assert codes.tries == 0


def test_what_others_change_meanwhile_stays() -> None:
    codes = Crowded(rename="Black tea")
    _add(codes)
    code = codes.load("tea1")
    assert (code.name, code.destinations) == ("Black tea", (GROUP,))


@pytest.mark.parametrize(("scans", "tries"), [(0, 1), (10, 3), (100, 4), (1_000, 5)])
def test_the_more_visitors_pass_by_the_more_tickets_are_let_pass(scans: int, tries: int) -> None:
    codes = Crowded(scans)
    _add(codes)
    assert codes.tries == tries


def test_too_many_visitors_leave_everything_as_it_was() -> None:
    codes = Crowded(1_001)
    with pytest.raises(Conflict):
        _add(codes)
    assert codes.load("tea1") == TEA


def test_what_cannot_be_changed_is_not() -> None:
    many = tuple(replace(GROUP, id=f"d{number}") for number in range(100))
    codes = FakeLiveCodes([replace(TEA, destinations=many)])
    with pytest.raises(BadInput, match="100 destinations"):
        _add(codes)
    with pytest.raises(NotFound):
        redealt(codes, "gone", lambda known: known, FakeClock())
