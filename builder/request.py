"""What was asked for, resolved: plan × audience × language × country → combinations, built one by one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from builder.content import Content
from builder.lesson import Session, Workshop
from builder.library import Library, installed
from builder.model.audience import EASY, Audience
from builder.model.combination import PHONE, Attendee, Combination, Price
from builder.model.country import Country
from builder.model.easy import MOST_WORDS
from builder.model.kinds import DOCUMENTS, USUAL
from builder.model.language import Language
from builder.model.look import ECO, GREY, LARGE_PRINT, PRINTS
from builder.model.report import BuildFailed, Report
from builder.model.source import Place
from builder.occasion import Occasion, occasion_of, sessions
from builder.pack import Pack
from builder.partnering.folders import folders
from builder.partnering.keeping import held, unsettled, warned
from builder.pipeline import Drawn, draw, session_of
from builder.validate.fields import near
from builder.voices import check_signed, gathered, lacking

if TYPE_CHECKING:
    from builder.packing import Bundle, Slides

EDITIONS = ("one-sheet", EASY, LARGE_PRINT, PHONE)
IN_EDITION = {
    PHONE: ("guide", "handouts"),
    LARGE_PRINT: (
        "print-plan",
        "slides",
        "guide",
        "handouts",
        "cards",
        "permissions",
        "agenda",
        "press-note",
        "family",
        "print-all",
    ),
    EASY: ("print-plan", "slides", "guide", "handouts", "cards", "print-all"),
}
"""Edition → the documents that it has; other editions have all."""
PAPERS = ("a4", "letter", "oficio")
ALL = "all"


@dataclass(frozen=True, slots=True)
class Request:
    """The words of one command, as they were typed."""

    plan: str
    output: Path
    today: date
    audience: str | None = None
    language: str | None = None
    country: str | None = None
    documents: str = ""
    modules: str = ""
    event: Path | None = None
    guide_language: str | None = None
    paper: str | None = None
    edition: str = ""
    participants: int | None = None
    workspace: Path | None = None
    start: int | None = None
    place: str = ""
    draft: bool = False
    minutes: int | None = None
    release: bool = False
    within: str = ""
    folder: str = ""
    partner: str = ""
    price: Price | None = None
    zip: bool = False
    names: Path | None = None
    print: str = ""


@dataclass(slots=True)
class Outcome:
    """What a run made, what it skipped and why, and every problem."""

    report: Report
    packs: list[Pack] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)

    def as_json(self, problem_as_json: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
        """The outcome as plain values."""
        packs = [{"folder": str(pack.folder), "documents": dict(pack.documents), "kept": dict(pack.kept)} for pack in self.packs]
        problems = [problem_as_json(problem) for problem in self.report.sorted()]
        return {"packs": packs, "skipped": [list(row) for row in self.skipped], "problems": problems}


def library_for(workspace: Path | None) -> Library:
    """The installed content, and the workspace where one is named or the current folder is one."""
    here = Path.cwd()
    named = workspace or (here if (here / "workshop.yaml").is_file() else None)
    roots = (installed(),) if named is None or named.resolve() == installed().resolve() else (installed(), named.resolve())
    return Library(roots)


def content_for(workspace: Path | None, partner: str = "", report: Report | None = None) -> Content:
    """The content of `library_for` with the partners named – by id or folder –; who is unknown is in its report."""
    report = report if report is not None else Report()
    library = library_for(workspace)
    found = folders(partner, library, report)
    report.folders |= {folder.name: folder for folder in found.values()}
    return Content(replace(library, partners=found), report)


def run(request: Request, progress: Callable[[str], None]) -> Outcome:
    """Builds every combination that was asked for. What fails stops the run before anything of it is written."""
    outcome = Outcome(Report())
    with suppress(BuildFailed):
        _run(request, outcome, progress)
    return outcome


def _run(request: Request, outcome: Outcome, progress: Callable[[str], None]) -> None:
    from builder.packing import write
    from builder.wording import say

    report = outcome.report
    content = content_for(request.workspace, request.partner, report)
    report.stop_on_errors()
    request = replace(request, partner=",".join(content.library.partners))
    _check_words(request, report)
    occasion = occasion_of(request, content)
    report.stop_on_errors()
    jobs = [job for asked in sessions(request, occasion, content) for job in _jobs(asked, content, outcome)]
    report.stop_on_errors()
    held(content, frozenset().union(*(job.workshop.names for job in jobs)))
    names = _names(request, jobs, report)
    report.stop_on_errors()
    packs = []
    for job in jobs:
        warned(content, job.workshop, job.wanted)
        name = folder_name(job.request, job.wanted)
        progress(say("building", name=name))
        with suppress(BuildFailed):
            packs.append((name, _pack(content, _named(job, names))))
    report.stop_on_errors()
    if occasion.programme:
        packs = _schedules(content, occasion, jobs, request.release) + packs
        report.stop_on_errors()
    if request.zip:
        from builder.zipping import zipped

        packs = [(name, zipped(pack)) for name, pack in packs]
    for name, pack in packs:
        outcome.packs.append(write(request.output / name, pack, report))
    report.stop_on_errors()


def _names(request: Request, jobs: list[Job], report: Report) -> tuple[Attendee, ...]:
    """The participants' names, where a file of them is named; only certificates carry them."""
    from builder.roster import read_names

    if request.names and not any("certificates" in job.documents for job in jobs):
        report.error("names-without-certificates", None)
    return read_names(request.names, report) if request.names and not report.errors else ()


