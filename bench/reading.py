"""What reading costs: 5 000 injects, beside the bare event stream of the parser over the same text.

Milliseconds, best of 5. Written again and checked once, for the other budgets of the same size.
"""

from __future__ import annotations

from yaml._yaml import CParser

from bench.measuring import Line, best
from care_desktop.scenario.checking import check
from care_desktop.scenario.reading import read
from care_desktop.scenario.writing import write

INJECTS = 5_000

HEAD = """format: 1
id: many
name: MANY
starts: J+0 02:00
indicators:
  anxiety: {name: {fr: Inquiétude, en: Anxiety}}
cells:
  direction: {name: {fr: Cellule décisionnelle, en: Decision cell}}
  it: {name: {fr: Cellule technique, en: Technical cell}}
injects:
"""
INJECT = """  inject-NUMBER:
    title: {fr: Les imprimantes crachent des feuilles, en: The printers spit out sheets}
    channel: in_person
    recipients: [direction, it]
    at: J+0 02:05
    body:
      fr: |
        Vos fichiers sont chiffrés.
        N’éteignez rien.
      en: |
        Your files are encrypted.
        Do not switch anything off.
    effects:
      - {move: anxiety, delta: 2, after: {play: 4 min}}
    say: {fr: Posez les feuilles sur la table, en: Put the sheets on the table}
"""


def text() -> bytes:
    """A file of as many injects, each as long as one of a shipped scenario."""
    return (HEAD + "".join(INJECT.replace("NUMBER", str(number)) for number in range(INJECTS))).encode()


def events(content: bytes) -> int:
    """The baseline: every event of the text, none of them looked at."""
    following = CParser(content.decode()).get_event
    count = 0
    while following() is not None:
        count += 1
    return count


def measure() -> list[Line]:
    content = text()
    scenario, findings = read(content)
    assert scenario is not None, findings
    bare = best(lambda: events(content))
    return [
        Line("read 5 000 injects", best(lambda: read(content)), bare, INJECTS, "best of 5", 600),
        Line("check 5 000 injects", best(lambda: check(scenario)), bare, INJECTS, "best of 5", 1500),
        Line("write 5 000 injects", best(lambda: write(scenario)), bare, INJECTS, "best of 5"),
    ]
