"""Rendering aside: a second process draws one document while this one typesets the next."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from functools import cache
from typing import TypeVar

Result = TypeVar("Result")


def aside(work: Callable[[], Result]) -> Callable[[], Result]:
    """Starts the work and gives a call that waits for its result.

    Where a process cannot be forked safely – Windows, macOS, one processor, several threads – the work is done when
    its result is asked for. A child that fails is repeated here, so that its error is seen.
    """
    if not _can_fork():
        return cache(work)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)

    def result() -> Result:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(child, 0)
        done: Result = pickle.loads(answer) if status == 0 else work()  # noqa: S301 - our own child wrote it
        return done

    return cache(result)


def _answer(work: Callable[[], Result], writing: int) -> None:
    """What the child does: the work, its result into the pipe, and an end without any clean-up."""
    status = 1
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, protocol=5)
        status = 0
    finally:
        os._exit(status)


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1
