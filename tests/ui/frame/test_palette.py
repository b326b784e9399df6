"""All that can be done is found by typing a few letters of it."""

from __future__ import annotations

import pytest

from care_desktop.language import Message
from tests.ui.frame.keys import press, write
from ui.actions import Action
from ui.frame.finding import find, folded
from ui.frame.palette import Palette
from ui.shell import Shell

pytestmark = pytest.mark.ui


def palette(shell: Shell) -> Palette:
    (found,) = shell.findChildren(Palette)
    return found


def rows(shell: Shell) -> list[str]:
    model = palette(shell).list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_accents_and_capitals_make_no_difference(shell: Shell) -> None:
    context = shell.context
    assert [one.id for one in find(context.actions, context.voice, "ECRAN")] == ["full_screen"]
    assert folded("Épuisé œ") == "epuise œ"


def test_what_is_typed_is_found_and_enter_does_it(shell: Shell) -> None:
    press(shell, "Ctrl+K")
    write(shell, "réglages")
    assert rows(shell) == ["Ouvrir les réglages"]
    press(shell, "Return")
    assert not palette(shell).isVisible()
    assert shell.front == "preferences"


def test_what_cannot_be_done_stays_with_its_reason_and_is_not_done(shell: Shell) -> None:
    done: list[str] = []
    shell.context.actions.add(
        Action(
            "copy_bug", "clipboard-list", (), lambda: done.append("copied"), lambda: Message("frame.no_bug")
        )
    )
    press(shell, "Ctrl+K")
    write(shell, "copier")
    assert rows(shell) == ["Copier le rapport, Aucun défaut n’a été rencontré."]
    press(shell, "Return")
    assert done == []
    assert palette(shell).isVisible()


def test_tab_chooses_as_arrows_do_and_leads_nowhere_else(shell: Shell) -> None:
    press(shell, "Ctrl+K")
    press(shell, "Tab")
    press(shell, "Tab")
    press(shell, "Backtab")
    assert palette(shell).list.currentIndex().row() == 1
    assert shell.focusWidget() is palette(shell).line


def test_escape_closes_it_and_gives_the_focus_back(shell: Shell) -> None:
    before = shell.focusWidget()
    press(shell, "Ctrl+K")
    assert shell.focusWidget() is palette(shell).line
    press(shell, "Esc")
    assert shell.focusWidget() is before
    assert not palette(shell).isVisible()


def test_the_arrows_go_round(shell: Shell) -> None:
    press(shell, "Ctrl+K")
    press(shell, "Up")
    listed = palette(shell).list
    assert listed.currentIndex().row() == listed.model().rowCount() - 1
    press(shell, "Down")
    assert listed.currentIndex().row() == 0
