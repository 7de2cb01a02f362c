"""Scenes as inline SVG: the drawing of slides and sheets, in tenths of a unit, each only once on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.drawing import pieces, signs
from builder.drawing.scene import scene
from builder.model.page import Colour, Group, Item, Paths, Shape
from builder.phone.leaf import Leaf
from builder.phone.markup import EMPTY, Html, joined, tag

Points = tuple[tuple[str, tuple[float, ...]], ...]


def picture(leaf: Leaf, key: str, alt: str, class_: str = "picture") -> Html:
    """The scene of this key as one figure with its text; nothing where there is no such scene."""
    if not key or key not in leaf.scenes:
        return EMPTY
    definition = leaf.scenes[key]
    name = f"scene-{key}"
    box = f"0 0 {definition.width * 10:.0f} {definition.height * 10:.0f}"
    if name in leaf.drawn:
        inner = tag("use", href=f"#{name}")
    else:
        leaf.drawn.add(name)
        turned = leaf.voice.language.rtl  # who looks at the words goes on looking at them
        inner = tag("g", _shapes(scene(definition, leaf.look.colours, mirrored=turned).items), id=name)
    heard = {"role": "img", "aria_label": alt} if alt else {"aria_hidden": "true"}
    return tag("svg", inner, class_=class_, viewBox=box, fill_rule="evenodd", **heard)


def sign(kind: str) -> Html:
    """A rehearsal sign, which only decorates: its word stands beside it."""
    return _decoration(signs.sign(kind), "sign")


def mark(kind: str) -> Html:
    """A mark – heart, handset, star – in the colour of the text around it."""
    return _decoration(signs.mark(kind, Colour("currentColor")), "mark")


def clock(leaf: Leaf, minutes: int) -> Html:
    """A clock face with the minutes as a slice of the hour."""
    colours = leaf.look.colours
    return _decoration(pieces.clock(min(minutes, 60) / 60, face=colours["white"], ink=colours["ink"], pie=colours["pop"]), "sign")


def attention() -> Html:
    """A triangle with an exclamation mark, in the colour of the text around it."""
    triangle = tag("path", d="M50 8L96 90H4Z", fill="none", stroke="currentColor", stroke_width="9", stroke_linejoin="round")
    bar = tag("path", d="M45 36h10l-2 28h-6ZM45 70h10v10h-10Z", fill="currentColor")
    return tag("svg", triangle, bar, class_="sign", viewBox="0 0 100 100", aria_hidden="true")


def _decoration(items: Iterable[Shape], class_: str) -> Html:
    return tag("svg", _shapes(items), class_=class_, viewBox="-560 -560 1120 1120", fill_rule="evenodd", aria_hidden="true")


def _shapes(items: Iterable[Item]) -> Html:
    return joined(_flat(items))


def _flat(items: Iterable[Item]) -> Iterator[Html]:
    """Shapes in painting order; a drawing is made of nothing else."""
    for item in items:
        match item:
            case Group(items=inner):
                yield from _flat(inner)
            case Shape(outline=Paths(paths=paths), fill=fill):
                each = joined(tag("path", d=outline(path)) for path in paths)
                yield tag("g", each, fill=fill.value if fill else "none")
            case _:
                raise AssertionError(f"a drawing has no {type(item).__name__}")


def outline(path: Points) -> str:
    """A path in tenths, each point told from the one before it, which halves its length."""
    done: list[str] = []
    x = y = 0
    start = (0, 0)
    for command, numbers in path:
        whole = [round(number * 10) for number in numbers]
        steps = [value - (y if at % 2 else x) for at, value in enumerate(whole)]
        done.append(command.lower() + " ".join(map(str, steps)).replace(" -", "-"))
        x, y = whole[-2:] if whole else start
        start = (x, y) if command == "M" else start
    return "".join(done)