def _named(job: Job, names: tuple[Attendee, ...]) -> Job:
    """The pack with the names; as many people come as there are names, where nothing else was said."""
    if not names:
        return job
    return job._replace(wanted=replace(job.wanted, names=names, participants=job.request.participants or len(names)))


class Job(NamedTuple):
    """One pack to build: the words it comes from, its plan, what it is for."""

    request: Request
    workshop: Workshop
    wanted: Combination

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents asked for; where none is named, the usual ones and its plan's own; `all` is what the edition has."""
        asked, offers = self.request.documents, offered(self.request.edition)
        if asked == ALL:
            return offers
        usual = {*USUAL, *self.workshop.plan.extras}
        return tuple(asked.split(",")) if asked else tuple(name for name in offers if name in usual)


def _jobs(asked: Request, content: Content, outcome: Outcome) -> list[Job]:
    workshop = content.workshop(asked.plan)
    return [Job(asked, workshop, wanted) for wanted in combinations(asked, content, workshop, outcome)] if workshop else []


def _schedules(content: Content, occasion: Occasion, jobs: list[Job], release: bool) -> list[tuple[str, Bundle]]:
    """The schedule of a programme, once for each language and country."""
    from builder.timetable import timetable

    folders: dict[str, list[Job]] = {}
    for job in jobs:
        folders.setdefault(programme_folder(job.request, job.wanted), []).append(job)
    return [
        (name, timetable(content, occasion, [(job.request.folder, job.wanted) for job in some], release)) for name, some in folders.items()
    ]


def _pack(content: Content, job: Job) -> Bundle:
    """One pack in memory; what is wrong with it is in the report, and stops it."""
    from builder.packing import Slides, built

    (request, workshop, wanted), documents, release = job, job.documents, job.request.release
    mine, slides = Report(), Slides("slides" in documents)
    try:
        for each in {wanted.language, wanted.guide_language, wanted.second or wanted.language} if release else ():
            if each.disguise:
                mine.error("trial-language", None, language=each.tag)
        mine.stop_on_errors()
        session = session_of(content, workshop, wanted, mine)
        mine.stop_on_errors()
        drawn = drawn_for(content, session, documents, mine, slides)
        _tell_easy(drawn, mine)
        _tell_empty(request, drawn, mine)
        if release:
            check_signed(drawn.reviews, drawn.voices, mine)
            for name, count in unsettled(content, workshop.names).items():
                mine.error("release-of-stale", None, n=count, partner=name)
        mine.stop_on_errors()
    finally:
        for problem in gathered(mine.problems):
            content.report.add(problem)
    bundle = built(content, drawn, slides, wanted, documents)
    if wanted.print == ECO:
        bundle.manifest["less_toner_percent"] = _saved(content, session, drawn, documents)
    return bundle


