"""What every deck of ours must have: letters that stand out, and nothing that is said by colour alone (WCAG 2.2, 1.4.1, 1.4.3)."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from builder.drawing import signs
from builder.model.page import Box, Colour, Ellipse, Group, Item, Paths, Picture, Rectangle, Shape, Text
from builder.validate.contrast import LEAST, ratio
from tests.conftest import EVERYTHING, drawn

every = pytest.mark.parametrize("wanted", EVERYTHING, ids=lambda wanted: wanted.name)
BLACK = Colour("#000000")


def slides(wanted):
    return drawn(wanted).pages["slides"].pages


def hit(item: Item, x: float, y: float) -> str:
    """The colour of the item at this point; `?` for a picture, nothing where it is clear."""
    if not isinstance(item, Text) and item.box and not inside(item.box, x, y):
        return ""
    if isinstance(item, Group):
        if item.clip and not inside(item.clip, x, y):
            return ""
        found = [hit(each, (x - item.dx) / item.scale, (y - item.dy) / item.scale) for each in item.items]
        return next((each for each in reversed(found) if each), "")
    if isinstance(item, Picture):
        return "?" if inside(item.box, x, y) else ""
    if not isinstance(item, Shape) or item.fill is None:
        return ""
    match item.outline:
        case Rectangle():
            covers = inside(item.box, x, y)
        case Ellipse():
            across, down = item.box.width / 2, item.box.height / 2
            covers = ((x - item.box.x - across) / across) ** 2 + ((y - item.box.y - down) / down) ** 2 <= 1
        case Paths(paths):
            covers = any(crossings(path, x, y) % 2 for path in paths)
        case _:
            covers = False
    return item.fill.value if covers else ""


def inside(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom


def crossings(path, x: float, y: float) -> int:
    """How often a ray to the right of the point meets the outline (even-odd)."""
    count = 0
    for points in subpaths(path):
        for (x1, y1), (x2, y2) in pairwise([*points, points[0]]):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                count += 1
    return count


def subpaths(path) -> Iterator[list[tuple[float, float]]]:
    points: list[tuple[float, float]] = []
    for command, numbers in path:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M" and points:
            yield points
            points = []
        if command in ("C", "Q"):
            curve = [points[-1], *pairs]
            points += [along(curve, step / 8) for step in range(1, 9)]
        else:
            points += pairs
    if points:
        yield points


def along(curve, t: float) -> tuple[float, float]:
    """A point of a Bézier curve (de Casteljau)."""
    while len(curve) > 1:
        curve = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(curve)]
    return curve[0]


@every
def test_every_letter_stands_out_from_what_lies_beneath(wanted):
    seen = set()
    for page in slides(wanted):
        for number, text in enumerate(page.items):
            if not isinstance(text, Text):
                continue
            for line in (line for paragraph in text.paragraphs for line in paragraph.lines):
                x = line.x
                for run in line.runs:
                    for at in (x + 1, x + run.width / 2, x + max(1, run.width - run.size / 3)):
                        under = [hit(item, at, line.baseline - run.size / 4) for item in page.items[:number]]
                        ground = next((each for each in reversed(under) if each), (page.ground or BLACK).value)
                        large = run.size >= 24 or (run.size >= 18.66 and run.face.bold)
                        assert ground != "?", (page.id, text.name)
                        assert ratio(run.colour.value, ground) >= (3 if large else LEAST), (page.id, text.name, run.text, ground)
                        seen.add(ground)
                    x += run.width
    assert len(seen) >= 4, "grounds were found: paper, panels, columns, bubbles"


def named(items: tuple[Item, ...], start: str) -> list[str]:
    return [item.name.removeprefix(start) for item in items if item.name.startswith(start)]


def outlines(items) -> str:
    """The shapes of a drawing without their colours."""
    return repr(
        [(item.outline, item.box) if isinstance(item, Shape) else outlines(item.items) for item in items if not isinstance(item, Text)]
    )


@every
def test_choices_are_told_apart_by_a_letter_in_a_shape_of_its_own(wanted):
    for page in slides(wanted):
        letters = named(page.items, "letter ")
        if page.layout not in ("choices", "reveal"):
            continue
        drawings = {
            outlines(item.items) for item in page.items if isinstance(item, Group) and item.name in {f"mark {each}" for each in "ABCD"}
        }
        assert len(drawings) == len(letters) == len(set(letters)), page.id
        if page.layout == "reveal":
            assert named(page.items, "mark no"), page.id
            assert named(page.items, "mark yes"), page.id
            for wrong in (item for item in page.items if item.name.startswith("wrong ")):
                assert wrong.paragraphs[0].text.startswith(wrong.name[-1]), page.id


@every
def test_signs_are_told_apart_by_their_shape_and_a_word(wanted):
    for page in slides(wanted):
        words = [item for item in page.items if isinstance(item, Text) and item.name.startswith("move ")]
        assert len({outlines(signs.sign(kind)) for kind in named(page.items, "sign ")}) == len(words), page.id
        assert all(len(word.paragraphs) == 2 and word.paragraphs[0].text.strip() for word in words), page.id
