"""The licences of what the bundle carries, as their makers publish them."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

SYSTEM_TEXTS = Path("/usr/share/common-licenses")
_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def licences(*names: str) -> list[tuple[str, str]]:
    """List the licences of ``names`` and of what they need, and where in the bundle each goes."""
    return [
        (str(source), f"licences/{package}")
        for package in sorted(needed(*names))
        for source in _files(package)
    ]


def of_qt(root: Path, texts: Path = SYSTEM_TEXTS) -> list[tuple[str, str]]:
    """List the notice that the LGPL asks for and, where this computer has them, the texts that it names.

    The wheels of Qt for Python carry neither; Debian installs the texts with every system.
    """
    found = [text for name in ("LGPL-3", "GPL-3") if (text := texts / name).is_file()]
    notice = root / "scripts" / "bundle_qt_notice.txt"
    return [(str(one), "licences/qt") for one in (notice, *found)]


def needed(*names: str) -> set[str]:
    """Follow what packages ask for, except for extras and for other systems."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        try:
            asked = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue
        if name not in found:
            found.add(name)
            waiting += [re.split(r"[^\w.-]", one, maxsplit=1)[0] for one in asked if "extra ==" not in one]
    return found


def _files(package: str) -> list[Path]:
    listed = metadata.files(package) or []
    inside = [one for one in listed if ".dist-info" in str(one) and _LICENCE.search(str(one))]
    return [path for one in inside if (path := Path(str(one.locate()))).is_file()]
