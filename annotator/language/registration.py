"""Register components with spaCy under dotted, versioned names: annotator.attribution.v1.

`Language.factory` refuses a dot, which spaCy reserves for factories of one language; the
registry itself takes any name, so a factory is registered there with the same metadata.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import FactoryMeta, Language
from spacy.util import registry

Factory = Callable[..., Any]


def factory(
    name: str,
    *,
    assigns: Sequence[str] = (),
    requires: Sequence[str] = (),
    defaults: dict[str, Any] | None = None,
) -> Callable[[Factory], Factory]:
    """Register the decorated function as the factory of a component.

    `defaults` is the configuration of a component that is added without one.
    """

    def register(make: Factory) -> Factory:
        registry.factories.register(name, func=make)
        Language.set_factory_meta(
            name,
            FactoryMeta(
                factory=name,
                default_config=defaults or {},
                assigns=list(assigns),
                requires=list(requires),
                scores=[],
            ),
        )
        return make

    return register
