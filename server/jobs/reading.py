"""What a page says of a job: from schema.org's JobPosting where it carries one, else its main text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Any

from schema.jobs import PostedJob
from server.jobs.fetching import Page, PageError, PageProblem
from server.jobs.page_tree import UNREADABLE, Element, is_readable, plain_text, text_of, tidy, tree

MAX_TEXT = 50_000  # of a description, as of a pasted one
LEAST_TEXT = 150  # characters below which a page says nothing of a job: a notice about cookies, an empty shell
LEAST_STRUCTURED = 60
_CONTAINERS = ("div", "section", "center", "form", "table", "tbody", "tr", "td")  # around texts, not texts themselves
MAX_NODES = 5_000  # of the structured data
_SECTIONS = (  # what a JobPosting says beside its description
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience"),
    ("educationRequirements", "Education"),
)


def read_page(page: Page) -> PostedJob:
    """Raises PageError for a page without a description. Takes up to a second: call it off the event loop."""
    if not page.is_html:
        return _found(page, PostedJob(url=page.url, description=tidy(page.text), structured=False))
    root = tree(page.text)
    structured = _json_ld(root) or _microdata(root)
    if structured is not None:
        posted = _posted(page.url, structured)
        if len(posted.description) >= LEAST_STRUCTURED:
            return _found(page, posted)
        return _found(page, posted.model_copy(update={"description": _main_text(root), "structured": False}))
    return _found(page, PostedJob(url=page.url, title=_heading(root), description=_main_text(root), structured=False))


def _found(page: Page, posted: PostedJob) -> PostedJob:
    least = LEAST_STRUCTURED if posted.structured else LEAST_TEXT
    if len(posted.description) < least:
        raise PageError(PageProblem.NO_TEXT)
    return posted.model_copy(update={"description": posted.description[:MAX_TEXT].rstrip()})


# ------------------------------------------------------------------ structured data


def _json_ld(root: Element) -> dict[str, Any] | None:
    """The first JobPosting of the page's JSON-LD."""
    for element in root.walk():
        if element.tag == "script" and "ld+json" in element.attrs.get("type", "").lower():
            try:
                data = json.loads(element.raw().strip(), strict=False)
            except (ValueError, RecursionError):
                continue
            for node in _nodes(data):
                if _is_posting(node.get("@type")):
                    return node
    return None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < MAX_NODES:
        node, seen = waiting.pop(0), seen + 1
        if isinstance(node, dict):
            yield node
            waiting += [value for value in node.values() if isinstance(value, dict | list)]
        elif isinstance(node, list):
            waiting += node


def _is_posting(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.rstrip("/").rpartition("/")[2] == "JobPosting" for one in kinds)


def _microdata(root: Element) -> dict[str, Any] | None:
    """The same as JSON-LD would say it, of an element that is marked as a JobPosting."""
    for element in root.walk():
        if "itemscope" in element.attrs and any(map(_is_posting, element.attrs.get("itemtype", "").split())):
            return _properties(element)
    return None


def _properties(scope: Element) -> dict[str, Any]:
    """An item's properties, the first of each name; items inside it are dictionaries of their own."""
    found: dict[str, Any] = {}
    waiting = [child for child in reversed(scope.children) if isinstance(child, Element)]
    while waiting:
        element = waiting.pop()
        inner = "itemscope" in element.attrs
        names = element.attrs.get("itemprop", "").split()
        if names:
            value = _properties(element) or {"name": text_of(element)} if inner else _value(element)
            for name in names:
                found.setdefault(name, value)
        if not inner:
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]
    return found


def _value(element: Element) -> str:
    for name in ("content", "datetime"):
        if name in element.attrs:
            return element.attrs[name]
    return text_of(element)


