"""PDF files of lines that are put at given places."""

from typing import NamedTuple

ESCAPED = str.maketrans({"(": r"\(", ")": r"\)"})


class At(NamedTuple):
    """A line of text, in points from the lower left corner of an A4 page."""

    x: int
    y: int
    text: str
    size: int = 10


def pdf_file(*pages: list[At], info: str = "", extra: str = "", trailer: str = "") -> bytes:
    """Make a PDF of pages in Helvetica, each with its lines where they are put."""
    count = len(pages)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        shown = [
            f"/F {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm ({line.text.translate(ESCAPED)}) Tj"
            for line in lines
        ]
        content = f"BT {' '.join(shown)} ET{extra}"
        objects += [
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(content.encode('cp1252'))}>>\nstream\n{content}\nendstream",
        ]
    objects.append(f"<<{info}>>")
    raw, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{text}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return raw + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size "
        f"{len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R{trailer}>>\n"
        f"startxref\n{len(raw)}\n%%EOF\n"
    ).encode("cp1252")
