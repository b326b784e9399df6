"""The licences of what the bundle carries, as their makers publish them."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def licences(*names: str) -> list[tuple[str, str]]:
    """List the licences of ``names`` and of what they need, and where in the bundle each goes."""
    return [
        (str(source), f"licences/{package}")
        for package in sorted(needed(*names))
        for source in _files(package)
    ]


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
