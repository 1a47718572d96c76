# SPDX-License-Identifier: GPL-3.0-or-later
"""What one start says to another, as a line."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from starling.arguments import Arguments
from starling.instance import Message


@given(
    st.builds(Message, st.lists(st.text()).map(tuple), st.booleans(), st.booleans(), st.none() | st.text(), st.text())
)
@hypothesis_settings(deadline=None)
def test_message_is_one_line_that_gives_the_message(message: Message) -> None:
    line = message.line()
    assert line.index(b"\n") == len(line) - 1
    assert Message.parse(line) == message


def test_file_names_that_are_no_utf8_pass() -> None:
    message = Message(items=(os.fsdecode(b"/x/\xff.torrent"),))
    assert Message.parse(message.line()) == message


def test_fields_of_a_newer_version_are_ignored() -> None:
    assert Message.parse(b'{"items": ["x"], "colour": "red"}') == Message(items=("x",))


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        ({}, ""),
        ({"XDG_ACTIVATION_TOKEN": "a"}, "a"),
        ({"DESKTOP_STARTUP_ID": "b"}, "b"),
        ({"XDG_ACTIVATION_TOKEN": "a", "DESKTOP_STARTUP_ID": "b"}, "a"),
    ],
)
def test_message_of_a_start(environment: dict[str, str], token: str) -> None:
    assert Message.of(Arguments(items=("x",), paused=True), environment) == Message(
        ("x",), paused=True, activation_token=token
    )
    assert Message.of(Arguments(save_path=Path("/x")), {}).save_path == "/x"
