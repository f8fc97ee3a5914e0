"""The instant note on a micro drill, by rules: the drilled thing is there in the candidate's own words, or it is not.

What passes is read by the same cues as an interview: a sentence that copies the prompt, lists keywords, repeats itself
or speaks to a judge counts for nothing, and words that the recogniser was unsure of prove nothing. An answer passes
when everything that the drill looks for is there and it speaks of work, or of the scene that the prompt made up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from evaluators.assemble import is_answer
from evaluators.coach.given import DrillTarget
from evaluators.drill_checks import CHECKS, Spotted
from evaluators.drill_topic import is_on_topic
from evaluators.evidence import Ground, GroundTurn, to_the_judge
from evaluators.ports import Classify
from evaluators.reading import Reading, read_answers
from evaluators.shapes import Answer, AnswerTurn
from evaluators.wording import quoted
from evaluators.words import heard_tokens, tokens
from schema.base import Shape
from schema.transcript import TranscriptTurn, Word
from schema.vocabulary import AnswerStrength, QuestionKind, Speaker
from seeds.drills import Drill, DrillCheck, DrillKind, load_drills

BOXES = (1, 2, 4, 8, 16)  # days until a drill comes back; a pass moves it one box on, a miss back to the first
FEW_WORDS = 4
JUDGED = "to_the_judge"  # one such sentence, and the rest is not read: the answer was meant for somebody else
OVERTIME = 1.5  # times the drill's seconds, from which a note says so
LONG_WORDS = 60  # from which an answer has had the room to be concrete
READING_WPM = 150  # words a minute by which the length of a typed answer is told


class DrillNote(Shape):
    """What an answer to a drill showed. `quote`: the candidate's words that hold the drilled thing."""

    passed: bool
    heading: str
    lines: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    quote: str | None = None


def note_on(
    drill: Drill, answer_text: str, words: Sequence[Word], classify: Classify, *, prompt: str | None = None
) -> DrillNote:
    """The note on one answer. `words` are the recognised ones, empty where it was typed; `prompt` is the one that was
    asked, the drill's first by default."""
    asked = prompt or drill.prompts[0]
    if not is_answer(answer_text):
        return DrillNote(passed=False, heading="Nothing to go by yet", lines=("Say or write a sentence or two.",))
    reading = _read(drill, asked, answer_text, words)
    if refused := _refused(drill, asked, reading):
        return refused
    found = {check: CHECKS[check].find(reading) for check in drill.good_has}
    missing = [check for check, spotted in found.items() if spotted is None]
    shown = [(check, spotted) for check, spotted in found.items() if spotted is not None]
    passed = not missing and not _is_hollow(drill, asked, answer_text, classify)
    lines = [*(f"{CHECKS[c].there}: {quoted(_bare(s.quote))}." for c, s in shown), *(CHECKS[c].ask for c in missing)]
    if not missing and not passed:
        lines.append("Most of it stays general: add one thing that could be pictured or checked.")
    lines += _on_length(drill, reading, words)
    return DrillNote(
        passed=passed,
        heading=_heading(drill, passed, missing),
        lines=tuple(lines),
        missing=tuple(check.value for check in missing),
        quote=_drilled(drill, found),
    )


def prompt_of(drill: Drill, attempts: int) -> str:
    """The prompt for the next attempt after `attempts` earlier ones: the variants take turns."""
    return drill.prompts[attempts % len(drill.prompts)]


def next_due(box: int, passed: bool, now: datetime) -> tuple[int, datetime]:
    """The box that a drill moves to, and when it is due again: 1, 2, 4, 8 or 16 days on. `box` 0: never practised."""
    moved = min(box + 1, len(BOXES)) if passed else 1
    return moved, now + timedelta(days=BOXES[moved - 1])


def drill_targets(role_category: str, schedule: Mapping[str, datetime], now: datetime) -> tuple[DrillTarget, ...]:
    """The drills that suit a role as the coach takes them, the longest due first. `schedule`: due times by key."""
    drills = [drill for drill in load_drills().values() if drill.suits(role_category)]
    waits = {drill.key: schedule[drill.key] - now for drill in drills if drill.key in schedule}
    late = {key: wait for key, wait in waits.items() if wait <= timedelta()}
    drills.sort(key=lambda drill: late.get(drill.key, timedelta.max))
    return tuple(DrillTarget(key=d.key, title=d.title, aim=d.aim, seconds=d.seconds, due=d.key in late) for d in drills)


# ------------------------------------------------------------------ reading


