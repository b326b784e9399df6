"""What holds for all the code of the window: sizes scale, icons exist, labels are plain."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from care_desktop import paths

pytestmark = pytest.mark.ui

UI = Path(__file__).resolve().parents[2] / "ui"
ICONS = paths.resources() / "icons"
SIZERS = frozenset(
    {
        *("setFixedWidth", "setFixedHeight", "setFixedSize", "setMinimumWidth", "setMinimumHeight"),
        *("setMinimumSize", "setMaximumWidth", "setMaximumHeight", "setMaximumSize"),
        *("setContentsMargins", "setSpacing", "setHorizontalSpacing", "setVerticalSpacing", "addSpacing"),
        *("setPixelSize", "setPointSize", "setPointSizeF", "setIconSize"),
    }
)
# Which argument of what is the name of an icon
NAMES_AN_ICON = {
    "icon": 0, "pixmap": 0, "show_icon": 0, "set_icon": 0, "IconLabel": 0, "Pane": 0,
    "Chip": 1, "show_state": 1, "chip_size": 0, "paint_chip": 3, "Button": 1, "ActionButton": 4, "Action": 1,
}  # fmt: skip
# Drawn in the look for screens that do not use them yet
_LOOK = """
    activity ambulance archive arrow-right arrow-up-left badge-check book-open chart-gantt check
    check-check chevron-down chevron-left chevron-right circle circle-check circle-dashed circle-dot
    circle-help circle-pause circle-play clipboard-list clock clock-arrow-down eye eye-off
    file-question-mark file-text flag folder-open gavel hard-drive history hourglass house info keyboard
    landmark layers life-buoy list-checks mail message-square message-square-text messages-square minus
    monitor-off newspaper notebook-pen octagon-alert octagon-x pause pencil phone phone-call
    phone-incoming phone-missed play plug-zap plus presentation printer redo-2 repeat-2 scroll-text
    search settings shield siren skip-back skip-forward sparkle triangle-alert undo-2 unplug user
    user-check users wrench x
"""
FORESEEN = frozenset(_LOOK.split())


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(UI.rglob("*.py")):
        yield path.relative_to(UI), path.read_text(encoding="utf-8")


def calls(text: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            yield (
                (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")),
                node,
            )


def fixed_sizes(text: str) -> list[str]:
    """Find sizes that do not follow the base: numbers given to what sizes, and pixels in style sheets."""
    numbers = [
        f"{name}:{call.lineno}"
        for name, call in calls(text)
        if name in SIZERS
        for argument in call.args
        if isinstance(argument, ast.Constant) and argument.value not in (0, None)
    ]
    return numbers + re.findall(r"\d+px", text)


def icon_names(text: str) -> set[str]:
    """Find the literal names of icons."""
    found = set()
    for name, call in calls(text):
        given = [keyword.value for keyword in call.keywords if keyword.arg in {"icon", "title_icon"}]
        place = NAMES_AN_ICON.get(name)
        if place is not None and len(call.args) > place:
            given.append(call.args[place])
        found |= {
            node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    return found - {""}


def shipped() -> set[str]:
    return {path.stem for path in ICONS.glob("*.svg")} - {"icon", "icon-small"}


def test_nothing_has_a_size_that_the_size_of_text_does_not_change() -> None:
    sized = {
        str(path): found
        for path, text in sources()
        if path.name != "style.py" and (found := fixed_sizes(text))
    }
    assert sized == {}


@pytest.mark.parametrize("text", ["a.setFixedWidth(84)", "box.setSpacing(8)", "s = 'border: 1px solid'"])
def test_the_check_of_sizes_sees_them(text: str) -> None:
    assert fixed_sizes(text)


def test_every_icon_that_is_named_is_shipped() -> None:
    known = shipped() | {"icon", "icon-small"}
    missing = {str(path): unknown for path, text in sources() if (unknown := icon_names(text) - known)}
    assert missing == {}


def test_the_check_of_icons_sees_them() -> None:
    assert icon_names("Button('normal', 'plus'); Pane('gavel', 'D'); Empty('x', icon='archive')") == {
        "plus", "gavel", "archive",
    }  # fmt: skip


def test_every_shipped_icon_is_used_or_foreseen() -> None:
    literals = {
        node.value
        for _, text in sources()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert shipped() - literals - FORESEEN == set()


def test_every_shipped_icon_can_be_coloured_and_weighted() -> None:
    drawings = {name: (ICONS / f"{name}.svg").read_text(encoding="utf-8") for name in shipped()}
    assert [
        name
        for name, svg in drawings.items()
        if 'stroke="currentColor"' not in svg or 'stroke-width="2"' not in svg
    ] == []


def test_the_licence_of_the_icons_goes_with_them() -> None:
    licence = (ICONS / "LICENSE").read_text(encoding="utf-8")
    assert "Lucide" in licence
    assert "Feather" in licence


def test_no_label_is_made_that_could_take_marks_for_text() -> None:
    plain = {"text.py", "chip.py", "key.py", "pane.py"}  # where the plain ones are made
    bare = [
        f"{path}:{call.lineno}"
        for path, text in sources()
        for name, call in calls(text)
        if name == "QLabel" and path.name not in plain and (call.args or "setPixmap" not in text)
    ]
    assert bare == []


def test_no_item_of_a_layout_is_asked_for() -> None:
    """``ui.widgets.reading_order.laid_out`` says what comes of it, and what to ask instead."""
    asked = [
        f"{path}:{call.lineno}" for path, text in sources() for name, call in calls(text) if name == "itemAt"
    ]
    assert asked == []


def test_nothing_opens_a_box_that_must_be_answered() -> None:
    modal = [
        f"{path}:{call.lineno}"
        for path, text in sources()
        for name, call in calls(text)
        if name in {"QMessageBox", "QInputDialog", "QProgressDialog"}
        or (name == "exec" and ast.unparse(call.func) != "application.exec")
    ]
    assert modal == []
