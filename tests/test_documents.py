"""What the documents promise exists."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from care_desktop.cli import SUBCOMMANDS, main
from care_desktop.cli_grammar import Parser
from care_desktop.language import Catalogue
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.scenario import Facility
from tests.report.tilleul import TILLEUL
from ui.starting import start

ENTER = {"Entrée", "Enter"}
"""What sends what was typed is no action of its own."""

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_a_document_names_can_be_run(document: str) -> None:
    named = set(re.findall(r"scripts/\w+", (ROOT / document).read_text(encoding="utf-8")))
    assert {"scripts/run", "scripts/test"} <= named
    assert [name for name in sorted(named) if not os.access(ROOT / name, os.X_OK)] == []


def test_every_relative_link_of_a_document_leads_somewhere() -> None:
    dead = [
        f"{document.name}: {target}"
        for document in (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
        for target in re.findall(r"\]\((?!\w+:|#)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert dead == []


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_CALL = re.compile(r"(?:scripts/run|care-desktop|-m care_desktop)((?: [^\s`]+)+)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def taken(subcommand: str) -> list[argparse.Action]:
    """What a subcommand takes beside what all of them take."""
    catalogue = Catalogue("fr")
    parser = Parser(catalogue, prog=subcommand, add_help=False)
    (found,) = (one for one in SUBCOMMANDS if one.name == subcommand)
    found.arguments(parser, catalogue)
    return parser._actions  # noqa: SLF001 - argparse lists them nowhere else


def options(*subcommands: str) -> set[str]:
    own = [action for one in subcommands for action in taken(one)]
    return {"--help", "--lang", "--version"} | {name for action in own for name in action.option_strings}


def called(document: Path) -> list[list[str]]:
    """The command lines of a document, without the languages that come before a subcommand."""
    found = _CALL.findall(document.read_text(encoding="utf-8"))
    return [re.sub(r"^ --lang \w\w", "", one).rstrip(").,").split() for one in found]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_and_option_of_a_document_exists(document: Path) -> None:
    names = [one.name for one in SUBCOMMANDS]
    lines = [line for line in called(document) if line and line[0] != "--help"]
    assert [line for line in lines if line[0] not in names] == []
    told = [(line, one) for line in lines for one in _OPTION.findall(" ".join(line))]
    assert [(line, one) for line, one in told if one not in options(line[0])] == []
    scripts = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "scripts").iterdir() if path.is_file()
    )
    loose = set(_OPTION.findall(document.read_text(encoding="utf-8"))) - options(*names)
    assert {one for one in loose if f'"{one}"' not in scripts} == set()


def test_command_lines_are_found_in_the_documents() -> None:
    subcommands = {line[0] for document in DOCUMENTS for line in called(document) if line}
    assert {one.name for one in SUBCOMMANDS} <= subcommands


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("subcommand", [one.name for one in SUBCOMMANDS])
def test_the_help_explains_every_option(
    subcommand: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, subcommand, "--help"]) == 0
    said = capsys.readouterr().out
    for action in taken(subcommand):
        assert action.help not in (None, "", argparse.SUPPRESS)
        assert all(name in said for name in action.option_strings)


@pytest.mark.ui
@pytest.mark.parametrize("manual", ["manuel.md", "manual.md"])
def test_every_key_that_the_manual_names_does_something(manual: str, qtbot: QtBot, tmp_path: Path) -> None:
    told = set(re.findall(r"`((?:(?:Ctrl|Shift|Maj|Alt)\+)*(?:[A-Z]|F\d+|Entrée|Enter))`", text_of(manual)))
    hook = sys.excepthook
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    shell = start(application, tmp_path)
    qtbot.addWidget(shell)
    shell.context.voice.switch("fr" if manual == "manuel.md" else "en")
    with qtbot.waitSignal(shell.context.bridge.opened):
        shell.context.bridge.open_new(TILLEUL, Facility("CH du Val", FacilityKind.HOSPITAL))
    for workspace in ("conduct", "review"):
        shell.view(workspace)
    voice, actions = shell.context.voice, shell.context.actions
    known = {voice.key(key) for action in actions.every() for key in action.keys}
    with qtbot.waitSignal(shell.context.bridge.closed):
        shell.context.bridge.close()
    shell.close()
    sys.excepthook = hook
    assert len(told) > 10
    assert sorted(told - known - ENTER) == []


def text_of(manual: str) -> str:
    return (ROOT / "docs" / manual).read_text(encoding="utf-8")
