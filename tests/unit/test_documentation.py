"""The files, folders, pages and make targets named in the project's pages exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"]
# Where a path in a page may begin.
STARTS = (ROOT, ROOT / "annotator", ROOT / "annotator" / "formats")
PATH = re.compile(r"`([\w./-]+/|[\w./-]+/[\w.-]+\.(?:py|md|toml|txt|json|yaml))`")


def text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_is_there(page: str) -> None:
    named = PATH.findall(text(page))
    missing = [path for path in named if not any((start / path).exists() for start in STARTS)]
    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text(page))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_exists(page: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):.* ## ", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text(page))) <= targets
