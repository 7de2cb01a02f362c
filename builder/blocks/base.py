"""What every block has: its fields, and what it becomes on slides, on sheets and in the guide."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar

# Looking for plugins in every installed package costs more than reading a lesson.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
from pydantic import BaseModel, ConfigDict, GetPydanticSchema, PrivateAttr
from pydantic_core import PydanticCustomError, core_schema

from builder.model.audience import EASY, EVERYONE, Audience, Band, ByAudience, is_easy
from builder.model.country import Country
from builder.model.document import NOTHING, Frame, Notes
from builder.model.language import Language
from builder.model.pieces import Card, Cards, Picture, Piece
from builder.model.source import Fields, Items, Place, Word
from builder.model.text import Text, Variant
from builder.model.voice import Said, Used, Voice

Value = TypeVar("Value")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_TEXT = {"type": "string"}
_TEXT_SCHEMA = {"oneOf": [_TEXT, {"type": "object", "additionalProperties": _TEXT}]}
_LIST = {"type": "array", "items": _TEXT, "minItems": 1}
_BESIDE = {"type": "object", "required": ["text", "picture"], "additionalProperties": False}
_BESIDE["properties"] = dict.fromkeys(("text", "picture"), _TEXT)
_IDEA: dict[str, Any] = {"oneOf": [_TEXT, _BESIDE]}
_IDEAS = {"type": "array", "items": _IDEA, "minItems": 1}
_WORDS_SCHEMA = {"oneOf": [_TEXT, {"type": "object", "additionalProperties": _TEXT, "patternProperties": {f"{EASY}$": _IDEA}}]}
_WORD_LIST_SCHEMA = {"oneOf": [_LIST, {"type": "object", "additionalProperties": _LIST, "patternProperties": {f"{EASY}$": _IDEAS}}]}
_NAMES = {"type": "array", "items": {"type": ["string", "integer"]}}
_LIST_SCHEMA = {"oneOf": [_LIST, {"type": "object", "additionalProperties": _LIST}]}
_DURATION = {"type": ["string", "integer"], "pattern": r"^[0-9]+( ?min)?$"}
_DURATION_SCHEMA = {"oneOf": [_DURATION, {"type": "object", "additionalProperties": _DURATION}]}
_NUMBER_SCHEMA = {
    "oneOf": [
        {"type": "integer", "minimum": 0},
        {"type": "object", "additionalProperties": {"type": "integer", "minimum": 0}},
    ]
}


def _problem(code: str, at: Place, **values: str) -> PydanticCustomError:
    """An error that the validate stage turns into a problem at this place."""
    return PydanticCustomError(code, code, {"at": at, **values})


def _lines(raw: Any, listed: bool) -> tuple[str, ...]:
    if listed and isinstance(raw, Items):
        return tuple(line for item in raw for line in _lines(item, False))
    if isinstance(raw, Word) and not listed:
        if not raw.strip():
            raise _problem("empty-text", raw.place)
        return (" ".join(raw.split()),)
    if isinstance(raw, Fields) and len(raw) == 1 and not listed:
        raise _problem("text-read-as-field", raw.place, key=next(iter(raw)))
    raise _problem("list-expected" if listed else "text-expected", raw.place)


def _text(raw: Any, listed: bool) -> Any:
    if not isinstance(raw, (Word, Items, Fields)):
        return raw
    if isinstance(raw, Fields) and raw and all(key[:1].isdigit() or key.isidentifier() or "-" in key for key in raw):
        return Text(raw.address, tuple(_variant(key, value, raw.keys_at[key], listed) for key, value in raw.items()), listed)
    return Text(raw.address, (Variant(EVERYONE, _lines(raw, listed), raw.place, (), _places(raw)),), listed)


def _variant(key: str, raw: Any, at: Place, listed: bool) -> Variant:
    """The variant of one key; an easy-read one may name the picture beside each line."""
    some = list(raw) if listed and isinstance(raw, Items) else [raw]
    if not is_easy(key) or not any(_is_idea(each) for each in some):
        return Variant(key, _lines(raw, listed), at, (), _places(raw))
    if listed and not isinstance(raw, Items):
        raise _problem("list-expected", raw.place)
    lines = tuple(line for each in some for line in _lines(each["text"] if _is_idea(each) else each, False))
    pictures = tuple(_one_name(each["picture"]) if _is_idea(each) else "" for each in some)
    return Variant(key, lines, at, pictures, tuple((each["text"] if _is_idea(each) else each).place for each in some))


def _places(raw: Word | Items | Fields) -> tuple[Place, ...]:
    """Where each line of a list stands."""
    return tuple(each.place for each in raw) if isinstance(raw, Items) else ()


def _is_idea(raw: Any) -> bool:
    """Whether this is a line with the picture beside it."""
    return isinstance(raw, Fields) and set(raw) == {"text", "picture"}


def _by_audience(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reader of values that may differ by audience."""

    def read(raw: Any) -> Any:
        if isinstance(raw, (Fields, Items)) and not raw:
            raise _problem("empty-list", raw.place)
        if isinstance(raw, Fields):
            return ByAudience(tuple((key, convert(value)) for key, value in raw.items()))
        return ByAudience(((EVERYONE, convert(raw)),)) if isinstance(raw, (Word, Items)) else raw

    return read


