"""Measure reading documents: a page, a Word file and a PDF of a fixed make, many times over.

Each kind is read through the process apart, as the window does it; the first one starts that
process and loads the libraries.
"""

import argparse
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

import docx

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from pdf_files import At, pdf_file

from annotator.workflows.classify import read_article

SENTENCE = "Harga beras di pasar induk naik 5 persen sejak Senin pagi, kata kepala dinas kota itu."
PARAGRAPHS = 28
LINES = 50


def page(number: int) -> bytes:
    """Make a page of about 2,500 characters of article and 200 links around it."""
    links = "".join(f"<li><a href='/{n}'>Berita lain {n}</a></li>" for n in range(200))
    text = "".join(f"<p>{SENTENCE} ({number}.{n})</p>" for n in range(PARAGRAPHS))
    return (
        f"<html><head><title>Harga {number}</title></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>Harga {number}</h1>{text}</article><footer>Kontak</footer></body></html>"
    ).encode()


def word(number: int) -> bytes:
    """Make a Word document of about 2,500 characters."""
    document = docx.Document()
    for part in range(PARAGRAPHS):
        document.add_paragraph(f"{SENTENCE} ({number}.{part})")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def printed(number: int, pages: int = 10) -> bytes:
    """Make a PDF of two columns, ten pages unless said otherwise."""
    half = len(SENTENCE) // 2
    return pdf_file(
        *(
            [At(50, 820, "Kabar"), At(290, 20, f"{number}")]
            + [
                At(50 + 270 * (n % 2), 780 - 14 * (n // 2), SENTENCE[:half])
                for n in range(2 * LINES)
            ]
            for number in range(pages)
        )
    )


KINDS = {"page.html": page, "word.docx": word, "ten-pages.pdf": printed}


def main() -> None:
    """Print the first and the median time of each kind, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        for name, make in KINDS.items():
            spent = []
            for number in range(times):
                path = Path(folder) / f"{number}-{name}"
                path.write_bytes(make(number))
                began = time.perf_counter()
                read_article(path)
                spent.append(1000 * (time.perf_counter() - began))
            print(f"{name}: first {spent[0]:.0f} ms, median {statistics.median(spent):.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
