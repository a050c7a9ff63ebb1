"""Two people, one corpus on a shared drive: whatever happens, no acknowledged decision is lost."""

import shutil
import tempfile
from pathlib import Path

from builders import article, new_claim, tagging
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.change_record import Change
from annotator.core.errors import AnnotatorError, SidesDifferError
from annotator.core.spans import Claim, Decision, Origin, PersonReading
from annotator.storage.corpus import Corpus
from annotator.storage.history import history_path
from annotator.storage.lock import CorpusLock

WHO = st.sampled_from(["rina", "budi"])
LABELS = st.sampled_from(["official", "sourced", "speculative"])


class Writers(RuleBasedStateMachine):
    """Rina and Budi open, decide, save and leave as they like, without locks.

    A sync tool may lay an earlier state of the corpus file over the newer one. At the end
    one of them opens the corpus, puts both sides together, and finds each decision: as the
    label, or as a reading, or taken over by a later one of somebody who had seen it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "c.jsonl"
        self.open: dict[str, Corpus] = {}
        # Each decision, and those of the same claim that it was made in sight of.
        self.decided: list[Decision] = []
        self.seen: dict[Decision, set[Decision]] = {}
        self.count = 0
        self.acquire, CorpusLock.acquire = CorpusLock.acquire, _no_lock  # type: ignore[method-assign]

    @initialize()
    def begin(self) -> None:
        corpus = Corpus.of(self.path, [article(), article(id_="a2")])
        for id_ in corpus.ids():
            corpus.record(new_claim(corpus.article(id_), 28, 43))
            corpus.record(new_claim(corpus.article(id_), 51, 64))
        corpus.close()
        shutil.copy(self.path, self.folder / "earlier")

    @rule(who=WHO)
    def opens(self, who: str) -> None:
        if who in self.open:
            self.open.pop(who).leave()
        corpus = Corpus.open(self.path)
        corpus.put_together(Origin("person", who))
        assert corpus.refusal is None, corpus.refusal
        self.open[who] = corpus

    @rule(who=WHO, id_=st.sampled_from(["a1", "a2"]), at=st.integers(0, 1), label=LABELS)
    def decides(self, who: str, id_: str, at: int, label: str) -> None:
        corpus = self.open.get(who)
        if corpus is None:
            return
        try:
            now = corpus.article(id_)
            claim = now.claims[at]
            change, decision = self._decision(now, claim, label, who)
            corpus.record(change)
        except AnnotatorError:
            # It was not acknowledged.
            return
        self.decided.append(decision)
        self.seen[decision] = decisions_of(claim)

    def _decision(
        self, now: Article, claim: Claim, label: str, who: str
    ) -> tuple[Change, Decision]:
        self.count += 1
        change = tagging(now, claim, label)
        (edit,) = change.edits
        after = edit.after
        assert isinstance(after, Claim)
        assert after.decision is not None
        decision = replace(after.decision, by=who, seconds=float(self.count))
        edit = replace(edit, after=replace(after, decision=decision))
        return replace(change, edits=(edit,), origin=Origin("person", who)), decision

    @rule(who=WHO)
    def saves(self, who: str) -> None:
        if who in self.open:
            try:
                self.open[who].save()
            except AnnotatorError:
                # Another program changed the file: it is opened again, as the banner offers.
                self.opens(who)

    @rule(who=WHO)
    def leaves(self, who: str) -> None:
        if who in self.open:
            self.open.pop(who).leave()

    @rule()
    def keeps_a_copy(self) -> None:
        shutil.copy(self.path, self.folder / "earlier")

    @precondition(lambda self: not self.open)
    @rule()
    def a_sync_tool_brings_the_earlier_corpus_back(self) -> None:
        shutil.copy(self.folder / "earlier", self.path)

    @invariant()
    def every_decision_is_on_disk(self) -> None:
        if self.decided:
            history = history_path(self.path).read_text("utf-8")
            assert f'"seconds":{self.decided[-1].seconds}' in history

    def teardown(self) -> None:
        try:
            for corpus in self.open.values():
                corpus.leave()
            if self.path.exists():
                self._nothing_is_lost()
        finally:
            CorpusLock.acquire = self.acquire  # type: ignore[method-assign]
            shutil.rmtree(self.folder, ignore_errors=True)

    def _nothing_is_lost(self) -> None:
        corpus = Corpus.open(self.path)
        while isinstance(corpus.refusal, SidesDifferError):
            corpus.put_together(Origin("person", "rina"))
            corpus.close()
            corpus = Corpus.open(self.path)
        assert corpus.refusal is None, corpus.refusal
        here: set[Decision] = set()
        for one in corpus.articles():
            for claim in one.claims:
                here |= decisions_of(claim)
        corpus.leave()
        # What somebody decided again in sight of it was taken back on purpose.
        known = set(here)
        for decision in reversed(self.decided):
            if decision in known:
                known |= self.seen[decision]
        assert set(self.decided) <= known


def decisions_of(claim: Claim) -> set[Decision]:
    readings: list[PersonReading] = [*claim.readings]
    return {one for one in (claim.decision, *(r.decision for r in readings)) if one is not None}


def _no_lock(self: CorpusLock) -> None:
    self.missing = False


TestTwoWriters = Writers.TestCase
TestTwoWriters.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
