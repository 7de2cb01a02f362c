"""The slides on paper: three to a page with lines to write on; for under 9s six to colour. What they say is heard, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from builder.drawing.line_art import line_art
from builder.model.document import Document, Frame
from builder.model.page import Box, Group, Item, Link, Page, Pages, Picture, Role, Shape, Table, Text
from builder.model.pieces import Choice
from builder.model.text import plain
from builder.model.voice import Said
from builder.typeset.mirror import facing
from builder.typeset.paper.handouts import Press
from builder.typeset.paper.sheet import LIVE_WIDTH, STRIP_TOP, Setting, header, ink, lines, stroke
from builder.typeset.sketch import Sketch, Spoken
from builder.typeset.slides.frame import STRIP_TEXT

SEEN = Box(24, 0, 912, 508)
"""The part of a slide that is shown: without the footer, and a little less wide, so that its type stays legible."""
FOOTER = 496.0
"""From here down a slide has its footer."""
WIDE, PAIR = 342.0, 258.0
"""How wide a slide stands beside lines – its body type of 24 pt is then 9 pt –, and one of two beside each other."""
TO_COLOUR = 9
"""Who is younger colours; who is older writes."""
LEFT_OUT = ("help strip", STRIP_TEXT, "footer band", "logo band", "minutes chip", "slide number", "logo", "logo plate")
"""What stands on each slide and is of no use on paper. Sheets have a help strip of their own."""
LEAST = 6.9
"""The smallest type that is shown; what is smaller is only heard."""
SECOND = 30.0
"""The room for a slide's second language under it."""
NUMBER = 15.0


class Seen(NamedTuple):
    """A slide with its number, and what it says in the room's second language where it does not say it itself."""

    number: int
    slide: Page
    second: tuple[Said, ...]


def slides_handout(document: Document, slides: Pages, setting: Setting, lead: Said) -> Pages:
    """The slides of the document's frames in line art, with a number each."""
    young = not setting.voice.audience.youngest.adult and setting.voice.audience.youngest.low < TO_COLOUR
    shown, per_page = list(_seen(document, slides)), 6 if young else 3
    sheets = [shown[start : start + per_page] for start in range(0, len(shown), per_page)]
    press, pages = Press(setting), []
    frame = Frame("slides-handout/sheet", "slides-handout", document.title)
    for number, some in enumerate(sheets, 1):
        sketch = press.sketch()
        _sheet(sketch, some, press, lead, document.title, young=young)
        setting.tell(sketch, frame)
        pages.append(
            press.finished(replace(frame, id=f"{frame.id}.{number}") if number > 1 else frame, sketch, number, len(sheets), document)
        )
    tag = document.title.language
    made = Pages(document.kind, document.title.string, tag, tuple(pages), document.author, document.licence, document.date)
    return facing(made, setting.voice.language.rtl)


def _seen(document: Document, slides: Pages) -> Iterator[Seen]:
    """The slides of the document's frames."""
    frames = {frame.id: frame for frame in document.frames}
    for number, slide in enumerate(slides.pages, 1):
        frame = frames.get(slide.id.partition(".")[0])
        if frame:
            second = tuple(_seconds((frame.title, frame.pieces))) if slide.id == frame.id else ()
            yield Seen(number, slide, () if second and _says(slide, second[0].language) else second)


def _seconds(value: Any) -> Iterator[Said]:
    """Every text in the second language, in order; of answers only what they are, not why."""
    if isinstance(value, Choice):
        yield from _seconds(value.said)
    elif isinstance(value, Said):
        yield from (value.second,) if value.second and value.second.string != value.string else ()
    elif isinstance(value, tuple):
        for each in value:
            yield from _seconds(each)


def _says(slide: Page, tag: str) -> bool:
    """Whether more than a slide's title stands on it in a language."""
    texts = (item for item in slide.items if isinstance(item, Text) and item.name not in ("second title", STRIP_TEXT))
    return any(run.language == tag for text in texts for paragraph in text.paragraphs for line in paragraph.lines for run in line.runs)


def _sheet(sketch: Sketch, some: list[Seen], press: Press, lead: Said, title: Said, *, young: bool) -> None:
    """One page: under the header the slides, one under the other or two side by side."""
    x, y0 = press.origin
    top = header(sketch, press.origin, title._replace(second=None), lead, press.label) + 12
    columns, rows = (2, 3) if young else (1, 3)
    wide = PAIR if young else WIDE
    tall = wide * SEEN.height / SEEN.width
    pitch = (y0 + STRIP_TOP - 4 - top - tall - (SECOND if young and sketch.bilingual else 0)) / (rows - 1)
    for place, seen in enumerate(some):
        row, column = divmod(place, columns)
        box = Box(x + column * (LIVE_WIDTH - wide), top + row * pitch, wide, tall)
        _slide(sketch, seen, box)
        if young:
            _told_again(sketch, seen.second, Box(box.x, box.bottom + 2, wide, min(pitch - tall - 8, 2 * SECOND)))
        else:
            _beside(sketch, seen.second, Box(box.right + 18, box.y, x + LIVE_WIDTH - box.right - 18, tall))