def _posted(url: str, said: dict[str, Any]) -> PostedJob:
    description = _rich(said.get("description"))
    for key, label in _SECTIONS:
        more = _rich(said.get(key))
        if more and more not in description:
            description = f"{description}\n\n{label}\n{more}".strip()
    return PostedJob(
        url=url,
        title=_line(said.get("title") or said.get("name")),
        company=_line(_named(said.get("hiringOrganization"))),
        location=_line(_location(said)),
        description=description,
        valid_through=_date(said.get("validThrough")),
        structured=True,
    )


def _rich(value: Any) -> str:
    """Readable text of a property: HTML, often escaped once more; a list is a list of points."""
    if isinstance(value, dict):
        return _rich(value.get("description") or value.get("name") or value.get("credentialCategory"))
    if isinstance(value, list):
        return "\n".join(f"- {text}" for item in value if (text := _rich(item)))
    if not isinstance(value, str):
        return ""
    html = unescape(value) if re.search(r"&lt;/?\w", value) else value
    return plain_text(html) if "<" in html else tidy(unescape(html))


def _named(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("legalName")
    return value if isinstance(value, str) else ""


def _location(said: dict[str, Any]) -> str:
    places = said.get("jobLocation")
    names = [_place(place) for place in (places if isinstance(places, list) else [places])]
    if said.get("jobLocationType") == "TELECOMMUTE":
        names.append("Remote")
    return "; ".join(dict.fromkeys(name for name in names if name))


def _place(place: Any) -> str:
    if not isinstance(place, dict):
        return place if isinstance(place, str) else ""
    address = place.get("address", place)
    if not isinstance(address, dict):
        return address if isinstance(address, str) else ""
    parts = (_named(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry"))
    return ", ".join(part for part in parts if part) or _named(place)


def _date(value: Any) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _line(text: Any) -> str:
    """One line of plain text, short enough for a title."""
    return " ".join(plain_text(unescape(text)).split())[:200] if isinstance(text, str) else ""


# ------------------------------------------------------------------ readable text


def _heading(root: Element) -> str:
    """The page's own heading, else what it calls itself, without the site's name."""
    headings = (text_of(element) for element in root.walk() if element.tag == "h1" and is_readable(element))
    if heading := next((heading for heading in headings if heading), ""):
        return _line(heading)
    metas = (
        element for element in root.walk() if element.tag == "meta" and element.attrs.get("property") == "og:title"
    )
    titles = (element.raw() for element in root.walk() if element.tag == "title")
    title = next((meta.attrs.get("content", "") for meta in metas), "") or next(titles, "")
    return _line(re.split(r"\s+[|–—·]\s+|\s+-\s+", title.strip())[0])


def _main_text(root: Element) -> str:
    """The text of the part that is the page's matter, without what leads around the site."""
    marked = [
        element
        for element in root.walk()
        if (element.tag in ("main", "article") or element.attrs.get("role") == "main") and is_readable(element)
    ]
    texts = [text for element in marked if len(text := text_of(element)) >= LEAST_TEXT]
    if texts:
        return max(texts, key=len)
    body = next((element for element in root.walk() if element.tag == "body"), root)
    return text_of(_densest(body))


def _densest(body: Element) -> Element:
    """The innermost element that holds nearly all of the words that are no links."""
    sizes: dict[int, int] = {}
    _measure(body, sizes)
    found, whole = body, sizes[id(body)]
    while True:
        children = [
            child
            for child in found.children
            if isinstance(child, Element) and id(child) in sizes and child.tag in _CONTAINERS
        ]
        best = max(children, key=lambda child: sizes[id(child)], default=None)
        if best is None or sizes[id(best)] < 0.9 * whole or sizes[id(best)] < LEAST_TEXT:
            return found
        found = best


def _measure(element: Element, sizes: dict[int, int]) -> int:
    if element.tag in UNREADABLE or not is_readable(element):
        return 0
    size = 0
    for child in element.children:
        if isinstance(child, Element):
            size += _measure(child, sizes)
        elif element.tag != "a":
            size += len(child.strip())
    sizes[id(element)] = size
    return size
