"""What the vitality room is made of."""

import os
from dataclasses import dataclass

from hearth.outbound.log_lines import LogLines
from hearth.outbound.sqs import SqsDeadLetters
from hearth.runtime.clients import logs, sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.vitality import VitalityConfig
from hearth.runtime.start import once
from hearth.store.communities import Communities
from hearth.store.livecodes import LiveCodes
from hearth.store.scans import ScanStatistics
from hearth.usecases.settle import Settle
from hearth.usecases.tally import Tally


@dataclass(frozen=True, slots=True)
class Room:
    tally: Tally
    settle: Settle
    dead: SqsDeadLetters


@once
def room() -> Room:
    config = from_environment(VitalityConfig, os.environ)
    statistics, codes = ScanStatistics(config.scans_table), LiveCodes(config.livecodes_table)
    communities = Communities(config.communities_table)
    log = LogLines(logs(), config.livecode_log_group)
    return Room(
        Tally(statistics, codes, communities, now_ms),
        Settle(statistics, codes, log, now_ms),
        SqsDeadLetters(sqs(), config.vitality_dead_queue_url),
    )
