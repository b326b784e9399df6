"""A column that scrolls where it is too long, on the ground of what is around it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme


class Column(QScrollArea):
    """Widgets above one another; ``inside`` is their layout, ``side`` the margin around them at 100 %."""

    def __init__(self, side: float = 0, spacing: float = 0) -> None:
        super().__init__()
        self._side, self._spacing = side, spacing
        holder = QWidget()
        self.inside = QVBoxLayout(holder)
        self.setWidget(holder)
        holder.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.signals.changed.connect(self._take_sizes)
        self._take_sizes()

    def unroll(self, *, whole: bool) -> None:
        """Be as high as what is inside, or scroll."""
        self._whole = whole
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if whole else needed)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(whole)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Depend on the width where nothing scrolls."""
        return self._whole

    def heightForWidth(self, width: int) -> int:
        """Be as high as what is inside."""
        return max(self.inside.totalHeightForWidth(width), self.inside.totalMinimumSize().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with little where it scrolls."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width())) if self._whole else hint

    _whole = False

    def _take_sizes(self) -> None:
        side = theme.px(self._side)
        self.inside.setContentsMargins(side, side, side, side)
        self.inside.setSpacing(theme.px(self._spacing))
