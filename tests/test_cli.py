"""The command line: what it answers, in which language, with which exit code."""

from __future__ import annotations

import argparse
import contextlib
import errno

import pytest

import care_desktop
from care_desktop import cli
from care_desktop.__main__ import main
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Message

SUMMARY = Message("command_line.version")


def no_arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
    """Add nothing to ``parser``."""


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"CaRE Desktop {care_desktop.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], "affiche cette aide"),
        (["--lang", "en", "--help"], "show this help"),
        (["--lang=en"], "show this help"),
    ],
)
def test_its_help_speaks_the_language_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    with contextlib.suppress(SystemExit):
        assert cli.main(arguments) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["no-such-command"], ["--no-such-option"], ["--lang", "de"], ["--vers"]]
)
def test_what_it_does_not_understand_is_an_input_error_told_in_french(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert cli.main(arguments) == 2
    said = capsys.readouterr().err.splitlines()
    typed = f"care-desktop {' '.join(arguments)}"
    assert said == [
        f"La commande «\u00a0{typed}\u00a0» n’a pas été comprise, à cause de «\u00a0{arguments[-1]}\u00a0».",
        "Rien n’a été lu ni écrit.",
        "Tapez «\u00a0care-desktop --help\u00a0» pour voir ce qui est possible.",
    ]


def test_a_subcommand_runs_in_the_language_asked_for() -> None:
    def run(_options: argparse.Namespace, catalogue: Catalogue) -> int:
        return 41 + (catalogue.language == "en")

    greet = cli.Subcommand("greet", SUMMARY, SUMMARY, no_arguments, run)
    assert cli.main(["greet", "--lang", "en"], [greet]) == 42


def test_an_argument_that_a_subcommand_does_not_know_points_to_its_help(
    capsys: pytest.CaptureFixture[str],
) -> None:
    greet = cli.Subcommand("greet", SUMMARY, SUMMARY, no_arguments, lambda _options, _catalogue: 0)
    assert cli.main(["greet", "--loudly"], [greet]) == 2
    assert "care-desktop greet --loudly" in capsys.readouterr().err


def test_an_error_of_the_user_is_told_in_three_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_options: argparse.Namespace, _catalogue: Catalogue) -> int:
        raise UserError("window.no_display")

    assert cli.main(["fail"], [cli.Subcommand("fail", SUMMARY, SUMMARY, no_arguments, fail)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_a_folder_that_may_not_be_looked_into_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_options: argparse.Namespace, _catalogue: Catalogue) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "/closed/scenario.yaml")

    assert cli.main(["fail"], [cli.Subcommand("fail", SUMMARY, SUMMARY, no_arguments, fail)]) == 2
    happened, *others = capsys.readouterr().err.splitlines()
    assert "/closed/scenario.yaml" in happened
    assert len(others) == 2


def test_a_bug_is_not_hidden() -> None:
    def fail(_options: argparse.Namespace, _catalogue: Catalogue) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        cli.main(["fail"], [cli.Subcommand("fail", SUMMARY, SUMMARY, no_arguments, fail)])
