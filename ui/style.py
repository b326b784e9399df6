"""The style sheet of the application, made of the tokens; pixels are those at 100 %."""

from __future__ import annotations

import re

from ui.tokens import Tokens

_PIXELS = re.compile(r"(\d+)px")
_TOKEN = re.compile(r"@(\w+)")

_FRAMES = """
QWidget[role="page"] { background: @bg }
QWidget[role="paper"] { background: @panel }
QFrame[role="pane"] { background: @panel; border: 1px solid @line; border-radius: 10px }
QFrame[role="opened"] { background: @panel; border: 2px solid @acc; border-radius: 10px }
QFrame[role="sunk"] { background: @sunk; border: none }
QFrame[role="stage"] { background: @stage; border: none }
QFrame[role="rail"] { background: @rail; border: none; border-right: 1px solid @line }
QFrame[role="status"] { background: @rail; border: none; border-top: 1px solid @line }
QFrame[role="rule"] { background: @line; border: none }
QFrame[role="stagerule"] { background: @stageL; border: none }
QFrame[role="plain"] { background: transparent; border: none }
QFrame[role="accent"] { background: @acc; border: none }
QFrame[role="note"] { background: @sunk; border: 1px solid @line; border-radius: 8px }
QFrame[role="banner"] { border: none; border-top: 1px solid @line; border-bottom: 1px solid @line }
QFrame[role="banner"][tone="ok"] { background: @okS }
QFrame[role="banner"][tone="warn"] { background: @warnS }
QFrame[role="banner"][tone="stop"] { background: @stopS }
QFrame[role="banner"][tone="work"] { background: @workS }
QLabel { background: transparent; border: none; color: @ink }
"""

_BUTTONS = """
QPushButton { min-height: 32px; border: 1px solid @ctl; border-radius: 8px; background: @panel; color: @ink }
QPushButton[extent="small"] { min-height: 26px; border-radius: 7px }
QPushButton[extent="big"] { min-height: 40px }
QPushButton:hover { background: @hover }
QPushButton:pressed, QPushButton:checked { background: @accS; border-color: @acc }
QPushButton:disabled { background: @panel; color: @ink3; border-color: @line }
QPushButton[kind="primary"] { background: @acc; border-color: @acc; color: @onacc }
QPushButton[kind="primary"]:hover { background: @accH; border-color: @accH }
QPushButton[kind="primary"]:pressed { background: @accH; border-color: @accH }
QPushButton[kind="primary"]:disabled { background: @panel; color: @ink3; border-color: @line }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: @acc }
QPushButton[kind="quiet"]:hover { background: @hover }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="quiet"]:checked { background: @accS }
QPushButton[kind="quiet"]:disabled { background: transparent; border-color: transparent; color: @ink3 }
QPushButton[kind="stage"] { background: @stage2; border-color: @stageCtl; color: @sink }
QPushButton[kind="stage"]:hover, QPushButton[kind="stage"]:pressed { background: @stageL }
QPushButton[kind="stage"]:checked { background: @stageL; border-color: @sink }
QPushButton[kind="stage"]:disabled { background: transparent; border-color: @stageL; color: @sink2 }
QToolButton[kind="rail"] { border: 1px solid transparent; border-radius: 8px; background: transparent }
QToolButton[kind="rail"] { color: @ink2 }
QToolButton[kind="rail"]:hover { background: @hover }
QToolButton[kind="rail"]:checked { background: @panel; border-color: @line; color: @acc }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
    border: 1px solid @ctl; border-radius: 8px; background: @panel; color: @ink;
    selection-background-color: @acc; selection-color: @onacc; placeholder-text-color: @ink3;
}
QLineEdit, QComboBox, QSpinBox { min-height: 32px; padding: 0 10px }
QPlainTextEdit { padding: 6px 8px }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @ink3; border-color: @line }
QLineEdit[error="true"], QPlainTextEdit[error="true"], QComboBox[error="true"] { border: 2px solid @stop }
QLineEdit[error="true"], QComboBox[error="true"] { min-height: 30px; padding: 0 9px }
QLineEdit[kind="bare"] { border: none; padding: 0; background: transparent }
QComboBox[kind="stage"] { background: @stage2; border-color: @stageCtl; color: @sink }
QComboBox[kind="stage"]:hover { background: @stageL }
QComboBox::drop-down { border: none; width: 30px }
QComboBox::down-arrow { image: none }
QComboBox QAbstractItemView {
    background: @panel; border: 1px solid @ctl; color: @ink; outline: none;
    selection-background-color: @accS; selection-color: @ink;
}
"""

