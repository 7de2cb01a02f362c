"""A cold build of the demo (deck and three PDFs) beside pandoc making a .pptx of the same slides' texts, in one run.

Prints the ratio of medians, the time of `workshop --help`, and the build's peak memory.
"""

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORKSHOP = [sys.executable, "-m", "builder"]
BUILD = [*WORKSHOP, "build", "children-90-minutes", "--audience", "9-12", "--language", "es", "--country", "PY", "--quiet"]
RUNS = 7


def seconds(words: list[str]) -> float:
    """How long one whole process takes."""
    started = time.perf_counter()
    subprocess.run(words, check=True, capture_output=True)
    return time.perf_counter() - started


def slides_as_markdown(folder: Path) -> str:
    """The deck that was built, as pandoc reads slides: titles, texts, notes."""
    from pptx import Presentation

    rows = []
    for slide in Presentation(str(next(folder.rglob("slides.pptx")))).slides:
        title = slide.shapes.title.text_frame.text if slide.shapes.title else ""
        texts = [s.text_frame.text for s in slide.shapes if s.has_text_frame and s != slide.shapes.title and s.text_frame.text.strip()]
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        points = "\n".join(f"- {text}" for text in texts)
        rows.append(f"# {title}\n\n{points}\n\n::: notes\n{notes}\n:::\n")
    return "\n".join(rows)


def main() -> None:
    """Runs both in turn and prints what was seen."""
    import pypandoc

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = [*BUILD, "--output", str(folder / "output")]
        subprocess.run(build, check=True)
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        (folder / "slides.md").write_text(slides_as_markdown(folder), encoding="utf-8")
        pandoc = [pypandoc.get_pandoc_path(), str(folder / "slides.md"), "-o", str(folder / "pandoc.pptx")]
        subprocess.run(pandoc, check=True)
        ours, theirs, helps = [], [], []
        for _ in range(RUNS):
            shutil.rmtree(folder / "output")
            ours.append(seconds(build))
            theirs.append(seconds(pandoc))
            helps.append(seconds([*WORKSHOP, "--help"]))
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"workshop build (deck, 3 PDFs)  {one:.2f} s")
    print(f"pandoc (deck)                  {other:.2f} s")
    print(f"ratio                          {one / other:.1f}")
    print(f"workshop --help                {statistics.median(helps):.2f} s")
    print(f"peak memory of a build         {memory:.0f} MB")


if __name__ == "__main__":
    main()
