"""Ask for an export: format, place and choices, with a preview of the result."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError, StoppedError
from annotator.core.scheme import Scheme
from annotator.formats import registry
from annotator.formats.exporter import Exporter
from annotator.storage.settings import ExportChoices
from annotator.ui.dialogs.export_options import ExportOptions
from annotator.ui.dialogs.export_texts import preview_losses, preview_text
from annotator.ui.dialogs.scrolling_content import ScrollingContent, fit
from annotator.ui.i18n import translate
from annotator.ui.panes.banner import sentence
from annotator.ui.panes.plain_text import plain_label
from annotator.ui.panes.reading_field import reading_field
from annotator.ui.session.background_task import BackgroundTask
from annotator.ui.session.export_scope import ExportScope
from annotator.workflows import export_articles
from annotator.workflows.export_articles import ExportOrder, Preview

PAUSE_MS = 200
FOLDER = "exports"


class ExportDialog(QDialog):
    """Let a person choose; once accepted, `order()` and `source()` have the choices."""

    def __init__(
        self,
        sources: Sequence[ExportScope],
        chosen: ExportChoices,
        scheme: Scheme,
        parent: QWidget | None = None,
    ) -> None:
        """Offer `sources`, the likeliest first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._sources = sources
        self._chosen = chosen
        self._scheme = scheme
        self.formats = QListWidget()
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setFixedWidth(260)
        self.formats.setWordWrap(True)
        self.formats.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scope = QComboBox()
        for source in sources:
            self.scope.addItem(source.text)
        self.out = QLineEdit()
        self.key = QLineEdit()
        self.licence = QLineEdit(chosen.licence)
        self.licence.setPlaceholderText("cc-by-4.0")
        self.agreement = QLineEdit()
        self.agreement.setPlaceholderText(
            self.tr("How far two people agreed, in your words; for the dataset card")
        )
        self.options = ExportOptions(chosen, scheme, self)
        self.preview = reading_field(self.tr("Preview"))
        self.preview.setPlaceholderText(self.tr("The preview is being made…"))
        self.preview.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.losses = reading_field(self.tr("What would be lost"))
        self.preview.setMinimumHeight(90)
        self.losses.setFixedHeight(92)
        self._make_warnings()
        self._form = QFormLayout()
        self._lay_out()
        # The places offered last; a different text in the field is the person's own.
        self._offered_out = self._offered_key = ""
        self._work = BackgroundTask(self)
        self._work.ended.connect(self._show_preview)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._try)
        self._fill_formats(chosen.format)
        self.formats.currentRowChanged.connect(lambda _: self._follow())
        self.scope.currentIndexChanged.connect(lambda _: self._follow())
        self.options.changed.connect(self._follow)
        self._follow()
        fit(self, QSize(1080, 740))
        self.formats.setFocus()

    def _make_warnings(self) -> None:
        self.sealed = plain_label(
            self.tr(
                "The corpus is encrypted, and the export is not: anyone who has the file can "
                "read it."
            ),
            "oddities",
        )
        self.sealed.setWordWrap(True)
        self.fault = plain_label(name="oddities")
        self.fault.setWordWrap(True)
        self.fault.hide()

    # The choices

    def source(self) -> ExportScope:
        """Return the articles to export."""
        return self._sources[self.scope.currentIndex()]

    def order(self) -> ExportOrder:
        """Return what to write, where, and how."""
        card = self.exporter().card
        hidden = self.options.hide_sources.isChecked()
        return ExportOrder(
            self.exporter().name,
            Path(self.out.text().strip()).expanduser(),
            self.options.choice(),
            Path(self.key.text().strip()).expanduser() if hidden else None,
            strict=self.options.strict.isChecked(),
            licence=self.licence.text().strip() if card else "",
            agreement=self.agreement.text().strip() if card else "",
        )

    def remembered(self) -> ExportChoices:
        """Return the choices to remember for next time."""
        folder = Path(self.out.text().strip()).parent
        beside = folder == self.source().folder / FOLDER
        choices = replace(
            self._chosen,
            format=self.exporter().name,
            folder="" if beside else str(folder),
            licence=self.licence.text().strip(),
        )
        return self.options.remembered(choices)

    def exporter(self) -> type[Exporter]:
        """Return the exporter of the chosen format."""
        return registry.exporter(self.formats.currentItem().data(Qt.ItemDataRole.UserRole))

    def accept(self) -> None:
        """Close, unless the export can't begin as it is."""
        fault = self._fault()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault:
            super().accept()

    def done(self, result: int) -> None:
        """Stop the preview before closing."""
        self._pause.stop()
        self._work.leave_to(self.parent())
        super().done(result)

    # Inside

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose Where to Write"))
        # Enter exports from every field.
        choose.setAutoDefault(False)
        choose.clicked.connect(self._ask_place)
        place = QHBoxLayout()
        place.addWidget(self.out, 1)
        place.addWidget(choose)
        self.out.setAccessibleName(self.tr("Write to"))
        form = self._form
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Scope"), self.scope)
        form.addRow(self.tr("Write to"), place)
        self.options.add_to(form)
        form.addRow(self.tr("Keep names in"), self.key)
        form.addRow(self.tr("Licence"), self.licence)
        form.addRow(self.tr("Agreement"), self.agreement)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.addWidget(ScrollingContent(form))
        right.addWidget(plain_label(self.tr("PREVIEW"), "heading"))
        right.addWidget(self.preview, 1)
        right.addWidget(plain_label(self.tr("WHAT WOULD BE LOST"), "heading"))
        right.addWidget(self.losses)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.formats)
        columns.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(columns, 1)
        whole.addWidget(self.sealed)
        whole.addWidget(self.fault)
        whole.addWidget(buttons)

    def _fill_formats(self, chosen: str) -> None:
        for name in registry.exporter_names():
            try:
                title = registry.exporter(name).title
            except (AnnotatorError, ImportError, AttributeError):
                # An added package that does not work; the others still do.
                continue
            item = QListWidgetItem(translate("Formats", title))
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.formats.addItem(item)
            if name == chosen:
                self.formats.setCurrentItem(item)
        if self.formats.currentItem() is None:
            self.formats.setCurrentRow(0)

    def _follow(self) -> None:
        """Offer a place for the current choices, and preview them soon."""
        self._form.setRowVisible(self.key, self.options.hide_sources.isChecked())
        for row in (self.licence, self.agreement):
            self._form.setRowVisible(row, self.exporter().card)
        self.options.follow_format(self.exporter().claims)
        self._offer_place()
        self.sealed.setVisible(self.source().sealed)
        self.fault.hide()
        # The preview shown is of other choices: an empty preview is better than a wrong one.
        self.preview.clear()
        self.losses.clear()
        self._pause.start()

    def _offer_place(self) -> None:
        source, kind = self.source(), self.exporter()
        split = self.options.split.isChecked()
        folder = Path(self._chosen.folder) if self._chosen.folder else source.folder / FOLDER
        if self.out.text() == self._offered_out:
            out = export_articles.free_place(folder, source.stem, kind.name, split=split)
            self._offered_out = str(out)
            self.out.setText(self._offered_out)
        if self.key.text() == self._offered_key:
            # Apart from the export.
            key = export_articles.free_path(source.folder, f"{source.stem}-names", ".json")
            self._offered_key = str(key)
            self.key.setText(self._offered_key)

    def _ask_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Write to"),
            self.out.text(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.out.setText(name)

    def _fault(self) -> str:
        order = self.order()
        offered = self.out.text() == self._offered_out
        if not self.out.text().strip():
            return self.tr("Choose where to write.")
        if order.out.exists():
            return self.tr("{path} exists already. Choose another name.").format(path=order.out)
        if not offered and not order.out.parent.is_dir():
            return self.tr("There is no folder {path}.").format(path=order.out.parent)
        if order.key is not None and (not self.key.text().strip() or order.key.exists()):
            return self.tr("Choose a new file for the names behind the pseudonyms.")
        return ""

    def _try(self) -> None:
        """Make the preview again, and stop one in progress first."""
        if self._work.busy:
            self._work.stop()
            self._pause.start()
            return
        order, source, scheme = self.order(), self.source(), self._scheme
        self._work.start(
            lambda tick: export_articles.preview(order, source.articles([]), scheme, tick)
        )

    def _show_preview(self, result: object) -> None:
        if isinstance(result, StoppedError) or self._pause.isActive():
            return
        if isinstance(result, Preview):
            self.preview.setPlainText(preview_text(result))
            self.losses.setPlainText(preview_losses(result, self.source().count))
            self.options.show_counts(result.decided, result.undecided)
            self.options.show_deciders(result.deciders)
        elif isinstance(result, AnnotatorError):
            self.preview.setPlainText("")
            self.losses.setPlainText(sentence(result))
