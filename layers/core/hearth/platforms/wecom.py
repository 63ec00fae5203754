"""WeCom (企业微信) callbacks: customer groups and the events of an app.

Sources: developer.work.weixin.qq.com documents 91144 (encryption), 92130 (customer groups).
Settings of an account: ``token``, ``encoding_aes_key``, ``receive_id`` (for an app of one's own
the corporation's id; empty for robots). WeCom tells who comes and goes in customer groups, never
what is said there.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import Malformed
from hearth.domain.events import Change, Event, Fact, Membership, Other
from hearth.domain.groups import NO_CHAT, GroupRef
from hearth.domain.joins import INVITE, QR
from hearth.platforms import wxcrypt, xml_fields

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_GROUP_EVENT = "change_external_chat"
_CHANGES = {"add_member": Change.JOINED, "del_member": Change.LEFT}
_SCENES = {"0": INVITE, "3": QR}


def handshake(callback: Callback, secrets: Mapping[str, str]) -> Reply | None:
    """Answer the GET by which WeCom tests an address with its decrypted ``echostr``, bare."""
    if callback.method != "GET":
        return None
    # A blank was a “+” that somebody on the way decoded once too often; base64 has no blanks.
    echo = _parameter(callback, "echostr").replace(" ", "+")
    try:
        return Reply(200, _opened(callback, secrets, echo).decode())
    except UnicodeDecodeError as error:
        raise Malformed("“echostr” holds no text") from error


def open(callback: Callback, secrets: Mapping[str, str]) -> bytes:
    """Verify and decrypt; raises Unverified, Malformed, Misconfigured naming the setting.

    The envelope has to be parsed first: the signature covers one element of it.
    """
    envelope = xml_fields.parse(callback.body)
    return _opened(callback, secrets, xml_fields.text(envelope, "Encrypt"))


def acknowledge(callback: Callback, body: bytes, secrets: Mapping[str, str]) -> Reply:
    """Nothing to say: WeCom takes an empty body for success."""
    return Reply(200)


def _opened(callback: Callback, secrets: Mapping[str, str], encrypted: str) -> bytes:
    wxcrypt.verify(
        secrets.get("token", ""),
        _parameter(callback, "timestamp"),
        _parameter(callback, "nonce"),
        encrypted,
        _parameter(callback, "msg_signature"),
    )
    key, receive_id = secrets.get("encoding_aes_key", ""), secrets.get("receive_id", "")
    return wxcrypt.decrypt(key, encrypted, receive_id)


def _parameter(callback: Callback, name: str) -> str:
    value = callback.query.get(name, "")
    if not value:
        raise Malformed(f"the parameter “{name}” is missing")
    return value


def read(account: str, body: bytes) -> Event:
    """Translate a decrypted message; raises Malformed naming the element."""
    root = xml_fields.parse(body)
    is_of_group = xml_fields.text(root, "Event", "") == _GROUP_EVENT
    chat = xml_fields.identifier(root, "ChatId") if is_of_group else NO_CHAT
    at = xml_fields.milliseconds(root, "CreateTime")
    return Event(GroupRef("wecom", account, chat), at, _fact(root), body)


def _fact(root: "Element") -> Fact:
    kind = xml_fields.text(root, "MsgType")
    if kind != "event":
        # Words of an employee to the app, not of anybody in a group.
        return Other(f"app:{kind}"[:80])
    event = xml_fields.text(root, "Event")
    detail = xml_fields.text(root, "UpdateDetail", "")
    # Only UpdateDetail decides: WeCom also sends JoinScene with changes of the name.
    if event == _GROUP_EVENT and detail in _CHANGES:
        return _membership(root, detail)
    return _other(event, xml_fields.text(root, "ChangeType", ""), detail)


def _membership(root: "Element", detail: str) -> Fact:
    members = xml_fields.identifiers(root, "MemChangeList/Item")
    if not members:
        # Some are told how many came or went, not who.
        return _other(_GROUP_EVENT, detail)
    change = _CHANGES[detail]
    scene = xml_fields.text(root, "JoinScene", "") if change is Change.JOINED else ""
    return Membership(change, members, _SCENES.get(scene, ""))


def _other(*words: str) -> Other:
    return Other(":".join(filter(None, words))[:80])
