"""Backchannels, fillers, joining, and the clocks."""

from __future__ import annotations

import itertools

import pytest

from agent.clock import InterviewClock, MicTimeline
from agent.turns import is_backchannel, is_filler, join_texts, normalise


@pytest.mark.parametrize("text", ["Mm-hm.", "Yes.", "Right.", "Okay, sure.", "I see.", "uh-huh", "Yeah, yeah."])
def test_signs_of_listening_are_backchannels(text: str) -> None:
    assert is_backchannel(text)


@pytest.mark.parametrize(
    "text", ["Sorry, can I ask something?", "No.", "I led it.", "Wait.", "", "Yes, I was the owner."]
)
def test_wishes_to_speak_are_not(text: str) -> None:
    assert not is_backchannel(text)


def test_fillers() -> None:
    assert is_filler("Um, uh.")
    assert not is_filler("Um, yes.")
    assert not is_filler("")


def test_transcripts_compare_by_words() -> None:
    assert normalise("Yes, I did — twice!") == normalise("yes i did twice")
    assert join_texts("One.", "", " Two. ") == "One. Two."


def test_the_clock_stands_still_in_a_pause() -> None:
    now = 100.0
    clock = InterviewClock(monotonic=lambda: now)
    clock.run()
    now = 103.0
    clock.stop()
    now = 200.0
    assert clock.now_s() == 3.0
    clock.run()
    now = 201.0
    assert clock.now_ms() == 4000


def test_frames_with_network_jitter_lie_side_by_side() -> None:
    timeline = MicTimeline()
    starts = [
        timeline.place(10.0 + 0.02 * i + (0.05 if i % 3 else 0.0), 70.0 + 0.02 * i, 320, 16_000) for i in range(50)
    ]
    gaps = [round(b - a, 6) for a, b in itertools.pairwise(starts)]
    assert set(gaps) == {0.02}


def test_a_real_gap_is_noticed_and_words_after_it_land_after_it() -> None:
    timeline = MicTimeline()
    for i in range(50):
        timeline.place(0.02 * (i + 1), 70 + 0.02 * (i + 1), 320, 16_000)
    for i in range(50, 200):  # five seconds were lost before these
        last = timeline.place(5 + 0.02 * (i + 1), 75 + 0.02 * (i + 1), 320, 16_000)
    assert last == pytest.approx(5 + 0.02 * 199)
    assert timeline.at(0.5) == pytest.approx(0.5)
    assert timeline.at(3.9) == pytest.approx(8.9)


def test_a_burst_after_a_stall_does_not_push_the_words_into_the_future() -> None:
    timeline = MicTimeline()
    for i in range(50):
        timeline.place(0.02 * (i + 1), 70 + 0.02 * (i + 1), 320, 16_000)
    for i in range(50, 100):  # captured in time, arrived together a second later
        timeline.place(2.0, 70 + 0.02 * (i + 1), 320, 16_000)
    assert timeline.place(2.02, 72.02, 320, 16_000) == pytest.approx(2.0)
    assert timeline.at(1.5) == pytest.approx(1.5)
