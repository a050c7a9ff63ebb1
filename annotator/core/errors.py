"""The named failures of the program, each with a sentence for the person."""

from functools import partial
from pathlib import PurePath
from typing import ClassVar

from annotator.core.file_names import readable


class AnnotatorError(Exception):
    """Say what happened, where, and what to do next.

    `problem` and `remedy` are templates over the keyword arguments, so that the
    window can translate the sentence and still fill in its names and numbers.
    """

    problem: ClassVar[str] = "Something went wrong."
    remedy: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """Return problem and remedy, filled in."""
        said = {name: _shown(value) for name, value in self.values.items()}
        return f"{self.problem} {self.remedy}".strip().format(**said)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by keyword, since the constructor takes nothing else."""
        return (partial(type(self), **self.values), ())


def _shown(value: object) -> object:
    """Return a value as it is written in a sentence; a file's name need not be Unicode."""
    if isinstance(value, PurePath):
        return readable(str(value))
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


# Reading articles


class NotReadableError(AnnotatorError):
    problem = "{path} can't be read: {reason}."
    remedy = "Check that the file is there and that you may read it."


class EmptyFileError(AnnotatorError):
    problem = "{path} is empty."
    remedy = "Save the article's text into it, or open another file."


class BinaryFileError(AnnotatorError):
    problem = "{path} is not text: it looks like {kind}."
    remedy = "Open it in the program it belongs to and save or paste the text."


class UnknownEncodingError(AnnotatorError):
    problem = "The letters of {path} can't be decoded: it fits no encoding known here."
    remedy = "Save it as UTF-8 and open it again."


class TooLargeError(AnnotatorError):
    problem = "{path} is {size} MB; an article may have up to {limit} MB."
    remedy = "Split it into articles, or put them into a .jsonl corpus, one article a line."


class NoArticlesError(AnnotatorError):
    problem = "{path} holds no article: no {kinds} file is in it."
    remedy = "Choose the folder the articles are in, or save them there as text."


class NoArticleInFileError(AnnotatorError):
    problem = "{path} holds no article."
    remedy = "Choose another file, or a folder that articles are in."


class NothingToPasteError(AnnotatorError):
    problem = "There is no text on the clipboard."
    remedy = "Copy the article's text first."


class ChangedSourceError(AnnotatorError):
    problem = "{path} is not the text that was annotated: it was changed since."
    remedy = "The annotated text is shown, from {annotations}."


# Reading documents


class TooMuchInsideError(AnnotatorError):
    problem = "{path} holds more than is read here: {what}, where {limit} are allowed."
    remedy = "Nothing of it was read. Take the article's own text out of it and open that."


class TooSlowError(AnnotatorError):
    problem = "{path} was not read to its end in {seconds} seconds."
    remedy = "Reading it was stopped. Take the article's own text out of it and open that."


class ProtectedError(AnnotatorError):
    problem = "{path} is protected by a password."
    remedy = "Open it in the program it belongs to and save a copy without a password."


class NoTextInsideError(AnnotatorError):
    problem = "{path} holds no text to annotate: {reason}."
    remedy = "If it shows text as pictures, let a program for scans read them first (OCR)."


class WebOffError(AnnotatorError):
    problem = "{address} was not fetched: going online is switched off in the settings."
    remedy = "Save the page in a browser and open the file, or allow it in the settings."


class AddressError(AnnotatorError):
    problem = "{address} can't be fetched: {reason}."
    remedy = "Give the full address of a public page, beginning with https://."


class FetchError(AnnotatorError):
    problem = "{address} could not be fetched: {reason}."
    remedy = "Try again later, or save the page in a browser and open the file."


# Corpora


class NotACorpusError(AnnotatorError):
    problem = "{path} is not a corpus that can be read: line {line}: {reason}."
    remedy = "Each line must be one article: a JSON object with at least `id` and `text`."


class BrokenRecordError(AnnotatorError):
    problem = "{path}, line {line}, {field}: {reason}."
    remedy = "The line is kept as it is and left out; the other articles are loaded."


class PassphraseNeededError(AnnotatorError):
    problem = "{path} is encrypted."
    remedy = "Open it in the window, and give its passphrase."


