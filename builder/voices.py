"""Who speaks in a session: the participants' voice, in one language or two, and the facilitator's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from builder.blocks.base import Block, Room
from builder.content import Content
from builder.layers import OwnBlock
from builder.lesson import Part, Workshop
from builder.model.combination import Combination
from builder.model.language import Language
from builder.model.report import Problem, Report
from builder.model.review import Review
from builder.model.source import Place
from builder.model.voice import SAFETY, Used, Voice
from builder.translate.ledger import reviewed


def room_of(content: Content, workshop: Workshop, wanted: Combination, report: Report) -> Room:
    """The room of one session, with its voices."""
    names = workshop.names | {
        "frames",
        "safeguarding",
        "audiences",
        "pictures",
        f"country-{wanted.country.id}",
        *content.library.wordings(),
    }
    names |= {f"partner-{each.id}" for each in content.layers.partners}
    spoken = voice_of(content, wanted, wanted.language, names, report)
    if wanted.second:
        spoken.second = voice_of(content, wanted, wanted.second, names, report)
    guide = voice_of(content, wanted, wanted.guide_language, names, report)
    drafts = tuple(
        voice.language for voice in (spoken, spoken.second) if voice and voice.language.standing == "draft" and _unsigned(content, voice)
    )
    if drafts and not wanted.draft and len(drafts) == (2 if wanted.second else 1):
        beside = next((tag for tag in wanted.country.languages if tag not in {each.tag for each in drafts} and _works(content, tag)), "en")
        report.error("draft-language-alone", None, language=drafts[0].tag, beside=beside)
    return Room(spoken, guide, wanted.country, wanted.today, content.pictures, content.safety, content.frames, drafts)


def _works(content: Content, tag: str) -> bool:
    """Whether people have worked with this language."""
    language = content.language(tag) if tag in content.library.languages() else None
    return bool(language and language.standing != "draft")


def _unsigned(content: Content, voice: Voice) -> bool:
    """Whether nobody signed all that keeps children safe in this language."""
    scratch = replace(voice, report=Report(), second=None, used={}, fell_back={})
    for name, text in content.documents.items():
        if text.address.startswith(SAFETY):
            scratch.word(name)
    return not review_of(content, scratch.heard()).complete


def voice_of(content: Content, wanted: Combination, language: Language, names: frozenset[str], report: Report) -> Voice:
    """A voice for one audience, language and country, that can say the texts of these files."""
    country = wanted.country
    guarded = content.layers.layers(language.chain)
    chain = (*guarded, *language.layers(country.address_form))
    own = content.layers.words(language)
    language = replace(language, tag=language.written, chain=chain)
    child = country.helpline(wanted.today)
    for kind in ("child", "emergency"):
        if country.helpline(wanted.today, kind) is None:
            report.warning("no-printable-helpline", country.place, country=country.id, kind=kind)
    others = (*language.others, "en") if wanted.draft else ()
    known = (*chain, *others, *(country.languages if language.disguise else ()))
    found = next((country.values[tag] for tag in known if country.values.get(tag)), None)
    if found is None:
        report.error("language-not-of-country", country.place, country=country.id, language=language.tag)
    values = dict(found or country.values.get("en", {}))
    if child:
        values |= {"helpline.child.number": child.number, "helpline.child.name": child.called(language.tag)}
    catalogues = content.catalogues((*chain, *others), names) if chain != ("en",) else {}
    return Voice(
        language, "en", wanted.audience, catalogues, values, content.documents, report, wanted.draft,
        written=content.layers.written, own=own, guarded=guarded,
    )  # fmt: skip


def review_of(content: Content, heard: Collection[tuple[str, Used]]) -> Review:
    """How much of what was said is signed."""
    names = frozenset(context.split("/")[0] for context, _ in heard)
    return reviewed(heard, {layer: content.ledger(layer, names) for layer in {said.layer for _, said in heard}})


def check_signed(reviews: Mapping[str, Review], voices: Iterable[Voice], report: Report) -> None:
    """A release says nothing that was not signed in both roles, and nothing in another language."""
    gaps: dict[tuple[str, str, str], int] = {}
    for review in reviews.values():
        for key, count in review.open.items():
            gaps[key] = max(count, gaps.get(key, 0))
    for (layer, name, role), count in sorted(gaps.items()):
        report.error("not-signed", Place(f"workshops/locale/{layer}/{name}.po"), n=count, name=name, language=layer, role=role)
    shown = [tag for voice in voices for tag in voice.fell_back.values()]
    if shown:
        report.error("release-of-draft", None, n=len(shown))


MOST_MISSING = 5
"""How many missing translations of one file are told one by one."""


def gathered(problems: Collection[Problem]) -> Iterator[Problem]:
    """The problems, with many missing translations of one file told as one, at that file."""
    missing: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        if problem.code in MISSING:
            values = dict(problem.values)
            missing.setdefault((problem.code, values["language"], values["address"].split("/")[0]), []).append(problem)
        else:
            yield problem
    for (code, tag, name), some in missing.items():
        if len(some) <= MOST_MISSING and code != "missing-safety":
            yield from some
        else:
            own = some[0].place if code == "partner-not-translated" else None
            place = Place(own.file) if own else Place(f"workshops/locale/{tag}/{name}.po")
            yield Problem(
                code if code == "missing-safety" else "missing-translations",
                place,
                (("language", tag), ("n", str(len(some))), ("name", name)),
            )


def spoken(content: Content, workshop: Workshop, room: Room, report: Report) -> Workshop:
    """The workshop with upstream's blocks where a partner's own cannot be said in every language of this room."""
    if not any(content.layers.own):
        return workshop
    chosen: dict[str, Block | None] = {}
    for block in (block for part in workshop.parts for block in _with_sections(part)):
        own = content.layers.own.get(block.address)
        if own and block.address not in chosen:
            chosen[block.address] = block if _can_say(room, block) else _instead(own, block, room, report)

    def kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(each for block in blocks if (each := chosen.get(block.address, block)))

    parts = [
        replace(part, blocks=kept(part.blocks), lesson=part.lesson and replace(part.lesson, at_home=kept(part.lesson.at_home)))
        for part in workshop.parts
    ]
    return replace(workshop, parts=tuple(part for part in parts if part.blocks))


def _with_sections(part: Part) -> tuple[Block, ...]:
    """The blocks of a part, and what goes home from its lesson."""
    return (*part.blocks, *(part.lesson.at_home if part.lesson else ()))


def _instead(own: OwnBlock, block: Block, room: Room, report: Report) -> Block | None:
    """What stands there in a language that the partner's block is not written in – a draft shows the block itself, marked."""
    change = own.change
    if change.elsewhere:
        return own.instead
    if not room.voice.draft:
        tags = ", ".join(dict.fromkeys(voice.language.tag for voice in (room.voice, room.voice.second, room.guide) if voice))
        report.error("partner-block-language", change.place, block=change.address, written=change.language, language=tags)
        return None
    return block


