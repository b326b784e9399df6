"""A facilitator at the real window, who has a keyboard and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from care_desktop.exercise.state import Status
from care_desktop.exercise.view import View
from care_desktop.session.followed import Followed
from care_desktop.session.leaping import LeapingClock
from tests.ui.frame.keys import focused, press, write
from ui.home.resume_card import ResumeCard
from ui.review.workspace import Workspace as Review
from ui.shell import Shell
from ui.widgets.button import Button
from ui.widgets.launch_button import LaunchButton, LaunchState

PATIENCE = 60_000


class Patient(Protocol):
    """Lets the window live until something has come: pytest's own, or that of another process."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None: ...  # noqa: N802


class Hands:
    """Presses keys and waits for what comes of it, never for time. Without ``clock`` it is the machine's."""

    def __init__(self, patient: Patient, shell: Shell, clock: LeapingClock | None = None) -> None:
        self._patient, self.shell, self._clock = patient, shell, clock

    @property
    def followed(self) -> Followed:
        """The exercise."""
        found = self.shell.context.bridge.followed
        assert found is not None
        return found

    @property
    def view(self) -> View:
        """The exercise as it stands."""
        return self.followed.view

    def until(self, come: Callable[[], object]) -> None:
        """Wait for something."""
        self._patient.waitUntil(lambda: bool(come()), timeout=PATIENCE)

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            press(self.shell, key)

    def write(self, text: str) -> None:
        """Type."""
        write(self.shell, text)

    def command(self, name: str) -> None:
        """Do something by the palette."""
        self.press("Ctrl+K")
        self.write(name)
        self.press("Return")

    def tab_to(self, there: Callable[[QWidget], bool], most: int = 80) -> None:
        """Walk with Tab until the focus is where it is wanted."""
        for _ in range(most):
            if there(focused(self.shell)):
                return
            self.press("Tab")
        raise AssertionError(f"no Tab leads there; the focus is on {focused(self.shell)!r}")

    def push(self, words: str) -> None:
        """Walk to a button by its words, and push it with Space."""
        self.tab_to(lambda widget: isinstance(widget, Button) and widget.words() == words)
        self.press("Space")

    def push_primary(self) -> None:
        """Walk to the one button that a panel is about, and push it."""
        self.tab_to(
            lambda widget: (
                isinstance(widget, Button) and widget.property("kind") == "primary" and widget.isEnabled()
            )
        )
        self.press("Space")

    def time_passes(self, ms: int) -> None:
        """Let time pass, where it is moved by hand; the session looks at it by itself."""
        if self._clock is not None:
            self._clock.leap(ms)

    def begin(self) -> None:
        """From the home to DEBEX: two keys."""
        self.until(lambda: self._stands_on("Préparer"))
        self.press("Space")
        self.until(lambda: self._stands_on("DEBEX\u00a0: commencer"))
        self.press("Space")
        self.until(lambda: self.shell.front == "conduct" and self.view.status is Status.RUNNING)

    def take_up(self) -> None:
        """From the home back into what was cut short: one key, and time stands still."""
        (card,) = self.shell.findChildren(ResumeCard)
        self.until(lambda: focused(self.shell) is card.button)
        self.press("Space")
        self.until(lambda: self.shell.front == "conduct" and self.shell.context.bridge.followed)

    def go_on(self) -> None:
        """Let time go on."""
        self.press("F8")
        self.until(lambda: self.view.status is Status.RUNNING)

    def note(self, text: str) -> None:
        """Write a line into the journal."""
        self.press("Ctrl+J")
        self.write(text)
        self.press("Return")

    def end(self) -> None:
        """FINEX: from the palette to the debrief."""
        self.command("terminer")
        self.push("Terminer l’exercice")
        self.until(lambda: self.shell.front == "review")

    def report(self, path: Path) -> None:
        """The report, from the debrief to the disk."""
        self.press("Ctrl+E")
        (review,) = self.shell.findChildren(Review)
        self.save_as(lambda: review.asking, path)
        self.until(review.strip.open_folder.isVisible)

    def _stands_on(self, words: str) -> bool:
        widget = focused(self.shell)
        return isinstance(widget, Button) and widget.words() == words

    def launch(self) -> str:
        """LANCER; returns what was launched."""
        before = self.launched()
        (button,) = self.shell.findChildren(LaunchButton)
        self.until(lambda: button.state() is LaunchState.ARMED)
        self.press("F9")
        self.until(lambda: len(self.launched()) > len(before))
        (new,) = self.launched() - before
        self.time_passes(1_500)
        return new

    def launched(self) -> set[str]:
        """What was launched so far."""
        return {inject for inject, one in self.view.injects.items() if one.launched is not None}

    def asks(self) -> list[str]:
        """The decisions that are open."""
        return [name for name, one in self.view.decisions.items() if one.opened and not one.standing]

    def save_as(self, dialog: Callable[[], QFileDialog | None], path: Path) -> None:
        """Answer a file dialog."""
        self.until(lambda: dialog() is not None)
        asked = dialog()
        assert asked is not None
        (line,) = asked.findChildren(QLineEdit)
        line.setText(str(path))
        press(line, "Return")
