"""Everything a build reads, loaded and validated once: for all its combinations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from builder import load
from builder.customise.clashes import check_clashes
from builder.customise.folder import clean
from builder.drawing.definition import Definition
from builder.layers import Layers, partner_of, target_of
from builder.lesson import Collection, Event, Forbidden, Frames, Lesson, Programme, Topic, Workshop, alone
from builder.library import Library
from builder.model.audience import Audience, Band
from builder.model.country import Country
from builder.model.language import Language
from builder.model.partner import PLAIN, Brand, Partner, joined
from builder.model.report import Report
from builder.model.source import Fields, Place, Word
from builder.model.text import Text
from builder.model.trial import TRIALS, trial_of
from builder.model.voice import Message, Said, Voice
from builder.reading import phrases
from builder.reading.phrases import Phrase
from builder.translate import catalogue, glossary, ledger
from builder.translate.glossary import Term
from builder.translate.ledger import Ledger
from builder.validate import lessons as lesson_rules
from builder.validate import programme as programme_rules
from builder.validate import settings, wording
from builder.validate.event import event as event_file
from builder.validate.fields import near
from builder.validate.partner import check_targets
from builder.validate.partner_settings import check_countries, check_id, check_language
from builder.validate.partner_words import check_written

Kept = TypeVar("Kept")


class Scenes(Mapping[str, Definition]):
    """Scenes by their key; a file is read when its scene is asked for. What cannot be drawn is not there."""

    def __init__(self, paths: dict[str, Path], read: Callable[[str, Path], tuple[Definition, Text] | None]) -> None:
        self._paths, self._read = paths, read
        self._found: dict[str, tuple[Definition, Text] | None] = {}

    def both(self, key: str) -> tuple[Definition, Text]:
        """The scene and the text that stands for it."""
        if key not in self._found:
            self._found[key] = self._read(key, self._paths[key])
        found = self._found[key]
        if found is None:
            raise KeyError(key)
        return found

    def __getitem__(self, key: str) -> Definition:
        return self.both(key)[0]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._paths if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Alts(Mapping[str, Text]):
    """The texts that stand for scenes, by key."""

    def __init__(self, scenes: Scenes) -> None:
        self._scenes = scenes

    def __getitem__(self, key: str) -> Text:
        return self._scenes.both(key)[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._scenes)

    def __len__(self) -> int:
        return len(self._scenes)


@dataclass(slots=True)
class Content:
    """Typed content, read when it is first asked for; `inputs` are the files that were read."""

    library: Library
    report: Report
    inputs: set[Path] = field(default_factory=set)
    _kept: dict[str, Any] = field(default_factory=dict)

    @property
    def bands(self) -> tuple[Band, ...]:
        """The audiences in the order of their file."""
        return self._once("bands", lambda: settings.bands(self._one("workshops/audiences.yaml", "audiences"), self.report))

    @property
    def labels(self) -> dict[str, Text]:
        """Audience id → what people call it."""
        return self._once("labels", lambda: settings.labels(self._one("workshops/audiences.yaml", "audiences")))

    @property
    def layers(self) -> Layers:
        """What the partners say whose folders the library holds."""
        return self._once("layers", self._layers)

    def _layers(self) -> Layers:
        found = tuple(each for name, folder in self.library.partners.items() if (each := self._partner(name, folder)))
        check_clashes([change for each in found for change in each.changes], self.report)
        for each in found:
            self._check_prefix(each)
        bases = {key: basis for each in found for key, basis in each.lock.items()}
        return Layers(found, self.bands, {key: basis.blocks for key, basis in bases.items()})

    def _check_prefix(self, partner: Partner) -> None:
        """What a partner's folder adds begins with the partner's id."""
        library = self.library
        for known in (library.modules(), library.collections(), library.plans(), library.programmes()):
            for name, path in known.items():
                if library.partner_of(path) == partner.id and not name.startswith(f"{partner.id}-"):
                    self.report.error("partner-prefix", Place(library.name_of(path)), id=name, prefix=f"{partner.id}-")

    def _partner(self, key: str, folder: Path) -> Partner | None:
        """The partner of a folder – its files looked through first –, with its brand."""
        name = self.library.name_of(folder)
        before = len(self.report.errors)
        clean(folder, name, self.report)
        raw = self._yaml(folder / "partner.yaml", f"partner-{key}") if len(self.report.errors) == before else None
        if raw is None:
            return None
        check_countries(raw, self.library.countries(), self.report)
        check_language(raw, self.library.languages(), self.report)
        check_id(raw, self.taken(), self.report)
        found = partner_of(raw, folder, name, self.bands, self.report)
        library, once = self.library, {target_of(key) for key in found.lock} if found else set()
        known = {"modules": library.modules(), "collections": library.collections(), "plans": library.plans()}
        check_targets(raw, known, once, self.report)
        return replace(found, brand=self._brand(raw["brand"], folder, found.name)) if found and raw.get("brand") else found

    def taken(self) -> set[str]:
        """Names that mean something else already: languages, and layers of them such as `vos`."""
        layers = {path.name for root in self.library.roots for path in root.glob("workshops/locale/*")}
        return {part for layer in layers for part in layer.split("@")}

    def _brand(self, raw: Fields | Word, folder: Path, partner: str) -> Brand:
        from builder.branding import Branding

        if not isinstance(raw, Fields):
            self.report.error("fields-expected", raw.place, field="brand", found=str(raw)[:40])
            return PLAIN
        name, languages = self.library.name_of(folder), self.library.languages()
        return Branding(folder, name, self.theme, self.report, languages, self.inputs).brand(raw, partner)

    @property
    def brand(self) -> Brand:
        """How the materials look: the brand of the partners, or the builder's own."""
        return self._once("brand", lambda: joined([partner.brand for partner in self.layers.partners], self.report))

    @property
    def lines(self) -> tuple[Said, ...]:
        """What a brand writes on every page, in each language; an empty language stands for all."""
        brand = self.brand
        return tuple(Said(line, tag, place=brand.place) for each in (brand.footer, brand.credit) for tag, line in each.items())

    def audiences(self) -> dict[str, Audience]:
        """Audience id → the room it means, those that partners cut anew included."""
        known = {band.id: band for band in self.bands}
        return {name: Audience((band,)) for name, band in known.items()} | self.layers.audiences(known)

    def called(self, voice: Voice) -> Said:
        """What people call the voice's audience: “Ages 9–12”, or both bands of a mixed room."""
        if voice.audience.named:
            return self.layers.called(voice.audience.named, voice.language)
        labels = [voice.say(self.labels[band.id]) for band in voice.audience.bands]
        whole = [label.string.replace(" ", "\u00a0") for label in labels] if labels[1:] else [labels[0].string]
        return labels[0]._replace(string=" + ".join(whole))

    @property
    def topics(self) -> dict[str, Topic]:
        """The gate: topic id → who it may be said to."""
        return self._once("topics", lambda: settings.topics(self._one("workshops/topics.yaml", ""), self.report))

    @property
    def forbidden(self) -> tuple[Forbidden, ...]:
        """Words that must not be said to an audience, by language."""
        return self._once("forbidden", lambda: settings.forbidden(self._one("workshops/topics.yaml", "")))

    @property
    def documents(self) -> dict[str, Text]:
        """The fixed wording of documents, and of the papers that are made when they are asked for."""
        return self._once("documents", self._documents)

    def _documents(self) -> dict[str, Text]:
        found: dict[str, Text] = {}
        for name in self.library.wordings():
            found |= wording.fixed(self._one(f"workshops/wording/{name}.yaml", name), self.report)
        return found

    @property
    def frames(self) -> Frames:
        """Risks, rights, strands, areas: kind → id → what a report calls it."""
        return self._once("frames", lambda: settings.frames(self._one("workshops/frames.yaml", "frames"), self.report))

    @property
    def safety(self) -> dict[str, Text]:
        """The safeguarding pages."""
        raw = "workshops/wording/safeguarding.yaml"
        return self._once("safety", lambda: settings.safeguarding(self._one(raw, "safeguarding")))

    @property
    def scenes(self) -> Scenes:
        """Picture key → how it is drawn, read when it is asked for."""
        return self._once("scenes", lambda: Scenes(self.library.pictures(), self._scene))

    @property
    def pictures(self) -> Alts:
        """Picture key → the text that stands for it."""
        return self._once("pictures", lambda: Alts(self.scenes))

    @property
    def theme(self) -> Fields:
        """The built-in theme's file."""
        return self._once("theme", lambda: self._one("assets/themes/open-door.yaml", ""))

    @property
    def phone_style(self) -> str:
        """The rules that pages for phones share."""
        return self._once("phone style", lambda: self._plain("assets/themes/phone.css"))

    def _plain(self, path: str) -> str:
        found = self.library.one(path)
        self.inputs.add(found)
        return found.read_text("utf-8")

    def glossary(self, tag: str) -> tuple[Term, ...]:
        """The fixed terms of a language, those of the workspace last."""
        return self._once(f"glossary {tag}", lambda: self._glossary(tag))

    def phrases(self, tag: str) -> tuple[Phrase, ...]:
        """The phrases that a language avoids, those of the workspace last."""
        return self._once(f"phrases {tag}", lambda: self._phrases(tag))

    def _phrases(self, tag: str) -> tuple[Phrase, ...]:
        files = [root / "workshops" / "locale" / tag / "phrases.yaml" for root in self.library.roots]
        found = [self._yaml(path, "") for path in files if path.is_file()]
        return tuple(phrase for raw in found if raw for phrase in phrases.phrases(raw, self.report))

    def _glossary(self, tag: str) -> tuple[Term, ...]:
        files = [root / "workshops" / "locale" / tag / "glossary.yaml" for root in self.library.roots]
        found = [self._yaml(path, "") for path in files if path.is_file()]
        return tuple(term for raw in found if raw for term in glossary.terms(raw, self.report))

    def lesson(self, name: str, at: Place | None = None) -> Lesson | None:
        """The module of this id, or None with the reason in the report."""
        return self._once(f"lesson {name}", lambda: self._lesson(name, at))

    def collection(self, name: str, at: Place | None = None) -> Collection | None:
        """The collection of this id, or None with the reason in the report."""
        return self._once(f"collection {name}", lambda: self._collection(name, at))

    def workshop(self, name: str, at: Place | None = None) -> Workshop | None:
        """The plan of this id with its lessons, or None with the reason in the report."""
        return self._once(f"plan {name}", lambda: self._workshop(name, at))

    def programme(self, name: str) -> Programme | None:
        """The programme of this id, or None with the reason in the report."""
        return self._once(f"programme {name}", lambda: self._programme(name))

    def whole(self, name: str) -> Workshop | None:
        """The plan of this id – or a lesson or collection with all its blocks, in the frame of some plan."""
        library = self.library
        plans, alike = library.plans(), name in library.modules() or name in library.collections()
        if name in plans or not alike or not plans:
            return self.workshop(name)
        found = self.lesson(name) if name in library.modules() else self.collection(name)
        frame = self.workshop(next(iter(plans)))
        return alone(found, frame) if found and frame else None

    def country(self, name: str) -> Country | None:
        """The country of this code, or None with the reason in the report."""
        return self._once(f"country {name}", lambda: self._country(name))

    def event(self, path: Path) -> Event | None:
        """The event of this file, or None with the reason in the report."""
        raw = self._yaml(path, "event")
        return event_file(raw, self.report) if raw else None

    def language(self, tag: str) -> Language | None:
        """The language of this tag, or None with the reason in the report."""
        return self._once(f"language {tag}", lambda: self._language(tag))

    def translated(self, tag: str) -> Language | None:
        """The language of this tag or layer that people translate into; a trial language is none, which is told."""
        found = self.language(tag.split("@", maxsplit=1)[0])
        if found and found.disguise:
            self.report.error("trial-language", None, language=found.tag)
            return None
        return found

    def catalogues(self, chain: tuple[str, ...], names: frozenset[str]) -> dict[str, Mapping[str, Message]]:
        """Layer → context → message for the translation files named."""
        return {layer: self._layer(layer, names) for layer in chain}

    def _layer(self, layer: str, names: frozenset[str]) -> dict[str, Message]:
        return self._once(f"po {layer} {sorted(names)}", lambda: self._read_layer(layer, names))

    def _read_layer(self, layer: str, names: frozenset[str]) -> dict[str, Message]:
        found = self.layers.said(layer)
        for _, path in self.library.catalogues(layer, set(names)):
            self.inputs.add(path)
            found |= catalogue.read(path, self.library.name_of(path), self.report)
        return found

    def ledger(self, layer: str, names: frozenset[str]) -> Ledger:
        """The signatures of one layer for the files named."""
        return self._once(f"ledger {layer} {sorted(names)}", lambda: self._ledger(layer, names))

    def _ledger(self, layer: str, names: frozenset[str]) -> Ledger:
        files = [path for _, path in self.library.catalogues(layer, set(names), ".signed.csv")]
        self.inputs.update(files)
        return ledger.ledger(row for path in files for row in ledger.read(path, self.library.name_of(path), self.report))

    def _once(self, key: str, make: Callable[[], Kept]) -> Kept:
        if key not in self._kept:
            self._kept[key] = make()
        return cast("Kept", self._kept[key])

    def _yaml(self, path: Path, address: str) -> Fields | None:
        self.inputs.add(path)
        return load.read_yaml(path, self.library.name_of(path), self.report, address)

    def _one(self, path: str, address: str) -> Fields:
        return self._yaml(self.library.one(path), address) or _empty(path)

    def _named(self, known: Mapping[str, Path], name: str, code: str, address: str, at: Place | None = None) -> Fields | None:
        """The file of this name, read; an unknown name is told with the nearest."""
        if name not in known:
            self.report.error(code, at, name=name, near=near(name, list(known)), all=", ".join(known))
            return None
        raw = self._yaml(known[name], address)
        if raw:
            self._note_language(raw, known[name])
            if self.library.partner_of(known[name]):
                check_written(raw, self.report)
        return raw

    def _scene(self, key: str, path: Path) -> tuple[Definition, Text] | None:
        raw = self._yaml(path, f"pictures/{key}")
        if raw is None:
            return None
        drawn, text = settings.scene(raw, self.report), wording.described(raw, key, self.report)
        return (drawn, text) if drawn and text else None

    def _lesson(self, name: str, at: Place | None) -> Lesson | None:
        raw = self._named(self.library.modules(self.report), name, "unknown-module", name, at)
        return self.read_lesson(raw, name) if raw else None

    def _collection(self, name: str, at: Place | None) -> Collection | None:
        raw = self._named(self.library.collections(self.report), name, "unknown-collection", name, at)
        if raw is None:
            return None

        def read(tree: Fields, report: Report, changed: bool) -> Collection | None:
            return lesson_rules.collection(tree, name, self.bands, self.library.pictures(), report)

        return self.layers.changed(raw, name, read, self.report)

    def _programme(self, name: str) -> Programme | None:
        raw = self._named(self.library.programmes(self.report), name, "unknown-programme", f"programme-{name}")
        return programme_rules.programme(raw, name, self.bands, self.library.plans(), self.report) if raw else None

    def read_lesson(self, raw: Fields, name: str) -> Lesson | None:
        """The lesson of a raw tree; whatever is wrong with it is in the report."""

        def read(tree: Fields, report: Report, changed: bool) -> Lesson | None:
            found = lesson_rules.lesson(tree, name, self.bands, self.library.pictures(), report, changed=changed)
            if found:
                lesson_rules.check_frames(found, self.frames, report)
                lesson_rules.check_sensitive(found, self.topics, self.bands, report)
            return found

        return self.layers.changed(raw, name, read, self.report)

    def _workshop(self, name: str, at: Place | None) -> Workshop | None:
        raw = self._named(self.library.plans(self.report), name, "unknown-plan", f"plan-{name}", at)
        if raw is None:
            return None
        return self.read_workshop(raw, name)

    def read_workshop(self, raw: Fields, name: str) -> Workshop | None:
        """The workshop of a raw tree, with the lessons it names as partners have them."""
        self.held(raw)
        follows, pictures = self.layers.followed(raw), self.library.pictures()

        def read(tree: Fields, report: Report, changed: bool) -> Workshop | None:
            held, found = self.held(tree), Report(list(report.problems))
            made = lesson_rules.workshop(tree, name, held, self.bands, pictures, found, changed=changed or follows is not raw)
            for problem in found.problems:
                report.add(self.layers.blamed(problem, raw.place.file, held))
            return self.layers.with_sheets(made) if made else None

        return self.layers.changed(follows, f"plan-{name}", read, self.report)

    def _note_language(self, raw: Fields, path: Path) -> None:
        """Remembers which files are not written in English, and whose they are."""
        language, folder = str(raw.get("language", "en")), self.library.partner_of(path)
        if folder or language != "en":
            self.layers.written[raw.place.file] = f"{language}@{folder}" if folder else language

    def heard(self, name: str, audience: Audience) -> set[str] | None:
        """The addresses of a file's texts that an audience hears; None for files that are for everybody."""
        library = self.library
        if name in library.modules():
            found: Lesson | Collection | Workshop | None = self.lesson(name)
        elif name in library.collections():
            found = self.collection(name)
        else:
            return None
        return {text.address for text in found.texts(audience)} if found else set()

    def held(self, plan: Fields) -> dict[str, Lesson | Collection]:
        """Id → the lessons and collections that a plan names."""
        lessons = [(word, self.lesson(word, word.place)) for word in lesson_rules.named(plan, "module")]
        shared = [(word, self.collection(word, word.place)) for word in lesson_rules.named(plan, "collection")]
        return {str(word): each for word, each in (*lessons, *shared) if each}

    def _country(self, name: str) -> Country | None:
        raw = self._named(self.library.countries(self.report), name, "unknown-country", f"country-{name}")
        found = settings.country(raw, name, self.library.languages(), self.report) if raw else None
        return self.layers.country(found) if found else None

    def _language(self, tag: str) -> Language | None:
        known = self.library.languages(self.report)
        source = self.language("en") if tag in TRIALS and tag not in known else None
        if source:
            return trial_of(tag, source)
        if tag not in known:
            self.report.error("unknown-language", None, name=tag, near=near(tag, list(known)), all=", ".join(known))
            return None
        raw = self._yaml(known[tag], "")
        found = settings.language(raw, tag, self.report) if raw else None
        for other in (*found.chain[1:], *found.others) if found else ():
            if other not in known:
                at = Place(self.library.name_of(known[tag]))
                self.report.error("unknown-language", at, name=other, near=near(other, list(known)), all=", ".join(known))
        return found


def _empty(path: str) -> Fields:
    fields = Fields()
    fields.place, fields.keys_at = Place(path), {}
    return fields
