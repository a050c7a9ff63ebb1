"""A disk on which a chosen call fails, once or for good, or after writing half."""

import errno
import os
from collections.abc import Callable
from typing import Any

import pytest

CALLS = ("open", "write", "fsync", "replace", "ftruncate", "stat", "unlink")


class Disk:
    """The operating system's file calls, counted, one of which fails."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.failing: int | None = None
        self.code = errno.ENOSPC
        self.for_good = False
        self.half = False
        for name in CALLS:
            patch.setattr(os, name, self._counted(getattr(os, name), name))
        patch.setattr(os, "fdopen", self._stream(os.fdopen))

    def fails_now(self) -> bool:
        """Count a call, and return True if it is one that fails."""
        self.count += 1
        if self.failing is None:
            return False
        return self.count == self.failing or (self.for_good and self.count > self.failing)

    def _counted(self, real: Callable[..., Any], name: str) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            if not self.fails_now():
                # Flushing for real only costs time here: nothing is killed.
                return None if name == "fsync" else real(*args, **named)
            if name == "write" and self.half and len(args[1]) > 1:
                # A short write is not an error; the next call shows what happened.
                self.failing = self.count + 1
                return real(args[0], bytes(args[1])[: len(args[1]) // 2])
            raise OSError(self.code, os.strerror(self.code))

        return call

    def _stream(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def fdopen(*args: Any, **named: Any) -> Any:
            stream = real(*args, **named)
            plain = stream.write

            class Stream:
                def __enter__(self) -> Any:
                    return self

                def __exit__(self, *_: object) -> None:
                    stream.close()

                def __getattr__(self, name: str) -> Any:
                    return getattr(stream, name)

                def write(inner, data: bytes) -> int:  # noqa: N805
                    if self.fails_now():
                        plain(data[: len(data) // 2])
                        raise OSError(self.code, os.strerror(self.code))
                    return int(plain(data))

            return Stream()

        return fdopen
