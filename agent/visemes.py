"""From phones to mouth shapes: the IPA that voices report becomes the fifteen Oculus visemes on the audio's clock."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from schema.room import MouthCue
from schema.vocabulary import Viseme


class Phone(NamedTuple):
    """IPA with its marks, from `start_s` to the next phone's start. Empty, blank or punctuation: the mouth rests."""

    start_s: float
    ipa: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A mouth shape: how far it is taken (0..1) and its share of the time within one phone."""

    viseme: Viseme
    weight: float
    share: float = 1.0


PRIMARY_STRESS = "ˈ"
_LONG_SHARE = 0.6  # what a length mark adds to the share of its vowel
_ASPIRATE_WEIGHT = 0.4
_SHORTEST_S = 0.001  # espeak reports merged phones with no time of their own
_AFFRICATES = {
    "tʃ": Viseme.CH, "dʒ": Viseme.CH, "tɕ": Viseme.CH, "dʑ": Viseme.CH, "tʂ": Viseme.CH, "dʐ": Viseme.CH,
    "ts": Viseme.SS, "dz": Viseme.SS, "pf": Viseme.FF,
}  # fmt: skip
# Kokoro's alphabet writes affricates and diphthongs with one sign.
_SINGLE_SIGNS = {
    "ʧ": "tʃ", "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz", "A": "eɪ", "I": "aɪ", "O": "oʊ", "Q": "əʊ", "W": "aʊ", "Y": "ɔɪ",
    "ᵊ": "ə", "T": "ɾ",
}  # fmt: skip
_ASPIRATES = frozenset("hɦħʕ")  # they take the shape of the vowel that follows
_LENGTH = "ː"
_LANGUAGE = re.compile(r"\([a-z-]+\)")


def _shapes(viseme: Viseme, weights: dict[str, float]) -> Iterable[tuple[str, Shape]]:
    return ((sign, Shape(viseme, weight)) for signs, weight in weights.items() for sign in signs)


# How far each sound takes its shape: lips must close for p, b, m; a tongue behind the teeth shows less.
_SHAPES: dict[str, Shape] = dict(
    (
        *_shapes(Viseme.PP, {"pbmɓɸβ": 1.0}),
        *_shapes(Viseme.FF, {"fvʋɱ": 1.0}),
        *_shapes(Viseme.TH, {"θð": 0.9}),
        *_shapes(Viseme.DD, {"tdʈɖɗ": 0.8, "ɾ": 0.6}),
        *_shapes(Viseme.KK, {"kɡgqɢxɣχʁŋcɟɠ": 0.8, "ʔ": 0.3}),
        *_shapes(Viseme.CH, {"ʃʒɕʑʂʐçʝ": 1.0}),
        *_shapes(Viseme.SS, {"szɬɮ": 1.0}),
        *_shapes(Viseme.NN, {"nlɫɲɳʎɭʟ": 0.8}),
        *_shapes(Viseme.RR, {"ɹrʀɻɽ": 0.8, "ɚɝɜ": 0.9}),
        *_shapes(Viseme.AA, {"aɑɶ": 1.0, "æ": 0.85, "ʌ": 0.75, "ɐ": 0.55}),
        *_shapes(Viseme.E, {"ɛeœø": 0.95, "əɘɵɞɤ": 0.5}),
        *_shapes(Viseme.I, {"iɪɨyʏᵻ": 0.9, "j": 0.7}),
        *_shapes(Viseme.O, {"ɔoɒ": 1.0}),
        *_shapes(Viseme.U, {"uʊʉɯ": 0.95, "wʍɥ": 0.9}),
    )
)
_KNOWN = frozenset(_SHAPES) | _ASPIRATES


def mouth_timeline(phones: Sequence[Phone], end_s: float) -> tuple[MouthCue, ...]:
    """Mouth shapes from 0 to `end_s`, one after the other and without gaps; `phones` in order of time."""
    timed = _with_aspirates_resolved([part for phone in _spans(phones, end_s) for part in _parts(*phone)])
    return tuple(
        MouthCue(
            start_s=round(start, 3), duration_s=round(duration, 3), viseme=shape.viseme, weight=round(shape.weight, 2)
        )
        for start, duration, shape in timed
    )


def stress_times(phones: Iterable[Phone]) -> tuple[float, ...]:
    """Seconds at which a syllable with primary stress begins: where a face nods or lifts its brows."""
    return tuple(round(phone.start_s, 3) for phone in phones if PRIMARY_STRESS in phone.ipa)


def is_pause(ipa: str) -> bool:
    """Whether nothing is articulated: silence, punctuation, a gap between words."""
    return not any(sign in _KNOWN for sign in _clean(ipa))


def shapes_of(ipa: str) -> list[Shape | None]:
    """The mouth shapes of one phone in order; None is an aspirate, which waits for the shape that follows it."""
    signs = _clean(ipa)
    shapes: list[Shape | None] = []
    index = 0
    while index < len(signs):
        pair = _AFFRICATES.get(signs[index : index + 2])
        if pair is not None:
            shapes.append(Shape(pair, 1.0))
        elif signs[index] == _LENGTH:
            _lengthen(shapes)
        elif signs[index] in _ASPIRATES:
            shapes.append(None)
        elif (shape := _SHAPES.get(signs[index])) is not None:
            shapes.append(shape)
        index += 2 if pair is not None else 1
    return shapes


def merge_marks(phones: Sequence[Phone]) -> list[Phone]:
    """Phones of a voice that times every sign: stress joins the sound after it, length the sound before it."""
    merged: list[Phone] = []
    pending: Phone | None = None
    for phone in phones:
        if pending is not None:
            phone = Phone(pending.start_s, pending.ipa + phone.ipa)
            pending = None
        if phone.ipa in (PRIMARY_STRESS, "ˌ"):
            pending = phone
        elif phone.ipa and merged and all(sign == _LENGTH or unicodedata.combining(sign) for sign in phone.ipa):
            merged[-1] = Phone(merged[-1].start_s, merged[-1].ipa + phone.ipa)
        else:
            merged.append(phone)
    return merged


_Part = tuple[float, float, Shape | None]
_REST = Shape(Viseme.SIL, 0.0)


def _spans(phones: Sequence[Phone], end_s: float) -> list[tuple[float, float, str]]:
    """(start, duration, ipa) that cover 0..end_s, with rest before the first phone."""
    edges = [*(min(max(0.0, phone.start_s), end_s) for phone in phones), end_s]
    kept = [
        (start, phone.ipa)
        for phone, (start, end) in zip(phones, pairwise(edges), strict=True)
        if end - start > _SHORTEST_S
    ]
    if not kept or kept[0][0] > _SHORTEST_S:
        kept.insert(0, (0.0, ""))
    starts = [0.0, *(start for start, _ in kept[1:]), end_s]
    return [(start, end - start, ipa) for (_, ipa), (start, end) in zip(kept, pairwise(starts), strict=True)]


def _parts(start: float, duration: float, ipa: str) -> list[_Part]:
    shapes = shapes_of(ipa)
    if not shapes:
        return [(start, duration, _REST)]
    total = sum(1.0 if shape is None else shape.share for shape in shapes)
    parts: list[_Part] = []
    for shape in shapes:
        length = duration * (1.0 if shape is None else shape.share) / total
        parts.append((start, length, shape))
        start += length
    return parts


def _with_aspirates_resolved(parts: list[_Part]) -> list[tuple[float, float, Shape]]:
    following: Shape | None = None
    resolved: list[tuple[float, float, Shape]] = []
    for start, duration, shape in reversed(parts):
        if shape is None:
            open_next = following is not None and following.viseme not in (Viseme.SIL, Viseme.PP, Viseme.FF)
            viseme = following.viseme if following is not None and open_next else Viseme.E
            shape = Shape(viseme, _ASPIRATE_WEIGHT)
        following = shape
        resolved.append((start, duration, shape))
    return resolved[::-1]


def _lengthen(shapes: list[Shape | None]) -> None:
    if shapes and (last := shapes[-1]) is not None:
        shapes[-1] = Shape(last.viseme, last.weight, last.share + _LONG_SHARE)


def _clean(ipa: str) -> str:
    """Without language switches such as "(en)", ties and other combining marks; one-sign sounds written out."""
    spelt = "".join(_SINGLE_SIGNS.get(sign, sign) for sign in _LANGUAGE.sub("", ipa))
    return "".join(sign if sign in _KNOWN else _without_marks(sign) for sign in spelt)


def _without_marks(sign: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))
