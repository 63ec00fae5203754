"""What operators call: the console's page and its interface."""

import os
from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.console.desk import Desk, build_desk
from functions.console.interface import answer
from functions.console.page_files import page
from functions.console.protection import protected
from hearth.runtime.config import from_environment
from hearth.runtime.config.console import ConsoleConfig
from hearth.runtime.http import headers
from hearth.runtime.start import once

logger = Logger()


@once
def desk() -> Desk:
    return build_desk(from_environment(ConsoleConfig, os.environ))


@logger.inject_lambda_context(clear_state=True)
def handler(event: Mapping[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Answer an HTTP event (payload format 2.0)."""
    path = str(event.get("rawPath", ""))
    if path.startswith("/api/"):
        return protected(event, answer(event, context, desk))
    return protected(event, page(path, headers(event).get("accept-encoding", "")))
