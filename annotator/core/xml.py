"""Clean text for XML, and read XML that may be hostile."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from annotator.core.libraries import need

# Everything outside the characters of XML 1.0, fifth edition, production 2.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> tuple[str, int]:
    """Replace each character that XML can't hold by a space; return the text and their number."""
    return _ILLEGAL.subn(" ", text)


def parse(raw: bytes, what: str) -> Any:
    """Return the root element; entities are not resolved and nothing is fetched.

    Raises ValueError if it isn't XML, or is nested or long beyond libxml2's limits.
    """
    etree = need("lxml.etree", what, "lxml")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"it is not XML ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("it declares a document type, which is not read")
    return root


def elements(stream: Any, names: Iterable[str], what: str) -> Iterator[Any]:
    """Yield each element with one of the local names as it ends, then release it.

    For files of our own making, which may be larger than memory. Raises ValueError if the
    file isn't XML.
    """
    etree = need("lxml.etree", what, "lxml")
    # The program itself writes long texts; entities are still not resolved.
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False}
    tags = [f"{{*}}{name}" for name in names]
    try:
        for _, element in etree.iterparse(stream, tag=tags, huge_tree=True, **options):
            yield element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ValueError(f"it is not XML ({error})") from error
