"""A report for people as a Word document."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from annotator.core.libraries import need
from annotator.core.xml import legal
from annotator.formats.claim_facts import COLOURS
from annotator.formats.exporter import ExportSettings
from annotator.formats.reports.office import Look, OfficeExporter, Part, Style, leftwards, said

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{MAIN}}}"
NUMBER = "ClaimNumber"
STYLES: dict[Style, str] = {
    "title": "Title",
    "heading": "Heading1",
    "subheading": "Heading2",
    "facts": "ReportFacts",
    "text": "ArticleText",
    "claim": "ReportClaim",
}


class Docx(OfficeExporter):
    """A Word document."""

    name = "docx"
    title = "Report (Word, DOCX)"
    claims = "all"
    suffix = ".docx"
    part = "word/document.xml"
    what = "DOCX"

    def __init__(self, settings: ExportSettings) -> None:
        super().__init__(settings)
        self._bookmarks = 0
        # The number of each open bookmark, by name; when reading, the name by number.
        self._open: dict[str, int] = {}
        self._names: dict[str, str] = {}

    def shell(self) -> BytesIO:
        docx = need("docx", self.what, "python-docx")
        shared = need("docx.shared", self.what, "python-docx")
        kinds = need("docx.enum.style", self.what, "python-docx").WD_STYLE_TYPE
        document = docx.Document()
        properties = document.core_properties
        properties.title = legal(self.settings.name)[0][:255]
        properties.author, properties.comments = "Annotator", ""
        # (size, space after), in points
        for name, (size, after) in {
            "ReportFacts": (8.5, 2),
            "ArticleText": (11, 4),
            "ReportClaim": (10.5, 0),
        }.items():
            style = document.styles.add_style(name, kinds.PARAGRAPH)
            style.base_style = document.styles["Normal"]
            style.font.size = shared.Pt(size)
            style.paragraph_format.space_after = shared.Pt(after)
        document.styles["ReportClaim"].paragraph_format.space_before = shared.Pt(6)
        document.styles["ReportClaim"].paragraph_format.keep_with_next = True
        document.styles.add_style(NUMBER, kinds.CHARACTER)
        made = BytesIO()
        document.save(made)
        return made

    def frame(self, empty: str) -> tuple[str, str]:
        before, _, _ = empty.partition("<w:body>")
        return f"{before}<w:body>", empty[empty.index("<w:sectPr") :]

    def paragraph(self, style: Style, runs: str, *, leftwards: bool = False) -> str:
        bidi = "<w:bidi/>" if leftwards else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{STYLES[style]}"/>{bidi}</w:pPr>{runs}</w:p>\n'

    def run(self, text: str, look: Look) -> str:
        look_of_it = _properties(look, leftwards(text))
        written = f'<w:t xml:space="preserve">{said(text)}</w:t>'
        if "\t" in text:
            written = written.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        return f"<w:r>{look_of_it}{written}</w:r>"

    def bookmark(self, name: str, *, begins: bool) -> str:
        if begins:
            self._bookmarks += 1
            self._open[name] = self._bookmarks
            return f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
        return f'<w:bookmarkEnd w:id="{self._open.pop(name)}"/>'

    def parts(self, paragraph: Any) -> Iterator[Part]:
        names = self._names
        for element in paragraph:
            if element.tag == W + "bookmarkStart":
                names[element.get(W + "id")] = element.get(W + "name")
                yield "begin", element.get(W + "name")
            elif element.tag == W + "bookmarkEnd":
                yield "end", names.pop(element.get(W + "id"))
            elif element.tag == W + "r" and not _is_number(element):
                for part in element:
                    if part.tag == W + "t":
                        yield "text", part.text or ""
                    elif part.tag == W + "tab":
                        yield "text", "\t"


def _is_number(run: Any) -> bool:
    """Return True if a run is a claim's number: only those have a style, which comes first."""
    properties = run[0]
    return bool(properties.tag == W + "rPr" and properties[0].tag == W + "rStyle")


@cache
def _properties(look: Look, rightwards: bool) -> str:  # noqa: FBT001
    """Return a run's properties, in the order that the schema wants them."""
    made = []
    ink, tint = COLOURS.get(look.colour, ("", ""))
    if look.kind == "number":
        made.append(f'<w:rStyle w:val="{NUMBER}"/>')
    if look.kind != "text":
        made += ["<w:b/>", f'<w:color w:val="{ink[1:]}"/>']
    if "cue" in look.roles:
        made.append("<w:i/>")
    if "zone" in look.roles:
        made.append('<w:color w:val="6f6b64"/>')
    line = {
        frozenset(["source"]): "single",
        frozenset(["hedge"]): "dotted",
        frozenset(["source", "hedge"]): "dotDash",
    }.get(look.roles & {"source", "hedge"})
    if line:
        made.append(f'<w:u w:val="{line}"/>')
    if look.kind == "text" and tint:
        made.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{tint[1:]}"/>')
    if look.kind == "number":
        made.append('<w:vertAlign w:val="superscript"/>')
    if rightwards:
        made.append("<w:rtl/>")
    return f"<w:rPr>{''.join(made)}</w:rPr>" if made else ""


EXPORTER = Docx
