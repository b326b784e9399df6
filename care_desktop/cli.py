"""What a script can do: the command line.

It ends with 0 when all is well, with 2 when the input or the disk is at fault, with 1 when we are; with 130
when the user interrupts it, and with 141 when whoever read its answer has gone, as a shell has it.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NamedTuple

import care_desktop
from care_desktop.cli_grammar import Missing, Parser, Unclear
from care_desktop.cli_program import program
from care_desktop.cli_streams import fall_silent, is_full, tolerate_poor_terminals
from care_desktop.errors import UserError
from care_desktop.language import Catalogue, Language, Message

_AT_FAULT, _INTERRUPTED, _UNHEARD = 2, 130, 141


class Subcommand(NamedTuple):
    """One thing that the command line does, in a few words and at length.

    ``run`` imports what it needs when it is called, so that no command pays for another.
    """

    name: str
    help: Message
    about: Message
    arguments: Callable[[argparse.ArgumentParser, Catalogue], None]
    run: Callable[[argparse.Namespace, Catalogue], int]


def _in_module(name: str, summary: Message, about: Message) -> Subcommand:
    """The subcommand that a module of ours holds; it is imported when it is asked for, and not before."""
    module = f"care_desktop.cli_{name}"

    def arguments(parser: argparse.ArgumentParser, catalogue: Catalogue) -> None:
        import_module(module).arguments(parser, catalogue)

    def run(options: argparse.Namespace, catalogue: Catalogue) -> int:
        code: int = import_module(module).run(options, catalogue)
        return code

    return Subcommand(name, summary, about, arguments, run)


SUBCOMMANDS: tuple[Subcommand, ...] = (
    _in_module("list", Message("command_line.list"), Message("command_line.about_list")),
    _in_module("check", Message("command_line.check"), Message("command_line.about_check")),
    _in_module("play", Message("command_line.play"), Message("command_line.about_play")),
    _in_module("simulate", Message("command_line.simulate"), Message("command_line.about_simulate")),
    _in_module("report", Message("command_line.report"), Message("command_line.about_report")),
    _in_module("format", Message("command_line.format"), Message("command_line.about_format")),
    _in_module("convert", Message("command_line.convert"), Message("command_line.about_convert")),
    _in_module("pack", Message("command_line.pack"), Message("command_line.about_pack")),
    _in_module("unpack", Message("command_line.unpack"), Message("command_line.about_unpack")),
    _in_module("schema", Message("command_line.schema"), Message("command_line.about_schema")),
    _in_module("verify", Message("command_line.verify"), Message("command_line.about_verify")),
)


def main(argv: Sequence[str] | None = None, subcommands: Sequence[Subcommand] = SUBCOMMANDS) -> int:
    """Do what ``argv`` asks, and return the exit code."""
    tolerate_poor_terminals()
    arguments = sys.argv[1:] if argv is None else list(argv)
    try:
        code = _answer(arguments, subcommands)
        print(end="", flush=True)
    except BrokenPipeError:
        fall_silent(sys.stdout, sys.stderr)
        return _UNHEARD
    except OSError as error:
        if not is_full(error):
            raise
        return _cut_short(arguments)
    return code


def tell(error: UserError, language: Language, code: int = _AT_FAULT) -> int:
    """Say on the terminal what happened, what is safe and what to do; return the exit code for it."""
    catalogue = Catalogue(language)
    for message in error.messages:
        print(catalogue.text(message), file=sys.stderr)
    return code


def _cut_short(arguments: Sequence[str]) -> int:
    """Say that the answer is not whole, if not even that finds no room."""
    fall_silent(sys.stdout)
    language: Language = "fr"
    with suppress(Missing, Unclear):
        language, _ = _language(arguments)
    try:
        return tell(UserError("command_line.cut_short"), language)
    except OSError:
        fall_silent(sys.stderr)
        return _AT_FAULT


def _answer(arguments: Sequence[str], subcommands: Sequence[Subcommand]) -> int:
    language: Language = "fr"
    line = f"{program()} {shlex.join(arguments)}"
    try:
        language, rest = _language(arguments)
        return _run(rest, subcommands, Catalogue(language))
    except SystemExit as ended:  # argparse has shown a help
        return int(ended.code or 0)
    except Missing as missing:
        return tell(_lacking(missing, line), language)
    except Unclear as unclear:
        return tell(_unclear(unclear, line), language)
    except UserError as error:
        return tell(error, language)
    except PermissionError as denied:  # a folder that may not even be looked into
        return tell(UserError("command_line.denied", path=str(denied.filename or "?")), language)
    except KeyboardInterrupt:
        return tell(UserError("command_line.interrupted"), language, _INTERRUPTED)


def _unclear(unclear: Unclear, line: str) -> UserError:
    """What to say of a line that makes no sense, and of what in it."""
    if unclear.part:
        return UserError("command_line.unclear_part", line=line, part=unclear.part, program=unclear.program)
    return UserError("command_line.unclear", line=line, program=unclear.program)


def _lacking(missing: Missing, line: str) -> UserError:
    """What to say of a line that lacks something; where it is the scenario, which ones there are."""
    from care_desktop import cli_sources

    known = cli_sources.shipped_ids()
    if "scenario" in missing.names and known:
        return UserError("command_line.missing_scenario", line=line, known=", ".join(known))
    return UserError("command_line.missing", line=line, missing=missing.shown, program=missing.program)


def _language(arguments: Sequence[str]) -> tuple[Language, list[str]]:
    """Take the language from ``arguments``: even the help can only be written once it is known."""
    parser = Parser(prog=program(), add_help=False, allow_abbrev=False)
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


def _parser(subcommands: Sequence[Subcommand], catalogue: Catalogue, asked: str | None) -> Parser:
    """The whole grammar; of the subcommands, only the one that is ``asked`` for says what it takes."""
    text, name = catalogue.text, program()
    command = text(Message("command_line.command"))
    more = {"program": name, "command": command}
    begin = (
        text(Message("command_line.begin")),
        f"  {name} list",
        f"  {name} play armentieres-2024 --report retex.pdf",
        text(Message("command_line.begin_more", more)),
    )
    parser = Parser(
        catalogue,
        prog=name,
        description=text(Message("command_line.description")),
        epilog="\n".join([*begin, "", text(Message("command_line.exit_codes"))]),
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(run=None)
    _add_common(parser, catalogue)
    parser.add_argument("--version", action="store_true", help=text(Message("command_line.version")))
    group = parser.add_subparsers(title=text(Message("command_line.commands")), metavar=command)
    for subcommand in subcommands:
        child = group.add_parser(
            subcommand.name,
            catalogue=catalogue,
            help=text(subcommand.help),
            description=text(subcommand.about),
            add_help=False,
            allow_abbrev=False,
        )
        child.set_defaults(run=subcommand.run)
        _add_common(child, catalogue)
        if subcommand.name == asked:
            subcommand.arguments(child, catalogue)
    return parser


def _add_common(parser: Parser, catalogue: Catalogue) -> None:
    """What every command takes. The language is known by now: here it is only told."""
    text = catalogue.text
    parser.add_argument("-h", "--help", action="help", help=text(Message("command_line.help")))
    parser.add_argument("--lang", choices=("fr", "en"), help=text(Message("command_line.lang")))
