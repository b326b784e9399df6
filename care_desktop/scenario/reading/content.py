"""The text of a file, or why there is none: its size, its encoding, characters that do not belong there."""

from __future__ import annotations

import stat
from itertools import islice
from pathlib import Path

from care_desktop.scenario.characters import UNWANTED, code_point, without_unwanted
from care_desktop.scenario.reading.trouble import Trouble

MOST_BYTES = 5_000_000


def text_of(source: Path | bytes, trouble: Trouble) -> str | None:
    """The text of a source; None when a finding says why there is none."""
    content = source if isinstance(source, bytes) else _content(source, trouble)
    if content is None:
        return None
    if len(content) > MOST_BYTES:
        trouble.report("finding.too_big", {"most": MOST_BYTES // 1_000_000})
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n")
        if b"\0" in content[:1000]:
            trouble.report("finding.not_text")
        else:
            column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace"))
            trouble.add("finding.not_text", line, column)
        return None
    if not text.strip():
        trouble.report("finding.empty")
        return None
    return _without_unwanted(text.replace("\r\n", "\n").replace("\r", "\n"), trouble)


def _content(path: Path, trouble: Trouble) -> bytes | None:
    """At most one byte more than may be read; nothing but a plain file is opened."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            trouble.report("finding.not_a_file")
            return None
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        trouble.report("finding.not_a_file")
    except (OSError, ValueError) as error:
        trouble.report("finding.unreadable", {"reason": getattr(error, "strerror", None) or str(error)})
    return None


def _without_unwanted(text: str, trouble: Trouble) -> str:
    """The text with a mark in place of each unwanted character, so that the rest is still read."""
    matches = list(islice(UNWANTED.finditer(text), 20))
    if not matches:
        return text
    for match in matches:
        start = text.rfind("\n", 0, match.start()) + 1
        line = text.count("\n", 0, match.start())
        trouble.add(
            "finding.character", line, match.start() - start, {"character": code_point(match.group())}
        )
    return without_unwanted(text)
