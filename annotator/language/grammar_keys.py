"""Every section and key that a language's grammar.toml may hold, and what each means.

All values are words parted by spaces, in lower case, one token each, unless said otherwise.
resources/languages/README.md shows this table to linguists.
"""

from __future__ import annotations

KEYS: dict[str, dict[str, str]] = {
    "properties": {
        "inflects": "true if verbs have forms and a part of speech can be told by the tagger",
        "modifier_after_noun": "true if what describes a noun stands behind it: rumah besar",
        "copula_optional": "true if a clause needs no verb: stok beras aman",
        "enclitic_source": "the pronoun at the end of a tag, not a word of its own: kata-nya",
        "prefix_passive": "true if the passive is a prefix (di-), false if an auxiliary (was said)",
    },
    "detect": {"words": "words that hardly occur in other languages"},
    "classes": {
        "zone": "time zones behind a time of day: gmt, wib",
        "clock": "before a time of day: at, pukul",
        "that": "open a clause that is said: that, bahwa",
        "relative": "open a relative clause: who, yang",
        "coordinator": "join equals: and, dan",
        "contrast": "join opposites: but, tetapi",
        "subordinator": "open a dependent clause: because, ketika",
        "auxiliary": "stand between a subject and its verb: has, sudah, often",
        "negator": "deny: not, tidak",
        "pronoun": "stand for a noun",
        "determiner": "open a noun phrase: the, para",
        "demonstrative": "point: this, itu",
        "preposition": "open a phrase: in, di",
        "frame": "end the name of a speaker: when, where and whom follow",
        "addressee": "before whom something is said to: to, kepada",
        "agent": "before who did it in a passive: by, oleh",
        "purpose": "before what is asked for: to, agar",
        "time": "days and times: monday, kemarin",
        "question": "open a question: who, apakah",
        "existential": "say that something exists: there, ada",
        "first_person": "the speaker's own: i, we, saya",
        "filler": "look like a cue and never name a speaker: diketahui",
        "manner": "make an adverb of the word behind: secara",
        "link_tail": "second words of a connective: sementara itu",
    },
    "tags": {
        "verb": "the tagger's tags for verbs that are not finite",
        "finite": "its tags for finite verbs",
        "noun": "its tags for nouns",
        "name": "its tags for names",
        "adverb": "its tags for adverbs",
        "number": "its tags for numbers",
        "adjective": "its tags for adjectives",
    },
    "forms": {
        "base": "the tag of a verb's bare form: say",
        "gerund": "of -ing forms: saying",
        "participle": "of past participles: written",
        "past": "of the past: said",
        "present": "of the present: says",
        "noun": "of a noun in the singular",
        "plural": "of a noun in the plural",
        "name": "of a name",
        "names": "of a name in the plural",
        "adjective": "of adjectives",
        "preposition": "of prepositions",
        "possessive": "of a possessive ending: 's",
    },
    "verbs": {
        "passive_prefixes": "prefixes of a passive verb: di",
        "shape": "a regular expression for words that look like verbs",
        "not_verbs": "words of that shape that are none",
        "verbs": "verbs without that shape",
    },
    "names": {
        "exemplary": "before examples: such (as)",
        "indefinite": "open a phrase of which only a relative clause tells who: a man who saw it",
        "modifiers": "may follow a name and belong to it: berusia",
        "inside_name": "prepositions inside a name: Bank of Japan",
        "inside_role": "prepositions that bind to an office: head of",
        "short_titles": "titles before a name: dr, bapak",
        "voices": "who speaks for the body named before: spokesman, jubir",
        "articles": "articles",
        "owned": "make 'its president' the body's: its",
        "definite": "articles of what is known: the",
        "indefinite_articles": "articles of what is new: a",
        "small": "words of a name that do not tell it from others: the, mr",
        "one": "make a phrase mean one of many: a, seorang",
        "one_of": "one, another: one of a group named before",
        "many": "make a phrase mean several: para, several",
        "topical": "before what a sentence is about: for",
        "means": "before the paper in which it was said: dalam, via",
        "nobody": "deny a subject: no, nobody",
        "relational": "nouns of kinship and service; the name behind is not theirs: pengacara",
        "neuter": "pronouns for bodies: it",
        "singular": "pronouns for one person: she, dia",
        "plural": "pronouns for several: they, mereka",
        "second": "the person addressed: you, anda",
        "of_anything": "heads of states and of clubs alike: president",
        "anonymity": "say that a name is withheld: anonymity, identitasnya",
        "heading": "verbs of who leads a body: heads, memimpin",
        "outlets": "last words of an outlet's name: times, pos",
        "thing": "nouns that can hold a statement: report, surat",
        "evidence": "nouns that show something: data, study",
        "people": "relative pronouns that stand for people only: who",
        "aged": "end a description by age: 29-year-old",
        "particles": "small words a person's name may begin with: van, bin",
        "degrees": "degrees behind a name that are written without stops: mba, sh",
        "vague": "nobody in particular: some, sebagian",
    },
    "sentences": {
        "before_number": "abbreviations only before a number: no",
        "abbreviations": "shortened words whose stop ends no sentence, without the stop",
    },
    "checkable": {
        "opinion": "make a claim one of opinion: should, harus",
        "forecasts": "make it a forecast: predicted, diprediksi",
        "future": "make it one about the future: will, akan",
    },
    "cues": {
        "asked_for": "before what is asked for: for",
        "at_figure": "before the figure that a count is put at: at",
        "free_relative": "open a clause that is the subject itself: what",
        "raising_fill": "words between a raising verb and the saying: so far as",
        "be": "auxiliaries of the passive and the progressive: was",
        "perfect": "auxiliaries of the perfect: has",
        "modals": "auxiliaries before a bare verb: will, did",
        "comitative": "the 'with' of 'with one poster writing'",
        "clausal": "verbs that only ever say that something is so: say, mengatakan",
        "not_inverted": "verbs that never stand before their subject in a tag",
        "not_clitic": "words that end like a tag with a clitic and are none: hanya",
        "spread": "verbs of how a rumour goes round: beredar",
        "owned_by": "between a claim and whose it is: by, dari",
        "light": "verbs that make a noun of saying: made, menyampaikan",
        "acted_on": "what is refused as an act: a lawsuit, permohonan",
        "raising": "verbs before 'to say' that mean no more: went on",
        "hung": "open a clause that reports another event: as, saat",
        "copulas": "forms of to be behind 'that'",
        "continuing": "verbs of going on: lanjut, continued",
        "addressed": "verbs that take the person told as object: told",
        "modal": "before a passive that is not hearsay: harus",
        "asides": "open an aside around a saying: as, demikian",
        "partitive": "of, among: open 'of the dead, he said, two'",
        "similar": "say no more than before: serupa, similar",
        "statements": "nouns of a statement that is denied: pernyataan",
        "describing": "behind 'described X': as, sebagai",
        "as_content": "open a content of their own: sebagai",
        "planned": "say that it is still to be said: will, akan",
        "supposed": "make a demand unreal: would",
        "pointers": "mean what was said before: this, hal itu",
        "no_content": "open a reason, not a content: because, karena",
        "about": "open the topic of a worry: about, soal",
        "weak_that": "open a content unless they open a condition: kalau",
        "reasoning": "go on with a clause that a tag has cut: because",
        "timing": "open a clause that tells only when: before",
        "quoting": "verbs of who quotes: quoted",
        "mutual": "each other, with _ between the words",
    },
    "hedges": {
        "compared": "hedges that only compare: more likely",
        "comparing": "words before them: more, lebih",
        "possible_events": "behind 'can': harm and change, which make it a possibility",
        "able_agents": "before 'can': people, who are able",
        "conditional": "open a condition: if, jika",
        "usually_possible": "always a possibility: could",
        "needs_complement": "hedges only before 'to' or an adjective: seems",
        "complements": "words that make those a hedge: to, that, as",
        "objects": "behind a verb of conjecture, which is then none: it, him",
        "bearers": "before a noun of probability that is asserted: has, terdapat",
        "links": "copulas: is, adalah",
        "modifiers": "hedges that describe a noun: alleged, dugaan",
        "cases": "nouns of a case: kasus dugaan suap",
        "allegations": "nouns of allegation: who denies one does not make it",
    },
    "headline": {
        "teasers": "what follows them after a comma is bait: begini caranya",
        "verbs": "verbs that have lost their prefix",
        "shape": "a regular expression for such verbs",
        "topical": "before what a speaker beside a colon talks about: soal, on",
    },
    "refuting": {
        "tags": "in front of a refuted line: [SALAH], Fake:",
        "verdicts": "what is said of a refuted claim: keliru, false; _ joins two words",
        "links": "between the claim and the verdict: adalah, is",
        "qualifiers": "beside a cue: falsely claimed, klaim palsu",
        "carrying": "between a post and its claim: dengan",
        "referents": "what a verdict in the next sentence is about: klaim, post",
    },
    "transcript": {
        "not_speakers": "before a colon and no speaker: live, foto",
        "asking": "label a question: q, tanya",
        "answering": "label an answer: a, jawab",
        "interview": "announce an interview",
        "announcing": "open a line that only announces it: berikut, below",
        "partners": "before whom it was with: dengan, with",
    },
    "gender": {
        "feminine_pronouns": "she",
        "masculine_pronouns": "he",
        "feminine_titles": "mrs, mother",
        "masculine_titles": "mr, father",
        "feminine_given": "given names of women",
        "masculine_given": "given names of men",
    },
}
_TYPES = {"inflects": bool, "modifier_after_noun": bool, "copula_optional": bool}
_TYPES |= {"prefix_passive": bool}


