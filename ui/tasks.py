"""Long work, done by our own command line in a child process, which can be ended at any time."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import msgspec
from msgspec import Struct
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

CANCELLED = -1
"""The exit code told of work that was cancelled."""


class Progress(Struct):
    """A line of progress that a child writes: ``done`` of ``of``, and the id of what it is at."""

    done: int
    of: int
    what: str = ""


class Task(QObject):
    """One piece of work. ``said`` holds the lines that were no progress, those of its errors last."""

    progressed = Signal(int, int, str)
    done = Signal(int)

    def __init__(self, arguments: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.said: list[str] = []
        self._cancelled = False
        self._rest = b""
        self._process = QProcess(self)
        self._process.setProcessEnvironment(_environment())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finish)
        self._process.errorOccurred.connect(self._fail)
        program, *own = _program()
        self._process.start(program, [*own, *arguments])

    def cancel(self) -> None:
        """End the work; what it was writing is not kept."""
        self._cancelled = True
        self._process.kill()

    def _read(self) -> None:
        *lines, self._rest = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        for line in lines:
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            told = msgspec.json.decode(line, type=Progress)
        except (msgspec.DecodeError, UnicodeError):
            if line.strip():
                self.said.append(line.decode("utf-8", errors="replace"))
            return
        self.progressed.emit(told.done, told.of, told.what)

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self._rest:
            self._take(self._rest)
        errors = bytes(self._process.readAllStandardError().data()).decode("utf-8", errors="replace")
        self.said.extend(line for line in errors.splitlines() if line.strip())
        if self._cancelled:
            code = CANCELLED
        elif status is QProcess.ExitStatus.CrashExit:
            code = 1
        self.done.emit(code)
        self.deleteLater()

    def _fail(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # then it never finishes
            self.said.append(self._process.errorString())
            self.done.emit(1)
            self.deleteLater()


class Tasks(QObject):
    """Starts pieces of work, and ends those that are left when the window closes."""

    def run(self, arguments: Sequence[str]) -> Task:
        """Have our command line do something."""
        return Task(arguments, self)

    def cancel_all(self) -> None:
        """End all that is under way."""
        for task in self.findChildren(Task):
            task.cancel()


def _program() -> list[str]:
    """Our own command line: the bundle itself, or this Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "care_desktop"]


def _environment() -> QProcessEnvironment:
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", ":".join(path for path in sys.path if path))
    environment.insert("PYTHONUTF8", "1")
    environment.insert("PYTHONUNBUFFERED", "1")
    return environment
