"""The facts of a claim in words, for the inspector."""

import re
from typing import NamedTuple

from PySide6.QtCore import QObject

from annotator.core import reasons
from annotator.core.article import Article
from annotator.core.spans import Claim
from annotator.ui.i18n import translate


class Introduction(NamedTuple):
    """The first mention of a source."""

    said: str
    start: int


class Facts(QObject):
    """The facts of a claim in words; a QObject, so that they are translated."""

    def said(self, article: Article, claim: Claim) -> dict[str, str]:
        """Return the fields of the inspector by name."""
        quoted = {
            True: self.tr("word for word"),
            False: self.tr("indirect"),
            "mixed": self.tr("in part"),
        }
        denied = {"neg": self.tr("denied or negated"), "cond": self.tr("on a condition")}
        how = [quoted[claim.direct], denied.get(claim.polarity, "")]
        return {
            "source": self.source(article, claim),
            "kind": self.kind(claim.source_type),
            "cue": " · ".join(article.slice(span) for span in claim.cue) or "—",
            "hedge": " · ".join(article.slice(span) for span in claim.hedges) or "—",
            "quoted": ", ".join(part for part in how if part),
        }

    def source(self, article: Article, claim: Claim) -> str:
        """Return the source, with the name it refers to."""
        if claim.source and claim.source_ref:
            return f"{article.slice(claim.source)} ({claim.source_ref})"
        if claim.source:
            return article.slice(claim.source)
        named = claim.source_ref or self.tr("none named")
        return f"{named}, {self.tr('by way of')} {claim.via}" if claim.via else named

    def reason(self, said: str) -> str:
        """Return a reason of the reading in the language of the interface."""
        known = reasons.recognise(said)
        if known is None:
            return said
        sentence, words = known
        return translate("Reasons", sentence).format(
            **{k: self.reason(word) for k, word in words.items()}
        )

    def introduced(self, article: Article, claim: Claim) -> Introduction | None:
        """Return the first mention of the source, if it is before the claim."""
        name = claim.source_ref or (article.slice(claim.source) if claim.source else "")
        if len(name) < 4:
            return None
        found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", article.text)
        limit = claim.source.start if claim.source else claim.start
        if found is None or found.start() >= limit:
            return None
        before = article.text[: found.start()].split("\n")
        line = sum(bool(part.strip()) for part in before[:-1]) + 1
        return Introduction(self.tr("line {line}").format(line=line), found.start())

    def kind(self, source_type: str | None) -> str:
        """Return the kind of a source in words."""
        kinds = {
            "official": self.tr("government or state body"),
            "state_media": self.tr("state media"),
            "official_anon": self.tr("official who is not named"),
            "politician": self.tr("politician"),
            "expert": self.tr("expert or study"),
            "organization": self.tr("organisation"),
            "person": self.tr("person"),
            "media": self.tr("news outlet"),
            "anonymous": self.tr("someone not named"),
            "unspecified": self.tr("no source to be found"),
            "reporter": self.tr("the reporter's own voice, no attribution"),
        }
        return kinds.get(source_type or "", source_type or "—")
