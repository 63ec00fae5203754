"""Is the writer new in the group?"""

from hearth.domain.rules.checks import Check, Finding, Settings, Subject, number, require_known

NAME = "newcomer"
_HOUR_MS = 3_600_000


def make(settings: Settings) -> Check:
    """A check that hits within ``hours`` of a join that was seen, or, when the join was not
    seen (the bot came later), within a member's first ``messages`` messages."""
    require_known(NAME, settings, "hours", "messages")
    hours = number(settings, "hours", default=72, largest=24 * 365)
    messages = number(settings, "messages", default=3, largest=10_000)

    def check(subject: Subject) -> Finding:
        member = subject.member
        if member.joined_at:
            age = max(0, subject.at - member.joined_at) / _HOUR_MS
            return Finding(NAME, age < hours, f"joined {age:.1f} h ago, newcomer for {hours} h")
        seen = f"message {member.messages} seen of a member whose join was not seen"
        return Finding(NAME, member.messages <= messages, f"{seen}, newcomer for {messages}")

    return check
