"""Domains that live codes are given out under."""

from typing import Annotated, Literal

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Input, View
from functions.console.api.resource import Resource
from hearth.domain.domains import Domain, DomainList, DomainState, chosen
from hearth.domain.hosts import readable

resource = Resource("domains")

Host = Annotated[str, Field(min_length=1, max_length=300)]
State = Literal["ok", "blocked", "off"]


class NewDomain(Input):
    """A domain to enter."""

    domain: Host = Field(description="An https origin or its name, such as go.example.org")


class DomainOrder(Input):
    """All domains, the best first."""

    order: list[Host] = Field(min_length=1, max_length=100)


class DomainChange(Input):
    """What an operator knows of a domain."""

    state: State = Field(description="`blocked`: people cannot open it; `ok`: use it (again)")


class DomainView(View):
    """A domain and how it is."""

    host: str
    readable: str = Field(
        description="An international name in its own letters, empty for others; "
        "it may look like somebody else's: show it beside `host`"
    )
    origin: str
    state: State
    why: str | None = Field(
        description="What is wrong: `reported`, `unresolved`, `private`, `unreachable`, "
        "`insecure`, `silent`, `redirected` or `stranger`"
    )
    since: int = Field(description="When it came into its state, ms since 1970")
    checked: int = Field(description="When it was probed last, ms since 1970; 0 for never")
    failures: int = Field(description="Probes that failed in a row, up to the last")
    chosen: bool = Field(description="Live codes without domains of their own are given out here")


class DomainsView(View):
    """The domains in the order of preference."""

    items: list[DomainView]


@resource.get("/api/domains")
def list_domains(at: At) -> DomainsView:
    """List domains, the preferred first."""
    return _view(at.domains.store.load())


@resource.post("/api/domains", 409)
def create_domain(asking: Asking, at: At, wanted: NewDomain) -> DomainsView:
    """Enter a domain. For owners.

    It is looked at first: one that does not lead to this suite is entered switched off.
    """
    return _view(at.domains.add(asking, wanted.domain))


@resource.put("/api/domains", 409)
def order_domains(asking: Asking, at: At, wanted: DomainOrder) -> DomainsView:
    """Put the domains in order. For owners."""
    return _view(at.domains.order(asking, wanted.order))


@resource.patch("/api/domains/<host>", 404, 409)
def change_domain(asking: Asking, at: At, host: str, change: DomainChange) -> DomainsView:
    """Report a domain as blocked, restore it or switch it off.

    All addresses and pictures of live codes follow at once.
    """
    return _view(at.domains.turn(asking, host, DomainState(change.state)))


@resource.delete("/api/domains/<host>", 404, 409)
def remove_domain(asking: Asking, at: At, host: str) -> DomainsView:
    """Forget a domain. For owners."""
    return _view(at.domains.remove(asking, host))


def _view(known: DomainList) -> DomainsView:
    best = chosen(known.domains)
    return DomainsView(items=[_one(domain, domain is best) for domain in known.domains])


def _one(domain: Domain, best: bool) -> DomainView:
    return DomainView(
        host=domain.host,
        readable=readable(domain.host),
        origin=domain.origin,
        state=domain.state.value,
        why=domain.why.value if domain.why else None,
        since=domain.since,
        checked=domain.checked,
        failures=domain.failures,
        chosen=best,
    )
