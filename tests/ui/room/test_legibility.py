"""Nothing on the wall is too small, outside the wall, over something else, or lost between two pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF

from care_desktop.language import Language
from tests.ui.room.conftest import Seated, told_everything
from ui import fonts
from ui.room import scenes
from ui.room.painter import RoomPainter
from ui.room.painting.ground import DARK, LIGHT, PAPER, Ground
from ui.room.painting.picture import Picture, Text
from ui.room.scene import Notice, Press, Scene, Sheet, Strip

pytestmark = pytest.mark.ui

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160)]


@pytest.fixture(autouse=True)
def _faces(qapp: object) -> None:
    fonts.load()


def pages(scene: Scene, size: tuple[int, int]) -> list[Picture]:
    painter = RoomPainter(QSizeF(*size), DARK)
    first = painter.picture(scene)
    return [painter.picture(scene, page) for page in range(first.pages)]


def everything(seated: Seated, language: Language) -> Iterator[Scene]:
    """Every scene that the shipped scenario can put on the wall."""
    outlook = told_everything(seated(language=language)).outlook
    for inject in outlook.index.injects:
        scene = scenes.heard(outlook, inject)
        assert scene is not None
        yield scene
    for decision in outlook.index.decisions:
        asked = scenes.question(outlook, decision)
        assert asked is not None
        yield asked
    yield scenes.situation(outlook)
    yield scenes.recovery(outlook)
    yield scenes.black(outlook)


def core(text: Text) -> QRectF:
    """Where a line has its letters, without the room for accents and tails."""
    third = text.rect.height() / 3
    return text.rect.adjusted(0, third, 0, -third)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_all_that_the_shipped_scenario_shows_is_large_and_in_its_place(
    seated: Seated, language: Language, size: tuple[int, int]
) -> None:
    wall = QRectF(0, 0, *size)
    faults: list[object] = []
    for scene in everything(seated, language):
        for picture in pages(scene, size):
            texts = list(picture.texts)
            body = [text for text in texts if text.ink.body]
            columns = 2 if isinstance(scene, Press) else 1
            faults += [text for text in texts if text.ink.kind.px < 0.04 * size[1]]
            faults += [text for text in body if text.ink.kind.px < 0.05 * size[1]]
            faults += [text for text in texts if not wall.contains(text.rect)]
            faults += [(a, b) for a, b in combinations(texts, 2) if core(a).intersects(core(b))]
            if not hasattr(scene, "tiles") and len(body) > 12 * columns:
                faults.append(scene)
    assert faults == []


@pytest.mark.parametrize("size", SIZES)
def test_the_longest_words_are_told_whole_on_pages_that_never_get_smaller(
    qapp: object, size: tuple[int, int]
) -> None:
    words = " ".join(f"mot{number}" for number in range(400))
    scene = Notice(Strip("EXERCICE"), "J+18", words)
    told = pages(scene, size)
    assert len(told) > 2
    assert " ".join(text.text for page in told for text in page.texts if text.ink.body) == words


@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_the_shipped_scenario_is_lost(seated: Seated, size: tuple[int, int]) -> None:
    lost = []
    for scene in everything(seated, "fr"):
        words = getattr(scene, "words", None) or getattr(scene, "body", None) or ""
        body = "".join(text.text for page in pages(scene, size) for text in page.texts if text.ink.body)
        if "".join(words.split()) not in "".join(body.split()):
            lost.append(scene)
    assert lost == []


def test_the_number_of_a_page_is_there_only_where_there_are_two(qapp: object) -> None:
    short = Sheet(Strip("EXERCICE"), "", "Une ligne", "")
    long = Sheet(Strip("EXERCICE"), "", "Une ligne\n" * 30, "")
    numbers = [
        [text.text for text in page.texts if " / " in text.text]
        for scene in (short, long)
        for page in pages(scene, (1920, 1080))
    ]
    assert numbers[0] == []
    assert numbers[1] == ["1 / 3"]


def test_a_short_text_is_larger_than_a_long_one(qapp: object) -> None:
    sizes = [
        max(text.ink.kind.px for text in pages(scene, (1920, 1080))[0].texts if text.ink.body)
        for scene in (
            Notice(Strip(""), "", "Court."),
            Notice(Strip(""), "", "Une phrase assez longue pour tenir sur une ligne. " * 12),
            Notice(Strip(""), "", "Une phrase assez longue pour tenir sur une ligne. " * 40),
        )
    ]
    assert sizes == [68, 62, 54]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [DARK, LIGHT])
def test_words_on_the_ground_can_be_read_from_the_last_row(ground: Ground) -> None:
    tones = ("text", "second", "third", "accent", "ok", "warn", "stop", "work")
    on_ground = {tone: contrast(getattr(ground, tone), ground.ground) for tone in tones}
    on_alert = {tone: contrast(getattr(ground, tone), ground.alert) for tone in ("text", "third", "warn")}
    assert {tone: ratio for tone, ratio in (on_ground | on_alert).items() if ratio < 7} == {}
    assert contrast(ground.text, ground.strip) >= 7
    assert min(contrast(getattr(ground, tone), ground.on_state) for tone in tones[4:]) >= 7


def test_words_on_paper_can_be_read_from_the_last_row() -> None:
    pairs = [
        (PAPER.ink, PAPER.white),
        (PAPER.label, PAPER.head),
        (PAPER.label, PAPER.white),
        (PAPER.news_ink, PAPER.news),
        (PAPER.news_note, PAPER.news),
        (PAPER.listing_ink, PAPER.listing),
        (PAPER.listing_note, PAPER.listing),
        (PAPER.ink, PAPER.bubble),
        (PAPER.label, PAPER.phone),
        (PAPER.on_black, PAPER.black),
        (PAPER.real_ink, PAPER.real),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 7] == []


def test_a_light_room_changes_colours_and_nothing_else(seated: Seated) -> None:
    outlook = told_everything(seated()).outlook
    scene = scenes.situation(outlook)
    dark, light = (RoomPainter(QSizeF(1920, 1080), ground).picture(scene) for ground in (DARK, LIGHT))
    assert [text.rect for text in dark.texts] == [text.rect for text in light.texts]
    assert [text.ink.color for text in dark.texts] != [text.ink.color for text in light.texts]
