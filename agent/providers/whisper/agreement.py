"""LocalAgreement-2: a word stands once two successive readings of the growing sound agree on it (Liu et al. 2020)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTERS = re.compile(r"[^\W_]", re.UNICODE)
_NOT_WORD = re.compile(r"[\W_]+", re.UNICODE)


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text; a mark that stands alone (a dash) stays with the word before it."""
    words: list[str] = []
    for part in text.split():
        if words and not _LETTERS.search(part):
            words[-1] += " " + part
        else:
            words.append(part)
    return tuple(words)


def same_word(left: str, right: str) -> bool:
    """Equal but for case and punctuation."""
    return _bare(left) == _bare(right)


def resume_index(committed: Sequence[str], reading: Sequence[str]) -> int:
    """How many words of `reading` repeat `committed`, by the least edit distance; ties go to the shorter.

    0 for an empty `committed`; len(reading) at most.
    """
    distance = list(range(len(reading) + 1))
    for row, word in enumerate(committed, start=1):
        previous, distance = distance, [row]
        for column, candidate in enumerate(reading, start=1):
            change = previous[column - 1] + (not same_word(word, candidate))
            distance.append(min(change, previous[column] + 1, distance[column - 1] + 1))
    return min(range(len(reading) + 1), key=lambda index: (distance[index], abs(index - len(committed))))


def without_echo(before: Sequence[str], reading: Sequence[str]) -> int:
    """How many first words of `reading` only echo the end of `before`, the text just cut away.

    Two or three words in a row count as an echo; a single one only where it is long: people do
    say "no no" and "the the".
    """
    for count in (3, 2, 1):
        if len(reading) < count or len(before) < count:
            continue
        pairs = zip(before[-count:], reading[:count], strict=True)
        if all(same_word(left, right) for left, right in pairs) and (count > 1 or len(_bare(reading[0])) > 4):
            return count
    return 0


class Agreement:
    """The words of one window: `committed` never change, the rest is the newest guess."""

    def __init__(self) -> None:
        self.committed: list[str] = []
        self._guess: tuple[str, ...] = ()

    @property
    def guess(self) -> tuple[str, ...]:
        """The newest reading's words after the committed ones."""
        return self._guess

    def read(self, reading: Sequence[str]) -> int:
        """Takes a new reading of the whole window; returns how many of its words are committed now.

        The reading's last word is never committed: the sound may end inside it.
        """
        start = resume_index(self.committed, reading)
        fresh = tuple(reading[start:])
        agreed = 0
        for older, newer in zip(self._guess, fresh[:-1], strict=False):
            if not same_word(older, newer):
                break
            agreed += 1
        self.committed.extend(fresh[:agreed])
        self._guess = fresh[agreed:]
        return start + agreed

    def forget_committed(self) -> list[str]:
        """Empties the committed words (their sound is cut away) and returns them; the guess stays."""
        gone, self.committed = self.committed, []
        return gone


def _bare(word: str) -> str:
    return _NOT_WORD.sub("", word).casefold()
