"""A report for people: one HTML page with highlights, a legend and the claims of each article.

The page needs nothing from elsewhere, runs no script and says so to the browser. It is
well-formed XML as well, which is how it is read back.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from annotator.core.article import Article
from annotator.core.xml import elements, legal
from annotator.formats.claim_facts import COLOURS, HOLDS, Fact
from annotator.formats.exporter import Exporter, Piece, safe_ids
from annotator.formats.graph import Graph
from annotator.formats.reports.report import (
    ROLES,
    UNTAGGED,
    ArticleReport,
    ClaimEntry,
    Stretch,
    held,
    shown,
    sign,
)

WHAT = "HTML"
ILLEGAL = "written as spaces, since HTML can't hold them"
_LANG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")
_STYLE = """\
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; background: #fff; color: #1f2328;
  font: 1.05rem/1.6 Georgia, "Noto Serif", serif; }
h1, h2, h3, dl, .legend, .facts { font-family: system-ui, "Segoe UI", sans-serif; }
.text p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; min-height: .8em; }
.source { text-decoration: underline; }
.cue { font-style: italic; }
.hedge { text-decoration: underline dotted; }
.zone { color: #6f6b64; font-size: .9em; }
a.number { font: bold .7em system-ui, sans-serif; vertical-align: super; text-decoration: none; }
.facts, dl { font-size: .85rem; color: #57534c; }
.claims li { margin-bottom: 1rem; }
.claims q { quotes: none; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem; margin: .2rem 0; }
dd { margin: 0; overflow-wrap: anywhere; }
article { border-top: 1px solid #d9d5cc; margin-top: 2.5rem; }
@media print { article { break-before: page; border: 0; } }
"""


class Html(Exporter):
    """One page to read, print and send."""

    name = "html"
    title = "Report (HTML)"
    claims = "all"
    suffix = ".html"
    unit = "none"
    holds = HOLDS

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        name = stem + self.suffix
        yield Piece(name, self._head().encode())
        for number, article in enumerate(articles, 1):
            self.counts.add_article(article)
            graph = shown(safe_ids(Graph.of(article)))
            text, illegal = legal(article.text)
            self.counts.add_loss("characters", illegal, article.id, ILLEGAL)
            key = f"a{number}"
            self.ledger.enter(f"{name} {key}", held(text, graph))
            made = ArticleReport.of(article, graph, self.settings.scheme)
            yield Piece(name, legal("".join(_article(made, key)))[0].encode())
        yield Piece(name, b"</body>\n</html>\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            with path.open("rb") as stream:
                for element in elements(stream, ["article"], WHAT):
                    yield f"{path.name} {element.get('id')}", _held(element)

    def _head(self) -> str:
        labels = [*self.settings.scheme.labels, UNTAGGED]
        # What a scheme calls its colours goes into no style sheet; ours do.
        colours = "".join(
            f".{name} {{ background: {pale}; }}\na.{name}, b.{name} {{ background: none; "
            f"color: {dark}; }}\n"
            for name, (dark, pale) in COLOURS.items()
        )
        legend = "".join(
            f'<li><b class="{_colour(label.colour)}">{sign(label)} {_said(label.name)}</b> '
            f"{_said(label.guideline)}</li>\n"
            for label in labels
        )
        roles = "".join(
            f'<li><span class="{role}">{words}</span></li>\n' for role, words in ROLES.items()
        )
        title = _said(self.settings.name)
        return (
            '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en">\n<head>\n'
            '<meta charset="utf-8"/>\n<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
            '<meta name="viewport" content="width=device-width"/>\n'
            '<meta name="referrer" content="no-referrer"/>\n'
            f"<title>{title}</title>\n<style>\n{_STYLE}{colours}</style>\n</head>\n<body>\n"
            f'<h1>{title}</h1>\n<ul class="legend">\n{legend}{roles}</ul>\n'
        )


def _article(made: ArticleReport, key: str) -> Iterator[str]:
    lang = f' lang="{made.lang}"' if _LANG.fullmatch(made.lang) else ""
    yield f'<article id="{key}">\n<h2 dir="auto"{lang}>{_said(made.title)}</h2>\n'
    yield f'{_facts(made.facts)}<div class="text"{lang}>\n<p dir="auto">'
    for stretch in made.stretches:
        yield from _numbers(made, stretch, key)
        if stretch.text == "\n":
            yield '</p>\n<p dir="auto">'
        elif stretch.over:
            yield _span(made, stretch)
        else:
            yield _said(stretch.text)
    yield "</p>\n</div>\n"
    if made.entries:
        yield '<h3>Claims</h3>\n<ul class="claims">\n'
        yield from (_entry(entry, key) for entry in made.entries.values())
        yield "</ul>\n"
    yield "</article>\n"


def _numbers(made: ArticleReport, stretch: Stretch, key: str) -> Iterator[str]:
    """Yield the numbers of the claims whose pieces begin here."""
    for node in stretch.begins:
        if node.role == "claim":
            entry = made.entries[node.mark]
            colour = _colour(entry.label.colour)
            yield f'<a class="number {colour}" href="#{key}-{entry.number}">{_number(entry)}</a>'


def _span(made: ArticleReport, stretch: Stretch) -> str:
    label, roles = made.look(stretch)
    classes = " ".join([*([_colour(label.colour)] if label else []), *sorted(roles)])
    marks = " ".join(node.id for node in stretch.over)
    return f'<span class="{classes}" data-marks="{marks}">{_said(stretch.text)}</span>'


def _entry(entry: ClaimEntry, key: str) -> str:
    colour = _colour(entry.label.colour)
    return (
        f'<li id="{key}-{entry.number}"><b class="{colour}">{_number(entry)} '
        f'{_said(entry.label.name)}</b> <q dir="auto">{_said(entry.text)}</q>\n'
        f"{_facts(entry.facts)}</li>\n"
    )


def _facts(facts: Iterable[Fact]) -> str:
    def value(fact: Fact) -> str:
        if not fact.link:
            return _said(fact.value)
        return f'<a rel="noreferrer nofollow" href="{_said(fact.link)}">{_said(fact.value)}</a>'

    rows = "".join(f'<dt>{f.name}</dt><dd dir="auto">{value(f)}</dd>\n' for f in facts)
    return f"<dl>\n{rows}</dl>\n" if rows else ""


def _held(article: Any) -> list[str]:
    """Return where each mark lies in the text of an article's element."""
    places: dict[str, tuple[int, int]] = {}
    text: list[str] = []
    at = 0
    (box,) = (element for element in article if element.get("class") == "text")
    for number, paragraph in enumerate(box):
        said = [("", "\n" if number else ""), ("", paragraph.text or "")]
        for element in paragraph:
            if not (element.get("class") or "").startswith("number"):
                said.append((element.get("data-marks"), element.text or ""))
            said.append(("", element.tail or ""))
        for marks, run in said:
            for mark in marks.split():
                places[mark] = places.get(mark, (at, 0))[0], at + len(run)
            text.append(run)
            at += len(run)
    whole = "".join(text)
    return [f"{mark}\t{whole[start:end].strip(chr(10))}" for mark, (start, end) in places.items()]


def _number(entry: ClaimEntry) -> str:
    return f"{sign(entry.label)}{entry.number}"


def _colour(name: str) -> str:
    return name if name in COLOURS else "grey"


def _said(text: str) -> str:
    return escape(text)


EXPORTER = Html
