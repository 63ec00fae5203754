"""People who left an address because no group had room."""

from typing import Annotated, Any, Literal

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query
from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Limit, Listing, View
from functions.console.api.resource import Resource
from functions.console.api.session import Done
from hearth.domain.contacts import Contact
from hearth.domain.retention import CONTACT_DAYS, expires

resource = Resource("contacts")

OfCode = Annotated[str, Query(max_length=32, description="Of this live code only; empty: of all")]


class ContactView(View):
    """A contact and what he agreed to."""

    id: str
    kind: Literal["email", "phone"]
    address: str = Field(description="In small letters, or with `+` and the country's code")
    name: str
    source: str = Field(description="`waiting`: left on a live code's page; there may be more")
    code: str = Field(description="The live code at which it was left")
    channel: str
    person: str = Field(description="Whose invitation had led there")
    language: str = Field(description="`zh` or `en`: the page that was read")
    agreed_to: str = Field(description="The sentence that was ticked")
    agreed: int = Field(description="When, ms since 1970")
    kept_until: int = Field(description="ms since 1970")


class ContactList(Listing):
    """Contacts, newest first."""

    items: list[ContactView]


class ContactCount(View):
    """How many people wait."""

    waiting: int = Field(description="Counted up to 100")


@resource.get("/api/communities/<community>/contacts", 404)
def list_contacts(
    asking: Asking,
    at: At,
    community: str,
    code: OfCode = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> ContactList:
    """List who left an address."""
    found, following = at.contacts.of_community(asking, community, code, cursor, limit)
    return ContactList(items=[contact_view(one) for one in found], next=following or None)


@resource.file("GET", "/api/communities/<community>/contacts.csv", ("text/csv",), 404)
def export_contacts(asking: Asking, at: At, community: str, code: OfCode = "") -> Response[Any]:
    """Take contacts along as a table, up to the newest 5,000.

    The export is written into the audit.
    """
    # Seldom asked for.
    from functions.console.api.contacts_csv import table

    text = table([contact_view(one) for one in at.contacts.export(asking, community, code)])
    headers = {"content-disposition": 'attachment; filename="contacts.csv"'}
    return Response(200, "text/csv; charset=utf-8", text, headers)


@resource.delete("/api/communities/<community>/contacts/<contact>", 404)
def erase_contact(asking: Asking, at: At, community: str, contact: str) -> Done:
    """Erase a contact."""
    at.contacts.erase(asking, community, contact)
    return Done()


@resource.get("/api/livecodes/<code>/contacts/count", 404)
def count_contacts(at: At, code: str) -> ContactCount:
    """Count who waits at a live code."""
    return ContactCount(waiting=at.contacts.count_of_code(code))


def contact_view(contact: Contact) -> ContactView:
    """One contact."""
    return ContactView(
        id=contact.id,
        kind=contact.kind.value,
        address=contact.address,
        name=contact.name,
        source=contact.source.value,
        code=contact.code,
        channel=contact.channel,
        person=contact.person,
        language=contact.language,
        agreed_to=contact.consent.text,
        agreed=contact.consent.at,
        kept_until=expires(contact.created, CONTACT_DAYS) * 1000,
    )
