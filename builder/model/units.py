"""Lengths: every length in the page model is in points (1/72 inch), origin top left, y down."""

EMU_PER_POINT = 12_700
POINTS_PER_MM = 72 / 25.4


def emu(points: float) -> int:
    """The length in English Metric Units, as PresentationML writes it (ECMA-376 part 1, 20.1.10.16)."""
    return round(points * EMU_PER_POINT)


def mm(millimetres: float) -> float:
    """The length in points."""
    return millimetres * POINTS_PER_MM
