"""Is the writer exempt because he runs the group?"""

from hearth.domain.rules.checks import Finding, Subject

NAME = "staff"


def check(subject: Subject) -> Finding:
    """Hits for owners and administrators, whom no rule sanctions."""
    role = subject.message.role
    return Finding(NAME, role.is_staff, f"role is {role}")
