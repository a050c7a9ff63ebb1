"""Keep the times of a transcript's words with the article, and set them on its claims."""

from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.spans import Claim, Times

# Where an article's record keeps the cues of its transcript.
TRANSCRIPT = "transcript"


class Cue(Struct, frozen=True, array_like=True):
    """A stretch of the article's text, and from when to when it is spoken, in seconds."""

    start: int
    end: int
    spoken_from: float
    spoken_to: float


def kept(cues: list[Cue], text_sha256: str) -> dict[str, Any]:
    """Return what an article's record keeps of cues; they count in the text of this digest."""
    return {TRANSCRIPT: {"sha256": text_sha256, "cues": msgspec.to_builtins(cues)}}


def timed(article: Article) -> Article:
    """Give each claim of a transcript the time in which its content is spoken."""
    said = article.extra.get(TRANSCRIPT)
    if not isinstance(said, dict) or said.get("sha256") != article.sha256:
        return article
    try:
        cues = msgspec.convert(said.get("cues"), list[Cue])
    except msgspec.ValidationError:
        return article
    return replace(article, claims=tuple(_timed(claim, cues) for claim in article.claims))


def _timed(claim: Claim, cues: list[Cue]) -> Claim:
    first, last = claim.content[0].start, claim.content[-1].end
    over = [cue for cue in cues if cue.start < last and first < cue.end]
    if claim.times is not None or not over:
        return claim
    times = Times(min(cue.spoken_from for cue in over), max(cue.spoken_to for cue in over))
    return replace(claim, times=times)
