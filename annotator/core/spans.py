"""The marks of an article: spans, entities, claims and zones, all frozen."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, get_type_hints

from msgspec import Struct, defstruct, field
from msgspec.structs import fields

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
        """Return True if the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Origin(Struct, frozen=True, omit_defaults=True):
    """The maker of a mark: the machine (which version), a person, or an imported file."""

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
    """Evidence that a person found for or against a claim."""

    link: str
    title: str = ""
    date: str = ""
    remark: str = ""
    stance: Literal["for", "against"] | None = None
    kept: KeptCopy | None = None


class Times(Struct, frozen=True, omit_defaults=True):
    """The times of a transcript's claim, in seconds from the start of the recording."""

    start: float
    end: float


class Verdict(Struct, frozen=True, omit_defaults=True):
    """The result of checking a claim, on the scale of a newsroom.

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
    """One of several people's readings of a claim; a `label` of None is undecided."""

    by: str
    label: str | None = None
    decision: Decision | None = None
    alt_labels: tuple[str, ...] = ()
    note: str | None = None


class Settlement(Struct, frozen=True, omit_defaults=True):
    """The settlement of a claim that several people read differently: how, by whom, when."""

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


class Said(NamedTuple):
    """Properties of a claim's field besides its JSON name and type.

    `feature` is what exporters list it under in `holds`, and `words` what an export names as
    lost; `counts_items` counts the items of a list instead of the claims. `columns` are those
    of a table, each with the attribute of the value that it shows; None is one column with
    the field's own name. With `always` the field is written also when it says nothing.
    """

    feature: str
    words: str
    columns: dict[str, str] | None = None
    counts_items: bool = False
    always: bool = False


class Claim(Struct, frozen=True, omit_defaults=True):
    """An assertion the article puts before the reader, and who stands behind it.

    Fields follow the annotation guidelines, section 3 (resources/guidelines). `label` is
    only ever what a person gave, in this program or in an imported file; what the machine
    would give is `suggestion`. Records, sidecars, tables, losses and the JSON Schema are made
    from these fields: a new one is declared here alone.
    """

    id: str
    content: tuple[Span, ...]
    source: Annotated[Span | None, Said("sources", "sources", always=True)] = None
    cue: Annotated[tuple[Span, ...], Said("cues", "cues", counts_items=True, always=True)] = ()
    hedges: Annotated[
        tuple[Span, ...], Said("hedges", "hedges", counts_items=True, always=True)
    ] = ()
    nested_in: Annotated[str | None, Said("nesting", "claims nested in another")] = None
    label: Annotated[str | None, Said("labels", "labels", always=True)] = None
    alt_labels: Annotated[tuple[str, ...], Said("alt_labels", "further labels")] = ()
    source_type: Annotated[str | None, Said("source_type", "source types", always=True)] = None
    source_ref: Annotated[str | None, Said("source_ref", "names behind pronouns")] = None
    via: Annotated[str | None, Said("via", "relaying sources")] = None
    direct: Annotated[
        bool | Literal["mixed"],
        Said(
            "direct",
            "records of whether a claim is quoted",
            columns={"directness": ""},
            always=True,
        ),
    ] = False
    polarity: Annotated[
        Literal["pos", "neg", "cond"], Said("polarity", "denials and conditions", always=True)
    ] = "pos"
    checkable: Annotated[
        bool | None,
        Said("checkable", "records of whether a claim is checkable", always=True),
    ] = None
    note: Annotated[str | None, Said("notes", "notes")] = None
    evidence: Annotated[
        tuple[Evidence, ...], Said("evidence", "evidence links", counts_items=True)
    ] = ()
    reasons: Annotated[tuple[str, ...], Said("reasons", "reasons why a claim was found")] = ()
    suggestion: Annotated[
        Suggestion | None,
        Said(
            "suggestions",
            "suggested labels",
            columns={"suggested": "label", "suggested_because": "reasons"},
        ),
    ] = None
    decision: Annotated[
        Decision | None,
        Said(
            "decisions",
            "records of who decided, when, and what they saw",
            columns={
                "decided_by": "by",
                "decided_at": "at",
                "assist": "assist",
                "shown": "shown",
                "seconds": "seconds",
            },
        ),
    ] = None
    refuted: Annotated[bool, Said("refuted", "records of claims that the text refutes")] = False
    times: Annotated[
        Times | None,
        Said(
            "times",
            "times in a recording",
            columns={"spoken_from": "start", "spoken_to": "end"},
        ),
    ] = None
    verdict: Annotated[Verdict | None, Said("verdict", "verdicts")] = None
    same_as: Annotated[
        tuple[ClaimLink, ...], Said("same_as", "links to the same claim", counts_items=True)
    ] = ()
    readings: Annotated[
        tuple[PersonReading, ...],
        Said("readings", "readings of several people", counts_items=True),
    ] = ()
    settled: Annotated[Settlement | None, Said("settled", "records of how a claim was settled")] = (
        None
    )
    origin: Annotated[
        Origin,
        Said(
            "origins",
            "records of who found a claim, and when",
            columns={"found_by": "by", "found_how": "kind", "found_at": "at"},
            always=True,
        ),
    ] = Origin("import")
    extra: dict[str, Any] = {}

    @property
    def start(self) -> int:
        """The first character of the content."""
        return self.content[0].start

    @property
    def decided(self) -> bool:
        """True if a person gave the label."""
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


# The fields that place a claim's parts, in this text and among other claims.
PLACES = ("id", "content", "source", "cue", "hedges", "nested_in")

if TYPE_CHECKING:

    class Attributes(Struct, frozen=True):
        """The attributes of a claim without its places: all its fields but PLACES."""

        def __init__(self, *values: Any, **said: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...
else:
    Attributes = defstruct(
        "Attributes",
        [(f.name, f.type, f.default) for f in fields(Claim)[:-1] if f.name not in PLACES]
        + [("extra", dict[str, Any], field(default_factory=dict))],
        frozen=True,
        omit_defaults=True,
        module=__name__,
    )


Mark = Entity | Claim | Zone


class ClaimField(NamedTuple):
    """A declared field of a claim."""

    name: str
    type: Any
    default: Any
    said: Said


def claim_fields() -> tuple[ClaimField, ...]:
    """Return the fields of a claim that say something of it, in the order of declaration.

    Its id and content, which every claim has, are not among them, nor unknown keys.
    """
    hints = get_type_hints(Claim, include_extras=True)
    return tuple(
        ClaimField(field.name, hints[field.name].__origin__, field.default, said)
        for field in fields(Claim)
        for said in getattr(hints[field.name], "__metadata__", ())
    )


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
