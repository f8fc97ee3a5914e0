"""Whether a document's text bears out what somebody says of it: words, and dates in any of the forms people write."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evaluators.documents.instructions import speaks_to_a_machine
from evaluators.documents.resume.dates import find_dates
from schema.documents import Span

SHAPE_OF_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?|present")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-"})


class Bearing:
    """A text, ready to be asked. Counts in `dropped` what it was asked and does not bear out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain, self._places = _plain(text)
        self.dropped = 0

    def span(self, said: str, within: Span | None = None) -> Span | None:
        """Where words stand in the text, at word boundaries, whatever their case, spacing and line breaks."""
        wanted = _plain(said)[0].strip()
        if not wanted:
            return None
        for match in re.finditer(re.escape(wanted), self._plain):
            if self._whole(match.start(), match.end()):
                span = Span(start=self._places[match.start()], end=self._places[match.end() - 1] + 1)
                if within is None or (within.start <= span.start and span.end <= within.end):
                    return span
        return None

    def words(self, said: str | None, within: Span | None = None) -> tuple[str, Span] | None:
        """The text's own spelling of the words and where they stand, or None, counted where something was said."""
        if said is None or not said.strip():
            return None
        span = self.span(said, within)
        if span is None or speaks_to_a_machine(said):
            self.dropped += 1
            return None
        return " ".join(self._text[span.start : span.end].split()), span

    def all(self, said: Iterable[str]) -> list[tuple[str, Span]]:
        """Those of several that the text bears out."""
        return [found for item in said if (found := self.words(item)) is not None]

    def date(self, said: str | None, within: Span) -> str | None:
        """A date that the lines of a span bear out, as exactly as they do; None, counted, where they don't."""
        if said is None:
            return None
        told = self._dates(within)
        if SHAPE_OF_DATE.fullmatch(said) is None or not told:
            self.dropped += 1
            return None
        if said in told or any(date.startswith(f"{said}-") for date in told):
            return said
        self.dropped += 1
        return said[:4] if said != "present" and any(date[:4] == said[:4] for date in told) else None

    def _dates(self, within: Span) -> set[str]:
        lines = self._text[within.start : within.end].split("\n")
        found = [dated for line in (*lines, " ".join(lines)) for dated in find_dates(line)]
        return {date for dated in found for date in (dated.first, dated.last) if date is not None}

    def _whole(self, start: int, end: int) -> bool:
        before, after = self._plain[start - 1 : start], self._plain[end : end + 1]
        return not (before.isalnum() and self._plain[start].isalnum()) and not (
            after.isalnum() and self._plain[end - 1].isalnum()
        )


def _plain(text: str) -> tuple[str, list[int]]:
    """Lower case, one space for any white space, no bullets; and for each letter its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text.translate(_SAME)):
        plain = " " if letter.isspace() or letter == "•" else letter.lower()
        if plain == " " and letters[-1:] in ([], [" "]):
            continue
        for part in plain:
            letters.append(part)
            places.append(place)
    return "".join(letters), places
