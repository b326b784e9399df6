"""The strip under the heading while a report is made, and after: how far, where it lies, what went wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from ui import theme
from ui.widgets.button import Button
from ui.widgets.pane import IconLabel
from ui.widgets.text import Label, repolish

if TYPE_CHECKING:
    from ui.tasks import Task
    from ui.voice import Voice


class ExportStrip(QFrame):
    """Hidden until a report is asked for; it goes when it is closed. Nothing pops up."""

    retried = Signal()
    ended = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._task: Task | None = None
        self._path = Path()
        self._cancelled = False
        self._phase = ""
        self._icon = IconLabel("file-text", 18)
        self._told = Label(weight=500)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = Button(small=True)
        self.retry = Button(small=True)
        self.open_report = Button(icon="file-text", small=True)
        self.open_folder = Button(icon="folder-open", small=True)
        self.dismiss = Button("quiet", "x", small=True)
        self.cancel.clicked.connect(self._cancel)
        self.retry.clicked.connect(self.retried)
        self.open_report.clicked.connect(lambda: _open(self._path))
        self.open_folder.clicked.connect(lambda: _open(self._path.parent))
        self.dismiss.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._middle = QVBoxLayout()
        self._middle.addWidget(self._told)
        self._middle.addWidget(self._bar)
        self._row.addLayout(self._middle, 1)
        self._buttons = (self.cancel, self.retry, self.open_report, self.open_folder, self.dismiss)
        for button in self._buttons:
            self._row.addWidget(button)
        self.setProperty("role", "banner")
        self.hide()
        self.retranslate()
        self._take_sizes()
        theme.signals.changed.connect(self._take_sizes)

    def follow(self, task: Task, path: Path) -> None:
        """Tell how far a report is."""
        self._task, self._path, self._cancelled, self._phase = task, path, False, ""
        task.progressed.connect(self._progress)
        task.done.connect(self._finish)
        self._bar.setRange(0, 0)
        self._say("work", "file-text", self._voice.say("review.report_begun"), self.cancel)
        self._bar.show()

    @property
    def busy(self) -> bool:
        """Whether a report is being made."""
        return self._task is not None

    @property
    def told(self) -> str:
        """What is said."""
        return self._told.text()

    def retranslate(self) -> None:
        """Say it in the language in force; what was told stays in that in which it was told."""
        self.cancel.setText(self._voice.say("review.cancel"))
        self.retry.setText(self._voice.say("review.retry"))
        self.open_report.setText(self._voice.say("review.open_report"))
        self.open_folder.setText(self._voice.say("review.open_folder"))
        self.dismiss.alone(self._voice.say("review.dismiss"))

    def _progress(self, done: int, of: int, what: str) -> None:
        if self._cancelled:
            return
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._told.setText(self._voice.say("review.report_under_way", what=what, n=done + 1, of=of))

    def _cancel(self) -> None:
        if self._task is not None:
            self._cancelled = True
            self._task.cancel()

    def _finish(self, code: int) -> None:
        task, self._task = self._task, None
        self._bar.hide()
        if self._cancelled:
            self._say("work", "info", self._voice.say("review.report_cancelled"), self.retry, self.dismiss)
        elif code == 0:
            told = self._voice.say("review.report_done", name=self._path.name)
            self._say("ok", "circle-check", told, self.open_report, self.open_folder, self.dismiss)
            self.open_report.setFocus()
        else:
            said = " ".join(line.strip() for line in (task.said if task is not None else []) if line.strip())
            told = said or self._voice.say("review.report_failed")
            self._say("stop", "octagon-x", told, self.retry, self.dismiss)
        self.ended.emit()

    def _say(self, tone: str, icon: str, told: str, *buttons: Button) -> None:
        self.setProperty("tone", tone)
        self._icon.show_icon(icon, tone)
        self._told.set_tone(tone)
        self._told.setText(told)
        self.setAccessibleName(told)
        for button in self._buttons:
            button.setVisible(button in buttons)
        repolish(self)
        self.show()

    def _take_sizes(self) -> None:
        self._row.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        self._row.setSpacing(theme.px(10))
        self._middle.setSpacing(theme.px(4))
        self.setMinimumHeight(theme.px(44))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
