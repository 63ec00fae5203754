"""Contacts for the room where addresses are left: one signed request, standard library only."""

from collections.abc import Mapping
from typing import Any

from hearth.domain.contacts import Contact
from hearth.domain.retention import CONTACT_DAYS, expires
from hearth.domain.waiting import Bound
from hearth.runtime.aws_json import AwsError, JsonService


class ContactsHttp:
    """Adds to the table ``contacts``; the same contract as ``store.contacts.Contacts``."""

    def __init__(self, table_name: str, service: JsonService) -> None:
        self._table = table_name
        self._service = service

    def within(self, bound: Bound, contact: str) -> bool:
        """Count the contact's id among those of ``bound``, once; False when there are too many.

        One write, which changes nothing when it is repeated. Raises Unavailable.
        """
        request = {
            "TableName": self._table,
            "Key": {"community": {"S": bound.name}, "contact": {"S": "counted"}},
            "UpdateExpression": "ADD ids :ids SET #expires = :expires",
            "ConditionExpression": (
                "attribute_not_exists(ids) OR size(ids) < :most OR contains(ids, :id)"
            ),
            "ExpressionAttributeNames": {"#expires": "expires"},
            "ExpressionAttributeValues": {
                ":ids": {"SS": [contact]},
                ":id": {"S": contact},
                ":most": {"N": str(bound.most)},
                ":expires": {"N": str(bound.until // 1000)},
            },
        }
        return self._done("UpdateItem", request)

    def add(self, contact: Contact) -> bool:
        """Keep a new contact; False when the address is known. Raises Unavailable."""
        request = {
            "TableName": self._table,
            "Item": _item(contact),
            # What has expired may lie about for days before it is removed.
            "ConditionExpression": "attribute_not_exists(contact) OR #expires < :now",
            "ExpressionAttributeNames": {"#expires": "expires"},
            "ExpressionAttributeValues": {":now": {"N": str(contact.created // 1000)}},
        }
        return self._done("PutItem", request)

    def _done(self, operation: str, request: Mapping[str, Any]) -> bool:
        try:
            self._service.call(operation, request)
        except AwsError as error:
            if error.code == "ConditionalCheckFailedException":
                return False
            raise
        return True


def _item(contact: Contact) -> dict[str, Any]:
    texts = {
        "community": contact.community,
        "contact": contact.id,
        "kind": contact.kind.value,
        "address": contact.address,
        "source": contact.source.value,
        "name": contact.name,
        "code": contact.code,
        "channel": contact.channel,
        "person": contact.person,
        "language": contact.language,
    }
    consent = {"text": {"S": contact.consent.text}, "at": {"N": str(contact.consent.at)}}
    return {
        **{name: {"S": text} for name, text in texts.items() if text or name != "code"},
        "consent": {"M": consent},
        "created": {"N": str(contact.created)},
        "expires": {"N": str(expires(contact.created, CONTACT_DAYS))},
    }
