"""Declares operations: one line says path, method, success and which errors it may answer."""

from collections.abc import Callable
from typing import Any, TypeVar

from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.console.api.failures import documented

Operation = TypeVar("Operation", bound=Callable[..., Any])

_DONE: dict[str, Any] = {"description": "Done"}


class Resource:
    """The operations of one resource; name, summary and shapes come from the functions."""

    def __init__(self, tag: str) -> None:
        self.router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]
        self._tag = tag

    def get(self, path: str, *errors: int) -> Callable[[Operation], Operation]:
        """A read."""
        return self._declare("GET", path, 200, errors)

    def post(self, path: str, *errors: int, status: int = 201) -> Callable[[Operation], Operation]:
        """Something new."""
        return self._declare("POST", path, status, (*errors, 400, 413))

    def put(self, path: str, *errors: int) -> Callable[[Operation], Operation]:
        """A replacement."""
        return self._declare("PUT", path, 200, (*errors, 400, 413))

    def patch(self, path: str, *errors: int) -> Callable[[Operation], Operation]:
        """A change of some fields."""
        return self._declare("PATCH", path, 200, (*errors, 400, 413))

    def delete(self, path: str, *errors: int) -> Callable[[Operation], Operation]:
        """A removal."""
        return self._declare("DELETE", path, 200, errors)

    def file(
        self, method: str, path: str, kinds: tuple[str, ...], *errors: int
    ) -> Callable[[Operation], Operation]:
        """A file of one of ``kinds``, read by GET or made of what a POST sends."""
        sent = () if method == "GET" else (400, 413)
        schema = {"type": "string", "format": "binary"}
        content = {kind: {"schema": schema} for kind in kinds}
        success = {"description": "A file", "content": content}
        return self._declare(method, path, 200, (*errors, *sent), success)

    def _declare(
        self,
        method: str,
        path: str,
        status: int,
        errors: tuple[int, ...],
        success: dict[str, Any] = _DONE,
    ) -> Callable[[Operation], Operation]:
        def declare(function: Operation) -> Operation:
            summary = (function.__doc__ or "").strip().partition("\n")[0].rstrip(".")
            responses: dict[int, Any] = {status: dict(success), **documented(errors)}
            register: Callable[[Operation], Operation] = self.router.route(
                rule=path,
                method=method,
                operation_id=function.__name__,
                summary=summary,
                description=_description(function),
                tags=[self._tag],
                status_code=status,
                responses=responses,
            )
            return register(function)

        return declare


def _description(function: Callable[..., Any]) -> str | None:
    rest = (function.__doc__ or "").partition("\n")[2]
    return " ".join(rest.split()) or None
