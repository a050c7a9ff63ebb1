"""Ask for an import: files, format, meaning of the columns, and corpus."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError, StoppedError
from annotator.ui.dialogs.import_texts import file_kinds, importers
from annotator.ui.dialogs.language_codes import is_language, not_a_language
from annotator.ui.dialogs.scrolling_content import ScrollingContent, fit
from annotator.ui.i18n import translate
from annotator.ui.page.display import display
from annotator.ui.panes.banner import sentence
from annotator.ui.panes.plain_text import plain_label, shown
from annotator.ui.panes.reading_field import reading_field
from annotator.ui.session.background_task import BackgroundTask
from annotator.workflows import open_files
from annotator.workflows.import_articles import FIELDS, ImportOrder
from annotator.workflows.locations import CORPUS_SUFFIX

PAUSE_MS = 200
# Enough of a cell to see what its column contains.
CELL = 300


class _Table(NamedTuple):
    """The beginning of a table, and the guessed meaning of its columns."""

    names: list[str]
    rows: list[list[str]]
    guessed: dict[str, str]


class ImportDialog(QDialog):
    """Let a person choose; once accepted, `order()` has the choices."""

    def __init__(
        self, paths: Sequence[Path], taken: Callable[[Path], bool], parent: QWidget | None = None
    ) -> None:
        """`taken` returns True for a corpus that is open and can't be added to."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self._taken = taken
        self._paths = list(paths)
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files to import"))
        self.files.setFixedHeight(92)
        self.format = QComboBox()
        self.format.addItem(self.tr("Detect for each file"), None)
        for importer in importers():
            self.format.addItem(translate("Formats", importer.title), importer.name)
        self.lang = QLineEdit()
        self.lang.setPlaceholderText(self.tr("For articles that name none: id, en, …"))
        self.out = QLineEdit()
        self.out.setAccessibleName(self.tr("Into the corpus"))
        self.columns = {field: QComboBox() for field in FIELDS}
        self.rows = reading_field(self.tr("First rows"))
        self.fault = plain_label(name="oddities")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._offered = ""
        self._table: _Table | None = None
        self._form = QFormLayout()
        self._lay_out()
        self._work = BackgroundTask(self)
        self._work.ended.connect(self._show_table)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.format.currentIndexChanged.connect(lambda _: self._follow())
        self._show_table(None)
        self._follow()
        fit(self, QSize(760, 560))

    def order(self) -> ImportOrder:
        """Return the files to import and the corpus."""
        chosen = {field: box.currentData() for field, box in self.columns.items()}
        return ImportOrder(
            tuple(self._paths),
            Path(self.out.text().strip()).expanduser(),
            self.format.currentData(),
            {field: column for field, column in chosen.items() if column} if self._table else {},
            self.lang.text().strip() or None,
        )

    def accept(self) -> None:
        """Close, unless the import can't begin as it is."""
        fault = self._fault()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()

    def done(self, result: int) -> None:
        """Stop reading the table before closing."""
        self._pause.stop()
        self._work.leave_to(self.parent())
        super().done(result)

    def add(self, paths: Sequence[Path]) -> None:
        """Put files or folders on the list."""
        self._paths += [path for path in paths if path not in self._paths]
        self._follow()

    # Inside

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for text, slot in (
            (self.tr("Add Files…"), self._ask_files),
            (self.tr("Add a Folder…"), self._ask_folder),
            (self.tr("Remove"), self._remove),
        ):
            buttons.addWidget(_button(text, slot))
        lists = QHBoxLayout()
        lists.addWidget(self.files, 1)
        lists.addLayout(buttons)
        choose = _button(self.tr("Choose…"), self._ask_place)
        choose.setAccessibleName(self.tr("Choose the Corpus"))
        place = QHBoxLayout()
        place.addWidget(self.out, 1)
        place.addWidget(choose)
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Files"), lists)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Language"), self.lang)
        form.addRow(self.tr("Into"), place)
        hint = plain_label(
            self.tr(
                "New articles are added to an existing corpus; "
                "those it already has are not added twice."
            ),
            "meta",
        )
        hint.setWordWrap(True)
        form.addRow("", hint)
        for field, box in self.columns.items():
            form.addRow(self._field_names()[field], box)
        form.addRow(self.tr("First rows"), self.rows)
        standard = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        start = standard.addButton(self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        start.setDefault(True)
        standard.accepted.connect(self.accept)
        standard.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(ScrollingContent(form), 1)
        whole.addWidget(self.fault)
        whole.addWidget(standard)

    def _field_names(self) -> dict[str, str]:
        return {
            "id": self.tr("Column of ids"),
            "text": self.tr("Column of texts"),
            "lang": self.tr("Column of languages"),
            "title": self.tr("Column of titles"),
            "author": self.tr("Column of authors"),
            "outlet": self.tr("Column of outlets"),
            "date": self.tr("Column of dates"),
            "url": self.tr("Column of addresses"),
        }

    def _ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add Files"), "", file_kinds())
        self.add([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Add a Folder"))
        if name:
            self.add([Path(name)])

    def _remove(self) -> None:
        row = self.files.currentRow()
        if row >= 0:
            del self._paths[row]
            self._follow()

    def _ask_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Into the corpus"),
            self.out.text(),
            self.tr("Corpora (*.jsonl)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            path = Path(name)
            self.out.setText(str(path if path.suffix else path.with_suffix(CORPUS_SUFFIX)))

    def _follow(self) -> None:
        """Show the files, offer a place beside them, and read a table soon."""
        row = self.files.currentRow()
        self.files.clear()
        self.files.addItems([shown(str(path)) for path in self._paths])
        self.files.setCurrentRow(min(row, len(self._paths) - 1))
        if self.out.text() == self._offered:
            offered = open_files.corpus_for(self._paths[0], self._taken) if self._paths else ""
            self._offered = str(offered)
            self.out.setText(self._offered)
        self.fault.hide()
        self._pause.start()

    def _look(self) -> None:
        """Find out if the first file is a table, and read its first rows."""
        if self._work.busy:
            self._work.stop()
            self._pause.start()
        elif self._paths:
            path, format_ = self._paths[0], self.format.currentData()
            self._work.start(lambda _: _read_table(path, format_))
        else:
            self._show_table(None)

    def _show_table(self, result: object) -> None:
        if isinstance(result, StoppedError):
            return
        self._table = result if isinstance(result, _Table) else None
        for box in self.columns.values():
            self._form.setRowVisible(box, self._table is not None)
        self._form.setRowVisible(self.rows, self._table is not None)
        if self._table is not None:
            self._fill(self._table)
        elif isinstance(result, AnnotatorError):
            self.fault.setText(sentence(result))
            self.fault.show()

    def _fill(self, table: _Table) -> None:
        for field, box in self.columns.items():
            box.clear()
            first = self.tr("Choose one") if field == "text" else self.tr("By their names")
            box.addItem(first, None)
            for name in table.names:
                if name:
                    box.addItem(shown(name), name)
            box.setCurrentIndex(max(0, box.findData(table.guessed.get(field))))
        said = [
            "\n".join(
                f"{name}: {cell[:CELL]}" for name, cell in zip(table.names, row, strict=False)
            )
            for row in table.rows
        ]
        self.rows.setPlainText(display("\n\n".join(said)))

    def _fault(self) -> str:
        order = self.order()
        if not self._paths:
            return self.tr("Add the files to import.")
        if not self.out.text().strip() or order.out.suffix.lower() != CORPUS_SUFFIX:
            return self.tr("Choose the corpus: a new or existing .jsonl file.")
        if not order.out.parent.is_dir():
            return self.tr("There is no folder {path}.").format(path=order.out.parent)
        if self._taken(order.out):
            return self.tr("{path} is open. Choose another corpus.").format(path=order.out)
        if order.out in self._paths:
            return self.tr("{path} cannot be imported into itself.").format(path=order.out)
        if order.lang and not is_language(order.lang):
            return not_a_language()
        if self._table is not None and "text" not in order.columns:
            return self.tr("Choose the column that holds the text.")
        return ""


def _read_table(path: Path, format_: str | None) -> _Table | None:
    if path.is_dir() or not open_files.is_table(path, format_):
        return None
    names, *rows = open_files.first_rows(path, format_) or [[]]
    names = [name.strip() for name in names]
    return _Table(names, rows, open_files.guessed(names))


def _button(text: str, slot: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    # Enter imports from every field.
    button.setAutoDefault(False)
    button.clicked.connect(lambda _: slot())
    return button
