"""Packages as nobody should make them, from a small zip writer that does whatever it is told."""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

SCENARIO = b"format: 1\nid: a\nname: A\n"


class Entry(NamedTuple):
    """One entry, and what is said of it that may not be so."""

    name: bytes = b"scenario.yaml"
    content: bytes = SCENARIO
    method: int = 8
    flags: int = 0
    mode: int = 0o100644
    size: int | None = None
    crc: int | None = None
    local_name: bytes | None = None
    start: int | None = None


def zipped(*entries: Entry, count: int | None = None, comment: bytes = b"", between: bytes = b"") -> bytes:
    """A zip of these entries."""
    body, directory = b"", b""
    for one in entries:
        packed = deflated(one.content) if one.method == 8 else one.content
        size = len(one.content) if one.size is None else one.size
        crc = zlib.crc32(one.content) if one.crc is None else one.crc
        inner = one.name if one.local_name is None else one.local_name
        start = len(body) if one.start is None else one.start
        said = (one.method, 0, 0, crc, len(packed), size)
        if one.start is None:
            body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, one.flags, *said, len(inner), 0)
            body += inner + packed + between
        outer = (len(one.name), 0, 0, 0, 0, one.mode << 16, start)
        directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, one.flags, *said, *outer)
        directory += one.name
    n = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, n, n, len(directory), len(body), len(comment))
    return body + directory + end + comment


def deflated(content: bytes) -> bytes:
    """The content packed without head and tail, as a zip has it."""
    stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()
