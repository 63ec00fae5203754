"""The OpenAPI document, made from the code."""

import json
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.models import (
    APIKey,
    HTTPBearer,
    SecurityScheme,
)

from functions.console.api.failures import MEANINGS, REFERENCE, ErrorAnswer
from functions.console.door import OPEN

_INTRODUCTION = (
    "What the console's page and machines talk to. A page logs in with /api/session and sends "
    "the session's cookies; every change carries the header X-CSRF-Token with the value of "
    "`csrf`. A machine sends `Authorization: Bearer <token>`. Roles: a viewer reads, an operator "
    "changes, an owner also manages operators, tokens and the secrets of accounts. Times are ms "
    "since 1970, UTC. Lists have `items` and `next`, the cursor of the next page."
)
_THEIRS = ("HTTPValidationError", "ResponseValidationError", "ValidationError")
_SCHEMAS = "#/components/schemas/{model}"


def describe(app: APIGatewayHttpResolver) -> str:
    """The document as JSON, always the same for the same code."""
    schemes: dict[str, SecurityScheme] = {
        "session": APIKey.model_validate({"name": "hearth-session", "in": "cookie"}),
        "token": HTTPBearer(),
    }
    written = app.get_openapi_json_schema(
        title="Hearth",
        version="1",
        description=_INTRODUCTION,
        security_schemes=schemes,
        security=[{"session": []}, {"token": []}],
    )
    content = _with_own_failures(json.loads(written))
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _with_own_failures(content: dict[str, Any]) -> dict[str, Any]:
    """Errors have our form, not the library's."""
    schemas = content["components"]["schemas"]
    for name in _THEIRS:
        schemas.pop(name, None)
    own = ErrorAnswer.model_json_schema(ref_template=_SCHEMAS)
    schemas.update({**own.pop("$defs"), "ErrorAnswer": own})
    for path, operations in content["paths"].items():
        for method, operation in operations.items():
            if (method.upper(), path) in OPEN:
                operation["security"] = []
            failed = operation["responses"]["500"]
            failed["description"] = MEANINGS[500]
            failed["content"]["application/json"]["schema"] = REFERENCE
    return content
