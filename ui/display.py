"""Whether a window can be shown here: Qt ends the whole process where it cannot."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from pathlib import Path

from care_desktop.errors import UserError

_PLUGINS = {"WAYLAND_DISPLAY": "libqwayland.so", "DISPLAY": "libqxcb.so"}


def assert_shown(environment: Mapping[str, str], platform: str) -> None:
    """Raises ``UserError``: there is no screen, or a library of the system is missing to show on it."""
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return
    answers = {"WAYLAND_DISPLAY": _wayland_answers, "DISPLAY": _x11_answers}
    screens = [name for name, answer in answers.items() if environment.get(name) and answer()]
    if not screens:
        raise UserError("window.no_display")
    lacks = [lacking(_PLUGINS[name]) for name in screens]
    if all(lacks):
        raise UserError("window.no_libraries", detail=lacks[-1])


def lacking(plugin: str) -> str:
    """What keeps Qt from a platform plugin of its own, in the words of the system; empty if nothing does."""
    import PySide6

    path = next((Path(folder) / "Qt/plugins/platforms" / plugin for folder in PySide6.__path__), None)
    if path is None or not path.is_file():  # packaged in another way: Qt knows where
        return ""
    try:
        ctypes.CDLL(str(path))
    except OSError as error:
        return str(error)
    return ""


def _x11_answers() -> bool:
    """Whether a server stands behind ``DISPLAY``; where even the library is missing, Qt will name it."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _wayland_answers() -> bool:
    """The same of ``WAYLAND_DISPLAY``."""
    try:
        wayland = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return True
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(None)
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)
