"""A probe that finds what it is told."""

from hearth.domain.domains import Domain, Trouble


class FakeProbe:
    """Satisfies ``console_ports.DomainProbe``. ``finds`` holds what is wrong, by host."""

    def __init__(self) -> None:
        self.finds: dict[str, Trouble] = {}
        self.asked: list[str] = []

    def __contains__(self, host: str) -> bool:
        return host in self.asked

    def __len__(self) -> int:
        return len(self.asked)

    def __call__(self, domain: Domain) -> Trouble | None:
        self.asked.append(domain.host)
        return self.finds.get(domain.host)
