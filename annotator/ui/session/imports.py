"""Open slow files and import data sets in the background, and show the result."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError, StoppedError
from annotator.formats import reading_apart
from annotator.ui.dialogs import import_texts
from annotator.ui.i18n import number
from annotator.ui.session.background_task import BackgroundTask
from annotator.ui.session.desk import Desk
from annotator.workflows.classify import opens_quickly

if TYPE_CHECKING:
    from annotator.workflows.import_articles import ImportOrder, ImportResult
    from annotator.workflows.open_files import Found

# Import code is loaded when it is needed: most people open a text first, and should
# # not wait for the rest.


class Imports(QObject):
    """Open files of any kind, one batch at a time; other batches wait."""

    # Progress in words, and -1, since the amount is unknown; "" when it is over.
    progressed = Signal(str, int)
    told = Signal(str)
    hinted = Signal(str)
    # The article of a page that was fetched.
    fetched = Signal(Article)
    # Tables, whose columns a person must assign.
    tables_found = Signal(list)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Path] = []
        self._name = ""
        self._work = BackgroundTask(self)
        self._work.progressed.connect(self._say_progress)
        self._work.ended.connect(self._end)

    @property
    def busy(self) -> bool:
        """Return True while something is being read."""
        return self._work.busy

    def open(self, paths: Sequence[Path]) -> None:
        """Open files and folders: quick ones at once, others after reading."""
        if all(map(opens_quickly, paths)):
            self._desk.open(paths)
            return
        self._waiting += paths
        self._next()

    def ask(self, parent: QWidget, paths: Sequence[Path] = ()) -> None:
        """Ask what to import, and into which corpus."""
        from annotator.ui.dialogs.import_dialog import ImportDialog

        if self._work.busy:
            self.hinted.emit(self.tr("Files are being read; you can cancel that below."))
            return
        dialog = ImportDialog(paths, self._desk.shelf.has, parent)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.start(dialog.order())
        dialog.deleteLater()

    def start(self, order: "ImportOrder") -> None:
        """Import files into a corpus in the background, and open it."""
        from annotator.workflows import import_articles, open_files

        self._name = import_texts.names(order.inputs)
        self._begin()
        self._work.start(lambda tick: import_articles.run(order, open_files.watching(tick)))

    def fetch(self, address: str) -> None:
        """Go online for one page, if the settings allow it, and open it."""
        if self._work.busy:
            self.hinted.emit(self.tr("Files are being read; you can cancel that below."))
            return
        from annotator.formats.documents import web

        allowed = self._desk.settings.allow_web
        self._name = address
        self._begin()
        self._work.start(lambda _: web.read(address, allowed=allowed))

    def stop(self) -> None:
        """Stop reading and drop what waits; a document in progress is interrupted."""
        self._waiting = []
        self._work.stop()
        reading_apart.stop()

    def _next(self) -> None:
        if self._work.busy or not self._waiting:
            return
        from annotator.workflows import open_files

        paths, self._waiting = self._waiting, []
        has = self._desk.shelf.has
        self._name = import_texts.names(paths)
        self._begin()
        self._work.start(lambda tick: open_files.look(paths, has, tick))

    def _begin(self) -> None:
        self.progressed.emit(self.tr("Reading {name} …").replace("{name}", self._name), -1)

    def _say_progress(self, steps: int) -> None:
        said = self.tr("Reading {name}, {count} so far")
        said = said.replace("{count}", number(steps)).replace("{name}", self._name)
        self.progressed.emit(said, -1)

    def _end(self, result: object) -> None:
        from annotator.workflows.import_articles import ImportResult
        from annotator.workflows.open_files import Found

        self.progressed.emit("", -1)
        if isinstance(result, ImportResult):
            self._tell(self._name, result)
            self._desk.open([result.path])
        elif isinstance(result, Found):
            self._take(result)
        elif isinstance(result, Article) and not self._work.stopped:
            self.fetched.emit(result)
        elif isinstance(result, Article | StoppedError):
            self.hinted.emit(self.tr("Stopped. Articles imported before that are kept."))
        elif isinstance(result, AnnotatorError):
            self._desk.failed.emit(result)
        self._next()

    def _take(self, found: "Found") -> None:
        for path, done in found.done:
            self._tell(path.name, done)
        for problem in found.problems:
            self._desk.failed.emit(problem)
        if found.ready:
            self._desk.open(found.ready, found.read)
        if found.tables:
            self.tables_found.emit(found.tables)

    def _tell(self, name: str, done: "ImportResult") -> None:
        self.told.emit(import_texts.done_text(name, done))
        for problem in done.problems:
            self._desk.failed.emit(problem)
