"""Open, paste, drop and save the person's files."""

import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator import resources
from annotator.core.annotation_transfer import Carried, carry
from annotator.core.article import Article, normalise
from annotator.core.errors import AnnotatorError, NothingToPasteError
from annotator.formats.documents import html_lines
from annotator.storage import atomic
from annotator.storage.recent import Recent
from annotator.storage.seal import Seal
from annotator.ui.dialogs.import_texts import file_kinds
from annotator.ui.dialogs.passphrase import new_passphrase
from annotator.ui.session.desk import Desk
from annotator.ui.session.imports import Imports
from annotator.workflows.classify import read_article
from annotator.workflows.locations import ANNOTATIONS, CORPUS_SUFFIX

SEALED_SUFFIX = ".sealed.jsonl"
SAMPLES = {"id": "id-tanggul.txt", "en": "en-bridge.txt"}


class Files(QObject):
    """Ask for places, and pass files and texts to the desk."""

    # The history's size in kB before and after it was made smaller.
    compacted = Signal(int, int)
    # An article got its file's new text: its title, and the outcome of its marks.
    carried = Signal(str, Carried)
    # A recent corpus was found at a new path.
    moved = Signal(Recent, Path)

    def __init__(self, desk: Desk, data: Path, lang: str, parent: QObject | None = None) -> None:
        """Keep articles that have no file in `data`; `lang` is the interface's language."""
        super().__init__(parent)
        self._desk = desk
        self._data = data
        self._sample = SAMPLES[lang]
        self.imports = Imports(desk, self)
        self.imports.fetched.connect(self._take_page)

    def ask_files(self, parent: QWidget) -> None:
        """Ask for files of any kind and open them."""
        names, _ = QFileDialog.getOpenFileNames(parent, self.tr("Open"), "", file_kinds())
        if names:
            self.imports.open([Path(name) for name in names])

    def ask_folder(self, parent: QWidget) -> None:
        """Ask for a folder and open what is in it."""
        name = QFileDialog.getExistingDirectory(parent, self.tr("Open Folder"))
        if name:
            self.imports.open([Path(name)])

    def open_sample(self, lang: str = "") -> None:
        """Open a copy of a sample article, so that practising never alters the original."""
        name = SAMPLES[lang] if lang else self._sample
        self.open_copy(resources.path("samples", name))

    def ask_moved(self, parent: QWidget, recent: Recent) -> None:
        """Ask for the new place of a corpus that was moved."""
        title = self.tr("Where is {name} now?").format(name=recent.path.name)
        name, _ = QFileDialog.getOpenFileName(parent, title, "", self.tr("Corpora (*.jsonl)"))
        if name:
            self.moved.emit(recent, Path(name))

    def close(self) -> None:
        """Save and close the corpus of the current article; if it can't be saved, it stays."""
        problems = self.save_all()
        for problem in problems:
            self._desk.failed.emit(problem)
        if not problems:
            self._desk.close()

    def open_copy(self, original: Path) -> None:
        """Copy an article into the program's own folder and open it there."""
        target = self._data / "samples" / original.name
        try:
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(original, target)
        except OSError as error:
            self._desk.failed.emit(atomic.not_saved(target, error))
            return
        self._desk.open([target])

    def ask_address(self, parent: QWidget) -> None:
        """Ask for the address of a page, go online for it, and open it."""
        from annotator.ui.dialogs.address_dialog import AddressDialog

        dialog = AddressDialog(parent)
        if dialog.exec() == AddressDialog.DialogCode.Accepted:
            self.imports.fetch(dialog.address())
        dialog.deleteLater()

    def paste(self) -> None:
        """Make an article of the clipboard's content."""
        self._take_text(_text_of(QGuiApplication.clipboard().mimeData()))

    def drop(self, dropped: QMimeData) -> None:
        """Open dropped files, or make an article of dropped text."""
        paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
        if paths:
            self.imports.open(paths)
        elif dropped.hasText() or dropped.hasHtml():
            self._take_text(_text_of(dropped))

    def save_now(self) -> None:
        """Write the corpus of the current article at once."""
        place = self._desk.place
        if place is not None:
            self._desk.saver.save_soon(place.corpus)
            self._desk.saver.save_now()

    def ask_elsewhere(self, parent: QWidget) -> None:
        """Ask for a new place and continue working there."""
        place = self._desk.place
        if place is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            parent,
            self.tr("Save Elsewhere"),
            place.corpus.path.name,
            self.tr("Corpora (*.jsonl)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            path = Path(name)
            self.save_elsewhere(path if path.suffix else path.with_suffix(CORPUS_SUFFIX))

    def ask_encrypted(self, parent: QWidget) -> None:
        """Ask for a place and a passphrase, and continue working there, encrypted."""
        place = self._desk.place
        if place is None:
            return
        passphrase = new_passphrase(parent)
        if passphrase is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            parent,
            self.tr("Save Encrypted"),
            place.corpus.path.stem + SEALED_SUFFIX,
            self.tr("Corpora (*.jsonl)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.save_elsewhere(Path(name), Seal.make(passphrase))

    def save_elsewhere(self, path: Path, seal: Seal | None = None) -> None:
        """Write the corpus of the current article to a new place and continue there."""
        place = self._desk.place
        if place is None:
            return
        self._desk.saver.settle()
        try:
            corpus = place.corpus.save_elsewhere(path, seal)
        except AnnotatorError as error:
            self._desk.failed.emit(error)
            return
        place.corpus.leave()
        self._desk.shelf.replace(place.corpus, corpus)
        self._desk.show(self._desk.row)

    def reload(self) -> None:
        """Open the corpus of the current article again, with the changes made here on top."""
        place = self._desk.place
        if place is None:
            return
        self._desk.saver.settle()
        try:
            corpus = place.corpus.reopened()
        except AnnotatorError as error:
            self._desk.failed.emit(error)
            return
        self._desk.shelf.replace(place.corpus, corpus)
        for problem in (*corpus.problems, *([corpus.refusal] if corpus.refusal else [])):
            self._desk.failed.emit(problem)
        self._desk.opened.emit()
        row = self._desk.shelf.row_of(corpus, place.id)
        self._desk.show(max(0, row))

    def put_together(self) -> int | None:
        """Merge the work of two people; return the number of claims they disagree on.

        None if it failed, after showing the error, or if no name was given.
        """
        place, person = self._desk.place, self._desk.person()
        if place is None or person is None:
            return None
        try:
            disputed = place.corpus.put_together(person)
        except AnnotatorError as error:
            self._desk.failed.emit(error)
            return None
        self._desk.opened.emit()
        self._desk.show(self._desk.row)
        return len(disputed)

    def compact(self) -> None:
        """Make the history of the current corpus smaller, and show by how much."""
        place = self._desk.place
        if place is None:
            return
        self._desk.saver.settle()
        try:
            before, after = place.corpus.compact()
        except AnnotatorError as error:
            self._desk.failed.emit(error)
            return
        self.compacted.emit(before // 1024, after // 1024)

    def carry_over(self, paths: Iterable[Path]) -> None:
        """Update articles to the texts of their files, with their marks carried over."""
        for path in paths:
            place = self._desk.shelf.beside(path)
            if place is None:
                continue
            self._desk.show(self._desk.shelf.row_of(place.corpus, place.id))
            try:
                text = read_article(path)
                carried = carry(place.corpus.article(place.id), text, datetime.now(UTC))
            except AnnotatorError as error:
                self._desk.failed.emit(error)
                continue
            if self._desk.do_at(place, "update", carried.edits):
                first = next((outcome.mark.id for outcome in carried.claims("changed")), "")
                self._desk.point_to(first)
                self.carried.emit(place.summary.title or place.id, carried)

    def save_all(self) -> list[AnnotatorError]:
        """Save every corpus; return what could not be saved."""
        self._desk.saver.settle()
        return self._desk.shelf.save()

    def _take_text(self, raw: str) -> None:
        text = normalise(raw)
        if not text.strip():
            self._desk.failed.emit(NothingToPasteError())
            return
        name = _now()
        self._add(Article.of(name, text, source=self.tr("pasted")), "pasted", name)

    def _take_page(self, article: Article) -> None:
        self._add(article, "fetched", f"{article.id}-{_now()}")

    def _add(self, article: Article, kind: str, name: str) -> None:
        """Put an article without a file on the desk, to be kept in the program's folder."""
        folder = self._data / kind
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            self._desk.failed.emit(atomic.not_saved(folder, error))
            return
        self._desk.add(article, folder / (name + ANNOTATIONS))


def _now() -> str:
    return datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")


def _text_of(data: QMimeData) -> str:
    """Return the pasted or dropped text; a web page becomes lines, as when it is opened."""
    if data.hasHtml():
        try:
            found = html_lines.text_of(data.html())
        except AnnotatorError:
            # Fall back to its plain text.
            found = ""
        if found.strip():
            return found
    return data.text()
