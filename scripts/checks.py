"""Every check that must hold, static ones first."""

from __future__ import annotations

import os
import sys

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


def run(arguments: list[str]) -> int:
    """Check all; with ``arguments``, run pytest alone with them. Return the exit code."""
    environment.prepare()
    os.chdir(environment.ROOT)
    if arguments:
        return environment.call(*_PYTEST, *arguments)
    failed = _static_failures()
    # pytest is last so that its own closing line ends the output
    tests = environment.call(*_PYTEST, "-n", "2")
    if failed:
        print(f"Échec des vérifications statiques : {', '.join(failed)}", file=sys.stderr)
    return tests or int(bool(failed))


def _static_failures() -> list[str]:
    failed = []
    for name, command in _STATIC.items():
        print(f"== {name}", flush=True)
        if environment.call(*command):
            failed.append(name)
    outcomes = [f"{name} {'ÉCHEC' if name in failed else 'ok'}" for name in _STATIC]
    print(f"== vérifications statiques : {', '.join(outcomes)}\n== pytest", flush=True)
    return failed
