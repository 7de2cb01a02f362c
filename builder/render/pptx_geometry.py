"""Outlines and lines as DrawingML: preset shapes, free outlines, strokes."""

from __future__ import annotations

from itertools import chain
from typing import assert_never

from builder.model.page import Box, Ellipse, Paths, Rectangle, Segment, Shape, Stroke
from builder.model.units import EMU_PER_POINT, emu
from builder.render.pptx_style import Style

_COMMANDS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Q": "quadBezTo"}
NO_LINE = "<a:ln><a:noFill/></a:ln>"

PathSteps = tuple[tuple[str, tuple[float, ...]], ...]


def transform(box: Box, tag: str = "a:xfrm") -> str:
    """Place and size of a shape."""
    x, y, width, height = emu(box.x), emu(box.y), emu(box.width), emu(box.height)
    return f'<{tag}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{tag}>'


def geometry(shape: Shape) -> str:
    """The geometry element; free outlines keep their own measure and are stretched to the shape's size."""
    match shape.outline:
        case Rectangle(radius):
            return _rectangle(shape.box, radius)
        case Ellipse():
            return _preset("ellipse")
        case Segment():
            return _preset("line")
        case Paths(paths):
            return _free(paths, shape.box, shape.melt)
        case other:
            assert_never(other)


def _preset(name: str, guides: str = "") -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _rectangle(box: Box, radius: float) -> str:
    shorter = min(box.width, box.height)
    if radius <= 0 or shorter <= 0:
        return _preset("rect")
    share = min(50_000, round(radius / shorter * 100_000))
    return _preset("roundRect", f'<a:gd name="adj" fmla="val {share}"/>')


def _free(paths: tuple[PathSteps, ...], box: Box, melt: bool) -> str:
    """One `a:path` per path: in a single one, even-odd would punch holes where limbs overlap."""
    size = f'w="{max(1, emu(box.width))}" h="{max(1, emu(box.height))}"'
    bodies = [_steps(path, box.x, box.y) for path in paths]
    if melt:
        strokes = [f'<a:path {size} fill="none">{body}</a:path>' for body in bodies]
        inner = "".join(chain(strokes, (f'<a:path {size} stroke="0">{body}</a:path>' for body in bodies)))
    else:
        inner = "".join(f"<a:path {size}>{body}</a:path>" for body in bodies)
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{inner}</a:pathLst></a:custGeom>'
    )


def _steps(path: PathSteps, left: float, top: float) -> str:
    written = []
    for command, numbers in path:
        if command == "Z":
            written.append("<a:close/>")
            continue
        points = "".join(
            f'<a:pt x="{round((x - left) * EMU_PER_POINT)}" y="{round((y - top) * EMU_PER_POINT)}"/>'
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        )
        written.append(f"<a:{_COMMANDS[command]}>{points}</a:{_COMMANDS[command]}>")
    return "".join(written)


def line(stroke: Stroke | None, style: Style, scale: float = 1.0, tag: str = "a:ln") -> str:
    """The line element; no stroke draws none."""
    if stroke is None or stroke.width <= 0:
        return f"<{tag}><a:noFill/></{tag}>"
    return (
        f'<{tag} w="{emu(stroke.width * scale)}" cap="flat" cmpd="sng" algn="ctr">{style.fill(stroke.colour)}'
        f'{_dashes(stroke)}<a:round/><a:headEnd type="none"/><a:tailEnd type="none"/></{tag}>'
    )


def _dashes(stroke: Stroke) -> str:
    """Dashes in shares of the line's width, in 1/1000 percent (ECMA-376 part 1, 20.1.8.22)."""
    if not stroke.dash:
        return '<a:prstDash val="solid"/>'
    lengths = stroke.dash * (1 + len(stroke.dash) % 2)
    shares = [round(length / stroke.width * 100_000) for length in lengths]
    stops = "".join(f'<a:ds d="{on}" sp="{off}"/>' for on, off in zip(shares[::2], shares[1::2], strict=True))
    return f"<a:custDash>{stops}</a:custDash>"
