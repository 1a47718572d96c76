# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels as the settings define them: colour, folder, limits, goal, and the rules by which new torrents get them.

Torrents hold names of labels, defined or not; what a name means stands here only. A name is never part of a path.
"""

import fnmatch
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from starling.goals import Goal
from starling.i18n import translate
from starling.setting import RATE_MAX
from starling.spelling import fold, shortened, shown
from starling.torrent import AddOptions

LONGEST = 60
"""Characters of a name."""
LONGEST_PATTERN = 255
LIMIT_MAX = 2**31 - 1
_COLOUR = re.compile("#[0-9a-f]{6}")
_HOST = re.compile(r"[^\s/@,]+")


class By(Enum):
    """What a rule looks at."""

    TRACKER = "tracker"
    """Host names: the pattern's own and all below it; or what ``*`` and ``?`` say."""
    NAME = "name"
    """The torrent's name: all words of the pattern stand somewhere in it; or what ``*`` and ``?`` say of all of it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """New torrents of which this holds get the label."""

    by: By
    pattern: str

    def holds(self, name: str, hosts: Iterable[str]) -> bool:
        """For a torrent of this name, with trackers on these hosts."""
        if self.by is By.TRACKER:
            return any(_host_matches(self.pattern, host) for host in hosts)
        return _name_matches(self.pattern, name)


@dataclass(frozen=True, slots=True)
class Label:
    """What a name means; all but the name may be left unsaid."""

    name: str
    colour: str = ""
    """``#rrggbb``; empty for grey."""
    folder: str = ""
    """Where new torrents that have it are saved, absolute; empty where it says nothing."""
    down_limit: int = 0
    """Bytes a second for all its torrents together; 0 = no limit."""
    up_limit: int = 0
    goal: Goal | None = None
    """Until when its torrents are seeded; None where it says nothing."""
    rules: tuple[Rule, ...] = ()
    """Any one of them will do."""
    move: bool = False
    """Torrents that get it later are moved into its folder, if their owner agrees."""


# -- what others ask


def limits(labels: tuple[Label, ...]) -> dict[str, tuple[int, int]]:
    """Name -> bytes a second down and up (0 = no limit) of the labels that limit anything."""
    return {one.name: (one.down_limit, one.up_limit) for one in labels if one.down_limit or one.up_limit}


def goals(labels: tuple[Label, ...]) -> dict[str, Goal]:
    """Name -> goal of the labels that have one, in the order of the list: the first that a torrent has says it."""
    return {one.name: one.goal for one in labels if one.goal is not None}


def goal(labels: tuple[Label, ...], names: Iterable[str]) -> Goal | None:
    """The goal that a torrent with labels of these names gets from them."""
    having = set(names)
    return next((found for name, found in goals(labels).items() if name in having), None)


def folder(labels: tuple[Label, ...], names: Iterable[str]) -> str:
    """Where a new torrent with labels of these names is saved: the first of the list that says so; empty if none."""
    having = {key(name) for name in names}
    return next((one.folder for one in labels if one.folder and key(one.name) in having), "")


def given(labels: tuple[Label, ...], name: str, hosts: Iterable[str]) -> tuple[str, ...]:
    """The labels that the rules give to a torrent of this name with trackers on these hosts."""
    hosts = tuple(hosts)
    return tuple(one.name for one in labels if any(rule.holds(name, hosts) for rule in one.rules))


def for_new(labels: tuple[Label, ...], options: AddOptions, name: str, hosts: Iterable[str], usual: str) -> AddOptions:
    """What a new torrent is added with: the rules' labels too, and in their folder if it would be in the `usual` one.

    `options` are what was asked for; another folder than the usual one was chosen for this torrent, and stays.
    """
    names = canonical((*options.labels, *given(labels, name, hosts)), (one.name for one in labels))
    save_path = options.save_path
    if save_path == usual:
        save_path = folder(labels, names) or save_path
    return replace(options, labels=names, save_path=save_path)


def hosts_of(urls: Iterable[str]) -> tuple[str, ...]:
    """The hosts of tracker URLs, each once, in lower case; what has none is left out."""
    return tuple(dict.fromkeys(filter(None, map(_host_of, urls))))


# -- names


def key(name: str) -> str:
    """What two names have in common that mean the same label."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def tidy(text: str) -> str:
    """A name as it is kept: composed (NFC), without spaces that nobody sees."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def problem(name: str) -> str:
    """A sentence about a name, tidied, that can't be a label's; empty if it will do."""
    if not name:
        return translate("Labels", "A label needs a name.")
    if len(name) > LONGEST:
        return translate("Labels", "The name of a label has at most {count} characters.").format(count=LONGEST)
    if shown(name) != name:
        return translate("Labels", "The name of a label can't hold characters that can't be seen.")
    if "," in name:
        return translate("Labels", "Commas separate labels, so there can be none in a name.")
    return ""


