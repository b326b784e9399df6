"""Writes the reference of the scenario language, in French and English, out of the model of the reader.

``python scripts/reference_page.py`` writes both pages. What each key is for stands in
``reference_words.tsv``; its form, its default and its unit are those of the model, its example is a piece of
a file that is read.
"""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple, get_args

from msgspec import Struct, structs

from care_desktop.scenario import written_time
from care_desktop.scenario.law_book import law_book
from care_desktop.scenario.reading.events import parse
from care_desktop.scenario.reading.nodes import Mapping, Node, Scalar, Sequence
from care_desktop.scenario.reading.trouble import Trouble
from care_desktop.scenario.scenario import Facility, Scenario
from care_desktop.scenario.script import Duty
from care_desktop.scenario.shapes import (
    NEEDS,
    Choice,
    Duration,
    Field,
    Inside,
    Name,
    OneOf,
    Parts,
    Several,
    Shape,
    StoryMoment,
    Table,
    Truth,
    Whole,
    fields_by_key,
    has_needs,
    shorthand,
    written_name,
)
from care_desktop.scenario.text import NO_TEXT
from care_desktop.scenario.time import PlayMs, StoryMs

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"fr": ROOT / "docs" / "reference-scenario.md", "en": ROOT / "docs" / "scenario-reference.md"}
WORDS = Path(__file__).with_name("reference_words.tsv")
SCENARIOS = (
    ROOT / "tests" / "scenario" / "example.yaml",
    Path(__file__).with_name("reference_example.yaml"),
)
FACILITIES = (Path(__file__).with_name("reference_facility.yaml"),)
_LANGUAGES = tuple(PAGES)


class Example(NamedTuple):
    """A piece of a file that holds one of a class: its lines, and which keys are in them."""

    keys: frozenset[str]
    lines: str


Say = Callable[[str], str]
Words = dict[str, dict[str, str]]
"""By what they tell of (``Inject.title``, ``Inject``, ``@text``), the sentence in each language."""


def words() -> Words:
    with WORDS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {key: dict(zip(_LANGUAGES, told, strict=True)) for key, *told in rows}


def classes(root: type[Struct]) -> list[type[Struct]]:
    """The classes that a file of this one is made of, in the order in which they are met."""
    found: list[type[Struct]] = [root]
    for cls in found:
        for field in fields_by_key(cls).values():
            found += [one for one in _inside(field.shape) if one not in found]
    return found


def _inside(shape: Shape) -> tuple[type[Struct], ...]:
    match shape:
        case Several(of) | Table(of):
            return _inside(of)
        case Inside(cls) | Parts(cls):
            return (cls,)
        case OneOf(kinds):
            return tuple(kinds.values())
        case _:
            return ()


def examples(cls: type[Struct]) -> dict[type[Struct], list[Example]]:
    """The pieces of all files that hold a class, for each class; files in their order."""
    found: dict[type[Struct], list[Example]] = {}
    for path in SCENARIOS if cls is Scenario else FACILITIES:
        text = path.read_text(encoding="utf-8")
        node = parse(text, Trouble(path.name))
        if not isinstance(node, Mapping):
            raise TypeError(f"{path} is no map")
        lines = text.split("\n")
        for of, here, first, last in _instances(Inside(cls), node, 0, len(lines)):
            if isinstance(here, Mapping):
                found.setdefault(of, []).append(_example(of, here, lines[first:last]))
    return found


def _example(cls: type[Struct], node: Mapping, lines: list[str]) -> Example:
    if cls in (Scenario, Facility):
        collections = [key for key, field in fields_by_key(cls).items() if isinstance(field.shape, Parts)]
        starts = {key.line: key.value for key, _ in node.items}
        kept, keep = [], True
        for number, line in enumerate(lines):
            keep = starts[number] not in collections if number in starts else keep
            kept += [line] if keep and not line.startswith("#") else []
        lines = kept
    whole = textwrap.dedent("\n".join(lines)).strip("\n")
    return Example(frozenset(key.value for key, _ in node.items), whole)


def _instances(
    shape: Shape, node: Node, first: int, last: int
) -> Iterator[tuple[type[Struct], Node, int, int]]:
    """Every struct inside a value that stands on the lines from ``first`` to before ``last``."""
    match shape, node:
        case Parts(cls) | Table(Inside(cls)), Mapping(items):
            for begin, end, value in _stretches(items, last):
                yield from _struct(cls, value, begin, end)
        case Several(of), Sequence(items):
            starts = [item.line for item in items]
            for item, end in zip(items, [*starts[1:], last], strict=True):
                yield from _instances(of, item, item.line, max(end, item.line + 1))
        case Inside(cls), _:
            yield from _struct(cls, node, first, last)
        case OneOf(kinds), Mapping(items):
            named = next(kinds[key.value] for key, _ in items if key.value in kinds)
            yield from _struct(named, node, first, last)


def _struct(
    cls: type[Struct], node: Node, first: int, last: int
) -> Iterator[tuple[type[Struct], Node, int, int]]:
    yield cls, node, first, last
    if not isinstance(node, Mapping):
        return
    fields = fields_by_key(cls)
    for (key, value), (begin, end, _) in zip(node.items, _stretches(node.items, last), strict=True):
        if key.value in fields:
            yield from _instances(fields[key.value].shape, value, begin, end)


