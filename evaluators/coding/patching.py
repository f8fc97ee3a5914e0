"""Unified diffs of one file, applied strictly: what does not fit exactly where it says it does is refused whole.

The format is that of `diff -u`: a header `--- a/NAME` and `+++ b/NAME`, then hunks `@@ -start,count +start,count @@`
of lines that begin with a space, `-` or `+`. A line `\\ No newline at end of file` belongs to the line before it.
Context and removed lines must equal the file's at that very line: no fuzz, no offset.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from schema.room_exercises import MAX_CODE_CHARS, MAX_PATCH_CHARS

PatchCode = Literal["malformed", "outside", "hunk_failed", "too_large"]

_HUNK = re.compile(r"@@ -(\d{1,7})(?:,(\d{1,7}))? \+(\d{1,7})(?:,(\d{1,7}))? @@(?: .*)?\Z")
_NO_NEWLINE = "\\ No newline at end of file"
_UNKEEPABLE = re.compile(
    "[\x00\ud800-\udfff]"
)  # no database keeps these, so the text would not be the one acknowledged


class PatchError(Exception):
    """A patch that was not applied. `code` is its kind, `message` says to the candidate what is wrong."""

    def __init__(self, code: PatchCode, message: str) -> None:
        super().__init__(message)
        self.code: PatchCode = code
        self.message = message


@dataclass(slots=True)
class _Hunk:
    old_start: int
    old_count: int
    new_start: int
    new_count: int
    old: list[str] = field(default_factory=list)  # whole lines with their ends
    new: list[str] = field(default_factory=list)

    @property
    def at(self) -> int:
        """Index of the first line that it replaces; a hunk of no old lines stands after line `old_start`."""
        return self.old_start if self.old_count == 0 else self.old_start - 1


def apply_patch(base: str, diff: str, *, filename: str) -> str:
    """The file after the patch. Raises PatchError; then nothing has changed."""
    if len(diff) > MAX_PATCH_CHARS:
        raise PatchError("too_large", f"The patch is longer than {MAX_PATCH_CHARS:,} characters. Send smaller edits.")
    if _UNKEEPABLE.search(diff):
        raise PatchError("malformed", "The patch holds a character that no file of text can hold.")
    hunks = _parsed(diff, filename)
    patched = "".join(_patched(_lines(base), hunks))
    if len(patched) > MAX_CODE_CHARS:
        raise PatchError("too_large", f"The file would be longer than {MAX_CODE_CHARS:,} characters. Keep it shorter.")
    return patched


def make_patch(base: str, new: str, *, filename: str) -> str:
    """The unified diff that turns `base` into `new`; empty where they are the same."""
    found = difflib.unified_diff(_lines(base), _lines(new), f"a/{filename}", f"b/{filename}", n=3)
    return "".join(line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}\n" for line in found)


def _lines(text: str) -> list[str]:
    """Lines with their ends, cut at \\n alone: a \\r or a form feed is part of its line."""
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)


# ---------------------------------------------------------------------- reading


def _parsed(diff: str, filename: str) -> list[_Hunk]:
    lines = diff.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    at = _header(lines, filename)
    hunks: list[_Hunk] = []
    while at < len(lines):
        hunk, at = _hunk(lines, at)
        if hunks and hunk.at < hunks[-1].at + hunks[-1].old_count:
            raise PatchError("malformed", "The hunks of the patch overlap or are not in order.")
        hunks.append(hunk)
    if not hunks:
        raise PatchError("malformed", "The patch changes nothing.")
    return hunks


def _header(lines: Sequence[str], filename: str) -> int:
    """The index of the first hunk. Lines that git writes above `---` are let through where they name this file only."""
    at = 0
    while at < len(lines) and not lines[at].startswith("--- "):
        if lines[at].startswith(("Binary files", "GIT binary patch", "rename ", "copy ", "new file", "deleted file")):
            raise PatchError("outside", f"Only the text of {filename} can be changed.")
        if not lines[at].startswith(("diff ", "index ", "Index: ", "===")):
            raise PatchError("malformed", "The patch does not begin with a header of two lines, --- and +++.")
        at += 1
    if at + 1 >= len(lines) or not lines[at + 1].startswith("+++ "):
        raise PatchError("malformed", "The patch does not begin with a header of two lines, --- and +++.")
    for line, prefix in ((lines[at], "a/"), (lines[at + 1], "b/")):
        name = line[4:].split("\t")[0].rstrip("\r")
        if name not in (filename, prefix + filename):
            raise PatchError("outside", f"The patch is for another file. Only {filename} can be changed.")
    return at + 2


def _hunk(lines: Sequence[str], at: int) -> tuple[_Hunk, int]:
    match = _HUNK.match(lines[at])
    if match is None:
        raise PatchError("malformed", f"Line {at + 1} of the patch is no beginning of a hunk.")
    old_start, old_count, new_start, new_count = (int(number) if number is not None else 1 for number in match.groups())
    hunk = _Hunk(old_start, old_count, new_start, new_count)
    if old_start == 0 and old_count > 0:
        raise PatchError("malformed", "A hunk begins at line 0, which no file has.")
    at += 1
    while at < len(lines) and (len(hunk.old) < old_count or len(hunk.new) < new_count):
        _take(hunk, lines[at], at)
        at += 1
        if at < len(lines) and lines[at] == _NO_NEWLINE:
            _drop_newline(hunk, lines[at - 1])
            at += 1
    if (len(hunk.old), len(hunk.new)) != (old_count, new_count):
        raise PatchError("malformed", "A hunk has other lines than its header says.")
    return hunk, at


def _take(hunk: _Hunk, line: str, at: int) -> None:
    sign, text = line[:1], line[1:] + "\n"
    if sign not in ("", " ", "-", "+"):
        raise PatchError("malformed", f"Line {at + 1} of the patch begins with neither a space, - nor +.")
    if sign in ("", " ", "-"):
        hunk.old.append(text)
    if sign in ("", " ", "+"):
        hunk.new.append(text)


def _drop_newline(hunk: _Hunk, line: str) -> None:
    for side, signs in ((hunk.old, ("", " ", "-")), (hunk.new, ("", " ", "+"))):
        if line[:1] in signs:
            side[-1] = side[-1].removesuffix("\n")


# ---------------------------------------------------------------------- applying


def _patched(base: Sequence[str], hunks: Sequence[_Hunk]) -> Iterator[str]:
    done, written = 0, 0
    for number, hunk in enumerate(hunks, 1):
        if hunk.at > len(base) or list(base[hunk.at : hunk.at + hunk.old_count]) != hunk.old:
            raise PatchError(
                "hunk_failed", f"Part {number} of the patch does not fit the file at line {hunk.old_start}."
            )
        yield from base[done : hunk.at]
        written += hunk.at - done
        if hunk.new_start != (written if hunk.new_count == 0 else written + 1):
            raise PatchError("malformed", f"Part {number} of the patch says a wrong place in the new file.")
        yield from _whole_but_last(hunk, last=hunk.at + hunk.old_count == len(base))
        done, written = hunk.at + hunk.old_count, written + hunk.new_count
    yield from base[done:]


def _whole_but_last(hunk: _Hunk, *, last: bool) -> Iterator[str]:
    """The hunk's new lines; only the file's very last line may have no end."""
    for index, line in enumerate(hunk.new):
        if not line.endswith("\n") and not (last and index == len(hunk.new) - 1):
            raise PatchError("malformed", "Only the last line of a file may have no line end.")
        yield line
