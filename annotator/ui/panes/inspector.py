"""The right pane: the claim in focus, who said it and how, and the buttons that tag it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from annotator.core.article import Article
from annotator.core.checks import oddities
from annotator.core.claim_navigation import position
from annotator.core.scheme import Scheme
from annotator.core.spans import SOURCE_TYPES, Claim
from annotator.ui.i18n import translate
from annotator.ui.panes.claim_facts import Facts
from annotator.ui.panes.label_button import LabelButton
from annotator.ui.panes.plain_text import plain_label, shown
from annotator.ui.session.desk import Desk
from annotator.ui.theme import Theme


class Inspector(QWidget):
    """Show one claim; the buttons wish, others decide."""

    tag_requested = Signal(str)
    reject_requested = Signal()
    source_type_chosen = Signal(str)
    # A place in the text that someone wants to see.
    place_pointed = Signal(int)

    def __init__(self, desk: Desk, scheme: Scheme, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._scheme = scheme
        self._theme = theme
        self._facts = Facts(self)
        self._heading = _text("heading")
        self._content = _text("quote")
        self._content.setFont(_serif(15))
        self._fields = {
            name: _text("field") for name in ("source", "kind", "cue", "hedge", "quoted")
        }
        self._introduced = QPushButton()
        self._introduced.setObjectName("link")
        self._introduced.setCursor(Qt.CursorShape.PointingHandCursor)
        self._introduced.clicked.connect(self._point)
        self._evidence, self._oddities = _text("why"), _text("oddities")
        self._labels = QVBoxLayout()
        self._labels.setSpacing(8)
        self._buttons: dict[str, LabelButton] = {}
        self._reject = LabelButton(self.tr("Not a claim"), "X", theme)
        self._reject.clicked.connect(self.reject_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self._heading, self._content):
            column.addWidget(widget)
        column.addLayout(self._field_grid())
        column.addWidget(self._evidence)
        column.addWidget(self._oddities)
        column.addLayout(self._labels)
        column.addWidget(self._reject)
        self._make_buttons()
        desk.focused.connect(lambda _: self.show_claim())
        desk.changed.connect(lambda *_: self.show_claim())
        desk.article_shown.connect(lambda _: self.show_claim())
        self.show_claim()

    def set_theme(self, theme: Theme) -> None:
        """Paint the buttons in other colours."""
        self._theme = theme
        for button in (*self._buttons.values(), self._reject):
            button.theme = theme
            button.update()

    def set_scheme(self, scheme: Scheme) -> None:
        """Offer other labels."""
        self._scheme = scheme
        self._make_buttons()
        self.show_claim()

    def stops(self) -> list[QWidget]:
        """Return the controls in the order Tab goes through them."""
        return [self._introduced, *self._buttons.values(), self._reject]

    def set_reject_key(self, key: str) -> None:
        """Show another key on the button that removes what is no claim."""
        self._reject.set_key(key)

    def ask_source_type(self) -> None:
        """Ask which kind of source it is, from a menu that figures choose from."""
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
        field = self._fields["kind"]
        menu.exec(field.mapToGlobal(QPoint(0, field.height())))

    def show_claim(self) -> None:
        """Show the claim in focus as it is now."""
        article, claim = self._desk.article, self._desk.claim()
        for button in (*self._buttons.values(), self._reject):
            button.setEnabled(claim is not None)
        for key, button in self._buttons.items():
            button.given = claim is not None and claim.label == key
            button.update()
        if article is None or claim is None:
            self._show_nothing(article)
        else:
            self._show_claim(article, claim)

    def _show_claim(self, article: Article, claim: Claim) -> None:
        number = (position(article.claims, claim.id) or 0) + 1
        self._heading.setText(
            self.tr("CLAIM {number} OF {count}").format(number=number, count=len(article.claims))
        )
        self._content.setText(shown(article.content_text(claim)))
        for name, said in self._facts.said(article, claim).items():
            self._fields[name].setText(shown(said))
        introduced = self._facts.introduced(article, claim)
        self._introduced.setVisible(introduced is not None)
        if introduced is not None:
            self._introduced.setText(introduced.said)
            self._introduced.setProperty("place", introduced.start)
        reasons = self._reasons(claim)
        self._evidence.setText(reasons)
        self._evidence.setVisible(bool(reasons))
        odd = "\n".join(
            "⚠ " + translate("Checks", oddity.sentence) for oddity in oddities(article, claim)
        )
        self._oddities.setText(odd)
        self._oddities.setVisible(bool(odd))

    def _show_nothing(self, article: Article | None) -> None:
        self._heading.setText(self.tr("NO CLAIM IN FOCUS"))
        self._content.setText(
            self.tr("Select part of the text and press C to mark it as a claim.")
            if article is not None
            else self.tr("Open an article with Ctrl+O, or drop one here.")
        )
        for field in self._fields.values():
            field.setText("—")
        for widget in (self._introduced, self._evidence, self._oddities):
            widget.hide()

    def _reasons(self, claim: Claim) -> str:
        """Return why the claim was found and, in suggest mode, what its label may be."""
        assist = self._desk.settings.assist
        if assist == "off":
            return ""
        lines = [*claim.reasons, *(claim.suggestion.reasons if claim.suggestion else ())]
        lines = [self._facts.reason(line) for line in lines]
        if claim.suggestion is not None and assist == "suggest":
            name = self._scheme.label(claim.suggestion.label).name
            lines.append(self.tr("Suggested: {label} (Enter)").format(label=name))
        return "\n".join(lines)

    def _point(self) -> None:
        self.place_pointed.emit(int(self._introduced.property("place")))

    def _make_buttons(self) -> None:
        for button in self._buttons.values():
            self._labels.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for label in self._scheme.labels:
            button = LabelButton(label.name, label.shortcut, self._theme, label)
            button.clicked.connect(lambda _=False, key=label.key: self.tag_requested.emit(key))
            self._buttons[label.key] = button
            self._labels.addWidget(button)

    def _field_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        names = {
            "source": self.tr("Source"),
            "kind": self.tr("Kind"),
            "cue": self.tr("Cue"),
            "hedge": self.tr("Hedge"),
            "quoted": self.tr("Quoted"),
        }
        row = 0
        for key, name in names.items():
            said = _text("fieldName")
            said.setText(name)
            said.setMinimumWidth(60)
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._fields[key], row, 1)
            row += 1
            if key == "source":
                grid.addWidget(self._introduced, row, 1, Qt.AlignmentFlag.AlignLeft)
                row += 1
        return grid


def _text(name: str) -> QLabel:
    """Make a label of the pane."""
    label = plain_label(name=name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _serif(pixels: int) -> QFont:
    font = QFont("Noto Serif")
    font.setPixelSize(pixels)
    return font
