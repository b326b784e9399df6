"""Build the bundle, unless nothing that it is made of has changed since, and say what weighs in it."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
BUNDLE = ROOT / "dist" / "care-desktop"
PROGRAM = BUNDLE / ("care-desktop.exe" if os.name == "nt" else "care-desktop")
_STAMP = BUILD / "bundle.digest"
_MADE_OF = ("care_desktop", "ui", "resources", "scenarios", "LICENSE", "LICENSE-scenarios")
_BUILT_BY = ("build.spec", "requirements.txt", "pyproject.toml")
_MEGABYTE = 1_000_000


def build(python: str | Path, *, anew: bool = False) -> Path:
    """Build with ``python``, in which PyInstaller is installed; return the program. One at a time."""
    with _alone():
        digest = _digest(python)
        if (
            anew
            or not PROGRAM.is_file()
            or not _STAMP.is_file()
            or _STAMP.read_text(encoding="utf-8") != digest
        ):
            _STAMP.unlink(missing_ok=True)
            shutil.rmtree(BUILD / "stripped", ignore_errors=True)
            _call(python, ROOT / "scripts" / "bundle_icons.py", ROOT / "resources" / "icons", BUILD / "icons")
            _call(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", ROOT / "build.spec")
            _STAMP.write_text(digest, encoding="utf-8")
    return PROGRAM


def sizes(folder: Path = BUNDLE) -> list[tuple[str, int]]:
    """Say how many bytes each part of the bundle has, the heaviest first. A link weighs nothing."""
    parts: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = _part(path.relative_to(folder))
            parts[part] = parts.get(part, 0) + path.stat().st_size
    return sorted(parts.items(), key=lambda item: -item[1])


def told_sizes(folder: Path = BUNDLE, most: int = 16) -> str:
    """Make a table of the sizes."""
    found = sizes(folder)
    shown = [*found[:most], ("le reste", sum(size for _, size in found[most:]))]
    shown.append(("en tout", sum(size for _, size in found)))
    return "\n".join(f"{size / _MEGABYTE:8.1f} Mo  {part}" for part, size in shown)


def _part(path: Path) -> str:
    """Put together what is there for the same reason."""
    names = path.parts[1:] if path.parts[0] == "_internal" else path.parts
    if "libicu" in names[-1]:
        return "ICU (Qt)"
    if len(names) == 1:
        return "bibliothèques du système" if names[0].startswith("lib") else names[0]
    return names[0].removesuffix(".libs")


def _digest(python: str | Path) -> str:
    """Say in one line what the bundle would be made of."""
    made_of = [path for name in _MADE_OF for path in _files(ROOT / name)]
    built_by = [*(ROOT / name for name in _BUILT_BY), *(ROOT / "scripts").glob("bundl*.*")]
    summed = hashlib.sha256(f"{python} {platform.platform()} {ROOT}".encode())
    for path in sorted({*made_of, *built_by}):
        summed.update(f"{path.relative_to(ROOT)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return summed.hexdigest()


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [path for path in place.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def _call(*command: str | Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": ""}
    subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=True)


@contextmanager
def _alone() -> Iterator[None]:
    """Wait for whoever else builds in this checkout."""
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "bundle.lock").open("w", encoding="utf-8") as lock:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
