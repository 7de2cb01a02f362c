"""The flip chart on paper: a slide's words and picture on the front, in type for five metres; on its back what to say and do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from builder.model.document import Document, Frame
from builder.model.look import Style
from builder.model.page import Anchor, Box, Page, Pages, Role
from builder.model.pieces import Heading, Notice, Para, Piece, Points, Tone, Track
from builder.model.voice import Said, Voice
from builder.typeset import figures
from builder.typeset.mirror import mirrored
from builder.typeset.paper import wall
from builder.typeset.paper.rows import sentence_by_sentence
from builder.typeset.paper.sheet import LIVE_HEIGHT, LIVE_WIDTH, Setting, credit_line, ink, line, origin, page, sheet_credits, stroke
from builder.typeset.sketch import Desk, Overflow, Sketch, Spoken

SIZES, SMALLER = (72, 66, 60, 56, 52, 48), (44, 40)
"""Type to read, the largest that takes no more sheets.

Normal sight just makes out letters of five minutes of arc: at 5 m those are 7.3 mm tall. To be read with ease, by those with
weaker eyes too, capitals are 12 mm tall here: 34 pt, which Andika (capitals of 0.725 em) has in type of 48 pt.

A slide whose longest text no sheet holds in that type has smaller type, which can still be read from there (capitals of 10 mm); where
even that is too large, it goes on with its next sentence on the next sheet.
"""
TITLES, QUESTIONS = (66, 60, 56, 52), (88, 80, 72, 66, 60, 56, 52)
"""Type of titles, and of slides whose title is a question; Lexend's capitals are 0.7 em tall."""
STRIP = (34, 32, 30, 28)
"""Type of the reminder at the foot, which the facilitator says aloud as well."""
BACK_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
"""Type on the backs, which are read at arm's length."""
PICTURE, MOST_PICTURE = 220.0, 470.0
"""How tall a picture is at least and at most."""
TOGETHER = ("choices", "scenario", "columns", "cards", "pledge", "rehearsal")
"""Slides that are compared, voted on or said as a whole: no picture of theirs takes another sheet."""
FLOOR = LIVE_HEIGHT - 24
"""Where content ends, from the top of the live area."""


def flip_pages(document: Document, setting: Setting, guide: Voice) -> Pages:
    """A front and its back for each sheet, turned on the long edge like everything else in a pack."""
    chart = Chart(setting, guide)
    sheets: list[tuple[Front, Frame]] = []
    for slide, back in _pairs(document.frames):
        fronts = chart.fronts(slide)
        sheets += ((front, _numbered(back, at, len(fronts))) for at, front in enumerate(fronts, 1))
    pages: list[Page] = []
    for number, (front, back) in enumerate(sheets, 1):
        pages += chart.sheet(front, back, (number, len(sheets)), document)
    tag = document.title.language
    return Pages(document.kind, document.title.string, tag, tuple(pages), document.author, document.licence, document.date)


def _pairs(frames: tuple[Frame, ...]) -> Iterable[tuple[Frame, Frame]]:
    return zip(frames[::2], frames[1::2], strict=True)


def _numbered(back: Frame, number: int, count: int) -> Frame:
    """The back of one of several sheets for the same slide; only the last one says what comes then."""
    if count == 1:
        return back
    pieces = tuple(each for each in back.pieces if number == count or not (isinstance(each, Para) and each.tone is Tone.CUE))
    return replace(back, title=back.title._replace(string=f"{back.title.string} ({number}/{count})"), pieces=pieces)


class Front(NamedTuple):
    """A front: a slide or a part of it, what stands on it, whether it is read from right to left."""

    part: Frame
    sketch: Sketch
    rtl: bool


class Plan(NamedTuple):
    """How a slide stands on its fronts: the type of its title, the rows of each front, whether the first one has its picture."""

    frame: Frame
    title: Style
    fronts: list[list[wall.Row]]
    both: bool = False
    picture: bool = False
    fits: bool = True


