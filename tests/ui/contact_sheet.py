"""Every screen in every look and language, as pictures: ``python -m tests.ui.contact_sheet FOLDER``."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QPoint, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from care_desktop.exercise.events import Begun, Ended, ExerciseOpened, Pause, Suspended
from care_desktop.language import Language
from care_desktop.session.leaping import LeapingClock
from tests.session.desk import ZERO
from tests.ui.frame.tour import Tour
from tests.ui.room.conftest import Seat, shipped, told_everything
from ui import theme
from ui.room import scenes
from ui.room.painter import RoomPainter
from ui.room.painting.ground import DARK, LIGHT
from ui.room.scene import Scene
from ui.settings import Settings
from ui.starting import start

LANGUAGES: tuple[Language, ...] = ("fr", "en")
LOOKS = tuple(name for name in theme.NAMES if name != "system")
LARGE, LARGE_TEXT = "large", 150
WALLS = {"wall": DARK, "lightwall": LIGHT}
PATIENCE, THUMB, WALL = 60_000, QSize(910, 512), QSize(1280, 720)


def until(come: Callable[[], object]) -> None:
    """Let the window work until something has come."""
    deadline = QDeadlineTimer(PATIENCE)
    while not come():
        if deadline.hasExpired():
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take_windows(application: QApplication, folder: Path, language: Language) -> None:
    """Walk through the window in a language; take each screen in each look."""
    with TemporaryDirectory() as kept:
        settings = Settings(Path(kept) / "window.json")
        settings.set("language", language)
        settings.keep()
        clock = LeapingClock(ZERO)
        shell = start(application, Path(kept), clock)
        until(lambda: shell.has_looked_around)
        tour = Tour(shell, clock, until)
        for number, stop in enumerate(tour.stops()):
            for look in LOOKS:
                tour.look(theme=look)
                shell.grab().toImage().save(str(folder / f"{look}-{number:02}-{stop}-{language}.png"))
            tour.look(theme=LOOKS[0], text_percent=LARGE_TEXT)
            shell.grab().toImage().save(str(folder / f"{LARGE}-{number:02}-{stop}-{language}.png"))
            tour.look(text_percent=100)
        shell.close()
        shell.deleteLater()


def walls(language: Language) -> Iterator[tuple[str, Scene]]:
    """One scene of each kind that the room can see."""
    seat = told_everything(Seat(shipped(), language).facts(ExerciseOpened("digest", 1, 0), Begun()))
    outlook = seat.outlook
    heard = (scenes.heard(outlook, inject) for inject in outlook.index.injects)
    kinds = {type(scene).__name__: scene for scene in heard if scene is not None}
    yield from sorted(kinds.items())
    question = scenes.question(outlook, next(iter(outlook.index.decisions)))
    assert question is not None
    yield "Question", question
    yield "Situation", scenes.situation(outlook)
    yield "Recovery", scenes.recovery(outlook)
    yield "Black", scenes.black(outlook)
    for stop in (Suspended(Pause.PAUSE), Suspended(Pause.REAL_INCIDENT), Ended()):
        seat.facts(stop)
        scene = scenes.real_incident(seat.outlook) or scenes.card(seat.outlook)
        assert scene is not None
        yield type(scene).__name__, scene


def take_walls(folder: Path, language: Language) -> None:
    """Take what the room can see, on both grounds."""
    for ground_name, ground in WALLS.items():
        for name, scene in walls(language):
            image = QImage(WALL, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            RoomPainter(QSizeF(WALL), ground).picture(scene).draw(painter, QRectF(image.rect()))
            painter.end()
            image.save(str(folder / f"{ground_name}-{name}-{language}.png"))


def mount(folder: Path, name: str) -> None:
    """Put all pictures of a look on one sheet, the languages side by side."""
    taken = sorted(folder.glob(f"{name}-*-*.png"))
    columns = len(LANGUAGES)
    rows = -(-len(taken) // columns)
    sheet = QImage(THUMB.width() * columns, THUMB.height() * rows, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for place, path in enumerate(taken):
        small = QImage(str(path)).scaled(
            THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        row, column = divmod(place, columns)
        painter.drawImage(QPoint(column * THUMB.width(), row * THUMB.height()), small)
    painter.end()
    sheet.save(str(folder / f"sheet-{name}.png"))


def main(folder: Path) -> None:
    """Take all pictures and mount them."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    for language in LANGUAGES:
        take_windows(application, folder, language)
        take_walls(folder, language)
    for name in (*LOOKS, LARGE, *WALLS):
        mount(folder, name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
