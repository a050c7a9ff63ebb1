"""XML of strangers is read without believing it."""

import io

import pytest

from annotator.core import xml
from annotator.core.errors import MissingLibraryError
from annotator.core.libraries import need


def test_what_is_no_xml_is_told() -> None:
    with pytest.raises(ValueError, match="it is not XML"):
        xml.parse(b"<a><b></a>", "this format")
    with pytest.raises(ValueError, match="it is not XML"):
        list(xml.elements(io.BytesIO(b"<a><b></a>"), ["b"], "this format"))


def test_a_document_type_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY x "xxxx">]><a>&x;</a>'
    with pytest.raises(ValueError, match="declares a document type"):
        xml.parse(bomb, "this format")


def test_elements_come_one_by_one_whatever_their_namespace() -> None:
    raw = b'<a xmlns="urn:x"><b>1</b><c>2</c><b>3</b></a>'
    found = [element.text for element in xml.elements(io.BytesIO(raw), ["b"], "this format")]
    assert found == ["1", "3"]


def test_a_missing_library_is_named_with_what_needs_it() -> None:
    with pytest.raises(MissingLibraryError) as told:
        need("no_such_library.part", "Reading this format")
    assert "Reading this format" in str(told.value)
    assert "no_such_library" in str(told.value)
