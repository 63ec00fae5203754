"""What could not be processed, and bringing it back."""

from typing import Annotated, Any, Literal

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.event_views import EventView, event_view
from functions.console.api.fields import Input, View
from functions.console.api.resource import Resource
from hearth.domain.deadletters import DeadLetter

resource = Resource("dead letters")

QueueName = Literal["rules-dead", "outbox-dead", "engage-dead", "vitality-dead"]
LetterId = Annotated[str, Field(min_length=1, max_length=100)]


class DeadLetterView(View):
    """Something that was given up."""

    id: str
    queue: QueueName
    what: str = Field(
        description="`event`, `events` (a part of the stream), `order`, `tick`, or `scans`: writes"
        " by scans that are in the code's counters, but not in its figures by the hour"
    )
    why: str
    since: int = Field(description="ms since 1970")
    group: str | None = None
    events: list[EventView] = Field(description="The events it is about, as far as they are found")
    content: dict[str, Any] = Field(description="The rest of what is known, without secrets")
    replayable: bool


class QueueView(View):
    """A dead-letter queue."""

    queue: QueueName
    waiting: int = Field(description="About how many letters it holds")


class DeadLetterList(View):
    """Dead letters of all queues, at most 50 of each."""

    queues: list[QueueView]
    items: list[DeadLetterView]


class Chosen(Input):
    """Letters of one queue."""

    queue: QueueName
    ids: list[LetterId] = Field(min_length=1, max_length=50)


class Handled(View):
    """What was done."""

    done: list[str]
    missing: list[str] = Field(description="Not found just now: handled by somebody else?")
    failed: dict[str, str] = Field(description="Left where they are, and why")


@resource.get("/api/dead-letters")
def list_dead_letters(at: At) -> DeadLetterList:
    """List what could not be processed."""
    found = at.deadletters.look()
    return DeadLetterList(
        queues=[
            QueueView.model_validate({"queue": name, "waiting": count})
            for name, count in found.waiting.items()
        ],
        items=[_view(letter) for letter in found.letters],
    )


@resource.post("/api/dead-letters/replay", status=200)
def replay_dead_letters(asking: Asking, at: At, wanted: Chosen) -> Handled:
    """Process letters again.

    Neither ticks, whose work the next minute does, nor scans: later ones are counted already.
    """
    return Handled.model_validate(at.deadletters.replay(asking, wanted.queue, wanted.ids))


@resource.post("/api/dead-letters/discard", status=200)
def discard_dead_letters(asking: Asking, at: At, wanted: Chosen) -> Handled:
    """Throw letters away."""
    return Handled.model_validate(at.deadletters.discard(asking, wanted.queue, wanted.ids))


def _view(letter: DeadLetter) -> DeadLetterView:
    return DeadLetterView.model_validate(
        {
            "id": letter.id,
            "queue": letter.queue,
            "what": letter.what,
            "why": letter.why,
            "since": letter.since,
            "group": letter.group or None,
            "events": [event_view(event) for event in letter.events],
            "content": dict(letter.content),
            "replayable": letter.replayable,
        }
    )
