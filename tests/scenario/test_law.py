"""Duties that the law imposes, taken from the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from care_desktop import paths
from care_desktop.scenario.checking import check
from care_desktop.scenario.choosing import FacilityKind
from care_desktop.scenario.law import LegalDuty
from care_desktop.scenario.law_book import law_book
from care_desktop.scenario.reading.documents import read_duties
from care_desktop.scenario.scenario import Facility
from care_desktop.scenario.script import Duty, Script
from care_desktop.scenario.staging import stage
from care_desktop.scenario.text import Text
from care_desktop.scenario.time import HOUR, story
from care_desktop.scenario.writing import write
from tests.scenario.written import EXAMPLE, changed, codes, scenario

NAME = "    name: {fr: Signalement au CERT Santé, en: Report to CERT Santé}\n"
OURS = Facility("Clinique", FacilityKind.CLINIC)


def under(law: str) -> bytes:
    """The example with its one duty left to the catalogue."""
    start, end = EXAMPLE.index(NAME), EXAMPLE.index("\nindicators:")
    return f"{EXAMPLE[:start]}    law: {law}\n{EXAMPLE[end:]}".encode()


def duty(script: Script) -> Duty:
    return next(one for one in script.duties if one.id == "cert")


def test_a_duty_of_the_catalogue_says_all_that_the_law_says() -> None:
    written = scenario(under("cnil"))
    assert codes(check(written)) == []
    played = duty(stage(written, OURS))
    assert played.deadline == story(72 * HOUR)
    assert (played.article, played.as_of) == (Text("RGPD, art. 33", "GDPR, art. 33"), law_book().as_of)
    assert played.content.fr


def test_what_the_scenario_says_itself_holds_before_the_catalogue() -> None:
    content = changed(NAME, NAME + "    law: cnil\n    deadline: {story: 48 h}\n")
    played = duty(stage(scenario(content), OURS))
    assert (played.name.fr, played.deadline) == ("Signalement au CERT Santé", story(48 * HOUR))
    assert played.delay.fr == "Sans délai"


def test_a_duty_that_is_off_is_not_played_anywhere() -> None:
    script = stage(scenario(under("nis2")), OURS)
    assert script.duties == ()
    assert "duty.cert" in script.dropped


def test_a_duty_that_the_catalogue_has_not_is_played_as_it_is_written() -> None:
    content = changed(NAME, NAME + "    law: elsewhere\n")
    assert duty(stage(scenario(content), OURS)).name.fr == "Signalement au CERT Santé"


def test_the_law_is_written_back_and_not_what_it_says() -> None:
    assert b"law: cnil" in write(scenario(under("cnil")))
    assert b"RGPD" not in write(scenario(under("cnil")))


def test_the_catalogue_that_is_shipped_can_be_read() -> None:
    catalogue, findings = read_duties(paths.resources() / "duties.yaml")
    assert codes(findings) == []
    assert catalogue == law_book()


@pytest.mark.parametrize("legal", law_book().duties, ids=lambda legal: legal.id)
def test_each_duty_of_the_catalogue_has_its_article_and_binds_somebody_or_says_why_not(
    legal: LegalDuty,
) -> None:
    assert legal.article.fr
    assert legal.trigger.fr
    assert bool(legal.binds) != bool(legal.off.fr)
    if legal.binds:
        assert legal.delay.fr
        assert legal.to.fr
        assert legal.content.fr


def test_a_catalogue_that_could_not_be_read_is_not_remembered_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = law_book()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(paths, "resources", lambda: tmp_path)
        assert law_book().duties == ()
        assert "CX-UNKNOWN-LAW" in codes(check(scenario(under("cnil"))))
    assert law_book() == shipped
