"""Every action once: its words, its keys, where it can be done, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from care_desktop.language import Message
from ui.bugs import guarded
from ui.voice import Voice

WINDOW = "window"
"""The scope of what can be done everywhere."""


GROUPS = {
    "time": "frame.group_time",
    "next": "frame.group_next",
    "note": "frame.group_note",
    "room": "frame.group_room",
    "move": "frame.group_move",
    "view": "frame.group_view",
    "others": "frame.group_others",
}
"""The headings of the keyboard sheet and the texts that name them."""


def _never() -> Message | None:
    return None


class Action(NamedTuple):
    """Something a person can do. Its words are ``action.<id>`` of the catalogue.

    ``keys`` are written as Qt does (``Ctrl+Return``) and live in ``scope``: the window, or one workspace.
    ``refusal`` says why it cannot be done now: it stays in the palette, with that reason. ``group`` is the
    heading under which the keyboard sheet has it: one of ``GROUPS``.
    """

    id: str
    icon: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    refusal: Callable[[], Message | None] = _never
    scope: str = WINDOW
    in_palette: bool = True
    group: str = "others"


class Actions(QObject):
    """The actions of the window. Keys never repeat by themselves when they are held down."""

    changed = Signal()
    refused = Signal(str, object)

    def __init__(self, window: QWidget, voice: Voice) -> None:
        super().__init__(window)
        self._window = window
        self._voice = voice
        self._actions: dict[str, Action] = {}
        self._shortcuts: dict[str, list[QShortcut]] = {}
        self._scopes: tuple[str, ...] = ()

    def add(self, *actions: Action) -> None:
        """Make actions known; one that is known already is replaced."""
        for action in actions:
            self._forget(action.id)
            self._actions[action.id] = action
            self._shortcuts[action.id] = [self._shortcut(action, key) for key in action.keys]
        self.changed.emit()

    def drop(self, scope: str) -> None:
        """Forget the actions of a scope."""
        for action in [one for one in self._actions.values() if one.scope == scope]:
            self._forget(action.id)
        self.changed.emit()

    def enter(self, *scopes: str) -> None:
        """Let the keys of one workspace live, and those of the others rest."""
        self._scopes = scopes
        for action in self._actions.values():
            for shortcut in self._shortcuts[action.id]:
                shortcut.setEnabled(self.is_at_hand(action))
        self.changed.emit()

    def is_at_hand(self, action: Action) -> bool:
        """Whether an action belongs to the window or to the workspace in front."""
        return action.scope in (WINDOW, *self._scopes)

    def at_hand(self) -> Iterable[Action]:
        """The actions of the window and of the workspace in front, in the order in which they were added."""
        return [action for action in self._actions.values() if self.is_at_hand(action)]

    def every(self) -> Iterable[Action]:
        """All that are known, in whichever workspace."""
        return self._actions.values()

    def get(self, action: str) -> Action | None:
        """An action by its id."""
        return self._actions.get(action)

    def trigger(self, action: str) -> None:
        """Do what an action does, unless it is refused: then ``refused`` says why."""
        found = self._actions.get(action)
        if found is None:
            return
        refusal = found.refusal()
        if refusal is not None:
            self.refused.emit(action, refusal)
            return
        guarded(found.run)

    def refusal(self, action: str) -> Message | None:
        """Why an action cannot be done now."""
        found = self._actions.get(action)
        return Message("window.not_here") if found is None else found.refusal()

    def text(self, action: str) -> str:
        """The words of an action."""
        return self._voice.say(f"action.{action}")

    def key(self, action: str) -> str:
        """The first key of an action as it is written on the keyboard; empty without one."""
        found = self._actions.get(action)
        return self._voice.key(found.keys[0]) if found is not None and found.keys else ""

    def shortcuts(self) -> list[QShortcut]:
        """The keys of all actions."""
        return [shortcut for own in self._shortcuts.values() for shortcut in own]

    def _shortcut(self, action: Action, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setAutoRepeat(False)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setEnabled(self.is_at_hand(action))
        shortcut.activated.connect(lambda: self.trigger(action.id))
        return shortcut

    def _forget(self, action: str) -> None:
        for shortcut in self._shortcuts.pop(action, []):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._actions.pop(action, None)
