"""Where a file has ``#`` comments: the model does not hold them, and whoever rewrites a file must know."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from yaml import MarkedYAMLError
from yaml._yaml import CParser
from yaml.events import ScalarEvent, StreamEndEvent

from care_desktop.scenario.reading.content import text_of
from care_desktop.scenario.reading.documents import Source
from care_desktop.scenario.reading.trouble import Trouble

_COMMENT = re.compile(r"#[^\n]*")


def commented_lines(source: Source) -> tuple[int, ...]:
    """The lines, from 1 on, that hold a comment; none where the text cannot be read."""
    text = text_of(source, Trouble(""))
    if text is None:
        return ()
    try:
        between = _between_scalars(text)
    except MarkedYAMLError:
        return ()
    starts = [start + found.start() for start, part in between for found in _COMMENT.finditer(part)]
    return tuple(text.count("\n", 0, start) + 1 for start in starts)


def _between_scalars(text: str) -> list[tuple[int, str]]:
    """What of a text is no value and no key, and where it stands: there, ``#`` can only begin a comment."""
    found, end = [], 0
    next_event: Callable[[], Any] = CParser(text).get_event
    while (kind := type(event := next_event())) is not StreamEndEvent:
        if kind is not ScalarEvent:
            continue
        start = event.start_mark.index
        if event.style in ("|", ">"):
            # The line of the block mark may end in a comment; the lines below are its text
            line = text.find("\n", start)
            start = len(text) if line < 0 else line
        found.append((end, text[end:start]))
        end = max(start, event.end_mark.index)
    return [*found, (end, text[end:])]
