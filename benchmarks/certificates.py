"""Certificates for 5,000 names beside Typst setting the same words on as many pages, in one run.

Prints both times and their ratio, and how the peak memory of ours grows from 500 names to 5,000.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = [sys.executable, "-m", "builder", "build", "children-90-minutes", "--audience", "9-12", "--language", "es", "--country", "PY"]
OPTIONS = ["--documents", "certificates", "--quiet"]
TYPST = """
#set page(paper: "a4", flipped: true, margin: 2cm)
#set align(center)
#for name in csv("names.csv").slice(1).flatten() [
  #rect(width: 100%, height: 100%, radius: 14pt)[
    #v(1cm) #text(34pt, weight: "bold")[Gracias por participar]
    #v(1cm) #text(36pt, weight: "bold", name)
    #v(1cm) #text(16pt)[participó en el taller]
    #text(24pt, weight: "bold")[En internet nos cuidamos]
    #v(4cm) #line(length: 60%) Firma por el equipo
  ]
  #pagebreak(weak: true)
]
"""
SETTING = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"


def measured(words: list[str]) -> tuple[float, float]:
    """How long a process takes in seconds, and its peak memory in MB, as the system kept it."""
    started = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, words)
    return time.perf_counter() - started, used.ru_maxrss / 1024


def main() -> None:
    """Runs ours for 500 and 5,000 names, then Typst for 5,000."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = {}
        for count in (500, 5000):
            names = folder / "names.csv"
            names.write_text("nombre\n" + "".join(f"Ana María Fernández {number}\n" for number in range(count)), encoding="utf-8")
            found[count] = measured([*BUILD, *OPTIONS, "--names", str(names), "--output", str(folder / str(count))])
        (folder / "certificates.typ").write_text(TYPST, encoding="utf-8")
        theirs, memory = measured([sys.executable, "-c", SETTING, str(folder / "certificates.typ"), str(folder / "typst.pdf")])
    (ours, large), (_, small) = found[5000], found[500]
    print(f"workshop, 5,000 certificates  {ours:.1f} s, {large:.0f} MB (500: {small:.0f} MB)")
    print(f"Typst, the same words         {theirs:.1f} s, {memory:.0f} MB")
    print(f"ratio of times                {ours / theirs:.1f}; each certificate more takes {(large - small) / 4.5:.0f} KB")


if __name__ == "__main__":
    main()
