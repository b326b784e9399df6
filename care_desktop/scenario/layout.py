"""Trees of keys and values put on lines, quoted where a reader of YAML would see something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

WIDTH = 110
_STEP = "  "


class Plain(NamedTuple):
    """Identifiers, numbers, times, choices: never quoted."""

    written: str


class Spread(dict[str, "Tree"]):
    """A map that takes a line for each key, however short it is."""


Tree: TypeAlias = "str | Plain | list[Tree] | dict[str, Tree]"

_FIRST = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~]")
_INNER = re.compile(r": |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]| $")
_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# What other readers take for a number, a date, a truth or nothing
_NOT_TEXT = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|nan)|[-+.]?\d[\d_.,:eExXoO+-]*|\d{4}-\d{1,2}-\d{1,2}.*"
)
_ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f\\\\"\u2028\u2029\ufeff]')
_NAMES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
# A block begins with a letter, ends with one, and has no line of mere spaces
_NOT_IN_BLOCK = re.compile(r"\A[ \n]|\n\Z|^ +$|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", re.MULTILINE)


def document(tree: dict[str, Tree]) -> bytes:
    """A whole file; an empty line before each collection."""
    lines: list[str] = []
    for key, value in tree.items():
        if isinstance(value, Spread):
            lines.append("")
        lines += _entry(f"{key}:", value, "")
    return ("\n".join(lines) + "\n").encode()


def _entry(head: str, tree: Tree, indent: str) -> Iterator[str]:
    """The lines of one value behind its key or its dash."""
    inner = indent + _STEP
    start = indent + head
    if isinstance(tree, str):
        yield from _text(start, tree, inner)
        return
    room = WIDTH - len(start) - 1
    if (short := _short(tree, room)) is not None:
        yield f"{start} {short}"
    elif isinstance(tree, dict):
        nested = [line for key, value in tree.items() for line in _entry(f"{key}:", value, inner)]
        if head == "-":
            yield f"{start} {nested.pop(0)[len(inner) :]}"
        else:
            yield start
        yield from nested
    elif isinstance(tree, list):
        yield start
        for item in tree:
            yield from _entry("-", item, inner)


def _short(tree: Tree, room: int) -> str | None:
    """The value on one line, where it may stand on one and there is room for it."""
    if isinstance(tree, Plain) or not tree:
        return _flow(tree)
    if isinstance(tree, Spread) or (isinstance(tree, list) and any(isinstance(one, dict) for one in tree)):
        return None
    short = _flow(tree)
    return short if short is not None and len(short) <= room else None


def _flow(tree: Tree) -> str | None:
    match tree:
        case Plain(written):
            return written
        case str():
            return None if "\n" in tree else _scalar(tree, in_flow=True)
        case list():
            items = [_flow(item) for item in tree]
            return None if None in items else f"[{', '.join(one for one in items if one is not None)}]"
        case _:
            pairs = [(key, _flow(value)) for key, value in tree.items()]
            if any(value is None for _, value in pairs):
                return None
            return "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"


def _text(start: str, text: str, inner: str) -> Iterator[str]:
    """A text in a block where it has several lines or is long, else on the line of its key."""
    fits_block = _NOT_IN_BLOCK.search(text) is None
    if "\n" in text and fits_block:
        yield f"{start} |"
        yield from (inner + line if line else "" for line in text.split("\n"))
    elif len(start) + len(text) >= WIDTH and fits_block and _folds(text):
        yield f"{start} >"
        yield from _folded(text, inner)
    else:
        yield f"{start} {_scalar(text, in_flow=False)}"


def _folds(text: str) -> bool:
    """Whether breaking it at single spaces and joining it again gives the same."""
    return "\n" not in text and "  " not in text and not text.endswith(" ") and " " in text


def _folded(text: str, inner: str) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(inner) + len(line) + 1 + len(word) > WIDTH:
            yield inner + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield inner + line


def _scalar(text: str, *, in_flow: bool) -> str:
    """A text on one line: as it is, or between double quotes."""
    plain = _FIRST.match(text) and not _INNER.search(text) and not _NOT_TEXT.fullmatch(text)
    if plain and not (in_flow and _IN_FLOW.search(text)):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    return _NAMES.get(found) or f"\\u{ord(found):04x}"
