"""The file that says what a team does: one JSON object a line.

``{"at": "T+0:12", "do": "answer", "decision": "cut", "cell": "it", "option": "servers"}``

``at`` is the time of the exercise, ``T+hours:minutes``, with ``:seconds`` and ``.milliseconds`` if need be.
``do`` is the name of a command as the journal stores it (``answer``, ``record_call``, ``begin_step``,
``meet_duty``…); the other keys are what it takes. Times may be written like ``at``, moments of the story
``J+1 07:30``. Empty lines and those that begin with ``#`` are for people.

A simulated facilitator launches and delivers the injects, jumps, and says FINEX, unless a line says
``{"facilitator": false}``: then the file is a whole journey, from ``begin`` to ``end``.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import msgspec

from care_desktop.errors import UserError
from care_desktop.exercise.commands import Command
from care_desktop.exercise.wire import COMMANDS
from care_desktop.exercise.words import Words
from care_desktop.scenario.time import HOUR, MINUTE, PlayMs
from care_desktop.scenario.written_time import write_play_moment

EXAMPLE = '{"at": "T+0:12", "do": "answer", "decision": "cut", "cell": "it", "option": "servers"}'
WHOLE = '{"facilitator": false}'
MOST_BYTES = 5_000_000
BY_SESSION = frozenset({"open", "interrupt", "note_wall_clock", "advance"})
"""What only the program itself does."""

FARTHEST = 10 * 366 * 24 * HOUR
"""No number that an act holds is larger than ten years in milliseconds."""

_PLAY = re.compile(r"T\+(\d{1,3}):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?")
_STORY = re.compile(r"J\+(\d{1,3}) (\d\d):(\d\d)(?::(\d\d))?")


class TeamFile(NamedTuple):
    """What a file says: the acts, and whether a facilitator does the rest."""

    acts: tuple[tuple[PlayMs, Command], ...]
    facilitated: bool


def read_team(path: Path) -> TeamFile:
    """Read a file of acts. Raises ``UserError`` with the line that makes no sense."""
    acts: list[tuple[PlayMs, Command]] = []
    facilitated = True
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        where: dict[str, int | str] = {"path": str(path), "line": number, "example": EXAMPLE}
        told = _object(line, where)
        if "facilitator" in told:
            if set(told) != {"facilitator"} or not isinstance(told["facilitator"], bool):
                raise UserError("team_file.line", **where)
            facilitated = told["facilitator"]
        else:
            acts.append(_act(told, where))
    return TeamFile(tuple(acts), facilitated)


def write_team(acts: Iterable[tuple[PlayMs, Command]]) -> str:
    """A whole journey as ``read_team`` reads it: every act at its millisecond, words as they were typed."""
    return "".join(f"{line}\n" for line in (WHOLE, *(_line(at, command) for at, command in acts)))


def _line(at: PlayMs, command: Command) -> str:
    told = msgspec.to_builtins(command, enc_hook=_typed)
    defaults = {one.name: one.default for one in msgspec.structs.fields(command)}
    said = {key: value for key, value in told.items() if getattr(command, key) != defaults[key]}
    line = {"at": write_play_moment(at), "do": command.kind, **said}
    return msgspec.json.encode(line).decode()


def _typed(value: object) -> object:
    if isinstance(value, Words):
        return value.text or ""
    raise TypeError(f"no act holds {type(value)}")


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        text = content.decode()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("team_file.not_read", path=str(path)) from error
    if len(content) > MOST_BYTES:
        raise UserError("team_file.not_read", path=str(path))
    return text


def _object(line: str, where: dict[str, int | str]) -> dict[str, object]:
    try:
        return msgspec.json.decode(line, type=dict[str, object])
    except (msgspec.DecodeError, RecursionError) as error:
        raise UserError("team_file.line", **where) from error


def _act(told: dict[str, object], where: dict[str, int | str]) -> tuple[PlayMs, Command]:
    at, do = told.pop("at", None), told.pop("do", None)
    if not isinstance(do, str) or do not in COMMANDS or do in BY_SESSION:
        raise UserError("team_file.act", do=str(do), **where)
    command = COMMANDS[do]
    if not isinstance(at, str) or not _PLAY.fullmatch(at) or not set(told) <= set(command.__struct_fields__):
        raise UserError("team_file.line", **where)
    try:
        timed = {key: _time(value) for key, value in told.items()}
        return PlayMs(_time(at)), msgspec.convert(timed, command, dec_hook=_sealed)  # type: ignore[arg-type]
    except (msgspec.ValidationError, ValueError) as error:
        raise UserError("team_file.line", **where) from error


def _time(value: object) -> object:
    """Milliseconds, where a value is written as a time of either line. Raises ``ValueError`` beyond years."""
    if isinstance(value, dict):
        return {key: _time(inner) for key, inner in value.items()}
    if isinstance(value, int) and abs(value) > FARTHEST:
        raise ValueError(f"{value} is no time and no count")
    if not isinstance(value, str):
        return value
    if (match := _PLAY.fullmatch(value)) is not None:
        hours, minutes, seconds, ms = (int(part or 0) for part in match.groups())
        return hours * HOUR + minutes * MINUTE + seconds * 1000 + ms
    if (match := _STORY.fullmatch(value)) is not None:
        days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return (days * 24 + hours) * HOUR + minutes * MINUTE + seconds * 1000
    return value


def _sealed(kind: type, value: object) -> object:
    if kind is Words and isinstance(value, str):
        return Words.seal(value, secrets.token_bytes(16))
    raise ValueError(f"nothing of {kind} is written like that")
