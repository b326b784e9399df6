"""The shipped texts: complete, used, sorted, alike in both languages, and in good French typography."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

from care_desktop.language import Catalogue, Language, Message

ROOT = Path(__file__).resolve().parent.parent
SPEAKERS = {"Message", "UserError", "Refused", "refuse"}
PARTS = ("happened", "safe", "remedy")
NARROW, WIDE = "\u202f", "\u00a0"


class Said(NamedTuple):
    """Where the source names messages, and which parameters it gives; None where that cannot be read."""

    where: str
    ids: tuple[str, ...]
    params: frozenset[str] | None


def po(language: str) -> Path:
    return ROOT / "resources" / "locale" / language / "care.po"


def texts(language: str) -> dict[str, tuple[str, ...]]:
    with po(language).open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    found = {}
    for message in catalogue:
        key = message.id if isinstance(message.id, str) else message.id[0]
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if key:
            found[key] = forms
    return found


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for package in ("care_desktop", "ui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def said() -> Iterator[Said]:
    """Find the literal identifiers of messages in the source."""
    for path, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in SPEAKERS or isinstance(node.args[0], (ast.Call, ast.JoinedStr)):
                continue
            for literal in literals(node.args[0]):
                ids = tuple(f"{literal}.{part}" for part in PARTS) if name == "UserError" else (literal,)
                yield Said(f"{path.relative_to(ROOT)}:{node.lineno}", ids, params(node))


def params(call: ast.Call) -> frozenset[str] | None:
    """Read the names of the parameters: keywords, or the keys of a literal dictionary."""
    names: set[object] = {keyword.arg for keyword in call.keywords}
    for argument in call.args[1:]:
        if not isinstance(argument, ast.Dict):
            return None
        names |= {key.value if isinstance(key, ast.Constant) else None for key in argument.keys}
    known = frozenset(name for name in names if isinstance(name, str))
    return known if len(known) == len(names) else None


def literals(node: ast.AST) -> Iterator[str]:
    return (
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    )


def words(language: str) -> list[tuple[str, str]]:
    return [(key, form) for key, forms in texts(language).items() for form in forms]


def places(forms: tuple[str, ...]) -> set[str]:
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_message_of_the_source_has_a_text(language: str) -> None:
    known = {key for key, forms in texts(language).items() if all(forms)}
    assert [item for item in said() if not known.issuperset(item.ids)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_whoever_says_a_message_fills_all_its_places(language: str) -> None:
    known = texts(language)
    unfilled = {
        f"{item.where} {key}": missing
        for item in said()
        for key in item.ids
        if item.params is not None and (missing := needs(known.get(key, ())) - item.params)
    }
    assert unfilled == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_program_reads_them_as_gettext_does(language: Language) -> None:
    catalogue = Catalogue(language)
    for key, forms in texts(language).items():
        for n in (0, 1, 2, 7):
            params: dict[str, int | str] = {**dict.fromkeys(places(forms), "x"), "n": n}
            plural = int(n > 1 if language == "fr" else n != 1) if len(forms) > 1 else 0
            assert catalogue.text(Message(key, params)) == forms[plural].format_map(params)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_text_is_said_somewhere(language: str) -> None:
    literal = {text for _, tree in sources() for text in literals(tree)}
    used = literal | {f"{code}.{part}" for code in literal for part in PARTS}
    actions = {key for key in texts(language) if key.startswith("action.")}
    used |= {key for key in actions if {key.removeprefix("action."), key.rpartition(".")[2]} & literal}
    assert sorted(set(texts(language)) - used) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_texts_are_sorted_and_given_once(language: str) -> None:
    keys = re.findall(r'^msgid "(.+)"$', po(language).read_text(encoding="utf-8"), re.MULTILINE)
    assert keys == sorted(set(keys))


def test_both_languages_have_the_same_texts_and_places() -> None:
    french, english = texts("fr"), texts("en")
    assert {key: places(forms) for key, forms in french.items()} == {
        key: places(forms) for key, forms in english.items()
    }


def needs(forms: tuple[str, ...]) -> set[str]:
    """Name the parameters that ``forms`` use; whoever has several forms counts ``n``."""
    return places(forms) | ({"n"} if len(forms) > 1 else set())


def french_faults(text: str) -> list[str]:
    """Name what is wrong in the typography of ``text``; its ``{places}`` do not count."""
    plain = re.sub(r"\{[^}]*\}", "x", text)
    rules = {
        "U+202F before ; ! ?": rf"(?<!{NARROW})(?<![;!?])[;!?]",
        "U+00A0 before :": rf"(?<!{WIDE}):",
        "U+00A0 inside « »": rf"«(?!{WIDE})|(?<!{WIDE})»",
        "typographic apostrophe": r"'",
        "French quotation marks": r"[\"“”]",
        "one character for an ellipsis": r"\.\.\.",
        "no double space, none at the ends": r"^\s|\s$|\s\s",
    }
    return [rule for rule, fault in rules.items() if re.search(fault, plain)]


def test_french_texts_follow_french_typography() -> None:
    faults = {key: found for key, text in words("fr") if (found := french_faults(text))}
    assert faults == {}


@pytest.mark.parametrize(
    "text",
    ["Quoi ?", "Quoi?", "Voici : x", f"Voici{NARROW}: x", "« x »", "l'hôpital", '"x"', "et...", "x  y", "x "],
)
def test_the_typography_check_sees_faults(text: str) -> None:
    assert french_faults(text)


def test_the_typography_check_accepts_good_french() -> None:
    assert french_faults(f"L’état{WIDE}: «{WIDE}{{a:>3}}{WIDE}»{NARROW}; ça va{NARROW}?!") == []
