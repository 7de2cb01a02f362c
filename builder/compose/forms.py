"""Forms for a real occasion: who is here, permissions, how adults behave, a record of a concern, who helps, test calls."""

from __future__ import annotations

from collections.abc import Iterator

from builder.compose.colophon import made_of
from builder.lesson import Session
from builder.model.document import NOTHING, Document, Frame
from builder.model.pieces import Blank, Grid, Heading, Mark, Notice, Para, Piece, Points, Row, Tone
from builder.model.voice import Said, Voice

SPARE = 4
"""Rows on the sign-in sheet for those who come unannounced."""
TALL = 9.0
"""How tall rows are to write in, in mm."""
HELPERS = ("focal", "protection", "health", "police", "reports", "other")


def permissions(session: Session) -> Document:
    """What is signed before a workshop: by caregivers and the child, or by adults for themselves; in the participants' languages."""
    children = not session.room.audience.youngest.adult
    frames = [_consent(session), _assent(session)] if children else []
    return made_of(session, "permissions", (*frames, _photos(session, children)))


def forms(session: Session) -> Document:
    """What the team keeps: the list of who is here, the code of conduct, a record of a concern, who helps, test calls."""
    frames = (_sign_in(session), _conduct(session), _concern(session), _helpers(session), _test_calls(session))
    return made_of(session, "forms", frames, guide=True)


def _form(session: Session, name: str, pieces: list[Piece], shared_by: int, voice: Voice) -> Frame:
    """A form on a page of its own, under the occasion."""
    return Frame(f"form/{name}", "form", voice.word(f"form-{name}"), tuple(pieces), occasion(session, voice), shared_by=shared_by)


def occasion(session: Session, voice: Voice) -> Said:
    """Where and when, as far as it is known, and the plan's title."""
    title = voice.say(session.workshop.plan.title)
    if not session.place:
        return title
    where = f"{session.place} · {voice.language.dated(session.room.today)}"
    return title._replace(string=f"{title.string} · {where}", second=None)


def _lines(voice: Voice, *names: str) -> Iterator[Blank]:
    for name in names:
        yield Blank(1, 0, voice.word(name))


def _consent(session: Session) -> Frame:
    voice = session.room.voice
    points = tuple(voice.word(f"consent-{name}") for name in ("group", "topics", "free", "stop", "danger", "kept"))
    pieces: list[Piece] = [Para(voice.word("consent-lead", title=voice.say(session.workshop.plan.title)), Tone.LEAD)]
    pieces += [] if session.place else list(_lines(voice, "form-where"))
    pieces += [Points(points, Mark.BAR), Points((voice.word("consent-yes"), voice.word("consent-no")), Mark.TICK)]
    pieces += _lines(voice, "consent-child", "consent-caregiver", "consent-reach", "form-signed", "consent-questions")
    return _form(session, "consent", pieces, 1, voice)


def _assent(session: Session) -> Frame:
    voice = session.room.voice
    points = tuple(voice.word(f"assent-{name}") for name in ("what", "choose", "stop", "yourself", "hurt"))
    pieces: list[Piece] = [Points(points, Mark.BAR), Points((voice.word("assent-yes"), voice.word("assent-no")), Mark.TICK)]
    return _form(session, "assent", [*pieces, *_lines(voice, "my-name")], 1, voice)


def _photos(session: Session, children: bool) -> Frame:
    """No is the first box, and what holds where nobody ticks anything."""
    voice = session.room.voice
    boxes = tuple(voice.word(f"photos-{name}") for name in ("none", "unknown", "faces"))
    pieces: list[Piece] = [Notice((voice.word("photos-lead"),)), Points(boxes, Mark.TICK), *_lines(voice, "photos-for")]
    pieces += [Points((voice.word("photos-child"),), Mark.TICK), *_lines(voice, "consent-child")] if children else []
    pieces += [*_lines(voice, "form-signed"), Para(voice.word("photos-later")), *_lines(voice, "photos-tell")]
    return _form(session, "photos", pieces, 1, voice)


def _sign_in(session: Session) -> Frame:
    voice, adult = session.room.guide, session.room.audience.youngest.adult
    own = ("number", "name", "organisation", "reach") if adult else ("number", "first-name", "age")
    head = Row(tuple(voice.word(f"sign-in-{name}") for name in own))
    tag = voice.language.tag
    rows = tuple(Row((Said(str(n), tag), *[NOTHING] * (len(own) - 1))) for n in range(1, session.participants + SPARE + 1))
    widths = (0.07, 0.33, 0.3, 0.3) if adult else (0.08, 0.62, 0.3)
    lead = Para(voice.word("sign-in-lead-adults" if adult else "sign-in-lead"))
    return _form(session, "sign-in", [lead, Grid(head, rows, widths, TALL)], 0, voice)


def _conduct(session: Session) -> Frame:
    voice = session.room.guide
    points = tuple(voice.word(f"conduct-{n}") for n in ("two", "listen", "secrets", "touch", "photos", "kind", "tell", "breaks"))
    head = Row((voice.word("conduct-name"), voice.word("form-signed")))
    signing = Grid(head, tuple(Row((NOTHING, NOTHING)) for _ in range(6)), (0.5, 0.5), TALL)
    return _form(session, "conduct", [Points(points, Mark.BAR), signing], 0, voice)


def _concern(session: Session) -> Frame:
    voice = session.room.guide
    boxes = (voice.word("concern-danger-yes"), voice.word("concern-danger-no"))
    pieces: list[Piece] = [Notice((voice.word("concern-lead"),)), Heading(voice.word("concern-danger"), 3), Points(boxes, Mark.TICK)]
    pieces += _lines(voice, "concern-when", "concern-who", "concern-child")
    for name, count in (("words", 4), ("seen", 2), ("answered", 1), ("told", 1), ("next", 2)):
        pieces += [Heading(voice.word(f"concern-{name}"), 3), Blank(count)]
    pieces += _lines(voice, "form-signed")
    return _form(session, "concern", pieces, 0, voice)


def _helpers(session: Session) -> Frame:
    """The country's numbers that a facilitator may know, then whom to find out about."""
    voice, country = session.room.guide, session.room.country
    tag = voice.language.tag
    head = Row(tuple(voice.word(f"helpers-{name}") for name in ("who", "number", "when", "tried")))
    known = [each for each in country.contacts if each.grade != "U"]
    rows = [
        Row((Said(each.called(tag), tag), Said(f"**{each.number}**", tag), voice.say(each.hours), Said(each.called_on or "", tag)))
        for each in known
    ]
    kinds = {each.kind for each in known}
    missing = [f"helpers-{kind}" for kind in ("child", "emergency") if kind not in kinds]
    rows += [Row((voice.word(name), *[NOTHING] * 3)) for name in (*missing, *(f"helpers-{name}" for name in HELPERS))]
    return _form(session, "helpers", [Para(voice.word("helpers-lead")), Grid(head, tuple(rows), (0.36, 0.24, 0.24, 0.16), TALL)], 0, voice)


def _test_calls(session: Session) -> Frame:
    voice, safety = session.room.guide, session.room.safety
    head = Row(tuple(voice.word(f"test-call-{name}") for name in ("number", "when", "answer", "who")))
    rows = tuple(Row((NOTHING,) * 4) for _ in range(5))
    pieces: list[Piece] = [Points(voice.lines(safety["test-call/items"]), Mark.TICK), Grid(head, rows, (0.2, 0.2, 0.4, 0.2), TALL)]
    return _form(session, "test-calls", pieces, 0, voice)