def _whole_number(raw: Any) -> int:
    if isinstance(raw, Word) and raw.isdecimal() and len(raw) < 5:
        return int(raw)
    raise _problem("not-a-number", raw.place, found=str(raw))


def _duration(raw: Any) -> int:
    """`60 min` or 60."""
    number = raw.removesuffix("min").strip() if isinstance(raw, Word) else ""
    if number.isdecimal() and 0 < int(number) < 1000:
        return int(number)
    raise _problem("not-a-number", getattr(raw, "place", Place("")), found=str(raw)[:40])


def _names(raw: Any) -> tuple[str, ...]:
    if isinstance(raw, Items) and all(isinstance(item, Word) for item in raw):
        return tuple(raw)
    raise _problem("list-expected", raw.place)


def _one_name(raw: Any) -> str:
    if isinstance(raw, Word) and raw:
        return raw
    raise _problem("text-expected", getattr(raw, "place", Place("")))


def _id(raw: Any) -> str:
    name = _one_name(raw)
    if not _ID.fullmatch(name) or len(name) > 60:
        raise _problem("bad-id", raw.place, found=name)
    return name


def _read_by(read: Callable[[Any], Any], schema: Mapping[str, Any]) -> Any:
    """An annotation: the value is what this reader makes of it, and editors are told this schema.

    pydantic would otherwise build a schema of the dataclass behind every field, which takes longer than reading a lesson.
    """
    plain = core_schema.no_info_plain_validator_function(read)
    return GetPydanticSchema(lambda _type, _handler: plain, lambda _schema, _handler: dict(schema))


Id = Annotated[Any, _read_by(_id, {"type": "string", "pattern": _ID.pattern})]
Name = Annotated[Any, _read_by(_one_name, {"type": "string"})]
Words = Annotated[Text, _read_by(lambda raw: _text(raw, False), _WORDS_SCHEMA)]
WordList = Annotated[Text, _read_by(lambda raw: _text(raw, True), _WORD_LIST_SCHEMA)]
Minutes = Annotated[ByAudience[int], _read_by(_by_audience(_whole_number), _NUMBER_SCHEMA)]
Topics = Annotated[ByAudience[Any], _read_by(_by_audience(_names), _LIST_SCHEMA)]
Scenes = Annotated[ByAudience[str], _read_by(_by_audience(_one_name), _TEXT_SCHEMA)]
Durations = Annotated[ByAudience[int], _read_by(_by_audience(_duration), _DURATION_SCHEMA)]
Names = Annotated[Any, _read_by(_names, _NAMES)]


