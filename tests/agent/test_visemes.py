"""IPA becomes mouth shapes: every sound of English, affricates, diphthongs, aspirates, marks, pauses."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.visemes import Phone, is_pause, merge_marks, mouth_timeline, shapes_of, stress_times
from agent.voices.espeak import MANNERS
from agent.voices.looks import Look
from schema.vocabulary import Viseme
from tests.support.voices import needs_espeak, running_espeak

PROSE = (
    "The quick brown fox jumps over the lazy dog. She sells sea shells; thirty-three thieves thought of measure and "
    "vision. Which judge would choose the church? Young Hugh hears a boy pay for beer, now where's the poor tour? "
    "I owned the payment service at a bank: we cut p99 latency from 900 to 120 milliseconds, and saved $3.5 million."
)


def visemes(ipa: str) -> list[Viseme | None]:
    return [shape.viseme if shape is not None else None for shape in shapes_of(ipa)]


@pytest.mark.parametrize(
    ("ipa", "expected"),
    [
        ("p", [Viseme.PP]), ("b", [Viseme.PP]), ("m", [Viseme.PP]), ("f", [Viseme.FF]), ("v", [Viseme.FF]),
        ("θ", [Viseme.TH]), ("ð", [Viseme.TH]), ("t", [Viseme.DD]), ("ɾ", [Viseme.DD]), ("ɡ", [Viseme.KK]),
        ("ŋ", [Viseme.KK]), ("ʃ", [Viseme.CH]), ("tʃ", [Viseme.CH]), ("t͡ʃ", [Viseme.CH]), ("dʒ", [Viseme.CH]),
        ("ʤ", [Viseme.CH]), ("s", [Viseme.SS]), ("n", [Viseme.NN]), ("ɫ", [Viseme.NN]), ("ɹ", [Viseme.RR]),
        ("ɚ", [Viseme.RR]), ("æ", [Viseme.AA]), ("ɛ", [Viseme.E]), ("iː", [Viseme.I]), ("ɔː", [Viseme.O]),
        ("uː", [Viseme.U]), ("w", [Viseme.U]), ("h", [None]), ("ˈaɪ", [Viseme.AA, Viseme.I]),
        ("A", [Viseme.E, Viseme.I]), ("ˌoʊ", [Viseme.O, Viseme.U]), ("ç", [Viseme.CH]), ("õ", [Viseme.O]),
        ("(en)b(de)", [Viseme.PP]), ("əl", [Viseme.E, Viseme.NN]), ("", []), (" ", []), (".", []), ("n̩", [Viseme.NN]),
    ],
)  # fmt: skip
def test_sounds(ipa: str, expected: list[Viseme | None]) -> None:
    assert visemes(ipa) == expected


def test_a_long_vowel_takes_more_of_a_diphthongs_time() -> None:
    first, second = shapes_of("iːə")
    assert first is not None
    assert second is not None
    assert first.share > second.share


def test_the_timeline_covers_all_of_the_time() -> None:
    cues = mouth_timeline([Phone(0.1, "b"), Phone(0.2, "aɪ"), Phone(0.4, ""), Phone(0.5, "m")], 0.7)
    assert [(cue.viseme, cue.start_s, cue.duration_s) for cue in cues] == [
        (Viseme.SIL, 0.0, 0.1), (Viseme.PP, 0.1, 0.1), (Viseme.AA, 0.2, 0.1), (Viseme.I, 0.3, 0.1),
        (Viseme.SIL, 0.4, 0.1), (Viseme.PP, 0.5, 0.2),
    ]  # fmt: skip


def test_an_aspirate_has_the_shape_of_the_vowel_that_follows() -> None:
    cues = mouth_timeline([Phone(0.0, "h"), Phone(0.1, "uː"), Phone(0.2, "h"), Phone(0.3, "m"), Phone(0.4, "h")], 0.5)
    assert [cue.viseme for cue in cues] == [Viseme.U, Viseme.U, Viseme.E, Viseme.PP, Viseme.E]
    assert cues[0].weight < cues[1].weight


def test_phones_without_time_and_after_the_end_are_left_out() -> None:
    cues = mouth_timeline([Phone(0.0, "l"), Phone(0.0, "n"), Phone(0.5, "s"), Phone(0.9, "z")], 0.6)
    assert [(cue.viseme, cue.duration_s) for cue in cues] == [(Viseme.NN, 0.5), (Viseme.SS, 0.1)]
    assert mouth_timeline([], 0.5)[0].viseme is Viseme.SIL


def test_stress_is_where_a_stressed_syllable_begins() -> None:
    phones = [Phone(0.1, "ˈɑː"), Phone(0.2, "k"), Phone(0.3, "ˌə"), Phone(0.4, "ˈɪ")]
    assert stress_times(phones) == (0.1, 0.4)


def test_marks_that_are_timed_alone_join_their_sound() -> None:
    phones = [Phone(0.0, "ˈ"), Phone(0.1, "a"), Phone(0.2, "ː"), Phone(0.3, " "), Phone(0.4, "ˌ"), Phone(0.5, "o")]
    assert merge_marks(phones) == [Phone(0.0, "ˈaː"), Phone(0.3, " "), Phone(0.4, "ˌo")]
    assert merge_marks([Phone(0.0, "ː"), Phone(0.1, "")]) == [Phone(0.0, "ː"), Phone(0.1, "")]


@pytest.mark.parametrize(
    ("ipa", "pause"), [("", True), (" ", True), (",", True), ("ˈ", True), ("h", False), ("ˈa", False)]
)
def test_pauses(ipa: str, pause: bool) -> None:
    assert is_pause(ipa) is pause


phones = st.lists(
    st.tuples(st.floats(0, 5), st.sampled_from(["p", "ˈaɪ", "", "h", "tʃ", "iː", "?", " "])), max_size=20
).map(lambda raw: [Phone(start, ipa) for start, ipa in sorted(raw)])


@given(phones, st.floats(0.05, 6))
def test_any_phones_give_a_timeline_without_gaps(spoken: list[Phone], end_s: float) -> None:
    cues = mouth_timeline(spoken, end_s)
    assert cues[0].start_s == 0
    assert cues[-1].start_s + cues[-1].duration_s == pytest.approx(end_s, abs=0.005)
    for before, after in pairwise(cues):
        assert before.start_s + before.duration_s == pytest.approx(after.start_s, abs=0.005)


@needs_espeak
@pytest.mark.parametrize("look", ["maya", "amara"])
async def test_every_sound_that_espeak_makes_has_a_shape(look: Look) -> None:
    async with running_espeak() as (_, process):
        raw = await process.speak(MANNERS[look].request(PROSE))
    spoken = [ipa for _, ipa in raw.timeline["phones"] if ipa]
    assert len(spoken) > 200
    assert [ipa for ipa in spoken if not shapes_of(ipa)] == []
    assert len({shape.viseme for ipa in spoken for shape in shapes_of(ipa) if shape is not None}) == 14
