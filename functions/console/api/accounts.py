"""Bots and apps on platforms. Their secrets go in and never come out."""

from typing import Annotated

from pydantic import Field

from functions.console.api.context import Asking, At
from functions.console.api.fields import Cursor, Input, Limit, Line, Listing, View
from functions.console.api.resource import Resource
from functions.console.api.session import Done
from hearth.domain.accounts import SECRET_FIELDS, Account
from hearth.domain.capabilities import CAPABILITIES

resource = Resource("accounts")

Secret = Annotated[str, Field(min_length=1, max_length=1000)]
Name = Annotated[str, Field(max_length=40)]


class NewAccount(Input):
    """An account to enter. Which secrets a platform needs: see GET /api/platforms."""

    platform: Name
    account: Name = Field(description="Part of the callback address: a–z, 0–9 and -")
    name: Line
    secrets: dict[Name, Secret] = Field(max_length=20)


class AccountChanges(Input):
    """What to change; what is left out stays. A secret that is null is forgotten."""

    name: Line | None = None
    secrets: dict[Name, Secret | None] = Field(default_factory=dict, max_length=20)


class AccountView(View):
    """An account."""

    platform: str
    account: str
    name: str
    created: int = Field(description="ms since 1970")
    fields: list[str] = Field(description="Names of the secrets that are set")
    callback_path: str = Field(description="Where the platform sends its callbacks")


class AccountList(Listing):
    """Accounts by platform and name."""

    items: list[AccountView]


class SecretFieldView(View):
    """One secret or setting of a platform's account."""

    name: str
    required: bool
    form: str = Field(description="What a value must look like")


class PlatformView(View):
    """A platform and what its accounts consist of."""

    platform: str
    fields: list[SecretFieldView]


class PlatformList(View):
    """The platforms Hearth knows."""

    items: list[PlatformView]


@resource.get("/api/platforms")
def list_platforms() -> PlatformList:
    """List platforms and which secrets their accounts need."""
    return PlatformList(
        items=[
            PlatformView(
                platform=platform,
                fields=[SecretFieldView.model_validate(one) for one in SECRET_FIELDS[platform]],
            )
            for platform in CAPABILITIES
        ]
    )


@resource.get("/api/accounts")
def list_accounts(at: At, cursor: Cursor = "", limit: Limit = 50) -> AccountList:
    """List accounts."""
    items, following = at.accounts.store.page(cursor, limit)
    return AccountList(items=[_view(item) for item in items], next=following or None)


@resource.post("/api/accounts", 409)
def create_account(asking: Asking, at: At, wanted: NewAccount) -> AccountView:
    """Enter an account. For owners."""
    return _view(
        at.accounts.create(asking, wanted.platform, wanted.account, wanted.name, wanted.secrets)
    )


@resource.get("/api/accounts/<platform>/<account>", 404)
def get_account(at: At, platform: str, account: str) -> AccountView:
    """Show an account."""
    return _view(at.accounts.store.get(platform, account))


@resource.patch("/api/accounts/<platform>/<account>", 404, 409)
def change_account(
    asking: Asking, at: At, platform: str, account: str, changes: AccountChanges
) -> AccountView:
    """Rename an account or replace secrets, the latter for owners."""
    return _view(at.accounts.change(asking, platform, account, changes.name, changes.secrets))


@resource.delete("/api/accounts/<platform>/<account>", 404)
def remove_account(asking: Asking, at: At, platform: str, account: str) -> Done:
    """Forget an account and its secrets. For owners."""
    at.accounts.remove(asking, platform, account)
    return Done()


def _view(account: Account) -> AccountView:
    return AccountView(
        platform=account.platform,
        account=account.account,
        name=account.name,
        created=account.created,
        fields=list(account.fields),
        callback_path=account.callback,
    )
