"""Everything the room needs, built once per environment."""

from collections.abc import Callable
from dataclasses import dataclass

from hearth.console_ports import AuditShelf
from hearth.domain.deadletters import ENGAGE, OUTBOX, RULES, VITALITY
from hearth.domain.hosts import is_local
from hearth.drawing.pictures import picture_of
from hearth.outbound.dead_letters import SqsDeadQueue, SqsResender
from hearth.outbound.probe import Probe
from hearth.outbound.sqs import SqsOutbox
from hearth.outbound.stream_parts import DynamoStreamParts
from hearth.pictures.reader import codes_on
from hearth.platforms.reading import read
from hearth.runtime.aws_json import ssm
from hearth.runtime.clients import sqs, streams
from hearth.runtime.clock import now_ms
from hearth.runtime.config.console import ConsoleConfig
from hearth.runtime.fresh import Fresh
from hearth.runtime.passwords import Scrypt
from hearth.runtime.sessions import Sessions
from hearth.runtime.vault import Vault
from hearth.store.accounts import Accounts
from hearth.store.audit import Audit
from hearth.store.communities import Communities
from hearth.store.contacts import Contacts
from hearth.store.deliveries import Deliveries
from hearth.store.domains import Domains
from hearth.store.events import Events
from hearth.store.groups import Groups
from hearth.store.livecodes import LiveCodes
from hearth.store.logins import Logins
from hearth.store.members import Members
from hearth.store.notices import Notices
from hearth.store.operators import Operators
from hearth.store.posts import Posts
from hearth.store.refills import Revocations
from hearth.store.rulesets import RuleSets
from hearth.store.scans import ScanStatistics
from hearth.store.seats import Seats
from hearth.store.tokens import Tokens
from hearth.store.verdicts import Verdicts
from hearth.usecases.auditing import Auditor
from hearth.usecases.dead_letters import DeadLetters
from hearth.usecases.describe_letters import Describer
from hearth.usecases.login import Login
from hearth.usecases.manage_accounts import ManageAccounts
from hearth.usecases.manage_communities import ManageCommunities
from hearth.usecases.manage_contacts import ManageContacts
from hearth.usecases.manage_domains import ManageDomains
from hearth.usecases.manage_groups import ManageGroups
from hearth.usecases.manage_livecodes import ManageLiveCodes
from hearth.usecases.manage_notices import ManageNotices
from hearth.usecases.manage_operators import ManageOperators
from hearth.usecases.manage_posts import ManagePosts
from hearth.usecases.manage_rules import ManageRules
from hearth.usecases.manage_tokens import ManageTokens
from hearth.usecases.open_way import OpenWays
from hearth.usecases.read_pictures import ReadPictures
from hearth.usecases.refill import FillUp
from hearth.usecases.refill_links import RefillLinks
from hearth.usecases.show_records import Records
from hearth.usecases.show_seats import ShowSeats
from hearth.usecases.show_statistics import ShowStatistics
from hearth.usecases.throttle import Throttle


@dataclass(frozen=True, slots=True)
class Desk:
    """Use cases and stores of the console."""

    public_url: str
    clock: Callable[[], int]
    sessions: Sessions
    login: Login
    operators: ManageOperators
    tokens: ManageTokens
    communities: ManageCommunities
    rules: ManageRules
    accounts: ManageAccounts
    groups: ManageGroups
    records: Records
    livecodes: ManageLiveCodes
    statistics: ShowStatistics
    seats: ShowSeats
    pictures: ReadPictures
    refill: FillUp
    ways: OpenWays
    posts: ManagePosts
    domains: ManageDomains
    notices: ManageNotices
    contacts: ManageContacts
    deadletters: DeadLetters
    audit: AuditShelf


