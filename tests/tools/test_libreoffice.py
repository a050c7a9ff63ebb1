"""LibreOffice opens DOCX and ODT and finds the very text in them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from exported import export
from hard_articles import hard_articles

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["docx", "odt"])
def test_libreoffice_reads_the_text(tmp_path: Path, name: str) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer-nogui")
    export(name, tmp_path / f"x.{name}")
    command = [
        office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
        "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(tmp_path / f"x.{name}"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    said = (tmp_path / "x.txt").read_text("utf-8-sig")
    for sign in "■●◆▲○":
        for number in range(10):
            said = said.replace(f"{sign}{number}", "")
    for article in hard_articles():
        for line in article.text.split("\n"):
            assert line in said
