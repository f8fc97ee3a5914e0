"""What may be fetched and what may not: addresses, redirects, sizes, kinds, time. The sites are local servers."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from ipaddress import ip_address

import pytest

from server.jobs.addresses import Address, is_public
from server.jobs.fetching import MAX_BYTES, Page, PageError, PageFetcher, PageProblem

HERE = ip_address("127.0.0.1")
INSIDE = ip_address("10.0.0.7")
HTML = b"Content-Type: text/html; charset=utf-8\r\n"


def answer(body: bytes = b"<p>Hello</p>", head: bytes = HTML, status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 " + status + b"\r\n" + head + b"Content-Length: %d\r\n\r\n" % len(body) + body


@dataclass
class Site:
    """A web server that answers each path with bytes; `asked` are the requests' heads."""

    port: int
    pages: dict[str, bytes] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    addresses: dict[str, tuple[Address, ...]] = field(default_factory=dict)
    wait_s: float = 0.0

    async def resolve(self, host: str, port: int) -> tuple[Address, ...]:
        self.names.append(host)
        return self.addresses.get(host, (HERE,))

    def fetcher(self, allowed: Callable[[Address], bool] = lambda address: address == HERE) -> PageFetcher:
        return PageFetcher(resolve=self.resolve, allowed=allowed, ports=frozenset({self.port}), total_s=5.0)

    def url(self, path: str = "/", host: str = "jobs.example.org") -> str:
        return f"http://{host}:{self.port}{path}"

    async def fetch(self, path: str = "/", host: str = "jobs.example.org") -> Page:
        return await self.fetcher().fetch(self.url(path, host))

    async def problem(self, path: str = "/", host: str = "jobs.example.org") -> PageProblem:
        with pytest.raises(PageError) as refused:
            await self.fetch(path, host)
        return refused.value.problem


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            found.asked.append(head)
            await asyncio.sleep(found.wait_s)
            writer.write(found.pages.get(head.split()[1], answer()))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    found = Site(server.sockets[0].getsockname()[1])
    yield found
    server.close()
    await server.wait_closed()


# ------------------------------------------------------------------ addresses

PRIVATE = (
    *(
        "127.0.0.1",
        "127.8.9.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "0.0.0.0",
        "100.100.100.200",
    ),
    *("192.0.0.192", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16"),
    *("::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "fec0::1"),
    *("64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:4136::1", "2001:db8::1", "::7f00:1"),
)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_and_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_ordinary_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]"])
async def test_as_it_runs_in_production_no_spelling_of_this_computer_is_fetched(site: Site, host: str) -> None:
    fetcher = PageFetcher(ports=frozenset({site.port}))  # the real resolver and the real rule
    with pytest.raises(PageError) as refused:
        await fetcher.fetch(site.url(host=host))
    assert refused.value.problem in (PageProblem.NOT_PUBLIC, PageProblem.NOT_FOUND, PageProblem.BAD_ADDRESS)
    assert site.asked == []


async def test_only_the_ports_of_the_web_are_open(site: Site) -> None:
    with pytest.raises(PageError) as refused:
        await PageFetcher(resolve=site.resolve, allowed=lambda _: True).fetch(site.url())
    assert (refused.value.problem, site.names) == (PageProblem.NOT_PUBLIC, [])


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://a.example.org/", "http://user:word@a.example.org/", "//a.example.org", "http://", "x",
     "gopher://a.example.org", "http://a b.example.org/", "http://a.example.org/\r\nX: y", "http://[::1", "http://a:99999/",
     "http://a.example.org/" + "a" * 3_000, "javascript:alert(1)", "http://" + "a" * 300 + ".org"],
)  # fmt: skip
async def test_other_addresses_are_refused_before_anything_is_looked_up(site: Site, url: str) -> None:
    with pytest.raises(PageError) as refused:
        await site.fetcher().fetch(url)
    assert refused.value.status == 422
    assert refused.value.message.endswith("Paste the description instead.")
    assert site.asked == []


async def test_one_private_address_among_several_is_enough_to_refuse(site: Site) -> None:
    site.addresses["jobs.example.org"] = (HERE, INSIDE)
    assert await site.problem() is PageProblem.NOT_PUBLIC
    assert site.asked == []


