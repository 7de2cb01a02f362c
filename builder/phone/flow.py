"""Pieces one under the other: each kind of piece as the element that says what it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from builder.model.pieces import (
    Blank,
    Board,
    Cards,
    Chat,
    Choices,
    Clock,
    Figure,
    Grid,
    Heading,
    HelpCard,
    Mark,
    Message,
    Move,
    Notice,
    Pairs,
    Para,
    Piece,
    Points,
    Row,
    Step,
    Task,
    Tick,
    Tone,
    Track,
)  # fmt: skip
from builder.model.voice import Said
from builder.phone import tasks
from builder.phone.leaf import Leaf
from builder.phone.markup import EMPTY, Html, joined, tag, text
from builder.phone.picture import attention, clock, mark, picture, sign

MARKS = {"good": "heart", "help": "handset", "card": "star"}
"""What stands in the corner of a square of a board, as on paper."""


def flow(leaf: Leaf, pieces: Iterable[Piece], level: int) -> Html:
    """The pieces of a frame; parts begin at `level`, what is inside a part one below it."""
    done: list[Html] = []
    named = ""
    below = level  # where a paragraph's heading stands: under a part's, once there is one
    for piece in pieces:
        if isinstance(piece, Heading):
            named = leaf.id("h")
            done.append(tag(f"h{level if piece.level == 2 else below}", leaf.said(piece.said), id=named))
            below = level + 1 if piece.level == 2 else below
            continue
        if isinstance(piece, Step):
            below = level + 1
        done.append(_piece(leaf, piece, level, named))
    return joined(done)


def _piece(leaf: Leaf, piece: Piece, level: int, named: str) -> Html:
    """One piece; `named` is the id of the last heading before it."""
    match piece:
        case Task() | Tick() | Pairs() | Blank() | HelpCard():
            return _to_fill_in(leaf, piece, level, named)
        case Step() | Grid() | Heading() | Para() | Points() | Notice():
            return _read(leaf, piece, level)
        case Choices() | Chat() | Cards() | Track() | Clock() | Board():
            return _shown(leaf, piece, level)
        case Figure():
            return picture(leaf, piece.key, leaf.plain(piece.alt))
        case _:
            assert_never(piece)


def _read(leaf: Leaf, piece: Step | Grid | Heading | Para | Points | Notice, level: int) -> Html:
    match piece:
        case Step():
            return _step(leaf, piece, level)
        case Grid():
            return _grid(leaf, piece)
        case Heading():
            return tag(f"h{level}", leaf.said(piece.said))
        case Para():
            return tag("p", leaf.said(piece.said), class_=piece.tone.value if piece.tone is not Tone.BODY else None)
        case Points():
            return _points(leaf, piece)
        case Notice():
            return _notice(leaf, piece.items, piece.sign)
        case _:
            assert_never(piece)


def _to_fill_in(leaf: Leaf, piece: Task | Tick | Pairs | Blank | HelpCard, level: int, named: str) -> Html:
    match piece:
        case Task():
            return tasks.task(leaf, piece, level)
        case Tick():
            return tasks.tick(leaf, piece, named)
        case Pairs():
            return joined((tag("p", tag("strong", leaf.word("phone-match"))), tasks.pairs(leaf, piece, named)))
        case Blank():
            return tasks.blank(leaf, piece, named)
        case HelpCard():
            return tasks.help_card(leaf, piece, level)
        case _:
            assert_never(piece)


def _shown(leaf: Leaf, piece: Choices | Chat | Cards | Track | Clock | Board, level: int) -> Html:
    """What is only looked at."""
    match piece:
        case Choices():
            return tag("ul", *(_choice(leaf, each.letter, each.said) for each in piece.items), class_="lettered")
        case Chat():
            return tag("ul", *(_message(leaf, message) for message in piece.messages), class_="chat")
        case Cards():
            return _cards(leaf, piece, level)
        case Track():
            return tag("ol", *(_move(leaf, number, move) for number, move in enumerate(piece.moves, 1)), class_="track")
        case Clock():
            below = joined(tag("p", leaf.said(said)) for said in piece.below)
            return joined((tag("p", clock(leaf, piece.minutes), leaf.said(piece.label), class_="clock"), below))
        case Board():
            return _board(leaf, piece)
        case _:
            assert_never(piece)


def _points(leaf: Leaf, piece: Points) -> Html:
    """A list; its marks only decorate, but for numbers, which are heard."""
    if piece.mark is Mark.NUMBER:
        return tag("ol", leaf.lines(piece.items), start=piece.first if piece.first != 1 else None)
    if piece.mark is Mark.HEART:
        rows = (tag("li", mark("heart"), tag("span", leaf.said(said))) for said in piece.items)
        return tag("ul", *rows, class_="marked")
    return tag("ul", leaf.lines(piece.items), class_="boxes" if piece.mark is Mark.TICK else "points")


def _choice(leaf: Leaf, letter: str, said: Said) -> Html:
    """One answer; which is right is told by nobody here."""
    return tag("li", tag("span", text(f"{letter} "), class_="number"), tag("span", leaf.said(said)))


def _message(leaf: Leaf, message: Message) -> Html:
    """A message; whose it is shows in where it stands, and is heard before it."""
    whose = tag("span", leaf.word("alt-sent" if message.own else "alt-received"), text(": "), class_="heard")
    return tag("li", whose, leaf.said(message.said), class_="own" if message.own else None)


def _move(leaf: Leaf, number: int, move: Move) -> Html:
    told = tag("span", tag("strong", leaf.said(move.word)), text(" "), leaf.said(move.line))
    return tag("li", sign(move.sign) if move.sign else tag("span", text(f"{number} "), class_="number"), told)


def _cards(leaf: Leaf, piece: Cards, level: int) -> Html:
    rows = []
    for card in piece.items:
        drawn = (
            picture(leaf, card.picture.key, "" if card.said or card.head else leaf.plain(card.picture.alt), "small")
            if card.picture
            else EMPTY
        )
        head = tag(f"h{level}", leaf.said(card.head)) if card.head else EMPTY
        said = tag("p", leaf.said(card.said)) if card.said else EMPTY
        rows.append(tag("li", drawn, head, said, tag("p", leaf.said(card.foot), class_="caption") if card.foot else EMPTY))
    return tag("ul", *rows, class_="cards")


def _board(leaf: Leaf, board: Board) -> Html:
    """The squares in the order in which they are walked."""
    rows = [tag("li", tag("strong", leaf.said(board.start)), class_="end", value="0")]
    for square in board.squares:
        shown = mark(MARKS[square.does]) if square.does in MARKS else EMPTY
        move = tag("strong", leaf.said(square.move), class_="move") if square.move else EMPTY
        rows.append(tag("li", shown, leaf.said(square.said), text(" ") if move else EMPTY, move, class_=square.does))
    return tag("ol", *rows, tag("li", tag("strong", leaf.said(board.goal)), class_="end"), class_="board")


def _notice(leaf: Leaf, items: Iterable[Said], kind: str) -> Html:
    """A box that must not be overlooked."""
    told = tag("div", *(tag("p", leaf.said(said)) for said in items))
    return tag("div", attention() if kind == "attention" else EMPTY, told, class_="notice", role="note")


def _grid(leaf: Leaf, grid: Grid) -> Html:
    """A table; where a line of it is wider than the screen, each row becomes a card that says its heads again."""
    heads = [leaf.said(said, " ") for said in grid.head.cells]
    first = tag("tr", *(tag("th", head, scope="col", role="columnheader") for head in heads), role="row")
    rows = (_row(leaf, row, heads) for row in grid.rows)
    # Shown as blocks, rows and cells would be no table any more to some screen readers: their roles stand here.
    return tag("table", tag("thead", first, role="rowgroup"), tag("tbody", *rows, role="rowgroup"), role="table")


def _row(leaf: Leaf, row: Row, heads: list[Html]) -> Html:
    cells = []
    for at, said in enumerate(row.cells):
        across = len(heads) - at if at == len(row.cells) - 1 else 1
        told = leaf.said(said)
        if at == 0:
            cells.append(tag("th", told, scope="row", role="rowheader", colspan=across if across > 1 else None))
            continue
        # Heard already, as the head of its column.
        again = tag("span", heads[at], class_="again", aria_hidden="true") if across == 1 and said else EMPTY
        cells.append(tag("td", again, tag("span", told), role="cell", colspan=across if across > 1 else None))
    return tag("tr", *cells, role="row")


def _step(leaf: Leaf, step: Step, level: int) -> Html:
    """One slide: its title, when, what to say, do and expect, what it shows."""
    name = f"slide-{step.frame.replace('/', '-')}"
    time = Said(f"{step.clock} · {step.minutes.string}", step.where.language) if step.minutes else step.minutes
    when = tag("p", tag("strong", leaf.said(time), text(" · ")) if time else EMPTY, leaf.said(step.where), class_="when")
    rows = (("say", step.say), ("do-label", step.do), ("shown", step.shown), ("expect", step.expect))
    told = [
        tag("div", tag("dt", leaf.word(f"guide-{label}")), *(tag("dd", leaf.said(said)) for said in some), class_=label)
        for label, some in rows if some
    ]  # fmt: skip
    shows = tag("p", leaf.said(step.picture), class_="caption") if step.picture else EMPTY
    warning = _notice(leaf, (step.warning,), "attention") if step.warning else EMPTY
    heading = tag(f"h{level}", leaf.said(step.heading), id=name)
    return tag("section", heading, when, warning, tag("dl", *told) if told else EMPTY, shows, class_="step")
