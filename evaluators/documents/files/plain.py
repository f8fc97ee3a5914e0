"""Plain text, Markdown and pasted text, in whatever encoding they come."""

from __future__ import annotations

import codecs
import re

from evaluators.documents.files.shapes import Line, RawDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEADING_SIZES = {1: 20.0, 2: 16.0, 3: 14.0, 4: 12.0, 5: 12.0, 6: 12.0}
BODY_SIZE = 11.0
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.+?)(?:\s+#+)?\s*$")
_RULE = re.compile(r"^\s*(?:(?:[-*_] *){3,}|={3,})\s*$")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\(\s*<?([^)\s>]*)>?(?:\s+\"[^\"]*\")?\s*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`+([^`\n]+)`+")
_TAG = re.compile(r"</?(?:br|div|span|p|center|sub|sup|b|i|em|strong|u|h[1-6]|img|a|hr)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_TABLE_RULE = re.compile(r"^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")


def decoded(data: bytes) -> str:
    """The text of bytes: by their mark, as UTF-8, by the zeros of UTF-16, else as Windows wrote it in the West."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := wide_encoding(data):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: most of every other byte is zero, and none of the others is."""
    first, second = data[0:400:2], data[1:400:2]
    for zeros, letters, encoding in ((second, first, "utf-16-le"), (first, second, "utf-16-be")):
        if zeros.count(0) > 0.6 * len(zeros) and not letters.count(0):
            return encoding
    return None


def read_text(text: str) -> RawDocument:
    """Plain lines; empty lines stay where they part blocks."""
    lines: list[Line] = []
    blank = False
    for written in _split(text):
        if written.strip():
            lines.append(Line(text=written, blank=blank and bool(lines)))
        blank = not written.strip()
    return RawDocument(tuple(lines))


def read_markdown(text: str) -> RawDocument:
    """The words of a Markdown file with its headings' weight; comments, which no reader sees, are left out."""
    hidden = tuple(comment.strip() for comment in _COMMENT.findall(text) if comment.strip())
    lines: list[Line] = []
    blank = False
    for written in _split(_COMMENT.sub("", text)):
        if (
            not written.strip()
            or written.lstrip().startswith(("```", "~~~"))
            or _RULE.match(written)
            or _TABLE_RULE.match(written)
        ):
            blank = True
            continue
        line = _markdown_line(written)
        if line.text.strip():
            lines.append(Line(line.text, line.size, line.bold, blank=(blank or line.size > BODY_SIZE) and bool(lines)))
        blank = False
    return RawDocument(tuple(lines), hidden=hidden)


def _split(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\v", "\n").split("\n")


def _markdown_line(written: str) -> Line:
    heading = _HEADING.match(written)
    if heading:
        return Line(_plain(heading[2]), HEADING_SIZES[len(heading[1])], bold=True)
    quoted = re.sub(r"^\s*(?:>\s?)+", "", written)
    if quoted.strip().startswith("|") and quoted.count("|") > 1:
        quoted = "    ".join(cell.strip() for cell in quoted.strip().strip("|").split("|"))
    strong = _STRONG.fullmatch(quoted.strip())
    return Line(_plain(quoted), BODY_SIZE, bold=strong is not None)


def _plain(text: str) -> str:
    text = _LINK.sub(_link, text)
    text = _TAG.sub(" ", text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", _CODE.sub(r"\1", text))


def _link(match: re.Match[str]) -> str:
    """What a link shows, and where it leads if that is not the same."""
    shown, address = match[1].strip(), re.sub(r"^mailto:", "", match[2])
    if match[0].startswith("!") or not address.startswith(("http", "www.")) or address.rstrip("/").endswith(shown):
        return shown or address if not match[0].startswith("!") else ""
    return f"{shown} ({address})"
