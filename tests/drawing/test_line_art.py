"""Line art has ink and paper only, and lines of the same width whatever the scale."""

from __future__ import annotations

import pytest

from builder.drawing.line_art import BLACK, WHITE, line_art
from builder.drawing.people import person
from builder.drawing.pieces import PIECES
from builder.drawing.signs import mark, sign
from builder.model.page import Box, Cell, Colour, Group, Pattern, Shape, Stroke, Table

RED = Colour("#CC0000")


def colours(items):
    for item in items:
        if isinstance(item, Group):
            yield from colours(item.items)
        elif isinstance(item, Shape):
            yield item.fill
            yield item.stroke and item.stroke.colour


@pytest.mark.parametrize("name", PIECES)
def test_a_piece_becomes_black_and_white(name):
    assert set(colours(line_art(PIECES[name]().shapes()))) <= {BLACK, WHITE, None}


@pytest.mark.parametrize("kind", ["stop", "block", "save", "tell"])
def test_a_sign_becomes_black_and_white(kind):
    assert set(colours(line_art(sign(kind)))) <= {BLACK, WHITE, None}


def test_a_person_keeps_black_hair_and_white_skin():
    drawn = line_art(person("nara"))
    assert {shape.fill for shape in drawn} == {BLACK, WHITE}
    assert all(shape.melt for shape in drawn if shape.fill == WHITE)


@pytest.mark.parametrize("scale", [0.5, 0.8, 1.3])
def test_lines_are_as_wide_on_paper_at_every_scale(scale):
    (group,) = line_art([Group(PIECES["house"]().shapes(), scale=scale)])
    widths = {round(shape.stroke.width * scale, 3) for shape in group.items if shape.stroke}
    assert widths == {1.1}


def test_very_small_drawings_get_finer_lines_and_no_patterns():
    (group,) = line_art([Group(person("abuela"), scale=0.2)])
    assert {round(shape.stroke.width * 0.2, 3) for shape in group.items if shape.stroke} == {0.5}
    assert {shape.pattern for shape in group.items} == {None}


def test_dots_and_hatching_stay_where_they_are_large_enough():
    assert Pattern.DOTS in {shape.pattern for shape in line_art(person("abuela"))}
    assert Pattern.HATCH in {shape.pattern for shape in line_art(PIECES["cloud"]().shapes())}


def test_what_only_glitters_is_left_out():
    glitter = Shape(Box(0, 0, 9, 9), fill=RED, on_paper=Pattern.NONE)
    assert line_art([glitter]) == ()


def test_a_table_loses_its_colours():
    cell = Cell(Box(0, 0, 9, 9), (), RED)
    (table,) = line_art([Table(Box(0, 0, 9, 9), ((cell,),), Stroke(RED, 1))])
    assert (table.rows[0][0].fill, table.stroke) == (WHITE, Stroke(BLACK, 1))


def test_a_black_mark_stays_one_block():
    (heart,) = line_art(mark("heart", BLACK))
    assert (heart.fill, heart.stroke) == (BLACK, None)
