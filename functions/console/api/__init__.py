"""The interface, one file per resource."""

from functions.console.api import (
    accounts,
    audit,
    communities,
    contacts,
    deadletters,
    domains,
    groups,
    guides,
    livecode_files,
    livecode_statistics,
    livecodes,
    notices,
    operators,
    pictures,
    posts,
    records,
    refill,
    rules,
    seats,
    session,
    tokens,
    ways,
)

RESOURCES = tuple(
    module.resource
    for module in (
        session,
        operators,
        tokens,
        communities,
        rules,
        accounts,
        groups,
        records,
        livecodes,
        guides,
        livecode_files,
        livecode_statistics,
        seats,
        pictures,
        refill,
        contacts,
        domains,
        notices,
        posts,
        ways,
        deadletters,
        audit,
    )
)
