"""Load the pipeline of a language: a statistical model if there is one, and our components."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from annotator import __version__, resources
from annotator.language.lexicon import grammar
from annotator.language.spacy_import import import_spacy

if TYPE_CHECKING:
    from spacy.language import Language

NAMES = "annotator.names.v1"
COMPONENTS = (
    "annotator.sentences.v1",
    NAMES,
    "annotator.zones.v1",
    "annotator.headline_case.v1",
    "annotator.numbers.v1",
    "annotator.name_consistency.v1",
    "annotator.places.v1",
    "annotator.attribution.v1",
    "annotator.source_type.v1",
    "annotator.suggest.v1",
)
# spaCy's sizes, best first. An installed model is used if it is larger than the shipped
# one, or if none is shipped for its language.
_SIZES = ("trf", "lg", "md", "sm")
_NO_BETTER = frozenset(("sm",))
_SHIPPED = {"id": "id_news_sm", "en": "en_news_sm"}
# Our rules read the fine tags; mapping them to coarse ones takes a tenth of the time.
_UNUSED = ("attribute_ruler", "parser", "lemmatizer", "senter", "sentencizer")
_TOKENIZERS = {"id": "annotator.indonesian_tokenizer.v1"}
_NO_LANGUAGE = "xx"


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded pipeline and the name recorded in its marks."""

    nlp: Language
    lang: str
    by: str


@cache
def load(lang: str) -> Pipeline:
    """Return the pipeline of a language, loaded once; rules alone if it has no model."""
    register()
    nlp, model = _base(lang)
    _use_numpy(nlp)
    for name in COMPONENTS:
        # Names by capital letters are for languages that we know, and have no model for.
        if name != NAMES or ("ner" not in nlp.pipe_names and grammar(lang).data):
            nlp.add_pipe(name, name=name.replace(".", "_"))
    return Pipeline(nlp, lang, f"annotator {__version__} · {model}")


def register() -> None:
    """Register our components and our tokenizer with spaCy."""
    import_spacy()
    from annotator.language import (
        headline_case,
        name_consistency,
        names,
        numbers,
        places,
        sentences,
        source_type,
        suggest,
        zones,
    )
    from annotator.language.attribution import component

    ours = (
        headline_case,
        name_consistency,
        component,
        names,
        numbers,
        places,
        sentences,
        source_type,
        suggest,
        zones,
    )
    for module in ours:
        assert module.FACTORY
    _register_tokenizer()


def _use_numpy(nlp: Language) -> None:
    """Multiply with numpy, not with Blis: on small matrices it is faster, and gives the same.

    Measured on the development articles: English a quarter faster, Indonesian 8 %.
    """
    from thinc.api import Model

    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False


def _base(lang: str) -> tuple[Language, str]:
    import spacy

    name = _installed(lang)
    if name is not None:
        nlp = spacy.load(name, exclude=list(_UNUSED))
        return nlp, f"{name} {nlp.meta['version']}"
    shipped = resources.path("models", _SHIPPED[lang]) if lang in _SHIPPED else None
    if shipped is not None and (shipped / "config.cfg").is_file():
        nlp = _load_shipped(lang, shipped)
        return nlp, f"{_SHIPPED[lang]} {nlp.meta['version']}"
    return _blank(lang), f"rules for {lang}"


def _load_shipped(lang: str, path: Path) -> Language:
    """Load a model as `spacy.load` does, with our class of the language.

    The tokenizer comes from code and is not read a second time from the model: making it
    is a third of loading. tests/unit/language/test_loading.py keeps the two alike.
    """
    from spacy.util import get_model_meta, load_config

    config = load_config(path / "config.cfg")
    # The shipped models were checked when they were trained.
    nlp = _language_class(lang).from_config(
        config, exclude=_UNUSED, meta=get_model_meta(path), auto_fill=False, validate=False
    )
    return nlp.from_disk(path, exclude=(*_UNUSED, "tokenizer"))


def _language_class(lang: str) -> type[Language]:
    from spacy.util import get_lang_class

    from annotator.language.tokenizer import Indonesian

    return Indonesian if lang == Indonesian.lang else get_lang_class(lang)


def _installed(lang: str) -> str | None:
    """Return the best pipeline of a language that was installed with pip, if it is any good."""
    import spacy

    names = [name for name in spacy.util.get_installed_models() if name.startswith(f"{lang}_")]
    for size in _SIZES:
        if size in _NO_BETTER and lang in _SHIPPED:
            return None
        for name in sorted(names):
            if name.endswith(f"_{size}"):
                return name
    return None


def _blank(lang: str) -> Language:
    """Make a pipeline that only cuts tokens; an unknown language is cut as any other."""
    import spacy

    config = (
        {"nlp": {"tokenizer": {"@tokenizers": _TOKENIZERS[lang]}}} if lang in _TOKENIZERS else {}
    )
    try:
        return _language_class(lang).from_config(config)
    except ImportError:
        return spacy.blank(_NO_LANGUAGE)


def _register_tokenizer() -> None:
    from annotator.language import tokenizer

    assert tokenizer.NAME in _TOKENIZERS.values()
