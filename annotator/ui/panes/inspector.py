"""Show the claim in focus: content, source, cue, and what looks odd about it.

It has the same height for every claim, so that the label bar below it never moves.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.core.article import Article
from annotator.core.checks import oddities
from annotator.core.claim_navigation import position
from annotator.core.scheme import Scheme
from annotator.core.spans import SOURCE_TYPES, Claim
from annotator.ui.i18n import translate
from annotator.ui.panes.claim_facts import Facts
from annotator.ui.panes.elided_label import ElidedLabel
from annotator.ui.panes.plain_text import plain_tip, shown
from annotator.ui.session.desk import Desk

HEIGHT, LOW_HEIGHT = 248, 206
# In a window lower than this the content has one line.
LOW_WINDOW = 680


class Inspector(QWidget):
    """Show one claim; its reasons take one line here, and are whole in the pane below."""

    source_type_chosen = Signal(str)
    # A place in the text to scroll to.
    place_pointed = Signal(int)
    reasons_clicked = Signal()
    step_requested = Signal(int)

    def __init__(self, desk: Desk, scheme: Scheme) -> None:
        super().__init__()
        self._desk = desk
        self._scheme = scheme
        self._facts = Facts(self)
        self.heading = ElidedLabel("heading")
        self.content = ElidedLabel("quote", lines=2)
        self.content.setFont(_serif(15))
        self.content.setContentsMargins(14, 2, 0, 2)
        self.fields = {
            name: ElidedLabel("field") for name in ("source", "kind", "cue", "hedge", "quoted")
        }
        italic = _serif(14)
        italic.setItalic(True)
        self.fields["cue"].setFont(italic)
        self.fields["hedge"].setFont(_serif(14))
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.fields["source"].setFont(bold)
        self._introduced = QPushButton()
        self._introduced.setObjectName("link")
        self._introduced.setCursor(Qt.CursorShape.PointingHandCursor)
        self._introduced.clicked.connect(self._point)
        self.warning = ElidedLabel("warning")
        self.why = QPushButton()
        self.why.setObjectName("why")
        self.why.clicked.connect(lambda _: self.reasons_clicked.emit())
        self._why_line = ElidedLabel("whyLine")
        row = QHBoxLayout(self.why)
        row.setContentsMargins(10, 0, 10, 0)
        row.addWidget(self._why_line)
        self._lay_out()
        desk.focused.connect(lambda _: self.show_claim())
        desk.changed.connect(lambda *_: self.show_claim())
        desk.article_shown.connect(lambda _: self.show_claim())
        desk.reading_changed.connect(self.show_claim)
        self.show_claim()

    def set_scheme(self, scheme: Scheme) -> None:
        """Use the labels of another scheme for suggestions."""
        self._scheme = scheme
        self.show_claim()

    def set_low(self, low: bool) -> None:  # noqa: FBT001
        """Take less space, in a low window."""
        self.content.lines = 1 if low else 2
        self.setFixedHeight(LOW_HEIGHT if low else HEIGHT)

    def stops(self) -> list[QWidget]:
        """Return the controls in the order Tab goes through them."""
        return [self._introduced, self.why]

    def ask_source_type(self) -> None:
        """Ask for the kind of source, in a menu with a digit for each."""
        claim = self._desk.claim()
        if claim is None:
            return
        menu = QMenu(self)
        for key, kind in zip("1234567890A", SOURCE_TYPES, strict=True):
            action = QAction(f"&{key}  {self._facts.kind(kind)}", menu)
            action.setCheckable(True)
            action.setChecked(claim.source_type == kind)
            action.triggered.connect(lambda _=False, k=kind: self.source_type_chosen.emit(k))
            menu.addAction(action)
        field = self.fields["kind"]
        menu.exec(field.mapToGlobal(QPoint(0, field.height())))

    def reasons(self) -> str:
        """Return why the claim was found and, in suggest mode, what its label may be."""
        claim, assist = self._desk.claim(), self._desk.settings.assist
        if assist == "off" or claim is None:
            return ""
        lines = [*claim.reasons, *(claim.suggestion.reasons if claim.suggestion else ())]
        lines = [self._facts.reason(line) for line in lines]
        suggested = claim.suggestion.label if claim.suggestion else ""
        if assist == "suggest" and self._scheme.has(suggested):
            name = self._scheme.label(suggested).name
            lines.append(self.tr("Suggested: {label} (Enter)").format(label=name))
        return "\n".join(lines)

    def show_claim(self) -> None:
        """Update the claim in focus."""
        article, claim = self._desk.article, self._desk.claim()
        if article is None or claim is None:
            self._show_nothing(article)
        else:
            self._show_claim(article, claim)
        reasons = self.reasons()
        first = reasons.replace("\n", " · ")
        self._why_line.setText(self.tr("Why") + f"   {shown(first)}" if reasons else "")
        self.why.setAccessibleName(self._why_line.text())
        self.why.setToolTip(plain_tip(self.tr("Why this was found (Y)")))
        self.why.setEnabled(bool(reasons))

    def _show_claim(self, article: Article, claim: Claim) -> None:
        number = (position(article.claims, claim.id) or 0) + 1
        self.heading.setText(
            self.tr("CLAIM {number} OF {count}").format(number=number, count=len(article.claims))
        )
        self.content.setText(shown(article.content_text(claim)))
        for name, said in self._facts.said(article, claim).items():
            self.fields[name].setText(shown(said))
        introduced = self._facts.introduced(article, claim)
        self._introduced.setVisible(introduced is not None)
        if introduced is not None:
            self._introduced.setText(introduced.said)
            self._introduced.setProperty("place", introduced.start)
        odd = [translate("Checks", oddity.sentence) for oddity in oddities(article, claim)]
        self._warn("⚠ " + " · ".join(odd) if odd else "", odd=bool(odd))
        place = self._desk.place
        if not odd and place is not None and place.summary.decided == place.summary.claims:
            self._warn(self.tr("All claims are decided. Ctrl+J: next open article"), odd=False)

    def _show_nothing(self, article: Article | None) -> None:
        self.heading.setText(self.tr("NO CLAIM IN FOCUS"))
        if article is None:
            said = self.tr("Open an article with Ctrl+O, or drop one here.")
        elif self._desk.is_being_read(self._desk.place):
            said = self.tr("The article is being read; its claims appear as they are found.")
        else:
            said = self.tr("Select part of the text and press C to mark it as a claim.")
        self.content.setText(said)
        for field in self.fields.values():
            field.setText("—")
        self._introduced.hide()
        self._warn("", odd=False)

    def _warn(self, said: str, *, odd: bool) -> None:
        self.warning.setText(said)
        self.warning.setObjectName("warning" if odd else "calm")
        # The style depends on the object name, and is only looked up again on request.
        self.warning.style().unpolish(self.warning)
        self.warning.style().polish(self.warning)

    def _point(self) -> None:
        self.place_pointed.emit(int(self._introduced.property("place")))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        for text, tip, step in (
            ("↑ K", self.tr("Previous claim (K)"), -1),
            ("↓ J", self.tr("Next claim (J)"), 1),
        ):
            button = QPushButton(text)
            button.setObjectName("cap")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=step: self.step_requested.emit(by))
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.content)
        column.addLayout(self._field_grid())
        column.addStretch(1)
        self.warning.setFixedHeight(26)
        self.warning.setContentsMargins(10, 0, 8, 0)
        self.why.setFixedHeight(26)
        column.addWidget(self.warning)
        column.addWidget(self.why)
        self.setFixedHeight(HEIGHT)

    def _field_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        grid.addWidget(_name(self.tr("Source")), 0, 0)
        grid.addWidget(self.fields["source"], 0, 1, 1, 3)
        kind = QHBoxLayout()
        kind.setSpacing(8)
        kind.addWidget(self.fields["kind"])
        kind.addWidget(self._introduced)
        kind.addStretch(1)
        self.fields["kind"].setObjectName("meta")
        grid.addLayout(kind, 1, 1, 1, 3)
        grid.setRowMinimumHeight(1, 18)
        grid.addWidget(_name(self.tr("Cue")), 2, 0)
        grid.addWidget(self.fields["cue"], 2, 1)
        grid.addWidget(_name(self.tr("Quoted")), 2, 2)
        grid.addWidget(self.fields["quoted"], 2, 3)
        grid.addWidget(_name(self.tr("Hedge")), 3, 0)
        grid.addWidget(self.fields["hedge"], 3, 1, 1, 3)
        return grid


def _name(text: str) -> ElidedLabel:
    label = ElidedLabel("fieldName")
    label.setText(text)
    label.setMinimumWidth(label.sizeHint().width())
    return label


def _serif(pixels: int) -> QFont:
    font = QFont("Noto Serif")
    font.setPixelSize(pixels)
    return font