class GrammarError(ValueError):
    """An unknown key in a language's grammar, or a value of the wrong type."""


def check(data: dict[str, object], text: str, name: str) -> None:
    """Raise GrammarError, with its line, for the first thing in a grammar that is unknown."""
    for section, keys in data.items():
        if section == "name":
            continue
        known = KEYS.get(section)
        if known is None or not isinstance(keys, dict):
            raise GrammarError(_place(text, name, section) + f"there is no section [{section}]")
        for key, value in keys.items():
            if key not in known:
                meant = ", ".join(sorted(known))
                where = _place(text, name, key, section)
                raise GrammarError(f"{where}[{section}] has no {key!r}; it may have: {meant}")
            wanted = _TYPES.get(key, str)
            if not isinstance(value, wanted):
                where = _place(text, name, key, section)
                raise GrammarError(
                    f"{where}{key} must be {'words' if wanted is str else 'true or false'}"
                )


def _place(text: str, name: str, key: str, section: str = "") -> str:
    """Return 'grammar.toml, line 12: ' for a key in a section, or for a section."""
    inside = not section
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("["):
            inside = stripped == f"[{section}]" if section else stripped == f"[{key}]"
            if not section and inside:
                return f"{name}, line {number}: "
        elif inside and section and stripped.split("=")[0].strip() == key:
            return f"{name}, line {number}: "
    return f"{name}: "
