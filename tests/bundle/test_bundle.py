"""The bundle does by itself what the checkout does: it plays, reports, and shows its window."""

from __future__ import annotations

import shutil
from pathlib import Path

import bundling
import pytest

import care_desktop
from tests.bundle.installed import said, window

pytestmark = pytest.mark.bundle

MOST = 212_000_000
"""Bytes. docs/packaging.md says what they are; a new library has to argue its place."""


def in_it(pattern: str) -> list[str]:
    return sorted(str(path.relative_to(bundling.BUNDLE)) for path in bundling.BUNDLE.rglob(pattern))


@pytest.fixture
def read_only(program: Path, tmp_path: Path) -> Path:
    """The program in a folder that nobody may write, under a name that people give to folders."""
    folder = tmp_path / "Été à l’hôpital, 2ᵉ essai"
    shutil.copytree(program.parent, folder, symlinks=True)
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222)
    return folder / program.name


def test_it_says_the_version(program: Path, tmp_path: Path) -> None:
    assert said(program, "--version", cwd=tmp_path) == f"CaRE Desktop {care_desktop.__version__}\n"


def test_it_plays_and_reports_from_a_read_only_folder_with_accents(read_only: Path, tmp_path: Path) -> None:
    before = {path: path.lstat().st_mtime_ns for path in read_only.parent.rglob("*")}
    told = said(read_only, "play", "armentieres-2024", "--report", "x.pdf", cwd=tmp_path)
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-"), told
    assert {path: path.lstat().st_mtime_ns for path in read_only.parent.rglob("*")} == before


def test_a_protected_database_is_opened(program: Path, tmp_path: Path) -> None:
    (tmp_path / "phrase.txt").write_text("cheval agrafe pile", encoding="utf-8")
    protected = ("--database", "a.db", "--passphrase-file", "phrase.txt")
    said(program, "play", "armentieres-2024", *protected, cwd=tmp_path)
    assert "intact" in said(program, "verify", *protected, cwd=tmp_path)
    assert not (tmp_path / "a.db").read_bytes().startswith(b"SQLite format 3")


def test_its_window_opens_from_a_read_only_folder_with_accents(read_only: Path, tmp_path: Path) -> None:
    with window(read_only, tmp_path, QT_QPA_PLATFORM="offscreen"):
        pass


@pytest.mark.usefixtures("program")
def test_it_carries_no_library_for_networks() -> None:
    named = ("libQt6Network*", "QtNetwork*", "libssl*", "libcrypto*", "_ssl*", "libcurl*", "libkrb5*")
    assert [found for name in named for found in in_it(name)] == []


@pytest.mark.usefixtures("program")
def test_it_carries_the_licences_of_what_it_carries() -> None:
    carried = {path.name for path in (bundling.BUNDLE / "_internal" / "licences").iterdir()}
    assert {"pikepdf", "pillow", "pyyaml", "reportlab", "sqlalchemy", "sqlcipher3"} <= carried
    assert in_it("LICENSE-scenarios") != []
    assert "qt" in carried
    of_qt = {path.name for path in (bundling.BUNDLE / "_internal" / "licences" / "qt").iterdir()}
    assert of_qt == {"Qt.txt", "LGPL-3.txt", "GPL-3.txt"}


@pytest.mark.usefixtures("program")
@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="Debian alone says whose its libraries are")
def test_every_library_that_it_takes_from_the_system_has_its_licence() -> None:
    inside = bundling.BUNDLE / "_internal"
    told = {path.name.partition(":")[0] for path in (inside / "licences" / "system").iterdir()}
    assert {"libglib2.0-0", "libx11-6", "libfreetype6", "LGPL-2.1"} <= told
    assert (inside / "licences" / "python" / "LICENSE.txt").is_file()


@pytest.mark.usefixtures("program")
def test_it_is_no_heavier_than_it_was() -> None:
    assert sum(size for _, size in bundling.sizes()) < MOST, bundling.told_sizes()
