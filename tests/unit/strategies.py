"""Things of the game, drawn at random."""

from hypothesis import strategies as st

from hearth.domain.actions import (
    DeleteMessage,
    FetchJoins,
    Kick,
    Mute,
    OpenWay,
    PostText,
    ShowWay,
)
from hearth.domain.deliveries import Order
from hearth.domain.groups import GroupRef

ids = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=20)
accounts = st.from_regex(r"[a-z0-9][a-z0-9-]{0,39}", fullmatch=True)
platforms = st.sampled_from(["onebot", "telegram", "wecom"])

groups = st.builds(GroupRef, platforms, accounts, ids)

moments = st.integers(0, 4_102_444_800_000)

actions = st.one_of(
    st.builds(PostText, st.text()),
    st.builds(DeleteMessage, ids),
    st.builds(Mute, ids, st.integers(1, 2_592_000)),
    st.builds(Kick, ids),
    st.builds(OpenWay, ids, st.integers(1, 99_999), moments, st.text(), st.integers(1)),
    st.builds(ShowWay, ids, ids, st.integers(1, 99_999), moments),
    st.builds(FetchJoins, moments, moments),
)

orders = st.builds(Order, groups, actions, st.text())

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
"""Whatever JSON can say."""
