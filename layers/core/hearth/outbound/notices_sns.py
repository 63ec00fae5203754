"""Notices to the topic that operators subscribe to, by mail or otherwise.

They name live codes, groups and domains, and no member. The link leads to the console, which asks
for a login. What a live code's next group helps with carries a second one, to the page that takes
its picture without a login; it is made while the notice is sent and kept nowhere.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from botocore.exceptions import BotoCoreError, ClientError

from hearth.domain.communities import LANGUAGES, Community
from hearth.domain.errors import Unavailable
from hearth.domain.notices import Notice
from hearth.outbound.notice_words import REFILL, sentence


class Publisher(Protocol):
    """The part of boto's SNS client that is used."""

    def publish(
        self,
        *,
        TopicArn: str,
        Subject: str,
        Message: str,
        MessageAttributes: Mapping[str, Mapping[str, str]],
    ) -> Any: ...


class SnsTeller:
    """Satisfies ``ports.Teller``."""

    def __init__(
        self, client: Publisher, topic: str, address: str, token: Callable[[Notice], str]
    ) -> None:
        """``topic``: its ARN; ``address``: origin under which operators reach the console.

        ``token`` of the refill link that goes with a notice; empty when none does.
        """
        self._client = client
        self._token = token
        self._topic = topic
        self._address = address.rstrip("/")

    def tell(self, notice: Notice, community: Community | None) -> None:
        """Publish once, with attributes that subscriptions can filter by. Raises Unavailable."""
        attributes = {
            "community": notice.community,
            "kind": notice.kind.value,
            "urgency": notice.urgency.value,
        }
        try:
            self._client.publish(
                TopicArn=self._topic,
                Subject=_subject(notice),
                Message=self._text(notice, community),
                MessageAttributes={
                    name: {"DataType": "String", "StringValue": value}
                    for name, value in attributes.items()
                },
            )
        except ClientError as error:
            raise Unavailable(f"topic: {error.response['Error']['Code']}") from error
        except BotoCoreError as error:
            raise Unavailable(f"topic: {type(error).__name__}") from error

    def _text(self, notice: Notice, community: Community | None) -> str:
        languages = (community.language,) if community else LANGUAGES
        zone = community.time_zone if community else "UTC"
        kind, facts, raised = notice.kind, notice.facts, notice.raised
        said = [sentence(kind, facts, language, zone, raised) for language in languages]
        name = [community.name] if community else []
        if token := self._token(notice):
            said += [*(REFILL[one] for one in languages), f"{self._address}/console/refill#{token}"]
        text = "\n\n".join([*name, *said, f"{self._address}/console{notice.link}"])
        # Names come as JSON, which can say halves of characters that no mail can.
        return text.encode("utf-8", "replace").decode("utf-8")


def _subject(notice: Notice) -> str:
    """SNS takes ASCII only, so that the subject is the same in all languages."""
    task = " (to do)" if notice.is_task else ""
    return f"[Hearth] {notice.urgency}: {notice.kind}{task}"
