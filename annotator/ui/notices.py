"""Messages of the banner, with the actions it offers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from annotator.core.annotation_transfer import Carried
from annotator.core.errors import (
    AnnotatorError,
    ChangedOnDiskError,
    ChangedSourceError,
    HistoryMismatchError,
    InUseError,
    NotSavedError,
    SidesDifferError,
)
from annotator.ui.i18n import translate
from annotator.ui.panes.banner import Banner
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.session.desk import Desk
from annotator.ui.session.files import Files


class Notices(QObject):
    """Show errors and results on the banner, each with fitting actions."""

    def __init__(
        self, desk: Desk, files: Files, banner: Banner, status_line: StatusLine, window: QWidget
    ) -> None:
        """`window` is the parent of the dialogs that an action opens."""
        super().__init__(window)
        self._desk = desk
        self._files = files
        self._banner = banner
        self._status_line = status_line
        self._window = window
        # Files whose texts changed after they were annotated, named on the banner.
        self._outdated: list[Path] = []

    def say(self, error: AnnotatorError) -> None:
        """Show an error and what can be done about it."""
        self._banner.say(error)
        files = self._files
        if report := str(error.values.get("report") or ""):
            self._banner.offer(self.tr("Copy Report"), lambda: self._copy_report(report))
        if isinstance(error, InUseError):
            self._banner.offer(self.tr("Open it again"), files.reload)
        if isinstance(error, ChangedOnDiskError):
            self._banner.offer(self.tr("Merge both"), files.reload)
        if isinstance(error, SidesDifferError):
            self._banner.offer(self.tr("Merge both"), self._put_together)
        if isinstance(error, ChangedSourceError):
            self._offer_to_carry(Path(str(error.values["path"])))
        if isinstance(
            error, NotSavedError | ChangedOnDiskError | HistoryMismatchError | SidesDifferError
        ):
            save = self.tr("Save elsewhere…")
            self._banner.offer(save, lambda: files.ask_elsewhere(self._window))

    def say_carried(self, title: str, carried: Carried) -> None:
        """Say what happened to an article's claims; offer to show it and to undo it."""
        self._banner.tell(
            self.tr(
                "“{title}” has its new text. Claims unchanged: {carried}; "
                "reworded and open again: {changed}; gone: {vanished}."
            ).format(
                title=title,
                **{
                    became: len(carried.claims(became))
                    for became in ("carried", "changed", "vanished")
                },
            )
        )
        if carried.claims("changed") or carried.claims("vanished"):
            self._banner.offer(self.tr("Show which…"), lambda: self._show_update(title, carried))
        undo = self._desk.undo_of_last()
        self._banner.offer(self.tr("Undo"), lambda: self._take_back(undo))

    def say_warning(self, number: int, sentence: str) -> None:
        """Say in the status line what looks odd about a claim that was just tagged."""
        said = self.tr("⚠ Claim {number}: {sentence} K goes back to it.")
        said = said.format(number=number, sentence=translate("Checks", sentence))
        self._status_line.hint(said)

    def say_exported(self, path: Path) -> None:
        """Offer to show the folder of an export."""
        url = QUrl.fromLocalFile(str(path.parent.resolve()))
        self._banner.offer(self.tr("Show the Folder"), lambda: QDesktopServices.openUrl(url))

    def say_relabelled(self, count: int, stopped: bool, undo: Callable[[], object]) -> None:  # noqa: FBT001
        """Say in how many articles labels were changed, and offer to undo it."""
        said = self.tr("Labels were changed in %Ln articles.", "", count)
        if stopped:
            said += " " + self.tr("The other articles keep theirs, because you stopped.")
        self._banner.tell(said)
        self._banner.offer(self.tr("Undo"), undo)

    def _put_together(self) -> None:
        disputed = self._files.put_together()
        if disputed is None:
            return
        said = self.tr("The work of both is now in one corpus; nothing is lost.")
        if disputed:
            said += " " + self.tr(
                "%Ln claims were decided or moved in two ways; they are open again.", "", disputed
            )
        self._banner.tell(said)

    def _copy_report(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self._status_line.hint(self.tr("The report is on the clipboard; it holds no article text."))

    def _offer_to_carry(self, path: Path) -> None:
        """Offer both ways to continue after an annotated text changed."""
        carry = self.tr("Carry over to the new text")
        if carry not in (button.text() for button in self._banner.actions_offered()):
            self._outdated = []
        self._outdated.append(path)
        paths = self._outdated
        self._banner.offer(carry, lambda: self._files.carry_over(paths))
        self._banner.offer(self.tr("Keep the earlier text"), lambda: None)

    def _show_update(self, title: str, carried: Carried) -> None:
        from annotator.ui.dialogs.update_dialog import UpdateDialog

        UpdateDialog(self._desk, carried, self._window).exec()
        self.say_carried(title, carried)

    def _take_back(self, undo: Callable[[], bool]) -> None:
        if not undo():
            said = self.tr("You have made other changes since. Use Edit > History… to go back.")
            self._status_line.hint(said)
