"""Pages → the files of a pack: each document rendered, fonts with a how-to, the manifest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from builder import __version__
from builder.model.change import Op
from builder.model.kinds import KINDS
from builder.model.look import Look
from builder.model.page import Pages, faces_of
from builder.model.report import Report
from builder.pack import Pack, fingerprint, write_pack

if TYPE_CHECKING:
    from builder.content import Content
    from builder.model.combination import Combination
    from builder.model.partner import Partner
    from builder.model.review import Review
    from builder.pipeline import Drawn


class Bundle(NamedTuple):
    """The files of one pack, their pages, and what the manifest says."""

    files: dict[str, bytes]
    pages: dict[str, int]
    manifest: dict[str, Any]


class Slides:
    """The deck's two files, rendered and proven aside while the paper documents are being typeset."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted
        self._rendered: Callable[[], dict[str, bytes]] | None = None

    def start(self, pages: Pages, look: Look) -> None:
        """Begins; called when the slides' pages are final."""
        from builder.render.aside import aside

        if self.wanted:
            self._rendered = aside(lambda: _slides(pages, look))

    def files(self, drawn: Drawn) -> dict[str, bytes]:
        """`slides.pptx` and `slides.pdf`."""
        return self._rendered() if self._rendered else _slides(drawn.pages["slides"], drawn.look)


def _slides(pages: Pages, look: Look) -> dict[str, bytes]:
    from builder.prove.deck import prove
    from builder.render import pptx
    from builder.typeset.deck import deck_theme

    return {"slides.pptx": prove(pptx.render(pages, deck_theme(look, pages.language))), "slides.pdf": _paper("slides.pdf", pages)}


def _paper(name: str, pages: Pages) -> bytes:
    """The pages as a PDF that holds together."""
    from builder.prove.paper import prove
    from builder.render import pdf

    return prove(name, pdf.render(pages), len(pages.pages))


MOST_PAGES = 250
"""How many pages one file holds: more are slow to open and to print on old machines."""


def _sliced(kind: str, made: Pages) -> dict[str, Pages]:
    """File name → pages: one file, or – of very many certificates – several."""
    if len(made.pages) <= MOST_PAGES:
        return {f"{kind}.pdf": made}
    starts = range(0, len(made.pages), MOST_PAGES)
    return {
        f"{kind}-{number:02}.pdf": replace(made, pages=made.pages[start : start + MOST_PAGES]) for number, start in enumerate(starts, 1)
    }


def _picture(pages: Pages) -> bytes:
    """The first page as one picture, small enough for a chat group."""
    from builder.render import png

    return png.render(pages, 1240, grey=True)[0]


def _leaves(drawn: Drawn) -> dict[str, bytes]:
    """The pages of a phone edition that hold together."""
    from builder.prove.html import prove

    return {f"{kind}.html": prove(f"{kind}.html", leaf).encode() for kind, leaf in drawn.leaves.items()}


def built(content: Content, drawn: Drawn, slides: Slides, wanted: Combination, documents: tuple[str, ...]) -> Bundle:
    """Every file of a pack."""
    from builder.typeset.paper.print_all import on_paper, print_all

    paper = {name: made for name, made in drawn.pages.items() if name in documents and name != "slides"}
    sliced = {name: part for kind, made in paper.items() for name, part in _sliced(kind, made).items()}
    files = {name: _paper(name, part) for name, part in sliced.items()} | _leaves(drawn)
    pages = {name: len(part.pages) for name, part in sliced.items()} | {f"{name}.html": 1 for name in drawn.leaves}
    if "print-all" in documents and any(on_paper(paper)):
        whole = print_all(paper)
        files["print-all.pdf"], pages["print-all.pdf"] = _paper("print-all.pdf", whole), len(whole.pages)
    if "family" in paper:
        files["family.png"] = _picture(paper["family"])
    if "slides" in documents:
        deck = slides.files(drawn)
        files = deck | files | _fonts(content, drawn.look, drawn.pages["slides"])
        pages = dict.fromkeys(deck, len(drawn.pages["slides"].pages)) | pages
    place = {kind.name: at for at, kind in enumerate(KINDS)}
    pages = dict(sorted(pages.items(), key=lambda each: place.get(each[0].rpartition(".")[0], len(place))))
    return Bundle(files, pages, _manifest(content, drawn, pages, wanted))


