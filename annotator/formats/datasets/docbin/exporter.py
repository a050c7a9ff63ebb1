"""spaCy DocBin, and a config that `spacy train` runs on as it is.

Entities are `doc.ents`; contents, sources, cues and hedges are `doc.spans["sc"]`; decided claims
are in `doc.spans["labels"]` by their labels, which the config trains a span categoriser on. What
spaCy has no field for is in `doc.user_data`.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from annotator.core.article import Article
from annotator.formats.datasets.tokenisation import UNKNOWN, Tokeniser, Tokens
from annotator.formats.exporter import WHOLE, Exporter, ExportSettings, Piece
from annotator.formats.graph import Graph, Node, Sidecar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

KEY = "sc"
# Decided claims by their labels: what the config trains a span categoriser on.
LABELS = "labels"
# Where a mark's own place is kept: in user_data, since it may lie inside a token.
DATA = "annotator"
LINKS = "annotator_links"
WIDENED = "widened to whole tokens; exact positions are in user_data"
OVERLAP = "not in doc.ents, which allows no overlap; kept in doc.spans['overlapping']"


class Docbin(Exporter):
    """Docs with entities and span groups, for training."""

    name = "docbin"
    title = "spaCy DocBin (with a training config)"
    unit = "token"

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._tokeniser = Tokeniser()
        self._languages: dict[str, int] = {}
        self._stems: list[str] = []
        self._labelled = False

    def pieces(self, articles: Iterable[Article], stem: str) -> Iterator[Piece]:
        self._stems.append(stem)
        store = _Store()
        with _known_packers():
            for article in articles:
                self.counts.add_article(article)
                lang = article.header.lang or UNKNOWN
                self._languages[lang] = self._languages.get(lang, 0) + 1
                store.add(*self._doc(article), lang)
            packed = store.packed()
        yield Piece(f"{stem}.spacy", packed)

    def closing(self) -> Iterator[Piece]:
        train = next(stem for stem in ("train", WHOLE) if stem in self._stems)
        dev = next(stem for stem in ("dev", "test", train) if stem in self._stems or stem == train)
        lang = max(self._languages, key=lambda lang: self._languages[lang])
        key = LABELS if self._labelled else KEY
        yield Piece("config.cfg", config(lang, f"{train}.spacy", f"{dev}.spacy", key).encode())

    def read_back(self, folder: Path) -> Iterator[tuple[str, list[str]]]:
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        for path in sorted(folder.glob("*.spacy")):
            with _known_packers():
                vocab = Vocab()
                words = _Words(vocab.strings)
                for doc in DocBin().from_disk(path).get_docs(vocab):
                    yield msgspec.json.decode(doc.user_data[DATA])["id"], _held(doc, words)

    def _doc(self, article: Article) -> "tuple[Tokens, Graph]":
        """Mark the tokens' doc, and enter it."""
        graph = Graph.of(article)
        tokens = self._tokeniser.tokens(article.text, article.header.lang)
        doc: Doc = tokens.doc
        held, off = [], 0
        for node in graph.nodes:
            start, end = tokens.widened(node.start, node.end)
            off += (start, end) != (node.start, node.end)
            held.append(f"{node.name}\t{article.text[start:end]}")
            if node.role == "claim" and node.label:
                held.append(f"{node.label}\t{article.text[start:end]}")
                self._labelled = True
        self.ledger.enter(article.id, held)
        self.counts.add_loss("marks off token borders", off, article.id, WIDENED)
        entities = [_span(tokens, node) for node in graph.nodes if node.role == "entity"]
        apart = _apart(entities)
        doc.set_ents(apart)
        self.counts.add_loss("entities", len(entities) - len(apart), article.id, OVERLAP)
        groups = {
            KEY: [_span(tokens, n) for n in graph.nodes if n.role not in ("entity", "zone")],
            LABELS: [
                _span(tokens, node, node.label)
                for node in graph.nodes
                if node.role == "claim" and node.label
            ],
            "zones": [_span(tokens, node) for node in graph.nodes if node.role == "zone"],
            "overlapping": [span for span in entities if span not in apart],
        }
        doc.spans.update(
            {key: spans for key, spans in groups.items() if spans or key in (KEY, LABELS)}
        )
        doc.user_data[DATA] = msgspec.json.encode(Sidecar.of(article, graph)).decode()
        links = [(link.type, link.head, link.child) for link in graph.links]
        doc.user_data[LINKS] = msgspec.json.encode(links).decode()
        return tokens, graph


