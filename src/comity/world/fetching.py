"""The one door to the network: download an official file because a user asked for it.

Nothing else in Comity opens a connection. A download that breaks off is taken up again where it
stopped, if the server says that the file is still the same one; the file appears under its name
only when it is whole and its checksum, where one is known, is right.
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from http.client import HTTPException
from pathlib import Path
from socket import gaierror
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from comity.terms.errors import FileError, InputError, NetworkRefused
from comity.terms.version import VERSION
from comity.world.source import Source

CHUNK = 1 << 16
TIMEOUT = 30.0
ATTEMPTS = 5
_TRY_AGAIN = {408, 425, 429, 500, 502, 503, 504}
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that was downloaded.

    Parameters
    ----------
    path
        Where it lies.
    sha256
        Digest of its bytes.
    size
        Bytes.
    verified
        Whether the digest was compared with a known one.
    attempts
        How many connections it took.
    """

    path: Path
    sha256: str
    size: int
    verified: bool
    attempts: int


def fetch_source(
    source: Source,
    folder: Path,
    *,
    progress: Progress | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Download a source's official file.

    Raises
    ------
    NetworkRefused
        If the source has no stable address, or the download failed; says how to do it by hand.
    """
    if not source.url:
        raise NetworkRefused(f"{source.id} has no stable address to download. {by_hand(source)}")
    try:
        return fetch(source.url, folder, sha256=source.sha256, progress=progress, sleep=sleep)
    except NetworkRefused as problem:
        raise NetworkRefused(f"{problem} {by_hand(source)}") from None


def by_hand(source: Source) -> str:
    """Which page to open, which file to take, which command to run."""
    page = source.page or source.url
    names = " or ".join(source.files[:3]) or "the data file"
    return (
        f"By hand: open {page} on a computer with a network, take the file named like {names},"
        f" and run: comity world import {source.id} FILE"
    )


def fetch(
    url: str,
    folder: Path,
    *,
    sha256: str = "",
    progress: Progress | None = None,
    attempts: int = ATTEMPTS,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Download one file into a folder, under the name that its address ends in.

    Parameters
    ----------
    sha256
        Digest that the file must have; not checked when empty.
    progress
        Called with the bytes that are there and the bytes of all, where that is known.
    attempts
        Connections to try; the pause between them doubles from half a second.

    Raises
    ------
    InputError
        If the address is not ``http`` or ``https``.
    NetworkRefused
        If the download failed for good, or the digest is another.
    """
    _check_address(url)
    download = _Download(url, _target(url, folder), progress)
    for attempt in range(1, attempts + 1):
        try:
            download.connect()
        except _Again as reason:
            if attempt == attempts:
                raise NetworkRefused(
                    f"The download of {url} failed {attempts} times ({reason})."
                ) from None
            sleep(0.5 * 2 ** (attempt - 1))
        else:
            return download.finish(sha256, attempt)
    raise InputError("The number of attempts must be one or more.")


class _Again(Exception):
    """The connection failed in a way that another attempt may mend."""


class _OnlyWeb(HTTPRedirectHandler):
    """Follow redirections to the web only, and never from an encrypted address to an open one."""

    def redirect_request(self, req: Request, *answer: Any) -> Request | None:
        """Refuse or follow; ``answer`` ends with the new address, as urllib passes it."""
        newurl = str(answer[-1])
        scheme = urlsplit(newurl).scheme
        if scheme not in ("http", "https") or (req.type == "https" and scheme == "http"):
            raise NetworkRefused(f"{req.full_url} sends us on to {newurl}, which is refused.")
        return super().redirect_request(req, *answer)


class _Download:
    """A file on its way: ``.NAME.part`` and what identifies it, ``.NAME.part.json``."""

    def __init__(self, url: str, target: Path, progress: Progress | None) -> None:
        self.url, self.target, self._progress = url, target, progress
        self._part = target.with_name(f".{target.name}.part")
        self._note = target.with_name(f".{target.name}.part.json")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise FileError(target.parent, f"cannot be made ({problem.strerror}).") from None

    def connect(self) -> None:
        """Get what is missing; raise ``_Again`` if it breaks off."""
        there, mark = self._begun()
        headers = {"User-Agent": f"comity/{VERSION}", "Accept-Encoding": "identity"}
        if there:
            headers |= {"Range": f"bytes={there}-", "If-Range": mark}
        opener = build_opener(_OnlyWeb)
        opener.addheaders = []
        try:
            with opener.open(Request(self.url, headers=headers), timeout=TIMEOUT) as answer:  # noqa: S310 (checked)
                self._receive(answer, there if answer.status == 206 else 0)
        except HTTPError as problem:
            self._refuse(problem)
        except (URLError, HTTPException, TimeoutError, ConnectionError) as problem:
            if isinstance(problem, URLError) and isinstance(problem.reason, gaierror):
                # A computer without a network would only wait; nothing is mended by asking again.
                raise NetworkRefused(
                    f"{urlsplit(self.url).hostname} cannot be found; there may be no network."
                ) from None
            raise _Again(_reason(problem)) from None
        except OSError as problem:
            raise FileError(self.target, f"cannot be written ({problem.strerror}).") from None

    def finish(self, sha256: str, attempts: int) -> Fetched:
        """Check the digest and give the file its name."""
        with self._part.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
        if sha256 and digest != sha256.lower():
            self._forget()
            raise NetworkRefused(
                f"{self.url} gave a file with the SHA-256 {digest}, not {sha256}; it was thrown"
                " away. The publisher may have changed it."
            )
        size = self._part.stat().st_size
        self._part.replace(self.target)
        self._forget()
        return Fetched(self.target, digest, size, bool(sha256), attempts)

    def _begun(self) -> tuple[int, str]:
        """Bytes of an earlier attempt and the mark of the edition they belong to."""
        try:
            note: Mapping[str, str] = json.loads(self._note.read_text(encoding="utf-8"))
            there = self._part.stat().st_size
        except (OSError, ValueError):
            return 0, ""
        mark = note.get("mark", "")
        return (there, mark) if mark and note.get("url") == self.url else (0, "")

    def _receive(self, answer: Any, there: int) -> None:
        length = answer.headers.get("Content-Length")
        total = there + int(length) if length and length.isdecimal() else None
        mark = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        # A weak mark does not promise the same bytes, so that nothing can be taken up again.
        mark = "" if mark.startswith("W/") else mark
        self._note.write_text(json.dumps({"url": self.url, "mark": mark}), encoding="utf-8")
        with self._part.open("ab" if there else "wb") as stream:
            while chunk := answer.read(CHUNK):
                stream.write(chunk)
                there += len(chunk)
                if self._progress:
                    self._progress(there, total)
        if total is not None and there != total:
            raise _Again(f"it broke off after {there:,} of {total:,} bytes")

    def _refuse(self, problem: HTTPError) -> None:
        with problem:
            if problem.code == 416:
                # What is there is not part of this file; begin again.
                self._forget()
                raise _Again("the server no longer has the rest") from None
            if problem.code in _TRY_AGAIN:
                raise _Again(f"the server says {problem.code} {problem.reason}") from None
            raise NetworkRefused(
                f"{self.url} cannot be had: the server says {problem.code} {problem.reason}."
            ) from None

    def _forget(self) -> None:
        self._part.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url!r} is not an address that starts with http:// or https://.")


def _target(url: str, folder: Path) -> Path:
    name = Path(unquote(urlsplit(url).path)).name
    if not name or name.startswith(".") or "\\" in name or "\0" in name:
        raise InputError(f"{url!r} does not end in the name of a file.")
    return folder / name


def _reason(problem: BaseException) -> str:
    inner = problem.reason if isinstance(problem, URLError) else problem
    return str(inner) or type(inner).__name__
