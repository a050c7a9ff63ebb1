"""Select the articles and claims to export, and the names in them, in any format."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.pseudonyms import Pseudonyms
from annotator.core.rewriting import Replacement, rewrite
from annotator.core.spans import Claim, Decision, Origin
from annotator.formats.transcript import timed

Zones = Literal["keep", "unmark", "cut"]
Claims = Literal["decided", "all"]
SPLITS = ("train", "dev", "test")
UNDECIDED = "undecided claims"


class Choice(Struct, frozen=True):
    """A person's choices for an export.

    `claims` is whether claims that nobody decided go out as well; None leaves it to the
    format (`Exporter.claims`). `labels` and `deciders` keep only the claims with such a
    label, and those that such a person tagged; empty means all. `zones` keeps page furniture
    marked, unmarked, or cuts it out of the text. `shares` are those of train, dev and test,
    which the seed deals out by article; None means no split.
    """

    done_only: bool = False
    claims: Claims | None = None
    labels: tuple[str, ...] = ()
    deciders: tuple[str, ...] = ()
    zones: Zones = "keep"
    hide_sources: bool = False
    hide_deciders: bool = False
    shares: tuple[float, float, float] | None = None
    seed: int = 0

    def splits(self) -> tuple[str | None, ...]:
        """Return the names of the splits, None if there is only one part."""
        if self.shares is None:
            return (None,)
        return tuple(name for name, share in zip(SPLITS, self.shares, strict=True) if share)


class Selection:
    """The articles of a corpus to export, and counts of those left out by choice."""

    def __init__(self, choice: Choice, articles: Callable[[], Iterable[Article]]) -> None:
        """`articles` starts to read the corpus each time it is called."""
        self.choice = choice
        self.pseudonyms = Pseudonyms()
        self.left_out: dict[str, int] = {}
        self._articles = articles
        self._deciders: dict[str, str] = {}
        self._counted = False

    def articles(self, split: str | None = None) -> Iterator[Article]:
        """Yield the articles of a split as they will be written."""
        count = not self._counted
        for article in self._articles():
            if self.choice.done_only and not is_done(article):
                self._leave_out("articles that are not done", 1, count)
            elif split is None or self._split(article) == split:
                yield self._chosen(article, count=count or split is not None)
        self._counted = True

    def _split(self, article: Article) -> str:
        assert self.choice.shares is not None
        return split_of(article, self.choice.shares, self.choice.seed)

    def _chosen(self, article: Article, *, count: bool) -> Article:
        choice = self.choice
        article = timed(article)
        if choice.labels or choice.deciders or choice.hide_sources or choice.hide_deciders:
            article = _without_earlier(article)
        if choice.claims == "decided":
            decided = tuple(claim for claim in article.claims if claim.decided)
            self._leave_out(UNDECIDED, len(article.claims) - len(decided), count)
            article = _with_claims(article, decided)
        if choice.labels or choice.deciders:
            kept = tuple(claim for claim in article.claims if self._wanted(claim))
            self._leave_out("claims not chosen", len(article.claims) - len(kept), count)
            article = _with_claims(article, kept)
        if choice.zones == "unmark":
            article = replace(article, zones=())
        elif choice.zones == "cut":
            article, gone = cut_zones(article)
            self._leave_out("marks in page furniture that was cut out", gone, count)
        if choice.hide_sources:
            article = self.pseudonyms.hide(article)
        if choice.hide_deciders:
            article = self._without_deciders(article)
        return article

    def _wanted(self, claim: Claim) -> bool:
        choice = self.choice
        by = claim.decision.by if claim.decision else None
        return (not choice.labels or claim.label in choice.labels) and (
            not choice.deciders or by in choice.deciders
        )

    def _leave_out(self, what: str, number: int, count: bool) -> None:  # noqa: FBT001
        if number and count:
            self.left_out[what] = self.left_out.get(what, 0) + number

    def _without_deciders(self, article: Article) -> Article:
        def unnamed(origin: Origin) -> Origin:
            hidden = origin.kind == "person" and origin.by
            return replace(origin, by=self._number(origin.by)) if hidden else origin

        def unsigned(decision: Decision | None) -> Decision | None:
            return decision and replace(decision, by=self._number(decision.by))

        return replace(
            article,
            zones=tuple(replace(zone, origin=unnamed(zone.origin)) for zone in article.zones),
            entities=tuple(replace(e, origin=unnamed(e.origin)) for e in article.entities),
            claims=tuple(
                replace(c, origin=unnamed(c.origin), decision=unsigned(c.decision))
                for c in article.claims
            ),
        )

    def _number(self, name: str) -> str:
        return self._deciders.setdefault(name, f"annotator {len(self._deciders) + 1}")


def is_done(article: Article) -> bool:
    """Return True if an article has claims and every one is decided."""
    return bool(article.claims) and all(claim.decided for claim in article.claims)


def split_of(article: Article, shares: tuple[float, float, float], seed: int) -> str:
    """Choose a split by the article's text and the seed alone.

    The same text always goes to the same split, whatever else is in the corpus.
    """
    digest = blake2b(f"{seed}:{article.sha256}".encode(), digest_size=8).digest()
    drawn = int.from_bytes(digest) / 2**64 * sum(shares)
    for name, share in zip(SPLITS, shares, strict=True):
        drawn -= share
        if drawn < 0:
            return name
    return SPLITS[-1]


def cut_zones(article: Article) -> tuple[Article, int]:
    """Cut page furniture out of the text; return also how many other marks went with it."""
    cuts: list[Replacement] = []
    for zone in sorted(article.zones, key=lambda zone: zone.start):
        start = max(zone.start, cuts[-1].end) if cuts else zone.start
        if start < zone.end:
            cuts.append(Replacement(start, zone.end, ""))
    if not article.text or sum(cut.end - cut.start for cut in cuts) == len(article.text):
        return article, 0
    cut, gone = rewrite(article, cuts)
    return replace(cut, zones=()), gone - len(article.zones) + len(cut.zones)


def _without_earlier(article: Article) -> Article:
    """Leave out earlier texts: they were not selected, and may name sources."""
    if not article.earlier:
        return article
    claims = tuple(
        replace(claim, suggestion=claim.suggestion and replace(claim.suggestion, reasons=()))
        for claim in article.claims
    )
    return replace(article, earlier=(), claims=claims)


def _with_claims(article: Article, claims: tuple[Claim, ...]) -> Article:
    if len(claims) == len(article.claims):
        return article
    ids = {claim.id for claim in claims}
    return replace(
        article,
        claims=tuple(
            claim if claim.nested_in in ids else replace(claim, nested_in=None) for claim in claims
        ),
    )
