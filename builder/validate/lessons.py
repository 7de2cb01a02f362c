"""Modules and plans: raw trees → lessons and workshops whose parts hold together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from builder.blocks import KINDS, kind_of
from builder.blocks.base import Block, Item, Written
from builder.lesson import (
    KINDS_OF_FRAMES,
    Collection,
    CollectionRule,
    Frames,
    Lesson,
    Module,
    Part,
    PartRule,
    Plan,
    Shared,
    Topic,
    Workshop,
)  # fmt: skip
from builder.model.audience import Audience, Band, ByAudience
from builder.model.kinds import DOCUMENTS
from builder.model.report import Report
from builder.model.source import Fields, Items, Place, Word
from builder.validate.fields import near, read
from builder.validate.texts import check_keys, check_texts, own_texts


def lesson(
    raw: Fields, folder: str, bands: tuple[Band, ...], pictures: Iterable[str], report: Report, *, changed: bool = False
) -> Lesson | None:  # fmt: skip
    """The lesson, or None when its fields cannot be read; whatever else is wrong is in the report.

    A lesson that partners `changed` takes as long as its blocks do, whatever it says of itself.
    """
    module = read(Module, raw, report)
    groups = [_blocks(raw.get(name), report) for name in ("blocks", "at_home", "booster")]
    if module is None:
        return None
    found = Lesson(module, groups[0], groups[1], groups[2], raw.place)
    if changed:
        found = replace(found, module=module.model_copy(update={"minutes": _summed(found.blocks, module.audiences, bands)}))
    checks = _Checks(raw.place, bands, frozenset(pictures), report)
    checks.own_id(module.id, folder, raw)
    checks.lesson(found)
    return found


def _summed(blocks: Iterable[Block], audiences: Iterable[str], bands: tuple[Band, ...]) -> ByAudience[int]:
    """Audience → the minutes that its blocks take together."""
    mine = [band for band in bands if band.id in audiences]
    return ByAudience(tuple((band.id, sum(block.minutes_for(band) for block in blocks if block.is_for_band(band))) for band in mine))


def check_frames(found: Lesson, frames: Frames, report: Report) -> None:
    """Tells of risks, rights, strands and areas that no frame has."""
    for kind in KINDS_OF_FRAMES:
        known = frames.get(kind, {})
        for name in getattr(found.module, kind):
            if str(name) not in known:
                place = getattr(name, "place", found.place)
                report.error("unknown-frame", place, name=name, field=kind, near=near(name, list(known)), all=", ".join(known))


def check_sensitive(found: Lesson, topics: Mapping[str, Topic], bands: tuple[Band, ...], report: Report) -> None:
    """Tells of a lesson that touches a sensitive topic and marks no block of it."""
    for band in (band for band in bands if band.id in found.module.audiences):
        names = [str(name) for name in found.module.topics.get(Audience((band,))) or ()]
        touched = next((name for name in names if name in topics and topics[name].sensitive), "")
        if touched and not any(block.sensitive and block.is_for_band(band) for block in found.blocks):
            report.error("nothing-sensitive", found.place, module=found.module.id, topic=touched, audience=band.id)


def collection(raw: Fields, folder: str, bands: tuple[Band, ...], pictures: Iterable[str], report: Report) -> Collection | None:
    """The collection, or None when its fields cannot be read."""
    shared = read(Shared, raw, report)
    blocks = _blocks(raw.get("blocks"), report)
    if shared is None:
        return None
    found = Collection(shared, blocks, raw.place)
    checks = _Checks(raw.place, bands, frozenset(pictures), report)
    checks.own_id(shared.id, folder, raw)
    checks.collection(found)
    return found


def workshop(
    raw: Fields, folder: str, lessons: dict[str, Lesson | Collection], bands: tuple[Band, ...], pictures: Iterable[str], report: Report,
    *, changed: bool = False,
) -> Workshop | None:  # fmt: skip
    """The workshop with the lessons its parts name, or None when its fields cannot be read; `changed` as for a lesson."""
    plan = read(Plan, raw, report)
    raw_parts = raw.get("parts")
    parts = [part for each in raw_parts for part in _parts(each, lessons, report)] if isinstance(raw_parts, Items) else []
    if plan is None:
        return None
    found = Workshop(plan, tuple(parts), raw.place)
    if changed and plan.minutes:
        takes = tuple(
            (band.id, sum(block.minutes_for(band) for block in found.blocks_for(band))) for band in bands if band.id in plan.audiences
        )
        found = replace(found, plan=plan.model_copy(update={"minutes": ByAudience(takes)}), planned=plan.minutes)
    checks = _Checks(raw.place, bands, frozenset(pictures), report)
    checks.own_id(plan.id, folder, raw)
    checks.workshop(found, raw)
    return found


def named(raw: Fields, what: str) -> list[Word]:
    """The ids of modules – or collections – that a plan names, each with its place."""
    parts = raw.get("parts")
    return [part[what] for part in parts or [] if isinstance(part, Fields) and isinstance(part.get(what), Word)]


def _parts(raw: Any, found: dict[str, Lesson | Collection], report: Report) -> list[Part]:
    """A line of a plan as parts: a lesson is one, every other block one of its own."""
    if isinstance(raw, Fields) and "module" in raw:
        rule = read(PartRule, raw, report)
        lesson = found.get(rule.module) if rule else None
        if rule and isinstance(lesson, Lesson):
            some = lesson.booster if rule.section == "booster" else lesson.blocks
            return [Part(_chosen(rule.module, rule.blocks, some, lesson.place, report), lesson, tuple(rule.audiences))]
        return []
    if isinstance(raw, Fields) and "collection" in raw:
        line = read(CollectionRule, raw, report)
        shared = found.get(line.collection) if line else None
        return (
            [
                Part((block,), None, tuple(line.audiences))
                for block in _chosen(line.collection, line.blocks, shared.blocks, shared.place, report)
            ]
            if line and shared
            else []
        )
    return [Part((block,)) for block in _blocks([raw], report)]


def _chosen(name: str, blocks: Iterable[str], some: tuple[Block, ...], at: Place, report: Report) -> tuple[Block, ...]:
    """The blocks a plan chooses, in the plan's order; all of them when it names none."""
    by_id = {block.id: block for block in some}
    for each in blocks:
        if each not in by_id:
            place = getattr(each, "place", at)
            report.error("unknown-block", place, block=each, module=name, near=near(each, list(by_id)))
    return tuple(by_id[each] for each in blocks if each in by_id) or some