class Chart:
    """Lays the sides of a flip chart out. Two languages stand one under the other in the same type."""

    def __init__(self, setting: Setting, guide: Voice) -> None:
        desk = setting.desk
        look = replace(desk.look, below=1.0, beside=float("inf"), apart=0.25)
        self.setting, self.guide = setting._replace(desk=Desk(look, desk.ruler, desk.scenes)), guide
        self.x, self.y = origin(setting.paper)
        self.floor = self.y + FLOOR

    def sheet(self, front: Front, back: Frame, number: tuple[int, int], document: Document) -> tuple[Page, Page]:
        """The two sides of one sheet."""
        setting, tag = self.setting, document.title.language
        part, sketch, rtl = front
        sheet_credits(sketch, setting, document.title, *number)
        one = page(sketch, setting.paper, part.id, part.title, part.section, tag, part.archetype)
        notes = self.back(back)
        told = self.guide.word("sheet-credits", title=document.title.string, n=number[0], of=number[1])
        credit_line(notes, (self.x, self.y), told)
        other = page(notes, setting.paper, f"{part.id}/back", part.title, part.section, tag, back.archetype)
        other = replace(other, back_of=one.id)
        return (mirrored(one) if rtl else one, mirrored(other) if self.guide.language.rtl else other)

    def empty(self, *, both: bool) -> Sketch:
        """An empty front, for one language or for both."""
        return Sketch(self.setting.desk, bilingual=both, voice=self.setting.voice)

    def fronts(self, frame: Frame) -> list[Front]:
        """The slide on as few fronts as there can be: in both languages, where that takes no more than one after the other."""
        voice = self.setting.voice
        if voice.second is None:
            return self._drawn(self._plan(frame), voice)
        one, other = self._plan(_in_first(frame)), self._plan(_in_second(frame))
        together = self._plan(frame, both=True)
        if together.fits and not _has_signs(frame) and len(together.fronts) <= len(one.fronts) + len(other.fronts):
            return self._drawn(together, voice)
        return self._drawn(one, voice) + self._drawn(other, voice.second, len(one.fronts))

    def _plan(self, frame: Frame, *, both: bool = False) -> Plan:
        """In which type the slide stands on which fronts; with its picture where that is no dearer, or makes two of one."""
        scratch = self.empty(both=both)
        bare = self._fewest(frame, scratch, 0.0)
        if not bare and not both:
            bare = self._fewest(frame, scratch, 0.0, SMALLER) or self._fewest(_in_sentences(frame), scratch, 0.0, SMALLER)
        drawn = self._fewest(frame, scratch, PICTURE) if frame.picture in self.setting.desk.scenes else None
        if drawn and bare:
            most = len(bare.fronts) + (1 if len(bare.fronts) == 1 and frame.archetype not in TOGETHER else 0)
            return drawn if len(drawn.fronts) <= most else bare
        smallest = Plan(frame, _titles(frame, scratch)[-1], [list(wall.rows(frame.pieces, SIZES[-1]))], both, fits=False)
        return drawn or bare or smallest

    def _fewest(self, frame: Frame, scratch: Sketch, reserved: float, sizes: tuple[int, ...] = ()) -> Plan | None:
        """The largest type in which the slide takes the fewest fronts, the first with so much room for a picture."""
        pairs = [(title, size) for size in sizes or _sizes(frame) for title in _titles(frame, scratch)]
        if _asks(frame):
            pairs.sort(key=lambda pair: -pair[0].size)
        tried = [(title, self._evenly(frame, scratch, title, size, reserved)) for title, size in pairs]
        fewest = min((len(fronts) for _, fronts in tried if fronts), default=0)
        found = next(((title, fronts) for title, fronts in tried if fronts and len(fronts) == fewest), None)
        return Plan(frame, *found, scratch.bilingual, reserved > 0) if found else None

    def _evenly(self, frame: Frame, scratch: Sketch, title: Style, size: int, reserved: float) -> list[list[wall.Row]]:
        """The rows on as few fronts as there can be, none of them much fuller than another; none where one fits no front."""
        rows = list(wall.rows(frame.pieces, size))
        room = self._end(frame, scratch) - self.y - self._title_height(frame, scratch, title)
        if not all(wall.fits(scratch, row, LIVE_WIDTH, room - (reserved if row is rows[0] else 0)) for row in rows):
            return []
        tried = [_cut(scratch, rows, room, reserved, share / 20) for share in range(20, 7, -1)]
        return [each for each in tried if len(each) == len(tried[0])][-1]

    def _drawn(self, plan: Plan, voice: Voice, before: int = 0) -> list[Front]:
        """The fronts of a slide, for readers of the voice's language; so many stand `before` them."""
        done = []
        for number, rows in enumerate(plan.fronts, 1):
            at = before + number
            part = plan.frame if at == 1 else replace(plan.frame, id=f"{plan.frame.id}.{at}")
            sketch = self.empty(both=plan.both)
            self._lay(part, sketch, plan.title, rows, picture=plan.picture and number == 1)
            self.setting.tell(sketch, part)
            done.append(Front(part, sketch, voice.language.rtl))
        return done

    def _end(self, frame: Frame, sketch: Sketch) -> float:
        """The y that content may reach: above the reminder where there is one."""
        return self.floor - (self._strip_height(sketch, frame.strip)[1] + 14 if frame.strip else 0)

    def _lay(self, frame: Frame, sketch: Sketch, title: Style, rows: list[wall.Row], *, picture: bool) -> None:
        """Title, rows, picture, reminder."""
        y = self._title(sketch, frame, title)
        end = self._end(frame, sketch)
        free = end - y - wall.needed(sketch, rows, LIVE_WIDTH)
        if free < -0.5:
            size = rows[-1].size
            sketch.overflows.append(Overflow(frame.title.address, frame.title.place, -free, False, size, size))
        spread = min(30.0, max(0.0, free - (PICTURE if picture else 0)) / (len(rows) + 1))
        if len(rows) == 1 and rows[0].mark == "sign":
            wall.sign(sketch, rows[0], Box(self.x, y, LIVE_WIDTH, end - y))
            rows = []
        for row in rows:
            y += wall.place(sketch, row, Box(self.x, y, LIVE_WIDTH, end - y)) + wall.GAP * row.size + spread
        if picture:
            tall = min(MOST_PICTURE, end - y)
            wall.figure(sketch, frame.picture, frame.alt.string, Box(self.x, end - tall, LIVE_WIDTH, tall))
        self._strip(sketch, frame)

    def _title(self, sketch: Sketch, frame: Frame, style: Style) -> float:
        """The title over a strong line; gives the y below it."""
        below = self.y + self._title_height(frame, sketch, style)
        box = Box(self.x, self.y - 6, LIVE_WIDTH, sketch.height(frame.title, style, LIVE_WIDTH))
        sketch.text(box, Spoken(frame.title, style), Role.TITLE, name="title", spare=0)
        line(sketch, self.x, below - 22, self.x + LIVE_WIDTH, below - 22, 3)
        return below

    def _title_height(self, frame: Frame, sketch: Sketch, style: Style) -> float:
        """How far below the top the rest begins."""
        return sketch.height(frame.title, style, LIVE_WIDTH) + 24

    def _strip_height(self, sketch: Sketch, said: Said) -> tuple[Style, float]:
        wide = LIVE_WIDTH - 82
        style = next((ink("body", s, s * 1.25) for s in STRIP if sketch.height(said, ink("body", s, s * 1.25), wide) <= 2.6 * s),
                     ink("body", STRIP[-1], STRIP[-1] * 1.25))  # fmt: skip
        return style, sketch.height(said, style, wide) + 16

    def _strip(self, sketch: Sketch, frame: Frame) -> None:
        """The reminder at the foot, in a frame with the handset."""
        if frame.strip:
            style, tall = self._strip_height(sketch, frame.strip)
            box = Box(self.x, self.floor - tall, LIVE_WIDTH, tall)
            sketch.rectangle(box, None, radius=12, stroke=stroke(2), name="help strip")
            figures.mark(sketch, "handset", "black", box.x + 34, box.y + tall / 2, 0.5)
            sketch.text(
                Box(box.x + 66, box.y, LIVE_WIDTH - 82, tall), Spoken(frame.strip, style), anchor=Anchor.MIDDLE, name="strip", spare=0
            )

    def back(self, frame: Frame) -> Sketch:
        """The notes, in the largest type in which all of them stand on the page; where none is small enough, the guide has the rest."""
        for size in BACK_SIZES:
            sketch = Sketch(self.setting.desk, voice=self.guide)
            if self._notes(sketch, frame, size) <= 0:
                return sketch
        shorter = list(frame.pieces)
        while self._notes(sketch := Sketch(self.setting.desk, voice=self.guide), frame, BACK_SIZES[-2]) > 0 and len(shorter) > 4:
            _shortened(shorter, Para(self.guide.word("flip-more")))
            frame = replace(frame, pieces=tuple(shorter))
        self.setting.tell(sketch, frame)
        return sketch

    def _notes(self, sketch: Sketch, frame: Frame, size: float) -> float:
        """Sets the notes; gives by how much they are too tall."""
        box = Box(self.x, self.y - 4, LIVE_WIDTH, 200)
        y = box.y + sketch.text(box, Spoken(frame.title, ink("heading", 22, 28)), Role.TITLE, name="title", spare=0)
        for piece in frame.pieces:
            y = self._note(sketch, piece, y, size)
        return y - self.floor

    def _note(self, sketch: Sketch, piece: Piece, y: float, size: float) -> float:
        """Sets one piece of the notes; gives the y below it."""
        style = ink("body", size, round(size * 1.4, 1))
        match piece:
            case Para(said=said, tone=Tone.CAPTION):
                return y + self._said(sketch, said, ink("body", 10, 14), self.x, y)
            case Para(said=said, tone=Tone.CUE):
                line(sketch, self.x, y + 12, self.x + LIVE_WIDTH, y + 12, 0.75, (1, 3))
                return y + 20 + self._said(sketch, said, style, self.x, y + 20)
            case Para(said=said):
                y += self._said(sketch, said, ink("bold", 12, 17), self.x, y)
                line(sketch, self.x, y + 5, self.x + LIVE_WIDTH, y + 5, 1.5)
                return y + 12
            case Heading(said=said):
                heading = ink("heading", size, round(size * 1.35, 1))
                return y + 8 + self._said(sketch, said, heading, self.x, y + 8, Role.HEADING) + 2
            case Points(items=items):
                for said in items:
                    sketch.rectangle(Box(self.x + 3, y + size * 0.55, 5, 5), "black", name="mark")
                    y += self._said(sketch, said, style, self.x + 20, y, Role.LIST_ITEM) + 4
                return y
            case Notice(items=items):
                tall = sum(sketch.height(said, style, LIVE_WIDTH - 58) for said in items)
                sketch.rectangle(Box(self.x, y + 4, LIVE_WIDTH, tall + 16), None, radius=6, stroke=stroke(1.5), name="notice")
                figures.attention(sketch, self.x + 24, y + 12 + tall / 2, 26)
                sketch.text(
                    Box(self.x + 48, y + 12, LIVE_WIDTH - 58, tall), [Spoken(said, style) for said in items], name="notice", spare=0
                )
                return y + tall + 26
        raise AssertionError(f"the back of a flip chart sets no {type(piece).__name__}")

    def _said(self, sketch: Sketch, said: Said, style: Style, x: float, y: float, role: Role = Role.PARAGRAPH) -> float:
        wide = self.x + LIVE_WIDTH - x
        return sketch.text(Box(x, y, wide, sketch.height(said, style, wide)), Spoken(said, style), role, name="note", spare=0)


