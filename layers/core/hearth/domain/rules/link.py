"""Does the message carry a link?"""

from hearth.domain.rules.checks import Check, Finding, Settings, Subject, require_known

NAME = "link"


def make(settings: Settings) -> Check:
    """A check that hits when the platform's translator found an address in the message."""
    require_known(NAME, settings)

    def check(subject: Subject) -> Finding:
        links = subject.message.links
        if not links:
            return Finding(NAME, False, "no link in the message")
        return Finding(NAME, True, f"{len(links)} link(s), the first is {links[0][:80]}")

    return check
