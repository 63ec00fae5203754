"""What the console's use cases need from the world. Adapters satisfy these by shape."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from hearth.domain.accounts import Account
from hearth.domain.audit import AuditEntry
from hearth.domain.communities import Community
from hearth.domain.contacts import Contact
from hearth.domain.deadletters import Letter, LostPart
from hearth.domain.deliveries import Delivery, Order
from hearth.domain.domains import Domain, DomainList, Trouble
from hearth.domain.events import Event
from hearth.domain.groups import Group, GroupRef
from hearth.domain.livecodes import Counter, LiveCode
from hearth.domain.members import Member
from hearth.domain.notices import Notice
from hearth.domain.operators import ApiToken, LoginLink, Operator
from hearth.domain.plans import Replan
from hearth.domain.posts import Post
from hearth.domain.rules.rule import Rule, RuleSet
from hearth.domain.rules.verdict import Verdict
from hearth.domain.scans import Facts
from hearth.domain.statistics import Figures


class AuditLog(Protocol):
    """Where changes are written down."""

    def append(self, entry: AuditEntry) -> None: ...


class OperatorStore(Protocol):
    """People with access."""

    def add(self, operator: Operator) -> None: ...

    def change(self, before: Operator, after: Operator) -> None: ...

    def get(self, name: str) -> Operator: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Operator], str]: ...


class TokenStore(Protocol):
    """Machines with access."""

    def add(self, token: ApiToken) -> None: ...

    def get(self, token: str) -> ApiToken: ...

    def remove(self, token: str) -> None: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[ApiToken], str]: ...


class LoginStore(Protocol):
    """One-time links and counted attempts."""

    def add_link(self, link: LoginLink) -> None: ...

    def consume_link(self, digest: str, now: int) -> LoginLink: ...

    def count(self, what: str, limit: int, until: int) -> bool: ...

    def forget(self, what: str) -> None: ...


class CommunityStore(Protocol):
    """Communities by key."""

    def add(self, community: Community) -> None: ...

    def change(self, community: Community) -> None: ...

    def get(self, community: str) -> Community: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Community], str]: ...


class AccountStore(Protocol):
    """Accounts without their secrets."""

    def add(self, account: Account) -> None: ...

    def change(self, account: Account) -> None: ...

    def remove(self, account: Account) -> None: ...

    def get(self, platform: str, account: str) -> Account: ...

    def page(self, cursor: str = "", limit: int = 100) -> tuple[list[Account], str]: ...


class SecretVault(Protocol):
    """Where the secrets of accounts are kept."""

    def account(self, platform: str, account: str) -> Mapping[str, str]:
        """Raises NotFound."""
        ...

    def keep_account(self, platform: str, account: str, secrets: Mapping[str, str]) -> None:
        """Replace them."""
        ...

    def forget_account(self, platform: str, account: str) -> None:
        """Harmless when there are none."""
        ...


class Hasher(Protocol):
    """Passwords at rest."""

    def hash(self, password: str) -> str: ...

    def verify(self, password: str, stored: str) -> bool: ...


class GroupStore(Protocol):
    """Groups by id."""

    def add(self, group: Group) -> None: ...

    def change(self, group: Group) -> None: ...

    def get(self, ref: GroupRef) -> Group: ...

    def of_community(
        self, community: str, cursor: str = "", limit: int = 100
    ) -> tuple[list[Group], str]: ...


class RuleSetStore(Protocol):
    """Rule sets by community and version."""

    def current(self, community: str) -> RuleSet: ...

    def versions(self, community: str, limit: int = 20) -> list[RuleSet]: ...

    def save(
        self, community: str, seen: int, rules: tuple[Rule, ...], by: str, now: int
    ) -> RuleSet: ...


class StoredEvent(Protocol):
    """An event as it lies in the table."""

    @property
    def group(self) -> GroupRef: ...

    @property
    def key(self) -> str: ...

    @property
    def received(self) -> int: ...

    def read(self, read: Callable[[str, str, bytes], Event]) -> Event: ...


class EventShelf(Protocol):
    """The table of events."""

    def append(self, event: Event, received: int) -> bool: ...

    def get(self, group: GroupRef, key: str) -> StoredEvent: ...

    def newest(
        self, group: GroupRef, before: str = "", limit: int = 50
    ) -> Sequence[StoredEvent]: ...

    def replay(self, group: GroupRef, key: str) -> None: ...


class VerdictShelf(Protocol):
    """The table of verdicts."""

    def newest(
        self, group: GroupRef, before: str = "", limit: int = 50
    ) -> Mapping[str, Verdict]: ...


class MemberShelf(Protocol):
    """The table of members."""

    def of_group(
        self, group: GroupRef, cursor: str = "", limit: int = 100
    ) -> tuple[list[Member], str]: ...


class DeliveryShelf(Protocol):
    """The table of deliveries."""

    def get(self, delivery: str) -> Delivery: ...

    def of_group(
        self, group: GroupRef, cursor: str = "", limit: int = 50
    ) -> tuple[list[Delivery], str]: ...

    def of_source(self, source: str, limit: int = 100) -> list[Delivery]: ...


class PostStore(Protocol):
    """The table of posts."""

    def add(self, post: Post) -> None: ...

    def get(self, post: str) -> Post: ...

    def cancel(self, post: str) -> None: ...

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Post], str]: ...


class LiveCodeStore(Protocol):
    """The table of live codes."""

    def add(self, code: LiveCode) -> None: ...

    def load(self, code: str) -> LiveCode: ...

    def counter(self, code: str) -> Counter: ...

    def counters(self, codes: list[str]) -> dict[str, Counter]: ...

    def replan(self, plan: Replan, drawn: Facts | None = None) -> bool: ...

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[LiveCode], str]: ...


class FigureShelf(Protocol):
    """The table of live codes' figures."""

    def hours(self, code: str, since: int, until: int) -> Iterable[tuple[int, Figures]]:
        """Beginning and figures of each hour from ``since`` on and before ``until``."""
        ...

    def last_counted(self, code: str) -> int:
        """Number of the last write by scans that is counted; 0 when none is."""
        ...