def _shortened(pieces: list[Piece], more: Para) -> None:
    """Takes the last of the longest list away, and says that there is more."""
    at = max((n for n, each in enumerate(pieces) if isinstance(each, Points)), key=lambda n: len(pieces[n].items), default=None)  # type: ignore[union-attr]
    if at is None:
        return
    listed = pieces[at]
    assert isinstance(listed, Points)
    kept = [Points(listed.items[:-1])] if len(listed.items) > 1 else []
    pieces[at : at + 1] = kept
    if more not in pieces:
        pieces.insert(at + len(kept), more)


def _asks(frame: Frame) -> bool:
    """Whether the title is the question itself."""
    return not frame.pieces or frame.archetype == "question"


def _sizes(frame: Frame) -> tuple[int, ...]:
    """The sizes of type to try: signs are for looking at, so their words leave them room."""
    return SIZES[-2:] if _has_signs(frame) else SIZES


def _has_signs(frame: Frame) -> bool:
    return any(isinstance(piece, Track) for piece in frame.pieces)


def _titles(frame: Frame, sketch: Sketch) -> list[Style]:
    """The types of the title to try: none in which a word is too wide, or – but for a question – it takes three lines of large type."""
    sizes, lines = (QUESTIONS, 5) if _asks(frame) else (TITLES, 2)
    said = frame.title.each() if sketch.bilingual else (frame.title,)
    broken = {size: [sketch.broken(each, wall.head(size), LIVE_WIDTH) for each in said] for size in sizes}
    kept = [size for size, all_ in broken.items() if all(each.widest_word <= LIVE_WIDTH and each.count <= lines for each in all_)]
    return [wall.head(size) for size in kept or sizes[-1:]]


