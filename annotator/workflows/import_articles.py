"""Merge incoming articles into a corpus: known ones are recognised, updates carried over."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from annotator.core import plural
from annotator.core.annotation_transfer import Carried, carry
from annotator.core.article import Article
from annotator.core.changes import Change, Did, Edit, difference, make_change
from annotator.core.errors import (
    AnnotatorError,
    BadOptionError,
    BrokenRecordError,
    LeftOutError,
    NoArticleInFileError,
)
from annotator.core.gc_tuning import seldom_collected
from annotator.core.identity import ALIKE, Identity, Known, Match, Rule, common_words, may_be_alike
from annotator.core.scheme import Scheme
from annotator.core.spans import Origin
from annotator.core.work import work, worked_on
from annotator.formats.importer import ImportSettings
from annotator.storage import atomic
from annotator.storage.corpus import Corpus
from annotator.storage.lock import user_name
from annotator.workflows import inputs
from annotator.workflows.label_scheme import chosen_scheme

# Wraps the incoming articles, for a progress bar.
Watch = Callable[[Iterable[Article]], Iterable[Article]]

RULES: dict[Rule, str] = {
    "address": "the same address",
    "record": "the same place in a file of the same name",
    "title": "the same title",
}
LEFT_OUT = {
    "text": "known already",
    "earlier": "with an earlier text of a known article",
    "older": "older than the version that is known",
    "other marks": "known already, and annotated otherwise there: theirs stayed in the input",
}
FIELDS = ("id", "text", "lang", "title", "author", "outlet", "date", "url")


class ImportOrder(Struct, frozen=True):
    """The files to import, and the corpus; without a format each file is classified.

    `scheme` is the one whose labels the files may use; None is that of the settings.
    With `subfolders` the folders in a folder are imported too.
    """

    inputs: tuple[Path, ...]
    out: Path
    format: str | None = None
    columns: dict[str, str] = {}
    lang: str | None = None
    scheme: Scheme | None = None
    subfolders: bool = True


class Update(Struct, frozen=True):
    """An updated article: the rule that matched it, the similarity, and its claims' outcomes.

    `changed` has the old and new words of each claim, "" if only its sentence, source or
    cue changed; `vanished` has the old words.
    """

    id: str
    rule: Rule
    alike: float
    carried: int
    changed: tuple[tuple[str, str], ...]
    vanished: tuple[str, ...]

    @classmethod
    def of(cls, match: Match, alike: float, carried: Carried) -> "Update":
        """Sum up the outcomes in few words: a corpus may have thousands of updates."""
        return cls(
            match.known.id,
            match.rule,
            alike,
            len(carried.claims("carried")),
            tuple(
                (_line(outcome.was), "" if outcome.was == outcome.now else _line(outcome.now))
                for outcome in carried.claims("changed")
            ),
            tuple(_line(outcome.was) for outcome in carried.claims("vanished")),
        )

    def lines(self) -> Iterator[str]:
        """Yield it as lines of text."""
        why = f"{RULES[self.rule]}, {self.alike:.0%} of the words"
        yield (
            f"updated {self.id} ({why}): claims {self.carried} carried, "
            f"{len(self.changed)} changed, {len(self.vanished)} vanished"
        )
        for was, now in self.changed:
            how = f" → “{now}”" if now else ": the same words, but around them it is changed"
            yield f"  changed, open again: “{was}”{how}"
        for was in self.vanished:
            yield f"  vanished, kept in the record: “{was}”"


class ImportResult(Struct):
    """The result of an import; `problems` says what could not be read, or only in part."""

    path: Path
    new: int = 0
    updates: list[Update] = []
    annotated: list[str] = []
    left_out: dict[str, int] = {}
    problems: list[AnnotatorError] = []

    @property
    def unread(self) -> list[AnnotatorError]:
        """The problems that lost an article; others only name what could not be imported of one."""
        return [one for one in self.problems if not isinstance(one, LeftOutError)]

    def lines(self) -> Iterator[str]:
        """Yield it as lines of text."""
        new = plural.counted(self.new, "new article")
        yield (
            f"{self.path}: {new}, {len(self.updates):,} updated, "
            f"{sum(self.left_out.values()):,} left out, {len(self.unread):,} not readable"
        )
        for reason, count in self.left_out.items():
            yield f"left out: {count:,} {LEFT_OUT[reason]}"
        if self.annotated:
            known = plural.counted(len(self.annotated), "known article")
            yield f"marks taken into {known} that nobody had worked on"
        for update in self.updates:
            yield from update.lines()


def new_columns(given: Iterable[str]) -> dict[str, str]:
    """Parse `field=column` pairs; raise BadOptionError if they aren't valid."""
    columns: dict[str, str] = {}
    for pair in given:
        field, equals, column = pair.partition("=")
        if not equals or field not in FIELDS or not column:
            wanted = f"field=column, such as text=body; fields are {', '.join(FIELDS)}"
            raise BadOptionError(option="--column", value=pair, wanted=wanted)
        columns[field] = column
    return columns


def run(order: ImportOrder, watch: Watch = lambda articles: articles) -> ImportResult:
    """Merge articles into a corpus: all new ones or none, then each update as a change.

    Raises errors in writing the corpus; errors in reading the inputs are in the result.
    Interrupted, it leaves whole articles, and a second run does the rest.
    """
    done = ImportResult(order.out)
    corpus = Corpus.open(order.out) if atomic.exists(order.out) else Corpus.of(order.out, [])
    try:
        if corpus.refusal is not None:
            raise corpus.refusal
        done.problems += corpus.problems
        with seldom_collected():
            _Taking(corpus, done).take(watch(_incoming(order, done.problems)))
            if not done.new and not corpus.ids():
                raise done.problems[0] if done.problems else _nothing(order)
            corpus.save()
    finally:
        corpus.leave()
    return done


