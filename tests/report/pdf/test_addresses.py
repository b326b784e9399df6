"""An address longer than a line is cut after one of its signs, never inside a word."""

from __future__ import annotations

from care_desktop.report.pdf.paragraph import TP
from care_desktop.report.pdf.styles import styles

ADDRESS = (
    "https://www.exemple.example/hauts-de-france/les-urgences-rouvriront-leurs-portes-mardi_AN-2024.html"
)


def lines(text: str, width: float) -> list[str]:
    laid = TP(text, styles().cell)
    laid.wrap(width, 1000)
    return [" ".join(words) for _, words in laid.blPara.lines]


def test_each_line_of_an_address_ends_at_a_sign() -> None:
    told = lines(f"Un journal, {ADDRESS}", 140)
    assert len(told) > 3
    assert all(line[-1] in "/-_ ," for line in told[:-1])
    assert "".join(told).replace("Un journal,", "").strip() == ADDRESS


def test_a_word_that_has_no_sign_is_cut_wherever_the_line_ends() -> None:
    assert len(lines("x" * 200, 140)) > 3
