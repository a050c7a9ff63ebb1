"""Long runs of signs cost work in proportion to their length: a limit of processor time ends it.

Each reader of our own is given inputs of 60,000 characters. A pattern that tries every place
again for every place takes more than eight seconds of processor time for one of them.
"""

import os
import subprocess
import sys

import pytest

LENGTH = 60_000
LIMIT_SECONDS = 600
RUNS = (
    *(" ", "\n", "\t", "a", "1", "-", "_", "<", ">", "&", "=", ";", "|", ".", "!", '"', ")", "/"),
    *("<?xml ", "<!--", "<p>", "<a ", "a@", "a.", "1.", "a-", "# ", "> ", "a:", "\\{", "\ufffd"),
    *("Jan ", "by A, ", "Ab ", "12/", "2024-", "www.", "Baca juga: ", "facebook ", "\x00", "é "),
)
CODE = r"""
import resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]), int(sys.argv[2])))
from annotator.core.errors import AnnotatorError
from annotator.core.file_names import readable
from annotator.formats import text_decoding
from annotator.formats.documents import (
    author_names, document, eml, html, html_article, html_lines, html_metadata, json_ld,
    page_furniture, pdf_layout, rtf, written_dates,
)
path = Path("x")


def page():
    root = html_lines.parse(text + "<p>Words of the page.</p>", path)
    if root is None:
        return
    found, _ = html_lines.lines(root)
    html_article.find(found, text, text, [text])
    html_metadata.said(root, "https://a.example/" + text[:1000])


def title():
    html_metadata.without_outlet(text, frozenset(("a",)))


def script():
    root = html_lines.parse(f"<script type='application/ld+json'>{text}</script><p>a", path)
    json_ld.published(root, text)
    json_ld._plain(text)


def wrapped():
    list(eml.unwrapped(text.split("\n")))
    list(eml._HEADER.finditer(text.encode()))


def lines_of_pdf():
    from collections import Counter
    box = pdf_layout.Box(0, 0, 100, 10, text)
    pdf_layout._is_page_number(box, pdf_layout.Page(100, []))
    pdf_layout._joined(text, text[:100], Counter())
    pdf_layout._joined(text + "-", "a" + text[:100], Counter())


def names():
    list(author_names.names_in(text))
    author_names.person(text)
    written_dates.day(text)
    page_furniture.is_furniture(text)
    page_furniture.interrupts(text)
    page_furniture.is_contact(text[:400])
    readable(text)
    document.clean(text)


def groups():
    list(rtf._groups(text))


def decoded():
    text_decoding.decode(path, text.encode())
    text_decoding._is_plausible(text_decoding.Decoded(text, "cp1252"))


for run in sys.stdin.read().split("\x01"):
    text = run * (int(sys.argv[1]) // len(run))
    for work in (page, title, script, wrapped, lines_of_pdf, names, groups, decoded):
        print(ascii(run), work.__name__, flush=True)
        begun = time.process_time()
        try:
            work()
        except AnnotatorError:
            pass
        if time.process_time() - begun > 8:
            sys.exit("more than eight seconds of processor time")
print("done")
"""


@pytest.mark.repeated
@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no processor time")
@pytest.mark.skipif(
    "ANNOTATOR_REPEATS" not in os.environ, reason="only in make nightly: two minutes"
)
def test_no_run_of_signs_costs_more_than_its_length() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(LENGTH), str(LIMIT_SECONDS)],
        input="\x01".join(RUNS),
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout.endswith("done\n"), done.stdout[-200:] + done.stderr[-500:]
