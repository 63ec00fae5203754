"""Rules and rule sets: conditions that must all hit, sanctions that follow."""

from dataclasses import dataclass
from enum import StrEnum

from hearth.domain.actions import Action, DeleteMessage, Kick, Mute, PostText
from hearth.domain.errors import BadInput
from hearth.domain.rules import link, newcomer
from hearth.domain.rules.checks import Check, Maker, Settings, Subject

MAKERS: dict[str, Maker] = {link.NAME: link.make, newcomer.NAME: newcomer.make}
"""Every check a rule may name."""


class Mode(StrEnum):
    """Off, judging without acting, or acting."""

    OFF = "off"
    DRY_RUN = "dry-run"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Sanction:
    """``do`` is delete, mute, kick or warn; ``seconds`` is for mute, ``text`` for warn."""

    do: str
    seconds: int = 0
    text: str = ""

    def action(self, subject: Subject) -> Action:
        """What it means for the message and member at hand."""
        message = subject.message
        if self.do == "delete":
            return DeleteMessage(message.id)
        if self.do == "mute":
            return Mute(message.member, self.seconds)
        if self.do == "kick":
            return Kick(message.member)
        return PostText(self.text.replace("{name}", message.name or message.member))


@dataclass(frozen=True, slots=True)
class Condition:
    """A check with its settings."""

    check: str
    settings: Settings

    def make(self) -> Check:
        """The function; raises BadInput when the check or a setting is unknown or wrong."""
        maker = MAKERS.get(self.check)
        if maker is None:
            known = ", ".join(MAKERS)
            raise BadInput(f"there is no check “{self.check[:40]}”: use one of {known}")
        return maker(self.settings)


@dataclass(frozen=True, slots=True)
class Rule:
    """All conditions must hit, then the sanctions follow."""

    name: str
    when: tuple[Condition, ...]
    then: tuple[Sanction, ...]
    mode: Mode = Mode.ON


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of a community; a change makes a new version."""

    community: str
    version: int
    rules: tuple[Rule, ...]
