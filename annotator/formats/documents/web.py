"""Fetch a page from the web, only when a person asks for it and the settings allow it.

Only this module goes online. It asks the one server that the address names, and where that
sends it; it runs no script and fetches no picture, sends no cookie and keeps none.
"""

import hashlib
import re
import socket
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from annotator.core.article import Article
from annotator.core.errors import AddressError, AnnotatorError, FetchError, WebOffError
from annotator.core.libraries import need
from annotator.formats.documents.special_addresses import is_public
from annotator.formats.importer import ImportSettings
from annotator.formats.reading_apart import Page, fetched
from annotator.formats.registry import importer

if TYPE_CHECKING:
    import httpx

LIMIT_BYTES = 20 * 2**20
LIMIT_REDIRECTS = 5
LIMIT_ADDRESS = 2_000

_WAIT_SECONDS = 10.0
_FORMATS = {
    "text/html": ("html", ".html"),
    "application/xhtml+xml": ("html", ".html"),
    "text/plain": ("text", ".txt"),
    "text/markdown": ("markdown", ".md"),
    "application/pdf": ("pdf", ".pdf"),
    "application/epub+zip": ("epub", ".epub"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx", ".docx"),
    "application/vnd.oasis.opendocument.text": ("odt", ".odt"),
}
_ENCODINGS = ("", "identity", "gzip")
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def read(address: str, *, allowed: bool, private: bool = False, lang: str | None = None) -> Article:
    """Go online, fetch a page, and return its article; `allowed` is what the settings say.

    It takes no longer than LIMIT_FETCH_SECONDS in all, and can be stopped. Raises WebOffError,
    AddressError, FetchError, StoppedError, or what the page's importer raises.
    """
    if not allowed:
        raise WebOffError(address=address)
    return article(fetched(address, private=private), lang)


def fetch(address: str, *, private: bool = False) -> Page:
    """Go online and fetch what is at an address; nothing is sent before it is checked.

    Where `private` is not set, addresses inside a private network are refused, also when a
    public one leads there. Slow servers hold it up: the program asks in a child process, which
    it ends in time. Raises AddressError or FetchError.
    """
    httpx = need("httpx", "Fetching web pages")
    here = address.strip()
    try:
        with client() as online:
            for _ in range(LIMIT_REDIRECTS + 1):
                answer = _ask(online, _request(online, here, private=private), here)
                if isinstance(answer, Page):
                    return answer
                here = answer
    except httpx.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise FetchError(address=here, reason=reason) from error
    raise FetchError(address=address, reason=f"it leads on more than {LIMIT_REDIRECTS} times")


def article(page: Page, lang: str | None = None) -> Article:
    """Return the article of a page, under a name made of its address."""
    format_, suffix = _FORMATS[page.kind]
    raw = page.raw
    if page.charset and suffix in (".html", ".txt", ".md"):
        try:
            raw = raw.decode(page.charset).encode()
        except (LookupError, UnicodeError):
            raw = page.raw
    with tempfile.TemporaryDirectory(prefix="annotator-") as folder:
        path = Path(folder) / (name_of(page.address) + suffix)
        path.write_bytes(raw)
        try:
            found = next(importer(format_).articles(path, ImportSettings(lang=lang)))
        except AnnotatorError as error:
            raise type(error)(**error.values | {"path": page.address}) from error
    if isinstance(found, AnnotatorError):
        raise found
    return replace(
        found,
        header=replace(found.header, url=page.address),
        source=page.address,
        source_sha256=hashlib.sha256(page.raw).hexdigest(),
    )


def name_of(address: str) -> str:
    """Return a short file name, without suffix, for what is at an address."""
    plain = address.partition("://")[2].partition("?")[0].partition("#")[0].strip("/")
    parts = [part for part in plain.split("/") if part]
    last = parts[-1].rpartition(".")[0] or parts[-1] if len(parts) > 1 else plain
    return _NOT_IN_NAMES.sub("-", last)[:80].strip("-") or "page"


def client() -> "httpx.Client":
    """Return a client that trusts no environment: no proxy, no passwords, no other certificates."""
    make: type[httpx.Client] = need("httpx", "Fetching web pages").Client
    return make(
        trust_env=False,
        follow_redirects=False,
        timeout=_WAIT_SECONDS,
        headers={
            "User-Agent": "Annotator",
            "Accept-Encoding": "gzip",
            "Accept": ", ".join(_FORMATS),
        },
    )


def _request(online: "httpx.Client", address: str, *, private: bool) -> "httpx.Request":
    """Check an address and return the request for it, to the very machine that was checked.

    A name could mean another machine the next time it is looked up. Raises AddressError.
    """
    httpx = need("httpx", "Fetching web pages")
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise AddressError(
            address=address[:LIMIT_ADDRESS], reason="it is not an address"
        ) from error
    reason = None
    if len(address) > LIMIT_ADDRESS:
        reason = f"it is longer than {LIMIT_ADDRESS} characters"
    elif url.scheme not in ("http", "https") or not url.host:
        reason = "only http:// and https:// are fetched"
    elif not 0 < (url.port or 80) < 2**16:
        reason = "there is no such port"
    elif url.userinfo:
        reason = "it has a name or a password in it"
    if reason is not None:
        raise AddressError(address=address[:LIMIT_ADDRESS], reason=reason)
    host = url.raw_host.decode("ascii")
    machine = _machine(host, url.port or (443 if url.scheme == "https" else 80), address)
    if not private and not is_public(machine):
        reason = f"it is inside a private network ({machine})"
        raise AddressError(address=address, reason=reason)
    return online.build_request(
        "GET",
        url.copy_with(host=machine, fragment=None),
        headers={"Host": url.netloc.decode("ascii")},
        extensions={"sni_hostname": host},
    )


def _machine(host: str, port: int, address: str) -> str:
    """Return the numeric address of a host; raise FetchError if it is unknown."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = f"no server called {host} is known, or there is no connection"
        raise FetchError(address=address, reason=reason) from error
    return str(found[0][4][0])


def _ask(online: "httpx.Client", request: "httpx.Request", address: str) -> Page | str:
    """Return what a server sends, or the address it says to ask instead; raise FetchError."""
    answer = online.send(request, stream=True)
    try:
        if answer.is_redirect:
            httpx = need("httpx", "Fetching web pages")
            return str(httpx.URL(address).join(answer.headers["Location"]))
        if not answer.is_success:
            reason = f"the server answers {answer.status_code} {answer.reason_phrase}"
            raise FetchError(address=address, reason=reason)
        kind = answer.headers.get("Content-Type", "text/html").partition(";")[0].strip().lower()
        if kind not in _FORMATS:
            raise FetchError(address=address, reason=f"it is {kind[:100]}, which is not text")
        if answer.headers.get("Content-Encoding", "").lower() not in _ENCODINGS:
            raise FetchError(
                address=address, reason="it is compressed in a way that is not supported"
            )
        return Page(address, _body(answer, address), kind, answer.charset_encoding)
    finally:
        answer.close()


def _body(answer: "httpx.Response", address: str) -> bytes:
    body = bytearray()
    for chunk in answer.iter_bytes(2**16):
        body += chunk
        if len(body) > LIMIT_BYTES:
            raise FetchError(address=address, reason=f"it is larger than {LIMIT_BYTES // 2**20} MB")
    return bytes(body)