class VisitorKeys(Protocol):
    """The key that signs visitors' cookies, invitations and forms."""

    def visitor_key(self) -> str:
        """Make it when there is none. Raises Unavailable."""
        ...

    def ensure_visitor_key(self) -> None:
        """Make it when there is none."""
        ...


class DeadQueue(Protocol):
    """One dead-letter queue."""

    def count(self) -> int: ...

    def hold(self, most: int) -> list[Letter]:
        """Letters nobody else sees until they are released or a minute has passed."""
        ...

    def release(self, letters: Sequence[Letter]) -> None: ...

    def remove(self, letter: Letter) -> None: ...


class StreamParts(Protocol):
    """The events' stream, read back."""

    def places(self, part: LostPart) -> Sequence[tuple[GroupRef, str]]:
        """Group and key of its events; raises NotFound when the stream has forgotten them."""
        ...


class Resender(Protocol):
    """The outbox, for orders it has seen before."""

    def resend(self, order: Order, nonce: str) -> None: ...


class AuditShelf(Protocol):
    """The audit, to be read."""

    def of_month(
        self, month: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[AuditEntry], str]: ...


class DomainStore(Protocol):
    """The list of domains."""

    def load(self) -> DomainList: ...

    def save(self, before: DomainList, domains: tuple[Domain, ...]) -> DomainList: ...


class DomainProbe(Protocol):
    """Looks whether a domain leads to this suite."""

    def __call__(self, domain: Domain) -> Trouble | None:
        """What is wrong with it; None when the suite has answered."""
        ...


class NoticeShelf(Protocol):
    """The table of notices."""

    def get(self, community: str, notice: str) -> Notice: ...

    def finish(self, community: str, notice: str, now: int, by: str) -> Notice: ...

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]: ...

    def open_of(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Notice], str]: ...

    def count_open(self, community: str) -> int:
        """Counted up to 100."""
        ...


class ContactStore(Protocol):
    """The table of contacts."""

    def get(self, community: str, contact: str) -> Contact: ...

    def remove(self, community: str, contact: str) -> None: ...

    def of_community(
        self, community: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Contact], str]: ...

    def of_code(
        self, code: str, cursor: str = "", limit: int = 50
    ) -> tuple[list[Contact], str]: ...

    def count_of_code(self, code: str) -> int:
        """Counted up to 100."""
        ...
