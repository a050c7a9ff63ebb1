"""Distinguish prose, tokens with tags and subtitles, by a file's beginning."""

import re

# As many lines as are looked at, and the share of them that must have the form.
MOST_LINES = 200
SHARE = 0.9
# What the column of tokens is called, where the first line names the columns.
HEADERS = ("word", "words", "token", "tokens", "kata")
_TAG = re.compile(r"O|_|[BIESLUM]-[\w.:#/-]+|I_[\w-]+")
_NUMBER = re.compile(r"\d+(?:[-.]\d+)?")
_CUE = re.compile(rb"\d+\s*\r?\n(?:\d+:)?\d\d?:\d\d[.,]\d+ *-->")
_BRACKETS = (b"{", b"[")


def is_prose(head: bytes) -> bool:
    """Return True if a text file holds neither JSON nor subtitles nor tokens with tags."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    tagged = has_times(head) or has_tags(head) or has_numbered_tokens(head)
    return not start.startswith(_BRACKETS) and not tagged


def has_times(head: bytes) -> bool:
    """Return True if a file begins as the subtitles of SubRip or WebVTT do."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"WEBVTT") or bool(_CUE.match(start))


def has_tags(head: bytes) -> bool:
    """Return True if nearly every line is a token and, in the same column, a BIO tag."""
    if head.lstrip().startswith(b"#begin document"):
        return True
    rows = [line for line in token_lines(head) if line]
    rows = rows[1:] if rows and is_header(rows[0]) else rows
    if len(rows) < 2 or not _even(rows):
        return False
    columns = zip(*(row for row in rows if len(row) == len(rows[0])), strict=True)
    return any(_are_tags(column) for column in list(columns)[1:])


def has_numbered_tokens(head: bytes) -> bool:
    """Return True if lines are numbered tokens of sentences, as in CoNLL-U, CoNLL-X and 2009."""
    rows = [line for line in token_lines(head) if line]
    if len(rows) < 2 or len(rows[0]) < 8 or not _even(rows):
        return False
    numbers = [row[0] for row in rows]
    return numbers[0].split("-")[0] == "1" and all(_NUMBER.fullmatch(one) for one in numbers)


def token_lines(head: bytes) -> list[list[str]]:
    """Return the cells of each whole line, none of a blank line; comments and -DOCSTART- go."""
    text = head.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = text.splitlines()[: MOST_LINES + 1]
    if len(text) > 1 and not text.endswith("\n") and len(lines) > 1:
        lines.pop()
    return [
        cells(line)
        for line in lines[:MOST_LINES]
        if not line.startswith(("-DOCSTART-", "# ", "#begin", "#end"))
    ]


def is_header(row: list[str]) -> bool:
    """Return True if a row names the columns."""
    return bool(row) and row[0].lower() in HEADERS


def cells(line: str) -> list[str]:
    """Return the cells of a line: by tabs where it has any, else by spaces."""
    return line.split("\t") if "\t" in line else line.split()


def _even(rows: list[list[str]]) -> bool:
    """Return True if nearly all lines have as many cells as the first, and more than one."""
    width = len(rows[0])
    same = sum(len(row) == width for row in rows)
    return width > 1 and same >= SHARE * len(rows)


def _are_tags(column: tuple[str, ...]) -> bool:
    fits = sum(bool(_TAG.fullmatch(cell.strip())) for cell in column)
    inside = any(cell.strip() not in ("O", "_") for cell in column)
    return inside and fits >= SHARE * len(column)
