"""The articles of an export: one, a corpus, or all that are open."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.storage.corpus import Corpus
from annotator.storage.snapshot import Snapshot
from annotator.ui import counts
from annotator.workflows.export_articles import Articles, in_one
from annotator.workflows.locations import ANNOTATIONS


class ExportScope(Struct, frozen=True):
    """Articles frozen as they are on the screen, to be read in another thread.

    `folder` and `stem` are the place and name of an export beside them; `sealed` is True
    if any of them is encrypted there.
    """

    text: str
    folder: Path
    stem: str
    count: int
    snapshots: tuple[Snapshot, ...] = ()
    article: Article | None = None
    sealed: bool = False

    @classmethod
    def of_corpora(cls, text: str, corpora: list[Corpus], stem: str) -> "ExportScope":
        """Make the scope of all articles of some corpora."""
        count = sum(len(corpus.ids()) for corpus in corpora)
        snapshots = tuple(corpus.snapshot() for corpus in corpora)
        return cls(
            text.format(count=counts.articles(count)),
            corpora[0].path.parent,
            stem,
            count,
            snapshots,
            sealed=any(snapshot.seal for snapshot in snapshots),
        )

    def articles(self, problems: list[AnnotatorError]) -> Articles:
        """Return a function that reads the articles; unreadable ones join `problems`, once."""
        article = self.article
        if article is not None:
            return lambda: [article]

        def reading(snapshot: Snapshot) -> Iterator[Article]:
            found: list[AnnotatorError] = []
            yield from snapshot.articles(found)
            said = {str(problem) for problem in problems}
            problems.extend(problem for problem in found if str(problem) not in said)

        return in_one([partial(reading, snapshot) for snapshot in self.snapshots])


def name_of(corpus: Corpus) -> str:
    """Return a corpus's name, without the endings of its file name."""
    name = corpus.path.name
    return name.removesuffix(ANNOTATIONS) if name.endswith(ANNOTATIONS) else corpus.path.stem
