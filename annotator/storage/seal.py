"""Encrypted corpora: each line is a Fernet token, in the corpus as in its history.

The key comes from a passphrase by scrypt (RFC 7914); tokens are those of the Fernet
specification, AES-128-CBC with HMAC-SHA256, by the library `cryptography`. The first line
of either file holds the salt and the cost, and a token to check the passphrase
against. Lines can't be read or altered without the passphrase; that a line is missing
shows in the numbers of an article's changes.
"""

import base64
import os
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import msgspec
from msgspec import Struct

from annotator.core.errors import NotReadableError, WrongPassphraseError

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

COST = 2**16
# A header with another cost is damaged, or made to use up all memory.
COSTS = tuple(2**power for power in range(10, 19))
_MARK = b'{"annotator_sealed":'
_CHECK = b"annotator"


class _Header(Struct, frozen=True):
    annotator_sealed: int
    salt: str
    cost: int
    check: str


class Seal:
    """Close and open the lines of one corpus."""

    def __init__(self, header: _Header, fernet: "Fernet") -> None:
        self._header = header
        self._fernet = fernet

    @classmethod
    def make(cls, passphrase: str) -> "Seal":
        """Make a seal for a new corpus."""
        salt = os.urandom(16)
        fernet = _fernet(normalize("NFC", passphrase), salt, COST)
        header = _Header(
            annotator_sealed=1,
            salt=base64.b64encode(salt).decode(),
            cost=COST,
            check=fernet.encrypt_at_time(_CHECK, 0).decode(),
        )
        return cls(header, fernet)

    @classmethod
    def of(cls, path: Path, passphrase: str) -> "Seal":
        """Make the seal of an existing corpus; raise WrongPassphraseError if that is wrong."""
        from cryptography.fernet import InvalidToken

        try:
            with path.open("rb") as stream:
                header = msgspec.json.decode(stream.readline(4_096), type=_Header)
            # It comes from a file: a cost that would use up all memory is refused.
            if header.cost not in COSTS:
                raise NotReadableError(path=path, reason="its first line is damaged")
            fernet = _checked(passphrase, header)
        except InvalidToken as error:
            raise WrongPassphraseError(path=path) from error
        except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise NotReadableError(path=path, reason="its first line is damaged") from error
        return cls(header, fernet)

    def first_line(self) -> bytes:
        """Return the line both files begin with."""
        return msgspec.json.encode(self._header)

    def close(self, line: bytes) -> bytes:
        """Encrypt a line."""
        # A token shows its time, so the time of every decision could be read without
        # the passphrase; the lines themselves hold it.
        return self._fernet.encrypt_at_time(line, 0)

    def open(self, token: bytes) -> bytes:
        """Decrypt a line; raise ValueError if it is damaged or not from this corpus."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(token.strip())
        except InvalidToken as error:
            raise ValueError("it was altered, or belongs to another corpus") from error


def opened(seal: Seal | None, line: bytes) -> bytes:
    """Return a line, decrypted if there is a seal; raise ValueError if it can't be decrypted."""
    return seal.open(line) if seal else line


def closed(seal: Seal | None, line: bytes) -> bytes:
    """Return a line as it is written, encrypted if there is a seal."""
    return seal.close(line) if seal else line


def is_first_line(line: bytes) -> bool:
    """Return True if a line is the one a sealed file begins with."""
    return line.startswith(_MARK)


def is_sealed(path: Path) -> bool:
    """Return True if a corpus is encrypted."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_MARK)) == _MARK
    except OSError:
        return False


def _checked(passphrase: str, header: _Header) -> "Fernet":
    """Return what decrypts a corpus; raise InvalidToken if the passphrase is a wrong one."""
    from cryptography.fernet import InvalidToken

    salt = base64.b64decode(header.salt)
    fernet = _fernet(normalize("NFC", passphrase), salt, header.cost)
    try:
        fernet.decrypt(header.check)
    except InvalidToken:
        # Version 0.1.0 took the passphrase as it was typed.
        fernet = _fernet(passphrase, salt, header.cost)
        fernet.decrypt(header.check)
    return fernet


def _fernet(passphrase: str, salt: bytes, cost: int) -> "Fernet":
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    key = Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(passphrase.encode("utf-8"))
    return Fernet(base64.urlsafe_b64encode(key))
