"""The interface says everything in Indonesian too, and counts in both languages."""

import shutil
from pathlib import Path

import pytest
from interface_texts import Text, UnreadableCallError, of_module
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from translations import FOLDER, ToolMissingError, problems, wrong_in

from annotator.formats.losses import Loss
from annotator.ui import counts, i18n
from annotator.ui.dialogs.export_texts import loss_lines

TS = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="id"><context><name>Pane</name>
<message{numerus}><source>{source}</source>{translation}</message>
</context></TS>"""


def told(folder: Path) -> list[str]:
    """Return what the check says; lupdate needs a library that the window does not."""
    try:
        return list(problems(folder))
    except ToolMissingError as error:
        pytest.skip(f"TRANSLATIONS NOT CHECKED: {error}")


def test_the_translations_are_whole() -> None:
    assert told(FOLDER) == []


def test_a_file_that_is_behind_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "i18n")
    ts = folder / "annotator_id.ts"
    ts.write_text(ts.read_text("utf-8").replace("<source>Dark</source>", "<source>Dim</source>"))
    said = told(folder)
    assert "annotator_id.ts is not what the program's texts make of it" in said
    assert any(line.startswith("annotator_id.ts: unfinished: Dark") for line in said)


def test_a_program_file_that_is_not_made_of_its_source_is_told(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "i18n")
    ts = folder / "annotator_id.ts"
    ts.write_text(ts.read_text("utf-8").replace(">Gelap<", ">Suram<"), "utf-8")
    assert told(folder) == ["annotator_id.qm is not what the program's texts make of it"]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("{count} files", "{jumlah} berkas"),
        ("{count} files", "berkas"),
        ("{name!r}", "{name}"),
        ("&amp;Person", "Orang"),
        ("Open…", "Buka"),
        ("Corpora (*.jsonl)", "Korpus (*.json)"),
        ("%Ln files", "beberapa berkas"),
        (", left", "sisa "),
    ],
)
def test_what_is_filled_in_is_the_same(tmp_path: Path, source: str, translation: str) -> None:
    ts = tmp_path / "x.ts"
    said = f"<translation>{translation}</translation>"
    ts.write_text(TS.format(numerus="", source=source, translation=said), "utf-8")
    (problem,) = wrong_in(ts, 1)
    assert problem.startswith("other placeholders")


def test_each_form_of_a_number_is_there(tmp_path: Path) -> None:
    ts = tmp_path / "x.ts"
    said = "<translation><numerusform>%Ln article</numerusform></translation>"
    numerus = ' numerus="yes"'
    ts.write_text(TS.format(numerus=numerus, source="%Ln articles", translation=said), "utf-8")
    assert list(wrong_in(ts, 2)) == ["1 forms, where the language has 2: %Ln articles"]
    assert list(wrong_in(ts, 1)) == []


def test_texts_are_found_where_they_stand() -> None:
    source = """
class Pane(QWidget):
    def show(self, n):
        self.tr("a " "long one")
        return f"{self.tr('inside')}: {self.tr('%Ln files', '', n)}"

def said(n):
    return translate("Free", "%Ln claims", "", n) + "x".translate(TABLE) + translate("Errors", n)
"""
    assert list(of_module(source, "pane.py")) == [
        Text("Pane", "a long one"),
        Text("Pane", "inside"),
        Text("Pane", "%Ln files", plural=True),
        Text("Free", "%Ln claims", plural=True),
    ]


@pytest.mark.parametrize("call", ["self.tr(text)", "self.tr('a' if n else 'b')", "other.tr('a')"])
def test_a_text_nobody_could_translate_is_refused(call: str) -> None:
    with pytest.raises(UnreadableCallError, match=r"pane\.py:3"):
        list(of_module(f"class A:\n    def b(self, text, n):\n        {call}\n", "pane.py"))


def test_each_kind_of_entity_has_a_letter_of_its_own() -> None:
    from xml.etree import ElementTree

    root = ElementTree.parse(FOLDER / "annotator_id.ts").getroot()
    menu = next(c for c in root.iter("context") if c.findtext("name") == "EntityMenu")
    for field in ("source", "translation"):
        kinds = [message.findtext(field, "") for message in menu.iter("message")]
        letters = [kind[kind.index("&") + 1].lower() for kind in kinds if "&" in kind]
        assert len(letters) > 10
        assert sorted(letters) == sorted(set(letters)), field


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["1 article", "2,500 articles", "1 cue: written in one line"]),
        ("id", ["1 artikel", "2.500 artikel", "1 penanda kutipan: ditulis dalam satu baris"]),
    ],
)
def test_numbers_are_said_as_the_language_says_them(
    qapp: object, language: str, said: list[str]
) -> None:
    i18n.speak(language, FOLDER)
    loss = Loss("cues", 1, "a", "written in one line")
    assert [counts.articles(1), counts.articles(2500), *loss_lines([loss])] == said
    i18n.speak("en", FOLDER)


def test_the_dialogs_of_qt_speak_indonesian(qtbot: QtBot) -> None:
    i18n.speak("id", FOLDER)
    try:
        standard = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(standard.Ok | standard.Cancel | standard.Close | standard.Yes)
        assert {b.text() for b in box.buttons()} == {"OK", "Batal", "Tutup", "&Ya"}
        files = QFileDialog()
        files.setOption(QFileDialog.Option.DontUseNativeDialog)
        said = {label.text() for label in files.findChildren(QLabel)}
        assert {"&Lihat di:", "&Nama berkas:", "&Jenis berkas:"} <= said
        line = QLineEdit()
        menu = line.createStandardContextMenu()
        words = {action.text().split("\t")[0] for action in menu.actions() if action.text()}
        assert words == {"&Urungkan", "U&langi", "Po&tong", "&Salin", "Tem&pel", "Hapus",
                         "Pilih Semua"}  # fmt: skip
        for widget in (box, files, line):
            qtbot.addWidget(widget)
    finally:
        i18n.speak("en", FOLDER)


def test_the_translations_may_be_written_again_while_the_program_runs(
    qapp: object, tmp_path: Path
) -> None:
    path = tmp_path / "annotator_id.qm"
    path.write_bytes((FOLDER / "annotator_id.qm").read_bytes())
    i18n.speak("id", tmp_path)
    path.write_bytes(b"")
    assert counts.articles(3) == "3 artikel"
    i18n.speak("en", FOLDER)
    assert counts.articles(3) == "3 articles"
