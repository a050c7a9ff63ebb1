"""Make spaCy docs of sentences and of articles annotated here, and write them to disk."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from recipe.annotations import mark, passages, read_annotations, unused
from recipe.prose import Mark, Prose, curl, spaces, write
from recipe.sources import Sentence, read_articles

PUNCTUATION = "SYM"
OWN_DEV = 5
"""Of the articles annotated here, every fifth is kept for dev."""


def as_text(nlp: Language, sentence: Sentence) -> Doc:
    """Write a sentence as prose and cut it with the pipeline's tokenizer."""
    prose = _prose(sentence)
    return _annotate(nlp.make_doc(prose.text), sentence, prose)


def as_curled_text(nlp: Language, sentence: Sentence) -> Doc:
    """Write a sentence as prose with typographic quotes."""
    prose = _prose(sentence)
    return _annotate(nlp.make_doc(curl(prose.text)), sentence, prose)


def as_tokens(nlp: Language, sentence: Sentence) -> Doc:
    """Keep the corpus's own tokens, as published scores do."""
    doc = Doc(nlp.vocab, words=sentence.tokens, spaces=spaces(_prose(sentence)))
    doc.set_ents([Span(doc, item.start, item.end, item.label) for item in sentence.marks])
    return doc


def set_entities(doc: Doc, marks: Iterable[Mark]) -> None:
    """Mark entities given in characters; one that ends inside a token takes all of it."""
    found = [
        doc.char_span(item.start, item.end, item.label, alignment_mode="expand") for item in marks
    ]
    doc.set_ents(filter_spans(span for span in found if span is not None), default="outside")


def own_articles(data: Path, lang: str, name: str) -> Iterator[tuple[str, list[Mark]]]:
    """Yield text and marks of the articles annotated here, of the train or the dev part."""
    articles = {row["id"]: row for row in read_articles(data, lang)}
    for index, (article, names) in enumerate(read_annotations(lang).items()):
        if (index % OWN_DEV == 0) is not (name == "dev"):
            continue
        text = full_text(articles[article])
        if slips := unused(text, names):
            raise ValueError(f"{article}: not found in the article: {slips}")
        yield text, mark(text, names)


def full_text(article: dict[str, str]) -> str:
    """Return an article's text below its headline; Indonesian ones have none in the data."""
    return f"{article['title']}\n{article['text']}" if article["lang"] == "en" else article["text"]


def passage_docs(nlp: Language, text: str, marks: list[Mark]) -> Iterator[Doc]:
    """Cut an article into passages of a few sentences and mark them."""
    for passage, inside in passages(text, marks):
        doc = nlp.make_doc(passage)
        set_entities(doc, inside)
        yield doc


def save(path: Path, docs: Iterable[Doc]) -> None:
    """Write docs to a DocBin file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    store = DocBin(docs=docs, store_user_data=False)
    store.to_disk(path)
    print(f"{path}: {len(store)} docs")  # noqa: T201


def load(path: Path, nlp: Language) -> list[Doc]:
    """Read docs from a DocBin file."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def _prose(sentence: Sentence) -> Prose:
    return write(sentence.tokens, sentence.marks, join_hyphens=not sentence.joined)


def _annotate(doc: Doc, sentence: Sentence, prose: Prose) -> Doc:
    if sentence.tags:
        _set_tags(doc, sentence.tags, prose.offsets)
    else:
        set_entities(doc, [prose.place(item) for item in sentence.marks])
    return doc


def _set_tags(doc: Doc, tags: list[str], offsets: tuple[tuple[int, int], ...]) -> None:
    """Give each token the tag of the corpus token it stands in; marks cut off it are SYM."""
    index = 0
    for token in doc:
        while offsets[index][1] <= token.idx:
            index += 1
        start, end = offsets[index]
        token_end = token.idx + len(token)
        whole = start == token.idx and end == token_end
        if whole or (token_end <= end and not token.is_punct):
            token.tag_ = tags[index]
        elif token.is_punct:
            token.tag_ = PUNCTUATION
