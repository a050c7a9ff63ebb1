"""Runs of page furniture folded into one line each, to be opened and closed again."""

from PySide6.QtGui import QTextBlock, QTextDocument

from annotator.ui.page.page_layout import PageLayout


class Folding:
    """Hide the blocks of furniture; the first of a run represents all of it."""

    def __init__(self, document: QTextDocument, layout: PageLayout) -> None:
        self._document = document
        self._layout = layout
        self._zones: list[tuple[int, int]] = []
        self._opened: set[int] = set()

    def clear(self) -> None:
        """Forget every fold; the blocks are about to be deleted."""
        self._zones = []
        self._opened = set()
        self._layout.folds = {}

    def set_zones(self, zones: list[tuple[int, int]]) -> None:
        """Fold the runs of blocks that lie in these UTF-16 ranges."""
        self._zones = sorted(zones)
        self._apply()

    def open_at(self, block: QTextBlock) -> bool:
        """Open the fold that a block represents; return True if there was one."""
        if block.blockNumber() not in self._layout.folds:
            return False
        self._opened.add(block.blockNumber())
        self._apply()
        return True

    def toggle(self) -> None:
        """Open all folds, or close them again if all are open."""
        self._opened = {first for first, _ in self._runs()} if self._layout.folds else set()
        self._apply()

    def _apply(self) -> None:
        runs = [(first, last) for first, last in self._runs() if first not in self._opened]
        folded = {number for first, last in runs for number in range(first + 1, last + 1)}
        self._layout.folds = {first: self._lines(first, last) for first, last in runs}
        block = self._document.begin()
        while block.isValid():
            visible = block.blockNumber() not in folded
            if block.isVisible() != visible:
                block.setVisible(visible)
                block.setLineCount(1 if visible else 0)
            block = block.next()

    def _runs(self) -> list[tuple[int, int]]:
        """Return first and last block number of each run, blank lines between zones included."""
        runs: list[tuple[int, int]] = []
        for start, end in self._zones:
            first, last = (
                self._document.findBlock(start),
                self._document.findBlock(max(start, end - 1)),
            )
            if not (_covers(first, start, end) and _covers(last, start, end)):
                continue
            if runs and self._only_blank(runs[-1][1] + 1, first.blockNumber()):
                runs[-1] = (runs[-1][0], last.blockNumber())
            else:
                runs.append((first.blockNumber(), last.blockNumber()))
        return runs

    def _only_blank(self, first: int, end: int) -> bool:
        return all(
            not self._document.findBlockByNumber(number).text().strip()
            for number in range(first, end)
        )

    def _lines(self, first: int, last: int) -> int:
        return sum(
            bool(self._document.findBlockByNumber(number).text().strip())
            for number in range(first, last + 1)
        )


def _covers(block: QTextBlock, start: int, end: int) -> bool:
    """Return True if a range holds all of a block but white space."""
    text = block.text()
    before = text[: max(0, start - block.position())]
    after = text[max(0, end - block.position()) :]
    return not before.strip() and not after.strip()