def _fonts(content: Content, look: Look, slides: Pages) -> dict[str, bytes]:
    """The typefaces of the slides – a partner's too –, their licences, and one page that says how to install them."""
    from builder.wording import say

    folder = content.library.one("assets/fonts")
    files = {f"fonts/{path.name}": path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in (".ttf", ".txt")}
    for face in sorted(set().union(*(faces_of(page.items) for page in slides.pages))):
        home = Path(face.path).parent
        if folder in home.parents:  # a face for one script, which most decks do without
            files |= {f"fonts/{path.name}": path.read_bytes() for path in (Path(face.path), *sorted(home.glob("*.txt")))}
    for face in look.brand.faces.values():
        name, drawn = f"fonts/{Path(face.path).name}", Path(face.path).read_bytes()
        if files.setdefault(name, drawn) != drawn:
            files[f"fonts/{face.key}-{Path(face.path).name}"] = drawn
    how = f"{say('fonts-title')}\r\n\r\n{say('fonts-how')}\r\n"
    return files | {"fonts/how-to.txt": how.encode("utf-8-sig")}


def listed_inputs(content: Content) -> dict[str, str]:
    """File → fingerprint of everything that was read."""
    names = {content.library.name_of(path): path for path in content.inputs}
    return {name: fingerprint(path.read_bytes()) for name, path in sorted(names.items())}


def _manifest(content: Content, drawn: Drawn, pages: Mapping[str, int], wanted: Combination) -> dict[str, Any]:
    fell_back = {address: tag for voice in drawn.voices for address, tag in voice.fell_back.items()}
    return {
        "plan": str(drawn.session.workshop.plan.id),
        "audience": wanted.audience.id,
        "language": "+".join(each.tag for each in (wanted.language, wanted.second) if each),
        "guide_language": wanted.guide_language.tag,
        "country": wanted.country.id,
        "paper": wanted.paper,
        "minutes": drawn.session.minutes,
        "left_out": [block.address for block in drawn.session.left_out],
        "edition": wanted.edition,
        "date": wanted.today.isoformat(),
        "builder": __version__,
        "draft": wanted.draft,
        "reviewed_by_a_person": all(review.complete for review in drawn.reviews.values()),
        "reviews": {name: _review(review) for name, review in drawn.reviews.items()},
        "pages": dict(pages),
        "fell_back": fell_back,
        "partners": [_partner(content, partner, drawn, wanted) for partner in content.layers.partners],
        "warnings": [problem.code for problem in content.report.warnings],
        "inputs": listed_inputs(content),
    }


def _partner(content: Content, partner: Partner, drawn: Drawn, wanted: Combination) -> dict[str, Any]:
    """What a partner changed in this pack's lessons, how each change stands, and where its languages keep upstream's words."""
    names, layers = drawn.session.workshop.names, content.layers
    mine = [change for change in partner.changes if change.target in names]
    spoken = {tag for voice in drawn.voices for tag in voice.language.spoken}
    whole = content.workshop(str(drawn.session.workshop.plan.id))
    planned = {block.address for block in whole.blocks} if whole else set()
    used = {block.address: block.place.file for block in drawn.session.workshop.blocks}
    elsewhere = [each for each in mine if each.op is Op.EDIT and each.language not in spoken and each.address in layers.edited]
    elsewhere += [
        each for each in mine
        if each.address in layers.own and each.address in planned and used.get(each.address) != each.place.file
    ]  # fmt: skip
    return {
        "id": partner.id,
        "name": partner.name,
        "language": partner.language,
        "changes": [
            {"change": each.key, "state": layers.states.get(each.key, ""), "reason": each.reason, "line": each.place.line} for each in mine
        ],
        "to_settle": [each.key for each in mine if layers.states.get(each.key) in ("stale", "gone", "safety")],
        "kept_upstream": sorted({each.address for each in elsewhere}),
    }


def _review(review: Review) -> dict[str, Any]:
    """How many texts of a document were signed in each role, and by whom."""
    return {"texts": review.texts} | {role: {"signed": review.signed[role], "by": list(review.by[role])} for role in review.signed}


def write(folder: Path, bundle: Bundle, report: Report) -> Pack:
    """Writes the pack and says what became of its documents."""
    written = write_pack(folder, bundle.files, bundle.manifest, report)
    kept = tuple((_plain(each.path.name), each.path.name) for each in written if each.kept)
    documents = tuple(bundle.pages.items())
    return Pack(folder, documents, kept, bundle.manifest.get("less_toner_percent"))


def _plain(name: str) -> str:
    stem, _, ext = name.rpartition(".")
    return f"{stem.split('.new')[0]}.{ext}"
