"""The interface, one file per resource."""

from functions.console.api import accounts, communities, groups, operators, session, tokens

RESOURCES = tuple(
    module.resource for module in (session, operators, tokens, communities, accounts, groups)
)
