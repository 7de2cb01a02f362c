"""What somebody changed in a deck by hand: the slides whose words differ from the new one's."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any


def edited_slides(kept: Path, new: bytes) -> list[int]:
    """Numbers of the kept deck's slides whose texts or notes differ from the new deck's, also those it lacks.

    A file that is no deck any more gives an empty list: it is kept all the same.
    """
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        old = [_words(slide) for slide in Presentation(str(kept)).slides]
    except (PythonPptxError, KeyError, ValueError, OSError):
        return []
    fresh = [_words(slide) for slide in Presentation(io.BytesIO(new)).slides]
    return [number for number, words in enumerate(old, 1) if number > len(fresh) or words != fresh[number - 1]]


def _words(slide: Any) -> list[str]:
    """Every text of a slide in the order of its shapes, then its notes."""
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    return [*texts, slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""]
