"""What the window says and shows in words, and in which language that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel.messages.pofile import read_po
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from care_desktop import paths
from care_desktop.language import Language
from care_desktop.scenario.text import Text

_LETTERS = 4
"""How many letters of its own a text must have before it is taken for one of a language."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class Tongue(Struct, frozen=True):
    """All that the catalogue says in a language."""

    exact: frozenset[str]
    shaped: tuple[re.Pattern[str], ...]

    def says(self, text: str) -> bool:
        """Whether this is something that the catalogue says."""
        return text in self.exact or any(shape.fullmatch(text) for shape in self.shaped)


@cache
def tongue(language: Language) -> Tongue:
    """The catalogue of a language."""
    with (paths.resources() / "locale" / language / "care.po").open("rb") as file:
        entries = [one.string for one in read_po(file) if one.id]
    texts = [text for one in entries for text in ((one,) if isinstance(one, str) else one or ())]
    told = {text for text in texts if sum(map(str.isalpha, re.sub(r"{\w+}", "", text))) >= _LETTERS}
    shapes = (re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for text in told if "{" in text)
    exact = frozenset(text for text in told if "{" not in text)
    return Tongue(exact, tuple(re.compile(shape, re.DOTALL) for shape in shapes))


def written_in(script: object, language: Language) -> frozenset[str]:
    """What a script says in a language and not in the other."""
    other: Language = "fr" if language == "en" else "en"
    pairs = [(text.in_language(language), text.in_language(other)) for text in _texts(script)]
    return frozenset(own for own, foreign in pairs if own != foreign and foreign)


def words(window: QWidget) -> set[str]:
    """All that can be read or heard of a window."""
    found = {window.windowTitle()}
    for one in [window, *window.findChildren(QWidget)]:
        if one.isVisible():
            found |= {one.accessibleName(), one.accessibleDescription(), one.toolTip(), *_shown(one)}
    return {text for text in found if text.strip()}


def _shown(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text().replace("&&", "&")
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for row in range(model.rowCount()):
                for role in _ROLES:
                    yield str(model.index(row, 0).data(role) or "")


def _texts(part: object) -> Iterator[Text]:
    if isinstance(part, Text):
        yield part
    elif isinstance(part, Struct):
        for field in part.__struct_fields__:
            yield from _texts(getattr(part, field))
    elif isinstance(part, tuple | list | frozenset):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        for one in part.values():
            yield from _texts(one)
