"""Log unforeseen errors, and show them to the person with a report to copy.

PySide passes the exceptions of slots and event handlers to sys.excepthook, and continues.
"""

import re
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal

from annotator import log
from annotator.core.errors import UnforeseenError

LOGGED = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”")


def unforeseen(error: BaseException, process: str) -> UnforeseenError:
    """Log an error, and return it in a form to show to the person."""
    log.write(error, process)
    return UnforeseenError(kind=type(error).__name__, report=log.report(error))


class Faults(QObject):
    """Handle the uncaught exceptions of this process; each error is shown once."""

    happened = Signal(UnforeseenError)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()

    def watch(self) -> None:
        """Install the handler for all threads."""
        sys.excepthook = self._take
        threading.excepthook = lambda arguments: self._take(
            arguments.exc_type, arguments.exc_value, arguments.exc_traceback
        )

    def _take(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        report = log.report(error)
        # An error in painting recurs with every repaint.
        if report not in self._told:
            self._told.add(report)
            sys.stderr.write(f"{report}\n")
            self.happened.emit(unforeseen(error, "window"))


def log_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Log a warning of Qt's without its quotations, which may be an article's words."""
    sys.stderr.write(f"{message}\n")
    if kind in LOGGED:
        log.write_text(f"{kind.name}: {_QUOTED.sub('…', message or '')}", "window, from Qt")
