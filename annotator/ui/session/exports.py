"""Export from the window: ask, write in the background, show the result."""

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from annotator.core.errors import AnnotatorError, StoppedError
from annotator.core.scheme import Scheme
from annotator.storage import atomic
from annotator.ui.session.background_task import BackgroundTask
from annotator.ui.session.choices import Choices
from annotator.ui.session.desk import Desk

if TYPE_CHECKING:
    from annotator.ui.session.export_scope import ExportScope
    from annotator.workflows.export_articles import ExportOrder

# Export code is imported at the first export, not at the start.


class Exports(QObject):
    """Run one export at a time; the articles are those on the screen when it began."""

    # Progress in words and per cent; "" when it is over.
    progressed = Signal(str, int)
    told = Signal(str)
    hinted = Signal(str)
    # The place of a finished export.
    exported = Signal(Path)

    def __init__(self, desk: Desk, choices: Choices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choices = choices
        self._work = BackgroundTask(self)
        self._work.progressed.connect(self._say_progress)
        self._work.ended.connect(self._end)
        self._steps = 1
        self._began = 0.0
        self._made: Path | None = None
        self._problems: list[AnnotatorError] = []

    def ask(self, parent: QWidget) -> None:
        """Ask what to export, and begin."""
        from annotator.ui.dialogs.export_dialog import ExportDialog

        if self._work.busy:
            self.hinted.emit(self.tr("An export is being written; you can cancel it below."))
            return
        # Include unsaved typing in the export, and save nothing while the preview reads.
        self._desk.leaving.emit()
        sources = self.sources()
        if not sources:
            self.hinted.emit(self.tr("Open an article first."))
            return
        self._desk.saver.hold()
        scheme = self._choices.scheme()
        dialog = ExportDialog(sources, self._desk.settings.export, scheme, parent)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted:
                settings = replace(self._desk.settings, export=dialog.remembered())
                if settings != self._desk.settings:
                    self._choices.choose(settings)
                self.start(dialog.order(), dialog.source(), scheme)
        finally:
            self._desk.saver.release()
            dialog.deleteLater()

    def sources(self) -> "list[ExportScope]":
        """Return the possible scopes of an export, the likeliest first."""
        from annotator.ui.session.export_scope import ExportScope, name_of

        place, article, corpora = self._desk.place, self._desk.article, self._desk.shelf.corpora()
        if place is None or article is None:
            return []
        name = name_of(place.corpus)
        one = ExportScope(
            self.tr("This article"),
            place.corpus.path.parent,
            _safe(article.id) or name,
            count=1,
            article=article,
            sealed=place.corpus.snapshot().seal is not None,
        )
        offered = [one]
        if len(place.corpus.ids()) > 1 or len(corpora) == 1:
            text = self.tr("All of {name}: {count}").replace("{name}", place.corpus.path.name)
            offered.insert(0, ExportScope.of_corpora(text, [place.corpus], name))
        if len(corpora) > 1:
            text = self.tr("All that is open: {count}")
            stem = corpora[0].path.parent.name or "articles"
            everything = ExportScope.of_corpora(text, corpora, stem)
            offered.insert(1 if len(place.corpus.ids()) > 1 else 0, everything)
        return offered

    def start(self, order: "ExportOrder", source: "ExportScope", scheme: Scheme) -> None:
        """Write an export in the background."""
        from annotator.workflows import export_articles

        if not self._make_folder(order.out.parent):
            return
        self._desk.saver.hold()
        # Every article is read once for each part, and then read back.
        self._steps = max(1, source.count * (len(order.choice.splits()) + 1))
        self._began = time.monotonic()
        self._problems = []
        articles = source.articles(self._problems)
        self._work.start(lambda tick: export_articles.run(order, articles, scheme, tick))
        self._say_progress(0)

    def stop(self) -> None:
        """Cancel the export in progress; nothing of it remains."""
        self._work.stop()

    def _make_folder(self, folder: Path) -> bool:
        self._made = None
        try:
            if not folder.is_dir():
                folder.mkdir(mode=0o700)
                self._made = folder
        except OSError as error:
            self._desk.failed.emit(atomic.not_saved(folder, error))
            return False
        return True

    def _say_progress(self, steps: int) -> None:
        share = min(steps / self._steps, 0.99)
        said = self.tr("Exporting, {percent} %").format(percent=int(100 * share))
        spent = time.monotonic() - self._began
        if share > 0.02 and spent > 1:
            left = max(1, round(spent / share - spent))
            said += self.tr(", about {seconds} s left").format(seconds=left)
        self.progressed.emit(said, int(100 * share))

    def _end(self, result: object) -> None:
        from annotator.ui.dialogs.export_texts import done_text
        from annotator.workflows.export_articles import ExportResult

        self._desk.saver.release()
        self.progressed.emit("", -1)
        if isinstance(result, ExportResult):
            self.told.emit(done_text(result))
            self.exported.emit(result.path)
        elif self._made is not None:
            with contextlib.suppress(OSError):
                self._made.rmdir()
        if isinstance(result, StoppedError):
            self.hinted.emit(self.tr("The export was stopped; nothing was written."))
        elif isinstance(result, AnnotatorError):
            self._desk.failed.emit(result)
        for problem in self._problems:
            self._desk.failed.emit(problem)


def _safe(name: str) -> str:
    """Return a file name that is valid on every system."""
    return "".join(c if c.isalnum() or c in "-_. " else "_" for c in name)[:80].strip(". ")
