"""Words of the model as paragraphs: typeset, escaped, in the style of their role."""

from __future__ import annotations

from reportlab.lib.enums import TA_RIGHT

from care_desktop.report.model import Phrase, Run, Weight
from care_desktop.report.model import Role as Wording
from care_desktop.report.pdf import fonts
from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import Role, Styles, styles
from care_desktop.report.pdf.tagging import Tag
from care_desktop.report.pdf.typography import markup, plain

_MARKS = {Weight.STRONG: "b", Weight.ITALIC: "i"}


class Type:
    """The styles of one document and its language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.styles: Styles = styles()
        own = self.styles
        act = Role("act", "SourceSerif4SmText-Semibold", 9.6, 12)
        key = Role("key", fonts.DISPLAY, 14, 15, textColor=own.accent)
        self._roles: dict[Wording, Role] = {
            Wording.BODY: own.body,
            Wording.ESSENTIAL: own.essential,
            Wording.CELL: own.cell,
            Wording.NAME: own.cell_name,
            Wording.SECOND: own.cell_second,
            Wording.KEY: key,
            Wording.ACT: act,
            Wording.MOTIVE: own.motive.but(spaceBefore=2.5),
        }
        self._right = {role: style.but(alignment=TA_RIGHT) for role, style in self._roles.items()}
        self.small = own.cell_second
        self.small_name = Role("small_name", fonts.SANS_SEMIBOLD, 8, 10)
        self.point = Role("point", fonts.SMALL, 10.2, 13.4)
        self.point_number = Role("point_number", fonts.DISPLAY, 22, 23, textColor=own.accent)
        self.facility = Role("facility", fonts.SANS_SEMIBOLD, 11, 14)
        self.structure = Role("structure", fonts.SANS, 9.6, 12.4, textColor=own.cell_second.textColor)
        self.genre = Role("genre", fonts.SANS, 12, 16, textColor=own.cell_second.textColor, spaceAfter=2)
        self.subject = Role("subject", fonts.TEXT, 15.5, 20, spaceBefore=7, spaceAfter=5)
        self.occasion = Role("occasion", fonts.SANS, 10.2, 14, textColor=own.cell_second.textColor)

    def style(self, role: Wording, *, right: bool = False) -> Role:
        """The style of a role; numbers stand at the right."""
        return (self._right if right else self._roles)[role]

    def markup(self, text: str) -> str:
        """Plain text as it goes into a paragraph."""
        return markup(text, self.language)

    def plain(self, text: str) -> str:
        """Plain text as it goes into outline, header, alternative text."""
        return plain(text, self.language)

    def phrase(self, words: Phrase) -> str:
        """Words of several weights as one paragraph's markup; the spaces between them are kept."""
        return "".join(self._run(run) for run in words)

    def _run(self, run: Run) -> str:
        text = self.markup(run.text)
        if not text:
            return " " if run.text else ""
        mark = _MARKS.get(run.weight)
        before = " " if run.text[:1] == " " else ""
        after = " " if run.text[-1:] == " " else ""
        return f"{before}<{mark}>{text}</{mark}>{after}" if mark else f"{before}{text}{after}"

    def words(self, words: Phrase, role: Wording = Wording.BODY, *, right: bool = False) -> TP:
        """A paragraph of the model."""
        return TP(self.phrase(words), self.style(role, right=right))

    def text(self, text: str, style: Role, tag: Tag | str = "P") -> TP:
        """A paragraph of plain text."""
        return TP(self.markup(text), style, tag=tag)
