"""How the talk went, in seconds and counts: pace, pauses, fillers, gaps. Never emotion, face, accent or personality."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from evaluators.evidence import Ground
from evaluators.words import has_time
from schema.analysis import TurnTaking
from schema.transcript import TranscriptDocument, TranscriptTurn, Word
from schema.vocabulary import Speaker

SPEECH_GAP_S = 0.5  # a shorter gap between words belongs to speaking; longer ones are pauses and leave the pace alone
LONG_PAUSE_S = 2.0  # inside an answer: long enough for a listener to wonder whether it is over
OVERLAP_S = 0.05  # neighbouring turns may touch by rounding
PACE_WORDS = 30  # fewer timed words tell no pace

# Sounds and phrases that fill time in any dialect. "Like" counts only where commas set it apart.
FILLERS = re.compile(r"\b(?:u+m+|u+h+|e+r+m*|h+m+|you know|i mean)\b|(?<=,)\s*like(?=,)", re.IGNORECASE)


def delivery(document: TranscriptDocument, live: TurnTaking | None = None) -> TurnTaking:
    """The figures of a transcript; typed turns and turns without a duration are measured nowhere.

    `live` are figures that the room itself recorded, which stand over what a transcript can tell.
    Pace is words a minute of speaking, pauses over half a second left out, and needs word timings.
    """
    spoken = [turn for turn in document.turns if has_time(turn)]
    answers = [turn for turn in spoken if turn.speaker is Speaker.CANDIDATE]
    words = [turn.words for turn in answers if turn.words]
    measured = _shares(spoken) | _gaps(spoken)
    measured |= {
        "words_per_minute": pace(words),
        "filler_count": sum(len(FILLERS.findall(turn.text)) for turn in answers) if answers else None,
        "long_pauses": sum(gap >= LONG_PAUSE_S for group in words for gap in inner_gaps(group)) if words else None,
    }
    recorded = {} if live is None else live.model_dump(by_alias=False, exclude_none=True)
    return TurnTaking.model_validate(measured | recorded)


def pace(answers: Iterable[Sequence[Word]]) -> float | None:
    """Words a minute over speaking time, or null under 30 timed words."""
    count, seconds = 0, 0.0
    for words in answers:
        count += len(words)
        seconds += speaking_seconds(words)
    return round(60 * count / seconds, 1) if count >= PACE_WORDS and seconds > 0 else None


def speaking_seconds(words: Sequence[Word]) -> float:
    """Time from word to word, without gaps over half a second."""
    if not words:
        return 0.0
    held = sum(max(0.0, word.end_s - word.start_s) for word in words)
    return held + sum(gap for gap in inner_gaps(words) if gap <= SPEECH_GAP_S)


def inner_gaps(words: Sequence[Word]) -> list[float]:
    """Silence between neighbouring words of one turn, seconds, never negative."""
    return [max(0.0, after.start_s - before.end_s) for before, after in pairwise(words)]


def timed_words(on: Ground) -> int:
    """How many of the candidate's words carry seconds."""
    return sum(len(turn.turn.words or ()) for turn in on.turns if has_time(turn.turn))


def percentile(values: Sequence[float], share: float) -> float | None:
    """Nearest-rank percentile; null for no values."""
    if not values:
        return None
    ordered = sorted(values)
    rank = max(1, math.ceil(share * len(ordered)))
    return round(ordered[rank - 1], 3)


def _shares(spoken: Sequence[TranscriptTurn]) -> dict[str, float | int | None]:
    talk = {who: sum(t.end_s - t.start_s for t in spoken if t.speaker is who) for who in Speaker}
    ours, theirs = talk[Speaker.CANDIDATE], talk[Speaker.INTERVIEWER]
    both = ours > 0 and theirs > 0
    return {
        "candidate_talk_s": round(ours, 2) if ours else None,
        "interviewer_talk_s": round(theirs, 2) if theirs else None,
        "talk_share": round(ours / (ours + theirs), 3) if both else None,
    }


def _gaps(spoken: Sequence[TranscriptTurn]) -> dict[str, float | int | None]:
    """Gaps between a turn and the next one of the other side; where they overlap there is no gap."""
    to_interviewer: list[float] = []
    to_candidate: list[float] = []
    overlaps = changes = 0
    for before, after in pairwise(spoken):
        if before.speaker is after.speaker:
            continue
        changes += 1
        gap = after.start_s - before.end_s
        overlaps += gap < -OVERLAP_S
        if gap >= -OVERLAP_S:
            (to_interviewer if after.speaker is Speaker.INTERVIEWER else to_candidate).append(max(0.0, gap))
    return {
        "response_gap_p50_s": percentile(to_interviewer, 0.5),
        "response_gap_p95_s": percentile(to_interviewer, 0.95),
        "candidate_gap_p50_s": percentile(to_candidate, 0.5),
        "overlaps": overlaps if changes else None,
        "barge_ins": sum(turn.interrupted for turn in spoken) if changes else None,
    }
