"""A corporate template → theme.yaml and a logo beside it: commented, ready for a partner's file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from builder.branding import Branding
from builder.customise.folder import clean, meant_as
from builder.customise.images import picture
from builder.load import read_yaml
from builder.model.partner import Image
from builder.model.report import Report
from builder.model.source import Fields, Place, Word
from builder.theming.chosen import Choice, chosen, rows_of
from builder.theming.corporate import Corporate, corporate
from builder.theming.opened import opened
from builder.validate.colours import check_colours
from builder.wording import say

FILE, PARTNER = "theme.yaml", "partner.yaml"


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a theme and what is to be said of them."""

    files: dict[str, bytes]
    notes: tuple[str, ...]


def from_pptx(path: Path, theme: Fields, report: Report) -> Made | None:
    """The theme that the template gives, or None with the reason told."""
    found = read_corporate(path, report)
    if found is None:
        return None
    choices = chosen(found.colours, theme)
    logo = _logo(found)
    notes = (*(_note(choice) for choice in choices), *_remarks(found, logo))
    lines = ["# " + say("theme-head", file=_plain(path.name)), "# " + say("theme-use"), ""]
    name = _logo_name(logo)
    lines += [f"logo: {name}"] if logo else ["# " + say("theme-no-logo"), '# logo: "logo.png"']
    if choices:
        lines += ["", "colours:"]
        for choice in choices:
            lines += [f"  # {_note(choice)}", f'  {choice.role}: "{choice.colour}"']
    lines += ["", *_fonts(found)]
    lines += [f"# {each}" for each in _remarks(found, logo)[:1] if found.skipped]
    files = {FILE: ("\n".join(lines) + "\n").encode()}
    return Made(files | ({name: logo.content} if logo else {}), notes)


def read_corporate(path: Path, report: Report) -> Corporate | None:
    """The template's own colours, typefaces and logo, or None with the reason told."""
    content = opened(path, report)
    found = corporate(content) if content else None
    if content and found is None:
        report.error("deck-broken", Place(path.name))
    return found


def checked(path: Path, theme: Fields, report: Report) -> tuple[str, ...]:
    """What is wrong with a theme file, a partner's folder or a template goes into the report; what is missing is given in words."""
    if path.suffix.lower() in (".pptx", ".potx", ".ppt", ".ppsx", ".pptm", ".potm"):
        return _checked_deck(path, theme, report)
    file = _file_in(path, report) if path.is_dir() else path
    raw = read_yaml(file, file.name, report) if file else None
    if raw is None or file is None:
        return ()
    mine = raw.get("brand", raw)
    unnamed = (say("theme-not-named", file=PARTNER),) if path.is_dir() and is_unnamed(path) else ()
    if not isinstance(mine, Fields) or (file.name == PARTNER and "brand" not in raw):
        return (say("theme-missing-brand"), *unnamed)
    branding = Branding(file.parent, file.parent.name, theme, report, every=True)
    made = branding.brand(mine, "–")
    missing = {"logo": made.logos, "colours": made.colours, "fonts": made.faces, "footer": made.footer, "credit": made.credit}
    return (*unnamed, *(say(f"theme-missing-{name}") for name, value in missing.items() if not value and name not in mine))


def _file_in(folder: Path, report: Report) -> Path | None:
    """The partner's file in the folder, or its theme; None with the reason told."""
    clean(folder, folder.name, report)
    file = next((path for name in (PARTNER, FILE) if (path := folder / name).is_file()), None)
    if file is None and not report.errors:
        report.error("no-partner-file", Place(str(folder)), file=PARTNER, found=meant_as(PARTNER, folder) or "–")
    return file if not report.errors else None


def is_unnamed(folder: Path) -> bool:
    """Whether a theme lies in the partner's folder that its file does not name."""
    if not all((folder / name).is_file() for name in (PARTNER, FILE)):
        return False
    raw = read_yaml(folder / PARTNER, PARTNER, Report())
    brand = raw.get("brand") if raw is not None else None
    named = brand.get("theme") if isinstance(brand, Fields) else None
    return not isinstance(named, Word) or Path(named) != Path(FILE)


def _checked_deck(path: Path, theme: Fields, report: Report) -> tuple[str, ...]:
    found = read_corporate(path, report)
    if found is None:
        return ()
    usual = {"main": "accent1", "deep": "dk2", "pop": "accent2", "wash": "lt2"}
    choices = [Choice(role, found.colours[slot], slot) for role, slot in usual.items() if slot in found.colours]
    check_colours(theme, rows_of(choices, path.name), report, every=True)
    return tuple(_remarks(found, _logo(found), written=False))


def _logo(found: Corporate) -> Image | None:
    """The most often used picture that can be read."""
    scratch = Report()
    return next((made for each in found.logos if (made := picture(each, Word.at("", Place("")), scratch))), None)


def _logo_name(logo: Image | None) -> str:
    return "logo.jpg" if logo and logo.content.startswith(b"\xff\xd8") else "logo.png"


def _note(choice: Choice) -> str:
    if not choice.slot:
        return say("theme-tint", role=choice.role, colour=choice.colour)
    words = say("theme-taken", role=choice.role, slot=choice.slot, colour=choice.colour)
    if choice.before:
        words += " " + say("theme-mended", before=choice.before)
    if choice.skipped:
        words += " " + say("theme-passed", slots=", ".join(choice.skipped))
    return words


def _remarks(found: Corporate, logo: Image | None, *, written: bool = True) -> list[str]:
    """What is to be said of the pictures; `written` where the logo became a file."""
    said = [say("theme-skipped", kinds=", ".join(found.skipped))] if found.skipped else []
    if logo:
        return [*said, say("theme-logo", file=_logo_name(logo)) if written else say("theme-holds-logo")]
    return [*said, say("theme-no-logo") if written else say("theme-holds-no-logo")]


def _fonts(found: Corporate) -> list[str]:
    """Typefaces as comments: a .pptx holds their names, not their files."""
    heading, body = (_plain(name) or "–" for name in (found.heading, found.body))
    return [
        "# " + say("theme-fonts", heading=heading, body=body), "# fonts:", '#   heading: "fonts/….ttf"', '#   body: "fonts/….ttf"',
        '#   bold: "fonts/….ttf"', '#   emphasis: "fonts/….ttf"',
    ]  # fmt: skip


def _plain(name: str) -> str:
    return "".join(each for each in name if each.isprintable())[:80]
