"""Install the tools that exports are for, each into a folder of its own under .tools.

`make tools` runs this and then the tests beside it. A tool that can't be installed is
named, and its tests are skipped; the others go on.
"""

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[2] / ".tools"
TOOLS = {
    "data": ["datasets==5.2.0", "pandas==3.1.1", "huggingface_hub==2.4.0"],
    "label-studio": ["label-studio==1.23.2"],
    # Without bounds of its own, doccano gets versions that it does not start with.
    "doccano": ["doccano==1.8.4", "marshmallow<4", "numpy<2"],
}
MINUTES = 15


def install(name: str, packages: list[str]) -> None:
    """Install a tool, unless the same packages are there already."""
    folder = HOME / name
    done = folder / "installed.txt"
    wanted = "\n".join(packages)
    if done.exists() and done.read_text() == wanted:
        return
    sys.stdout.write(f"Installing {wanted.splitlines()[0]} into {folder} ...\n")
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    subprocess.run(
        [*pip(folder), "install", "--quiet", "--disable-pip-version-check", *packages],
        check=True,
        timeout=MINUTES * 60,
    )
    done.write_text(wanted)


def pip(folder: Path) -> list[str]:
    """Return the command of a folder's own pip."""
    return [str(python(folder.name)), "-m", "pip"]


def python(name: str) -> Path:
    """Return a tool's own Python."""
    return HOME / name / ("Scripts" if sys.platform == "win32" else "bin") / "python"


def main() -> None:
    """Install all tools, and go on where one can't be had."""
    for name, packages in TOOLS.items():
        try:
            install(name, packages)
        except (subprocess.SubprocessError, OSError) as error:
            sys.stdout.write(f"{name} could not be installed: {error}\n")


if __name__ == "__main__":
    main()
