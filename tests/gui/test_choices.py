"""What a person chooses: keys, labels, themes, language; conflicts are refused, changes undone."""

from pathlib import Path

import msgspec
import pytest
from dialogs import Answers
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot
from scene import TEXT, OpenWindow, reader

from annotator import app
from annotator.core.scheme import LabelSource
from annotator.storage import settings as settings_file
from annotator.ui.dialogs.keys_editor import KeysEditor
from annotator.ui.dialogs.name_dialog import NameDialog, proposed_name
from annotator.ui.dialogs.scheme_editor import KEY, NAME, SchemeEditor
from annotator.ui.dialogs.settings_dialog import SettingsDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.guidelines import Guidelines

CONTROL = Qt.KeyboardModifier.ControlModifier


def labels(window: MainWindow) -> list[str | None]:
    assert window.desk.article is not None
    return [claim.label for claim in window.desk.article.claims]


def choose(window: MainWindow, **values: object) -> None:
    window.choices.choose(replace(window.desk.settings, **values))


def test_a_command_on_another_key(window: MainWindow, qtbot: QtBot, home: app.Home) -> None:
    choose(window, keys={"next": ("N",), "note": ("Ctrl+N",)})
    qtbot.keyClicks(window.page, "n")
    claim, article = window.desk.claim(), window.desk.article
    assert article is not None
    assert claim == article.claims[1]
    qtbot.keyClicks(window.page, "j")
    assert window.desk.claim() == claim
    assert settings_file.load(home.settings).keys["next"] == ("N",)
    assert window.actions_.first_key("next") == "N"


def test_a_key_that_is_taken_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    editor = KeysEditor({}, {"1": "Official"})
    qtbot.addWidget(editor)
    editor.choose("next")
    assert not editor.give("K")
    assert "Previous Claim" in editor.said()
    assert not editor.give("1")
    assert "Official" in editor.said()
    assert editor.keys() == {}
    assert editor.give("Ctrl+Alt+J")
    assert editor.keys() == {"next": ("Ctrl+Alt+J",)}


def test_no_two_commands_have_the_same_key(window: MainWindow) -> None:
    seen: dict[str, str] = {}
    for id_, *_ in window.actions_.rows():
        for key in window.actions_[id_].shortcuts():
            name = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert name not in seen, f"{name}: {id_} and {seen[name]}"
            seen[name] = id_


def test_the_settings_dialog_gives_back_what_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = SettingsDialog(window.desk.settings, window.choices._schemes.all(), {})
    qtbot.addWidget(dialog)
    assert dialog.settings() == window.desk.settings
    theme = next(box for box in dialog.findChildren(QComboBox) if box.findData("contrast") >= 0)
    theme.setCurrentIndex(theme.findData("contrast"))
    assert dialog.settings().theme == "contrast"
    assert not dialog.settings().allow_web
    web = next(box for box in dialog.findChildren(QCheckBox) if "web page" in box.text())
    web.setChecked(True)
    assert dialog.settings().allow_web


def test_another_scheme_is_one_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "verdicts.toml"
    file.write_text(
        'id = "verdicts"\n[name]\nen = "Verdicts"\n'
        '[[labels]]\nkey = "true"\ncolour = "green"\nshape = "circle"\nshortcut = "1"\n'
        'name = { en = "True" }\n'
        '[[labels]]\nkey = "false"\ncolour = "purple"\nshape = "triangle"\nshortcut = "9"\n'
        'name = { en = "False" }\n'
    )
    window.choices._use(window.choices._schemes.take(file))
    qtbot.keyClicks(window.page, "9")
    assert labels(window)[0] == "false"
    qtbot.keyClicks(window.page, "3")
    assert labels(window)[1] is None

    def buttons() -> set[str]:
        found = window.label_bar.findChildren(QPushButton)
        return {button.text() for button in found if button.isVisible()}

    qtbot.waitUntil(lambda: {"True", "False"} <= buttons(), timeout=5_000)
    assert "Official" not in buttons()


def test_renaming_a_label_in_use_is_undone_in_one_go(
    window: MainWindow, qtbot: QtBot, open_window: OpenWindow, article_file: Path
) -> None:
    qtbot.keyClicks(window.page, "13")
    before = window.choices._schemes.load("claims")
    first = replace(before.labels[0], key="state", name={"en": "State"})
    after = replace(before, labels=(first, *before.labels[1:2]))
    window.choices.follow_scheme(before, after, {"official": "state", "speculative": None})
    qtbot.waitUntil(lambda: not window.choices.relabelling.busy)
    assert labels(window) == ["state", None, None]
    assert "in 1 article." in window.banner.text()
    (take_back,) = window.banner.actions_offered()
    qtbot.mouseClick(take_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.choices.relabelling.busy)
    assert labels(window) == ["official", "speculative", None]
    assert [label.key for label in window.choices.scheme().labels] == [
        "official",
        "sourced",
        "speculative",
    ]
    window.close()
    again = open_window(article_file)
    assert labels(again) == ["official", "speculative", None]


