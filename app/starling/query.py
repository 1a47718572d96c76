# SPDX-License-Identifier: GPL-3.0-or-later
"""The language of the filter box: words and terms such as ``state:stalled ratio<1 file:*.srt``, read once.

Terms side by side must all hold; ``or`` and ``|`` stand between alternatives, brackets hold them together, ``-``
before a word, a term or a bracket excludes. Case and accents do not matter.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from starling import queryrules, queryterms
from starling.queryfields import find
from starling.queryproblem import Problem, Wrong
from starling.querystates import Predicate
from starling.queryterms import Inside, Leaf, Vocabulary, Word
from starling.querytokens import Part, Token, tokens

LONGEST = 2000
"""Characters of a query."""
_DEEPEST, _MOST = 20, 200
_MANY_TEXTS = 8
"""From so many on, what was found is kept."""
_MOVABLE, _ALONE = re.compile(r'"[^"]*"|[^"()]+'), re.compile(r'"[^"]*"|[\w*?.][^"()]*')
"""Words that can stand behind ``file:``, and one that needs no brackets there."""

Found = Mapping[str, Collection[str]]
"""What was asked of the names of files inside -> the ids of the torrents that have such files."""

_NOTHING: Found = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Not:
    node: "_Node"


@dataclass(frozen=True, slots=True)
class _Every:
    nodes: "tuple[_Node, ...]"


@dataclass(frozen=True, slots=True)
class _Either:
    nodes: "tuple[_Node, ...]"


_Node = Word | Leaf | Inside | _Not | _Every | _Either


@dataclass(frozen=True, slots=True)
class Query:
    """A text that was read. It can be asked for its rule as long as there is no problem."""

    text: str
    problem: Problem | None = None
    """The first thing that is wrong with it."""
    note: Problem | None = None
    """What looked like a field and was taken for a word, or a term that is only begun."""
    inside: tuple[str, ...] = ()
    """All that it asks of the names of the files inside, as `engine.find_files` takes it."""
    timed: bool = False
    """What it finds changes as time goes by."""
    words: str = ""
    """The plain words in it, as they were typed, if they could be asked of the files inside instead."""
    words_inside: str = ""
    """The text with that done."""
    _node: _Node | None = None

    @property
    def flaw(self) -> Problem | None:
        """What has to be mended before it is kept: what is wrong, or a term that asks for nothing."""
        if self.problem is None and self.note is not None and self.note.wrong is Wrong.BEGUN:
            return self.note
        return self.problem

    @property
    def says(self) -> bool:
        """Whether there is anything in it, right or wrong."""
        return self._node is not None or self.flaw is not None

    def rule(self, found: Found = _NOTHING) -> Predicate | None:
        """What a torrent must be like; None lets everything through. `found` has an answer for each of `inside`."""
        return None if self._node is None else _built(self._node, found)


def parse(text: str, vocabulary: Vocabulary = queryterms.ENGLISH) -> Query:
    """Reads a text; never raises. `vocabulary` are further words for values, folded -> the English ones."""
    if len(text) > LONGEST:
        return Query(text, Problem(Wrong.MANY))
    found = list(tokens(text))
    reader = _Reader(text, vocabulary)
    reader.read(found)
    if reader.problem is not None:
        return Query(text, reader.problem)
    typed = [text[token.start : token.end] for token in reader.words]
    movable = all(map(_MOVABLE.fullmatch, typed)) and all(token.part is Part.TERM for token in found)
    words, plain = (reader.words, " ".join(typed)) if movable else ([], "")
    return Query(
        text,
        note=reader.note,
        inside=tuple(dict.fromkeys(reader.inside)),
        timed=reader.timed,
        words=plain,
        words_inside=_moved_inside(text, words, plain) if words else "",
        _node=reader.node,
    )


def _moved_inside(text: str, words: Sequence[Token], plain: str) -> str:
    rest = text
    for token in reversed(words):
        rest = f"{rest[: token.start]} {rest[token.end :]}"
    bracketed = len(words) > 1 or not _ALONE.fullmatch(plain)
    return " ".join([*rest.split(), f"file:({plain})" if bracketed else f"file:{plain}"])


class _Frame:
    """A bracket that is open: the alternatives in it so far."""

    def __init__(self, *, negated: bool) -> None:
        self.negated = negated
        self.alternatives: list[list[_Node]] = [[]]

    def node(self) -> _Node | None:
        """All of it as one."""
        filled = [_joined(nodes, _Every) for nodes in self.alternatives if nodes]
        return _joined(filled, _Either) if filled else None


def _joined(nodes: Sequence[_Node], join: type[_Every] | type[_Either]) -> _Node:
    return nodes[0] if len(nodes) == 1 else join(tuple(nodes))


class _Reader:
    """Goes through the tokens; brackets are a stack of frames, not of calls."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text, self._vocabulary = text, vocabulary
        self._frames = [_Frame(negated=False)]
        self.problem: Problem | None = None
        self.note: Problem | None = None
        self.inside: list[str] = []
        self.timed = False
        self.words: list[Token] = []
        """Plain ones outside of brackets that nothing excludes."""

    @property
    def node(self) -> _Node | None:
        """All of it; brackets that are still open end where the text does."""
        while len(self._frames) > 1:
            self._close()
        return self._frames[0].node()

    def read(self, found: Sequence[Token]) -> None:
        """Takes all of them in, or those before the first problem."""
        if len(found) > _MOST:
            self.problem = Problem(Wrong.MANY)
        for number, token in enumerate(found):
            if self.problem is not None:
                return
            if token.part is Part.OPEN:
                self._frames.append(_Frame(negated=token.negated))
                if len(self._frames) > _DEEPEST:
                    self.problem = Problem(Wrong.DEEP)
            elif token.part is Part.CLOSE:
                self._close()
            elif token.part is Part.OR and (number or token.value == ""):
                self._frames[-1].alternatives.append([])
            else:
                self._take(token)

    def _close(self) -> None:
        frame = self._frames.pop()
        if (node := frame.node()) is not None:
            self._frames[-1].alternatives[-1].append(_Not(node) if frame.negated else node)

    def _take(self, token: Token) -> None:
        node = self._term(token) if token.key else self._word(token)
        if node is None:
            return
        if isinstance(node, Inside):
            self.inside.append(node.text)
        elif isinstance(node, Word) and not token.negated and len(self._frames) == 1:
            self.words.append(token)
        elif isinstance(node, Leaf):
            self.timed |= node.timed
        negated = token.negated != (isinstance(node, Inside) and token.sign == "!=")
        self._frames[-1].alternatives[-1].append(_Not(node) if negated else node)

    def _word(self, token: Token) -> _Node | None:
        # A lone hyphen is about to exclude something, or joins two parts of a name.
        return None if token.value in {"", "-"} else Word(token.value)

    def _term(self, token: Token) -> _Node | None:
        at_end = not self._text[token.end :].strip()
        field = find(token.key)
        if field is None:
            return self._unknown(token, at_end=at_end)
        if not token.value and not token.quoted:
            self._remark(Problem(Wrong.BEGUN, field.key, token.sign, kind=field.kind, at_end=at_end))
            return None
        node = queryterms.term(field, token, self._vocabulary)
        if isinstance(node, Problem):
            self.problem = queryterms.placed(node, at_end=at_end)
            return None
        return node

    def _unknown(self, token: Token, *, at_end: bool) -> _Node | None:
        """A key that is none: names have colons in them too."""
        problem = queryterms.unknown(token, at_end=at_end)
        literal = Word(self._text[token.start + token.negated : token.end])
        if problem.wrong is Wrong.FIELD:
            self.problem = problem
        elif token.value:
            self._remark(problem)
        return literal

    def _remark(self, note: Problem) -> None:
        """The first is said, but for one that asks for nothing, which matters more."""
        if self.note is None or (note.wrong is Wrong.BEGUN and self.note.wrong is not Wrong.BEGUN):
            self.note = note


