"""What there is to read of an inject: its way, its words, what to say and to answer, what is expected."""

from __future__ import annotations

from care_desktop.scenario.ids import InjectId
from ui.conduct.console import Console
from ui.conduct.names import inject_code, inject_title
from ui.conduct.scrolling import Column
from ui.conduct.seen import Seen
from ui.conduct.up_next import due, way_of, words_of
from ui.widgets.text import Label

_PARTS = {
    "words": "conduct.sheet_words",
    "say": "conduct.sheet_say",
    "answers": "conduct.sheet_answers",
    "expected": "conduct.sheet_expected",
}


class InjectWords(Column):
    """Labels under one another; what an inject does not have takes no room."""

    def __init__(self, console: Console) -> None:
        super().__init__(side=16, spacing=6)
        self._voice = console.context.voice
        say = self._voice.say
        self._title = Label("section")
        self._way = Label("detail", "ink2", tabular=True)
        self.inside.addWidget(self._title)
        self.inside.addWidget(self._way)
        self._parts: dict[str, tuple[Label, Label]] = {}
        for name, key in _PARTS.items():
            head = Label("text", text=say(key), weight=700)
            text = Label("say" if name == "words" else "text", "ink" if name == "words" else "ink2")
            self._parts[name] = (head, text)
            self.inside.addWidget(head)
            self.inside.addWidget(text)
        self.inside.addStretch(1)

    def show_inject(self, seen: Seen, inject: InjectId) -> None:
        """Show an inject."""
        written = seen.index.injects.get(inject)
        one = seen.inject(inject)
        when = "" if one.launched is not None else f" · {due(seen, inject).text}"
        self._title.setText(f"{inject_code(seen, inject)} · {inject_title(seen, inject)}")
        self._way.setText(f"{way_of(seen, inject)}{when}")
        texts = {"words": words_of(seen, inject), "say": "", "answers": "", "expected": ""}
        if written is not None:
            texts["say"] = self._voice.text(written.say)
            texts["answers"] = self._voice.text(written.answers)
            texts["expected"] = "\n".join(self._voice.text(each.text) for each in written.reactions)
            subject = self._voice.text(written.subject)
            if subject and one.corrected is None:
                texts["words"] = f"{subject}\n{texts['words']}"
        for name, text in texts.items():
            head, label = self._parts[name]
            label.setText(text.strip())
            for part in (head, label):
                part.setVisible(bool(text.strip()))
