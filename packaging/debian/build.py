"""Make a .deb of the bundle: `make deb`.

The package installs the folder that PyInstaller made under /opt, which is where programs
that bring their own libraries belong, and links it into the desktop.
"""

import argparse
import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from typer.main import get_command

from annotator import __version__, cli
from annotator.system_libraries import OFFSCREEN, WINDOW

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
# Newer Debian names them after the change to 64-bit time; either satisfies the dependency.
RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}
POSTINST = """#!/bin/sh
set -e
if command -v update-mime-database >/dev/null; then update-mime-database /usr/share/mime; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database -q; fi
"""


def control(size: int, architecture: str) -> str:
    """Return the package's control file; `size` is in KiB."""
    libraries = [RENAMED.get(name, name) for name in (OFFSCREEN | WINDOW).values()]
    return f"""Package: annotator
Version: {__version__}
Architecture: {architecture}
Maintainer: The Annotator maintainers <maintainers@annotator.example>
Installed-Size: {size}
Depends: libc6, {", ".join(libraries)}
Section: text
Priority: optional
Description: mark and tag the claims of news articles
 Annotator shows a news article with its claims already marked, and lets you tag
 each as official, sourced or speculative from the keyboard. Indonesian and
 English, offline.
"""


def man_page() -> str:
    """Return the man page, made from what `annotator --help` says."""
    lines = [
        f'.TH ANNOTATOR 1 "" "Annotator {__version__}"',
        ".SH NAME",
        r"annotator \- mark the claims of news articles and tag who stands behind them",
        ".SH SYNOPSIS",
        ".B annotator",
        "[FILE ...]",
        ".br",
        ".B annotator",
        "COMMAND [OPTION ...] [ARGUMENT ...]",
        ".SH COMMANDS",
    ]
    group = get_command(cli.app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        if command.hidden:
            continue
        lines += [".TP", f".B {name}", _plain(command.help or "")]
        for option in command.params:
            said = getattr(option, "help", None)
            if said:
                lines += [".RS", ".TP", f".B {', '.join(option.opts)}", _plain(said), ".RE"]
    lines += [".SH EXIT STATUS", "0 if all went well; 1 if something was left out and named; 2 if"]
    lines += ["nothing was done; 70 if the program has a fault, which its log then describes."]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")


def build(bundle: Path, out: Path) -> Path:
    """Write the package of a bundle into a folder; return its path."""
    architecture = ARCHITECTURES[subprocess.check_output(["uname", "-m"], text=True).strip()]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(bundle, root / "opt" / "annotator", symlinks=True)
        share = root / "usr" / "share"
        fill = {
            share / "applications" / "annotator.desktop": (HERE / "annotator.desktop").read_text(),
            share / "mime" / "packages" / "annotator.xml": (
                HERE / "annotator.mime.xml"
            ).read_text(),
            share / "metainfo" / "io.github.annotator.Annotator.metainfo.xml": (
                (HERE / "annotator.metainfo.xml")
                .read_text()
                .replace("@VERSION@", __version__)
                .replace("@DATE@", time.strftime("%Y-%m-%d"))
            ),
            share / "doc" / "annotator" / "copyright": (ROOT / "LICENSE").read_text(),
            share / "icons" / "hicolor" / "scalable" / "apps" / "annotator.svg": (
                (ROOT / "resources" / "icons" / "annotator.svg").read_text()
            ),
        }
        for path, text in fill.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        manual = share / "man" / "man1" / "annotator.1.gz"
        manual.parent.mkdir(parents=True)
        manual.write_bytes(gzip.compress(man_page().encode(), mtime=0))
        (root / "usr" / "bin").mkdir()
        (root / "usr" / "bin" / "annotator").symlink_to("/opt/annotator/annotator")
        size = sum(file.lstat().st_size for file in root.rglob("*")) // 1024
        debian = root / "DEBIAN"
        debian.mkdir()
        (debian / "control").write_text(control(size, architecture), "utf-8")
        (debian / "postinst").write_text(POSTINST, "utf-8")
        (debian / "postinst").chmod(0o755)
        shutil.copy(debian / "postinst", debian / "postrm")
        package = out / f"annotator_{__version__}_{architecture}.deb"
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
        subprocess.run(command, check=True)
    return package


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    if not (given.bundle / "annotator").exists():
        sys.exit(f"{given.bundle} is not a bundle; make one with: make bundle")
    given.out.mkdir(parents=True, exist_ok=True)
    print(build(given.bundle, given.out))  # noqa: T201