class Written(BaseModel):
    """Anything with fields that an author writes."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    def texts(self, audience: Audience | None = None) -> Iterator[Text]:
        """Every text in it, in the order of its fields; with an audience only what is meant for it."""
        keys = getattr(self, "audiences", ()) if isinstance(self, (Item, Block)) else ()
        if audience is None or is_for(keys, audience):
            for name in type(self).model_fields:
                yield from _texts_in(getattr(self, name), audience)


def _texts_in(value: Any, audience: Audience | None) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Written):
        yield from value.texts(audience)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts_in(each, audience)


class Item(Written):
    """An item of a list inside a block: it has an id and may be for some audiences only."""

    id: Id
    audiences: Names = ()

    def is_for(self, audience: Audience) -> bool:
        """Whether somebody in the room is meant."""
        return is_for(self.audiences, audience)


AnItem = TypeVar("AnItem", bound=Item)


def is_for(keys: Iterable[str], audience: Audience) -> bool:
    """Whether a list of audience keys – empty: all – names every band of the room, or the youngest."""
    keys = tuple(keys)
    return not keys or any(audience.youngest.is_in(key) for key in keys)


@dataclass(frozen=True, slots=True)
class Room:
    """Where a block is said: the participants' voice, the facilitator's, the country, the day, the clock.

    `drafts` are the participants' languages in which nobody signed yet what keeps children safe.
    """

    voice: Voice
    guide: Voice
    country: Country
    today: date
    pictures: Mapping[str, Text]
    safety: dict[str, Text]
    frames: Mapping[str, Mapping[str, Text]]
    drafts: tuple[Language, ...] = ()
    section: Said = NOTHING
    starts: int = 0
    clock: str = ""
    number: int = 0

    @property
    def audience(self) -> Audience:
        """Who is in the room."""
        return self.voice.audience

    def heard(self) -> list[tuple[str, Used]]:
        """What both voices said since this was last asked."""
        return self.voice.heard() + self.guide.heard()

    def kept(self, items: Iterable[AnItem]) -> tuple[AnItem, ...]:
        """The items that are for this room."""
        return tuple(item for item in items if item.is_for(self.audience))

    def unreviewed(self) -> Said:
        """What a sheet says of a language that is a draft; nothing where none is."""
        names = [each.name for each in self.drafts]
        return self.voice.word("draft-language", language=self.voice.word("listed").string.join(names)) if names else NOTHING

    def shown(self, scenes: ByAudience[str] | None) -> Picture | None:
        """The picture that this room sees beside a text, or None."""
        return self.drawn((scenes.get(self.audience) if scenes else "") or "")

    def drawn(self, key: str) -> Picture | None:
        """The picture of this key with the text that stands for it, or None."""
        return Picture(key, self.voice.say(self.pictures[key])) if key in self.pictures else None

    def ideas(self, said: Iterable[Said], scenes: ByAudience[str] | None = None) -> Cards:
        """Texts one by one, each with the picture that its author named; where none has one, the block's own beside all of several.

        A single text has only a picture of its own: the block's shows what the block is about, not what this line says.
        """
        cards = [Card(NOTHING, each, NOTHING, self.drawn(each.picture)) for each in said]
        if len(cards) > 1 and not any(card.picture for card in cards):
            picture = self.shown(scenes)
            cards = [card._replace(picture=picture) for card in cards]
        return Cards(tuple(cards))


class Fault(NamedTuple):
    """Something wrong inside a block: a problem's code, its place and values."""

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()


