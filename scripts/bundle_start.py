"""What the bundle does first, before the program.

A program that it opens, to read a PDF, gets its own libraries, not ours. pyqtgraph, which imports Qt's OpenGL
without ever painting with it here, gets a stand-in: those parts of Qt are not in the bundle.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

_LIBRARIES = "LD_LIBRARY_PATH"
"""PyInstaller sets it for this process, which has read it already; its children are not to read it."""


class _OpenGL(ModuleType):
    """A part of Qt that nobody uses: its widget is any widget, and it has nothing else."""

    def __getattr__(self, name: str) -> type:
        if name != "QOpenGLWidget":
            raise AttributeError(name)
        from PySide6.QtWidgets import QWidget  # noqa: TID251 - it runs in the bundle, before the core

        return QWidget


_before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
os.environ.pop(_LIBRARIES, None)
if _before is not None:
    os.environ[_LIBRARIES] = _before
for _name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    sys.modules[_name] = _OpenGL(_name)
