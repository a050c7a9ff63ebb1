"""The right pane: the claim, the label bar, note and evidence, and the list of claims.

The first three have fixed heights, so that the label bar never moves.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from annotator.core.scheme import Scheme
from annotator.ui.panes.claim_list import ClaimList
from annotator.ui.panes.guidelines import with_links
from annotator.ui.panes.inspector import LOW_WINDOW, Inspector
from annotator.ui.panes.label_bar import LabelBar
from annotator.ui.panes.notes import Notes
from annotator.ui.session.desk import Desk
from annotator.ui.theme import Theme

WIDTH, LEAST_WIDTH = 360, 348


class ClaimPane(QWidget):
    """Stack the four parts, and show the reasons over the last one when asked."""

    # A rule of the guidelines that a reason names.
    rule_clicked = Signal(str)

    def __init__(self, desk: Desk, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.inspector = Inspector(desk, scheme)
        self.label_bar = LabelBar(desk, scheme, theme)
        self.notes = Notes(desk, self)
        self.claim_list = ClaimList(desk, scheme, theme)
        self.claim_list.setContentsMargins(16, 4, 0, 0)
        self.setMinimumWidth(LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for zone in (self.inspector, self.label_bar, self.notes):
            column.addWidget(zone)
        column.addWidget(self.claim_list, 1)
        self.reasons = QTextBrowser(self)
        self.reasons.setObjectName("shown")
        self.reasons.setAccessibleName(self.tr("Why"))
        self.reasons.setOpenLinks(False)
        self.reasons.anchorClicked.connect(lambda url: self.rule_clicked.emit(url.toString()))
        self.reasons.hide()
        self.inspector.reasons_clicked.connect(self.toggle_reasons)
        for changed in (desk.focused, desk.changed, desk.article_shown):
            changed.connect(lambda *_: self._show_reasons())

    def toggle_reasons(self) -> None:
        """Show why the claim was found, over the list of claims, or hide it."""
        self.reasons.setVisible(self.reasons.isHidden() and bool(self.inspector.reasons()))
        self._show_reasons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room for the claim in a low window, and keep the reasons in their place."""
        self.inspector.set_low(self.height() < LOW_WINDOW - 60)
        super().resizeEvent(event)
        self._show_reasons()

    def _show_reasons(self) -> None:
        if not self.reasons.isHidden():
            lines = self.inspector.reasons().split("\n")
            self.reasons.setHtml("<br>".join(map(with_links, lines)))
            self.reasons.setGeometry(self.claim_list.geometry().adjusted(8, 4, -8, -8))
            self.reasons.raise_()
