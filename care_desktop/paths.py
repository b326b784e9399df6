"""Where the data shipped with the program is found."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """Find the root of shipped data: beside the code in a wheel or bundle, else the checkout."""
    bundled = _PACKAGE / "_data"
    return bundled if bundled.is_dir() else _PACKAGE.parent


def resources() -> Path:
    """Find the folder of icons, fonts, catalogues and translations."""
    return shipped() / "resources"


def licences() -> Path:
    """Find the folder of the licences of what the program uses: whole in a bundle, else those of Qt."""
    bundled = _PACKAGE.parent / "licences"
    return bundled if bundled.is_dir() else resources() / "licences"


def scenarios() -> Path:
    """Find the folder of shipped scenarios: one folder each, named by its id."""
    return shipped() / "scenarios"
