"""Candidate claims as token ranges, before they become offsets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from annotator.language.lexicon import Cue

Range = tuple[int, int]


@dataclass(slots=True, eq=False)
class Candidate:
    """A construction's match in a unit.

    `clitic` says that the source is the last three letters of the cue (katanya).
    `frame` holds the tokens of the attribution itself, which belong to no claim.
    """

    pattern: str
    content: list[Range]
    cue: list[Range] = field(default_factory=list)
    source: Range | None = None
    entry: Cue | None = None
    clitic: bool = False
    inherits: Candidate | None = None
    outer: Candidate | None = None
    via: Range | None = None
    hedges: list[Range] = field(default_factory=list)
    source_ref: str | None = None
    source_type: str | None = None
    # The kind of body that a spokesperson speaks for, and why.
    principal: tuple[str, str] | None = None
    because: str = ""
    direct: bool | Literal["mixed"] = False
    polarity: Literal["pos", "neg", "cond"] = "pos"
    negated: bool = False
    checkable: bool = True
    # Whether the article itself refutes the claim, and with which words.
    refuted: bool = False
    verdict: Range | None = None
    frame: list[Range] = field(default_factory=list)
    note: str | None = None

    @property
    def reporter(self) -> bool:
        """Return True if the reporter says it in their own voice."""
        return self.pattern == "reporter"
