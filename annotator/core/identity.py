"""Recognise an article that is known already, or another version of one."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal
from urllib.parse import parse_qsl, urlencode

from msgspec import Struct

from annotator.core.article import Article, first_line

Rule = Literal["text", "earlier", "address", "record", "title"]

# From which share of common words two texts are versions of one article, by what else speaks
# for it. Of 20,000 pairs of unrelated news articles in one language 99 % share less than 0.40
# and all less than 0.68 (docs/decisions/0036).
ALIKE: dict[Rule, float] = {"address": 0.40, "record": 0.50, "title": 0.75}
# A title of this many articles identifies none of them: a heading such as "Weather".
MOST_NAMESAKES = 20

_WORD = re.compile(r"\w+|[^\w\s]")
_TRACKING = re.compile(r"utm_.*|fbclid|gclid|page|ref|source")


class EarlierText(Struct, frozen=True):
    """What identifies a text that the article had before an update."""

    sha256: str


class Identity(Struct, frozen=True):
    """What identifies an article; its first line counts as the title, if it has none."""

    id: str
    sha256: str = ""
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    source: str | None = None
    earlier: tuple[EarlierText, ...] = ()

    @classmethod
    def of(cls, article: Article) -> "Identity":
        """Return an article's identity."""
        header = article.header
        return cls(
            article.id,
            article.sha256,
            header.url,
            header.title or first_line(article.text),
            header.outlet,
            header.date,
            article.source,
            tuple(EarlierText(earlier.sha256) for earlier in article.earlier),
        )

    def older(self, other: "Identity") -> bool:
        """Return True if both say when they were published, and this one was before."""
        if not self.date or not other.date:
            return False
        shorter = min(len(self.date), len(other.date))
        return self.date[:shorter] < other.date[:shorter]


class Match(Struct, frozen=True):
    """A known article that another one may be, and the rule that says so."""

    known: Identity
    rule: Rule


class Known:
    """The articles known so far, found by their text, address, record in a file, or title."""

    def __init__(self) -> None:
        self._by_text: dict[str, Identity] = {}
        self._by_earlier: dict[str, Identity] = {}
        self._named: dict[tuple[str, ...], list[Identity]] = defaultdict(list)

    def add(self, identity: Identity, record: str | None = None) -> None:
        """Register an article; `record` is its id in the file it is from."""
        self._by_text.setdefault(identity.sha256, identity)
        self._by_earlier.update((text.sha256, identity) for text in identity.earlier)
        for _, key in _keys(identity, record):
            if len(self._named[key]) <= MOST_NAMESAKES:
                self._named[key].append(identity)

    def find(self, identity: Identity) -> Match | None:
        """Return the known article that this one may be, the likeliest rule first."""
        if identity.sha256 in self._by_text:
            return Match(self._by_text[identity.sha256], "text")
        if identity.sha256 in self._by_earlier:
            return Match(self._by_earlier[identity.sha256], "earlier")
        for rule, key in _keys(identity, identity.id):
            namesakes = self._named.get(key, [])
            if len(namesakes) > MOST_NAMESAKES:
                continue
            for known in reversed(namesakes):
                if rule != "title" or _nothing_against(known, identity):
                    return Match(known, rule)
        return None


def common_words(old: str, new: str) -> float:
    """Return which share of the words of two texts, counted, they have in common."""
    ours, theirs = Counter(_WORD.findall(old)), Counter(_WORD.findall(new))
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def may_be_alike(old: str, new: str, share: float) -> bool:
    """Return False if two texts surely have less than a share of their words in common.

    What stands between blanks is compared, each once: a tenth of the work of `common_words`,
    as headlines recur in any newspaper. Of 2,500 edited articles none had less than 0.8 of
    its common words in common that way; a third is asked for.
    """
    ours, theirs = _between_blanks(old), _between_blanks(new)
    return 6 * len(ours & theirs) >= share * (len(ours) + len(theirs))


@lru_cache(maxsize=64)
def _between_blanks(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=64)
def address(url: str) -> str:
    """Return the part of an address that identifies the article: no scheme, www or tracking."""
    place, _, query = url.strip().partition("#")[0].partition("?")
    _, scheme, rest = place.partition("://")
    host, _, path = (rest if scheme else place).partition("/")
    said = parse_qsl(query) if query else []
    kept = sorted((name, value) for name, value in said if not _TRACKING.fullmatch(name))
    return f"{host.casefold().removeprefix('www.')}/{path.rstrip('/')}?{urlencode(kept)}"


def _keys(identity: Identity, record: str | None) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    if identity.url:
        yield "address", ("address", address(identity.url))
    if identity.source and record:
        yield "record", ("record", identity.source, record)
    title = " ".join((identity.title or "").casefold().split())
    if title:
        yield "title", ("title", title)


def _nothing_against(one: Identity, other: Identity) -> bool:
    """Return True if nothing tells two articles of one title apart: address, outlet or day."""
    pairs = (
        (one.url and address(one.url), other.url and address(other.url)),
        (one.outlet and one.outlet.casefold(), other.outlet and other.outlet.casefold()),
        (one.date and one.date[:10], other.date and other.date[:10]),
    )
    return all(not ours or not theirs or ours == theirs for ours, theirs in pairs)
