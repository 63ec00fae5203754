"""What the room for the outbox is made of."""

import os

from hearth.outbound.http import HttpCaller
from hearth.outbound.sqs import SqsDeadOrders, SqsOutbox
from hearth.platforms import outbound
from hearth.runtime.aws_json import ssm
from hearth.runtime.clients import sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.deliver import DeliverConfig
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.start import once
from hearth.store.deliveries import Deliveries
from hearth.usecases.deliver import Courier


@once
def room() -> tuple[Courier, SqsOutbox, SqsDeadOrders]:
    config = from_environment(DeliverConfig, os.environ)
    secrets = ParameterStore(config.secrets_path, ssm())
    deliveries = Deliveries(config.deliveries_table)
    courier = Courier(deliveries, outbound, secrets, HttpCaller(), now_ms)
    outbox = SqsOutbox(sqs(), config.outbox_queue_url)
    return courier, outbox, SqsDeadOrders(sqs(), config.outbox_dead_queue_url)
