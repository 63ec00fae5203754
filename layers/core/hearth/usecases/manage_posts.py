"""Posts: scheduled, cancelled, and what became of them."""

import secrets
from dataclasses import dataclass

from hearth.console_ports import CommunityStore, DeliveryShelf, GroupStore, PostStore
from hearth.domain.deliveries import Delivery, Status
from hearth.domain.errors import BadInput
from hearth.domain.groups import GroupRef
from hearth.domain.operators import Actor, OperatorRole
from hearth.domain.posts import Post, PostStatus, require_sendable
from hearth.ports import Clock
from hearth.usecases.auditing import Auditor

FURTHEST_MS = 400 * 86_400_000
"""How far ahead a post can be scheduled."""


@dataclass(frozen=True, slots=True)
class ManagePosts:
    """What operators do with posts."""

    store: PostStore
    groups: GroupStore
    communities: CommunityStore
    deliveries: DeliveryShelf
    audit: Auditor
    clock: Clock

    def of_community(self, community: str, cursor: str, limit: int) -> tuple[list[Post], str]:
        """Posts, newest first. Raises NotFound for an unknown community."""
        self.communities.get(community)
        return self.store.of_community(community, cursor, limit)

    def create(
        self, actor: Actor, community: str, text: str, groups: tuple[GroupRef, ...], due: int | None
    ) -> Post:
        """Schedule a post for groups of one community. Raises BadInput, NotFound, Forbidden."""
        actor.require(OperatorRole.OPERATOR)
        now = self.clock()
        post = require_sendable(
            Post(secrets.token_hex(8), community, text, groups, now if due is None else due, now)
        )
        if post.due > now + FURTHEST_MS:
            raise BadInput("“due” is more than 400 days ahead")
        self.communities.get(community)
        for group in groups:
            self._check_member(community, group)
        shown = {"text": text, "groups": [group.id for group in groups], "due": post.due}
        with self.audit.change(actor, "post.create", post.id, after=shown):
            self.store.add(post)
        return post

    def cancel(self, actor: Actor, post: str) -> Post:
        """Cancel a post; raises NotFound, Conflict when it is no longer waiting."""
        actor.require(OperatorRole.OPERATOR)
        self.store.get(post)
        with self.audit.change(actor, "post.cancel", post):
            self.store.cancel(post)
        return self.store.get(post)

    def outcomes(self, post: str) -> list[Delivery]:
        """What became of it in each group, in the post's order; what waits is pending."""
        known = self.store.get(post)
        found = {one.order.id: one for one in self.deliveries.of_source(f"post:{post}")}
        waiting = {
            order.id: Delivery(order, Status.PENDING, 0, attempts=0)
            for order in known.orders
            if known.status is not PostStatus.CANCELLED
        }
        return list({**waiting, **found}.values())

    def _check_member(self, community: str, group: GroupRef) -> None:
        if self.groups.get(group).community != community:
            raise BadInput(f"{group.id} does not belong to the community {community}")