def _blocks(raws: Any, report: Report) -> tuple[Block, ...]:
    blocks = [_block(raw, report) for raw in raws] if isinstance(raws, list) else []
    return tuple(block for block in blocks if block)


def _block(raw: Any, report: Report) -> Block | None:
    if not isinstance(raw, Fields):
        report.error("fields-expected", getattr(raw, "place", None), field="blocks", found=str(raw)[:40])
        return None
    kind = raw.get("kind")
    if not isinstance(kind, Word):
        report.error("missing-field", raw.place, field="kind")
        return None
    if kind not in KINDS:
        report.error("unknown-kind", kind.place, kind=kind, near=near(kind, list(KINDS)), all=", ".join(KINDS))
        return None
    block = read(kind_of(kind), raw, report)
    if block:
        block.written_at(raw.address, raw.place)
    return block


class _Checks:
    """What must hold between the fields of one file."""

    def __init__(self, place: Place, bands: tuple[Band, ...], pictures: frozenset[str], report: Report) -> None:
        self.place, self.bands, self.pictures, self.report = place, bands, pictures, report

    def own_id(self, found: str, folder: str, raw: Fields) -> None:
        if found != folder:
            self.report.error("id-not-file-name", raw["id"].place, found=found, expected=folder)

    def lesson(self, lesson: Lesson) -> None:
        module = lesson.module
        bands = self.audiences(module.audiences)
        blocks = (*lesson.blocks, *lesson.at_home, *lesson.booster)
        self.unique(blocks)
        self.texts(module, bands)
        for items in (module.vocabulary, module.common_questions):
            self.unique(items)
            self.items(items, bands)
        check_keys(module.topics, bands, self.bands, self.place, self.report)
        for block in blocks:
            self.block(block, bands)
        self.minutes(lesson, bands)
        if not any(block.kind == "rehearse" for block in lesson.blocks):
            self.report.warning("no-rehearsal", self.place)
        self.picture(module.picture.variants if module.picture else (), self.place)

    def texts(self, model: Written, readers: tuple[Band, ...]) -> None:
        check_texts(model, readers, self.bands, self.report)
        for variant in (variant for text in own_texts(model) for variant in text.variants):
            self.picture(((variant.key, key) for key in variant.pictures if key), variant.place)

    def collection(self, found: Collection) -> None:
        bands = self.audiences(found.shared.audiences)
        self.unique(found.blocks)
        self.texts(found.shared, bands)
        for block in found.blocks:
            self.block(block, bands)

    def workshop(self, workshop: Workshop, raw: Fields) -> None:
        plan = workshop.plan
        bands = self.audiences(plan.audiences)
        self.texts(plan, bands)
        own = [block for block in workshop.blocks if block.address.startswith(f"plan-{plan.id}/")]
        self.unique(own)
        for block in own:
            self.block(block, bands)
        if plan.fit is None and (plan.minutes is None or plan.lessons):
            self.report.error("missing-field", self.place, field="fit" if plan.lessons else "minutes")
        for durations in (plan.minutes, plan.fit):
            if durations:
                check_keys(durations, bands, self.bands, self.place, self.report)
        if plan.minutes and not self.report.errors:
            self.plan_minutes(workshop, plan.minutes, bands, raw["minutes"].place)
        self.safe(workshop, bands)
        self.handouts(workshop)

    def safe(self, workshop: Workshop, bands: tuple[Band, ...]) -> None:
        """Help at the end, and ground rules before what is sensitive."""
        for band in bands:
            blocks = workshop.blocks_for(band)
            if not any(block.kind == "helplines" for block in blocks) and not self.report.errors:
                self.report.error("no-help", self.place)
                return
            last = {kind: max((n for n, block in enumerate(blocks) if block.kind == kind), default=-1) for kind in ("helplines", "close")}
            if -1 < last["close"] < last["helplines"]:
                self.report.error("help-after-goodbye", blocks[last["helplines"]].place)
                return
            first = next((number for number, block in enumerate(blocks) if block.sensitive), 0)
            if first and not any(block.required for block in blocks[:first]):
                self.report.warning("no-ground-rules", blocks[first].place)
                return

    def plan_minutes(self, workshop: Workshop, minutes: ByAudience[int], bands: tuple[Band, ...], place: Place) -> None:
        for band in bands:
            found = sum(block.minutes_for(band) for block in workshop.blocks_for(band))
            said = minutes.get(Audience((band,)))
            if said != found:
                self.report.error("minutes-do-not-add-up", place, said=said, found=found, audience=band.id)

    def handouts(self, workshop: Workshop) -> None:
        sheets = {block.address for part in workshop.parts for block in part.blocks if block.kind == "worksheet"}
        for name in (*workshop.plan.handouts.child, *workshop.plan.handouts.one_sheet):
            if name not in sheets and not self.report.errors:
                place = getattr(name, "place", self.place)
                self.report.error("unknown-handout", place, name=name, near=near(name, list(sheets)))
        for name in (name for name in workshop.plan.extras if name not in DOCUMENTS):
            place = getattr(name, "place", self.place)
            self.report.error("unknown-document", place, name=name, all=", ".join(DOCUMENTS), near=near(name, list(DOCUMENTS)))

    def audiences(self, names: Iterable[str]) -> tuple[Band, ...]:
        known = {band.id: band for band in self.bands}
        for name in names:
            if name not in known:
                place = getattr(name, "place", self.place)
                self.report.error("unknown-audience", place, name=name, all=", ".join(known))
        return tuple(known[name] for name in names if name in known)

    def unique(self, items: Iterable[Any]) -> None:
        seen: set[str] = set()
        for item in items:
            if item.id in seen:
                self.report.error("id-twice", getattr(item.id, "place", getattr(item, "place", self.place)), id=item.id)
            seen.add(item.id)

    def block(self, block: Block, module_bands: tuple[Band, ...]) -> None:
        bands = tuple(band for band in module_bands if block.is_for_band(band))
        if not bands:
            self.report.error("block-for-nobody", block.place, block=block.id)
        self.texts(block, bands)
        check_keys(block.minutes, bands, self.bands, block.place, self.report)
        for value in _values(block):
            if isinstance(value, tuple) and value and isinstance(value[0], Item):
                self.unique(value)
                self.items(value, bands)
        for fault in block.faults():
            self.report.error(fault.code, fault.place, **dict(fault.values))
        self.picture(block.picture.variants if block.picture else (), block.place)

    def items(self, items: tuple[Any, ...], bands: tuple[Band, ...]) -> None:
        for item in items:
            mine = tuple(band for band in bands if not item.audiences or any(band.is_in(key) for key in item.audiences))
            self.texts(item, mine)
            scenes = getattr(item, "picture", None)
            self.picture(scenes.variants if scenes else (), self.place)
            for value in _values(item):
                if isinstance(value, tuple) and value and isinstance(value[0], Item):
                    self.unique(value)
                    self.items(value, mine)

    def picture(self, variants: Iterable[tuple[str, str]], place: Place) -> None:
        for _, key in variants:
            if key not in self.pictures:
                at = getattr(key, "place", place)
                self.report.error("unknown-picture", at, key=key, near=near(key, list(self.pictures)))

    def minutes(self, lesson: Lesson, bands: tuple[Band, ...]) -> None:
        check_keys(lesson.module.minutes, bands, self.bands, self.place, self.report)
        for band in bands:
            said = next((n for key, n in lesson.module.minutes.variants if band.is_in(key)), 0)
            found = sum(block.minutes_for(band) for block in lesson.blocks if block.is_for_band(band))
            if said != found and not self.report.errors:
                self.report.error("minutes-do-not-add-up", self.place, said=said, found=found, audience=band.id)


def _values(model: Any) -> list[Any]:
    return [getattr(model, name) for name in type(model).model_fields]
