"""What stands in place of the window where it cannot start: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from care_desktop.errors import UserError
from care_desktop.workspace.chosen import choose
from ui import icons, theme
from ui.asking import make_dialog
from ui.qt_words import QtWords
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label, breakable, unbroken

_WIDTH = 560
PRODUCT = "CaRE Desktop"


class NotStarted(QWidget):
    """A small window with the three sentences, and the way to another folder; ``again`` tries it."""

    def __init__(self, error: UserError, again: Callable[[Path], QWidget], voice: Voice) -> None:
        super().__init__()
        self._again, self._voice = again, voice
        QtWords(voice, self)
        self.started: QWidget | None = None
        self.asking: QFileDialog | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(PRODUCT)
        self.setWindowIcon(icons.application_icon())
        self._happened = Label("section")
        self._safe, self._remedy = Label(), Label()
        self.other = Button("primary", "folder-open", text=voice.say("frame.other_folder"))
        self.other.clicked.connect(self._ask)
        self.leave = Button(text=voice.say("frame.close"))
        self.leave.clicked.connect(self.close)
        words = QVBoxLayout()
        words.setSpacing(theme.px(10))
        for label in (self._happened, self._safe, self._remedy):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(IconLabel("triangle-alert", 28, "stop"), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.other)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme.px(24) for _ in range(4)))
        self._column.setSpacing(theme.px(20))
        self._column.addLayout(head)
        self._column.addLayout(buttons)
        self.setFixedWidth(theme.px(_WIDTH))
        self._say(error)
        self.other.setFocus()

    @property
    def words(self) -> str:
        """The three sentences."""
        said = "\n".join(label.text() for label in (self._happened, self._safe, self._remedy))
        return unbroken(said)

    def try_in(self, folder: Path) -> None:
        """Start in another folder, now and from then on; if that cannot be either, say why."""
        try:
            self.started = self._again(folder)
        except UserError as error:
            self._say(error)
            return
        choose(folder)
        self.close()

    def _say(self, error: UserError) -> None:
        for label, message in zip((self._happened, self._safe, self._remedy), error.messages, strict=True):
            label.setText(breakable(self._voice.message(message)))
        # A window asks no layout how high its words are at this width: a long path would be cut
        self.setFixedHeight(self._column.totalHeightForWidth(theme.px(_WIDTH)))
        self.setAccessibleName(PRODUCT)
        self.setAccessibleDescription(self.words)

    def _ask(self) -> None:
        dialog = make_dialog(self, self._voice, self._voice.say("frame.other_folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.try_in(Path(path)))
        self.asking = dialog
        dialog.open()
