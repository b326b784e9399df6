"""Who plays: the facility is described once; from then on it is one line, and the way to change it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from care_desktop.scenario.choosing import FacilityKind, LegalForm
from care_desktop.scenario.scenario import Facility
from ui import theme
from ui.prepare.card import AskedCard
from ui.prepare.plan import described
from ui.voice import Voice
from ui.widgets.button import Button
from ui.widgets.field import Captioned, Choice, LineField
from ui.widgets.text import Label

KINDS = {
    FacilityKind.HOSPITAL: "prepare.kind_hospital",
    FacilityKind.CLINIC: "prepare.kind_clinic",
    FacilityKind.NURSING_HOME: "prepare.kind_nursing_home",
    FacilityKind.MEDICO_SOCIAL: "prepare.kind_medico_social",
}
FORMS = {
    LegalForm.PUBLIC: "prepare.form_public",
    LegalForm.RUN_BY_HOSPITAL: "prepare.form_run_by_hospital",
    LegalForm.CCAS: "prepare.form_ccas",
    LegalForm.ASSOCIATION: "prepare.form_association",
    LegalForm.GROUP: "prepare.form_group",
}
_LONGEST_NAME = 120


class FacilityCard(AskedCard):
    """The name, the kind and the legal form. A name is not needed to play."""

    described = Signal()

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._before: Facility | None = None
        self._change = Button("quiet", small=True)
        self._change.clicked.connect(self._open)
        self.add_beside_title(self._change)
        self._line = Label(tone="ink2")
        self._name = LineField()
        self._name.setMaxLength(_LONGEST_NAME)
        self._kind, self._form = Choice(), Choice()
        self._fields = QWidget()
        self._grid = QGridLayout(self._fields)
        self._captioned = tuple(Captioned("", field) for field in (self._name, self._kind, self._form))
        self._grid.addWidget(self._captioned[0], 0, 0, 1, 2)
        self._grid.addWidget(self._captioned[1], 1, 0)
        self._grid.addWidget(self._captioned[2], 1, 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)
        self.column.addWidget(self._line)
        self.column.addWidget(self._fields)
        self._remark = Label(tone="warn")
        self._remark.hide()
        self.column.addWidget(self._remark)
        self._name.editingFinished.connect(self.described)
        self._kind.chosen.connect(self.described)
        self._form.chosen.connect(self.described)
        self.retranslate()
        self._take_grid_sizes()
        theme.signals.changed.connect(self._take_grid_sizes)

    def show_facility(self, facility: Facility | None) -> None:
        """Show what is known: one line where there is a facility, else the three fields."""
        self._before = facility
        if facility is not None:
            self._name.setText(facility.name)
            self._kind.choose(facility.kind)
            self._form.choose(facility.legal_form)
        self._fields.setVisible(facility is None)
        self._line.setVisible(facility is not None)
        self._change.setVisible(facility is not None)
        self.retranslate()

    def remark(self, sentence: str) -> None:
        """Say what is to be known of this facility in this exercise; nothing for an empty sentence."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    @property
    def is_named(self) -> bool:
        """Whether there is a facility to keep."""
        return bool(self._name.text().strip())

    def facility(self) -> Facility:
        """The facility as it is described now; one without a name is called so."""
        name = self._name.text().strip() or self._voice.say("prepare.any_facility")
        kind, form = FacilityKind(self._kind.value()), LegalForm(self._form.value())
        return described(self._before, Facility(name, kind, form))

    def retranslate(self) -> None:
        """Say it in the language in force."""
        say = self._voice.say
        self.set_title(say("prepare.facility"))
        self._change.setText(say("prepare.change"))
        self._change.setAccessibleName(say("prepare.change_facility"))
        self._name.setPlaceholderText(say("prepare.name_example"))
        self._kind.set_options([(kind, say(text)) for kind, text in KINDS.items()])
        self._form.set_options([(form, say(text)) for form, text in FORMS.items()])
        captions = (say("prepare.name"), say("prepare.kind"), say("prepare.form"))
        for field, caption in zip(self._captioned, captions, strict=True):
            field.set_caption(caption)
        if (known := self._before) is not None:
            parts = (known.name, say(KINDS[known.kind]), say(FORMS[known.legal_form]))
            self._line.setText(" · ".join(parts))

    def _open(self) -> None:
        self._fields.show()
        self._line.hide()
        self._change.hide()
        self._name.setFocus()

    def _take_grid_sizes(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(10))
