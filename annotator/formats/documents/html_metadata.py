"""Read a web page's title, authors, outlet and date from its own metadata."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from annotator.core.article import Header
from annotator.formats.documents.author_names import authors
from annotator.formats.documents.document import language, one_line
from annotator.formats.documents.html_article import words_of
from annotator.formats.documents.html_lines import Line
from annotator.formats.documents.json_ld import Published, published
from annotator.formats.documents.written_dates import day

# <meta> names in the order in which they are believed.
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "cre")
_AUTHORS = (
    *(
        "author",
        "authors",
        "byl",
        "article:author",
        "parsely-author",
        "dc.creator",
        "dcterms.creator",
    ),
    *("sailthru.author", "cxenseparse:author", "content_author", "article.author", "byline"),
)
_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate"),
    *(
        "content_publisheddate",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
    ),
    *("dc.date", "article.published", "cxenseparse:recs:publishtime", "date", "publish-date"),
)
_SEPARATOR = re.compile(r"\s*[|»·•]\s*|\s+[-–—:/]+\s+")
_LONGEST_TITLE = 500
_BARS = re.compile(r"\s*[|»·•]\s*")
_BYLINE = re.compile(
    r"(?<![a-z])(?:author|by-?line|penulis|reporter|writer)s?(?![a-z])", re.IGNORECASE
)
_WRITTEN_BY = re.compile(
    r"\W*(?i:oleh|penulis|pewarta|reporter|author|(?:written )?by)\b\s*:?\s*[A-Z][\w .'-]{2,80}$"
)
_NOT_LETTERS = re.compile(r"[\W_]+")
# So many lines before the text are looked at for a date and a byline.
_HEAD_LINES = 15
_WWW = {"www", "m", "amp", "news", "com", "co", "id", "org", "net", "go", "uk", "web"}


class Said(NamedTuple):
    """The metadata in a page's head: titles without the outlet, and its JSON-LD."""

    titles: tuple[str, ...]
    outlet: str | None
    published: Published
    metas: dict[str, str]


def said(root: Any, address: str | None) -> Said:
    """Read the metadata in a page's head."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = one_line(meta.get("content"))
        if name and content:
            metas.setdefault(name, content)
    whole = one_line(root.findtext(".//title")) or ""
    in_json = published(root, metas.get("og:title") or whole)
    outlet = next((metas[name] for name in _OUTLETS if name in metas), None) or in_json.outlet
    names = _outlet_names(metas, in_json, root, address)
    raw = (in_json.headline, *(metas.get(name) for name in _TITLES), whole)
    titles = [without_outlet(title, names) for title in raw if title]
    return Said(tuple(dict.fromkeys(filter(None, titles))), outlet, in_json, metas)


def header(
    root: Any, known: Any, page: Said, lines: list[Line], headline: Line | None, address: str | None
) -> Header:
    """Return the fields of an article; `lines` are those around its headline."""
    translated = "translated-" in (root.get("class") or "")
    outlet = page.outlet or (known and known.sitename)
    near = lines[:_HEAD_LINES]
    dates = (
        page.published.date,
        *(page.metas.get(name) for name in _DATES),
        *_times(root),
        *(line.text for line in near if len(line.text) < 100),
        known and known.date,
    )
    return Header(
        lang=language(root.get("lang") or root.get("xml:lang")),
        title=one_line(_title(page, headline, known)),
        author=one_line("; ".join(authors(_named(root, page, known, lines), outlet))),
        outlet=one_line(outlet),
        date=next(filter(None, map(day, filter(None, dates))), None),
        url=one_line(address or (known and known.url)),
        # A browser's own translation leaves this class on the page.
        machine_translated=True if translated else None,
    )


def without_outlet(title: str, names: frozenset[str]) -> str:
    """Return a title without the outlet's name, and the section's beyond it."""
    # A title is short; on a long one of spaces the separators would be sought again and again.
    title = " ".join(title[:_LONGEST_TITLE].split())
    lead, _, rest = title.partition(":")
    if rest and _letters(lead) in names:
        return without_outlet(rest, names)
    parts = _SEPARATOR.split(title)
    ends = [match.span() for match in _SEPARATOR.finditer(title)]
    for index in range(len(parts) - 1, 0, -1):
        if _letters(parts[index]) in names:
            # What is left beside the headline is a section.
            return max(_BARS.split(title[: ends[index - 1][0]]), key=len).strip()
    if len(parts) > 1 and _letters(parts[0]) in names:
        return max(_BARS.split(title[ends[0][1] :]), key=len).strip()
    return title.strip()


def _outlet_names(
    metas: dict[str, str], in_json: Published, root: Any, address: str | None
) -> frozenset[str]:
    """Return the outlet's name and address, in letters only."""
    named = [metas[name] for name in _OUTLETS if name in metas]
    named += [in_json.outlet or "", metas.get("twitter:site", "")]
    links = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    for url in (address, metas.get("og:url"), *links):
        try:
            host = urlsplit(url or "").hostname or ""
        except ValueError:
            continue
        labels = [label for label in host.split(".") if label not in _WWW]
        named += [host.removeprefix("www."), *labels[-1:]]
        named += [f"{label}{end}" for label in labels[-1:] for end in ("com", "coid", "id", "news")]
    letters = {_letters(name) for name in named}
    letters |= {name.removesuffix("com") for name in letters} | {name + "com" for name in letters}
    return frozenset(name for name in letters if len(name) > 1 and name != "com")


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).lower()


def _title(page: Said, headline: Line | None, known: Any) -> str | None:
    """Return the headline in the page's own spelling, if the head has the same title."""
    if headline is not None:
        own = words_of(headline.text)
        alike = any(_say_the_same(own, words_of(title)) for title in page.titles)
        if alike or not page.titles or (headline.tag == "h1" and len(own) > 3):
            return headline.text
    return next(iter(page.titles), known and known.title)


def _say_the_same(own: tuple[str, ...], title: tuple[str, ...]) -> bool:
    return bool(own) and len(set(own) & set(title)) * 2 > min(len(set(own)), len(set(title)))


def _times(root: Any) -> Iterator[str]:
    """Yield what <time> elements and itemprop="datePublished" say, the latter first."""
    marked = root.xpath("//*[@itemprop='datePublished']")
    for element in chain(marked, root.iter("time")):
        yield element.get("datetime") or element.get("content") or element.text_content()[:100]


def _named(
    root: Any, page: Said, known: Any, lines: list[Line]
) -> Iterator[list[tuple[str, bool]]]:
    """Yield who is named as the author, each source of its own, the surest first."""
    yield list(page.published.authors)
    yield [(page.metas[name], True) for name in _AUTHORS if name in page.metas]
    yield [(text, False) for text in _bylines(root)]
    yield [(line.text, True) for line in lines if _WRITTEN_BY.match(line.text)]
    yield [(name, False) for name in ((known and known.author) or "").split(";")]


def _bylines(root: Any) -> Iterable[str]:
    """Return the text of links and elements that are marked as the author's name."""
    marked = root.xpath("//*[contains(concat(' ', @rel, ' '), ' author ') or @itemprop='author']")
    classed = root.xpath("//body//*[@class and not(self::article or self::main or self::section)]")
    found = [element for element in classed if _BYLINE.search(element.get("class"))]
    texts = (" ".join(element.text_content().split()) for element in chain(marked, found[:20]))
    return [text for text in texts if text and len(text) < 150]
