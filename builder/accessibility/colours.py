"""What colour something in a foreign deck really has: through theme, colour map, layout and master (ECMA-376 part 1, 20.1.2.3)."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator
from typing import Any

from builder.accessibility.deck import A, P

THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_USUAL = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "": "otherStyle"}


class Palette:
    """The colours of a slide's theme, by the names that shapes use."""

    def __init__(self, slide: Any) -> None:
        from pptx.oxml import parse_xml

        self.layout = slide.slide_layout
        self.master = self.layout.slide_master
        theme: Any = parse_xml(self.master.part.part_related_by(THEME).blob)
        self._slots = {str(each.tag).rpartition("}")[2]: each for each in theme.iterfind(f".//{A}clrScheme/*")}
        found = self.master.element.find(f"{P}clrMap")
        self._names = {**_USUAL, **(dict(found.attrib) if found is not None else {})}

    def colour(self, holder: Any) -> str:
        """`#RRGGBB` of the colour inside a fill, a style or a scheme's slot; empty where it cannot be told."""
        for each in holder:
            kind = str(each.tag).rpartition("}")[2]
            if kind == "srgbClr":
                return _changed(each.get("val", ""), each)
            if kind == "sysClr":
                return _changed(each.get("lastClr", ""), each)
            if kind == "schemeClr":
                name = each.get("val", "")
                slot = self._slots.get(self._names.get(name, name))
                known = self.colour(slot) if slot is not None else ""
                return _changed(known.lstrip("#"), each)
        return ""

    def ground(self, slide: Any) -> str:
        """The colour of the slide's background; empty for a picture, a gradient or a pattern."""
        for holder in (slide, self.layout, self.master):
            found = holder.element.find(f"{P}cSld/{P}bg")
            if found is not None:
                return self._background(found)
        return self.colour(_named("bg1"))

    def _background(self, background: Any) -> str:
        plain = background.find(f"{P}bgPr/{A}solidFill")
        if plain is not None:
            return self.colour(plain)
        styled = background.find(f"{P}bgRef")
        return self.colour(styled) if styled is not None and styled.get("idx") == "1001" else ""


def _named(name: str) -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="{name}"/></a:solidFill>')


def fill(element: Any, palette: Palette) -> str | None:
    """What a shape fills itself with: its colour, empty for what cannot be told, None for nothing."""
    properties = element.find(f"{P}spPr")
    kinds = {str(each.tag).rpartition("}")[2]: each for each in properties} if properties is not None else {}
    if "noFill" in kinds:
        return None
    if "solidFill" in kinds:
        return palette.colour(kinds["solidFill"])
    if kinds.keys() & {"gradFill", "blipFill", "pattFill", "grpFill"}:
        return ""
    styled = element.find(f"{P}style/{A}fillRef")
    if styled is None or styled.get("idx") in ("0", "1000"):
        return None
    return palette.colour(styled) if int(styled.get("idx", "1")) < 1000 else ""


def ink(run: Any, paragraph: Any, element: Any, place: str, palette: Palette) -> tuple[str, float, bool]:
    """The colour, size in points and weight that a run has, of its own or inherited; the colour is empty where it cannot be told."""
    colour: str | None = None
    size, bold = "", ""
    for properties in _inherited(run, paragraph, element, place, palette):
        colour = _letters(properties, palette) if colour is None else colour
        size = size or properties.get("sz", "")
        bold = bold or properties.get("b", "")
    if colour is None:
        colour = palette.colour(_named("tx1"))
    return colour, int(size or 1800) / 100, bold in ("1", "true")


def _letters(properties: Any, palette: Palette) -> str | None:
    """The colour that these properties give to letters; None when they say nothing of it."""
    if properties.tag == f"{A}fontRef":
        return palette.colour(properties) if len(properties) else None
    for each in properties:
        kind = str(each.tag).rpartition("}")[2]
        if kind == "solidFill":
            return palette.colour(each)
        if kind in ("gradFill", "blipFill", "pattFill", "noFill"):
            return ""
    return None


def _inherited(run: Any, paragraph: Any, element: Any, place: str, palette: Palette) -> Iterator[Any]:
    """The properties that have a say in a run, the nearest first."""
    own = run.find(f"{A}rPr")
    if own is not None:
        if own.find(f"{A}hlinkClick") is not None:  # PowerPoint shows a link in the theme's colour, whatever the run says
            yield _link()
        yield own
    said = paragraph.find(f"{A}pPr")
    level = f"{A}lvl{int(said.get('lvl', '0')) + 1 if said is not None else 1}pPr/{A}defRPr"
    body = element.find(f"{P}txBody")
    holders = [*([body] if body is not None else []), *_templates(element, place, palette)]
    for holder in holders:
        yield from holder.iterfind(f"{A}lstStyle/{level}")
    yield from element.iterfind(f"{P}style/{A}fontRef")
    styles = palette.master.element.find(f"{P}txStyles")
    if styles is not None:
        yield from styles.iterfind(f"{P}{_STYLES.get(place, 'bodyStyle')}/{level}")


def _link() -> Any:
    from pptx.oxml import parse_xml

    return parse_xml(f'<a:rPr xmlns:a="{A[1:-1]}"><a:solidFill><a:schemeClr val="hlink"/></a:solidFill></a:rPr>')


def _templates(element: Any, place: str, palette: Palette) -> Iterator[Any]:
    """The text bodies of the placeholders that the shape takes after, on its layout and its master."""
    mine = next(element.iter(f"{P}ph"), None)
    if mine is None:
        return
    for holder in (palette.layout, palette.master):
        for other in holder.element.iter(f"{P}sp"):
            found = next(other.iter(f"{P}ph"), None)
            if found is not None and (found.get("type", "obj"), found.get("idx")) == (place, mine.get("idx")):
                yield other.find(f"{P}txBody")


def _changed(value: str, holder: Any) -> str:
    """The colour after its transforms; empty when it is no colour or lets the ground shine through."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", value):
        return ""
    rgb = [int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    for each in holder:
        kind, share = str(each.tag).rpartition("}")[2], _share(each)
        if kind == "alpha" and share < 1:
            return ""
        rgb = _transformed(rgb, kind, share)
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in rgb)


def _share(element: Any) -> float:
    value = element.get("val", "100000")
    return float(value.rstrip("%")) / (100 if value.endswith("%") else 100_000)


def _transformed(rgb: list[float], kind: str, share: float) -> list[float]:
    hue, light, vivid = colorsys.rgb_to_hls(*rgb)
    if kind == "lumMod":
        return list(colorsys.hls_to_rgb(hue, light * share, vivid))
    if kind == "lumOff":
        return list(colorsys.hls_to_rgb(hue, min(1.0, light + share), vivid))
    if kind == "shade":
        return [part * share for part in rgb]
    return [part * share + 1 - share for part in rgb] if kind == "tint" else rgb
