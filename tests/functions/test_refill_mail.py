"""Mails about a live code that fills: with a link that works, and that is kept nowhere."""

import os
import re

from functions.vitality.app import handler
from hearth.domain.notices import NoticeKind
from hearth.domain.refills import refill_of
from hearth.domain.scans import DRAWN, Facts, Seen, Who
from hearth.runtime.aws_json import ssm
from hearth.runtime.clock import now_ms
from hearth.runtime.vault import Vault
from hearth.store.notices import Notices
from tests.conftest import Aws
from tests.functions.test_operators_topic import opened
from tests.functions.test_vitality import Codes

_LINK = re.compile(r"https://hearth\.example/console/refill#(\S+)")


def test_a_code_that_fills_is_told_with_a_link_for_the_next_group(aws: Aws) -> None:
    service = ssm()
    key = Vault(os.environ["SECRETS_PATH"], service).refill_key()
    service.close()
    codes, inbox = Codes(aws), opened()
    code = codes.new()
    facts = Facts((Seen(now_ms(), Who.NEW, "poster", "wechat-ios", DRAWN),))
    codes.write(code, 80, facts)
    handler(codes.batch(code), None)

    letters = {one["MessageAttributes"]["kind"]["Value"]: one for one in inbox.letters()}
    assert set(letters) == {NoticeKind.LIVECODE_FILLING, NoticeKind.LIVECODE_NEXT_GROUP}
    for letter in letters.values():
        (token,) = _LINK.findall(letter["Message"])
        assert refill_of(key, token, now_ms()).code == code
        assert letter["Message"].endswith(f"/livecodes/{code}")
    kept, _ = Notices(aws.names["NOTICES_TABLE"]).open_of(codes.community)
    assert len(kept) == 2 and "refill" not in repr(kept)
