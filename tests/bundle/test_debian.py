"""The package for Debian: unpacked, it starts from where it would be installed, and the desktop finds it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import bundling
import debian
import pytest

import care_desktop
from tests.bundle.installed import said

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs dpkg-deb"),
]


@pytest.fixture
def root(program: Path, tmp_path: Path) -> Path:
    """Where the package was unpacked."""
    made = debian.package(program.parent, tmp_path, compressed=False)
    subprocess.run(["dpkg-deb", "-R", made, tmp_path / "root"], check=True)
    return tmp_path / "root"


def test_unpacked_it_starts_and_the_desktop_finds_it(root: Path, tmp_path: Path) -> None:
    started = root / "usr/bin/care-desktop"
    assert said(started, "--version", cwd=tmp_path) == f"CaRE Desktop {care_desktop.__version__}\n"
    entry = (root / "usr/share/applications/care-desktop.desktop").read_text(encoding="utf-8")
    assert "\nExec=care-desktop\nIcon=care-desktop\n" in entry
    icons = [path for path in root.rglob("care-desktop.*") if path.suffix in {".png", ".svg"}]
    assert len(icons) == 9


def test_its_files_can_be_read_by_all_and_changed_by_none(root: Path) -> None:
    modes = {path.stat().st_mode & 0o777 for path in root.rglob("*") if not path.is_symlink()}
    assert modes == {0o755, 0o644}


def test_it_says_what_it_is(root: Path) -> None:
    told = (root / "DEBIAN/control").read_text(encoding="utf-8")
    weight = sum(size for _, size in bundling.sizes()) // 1024
    assert f"\nVersion: {care_desktop.__version__}\n" in told
    assert int(told.split("Installed-Size: ")[1].split()[0]) >= weight
