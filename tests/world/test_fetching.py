"""The one door to the network, against a real server on this computer."""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request

import pytest

from comity.terms.errors import FileError, InputError, NetworkRefused
from comity.world.fetching import _OnlyWeb, by_hand, fetch, fetch_source
from tests.world.small_source import make_source

BODY = bytes(range(256)) * 2000
Answer = Callable[[BaseHTTPRequestHandler, int], None]


@dataclass
class Server:
    """What the server does, and what it was asked."""

    url: str = ""
    answer: Answer = lambda handler, _number: send(handler)
    asked: list[dict[str, str]] = field(default_factory=list)


def send(
    handler: BaseHTTPRequestHandler,
    body: bytes = BODY,
    *,
    status: int = 200,
    length: int | None = None,
    **headers: str,
) -> None:
    handler.send_response(status)
    if length != -1:
        handler.send_header("Content-Length", str(len(body) if length is None else length))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            state.asked.append({"path": self.path, **self.headers})
            state.answer(self, len(state.asked))

        def log_message(self, *_args):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.02,))
        thread.start()
        state.url = f"http://127.0.0.1:{http.server_port}/alpha_2024.csv"
        yield state
        http.shutdown()
        thread.join()


@pytest.fixture
def pauses() -> list[float]:
    return []


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_file_arrives_whole_with_its_digest_and_progress(server, tmp_path):
    seen = []
    done = fetch(server.url, tmp_path / "new", progress=lambda *said: seen.append(said))
    assert done.path.read_bytes() == BODY
    assert done.sha256 == sha256(BODY).hexdigest()
    assert (done.size, done.attempts, done.verified) == (len(BODY), 1, False)
    assert seen[-1] == (len(BODY), len(BODY))
    assert names(tmp_path / "new") == ["alpha_2024.csv"]
    assert server.asked[0]["User-Agent"].startswith("comity/")


def test_server_that_fails_twice_is_asked_a_third_time(server, tmp_path, pauses):
    server.answer = lambda h, n: send(h, b"", status=503) if n < 3 else send(h)
    done = fetch(server.url, tmp_path, sleep=pauses.append)
    assert (done.attempts, done.path.read_bytes()) == (3, BODY)
    assert pauses == [0.5, 1.0]


def cut(handler: BaseHTTPRequestHandler, number: int) -> None:
    """Break off half-way the first time; then send the rest to one who asks for it rightly."""
    begin = handler.headers.get("Range")
    if number == 1:
        send(handler, BODY[:200_000], length=len(BODY), ETag='"one"')
    elif begin and handler.headers.get("If-Range") == '"one"':
        first = int(begin.removeprefix("bytes=").removesuffix("-"))
        send(handler, BODY[first:], status=206, ETag='"one"')
    else:
        send(handler, ETag='"one"')


def test_download_that_breaks_off_is_taken_up_where_it_stopped(server, tmp_path, pauses):
    server.answer = cut
    done = fetch(server.url, tmp_path, sleep=pauses.append)
    assert done.path.read_bytes() == BODY
    assert server.asked[1]["Range"] == "bytes=200000-"
    assert done.attempts == 2


def test_it_is_taken_up_in_a_later_run_too(server, tmp_path, pauses):
    server.answer = cut
    with pytest.raises(NetworkRefused, match="broke off after 200,000 of 512,000 bytes"):
        fetch(server.url, tmp_path, attempts=1, sleep=pauses.append)
    assert names(tmp_path) == [".alpha_2024.csv.part", ".alpha_2024.csv.part.json"]
    assert fetch(server.url, tmp_path).path.read_bytes() == BODY
    assert server.asked[1]["Range"] == "bytes=200000-"
    assert names(tmp_path) == ["alpha_2024.csv"]


def test_file_that_changed_in_between_is_begun_again(server, tmp_path, pauses):
    new = b"new" * 1000
    server.answer = lambda h, n: (
        send(h, BODY[:100], length=len(BODY), ETag='"one"')
        if n == 1
        else send(h, new, ETag='"two"')
    )
    assert fetch(server.url, tmp_path, sleep=pauses.append).path.read_bytes() == new


def test_server_without_marks_or_with_weak_ones_is_asked_for_all_again(server, tmp_path, pauses):
    server.answer = lambda h, n: (
        send(h, BODY[:100], length=len(BODY), ETag='W/"one"') if n == 1 else send(h)
    )
    assert fetch(server.url, tmp_path, sleep=pauses.append).path.read_bytes() == BODY
    assert "Range" not in server.asked[1]


