"""The grammar of the command line: argparse, speaking the reader's language and refusing with exceptions."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from care_desktop.language import Catalogue, Message

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Unclear(Exception):
    """The arguments make no sense to ``program``; ``part`` is the one at fault, as typed, if it is known."""

    def __init__(self, program: str, part: str = "") -> None:
        super().__init__(program)
        self.program = program
        self.part = part


class Missing(Exception):
    """``program`` lacks what it cannot do without: ``shown`` as the help writes it."""

    def __init__(self, program: str, absent: Sequence[argparse.Action]) -> None:
        super().__init__(program)
        self.program = program
        self.names = frozenset(action.dest for action in absent)
        self.shown = ", ".join("/".join(action.option_strings) or str(action.metavar) for action in absent)


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


class Parser(argparse.ArgumentParser):
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
        raise Unclear(self.prog)

    def parse_args(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        namespace: Any = None,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Read the arguments, all of which must make sense."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            raise Unclear(self.prog, unknown[0])
        return options

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:  # noqa: ANN401
        try:
            return super()._get_value(action, arg_string)
        except argparse.ArgumentError:
            raise Unclear(self.prog, arg_string) from None

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError:
            raise Unclear(self.prog, str(value)) from None

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Show the help; argparse itself would not notice that nobody reads it any more."""
        print(self.format_help(), end="", file=file)

    def parse_known_args(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        namespace: Any = None,  # noqa: ANN401
    ) -> tuple[Any, list[str]]:
        """Read the arguments; raises ``Missing`` where they would make sense if more had been given."""
        try:
            return super().parse_known_args(args, namespace)
        except Unclear:
            absent = self._absent(args)
            if absent:
                raise Missing(self.prog, absent) from None
            raise

    def _absent(self, args: Sequence[str] | None) -> list[argparse.Action]:
        """What must be given and was not, if that is all that is wrong."""
        needed = [action for action in self._actions if action.required]
        for action in needed:
            action.required = False
        try:
            options, unknown = super().parse_known_args(args, None)
        except Unclear:
            return []
        finally:
            for action in needed:
                action.required = True
        return [] if unknown else [one for one in needed if getattr(options, one.dest, None) is None]
