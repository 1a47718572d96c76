# SPDX-License-Identifier: GPL-3.0-or-later
"""What a torrent was told comes back as it was, and what is no such thing is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.goals import After, Goal, Part, Reached
from starling.options import Options

numbers = st.none() | st.integers(0, 10**9)
goals = st.builds(
    Goal,
    st.none() | st.floats(0, 1e6, allow_nan=False),
    numbers,
    numbers,
    st.booleans(),
    st.sampled_from(After),
)


reached = st.builds(Reached, goals, st.lists(st.sampled_from(Part), unique=True).map(tuple), st.booleans())
folders = st.text(st.characters(exclude_categories=["Cs"]))
idle = st.tuples(st.integers(0, 10**9), st.integers(0, 10**15))


@given(
    st.builds(
        Options,
        st.none() | goals,
        folders,
        folders,
        st.none() | reached,
        st.none() | idle,
        *[st.integers(0, 2**31 - 1)] * 4,
    )
)
def test_options_come_back_as_they_were(options: Options) -> None:
    assert Options.decode(options.encode()) == options


def test_nothing_said_takes_no_room() -> None:
    assert Options().encode() == ""


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '{"goal": 1}',
        '{"goal": {"ratio": "1"}}',
        '{"goal": {"ratio": -1}}',
        '{"goal": {"ratio": true}}',
        '{"goal": {"ratio": NaN}}',
        '{"goal": {"every": 1}}',
        '{"goal": {"then": "explode"}}',
        '{"destination": 3}',
        '{"reached": []}',
        '{"reached": {"goal": 1}}',
        '{"reached": {"goal": {}, "by": "ratio"}}',
        '{"reached": {"goal": {}, "by": ["speed"]}}',
        '{"reached": {"goal": {}, "rests": 1}}',
        '{"idle": 3}',
        '{"idle": [1]}',
        '{"idle": [1, true]}',
        '{"up_limit": -1}',
        '{"up_limit": true}',
        '{"down_limit": 1.5}',
        '{"connections": "7"}',
        '{"slots": 99999999999}',
    ],
)
def test_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Options.decode(text)
