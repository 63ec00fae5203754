"""Is the writer exempt because he runs the group?"""

from hearth.domain.events import Role
from hearth.domain.rules.checks import Finding, Subject

NAME = "staff"


def check(subject: Subject) -> Finding:
    """Hits for owners and administrators, whom no rule sanctions."""
    said, known = subject.message.role, subject.member.role
    role = known if said is Role.UNKNOWN else said
    return Finding(NAME, role.is_staff, f"role is {role}")
