"""Hide who the sources are: each person's name is replaced by one pseudonym throughout."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.rewriting import Replacement, rewrite
from annotator.core.spans import Claim, Origin, Span

# A source that is one of these is an institution, an outlet or nobody in particular.
_NOBODY = {"state_media", "organization", "media", "unspecified", "reporter"}
_PERSON = {"PER", "PERSON"}
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_SHORTEST_PART = 3


class Pseudonyms:
    """The names met so far with their pseudonyms; the same name is the same person."""

    def __init__(self, word: str = "Person") -> None:
        self._word = word
        self._given: dict[str, str] = {}
        self._ids: dict[str, str] = {}

    def key(self) -> dict[str, str]:
        """Return the name behind each pseudonym, and the old id behind each new one."""
        return {new: old for old, new in (*self._given.items(), *self._ids.items())}

    def hide(self, article: Article) -> Article:
        """Replace the names of all sources who are persons, everywhere in the article."""
        names = self._names(article)
        if not names:
            return article
        pattern, pseudonyms = _pattern(names)
        new, _ = rewrite(
            article,
            [
                Replacement(match.start(), match.end(), pseudonyms[match[0]])
                for match in pattern.finditer(article.text)
            ],
        )

        def hidden(text: str) -> str:
            return pattern.sub(lambda match: pseudonyms[match[0]], text)

        def told(said: str) -> bool:
            """Return True if an address or an id contains one of the names, in any case."""
            return any(name.casefold() in said.casefold() for name in pseudonyms)

        def made(origin: Origin) -> Origin:
            """Drop an imported file's name if it contains one of the names."""
            return replace(origin, by="") if told(origin.by) else origin

        return replace(
            new,
            id=self._id(new.id) if told(new.id) else new.id,
            claims=tuple(
                replace(_hidden_claim(claim, hidden, told), origin=made(claim.origin))
                for claim in new.claims
            ),
            entities=tuple(
                replace(e, origin=made(e.origin), extra=_hidden_value(e.extra, hidden))
                for e in new.entities
            ),
            zones=tuple(replace(zone, origin=made(zone.origin)) for zone in new.zones),
            extra=_hidden_value(new.extra, hidden),
            # Where the article came from would lead to it, and so to its sources.
            header=replace(new.header, title=hidden(new.header.title or "") or None, url=None),
            source=None,
            source_sha256=None,
        )

    def _names(self, article: Article) -> dict[str, str]:
        """Return the pseudonym of every name to hide in an article, full names first."""
        found = {name for claim in article.claims for name in _source_names(article, claim)}
        parts = {part for name in found for part in name.split() if len(part) >= _SHORTEST_PART}
        # "Joko Widodo" where the source is "Widodo".
        found |= {name for name in _people(article) if parts & set(name.split())}
        names: dict[str, str] = {}
        for name in sorted(found, key=lambda name: (-len(name.split()), name)):
            whole = next((full for full in names if set(name.split()) <= set(full.split())), None)
            names[name] = names[whole] if whole else self._pseudonym(name)
        return names

    def _pseudonym(self, name: str) -> str:
        if name not in self._given:
            self._given[name] = f"{self._word} {len(self._given) + 1}"
        return self._given[name]

    def _id(self, id_: str) -> str:
        return self._ids.setdefault(id_, f"article {len(self._ids) + 1}")


def _source_names(article: Article, claim: Claim) -> set[str]:
    """Return the names of persons in a claim's source; the whole of it if none is marked."""
    if claim.source_type in _NOBODY:
        return set()
    names = set()
    if claim.source is not None:
        names = set(_people(article, claim.source))
        said = article.slice(claim.source)
        if not names and claim.source_type != "official" and _is_name(said):
            names.add(said)
    if claim.source_ref and claim.source_type != "official" and _is_name(claim.source_ref):
        names.add(claim.source_ref)
    return {" ".join(name.split()) for name in names}


def _people(article: Article, within: Span | None = None) -> Iterator[str]:
    """Yield the names of persons, all or those that touch a span."""
    for entity in article.entities:
        span = Span(entity.start, entity.end)
        if entity.label in _PERSON and (within is None or span.overlaps(within)):
            yield " ".join(article.slice(entity).split())


def _hidden_claim(claim: Claim, hidden: Callable[[str], str], told: Callable[[str], bool]) -> Claim:
    suggestion = claim.suggestion
    return replace(
        claim,
        source_ref=hidden(claim.source_ref) if claim.source_ref else None,
        via=hidden(claim.via) if claim.via else None,
        note=hidden(claim.note) if claim.note else None,
        reasons=tuple(map(hidden, claim.reasons)),
        suggestion=suggestion
        and replace(suggestion, reasons=tuple(map(hidden, suggestion.reasons))),
        evidence=tuple(
            replace(
                evidence,
                link="" if told(evidence.link) else evidence.link,
                title=hidden(evidence.title),
                remark=hidden(evidence.remark),
            )
            for evidence in claim.evidence
        ),
        extra=_hidden_value(claim.extra, hidden),
    )


def _hidden_value(value: Any, hidden: Callable[[str], str]) -> Any:
    """Return a value of JSON with the names hidden in all its strings."""
    match value:
        case str():
            return hidden(value)
        case list():
            return [_hidden_value(each, hidden) for each in value]
        case dict():
            return {hidden(key): _hidden_value(each, hidden) for key, each in value.items()}
    return value


def _is_name(said: str) -> bool:
    """Return True if words may be a name: a pronoun or a clitic has no capital letter."""
    return any(word[0].isupper() for word in _WORD.findall(said))


def _pattern(names: dict[str, str]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for the names, and for each part of a name, as whole words."""
    pseudonyms = dict(names)
    for name, pseudonym in names.items():
        for part in _WORD.findall(name):
            if len(part) >= _SHORTEST_PART and part[0].isupper():
                pseudonyms.setdefault(part, pseudonym)
    # In capitals, as in headlines and datelines.
    pseudonyms |= {
        name.upper(): pseudonym
        for name, pseudonym in pseudonyms.items()
        if name.upper() not in pseudonyms
    }
    longest_first = sorted(pseudonyms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), pseudonyms
