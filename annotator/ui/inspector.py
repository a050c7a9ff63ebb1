"""The right pane: the claim in focus, who said it and how, and the buttons that tag it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.article import Article
from annotator.core.order import position
from annotator.core.scheme import Scheme
from annotator.core.spans import Claim
from annotator.ui.desk import Desk
from annotator.ui.label_button import LabelButton
from annotator.ui.theme import Theme


class Inspector(QWidget):
    """Show one claim; the buttons wish, the Desk decides."""

    tag_requested = Signal(str)
    reject_requested = Signal()

    def __init__(self, desk: Desk, scheme: Scheme, theme: Theme, reject_key: str) -> None:
        super().__init__()
        self._desk = desk
        self._scheme = scheme
        self._heading = _text("heading")
        self._content = _text("quote")
        self._content.setFont(_serif(15))
        self._fields = {
            "source": _text("field"),
            "cue": _text("field"),
            "hedge": _text("field"),
            "quoted": _text("field"),
        }
        self._evidence = _text("evidence")
        self._buttons: dict[str, LabelButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._content)
        column.addLayout(self._field_grid())
        column.addWidget(self._evidence)
        for label in scheme.labels:
            button = LabelButton(label.name, label.shortcut, theme, label)
            button.clicked.connect(lambda _=False, key=label.key: self.tag_requested.emit(key))
            self._buttons[label.key] = button
            column.addWidget(button)
        self._reject = LabelButton(self.tr("Not a claim"), reject_key, theme)
        self._reject.clicked.connect(self.reject_requested)
        column.addWidget(self._reject)
        desk.focused.connect(lambda _: self.show_claim())
        desk.changed.connect(lambda *_: self.show_claim())
        desk.article_shown.connect(lambda _: self.show_claim())
        self.show_claim()

    def set_theme(self, theme: Theme) -> None:
        """Paint the buttons in other colours."""
        for button in (*self._buttons.values(), self._reject):
            button.theme = theme
            button.update()

    def _field_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        names = {
            "source": self.tr("Source"),
            "cue": self.tr("Cue"),
            "hedge": self.tr("Hedge"),
            "quoted": self.tr("Quoted"),
        }
        for row, (key, name) in enumerate(names.items()):
            said = _text("fieldName")
            said.setText(name)
            said.setMinimumWidth(60)
            grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._fields[key], row, 1)
        return grid

    def show_claim(self) -> None:
        """Show the claim in focus as it is now."""
        article, claim = self._desk.article, self._desk.claim()
        for button in (*self._buttons.values(), self._reject):
            button.setEnabled(claim is not None)
        for key, button in self._buttons.items():
            button.given = claim is not None and claim.tagged and claim.label == key
            button.update()
        if article is None or claim is None:
            self._show_nothing(article)
            return
        number = (position(article.claims, claim.id) or 0) + 1
        self._heading.setText(
            self.tr("CLAIM {number} OF {count}").format(number=number, count=len(article.claims))
        )
        self._content.setText(article.content_text(claim))
        self._content.show()
        for key, said in self._said(article, claim).items():
            self._fields[key].setText(said)
        reasons = self._reasons(claim)
        self._evidence.setText(reasons)
        self._evidence.setVisible(bool(reasons))

    def _show_nothing(self, article: Article | None) -> None:
        self._heading.setText(self.tr("NO CLAIM IN FOCUS"))
        self._content.setText(
            self.tr("Select a stretch of the text and press C to make a claim of it.")
            if article is not None
            else self.tr("Open an article with Ctrl+O, or drop one here.")
        )
        for field in self._fields.values():
            field.setText("—")
        self._evidence.hide()

    def _said(self, article: Article, claim: Claim) -> dict[str, str]:
        quoted = {
            True: self.tr("word for word"),
            False: self.tr("indirect"),
            "mixed": self.tr("in part"),
        }
        return {
            "source": self._source(article, claim),
            "cue": " · ".join(article.slice(span) for span in claim.cue) or "—",
            "hedge": " · ".join(article.slice(span) for span in claim.hedges) or "—",
            "quoted": quoted[claim.direct],
        }

    def _source(self, article: Article, claim: Claim) -> str:
        name = article.slice(claim.source) if claim.source else claim.source_ref
        if claim.source and claim.source_ref:
            name = f"{name} ({claim.source_ref})"
        kind = self._source_types().get(claim.source_type or "", claim.source_type or "")
        return " — ".join(part for part in (name, kind) if part) or self.tr("none named")

    def _source_types(self) -> dict[str, str]:
        return {
            "official": self.tr("government or state body"),
            "state_media": self.tr("state media"),
            "official_anon": self.tr("official who is not named"),
            "politician": self.tr("politician"),
            "expert": self.tr("expert or study"),
            "organization": self.tr("organisation"),
            "person": self.tr("person"),
            "media": self.tr("news outlet"),
            "anonymous": self.tr("not named"),
            "unspecified": self.tr("no source to be found"),
            "reporter": self.tr("the reporter's own voice, no attribution"),
        }

    def _reasons(self, claim: Claim) -> str:
        """Return why the claim was found and, in suggest mode, what its label may be."""
        assist = self._desk.settings.assist
        if assist == "off":
            return ""
        lines = list(claim.reasons)
        if claim.suggestion is not None:
            lines += claim.suggestion.reasons
            label = self._scheme.label(claim.suggestion.label)
            if assist == "suggest" and label is not None:
                lines.append(self.tr("Suggested: {label} (Enter)").format(label=label.name))
        return "\n".join(lines)


def _text(name: str) -> QLabel:
    """Make a label that shows plain text only, whatever an article holds."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _serif(pixels: int) -> QFont:
    font = QFont("Noto Serif")
    font.setPixelSize(pixels)
    return font