def canonical(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """The names, each once, spelt as the `known` ones that differ in case only."""
    spelt: dict[str, str] = {}
    for name in known:
        spelt.setdefault(key(name), name)
    return tuple(dict.fromkeys(spelt.setdefault(key(name), name) for name in names))


def split(text: str) -> tuple[str, ...]:
    """The names in a text in which commas separate them. Raises ValueError with a sentence about one that won't do."""
    names = tuple(filter(None, map(tidy, text.split(","))))
    for name in names:
        if wrong := problem(name):
            raise ValueError(wrong)
    return canonical(names, ())


# -- rules


def tidy_pattern(by: By, text: str) -> str:
    """A pattern as it is kept: of a tracker's address its host."""
    plain = " ".join(text.split())
    return (_host_of(plain) or plain).lower() if by is By.TRACKER else plain


def pattern_problem(rule: Rule) -> str:
    """A sentence about a rule that will not do; empty if it will."""
    pattern = rule.pattern
    name = shortened(shown(pattern))
    if not pattern.strip("*?. "):
        return translate("Labels", "A rule that holds for every torrent is none: say what to look for.")
    if len(pattern) > LONGEST_PATTERN:
        return translate("Labels", "“{pattern}” is too long for a rule.").format(pattern=name)
    if rule.by is By.TRACKER and not _HOST.fullmatch(pattern):
        return translate("Labels", "“{pattern}” is no name of a tracker's host.").format(pattern=name)
    return ""


def _host_of(url: str) -> str:
    if "//" not in url:
        return ""
    try:
        return (urlsplit(url.strip()).hostname or "").lower()
    except ValueError:
        # What a torrent has for a tracker need not be a URL.
        return ""


def _host_matches(pattern: str, host: str) -> bool:
    host, pattern = host.lower().rstrip("."), pattern.lower()
    if "*" in pattern or "?" in pattern:
        return _glob(pattern).match(host) is not None
    pattern = pattern.strip(".")
    return host == pattern or host.endswith(f".{pattern}")


def _name_matches(pattern: str, name: str) -> bool:
    pattern, name = fold(pattern), fold(name)
    if "*" in pattern or "?" in pattern:
        return _glob(pattern).match(name) is not None
    return all(word in name for word in pattern.split())


@lru_cache(1024)
def _glob(pattern: str) -> re.Pattern[str]:
    # A bracket is a bracket: names are full of them, and nobody types character classes.
    return re.compile(fnmatch.translate(pattern.replace("[", "[[]")))


# -- in the settings


def read(raw: object) -> tuple[Label, ...]:
    """The labels of a list of tables as `write` makes it. Raises ValueError with a sentence."""
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raise ValueError(translate("Labels", "Labels must be a list."))
    found: dict[str, Label] = {}
    for label in map(_read_one, raw):
        if (other := found.get(key(label.name))) is not None:
            text = translate("Labels", "There are two labels named “{name}”.")
            raise ValueError(text.format(name=shown(other.name)))
        found[key(label.name)] = label
    return tuple(found.values())


def write(labels: Iterable[Label]) -> list[dict[str, Any]]:
    """The other way round; what is not said is left out."""
    return [dict(_fields(label)) for label in labels]


def check(label: Label) -> Label:
    """The label as it is kept. Raises ValueError with a sentence about what will not do."""
    name = tidy(label.name)
    rules = tuple(dict.fromkeys(Rule(rule.by, tidy_pattern(rule.by, rule.pattern)) for rule in label.rules))
    wrong = problem(name) or next(filter(None, map(pattern_problem, rules)), "")
    if wrong:
        raise ValueError(wrong)
    if label.colour and not _COLOUR.fullmatch(label.colour.lower()):
        raise _refused(name, translate("Labels", "its colour must be written as #rrggbb"))
    if label.folder and not _is_absolute(label.folder):
        raise _refused(name, translate("Labels", "its folder must be named in full, from the root on"))
    for limit in (label.down_limit, label.up_limit):
        if isinstance(limit, bool) or not 0 <= limit <= LIMIT_MAX:
            raise _refused(name, translate("Labels", "its limits must be bytes per second"))
    down, up = (limit if limit <= RATE_MAX else 0 for limit in (label.down_limit, label.up_limit))
    return replace(label, down_limit=down, up_limit=up, name=name, colour=label.colour.lower(), rules=rules)


def _fields(label: Label) -> Iterator[tuple[str, Any]]:
    yield "name", label.name
    for name in ("colour", "folder", "down_limit", "up_limit", "move"):
        if value := getattr(label, name):
            yield name, value
    if label.goal is not None:
        yield "goal", label.goal.encode()
    if label.rules:
        yield "rules", [{"by": rule.by.value, "pattern": rule.pattern} for rule in label.rules]


def _read_one(raw: object) -> Label:
    if isinstance(raw, Label):
        return check(raw)
    if not isinstance(raw, Mapping) or not isinstance(raw.get("name"), str):
        raise ValueError(translate("Labels", "Each label needs a name."))
    name = str(raw["name"])
    made: dict[str, Any] = {}
    for field, kind in (("colour", str), ("folder", str), ("down_limit", int), ("up_limit", int), ("move", bool)):
        if field in raw:
            if type(raw[field]) is not kind:
                raise _refused(name, translate("Labels", "{field} is not understood").format(field=field))
            made[field] = raw[field]
    try:
        made["goal"] = Goal.decode(raw["goal"]) if "goal" in raw else None
    except ValueError as error:
        raise _refused(name, translate("Labels", "{field} is not understood").format(field="goal")) from error
    try:
        made["rules"] = tuple(map(_read_rule, raw.get("rules", ())))
    except (ValueError, TypeError, KeyError) as error:
        raise _refused(name, translate("Labels", "{field} is not understood").format(field="rules")) from error
    return check(Label(name, **made))


def _read_rule(raw: Mapping[str, object]) -> Rule:
    pattern = raw["pattern"]
    if not isinstance(pattern, str):
        raise TypeError(repr(pattern))
    return Rule(By(raw["by"]), pattern)


def _refused(name: str, reason: str) -> ValueError:
    text = translate("Labels", "The label “{name}” can't be used: {reason}.")
    return ValueError(text.format(name=shortened(shown(tidy(name))), reason=reason))


def _is_absolute(path: str) -> bool:
    return shown(path) == path and (path.startswith(("/", "\\\\")) or re.match(r"[A-Za-z]:[\\/]", path) is not None)
