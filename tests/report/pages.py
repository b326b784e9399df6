"""How the pages of a report are filled, and how many there are before a section."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from pikepdf import Pdf

_TOP, _FOOT, _HIGH = 76, 65, 842


def heights(content: bytes) -> list[float]:
    """How far down each page goes, as a share of the room between header and footer."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(content)
        told = subprocess.run(
            [program, "-bbox", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
    shares = []
    for page in told.split("<page ")[1:]:
        bottoms = [float(y) for y in re.findall(r'yMax="([\d.]+)"', page)]
        shares.append((max(y for y in bottoms if y < _HIGH - 62) - _TOP) / (_HIGH - _TOP - _FOOT))
    return shares


def pages_before(content: bytes, section: int = -1) -> int:
    """How many pages there are before an entry of the outline; before the annex, that is the body."""
    with Pdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        pages: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        entry: Any = outline.root[section].destination
        return pages[entry[0].objgen]
