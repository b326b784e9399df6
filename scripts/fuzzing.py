"""Reads, checks and plays spoiled scenario files and packages: findings or a refusal, never an exception.

``scripts/fuzz --minutes 10`` tries for ten minutes and puts what failed into ``tests/scenario/corpus``, where
each test run tries it again. A try may take a second of the processor, and all of them 200 MB more.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import spoiling

from care_desktop.errors import UserError
from care_desktop.exchange.package import SCENARIO, files_of
from care_desktop.exercise.index import ScriptIndex
from care_desktop.exercise.simulation import play, team
from care_desktop.language import Catalogue
from care_desktop.scenario.checking import check
from care_desktop.scenario.findings import Severity
from care_desktop.scenario.reading import located, read
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.staging import stage
from care_desktop.scenario.writing import write

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests/scenario/corpus"
SEEDS = (ROOT / "tests/scenario/example.yaml", ROOT / "scripts/reference_example.yaml")
SHIPPED = ROOT / "scenarios/armentieres-2024/scenario.yaml"
MOST_SECONDS = 1
MOST_BYTES_MORE = 200_000_000
_SAID_IN = (Catalogue("fr"), Catalogue("en"))


def tried(content: bytes, *, is_package: bool, played: bool = True) -> bool:
    """Whether this could be played; an exception is a bug of the program, and comes through."""
    if is_package:
        try:
            content = files_of(content)[SCENARIO]
        except UserError:
            return False
    found, findings = read(content)
    if found is not None:
        findings += located(content, check(found))
        if read(write(found))[0] != found:
            raise AssertionError("what is written is not what was read")
    for finding in findings:
        for catalogue in _SAID_IN:
            catalogue.text(finding.message)
            catalogue.text(finding.remedy)
    if found is None or any(finding.severity is Severity.ERROR for finding in findings):
        return False
    if played:
        index = ScriptIndex(stage(found, Facility("A")))
        play(index, team("random", index))
    return True


def main(arguments: list[str]) -> int:
    """Try for some minutes; 1 if something failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    _limit_memory()
    until = time.monotonic() + options.minutes * 60
    number, playable, failed = options.seed, 0, set[str]()
    while time.monotonic() < until:
        content, is_package = made(number)
        try:
            with _a_second_at_most():
                playable += tried(content, is_package=is_package)
        # Whatever it is, it is kept and told
        except Exception as error:  # noqa: BLE001
            place = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} {place.filename}:{place.lineno}"
            if where not in failed:
                failed.add(where)
                _keep(content, is_package=is_package)
                traceback.print_exception(error)
        number += 1
    print(f"{number - options.seed} essais, {playable} jouables, {len(failed)} échecs différents")
    return 1 if failed else 0


def made(number: int) -> tuple[bytes, bool]:
    """What is tried under this number, always the same, and whether it is a package; one in four is."""
    random = Random(number)  # noqa: S311 - the same tries each time
    # The shipped scenario is long: it takes a hundred times as long as the others
    seed = (SHIPPED if random.random() < 0.005 else random.choice(SEEDS)).read_bytes()
    if random.random() < 0.25:
        return spoiling.spoiled_package({SCENARIO: seed, "LISEZ-MOI.md": b"# Lisez-moi\n"}, random), True
    return spoiling.spoiled(seed, random), False


def _keep(content: bytes, *, is_package: bool) -> None:
    CORPUS.mkdir(exist_ok=True)
    name = hashlib.sha256(content).hexdigest()[:12]
    (CORPUS / f"{name}.{'care' if is_package else 'yaml'}").write_bytes(content)


@contextmanager
def _a_second_at_most() -> Iterator[None]:
    """Of the processor: other programs do not count. No limit where there is no such signal."""
    if not hasattr(signal, "SIGVTALRM"):
        yield
        return
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {MOST_SECONDS} s of the processor")


def _limit_memory() -> None:
    """No more than this above what the program has now, where the system can hold to it."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    import resource

    most = int(statm.read_text().split()[0]) * resource.getpagesize() + MOST_BYTES_MORE
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
