"""Describe the result of an export, or of its preview."""

from collections.abc import Iterable, Iterator

from annotator.formats.losses import NO_PLACE, Loss
from annotator.ui import counts
from annotator.ui.i18n import number, translate
from annotator.ui.page.display import display
from annotator.ui.panes.plain_text import shown
from annotator.workflows.export_articles import ExportResult, Part, Preview


def done_text(done: ExportResult) -> str:
    """Say where an export is, how much it contains, and what it lacks."""
    lines = [
        translate("Export", "Exported to {path}: {articles}, {claims}.").format(
            path=shown(str(done.path)),
            articles=counts.articles(done.articles),
            claims=counts.claims(done.claims),
        )
    ]
    if done.splits:
        parts = ", ".join(f"{name} {number(count)}" for name, count in done.splits.items())
        lines.append(translate("Export", "Split: {parts}.").format(parts=parts))
    lines += left_out_lines(done.left_out)
    lines += loss_lines(done.losses) or [translate("Export", "Nothing was lost.")]
    return "\n".join(lines)


def preview_losses(preview: Preview, count: int) -> str:
    """Say what would be left out, and in how many articles that was tried."""
    lines = left_out_lines(preview.left_out) + loss_lines(preview.losses)
    if not lines:
        lines = [translate("Export", "Nothing would be lost.")]
    if preview.sampled < count:
        lines.append(
            translate(
                "Export", "Checked on the first {sampled} of %Ln articles.", "", count
            ).format(sampled=number(preview.sampled))
        )
    return "\n".join(lines)


def preview_text(preview: Preview) -> str:
    """Return the beginning of each file, as it would be written."""
    parts = [_part(part, alone=preview.files == 1) for part in preview.parts]
    more = preview.files - len(preview.parts)
    if more:
        parts.append(translate("Export", "… and %Ln more files", "", more))
    return "\n\n".join(parts)


def left_out_lines(left_out: dict[str, int]) -> list[str]:
    """Say what the person chose to leave out."""
    return [
        translate("Export", "Left out, as chosen: {what}").format(what=counts.lost(what, count))
        for what, count in left_out.items()
    ]


def loss_lines(losses: Iterable[Loss]) -> list[str]:
    """Say what a format can't hold: missing fields in one line, other losses one by one."""
    losses = list(losses)
    no_place = [counts.lost(loss.what, loss.count) for loss in losses if _no_place(loss)]
    lines = (
        [translate("Export", "No place for: {what}").format(what=", ".join(no_place))]
        if no_place
        else []
    )
    return lines + list(_singly(loss for loss in losses if not _no_place(loss)))


def _singly(losses: Iterable[Loss]) -> Iterator[str]:
    for loss in losses:
        yield f"{counts.lost(loss.what, loss.count)}: {translate('Losses', loss.why)}"


def _no_place(loss: Loss) -> bool:
    return loss.why == NO_PLACE


def _part(part: Part, *, alone: bool) -> str:
    if part.text is None:
        return translate("Export", "{name}: a binary file of {size} bytes").format(
            name=part.name, size=number(part.size)
        )
    text = display(part.text)
    if len(part.text.encode()) < part.size:
        text += " …"
    return text if alone else f"── {part.name} ──\n{text}"
