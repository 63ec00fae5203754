"""AWS's JSON services from the standard library alone, for rooms that must start fast.

Signature Version 4 as AWS documents it ("Create a signed AWS API request"): canonical
request, string to sign, derived key. Credentials come from the Lambda environment.
"""

import hashlib
import hmac
import http.client
import json
import os
import random
import ssl
import time
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from hearth.domain.errors import HearthError, Misconfigured, Unavailable

_ATTEMPTS = 4
_LATE = 2
"""After so many answers that did not come in time nobody waits any longer."""

_IDLE_S = 20.0
_THROTTLED = (
    "Throttling",
    "ProvisionedThroughputExceeded",
    "RequestLimitExceeded",
    "TransactionConflict",
    "TransactionInProgress",
)
"""Beginnings of error names that mean: nothing was done, come back at once."""


class AwsError(HearthError):
    """The service understood and said no; ``code`` is its error name, ``content`` all it said."""

    def __init__(
        self, code: str, message: str, content: Mapping[str, Any] = MappingProxyType({})
    ) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.content = content


class JsonService:
    """One service, one connection kept alive between invocations."""

    def __init__(self, service: str, version: str, target: str) -> None:
        self._service = service
        self._content_type = f"application/x-amz-json-{version}"
        self._target = target
        self._region = _setting("AWS_REGION")
        self._endpoint = urlsplit(_endpoint(service, self._region))
        self._connection: http.client.HTTPConnection | None = None
        self._used = 0.0
        self._timeout = float(os.environ.get("AWS_ANSWER_TIMEOUT_S", "2"))

    def call(
        self, operation: str, payload: Mapping[str, Any], attempts: int = _ATTEMPTS
    ) -> dict[str, Any]:
        """Call ``operation``; the decoded answer.

        Raises AwsError for a refusal, Unavailable when throttled or not reachable. A call
        whose answer was lost is repeated: one that does not bear that has one attempt.
        """
        body = json.dumps(payload).encode()
        reasons: list[str] = []
        while len(reasons) < attempts and reasons.count("TimeoutError") < _LATE:
            if reasons:
                time.sleep(random.uniform(0, 0.05 * 2 ** len(reasons)))  # noqa: S311 - jitter
            try:
                return self._once(operation, body)
            except (OSError, http.client.HTTPException) as error:
                self.close()
                reasons.append(type(error).__name__)
            except Unavailable as error:
                reasons.append(str(error))
        raise Unavailable(f"{self._service} {operation}: {reasons[-1]}")

    def _once(self, operation: str, body: bytes) -> dict[str, Any]:
        connection = self._connect()
        connection.request("POST", "/", body, self._headers(operation, body))
        response = connection.getresponse()
        content = _object(response.read())
        if response.status == 200:
            return content
        code = str(content.get("__type", response.status)).rpartition("#")[2]
        if response.status >= 500 or code.startswith(_THROTTLED):
            raise Unavailable(code)
        message = str(content.get("message") or content.get("Message") or "")
        raise AwsError(code, message, content)

    def close(self) -> None:
        """Let the connection go; the next call opens another."""
        if self._connection is not None:
            self._connection.close()

    def _connect(self) -> http.client.HTTPConnection:
        now = time.monotonic()
        if now - self._used > _IDLE_S:
            self.close()
        if self._connection is None:
            self._connection = self._unconnected()
        self._used = now
        return self._connection

    def _unconnected(self) -> http.client.HTTPConnection:
        host = self._endpoint.netloc
        if self._endpoint.scheme == "https":
            return http.client.HTTPSConnection(host, timeout=self._timeout, context=_tls())
        return http.client.HTTPConnection(host, timeout=self._timeout)

    def _headers(self, operation: str, body: bytes) -> dict[str, str]:
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        headers = {
            "content-type": self._content_type,
            "host": self._endpoint.netloc,
            "x-amz-date": stamp,
            "x-amz-target": f"{self._target}.{operation}",
        }
        if token := os.environ.get("AWS_SESSION_TOKEN"):
            headers["x-amz-security-token"] = token
        headers["authorization"] = self._authorization(headers, body, stamp)
        return headers

    def _authorization(self, headers: Mapping[str, str], body: bytes, stamp: str) -> str:
        names = ";".join(sorted(headers))
        canonical = "\n".join(
            ["POST", "/", "", *(f"{name}:{headers[name]}" for name in sorted(headers)), "", names]
        )
        request = f"{canonical}\n{hashlib.sha256(body).hexdigest()}"
        scope = f"{stamp[:8]}/{self._region}/{self._service}/aws4_request"
        digest = hashlib.sha256(request.encode()).hexdigest()
        text = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{digest}"
        signature = hmac.new(self._signing_key(stamp[:8]), text.encode(), hashlib.sha256)
        return (
            f"AWS4-HMAC-SHA256 Credential={_setting('AWS_ACCESS_KEY_ID')}/{scope}, "
            f"SignedHeaders={names}, Signature={signature.hexdigest()}"
        )

    def _signing_key(self, day: str) -> bytes:
        key = f"AWS4{_setting('AWS_SECRET_ACCESS_KEY')}".encode()
        for part in (day, self._region, self._service, "aws4_request"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        return key


def dynamodb() -> JsonService:
    """DynamoDB's low-level API, version 2012-08-10."""
    return JsonService("dynamodb", "1.0", "DynamoDB_20120810")


def ssm() -> JsonService:
    """Systems Manager's API, here for Parameter Store."""
    return JsonService("ssm", "1.1", "AmazonSSM")


@cache
def _tls() -> ssl.SSLContext:
    """Trust as the system has it; shared, since all authorities are read anew for each context."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def _object(raw: bytes) -> dict[str, Any]:
    try:
        content = json.loads(raw or b"{}")
    except ValueError:
        return {}
    return content if isinstance(content, dict) else {}


def _setting(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        raise Misconfigured(f"not set in the environment: {name}")
    return value


def _endpoint(service: str, region: str) -> str:
    suffix = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    own = os.environ.get(f"AWS_ENDPOINT_URL_{service.upper()}")
    return own or os.environ.get("AWS_ENDPOINT_URL") or f"https://{service}.{region}.{suffix}"