def config(lang: str, train: str, dev: str, key: str) -> str:
    """Return a config for entities and the spans under a key, trained on the files beside it."""
    from spacy.cli.init_config import init_config

    # Made without a language, then set to it: the result is the same, and faster for Indonesian.
    made = init_config(
        lang=UNKNOWN, pipeline=["ner", "span_finder", "spancat"], optimize="efficiency", gpu=False
    )
    made["nlp"]["lang"] = lang
    made["paths"]["train"], made["paths"]["dev"] = train, dev
    for name in ("span_finder", "spancat"):
        made["components"][name]["spans_key"] = key
    weights = made["training"]["score_weights"]
    made["training"]["score_weights"] = {
        name.replace(f"_{KEY}_", f"_{key}_"): weight for name, weight in weights.items()
    }
    return str(made.to_str())


def _span(tokens: Tokens, node: Node, label: str = "") -> "Span":
    from spacy.tokens import Span

    first, after = tokens.around(node.start, node.end)
    return Span(tokens.doc, first, after, label=label or node.name, span_id=node.id)


def _apart(spans: "Iterable[Span]") -> "list[Span]":
    from spacy.util import filter_spans

    found = sorted(spans, key=lambda span: span.start)
    if all(one.end <= other.start for one, other in pairwise(found)):
        return found
    return filter_spans(found)


class _Words(dict[int, str]):
    """The words of a vocabulary by their numbers, looked up once each."""

    def __init__(self, strings: Any) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = word = str(self._strings[number])
        return word


def _held(doc: "Doc", words: _Words) -> list[str]:
    """Return the text of every span, put together of its tokens."""
    from spacy.attrs import ORTH, SPACY

    tokens = doc.to_array([ORTH, SPACY]).tolist()
    said = [words[word] + " " if space else words[word] for word, space in tokens]
    spans = [*doc.ents, *(span for group in doc.spans.values() for span in group)]
    held = []
    for span in spans:
        end = span.end
        # A space after a span's last token is not part of it.
        last = words[tokens[end - 1][0]]
        held.append(f"{span.label_}\t{''.join(said[span.start : end - 1])}{last}")
    return held


class _Store:
    """A DocBin that is filled without asking each token for nine strings, as its `add` does."""

    def __init__(self) -> None:
        from spacy.tokens import DocBin

        self.bin = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
        # For each language its strings, and the words of each doc.
        self._words: dict[str, tuple[Any, list[Any]]] = {}

    def add(self, tokens: Tokens, graph: Graph, lang: str) -> None:
        from numpy import array
        from spacy.attrs import ORTH

        store, doc = self.bin, tokens.doc
        words = doc.to_array(list(store.attrs))
        store.tokens.append(words)
        store.spaces.append(array(tokens.spaces, dtype=bool).reshape((len(doc), 1)))
        store.flags.append({"has_unknown_spaces": doc.has_unknown_spaces})
        store.cats.append(doc.cats)
        store.user_data.append(msgspec.msgpack.encode(doc.user_data))
        store.span_groups.append(doc.spans.to_bytes())
        _, known = self._words.setdefault(lang, (doc.vocab.strings, []))
        known.append(words[:, store.attrs.index(ORTH)])
        store.strings.update([node.name for node in graph.nodes])
        store.strings.update([node.label for node in graph.nodes if node.label])
        store.strings.update([node.id for node in graph.nodes])

    def packed(self) -> bytes:
        """Return the file, with every string that is in it."""
        from numpy import concatenate, unique

        for strings, words in self._words.values():
            self.bin.strings.update(strings[word] for word in unique(concatenate(words)).tolist())
        return self.bin.to_bytes()


@contextmanager
def _known_packers() -> Iterator[None]:
    """Stop srsly from searching every installed package for each value it packs.

    That takes 0.9 ms a value, and there are a dozen values a doc.
    """
    import srsly.msgpack as packing

    names = ("msgpack_encoders", "msgpack_decoders")
    before = {name: getattr(packing, name) for name in names}
    try:
        for name, registry in before.items():
            setattr(packing, name, _Packers(registry.get_all()))
        yield
    finally:
        for name, registry in before.items():
            setattr(packing, name, registry)


class _Packers(Struct, frozen=True):
    found: dict[str, Any]

    def get_all(self) -> dict[str, Any]:
        return self.found


EXPORTER = Docbin
