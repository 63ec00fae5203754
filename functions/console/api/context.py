"""What every operation is given: who asks, and the use cases."""

from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Depends
from aws_lambda_powertools.event_handler.request import Request

from functions.console.desk import Desk
from hearth.domain.operators import Actor


def _actor(request: Request) -> Actor:
    actor: Actor = request.context["actor"]
    return actor


def _desk(request: Request) -> Desk:
    desk: Desk = request.context["desk"]
    return desk


def _event(request: Request) -> dict[str, Any]:
    return dict(request.resolved_event.raw_event)


Asking = Annotated[Actor, Depends(_actor)]
"""Who asks; operations without login have none."""

At = Annotated[Desk, Depends(_desk)]
"""The use cases and stores."""

Raw = Annotated[dict[str, Any], Depends(_event)]
"""The request as it came."""
