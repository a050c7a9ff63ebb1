"""The guidelines beside the page: every rule that a reason names can be found there."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.core.reasons import SENTENCES
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.guidelines import Guidelines, with_links

NAMED = sorted(
    {rule for said in SENTENCES.values() for rule in re.findall('href="(.*?)"', with_links(said))}
)

# The rules of section 4 are a list, whose numbers are no text.
BEGINS = {
    "4.1": {"en": "A word weakens the main predicate", "id": "Ada kata yang melemahkan"},
    "4.2": {"en": "Hearsay without a source", "id": "Kabar tanpa sumber"},
    "4.3": {"en": "Attributed: a state body", "id": "Berasal dari lembaga negara"},
    "4.4": {"en": "The reporter's own voice", "id": "Pernyataan wartawan"},
}


def test_reasons_name_rules() -> None:
    assert NAMED == ["1", "2", "4.1", "4.2", "4.3", "4.4", "5", "A1", "A3", "H", "N", "R1"]


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("rule", NAMED)
def test_a_rule_that_is_named_is_found(qtbot: QtBot, lang: str, rule: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pane = Guidelines(resources.path("guidelines"), lang, window)
    assert pane.show_rule(rule)
    (tint,) = pane.browser.extraSelections()
    assert tint.cursor.selectedText().strip().startswith(BEGINS.get(rule, {lang: rule})[lang])


def test_a_rule_that_is_not_there_is_not_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pane = Guidelines(resources.path("guidelines"), "en", window)
    assert not pane.show_rule("4.9")
    assert not pane.show_rule("Z1")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("the noun “<b>” carries a clause (guideline 2)",
         'the noun “&lt;b&gt;” carries a clause <a href="2">(guideline 2)</a>'),
        ("pernyataan wartawan sendiri (pedoman 1, R1)",
         'pernyataan wartawan sendiri <a href="R1">(pedoman 1, R1)</a>'),
        ("hearsay (4.2)", 'hearsay <a href="4.2">(4.2)</a>'),
        ("“(4.2)” is a person", "“(4.2)” is a person"),
    ],
)  # fmt: skip
def test_only_the_rule_is_a_link(reason: str, said: str) -> None:
    assert with_links(reason) == said


def test_a_click_on_a_reason_leads_to_its_rule(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "y")
    reasons = window.claim_pane.reasons
    assert "(guideline 1)" in reasons.toPlainText()
    inside = reasons.cursorRect(reasons.document().find("guideline")).center()
    qtbot.mouseClick(reasons.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    pane = window.findChild(Guidelines)
    assert pane is not None
    assert pane.isVisible()
    (tint,) = pane.browser.extraSelections()
    assert tint.cursor.selectedText().strip() == "1. What is a claim"