class Block(Written):
    """One step of a lesson. A kind adds its fields and says what it becomes."""

    kind: str
    id: Id
    minutes: Minutes = ByAudience(((EVERYONE, 0),))
    title: Words | None = None
    audiences: Names = ()
    topics: Topics | None = None
    picture: Scenes | None = None
    say: Words | None = None
    do: Words | None = None
    expect: WordList | None = None
    sensitive: bool = False
    safety: bool = False
    required: bool = False

    archetype: ClassVar[str] = "talk"
    content: ClassVar[bool] = True
    _address: str = PrivateAttr("")
    _place: Place = PrivateAttr(Place(""))

    def read_texts(self, audience: Audience) -> Iterator[Text]:
        """What participants read; what the facilitator says and does is left out."""
        for name in type(self).model_fields:
            if name not in ("say", "do", "expect"):
                yield from _texts_in(getattr(self, name), audience)

    @property
    def address(self) -> str:
        """Where it is in the content: `cyberbullying/what-is-it`."""
        return self._address

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self._place

    def written_at(self, address: str, place: Place) -> None:
        """Remembers address and place; called once, by the validate stage."""
        self._address, self._place = address, place

    def minutes_for(self, band: Band) -> int:
        """Minutes for one band, as the author planned it."""
        return next((number for key, number in self.minutes.variants if band.is_in(key)), 0)

    def is_for_band(self, band: Band) -> bool:
        """Whether this block is meant for the band."""
        return not self.audiences or any(band.is_in(key) for key in self.audiences)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with it beyond its single fields; kinds with rules of their own add theirs."""
        return iter(())

    def takes(self, audience: Audience) -> int:
        """Minutes for this room."""
        return self.minutes.get(audience) or 0

    def slides(self, room: Room) -> list[Frame]:
        """The slides this block becomes; the first carries its minutes."""
        raise AssertionError(f"{type(self).__name__} says nothing on a slide")

    def sheet(self, room: Room) -> Frame | None:
        """The page each participant gets, where this kind has one."""
        return None

    def group_sheets(self, room: Room) -> tuple[Frame, ...]:
        """What each group gets: cards to cut, a board; nothing where this kind has none."""
        return ()

    def question_cards(self, room: Room) -> tuple[Frame, ...]:
        """What groups may talk about from a card, without slides; nothing where this kind asks nothing."""
        return ()

    def ideas(self, room: Room) -> tuple[Piece, ...]:
        """What an easy-read sheet says of this block, one idea a row; nothing where this kind is for doing, not for reading."""
        return ()

    def answers(self, room: Room) -> tuple[Said, ...]:
        """What the guide says to expect; kinds with right answers add them."""
        return room.guide.lines(self.expect)

    def notes(self, room: Room, **changed: Any) -> Notes:
        """The notes of its first slide."""
        values: dict[str, Any] = {
            "say": room.guide.lines(self.say),
            "do": room.guide.lines(self.do),
            "expect": self.answers(room),
            "minutes": self.takes(room.audience),
            "starts": room.starts,
            "sensitive": self.sensitive,
        }
        return Notes(**{**values, **changed})

    def frame(self, room: Room, number: int, archetype: str, title: Said, pieces: Iterable[Any], **more: Any) -> Frame:
        """A slide of this block: its picture, its notes and – where sensitive – the help strip included."""
        key = more.pop("picture", None) or (self.picture.get(room.audience) if self.picture else "") or ""
        strip = room.voice.word("sensitive-strip") if self.sensitive else NOTHING
        values: dict[str, Any] = {
            "section": room.section,
            "notes": self.notes(room) if number == 1 else self.notes(room, minutes=0),
            "strip": strip,
            "picture": key,
            "alt": room.voice.say(room.pictures[key]) if key in room.pictures else NOTHING,
            "number": room.number,
            "lead": number == 1,
        }
        return Frame(f"{self.address}/{number}", archetype, title, tuple(pieces), **{**values, **more})


Kind = Literal[
    "title", "talk", "story", "scenario", "quiz", "discuss", "activity", "sort", "board-game", "worksheet", "role-play", "rehearse",
    "checklist", "pledge", "helplines", "energiser", "break", "recap", "close",
]  # fmt: skip
