"""The panes under the band: columns or tabs, and the panels that open in place of some."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QTabWidget, QWidget

from care_desktop.scenario.ids import InjectId
from ui import fonts, theme
from ui.bugs import guarded
from ui.conduct.console import Console
from ui.conduct.decisions_pane import DecisionsPane
from ui.conduct.journal_pane import JournalPane
from ui.conduct.order_pane import OrderPane
from ui.conduct.panels.panel import Panel
from ui.conduct.panels.registry import make
from ui.conduct.relayout import Arrangement
from ui.conduct.seen import Seen
from ui.conduct.services_pane import ServicesPane
from ui.conduct.watch_pane import WatchPane
from ui.widgets.pane import Pane
from ui.widgets.reading_order import tab_as_one_reads
from ui.widgets.text import kept_fonts
from ui.widgets.way_back import WayBack

_ENDLESS = 16_777_215
_LEAST = (400, 88)
_KEEP_HEADER = frozenset({"decisions"})
"""Panes whose header has a gesture that no tab has."""
_GAP, _WIDTHS, _WIDE_WIDTHS, _WIDE = 10, (448, 504, 290), (540, 860, 400), 1600
_TWO_WIDTHS = (400, 600, 0)
_HEIGHTS = {"middle": (216, 242), "right": (308, 150)}
_SHARES = (2, 3)
"""How decisions and journal share the height that is left over."""


class Panes(QWidget):
    """List, decisions over journal, services over remarks; the same panes in tabs where it is narrow."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._voice = console, console.context.voice
        self.order = OrderPane(console)
        self.decisions = DecisionsPane(console)
        self.journal = JournalPane(console)
        self.services = ServicesPane(console)
        self.watch = WatchPane(console)
        self._named: dict[str, Pane] = {
            "order": self.order,
            "decisions": self.decisions,
            "journal": self.journal,
            "services": self.services,
            "watch": self.watch,
        }
        self._panels: dict[str, Panel] = {}
        self.panel: Panel | None = None
        self._back = WayBack()
        self._arrangement, self._low = Arrangement.COLUMNS, False
        self._opened: tuple[str, object] = ("", None)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._columns, self._sides = QSplitter(across, self), QSplitter(across, self)
        self._middle, self._right = QSplitter(down, self), QSplitter(down, self)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        bar = self._tabs.tabBar()
        bar.setDrawBase(False)
        bar.setUsesScrollButtons(False)
        bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sides)
        self._over = QStackedWidget()
        self._over.addWidget(self._columns)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._over)
        self._splitters = {
            "columns": self._columns,
            "sides": self._sides,
            "middle": self._middle,
            "right": self._right,
        }
        for name, splitter in self._splitters.items():
            splitter.setChildrenCollapsible(False)
            splitter.splitterMoved.connect(partial(self._keep, name))
        theme.signals.changed.connect(self._take_sizes)
        self.stand(Arrangement.COLUMNS)

    def minimumSizeHint(self) -> QSize:
        """Be content with what the band leaves: panes scroll."""
        return QSize(theme.px(_LEAST[0]), theme.px(_LEAST[1]))

    def hasHeightForWidth(self) -> bool:
        """Ask for no more, whatever wraps inside: the band is never covered."""
        return False

    def refresh(self, seen: Seen, following: InjectId | None, on_screen: InjectId | None) -> None:
        """Show everything as it is now."""
        guarded(self.order.refresh, seen, following, on_screen)
        for pane in (self.decisions, self.journal, self.services, self.watch):
            guarded(pane.refresh, seen)
        if self.panel is not None:
            guarded(self.panel.refresh, seen)

    def parts(self) -> Iterator[tuple[str, Callable[..., None]]]:
        """How each part is shown anew, by its name."""
        yield "order", self._refresh_order
        for name, pane in (
            ("decisions", self.decisions),
            ("journal", self.journal),
            ("services", self.services),
            ("watch", self.watch),
        ):
            yield name, pane.refresh
        if self.panel is not None:
            yield "panel", self.panel.refresh

    def _refresh_order(self, seen: Seen, following: InjectId | None) -> None:
        self.order.refresh(seen, following, self._console.context.room.inject)

    def tick(self, seen: Seen) -> None:
        """Show what the passing of time alone changes."""
        for pane in (self.decisions, self.services, self.watch):
            guarded(pane.refresh, seen)

    def begin_anew(self) -> None:
        """Another exercise: nothing of the one before stays."""
        self.close_panel()
        self._let_go(self._panels.values())
        self._panels = {}
        self.journal.begin_anew()

    def retranslate(self) -> None:
        """Say everything in the language of now; panels are made anew, with what was filled in."""
        opened, before, back = self.panel is not None, self._panels, self._back
        self.panel, self._panels, self._back = None, {}, WayBack()
        for pane in self._named.values():
            guarded(pane.retranslate)  # type: ignore[attr-defined]
        self._name_tabs()
        for name, panel in before.items():
            guarded(self._hand_over, name, panel)
        if opened:
            self.open(*self._opened)
        self._back = back
        self._let_go(before.values())

    def stand(self, arrangement: Arrangement, wall: QWidget | None = None, *, low: bool = False) -> None:
        """Stand in columns or in tabs, always with the same panes.

        ``wall`` is a tab where the band has no room for it; where it is ``low``, no pane stands over another.
        """
        self._arrangement, self._low = arrangement, low
        self._tabs.clear()
        tabbed: list[QWidget] = []
        if arrangement is Arrangement.COLUMNS:
            self._fill(self._middle, [self.decisions, self.journal])
            self._fill(self._right, [self.services, self.watch])
            self._fill(self._sides, [self._middle, self._right])
        elif arrangement is Arrangement.TWO and not low:
            self._fill(self._middle, [self.decisions, self.journal])
            tabbed = [self._middle, self.services, self.watch]
        else:
            tabbed = [self.decisions, self.journal, self.services, self.watch]
            if arrangement is Arrangement.TABS:
                tabbed.insert(0, self.order)
        if wall is not None:
            wall.setMaximumWidth(_ENDLESS)
            tabbed.append(wall)
        for widget in tabbed:
            self._tabs.addTab(widget, "")
        self._take_place(self._tabs if tabbed else self._sides)
        self._put_panel()
        for name, pane in self._named.items():
            pane.setVisible(pane not in tabbed or tabbed[0] is pane)
            pane.show_header(shown=pane not in tabbed or name in _KEEP_HEADER)
        self._tabs.setVisible(bool(tabbed))
        self._sides.setVisible(not tabbed)
        self._right.setVisible(not tabbed)
        self._middle.setVisible(not tabbed or self._middle in tabbed)
        self._tabs.setCurrentIndex(0)
        self._name_tabs()
        self._take_sizes()

    def open(self, name: str, what: object) -> None:
        """Open a panel in place of panes, about something."""
        panel = self._made(name)
        if self.panel is None:
            self._back.remember(QApplication.focusWidget())
        elif self.panel is not panel:
            self.panel.left()
        self.panel, self._opened = panel, (name, what)
        panel.begin(what)
        seen = self._console.seen
        if seen is not None:
            panel.refresh(seen)
        self._put_panel()
        tab_as_one_reads(panel)
        panel.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self, name: str, before: Panel) -> None:
        self._made(name).take_up(before.draft())

    def _made(self, name: str) -> Panel:
        if name not in self._panels:
            panel = make(name, self._console)
            panel.closed.connect(self.close_panel)
            self._panels[name] = panel
        return self._panels[name]

    def _let_go(self, panels: Iterable[Panel]) -> None:
        for panel in panels:
            for host in (self._stack, self._over):
                host.removeWidget(panel)
            panel.hide()
            panel.deleteLater()

    def close_panel(self) -> None:
        """Close the panel; the focus goes back to where it was."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        inside = panel.isAncestorOf(QApplication.focusWidget() or self)
        self._put_panel()
        panel.left()
        if inside:
            self._back.go(self.order.list)

    def show_pane(self, name: str) -> None:
        """Bring a pane to the front, where there are tabs or a panel over it."""
        pane = self._named[name]
        if name != "order" or self._arrangement is Arrangement.TABS:
            self.close_panel()
        for place in range(self._tabs.count()):
            shown = self._tabs.widget(place)
            if shown is pane or (shown is not None and shown.isAncestorOf(pane)):
                self._tabs.setCurrentIndex(place)

    def step_focus(self, by: int) -> None:
        """Lead to the next pane that is to be seen, or to the panel."""
        stops = [self.order.list, self.decisions, self.journal.list, self.services.list, self.watch]
        focused = QApplication.focusWidget()
        names = list(self._named)
        now = next(
            (n for n, name in enumerate(names) if focused and self._named[name].isAncestorOf(focused)), -1
        )
        if self.panel is not None:
            target = self.order.list if now != 0 else self.panel.first()
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return
        place = (now + by) % len(names) if now >= 0 else 0
        self.show_pane(names[place])
        stop: QWidget = stops[place]
        if stop.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inner = stop.findChildren(QWidget)
            stop = next((one for one in inner if one.focusPolicy() & Qt.FocusPolicy.TabFocus), stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_place(self, sides: QWidget) -> None:
        """Put what stands beside the list into the stack, under an open panel."""
        self._stack.insertWidget(0, sides)
        if self._arrangement is not Arrangement.TABS:
            self._columns.insertWidget(0, self.order)
        self._columns.addWidget(self._stack)
        self._stack.setCurrentWidget(sides)

    def _put_panel(self) -> None:
        """A panel opens beside the list; over it where that leaves too little."""
        self._take_margins()
        if self.panel is None:
            self._over.setCurrentWidget(self._columns)
            self._stack.setCurrentIndex(0)
            return
        host, other = (self._over, self._stack) if self._low else (self._stack, self._over)
        if host.indexOf(self.panel) < 0:
            with kept_fonts(self.panel):
                host.addWidget(self.panel)
        host.setCurrentWidget(self.panel)
        other.setCurrentIndex(0)

    def _fill(self, splitter: QSplitter, widgets: list[Pane] | list[QSplitter]) -> None:
        for place, widget in enumerate(widgets):
            splitter.insertWidget(place, widget)

    def _name_tabs(self) -> None:
        say = self._voice.say
        titles: dict[QWidget | None, str] = {
            self.order: "conduct.running_order",
            self.decisions: "conduct.decisions",
            self.journal: "conduct.journal_short",
            self.services: "conduct.services",
            self.watch: "conduct.to_watch",
            self._middle: "conduct.decisions_and_journal",
        }
        for place in range(self._tabs.count()):
            widget = self._tabs.widget(place)
            self._tabs.setTabText(place, say(titles.get(widget, "conduct.on_screen")))
        self._tabs.tabBar().setFont(
            fonts.font("text" if self._arrangement is Arrangement.TABS else "detail", 600)
        )

    def _take_sizes(self) -> None:
        side = theme.px(_GAP)
        self._take_margins()
        for splitter in self._splitters.values():
            splitter.setHandleWidth(side)
        wide = self.width() >= _WIDE
        first, second, third = _WIDE_WIDTHS if wide else _WIDTHS
        if self._arrangement is Arrangement.TWO:
            first, second, third = _TWO_WIDTHS
        usual = {
            "columns": (first, second + third),
            "sides": (second, third),
            "middle": _HEIGHTS["middle"],
            "right": _HEIGHTS["right"],
        }
        for name, splitter in self._splitters.items():
            kept = self._kept(name) if self._arrangement is Arrangement.COLUMNS else ()
            splitter.setSizes([theme.px(n) for n in kept or usual[name]])
        for splitter in (self._columns, self._sides):
            splitter.setStretchFactor(0, 0 if splitter is self._columns else 1)
            splitter.setStretchFactor(1, 1 if splitter is self._columns else 0)
        for place, share in enumerate(_SHARES):
            self._middle.setStretchFactor(place, share)
        self._right.setStretchFactor(0, 1)

    def _take_margins(self) -> None:
        """Tabs bring room of their own above them; what opens in place of them does not."""
        side = theme.px(_GAP)
        tabs = self._arrangement is Arrangement.TABS and self.panel is None
        self._row.setContentsMargins(side, theme.px(2) if tabs else side, side, side)

    def _kept(self, name: str) -> tuple[int, ...]:
        """The widths that a person gave on this machine, as they are at 100 %."""
        sizes = self._console.context.settings.get(f"conduct.{name}", "").split()
        return tuple(map(int, sizes)) if len(sizes) == 2 and all(map(str.isdecimal, sizes)) else ()

    def _keep(self, name: str, *_moved: int) -> None:
        if self._arrangement is Arrangement.COLUMNS:
            sizes = (str(size * 100 // theme.px(100)) for size in self._splitters[name].sizes())
            self._console.context.settings.set(f"conduct.{name}", " ".join(sizes))