def _read(drill: Drill, asked: str, text: str, words: Sequence[Word]) -> Reading:
    """The answer as the rules read interviews; every prompt of the drill counts as said by the interviewer."""
    end_s = max((word.end_s for word in words), default=0.0)
    turn = TranscriptTurn(
        speaker=Speaker.CANDIDATE, text=text, start_s=0, end_s=end_s, words=tuple(words) or None, typed=not words
    )
    found = tokens(text)
    keyed = tuple(i for i, word in enumerate(found) if word.key)
    spoken = tuple(tuple(word.key for word in tokens(said) if word.key) for said in (asked, *drill.prompts))
    on = Ground((GroundTurn(0, turn, found, heard_tokens(turn, found), keyed, to_the_judge(text, found)),), spoken)
    question = asked if DrillCheck.PLAN not in drill.good_has else f"What would you do? {asked}"
    kind = QuestionKind.STORY if drill.kind is DrillKind.STORYTELLING else QuestionKind.SHORT
    answer = Answer(question_id=drill.key, question=question, kind=kind, turns=(AnswerTurn(turn_index=0, text=text),))
    return read_answers((answer,), on)[0]


def _refused(drill: Drill, asked: str, reading: Reading) -> DrillNote | None:
    """The note on an answer that is none, or None. Says which, so that the next try can be one."""
    reasons = {sentence.muted for sentence in reading.sentences}
    if None not in reasons or JUDGED in reasons:
        worst = JUDGED if JUDGED in reasons else str(min(map(str, reasons)))
        heading, line = _MUTED.get(worst, _MUTED["repeated"])
        return DrillNote(passed=False, heading=heading, lines=(line,), missing=_all(drill))
    if reading.words < FEW_WORDS:
        line = (
            f"{reading.words} word{'' if reading.words == 1 else 's'} cannot show it. {CHECKS[drill.good_has[0]].ask}"
        )
        return DrillNote(passed=False, heading="Too short to tell", lines=(line,), missing=_all(drill))
    if not is_on_topic(drill, asked, reading):
        line = "Answer from your own work or studies." if not drill.about else "Stay with the scene of the prompt."
        return DrillNote(passed=False, heading="This speaks of something else", lines=(line,), missing=_all(drill))
    return None


_MUTED = {
    "copied": ("That was the prompt again", "Say it in your own words, with something that you did."),
    "stuffed": ("A list of words is no answer", "Take one of them and say in a sentence what you did with it."),
    JUDGED: ("That was for the judge", "Only what you say about the prompt counts."),
    "hollow": ("That would fit any question", "Say one thing that you did, so that one could have watched it."),
    "private": ("This speaks of something else", "Answer from your own work or studies."),
    "repeated": ("The same sentence again", "Say the next thing instead of repeating the first."),
}


def _all(drill: Drill) -> tuple[str, ...]:
    return tuple(check.value for check in drill.good_has)


def _is_hollow(drill: Drill, asked: str, text: str, classify: Classify) -> bool:
    """Whether a long answer stays general. Short ones are meant to be short, and questions tell of nothing done."""
    if drill.kind is DrillKind.CLARIFYING or DrillCheck.PLAN in drill.good_has or len(text.split()) < LONG_WORDS:
        return False
    return classify(asked, text).strength is AnswerStrength.VAGUE


# ------------------------------------------------------------------ words


def _heading(drill: Drill, passed: bool, missing: Sequence[DrillCheck]) -> str:
    if passed:
        return f"It is there: {CHECKS[drill.good_has[0]].name}"
    if not missing:
        return "Nearly: make it concrete"
    return f"Still missing: {' and '.join(CHECKS[check].name for check in missing)}"


def _bare(text: str) -> str:
    """Words without the mark at their end, for the sentence that quotes them has one of its own."""
    return text.rstrip(" .,;:—–-")


def _drilled(drill: Drill, found: Mapping[DrillCheck, Spotted | None]) -> str | None:
    spotted = found[drill.good_has[0]] or next((s for s in found.values() if s is not None), None)
    return spotted.quote if spotted else None


def _on_length(drill: Drill, reading: Reading, words: Sequence[Word]) -> list[str]:
    """A line where the answer took far longer than the drill gives; it passes all the same."""
    count = len(reading.sentences[0].turn.words)
    took = words[-1].end_s - words[0].start_s if words else 60 * count / READING_WPM
    if took <= OVERTIME * drill.seconds:
        return []
    spoken = "It took" if words else "Read aloud it takes"
    return [f"{spoken} about {round(took)} seconds; the drill gives {drill.seconds}. Try it once in half the words."]
