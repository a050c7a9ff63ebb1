"""Score a model on every test set, with its load time and speed, as JSON and as a table."""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import annotator.language.tokenizer  # noqa: F401
from recipe.docs import load
from recipe.sources import rows

Span = tuple[int, int, str]
Scores = dict[str, float]
PLACES = frozenset({"GPE", "LOC", "FAC"})
TYPES = {
    "id": frozenset({"PER", "ORG", "GPE", "LOC", "FAC"}),
    "en": frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"}),
}
UNIVERSAL = frozenset({"PER", "ORG", "LOC"})


def f_score(gold: list[set[Any]], found: list[set[Any]]) -> Scores:
    """Return precision, recall and F1 over the marks of many docs."""
    pairs = list(zip(gold, found, strict=True))
    right = sum(len(one & other) for one, other in pairs)
    said, true = sum(map(len, found)), sum(map(len, gold))
    return {
        "p": round(right / said, 4) if said else 0.0,
        "r": round(right / true, 4) if true else 0.0,
        "f": round(2 * right / (said + true), 4) if said + true else 0.0,
        "n": true,
    }


def ents(doc: Doc, types: Iterable[str]) -> set[Span]:
    """Return a doc's entities of the types that count, in tokens."""
    return {(ent.start, ent.end, ent.label_) for ent in doc.ents if ent.label_ in types}


def merged(spans: set[Span]) -> set[Span]:
    """Call every kind of place LOC."""
    return {(start, end, "LOC" if label in PLACES else label) for start, end, label in spans}


def on_corpus(nlp: Language, path: Path, types: frozenset[str], *, merge: bool) -> dict[str, Any]:
    """Score entities on a DocBin file, on its own tokens."""
    gold = load(path, nlp)
    found = list(nlp.pipe(blank_copy(doc) for doc in gold))
    kinds = types | PLACES if merge else types
    true = [ents(doc, kinds) for doc in gold]
    said = [ents(doc, kinds) for doc in found]
    if merge:
        true, said = [merged(spans) for spans in true], [merged(spans) for spans in said]
    return {"ents": f_score(true, said), "types": by_type(true, said)}


def by_type(gold: list[set[Span]], found: list[set[Span]]) -> dict[str, Scores]:
    """Score each type of its own."""
    labels = sorted({label for spans in gold for *_, label in spans})

    def only(docs: list[set[Span]], label: str) -> list[set[Span]]:
        return [{span for span in spans if span[2] == label} for spans in docs]

    return {label: f_score(only(gold, label), only(found, label)) for label in labels}


def blank_copy(doc: Doc) -> Doc:
    """Return the same tokens without annotation."""
    words = [token.text for token in doc]
    return Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def tag_accuracy(nlp: Language, path: Path) -> float:
    """Return the share of tokens with the right part-of-speech tag."""
    gold = load(path, nlp)
    right: Counter[bool] = Counter()
    for doc, true in zip(nlp.pipe(blank_copy(doc) for doc in gold), gold, strict=True):
        right.update(a.tag_ == b.tag_ for a, b in zip(doc, true, strict=True) if b.tag_)
    return round(right[True] / right.total(), 4)


def on_gold(nlp: Language, path: Path, lang: str) -> dict[str, Scores]:
    """Score names on annotated articles, read line by line as the program does."""
    gold: list[set[Span]] = []
    found: list[set[Span]] = []
    for row in rows(path):
        if row["lang"] != lang:
            continue
        zones = row.get("boilerplate", [])
        marks = {(item["start"], item["end"], item["label"]) for item in row["entities"]}
        for spans, store in ((marks, gold), (read_lines(nlp, row["text"]), found)):
            names = {span for span in spans if span[2] in TYPES["en"]}
            store.append({span for span in names if not _inside(span, zones)})
    untyped = [[{span[:2] for span in spans} for spans in docs] for docs in (gold, found)]
    return {
        "typed": f_score(gold, found),
        "places merged": f_score([merged(doc) for doc in gold], [merged(doc) for doc in found]),
        "untyped": f_score(*untyped),
        **by_type(gold, found),
    }


def read_lines(nlp: Language, text: str) -> set[Span]:
    """Return the entities of a text in characters."""
    spans, start = set(), 0
    for line in text.split("\n"):
        found = nlp(line).ents
        spans |= {(start + ent.start_char, start + ent.end_char, ent.label_) for ent in found}
        start += len(line) + 1
    return spans


def _inside(span: Span, zones: list[list[int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in zones)


def speed(nlp: Language, texts: list[str]) -> int:
    """Return words a second on one core, the better of two runs."""
    count = sum(len(text.split()) for text in texts)

    def run() -> float:
        start = time.perf_counter()
        for _ in nlp.pipe(texts):
            pass
        return count / (time.perf_counter() - start)

    return round(max(run(), run()))


def timed(action: Callable[[], Language]) -> tuple[Language, float]:
    """Run an action and say how many seconds it took."""
    start = time.perf_counter()
    result = action()
    return result, round(time.perf_counter() - start, 3)


def evaluate(model: Path, lang: str, work: Path, name: str, gold: Path | None) -> dict[str, Any]:
    """Score a model on the dev or test part of all corpora of its language."""
    nlp, seconds = timed(lambda: spacy.load(model))
    folder = work / lang / name
    scores: dict[str, Any] = {"load_s": seconds, "bytes": size(model), "corpora": {}}
    for path in sorted(folder.glob("*.spacy")):
        if path.stem == "pos":
            scores["tag_accuracy"] = tag_accuracy(nlp, path)
            continue
        own = path.stem == "own"
        types = TYPES[lang] if own else UNIVERSAL
        scores["corpora"][path.stem] = on_corpus(nlp, path, types, merge=not own)
    if gold:
        scores["gold"] = on_gold(nlp, gold, lang)
    longest = max(folder.glob("*.spacy"), key=lambda path: path.stat().st_size)
    texts = [doc.text for doc in load(longest, nlp)]
    paragraphs = [" ".join(texts[start : start + 4]) for start in range(0, len(texts), 4)]
    scores["words_per_second"] = speed(nlp, paragraphs)
    return scores


def size(model: Path) -> int:
    """Return the bytes of a folder's files."""
    return sum(path.stat().st_size for path in model.rglob("*") if path.is_file())


def table(scores: dict[str, Any]) -> str:
    """Write the scores as a Markdown table."""
    lines = ["| test set | P | R | F1 | entities |", "|---|---|---|---|---|"]
    parts = {name: found["ents"] for name, found in scores["corpora"].items()}
    for name, found in {**parts, **_gold_rows(scores)}.items():
        cells = [name, *(f"{found[key]:.3f}" for key in ("p", "r", "f")), str(found["n"])]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _gold_rows(scores: dict[str, Any]) -> dict[str, Scores]:
    return {f"whole articles, {name}": found for name, found in scores.get("gold", {}).items()}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("lang", choices=("id", "en"))
    parser.add_argument("work", type=Path)
    parser.add_argument("--part", choices=("dev", "test"), default="dev")
    parser.add_argument("--gold", type=Path, help="JSONL of annotated articles")
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    scores = evaluate(given.model, given.lang, given.work, given.part, given.gold)
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    print(table(scores))  # noqa: T201
    rest = {key: value for key, value in scores.items() if key not in ("corpora", "gold")}
    print(rest)  # noqa: T201


if __name__ == "__main__":
    main()
