"""Whether a folder lies where no database may: in a synchronised folder or behind a network.

A client that copies the database and its log at different moments makes a damaged copy, and may put it in
place of the original; behind a network, the write-ahead log and its locks do not hold.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path, PurePath, PureWindowsPath

from care_desktop.language import Message

# How the names of folders begin, in small letters
_NAMES = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),  # its folder on macOS
)
# What clients leave in the folder that they synchronise. In the home, .dropbox is a folder and means nothing.
_MARKER_FILES = (
    (".dropbox", "Dropbox"),
    (".sync_*.db", "Nextcloud, ownCloud"),
    ("._sync_*.db", "Nextcloud, ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
)
_MARKER_FOLDERS = (
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
)
# Types in the table of mounts, without their "fuse."
_NETWORK = re.compile(
    "afs|ceph|cifs|curlftpfs|davfs|glusterfs|goofys|gvfsd-fuse|lustre|ncpfs|nfs4?|rclone|s3fs"
    "|smb3|smbfs|smbnetfs|sshfs"
)


def concerns(folder: Path, mounts: Path = Path("/proc/mounts")) -> tuple[Message, ...]:
    """Say what is wrong with the place of ``folder``; ``mounts`` is the system's table, if it has one."""
    real = folder.resolve()
    found = []
    service = next(_services(real), None)
    if service is not None:
        found.append(Message("workspace.synchronised", {"service": service, "path": str(folder)}))
    if on_share(real) or _is_mounted_from_network(real, mounts):
        found.append(Message("workspace.on_network", {"path": str(folder)}))
    return tuple(found)


def _services(real: Path) -> Iterator[str]:
    """Name the services that synchronise a folder, by environment, by name, by what they leave there."""
    for variable, value in os.environ.items():
        named = variable.upper().startswith("ONEDRIVE") and Path(value).is_absolute()
        if named and real.is_relative_to(Path(value).resolve()):
            yield "OneDrive"
    for part in real.parts:
        yield from (service for start, service in _NAMES if part.lower().startswith(start))
    for above in (real, *real.parents):
        with suppress(OSError):  # a folder that cannot be listed has no marker to show
            for path in above.iterdir():
                yield from _marked(path)


def _marked(path: Path) -> Iterator[str]:
    if path.name.startswith("."):
        yield from (to for mark, to in _MARKER_FILES if fnmatch(path.name, mark) and path.is_file())
        yield from (to for mark, to in _MARKER_FOLDERS if path.name == mark and path.is_dir())


def on_share(path: PurePath) -> bool:
    r"""Whether a path of Windows is one of a server: ``\\server\share``, with or without ``\\?\UNC``."""
    text = str(PureWindowsPath(path)).upper()
    if text.startswith(("\\\\?\\", "\\\\.\\")):
        return text.startswith("UNC\\", 4)
    return text.startswith("\\\\")


def _is_mounted_from_network(real: Path, mounts: Path) -> bool:
    """Look up the file system that holds a folder: of those mounted at the nearest point, the last."""
    try:
        table = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False  # not Linux
    depth, nearest = 0, ""
    for line in table.splitlines():
        _, escaped, kind, *_ = line.split(" ")
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), escaped)
        parts = len(Path(point).parts)
        if parts >= depth and real.is_relative_to(point):
            depth, nearest = parts, kind
    return _NETWORK.fullmatch(nearest.removeprefix("fuse.")) is not None
