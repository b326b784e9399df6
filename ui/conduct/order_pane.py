"""The running order as a pane: the next one in its middle, what was delivered marked with a gesture."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QMenu

from care_desktop.scenario.ids import InjectId
from ui import motion
from ui.conduct.console import Console
from ui.conduct.names import cell_named
from ui.conduct.order_delegate import OrderDelegate
from ui.conduct.row_list import RowList
from ui.conduct.rows_model import RowsModel
from ui.conduct.running_order import OVER, KeptRows, Row, Standing, to_reach, waits
from ui.conduct.seen import Seen
from ui.widgets.button import Button
from ui.widgets.field import LineField
from ui.widgets.pane import Pane

_CENTRING, _SETTLING = 160, 60


class OrderPane(Pane):
    """The list of the injects. The selection is the view's; which one is next is the model's."""

    selected = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__("list-checks")
        self._console, self._voice = console, console.context.voice
        self.model: RowsModel[Row] = RowsModel(lambda row: row.inject, self._spoken, lambda row: row.is_next)
        self.list = RowList()
        self.delegate = OrderDelegate(self._voice)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self.list.entered_row.connect(self._open_row)
        self.list.selectionModel().currentChanged.connect(lambda *_: self.selected.emit())
        self.list.viewport().installEventFilter(self)
        self._find = Button("quiet", "search", small=True)
        self._find.clicked.connect(self.search)
        self.set_action(self._find)
        self._field = LineField(icon="search")
        self._field.hide()
        self._field.textEdited.connect(self._narrow)
        self._field.installEventFilter(self)
        self.body.addWidget(self._field)
        self.set_body(self.list)
        self._centred: InjectId | None = None
        self._kept = KeptRows()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLING)
        self._settled.timeout.connect(self.centre)
        self._glide = QPropertyAnimation(self.list.verticalScrollBar(), b"value", self)
        self.retranslate()

    def refresh(self, seen: Seen, following: InjectId | None, on_screen: InjectId | None = None) -> None:
        """Show the rows as they are now; the next one comes to the middle when it is another."""
        shown = self._kept.rows(seen, following, on_screen)
        done = sum(row.standing in OVER or not waits(seen, row.inject) for row in shown)
        self.set_detail(self._voice.say("conduct.done_of", done=done, total=len(shown)))
        self.model.show(self._narrowed(shown))
        if following != self._centred:
            self._centred = following
            self.centre()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._kept.forget()
        say = self._voice.say
        self.set_title(say("conduct.running_order"))
        self.list.setAccessibleName(say("conduct.running_order"))
        self._find.setText(say("conduct.search"))
        self._field.setPlaceholderText(say("conduct.search_hint"))
        self._field.setAccessibleName(say("conduct.search_hint"))

    def current(self) -> InjectId | None:
        """The inject of the selected row."""
        row = self.model.row(self.list.currentIndex())
        return None if row is None else row.inject

    def centre(self) -> None:
        """Bring the next one to the middle, with rows after it in sight."""
        place = self.model.place(self._centred)
        if not place.isValid():
            return
        bar = self.list.verticalScrollBar()
        before = bar.value()
        self.list.scrollTo(place, QListView.ScrollHint.PositionAtCenter)
        after = bar.value()
        duration = motion.duration(_CENTRING)
        if duration and self.isVisible() and after != before:
            self._glide.stop()
            self._glide.setDuration(duration)
            self._glide.setStartValue(before)
            self._glide.setEndValue(after)
            self._glide.start()

    def search(self) -> None:
        """Open the line that narrows the list."""
        self._field.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press on the chip « à remettre » notes the delivery; Escape in the search ends it."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
                self._field.clear()
                self._field.hide()
                self._narrow()
                self.list.setFocus()
                return True
        elif watched is self.list.viewport() and isinstance(event, QResizeEvent):
            if event.size().height() != event.oldSize().height():
                # Larger text or a lower window would leave the next one out of sight
                self._settled.start()
        elif (
            watched is self.list.viewport()
            and event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
        ):
            return self._press(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _press(self, at: QPoint) -> bool:
        place = self.list.indexAt(at)
        row = self.model.row(place)
        if row is None or waits_for_no_mark(row):
            return False
        area = self.list.visualRect(place)
        if not self.delegate.chip_area(area, row).contains(at):
            return False
        self._console.deliver(row.inject)
        return True

    def _narrow(self) -> None:
        seen = self._console.seen
        if seen is not None:
            self.refresh(seen, self._console.following, self._on_screen())

    def _narrowed(self, shown: list[Row]) -> list[Row]:
        wanted = "" if self._field.isHidden() else self._field.text().strip().casefold()
        if not wanted:
            return shown
        return [row for row in shown if wanted in f"{row.title} {row.detail}".casefold()]

    def _on_screen(self) -> InjectId | None:
        return next((row.inject for row in self.model.rows() if row.on_screen), None)

    def _open_row(self, place: QModelIndex) -> None:
        row = self.model.row(place)
        if row is not None:
            self._console.open("sheet", row.inject)

    def _offer(self, at: QPoint) -> None:
        place = self.list.indexAt(at)
        row = self.model.row(place if place.isValid() else self.list.currentIndex())
        if row is not None:
            self._menu(row).popup(self.list.viewport().mapToGlobal(at))

    def _menu(self, row: Row) -> QMenu:
        """What can be done with a row, each gesture in words."""
        console, say = self._console, self._voice.say
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("conduct.open_sheet"), lambda: console.open("sheet", row.inject))
        seen = console.seen
        if seen is None:
            return menu
        if seen.inject(row.inject).launched is None:
            menu.addAction(say("conduct.make_next"), lambda: console.choose(row.inject))
            return menu
        for cell in to_reach(seen, row.inject):
            name = cell_named(seen, cell)
            menu.addAction(
                say("conduct.delivered_to", cell=name), partial(console.deliver, row.inject, [cell])
            )
            menu.addAction(
                say("conduct.not_reached_to", cell=name), partial(console.miss, row.inject, [cell])
            )
        return menu

    def _spoken(self, row: Row) -> str:
        state = self._voice.say("conduct.next") if row.is_next else row.word
        hour = f"{row.day} {row.hour}".strip()
        return ", ".join(part for part in (hour, row.title, row.detail, state) if part)


def waits_for_no_mark(row: Row) -> bool:
    """Whether nothing is to be noted of how a row reached its recipients."""
    return row.standing not in (Standing.UNDER_WAY, Standing.NOT_REACHED)