def _beside(sketch: Sketch, second: tuple[Said, ...], box: Box) -> None:
    """What a slide says in the second language, and lines to write on down to the slide's lower edge."""
    used = _told_again(sketch, second, box._replace(height=box.height * 0.6))
    pitch = sketch.look.writing
    count = int((box.height - used - (8 if used else 4)) // pitch)
    lines(sketch, box.x, box.right, box.bottom - count * pitch, count, pitch)


def _told_again(sketch: Sketch, second: tuple[Said, ...], room: Box) -> float:
    """The second language's texts as one paragraph, in the largest type that fits; gives its height."""
    if not second:
        return 0.0
    title, *others = second
    said = Said(" · ".join((f"**{plain(title.string)}**", *(each.string for each in others))), title.language)
    styles = (ink("body", size, size * 1.3) for size in (11.0, 10.0, 9.5))
    style = next((each for each in styles if sketch.height(said, each, room.width) <= room.height), ink("body", 9, 11.5))
    return sketch.text(room, Spoken(said, style), name="second language", spare=0)


def _slide(sketch: Sketch, seen: Seen, box: Box) -> None:
    """A slide in line art in a frame, its number at the corner; its words and its picture are heard."""
    number, slide, second = seen
    scale = box.width / SEEN.width
    own = [item for item in _kept(slide.items) if not (second and isinstance(item, Text) and item.name == "second title")]
    items = line_art((item for item in own if not _too_small(item, scale)), scale)
    alt = sketch.voice.word("alt-slide-told", n=str(number), text=" ".join(_told(own))).string if sketch.voice else ""
    sketch.add(Group(items, box.x - SEEN.x * scale, box.y - SEEN.y * scale, scale, box, alt, "slide", f"seen {slide.id}", box))
    sketch.rectangle(box, None, stroke=stroke(1.1), name="frame")
    # The number stands on the frame's corner; it is heard with the slide.
    disc = Box(box.x - 4, box.y - 6, 2 * NUMBER - 4, 18)
    sketch.rectangle(disc, sketch.look.colours["white"], radius=9, stroke=stroke(1.1), name="number")
    centred = ink("bold", 10.5, 18)
    width = sketch.desk.ruler.width(str(number), "bold", 10.5, "zxx")
    at = Box(disc.x + (disc.width - width) / 2, disc.y, width + 2, 18)
    sketch.text(at, Spoken(Said(str(number), "zxx"), centred), Role.NUMBER, name="slide number", spare=0)


def _kept(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items of a slide that belong to it alone."""
    kept, strip = [], False
    for item in items:
        name = "" if isinstance(item, Link) else item.name
        if not (name in LEFT_OUT or _foot(item) or (strip and name == "mark handset")):
            kept.append(item)
        strip = name == "help strip"
    return tuple(kept)


def _too_small(item: Item, scale: float) -> bool:
    """Whether nobody could read it: what a line is for, a source."""
    if not isinstance(item, Text):
        return False
    return max(run.size for paragraph in item.paragraphs for line in paragraph.lines for run in line.runs) * scale < LEAST


def _foot(item: Item) -> bool:
    """Whether an item stands in the footer."""
    if isinstance(item, Text) and (item.role in (Role.FOOTER, Role.NUMBER) or item.placeholder == "footer"):
        return True
    return item.box is not None and item.box.y >= FOOTER


def _told(items: Iterable[Item]) -> Iterator[str]:
    """What a slide says to somebody who hears it: its texts and the alt texts of its pictures, in their order."""
    for item in items:
        match item:
            case Text():
                yield from (sentence(plain(paragraph.text)) for paragraph in item.paragraphs)
            case Table():
                yield from (sentence(paragraph.text) for row in item.rows for cell in row for paragraph in cell.paragraphs)
            case Shape() | Group() | Picture():
                yield from (sentence(alt) for alt in (item.alt,) if alt)
            case _:
                pass


def sentence(text: str) -> str:
    """A text with a full stop where it ends in none, so that it is heard apart from the next."""
    text = text.strip()
    return f"{text}." if text[-1:].isalnum() else text
