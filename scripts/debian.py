"""A package for Debian and its kin, made of the bundle."""

from __future__ import annotations

import platform
import shutil
import subprocess
from pathlib import Path

import bundle_version
import bundling

_ICONS = (16, 24, 32, 48, 64, 128, 256, 512)
_DESKTOP = """\
[Desktop Entry]
Type=Application
Name=CaRE Desktop
GenericName=Exercices de crise cyber
GenericName[en]=Cyber-crisis exercises
Comment=Répéter une cyberattaque à l’hôpital, hors ligne
Comment[en]=Rehearse a cyber-attack at the hospital, off line
Exec=care-desktop
Icon=care-desktop
Terminal=false
Categories=Office;
StartupWMClass=care-desktop
StartupNotify=true
"""
_CONTROL = """\
Package: care-desktop
Version: {version}
Architecture: {architecture}
Maintainer: The CaRE Desktop authors
Installed-Size: {kilobytes}
Depends: libc6 (>= {libc}), libegl1, libgl1, libxcb1
Recommends: libwayland-client0, libwayland-cursor0, libwayland-egl1, xdg-utils
Section: misc
Priority: optional
Description: répéter une cyberattaque à l’hôpital, hors ligne
 CaRE Desktop permet à un hôpital, une clinique, un EHPAD ou une autre
 structure médico-sociale de répéter une cyberattaque, sur un seul
 ordinateur, sans serveur, sans compte et sans réseau.
"""


def package(bundle: Path, into: Path, *, compressed: bool = True) -> Path:
    """Make the package in the folder ``into``. Uncompressed it is made much sooner, to be tried."""
    architecture = _said("dpkg", "--print-architecture")
    version = bundle_version.version(bundling.ROOT)
    tree = into / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(bundle, tree)
    _write(tree / "DEBIAN/control", control(tree, version, architecture))
    made = into / f"care-desktop_{version}_{architecture}.deb"
    how = "-Zxz" if compressed else "-Znone"
    subprocess.run(["dpkg-deb", how, "--root-owner-group", "--build", str(tree), str(made)], check=True)
    shutil.rmtree(tree)
    return made


def lay_out(bundle: Path, tree: Path) -> None:
    """Put every file where the system looks for it."""
    shutil.copytree(bundle, tree / "usr/lib/care-desktop", symlinks=True)
    for folder in ("usr/bin", "usr/share/doc/care-desktop"):
        (tree / folder).mkdir(parents=True)
    (tree / "usr/bin/care-desktop").symlink_to("../lib/care-desktop/care-desktop")
    _write(tree / "usr/share/applications/care-desktop.desktop", _DESKTOP)
    licences = [
        (bundling.ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "LICENSE-scenarios")
    ]
    carried = "Les licences des bibliothèques livrées sont dans /usr/lib/care-desktop/_internal/licences.\n"
    _write(tree / "usr/share/doc/care-desktop/copyright", "\n".join([*licences, carried]))
    icons = tree / "usr/share/icons/hicolor"
    for size in _ICONS:
        _copy(bundling.BUILD / f"icons/{size}.png", icons / f"{size}x{size}/apps/care-desktop.png")
    _copy(bundling.ROOT / "resources/icons/icon.svg", icons / "scalable/apps/care-desktop.svg")
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.name == "care-desktop" else 0o644)


def control(tree: Path, version: str, architecture: str) -> str:
    """Say what the package is and needs: a C library at least as new as the one it was built with."""
    weight = sum(path.lstat().st_size for path in tree.rglob("*"))
    libc = platform.libc_ver()[1]
    return _CONTROL.format(version=version, architecture=architecture, kilobytes=weight // 1024, libc=libc)


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
