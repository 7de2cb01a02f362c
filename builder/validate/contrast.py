"""How well colours can be told apart (WCAG 2.2), and the nearest colour of the same hue (OKLab) that can."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import cbrt, hypot

LEAST = 4.5
"""The contrast that text needs, whatever its size: a projector in a bright room takes some away (WCAG 2.2, 1.4.3)."""
STEPS = 200


@cache
def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB`, 0 to 1."""
    red, green, blue = (_linear(value) for value in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(ground: str, ink: str) -> str:
    """Ink or white: what reads better on this ground."""
    return ink if ratio(ink, ground) >= ratio("#FFFFFF", ground) else "#FFFFFF"


def distance(one: str, other: str) -> float:
    """How different two colours look: 0 the same, 1 black and white (ΔE in OKLab)."""
    a, b = _oklab(one), _oklab(other)
    return hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])


def nearest(colour: str, passes: Callable[[str], bool]) -> str:
    """The colour of the same hue and the nearest lightness that passes; empty when none does."""
    light, a, b = _oklab(colour)
    tried = sorted((step / STEPS for step in range(STEPS + 1)), key=lambda each: abs(each - light))
    return next((made for each in tried if passes(made := _in_gamut(each, a, b))), "")


def tint(colour: str, light: float, share: float) -> str:
    """The colour of the same hue at this lightness (OKLab, 0 to 1), with a share of its vividness."""
    _, a, b = _oklab(colour)
    return _in_gamut(light, a * share, b * share)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _coded(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def _oklab(colour: str) -> tuple[float, float, float]:
    """Björn Ottosson's OKLab (2020): lightness 0 to 1, green–red, blue–yellow."""
    r, g, b = (_linear(value) for value in _channels(colour))
    long = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    middle = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _rgb(light: float, a: float, b: float) -> tuple[float, float, float]:
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _in_gamut(light: float, a: float, b: float) -> str:
    """The colour as a screen can show it: as vivid as it may be at this lightness."""
    for share in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.0):
        channels = _rgb(light, a * share, b * share)
        if all(-0.0005 <= value <= 1.0005 for value in channels):
            break
    return "#" + "".join(f"{round(_coded(min(max(value, 0.0), 1.0)) * 255):02X}" for value in channels)
