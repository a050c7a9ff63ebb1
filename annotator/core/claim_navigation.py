"""Move between the claims of an article, in the order of the text."""

from collections.abc import Sequence

from annotator.core.spans import Claim, Span


def neighbour(
    claims: Sequence[Claim], focus: str | None, step: int, *, only_open: bool = False
) -> Claim | None:
    """Return the next (`step` 1) or previous (-1) claim, wrapping around at the ends.

    With `only_open`, skip decided claims; None if no claim is left.
    """
    if not claims:
        return None
    at = position(claims, focus)
    start = at if at is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(claims) + 1):
        claim = claims[(start + step * distance) % len(claims)]
        if not only_open or not claim.decided:
            return claim
    return None


def position(claims: Sequence[Claim], id_: str | None) -> int | None:
    """Return the index of a claim, None if the article lacks it."""
    return next((at for at, claim in enumerate(claims) if claim.id == id_), None)


def at_or_after(claims: Sequence[Claim], offset: int) -> Claim | None:
    """Return the first claim that starts at or after an offset, else the last claim."""
    following = next((claim for claim in claims if claim.start >= offset), None)
    return following or (claims[-1] if claims else None)


def innermost(claims: Sequence[Claim], offset: int) -> Claim | None:
    """Return the claim with the shortest content piece around an offset."""
    around: list[tuple[Span, Claim]] = [
        (span, claim)
        for claim in claims
        for span in claim.content
        if span.start <= offset < span.end
    ]
    return min(around, key=lambda pair: pair[0].end - pair[0].start)[1] if around else None
