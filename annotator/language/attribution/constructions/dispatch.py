"""Read one unit: try the construction of each cue, then decide where the contents end."""

from __future__ import annotations

from annotator.language.attribution.candidate import Candidate, Range
from annotator.language.attribution.chunking.passage_view import PassageView
from annotator.language.attribution.chunking.sentence_units import Unit
from annotator.language.attribution.constructions.according_to import AccordingTo, Relays
from annotator.language.attribution.constructions.headlines import HeadlineVerbs
from annotator.language.attribution.constructions.parentheticals import Parentheticals
from annotator.language.attribution.constructions.participles import Participles
from annotator.language.attribution.constructions.passives import Passives
from annotator.language.attribution.constructions.quotation_tags_en import EnglishTags
from annotator.language.attribution.constructions.quotation_tags_id import IndonesianTags
from annotator.language.attribution.constructions.refusals import Refusals
from annotator.language.attribution.constructions.reporting_nouns import (
    HearsayAdverbs,
    ReportingNouns,
)
from annotator.language.attribution.constructions.reporting_verbs import ReportingVerbs
from annotator.language.attribution.constructions.uncued_quotations import UncuedQuotations
from annotator.language.attribution.resolution.scope import Scope
from annotator.language.lexicon import Cue


class Frames:
    """Find the attributed claims of a unit."""

    def __init__(self, view: PassageView) -> None:
        self._view = view
        self._bare_tags = IndonesianTags(view)
        self._verb_tags = EnglishTags(view)
        self._parentheticals = Parentheticals(view)
        self._participles = Participles(view)
        self._verbs = ReportingVerbs(view)
        self._headline_verbs = HeadlineVerbs(view)
        self._prepositions = AccordingTo(view)
        self._relays = Relays(view)
        self._passives = Passives(view)
        self._silences = Refusals(view)
        self._nouns = ReportingNouns(view)
        self._adverbs = HearsayAdverbs(view)
        self._orphans = UncuedQuotations(view)
        self._settling = Scope(view)
        self.hearsay: list[Candidate] = []

    def read(self, unit: Unit) -> list[Candidate]:
        """Return the attributed claims of a unit in the order of their cues."""
        drafts: list[Candidate] = []
        for start, end, cues in self._view.cues(unit):
            for cue in cues:
                draft = self._match(unit, (start, end), cue, drafts)
                if draft is not None:
                    draft.entry = cue
                    drafts.append(draft)
                    break
        settled = self._settling.settle(drafts)
        self.hearsay = [draft for draft in drafts if draft.pattern == "hearsay"]
        orphan = self._orphans.match(unit, settled)
        return [*settled, orphan] if orphan else settled

    def _match(self, unit: Unit, at: Range, cue: Cue, drafts: list[Candidate]) -> Candidate | None:
        match cue.kind:
            case "bare":
                if self._headline_verbs.is_no_tag(unit, at, drafts):
                    return None
                return self._bare_tags.match(unit, at, cue)
            case "headline":
                return self._headline_verbs.match(unit, at, cue, drafts)
            case "verb":
                first = self._parentheticals.match(unit, at) if cue.takes != "quote" else None
                first = first or self._verb_tags.match(unit, at, cue)
                first = first or self._participles.match(unit, at, cue)
                first = first or self._verbs.match(unit, at, cue, drafts)
                return first or self._headline_verbs.mistaken(unit, at, cue, drafts)
            case "adjective":
                return self._verbs.match_adjective(unit, at, cue, drafts)
            case "prep":
                return self._prepositions.match(unit, at, cue)
            case "view":
                return self._prepositions.view_of(unit, at)
            case "relay" | "citing":
                return self._relays.match(unit, at, cue)
            case "passive":
                return self._passives.match(unit, at, cue)
            case "refusal":
                return self._silences.match(unit, at, drafts)
            case "noun":
                return self._nouns.match(unit, at, cue)
            case "adverb":
                return self._adverbs.match(unit, at)
        return None
