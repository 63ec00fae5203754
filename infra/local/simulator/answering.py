"""From a request to a reply: find the platform, let a planned fault or the platform answer."""

from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from infra.local.simulator import onebot, telegram, wecom
from infra.local.simulator.chats import Chats
from infra.local.simulator.control import control
from infra.local.simulator.faults import Fault, Faults
from infra.local.simulator.record import Record
from infra.local.simulator.wire import BadRequestError, Reply, Request

PLATFORMS: dict[str, Any] = {one.PREFIX: one for one in (onebot, telegram, wecom)}
_SILENT = {"timeout", "reset"}


@dataclass
class World:
    """Everything the simulator remembers."""

    record: Record = field(default_factory=Record)
    faults: Faults = field(default_factory=Faults)
    chats: Chats = field(default_factory=Chats)

    def answer(self, request: Request) -> Reply:
        """Return the reply to any request. Never raises for what a caller sent."""
        for prefix, platform in PLATFORMS.items():
            if request.path.startswith(prefix):
                return self._platform_answer(platform, request)
        return control(request, self.record, self.faults, self.chats)

    def _platform_answer(self, platform: Any, request: Request) -> Reply:
        refused: Reply | None = platform.refusal(request, self.chats)
        if refused is not None:
            return refused
        try:
            call = platform.call_of(request)
        except BadRequestError as error:
            unreadable: Reply = platform.unreadable(error)
            return unreadable
        fault = self.faults.next_for(call)
        if fault is not None:
            self.record.add(call, fault.kind)
            return _faulty(platform, fault)
        reply: Reply = platform.answer(call, self.chats)
        self.record.add(call, _outcome(reply))
        return reply


def _faulty(platform: ModuleType, fault: Fault) -> Reply:
    if fault.kind == "timeout":
        return Reply(200, None, hold=fault.seconds)
    if fault.kind == "reset":
        return Reply(200, None, reset=True)
    reply: Reply = platform.broken(fault)
    return reply


def _outcome(reply: Reply) -> str:
    body = reply.body
    good = body.get("ok") is True or body.get("status") == "ok" or body.get("errcode") == 0
    return "ok" if good else "failed"
