"""The sentences that say why a claim was found, and why a label may fit.

They are stored with each claim in English, so that a file explains itself; the window
looks the sentence up and shows it in the person's language.
"""

import re
from functools import cache

SENTENCES = {
    # How the claim was found
    "tag": "the tag “{cue}” closes or cuts what it reports (guideline 2)",
    "verb": "“{cue}” stands between a source and what it says (guideline 1)",
    "participle": "“{cue}” opens a sentence whose subject says it (guideline 1)",
    "citing": "“{cue}” names who carried it; no other source is given (guideline 1, N)",
    "according": "“{cue}” names the source of the clause (guideline 5)",
    "passive": "the passive “{cue}” names who said it (guideline 5)",
    "noun": "the noun “{cue}” carries a clause (guideline 2)",
    "hearsay": "“{cue}” reports hearsay without saying whose (guideline 4.2)",
    "refuted": "the article itself refutes it: “{cue}” (guideline 5)",
    "quote": "a quotation without a tag of its own (guideline A3)",
    "unknown": "a quotation; of this language nothing more is known here",
    "uncued": "a quotation whose sentence has no known cue: its subject is the source",
    "transcript": "a turn of a conversation, its speaker named before the colon",
    "interview": "an answer in an interview",
    "headline": "a headline of the form “source: claim” (guideline 1, H)",
    "reporter": "a statement in the reporter's own voice (guideline 1, R1)",
    "shares": "it shares the source of the saying before it (guideline A1)",
    "stands_for": "its source stands for {name}",
    "nested": "it lies inside another claim (guideline 1, N)",
    # What kind of source it has
    "official": "“{words}” speaks for a state body",
    "state_media": "“{words}” is the voice of a government",
    "politician": "“{words}” is a politician, not an office",
    "expert": "“{words}” is an expert or a study",
    "organization": "“{words}” speaks for an organization",
    "person": "“{words}” speaks as a private person",
    "media": "“{words}” is a news outlet",
    "anonymous": "“{words}” has no known author",
    "former": "“{words}” is a former office",
    "of_a_place": "“{words}” of a country, region or town",
    "of_an_organization": "“{words}” of an organization",
    "unnamed": "the source asked not to be named",
    "name_only": "a name without an office",
    "organization_name": "the name of an organization",
    "place": "a place that stands for its government",
    "outlet": "the name of a news outlet",
    "carrier": "who carried it; no other source is named",
    "no_source": "no source is named",
    "lost_source": "no source can be recovered",
    "goes_on": "goes on with the last speaker",
    "no_office": "nothing says that the source holds an office",
    "introduced": "{name} was introduced as such: {why}",
    "speaks_for": "speaks for {name}: {why}",
    # Which label may fit
    "conjecture": "the cue “{cue}” is one of conjecture (4.1)",
    "hedged": "the hedge “{hedge}” weakens the main predicate (4.1)",
    "nobody": "nobody is named who makes the “{cue}” (4.2)",
    "only_hearsay": "hearsay without a source (4.2)",
    "outlet_says": "the reporter's own voice: the outlet is the source (4.4)",
    "by_source": "{why} (4.3)",
    "earlier": "it was tagged in the earlier text, where it read: “{words}”",
}


def say(key: str, **words: str) -> str:
    """Return a sentence with its words filled in."""
    return SENTENCES[key].format(**words)


def recognise(said: str) -> tuple[str, dict[str, str]] | None:
    """Return the template of a sentence and the words filled in; None for any other sentence."""
    for sentence, pattern in _patterns():
        found = pattern.fullmatch(said)
        if found:
            return sentence, found.groupdict()
    return None


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Return the sentences as patterns, those with the most fixed text first."""
    patterns = []
    for sentence in sorted(SENTENCES.values(), key=lambda s: -len(re.sub("{.*?}", "", s))):
        parts = re.split(r"{(\w+)}", sentence)
        literal, names = map(re.escape, parts[0::2]), parts[1::2]
        pattern = next(literal)
        for name, part in zip(names, literal, strict=True):
            pattern += f"(?P<{name}>.+){part}"
        patterns.append((sentence, re.compile(pattern, re.DOTALL)))
    return patterns
