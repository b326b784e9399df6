"""The shipped faces: French, with digits that do not dance, and a licence each."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from care_desktop import paths
from ui import fonts, theme

pytestmark = pytest.mark.ui

FRENCH = "éèêëàâîïôûùüçÉÈÀÇœŒæÆ«»’…–—≤≥−°\u00a0\u202f"


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> None:
    theme.apply(qapp, theme.make("light"))


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_each_weight_is_a_face_of_its_own(weight: int) -> None:
    info = QFontInfo(fonts.font("text", weight))
    assert info.family().startswith(fonts.FAMILY)
    assert info.weight() == weight


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_window_s_face_has_all_of_french(weight: int) -> None:
    raw = QRawFont.fromFont(fonts.font("text", weight))
    assert [letter for letter in FRENCH if not raw.supportsCharacter(ord(letter))] == []


def test_italics_have_the_narrow_space_too() -> None:
    font = fonts.font("text")
    font.setItalic(True)
    assert QFontInfo(font).italic()
    assert QRawFont.fromFont(font).supportsCharacter(0x202F)


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("name", ["press", "printer"])
def test_the_papers_of_the_room_screen_have_their_faces(name: str, weight: int) -> None:
    font = fonts.paper(name, 40, weight)  # type: ignore[arg-type]
    assert QFontInfo(font).family() == font.families()[0]
    assert QRawFont.fromFont(font).supportsCharacter(0x202F)


def test_the_narrow_space_is_narrow_and_not_nothing() -> None:
    metrics = QFontMetricsF(fonts.sized(100))
    narrow, space = metrics.horizontalAdvance("a\u202fa"), metrics.horizontalAdvance("a a")
    assert metrics.horizontalAdvance("aa") < narrow < space


def test_a_clock_does_not_dance() -> None:
    metrics = QFontMetricsF(fonts.font("clock", tabular=True))
    assert len({metrics.horizontalAdvance(f"{digit}:41:12") for digit in range(10)}) == 1


def test_roles_have_the_sizes_of_the_look() -> None:
    sizes = [
        fonts.font(role).pixelSize()
        for role in ("launch", "page", "clock", "section", "text", "detail", "key")
    ]
    assert sizes == [28, 26, 22, 18, 14, 12, 11]


def test_every_face_has_its_licence_beside_it() -> None:
    folder = paths.resources() / "fonts"
    families = {path.stem.partition("-")[0] for path in folder.glob("*.ttf")}
    licensed = {path.stem.removeprefix("OFL-") for path in folder.glob("OFL-*.txt")}
    assert {family for family in families if not any(family.startswith(one) for one in licensed)} == set()
