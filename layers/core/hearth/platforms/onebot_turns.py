"""What becomes of a QQ group and of the bot in it, who asks to be let in, what is taken back."""

from hearth.domain.errors import Malformed
from hearth.domain.events import Fact, GroupChange, JoinRequest, Recall, Turn
from hearth.platforms.fields import Fields


def read(report: Fields, detail: str) -> Fact | None:
    """The fact in a notice or request; None when it tells of something else."""
    way = report.raw("sub_type")
    if detail == "group_recall":
        message, member = str(report.integer("message_id")), report.identifier("user_id")
        return Recall(message, member, _by(report))
    if detail == "group" and way == "add":
        member = report.identifier("user_id")
        return JoinRequest(member, report.text("flag"), text=report.text("comment", ""))
    return _turn(report, detail, way)


def _turn(report: Fields, detail: str, way: object) -> Fact | None:
    if detail == "group_decrease" and way in ("kick_me", "disband"):
        turn = Turn.DISSOLVED if way == "disband" else Turn.EXPELLED
        return GroupChange(turn, by=_by(report))
    own = report.raw("self_id") is not None and report.raw("self_id") == report.raw("user_id")
    if detail == "group_increase" and own:
        return GroupChange(Turn.ENTERED, by=_by(report))
    return None


def _by(report: Fields) -> str:
    """Who did it; some programs do not know."""
    try:
        return report.identifier("operator_id")
    except Malformed:
        return ""
