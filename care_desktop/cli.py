"""What a script can do: the command line.

It ends with 0 when all is well, with 2 when the input is at fault, with 1 when we are.
"""

from __future__ import annotations

import argparse
import io
import shlex
import sys
import textwrap
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import care_desktop
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Language, Message

_PROGRAM = "care-desktop"


class Subcommand(NamedTuple):
    """One thing that the command line does.

    ``run`` imports what it needs when it is called, so that no command pays for another.
    """

    name: str
    help: Message
    arguments: Callable[[argparse.ArgumentParser, Catalogue], None]
    run: Callable[[argparse.Namespace, Catalogue], int]


def _in_module(name: str, summary: Message) -> Subcommand:
    """The subcommand that a module of ours holds; it is imported when it is asked for, and not before."""
    module = f"care_desktop.cli_{name}"

    def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
        import_module(module).arguments(parser, catalogue)

    def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
        code: int = import_module(module).run(options, catalogue)
        return code

    return Subcommand(name, summary, arguments, run)


SUBCOMMANDS: tuple[Subcommand, ...] = (
    _in_module("list", Message("command_line.list")),
    _in_module("check", Message("command_line.check")),
    _in_module("play", Message("command_line.play")),
    _in_module("report", Message("command_line.report")),
    _in_module("verify", Message("command_line.verify")),
)


def main(argv: Sequence[str] | None = None, subcommands: Sequence[Subcommand] = SUBCOMMANDS) -> int:
    """Do what ``argv`` asks, and return the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    _tolerate_poor_terminals()
    language: Language = "fr"
    try:
        language, rest = _language(arguments)
        return _run(rest, subcommands, Catalogue(language))
    except _Unclear as unclear:
        line = shlex.join([_PROGRAM, *arguments])
        return tell(UserError("command_line.unclear", line=line, program=unclear.program), language)
    except UserError as error:
        return tell(error, language)


def tell(error: UserError, language: Language) -> int:
    """Say on the terminal what happened, what is safe and what to do; return the exit code for it."""
    catalogue = Catalogue(language)
    for message in error.messages:
        print(catalogue.text(message), file=sys.stderr)
    return 2


class _Unclear(Exception):
    """The arguments make no sense to ``program``."""

    def __init__(self, program: str) -> None:
        super().__init__(program)
        self.program = program


class _Paragraphs(argparse.HelpFormatter):
    """Keeps the lines of a text apart, and says « usage » in the reader's language."""

    def __init__(self, prog: str, usage: str) -> None:
        super().__init__(prog, max_help_position=28, width=92)
        self._usage = usage
        # French sets its colon apart; argparse itself puts one after each heading
        self._gap = "\u00a0" if "\u00a0" in usage else ""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (
            textwrap.fill(line, width - len(indent)) if line[:1] != " " else line for line in text.split("\n")
        )
        return "\n".join(textwrap.indent(line, indent) for line in lines)

    def start_section(self, heading: str | None) -> None:
        """Begin a part of the help."""
        super().start_section(None if heading is None else heading + self._gap)

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """Say how it is called."""
        super().add_usage(usage, actions, groups, f"{self._usage} " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """Refuses with an exception: argparse itself would speak English and end the process."""

    def __init__(self, catalogue: Catalogue | None = None, **settings: Any) -> None:  # noqa: ANN401
        if catalogue is not None:
            usage = catalogue.text(Message("command_line.usage"))
            settings["formatter_class"] = partial(_Paragraphs, usage=usage)
        super().__init__(**settings)
        if catalogue is not None:
            self._positionals.title = catalogue.text(Message("command_line.arguments"))
            self._optionals.title = catalogue.text(Message("command_line.options"))

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse's own English, shown to nobody
        """Refuse the arguments."""
        raise _Unclear(self.prog)


def _language(arguments: Sequence[str]) -> tuple[Language, list[str]]:
    """Take the language from ``arguments``: even the help can only be written once it is known."""
    parser = _Parser(prog=_PROGRAM, add_help=False, allow_abbrev=False)
    parser.add_argument("--lang", choices=("fr", "en"), default="fr")
    options, rest = parser.parse_known_args(arguments)
    return options.lang, rest


def _run(arguments: Sequence[str], subcommands: Sequence[Subcommand], catalogue: Catalogue) -> int:
    asked = next((argument for argument in arguments if not argument.startswith("-")), None)
    parser = _parser(subcommands, catalogue, asked)
    options = parser.parse_args(arguments)
    if options.version:
        print(f"CaRE Desktop {care_desktop.__version__}")
        return 0
    if options.run is None:
        parser.print_help()
        return 0
    run: Callable[[argparse.Namespace, Catalogue], int] = options.run
    return run(options, catalogue)


def _parser(subcommands: Sequence[Subcommand], catalogue: Catalogue, asked: str | None) -> _Parser:
    """The whole grammar; of the subcommands, only the one that is ``asked`` for says what it takes."""
    text = catalogue.text
    parser = _Parser(
        catalogue,
        prog=_PROGRAM,
        description=text(Message("command_line.description")),
        epilog=text(Message("command_line.exit_codes")),
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(run=None)
    _add_help(parser, catalogue)
    parser.add_argument("--version", action="store_true", help=text(Message("command_line.version")))
    parser.add_argument("--lang", choices=("fr", "en"), help=text(Message("command_line.lang")))
    group = parser.add_subparsers(
        title=text(Message("command_line.commands")), metavar=text(Message("command_line.command"))
    )
    for subcommand in subcommands:
        summary = text(subcommand.help)
        child = group.add_parser(
            subcommand.name,
            catalogue=catalogue,
            help=summary,
            description=summary,
            add_help=False,
            allow_abbrev=False,
        )
        child.set_defaults(run=subcommand.run)
        _add_help(child, catalogue)
        if subcommand.name == asked:
            subcommand.arguments(child, catalogue)
    return parser


def _add_help(parser: _Parser, catalogue: Catalogue) -> None:
    parser.add_argument("-h", "--help", action="help", help=catalogue.text(Message("command_line.help")))


def _tolerate_poor_terminals() -> None:
    """Let a terminal that lacks a character show another: narrow spaces are not worth a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
