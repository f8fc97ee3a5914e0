"""Fetches the page of a job advertisement without letting its address reach anything but the public web.

A host name is resolved once for each step of the way; every address it has must be public, and the connection goes to
one of those very addresses, so that a second answer of the name server changes nothing. Redirects are followed by hand
and pass the same checks.
"""

from __future__ import annotations

import asyncio
import re
import zlib
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address
from typing import Final

import httpx

from server.errors import AppError
from server.jobs.addresses import Address, Allowed, Resolve, is_public, resolve

MAX_BYTES: Final = 3_000_000  # of the page, unpacked; packed it may not be larger either
MAX_REDIRECTS: Final = 5
MAX_URL: Final = 2_000
TOTAL_S: Final = 20.0
AT_ONCE: Final = 4  # pages fetched at the same time, by whomever
TIMEOUT: Final = httpx.Timeout(connect=5.0, read=8.0, write=5.0, pool=5.0)
KINDS: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
HEADERS: Final = {
    "User-Agent": "InterviewPracticeLab/0.1 (reads one job advertisement for the person who saves it)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en, *;q=0.5",
}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([\w.:-]{1,40})""", re.IGNORECASE)


class PageProblem(StrEnum):
    """Why a page could not be read; the code of the error."""

    BAD_ADDRESS = "bad_address"
    NOT_PUBLIC = "address_not_public"
    NOT_FOUND = "page_not_found"
    REFUSED = "page_refused"
    TOO_SLOW = "page_too_slow"
    TOO_LARGE = "page_too_large"
    NOT_TEXT = "page_not_text"
    NO_TEXT = "page_without_text"


_SAYS = {
    PageProblem.BAD_ADDRESS: "This is not the address of a web page.",
    PageProblem.NOT_PUBLIC: "This address does not lead to a page on the public web.",
    PageProblem.NOT_FOUND: "There is no such page, or the advertisement has been taken down.",
    PageProblem.REFUSED: "This site does not let other programs read the page.",
    PageProblem.TOO_SLOW: "This site took too long to answer.",
    PageProblem.TOO_LARGE: "This page is too large to be read.",
    PageProblem.NOT_TEXT: "There is a file at this address that is not a web page.",
    PageProblem.NO_TEXT: "No description could be read on this page.",
}


class PageError(AppError):
    """The page cannot be read from here; pasting its text always works."""

    def __init__(self, problem: PageProblem) -> None:
        said = f"{_SAYS[problem]} Paste the description instead."
        super().__init__(problem, 422, said, {"url": _SAYS[problem]})
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read. `url`: where the redirects led."""

    url: str
    text: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class PageFetcher:
    """Fetches pages. Tests inject their own resolver, allow-list and ports; nothing else can widen them."""

    resolve: Resolve = resolve
    allowed: Allowed = is_public
    ports: frozenset[int] = frozenset({80, 443})
    total_s: float = TOTAL_S
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def fetch(self, url: str) -> Page:
        """Raises PageError."""
        wanted = self._checked(url)
        try:
            async with asyncio.timeout(self.total_s), self._room:
                return await self._follow(wanted)
        except (TimeoutError, httpx.TimeoutException) as failure:
            raise PageError(PageProblem.TOO_SLOW) from failure
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as failure:
            raise PageError(PageProblem.REFUSED) from failure

    async def _follow(self, url: httpx.URL) -> Page:
        # No proxy from the environment: it would resolve the name again, after the check.
        async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=False, follow_redirects=False) as client:
            for _ in range(MAX_REDIRECTS + 1):
                async with aclosing(self._answers(client, url)) as answers:
                    answer = await anext(answers)
                    if not answer.has_redirect_location:
                        return await _read(url, answer)
                    url = self._checked(_target(url, answer.headers["location"]))
                client.cookies.clear()  # kept by address, of which one may serve several sites
        raise PageError(PageProblem.REFUSED)

    async def _answers(self, client: httpx.AsyncClient, url: httpx.URL) -> AsyncGenerator[httpx.Response, None]:
        """One answer, from the first of the host's checked addresses that can be connected to."""
        failure: Exception | None = None
        for address in await self._addresses(url):
            request = client.build_request(
                "GET",
                url.copy_with(host=str(address)),
                headers={**HEADERS, "Host": url.netloc.decode("ascii")},
                extensions={"sni_hostname": url.raw_host.decode("ascii")},  # certificates are checked against the name
            )
            try:
                answer = await client.send(request, stream=True)
            except (httpx.ConnectError, httpx.ConnectTimeout) as problem:
                failure = problem
                continue
            async with aclosing(answer):
                yield answer
            return
        raise failure or PageError(PageProblem.NOT_FOUND)

    async def _addresses(self, url: httpx.URL) -> tuple[Address, ...]:
        """Raises PageError where the name is unknown or any of its addresses is not public."""
        try:
            found = await self.resolve(url.raw_host.decode("ascii"), _port(url))
        except (OSError, UnicodeError) as failure:
            raise PageError(PageProblem.NOT_FOUND) from failure
        if not found:
            raise PageError(PageProblem.NOT_FOUND)
        if not all(self.allowed(_bare(address)) for address in found):
            raise PageError(PageProblem.NOT_PUBLIC)
        return found[:4]

    def _checked(self, address: str) -> httpx.URL:
        """Raises PageError for anything but an http or https address of a web server's usual port."""
        if len(address) > MAX_URL or any(sign.isspace() or ord(sign) < 32 for sign in address):
            raise PageError(PageProblem.BAD_ADDRESS)
        try:
            url = httpx.URL(address)
            if url.scheme not in ("http", "https") or not url.raw_host or url.userinfo:
                raise PageError(PageProblem.BAD_ADDRESS)
            url.raw_host.decode("ascii")
        except (httpx.InvalidURL, UnicodeError, ValueError) as failure:
            raise PageError(PageProblem.BAD_ADDRESS) from failure
        if _port(url) not in self.ports:
            raise PageError(PageProblem.NOT_PUBLIC)
        return url.copy_with(fragment=None)


