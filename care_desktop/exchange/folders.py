"""Packages from folders, and folders from packages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from care_desktop.errors import UserError
from care_desktop.exchange.container import MOST_BYTES_EACH, MOST_ENTRIES
from care_desktop.exchange.names import fault_of
from care_desktop.exchange.refusing import BadPackage, reject
from care_desktop.workspace.durable import make_folder, write_durably


class Gathered(NamedTuple):
    """The files of a folder that may be in a package, and the names of those that may not."""

    files: dict[str, bytes]
    left_out: tuple[str, ...]


def gather(folder: Path) -> Gathered:
    """What of a folder goes into its package: plain files with fit names; hidden ones are passed over.

    Raises ``UserError`` where a file cannot be read, is too big, or there are too many.
    """
    files, left_out = {}, []
    try:
        for path in _plain_files(folder):
            name = path.relative_to(folder).as_posix()
            if path.is_symlink() or not path.is_file() or fault_of(name) is not None:
                left_out.append(name)
                continue
            with path.open("rb") as file:
                files[name] = file.read(MOST_BYTES_EACH + 1)
            if len(files[name]) > MOST_BYTES_EACH:
                reject("package.file_too_big", name=name, most=MOST_BYTES_EACH // 1_000_000)
            if len(files) > MOST_ENTRIES:
                reject("package.too_many", most=MOST_ENTRIES)
    except BadPackage as error:
        raise error.unmade(str(folder)) from error
    except OSError as error:
        raise UserError("package.not_read", path=str(error.filename or folder)) from error
    return Gathered(files, tuple(left_out))


def _plain_files(folder: Path) -> list[Path]:
    """Everything but folders and what is hidden; a folder of too much is not walked to its end."""
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        links = [one for one in folders if Path(place, one).is_symlink()]
        found += [Path(place, one) for one in sorted([*names, *links]) if not one.startswith(".")]
        if len(found) > 4 * MOST_ENTRIES:
            reject("package.too_many", most=MOST_ENTRIES)
    return found


def put(files: Mapping[str, bytes], folder: Path, *, force: bool) -> None:
    """Write the files of a package into a folder, whole or not at all where the folder is new.

    Into one that is there only with ``force``: files of the same names are then replaced, each at once, and
    others stay. Raises ``UserError``.
    """
    there = os.path.lexists(folder)
    if there and not force:
        raise UserError("package.folder_exists", path=str(folder))
    try:
        if there:
            _put_each(files, folder)
        else:
            _put_whole(files, folder)
    except OSError as error:
        raise UserError("package.not_unpacked", path=str(folder)) from error


def _put_whole(files: Mapping[str, bytes], folder: Path) -> None:
    make_folder(folder.parent)
    partial = folder.with_name(f".{os.urandom(8).hex()}.partial")
    try:
        make_folder(partial)
        _put_each(files, partial)
        partial.rename(folder)
    finally:
        with suppress(OSError):
            shutil.rmtree(partial)


def _put_each(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        inner = [folder.joinpath(*Path(name).parts[:n]) for n in range(1, len(Path(name).parts))]
        # A link would lead out of the folder that was named
        if not folder.is_dir() or any(one.is_symlink() for one in inner):
            raise UserError("package.folder_not_plain", path=str(folder))
        make_folder(path.parent)
        write_durably(path, content)
