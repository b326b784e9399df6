"""What a disk may hold after a power cut: replays a recorded log up to any point.

The model is strict. Data are durable once their file was synced; a name, a rename or a removal once the
folder that holds the name was synced. Of the rest, by mode:

``kill``  all is there: the program was killed, the machine went on
``sync``  nothing is there
``rand``  of each 512-byte sector any version since the last sync, of the folder changes any first part
"""

from __future__ import annotations

import random
import shutil
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath
from typing import Literal

OPEN, WRITE, TRUNCATE, SYNC, CLOSE, UNLINK, RENAME, MKDIR, RMDIR, LINK, ACK, FAULT = range(1, 13)
CREATED, EMPTIED, DIRECTORY = 1, 2, 4
SECTOR = 512
HEAD = struct.Struct("<IiQII")

Mode = Literal["kill", "sync", "rand"]
Buffer = bytearray | bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded call; ``number`` is an offset, a size, flags or what was acknowledged."""

    op: int
    handle: int
    number: int
    name: str
    data: bytes


def read_log(path: Path) -> tuple[Call, ...]:
    """The calls of a log, in the order in which they returned. A log cut within a record ends before it."""
    raw, at, calls = path.read_bytes(), 0, []
    while at + HEAD.size <= len(raw):
        op, handle, number, name_size, data_size = HEAD.unpack_from(raw, at)
        at += HEAD.size
        name = raw[at : at + name_size].decode()
        at += name_size
        calls.append(Call(op, handle, number, name, raw[at : at + data_size]))
        at += data_size
    return tuple(calls)


@dataclass(slots=True, eq=False)
class Node:
    """A file or a folder: what was written, what is durable, and the changes between the two."""

    folder: bool
    written: bytearray = field(default_factory=bytearray)
    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)  # (offset, data) or (size, None)
    changes: int = 0  # how many there were; ``settled``: how many of them are durable
    settled: int = 0
    dropped: int = 0  # how often a sync failed
    serial: int = field(default_factory=count().__next__)

    def change(self, at: int, data: bytes | None) -> None:
        _apply(self.written, at, data)
        self.pending.append((at, data))
        self.changes += 1

    def sync(self) -> None:
        for at, data in self.pending:
            _apply(self.durable, at, data)
        self.pending.clear()
        self.settled = self.changes

    def fail_to_sync(self) -> None:
        """Some systems forget what they could not write, and let the next sync succeed without it."""
        self.pending.clear()
        self.dropped += 1

    @property
    def mark(self) -> int:
        """Tells the durable contents apart."""
        return self.settled + (self.dropped << 48)


def _apply(image: bytearray, at: int, data: bytes | None) -> None:
    end = at if data is None else at + len(data)
    if len(image) < end:
        image.extend(bytes(end - len(image)))
    if data is None:
        del image[at:]
    else:
        image[at:end] = data


@dataclass(frozen=True, slots=True)
class Renaming:
    """A change of names: ``old`` goes (when given), ``new`` stands for ``node`` (when given)."""

    old: str | None
    new: str | None
    node: Node | None

    def within(self) -> str:
        """The folder that has to be synced for this to be durable."""
        return str(PurePosixPath(self.new if self.new is not None else self.old or "").parent)

    def apply(self, names: dict[str, Node]) -> None:
        if self.old is not None:
            names.pop(self.old, None)
            inside = [name for name in names if name.startswith(self.old + "/")]
            for name in inside:
                node = names.pop(name)
                if self.new is not None:
                    names[self.new + name[len(self.old) :]] = node
        if self.new is not None and self.node is not None:
            names[self.new] = self.node


@dataclass(frozen=True, slots=True)
class State:
    """What the disk may hold after ``cut`` calls, and what had been acknowledged by then.

    ``files`` share memory with ``disk``: write the state before asking for the next one.
    ``key`` is equal for two states of one recording only when their contents are equal.
    """

    cut: int
    mode: Mode
    seed: int
    files: Mapping[str, Buffer]
    folders: Sequence[str]
    acks: Mapping[str, int]
    key: int
    disk: Disk

    def write(self, folder: Path, below: str = "") -> Path:
        """This state, or what is ``below`` a name and its stroke, as the only content of ``folder``."""
        if self.disk.cut != self.cut:
            raise ValueError("the replay went on: this state is gone")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name in self.folders:
            if name.startswith(below):
                (folder / name[len(below) :]).mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            if name.startswith(below):
                (folder / name[len(below) :]).write_bytes(content)
        return folder

    def __str__(self) -> str:
        return f"{self.mode} cut={self.cut} seed={self.seed} acks={dict(self.acks)}"


class Disk:
    """The disk while the log is played: apply calls one by one, ask for states in between."""

    def __init__(self) -> None:
        self.cut = 0
        self.acks: dict[str, int] = {}
        self.names: dict[str, Node] = {}
        self.durable: dict[str, Node] = {}
        self.pending: list[Renaming] = []
        self._handles: dict[int, tuple[str, Node]] = {}
        self._root = Node(folder=True)

    def apply(self, call: Call) -> None:
        """Let one more call happen."""
        self.cut += 1
        if call.op in (WRITE, TRUNCATE):
            self._handles[call.handle][1].change(call.number, call.data if call.op == WRITE else None)
        elif call.op == SYNC:
            self._sync(*self._handles[call.handle])
        elif call.op == OPEN:
            self._open(call)
        elif call.op == ACK:
            self.acks[call.name] = max(call.number, self.acks.get(call.name, 0))
        elif call.op == FAULT:
            if call.handle == SYNC and call.name in self.names:
                self.names[call.name].fail_to_sync()
        elif call.op != CLOSE:
            self._rename(call)

    def _open(self, call: Call) -> None:
        node = self.names.get(call.name) if call.name else self._root
        if node is None:
            if not call.number & CREATED:
                raise ValueError(f"{call.name} was opened, but nobody made it: the log is incomplete")
            node = Node(folder=False)
            self._change(Renaming(None, call.name, node))
        if call.number & EMPTIED and node.written:
            node.change(0, None)
        self._handles[call.handle] = (call.name, node)

    def _rename(self, call: Call) -> None:
        new = call.data.decode()
        if call.op == MKDIR:
            self._change(Renaming(None, call.name, Node(folder=True)))
        elif call.op == RENAME:
            self._change(Renaming(call.name, new, self.names[call.name]))
        elif call.op == LINK:
            self._change(Renaming(None, new, self.names[call.name]))
        else:
            self._change(Renaming(call.name, None, None))

    def _change(self, change: Renaming) -> None:
        change.apply(self.names)
        self.pending.append(change)

    def _sync(self, name: str, node: Node) -> None:
        node.sync()
        if node.folder:
            within = name or "."
            for change in [change for change in self.pending if change.within() == within]:
                change.apply(self.durable)
                at = self.pending.index(change)
                # What made the name that went away, in a folder not synced yet, is overtaken.
                before = [
                    other for other in self.pending[:at] if other.new is None or other.new != change.old
                ]
                self.pending[: at + 1] = before

    # -- states ------------------------------------------------------------------------------------

    def killed(self) -> State:
        """All that was written."""
        contents = {name: (node, node.written, node.changes) for name, node in self.names.items()}
        return self._state("kill", 0, contents)

    def cut_off(self) -> State:
        """Only what was synced."""
        contents = {name: (node, node.durable, node.mark) for name, node in self.durable.items()}
        return self._state("sync", 0, contents)

    def torn(self, seed: int) -> State:
        """What was synced and, by chance, part of the rest."""
        chance = random.Random(seed * 1_000_003 + self.cut)
        names, kept = dict(self.durable), chance.randint(0, len(self.pending))
        for change in self.pending[:kept]:
            change.apply(names)
        torn = {node: (node, *_tear(node, chance)) for node in dict.fromkeys(names.values())}
        return self._state("rand", seed, {name: torn[node] for name, node in names.items()})

    def _state(self, mode: Mode, seed: int, contents: Mapping[str, tuple[Node, Buffer, int]]) -> State:
        held = {name: entry for name, entry in contents.items() if self._reachable(name, contents)}
        files = {name: image for name, (node, image, _) in held.items() if not node.folder}
        folders = [name for name, (node, _, _) in held.items() if node.folder]
        key = hash(tuple((name, node.serial, mark) for name, (node, _, mark) in held.items()))
        return State(self.cut, mode, seed, files, folders, dict(self.acks), key, self)

    @staticmethod
    def _reachable(name: str, contents: Mapping[str, object]) -> bool:
        """A name survives only with all the folders above it."""
        return all(str(above) in contents for above in PurePosixPath(name).parents if str(above) != ".")


def _tear(node: Node, chance: random.Random) -> tuple[Buffer, int]:
    """One possible content of a file between its last sync and now, with a number that tells it apart.

    Each sector holds one of its versions: the synced one, the newest, or one in between. The size is
    that of a moment in between too, but never less than what surviving sectors need.
    """
    if not node.pending:
        return node.durable, node.mark
    newest, calm = len(node.pending), chance.random()
    last: dict[int, int] = {}

    def version() -> int:
        if chance.random() < 0.25:
            return chance.randint(0, newest)
        return newest if chance.random() < calm else 0

    image, size_until = bytearray(node.durable), version()
    for index, (at, data) in enumerate(node.pending, start=1):
        if data is None:
            if index <= size_until:
                _apply(image, at, None)
            continue
        for sector in range(at // SECTOR, (at + len(data) - 1) // SECTOR + 1):
            if sector not in last:
                last[sector] = version()
            if index <= last[sector]:
                begin, end = max(at, sector * SECTOR), min(at + len(data), (sector + 1) * SECTOR)
                _apply(image, begin, data[begin - at : end - at])
    return image, hash((node.mark, size_until, tuple(last.items())))
