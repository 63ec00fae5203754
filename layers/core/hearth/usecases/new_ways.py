"""What follows when a platform has opened a way into a group: the live code leads there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hearth.domain.actions import OpenWay, ShowWay
from hearth.domain.deliveries import Order
from hearth.domain.destinations import check_target
from hearth.domain.groups import GroupRef
from hearth.domain.livecodes import Destination, Kind
from hearth.domain.ways import code_of
from hearth.ports import Clock, Outbox
from hearth.usecases.redealing import Codes, redealt, with_destination


@dataclass(frozen=True, slots=True)
class NewWays:
    """Goes on with ways that were opened or shown; built once a room."""

    codes: Codes
    outbox: Outbox
    payload: Callable[[GroupRef, str], str]
    """What the QR code says on a group's picture at an address; empty when it cannot be read."""
    draw: Callable[[str], str]
    """A QR code as a picture, in a data URI."""
    clock: Clock

    def opened(self, order: Order, result: Mapping[str, str]) -> None:
        """Ask for the picture of a way that has one, lead visitors by one that is whole.

        ``result``: ``config`` of a way without its picture yet, ``picture`` (its address), or
        ``address`` of an invite link. A repeat has the effect of once. Raises NotFound when the
        live code is gone, BadInput when it takes no more, Conflict, Unavailable.
        """
        code, action = code_of(order.source), order.action
        if not code or not isinstance(action, OpenWay | ShowWay) or not result:
            return
        if "config" in result:
            bounds = (action.name, action.member_limit, action.valid_until)
            show = ShowWay(result["config"], *bounds)
            self.outbox.send([Order(order.group, show, order.source)])
        elif not self.codes.load(code).find(_id(order)):
            self._add(code, self._destination(order, action, result))

    def _destination(
        self, order: Order, way: OpenWay | ShowWay, result: Mapping[str, str]
    ) -> Destination:
        picture = result.get("picture", "")
        payload = self.payload(order.group, picture) if picture else ""
        # A picture that cannot be read here can still be looked at by whoever follows its address.
        target = payload or picture or result["address"]
        kind = Kind.QR if payload else Kind.LINK
        check_target(kind, target)
        return Destination(
            id=_id(order),
            kind=kind,
            target=target,
            capacity=way.member_limit,
            valid_until=way.valid_until,
            note=way.name,
            picture=self.draw(payload) if payload else "",
            platform=order.group.platform,
            group=order.group.id,
            way=way.name,
        )

    def _add(self, code: str, new: Destination) -> None:
        """Append it once, whatever was added or scanned meanwhile."""
        redealt(
            self.codes,
            code,
            lambda known: known if known.find(new.id) else with_destination(known, new),
            self.clock,
        )


def _id(order: Order) -> str:
    """Of the destination that comes of ``order``: the same whenever it is gone on with."""
    return order.id[:8]
