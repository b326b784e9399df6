"""From the event stream of the parser to nodes: the restricted YAML, refusals reported as they pass."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NoReturn, TypeAlias

from yaml import MarkedYAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from care_desktop.scenario.characters import UNWANTED, code_point
from care_desktop.scenario.findings import NONE, Params
from care_desktop.scenario.reading.nodes import Mapping, Node, Scalar, Sequence
from care_desktop.scenario.reading.trouble import Trouble

DEEPEST = 20
MOST_VALUES = 200_000

# A text without quotes that a colon and a blank cut in two; the head of a text that may hold them
_CUT_IN_TWO = re.compile(
    r"\s*(?:- )?[\w-]+: +(?![\s\"'|>\[{&*!#%@`])(?:(?! #)[^:]|:(?! |$))+(?P<colon>:)(?: |$)"
)
_BLOCK_OPENS = re.compile(r":\s+[|>][-+\d]*\s*(?:#.*)?$")
_VARIABLE_FIRST = re.compile(r"[:\[,{]\s*\{[\w-]+\}\s*[^\s,}\]]")


_Event: TypeAlias = Any
"""An event of the parser: each kind has attributes of its own."""


class _Abandoned(Exception):
    """The file goes beyond a limit: it is not read further."""


def parse(text: str, trouble: Trouble) -> Node | None:
    """The one document of a text; None when it has none or cannot be read to its end."""
    try:
        return _Builder(text, trouble).document()
    except MarkedYAMLError as error:
        _report(error, text, trouble)
    except _Abandoned:
        pass
    return None


class _Builder:
    """Builds the nodes of one document out of events."""

    def __init__(self, text: str, trouble: Trouble) -> None:
        self._next: Callable[[], _Event] = CParser(text).get_event
        self._trouble = trouble
        self._left = MOST_VALUES

    def document(self) -> Node | None:
        root: Node | None = None
        while type(event := self._next()) is not StreamEndEvent:
            if type(event) is not DocumentStartEvent:
                continue
            if event.version or event.tags:
                self._refuse("finding.directive", event)
            if root is not None:
                self._refuse("finding.documents", event)
                break
            root = self._node(self._next(), 1)
        if root is None:
            self._trouble.report("finding.empty")
        return root

    def _node(self, event: _Event, depth: int) -> Node:
        self._left -= 1
        if self._left < 0 or depth > DEEPEST:
            self._abandon(event, depth)
        mark = event.start_mark
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_properties(event)
            style = event.style or ""
            # Only between double quotes can an escape make a character that the text itself does not hold
            if style == '"' and (unwanted := UNWANTED.search(event.value)):
                self._refuse("finding.character", event, {"character": code_point(unwanted.group())})
            return Scalar(event.value, style, mark.line, mark.column)
        if kind is AliasEvent:
            self._refuse("finding.alias", event, {"name": event.anchor})
            return Scalar("", "*", mark.line, mark.column)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if kind is MappingStartEvent:
            return Mapping(self._pairs(depth + 1), mark.line, mark.column)
        items = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return Sequence(items, mark.line, mark.column)

    def _pairs(self, depth: int) -> list[tuple[Scalar, Node]]:
        pairs: list[tuple[Scalar, Node]] = []
        lines: dict[str, int] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._node(event, depth)
            value = self._node(self._next(), depth)
            if not isinstance(key, Scalar):
                self._trouble.add("finding.key_not_text", key.line, key.column)
            elif key.value in lines:
                params: Params = {"key": key.value, "line": lines[key.value] + 1}
                self._trouble.add("finding.duplicate_key", key.line, key.column, params)
            else:
                lines[key.value] = key.line
                pairs.append((key, value))
        return pairs

    def _refuse_properties(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse("finding.anchor", event, {"name": event.anchor})
        if event.tag is not None:
            self._refuse("finding.tag", event, {"name": event.tag})

    def _abandon(self, event: _Event, depth: int) -> NoReturn:
        if depth > DEEPEST:
            self._refuse("finding.too_deep", event, {"most": DEEPEST})
        else:
            self._refuse("finding.too_many_values", event, {"most": MOST_VALUES})
        raise _Abandoned

    def _refuse(self, what: str, event: _Event, params: Params = NONE) -> None:
        self._trouble.add(what, event.start_mark.line, event.start_mark.column, params)


def _report(error: MarkedYAMLError, text: str, trouble: Trouble) -> None:
    """Say what the parser stumbled over in the words of somebody who writes a scenario."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark is not None else (0, 0)
    lines = text.split("\n")
    written = lines[line] if line < len(lines) else ""
    problem = error.problem or ""
    at = written[column : column + 1]
    if "unexpected end of stream" in problem and error.context_mark is not None:
        trouble.add("finding.quote_open", error.context_mark.line, error.context_mark.column)
    elif at == "\t" or written[: len(written) - len(written.lstrip())].count("\t"):
        trouble.add("finding.tab", line, column)
    elif _VARIABLE_FIRST.search(written):
        trouble.add("finding.begins_with_variable", line, column)
    elif "mapping values" in problem:
        trouble.add("finding.colon", line, column)
        for below, place in _colons_below(lines, line):
            trouble.add("finding.colon", below, place)
    elif "cannot start any token" in problem and at:
        trouble.add("finding.reserved_character", line, column, {"character": at})
    else:
        trouble.add("finding.yaml", line, column, {"said": problem})


def _colons_below(lines: list[str], line: int) -> Iterator[tuple[int, int]]:
    """Where the parser would stumble next over the same, so that whoever writes mends all in one go."""
    block = None
    for number, written in enumerate(lines[line + 1 :], line + 1):
        depth = len(written) - len(written.lstrip(" "))
        if block is not None and (not written.strip() or depth > block):
            continue
        block = depth if _BLOCK_OPENS.search(written) else None
        if (cut := _CUT_IN_TWO.match(written)) is not None:
            yield number, cut.start("colon")
