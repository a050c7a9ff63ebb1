"""Keep the translations in step with the program: `make translations`, and its check.

resources/i18n holds one .ts a language, which people edit (Qt Linguist opens it), and the .qm
that is made of it, which the program loads. English has only the texts that count things.
qt_id.ts says in Indonesian what Qt's own dialogs say; its texts are Qt's, so lupdate never
sees it.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import PySide6
from interface_texts import Text, texts

FOLDER = Path(__file__).parents[2] / "resources" / "i18n"
# The .ts files that lupdate updates, and the .ts files of each .qm.
OPTIONS = {"en": ("-pluralonly",), "id": ()}
PARTS = {"en": ("annotator_en.ts",), "id": ("annotator_id.ts", "qt_id.ts")}
FORMS = {"en": 2, "id": 1}
# The loader's message about a missing library, and the library that only lupdate needs.
CANT_START, LIBRARY = 127, "libgssapi-krb5-2"


class ToolMissingError(SystemExit):
    """lupdate or lrelease can't start on this machine."""


def update(folder: Path) -> None:
    """Run lupdate to merge the program's texts into the .ts files, and lrelease for the .qm."""
    with tempfile.TemporaryDirectory() as scratch:
        calls = Path(scratch) / "texts.cpp"
        calls.write_text("\n".join(map(_call, sorted(texts()))), "utf-8")
        for lang, options in OPTIONS.items():
            always = ("-silent", "-no-obsolete", "-sort-messages", "-locations", "none")
            _run("lupdate", *always, *options, calls, "-ts", folder / f"annotator_{lang}.ts")
    for lang, parts in PARTS.items():
        sources = [folder / part for part in parts]
        _run("lrelease", "-silent", *sources, "-qm", folder / f"annotator_{lang}.qm")


def problems(folder: Path) -> Iterator[str]:
    """Yield the faults of the translations in a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / "i18n"
        shutil.copytree(folder, fresh)
        update(fresh)
        for path in sorted(fresh.iterdir()):
            if path.read_bytes() != (folder / path.name).read_bytes():
                yield f"{path.name} is not what the program's texts make of it"
        for lang, parts in PARTS.items():
            for part in parts:
                yield from (f"{part}: {said}" for said in wrong_in(fresh / part, FORMS[lang]))


def wrong_in(path: Path, forms: int) -> Iterator[str]:
    """Yield a .ts file's faults: unfinished texts, missing forms, other placeholders."""
    for message in ElementTree.parse(path).getroot().iter("message"):
        source = message.findtext("source", "")
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None:
            yield f"unfinished: {source}"
            continue
        numerus = [form.text or "" for form in translation.iter("numerusform")]
        if message.get("numerus") and len(numerus) != forms:
            yield f"{len(numerus)} forms, where the language has {forms}: {source}"
        for said in numerus or [translation.text or ""]:
            if _filled_in(said) != _filled_in(source):
                yield f"other placeholders, access keys or filters: {source} | {said}"


def _filled_in(text: str) -> list[list[str]]:
    """Return the placeholders of a text, which a translation must have too."""
    parsed = Formatter().parse(text)
    fields = sorted(f"{name}!{how}:{form}" for _, name, form, how in parsed if name)
    marks = (r"%L?n", r"&(?=\w)", "…", r"\(\*.*?\)", r"^\s|\s$")
    return [fields, *(re.findall(mark, text) for mark in marks)]


def _call(text: Text) -> str:
    context, source = (json.dumps(part, ensure_ascii=False) for part in text[:2])
    counts = ', "", n' if text.plural else ""
    return f"QCoreApplication::translate({context}, {source}{counts});"


def _run(tool: str, *arguments: str | Path) -> None:
    command = [Path(PySide6.__file__).parent / tool, *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode == CANT_START:
        raise ToolMissingError(
            f"{tool} can't start (on Debian, {LIBRARY} is missing): {done.stderr}"
        )
    if done.returncode:
        raise SystemExit(f"{tool} does not run: {done.stdout}{done.stderr}")


def main(arguments: Iterable[str]) -> int:
    """Update the translations, or only check them; return the exit status."""
    check = "--check" in arguments
    if not check:
        update(FOLDER)
    found = list(problems(FOLDER))
    for said in found:
        sys.stdout.write(f"resources/i18n/{said}\n")
    if found and check:
        sys.stdout.write("`make translations` updates them; then translate what is unfinished.\n")
    return int(bool(found))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