def _saved(content: Content, session: Session, drawn: Drawn, documents: tuple[str, ...]) -> int:
    """How much less of the paper is black than in the usual print, in percent – measured on the pages of both."""
    from builder.render.png import coverage

    names = [name for name in documents if name in drawn.pages and name != "slides"]
    usual = draw(content, replace(session, print=GREY), documents, Report())
    black = coverage(usual.pages[name] for name in names)
    return round(100 * (1 - coverage(drawn.pages[name] for name in names) / black)) if black else 0


def _tell_easy(drawn: Drawn, report: Report) -> None:
    """Which words of a partner are hard; how many texts of the lessons were said in easy read, and how many more are as short."""
    voice, session = drawn.session.room.voice, drawn.session
    said = [easy for address, easy in voice.easy.items() if address.split("/")[0] in session.workshop.names]
    for each in said:
        if each.hard and each.partner:
            report.warning("partner-not-easy", each.partner, text=each.hard[:60], most=MOST_WORDS)
    written, short = sum(each.written for each in said), sum(not each.written and not each.hard for each in said)
    if written + short < len(said):
        values = {"n": written, "of": len(said), "short": short, "language": voice.language.tag}
        report.warning("easy-read-in-part", session.workshop.place, **values)


def _tell_empty(request: Request, drawn: Drawn, report: Report) -> None:
    """Which documents were named, but have nothing to show: no lesson of the session has what they are made of."""
    for name in request.documents.split(","):
        if name in DOCUMENTS and name not in (*drawn.pages, *drawn.leaves, "print-all"):
            values = {"document": name, "plan": request.plan, "audience": drawn.session.room.audience.id}
            report.warning("nothing-for-document", drawn.session.workshop.place, **values)


def drawn_for(content: Content, session: Session, documents: tuple[str, ...], report: Report, slides: Slides) -> Drawn:
    """The documents of a pack as its edition sets them."""
    if session.edition == PHONE:
        from builder.handheld import draw_for_phones

        return draw_for_phones(content, session, documents, report)
    return draw(content, session, documents, report, slides.start)


def folder_name(request: Request, wanted: Combination) -> str:
    """`children-90-minutes_9-12_es_PY`, with the event's name and the edition where there are any.

    A session of a programme has a folder of its own inside the programme's.
    """
    if request.within:
        return f"{programme_folder(request, wanted)}/{request.folder}"
    language = f"{wanted.language.tag}+{wanted.second.tag}" if wanted.second else wanted.language.tag
    event = request.event.stem if request.event else ""
    more = (event, request.folder, *_partners(request), *_ways(wanted))
    parts = (request.plan, wanted.audience.id, language, wanted.country.id, *more)
    return "_".join(part for part in parts if part)


def programme_folder(request: Request, wanted: Combination) -> str:
    """`cop-event-two-days_es_PY`, with the event's name and the edition where there are any."""
    language = f"{wanted.language.tag}+{wanted.second.tag}" if wanted.second else wanted.language.tag
    event = request.event.stem if request.event else ""
    parts = (request.within, language, wanted.country.id, event, *_partners(request), *_ways(wanted))
    return "_".join(part for part in parts if part)


def _ways(wanted: Combination) -> tuple[str, ...]:
    """What makes a pack another one in the name of its folder: its edition, how it is printed, that it is a draft."""
    return wanted.edition, wanted.print if wanted.print != GREY else "", "draft" if wanted.draft else ""


def _partners(request: Request) -> tuple[str, ...]:
    """The ids of the partners, as they stand in the name of a pack's folder."""
    return tuple(name for name in request.partner.split(",") if name)


def offered(edition: str) -> tuple[str, ...]:
    """The documents that an edition has."""
    return IN_EDITION.get(edition, DOCUMENTS)


def _check_words(request: Request, report: Report) -> None:
    named = [] if request.documents in ("", ALL) else request.documents.split(",")
    for name in named:
        if name not in DOCUMENTS:
            report.error("unknown-document", None, name=name, all=", ".join(DOCUMENTS), near=near(name, list(DOCUMENTS)))
    for name in [each for each in named if each in DOCUMENTS and each not in offered(request.edition)]:
        report.error("document-not-in-edition", None, name=name, edition=request.edition, all=", ".join(offered(request.edition)))
    if request.edition and request.edition not in EDITIONS:
        report.error("unknown-edition", None, name=request.edition, all=", ".join(EDITIONS))
    if request.paper and request.paper not in PAPERS:
        report.error("unknown-paper", None, name=request.paper, all=", ".join(PAPERS))
    if request.print and request.print not in PRINTS:
        report.error("unknown-print", None, name=request.print, all=", ".join(PRINTS))
    elif request.print not in ("", GREY) and request.edition == PHONE:
        report.error("print-without-paper", None, name=request.print)
    if request.output.is_file():
        report.error("output-is-file", Place(str(request.output)))


