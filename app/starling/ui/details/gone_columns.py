# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the table of peers that are gone."""

from starling import formats
from starling.i18n import translate
from starling.peerstory import Story
from starling.ui.column import Align, Column, Export, Unit, natural
from starling.ui.details import story_words
from starling.ui.details.peer_columns import address_order
from starling.ui.theme import Token


def columns() -> list[Column[Story]]:
    """Every one, those that are hidden at first included."""
    return [
        Column(
            key="address",
            title=translate("Gone", "Address"),
            value=lambda story: address_order(story.address),
            text=lambda story: story.address,
            width=138,
            tooltip=story_words.address,
            help=translate("Gone", "Where the peer was. The port has a column of its own."),
        ),
        Column(
            key="port",
            title=translate("Gone", "Port"),
            value=lambda story: story.port,
            text=lambda story: str(story.port),
            width=62,
            align=Align.RIGHT,
            hidden=True,
        ),
        Column(
            key="client",
            title=translate("Gone", "Client"),
            value=lambda story: natural(story.client),
            text=lambda story: story.client,
            width=144,
            colour=lambda story: Token.MUTED if story.client.startswith("-") else Token.TEXT,
            tooltip=story_words.about,
            help=translate(
                "Gone",
                "The program, as it called itself; the beginning of its peer-id where nobody looked at the peers "
                "while it was there.",
            ),
        ),
        Column(
            key="ended",
            title=translate("Gone", "Left"),
            value=lambda story: story.ended,
            text=lambda story: story_words.moment(story.ended) if story.ended is not None else "",
            width=88,
            falling=True,
            unit=Unit.MOMENT,
            exports=(Export(translate("Gone", "Left"), lambda story: story.ended, Unit.MOMENT),),
            help=translate("Gone", "When the connection ended, or the last attempt at one."),
        ),
        Column(
            key="begun",
            title=translate("Gone", "Connected at"),
            value=lambda story: story.begun if story.reached else None,
            text=lambda story: story_words.moment(story.begun) if story.reached else "",
            width=96,
            falling=True,
            spare=True,
            exports=(
                Export(
                    translate("Gone", "Connected at"),
                    lambda story: story.begun if story.reached else None,
                    Unit.MOMENT,
                ),
            ),
            help=translate("Gone", "When the connection began; empty if there never was one."),
        ),
        Column(
            key="lasted",
            title=translate("Gone", "For"),
            value=lambda story: story.seconds,
            text=lambda story: "" if story.seconds is None else formats.duration(story.seconds),
            width=90,
            align=Align.RIGHT,
            unit=Unit.SECONDS,
            help=translate("Gone", "How long the connection lasted."),
        ),
        Column(
            key="got",
            title=translate("Gone", "Got"),
            value=lambda story: story.downloaded or None,
            text=lambda story: formats.size(story.downloaded) if story.downloaded else "",
            width=80,
            align=Align.RIGHT,
            spare=True,
            unit=Unit.BYTES,
            tooltip=_looked,
            help=translate("Gone", "What it had given us when it was looked at last; nobody counts what comes unseen."),
        ),
        Column(
            key="given",
            title=translate("Gone", "Given"),
            value=lambda story: story.uploaded or None,
            text=lambda story: formats.size(story.uploaded) if story.uploaded else "",
            width=80,
            align=Align.RIGHT,
            spare=True,
            unit=Unit.BYTES,
            tooltip=_looked,
            help=translate("Gone", "What we had given it when it was looked at last."),
        ),
        Column(
            key="why",
            title=translate("Gone", "Why it left"),
            value=lambda story: natural(story_words.why(story)),
            text=story_words.why,
            width=240,
            stretch=True,
            least=240,
            colour=lambda story: Token.TEXT if story.shaken else Token.MUTED,
            help=translate("Gone", "Why the connection ended or never came to be, as far as we were told."),
        ),
        Column(
            key="by",
            title=translate("Gone", "Ended by"),
            value=story_words.ended_by,
            text=story_words.ended_by,
            width=84,
            hidden=True,
            help=translate("Gone", "Who ended the connection; empty where that is not known."),
        ),
        Column(
            key="direction",
            title=translate("Gone", "Called by"),
            value=story_words.direction,
            text=story_words.direction,
            width=96,
            hidden=True,
            help=translate("Gone", "Which side began the connection."),
        ),
    ]


def _looked(story: Story) -> str:
    if story.looked is None:
        return ""
    return translate("Gone", "As of {time}, when it was looked at last.").format(time=story_words.moment(story.looked))
