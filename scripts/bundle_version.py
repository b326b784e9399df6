"""The version that the bundle shows of itself, taken from the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any


def version(root: Path) -> str:
    """Read the version without importing anything of the program."""
    text = (root / "care_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("care_desktop/__init__.py has no version")
    return found[1]


def numbers(text: str) -> tuple[int, int, int, int]:
    """Make of a version the four numbers that Windows wants."""
    found = [*(int(part) for part in re.findall(r"\d+", text)[:4]), 0, 0, 0, 0]
    return found[0], found[1], found[2], found[3]


def resource(root: Path, name: str) -> Any:  # noqa: ANN401  # a class of PyInstaller, known on Windows alone
    """Make what Windows shows in the properties of the program."""
    from PyInstaller.utils.win32 import versioninfo

    text = version(root)
    words = {
        "CompanyName": "CaRE Desktop",
        "FileDescription": "CaRE Desktop",
        "FileVersion": text,
        "InternalName": name,
        "LegalCopyright": "MIT",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "CaRE Desktop",
        "ProductVersion": text,
    }
    strings = [versioninfo.StringStruct(key, value) for key, value in words.items()]
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers(text), prodvers=numbers(text)),
        kids=[
            versioninfo.StringFileInfo([versioninfo.StringTable("040C04B0", strings)]),
            versioninfo.VarFileInfo([versioninfo.VarStruct("Translation", [0x040C, 1200])]),
        ],
    )
