"""Self-test: read, label, save, reopen, and run through every format."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from annotator import app, log, resources
from annotator.core.article import Article
from annotator.core.errors import AnnotatorError
from annotator.formats import registry
from annotator.formats.selection import Choice
from annotator.storage import settings as settings_file
from annotator.storage.corpus import Corpus
from annotator.storage.schemes import DEFAULT
from annotator.storage.settings import Settings
from annotator.ui.main_window import MainWindow
from annotator.workflows import export_articles
from annotator.workflows.classify import classify, read_article
from annotator.workflows.label_scheme import chosen_scheme
from annotator.workflows.locations import annotations_path

SAMPLES = ("id-tanggul.txt", "en-bridge.txt")
PATIENCE_S = 300
# In every sample document, whatever its format.
SENTENCE = "Harga beras naik"


def run() -> int:
    """Work on copies of the sample articles in a temporary folder; return the exit status."""
    application = app.application()
    with tempfile.TemporaryDirectory(prefix="annotator-self-test-") as name:
        folder = Path(name)
        try:
            articles = [_try_window(application, folder, sample) for sample in SAMPLES]
            faults = [*_try_documents(), *_try_exports(folder, articles)]
        except (AssertionError, AnnotatorError) as error:
            faults = [str(error)]
    for fault in faults:
        sys.stderr.write(f"self-test failed: {fault}\n")
    if not faults:
        sys.stdout.write("self-test: all is well\n")
    return 1 if faults else 0


def _try_window(application: QApplication, folder: Path, sample: str) -> Article:
    """Read, tag, save, reopen and undo as a person does; return the article as it was tagged."""
    home = app.Home(folder / "config", folder / "data")
    settings_file.save(home.settings, Settings(person="self-test"))
    file = folder / sample
    shutil.copyfile(resources.path("samples", sample), file)
    window = _open(application, home, file)
    _wait(lambda: bool(_article(window).claims), f"no claim was found in {sample}")
    _wait(lambda: not window.desk.is_being_read(window.desk.place), "reading never ended")
    _expect(window.desk.focus is not None, "no claim is in focus")
    count = len(_article(window).claims)
    _press(window, "1")
    _expect(_decided(window) == 1, "the key 1 tagged nothing")
    # The clipboard outlives the window, and must not break the program's exit.
    window.page.selectAll()
    window.page.copy()
    window.close()
    saved = Corpus.open(annotations_path(file), writable=False)
    tagged = saved.article(saved.ids()[0])
    _expect(sum(claim.decided for claim in tagged.claims) == 1, "the tag is not on disk")
    window = _open(application, home, file)
    _expect(len(_article(window).claims) == count, "claims differ after opening again")
    _expect(_decided(window) == 1, "the tag is gone after opening again")
    _press(window, "Ctrl+Z")
    _expect(_decided(window) == 0, "the tag can't be undone after opening again")
    window.close()
    return tagged


def _try_documents() -> Iterator[str]:
    """Read one document of every format; yield the faults."""
    tried = set()
    for file in sorted(resources.path("samples", "documents").iterdir()):
        try:
            kind = classify(file)
            tried.add(kind.format)
            if SENTENCE not in read_article(file, kind).text:
                yield f"{file.name} was read, but its text is missing"
        except AnnotatorError as error:
            yield str(error)
    formats = {name for name in registry.importer_names() if not registry.importer(name).many}
    for name in sorted(formats - tried):
        yield f"no sample document was read as {name}"


def _try_exports(folder: Path, articles: list[Article]) -> Iterator[str]:
    """Write every format and read back those that can be imported; yield the faults."""
    readable = set(registry.importer_names())
    for name in registry.exporter_names():
        out = folder / f"exported-{name}"
        order = export_articles.ExportOrder(name, out, Choice(claims="all"))
        try:
            done = export_articles.run(order, lambda: articles, chosen_scheme(DEFAULT))
            if done.articles != len(articles):
                yield f"{name}: {done.articles} articles were written of {len(articles)}"
            if name in readable and registry.importer(name).many:
                classify(out)
        except AnnotatorError as error:
            yield f"{name}: {error}"
        except Exception as error:  # noqa: BLE001 - the other formats are tried too
            log.write(error, "self-test")
            yield f"{name}: {type(error).__name__}; the details are in {log.path()}"


def _open(application: QApplication, home: app.Home, article: Path) -> MainWindow:
    window = app.build_window(home)
    window.show()
    window.activateWindow()
    window.desk.open([article])
    application.processEvents()
    _expect(window.desk.article is not None, "the sample article did not open")
    _expect(not window.banner.isVisible(), window.banner.text())
    return window


def _article(window: MainWindow) -> Article:
    _expect(window.desk.article is not None, "the article is gone")
    assert window.desk.article is not None
    return window.desk.article


def _decided(window: MainWindow) -> int:
    return sum(claim.decided for claim in _article(window).claims)


def _press(window: MainWindow, key: str) -> None:
    """Run the command that has a key. A bundle brings no QtTest, which could press it."""
    for action in window.findChildren(QAction):
        if QKeySequence(key) in action.shortcuts():
            action.trigger()
            return
    raise AssertionError(f"no command has the key {key}")


def _wait(condition: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not condition():
        _expect(time.monotonic() < end, otherwise)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)


def _expect(condition: bool, otherwise: str) -> None:  # noqa: FBT001
    # Not an assert statement: the self-test must also fail under python -O.
    if not condition:
        raise AssertionError(otherwise)
