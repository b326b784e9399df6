"""What goes into the bundle, and what is left out of what PyInstaller finds."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the bundle, where it is now, of what sort."""

_UNUSED = {
    # Python's socket has to stay: SQLAlchemy imports asyncio, which imports it
    "nothing uses a network": "_ssl ssl _hashlib http urllib.request urllib.error urllib.response "
    "urllib.robotparser ftplib imaplib poplib smtplib socketserver webbrowser xmlrpc",
    # sqlite3 has to stay: a journal is verified against a new database in memory
    "nor another database": "dbm _dbm _gdbm greenlet sqlalchemy.dialects.mssql sqlalchemy.dialects.mysql "
    "sqlalchemy.dialects.oracle sqlalchemy.dialects.postgresql",
    "nor another window": "tkinter _tkinter curses _curses readline IPython matplotlib",
    # pydoc and multiprocessing have to stay: pyqtgraph imports them
    "nor tests and tools": "pdb doctest unittest pytest setuptools pip pkg_resources distutils lib2to3 "
    "ensurepip",
    "nor these parts of Qt": "PySide6.QtNetwork PySide6.QtQml PySide6.QtQuick PySide6.QtSql "
    "PySide6.QtTest PySide6.QtXml PySide6.QtPrintSupport PySide6.QtDesigner PySide6.QtHelp PySide6.QtUiTools",
    # pyqtgraph imports them: scripts/bundle_start.py stands in for what it asks of them
    "nor painting by OpenGL": "PySide6.QtOpenGL PySide6.QtOpenGLWidgets",
    "nor these of other libraries": "PIL.ImageQt PIL.ImageTk PIL.AvifImagePlugin PIL._avif "
    "PIL.WebPImagePlugin PIL._webp reportlab.graphics.samples "
    "lxml.objectify lxml.html numpy.f2py numpy.testing numpy.random numpy.fft numpy.polynomial numpy.ma "
    "numpy.ctypeslib scipy",
}
UNUSED_MODULES = [module for modules in _UNUSED.values() for module in modules.split()]
"""What PyInstaller must not follow; the keys of ``_UNUSED`` say why."""

_UNUSED_FILES = re.compile(
    r"libQt6(?:Network|Qml|Quick|Sql|Test|VirtualKeyboard|Pdf|Egl|WaylandCompositor|WaylandEglCompositor)"
    r"|/plugins/(?:designer|egldeviceintegrations|generic|networkinformation|printsupport|qmllint|qmltooling)/"
    r"|/plugins/(?:sqldrivers|tls|vectorimageformats|wayland-graphics-integration-server)/"
    r"|/plugins/platforms/libq(?:eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\."
    r"|/plugins/platforms/q(?:minimal|direct2d)\."
    r"|/plugins/platforminputcontexts/libqtvirtualkeyboardplugin\."
    r"|/plugins/platformthemes/libqgtk3\."
    r"|/plugins/imageformats/(?:lib)?q(?:gif|icns|pdf|tga|tiff|wbmp|webp)\."
    r"|libavif-|libwebp|libsharpyuv|opengl32sw\.dll"
    r"|pyqtgraph/icons/peegee/"
    r"|PySide6/Qt/qml/|PySide6/qml/"
)
_TRANSLATION = re.compile(r"/translations/")
_OUR_TRANSLATIONS = re.compile(r"/translations/qt(?:base)?_(?:fr|en)\.qm$")
_LOCALE = re.compile(r"babel/locale-data/")
_OUR_LOCALES = re.compile(r"babel/locale-data/(?:root|fr|fr_FR|en|en_001|en_150|en_GB|en_US)\.dat$")
# Only what its own makers left full of symbols: others have been rewritten in a way that strip would break
_FULL_OF_SYMBOLS = re.compile(
    r"^(?:libpython3\.\d+\.so|(?:python3\.\d+/lib-dynload|sqlalchemy|sqlcipher3|yaml)/.*\.so$)"
)


def shipped(root: Path) -> list[tuple[str, str]]:
    """List the data of the program: at the place where ``care_desktop/paths.py`` looks first."""
    licences = [(str(root / name), ".") for name in ("LICENSE", "LICENSE-scenarios")]
    return [
        *((str(root / name), f"care_desktop/_data/{name}") for name in ("resources", "scenarios")),
        *licences,
    ]


def libraries(root: Path) -> list[str]:
    """Name what the project asks for."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[^\w.-]", asked, maxsplit=1)[0] for asked in project["dependencies"]]


def own_modules(root: Path) -> list[str]:
    """Name every module of the program: some are imported by a name that is put together."""
    found = [
        path.relative_to(root)
        for package in ("care_desktop", "ui")
        for path in (root / package).rglob("*.py")
    ]
    names = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in found}
    return sorted(names - {"care_desktop.__main__"})


def is_needed(place: str) -> bool:
    """Tell whether a file that PyInstaller would take is of any use here."""
    path = place.replace("\\", "/")
    if _TRANSLATION.search(path):
        return bool(_OUR_TRANSLATIONS.search(path))
    if _LOCALE.search(path):
        return bool(_OUR_LOCALES.search(path))
    return not _UNUSED_FILES.search(path)


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Choose what stays. A link whose file is left out goes with it."""
    return [
        entry
        for entry in entries
        if is_needed(entry[0]) and not (entry[2] == "SYMLINK" and not is_needed(entry[1]))
    ]


def reached(
    entries: Iterable[Entry], imports: Callable[[str], Iterable[tuple[str, str | None]]]
) -> list[Entry]:
    """Leave out the libraries of this system, which lie at the root, to which nothing here is linked."""
    listed = list(entries)
    at_root = {entry[0]: entry for entry in listed if "/" not in entry[0] and entry[0].startswith("lib")}
    waiting = [entry[1] for entry in listed if entry[0] not in at_root and entry[2] != "SYMLINK"]
    waiting += [entry[1] for name, entry in at_root.items() if name.startswith("libpython")]
    found = {name for name in at_root if name.startswith("libpython")}
    while waiting:
        for name, _ in imports(waiting.pop()):
            if name in at_root and name not in found:
                found.add(name)
                waiting.append(at_root[name][1])
    return [entry for entry in listed if entry[0] not in at_root or entry[0] in found]


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Take the symbols for debuggers out of the files that are heavy with them, in copies in ``folder``."""
    strip = shutil.which("strip")
    made = []
    for place, source, sort in entries:
        if strip is None or sort == "SYMLINK" or not _FULL_OF_SYMBOLS.match(place):
            made.append((place, source, sort))
            continue
        copy = folder / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([strip, "--strip-unneeded", "-o", copy, source], check=True)
        made.append((place, str(copy), sort))
    return made
