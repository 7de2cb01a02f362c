"""Partners' layers over the content: who they are, what their changes make of a file, which words are theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from builder.blocks.base import Block
from builder.customise import lock
from builder.customise.apply import Applied, Known, applied
from builder.customise.plans import followed
from builder.customise.tree import ids
from builder.lesson import Collection, Lesson, Workshop
from builder.model.audience import EVERYONE, Audience, Band, readers_of
from builder.model.change import Change, Op
from builder.model.country import Country
from builder.model.language import Language, tag_of
from builder.model.partner import Partner
from builder.model.report import Problem, Report
from builder.model.source import Fields, Place
from builder.model.text import Text
from builder.model.voice import NEUTRAL, Message, Own, Said
from builder.validate import partner as rules
from builder.validate import partner_settings as own_settings
from builder.validate.settings import values_of

Held = TypeVar("Held", Lesson, Collection, Workshop)


class OwnBlock(NamedTuple):
    """A block that a partner wrote, and upstream's block that stands there in languages it cannot be said in."""

    change: Change
    instead: Block | None


@dataclass(slots=True)
class Layers:
    """What partners say. `plain` and `trees` are upstream's files that they change, `recorded` what their locks know of its blocks.

    `states` holds what was found of each change: fresh, stale …, by its key.
    """

    partners: tuple[Partner, ...] = ()
    bands: tuple[Band, ...] = ()
    recorded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    edited: dict[str, tuple[Own, Change]] = field(default_factory=dict)
    own: dict[str, OwnBlock] = field(default_factory=dict)
    plain: dict[str, Lesson | Collection | Workshop] = field(default_factory=dict)
    trees: dict[str, Fields] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A partner's file is written in the partner's language."""
        for each in self.partners:
            self.written |= {each.place.file: each.layer(each.language), **dict.fromkeys(each.neutral, NEUTRAL)}

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change of every partner."""
        return tuple(change for partner in self.partners for change in partner.changes)

    def changed(self, raw: Fields, name: str, read: Callable[[Fields, Report, bool], Held | None], report: Report) -> Held | None:
        """The file as partners have it; `read` makes it from a raw tree. What a change breaks is told at the change."""
        mine = [change for change in self.changes if change.target == name]
        plain = read(raw, report, False)
        if plain is None or not mine:
            return plain
        self.plain[name], self.trees[name] = plain, raw
        before = set(report.problems)
        known = {text.address for text in _texts(plain)}
        made = applied(raw, mine, Known(known, self.bands, self.recorded), report)
        scratch = Report(list(report.problems))
        base, full = read(made.base, scratch, True), read(made.full, scratch, True)
        for problem in scratch.problems:
            if not _is_gap(problem, made):
                report.add(problem if problem in before else _at_change(problem, raw.place.file, mine, plain))
        if base is None or full is None or set(report.errors) - before:
            return None
        self._keep(made, full, plain)
        self._check_new_texts(base, known, mine, report)
        self._check_heard(plain, report)
        return base

    def followed(self, raw: Fields) -> Fields:
        """A plan's tree after what partners did to the lessons and collections it uses."""
        orders = {key: (then, ids(self.trees[target])) for key, then in self.recorded.items() if (target := target_of(key)) in self.trees}
        return followed(raw, self.changes, orders) if self.changes else raw

    def with_sheets(self, found: Workshop) -> Workshop:
        """The plan with the worksheets of lessons that a partner put into it among what is printed."""
        added = {each.block for each in self.changes if each.op is Op.ADD and each.target == _name(found)}
        parts = [part for part in found.parts if part.lesson and part.lesson.module.id in added]
        sheets = tuple(block.address for part in parts for block in part.blocks if block.kind == "worksheet")
        if not sheets:
            return found
        listed = found.plan.handouts.model_copy(update={"child": (*found.plan.handouts.child, *sheets)})
        return replace(found, plan=found.plan.model_copy(update={"handouts": listed}))

    def blamed(self, problem: Problem, file: str, used: Iterable[str]) -> Problem:
        """A problem of a plan that follows changes of what it uses, placed at what takes something away."""
        some = [each for each in self.changes if each.target in used and each.op in (Op.REMOVE, Op.REPLACE)]
        safety = [each for each in some if "safety" in each.acknowledged] or some
        at_plan = problem.place is not None and problem.place.file == file and problem.code in ("no-help", "no-ground-rules")
        return replace(problem, place=safety[0].place) if safety and at_plan else problem

    def _keep(self, made: Applied, full: Lesson | Collection | Workshop, plain: Lesson | Collection | Workshop) -> None:
        upstream = {block.address: block for block in _blocks(plain)}
        for address, change in made.own.items():
            self.own[address] = OwnBlock(change, upstream.get(address))
        for text in _texts(full):
            change_ = made.edited.get(text.address)
            if change_:
                self.edited[text.address] = Own(text, f"{change_.language}@{change_.partner}"), change_

    def _check_new_texts(self, base: Lesson | Collection | Workshop, known: set[str], mine: Iterable[Change], report: Report) -> None:
        """An edit may not bring a text where upstream has none: no other language could say it."""
        edits = {change.address: change for change in mine if change.op is Op.EDIT}
        for text in _texts(base):
            change = edits.get(text.address)
            if change and text.address not in known:
                report.error("edit-adds-text", change.place, address=text.address)

    def counted(self, names: Iterable[str]) -> dict[str, int]:
        """Partner's name → how many changes it makes in these files."""
        targets = set(names)
        counts = {partner.name: sum(change.target in targets for change in partner.changes) for partner in self.partners}
        return {name: count for name, count in counts.items() if count}

    def _check_heard(self, plain: Lesson | Collection | Workshop, report: Report) -> None:
        """An edit for ages that do not hear the text would be lost without a word."""
        rooms = [Audience((band,)) for band in self.bands]
        heard = {room.id: {text.address for text in _texts(plain, room) if text.variant(room)} for room in rooms}
        for address, (own, change) in self.edited.items():
            mine = [band for band in self.bands if address in heard[band.id]]
            for variant in own.text.variants if change.target == _name(plain) else ():
                key = readers_of(variant.key)
                if key != EVERYONE and not any(band.is_in(key) for band in mine):
                    report.error("edit-for-nobody", variant.place, key=variant.key, all=", ".join(band.id for band in mine))

    def words(self, language: Language) -> dict[str, Own]:
        """What partners say in this language instead of upstream: an edit counts for its language and the variants of it."""
        return {
            address: own
            for address, (own, change) in self.edited.items()
            if change.language in language.spoken
        }  # fmt: skip

    def source_of(self, text: Text) -> str:
        """The layer in which a text is written: `en`, `es`, `es@plan-vida`."""
        return self.written.get(text.address) or self.written.get(text.place.file, "en")

    def upstream(self, name: str) -> list[Text]:
        """Upstream's texts of a file that partners change; nothing of others."""
        plain = self.plain.get(name)
        return list(_texts(plain)) if plain else []

    def own_block(self, text: Text) -> OwnBlock | None:
        """The partner's block that a text stands in; nothing for upstream's text of a block that was replaced."""
        own = self.own.get("/".join(text.address.split("/")[:2]))
        return own if own and text.place.file == own.change.place.file else None

    def taken_away(self, text: Text) -> Change | None:
        """The change that takes a text of upstream out: its block is removed, or another stands in its place."""
        block = "/".join(text.address.split("/")[:2])
        own = self.own.get(block)
        if own and text.place.file != own.change.place.file:
            return own.change
        return next((each for each in self.changes if each.op is Op.REMOVE and each.address == block), None)

    def place_of(self, country: str, tag: str, name: str) -> Place | None:
        """Where a partner says what a placeholder becomes, if one does."""
        trees = [partner.values[country] for partner in self.partners if country in partner.values]
        groups = [tree for tree in reversed(trees) if name in values_of(tree, tag)]
        begins, _, own = name.partition(".")
        group = next((key for key, start in own_settings.VALUES.items() if start == begins), "")
        return groups[0][group].keys_at.get(own.split(".")[0], groups[0].place) if groups else None

    def said(self, layer: str) -> dict[str, Message]:
        """What a partner's own file says in one of its layers: the facts of its helplines."""
        tag, _, key = layer.rpartition("@")
        return {context: each for partner in self.partners if partner.id == key for context, each in partner.said.get(tag, {}).items()}

    def layers(self, chain: tuple[str, ...]) -> tuple[str, ...]:
        """The layers of partners for these layers of a language, which are asked before them."""
        tags = dict.fromkeys(map(tag_of, chain))
        return tuple(partner.layer(tag) for partner in self.partners for tag in tags)

    def country(self, found: Country) -> Country:
        """The country with the partners' helplines behind its own, and their names before its own."""
        contacts = tuple(each for partner in self.partners for each in partner.contacts.get(found.id, ()))
        values = {tag: dict(known) for tag, known in found.values.items()}
        for partner in self.partners:
            tree = partner.values.get(found.id)
            for tag in values if tree else ():
                values[tag] |= values_of(tree, tag) if tree else {}
        return replace(found, contacts=(*found.contacts, *contacts), values=values) if self.partners else found

    def called(self, name: str, language: Language) -> Said:
        """What a partner calls one of its audiences, in this language or its own."""
        group = next(group for partner in self.partners for group in partner.groups if group.id == name)
        tags = (language.tag, language.tag.split("-")[0], "", next(iter(group.labels)))
        return Said(next(group.labels[tag] for tag in tags if tag in group.labels), language.tag)

    def audiences(self, bands: Mapping[str, Band]) -> dict[str, Audience]:
        """The audiences that partners cut anew: a mixed room of those they span."""
        return {
            group.id: Audience(tuple(sorted((bands[name] for name in group.spans), key=lambda band: band.low)), group.id)
            for partner in self.partners
            for group in partner.groups
        }


