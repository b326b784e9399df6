"""Every check that must hold, stage by stage, and at the end what was checked and what was not."""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import environment

_BINARIES = environment.BINARIES
# Without its cache: import-linter does not see there that a module appeared which an older one imports
_STATIC = {
    "ruff format": (_BINARIES / "ruff", "format", "--check", "."),
    "ruff check": (_BINARIES / "ruff", "check", "."),
    "mypy": (_BINARIES / "mypy",),
    "import-linter": (_BINARIES / "lint-imports", "--no-logo", "--no-cache"),
}
_PYTEST = (environment.PYTHON, "-m", "pytest")
_STAGES = {
    "cœur": ("-n", "2", "-m", "not (ui or crash or bundle)"),
    "Qt": ("-n", "2", "-m", "ui and not (crash or bundle)"),
    "pannes": ("-n", "2", "-m", "crash and not bundle"),
    # One after the other: what they try is built once
    "roue et paquet": ("-m", "bundle"),
}

_CUT_SHORT = (
    "Arrêté avant la fin : tout n’a pas été vérifié.\n"
    "Vos fichiers sont intacts : seuls .venv, build et dist ont pu changer.\n"
    "À faire : relancez la même commande."
)
_STOPS: list[int] = []
"""The times Ctrl-C was pressed."""


@dataclass
class Outcome:
    """What became of a stage. A stage that could not tell its numbers has failed."""

    name: str
    seconds: float
    passed: int = 0
    failed: int = 1
    skipped: dict[str, int] = field(default_factory=dict)
    what: str = "passés"

    def told(self) -> str:
        """Say it in a line."""
        said = f"{self.passed} {self.what}"
        said += f", {self.failed} en échec" if self.failed else ""
        said += f", {sum(self.skipped.values())} sautés" if self.skipped else ""
        return f"{'ÉCHEC' if self.failed else 'ok':5}  {self.name:15} {self.seconds:5.0f} s   {said}"


def run(arguments: list[str]) -> int:
    """Check all; with ``arguments``, run pytest alone with them. Return the exit code."""
    environment.prepare()
    os.chdir(environment.ROOT)
    # Ctrl-C reaches the tools too, which end by themselves: here they are waited for
    signal.signal(signal.SIGINT, lambda number, _: _STOPS.append(number))
    if arguments:
        return environment.call(*_PYTEST, *arguments)
    return carry_out([_static, *(partial(_tests, name, selection) for name, selection in _STAGES.items())])


def carry_out(stages: list[Callable[[], Outcome]]) -> int:
    """Go through the stages until the end or Ctrl-C. Return the exit code: 130 if cut short."""
    outcomes: list[Outcome] = []
    for stage in stages:
        outcomes.append(stage())
        if _STOPS:
            print(f"\n{_CUT_SHORT}", file=sys.stderr)
            return 130
    print(f"\n{summary(outcomes)}", flush=True)
    return int(any(outcome.failed for outcome in outcomes))


def summary(outcomes: list[Outcome]) -> str:
    """Say what was checked, what was skipped and why; the last line counts as pytest's own does."""
    lines = ["== Ce qui a été vérifié", *(outcome.told() for outcome in outcomes)]
    skipped = [(reason, n, one.name) for one in outcomes for reason, n in one.skipped.items()]
    lines.append("== Ce qui a été sauté" if skipped else "== Rien n’a été sauté")
    lines += [f"{n} × {name} : {reason}" for reason, n, name in skipped]
    tests = [outcome for outcome in outcomes if outcome.what == "passés"]
    counts = {
        "failed": sum(outcome.failed for outcome in tests),
        "passed": sum(outcome.passed for outcome in tests),
        "skipped": sum(n for outcome in tests for n in outcome.skipped.values()),
    }
    told = ", ".join(f"{n} {name}" for name, n in counts.items() if n)
    return "\n".join([*lines, f"== {told} in {sum(outcome.seconds for outcome in outcomes):.2f}s =="])


def _static() -> Outcome:
    began, failed = time.monotonic(), []
    for name, command in _STATIC.items():
        if _STOPS:
            break
        print(f"== {name}", flush=True)
        if environment.call(*command):
            failed.append(name)
    if failed:
        print(f"Échec des vérifications statiques : {', '.join(failed)}", file=sys.stderr)
    passed = len(_STATIC) - len(failed)
    return Outcome("statique", time.monotonic() - began, passed, len(failed), what="outils d’accord")


def _tests(name: str, selection: tuple[str, ...]) -> Outcome:
    print(f"== {name}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "outcome.json"
        os.environ["CARE_OUTCOMES"] = str(kept)
        code = environment.call(*_PYTEST, "-p", "scripts.outcomes", *selection)
        seconds = time.monotonic() - began
        if not kept.is_file():
            return Outcome(name, seconds)
        told = json.loads(kept.read_text(encoding="utf-8"))
    # pytest can end badly without a test that failed: a warning as it closes, nothing selected
    failed = told["failed"] or int(code != 0)
    return Outcome(name, seconds, told["passed"], failed, told["skipped"])