def _can_say(room: Room, block: Block) -> bool:
    """Whether every voice of the room has all words of the block."""
    scratch = Report()
    for voice in (room.voice, room.voice.second, room.guide):
        if voice:
            alone = replace(voice, report=scratch, second=None, draft=False, used={}, fell_back={})
            for text in block.texts(room.audience):
                alone.lines(text)
    return not any(problem.code in MISSING for problem in scratch.problems)


MISSING = ("missing-translation", "missing-safety", "partner-not-translated")
"""Problems that say that a text has no words in a language."""


def lacking(content: Content, workshop: Workshop, wanted: Combination) -> str:
    """Why the workshop is not offered to this room in its language, as a word of `commands`; empty where it is."""
    report = Report()
    workshop = workshop.with_lessons(wanted.modules)
    room = room_of(content, workshop, wanted, report)
    workshop = spoken(content, workshop, room, report)
    for text in (*workshop.texts(wanted.audience), *content.safety.values()):
        room.voice.lines(text)
    for name, text in content.documents.items():
        if text.address.startswith("documents/"):
            room.voice.word(name)
    codes = {problem.code for problem in report.problems}
    if not codes.isdisjoint((*MISSING, "language-not-of-country", "partner-block-language")):
        return "not-complete"
    return "draft-alone" if "draft-language-alone" in codes else ""
