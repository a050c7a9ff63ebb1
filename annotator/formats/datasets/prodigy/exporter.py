"""Prodigy: one task a line, with our tokens, spans and relations.

A token_end is inclusive, and a relation's head and child are the last tokens of their spans
(prodi.gy/docs/api-interfaces, and tasks that Prodigy 1.11 saved). Prodigy keeps keys it does
not know, in a task and in a span. An article that is half decided is two tasks.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import msgspec
from msgspec import Struct

from annotator.core.article import Article
from annotator.formats.datasets.tokenisation import Tokeniser, Tokens
from annotator.formats.decided_graph import divided
from annotator.formats.exporter import Exporter, ExportSettings, Piece
from annotator.formats.graph import RELATIONS, Graph, Link, Node, Sidecar

# What people decided is a task that was accepted, the rest one that waits for an answer.
ANSWERS: tuple[dict[str, str], ...] = ({"answer": "accept"}, {})
OPEN = 1
WIDENED = "widened to whole tokens; exact positions are kept beside them"


class _Token(Struct, gc=False):
    text: str
    start: int
    end: int
    id: int
    ws: bool


class _Span(Struct, omit_defaults=True):
    start: int
    end: int
    token_start: int
    token_end: int
    label: str
    text: str
    id: str
    status: str = ""
    suggested: str = ""
    exact: tuple[int, int] | None = None


class _TokenRead(Struct, gc=False):
    start: int
    end: int


class _Meta(Struct):
    id: str


class _Task(Struct):
    text: str
    tokens: list[_TokenRead]
    spans: list[_Span]
    meta: _Meta
    answer: str | None = None


_reader = msgspec.json.Decoder(_Task)


class Prodigy(Exporter):
    """Tasks for Prodigy's relations interface."""

    name = "prodigy"
    title = "Prodigy (JSON Lines)"
    claims = "all"
    suffix = ".jsonl"

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._tokeniser = Tokeniser()

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        yield Piece(stem + self.suffix, b"")
        encoder = msgspec.json.Encoder()
        for article in articles:
            self.counts.add_article(article)
            graph = Graph.of(article)
            tokens = self._tokeniser.tokens(article.text, article.header.lang)
            spans = {node.id: _span(article, tokens, node) for node in graph.nodes}
            widened = sum(span.exact is not None for span in spans.values())
            self.counts.add_loss("marks off token borders", widened, article.id, WIDENED)
            for number, part in enumerate(divided(article, graph)):
                if part.nodes or (number == OPEN and not graph.nodes):
                    chosen = [spans[node.id] for node in part.nodes]
                    held = [f"{span.label}\t{span.text}" for span in chosen]
                    self.ledger.enter(f"{article.id}\t{number}", held)
                    task = _task(article, graph, part, tokens, spans) | ANSWERS[number]
                    yield Piece(stem + self.suffix, encoder.encode(task) + b"\n")

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        for path in sorted(folder.glob("*" + self.suffix)):
            with path.open("rb") as stream:
                for line in stream:
                    task = _reader.decode(line)
                    number = OPEN if task.answer is None else 1 - OPEN
                    yield f"{task.meta.id}\t{number}", [_held(task, span) for span in task.spans]


def _task(
    article: Article, whole: Graph, part: Graph, tokens: Tokens, spans: dict[str, _Span]
) -> dict[str, Any]:
    return {
        "text": article.text,
        "tokens": _tokens(article.text, tokens),
        "spans": [spans[node.id] for node in part.nodes],
        "relations": [_relation(link, spans) for link in part.links],
        "meta": {"id": article.id, "title": article.header.title},
        "_view_id": "relations",
        "annotator": Sidecar.of(article, whole),
        **_hashes(article, part),
    }


def _hashes(article: Article, part: Graph) -> dict[str, int]:
    """Return hashes of a task's own: of two tasks with the same, Prodigy drops one."""
    said = "\0".join([article.id, article.sha256, *(node.id for node in part.nodes)])
    hashed = crc32(said.encode()) - 2**31
    return {"_input_hash": hashed, "_task_hash": hashed}


def _tokens(text: str, tokens: Tokens) -> list[_Token]:
    return [
        _Token(text[start:end], start, end, number, space)
        for number, (start, end, space) in enumerate(
            zip(tokens.starts, tokens.ends, tokens.spaces, strict=True)
        )
    ]


def _span(article: Article, tokens: Tokens, node: Node) -> _Span:
    first, after = tokens.around(node.start, node.end)
    start, end = tokens.starts[first], tokens.ends[after - 1]
    claim = article.claim(node.mark) if node.role == "claim" else None
    return _Span(
        start,
        end,
        first,
        after - 1,
        node.tag,
        article.text[start:end],
        node.id,
        node.label if node.role == "claim" else "",
        "" if node.label or claim is None or claim.suggestion is None else claim.suggestion.label,
        None if (start, end) == (node.start, node.end) else (node.start, node.end),
    )


def _relation(link: Link, spans: dict[str, _Span]) -> dict[str, Any]:
    head, child = spans[link.head], spans[link.child]
    return {
        "head": head.token_end,
        "child": child.token_end,
        "label": RELATIONS[link.type],
        "head_span": head,
        "child_span": child,
    }


def _held(task: _Task, span: _Span) -> str:
    """Cut a span out by its tokens, and see that they say the same as its characters."""
    first, last = task.tokens[span.token_start], task.tokens[span.token_end]
    by_tokens = task.text[first.start : last.end]
    by_characters = task.text[span.start : span.end]
    said = by_tokens if by_tokens == by_characters == span.text else "?"
    return f"{span.label}\t{said}"


EXPORTER = Prodigy
