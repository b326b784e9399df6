"""The licences of what the bundle carries, as their makers publish them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

_WHOLE_TEXT = re.compile(r"/usr/share/common-licenses/[\w.-]+")
_LICENCE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)


def licences(*names: str) -> list[tuple[str, str]]:
    """List the licences of ``names`` and of what they need, and where in the bundle each goes."""
    return [
        (str(source), f"licences/{package}")
        for package in sorted(needed(*names))
        for source in _files(package)
    ]


def of_qt(root: Path) -> list[tuple[str, str]]:
    """List the notice that the LGPL asks for and the texts that it names: the wheels of Qt carry none."""
    return [(str(one), "licences/qt") for one in sorted((root / "resources" / "licences").glob("*.txt"))]


def of_python() -> list[tuple[str, str]]:
    """List the licence of the Python that is bundled: beside it on Windows, elsewhere in its library."""
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    return [(str(one), "licences/python") for one in places if one.is_file()][:1]


def of_system(libraries: Iterable[str]) -> list[tuple[str, str]]:
    """List what Debian says of the licences of its ``libraries``, and the texts that it names.

    Elsewhere none are taken from the system.
    """
    if shutil.which("dpkg-query") is None:
        return []
    real = sorted({os.path.realpath(one) for one in libraries})
    asked = ["dpkg-query", "--search", *real, *(one.removeprefix("/usr") for one in real)]
    said = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    packages = {line.partition(":")[0] for line in said.splitlines() if "," not in line.partition(": ")[0]}
    found = [Path("/usr/share/doc") / package / "copyright" for package in sorted(packages)]
    told = [(text, text.read_text(encoding="utf-8")) for text in found if text.is_file()]
    whole = {Path(name.rstrip(".")) for _, words in told for name in _WHOLE_TEXT.findall(words)}
    return [
        *((str(text), f"licences/system/{text.parent.name}") for text, _ in told),
        *((str(text), "licences/system") for text in sorted(whole) if text.is_file()),
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
