"""What Animer shows of an exercise under way: the console of a facilitator, or the page of a team alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtWidgets import QWidget

from care_desktop.session.published import Published
from ui.conduct.seen import Seen

Piece = tuple[str, Callable[[Seen], object]]
"""A part by its name, and how it is shown anew."""


class Face(Protocol):
    """One of the two. ``top`` is its band, ``below`` all under it: what is said to everybody stands between.

    ``fills`` says that it wants the whole window, ``scopes`` which keys live while it is shown, ``harmless``
    which refusals are of what is so already: nobody has to be told.
    """

    @property
    def fills(self) -> bool: ...  # noqa: D102
    @property
    def scopes(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def harmless(self) -> frozenset[str]: ...  # noqa: D102
    @property
    def top(self) -> QWidget: ...  # noqa: D102
    @property
    def below(self) -> QWidget: ...  # noqa: D102

    def begin_anew(self) -> None:
        """Keep nothing of the exercise before."""
        ...

    def come(self) -> None:
        """Come to the front: the focus goes to what leads on."""
        ...

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        ...

    def refresh(self, seen: Seen) -> None:
        """Show the exercise as it is."""
        ...

    def pieces(self) -> Iterator[Piece]:
        """The same a part a turn, so that the wall is painted before."""
        ...

    def tick(self, seen: Seen) -> None:
        """Show what the passing of time alone changes."""
        ...

    def follow(self, told: Published) -> None:
        """Take note of what was carried out."""
        ...

    def go_on(self) -> None:
        """Do what the keys of LANCER do here."""
        ...

    def write(self) -> None:
        """Lead to the line of the journal."""
        ...

    def open(self, panel: str, what: object) -> None:
        """Open what was asked for, where there is such a thing here."""
        ...

    def leave(self) -> None:
        """Close what is opened over the rest."""
        ...

    def fit(self, width: int, height: int) -> None:
        """Stand as there is room."""
        ...