class WrongPassphraseError(AnnotatorError):
    problem = "That is not the passphrase of {path}."
    remedy = "Nothing was opened. Try again; without the passphrase nobody can read it."


class LineTooLongError(AnnotatorError):
    problem = "{path}, line {line}, is longer than {limit} MB."
    remedy = "No article is that long. Check that the file is a corpus, one article a line."


class UnknownArticleError(AnnotatorError):
    problem = "No article {id!r} is in {path}."
    remedy = "Open the corpus again; it may have been changed by another program."


class SpanError(AnnotatorError):
    problem = "{what} {start}-{end} lies outside the text of {length} characters, or is empty."
    remedy = "Offsets count Unicode code points from 0; the end is exclusive."


class ConflictingChangeError(AnnotatorError):
    problem = "The change {did!r} of article {article!r} does not fit what is there now: {reason}."
    remedy = "Nothing was changed. Open the article again and repeat it."


class BadSchemeError(AnnotatorError):
    problem = "{path} is no label scheme: {reason}"
    remedy = "resources/schemes/claims.toml shows what one looks like."


class SchemeMissingError(AnnotatorError):
    problem = "The label scheme {name!r}, which the settings name, is not there or can't be read."
    remedy = "Put its file back, choose another scheme in the settings, or name one with --scheme."


class SchemeReplacedError(SchemeMissingError):
    remedy = (
        "The labels shown are those of {used!r}. Before you tag, put the file back and open "
        "the program again, or choose a scheme in the settings."
    )


# Saving


class NotSavedError(AnnotatorError):
    problem = "{path} could not be written: {reason}."
    remedy = "What was saved before is untouched. Make room, or save to another place."


class InUseError(AnnotatorError):
    problem = "{path} is open in another window (by {who}, since {since})."
    remedy = "It is shown for reading only. Close the other window and open it again to work on it."


class AppearedError(AnnotatorError):
    problem = "{path} has appeared since this article was opened: another window works on it."
    remedy = "Your action was not taken. Open the article again to go on from what is there."


class ChangedOnDiskError(AnnotatorError):
    problem = "{path} was changed by another program since it was opened."
    remedy = (
        "It was not overwritten; your decisions are in {history}. "
        "Open it again to merge both, or save to another place."
    )


class HistoryMismatchError(AnnotatorError):
    problem = "{path}, line {line}, does not fit its corpus: {reason}."
    remedy = (
        "Everything up to that line is shown, for reading only, and nothing is written. "
        "Put the corpus and the history that belong together side by side again, "
        "or move the history away."
    )


class NewerSchemaError(AnnotatorError):
    problem = "{path} was written by a newer version of this program (schema {schema})."
    remedy = "Nothing was changed. Update the program to work on it."


class SidesDifferError(AnnotatorError):
    problem = (
        "{path} and {history} hold different work on the same article ({articles}): "
        "two people worked on it, or one of the two files was replaced."
    )
    remedy = (
        "The corpus is shown, for reading only, and nothing is written. Choose Merge both "
        "to keep the work of both, or put the two files that belong together side by side again."
    )


class NoLocksError(AnnotatorError):
    problem = "The drive of {path} does not support locks, so another window could open it too."
    remedy = (
        "You can work on it. If two people do so at the same time, the program says so when it "
        "is opened again, and can merge the work of both."
    )


class MissingChangesError(AnnotatorError):
    problem = "Changes {first} to {last} of article {article!r} are missing from {path}."
    remedy = (
        "What the corpus holds is shown, and you can go on; who decided what in those changes, "
        "and taking them back, is lost. A backup of the history may still have them."
    )


class LostHistoryError(AnnotatorError):
    problem = "The changes of {count} article(s), such as {article!r}, are not in {path}."
    remedy = (
        "What the corpus holds is shown, and you can go on; taking back earlier changes is not "
        "possible. Put the history back beside the corpus if you have it."
    )


class RepeatedChangeError(AnnotatorError):
    problem = "{path}, line {line}, repeats a change of article {article!r}."
    remedy = "It counts once; nothing is lost."


