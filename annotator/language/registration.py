"""Register components with spaCy under dotted, versioned names: annotator.attribution.v1.

`Language.factory` refuses a dot, since spaCy keeps it for factories of one language only;
the registry itself takes any name, so a factory is put there with the same metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import FactoryMeta, Language
from spacy.util import registry

Factory = Callable[..., Any]


def factory(
    name: str, *, assigns: Sequence[str] = (), requires: Sequence[str] = ()
) -> Callable[[Factory], Factory]:
    """Register the decorated function as the factory of a component."""

    def register(make: Factory) -> Factory:
        registry.factories.register(name, func=make)
        Language.set_factory_meta(
            name,
            FactoryMeta(factory=name, assigns=list(assigns), requires=list(requires), scores=[]),
        )
        return make

    return register
