"""Writes secrets to SSM Parameter Store, for the console alone."""

import json
import secrets
from collections.abc import Mapping

from hearth.domain.errors import Misconfigured, NotFound
from hearth.runtime.aws_json import AwsError, JsonService
from hearth.runtime.secrets import REFILL_KEY


class Vault:
    """SecureStrings below one path; never cached, so that what was written is what is read."""

    def __init__(self, path: str, service: JsonService) -> None:
        self._path = path.rstrip("/")
        self._service = service

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """The secrets of an account; raises NotFound, Misconfigured, Unavailable."""
        name = _account(platform, account)
        try:
            content = json.loads(self._get(name))
            return {str(field): str(value) for field, value in content.items()}
        except (ValueError, AttributeError) as error:
            raise Misconfigured(f"parameter {name} is not a JSON object") from error

    def keep_account(self, platform: str, account: str, secrets: Mapping[str, str]) -> None:
        """Replace the secrets of an account."""
        self._put(_account(platform, account), json.dumps(dict(secrets)), overwrite=True)

    def forget_account(self, platform: str, account: str) -> None:
        """Remove the secrets of an account; harmless when there are none."""
        try:
            name = f"{self._path}/{_account(platform, account)}"
            self._service.call("DeleteParameter", {"Name": name})
        except AwsError as error:
            if error.code != "ParameterNotFound":
                raise

    def session_key(self) -> str:
        """The key that signs sessions, made on first use."""
        return self._key("console/session-key")

    def visitor_key(self) -> str:
        """The key that signs what visitors carry, made on first use."""
        return self._key("livecode/visitor-key")

    def refill_key(self) -> str:
        """The key that signs refill links, made on first use; apart from what other rooms read."""
        return self._key(REFILL_KEY)

    def ensure_visitor_key(self) -> None:
        """Make the keys that a live code needs when there are none, that of refill links too.

        The room that mails such links can only read it.
        """
        self.visitor_key()
        self.refill_key()

    def close(self) -> None:
        """Let the connection go."""
        self._service.close()

    def _key(self, name: str) -> str:
        """A random key that is made when it is missing; of two who make it one wins."""
        try:
            return self._get(name)
        except NotFound:
            try:
                self._put(name, secrets.token_hex(32), overwrite=False)
            except AwsError as error:
                if error.code != "ParameterAlreadyExists":
                    raise
            return self._get(name)

    def _get(self, name: str) -> str:
        request = {"Name": f"{self._path}/{name}", "WithDecryption": True}
        try:
            return str(self._service.call("GetParameter", request)["Parameter"]["Value"])
        except AwsError as error:
            if error.code == "ParameterNotFound":
                raise NotFound(f"there is no parameter {name}") from error
            raise

    def _put(self, name: str, value: str, *, overwrite: bool) -> None:
        request = {
            "Name": f"{self._path}/{name}",
            "Value": value,
            "Type": "SecureString",
            "Overwrite": overwrite,
        }
        self._service.call("PutParameter", request)


def _account(platform: str, account: str) -> str:
    return f"accounts/{platform}/{account}"
