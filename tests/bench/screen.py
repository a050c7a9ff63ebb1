"""A screen of our own, watched and typed on from outside: Xvfb, its framebuffer, and XTEST.

Needs Xvfb and libXtst (Debian packages xvfb and libxtst6), which nothing else here does.
"""

import ctypes
import mmap
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT = 1440, 900
# A caret that blinks is no answer: what is drawn for one is larger.
ANSWER_PIXELS = 40
# Highlights tint lines; what else is written meanwhile is less.
HIGHLIGHT_PIXELS = 2_000
# How often the screen is looked at, and at which of its pixels: the program needs the
# processor as well, and looking at all of them all the time would take one for itself.
LOOK_SECONDS = 0.002
EVERY = slice(None, None, 2)

_SHIFTED = {"_": "underscore", ":": "colon", "?": "question"}
_NAMES = {"/": "slash", ".": "period", "-": "minus"} | _SHIFTED

_ERROR_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)

Frame = NDArray[np.uint32]
Part = tuple[slice, slice]

WHOLE: Part = (slice(0, HEIGHT), slice(0, WIDTH))
# Text and margin, without the panes to both sides and without what stands above the text.
PAGE: Part = (slice(HEIGHT * 13 // 100, HEIGHT * 92 // 100), slice(WIDTH // 4, WIDTH * 68 // 100))


class Screen:
    """An X server whose framebuffer lies in a file, with a keyboard and a mouse."""

    def __init__(self, room: Path) -> None:
        read, write = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", str(room)]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as stream:
            self.display = f":{stream.readline().strip()}"
        with (room / "Xvfb_screen0").open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # The header of an XWD file: its length, and at 80 how many colours follow it.
        head = int.from_bytes(self._map[:4], "big") + 12 * int.from_bytes(self._map[76:80], "big")
        pixels = np.frombuffer(self._map, np.uint32, WIDTH * HEIGHT, head)
        self._pixels: Frame = pixels.reshape(HEIGHT, WIDTH)
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtest: Any = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._refused = _ERROR_HANDLER(lambda *_: 0)
        self._x11.XSetErrorHandler(self._refused)
        self._at = ctypes.c_void_p(self._x11.XOpenDisplay(self.display.encode()))

    def close(self) -> None:
        """End the server."""
        self._x11.XCloseDisplay(self._at)
        self._server.terminate()
        self._server.wait()

    def look(self, part: Part = PAGE) -> Frame:
        """Return what a part of the screen shows now."""
        return self._pixels[part][EVERY, EVERY].copy()

    def wait(self, done: Callable[[Frame], bool], part: Part = PAGE, seconds: float = 30) -> float:
        """Return when a part of the screen is as wanted; raise TimeoutError."""
        end = time.perf_counter() + seconds
        while not done(self.look(part)):
            if time.perf_counter() > end:
                raise TimeoutError
            time.sleep(LOOK_SECONDS)
        return time.perf_counter()

    def changes(self, before: Frame, part: Part = PAGE, quiet: float = 0.2) -> tuple[float, float]:
        """Return when a part first was another than `before`, and when it last changed.

        `quiet` is for how many seconds it must not change after that.
        """
        first = last = self.wait(lambda now: differ(before, now), part)
        before = self.look(part)
        while time.perf_counter() < last + quiet:
            now = self.look(part)
            if differ(before, now):
                last, before = time.perf_counter(), now
            time.sleep(LOOK_SECONDS)
        return first, last

    def settle(self, quiet: float = 0.5) -> Frame:
        """Wait until nothing on the screen changes; return the page."""
        before, since = self.look(WHOLE), time.perf_counter()
        while time.perf_counter() < since + quiet:
            time.sleep(0.02)
            now = self.look(WHOLE)
            if differ(before, now):
                before, since = now, time.perf_counter()
        return self.look()

    def press(self, keys: str) -> float:
        """Press keys such as "Alt_L+Down"; return when."""
        codes = [self._code(name) for name in keys.split("+")]
        at = time.perf_counter()
        for code, down in [*((code, 1) for code in codes), *((code, 0) for code in codes[::-1])]:
            self._xtest.XTestFakeKeyEvent(self._at, code, down, 0)
        self._x11.XFlush(self._at)
        return at

    def type(self, text: str) -> None:
        """Type a path."""
        for character in text:
            name = _NAMES.get(character, character)
            self.press(f"Shift_L+{name}" if character in _SHIFTED else name)
            time.sleep(0.005)

    def wheel(self) -> float:
        """Turn the wheel one notch down; return when."""
        at = time.perf_counter()
        for down in (1, 0):
            self._xtest.XTestFakeButtonEvent(self._at, 5, down, 0)
        self._x11.XFlush(self._at)
        return at

    def focus(self) -> None:
        """Give the window the keyboard, as a window manager would; shortcuts ask for it."""
        root, parent, windows = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        desktop = self._x11.XDefaultRootWindow(self._at)
        found = (ctypes.byref(it) for it in (root, parent, windows, count))
        self._x11.XQueryTree(self._at, ctypes.c_ulong(desktop), *found)
        for at in range(count.value):
            # Of those that are not shown, it is refused.
            self._x11.XSetInputFocus(self._at, ctypes.c_ulong(windows[at]), 1, 0)
        self._x11.XSync(self._at, 0)

    def point(self, x: int = WIDTH // 2, y: int = HEIGHT // 2) -> None:
        """Move the mouse."""
        self._xtest.XTestFakeMotionEvent(self._at, -1, x, y, 0)
        self._x11.XFlush(self._at)

    def save(self, path: Path) -> None:
        """Write what is on the screen as a PPM picture."""
        frame = self._pixels
        rgb = np.dstack([(frame >> shift) & 255 for shift in (16, 8, 0)]).astype(np.uint8)
        path.write_bytes(f"P6 {WIDTH} {HEIGHT} 255\n".encode() + rgb.tobytes())

    def _code(self, name: str) -> int:
        symbol = self._x11.XStringToKeysym(name.encode())
        return int(self._x11.XKeysymToKeycode(self._at, symbol))


def differ(one: Frame, other: Frame, pixels: int = ANSWER_PIXELS) -> bool:
    """Return True if more pixels differ than a caret has."""
    return int(np.count_nonzero(one != other)) > pixels


def has_text(frame: Frame) -> bool:
    """Return True if a frame shows lines of dark letters on a light page."""
    green = (frame >> 8) & 255
    dark, light = np.count_nonzero(green < 110), np.count_nonzero(green > 225)
    return bool(dark > frame.size // 150 and light > frame.size // 2)
