"""Recording, with consent: both sides on one clock, in files that play even after a killed process."""

from __future__ import annotations

from agent.recorder.fragmented import FragmentedRecorder, RecorderStats
from agent.recorder.segments import Segment, finalise, finalise_leftovers, segments_of

__all__ = [
    "FragmentedRecorder",
    "RecorderStats",
    "Segment",
    "finalise",
    "finalise_leftovers",
    "segments_of",
]
