"""The environment that the program and its tests run in: made once, from pinned and hashed packages.

Standard library only, and nothing newer than Python 3.8 until the version is checked: these scripts are what
a machine runs before it has anything else.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
STAMP = ENVIRONMENT / "care-desktop.stamp"
BINARIES = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BINARIES / ("python.exe" if os.name == "nt" else "python")

OLDEST = (3, 11)
INTERPRETERS = ("python3.14", "python3.13", "python3.12", "python3.11")

# What Qt links against on Debian and its kin, then what showing a window on X11 or Wayland adds
QT_PACKAGES = (
    "libegl1 libgl1 libfontconfig1 libfreetype6 libdbus-1-3 libglib2.0-0 libxkbcommon0 libx11-6 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-randr0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libx11-xcb1 libwayland-cursor0"
)


def prepare(*, without_window: bool = False) -> None:
    """Make the environment unless it is there already, as pinned; it may do ``without_window``."""
    if STAMP.is_file() and PYTHON.is_file() and STAMP.read_text(encoding="utf-8") == _pinned():
        return
    try:
        _make(without_window=without_window)
    except KeyboardInterrupt:
        _stop("L’installation a été interrompue.", "relancez la même commande", 130)


def _make(*, without_window: bool) -> None:
    installer = _installer_in_place()
    print("Installation des paquets épinglés (requirements.txt)…", flush=True)
    pinned = ("--require-hashes", "--only-binary=:all:", "-r", REQUIREMENTS)
    if subprocess.run([*installer, *pinned], env=_alone(), check=False).returncode:
        _stop(
            "L’installation a échoué.",
            "vérifiez que le dépôt des paquets Python peut être atteint (le réseau ne sert que cette fois) "
            "et qu’il reste de la place, puis relancez la même commande",
        )
    if sys.platform.startswith("linux"):
        _look_for_qt_libraries(without_window=without_window)
    with suppress(OSError):  # a full disk: it will be looked at once more
        STAMP.write_text(_pinned(), encoding="utf-8")


def call(*command: str | Path) -> int:
    """Run ``command`` on the checkout and return its exit code. The user's folder stays the current one."""
    return subprocess.run([str(part) for part in command], env=_variables(), check=False).returncode


def _variables() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def _pinned() -> str:
    """Say what the environment must hold, and where: a moved or copied checkout is made anew."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    configuration = ENVIRONMENT / "pyvenv.cfg"
    made = configuration.read_bytes() if configuration.is_file() else b""
    return f"{digest} {hashlib.sha256(made).hexdigest()} {ENVIRONMENT}\n"


def _alone() -> dict[str, str]:
    """Where packages are installed: into .venv, whatever the user's settings of pip and Python say."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def _installer_in_place() -> list[str]:
    """Make .venv where it is missing or was cut off half-made; returns what installs into it."""
    installer = _installer() if PYTHON.is_file() else []
    if not installer:
        _create()
        installer = _installer()
    if not installer and _apt_install("python3-venv"):
        _create()
        installer = _installer()
    return installer or _stop(
        "Rien ici n’installe de paquets Python : ni ensurepip, ni pip, ni uv.",
        "sous Debian ou Ubuntu, apt-get install python3-venv",
    )


def _create() -> None:
    python = _interpreter()
    print(f"Création de l’environnement .venv avec {python}…", flush=True)
    # Debian keeps ensurepip apart: then another pip has to install from outside
    own_pip = () if _works(python, "-c", "import ensurepip") else ("--without-pip",)
    if subprocess.run([python, "-m", "venv", "--clear", *own_pip, str(ENVIRONMENT)], check=False).returncode:
        _stop(
            "L’environnement .venv n’a pas pu être créé.",
            "vérifiez qu’il reste de la place et que vous pouvez écrire dans ce dossier, "
            "puis relancez la même commande",
        )


def _installer() -> list[str]:
    """Find what installs into .venv: its own pip, a pip outside it (its lock does not matter here), or uv."""
    inside, outside = [str(PYTHON), "-m", "pip"], [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    for pip in (inside, outside):
        if _works(*pip, "--version"):
            return [*pip, "install", "-qq"]
    uv = shutil.which("uv")
    if uv is not None and _works(uv, "pip", "list", "--python", str(PYTHON)):
        return [uv, "pip", "install", "-q", "--python", str(PYTHON)]
    return []


def _works(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _interpreter() -> str:
    """Find a Python that is new enough: the one that runs this, else another of this machine."""
    if sys.version_info >= OLDEST:
        return sys.executable
    for name in INTERPRETERS:
        found = shutil.which(name)
        if found and _works(found, "-c", ""):
            return found
    return _stop(
        "Python 3.11 ou plus récent est nécessaire.",
        "sous Debian ou Ubuntu, apt-get install python3.11 python3.11-venv",
    )


def _look_for_qt_libraries(*, without_window: bool) -> None:
    """Check that Qt finds the system's libraries; install them where that is allowed, else name them."""
    if not _missing_libraries():
        return
    _apt_install(QT_PACKAGES)
    missing = _missing_libraries()
    if not missing:
        return
    remedy = f"sous Debian ou Ubuntu, apt-get install {QT_PACKAGES}"
    if without_window or _starts_without_screen():
        print(f"Aucune fenêtre ne pourra s’ouvrir ici : il manque {', '.join(missing)}.\nÀ faire : {remedy}")
    else:
        _stop(f"Il manque à Qt : {', '.join(missing)}.", remedy)


def _missing_libraries() -> list[str]:
    """Name the shared libraries that Qt's own lack, platform plugins for X11 included."""
    if shutil.which("ldd") is None:
        return []
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run([PYTHON, "-I", "-c", where], capture_output=True, text=True, check=True)
    qt = Path(found.stdout.strip()) / "PySide6/Qt"
    parts = [qt / "lib/libQt6Widgets.so.6", *sorted((qt / "plugins/platforms").glob("libq[ox]*.so"))]
    listing = subprocess.run(["ldd", *parts], capture_output=True, text=True, check=False).stdout
    return sorted({line.split()[0] for line in listing.splitlines() if line.endswith("not found")})


def _starts_without_screen() -> bool:
    """Tell whether Qt works at least without a screen: enough for tests and reports."""
    program = "from PySide6.QtWidgets import QApplication; QApplication([])"
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([PYTHON, "-c", program], env=variables, check=False).returncode == 0


def _apt_install(packages: str) -> bool:
    """Install system packages if this is Debian or its kin and we may. Tell whether it worked."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"Installation de paquets du système : {packages}", flush=True)
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=variables, check=False)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages.split()]
    return subprocess.run(install, env=variables, stdout=subprocess.DEVNULL, check=False).returncode == 0


def _stop(happened: str, remedy: str, code: int = 2) -> NoReturn:
    print(
        f"{happened}\nVos fichiers sont intacts : seul .venv a pu changer.\nÀ faire : {remedy}",
        file=sys.stderr,
    )
    sys.exit(code)