def test_relabelling_shows_how_far_it_is_and_can_be_stopped(
    window: MainWindow, qtbot: QtBot, article_file: Path
) -> None:
    """The second article keeps its label; what was changed is taken back in one go."""
    qtbot.keyClicks(window.page, "1")
    other = article_file.with_name("lain.txt")
    other.write_text(TEXT + "\nSatu baris lagi.", encoding="utf-8")
    window.desk.open([other])
    reader(window).answer()
    qtbot.keyClicks(window.page, "1")
    before = window.choices._schemes.load("claims")
    after = replace(before, labels=before.labels[1:])
    relabelling = window.choices.relabelling
    said: list[str] = []

    def stop_after_the_first(text: str, _percent: int) -> None:
        said.append(text)
        relabelling.stop()

    relabelling.progressed.connect(stop_after_the_first)
    window.choices.follow_scheme(before, after, {"official": None})
    # The window is not held: nothing has been changed yet.
    assert labels(window)[0] == "official"
    qtbot.waitUntil(lambda: not relabelling.busy)
    assert said[0] == "Changing labels, 1 of 2 articles"
    assert labels(window)[0] == "official"
    assert "in 1 article. The other articles keep theirs" in window.banner.text()
    window.desk.show(0)
    assert labels(window)[0] is None
    relabelling.progressed.disconnect(stop_after_the_first)
    (take_back,) = window.banner.actions_offered()
    qtbot.mouseClick(take_back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not relabelling.busy)
    assert labels(window)[0] == "official"


def test_the_scheme_editor_knows_what_was_renamed(window: MainWindow, qtbot: QtBot) -> None:
    source = window.choices._schemes.load("claims")
    editor = SchemeEditor(source, app.theme("light"), "en")
    qtbot.addWidget(editor)
    assert editor.source() == source
    assert editor.renamed() == {}
    for column, text in ((KEY, "state"), (NAME, "State")):
        item = editor._table.item(0, column)
        assert item is not None
        item.setText(text)
    editor._table.removeRow(2)
    assert editor.renamed() == {"official": "state", "speculative": None}
    assert [label.key for label in editor.source().labels] == ["state", "sourced"]
    assert editor.source().labels[0].name["id"] == "Resmi"
    editor._add(LabelSource("sourced", {"en": "Twice"}))
    editor.accept()
    assert not editor._faults.isHidden()


def test_a_suggestion_of_another_scheme_is_neither_shown_nor_accepted(
    window: MainWindow, qtbot: QtBot
) -> None:
    choose(window, assist="suggest")
    claim = window.desk.claim()
    assert claim is not None
    assert claim.suggestion is not None
    assert "Suggested" in window.inspector.reasons()
    scheme = window.choices.scheme()
    window.set_scheme(replace(scheme, labels=(replace(scheme.labels[0], key="verified"),)))
    assert "Suggested" not in window.inspector.reasons()
    window.editor.accept()
    assert [one.label for one in window.desk.article.claims if one.label] == []  # type: ignore[union-attr]
    window.editor.tag("verified")
    assert [one.decision.shown for one in window.desk.article.claims if one.decision] == [None]  # type: ignore[union-attr]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_theme_has_a_colour_for_everything(window: MainWindow, theme: str) -> None:
    choose(window, theme=theme)
    colours = app.theme(theme).labels
    assert {label.colour for label in window.choices.scheme().labels} <= set(colours)


def test_the_interface_in_indonesian(
    open_window: OpenWindow, home: app.Home, article_file: Path
) -> None:
    settings_file.save(home.settings, settings_file.Settings(language="id"))
    window = open_window(article_file)
    reader(window).answer()
    assert window.actions_["next"].text() == "Klaim Berikutnya"
    assert window.label_bar.tiles["official"].text() == "Resmi"
    assert window.inspector.heading.text() == "KLAIM 1 DARI 3"
    assert "berada di antara sumber dan pernyataannya" in window.inspector.reasons()
    settings_file.save(home.settings, settings_file.Settings(language="en"))
    app.speak(settings_file.Settings(language="en"))


