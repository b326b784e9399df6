"""What the checks say of themselves at the end."""

from __future__ import annotations

from checks import Outcome, summary


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
