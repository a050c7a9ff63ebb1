"""The line at the bottom: the article's progress, saving, and the main keys."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStatusBar, QWidget

from annotator.storage.settings import Settings
from annotator.ui.panes.elided_label import ElidedLabel
from annotator.ui.panes.plain_text import plain_label, plain_tip, shown
from annotator.ui.panes.work_line import WorkLine
from annotator.ui.session.desk import Desk

HINT_MS = 6_000
LONG_ARTICLE = 30_000
# A line narrower than this has no space for the keys.
KEYS_FROM = 1150


class StatusLine(QStatusBar):
    """Show when and where the work was saved, and keep the time current."""

    person_clicked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._desk = desk
        self._saved_at: datetime | None = None
        self._tagged = plain_label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 4)
        self._saved = ElidedLabel()
        self._bar.setAccessibleName(self.tr("Claims tagged"))
        self._person = QPushButton()
        self._person.setObjectName("person")
        self._person.setToolTip(self.tr("Your name on decisions; click to change it"))
        self._person.clicked.connect(lambda _: self.person_clicked.emit())
        self._reading = plain_label()
        self._cancel = QPushButton(self.tr("Stop reading"))
        self._cancel.setObjectName("link")
        self._cancel.clicked.connect(desk.stop_reading)
        self._keys = plain_label(
            self.tr("J K next, previous · 1 2 3 tag · C new claim · ? all keys")
        )
        # Until the width is known, the keys must not widen the window.
        self._keys.hide()
        # All in one: what is shown while a message is would be painted over it.
        self._facts = QWidget()
        # It takes the room there is, and never widens the window.
        self._facts.setMinimumWidth(1)
        self._row = QHBoxLayout(self._facts)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._tagged, self._bar, self._saved, self._reading, self._cancel):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self.addWidget(self._facts, 1)
        self.messageChanged.connect(lambda said: self._facts.setVisible(not said))
        for widget in (self._keys, self._person):
            self.addPermanentWidget(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._say_saved)
        self._timer.start()
        desk.article_shown.connect(lambda _: self._show_article())
        desk.changed.connect(lambda *_: self._show_change())
        desk.emptied.connect(self._show_article)
        desk.reading_changed.connect(self._show_reading)
        self._show_article()

    def follow_choices(self, settings: Settings) -> None:
        """Show the name recorded with decisions, once it is known."""
        self._person.setText(shown(settings.person))
        self._person.setVisible(bool(settings.person))

    def hint(self, said: str) -> None:
        """Say something for a few seconds."""
        self.showMessage(said, HINT_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the keys if there is no space for them: they are under `?`."""
        super().resizeEvent(event)
        self._keys.setVisible(self.width() >= KEYS_FROM)

    def add_work(self, stop: Callable[[], object]) -> WorkLine:
        """Add a line for one kind of long work, which `stop` ends."""
        line = WorkLine(stop)
        self._row.insertWidget(self._row.count() - 1, line)
        line.hide()
        return line

    def say_compacted(self, before: int, after: int) -> None:
        """Say how much smaller the history became."""
        said = self.tr("The history was {before} kB and is now {after} kB.")
        self.hint(said.format(before=before, after=after))

    def _show_article(self) -> None:
        self._saved_at = None
        self._count()
        self._say_saved()
        self._show_reading()

    def _show_change(self) -> None:
        place = self._desk.place
        if place is not None and place.corpus.stored:
            self._saved_at = datetime.now().astimezone()
        self._count()
        self._say_saved()
        self._show_reading()

    def _show_reading(self) -> None:
        """Show how far the machine has read a long article, and offer to stop it."""
        article = self._desk.article
        long = article is not None and len(article.text) > LONG_ARTICLE
        shown = long and self._desk.is_being_read(self._desk.place)
        if article is not None and shown:
            done = article.header.reading.to if article.header.reading else 0
            percent = 100 * done // len(article.text)
            self._reading.setText(self.tr("Highlighting, {percent} %").format(percent=percent))
        self._reading.setVisible(shown)
        self._cancel.setVisible(shown)

    def _count(self) -> None:
        article, place = self._desk.article, self._desk.place
        self._bar.setVisible(place is not None)
        if place is None:
            self._tagged.setText(self.tr("Reads Indonesian and English, offline"))
            return
        count, tagged = (place.summary.claims, place.summary.decided) if place else (0, 0)
        self._tagged.setText(
            self.tr("{tagged} of {count} tagged").format(tagged=tagged, count=count)
        )
        self._bar.setMaximum(max(1, count))
        self._bar.setValue(tagged)
        reading = article.header.reading if article else None
        self._tagged.setToolTip(plain_tip(reading.by if reading else ""))

    def _say_saved(self) -> None:
        place = self._desk.place
        if place is None:
            self._saved.setText("")
            return
        name = place.corpus.path.name
        if place.corpus.refusal is not None:
            said = self.tr("For reading only · {name}")
        elif self._saved_at is None:
            said = (
                self.tr("Saved · {name}")
                if place.corpus.stored
                else self.tr("Nothing to save yet · {name}")
            )
        else:
            seconds = (datetime.now().astimezone() - self._saved_at).seconds
            ago = f"{seconds} s" if seconds < 60 else f"{seconds // 60} min"
            said = self.tr("Saved {ago} ago · {name}").replace("{ago}", ago)
        self._saved.setText(said.format(name=name))
        self._saved.setToolTip(plain_tip(str(place.corpus.path)))
