"""Fit: down the type scale, then on to a second slide, then a problem that says how much is too much."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import pairwise

from builder.model.document import Document, Frame
from builder.model.pieces import Chat, Mark, Points
from builder.model.report import Report
from builder.model.voice import NEUTRAL, Said
from builder.typeset.sketch import Overflow, Sketch

Drawing = Callable[[Frame, float], Sketch]
MOST_PARTS = 4
CODES = ("does-not-fit", "word-too-wide", "sheet-too-full")
"""What is told of texts that do not fit."""


def fitted(frame: Frame, sizes: tuple[float, ...], draw: Drawing, report: Report) -> list[tuple[Frame, Sketch]]:
    """The frame as one or more slides that fit, each with its sketch.

    All sizes are tried for the whole, from large to small, before the frame is split; what fits at no size in no
    split is reported at the author's line and drawn at the smallest.
    """
    for count in range(1, MOST_PARTS + 1):
        parts = split(frame, count)
        if len(parts) < count:
            break
        for size in sizes:
            sketches = [draw(part, size) for part in parts]
            if not any(sketch.overflows for sketch in sketches):
                return list(zip(parts, sketches, strict=True))
    sketch = draw(frame, sizes[-1])
    tell([(frame, sketch)], report)
    return [(frame, sketch)]


def tell(made: Iterable[tuple[Frame, Sketch]], report: Report) -> None:
    """Reports what does not fit on these slides, at the author's lines."""
    for frame, sketch in made:
        for over in sketch.overflows:
            tell_over(over, frame, report)


def forgive(report: Report, documents: Iterable[Document], languages: Collection[str]) -> None:
    """In a draft what stands in for a translation may not fit: nobody will print it. Such errors become warnings."""
    standing = {frame.id for each in documents for frame in each.frames if any(_stands_in(each, languages) for each in frame.said())}
    errors = [problem for problem in report.errors if problem.code in CODES]
    values = {problem: dict(problem.values) for problem in errors}
    report.soften(each for each in errors if _frame_of(values[each].get("slide") or values[each]["address"]) in standing)


def _stands_in(said: Said, languages: Collection[str]) -> bool:
    return said.language not in ("", NEUTRAL, *languages)


def _frame_of(slide: str) -> str:
    """The frame of a slide or sheet, also of one that goes on (`a/b/1.2`)."""
    return slide.split(".", maxsplit=1)[0]


def split(frame: Frame, count: int) -> list[Frame]:
    """The frame in `count` parts cut between the items of its list, titles numbered; fewer when it cannot."""
    if count == 1:
        return [frame]
    at = next((n for n, piece in enumerate(frame.pieces) if isinstance(piece, (Points, Chat))), None)
    listed = frame.pieces[at] if at is not None else None
    items = listed.items if isinstance(listed, Points) else listed.messages if isinstance(listed, Chat) else ()
    if at is None or len(items) < count:
        return [frame]
    cuts = [round(len(items) * n / count) for n in range(count + 1)]
    frames = []
    for number, (start, end) in enumerate(pairwise(cuts), 1):
        if isinstance(listed, Points):
            some: Points | Chat = Points(listed.items[start:end], listed.mark, start + 1 if listed.mark is Mark.NUMBER else 1)
        else:
            some = Chat(items[start:end])  # type: ignore[arg-type]
        pieces = (*frame.pieces[:at], some, *frame.pieces[at + 1 :])
        titled = frame.title.part(number, count)
        part_id = frame.id if number == 1 else f"{frame.id}.{number}"
        frames.append(replace(frame, id=part_id, title=titled, pieces=pieces, lead=frame.lead and number == 1))
    return frames


def tell_over(over: Overflow, frame: Frame, report: Report) -> None:
    """Reports one text of a slide that is too tall or too wide."""
    code = "word-too-wide" if over.wide else "does-not-fit"
    lines = max(1, round(over.by / over.pitch + 0.49))
    place = over.place or frame.title.place
    address = over.address or frame.id
    report.error(
        code, place, address=address, by=round(over.by), lines=lines, size=round(over.size), slide=frame.id, language=over.language,
        characters=over.characters,
    )  # fmt: skip