def _nothing(order: ImportOrder) -> NoArticleInFileError:
    return NoArticleInFileError(path=", ".join(map(str, order.inputs)))


def _incoming(order: ImportOrder, problems: list[AnnotatorError]) -> Iterator[Article]:
    scheme = order.scheme or chosen_scheme()
    settings = ImportSettings(scheme, order.columns, order.lang)
    found = inputs.InputFiles(settings, problems, order.format, subfolders=order.subfolders)
    return found.articles(order.inputs, order.out)


class _Taking:
    """Merge incoming articles into one corpus."""

    def __init__(self, corpus: Corpus, done: ImportResult) -> None:
        self._corpus = corpus
        self._done = done
        self._known = Known()
        for identity in corpus.identities():
            self._known.add(identity, identity.id)
        self._ids: set[str] = set()

    def take(self, incoming: Iterable[Article]) -> None:
        """Merge all articles; possible updates are compared once the new ones are added."""
        aside: list[tuple[Match, Article]] = []
        self._add(self._new(incoming, aside))
        rest = [article for match, article in aside if not self._settle(match, article)]
        self._add(self._distinct(rest))

    def _add(self, articles: Iterator[Article]) -> None:
        first = next(articles, None)
        if first is None:
            return

        def counted() -> Iterator[Article]:
            count = 0
            for count, article in enumerate((first, *articles), 1):  # noqa: B007
                yield article
            self._done.new += count

        self._corpus.add(counted())
        self._ids.clear()

    def _new(
        self, incoming: Iterable[Article], aside: list[tuple[Match, Article]]
    ) -> Iterator[Article]:
        for article in incoming:
            identity = Identity.of(article)
            match = self._known.find(identity)
            if match is None:
                yield self._taken(article, identity)
            elif self._is_plainly_known(match, article):
                self._leave_out(match.rule)
            else:
                aside.append((match, article))

    def _is_plainly_known(self, match: Match, article: Article) -> bool:
        """Return True if an incoming article has nothing new, as most in a repeated import."""
        if match.rule != "text":
            return match.rule == "earlier"
        if not worked_on(article):
            return True
        known = None if match.known.id in self._ids else self._there(match)
        return known is not None and work(known) == work(article)

    def _there(self, match: Match) -> Article | None:
        """Return a known article's current state, None if its line is damaged."""
        try:
            return self._corpus.peek(match.known.id)
        except BrokenRecordError:
            return None

    def _distinct(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the candidates that are new articles after all, each text once."""
        for article in articles:
            identity = Identity.of(article)
            match = self._known.find(identity)
            if match is not None and match.rule == "text":
                self._leave_out("text")
            else:
                yield self._taken(article, identity)

    def _taken(self, article: Article, identity: Identity) -> Article:
        """Give an article a unique id, and register it."""
        id_, number = article.id, 1
        while id_ in self._ids or self._corpus.knows(id_):
            number += 1
            id_ = f"{article.id}-{number}"
        self._ids.add(id_)
        if id_ == article.id:
            self._known.add(identity, id_)
            return article
        self._known.add(replace(identity, id=id_), article.id)
        return replace(article, id=id_)

    def _settle(self, match: Match, article: Article) -> bool:
        """Merge an article that may be known; return True if it is."""
        known = self._there(match)
        if known is None:
            return False
        if article.sha256 == known.sha256:
            self._take_marks(known, article)
            return True
        if article.sha256 in {earlier.sha256 for earlier in known.earlier}:
            self._leave_out("earlier")
            return True
        share = ALIKE.get(match.rule)
        if share is None or not may_be_alike(known.text, article.text, share):
            return False
        alike = common_words(known.text, article.text)
        if alike < share:
            return False
        if Identity.of(article).older(Identity.of(known)):
            self._leave_out("older")
            return True
        carried = carry(known, article, datetime.now(UTC))
        now = self._corpus.record(_change(known, "update", carried.edits))
        self._known.add(Identity.of(now), now.id)
        self._done.updates.append(Update.of(match, alike, carried))
        return True

    def _take_marks(self, known: Article, article: Article) -> None:
        """Add the marks of the same text, unless a person has worked on the known article."""
        theirs = replace(
            known,
            header=replace(known.header, reading=article.header.reading),
            zones=article.zones,
            entities=article.entities,
            claims=article.claims,
        )
        if not worked_on(article) or work(article) == work(known):
            self._leave_out("text")
        elif worked_on(known):
            self._leave_out("other marks")
        else:
            self._corpus.record(_change(known, "import", difference(known, theirs)))
            self._done.annotated.append(known.id)

    def _leave_out(self, reason: str) -> None:
        self._done.left_out[reason] = self._done.left_out.get(reason, 0) + 1


def _change(article: Article, did: Did, edits: Sequence[Edit]) -> Change:
    # A person requests an import, and can undo it.
    origin = Origin("person", user_name(), datetime.now(UTC))
    return make_change(article, did, edits, origin=origin)


def _line(said: str, longest: int = 160) -> str:
    """Return words on one line, shortened if they are long."""
    one = " ".join(said.split())
    return one if len(one) <= longest else one[: longest - 1] + "…"
