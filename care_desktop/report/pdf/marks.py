"""Marked content in a page's list of operators, and what lies between: it is an artifact if it paints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Self

_PAINTS = re.compile(r"(?:^|\s)(?:S|s|f\*?|F|B\*?|b\*?|sh|Do|Tj|TJ|EI)(?:\s|$)")


class Mark(str):
    """An operator that opens or closes marked content, or a piece that holds both: never an artifact."""

    __slots__ = ("depth",)

    depth: int

    def __new__(cls, code: str, depth: int = 0) -> Self:
        """Make the operator; ``depth`` is 1 if it opens, -1 if it closes."""
        self = super().__new__(cls, code)
        self.depth = depth
        return self


class Slot(Mark):
    """A place kept in a page for what is known at the end only."""

    __slots__ = ("draw",)

    draw: Callable[[], None]


def with_artifacts(code: list[str]) -> Iterator[str]:
    """Wrap as an artifact what paints outside of marks: rules, borders, backgrounds."""
    depth, run = 0, list[str]()
    for piece in code:
        if isinstance(piece, Mark):
            if not depth:
                yield from _artifact(run)
                run = []
            depth += piece.depth
            yield piece
        elif depth:
            yield piece
        else:
            run.append(piece)
    yield from _artifact(run)


def _artifact(run: list[str]) -> list[str]:
    if any(_PAINTS.search(piece) for piece in run):
        return ["/Artifact BMC", *run, "EMC"]
    return run
