"""What the checks say of themselves at the end."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import checks
import pytest
from checks import Outcome, summary


@pytest.fixture
def listening() -> Iterator[None]:
    """Ctrl-C is heard as the checks hear it."""
    before = signal.signal(signal.SIGINT, lambda number, _: checks._STOPS.append(number))  # noqa: SLF001
    yield
    signal.signal(signal.SIGINT, before)
    checks._STOPS.clear()  # noqa: SLF001


def passes() -> Outcome:
    return Outcome("cœur", 1.0, 7, 0)


def is_cut_short() -> Outcome:
    signal.raise_signal(signal.SIGINT)
    return passes()


@pytest.mark.usefixtures("listening")
def test_ctrl_c_ends_the_checks_with_three_sentences_and_claims_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert checks.carry_out([passes, is_cut_short, passes]) == 130
    told = capsys.readouterr()
    assert "passed" not in told.out
    assert [line.split(" :")[0] for line in told.err.split("\n")[1:4]] == [
        "Arrêté avant la fin",
        "Vos fichiers sont intacts",
        "À faire",
    ]


def test_checks_that_go_through_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert checks.carry_out([passes, passes]) == 0
    assert capsys.readouterr().out.endswith("== 14 passed in 2.00s ==\n")


def test_what_was_skipped_is_named_with_its_reason() -> None:
    told = summary([Outcome("Qt", 3.0, 5, 0, {"needs Xvfb": 2})])
    assert "2 × Qt : needs Xvfb" in told.splitlines()
    assert told.endswith("== 5 passed, 2 skipped in 3.00s ==")


def test_a_stage_that_could_not_tell_its_numbers_has_failed() -> None:
    told = summary([Outcome("cœur", 1.0)])
    assert "ÉCHEC" in told
    assert "1 failed" in told


def test_the_tools_are_no_tests() -> None:
    static = Outcome("statique", 2.0, 4, 0, what="outils d’accord")
    assert summary([static, Outcome("cœur", 1.0, 7, 0)]).endswith("== 7 passed in 3.00s ==")