def _texts(found: Lesson | Collection | Workshop, audience: Audience | None = None) -> Iterator[Text]:
    """The texts of the file itself – a plan's lessons are files of their own –, or those that one audience hears."""
    return found.own_texts(audience) if isinstance(found, Workshop) else found.texts(audience)


def target_of(key: str) -> str:
    """The file that a change is for, by the change's key."""
    return key.split(" ", maxsplit=1)[-1].split("/", maxsplit=1)[0]


def _name(found: Lesson | Collection | Workshop) -> str:
    """The file's name in translations."""
    if isinstance(found, Workshop):
        return f"plan-{found.plan.id}"
    return str(found.module.id if isinstance(found, Lesson) else found.shared.id)


def _blocks(found: Lesson | Collection | Workshop) -> tuple[Block, ...]:
    return (*found.blocks, *found.at_home, *found.booster) if isinstance(found, Lesson) else found.blocks


def _is_gap(problem: Problem, made: Applied) -> bool:
    """Whether the problem is that an edit says nothing for some ages: they keep upstream's words."""
    return problem.code == "variant-gap" and dict(problem.values).get("address") in made.edited


def _at_change(problem: Problem, file: str, mine: Iterable[Change], plain: Lesson | Collection | Workshop) -> Problem:
    """A problem that upstream's file has only with the changes, placed at what takes away what is missed; else where it is."""
    if problem.place is None or problem.place.file != file:
        return problem
    blocks = {str(block.id): block for block in _blocks(plain)}
    missed = MISSED.get(problem.code, bool)
    taken = [each for each in mine if each.op in (Op.REMOVE, Op.REPLACE)]
    some = [each for each in taken if each.block in blocks and missed(blocks[each.block])] or list(mine)
    return replace(problem, place=some[0].place)


def _is_rehearsal(block: Block) -> bool:
    return block.kind == "rehearse"


def _is_sensitive(block: Block) -> bool:
    return block.sensitive


MISSED: dict[str, Callable[[Block], bool]] = {
    "no-rehearsal": _is_rehearsal,
    "nothing-sensitive": _is_sensitive,
}
"""Problem → the blocks whose absence makes it."""


def partner_of(raw: Fields, folder: Path, name: str, bands: tuple[Band, ...], report: Report) -> Partner | None:
    """The partner of a folder, with its lock; whatever is wrong with either is in the report. `name` is how problems call the folder."""
    file = rules.partner(raw, report)
    if file is None:
        return None
    numbers = own_settings.numbers(raw, file, report)
    return Partner(
        str(file.id), str(file.name), str(file.language), raw.place,
        changes=rules.changes(raw, file, report),
        contacts=numbers.contacts,
        said=numbers.said,
        neutral=numbers.neutral,
        values=own_settings.values(raw, report),
        groups=own_settings.groups(file, bands, report),
        lock=lock.read(folder / lock.NAME, f"{name}/{lock.NAME}", report),
    )  # fmt: skip
