"""Finding a page's article, title, authors and date: kinds of real faults."""

import sys
from pathlib import Path

import pytest
from documents import body, furniture, read
from page_quality import INDONESIAN, measure, names

from annotator.formats.documents.author_names import authors, is_person
from annotator.formats.documents.html_lines import parse
from annotator.formats.documents.written_dates import day

LINES = [
    "The regional council voted on Tuesday to close two of its five ferry terminals by March.",
    "“Nobody asked the islanders what they thought,” said Nora Quist, who runs a bakery there.",
    "According to the harbor office, the terminals lost three million crowns in the last year.",
    "A retired captain, who did not want to be named, suspects that the figures were inflated.",
    "The transport minister has promised a decision on subsidies before the end of the winter.",
    "Until then a smaller boat will make the crossing four times a day, the operator announced.",
]
MENU = "".join(f'<li><a href="/{name}">{name}</a></li>' for name in ("News", "Sport", "Culture"))


def page(inside: str, head: str = "<title>Ferries to stop</title>") -> str:
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body><ul>{MENU}</ul>"
        f"{inside}<footer><p>All rights reserved by the paper.</p></footer></body></html>"
    )


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


WHOLE = f"<h1>Ferries to stop</h1>{paragraphs(LINES)}"
RIGHT = ["Ferries to stop", *LINES]


@pytest.mark.parametrize(
    "wrapped",
    [
        *(f"<{tag}>{WHOLE}</{tag}>" for tag in ("aside", "nav", "footer", "button", "select")),
        *(f"<{tag}>{WHOLE}</{tag}>" for tag in ("form", "figure", "fieldset", "dialog", "object")),
        *(f"<{tag}><a href='/'>Home</a><div>{WHOLE}</div>" for tag in ("nav", "aside", "picture")),
        f"<picture><source srcset=x><img src=x>{WHOLE}",
        f"<div class='paywall'>{WHOLE}</div>",
        f"<div class='newsletter-wrapper'><div id='comments'>{WHOLE}</div></div>",
        "<h1>Ferries to stop</h1>" + "".join(f"<p class='share'>{line}</p>" for line in LINES),
    ],
)
def test_a_name_does_not_decide_where_the_article_is(tmp_path: Path, wrapped: str) -> None:
    assert body(read(tmp_path, "a.html", page(wrapped))) == RIGHT


@pytest.mark.parametrize(
    "box",
    [
        "<div class='gallery'>{}</div>",
        "<div class='wp-slideshow'><div><p class='slideCaption'>{}</p></div></div>",
        "<div class='subscribe-offer'><p>{}</p></div>",
        "<div id='newsletterSignup'><p>{}</p></div>",
        "<section class='comments-list'><p>{}</p></section>",
        "<div class='relatedTeasers'><p>{}</p></div>",
        "<figure><img><figcaption>{}</figcaption></figure>",
    ],
)
def test_a_box_between_paragraphs_is_set_aside(tmp_path: Path, box: str) -> None:
    said = "Get every story of the islands in your inbox, chosen each day by the whole newsroom."
    inside = f"<article><h1>Ferries to stop</h1>{paragraphs(LINES[:3])}{box.format(said)}"
    article = read(tmp_path, "a.html", page(f"{inside}{paragraphs(LINES[3:])}</article>"))
    assert body(article) == RIGHT
    assert said in furniture(article)


@pytest.mark.parametrize("mark", ["<!-- -->", "<!-- react -->", "<!--[if IE]>x<![endif]-->"])
def test_nothing_is_lost_behind_a_comment(tmp_path: Path, mark: str) -> None:
    linked = [line.replace(" the ", f" <a href='/x'>the</a>{mark} ", 1) for line in LINES]
    article = read(
        tmp_path, "a.html", page(f"<article><h1>Ferries to stop</h1>{paragraphs(linked)}")
    )
    assert body(article) == RIGHT


@pytest.mark.parametrize("heading", ["<h2>{}</h2>", "<h3><a href='#x'>{}</a></h3>"])
def test_subheadings_and_headline_stay(tmp_path: Path, heading: str) -> None:
    entries = "".join(
        f"<div><time>1{number}:00</time>{heading.format(f'Entry {number}')}<p>{line}</p></div>"
        for number, line in enumerate(LINES)
    )
    found = body(read(tmp_path, "a.html", page(f"<h1>Ferries to stop</h1>{entries}")))
    assert found[0] == "Ferries to stop"
    assert found[1::2] == [f"Entry {number}" for number in range(6)]
    lead = page(f"<h1>Ferries to stop</h1><h2>{LINES[0]}</h2>{paragraphs(LINES[1:])}")
    assert body(read(tmp_path, "b.html", lead)) == RIGHT


