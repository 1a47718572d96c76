# SPDX-License-Identifier: GPL-3.0-or-later
"""Queries in words: what each field means, what may stand behind it, and what is said of a term that is wrong."""

from starling import querycauses, querystates
from starling.i18n import translate
from starling.querycauses import CAUSES
from starling.querycompletion import Candidate
from starling.queryfields import Kind
from starling.queryproblem import Problem, Wrong
from starling.queryterms import Vocabulary
from starling.spelling import fold, shortened, shown
from starling.ui import filters
from starling.ui.filters import Filter, Section
from starling.why import words as whywords


def sentence(problem: Problem) -> str:
    """What is wrong, and what would be right."""
    return _template(problem).format(
        key=_brief(problem.key),
        sign=problem.sign,
        value=_brief(problem.value),
        term=_brief(problem.key + problem.sign + problem.value),
        suggestion=problem.suggestion,
    )


def _template(problem: Problem) -> str:
    match problem.wrong:
        case Wrong.FIELD if problem.suggestion:
            return translate("Query", "“{key}” is no field: did you mean {suggestion}?")
        case Wrong.FIELD:
            return translate("Query", "“{key}” is no field. In quotes, “{term}” is looked for as it stands.")
        case Wrong.WORD:
            return translate("Query", "“{key}” is no field, so “{term}” is looked for as it stands.")
        case Wrong.SIGN:
            return translate("Query", "“{key}” can't be compared by “{sign}”: use {key}:")
        case Wrong.BEGUN:
            return translate("Query", "“{key}{sign}” asks for nothing yet: something has to follow it.")
        case Wrong.DEEP:
            return translate("Query", "There are too many brackets within brackets.")
        case Wrong.MANY:
            return translate("Query", "These are more words than one filter takes.")
        case Wrong.VALUE if problem.suggestion:
            return translate("Query", "{key} knows no “{value}”: did you mean {suggestion}?")
        case Wrong.VALUE:
            return _takes(problem.kind)


def _brief(text: str) -> str:
    return shortened(shown(text), 30)


def _takes(kind: Kind) -> str:
    match kind:
        case Kind.SIZE:
            return translate("Query", "{key}{sign} takes a size such as 700M, 4G or 1.5GiB, not “{value}”.")
        case Kind.RATE:
            return translate("Query", "{key}{sign} takes a rate such as 100k or 2.5M, not “{value}”.")
        case Kind.COUNT:
            return translate("Query", "{key}{sign} takes a whole number such as 3, not “{value}”.")
        case Kind.NUMBER:
            return translate("Query", "{key}{sign} takes a number such as 1.5, not “{value}”.")
        case Kind.PERCENT:
            return translate("Query", "{key}{sign} takes a share such as 50%, not “{value}”.")
        case Kind.DURATION:
            return translate("Query", "{key}{sign} takes a time such as 30m, 2h or 1d12h, not “{value}”.")
        case Kind.MOMENT:
            return translate(
                "Query", "{key}{sign} takes an age such as 12h or 7d, or a date such as 2026-11-01, not “{value}”."
            )
        case Kind.STATE:
            return translate("Query", "{key} takes what a torrent does, such as stalled or paused, not “{value}”.")
        case Kind.CAUSE:
            return translate("Query", "{key} takes what keeps a torrent, such as choked or disk-full, not “{value}”.")
        case Kind.LIMIT:
            return translate("Query", "{key} takes yes, no, down or up, not “{value}”.")
        case Kind.YES_NO:
            return translate("Query", "{key} takes yes or no, not “{value}”.")
        case _:
            return translate("Query", "{key} takes a text, not “{value}”.")


def vocabulary() -> Vocabulary:
    """The words for values in the language of the program, folded -> English; nothing new in English itself."""
    said = {state: of_state(state) for state in querystates.STATES}
    said |= {
        "yes": translate("Query", "yes"),
        "no": translate("Query", "no"),
        "none": translate("Query", "none"),
        "any": translate("Query", "any"),
        "never": translate("Query", "never"),
        "today": translate("Query", "today"),
        "yesterday": translate("Query", "yesterday"),
    }
    words = {fold(word): english for english, word in said.items() if fold(word) != english}
    return words | querycauses.vocabulary(dict(of_causes()))


def of_candidate(candidate: Candidate) -> str:
    """What is said beside something that may be meant."""
    if not candidate.value:
        return of_field(candidate.field)
    words = of_state(candidate.value) if candidate.field == "state" else ""
    if candidate.field == "why" and candidate.value in CAUSES:
        words = whywords.name(CAUSES[candidate.value])
    return "" if fold(words) == candidate.value else words


def of_state(state: str) -> str:
    """A word of ``state:`` as the sidebar has it."""
    if state in querystates.SIDEBAR:
        return filters.title(Filter(Section.STATUS, state))
    return {
        "inactive": translate("Query", "Inactive"),
        "incomplete": translate("Query", "Incomplete"),
        "finished": translate("Query", "Finished"),
        "forced": translate("Query", "Forced"),
        "metadata": translate("Query", "Finding details"),
        "moving": translate("Query", "Moving"),
        "running": translate("Query", "Running"),
    }[state]


def of_causes() -> list[tuple[str, str]]:
    """The words of ``why:`` with what they stand for."""
    return [(word, whywords.name(cause)) for word, cause in CAUSES.items()]


def of_field(key: str) -> str:
    """A field in a few words."""
    return {
        "state": translate("Query", "What it does: stalled, paused, errors…"),
        "why": translate("Query", "What keeps it: choked, disk-full…"),
        "label": translate("Query", "One of its labels"),
        "tracker": translate("Query", "One of its trackers"),
        "name": translate("Query", "Its name"),
        "path": translate("Query", "Its folder"),
        "file": translate("Query", "The files inside: *.srt"),
        "size": translate("Query", "Wanted size: 700M, 4G, 1.5GiB"),
        "progress": translate("Query", "Share that is here: 50%"),
        "left": translate("Query", "What is still missing: 100M"),
        "ratio": translate("Query", "Uploaded to downloaded: 1.5"),
        "down": translate("Query", "Download rate: 100k"),
        "up": translate("Query", "Upload rate: 100k"),
        "eta": translate("Query", "Time left: 30m, 2h"),
        "seeds": translate("Query", "Connected seeds"),
        "peers": translate("Query", "Connected peers"),
        "swarmseeds": translate("Query", "Seeds in the swarm"),
        "swarmpeers": translate("Query", "Peers in the swarm"),
        "availability": translate("Query", "Copies among the peers"),
        "added": translate("Query", "When it was added: 7d, 2026-11-01"),
        "completed": translate("Query", "When it was complete: 7d, 2026-11"),
        "active": translate("Query", "When it last moved: 1h, today"),
        "seen": translate("Query", "When a full copy was last seen"),
        "created": translate("Query", "When the torrent was made"),
        "downloaded": translate("Query", "Downloaded in all"),
        "uploaded": translate("Query", "Uploaded in all"),
        "wasted": translate("Query", "Thrown away this session"),
        "seedtime": translate("Query", "Time spent seeding: 7d"),
        "runtime": translate("Query", "Time spent running: 7d"),
        "queue": translate("Query", "Place in the queue"),
        "limit": translate("Query", "Limits of its own: yes, down, up"),
        "private": translate("Query", "Private torrents: yes, no"),
        "forced": translate("Query", "Runs whatever the queue says"),
        "sequential": translate("Query", "In the order of its pieces"),
        "error": translate("Query", "The text of its error"),
        "hash": translate("Query", "How its info-hash begins"),
    }[key]