def combinations(request: Request, content: Content, workshop: Workshop, outcome: Outcome) -> list[Combination]:
    """Every room × language × country; `all` is all that is offered, and what is not is listed as skipped."""
    rooms = _rooms(request.audience, content, workshop, outcome.report)
    _check_modules(request, workshop, outcome.report)
    found: list[Combination] = []
    for country in _countries(request.country, content):
        skipped = [(tag, "not-complete") for tag in country.languages if tag not in content.library.languages()]
        for language in _languages(request.language, country, content):
            guide = content.language(request.guide_language) if request.guide_language else language[0]
            some = [_combination(request, room, language, guide, country) for room in rooms if guide]
            asked = request.language not in (None, ALL) or request.draft
            why = "" if asked else next(filter(None, (lacking(content, workshop, each) for each in some)), "")
            if why:
                skipped.append((language[0].tag, why))
                continue
            found += some
            if request.language is None:
                break
        outcome.skipped += [(f"{country.id} {tag}", why) for tag, why in skipped if request.language == ALL or not found]
    if not found and outcome.skipped:
        missing = ", ".join(what for what, _ in outcome.skipped)
        outcome.report.error("nothing-offered", None, missing=missing, plan=request.plan)
    return found


def _check_modules(request: Request, workshop: Workshop, report: Report) -> None:
    if report.errors:  # a lesson that could not be read is no unknown one
        return
    known = [str(part.lesson.module.id) for part in workshop.parts if part.lesson]
    for name in [name for name in request.modules.split(",") if name and name not in known]:
        report.error("unknown-module", None, name=name, all=", ".join(known))


def _combination(request: Request, room: Audience, languages: list[Language], guide: Language, country: Country) -> Combination:
    modules = tuple(name for name in request.modules.split(",") if name)
    room = replace(room, easy=True) if request.edition == EASY else room
    draft = request.draft or any(each.disguise for each in (*languages, guide))
    return Combination(
        room, languages[0], guide, country, request.paper or country.paper, modules, request.edition, request.participants or 30,
        request.start, request.place, request.today, languages[1] if languages[1:] else None, draft,
        request.minutes, request.price, request.print or GREY,
    )  # fmt: skip


def _rooms(words: str | None, content: Content, workshop: Workshop, report: Report) -> list[Audience]:
    """The rooms asked for; the plan's first audience when nothing was said."""
    known, own = {band.id: band for band in content.bands}, content.audiences()
    offered = [str(name) for name in workshop.plan.audiences]
    asked = offered if words == ALL else (words or offered[0]).split(",")
    rooms = []
    for name in asked:
        if name in own and name not in known:
            rooms.append(own[name])
            continue
        bands = [known[part] for part in name.split("+") if part in known]
        for part in name.split("+"):
            if part not in known:
                report.error("unknown-audience", None, name=part, all=", ".join(own), near=near(part, list(own)))
        if bands:
            rooms.append(Audience(tuple(sorted(bands, key=lambda band: band.low))))
    return rooms


def _countries(words: str | None, content: Content) -> list[Country]:
    known = list(content.library.countries())
    asked = known if words == ALL else (words or known[0]).split(",")
    return [country for name in asked if (country := content.country(name))]


def _languages(words: str | None, country: Country, content: Content) -> list[list[Language]]:
    """The languages asked for, one or a pair each; all that the country offers when nothing was said."""
    known = list(content.library.languages())
    offered = [tag for tag in country.languages if tag in known]
    asked = offered if words == ALL else words.split(",") if words else offered
    if any(tag.count("+") > 1 for tag in asked):
        content.report.error("too-many-languages", None, found=words)
    pairs = [[content.language(tag) for tag in name.split("+")] for name in asked]
    return [[language for language in pair if language] for pair in pairs if all(pair)]
