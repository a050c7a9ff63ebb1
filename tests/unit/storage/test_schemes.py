"""Label schemes are data: read, kept, refused with a reason."""

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from annotator import resources
from annotator.core.errors import BadSchemeError, NotSavedError
from annotator.core.scheme import LabelSource, SchemeSource, in_language, parse
from annotator.storage.schemes import Schemes, read_scheme

OWN = SchemeSource(
    "verdicts",
    {"en": "Verdicts"},
    (
        LabelSource("true", {"en": "True", "id": "Benar"}, colour="green", shortcut="1"),
        LabelSource("false", {"en": "False"}, colour="vermillion", shape="square", shortcut="2"),
    ),
)


@pytest.fixture
def schemes(tmp_path: Path) -> Schemes:
    return Schemes(resources.path("schemes"), tmp_path / "schemes")


def test_the_default_scheme_in_both_languages() -> None:
    source = parse(resources.path("schemes", "claims.toml").read_bytes())
    english, indonesian = in_language(source, "en"), in_language(source, "id")
    assert [label.key for label in english.labels] == ["official", "sourced", "speculative"]
    assert [label.name for label in indonesian.labels] == ["Resmi", "Bersumber", "Spekulatif"]
    assert {label.shape for label in english.labels} == {"square", "circle", "diamond"}
    assert all(label.guideline for label in (*english.labels, *indonesian.labels))


def test_a_label_the_scheme_lacks_is_shown_all_the_same() -> None:
    assert in_language(OWN, "id").label("half-true").name == "half-true"
    assert in_language(OWN, "id").label("false").name == "False"


def test_a_scheme_of_ones_own_is_kept_and_found(schemes: Schemes) -> None:
    schemes.save(OWN)
    assert [scheme.id for scheme in schemes.all()] == ["claims", "verdicts"]
    assert schemes.load("verdicts") == OWN
    assert schemes.load("gone").id == "claims"


@pytest.mark.parametrize(
    "fault",
    [
        replace(OWN, labels=()),
        replace(OWN, labels=(OWN.labels[0], OWN.labels[0])),
        replace(OWN, labels=(replace(OWN.labels[0], key=" "),)),
        replace(OWN, labels=(replace(OWN.labels[0], name={}),)),
    ],
)
def test_what_can_not_work_is_refused(schemes: Schemes, fault: SchemeSource) -> None:
    with pytest.raises(BadSchemeError):
        schemes.save(fault)


def test_a_file_that_is_none_is_named(schemes: Schemes, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text("id = 5")
    with pytest.raises(BadSchemeError, match=r"x\.toml"):
        schemes.take(path)


def test_no_id_leads_out_of_the_folder(schemes: Schemes, tmp_path: Path) -> None:
    schemes.save(replace(OWN, id="../../evil"))
    assert [file.parent for file in tmp_path.rglob("*.toml")] == [tmp_path / "schemes"]


def test_a_scheme_from_anywhere_is_kept(schemes: Schemes, tmp_path: Path) -> None:
    file = tmp_path / "theirs.toml"
    file.write_bytes(msgspec.toml.encode(OWN))
    assert schemes.take(file) == OWN
    file.unlink()
    assert schemes.load("verdicts") == OWN


def test_a_broken_file_among_ones_own_hides_no_other(schemes: Schemes, tmp_path: Path) -> None:
    schemes.save(OWN)
    (tmp_path / "schemes" / "broken.toml").write_text("id = ")
    assert [scheme.id for scheme in schemes.all()] == ["claims", "verdicts"]


def test_a_file_without_labels_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "empty.toml"
    file.write_bytes(msgspec.toml.encode(replace(OWN, labels=())))
    with pytest.raises(BadSchemeError, match=r"empty\.toml"):
        read_scheme(file)


def test_no_scheme_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadSchemeError, match="no scheme in it can be read"):
        Schemes(tmp_path / "shipped", tmp_path / "own").load("claims")


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "schemes").write_text("a file")
    with pytest.raises(NotSavedError):
        Schemes(resources.path("schemes"), tmp_path / "schemes").save(OWN)