def _built(node: _Node, found: Found) -> Predicate:
    match node:
        case Word():
            return queryrules.words([node.folded])
        case Leaf():
            return node.rule
        case Inside():
            ids = found[node.text]
            return lambda t: t.id in ids
        case _Not():
            return queryrules.negated(_built(node.node, found))
        case _Either() | _Every():
            rule = _composed(node, found)
            return queryrules.kept(rule) if _texts(node) >= _MANY_TEXTS else rule


def _composed(node: _Either | _Every, found: Found) -> Predicate:
    nodes, either = node.nodes, isinstance(node, _Either)
    still = [part for part in nodes if _texts(part)]
    if len(still) < len(nodes) and sum(map(_texts, still)) >= _MANY_TEXTS:
        # Of its own, what is found in texts is kept while rates go up and down.
        others = tuple(part for part in nodes if not _texts(part))
        nodes = (*others, _Either(tuple(still)) if either else _Every(tuple(still)))
    wanted = [part.folded for part in nodes if isinstance(part, Word)]
    unwanted = [part.node.folded for part in nodes if isinstance(part, _Not) and isinstance(part.node, Word)]
    # What is measured is compared in no time, what is written has to be searched.
    rules = [_built(part, found) for part in nodes if not _is_word(part)]
    if wanted:
        rules.append(queryrules.any_word(wanted) if either else queryrules.words(wanted))
    if unwanted:
        rules.append(queryrules.negated(queryrules.words(unwanted) if either else queryrules.any_word(unwanted)))
    return queryrules.either(rules) if either else queryrules.every(rules)


def _is_word(node: _Node) -> bool:
    return isinstance(node.node if isinstance(node, _Not) else node, Word)


def _texts(node: _Node) -> int:
    """How many texts it asks for that hardly ever change; 0 if it asks for anything else."""
    match node:
        case Word():
            return 1
        case Leaf():
            return node.texts
        case Inside():
            return 0
        case _Not():
            return _texts(node.node)
        case _Either() | _Every():
            counts = [_texts(part) for part in node.nodes]
            return sum(counts) if all(counts) else 0
