"""What the rules room is made of."""

import os

from hearth.domain.accounts import Account
from hearth.outbound.sqs import SqsDeadLetters, SqsOutbox
from hearth.runtime.clients import sqs
from hearth.runtime.clock import now_ms
from hearth.runtime.config import from_environment
from hearth.runtime.config.rules import RulesConfig
from hearth.runtime.fresh import Fresh
from hearth.runtime.start import once
from hearth.store.accounts import Accounts
from hearth.store.groups import Groups
from hearth.store.members import Members
from hearth.store.rulesets import RuleSets
from hearth.store.verdicts import Verdicts
from hearth.usecases.fetch_joins import JoinAsker
from hearth.usecases.moderate import Moderator

_FRESH_S = 30
"""How long a change of a group or of rules may take to be seen."""


@once
def room() -> tuple[Moderator, JoinAsker, SqsDeadLetters]:
    config = from_environment(RulesConfig, os.environ)
    outbox = SqsOutbox(sqs(), config.outbox_queue_url)
    accounts = Accounts(config.accounts_table)
    moderator = Moderator(
        Members(config.members_table),
        Verdicts(config.verdicts_table),
        Fresh(Groups(config.groups_table).discover, _FRESH_S),
        Fresh(RuleSets(config.rulesets_table).current, _FRESH_S),
        outbox,
        now_ms,
    )
    account = Fresh[tuple[str, str], Account](lambda key: accounts.get(*key), _FRESH_S)
    asker = JoinAsker(account, outbox, now_ms)
    return moderator, asker, SqsDeadLetters(sqs(), config.rules_dead_queue_url)
