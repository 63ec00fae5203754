"""What the operators are told of a domain that does not lead to the suite any more."""

from hearth.domain.domains import Domain, DomainList, chosen
from hearth.domain.notices import EVERYWHERE, Notice, NoticeKind, notice, notice_id


def blocked(domain: Domain, known: DomainList, now: int) -> Notice:
    """The same one each time, until the domain is restored and blocked again."""
    instead = chosen(known.domains)
    return notice(
        NoticeKind.DOMAIN_BLOCKED,
        EVERYWHERE,
        _subject(domain),
        _occasion(domain),
        {
            "domain": domain.host,
            "why": domain.why.value if domain.why else "",
            "instead": instead.host if instead else "",
        },
        now,
        "/domains",
    )


def blocked_id(domain: Domain) -> str:
    """Id of the notice that :func:`blocked` makes of the domain as it is."""
    return notice_id(NoticeKind.DOMAIN_BLOCKED, _subject(domain), _occasion(domain))


def _subject(domain: Domain) -> str:
    return f"domain:{domain.host}"


def _occasion(domain: Domain) -> str:
    return str(domain.since)
