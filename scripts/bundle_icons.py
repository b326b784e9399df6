"""Draw the icons of the program from its two drawings: PNG for Linux, .ico for Windows, .icns for macOS."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_SMALL = 32
_LARGEST_ICO = 256


def draw(drawings: Path, into: Path) -> None:
    """Write every size as ``<size>.png``, and the two files that hold several."""
    into.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        name = "icon-small.svg" if size <= _SMALL else "icon.svg"
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(str(drawings / name)).render(painter)
        painter.end()
        if not image.save(str(into / f"{size}.png")):
            raise OSError(f"{size}.png could not be written")
    images = [Image.open(into / f"{size}.png") for size in SIZES]
    in_ico = [image for image in images if image.width <= _LARGEST_ICO]
    sizes = [image.size for image in in_ico]
    in_ico[-1].save(into / "care-desktop.ico", sizes=sizes, append_images=in_ico[:-1])
    images[-1].save(into / "care-desktop.icns", append_images=images[:-1])


if __name__ == "__main__":
    application = QGuiApplication([])
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
