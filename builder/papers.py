"""Every kind of document: how its frames are composed, how they become pages."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from builder.blocks.helplines import help_card
from builder.compose.cards import card_backs, cards
from builder.compose.certificates import certificates
from builder.compose.evaluation import evaluation, tally
from builder.compose.flipchart import flipchart, lead_of_slides, sheet_of_slides
from builder.compose.forms import forms, permissions
from builder.compose.games import board_game, pledge_wall, trust_circle, word_search
from builder.compose.guide import guide
from builder.compose.handouts import at_home, handouts
from builder.compose.help_cards import help_cards as wallet
from builder.compose.posters import posters
from builder.compose.print_plan import print_plan
from builder.compose.public import agenda, press_note
from builder.compose.question_cards import question_cards
from builder.compose.slides import slides
from builder.content import Content
from builder.lesson import Session
from builder.model.document import NOTHING, Document, Made
from builder.model.kinds import KINDS
from builder.model.page import Pages
from builder.model.report import Report
from builder.typeset.paper import editions
from builder.typeset.paper.card_backs import card_backs as card_back_pages
from builder.typeset.paper.certificates import certificates as certificate_pages
from builder.typeset.paper.evaluation import evaluation as evaluation_pages
from builder.typeset.paper.flipchart import flip_pages
from builder.typeset.paper.games import board_game as board_game_pages
from builder.typeset.paper.games import games
from builder.typeset.paper.help_cards import help_cards
from builder.typeset.paper.posters import poster_pages, tiles
from builder.typeset.paper.question_cards import question_cards as question_card_pages
from builder.typeset.paper.sheet import Setting
from builder.typeset.paper.slides_handout import slides_handout
from builder.typeset.sketch import Desk
from builder.typeset.slide_pages import slide_pages

LAST = {"flipchart": ("slides",), "slides-handout": ("slides",), "guide": ("slides", "handouts", "cards"), "print-plan": ()}
"""Documents that tell of others, in the order in which they are made → the others that they cannot do without."""

NO_SLIDES = Pages("slides", "", "", ())


class Bench(NamedTuple):
    """What every document of a pack is made with, and what was made of it so far."""

    content: Content
    session: Session
    desk: Desk
    report: Report
    made: Made

    @property
    def setting(self) -> Setting:
        """How sheets for participants are set."""
        room = self.session.room
        label = self.content.called(room.voice).string
        return Setting(self.desk, room.voice, help_card(room), label, self.session.paper, self.report)


class Paper(NamedTuple):
    """How one kind is made. A document without frames is not made."""

    compose: Callable[[Bench], Document]
    lay: Callable[[Document, Bench], Pages]


def order(documents: Collection[str]) -> list[str]:
    """The documents asked for and those they tell of, as they are made."""
    needed = {*documents, *(other for name in documents for other in LAST.get(name, ()))}
    first = [kind.name for kind in KINDS if kind.name in needed and kind.name in PAPERS and kind.name not in LAST]
    first.sort(key=lambda name: name != "slides")  # which are rendered aside
    return first + [name for name in LAST if name in needed]


def _slides(document: Document, bench: Bench) -> Pages:
    room = bench.session.room
    return slide_pages(document, bench.desk, room.voice, room.guide, bench.report)


def _sheets(document: Document, bench: Bench) -> Pages:
    return editions.sheets(document, bench.setting)


def _flipped(document: Document, bench: Bench) -> Pages:
    return flip_pages(document, bench.setting, bench.session.room.guide)


def _slides_on_paper(document: Document, bench: Bench) -> Pages:
    return slides_handout(document, bench.made.pages["slides"], bench.setting, lead_of_slides(bench.session))


def _posters(document: Document, bench: Bench) -> Pages:
    return poster_pages(document, bench.setting)


def _tiled(document: Document, bench: Bench) -> Pages:
    return tiles(poster_pages(document, bench.setting), bench.setting, bench.session.room.guide)


def _told(document: Document, bench: Bench) -> Pages:
    """What facilitators read: text that flows down the pages."""
    slides_of, room = bench.made.pages.get("slides", NO_SLIDES), bench.session.room
    draft = room.unreviewed() if room.guide.language.tag in {each.written for each in room.drafts} else NOTHING
    return editions.guide(document, slides_of, bench.desk, room.guide, bench.session.paper, draft)


def _flowing(document: Document, bench: Bench) -> Pages:
    """What participants, families or guests read: text that flows down the pages, in both languages where there are two."""
    return editions.readings(document, bench.setting)


def _glued(document: Document, bench: Bench) -> Pages:
    return board_game_pages(document, bench.setting, bench.session.room.guide)


def _played(document: Document, bench: Bench) -> Pages:
    return games(document, bench.setting)


PAPERS = {
    "slides": Paper(lambda bench: slides(bench.session), _slides),
    "handouts": Paper(lambda bench: handouts(bench.session), _sheets),
    "cards": Paper(lambda bench: cards(bench.session), _sheets),
    "card-backs": Paper(lambda bench: card_backs(bench.session), lambda document, bench: card_back_pages(document, bench.setting)),
    "question-cards": Paper(
        lambda bench: question_cards(bench.session), lambda document, bench: question_card_pages(document, bench.setting)
    ),
    "family": Paper(lambda bench: at_home(bench.session), _sheets),
    "help-card": Paper(lambda bench: wallet(bench.session), lambda document, bench: help_cards(document, bench.setting)),
    "board-game": Paper(lambda bench: board_game(bench.session), _glued),
    "trust-circle": Paper(lambda bench: trust_circle(bench.session), _played),
    "word-search": Paper(lambda bench: word_search(bench.session), _played),
    "pledge-wall": Paper(lambda bench: pledge_wall(bench.session), _played),
    "evaluation": Paper(lambda bench: evaluation(bench.session), lambda document, bench: evaluation_pages(document, bench.setting)),
    "evaluation-tally": Paper(lambda bench: tally(bench.session), _told),
    "permissions": Paper(lambda bench: permissions(bench.session), _flowing),
    "forms": Paper(lambda bench: forms(bench.session), _told),
    "agenda": Paper(lambda bench: agenda(bench.session), _flowing),
    "press-note": Paper(lambda bench: press_note(bench.session), _flowing),
    "certificates": Paper(lambda bench: certificates(bench.session), lambda document, bench: certificate_pages(document, bench.setting)),
    "flipchart": Paper(lambda bench: flipchart(bench.session, bench.made), _flipped),
    "slides-handout": Paper(lambda bench: sheet_of_slides(bench.session), _slides_on_paper),
    "posters": Paper(lambda bench: posters(bench.session), _posters),
    "posters-tiled": Paper(lambda bench: posters(bench.session, "posters-tiled"), _tiled),
    "guide": Paper(lambda bench: guide(bench.session, bench.made, bench.content.called(bench.session.room.guide)), _told),
    "print-plan": Paper(lambda bench: print_plan(bench.session, bench.made), _told),
}