def _stretches(items: list[tuple[Scalar, Node]], last: int) -> list[tuple[int, int, Node]]:
    starts = [key.line for key, _ in items]
    ends = [*starts[1:], last]
    return [(key.line, max(end, key.line + 1), value) for (key, value), end in zip(items, ends, strict=True)]


def chosen(cls: type[Struct], of: list[Example]) -> list[Example]:
    """As few pieces as show every key that any of them has; short ones and earlier ones first."""
    left = set(fields_by_key(cls))
    taken: list[Example] = []
    while best := max(of, key=lambda one: (len(one.keys & left), -one.lines.count("\n")), default=None):
        if not best.keys & left:
            break
        taken.append(best)
        left -= best.keys
    return taken


def page(language: str) -> str:
    """One of the two pages."""
    told = words()
    parts = [told["@title"][language], told["@intro"][language], told["@forms"][language]]
    for root in (Scenario, Facility):
        of = examples(root)
        for cls in classes(root):
            parts.append(_section(cls, of.get(cls, []), told, language))
            parts += [_laws(told, language)] if cls is Duty else []
    return "\n\n".join(part.replace("\\n", "\n") for part in parts) + "\n"


def _laws(told: Words, language: str) -> str:
    """The duties that ``law`` can name; those that are off cannot be used."""
    columns = ("name", "trigger", "delay", "article")
    heads = ("@key", *(f"@law{one.capitalize()}" for one in (*columns, "binds")))
    head = [told[one][language] for one in heads]
    rows = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for duty in law_book().duties:
        if duty.off != NO_TEXT:
            continue
        said = [str(getattr(getattr(duty, one), language)) for one in columns]
        binds = ", ".join(f"`{written_name(kind)}`" for kind in duty.binds)
        rows.append(f"| `{duty.id}` | {' | '.join(said)} | {binds} |")
    return told["@laws"][language].format(as_of=law_book().as_of) + "\n\n" + "\n".join(rows)


def _section(cls: type[Struct], of: list[Example], told: Words, language: str) -> str:
    def say(what: str) -> str:
        return told[what][language]

    rows = [
        f"| `{key}` | {_form(field, say)} | {_default(field, say)} | {_unit(cls, field, say)} "
        f"| {say(f'{cls.__name__}.{key}')} |"
        for key, field in fields_by_key(cls).items()
    ]
    if has_needs(cls):
        rows.append(f"| `{NEEDS}` | {say('@list')} {say('@name')} `service` | – | | {say('@needs')} |")
    alone = shorthand(cls)
    sentences = say(cls.__name__) + ("" if alone is None else say("@shorthand").format(key=alone.key))
    shown = "\n".join(one.lines for one in chosen(cls, of))
    title = f"## {say('@title.' + cls.__name__)}"
    head = f"| {say('@key')} | {say('@form')} | {say('@default')} | {say('@unit')} | {say('@meaning')} |"
    table = "\n".join([head, "|---|---|---|---|---|", *rows])
    return f"{title}\n\n{sentences}\n\n{table}\n\n```yaml\n{shown}\n```"


def _form(field: Field, say: Say) -> str:
    return ("" if not field.required else f"{say('@required')} · ") + _shape(field.shape, say)


def _shape(shape: Shape, say: Say) -> str:
    match shape:
        case Choice(names):
            return ", ".join(f"`{name}`" for name in names)
        case Name(part):
            return say("@name") + ("" if part is None else f" `{part}`")
        case Several(of):
            return f"{say('@list')} {_shape(of, say)}"
        case Table(of):
            return f"{say('@table')} {_shape(of, say)}"
        case Parts(cls):
            return f"{say('@parts')} {_link(cls, say)}"
        case Inside(cls):
            return _link(cls, say)
        case OneOf(kinds):
            return say("@effect" if "restore" in kinds else "@condition")
        case _:
            return say(f"@{type(shape).__name__}")


def _link(cls: type[Struct], say: Say) -> str:
    title = say(f"@title.{cls.__name__}")
    anchor = "".join(one for one in title.lower().replace(" ", "-") if one.isalnum() or one in "-_")
    return f"[{title}](#{anchor})"


def _default(field: Field, say: Say) -> str:
    value = field.default
    if field.required or not value or value == NO_TEXT:
        written = {"Truth": "`false`", "Whole": "`0`"}.get(type(field.shape).__name__, "–")
        if field.required or value is None or not isinstance(field.shape, Truth | Whole):
            written = "–"
        return f"`{written_time.write_story_moment(0)}`" if _starts(field) else written
    match field.shape, value:
        case Choice(), Enum():
            return f"`{written_name(value)}`"
        case Truth(), bool():
            return f"`{str(value).lower()}`"
        case Whole(), int():
            return f"`{value}`"
        case _:
            return say("@see")


def _starts(field: Field) -> bool:
    return isinstance(field.shape, StoryMoment) and not field.required and field.default == 0


def _unit(cls: type[Struct], field: Field, say: Say) -> str:
    if isinstance(field.shape, StoryMoment):
        return say("@story")
    if not isinstance(field.shape, Duration):
        return ""
    (annotation,) = (one.type for one in structs.fields(cls) if one.name == field.name)
    kinds = {annotation, *get_args(annotation)}
    return say("@story" if StoryMs in kinds else "@play" if PlayMs in kinds else "@either")


def main() -> None:
    """Write both pages."""
    for language, path in PAGES.items():
        path.write_text(page(language), encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
