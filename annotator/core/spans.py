"""What is marked in an article: spans, entities, claims and zones, all frozen."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

from msgspec import Struct

from annotator.core.errors import SpanError

OFFSET_UNIT = "code point"

SOURCE_TYPES = (
    "official",
    "state_media",
    "official_anon",
    "politician",
    "expert",
    "organization",
    "person",
    "media",
    "anonymous",
    "unspecified",
    "reporter",
)


class Span(Struct, frozen=True, array_like=True, order=True, gc=False):
    """A stretch of an article's text, in code points, end-exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Origin(Struct, frozen=True, omit_defaults=True):
    """Who made a mark: the machine (which version), a person, or an imported file."""

    kind: Literal["model", "person", "import"]
    by: str = ""
    at: datetime | None = None


class Suggestion(Struct, frozen=True, omit_defaults=True):
    """A label the machine would give, and the evidence it weighs."""

    label: str
    reasons: tuple[str, ...] = ()


class Decision(Struct, frozen=True, omit_defaults=True):
    """A person's tagging of a claim, and what they were shown when they did it.

    `shown` is the suggested label that was on screen, None if none was;
    `seconds` is the time the claim was in focus before.
    """

    by: str
    at: datetime
    assist: str
    shown: str | None = None
    seconds: float | None = None


class KeptCopy(Struct, frozen=True, omit_defaults=True):
    """A copy of a page or file, kept beside the corpus: its file name, digest, and when."""

    name: str
    sha256: str
    date: str = ""


class Evidence(Struct, frozen=True, omit_defaults=True):
    """What a person found that speaks for or against a claim."""

    link: str
    title: str = ""
    date: str = ""
    remark: str = ""
    stance: Literal["for", "against"] | None = None
    kept: KeptCopy | None = None


class Times(Struct, frozen=True, omit_defaults=True):
    """When a claim of a transcript is spoken, in seconds from the start of the recording."""

    start: float
    end: float


class Verdict(Struct, frozen=True, omit_defaults=True):
    """What checking a claim came to, on the scale of a newsroom.

    `text` is the verdict in words; `value` lies between `worst` and `best`; `url` is the page
    that it is published on. `confirmed_by` is the second person who looked at it.
    """

    text: str = ""
    status: Literal["open", "checked", "confirmed"] = "checked"
    value: float | None = None
    best: float | None = None
    worst: float | None = None
    summary: str = ""
    url: str | None = None
    by: str | None = None
    date: str | None = None
    confirmed_by: str | None = None


class ClaimLink(Struct, frozen=True, omit_defaults=True):
    """Another claim that says the same, in this article or in another one of the corpus."""

    article: str
    claim: str
    origin: Origin = Origin("person")


class PersonReading(Struct, frozen=True, omit_defaults=True):
    """How one of several people read a claim; a `label` of None is a claim left open."""

    by: str
    label: str | None = None
    decision: Decision | None = None
    alt_labels: tuple[str, ...] = ()
    note: str | None = None


class Settlement(Struct, frozen=True, omit_defaults=True):
    """How a claim that several people read differently was settled, by whom, and when."""

    by: str
    at: datetime
    how: Literal["agreed", "chosen", "discussed"] = "chosen"
    remark: str = ""


class Zone(Struct, frozen=True, omit_defaults=True):
    """A stretch of page furniture, in which nothing is annotated."""

    id: str
    start: int
    end: int
    kind: str = "furniture"
    origin: Origin = Origin("import")

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield the zone's one span with the field it stands in."""
        yield "zone", Span(self.start, self.end)


class Entity(Struct, frozen=True):
    """A named thing or a number: PER, ORG, GPE, LOC, DATE, MONEY, ..."""

    id: str
    start: int
    end: int
    label: str
    origin: Origin = Origin("import")
    extra: dict[str, Any] = {}

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield the entity's one span with the field it stands in."""
        yield "entity", Span(self.start, self.end)


class Claim(Struct, frozen=True):
    """An assertion the article puts before the reader, and who stands behind it.

    Fields follow the annotation guidelines, section 3 (resources/guidelines).
    `label` is only ever what a person gave, in this program or in an imported file;
    what the machine would give is `suggestion`.
    """

    id: str
    content: tuple[Span, ...]
    source: Span | None = None
    source_type: str | None = None
    source_ref: str | None = None
    via: str | None = None
    cue: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    direct: bool | Literal["mixed"] = False
    polarity: Literal["pos", "neg", "cond"] = "pos"
    checkable: bool | None = None
    label: str | None = None
    alt_labels: tuple[str, ...] = ()
    nested_in: str | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    decision: Decision | None = None
    refuted: bool = False
    times: Times | None = None
    verdict: Verdict | None = None
    same_as: tuple[ClaimLink, ...] = ()
    readings: tuple[PersonReading, ...] = ()
    settled: Settlement | None = None
    origin: Origin = Origin("import")
    extra: dict[str, Any] = {}

    @property
    def start(self) -> int:
        """The first character of the content."""
        return self.content[0].start

    @property
    def decided(self) -> bool:
        """Whether a person gave the label."""
        return self.label is not None

    def spans(self) -> Iterator[tuple[str, Span]]:
        """Yield every span of the claim with the field it stands in."""
        for span in self.content:
            yield "content", span
        if self.source is not None:
            yield "source", self.source
        for span in self.cue:
            yield "cue", span
        for span in self.hedges:
            yield "hedge", span


Mark = Entity | Claim | Zone


def check_spans(text: str, mark: Mark) -> None:
    """Raise SpanError unless every span of `mark` is a non-empty stretch of `text`."""
    length = len(text)
    if isinstance(mark, Claim):
        if not mark.content:
            raise SpanError(what=f"{mark.id}: content", start=0, end=0, length=length)
        # A plain loop: a corpus of thousands of articles passes here.
        for span in (*mark.content, *mark.cue, *mark.hedges, mark.source):
            if span is not None and not 0 <= span.start < span.end <= length:
                break
        else:
            return
    elif 0 <= mark.start < mark.end <= length:
        return
    field, span = next(
        (field, span) for field, span in mark.spans() if not 0 <= span.start < span.end <= length
    )
    raise SpanError(what=f"{mark.id}: {field}", start=span.start, end=span.end, length=length)
