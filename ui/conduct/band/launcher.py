"""LANCER with its guard: one press, one launch, and each refusal in words."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWindow

from care_desktop.exercise.commands import Begin
from care_desktop.exercise.state import Status
from ui.conduct.console import Console
from ui.conduct.launching import LaunchGuard
from ui.conduct.names import inject_named
from ui.conduct.seen import Seen
from ui.widgets.launch_button import LaunchButton, LaunchState

_REFUSED_MS = 2_000
_RETURNS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000


class Launcher(QObject):
    """Owns the button. Its keys are an action; how they repeat and come up is watched here."""

    def __init__(self, console: Console, clock: Callable[[], int] = _monotonic_ms) -> None:
        super().__init__(console)
        self._console, self._voice = console, console.context.voice
        self.guard = LaunchGuard(clock)
        self.button = LaunchButton(self._voice)
        self.button.launched.connect(self._click)
        self.button.resumed.connect(console.suspend_or_resume)
        self.button.ended.connect(lambda: console.open("end"))
        self._launched_at = ""
        self._sentence = ""
        self._entered = False
        self._unlock, self._forget = QTimer(self), QTimer(self)
        for timer in (self._unlock, self._forget):
            timer.setSingleShot(True)
            timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._unlock.timeout.connect(self._look)
        self._forget.timeout.connect(self._forget_refusal)
        self._watched: QWindow | None = None

    def watch(self, window: QWindow | None) -> None:
        """Watch the keys of the window from here on."""
        if window is not None and window is not self._watched:
            window.installEventFilter(self)
            self._watched = window

    def press(self, *, repeated: bool = False) -> None:
        """Launch, unless it is too early, held, or refused by the exercise: that is said."""
        if not self.guard.press(repeated=repeated):
            self._refuse(self._already())
            return
        if self._is_prepared():
            self._console.send(Begin())
            return
        refusal = self._console.launch_refusal()
        if refusal is not None:
            self._refuse(self._voice.message(refusal))
            return
        self._console.launch()
        self._launched_at = self._voice.wall_to_second(self._console.context.bridge.stamp())
        self._forget.stop()
        self._sentence = ""
        self._look()

    def press_key(self) -> None:
        """Launch by a key that was pressed anew: Qt tells repeats apart, so it came up, seen here or not."""
        self.guard.release()
        self.press()

    def take_enter(self) -> bool:
        """Whether the key that was last pressed of its own is Ctrl+Enter; asked once a press."""
        entered, self._entered = self._entered, False
        return entered

    def rest(self) -> None:
        """Take no launch for as long as after one: a key pressed twice is for the form alone."""
        self.guard.release()
        self.guard.press()
        self.guard.release()
        self._launched_at = ""
        self._look()

    def refresh(self, seen: Seen | None) -> None:
        """Show what LANCER would do."""
        following = self._console.following
        self.button.set_subject("" if seen is None or following is None else inject_named(seen, following))
        if self._sentence:
            self.button.set_state(LaunchState.REFUSED, self._sentence)
        elif seen is None or seen.view.status is Status.ENDED:
            self.button.set_state(LaunchState.EXHAUSTED, self._voice.say("conduct.is_over"))
        elif seen.view.status is Status.SUSPENDED:
            self.button.set_state(LaunchState.SUSPENDED)
        elif (left := self.guard.locked_ms()) > 0:
            self.button.set_state(LaunchState.LOCKED)
            self._unlock.start(left)
        elif seen.view.status is Status.PREPARED:
            detail = self._voice.say("conduct.begin")
            self.button.set_state(LaunchState.ARMED, detail, word=self._voice.say("conduct.begin_word"))
        elif following is None:
            self.button.set_state(LaunchState.EXHAUSTED)
        else:
            self.button.set_state(LaunchState.ARMED)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See the keys of LANCER repeat and come up; a window that is left holds no key."""
        match event.type():
            case QEvent.Type.ShortcutOverride:
                if isinstance(event, QKeyEvent) and _is_ours(event, pressed=True):
                    self._entered = event.key() in _RETURNS
                    if event.isAutoRepeat():
                        self._repeat()
            case QEvent.Type.KeyRelease:
                if (
                    isinstance(event, QKeyEvent)
                    and not event.isAutoRepeat()
                    and _is_ours(event, pressed=False)
                ):
                    self.guard.release()
            case QEvent.Type.FocusOut:
                self.guard.release()
            case _:
                pass
        return False

    def _click(self) -> None:
        self.press()
        self.guard.release()

    def _repeat(self) -> None:
        """A key that is held says once that it launches nothing more."""
        if self.button.isVisible() and not self._sentence:
            self.press(repeated=True)

    def _is_prepared(self) -> bool:
        seen = self._console.seen
        return seen is not None and seen.view.status is Status.PREPARED

    def _already(self) -> str:
        if not self._launched_at:
            return self._voice.say("conduct.too_early")
        return self._voice.say("conduct.already_launched", time=self._launched_at)

    def _refuse(self, sentence: str) -> None:
        self._sentence = sentence
        self._forget.start(_REFUSED_MS)
        self._look()

    def _forget_refusal(self) -> None:
        self._sentence = ""
        self._look()

    def _look(self) -> None:
        self.refresh(self._console.seen)


def _is_ours(event: QKeyEvent, *, pressed: bool) -> bool:
    if event.key() == Qt.Key.Key_F9:
        return True
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() in _RETURNS and (held or not pressed)
