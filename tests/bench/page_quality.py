"""How much of an article is kept of a web page, beside plain trafilatura; and its fields.

The pages are built like those of well-known outlets and filled with invented articles, so that
the right text, headline, authors and date are known. F1 is over runs of four words.
"""

import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import jinja2
import trafilatura

sys.path.insert(0, str(Path(__file__).parent))

from invented_articles import Invented, invent

from annotator.core.article import Article
from annotator.formats.documents.html import Html

TEMPLATES = Path(__file__).parent / "web_pages"
EACH = 4
INDONESIAN = (
    "antara",
    "blogspot",
    "detik",
    "kompas",
    "kumparan",
    "old_table",
    "tempo",
    "wordpress",
)
# These show the lead as a paragraph of its own, or only one of the authors.
_WITH_LEAD = ("tempo", "guardian", "nyt")
_ALL_AUTHORS = ("ap", "cnn", "guardian", "json_only", "kompas", "nyt")
_SAID = re.compile(
    r"<meta (?!charset|http-equiv)[^>]*>|<script type=.application/ld.json.>.*?</script>", re.DOTALL
)
_WORD = re.compile(r"\w+")


class Result(NamedTuple):
    """The share of one page's article kept, and the fields that are right."""

    template: str
    ours: float
    plain: float
    title: bool
    date: bool
    authors: bool
    missing: str = ""


def names() -> list[str]:
    """Return the templates' names."""
    return sorted(path.stem for path in TEMPLATES.glob("*.html"))


def page(template: str, number: int, *, bare: bool = False) -> tuple[str, Invented]:
    """Return a page and the article put into it, `bare` without what it says of itself."""
    article = invent("id" if template in INDONESIAN else "en", number)
    source = jinja2.Template((TEMPLATES / f"{template}.html").read_text("utf-8")).render(a=article)
    return _SAID.sub("", source) if bare else source, article


def gold(template: str, article: Invented) -> str:
    """Return the text that a reader would call the article."""
    lines = [article.title, *([article.lead] if template in _WITH_LEAD else [])]
    with_heads = "a.heads" in (TEMPLATES / f"{template}.html").read_text("utf-8")
    for number, paragraph in enumerate(article.paragraphs, 1):
        lines += [paragraph, article.heads.get(number, "") if with_heads else ""]
    return "\n".join(lines)


def measure(template: str, number: int, *, bare: bool = False) -> Result:
    """Read one page with the program and with trafilatura alone."""
    source, article = page(template, number, bare=bare)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(source, "utf-8")
        read = Html().read(path, None)
    right = gold(template, article)
    plain = trafilatura.extract(source, include_comments=False) or ""
    authors = article.authors if template in _ALL_AUTHORS else article.authors[:1]
    said = [name.title() for name in (read.header.author or "").split("; ")]
    return Result(
        template,
        f1(main_text(read), right),
        f1(plain, right),
        read.header.title == article.title,
        read.header.date == article.date,
        said == authors,
        f"{read.header.title!r} {read.header.date} {read.header.author!r}",
    )


def main_text(article: Article) -> str:
    """Return an article's text without what was set aside."""
    kept, start = [], 0
    for zone in article.zones:
        kept.append(article.text[start : zone.start])
        start = zone.end
    return "".join([*kept, article.text[start:]])


def f1(text: str, right: str) -> float:
    """Return the harmonic mean of precision and recall over runs of four words."""
    mine, wanted = _runs(text), _runs(right)
    common = sum((mine & wanted).values())
    return 2 * common / ((mine.total() + wanted.total()) or 1)


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(text)]
    return Counter(tuple(words[index : index + 4]) for index in range(len(words) - 3))


def main() -> None:
    """Print a line for each template and the means of both languages."""
    for bare in (False, True):
        print("\nWithout meta fields and JSON-LD:" if bare else "As published:")  # noqa: T201
        _report(bare=bare)


def _report(*, bare: bool) -> None:
    hidden = ("json_only",) if bare else ()
    results = [
        measure(name, number, bare=bare)
        for name in names()
        if name not in hidden
        for number in range(EACH)
    ]
    print(f"{'':12}{'ours':>8}{'plain':>8}{'title':>8}{'date':>8}{'authors':>8}")  # noqa: T201
    for name in names():
        if name not in hidden:
            _print(name, [result for result in results if result.template == name])
    _print("all", results)
    for lang, is_id in (("Indonesian", True), ("English", False)):
        _print(lang, [one for one in results if (one.template in INDONESIAN) is is_id])


def _print(name: str, results: list[Result]) -> None:
    count = len(results)
    fields = [sum(getattr(one, field) for one in results) for field in Result._fields[1:6]]
    scores = "".join(f"{total / count:8.3f}" for total in fields)
    wrong = [one.missing for one in results if not (one.title and one.date and one.authors)]
    print(f"{name:12}{scores}  {wrong[0] if wrong and '-v' in sys.argv else ''}")  # noqa: T201


if __name__ == "__main__":
    main()
