"""A room that judges, with everything in memory."""

from dataclasses import replace

from hearth.domain.events import Change, Event, Membership, Message, Role, RoleChange
from hearth.domain.groups import UNASSIGNED, Group, GroupRef
from hearth.domain.rules.rule import RuleSet
from hearth.domain.rules.verdict import Verdict
from hearth.domain.rules.written import read_rules
from hearth.usecases.moderate import Moderator
from tests.fakes.clock import NOW, FakeClock
from tests.fakes.members import FakeMembers
from tests.fakes.outbox import FakeOutbox
from tests.fakes.verdicts import FakeVerdicts

TEA = GroupRef("onebot", "main", "12345")
LINK = Message(
    "m1", "ann", "see https://spam.example", "Ann", Role.MEMBER, ("https://spam.example",)
)
PLAIN = replace(LINK, id="m2", text="hello", links=())


def said(message: Message = LINK, group: GroupRef = TEA, at: int = NOW) -> Event:
    """Somebody wrote something."""
    return Event(group, at, message, f"{message} at {at}".encode())


def moved(change: Change, *who: str, group: GroupRef = TEA, at: int = NOW) -> Event:
    """Some people came or went."""
    return Event(group, at, Membership(change, who, "qr"), f"{change} {who} {at}".encode())


def ranked(role: Role, who: str = "ann", at: int = NOW) -> Event:
    """Somebody has another role."""
    return Event(TEA, at, RoleChange(who, role), f"{who} {role} {at}".encode())


class Room:
    """A moderator of groups that all belong to the community ``tea``."""

    def __init__(self, community: str = "tea") -> None:
        self.members = FakeMembers()
        self.verdicts = FakeVerdicts()
        self.outbox = FakeOutbox()
        self.community = community
        self.heard_of: list[GroupRef] = []
        self.rules = RuleSet("tea", 1, ())
        self.write_rules("delete")
        self.moderator = Moderator(
            self.members, self.verdicts, self._group, self._rules, self.outbox, FakeClock()
        )

    def take(self, event: Event) -> Verdict | None:
        """Process one event."""
        return self.moderator.take(event)

    def write_rules(self, *sanctions: str) -> None:
        """From now on links lead to these sanctions."""
        then = [{"do": do, **({"text": "no links"} if do == "warn" else {})} for do in sanctions]
        content = [{"name": "links", "when": [{"check": "link"}], "then": then}]
        self.rules = RuleSet("tea", self.rules.version + 1, read_rules(content))

    def _group(self, ref: GroupRef) -> Group:
        self.heard_of.append(ref)
        return Group(ref, ref.chat, self.community)

    def _rules(self, community: str) -> RuleSet:
        assert community == self.community != UNASSIGNED
        return self.rules
