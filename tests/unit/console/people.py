"""People and a console in memory, as the tests of its use cases need them."""

from dataclasses import dataclass, field

from hearth.domain.operators import Actor, Operator, OperatorRole
from hearth.usecases.auditing import Auditor
from hearth.usecases.login import Login
from hearth.usecases.throttle import Throttle
from tests.fakes.audit import FakeAudit
from tests.fakes.clock import FakeClock
from tests.fakes.hasher import FakeHasher
from tests.fakes.logins import FakeLogins
from tests.fakes.operators import FakeOperators
from tests.fakes.tokens import FakeTokens

HOME = "203.0.113.7"
PASSWORD = "correct horse battery"

OWNER = Actor("ann", OperatorRole.OWNER, "password", HOME)
OPERATOR = Actor("ben", OperatorRole.OPERATOR, "password", HOME)
VIEWER = Actor("cleo", OperatorRole.VIEWER, "password", HOME)


@dataclass
class Office:
    """Everything around the login, in memory."""

    clock: FakeClock = field(default_factory=FakeClock)
    operators: FakeOperators = field(default_factory=FakeOperators)
    tokens: FakeTokens = field(default_factory=FakeTokens)
    logins: FakeLogins = field(default_factory=FakeLogins)
    hasher: FakeHasher = field(default_factory=FakeHasher)
    log: FakeAudit = field(default_factory=FakeAudit)

    @property
    def audit(self) -> Auditor:
        return Auditor(self.log, self.clock)

    @property
    def throttle(self) -> Throttle:
        return Throttle(self.logins, self.clock)

    @property
    def login(self) -> Login:
        return Login(
            self.operators,
            self.tokens,
            self.logins,
            self.throttle,
            self.hasher,
            self.audit,
            self.clock,
        )

    def hire(self, actor: Actor, password: str = PASSWORD) -> Operator:
        """Enter an operator with a password, or without when it is empty."""
        stored = self.hasher.hash(password) if password else ""
        operator = Operator(actor.name, actor.role, password_hash=stored)
        self.operators.add(operator)
        return operator