_VIEWS = """
QAbstractItemView { background: transparent; border: none; outline: none }
QTableView { background: @panel; color: @ink; gridline-color: @line; alternate-background-color: @sunk }
QTableView::item { padding: 0 5px }
QTableView::item:selected { background: @accS; color: @ink }
QHeaderView { background: @sunk }
QHeaderView::section {
    background: @sunk; color: @ink2; border: none; border-bottom: 1px solid @line; padding: 6px 8px
}
QScrollArea { background: transparent; border: none }
QScrollBar:vertical { width: 10px; margin: 0; background: transparent }
QScrollBar:horizontal { height: 10px; margin: 0; background: transparent }
QScrollBar::handle { background: @ctl; border-radius: 3px; margin: 2px }
QScrollBar::handle:vertical { min-height: 28px }
QScrollBar::handle:horizontal { min-width: 28px }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0 }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent }
QSplitter::handle { background: transparent }
QSplitter::handle:hover { background: @line }
QTabWidget::pane { border: none }
QTabBar { background: transparent }
QTabBar::tab {
    background: transparent; color: @ink2; border: none; border-bottom: 2px solid transparent;
    padding: 6px 8px; min-height: 22px
}
QTabBar::tab:hover { color: @ink; background: @hover }
QTabBar::tab:selected { color: @acc; border-bottom: 2px solid @acc }
"""

_OTHERS = """
QToolTip { background: @ink; color: @panel; border: 1px solid @ink; padding: 4px 8px }
QMenu { background: @panel; color: @ink; border: 1px solid @ctl; padding: 4px }
QMenu::item { padding: 6px 16px; border-radius: 5px }
QMenu::item:selected { background: @accS; color: @ink }
QMenu::item:disabled { color: @ink3 }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px }
QProgressBar { border: none; border-radius: 3px; background: @idleS; min-height: 6px; max-height: 6px }
QProgressBar::chunk { border-radius: 3px; background: @acc }
"""

# High contrast tells nothing by ground alone: what a ground says elsewhere, a border says here
_CONTRAST = """
QPushButton:hover, QPushButton[kind="quiet"]:hover { border-color: @ink }
QPushButton[kind="stage"]:hover, QPushButton[kind="stage"]:pressed { background: @hover; border-color: @go }
QPushButton[kind="stage"]:checked { background: @hover; border: 2px solid @go }
QComboBox[kind="stage"]:hover { background: @hover; border-color: @go }
QPushButton:disabled, QPushButton[kind="stage"]:disabled { border-style: dashed }
QToolButton[kind="rail"]:checked { border: 2px solid @acc }
QProgressBar { border: 1px solid @ink }
QToolTip { border: 1px solid @panel }
"""


def sheet(tokens: Tokens, scale: float) -> str:
    """Write the style sheet for ``tokens``, its pixels multiplied by ``scale``."""
    text = _FRAMES + _labels(tokens) + _BUTTONS + _FIELDS + _VIEWS + _OTHERS
    if tokens.bg == tokens.panel == tokens.sunk:
        text += _CONTRAST
    coloured = _TOKEN.sub(lambda found: getattr(tokens, found[1]), text)
    return _PIXELS.sub(lambda found: f"{_scaled(int(found[1]), scale)}px", coloured)


def _labels(tokens: Tokens) -> str:
    """Write a rule for each token that a label may take as its tone."""
    return "".join(f'QLabel[tone="{token}"] {{ color: @{token} }}\n' for token in tokens._fields)


def _scaled(pixels: int, scale: float) -> int:
    return max(1, round(pixels * scale)) if pixels else 0
