"""OneBot 11 over HTTP POST (NapCat, go-cqhttp, Lagrange V1): QQ groups.

Sources: botuniverse/onebot-11 (communication/http-post, event/*), NapNeko/NapCatQQ.
Settings of an account: ``secret`` (required), ``self_id`` (optional: the one bot allowed).
"""

import hashlib
import hmac
from collections.abc import Mapping

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed, Unverified
from hearth.domain.events import Change, Event, Fact, Membership, Message, Other, Role, RoleChange
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.domain.joins import INVITE
from hearth.platforms import onebot_content, onebot_turns
from hearth.platforms.fields import Fields, parse
from hearth.platforms.proof import same

_ROLES = {"owner": Role.OWNER, "admin": Role.ADMIN, "member": Role.MEMBER}
_OFFICES = {"set": Role.ADMIN, "unset": Role.MEMBER}
_CHANGES = {"group_increase": Change.JOINED, "group_decrease": Change.LEFT}


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """OneBot has none."""
    return None


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """The body when its HMAC-SHA1 is right; raises Unverified, Malformed."""
    secret = secrets.get("secret", "")
    if not secret:
        raise Unverified("the account has no “secret”: set one here and in the OneBot program")
    digest = hmac.new(secret.encode(), callback.body, hashlib.sha1).hexdigest()
    if not same(f"sha1={digest}", callback.headers.get("x-signature", "")):
        raise Unverified("X-Signature does not match the body")
    if secrets.get("self_id"):
        _require_bot(callback, secrets["self_id"])
    return callback.body


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """Any body would be taken for a quick operation by the implementations."""
    return Reply(204)


def _require_bot(callback: Callback, expected: str) -> None:
    # Programs that share a secret must not speak for each other. Only the body is signed.
    header = callback.headers.get("x-self-id", expected)
    if header != expected or parse(callback.body).identifier("self_id") != expected:
        raise Unverified("the report is from another bot than the account's “self_id”")


def read(account: str, body: bytes) -> Event:
    """Translate a report; raises Malformed naming the field."""
    report = parse(body)
    fact = _fact(report)
    group = GroupRef("onebot", account, _chat(report, fact))
    return Event(group, report.milliseconds("time"), fact, body)


def _chat(report: Fields, fact: Fact) -> str:
    if not isinstance(fact, Other):
        return report.identifier("group_id")
    return NO_CHAT if report.raw("message_type") == "private" else _place(report)


def _place(report: Fields) -> str:
    # A kind that Hearth does not know may use the name for anything: then it says nothing.
    try:
        return report.identifier("group_id")
    except Malformed:
        return NO_CHAT


def _fact(report: Fields) -> Fact:
    post_type = report.text("post_type")
    if post_type == "message":
        return _message(report)
    detail = report.text(f"{post_type}_type", "")
    if turn := onebot_turns.read(report, detail):
        return turn
    if post_type == "notice" and detail in _CHANGES:
        return _membership(report, _CHANGES[detail])
    office = _OFFICES.get(report.text("sub_type", "")) if detail == "group_admin" else None
    if post_type == "notice" and office:
        return RoleChange(report.identifier("user_id"), office)
    return Other(f"{post_type}:{detail}"[:80] if detail else post_type[:80])


def _message(report: Fields) -> Fact:
    kind = report.text("message_type")
    if kind != "group":
        return Other(f"message:{kind}"[:80])
    if report.raw("sub_type") == "notice":
        return Other("message:tip")
    if report.raw("self_id") is not None and report.raw("self_id") == report.raw("user_id"):
        # Some programs report the bot's own words like anybody's.
        return Other("message:own")
    return _words(report)


def _words(report: Fields) -> Message:
    content = onebot_content.read(report)
    sender = report.optional("sender")
    return Message(
        id=str(report.integer("message_id")),
        member=report.identifier("user_id"),
        text=content.text,
        name=sender.text("card", "") or sender.text("nickname", ""),
        role=_ROLES.get(sender.text("role", ""), Role.UNKNOWN),
        links=content.links,
        quoted=content.quoted,
        segments=content.segments,
    )


def _membership(report: Fields, change: Change) -> Membership:
    member = report.identifier("user_id")
    if change is Change.LEFT:
        return Membership(change, (member,))
    via = report.text("sub_type", "")
    return Membership(change, (member,), via, inviter=_inviter(report, member, via))


def _inviter(report: Fields, member: str, via: str) -> str:
    # “operator_id” of one who was approved is the administrator who let him in.
    if via != INVITE:
        return ""
    try:
        inviter = report.identifier("operator_id")
    except Malformed:  # some programs do not know: a join counts all the same
        return ""
    return inviter if inviter != member else ""
