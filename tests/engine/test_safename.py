# SPDX-License-Identifier: GPL-3.0-or-later
"""A new name leads nowhere but into the torrent's folder, and is what its reader takes it for."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.engine.errors import EngineError
from starling.engine.safename import validated
from starling.spelling import shown

LONG = "ñ" * 127


@pytest.mark.parametrize(
    "path",
    [
        "a.txt",
        "folder/below/a.txt",
        " .hidden name",
        "...",
        "~",
        "宮沢賢治/全集.epub",
        "👩\u200d🚀.webp",
        "می\u200cخواهم",
        "e\u0301",
        LONG + "x",
        "CON",
        "nul.txt",
        "ends with a dot.",
        "a:b*?",
        "/".join("d" for _ in range(200)),
    ],
)
def test_a_good_name_is_taken_as_it_is(path: str) -> None:
    assert validated(path, system="linux") == path


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/etc/passwd", "stay inside"),
        ("../up", "means a folder"),
        ("a/../../up", "means a folder"),
        ("a/./b", "means a folder"),
        ("", "empty"),
        ("a//b", "empty"),
        ("a/", "empty"),
        ("a/ \u3000/b", "empty"),
        ("\u200d", "empty"),
        ("a\0b", "isn't possible"),
        ("a\\b", "isn't possible"),
        ("two\nlines", "can't be seen"),
        ("photo\u202egpj.exe", "can't be seen"),
        ("\u2066a", "can't be seen"),
        ("a\u200bb", "can't be seen"),
        ("\ufeffa", "can't be seen"),
        ("soft\u00adhyphen", "can't be seen"),
        ("bad\udce9", "can't be seen"),
        (LONG + "xy", "too long"),
        ("/".join([LONG] * 20), "too long"),
    ],
)
def test_a_bad_name_is_refused_with_a_sentence(path: str, reason: str) -> None:
    with pytest.raises(EngineError, match=reason) as refusal:
        validated(path, system="linux")
    assert shown(str(refusal.value)) == str(refusal.value)


@pytest.mark.parametrize(
    "path",
    ["CON", "nul.txt", "a/Com1.tar.gz", "aux .x", "LPT¹", "C:x", "c:/x", "a.", "a ", "what?", "a|b", "a/b:stream"],
)
def test_windows_refuses_more(path: str) -> None:
    assert validated(path, system="linux") == path
    with pytest.raises(EngineError):
        validated(path, system="win32")


@pytest.mark.parametrize("path", ["CONSOLE", "nully.txt", "com", "company/lpt10", "a.b"])
def test_windows_takes_what_only_looks_like_a_device(path: str) -> None:
    assert validated(path, system="win32") == path


def test_parts_that_the_torrent_has_already_may_stay() -> None:
    assert validated("fo\u200blder/new.txt", now="fo\u200blder/old.txt") == "fo\u200blder/new.txt"
    with pytest.raises(EngineError, match="can't be seen"):
        validated("fo\u200blder/n\u200bew.txt", now="fo\u200blder/old.txt")


def test_the_folder_above_counts_for_the_length() -> None:
    path = "/".join(["d" * 200] * 20)
    assert validated(path, save_path="/srv", system="linux") == path
    with pytest.raises(EngineError, match="too long"):
        validated(path, save_path="/" + "s" * 100, system="linux")


@given(st.text())
def test_nothing_leads_out_or_deceives(path: str) -> None:
    with suppress(EngineError):
        taken = validated(path)
        assert taken == path == shown(path)
        assert all(part and part not in (".", "..") and "\\" not in part for part in taken.split("/"))
