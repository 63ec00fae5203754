"""Links in mails: made while a notice is sent, and in nothing that is kept."""

from hearth.domain.errors import NotFound
from hearth.domain.notices import EVERYWHERE, Fact, NoticeKind, notice
from hearth.domain.refills import refill_of
from hearth.usecases.mailed_links import MailedLinks
from tests.fakes.clock import FakeClock

FULL: dict[str, Fact] = {"code": "tea1", "name": "Tea", "seats": 200, "shown": "nobody"}
BLOCKED: dict[str, Fact] = {"domain": "a.example", "why": "silent", "instead": ""}


def _keyless() -> str:
    raise NotFound("there is no parameter refill/key")


def test_a_notice_of_a_live_code_is_sent_with_a_link_for_that_code() -> None:
    full = notice(NoticeKind.LIVECODE_FULL, "tea", "livecode:tea1", "1", FULL, 1, "/")
    clock = FakeClock(1000)
    token = MailedLinks(lambda: "a key", clock)(full)
    refill = refill_of("a key", token, 1000)
    assert (refill.code, refill.id, refill.made) == ("tea1", full.id[:8], 1000)
    assert token not in repr(full)


def test_other_notices_are_sent_without() -> None:
    kind = NoticeKind.DOMAIN_BLOCKED
    blocked = notice(kind, EVERYWHERE, "domain:a", "1", BLOCKED, 1, "/domains")
    assert MailedLinks(lambda: "a key", FakeClock(1000))(blocked) == ""


def test_before_the_console_has_made_a_key_the_mail_goes_without() -> None:
    full = notice(NoticeKind.LIVECODE_FULL, "tea", "livecode:tea1", "1", FULL, 1, "/")
    assert MailedLinks(_keyless, FakeClock(1000))(full) == ""
