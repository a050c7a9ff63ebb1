"""Read an article passage by passage: the one entry to everything in this folder."""

from collections.abc import Iterator

from annotator.core.decisions import Passage


def read(text: str, lang: str | None = None) -> Iterator[Passage]:
    """Yield what the machine reads in `text`, first passage first.

    Passages follow one another without a gap: the first starts at 0, the last ends at
    the end of the text. The first one is short, so that the first screen is soon read.
    """
    raise NotImplementedError
