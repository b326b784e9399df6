"""Panes, the banner and what is shown where there is nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.empty import Empty
from ui.widgets.pane import Pane
from ui.widgets.text import ElidedLabel, Label

pytestmark = [pytest.mark.ui, pytest.mark.usefixtures("look")]


def test_a_pane_is_named_by_its_title(qtbot: QtBot) -> None:
    pane = Pane("list-checks", "Déroulé")
    qtbot.addWidget(pane)
    pane.set_title("Décisions")
    assert QAccessible.queryAccessibleInterface(pane).text(QAccessible.Text.Name) == "Décisions"


def test_a_pane_stays_round_over_a_square_body(qtbot: QtBot) -> None:
    holder, pane, rows = QWidget(), Pane("", "Déroulé"), QListWidget()
    qtbot.addWidget(holder)
    holder.setProperty("role", "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(pane)
    rows.setStyleSheet("background: #FF0000")
    pane.set_body(rows)
    holder.resize(300, 300)
    holder.show()
    image = holder.grab().toImage()
    assert image.pixelColor(0, 299) == theme.color("bg")
    assert image.pixelColor(150, 290).name() == "#ff0000"


def test_a_header_has_the_height_of_the_look_whatever_it_holds(qtbot: QtBot) -> None:
    pane = Pane("gavel", "Décisions")
    qtbot.addWidget(pane)
    pane.set_detail("2 sur 14")
    pane.set_action(Button(small=True, icon="plus", text="Noter une décision", key="Ctrl+D"))
    body = Label(text="corps")
    pane.set_body(body)
    pane.resize(500, 300)
    pane.show()
    assert body.mapTo(pane, body.rect().topLeft()).y() == theme.px(1) + theme.px(40) + theme.px(1)


def test_a_title_too_long_is_cut_and_the_action_stays_whole(qtbot: QtBot) -> None:
    pane, action = Pane("gavel", "Un titre beaucoup trop long pour ce panneau étroit"), Button(text="Noter")
    qtbot.addWidget(pane)
    pane.set_action(action)
    pane.resize(240, 100)
    pane.show()
    assert action.width() >= action.sizeHint().width()
    assert action.mapTo(pane, action.rect().topRight()).x() < pane.width()


def test_what_stands_beside_a_title_is_cut_before_it(qtbot: QtBot) -> None:
    pane = Pane("activity", "Services rendus")
    qtbot.addWidget(pane)
    pane.set_detail("3 sur 12 en mode normal")
    pane.resize(190, 100)
    pane.show()
    title, detail = pane.findChildren(ElidedLabel)
    assert title.shown_text() == "Services rendus"
    assert detail.shown_text().endswith("…")


def test_the_banner_says_one_thing_and_can_be_taken_away(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.say("L’écran de salle a été débranché.", button=Button(text="Rouvrir"))
    banner.say("Le disque est plein.", tone="stop")
    assert banner.sentence() == "Le disque est plein."
    assert not banner.isHidden()
    assert [button.words() for button in banner.findChildren(Button) if button.isVisibleTo(banner)] == []
    banner.unsay()
    assert banner.isHidden()


@pytest.mark.parametrize("tone", ["ok", "warn", "stop", "work"])
def test_the_banner_has_the_ground_of_its_tone(qtbot: QtBot, tone: str) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Une phrase.", tone=tone)
    banner.resize(600, 44)
    assert banner.grab().toImage().pixelColor(500, 22) == theme.color(f"{tone}S")


def test_the_banner_is_read_as_its_sentence(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("Le disque est plein.", tone="stop")
    assert QAccessible.queryAccessibleInterface(banner).text(QAccessible.Text.Name) == "Le disque est plein."


def test_nothing_to_show_has_a_sentence_and_one_thing_to_do(qtbot: QtBot) -> None:
    empty = Empty("Les stimuli hors déroulé apparaissent ici.", Button(text="Improviser"), icon="archive")
    qtbot.addWidget(empty)
    labels = [label.text() for label in empty.findChildren(Label) if label.isVisibleTo(empty)]
    assert labels == ["Les stimuli hors déroulé apparaissent ici."]
    assert len(empty.findChildren(Button)) == 1