def _in_sentences(frame: Frame) -> Frame:
    """The slide with a text for each sentence, so that a long one may go on on the next front."""
    split = [
        [Para(each, piece.tone) for each in sentence_by_sentence(piece.said)] if isinstance(piece, Para) else [piece]
        for piece in frame.pieces
    ]
    return replace(frame, pieces=tuple(piece for some in split for piece in some))


def _in_first(frame: Frame) -> Frame:
    """The slide in its first language alone."""
    return _with(frame, lambda said: said._replace(second=None))


def _in_second(frame: Frame) -> Frame:
    """The slide in its second language."""
    return _with(frame, lambda said: said.second or said)


def _with(frame: Frame, change: Callable[[Said], Said]) -> Frame:
    """The frame with every text of it changed."""

    def inside(value: Any) -> Any:
        if isinstance(value, Said):
            return change(value)
        if isinstance(value, tuple):
            done = [inside(each) for each in value]
            return type(value)(*done) if hasattr(value, "_fields") else tuple(done)
        return value

    texts = {name: inside(getattr(frame, name)) for name in ("title", "pieces", "section", "strip", "alt")}
    return replace(frame, **texts)


def _cut(sketch: Sketch, rows: list[wall.Row], room: float, reserved: float, share: float) -> list[list[wall.Row]]:
    """The rows from front to front, each filled to a share, the first one beside a picture so tall."""
    filled: list[list[wall.Row]] = [[]]
    for row in rows:
        here = (room - (reserved if len(filled) == 1 else 0)) * share
        if filled[-1] and wall.needed(sketch, [*filled[-1], row], LIVE_WIDTH) > here:
            filled.append([])
        filled[-1].append(row)
    return filled
