"""Start the Indonesian model from the English one's knowledge of names.

Both languages write names alike, by shape and largely by letter, and English was taught on
twenty times the data. So the English recogniser's embeddings, its context layers and its
decisions on the labels that both share are where Indonesian training starts.
"""

import argparse
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.pipeline.tok2vec import Tok2Vec
from spacy.training import Example
from spacy.util import load_config, load_model_from_config
from thinc.api import Model

import annotator.language.tokenizer  # noqa: F401
from recipe.docs import load

SAMPLE = 2000


def plant(target: Language, source: Language) -> None:
    """Copy the source's entity recogniser into the target's shared layers and its own."""
    ner, english = target.get_pipe("ner"), source.get_pipe("ner")
    shared = target.get_pipe("tok2vec")
    assert isinstance(shared, Tok2Vec)
    assert isinstance(ner, EntityRecognizer)
    assert isinstance(english, EntityRecognizer)
    embedding = english.model.get_ref("tok2vec").layers[0]
    shared.model.from_bytes(embedding.to_bytes())
    copy_layer(ner.model.get_ref("tok2vec").layers[-1], english.model.get_ref("tok2vec").layers[-1])
    copy_layer(ner.model.get_ref("lower"), english.model.get_ref("lower"))
    copy_decisions(ner, english)


def copy_layer(layer: Model[Any, Any], other: Model[Any, Any]) -> None:
    """Copy all parameters of one layer."""
    for name in other.param_names:
        layer.set_param(name, other.get_param(name).copy())


def copy_decisions(ner: EntityRecognizer, other: EntityRecognizer) -> None:
    """Copy the weights of each decision that both recognisers can take."""
    known = {other.moves.get_class_name(index): index for index in range(other.moves.n_moves)}
    upper, source = ner.model.get_ref("upper"), other.model.get_ref("upper")
    weights, bias = upper.get_param("W").copy(), upper.get_param("b").copy()
    for index in range(ner.moves.n_moves):
        if (match := known.get(ner.moves.get_class_name(index))) is not None:
            weights[index] = source.get_param("W")[match]
            bias[index] = source.get_param("b")[match]
    upper.set_param("W", weights)
    upper.set_param("b", bias)


def seed(config: Path, train: Path, english: Path) -> Language:
    """Make an Indonesian pipeline of the config's shape with the English knowledge in it."""
    nlp = load_model_from_config(load_config(config).interpolate(), auto_fill=True)
    docs = load(train, nlp)
    labelled = [doc for doc in docs if doc.ents][:SAMPLE]
    tagged = [doc for doc in docs if doc.has_annotation("TAG")]
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in (*labelled, *tagged)]
    nlp.initialize(lambda: examples)
    plant(nlp, spacy.load(english))
    return nlp


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("train", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    seed(given.config, given.train, given.english).to_disk(given.target)


if __name__ == "__main__":
    main()
