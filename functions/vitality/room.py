"""What the vitality room is made of."""

import os
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from functions.vitality.past import PastComings
from functions.vitality.tick import Steps
from hearth.outbound.log_lines import LogLines
from hearth.outbound.notices_sns import SnsTeller
from hearth.outbound.probe import Probe
from hearth.outbound.sqs import SqsDeadLetters
from hearth.runtime.aws_json import ssm
from hearth.runtime.clients import logs, sns, sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.vitality import VitalityConfig
from hearth.runtime.secrets import REFILL_KEY, ParameterStore
from hearth.runtime.start import once
from hearth.store.communities import Communities
from hearth.store.domains import Domains
from hearth.store.events import Events
from hearth.store.livecodes import LiveCodes
from hearth.store.notices import Notices
from hearth.store.scans import ScanStatistics
from hearth.store.seats import Seats
from hearth.usecases.count_joins import CountJoins
from hearth.usecases.follow_seats import FollowSeats
from hearth.usecases.keep_seats import KeepSeats
from hearth.usecases.mailed_links import MailedLinks
from hearth.usecases.probe_domains import probe_domains
from hearth.usecases.raise_notice import RaiseNotice
from hearth.usecases.settle import Settle
from hearth.usecases.tally import Tally
from hearth.usecases.warn import Warn


@dataclass(frozen=True, slots=True)
class Room:
    codes: LiveCodes
    tally: Tally
    joins: CountJoins
    keep: KeepSeats
    warn: Warn
    steps: Steps
    dead: SqsDeadLetters


def _teller(config: VitalityConfig) -> SnsTeller:
    secrets = ParameterStore(config.secrets_path, ssm())
    links = MailedLinks(lambda: secrets.read(REFILL_KEY), now_ms)
    return SnsTeller(sns(), config.operators_topic_arn, config.public_url, links)


def _probing(config: VitalityConfig, voice: RaiseNotice) -> "partial[int]":
    own = urlsplit(config.public_url).netloc
    probe = Probe(local=urlsplit(config.public_url).scheme == "http")
    return partial(probe_domains, Domains(config.domains_table), probe, voice, now_ms, own)


@once
def room() -> Room:
    config = from_environment(VitalityConfig, os.environ)
    statistics, codes = ScanStatistics(config.scans_table), LiveCodes(config.livecodes_table)
    communities, notices = Communities(config.communities_table), Notices(config.notices_table)
    voice = RaiseNotice(notices, communities, _teller(config), now_ms)
    warn = Warn(codes, statistics, notices, voice, now_ms)
    log = LogLines(logs(), config.livecode_log_group)
    seats = Seats(config.scans_table)
    joins = CountJoins(seats, communities, now_ms)
    keep = KeepSeats(codes, seats, joins, now_ms)
    past = PastComings(Events(config.events_table))
    follow = FollowSeats(seats, past, joins, now_ms)
    steps: Steps = {
        "settled": Settle(statistics, codes, log, now_ms).settle,
        "kept": keep.tick,
        "warned": warn.tick,
        "told": voice.tell_waiting,
        "blocked": _probing(config, voice),
    }
    dead = SqsDeadLetters(sqs(), config.vitality_dead_queue_url)
    tally = Tally(statistics, codes, communities, now_ms, follow)
    return Room(codes, tally, joins, keep, warn, steps, dead)
