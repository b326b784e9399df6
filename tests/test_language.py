"""The catalogue turns messages into text, falls back to French, and hides no bug."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop import paths
from care_desktop.language import Catalogue, Message

HEADER = """
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=({rule});\\n"
"""
FRENCH = """
msgid "door"
msgstr "La porte {number} est ouverte."

msgid "doors"
msgid_plural "doors"
msgstr[0] "{n} porte"
msgstr[1] "{n} portes"

msgid "only"
msgstr "Seulement ici."
"""
ENGLISH = """
msgid "door"
msgstr "Door {number} is open."

msgid "doors"
msgid_plural "doors"
msgstr[0] "{n} door"
msgstr[1] "{n} doors"

msgid "only"
msgstr ""
"""


@pytest.fixture(autouse=True)
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language, rule, body in (("fr", "n > 1", FRENCH), ("en", "n != 1", ENGLISH)):
        folder = tmp_path / "locale" / language
        folder.mkdir(parents=True)
        (folder / "care.po").write_text(HEADER.format(language=language, rule=rule) + body, encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)


def test_a_message_is_said_in_the_language_of_the_catalogue() -> None:
    door = Message("door", {"number": 3})
    assert Catalogue("fr").text(door) == "La porte 3 est ouverte."
    assert Catalogue("en").text(door) == "Door 3 is open."


@pytest.mark.parametrize(
    ("n", "french", "english"),
    [(0, "0 porte", "0 doors"), (1, "1 porte", "1 door"), (2, "2 portes", "2 doors")],
)
def test_each_language_counts_in_its_own_way(n: int, french: str, english: str) -> None:
    doors = Message("doors", {"n": n})
    assert (Catalogue("fr").text(doors), Catalogue("en").text(doors)) == (french, english)


def test_what_english_lacks_is_said_in_french() -> None:
    assert Catalogue("en").text(Message("only")) == "Seulement ici."


def test_braces_in_a_parameter_are_only_text() -> None:
    door = Message("door", {"number": "{n} {0.__class__}"})
    assert Catalogue("fr").text(door) == "La porte {n} {0.__class__} est ouverte."


@pytest.mark.parametrize("message", [Message("window"), Message(""), Message("door"), Message("doors")])
def test_an_unknown_message_or_a_missing_parameter_is_a_bug(message: Message) -> None:
    with pytest.raises(KeyError):
        Catalogue("en").text(message)
