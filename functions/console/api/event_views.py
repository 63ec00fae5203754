"""How an event and its verdict are shown."""

from typing import Literal

from pydantic import Field

from functions.console.api.fields import Listing, View
from hearth.domain.actions import Action
from hearth.domain.actions import kind_of as action_kind
from hearth.domain.events import Fact, Membership, Message, Other, RoleChange, kind_of
from hearth.domain.records import Judged
from hearth.domain.rules.verdict import Ruling, Verdict

LONGEST_TEXT = 5000
LONGEST_LINK = 500
MOST_LINKS = 20
MOST_MEMBERS = 200
"""A hundred events have to fit into one answer of Lambda (6 MB)."""


class FindingView(View):
    """What one check found."""

    check: str
    hit: bool
    details: str


ActionKind = Literal["post", "delete", "mute", "kick", "open-way", "show-way", "fetch-joins"]


class ActionView(View):
    """Something to do in the group."""

    kind: ActionKind
    text: str | None = None
    message: str | None = None
    member: str | None = None
    seconds: int | None = None
    name: str | None = Field(None, description="Of a way: what joins by it are known by")
    member_limit: int | None = Field(None, description="Of a way: most who may come by it")


class RulingView(View):
    """What one rule said."""

    rule: str
    mode: str
    fired: bool
    findings: list[FindingView]
    actions: list[ActionView]


class VerdictView(View):
    """What all rules said, with the version of the rules."""

    member: str
    version: int
    clean: bool
    exempt: FindingView
    rulings: list[RulingView]
    actions: list[ActionView] = Field(description="What was ordered")


class EventView(View):
    """A fact as it was received; which fields are there depends on `kind`."""

    key: str
    at: int = Field(description="Platform's time, ms since 1970; 0 when it gives none")
    received: int = Field(description="ms since 1970")
    kind: Literal["message", "joined", "left", "role", "other", "unreadable"]
    message: str | None = Field(None, description="Id of the message")
    member: str | None = None
    name: str | None = None
    role: str | None = None
    text: str | None = None
    links: list[str] | None = None
    cut: bool = Field(False, description="Text or lists are longer than shown")
    members: list[str] | None = None
    via: str | None = None
    inviter: str | None = Field(None, description="joined: who brought them, if told")
    type: str | None = Field(None, description="What else it is, in the platform's word")
    problem: str | None = Field(None, description="Why it cannot be read")
    verdict: VerdictView | None = None


class EventList(Listing):
    """Events of a group, newest first. `next` goes into `before`."""

    items: list[EventView]


def event_view(judged: Judged) -> EventView:
    """One event with its verdict."""
    return EventView.model_validate(
        {
            "key": judged.key,
            "at": int(judged.key.partition("#")[0]),
            "received": judged.received,
            "problem": judged.problem or None,
            "verdict": verdict_view(judged.verdict) if judged.verdict else None,
            **_fact(judged.fact),
        }
    )


def verdict_view(verdict: Verdict) -> VerdictView:
    """One verdict."""
    return VerdictView(
        member=verdict.member,
        version=verdict.version,
        clean=verdict.clean,
        exempt=FindingView.model_validate(verdict.exempt),
        rulings=[_ruling(ruling) for ruling in verdict.rulings],
        actions=[action_view(action) for action in verdict.actions],
    )


def action_view(action: Action) -> ActionView:
    """One action."""
    names = type(action).__dataclass_fields__
    return ActionView.model_validate(
        {"kind": action_kind(action), **{name: getattr(action, name) for name in names}}
    )


def _ruling(ruling: Ruling) -> RulingView:
    return RulingView(
        rule=ruling.rule,
        mode=ruling.mode,
        fired=ruling.fired,
        findings=[FindingView.model_validate(finding) for finding in ruling.findings],
        actions=[action_view(action) for action in ruling.actions],
    )


def _fact(fact: Fact | None) -> dict[str, object]:
    if fact is None:
        return {"kind": "unreadable"}
    if isinstance(fact, Message):
        return {
            "kind": "message",
            "message": fact.id,
            "member": fact.member,
            "name": fact.name,
            "role": fact.role.value,
            "text": fact.text[:LONGEST_TEXT],
            "links": [link[:LONGEST_LINK] for link in fact.links[:MOST_LINKS]],
            "cut": len(fact.text) > LONGEST_TEXT or len(fact.links) > MOST_LINKS,
        }
    if isinstance(fact, Membership):
        shown, cut = list(fact.members[:MOST_MEMBERS]), len(fact.members) > MOST_MEMBERS
        told = {"via": fact.via, "inviter": fact.inviter}
        return {"kind": fact.change.value, "members": shown, "cut": cut, **told}
    if isinstance(fact, RoleChange):
        return {"kind": "role", "member": fact.member, "role": fact.role.value, "name": fact.name}
    return {"kind": "other", "type": fact.type if isinstance(fact, Other) else kind_of(fact)}