async def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    """The name server would answer something private the second time; it is asked once."""
    answers = iter([(HERE,), (INSIDE,)])

    async def rebinding(host: str, port: int) -> tuple[Address, ...]:
        return next(answers)

    fetcher = PageFetcher(resolve=rebinding, allowed=lambda address: address == HERE, ports=frozenset({site.port}))
    page = await fetcher.fetch(site.url("/job"))
    assert page.text == "<p>Hello</p>"
    assert next(answers) == (INSIDE,)
    assert f"Host: jobs.example.org:{site.port}".lower() in site.asked[0].lower()


# ------------------------------------------------------------------ redirects


def leads_to(location: str) -> bytes:
    return answer(b"", b"Location: " + location.encode() + b"\r\n", b"302 Found")


async def test_redirects_are_followed_and_the_last_address_is_told(site: Site) -> None:
    site.pages = {"/a": leads_to("/b"), "/b": leads_to(site.url("/c", "other.example.org"))}
    page = await site.fetch("/a")
    assert (page.url, page.is_html) == (site.url("/c", "other.example.org"), True)
    assert site.names == ["jobs.example.org", "jobs.example.org", "other.example.org"]


@pytest.mark.parametrize(
    "location", ["http://inside.example.org:{port}/", "file:///etc/passwd", "http://a@b.org/", "http://x.org:22/"]
)
async def test_a_redirect_to_a_forbidden_place_is_refused(site: Site, location: str) -> None:
    site.addresses["inside.example.org"] = (INSIDE,)
    site.pages["/"] = leads_to(location.format(port=site.port))
    assert await site.problem() in (PageProblem.NOT_PUBLIC, PageProblem.BAD_ADDRESS)
    assert len(site.asked) == 1


async def test_redirects_in_a_circle_end(site: Site) -> None:
    site.pages["/"] = leads_to("/")
    assert await site.problem() is PageProblem.REFUSED
    assert len(site.asked) == 6


# ------------------------------------------------------------------ answers


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (answer(status=b"403 Forbidden"), PageProblem.REFUSED),
        (answer(status=b"429 Too Many Requests"), PageProblem.REFUSED),
        (answer(status=b"503 Unavailable"), PageProblem.REFUSED),
        (answer(status=b"404 Not Found"), PageProblem.NOT_FOUND),
        (answer(status=b"410 Gone"), PageProblem.NOT_FOUND),
        (answer(head=b"Content-Type: application/pdf\r\n"), PageProblem.NOT_TEXT),
        (answer(head=HTML + b"Content-Encoding: br\r\n"), PageProblem.NOT_TEXT),
        (answer(b"no gzip", HTML + b"Content-Encoding: gzip\r\n"), PageProblem.NOT_TEXT),
        (answer(b"a" * (MAX_BYTES + 1)), PageProblem.TOO_LARGE),
        (answer(gzip.compress(b"a" * 50_000_000), HTML + b"Content-Encoding: gzip\r\n"), PageProblem.TOO_LARGE),
        (b"this is not HTTP\r\n\r\n", PageProblem.REFUSED),
    ],
    ids=["403", "429", "503", "404", "410", "pdf", "brotli", "broken", "large", "bomb", "garbage"],
)  # fmt: skip
async def test_what_cannot_be_read_is_named(site: Site, given: bytes, problem: PageProblem) -> None:
    site.pages["/"] = given
    assert await site.problem() is problem


async def test_a_site_that_never_answers_is_given_up(site: Site) -> None:
    site.wait_s = 3.0
    fetcher = PageFetcher(resolve=site.resolve, allowed=lambda _: True, ports=frozenset({site.port}), total_s=0.2)
    with pytest.raises(PageError) as refused:
        await fetcher.fetch(site.url())
    assert refused.value.problem is PageProblem.TOO_SLOW


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("Zürich".encode(), HTML),
        ("Zürich".encode("latin-1"), b"Content-Type: text/html; charset=iso-8859-1\r\n"),
        (b'<meta charset="windows-1252">' + "Zürich".encode("cp1252"), b"Content-Type: text/html\r\n"),
        (gzip.compress("Zürich".encode()), HTML + b"Content-Encoding: gzip\r\n"),
        ("Zürich".encode(), b"Content-Type: text/html; charset=no-such-thing\r\n"),
    ],
    ids=["utf-8", "declared", "in the page", "packed", "unknown"],
)  # fmt: skip
async def test_the_text_is_decoded_as_the_page_says(site: Site, body: bytes, head: bytes) -> None:
    site.pages["/"] = answer(body, head)
    assert (await site.fetch()).text.endswith("Zürich")