def test_the_first_minute(window: MainWindow, qtbot: QtBot, home: app.Home) -> None:
    window.begin_lesson()
    steps = []
    for key in ("j", "1", None, "x", "c"):
        steps.append(window.lesson.text())
        if key == "c":
            cursor = window.page.textCursor()
            cursor.setPosition(TEXT.index("Harga"))
            cursor.setPosition(TEXT.index("Harga") + 5, cursor.MoveMode.KeepAnchor)
            window.page.setTextCursor(cursor)
        if key is None:
            qtbot.keyClick(window.page, Qt.Key.Key_Z, CONTROL)
        else:
            qtbot.keyClicks(window.page, key)
    assert len(set(steps)) == 5
    assert "all you need" in window.lesson.text()
    window.lesson.end()
    assert settings_file.load(home.settings).lesson_done


def test_the_guidelines_are_beside_the_work(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.page, "g")
    assert window._guidelines is not None
    assert isinstance(window._guidelines, Guidelines)
    assert "Which label" in window._guidelines.browser.toPlainText()
    qtbot.keyClicks(window.page, "g")
    assert window._guidelines.isHidden()


def test_broken_settings_are_never_fatal(open_window: OpenWindow, home: app.Home) -> None:
    home.config.mkdir(parents=True, exist_ok=True)
    home.settings.write_bytes(msgspec.json.encode({"text_size": "huge"}))
    (home.config / "schemes").mkdir()
    (home.config / "schemes" / "bad.toml").write_text("id = ")
    window = open_window()
    assert window.desk.settings.text_size == 18


def test_a_scheme_that_is_gone_is_said_before_anything_is_tagged(
    open_window: OpenWindow, home: app.Home, article_file: Path
) -> None:
    settings_file.save(home.settings, settings_file.Settings(person="rina", scheme="verdicts"))
    window = open_window(article_file)
    said = window.banner.text()
    assert window.banner.isVisible()
    assert "The label scheme 'verdicts', which the settings name, is not there" in said
    assert "The labels shown are those of 'claims'" in said
    # Settings that are kept for another reason don't choose another scheme either.
    dialog = SettingsDialog(window.desk.settings, window.choices._schemes.all(), {})
    assert dialog.settings().scheme == "verdicts"


def test_the_scheme_of_the_settings_needs_no_word(window: MainWindow) -> None:
    assert not window.banner.isVisible()


def test_the_name_is_asked_once_and_the_decision_is_not_lost(
    open_window: OpenWindow, home: app.Home, article_file: Path, qtbot: QtBot
) -> None:
    settings_file.save(home.settings, settings_file.Settings())
    window = open_window(article_file)
    reader(window).answer()
    proposed = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NameDialog)
        proposed.append(dialog.field.text())
        dialog.field.setText(" Rina Hartati ")
        dialog.accept()

    answers = Answers(answer)
    qtbot.keyClicks(window.page, "1")
    answers.given()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClicks(window.page, "2")
    assert proposed == [proposed_name()] != [""]
    assert labels(window) == ["official", "sourced", None]
    assert window.desk.article is not None
    decisions = [claim.decision for claim in window.desk.article.claims[:2]]
    assert [decision and decision.by for decision in decisions] == ["Rina Hartati"] * 2
    assert settings_file.load(home.settings).person == "Rina Hartati"


def test_the_name_stands_in_the_status_line_and_is_changed_by_a_click(
    window: MainWindow, qtbot: QtBot
) -> None:
    button = next(b for b in window.status_line.findChildren(QPushButton) if b.text() == "rina")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NameDialog)
        dialog.field.setText("made")
        dialog.accept()

    answers = Answers(answer)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    answers.given()
    assert button.text() == "made"
    assert window.desk.settings.person == "made"


def test_nothing_is_recorded_until_a_name_is_given(
    open_window: OpenWindow, home: app.Home, article_file: Path, qtbot: QtBot
) -> None:
    settings_file.save(home.settings, settings_file.Settings())
    window = open_window(article_file)
    reader(window).answer()
    assert window.desk.article is not None
    claims, focus = window.desk.article.claims, window.desk.focus
    for act in ("1", "x"):
        answers = Answers(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
        qtbot.keyClicks(window.page, act)
        answers.given()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert window.desk.article.claims == claims
        assert window.desk.focus == focus
        assert settings_file.load(home.settings).person == ""
    answers = Answers(_press_cancel)
    window.editor.set_note("Minta dokumen izinnya.")
    answers.given()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.desk.claim() == claims[0]
    answers = Answers(lambda dialog: dialog.accept())
    qtbot.keyClicks(window.page, "1")
    answers.given()
    assert labels(window)[0] == "official"
    assert settings_file.load(home.settings).person == proposed_name()


def _press_cancel(dialog: QDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Cancel).click()
