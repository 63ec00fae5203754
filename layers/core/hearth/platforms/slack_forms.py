"""What Slack sends as a form: slash commands, and what is done with buttons and dialogs."""

from hearth.domain.errors import Malformed
from hearth.domain.events import Other
from hearth.domain.groups import NO_CHAT
from hearth.platforms.fields import Fields, parse
from hearth.platforms.slack_fields import is_id

_MOST = 100
_DIRECT = "D"
"""Begins the id of a chat of two, which is no group."""


def is_form(body: bytes) -> bool:
    """Whether ``body`` is no JSON object."""
    return not body.lstrip().startswith(b"{")


def read(body: bytes) -> tuple[str, Other]:
    """Chat and fact of a form; raises Malformed."""
    form = _form(body)
    if "payload" in form:
        kind = _payload(form).text("type")
        return NO_CHAT, Other(f"interaction:{kind}"[:80])
    if "command" not in form:
        raise Malformed("the body is neither a JSON object nor a form with “command” or “payload”")
    channel = form.get("channel_id", "")
    chat = channel if is_id(channel) and not channel.startswith(_DIRECT) else NO_CHAT
    return chat, Other(f"command:{form['command']}"[:80])


def team(body: bytes) -> str:
    """The workspace that a form comes from, empty when it says none; raises Malformed."""
    form = _form(body)
    if "payload" in form:
        return _payload(form).optional("team").text("id", "")
    return form.get("team_id", "")


def _payload(form: dict[str, str]) -> Fields:
    return parse(form["payload"].encode())


def _form(body: bytes) -> dict[str, str]:
    from urllib.parse import parse_qsl  # only here: most callbacks are JSON

    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST))
    except ValueError as error:
        raise Malformed("the body is neither JSON nor a form") from error
