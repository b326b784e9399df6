"""What the bundle does first: a program that it opens, to read a PDF, gets its own libraries, not ours."""

from __future__ import annotations

import os

_LIBRARIES = "LD_LIBRARY_PATH"
"""PyInstaller sets it for this process, which has read it already; its children are not to read it."""

_before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
os.environ.pop(_LIBRARIES, None)
if _before is not None:
    os.environ[_LIBRARIES] = _before