def test_links_to_other_articles_are_set_aside_but_their_words_are_kept(tmp_path: Path) -> None:
    also = "<p><b>Read also: <a href='/r'>A bridge that nobody asked for</a></b></p>"
    teaser = "<div class='t'><h3><a href='/r'>More boats</a></h3></div>"
    inside = (
        f"<div><h1>Ferries to stop</h1>{paragraphs(LINES[:2])}{also}{paragraphs(LINES[2:])}</div>"
    )
    article = read(tmp_path, "a.html", page(inside + teaser * 3))
    assert body(article) == RIGHT
    assert "Read also: A bridge that nobody asked for" in furniture(article)


def test_an_article_that_is_only_in_the_json_is_read(tmp_path: Path) -> None:
    text = "\\n".join(LINES)
    said = f'{{"@type": "NewsArticle", "headline": "Ferries to stop", "articleBody": "{text}"}}'
    head = f'<title>App</title><script type="application/ld+json">{said}</script>'
    article = read(tmp_path, "a.html", page("<p>Please switch on JavaScript.</p>", head))
    assert body(article) == RIGHT
    assert "Please switch on JavaScript." in furniture(article)
    broken = page(WHOLE, head.replace("}</script>", "</script>"))
    assert body(read(tmp_path, "b.html", broken)) == RIGHT


@pytest.mark.parametrize(
    "titled",
    [
        "Ferries to stop - The Islander",
        "Ferries to stop | Travel | The Islander",
        "The Islander: Ferries to stop",
        "Ferries to stop — The Islander · Travel",
        "Ferries to stop - theislander.example",
        "FERRIES TO STOP » The Islander",
    ],
)
@pytest.mark.parametrize("inside", [WHOLE, f"<h2>The Islander</h2>{paragraphs(LINES)}"])
def test_a_title_is_without_the_outlet(tmp_path: Path, titled: str, inside: str) -> None:
    head = (
        f'<title>{titled}</title><meta property="og:title" content="{titled}">'
        '<meta property="og:site_name" content="The Islander">'
        '<link rel="canonical" href="https://www.theislander.example/a">'
    )
    title = read(tmp_path, "a.html", page(inside, head)).header.title
    assert title is not None
    assert title.lower() == "ferries to stop"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("By Christa Dedham | cdedham@example.com", ["Christa Dedham"]),
        ("Sophie Foster; Sophie-Foster", ["Sophie Foster"]),
        ("The Coast Times https; Www Coasttimes Com; Tom Davies", ["Tom Davies"]),
        ("Mediacoast Com Developer; Heryadi", ["Heryadi"]),
        ("Username", []),
        ("Oleh: Sari Dewi dan Budi Hasan, Kabar Pesisir", ["Sari Dewi", "Budi Hasan"]),
        ("Written by Anne van den Berg & José da Silva", ["Anne van den Berg", "José da Silva"]),
        ("مها حداد", ["مها حداد"]),
        ("admin", []),
        ("Follow @ditto on Twitter", []),
    ],
)
def test_an_author_has_the_form_of_a_name(said: str, expected: list[str]) -> None:
    assert authors([[(said, True)]], "Kabar Pesisir") == expected


def test_an_agency_is_named_where_no_person_is() -> None:
    assert authors([[("Reuters", True)]], "The Islander") == ["Reuters"]
    assert authors([[("Reuters", True)], [("Anna Holm", True)]], None) == ["Anna Holm"]
    assert not is_person("Tim Redaksi")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2024-05-04T23:12:00+07:00", "2024-05-04"),
        ("2024/05/04 08:12:00", "2024-05-04"),
        ("Sabtu, 4 Mei 2024 | 08:12 WIB", "2024-05-04"),
        ("04/05/2024, 08:12 WIB", "2024-05-04"),
        ("Updated Oct. 3, 2023 at 4 p.m.", "2023-10-03"),
        ("3rd October 2023", "2023-10-03"),
        ("20240504", "2024-05-04"),
        ("99/99/2024", None),
        ("Rp 20240504 lagi", None),
        ("kemarin", None),
    ],
)
def test_a_day_is_read_as_pages_write_it(said: str, expected: str | None) -> None:
    assert day(said) == expected


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "<", "<?xml ", "<!--", "&", "<p>", "<a href="])
def test_no_run_of_signs_keeps_a_page_from_being_read(blank: str) -> None:
    """Work is counted, not time: the parser's own repairs are linear in what it is given."""
    signs = blank * (60_000 // len(blank)) + "<p>Words of the page.</p>"
    sys.setprofile(calls := _Calls())
    try:
        parse(signs, Path("a.html"))
    finally:
        sys.setprofile(None)
    assert calls.number < 2_000_000


class _Calls:
    number = 0

    def __call__(self, *_: object) -> None:
        self.number += 1


@pytest.mark.parametrize("template", names())
def test_pages_built_like_those_of_outlets(template: str) -> None:
    found = measure(template, 7)
    assert found.ours >= max(found.plain - 0.005, 0.94)
    assert (found.title, found.date, found.authors) == (True, True, True), found.missing
    assert set(INDONESIAN) < set(names())