class SwappedChangesError(AnnotatorError):
    problem = "{path}, line {line}: the changes of article {article!r} are not in their order."
    remedy = "They were put in order by their numbers; nothing is lost."


class LostArticleError(AnnotatorError):
    problem = "Article {article!r} has changes in {history}, but is not in {path}."
    remedy = "If it was not removed on purpose, take its line from a backup of the corpus."


class TornLineError(AnnotatorError):
    problem = "The last line of {path} was cut short while it was written."
    remedy = "That one action was never finished and is dropped; everything before it is here."


class HistoryTooShortError(AnnotatorError):
    problem = "The history of {article!r} does not reach back to change {revision}."
    remedy = "Choose a later one; nothing was changed."


class ExistsError(AnnotatorError):
    problem = "{path} exists already."
    remedy = "Nothing was overwritten. Choose another name."


# Reading by machine


class ReaderError(AnnotatorError):
    problem = "The automatic reading of {article!r} stopped: {reason}."
    remedy = "The text and every tag are safe. Mark claims by hand, or open the article again."


class UnforeseenError(AnnotatorError):
    """An error in the program itself; `report` is what a person can copy and send."""

    problem = "Annotator ran into an error it did not expect ({kind})."
    remedy = "Your work is saved up to the last decision, and you can go on."


# Into and out of other formats


class UnknownFormatError(AnnotatorError):
    problem = "No format is called {name!r}."
    remedy = "There are: {names}."


class UnknownFileError(AnnotatorError):
    problem = "{path} is of no kind that is known here."
    remedy = "If you know which, say its format. There are: {names}."


class NotThisFormatError(AnnotatorError):
    problem = "{path} can't be read as {format}: {reason}."
    remedy = "Check that it is whole, or say of which other format it is."


class BrokenArticleError(AnnotatorError):
    problem = "{path}, {where}: {reason}."
    remedy = "It is left out; the rest is read. Mend it there and import it again."


class NewerArticleError(BrokenArticleError):
    remedy = (
        "It is left out; the rest is read. Open the file with the newer program, "
        "or update this one."
    )


class LeftOutError(AnnotatorError):
    problem = "{path}: {count} {what} left out (first in {where}), since {why}."
    remedy = "The articles themselves are read."


class UnreadableCharactersError(LeftOutError):
    problem = "{path}: {count} characters could not be read, the first in line {line}."
    remedy = "They are marked with \ufffd or left out; the rest of the text is read."


class MissingPartsError(LeftOutError):
    problem = "{path}: {count} parts that it lists are missing from it."
    remedy = "The other parts are read. Ask for a complete copy if you need them."


class TooLargeFileError(AnnotatorError):
    problem = "{path} is {size} MB; a file of its kind may have up to {limit} MB."
    remedy = "Split it into several files and import them one by one."


class NoTextColumnError(AnnotatorError):
    problem = "{path} has no column that is known to hold the text. Its columns are: {columns}."
    remedy = "Say which one it is, as text=COLUMN."


class NoSuchColumnError(AnnotatorError):
    problem = "{path} has no column {column!r}. Its columns are: {columns}."
    remedy = "Choose one of these."


class ClaimTableError(AnnotatorError):
    problem = "{path} is a table of claims, without the texts that they stand in."
    remedy = "Import the corpus it was made of, or another export of that, such as jsonl."


class BadOptionError(AnnotatorError):
    problem = "{option} {value} is not understood."
    remedy = "Give it as: {wanted}."


class MissingLibraryError(AnnotatorError):
    problem = "{what} needs the library {library}, which is not installed."
    remedy = "Install it with: pip install 'annotator[formats]'."


class ReadBackError(AnnotatorError):
    problem = "The {format} file was read back, and {article!r} in it is not what was written."
    remedy = "Nothing was kept. This is a fault of the program; please report it."


class LossError(AnnotatorError):
    problem = "The {format} format can't hold everything: {losses}."
    remedy = "Nothing was written. Export without --strict, or in a format that holds it."


class StoppedError(AnnotatorError):
    problem = "It was stopped."
    remedy = "Nothing was written."


class NothingToExportError(AnnotatorError):
    problem = "No article is left to export: {reason}."
    remedy = "Choose others, or drop a condition."