def build_desk(config: ConsoleConfig) -> Desk:
    """Wire the use cases to the stores."""
    audit = Audit(config.audit_table)
    auditor = Auditor(audit, now_ms)
    vault = Vault(config.secrets_path, ssm())
    operators, tokens = Operators(config.operators_table), Tokens(config.operators_table)
    logins = Logins(config.operators_table)
    throttle = Throttle(logins, now_ms)
    login = Login(operators, tokens, logins, throttle, Scrypt(), auditor, now_ms)
    communities, groups = Communities(config.communities_table), Groups(config.groups_table)
    accounts, rulesets = Accounts(config.accounts_table), RuleSets(config.rulesets_table)
    livecodes, posts = LiveCodes(config.livecodes_table), Posts(config.posts_table)
    pictures = ReadPictures(livecodes, communities, codes_on, now_ms)
    managing = ManageLiveCodes(livecodes, communities, vault, auditor, now_ms)
    records = _records(config, groups, auditor)
    deliveries = records.deliveries
    return Desk(
        public_url=config.public_url,
        clock=now_ms,
        sessions=Sessions(_kept(vault.session_key)),
        login=login,
        operators=ManageOperators(operators, login, auditor, now_ms),
        tokens=ManageTokens(tokens, auditor, now_ms),
        communities=ManageCommunities(communities, auditor, now_ms),
        rules=ManageRules(rulesets, communities, auditor, now_ms),
        accounts=ManageAccounts(accounts, vault, auditor, now_ms),
        groups=ManageGroups(groups, communities, auditor),
        records=records,
        livecodes=managing,
        pictures=pictures,
        refill=_refill(config, vault, managing, pictures, throttle, auditor),
        statistics=_statistics(config, livecodes, communities),
        seats=ShowSeats(Seats(config.scans_table), livecodes, now_ms),
        ways=_ways(config, livecodes, groups, accounts, auditor),
        posts=ManagePosts(posts, groups, communities, deliveries, auditor, now_ms),
        domains=_domains(config, auditor),
        notices=ManageNotices(Notices(config.notices_table), communities, auditor, now_ms),
        contacts=_contacts(config, communities, livecodes, auditor),
        deadletters=_dead_letters(config, records, auditor),
        audit=audit,
    )


def _records(config: ConsoleConfig, groups: Groups, auditor: Auditor) -> Records:
    return Records(
        Events(config.events_table),
        Verdicts(config.verdicts_table),
        Members(config.members_table),
        Deliveries(config.deliveries_table),
        groups,
        read,
        auditor,
        now_ms,
    )


def _statistics(
    config: ConsoleConfig, codes: LiveCodes, communities: Communities
) -> ShowStatistics:
    return ShowStatistics(ScanStatistics(config.scans_table), codes, communities, now_ms)


def _refill(
    config: ConsoleConfig,
    vault: Vault,
    managing: ManageLiveCodes,
    pictures: ReadPictures,
    throttle: Throttle,
    auditor: Auditor,
) -> FillUp:
    codes, figures = managing.store, ScanStatistics(config.scans_table)
    revocations = Revocations(config.operators_table)
    links = RefillLinks(codes, _kept(vault.refill_key), revocations, throttle, auditor, now_ms)
    return FillUp(
        links, codes, managing.communities, figures, pictures, managing, picture_of, now_ms
    )


def _ways(
    config: ConsoleConfig, codes: LiveCodes, groups: Groups, accounts: Accounts, auditor: Auditor
) -> OpenWays:
    outbox = SqsOutbox(sqs(), config.outbox_queue_url)
    notices = Notices(config.notices_table)
    return OpenWays(codes, groups, accounts, outbox, notices, auditor, now_ms)


def _contacts(
    config: ConsoleConfig, communities: Communities, livecodes: LiveCodes, auditor: Auditor
) -> ManageContacts:
    return ManageContacts(Contacts(config.contacts_table), communities, livecodes, auditor)


def _domains(config: ConsoleConfig, auditor: Auditor) -> ManageDomains:
    local = is_local(config.public_url.partition("://")[2])
    domains, notices = Domains(config.domains_table), Notices(config.notices_table)
    return ManageDomains(domains, Probe(local), notices, auditor, now_ms, local)


def _dead_letters(config: ConsoleConfig, records: Records, auditor: Auditor) -> DeadLetters:
    queues = {
        RULES: SqsDeadQueue(sqs(), config.rules_dead_queue_url),
        OUTBOX: SqsDeadQueue(sqs(), config.outbox_dead_queue_url),
        ENGAGE: SqsDeadQueue(sqs(), config.engage_dead_queue_url),
        VITALITY: SqsDeadQueue(sqs(), config.vitality_dead_queue_url),
    }
    describer = Describer(records, records.deliveries, DynamoStreamParts(streams()))
    resender = SqsResender(sqs(), config.outbox_queue_url)
    return DeadLetters(queues, records.events, describer, resender, auditor)


def _kept(key: Callable[[], str]) -> Callable[[], str]:
    """A key of the vault, asked for again every five minutes."""
    fresh = Fresh[str, str](lambda _: key(), seconds=300)
    return lambda: fresh("key")
