"""The services as a pane."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from ui.conduct.console import Console
from ui.conduct.row_list import RowList
from ui.conduct.rows_model import RowsModel
from ui.conduct.seen import Seen
from ui.conduct.service_delegate import ServiceDelegate
from ui.conduct.service_rows import Row, nominal, rows
from ui.conduct.signs import HEALTHS
from ui.widgets.button import Button
from ui.widgets.pane import Pane


class ServicesPane(Pane):
    """How each service does; the board of the recovery is one gesture away."""

    def __init__(self, console: Console) -> None:
        super().__init__("activity")
        self._console, self._voice = console, console.context.voice
        self.model: RowsModel[Row] = RowsModel(
            lambda row: row.service, self._spoken, lambda row: (row.name, row.detail, row.health)
        )
        self.list = RowList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ServiceDelegate(self._voice, self.list))
        self.list.entered_row.connect(self._open)
        self._board = Button("quiet", small=True)
        self._board.clicked.connect(lambda: console.open("recovery"))
        self.set_action(self._board)
        self.set_body(self.list)
        self.retranslate()

    def refresh(self, seen: Seen) -> None:
        """Show the services as they are."""
        shown = rows(seen)
        self.model.show(shown)
        self.set_detail(self._voice.say("conduct.nominal_of", n=nominal(shown), total=len(shown)))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.set_title(self._voice.say("conduct.services"))
        self.list.setAccessibleName(self._voice.say("conduct.services"))
        self._board.setText(self._voice.say("conduct.board"))

    def _open(self, place: QModelIndex) -> None:
        row = self.model.row(place)
        self._console.open("recovery", None if row is None else row.service)

    def _spoken(self, row: Row) -> str:
        word = self._voice.say(HEALTHS[row.health].word)
        return ", ".join(part for part in (row.name, word, row.detail) if part)
