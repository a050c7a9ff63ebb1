"""Show who did what to the article and when, and restore an earlier state."""

from msgspec.structs import replace
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import Article, text_sha256
from annotator.core.changes import Change, ClaimEdit, VersionEdit, new_text
from annotator.core.scheme import Scheme
from annotator.ui import counts
from annotator.ui.change_texts import did_text
from annotator.ui.panes.plain_text import plain_label
from annotator.ui.session.claim_editing import ClaimEditor
from annotator.ui.session.desk import Desk

# More is kept, and can be read in the history file.
SHOWN = 2_000


class HistoryDialog(QDialog):
    """List an article's changes, the latest first, and restore it as it was after one."""

    def __init__(
        self, desk: Desk, editor: ClaimEditor, scheme: Scheme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self.resize(760, 460)
        self._editor = editor
        self._scheme = scheme
        place = desk.place
        changes = place.corpus.changes(place.id) if place and not place.corpus.refusal else []
        self._changes = changes[-SHOWN:][::-1]
        self._texts = {
            text_sha256(text)[:16]: text
            for change in changes
            for edit in change.edits
            if isinstance(edit, VersionEdit)
            for text in (edit.before.text, edit.after.text)
        }
        self.table = QTableWidget(len(self._changes), 4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Claim")]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(self.tr("History"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for row, change in enumerate(self._changes):
            for column, text in enumerate(self._said(desk.article, change)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()
        hint = plain_label(self.tr("Restoring is itself a change; Ctrl+Z undoes it."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.restore = buttons.addButton(
            self.tr("Restore This State"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.restore.clicked.connect(self._restore)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.table, hint, buttons):
            layout.addWidget(widget)

    def _restore(self) -> None:
        row = self.table.currentRow()
        if row >= 0:
            self._editor.restore(self._changes[row].revision)
            self.accept()

    def _said(self, article: Article | None, change: Change) -> tuple[str, str, str, str]:
        at = change.origin.at
        when = at.astimezone().strftime("%Y-%m-%d %H:%M:%S") if at else ""
        who = change.origin.by if change.origin.kind == "person" else self.tr("the machine")
        claims = [edit.after or edit.before for edit in change.edits if isinstance(edit, ClaimEdit)]
        what = did_text(change.did)
        if len(claims) == 1 and claims[0] is not None and claims[0].label and change.did == "tag":
            what = f"{what}: {self._scheme.label(claims[0].label).name}"
        content = ""
        if new_text(change):
            content = self.tr("another text")
        elif article is not None and len(claims) == 1 and claims[0] is not None:
            # Changes before an update refer to the text of that time.
            text = self._texts.get(change.text, article.text)
            content = _content(replace(article, text=text), change)
        elif claims:
            content = counts.claims(len(claims))
        return when, who, what, content


def _content(article: Article, change: Change) -> str:
    """Return the words of the one claim that a change is about, before and after if they differ."""
    (edit,) = (edit for edit in change.edits if isinstance(edit, ClaimEdit))
    words = [article.content_text(claim) for claim in (edit.before, edit.after) if claim]
    return " → ".join(dict.fromkeys(words))
