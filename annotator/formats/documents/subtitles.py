"""Transcripts with times: SubRip, WebVTT, and the JSON of Whisper, WhisperX and whisper.cpp.

What one speaker says in a row is a paragraph, with the name before a colon where the file has
it; numbers and times are no text, but are kept, so that each claim knows when it is spoken.
"""

import hashlib
import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import msgspec
from msgspec.structs import replace

from annotator.core.article import Article, text_sha256
from annotator.core.errors import AnnotatorError, NoTextInsideError, NotThisFormatError
from annotator.formats.documents.document import LEFT_OUT, load, notes
from annotator.formats.importer import Importer, ImportSettings
from annotator.formats.text_decoding import decode
from annotator.formats.token_lines import has_times
from annotator.formats.transcript import Cue, kept

# A pause after which a new paragraph begins, in seconds, where the file names no speakers.
PAUSE = 2.0
SOUNDS = "sounds"
WHAT = "Transcript"

_TIME = r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_MARKUP = re.compile(r"</?[A-Za-z0-9:.][^>]*>|\{\\[^}]*\}")
# A name before a colon, as in "BUDI SANTOSO: Harga naik", after a dash or ">>".
_SPEAKER = re.compile(r"(?:[-–>]+\s*)?([^\W\d_][\w .'’-]{0,38}[\w.]):\s+(?=\S)")
_SOUND = re.compile(r"[\[(♪♫*][^\])♪♫*]*[\])♪♫*]?")
_WHISPER = re.compile(rb'"(?:segments|transcription)"\s*:\s*\[\s*(?:\{|\])')


class Spoken(NamedTuple):
    """The words of one cue, who says them, and from when to when in seconds."""

    text: str
    speaker: str
    start: float
    end: float


class Subtitles(Importer):
    """A recording's words, with the times they are spoken at."""

    name = "subtitles"
    title = "Transcript (SRT, WebVTT, Whisper)"
    suffixes: ClassVar[tuple[str, ...]] = (".srt", ".vtt")

    def recognises(self, path: Path, head: bytes) -> bool:
        if path.suffix.lower() in self.suffixes or has_times(head):
            return True
        return head.lstrip().startswith(b"{") and bool(_WHISPER.search(head))

    def articles(self, path: Path, settings: ImportSettings) -> Iterator[Article | AnnotatorError]:
        article = read(path)
        lang = settings.lang or article.header.lang
        yield replace(article, header=replace(article.header, lang=lang))
        yield from notes(path, article)


def read(path: Path) -> Article:
    """Read a transcript as an article; raise the AnnotatorError that says why it can't be."""
    file = load(path, Subtitles.name, None)
    decoded = decode(path, file.raw)
    lang = None
    if decoded.text.lstrip("\ufeff \r\n").startswith("{"):
        found, lang = _of_whisper(path, file.raw)
    else:
        found = list(_of_lines(decoded.text))
    if not found:
        raise NotThisFormatError(path=path, format=WHAT, reason="it has no times")
    spoken = [one for one in found if one.text and not _SOUND.fullmatch(one.text)]
    if not spoken:
        raise NoTextInsideError(path=path, reason="there are no words in it")
    text, cues = _joined(spoken)
    article = Article.of(
        path.stem,
        text,
        source=path.name,
        source_sha256=hashlib.sha256(file.raw).hexdigest(),
        source_encoding=decoded.encoding,
    )
    sounds = len(found) - len(spoken)
    extra = kept(cues, text_sha256(text)) | ({LEFT_OUT: {SOUNDS: sounds}} if sounds else {})
    return replace(article, extra=extra, header=replace(article.header, lang=lang))


def _of_lines(text: str) -> Iterator[Spoken]:
    """Yield the cues of SubRip or WebVTT: what stands under a line of times, up to a blank one."""
    times: re.Match[str] | None = None
    words: list[str] = []
    for line in [*text.splitlines(), ""]:
        found = _TIMES.match(line)
        if times is not None and (found or not line.strip()):
            yield _cue(words, times)
            times, words = None, []
        if found:
            times = found
        elif times is not None and line.strip():
            words.append(line.strip())


def _cue(words: list[str], times: re.Match[str]) -> Spoken:
    said = " ".join(words)
    voice = _VOICE.search(said)
    plain = unescape(" ".join(_MARKUP.sub("", said).split()))
    named = _SPEAKER.match(plain)
    speaker = voice[1].strip() if voice else named[1].strip() if named else ""
    if named and not voice:
        plain = plain[named.end() :]
    parts = times.groups()
    return Spoken(plain, speaker, _seconds(parts[:4]), _seconds(parts[4:]))


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + int((fraction or "0").ljust(3, "0")) / 1000


def _of_whisper(path: Path, raw: bytes) -> tuple[list[Spoken], str | None]:
    """Return the segments of a Whisper result, and the language it heard."""
    try:
        whole: dict[str, Any] = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=dict)
        segments = whole.get("segments") or whole.get("transcription") or []
        found = [_segment(segment) for segment in segments]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotThisFormatError(path=path, format=WHAT, reason=error) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = "a segment lacks its times or its text"
        raise NotThisFormatError(path=path, format=WHAT, reason=reason) from error
    lang = whole.get("language")
    if lang is None and isinstance(whole.get("result"), dict):
        lang = whole["result"].get("language")
    return found, lang if isinstance(lang, str) and re.fullmatch("[a-z]{2,3}", lang) else None


def _segment(segment: dict[str, Any]) -> Spoken:
    offsets = segment.get("offsets")
    if offsets is not None:
        start, end = offsets["from"] / 1000, offsets["to"] / 1000
    else:
        start, end = float(segment["start"]), float(segment["end"])
    text = " ".join(str(segment["text"]).split())
    speaker = segment.get("speaker")
    return Spoken(text, speaker.strip() if isinstance(speaker, str) else "", start, end)


def _joined(spoken: list[Spoken]) -> tuple[str, list[Cue]]:
    """Return the text, a paragraph a turn, and where in it each cue is."""
    parts: list[str] = []
    cues: list[Cue] = []
    at = 0
    for number, turn in enumerate(_turns(spoken)):
        lead = "\n\n" if number else ""
        lead += f"{turn[0].speaker}: " if turn[0].speaker else ""
        for cue in turn:
            parts += [lead, cue.text]
            at += len(lead)
            cues.append(Cue(at, at + len(cue.text), cue.start, cue.end))
            at += len(cue.text)
            lead = " "
    return "".join(parts) + "\n", cues


def _turns(spoken: list[Spoken]) -> Iterator[list[Spoken]]:
    """Yield the cues of each turn: up to another speaker, or a pause where none is named."""
    turn = 0
    numbered: list[tuple[int, Spoken]] = []
    named = any(cue.speaker for cue in spoken)
    speaker = ""
    for cue in spoken:
        before = numbered[-1][1] if numbered else cue
        other = bool(cue.speaker) and cue.speaker != speaker
        turn += other or (not named and cue.start - before.end > PAUSE)
        speaker = cue.speaker or speaker
        numbered.append((turn, cue))
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield [cue for _, cue in group]


IMPORTER = Subtitles
