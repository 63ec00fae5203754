"""Callbacks of chat platforms: verified, stored once, acknowledged."""

import os
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from hearth.domain.callbacks import Callback, Reply
from hearth.domain.errors import HearthError, NotFound, Unverified
from hearth.domain.groups import is_account
from hearth.platforms import inbound
from hearth.runtime import http
from hearth.runtime.aws_json import dynamodb, ssm
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.webhook import WebhookConfig
from hearth.runtime.secrets import ParameterStore
from hearth.runtime.start import once
from hearth.runtime.statuses import code_of, status_of
from hearth.store.events_http import EventLogHttp
from hearth.usecases.receive import receive

logger = Logger(service="webhook")
metrics = Metrics(namespace="Hearth", service="webhook")


@once
def room() -> tuple[ParameterStore, EventLogHttp]:
    config = from_environment(WebhookConfig, os.environ)
    secrets = ParameterStore(config.secrets_path, ssm())
    return secrets, EventLogHttp(config.events_table, dynamodb())


@metrics.log_metrics
def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """HTTP API event → the answer the platform expects."""
    try:
        reply = _receive(event)
    except HearthError as error:
        return _refuse(error)
    metrics.add_metric("CallbackAccepted", MetricUnit.Count, 1)
    return http.answer(reply.status, reply.body, reply.content_type, reply.headers)


def _receive(event: http.Event) -> Reply:
    platform, account = (http.path_parameter(event, name) for name in ("platform", "account"))
    if not is_account(account):
        raise NotFound("there is no such account")
    secrets, log = room()
    body = http.raw_body(event)
    callback = Callback(http.method(event), http.headers(event), http.query(event), body)
    return receive(callback, platform, account, inbound(platform), secrets, log, now_ms)


def _refuse(error: HearthError) -> dict[str, Any]:
    logger.warning("callback refused", extra={"error": code_of(error), "reason": str(error)})
    metrics.add_metric(f"CallbackRefused{type(error).__name__}", MetricUnit.Count, 1)
    if isinstance(error, Unverified):
        return http.answer(status_of(error))
    return http.refusal(status_of(error), _reason(error))


def _reason(error: HearthError) -> str:
    """What a stranger may read: of our own troubles, which name accounts and roles, nothing."""
    return str(error) if status_of(error) < 500 else "not now: try again"
