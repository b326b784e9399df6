"""A zip file read in memory: whatever it holds, within limits, or refused. Nothing is written anywhere.

Sizes are those of the directory at its end, and hold for what is really there: what unpacks to more or to
less is refused. Entries follow each other without overlap and without a place for something between.
"""

from __future__ import annotations

import stat
import struct
import zlib
from typing import Final, NamedTuple

from care_desktop.exchange.names import fault_of
from care_desktop.exchange.refusing import ASK_AGAIN, reject

MOST_BYTES: Final = 20_000_000
"""Of the package, packed and unpacked."""

MOST_ENTRIES: Final = 500
MOST_BYTES_EACH: Final = 5_000_000
MOST_RATIO: Final = 100

_END, _ENTRY, _LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_LONGEST_COMMENT = 0xFFFF
_DESCRIPTOR = 24
"""The most that may stand between two entries: the sizes, said again."""


class _Entry(NamedTuple):
    """What the directory says of one entry."""

    name: str
    raw_name: bytes
    method: int
    crc: int
    packed: int
    size: int
    start: int


def unzip(content: bytes) -> dict[str, bytes]:
    """The files of a zip by their names, in its order. Raises ``BadPackage``."""
    if len(content) > MOST_BYTES:
        reject("package.too_big", most=MOST_BYTES // 1_000_000)
    entries = _directory(content)
    _assert_within_limits(entries)
    files, places = {}, []
    for entry in entries:
        begin, end = _place(content, entry)
        places.append((entry.start, end))
        if not entry.name.endswith("/"):
            files[entry.name] = _unpacked(entry, content[begin:end])
    _assert_side_by_side(places, _end(content).start)
    return files


class _End(NamedTuple):
    """Where the directory begins, where it ends, how many entries it says it has."""

    start: int
    end: int
    entries: int


def _end(content: bytes) -> _End:
    if content[:4] not in (b"PK\3\4", b"PK\5\6"):
        reject("package.not_one", ASK_AGAIN)
    at = content.rfind(b"PK\5\6", -_LONGEST_COMMENT - _END.size)
    if at < 0 or at + _END.size > len(content):
        reject("package.damaged", ASK_AGAIN)
    _, disk, first_disk, here, count, size, start, comment = _END.unpack_from(content, at)
    if disk or first_disk or here != count or at + _END.size + comment != len(content) or start + size != at:
        reject("package.damaged", ASK_AGAIN)
    return _End(start, at, count)


def _directory(content: bytes) -> list[_Entry]:
    """The entries in the order of the directory; each name is fit and there once."""
    start, end, count = _end(content)
    if count > MOST_ENTRIES:
        reject("package.too_many", most=MOST_ENTRIES)
    entries: list[_Entry] = []
    at = start
    for _ in range(count):
        if at + _ENTRY.size > end or content[at : at + 4] != b"PK\1\2":
            reject("package.damaged", ASK_AGAIN)
        fields = _ENTRY.unpack_from(content, at)
        _, _, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, mode, begin = fields
        raw = content[at + _ENTRY.size : at + _ENTRY.size + name]
        entries.append(_Entry(_fit(raw), raw, method, crc, packed, size, begin))
        _assert_plain(entries[-1], flags, mode >> 16)
        at += _ENTRY.size + name + extra + comment
    if at != end:
        reject("package.damaged", ASK_AGAIN)
    _assert_once([entry.name for entry in entries])
    return entries


def _fit(raw: bytes) -> str:
    name = raw.decode("ascii", "replace")
    if (fault := fault_of(name)) is not None:
        reject(fault, name=raw.decode("utf-8", "replace"))
    return name


def _assert_plain(entry: _Entry, flags: int, mode: int) -> None:
    if flags & _ENCRYPTED:
        reject("package.encrypted", name=entry.name)
    if stat.S_IFMT(mode) not in (0, stat.S_IFDIR if entry.name.endswith("/") else stat.S_IFREG):
        reject("package.link", name=entry.name)
    if entry.method not in (_STORED, _DEFLATED):
        reject("package.method", name=entry.name)


def _assert_once(names: list[str]) -> None:
    """No name twice, none of a file that is the folder of another."""
    seen: set[str] = set()
    for name in names:
        if name in seen:
            reject("package.twice", name=name)
        seen.add(name)
    for name in names:
        parts = name.rstrip("/").split("/")
        if any("/".join(parts[:n]) in seen for n in range(1, len(parts) + name.endswith("/"))):
            reject("package.twice", name=name)


def _assert_within_limits(entries: list[_Entry]) -> None:
    for entry in entries:
        if entry.size > MOST_BYTES_EACH:
            reject("package.file_too_big", name=entry.name, most=MOST_BYTES_EACH // 1_000_000)
        if entry.size > MOST_RATIO * entry.packed:
            reject("package.bomb", name=entry.name, most=MOST_RATIO)
    if sum(entry.size for entry in entries) > MOST_BYTES:
        reject("package.too_big", most=MOST_BYTES // 1_000_000)


def _place(content: bytes, entry: _Entry) -> tuple[int, int]:
    """Where the packed bytes of an entry begin and end; before them it says once more what it is."""
    at = entry.start
    if at + _LOCAL.size > len(content) or content[at : at + 4] != b"PK\3\4":
        reject("package.damaged", ASK_AGAIN)
    _, _, flags, method, _, _, _, _, _, name, extra = _LOCAL.unpack_from(content, at)
    said = content[at + _LOCAL.size : at + _LOCAL.size + name]
    if flags & _ENCRYPTED or method != entry.method or said != entry.raw_name:
        reject("package.damaged", ASK_AGAIN)
    begin = at + _LOCAL.size + name + extra
    return begin, begin + entry.packed


def _assert_side_by_side(places: list[tuple[int, int]], directory: int) -> None:
    end = 0
    for begin, after in [*sorted(places), (directory, directory)]:
        if not 0 <= begin - end <= _DESCRIPTOR:
            reject("package.overlap", ASK_AGAIN)
        end = after


def _unpacked(entry: _Entry, packed: bytes) -> bytes:
    content = packed
    if entry.method == _DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(packed, entry.size + 1)
        except zlib.error:
            reject("package.damaged", ASK_AGAIN)
        if not stream.eof or stream.unused_data:
            reject("package.damaged", ASK_AGAIN)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        reject("package.damaged", ASK_AGAIN)
    return content