def _bare(address: Address) -> Address:
    """An IPv4 address that is written as an IPv6 one is what it is inside."""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped if isinstance(mapped, IPv4Address) else address


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _target(url: httpx.URL, location: str) -> str:
    try:
        return str(url.join(location))
    except (httpx.InvalidURL, ValueError) as failure:
        raise PageError(PageProblem.REFUSED) from failure


# ------------------------------------------------------------------ the answer


async def _read(url: httpx.URL, answer: httpx.Response) -> Page:
    if answer.status_code in (404, 410):
        raise PageError(PageProblem.NOT_FOUND)
    if answer.status_code != 200:
        raise PageError(PageProblem.REFUSED)
    kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in KINDS:
        raise PageError(PageProblem.NOT_TEXT)
    data = await _body(answer)
    return Page(url=str(url), text=_decoded(data, answer.charset_encoding), is_html=kind != "text/plain")


async def _body(answer: httpx.Response) -> bytes:
    """The unpacked body. Unpacked here, piece by piece, because a small packed piece can grow a thousandfold."""
    packing = answer.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise PageError(PageProblem.NOT_TEXT)
    unpack = zlib.decompressobj(wbits=47) if packing not in ("identity", "") else None
    body, received = bytearray(), 0
    async for piece in answer.aiter_raw():
        received += len(piece)
        try:
            body += piece if unpack is None else unpack.decompress(piece, MAX_BYTES + 1 - len(body))
        except zlib.error as failure:
            raise PageError(PageProblem.NOT_TEXT) from failure
        if received > MAX_BYTES or len(body) > MAX_BYTES:
            raise PageError(PageProblem.TOO_LARGE)
        while unpack is not None and unpack.unconsumed_tail:
            more = unpack.decompress(unpack.unconsumed_tail, MAX_BYTES + 1 - len(body))
            body += more
            if len(body) > MAX_BYTES:
                raise PageError(PageProblem.TOO_LARGE)
            if not more:
                break
    return bytes(body)


def _decoded(data: bytes, declared: str | None) -> str:
    found = _CHARSET.search(data[:4096])
    for name in (declared, found.group(1).decode("ascii") if found else None, "utf-8"):
        if name is None:
            continue
        try:
            return data.decode(name, "replace").removeprefix("\ufeff")
        except (LookupError, ValueError):  # an encoding that nobody knows, or that is none of text
            continue
    return data.decode("utf-8", "replace")