def test_rest_that_is_no_longer_there_is_begun_again(server, tmp_path, pauses):
    def answer(handler, number):
        if number == 1:
            send(handler, BODY[:100], length=len(BODY), ETag='"one"')
        elif "Range" in handler.headers:
            send(handler, b"", status=416)
        else:
            send(handler)

    server.answer = answer
    assert fetch(server.url, tmp_path, sleep=pauses.append).path.read_bytes() == BODY


def test_length_that_is_not_told_is_believed(server, tmp_path):
    server.answer = lambda h, _n: send(h, length=-1)
    assert fetch(server.url, tmp_path).size == len(BODY)


def test_right_checksum_is_verified_and_wrong_one_throws_the_file_away(server, tmp_path):
    assert fetch(server.url, tmp_path, sha256=sha256(BODY).hexdigest().upper()).verified
    (tmp_path / "alpha_2024.csv").write_text("older")
    with pytest.raises(NetworkRefused, match=r"SHA-256 .* not 00ff"):
        fetch(server.url, tmp_path, sha256="00ff")
    assert names(tmp_path) == ["alpha_2024.csv"]
    assert (tmp_path / "alpha_2024.csv").read_text() == "older"


def test_checksum_of_the_description_is_used(server, tmp_path):
    digest = sha256(BODY).hexdigest()
    source = make_source(more=f'url = "{server.url}"\nsha256 = "{digest}"')
    assert fetch_source(source, tmp_path).verified


def test_page_that_is_not_there_is_not_asked_for_again(server, tmp_path, pauses):
    server.answer = lambda h, _n: send(h, b"", status=404)
    with pytest.raises(NetworkRefused, match="404"):
        fetch(server.url, tmp_path, sleep=pauses.append)
    assert len(server.asked) == 1
    assert pauses == []


def test_closed_port_says_what_to_do_by_hand(tmp_path, pauses):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    source = make_source(more=f'url = "http://127.0.0.1:{port}/alpha.csv"')
    with pytest.raises(NetworkRefused) as caught:
        fetch_source(source, tmp_path, sleep=pauses.append)
    said = str(caught.value)
    assert "failed 5 times" in said
    assert "refused" in said
    assert "open https://example.org/alpha" in said
    assert "alpha*.csv" in said
    assert "comity world import alpha FILE" in said
    assert pauses == [0.5, 1.0, 2.0, 4.0]


def test_computer_without_a_network_is_told_at_once(tmp_path, pauses, monkeypatch):
    def nowhere(*_args, **_options):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(NetworkRefused, match=r"example\.org cannot be found"):
        fetch("http://example.org/a.csv", tmp_path, sleep=pauses.append)
    assert pauses == []


def test_source_without_address_says_the_same(tmp_path):
    with pytest.raises(NetworkRefused, match=r"no stable address.*comity world import alpha FILE"):
        fetch_source(make_source(), tmp_path)
    assert "https://example.org/alpha" in by_hand(make_source())


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://example.org/a.csv", "example.org/a.csv", "http:///a.csv",
     "http://127.0.0.1/", "http://127.0.0.1/..%5cx", "http://127.0.0.1/.bashrc"],
)  # fmt: skip
def test_other_addresses_are_refused(tmp_path, url):
    with pytest.raises(InputError):
        fetch(url, tmp_path)


def test_redirection_is_followed_on_the_web_only(server, tmp_path):
    server.answer = lambda h, n: send(h, b"", status=302, Location="/b.csv") if n == 1 else send(h)
    assert fetch(server.url, tmp_path).path.name == "alpha_2024.csv"
    server.answer = lambda h, _n: send(h, b"", status=302, Location="file:///etc/passwd")
    with pytest.raises(NetworkRefused, match="not allowed"):
        fetch(server.url, tmp_path)


def test_redirection_from_an_encrypted_address_to_an_open_one_is_refused():
    asked = Request("https://example.org/a.csv")
    with pytest.raises(NetworkRefused, match=r"sends us on to http://example\.org/b\.csv"):
        _OnlyWeb().redirect_request(asked, None, 302, "Found", None, "http://example.org/b.csv")


def test_full_disk_is_said(server, tmp_path):
    with pytest.raises(FileError, match="cannot be written"):
        fetch(server.url, tmp_path, progress=_no_room)


def _no_room(_there, _total):
    raise OSError(28, "No space left on device")


def test_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="cannot be made"):
        fetch("http://127.0.0.1:9/a.csv", tmp_path / "file")
