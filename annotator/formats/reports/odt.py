"""A report for people as an OpenDocument text."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from annotator.core.libraries import need
from annotator.core.xml import legal
from annotator.formats.claim_facts import COLOURS
from annotator.formats.reports.office import Look, OfficeExporter, Part, Style, looks, said

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# Size and space before and after, in points.
SIZES: dict[Style, tuple[float, float, float]] = {
    "title": (22, 0, 12),
    "heading": (16, 24, 4),
    "subheading": (13, 10, 2),
    "facts": (8.5, 0, 2),
    "text": (11, 0, 4),
    "claim": (10.5, 6, 0),
}
LEVELS: dict[Style, int] = {"title": 1, "heading": 1, "subheading": 2}
# ODF takes several spaces for one, and none where a line begins or ends.
_SPACES = re.compile("^ +| +$|(?<= ) +")


class Odt(OfficeExporter):
    """An OpenDocument text."""

    name = "odt"
    title = "Report (LibreOffice, ODT)"
    claims = "all"
    suffix = ".odt"
    part = "content.xml"
    what = "ODT"

    def shell(self) -> BytesIO:
        document = need("odfdo", self.what).Document("text")
        document.meta.title = legal(self.settings.name)[0]
        document.meta.generator = "Annotator"
        made = BytesIO()
        document.save(made)
        return made

    def frame(self, empty: str) -> tuple[str, str]:
        # Its own root, since LibreOffice wants the version that the manifest says.
        root, _, _ = empty.partition("<office:scripts/>")
        styles = "".join([*map(_paragraph_style, SIZES), *map(_run_style, looks())])
        return (
            f"{root}<office:automatic-styles>{styles}</office:automatic-styles>"
            "<office:body><office:text>\n",
            "</office:text></office:body></office:document-content>\n",
        )

    def paragraph(self, style: Style, runs: str, *, leftwards: bool = False) -> str:
        name = f"{style}_rtl" if leftwards else style
        if style not in LEVELS:
            return f'<text:p text:style-name="{name}">{runs}</text:p>\n'
        level = f'text:outline-level="{LEVELS[style]}" text:is-list-header="true"'
        return f'<text:h text:style-name="{name}" {level}>{runs}</text:h>\n'

    def run(self, text: str, look: Look) -> str:
        written = "<text:tab/>".join(
            "".join(_spaced(part)) for part in text.replace("\n", " ").split("\t")
        )
        if look == Look():
            return written
        return f'<text:span text:style-name="{_name(look)}">{written}</text:span>'

    def bookmark(self, name: str, *, begins: bool) -> str:
        return f'<text:bookmark-{"start" if begins else "end"} text:name="{name}"/>'

    def parts(self, paragraph: Any) -> Iterator[Part]:
        yield "text", paragraph.text or ""
        for element in paragraph:
            tag = element.tag.removeprefix(TEXT)
            if tag in ("bookmark-start", "bookmark-end"):
                yield ("begin" if tag == "bookmark-start" else "end"), element.get(TEXT + "name")
            elif tag in ("s", "tab"):
                yield "text", _white(element)
            elif not element.get(TEXT + "style-name").startswith("number"):
                yield from self.parts(element)
            yield "text", element.tail or ""


def _spaced(text: str) -> Iterator[str]:
    at = 0
    for found in _SPACES.finditer(text):
        yield said(text[at : found.start()])
        yield f'<text:s text:c="{len(found[0])}"/>'
        at = found.end()
    yield said(text[at:])


def _white(element: Any) -> str:
    if element.tag == TEXT + "tab":
        return "\t"
    return " " * int(element.get(TEXT + "c", "1"))


@cache
def _name(look: Look) -> str:
    return "_".join([look.kind, look.colour or "plain", *sorted(look.roles)])


def _paragraph_style(style: Style) -> str:
    size, before, after = SIZES[style]
    bold = ' fo:font-weight="bold"' if style in LEVELS else ""
    keep = ' fo:keep-with-next="always"' if style in LEVELS or style == "claim" else ""
    return "".join(
        f'<style:style style:name="{style}{suffix}" style:family="paragraph" '
        'style:parent-style-name="Standard">'
        f'<style:paragraph-properties fo:margin-top="{before}pt" fo:margin-bottom="{after}pt"'
        f'{keep} style:writing-mode="{mode}" fo:text-align="start"/>'
        f'<style:text-properties fo:font-size="{size}pt"{bold}/></style:style>'
        for suffix, mode in (("", "lr-tb"), ("_rtl", "rl-tb"))
    )


def _run_style(look: Look) -> str:
    ink, tint = COLOURS.get(look.colour, ("", ""))
    said = []
    if look.kind != "text":
        said += ['fo:font-weight="bold"', f'fo:color="{ink}"']
    if look.kind == "number":
        said.append('style:text-position="super 65%"')
    if "cue" in look.roles:
        said.append('fo:font-style="italic"')
    if "zone" in look.roles:
        said.append('fo:color="#6f6b64"')
    if look.roles & {"source", "hedge"}:
        line = "dotted" if "hedge" in look.roles else "solid"
        said.append(f'style:text-underline-style="{line}" style:text-underline-width="auto"')
    if look.kind == "text" and tint:
        said.append(f'fo:background-color="{tint}"')
    return (
        f'<style:style style:name="{_name(look)}" style:family="text">'
        f"<style:text-properties {' '.join(said)}/></style:style>"
    )


EXPORTER = Odt
