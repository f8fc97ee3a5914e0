"""Confidence / presence from delivery alone: pace, fillers, pauses, the wait before an answer. Nothing of the content.

Bands, not ideals: most speech that listeners follow with ease lies between 110 and 180 words a minute, so only pace
well outside costs points; two fillers in a hundred words are ordinary speech. Content, names and accent play no part.
"""

from __future__ import annotations

from dataclasses import dataclass

from evaluators.delivery import FILLERS, LONG_PAUSE_S, PACE_WORDS, inner_gaps, speaking_seconds, timed_words
from evaluators.evidence import Ground, GroundTurn
from evaluators.reading import QUOTE_WORDS
from evaluators.shapes import Claim, DimensionDraft
from evaluators.words import has_time, unsure
from schema.analysis import Fix, TurnTaking

ENOUGH_WORDS = 2 * PACE_WORDS
PACE_EASY, PACE_WIDE = (110.0, 180.0), (90.0, 200.0)
FILLERS_FEW, FILLERS_SOME = 2.5, 6.0  # for a hundred words
PAUSES_FEW, PAUSES_SOME = 1.0, 3.0  # long ones, for a minute of speaking
WAIT_S = 4.0

NEEDS = (
    f"Answer by voice for half a minute or more: pace and pauses need about {ENOUGH_WORDS} words with their seconds."
)


@dataclass(frozen=True, slots=True)
class _Measured:
    pace: float
    fillers: float  # for a hundred words
    pauses: float  # long ones, for a minute
    wait_s: float | None


def presence(key: str, taking: TurnTaking, on: Ground) -> DimensionDraft:
    """A draft from delivery measures; no anchor under 60 timed words."""
    spoken = [turn for turn in on.turns if has_time(turn.turn) and turn.turn.words]
    measured = _measure(taking, spoken, timed_words(on))
    if measured is None:
        return DimensionDraft(key=key, needs=NEEDS)
    level, fixes = _judged(measured)
    return DimensionDraft(
        key=key, anchor=max(1.0, round(2 * level) / 2), claims=_claims(measured, spoken), needs=NEEDS,
        fixes=tuple(fixes[:2]),
        note=f"Measured: {measured.pace:.0f} words a minute, {measured.fillers:.1f} fillers in a hundred words, "
        f"{measured.pauses:.1f} long pauses in a minute of speech.",
    )  # fmt: skip


def _measure(taking: TurnTaking, spoken: list[GroundTurn], words: int) -> _Measured | None:
    seconds = sum(speaking_seconds(turn.turn.words or ()) for turn in spoken)
    if taking.words_per_minute is None or words < ENOUGH_WORDS or seconds <= 0:
        return None
    fillers = sum(len(FILLERS.findall(turn.turn.text)) for turn in spoken)
    return _Measured(
        pace=taking.words_per_minute,
        fillers=100 * fillers / words,
        pauses=60 * (taking.long_pauses or 0) / seconds,
        wait_s=taking.candidate_gap_p50_s,
    )


def _judged(m: _Measured) -> tuple[float, list[Fix]]:
    """Level 0-5 and advice: pace 2, fillers 1.5, long pauses 1, the wait before an answer 0.5."""
    fixes: list[Fix] = []
    pace = _band(PACE_EASY[0] <= m.pace <= PACE_EASY[1], PACE_WIDE[0] <= m.pace <= PACE_WIDE[1])
    if pace < 1:
        word = "slower" if m.pace > PACE_EASY[1] else "a little faster"
        fixes.append(
            Fix(title="Change the pace", how=f"You spoke at {m.pace:.0f} words a minute; try {word}, near 140.")
        )
    fillers = _band(m.fillers <= FILLERS_FEW, m.fillers <= FILLERS_SOME)
    if fillers < 1:
        how = f"{m.fillers:.0f} in a hundred words were fillers; let a short silence stand in their place."
        fixes.append(Fix(title="Let silence stand", how=how))
    pauses = _band(m.pauses <= PAUSES_FEW, m.pauses <= PAUSES_SOME)
    if pauses < 1:
        how = (
            f"Pauses over {LONG_PAUSE_S:.0f} s came {m.pauses:.1f} times a minute; say “let me think”, then pause once."
        )
        fixes.append(Fix(title="Announce the pause", how=how))
    wait = 0.0 if m.wait_s is None else _band(m.wait_s <= WAIT_S, m.wait_s <= 2 * WAIT_S)
    total = 2 * pace + 1.5 * fillers + pauses + 0.5 * wait
    return (total if m.wait_s is not None else total / 0.9), fixes


def _band(easy: bool, wide: bool) -> float:
    return 1.0 if easy else 0.5 if wide else 0.0


def _claims(m: _Measured, spoken: list[GroundTurn]) -> tuple[Claim, ...]:
    """Where it can be heard: the longest answer, and the longest pause or a filler where there were too many."""
    longest = max(spoken, key=lambda turn: len(turn.turn.words or ()))
    claims = [_at(longest, 0, f"Measured over all your answers: {m.pace:.0f} words a minute.")]
    if m.pauses > PAUSES_FEW:
        turn = max(spoken, key=lambda t: max(inner_gaps(t.turn.words or ()), default=0.0))
        gaps = inner_gaps(turn.turn.words or ())
        place = gaps.index(max(gaps))
        claims.append(_at(turn, max(0, place - QUOTE_WORDS // 2), f"A pause of {max(gaps):.1f} s stands in here."))
    if m.fillers > FILLERS_FEW:
        turn = max(spoken, key=lambda t: len(FILLERS.findall(t.turn.text)))
        found = FILLERS.search(turn.turn.text)
        start = 0 if found is None else sum(word.end <= found.start() for word in turn.words)
        claims.append(_at(turn, max(0, start - 3), f"{m.fillers:.0f} fillers in a hundred words; one is here."))
    return tuple(claims)


def _at(turn: GroundTurn, start: int, why: str) -> Claim:
    """The words from about there, as far as they can be evidence: heard surely and meant for the interviewer."""
    usable = [i not in turn.barred and not unsure(turn.heard[i]) for i in range(len(turn.words))]
    low = next((i for i in [*range(start, len(usable)), *range(start)] if all(usable[i : i + 2])), start)
    low = min(low, max(0, len(turn.words) - 2))
    high = low + 1
    while high < min(len(turn.words), low + QUOTE_WORDS) and usable[high]:
        high += 1
    text = turn.turn.text[turn.words[low].start : turn.words[high - 1].end]
    return Claim(quote=text, why=why, turn_index=turn.index, direct=True)
