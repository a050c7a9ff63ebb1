"""Keep the page's scroll position, so that the text being read stays in place.

The scroll bar of QPlainTextEdit counts lines, and a paragraph that was never seen counts as
one; so a position is kept as a paragraph and a line in it, not as a number of pixels.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

# A claim that is scrolled to is placed this far down the page.
PLACE = 0.35
# The page scrolls on before the caret is this far down.
LOWEST = 0.75


@contextmanager
def keeping_place(page: QPlainTextEdit) -> Iterator[None]:
    """Show the same line at the top afterwards, whatever is folded or laid out meanwhile."""
    bar = page.verticalScrollBar()
    top = page.firstVisibleBlock()
    number, line = top.blockNumber(), bar.value() - top.firstLineNumber()
    at_the_top = bar.value() == 0
    yield
    block = page.document().findBlockByNumber(number)
    while block.isValid() and not block.isVisible():
        # The line was folded; use its fold.
        block, line = block.previous(), 0
    if block.isValid() and not at_the_top:
        # Laid out first: before that, a paragraph has no lines.
        page.blockBoundingGeometry(block)
        bar.setValue(block.firstLineNumber() + max(0, line))


def is_in_view(page: QPlainTextEdit, start: int, end: int) -> bool:
    """Return True if a stretch of the widget's text is fully visible."""
    view = page.viewport().rect()
    cursor = QTextCursor(page.document())
    for position in (start, end):
        cursor.setPosition(position)
        caret = page.cursorRect(cursor)
        if caret.top() < view.top() or caret.bottom() > view.bottom():
            return False
    return True


def leave_room_below(page: QPlainTextEdit, line_height: float) -> None:
    """Scroll on when the caret is near the bottom, so that reading can go on."""
    height = page.viewport().height()
    caret = page.cursorRect()
    if caret.bottom() > height * LOWEST:
        bar = page.verticalScrollBar()
        bar.setValue(bar.value() + round((caret.top() - height * PLACE) / line_height))
