"""A real browser, driven through a pipe: pages are opened from disk, looked at, measured and asked by axe."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Without the last four, Chromium looks for hosts of its maker at every start.
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
)  # fmt: skip


def axe_script() -> str:
    """axe-core, as a package for another driver carries it; that package is not imported, as it would start its own."""
    found = find_spec("axe_playwright_python")
    assert found
    assert found.submodule_search_locations
    return (Path(found.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")


class Browser:
    """One Chromium with one page. What it fetches is in `fetched`, but for files that were opened by name."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes
        self._rest, self._count, self._session = b"", 0, ""
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **words: Any) -> Any:
        """What the browser answers; what happens meanwhile is kept in `events`."""
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": words}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._writes, json.dumps(message).encode() + b"\0") if len(json.dumps(message)) < 60_000 else self._long(message)
        while True:
            told = self._next()
            if told.get("id") == self._count:
                assert "error" not in told, told
                return told["result"]
            self.events.append(told)

    def _long(self, message: dict[str, Any]) -> None:
        left = json.dumps(message).encode() + b"\0"
        while left:
            left = left[os.write(self._writes, left) :]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._reads, 1 << 16)
            assert more, "the browser is gone"
            self._rest += more
        told, _, self._rest = self._rest.partition(b"\0")
        return json.loads(told)

    def open(self, path: Path, width: int = 320, height: int = 640, *, dark: bool = False, zoom: float = 1) -> None:
        """Opens a file on a screen of this size; zoomed text has that much less room, as in every browser."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=round(width / zoom),
            height=round(height / zoom),
            deviceScaleFactor=zoom,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", media="screen", features=[scheme, {"name": "prefers-reduced-motion", "value": "reduce"}])
        self.events.clear()
        self.ask("Page.navigate", url=path.as_uri())
        while not any(each.get("method") == "Page.loadEventFired" for each in self.events):
            self.events.append(self._next())

    @property
    def fetched(self) -> list[str]:
        """Addresses that the page asked for, itself not among them."""
        asked = [each["params"]["request"]["url"] for each in self.events if each.get("method") == "Network.requestWillBeSent"]
        return [url for url in asked[1:] if not url.startswith("data:")]

    def tell(self, script: str) -> Any:
        """What a script gives, waited for."""
        done = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def faults(self, axe: str) -> list[str]:
        """What axe finds: its rule, how bad it is, where."""
        self.tell(f"{axe};0")
        told = self.tell("axe.run(document, {resultTypes: ['violations']}).then(done => done.violations)")
        return [f"{each['id']} ({each['impact']}): {node['html'][:160]}" for each in told for node in each["nodes"]]

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Writes what is seen as PNG."""
        done = self.ask("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(done["data"]))


def _pipe() -> tuple[int, int]:
    """A pipe whose ends are not 3 and 4, which the browser's own ends become."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 20) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that is closed in the end, with nothing left of it."""
    to_child, from_us = _pipe()
    to_us, from_child = _pipe()
    folder = tempfile.mkdtemp(prefix="workshop-browser-")
    pipes = f'exec "$@" 3<&{to_child} 4>&{from_child}'
    words = [shutil.which("chromium") or "chromium", *FLAGS, "--remote-debugging-pipe", f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(
        ["bash", "-c", pipes, "bash", *words], pass_fds=(to_child, from_child), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(to_child)
    os.close(from_child)
    try:
        yield Browser(to_us, from_us)
    finally:
        os.close(from_us)
        os.close(to_us)
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)
