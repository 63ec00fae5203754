"""What the room for the outbox is made of."""

import os

from hearth.drawing.pictures import picture_of
from hearth.outbound.http import HttpCaller
from hearth.outbound.pictures import QrPictures
from hearth.outbound.sqs import SqsDeadOrders, SqsOutbox
from hearth.platforms import outbound
from hearth.platforms.reading import read
from hearth.runtime.aws_json import ssm
from hearth.runtime.clients import sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.deliver import DeliverConfig
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.start import once
from hearth.store.deliveries import Deliveries
from hearth.store.events import Events
from hearth.store.livecodes import LiveCodes
from hearth.usecases.deliver import Courier
from hearth.usecases.fetch_joins import JoinKeeper
from hearth.usecases.new_ways import NewWays


@once
def room() -> tuple[Courier, SqsOutbox, SqsDeadOrders]:
    config = from_environment(DeliverConfig, os.environ)
    outbox = SqsOutbox(sqs(), config.outbox_queue_url)
    secrets = ParameterStore(config.secrets_path, ssm())
    codes = LiveCodes(config.livecodes_table)
    courier = Courier(
        Deliveries(config.deliveries_table),
        outbound,
        secrets,
        HttpCaller(),
        now_ms,
        JoinKeeper(Events(config.events_table), read, now_ms).keep,
        NewWays(codes, outbox, QrPictures(secrets), picture_of, now_ms).opened,
    )
    return courier, outbox, SqsDeadOrders(sqs(), config.outbox_dead_queue_url)
