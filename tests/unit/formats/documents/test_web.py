"""A page is fetched only if a person asks and the settings allow it, and from nowhere else."""

import gzip
import hashlib
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from documents import body
from typer.testing import CliRunner

from annotator.cli import app
from annotator.core.errors import (
    AddressError,
    EmptyFileError,
    FetchError,
    NoTextInsideError,
    StoppedError,
    WebOffError,
)
from annotator.formats import reading_apart
from annotator.formats.documents import web
from annotator.formats.documents.special_addresses import is_public
from annotator.storage import settings as stored
from annotator.storage.corpus import Corpus

PAGE = "<html lang=id><h1>Harga naik</h1><p>Harga beras naik 5 persen – kata café.</p></html>"
PUBLIC = "93.184.216.34"
Handler = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Set the numeric address of each host; other hosts are unknown, and no server is asked."""
    known = {"kabar.example": PUBLIC}
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *_: int, **__: int) -> list[Any]:
        if host == "127.0.0.1":
            return real(host, port, type=socket.SOCK_STREAM)
        if host not in known:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (known[host], port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    # Another process would not see these patches.
    monkeypatch.setattr(web, "fetched", web.fetch)
    return known


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> Callable[[Handler], None]:
    """Replace all servers by a function."""

    def let(handler: Handler) -> None:
        transport = httpx.MockTransport(handler)
        monkeypatch.setattr(web, "client", lambda: httpx.Client(transport=transport))

    return let


@pytest.fixture
def server() -> Iterator[str]:
    """Serve the page on this machine, packed, in an encoding that only the head tells."""

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            raw = gzip.compress(PAGE.encode("cp1252"))
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=windows-1252")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("X-Host", self.headers["Host"])
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    running = HTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/2024/harga-naik.html?a=1#b"
    running.shutdown()
    running.server_close()


def test_a_page_becomes_an_article(server: str) -> None:
    article = web.read(server, allowed=True, private=True)
    assert body(article) == ["Harga naik", "Harga beras naik 5 persen – kata café."]
    assert (article.id, article.header.url, article.source) == ("harga-naik", server, server)
    assert article.source_sha256 == hashlib.sha256(PAGE.encode("cp1252")).hexdigest()


def test_nothing_is_fetched_unless_the_settings_allow_it(
    names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, html=PAGE)

    answering(handler)
    with pytest.raises(WebOffError, match="switched off in the settings"):
        web.read("https://kabar.example/a", allowed=False)
    assert not asked


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "::1", "fe80::1%eth0", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::a00:1",
        "2002:7f00:1::", "::",
    ],
)  # fmt: skip
def test_private_networks_are_refused_unless_told(
    machine: str, names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    names["kabar.example"] = machine
    answering(lambda _: httpx.Response(200, html=PAGE))
    with pytest.raises(AddressError, match="private network"):
        web.read("https://kabar.example/a", allowed=True)
    if "%" not in machine:
        assert web.read("https://kabar.example/a", allowed=True, private=True).text


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "only http"),
        ("ftp://kabar.example/a", "only http"),
        ("kabar.example/a", "only http"),
        ("https://", "only http"),
        ("https://ani:rahasia@kabar.example/", "password"),
        ("https://kabar.example/" + "a" * 3000, "longer than"),
        ("https://kabar.example:99999999/", "no such port"),
        ("\x00", "not an address"),
    ],
)
def test_other_addresses_are_refused(names: dict[str, str], address: str, reason: str) -> None:
    with pytest.raises(AddressError, match=reason):
        web.read(address, allowed=True)


def test_the_machine_that_was_checked_is_the_one_that_is_asked(
    names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    asked: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        names["kabar.example"] = "127.0.0.1"
        return httpx.Response(200, html=PAGE)

    answering(handler)
    web.read("https://kabar.example:8443/a#b", allowed=True)
    (request,) = asked
    assert str(request.url) == f"https://{PUBLIC}:8443/a"
    assert request.headers["Host"] == "kabar.example:8443"
    assert request.extensions["sni_hostname"] == "kabar.example"


def test_where_a_server_leads_on_is_checked_again(
    names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    names |= {"dalam.example": "10.0.0.1", "baru.example": PUBLIC}
    goals = {"/a": "/b", "/b": "https://baru.example/c", "/in": "http://dalam.example/x"}
    goals |= {"/round": "/round", "/file": "file:///etc/passwd"}

    def handler(request: httpx.Request) -> httpx.Response:
        goal = goals.get(request.url.path)
        return (
            httpx.Response(302, headers={"Location": goal})
            if goal
            else httpx.Response(200, html=PAGE)
        )

    answering(handler)
    assert web.read("https://kabar.example/a", allowed=True).header.url == "https://baru.example/c"
    with pytest.raises(AddressError, match=r"dalam\.example.*private network"):
        web.read("https://kabar.example/in", allowed=True)
    with pytest.raises(AddressError, match="only http"):
        web.read("https://kabar.example/file", allowed=True)
    with pytest.raises(FetchError, match="more than 5 times"):
        web.read("https://kabar.example/round", allowed=True)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (httpx.Response(404), "404 Not Found"),
        (httpx.Response(200, content=b"x", headers={"Content-Type": "image/png"}), "image/png"),
        (httpx.Response(200, content=bytes(21 * 2**20)), "larger than 20 MB"),
        (httpx.Response(200, headers={"Content-Encoding": "br"}), "compressed"),
    ],
)
def test_what_can_not_be_read_is_named(
    names: dict[str, str],
    answering: Callable[[Handler], None],
    answer: httpx.Response,
    reason: str,
) -> None:
    answering(lambda _: answer)
    with pytest.raises(FetchError, match=rf"kabar\.example/a could not be fetched: .*{reason}"):
        web.read("https://kabar.example/a", allowed=True)


def test_a_bomb_is_not_unpacked(
    names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    bomb = gzip.compress(bytes(200 * 2**20))

    def pieces() -> Iterator[bytes]:
        yield from (bomb[at : at + 4096] for at in range(0, len(bomb), 4096))

    headers = {"Content-Encoding": "gzip", "Content-Type": "text/html"}
    answering(lambda _: httpx.Response(200, content=pieces(), headers=headers))
    with pytest.raises(FetchError, match="larger than 20 MB"):
        web.read("https://kabar.example/a", allowed=True)


def test_a_silent_server_and_no_server_are_named(
    names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    with pytest.raises(FetchError, match=r"no server called lain\.example"):
        web.read("https://lain.example/", allowed=True)

    def fail(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out")

    answering(fail)
    with pytest.raises(FetchError, match="timed out"):
        web.read("https://kabar.example/", allowed=True)


SLOW = {
    "nothing": b"",
    "its head": b"HTTP/1.1 200 OK\r\nX-Pad: ",
    "its text": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>",
    "a redirect": b"HTTP/1.1 302 Found\r\nX-Pad: ",
}


@pytest.fixture(params=SLOW)
def slow_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """Serve what never ends: a beginning, and then a byte at a time."""
    ended = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with suppress(OSError), closing(listening.accept()[0]) as asked:
            asked.sendall(SLOW[request.param])
            while SLOW[request.param] and not ended.wait(0.1):
                asked.sendall(b"a")
            ended.wait()

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/a"
    ended.set()
    listening.close()


def test_a_server_gets_no_more_than_its_time(
    slow_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reading_apart.LIMIT_FETCH_SECONDS == 30
    monkeypatch.setattr(reading_apart, "LIMIT_FETCH_SECONDS", 2.0)
    with pytest.raises(FetchError, match="took longer than 2 s"):
        web.read(slow_server, allowed=True, private=True)


def test_a_fetch_can_be_stopped(slow_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "LIMIT_FETCH_SECONDS", 1e6)
    threading.Timer(1.0, reading_apart.stop).start()
    with pytest.raises(StoppedError):
        web.read(slow_server, allowed=True, private=True)


@pytest.mark.parametrize(
    ("machine", "public"),
    [
        ("8.8.8.8", True),
        ("93.184.216.34", True),
        ("192.0.0.8", False),
        ("192.0.0.255", False),
        ("192.88.99.1", False),
        ("192.31.196.1", False),
        ("198.19.255.255", False),
        ("203.0.113.9", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("172.31.255.255", False),
        ("172.32.0.1", True),
        ("100.127.255.255", False),
        ("100.128.0.1", True),
        ("2606:2800:220:1::1", True),
        ("fec0::1", False),
        ("3fff::1", False),
        ("3fff:1000::1", True),
        ("2001:db8::1", False),
        ("2001:2::1", False),
        ("2001:200::1", True),
        ("5f00::1", False),
        ("100::1", False),
        ("64:ff9b:1::1", False),
        ("64:ff9b::8.8.8.8", True),
        ("64:ff9b::192.168.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("::ffff:192.0.0.1", False),
        ("::ffff:0:8.8.8.8", False),
        ("::8.8.8.8", False),
        ("2002:808:808::1", True),
        ("2002:a00:1::1", False),
        ("2001:0:808:808::f7f7:f7f7", True),
        ("2001:0:a00:1::f7f7:f7f7", False),
        ("2001:0:808:808::f5ff:fffe", False),
        ("2606:2800::5efe:10.0.0.1", False),
        ("2620:4f:8000::1", False),
        ("fe80::1%eth0", False),
        ("ff02::1", False),
    ],
)
def test_special_addresses_by_the_registries(machine: str, public: bool) -> None:
    assert is_public(machine) is public


def test_what_is_wrong_with_a_page_names_its_address(
    names: dict[str, str], answering: Callable[[Handler], None]
) -> None:
    answering(lambda _: httpx.Response(200, html="<img src=x>"))
    with pytest.raises(NoTextInsideError, match=r"^https://kabar\.example/a holds no text"):
        web.read("https://kabar.example/a", allowed=True)
    answering(lambda _: httpx.Response(200, html=""))
    with pytest.raises(EmptyFileError, match=r"^https://kabar\.example/a is empty"):
        web.read("https://kabar.example/a", allowed=True)


def test_the_network_is_not_even_loaded_for_files(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    code = (
        "import sys; from pathlib import Path; from annotator.formats.registry import *;"
        "from annotator.workflows.classify import read_article;"
        f"readable_suffixes(); read_article(Path({str(tmp_path / 'a.html')!r}));"
        "sys.exit('httpx' in sys.modules or 'annotator.formats.documents.web' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_fetching_from_the_command_line(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "home", lambda: tmp_path)
    out = tmp_path / "out.jsonl"
    order = ["fetch", server, "--out", str(out), "--private"]
    refused = CliRunner().invoke(app, order)
    assert refused.exit_code == 2
    assert "switched off in the settings" in refused.output
    assert "Going online" not in refused.output
    assert not out.exists()

    stored.save(tmp_path / stored.FILE, stored.Settings(allow_web=True))
    done = CliRunner().invoke(app, order)
    assert done.exit_code == 0, done.output
    assert f"Going online: {server}" in done.output
    corpus = Corpus.open(out, writable=False)
    assert corpus.article("harga-naik").header.url == server
    again = CliRunner().invoke(app, order)
    assert "exists already" in again.output
    inside = CliRunner().invoke(app, ["fetch", server, "--out", str(tmp_path / "b.jsonl")])
    assert "private network (127.0.0.1)" in inside.output


def test_a_server_must_prove_its_name_though_it_is_asked_by_its_number(
    tmp_path: Path, names: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    trust = ssl.create_default_context()
    running = secure_server(tmp_path, "berita.example", trust)
    monkeypatch.setattr(web, "client", lambda: httpx.Client(verify=trust, trust_env=False))
    names |= {"berita.example": "127.0.0.1", "lain.example": "127.0.0.1"}
    port = running.server_port
    try:
        here = f"https://berita.example:{port}/a"
        assert web.fetch(here, private=True).raw == f"berita.example:{port}".encode()
        with pytest.raises(FetchError, match="CERTIFICATE_VERIFY_FAILED"):
            web.fetch(f"https://lain.example:{port}/a", private=True)
    finally:
        running.shutdown()
        running.server_close()


def secure_server(folder: Path, name: str, trust: ssl.SSLContext) -> HTTPServer:
    """Serve on this machine, as `name` and for nobody but `trust`, what host was asked for."""

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(self.headers["Host"].encode())

        def log_message(self, *_: object) -> None:
            pass

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    proof = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "server.pem").write_bytes(secret + proof)
    trust.load_verify_locations(cadata=proof.decode())
    mine = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    mine.load_cert_chain(folder / "server.pem")
    running = HTTPServer(("127.0.0.1", 0), Server)
    running.socket = mine.wrap_socket(running.socket, server_side=True)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    return running
