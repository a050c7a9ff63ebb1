"""The page shown while nothing is open: recent corpora, and ways to begin."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.storage.recent import Recent, RecentCorpora
from annotator.ui import counts
from annotator.ui.i18n import number
from annotator.ui.panes.elided_label import ElidedLabel
from annotator.ui.panes.plain_text import plain_label, shown

WIDTH = 1040


class StartPage(QScrollArea):
    """Offer recent corpora and ways to begin; nothing opens by itself."""

    continued = Signal(Recent)
    found = Signal(Recent)
    # A command of the table, by its id.
    command_wanted = Signal(str)
    sample_wanted = Signal(str)

    def __init__(self, recent: RecentCorpora) -> None:
        super().__init__()
        self._recent = recent
        self.setObjectName("startPage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Start"))
        # choices.py adds language and theme here.
        self.foot = QHBoxLayout()
        self._left = QVBoxLayout()
        self._left.setSpacing(0)
        self.setWidget(self._make())

    def refresh(self) -> None:
        """Update the list, with the first row in focus."""
        while (item := self._left.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        recents = self._recent.all()
        if recents:
            first = next((recent for recent in recents if recent.path.exists()), None)
            rows = [self._row(recent, first=recent is first) for recent in recents]
            self._left.addWidget(_heading(self.tr("Pick up where you left off")))
        else:
            rows = [self._sample("id", "Bahasa Indonesia"), self._sample("en", "English")]
            self._left.addWidget(_heading(self.tr("Try it on a sample article")))
            self._left.addWidget(self._explanation())
        for row in rows:
            self._left.addWidget(row)
        self._left.addStretch(1)
        focusable = [row for row in rows if row.focusPolicy() != Qt.FocusPolicy.NoFocus]
        if focusable:
            focusable[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the rows with Up and Down."""
        match event.key():
            case Qt.Key.Key_Up:
                self.focusNextPrevChild(False)  # noqa: FBT003 - Qt's own
            case Qt.Key.Key_Down:
                self.focusNextPrevChild(True)  # noqa: FBT003
            case _:
                super().keyPressEvent(event)

    def _make(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("pageColumn")
        inner.setMaximumWidth(WIDTH)
        title = plain_label("Annotator", "title")
        font = QFont("Noto Serif")
        font.setPixelSize(30)
        font.setBold(True)
        title.setFont(font)
        said = plain_label(
            self.tr("Read an article, see who says what, and label each claim."), "meta"
        )
        font = QFont("Noto Serif")
        font.setPixelSize(16)
        said.setFont(font)
        said.setWordWrap(True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(40, 44, 40, 20)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(said)
        column.addSpacing(28)
        columns = QGridLayout()
        columns.setHorizontalSpacing(48)
        columns.setColumnStretch(0, 16)
        columns.setColumnStretch(1, 9)
        columns.addLayout(self._left, 0, 0)
        columns.addLayout(self._right(), 0, 1)
        column.addLayout(columns)
        column.addStretch(1)
        self.foot.addWidget(plain_label(self.tr("Nothing leaves this computer."), "meta"))
        self.foot.addStretch(1)
        column.addLayout(self.foot)
        outer = QWidget()
        outer.setObjectName("pageColumn")
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        return outer

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(_heading(self.tr("Begin something new")))
        for command, name, more, key in (
            (
                "open",
                self.tr("Open files"),
                self.tr("Text, web page, PDF, Word, e-mail, EPUB"),
                "Ctrl+O",
            ),
            ("open_folder", self.tr("Open a folder"), "", "Ctrl+Shift+O"),
            ("paste", self.tr("Paste an article"), self.tr("From the clipboard"), "Ctrl+V"),
            (
                "import",
                self.tr("Import a labelled data set"),
                "Prodigy, Label Studio, doccano, brat …",
                "Ctrl+Shift+I",
            ),
        ):
            right.addWidget(self._choice(command, name, more, key))
        hint = plain_label(self.tr("or drop files anywhere in this window"), "dropHint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        right.addSpacing(10)
        right.addWidget(hint)
        right.addSpacing(18)
        right.addWidget(_heading(self.tr("New here?")))
        for lang, name in (("id", "Bahasa Indonesia"), ("en", "English")):
            right.addWidget(self._sample(lang, name))
        right.addWidget(
            self._choice("guidelines", self.tr("What is a claim, and which label"), "", "G")
        )
        right.addWidget(self._choice("keys", self.tr("All keys"), "", "?"))
        right.addStretch(1)
        return right

    def _choice(self, command: str, name: str, more: str, key: str) -> "_Choice":
        return _Choice(name, more, key, lambda: self.command_wanted.emit(command))

    def _sample(self, lang: str, name: str) -> "_Choice":
        said = self.tr("Sample article: {language}").format(language=name)
        return _Choice(said, "", "", lambda: self.sample_wanted.emit(lang))

    def _explanation(self) -> QWidget:
        said = plain_label(
            self.tr(
                "A claim is something an article asserts: what happened, how much, who did it. "
                "For each claim you decide whether it is official, sourced or speculative."
            ),
            "meta",
        )
        said.setWordWrap(True)
        said.setContentsMargins(0, 0, 0, 10)
        return said

    def _row(self, recent: Recent, *, first: bool) -> QWidget:
        if not recent.path.exists():
            return self._missing(recent)
        where = [_when(recent), _short(recent.path)]
        if recent.sealed:
            where.insert(1, "🔒 " + self.tr("encrypted"))
        row = _Choice(
            shown(recent.name), " · ".join(where), "", lambda: self.continued.emit(recent)
        )
        row.setAccessibleName(f"{recent.name}, {self._progress(recent)}")
        if first and recent.number:
            said = self.tr("Claim {number} in “{title}”")
            line = ElidedLabel("serifLine", lines=2)
            font = QFont("Noto Serif")
            font.setPixelSize(15)
            line.setFont(font)
            line.setText(said.format(number=recent.number, title=shown(recent.title)))
            row.words.addWidget(line)
        if not recent.sealed:
            progress = QVBoxLayout()
            progress.addWidget(plain_label(self._progress(recent), "meta"))
            bar = QProgressBar()
            bar.setTextVisible(False)
            bar.setFixedSize(220, 4)
            done, of = _share(recent)
            bar.setMaximum(max(1, of))
            bar.setValue(done)
            bar.setAccessibleName(self._progress(recent))
            progress.addWidget(bar)
            if first:
                go_on = plain_label(self.tr("Continue") + "  ↵", "continue")
                progress.addSpacing(6)
                progress.addWidget(go_on, 0, Qt.AlignmentFlag.AlignLeft)
            progress.addStretch(1)
            row.line.addLayout(progress)
        return row

    def _missing(self, recent: Recent) -> QWidget:
        row = QFrame()
        row.setObjectName("missing")
        line = QHBoxLayout(row)
        line.setContentsMargins(18, 10, 14, 10)
        words = QVBoxLayout()
        words.addWidget(plain_label(shown(recent.name), "meta"))
        said = self.tr("not at {path} any more").format(path=_short(recent.path))
        label = ElidedLabel("meta")
        label.setText(said)
        words.addWidget(label)
        line.addLayout(words, 1)
        for text, act in (
            (self.tr("Find it…"), lambda: self.found.emit(recent)),
            (self.tr("Take off the list"), lambda: self._forget(recent)),
        ):
            button = QPushButton(text)
            button.setObjectName("link")
            button.clicked.connect(lambda _=False, do=act: do())
            line.addWidget(button)
        return row

    def _forget(self, recent: Recent) -> None:
        self._recent.forget(recent.path)
        self.refresh()

    def _progress(self, recent: Recent) -> str:
        claims = self.tr("{decided} of {claims} decided").format(
            decided=number(recent.decided), claims=counts.claims(recent.claims)
        )
        if recent.articles == 1:
            return claims
        return self.tr("{done} of {articles} done").format(
            done=number(recent.done), articles=counts.articles(recent.articles)
        )


class _Choice(QPushButton):
    """A row to choose: its name, more about it, and its key."""

    def __init__(self, name: str, more: str, key: str, choose: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setAccessibleName(name)
        self.setAutoDefault(True)
        self.clicked.connect(lambda _: choose())
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(18, 10, 14, 10)
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        for text, style in ((name, "choiceName"), (more, "meta")):
            if text:
                label = ElidedLabel(style)
                label.setText(text)
                self.words.addWidget(label)
        self.line.addLayout(self.words, 1)
        if key:
            self.line.addWidget(plain_label(key, "keyCap"), 0, Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Ask for the height of the row's content."""
        return self.line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never cut the row's content."""
        return self.line.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter, like a click."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


def choice_box(
    name: str, chosen: str, texts: dict[str, str], choose: Callable[[str], object]
) -> QComboBox:
    """Make a box for the foot of the page."""
    box = QComboBox()
    box.setAccessibleName(name)
    for value, text in texts.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.activated.connect(lambda _: choose(box.currentData()))
    return box


def _heading(text: str) -> QWidget:
    label = plain_label(text, "startHeading")
    label.setContentsMargins(0, 0, 0, 8)
    return label


def _share(recent: Recent) -> tuple[int, int]:
    if recent.articles == 1:
        return recent.decided, recent.claims
    return recent.done, recent.articles


def _short(path: Path) -> str:
    """Return a path relative to the home folder, as people write it."""
    home = Path.home()
    return shown(f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path))


def _when(recent: Recent) -> str:
    at = recent.at.astimezone()
    day = QDate(at.year, at.month, at.day)
    if day == QDate.currentDate():
        return at.strftime("%H:%M")
    return QLocale().toString(day, "d MMM yyyy")
