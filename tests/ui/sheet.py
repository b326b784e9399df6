"""The shared controls in all states, on one sheet: ``python -m tests.ui.sheet OUT.png [THEME] [PERCENT]``."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.voice import Voice
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.chip import Chip
from ui.widgets.empty import Empty
from ui.widgets.field import Captioned, Choice, LineField, TimeField
from ui.widgets.focus_ring import FocusRing
from ui.widgets.key import KeyCap
from ui.widgets.launch_button import LaunchButton, LaunchState
from ui.widgets.pane import Pane
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.tick import OptionCard, TickBox

WIDTH = 1366


class State(NamedTuple):
    """A state as the look draws it."""

    tone: str
    icon: str
    word: str
    how: str = ""

    def chip(self) -> Chip:
        return Chip(
            self.tone,
            self.icon,
            self.word,
            filled=self.how == "filled",
            outline=self.how == "outline",
        )


STIMULI = (
    State("idle", "circle", "Prévu", "outline"),
    State("acc", "chevron-right", "Prochain", "filled"),
    State("acc", "chevron-right", "Prochain"),
    State("ink", "presentation", "À l’écran", "filled"),
    State("ok", "check", "Remis 09:31"),
    State("warn", "phone-missed", "Non joint"),
    State("warn", "flag", "À adapter"),
    State("idle", "skip-forward", "Passé", "outline"),
    State("idle", "clock", "Reporté +5", "outline"),
    State("idle", "archive", "Réserve", "outline"),
    State("idle", "undo-2", "Rappelé", "outline"),
)
DECISIONS = (
    State("idle", "circle", "À venir", "outline"),
    State("work", "circle-dot", "Demandée"),
    State("ok", "check", "Prise"),
    State("idle", "arrow-up-left", "Anticipée", "outline"),
    State("idle", "sparkle", "Spontanée", "outline"),
    State("work", "circle-help", "Renvoyée"),
    State("warn", "hourglass", "Sans décision à l’échéance"),
    State("idle", "x", "Retirée", "outline"),
)
SERVICES = (
    State("ok", "circle-check", "Normal"),
    State("warn", "file-text", "Dégradé"),
    State("stop", "octagon-x", "À l’arrêt"),
    State("stop", "unplug", "Coupé"),
    State("work", "wrench", "En reprise"),
    State("work", "circle-dashed", "À valider"),
    State("ok", "badge-check", "Validé métier"),
    State("idle", "", "inconnu"),
)
APPRAISALS = (
    State("ok", "check-check", "Recommandée"),
    State("ok", "check", "Défendable"),
    State("work", "messages-square", "À discuter"),
    State("warn", "triangle-alert", "À risque"),
    State("idle", "minus", "Non réalisé pendant l’exercice", "outline"),
)
LAUNCHES = (
    (LaunchState.ARMED, "", ""),
    (LaunchState.LOCKED, "", ""),
    (LaunchState.REFUSED, "à 09:43:12", "Déjà lancé"),
    (LaunchState.REFUSED, "Le stimulus S12 a déjà été lancé à 09:43:12.", ""),
    (LaunchState.SUSPENDED, "", ""),
    (LaunchState.EXHAUSTED, "", ""),
)


def row(*widgets: QWidget, spacing: int = 8) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme.px(spacing))
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.px(8))
    for widget in widgets:
        lines.addWidget(widget)
    lines.addStretch(1)
    return holder


def beside(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(theme.px(28), 0, theme.px(28), 0)
    line.setSpacing(theme.px(20))
    for widget in widgets:
        line.addWidget(widget, 1)
    return holder


def chips(title: str, states: tuple[State, ...], per_row: int) -> QWidget:
    rows = [states[start : start + per_row] for start in range(0, len(states), per_row)]
    return column(
        Label("text", weight=700, text=title), *(row(*(state.chip() for state in one)) for one in rows)
    )


def band(voice: Voice) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "stage")
    line = QHBoxLayout(frame)
    line.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(20))
    line.setSpacing(theme.px(20))
    for state, detail, word in LAUNCHES:
        button = LaunchButton(voice)
        button.set_state(state, detail, word=word)
        button.setFixedHeight(theme.px(112))
        line.addWidget(button, 1)
    on_stage = Button("stage", "pause", text="Suspendre", key="F8")
    refused = Button("stage", "archive", text="Réserve")
    refused.setEnabled(False)
    line.addWidget(
        column(Chip("go", "circle-play", "En cours"), on_stage, refused, Choice([("a", "Vue")], stage=True))
    )
    return frame


def buttons() -> QWidget:
    off = Button(text="Indisponible")
    off.setEnabled(False)
    people = Segmented([("a", "3 à 6"), ("b", "7 à 15"), ("c", "Plus de 15")], "Combien serez-vous")
    people.choose("b")
    return column(
        Label("text", weight=700, text="Boutons"),
        row(
            Button("primary", text="Principal"),
            Button(text="Ordinaire"),
            Button("quiet", text="Discret"),
            off,
        ),
        row(
            Button(small=True, text="Saisir"),
            Button(icon="plus", text="Noter une décision", key="Ctrl+D"),
            Button("primary", text="Noter l’appel", key="Entrée"),
            KeyCap("Ctrl+K"),
        ),
        row(
            Button("primary", big=True, text="Reprendre l’exercice"),
            Button("quiet", "search", text="Chercher"),
        ),
        people,
    )


def fields(voice: Voice) -> QWidget:
    hour = TimeField(voice, "25h61")
    hour.check()
    ticked, option = (
        TickBox("« EXERCICE » trois fois"),
        OptionCard("Reporter tout le programme", "payé par : 11 patients"),
    )
    ticked.setChecked(True)
    option.setChecked(True)
    return column(
        Label("text", weight=700, text="Champs"),
        row(LineField("Texte"), Captioned("Heure du fait", hour, before=110)),
        LineField("Écrire au journal", icon="plus", key="Ctrl+J"),
        row(Choice([("a", "Plus d’ordinateur du tout"), ("b", "Une rançon")])),
        row(ticked, TickBox("Impact sur les soins")),
        row(option, OptionCard("Autre décision")),
    )


def sheet(voice: Voice) -> tuple[QWidget, LineField]:
    page = QWidget()
    page.setProperty("role", "page")
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, theme.px(20))
    lines.setSpacing(theme.px(16))
    banner, focused = Banner(), LineField("Au clavier")
    banner.say(
        "L’écran de salle a été débranché. L’exercice continue et rien n’est perdu.",
        icon="monitor-off",
        button=Button(small=True, text="Rouvrir sur un autre écran"),
    )
    pane, opened = Pane("archive", "Réserve"), Pane("phone-call", "Appel extérieur", opened=True)
    pane.set_detail("rien")
    pane.set_action(Button("quiet", "search", text="Chercher"))
    pane.set_body(
        Empty(
            "Les stimuli hors déroulé apparaissent ici.",
            Button(text="Improviser"),
            icon="archive",
            title="Vide",
        )
    )
    opened.set_action(Button("quiet", text="Fermer", key="Échap"))
    opened.set_body(Empty("La frise et le journal restent lisibles."))
    for part in (
        band(voice),
        beside(chips("Stimulus", STIMULI, 6), chips("Décision", DECISIONS, 6)),
        beside(chips("Service", SERVICES, 6), chips("Appréciation", APPRAISALS, 4)),
        beside(buttons(), fields(voice)),
        beside(focused),
        banner,
        beside(pane, opened),
    ):
        lines.addWidget(part)
    return page, focused


def main(out: str, name: str = "light", percent: str = "100") -> None:
    application = QApplication([])
    theme.apply(application, theme.make(name, int(percent), WIDTH))
    page, focused = sheet(Voice("fr"))
    FocusRing(page)
    page.resize(max(WIDTH, page.minimumSizeHint().width()), page.sizeHint().height())
    page.show()
    page.activateWindow()
    focused.setFocus()
    for _ in range(5):
        application.processEvents()
    page.grab().save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
