"""How long to wait before a silence is the end of an answer.

Voice activity alone cuts people off at every pause. The wait depends on the question that was asked (a "how many?" is
over sooner than a "walk me through"), on whether the words so far can end here ("... and the" cannot), on how much has
been said, and, where those leave it open, on the bundled audio end-of-turn model, asked again through the pause. Who
asked for more time to think is waited for longer: `patience` multiplies every wait.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from livekit.agents import llm
from livekit.agents.language import LanguageCode

from schema.vocabulary import QuestionKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DANGLING = _words(
    """and or but so because since although though while whereas if unless when whenever where which who whose that
    than then as like with without within into onto from of for to by at in on about around over under between
    through during the a an my our your their his her its this these those some any every each i we they he she it's
    i'm we're was were is are am be been being had has have did do does can could would should will might must may
    very really quite basically actually also just mainly mostly namely including plus versus per um uh er erm hmm
    like well"""
)
# Words that often dangle but may close a sentence ("since then", "what I worked on"): a full stop after them counts.
_MAY_END = _words(
    """then on in to for with about of at by up over under between around through within from like as well it this that
    is was are were be been am do did does have has had can could would should will"""
)
# Phrases that are whole although their last word alone would dangle, where a full stop follows.
_WHOLE_END = re.compile(
    r"\b((since|back|by|until|till|from|even|only|just) then|as well|and so on"
    r"|(like|about|after|before|of) (that|this|it)"
    r"|(think|know|believe|said|say|did|do|does) (so|that|it)"
    r"|(work|works|worked|working|rely|relied|depend|depended|count|counted) (on|with|for|it)"
    r"|(look|looking|looked) forward to|(deal|dealt|dealing) with|(talk|talked|care|cared|think|thought) about)[.!]$",
    re.I,
)
_APPROXIMATE = _words("""about around roughly approximately nearly almost over under maybe perhaps like""")
_NUMBER = re.compile(
    r"\b(\d[\d,.]*|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen|half|none)\b",
    re.I,
)
_NUMBER_WANTS_UNIT = re.compile(r"\b(\d[\d,.]*|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)$", re.I)
_YES_NO = re.compile(r"^\W*(yes|no|yeah|nope|yep|not really|not yet|never|always|sometimes|correct|exactly)\b", re.I)
_LEAD_IN = re.compile(
    r"^\W*((sure|okay|ok|right|well|so|yeah|yes|hmm|um|uh|good question|great question|let me think|let me see"
    r"|of course|thanks|thank you|that's a good question|give me a second|one moment)\W*)+$",
    re.I,
)
_CLOSING = re.compile(
    r"\b(that's (it|all|about it|everything|pretty much it|my answer)|that is (it|all)"
    r"|that was (it|the result|the outcome)|in the end|as a result|since then|(i think )?that covers it"
    r"|so yeah|so yes|hope that answers"
    r"|(it|that) worked( out)?( well)?|and it (shipped|held|worked)|next time i would|i learned)\b",
    re.I,
)
_THINKING = re.compile(
    r"\b(let me think( about (it|that))?|let me see|give me (a|one) (second|moment|minute))\W*$"
    r"|(^|[.,!?]\s*)(just )?(one|a) (second|moment)( please)?\W*$|\bhold on\W*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Wait:
    """Seconds of silence, from the last speech, after which the answer is taken as complete."""

    seconds: float
    sure: bool  # false: the audio model may shorten or lengthen it
    why: str


# Base waits in seconds by kind of question, for words that can end here. The figures come from the pause benchmark:
# see `interview-lab bench turns`.
_SHORT_ENOUGH = {
    QuestionKind.CLOSED: 0.28,
    QuestionKind.NUMERIC: 0.28,
    QuestionKind.SHORT: 0.30,
    QuestionKind.STORY: 0.34,
    QuestionKind.INVITATION: 0.35,
    QuestionKind.TASK: 0.6,  # thinking aloud over code: pauses are part of it
}
_DANGLING_WAIT = {
    QuestionKind.CLOSED: 1.2,
    QuestionKind.NUMERIC: 1.2,
    QuestionKind.SHORT: 1.7,
    QuestionKind.STORY: 2.2,
    QuestionKind.INVITATION: 2.0,
    QuestionKind.TASK: 2.4,
}
LONGEST_WAIT_S = 4.0
# The wait where the words could end here but the voice sounds unfinished, by the audio model's score.
_UNFINISHED_VOICE_S = {
    QuestionKind.CLOSED: 0.6,
    QuestionKind.NUMERIC: 0.6,
    QuestionKind.SHORT: 0.9,
    QuestionKind.STORY: 1.4,
    QuestionKind.INVITATION: 1.0,
    QuestionKind.TASK: 1.4,
}
LIKELY_ENDED, UNLIKELY_ENDED = 0.36, 0.15  # the first is the model's own threshold for English


def wait_for(text: str, kind: QuestionKind) -> Wait:
    """The wait for an answer that stands at `text`. Pure."""
    stripped = text.strip()
    words = re.findall(r"[A-Za-z0-9'%$]+", stripped)
    if not words:
        return Wait(_DANGLING_WAIT[kind], True, "nothing but sounds so far")
    last = words[-1].lower()
    if _THINKING.search(stripped):
        return Wait(LONGEST_WAIT_S, True, "asked for a moment to think")
    if _LEAD_IN.match(stripped) and not (kind is QuestionKind.CLOSED and _YES_NO.match(stripped)):
        return Wait(2.0 if kind is QuestionKind.STORY else 1.3, True, "only a lead-in so far")
    dangles = last in _DANGLING and not _WHOLE_END.search(stripped)
    if dangles or stripped.endswith(("-", "…", "...", ",", ":", ";")):
        if stripped[-1] in ".!?" and not stripped.endswith("...") and last in _MAY_END:
            return Wait(0.8, False, f"a sentence that ends on '{last}'")
        return Wait(_DANGLING_WAIT[kind], True, f"cannot end on '{last}'")
    if len(words) >= 2 and words[-2].lower() in _APPROXIMATE and not _NUMBER.search(last):
        return Wait(_DANGLING_WAIT[kind] * 0.7, True, "an approximate figure is not finished")
    ends_sentence = stripped[-1] in ".!?"
    if kind is QuestionKind.NUMERIC and _NUMBER.search(stripped):
        unit_open = bool(_NUMBER_WANTS_UNIT.search(stripped.rstrip(".!?")))
        return Wait(0.55 if unit_open else _SHORT_ENOUGH[kind], not unit_open, "the figure was given")
    if kind is QuestionKind.CLOSED and _YES_NO.match(stripped):
        return Wait(_SHORT_ENOUGH[kind], True, "a yes or no was given")
    return _by_length(words, kind, ends_sentence, bool(_CLOSING.search(" ".join(words[-14:]))))


def _by_length(words: list[str], kind: QuestionKind, ends_sentence: bool, closing: bool) -> Wait:
    base = _SHORT_ENOUGH[kind]
    if closing and ends_sentence and len(words) >= 6:
        return Wait(base, True, "sounds like a closing sentence")
    if not ends_sentence:
        return Wait(base + (0.9 if kind is QuestionKind.STORY else 0.5), False, "no sentence has ended")
    enough = {
        QuestionKind.CLOSED: 1,
        QuestionKind.NUMERIC: 2,
        QuestionKind.SHORT: 4,
        QuestionKind.STORY: 10,
        QuestionKind.INVITATION: 4,
        QuestionKind.TASK: 4,
    }
    if len(words) >= enough[kind]:
        return Wait(base, False, "a full sentence of enough words")
    return Wait(1.05 if kind is QuestionKind.STORY else 0.7, False, "a short sentence for this question")


def adjusted(wait: Wait, probability: float, kind: QuestionKind, patience: float = 1.0) -> float:
    """The wait after the audio model's word on it: 0 means 'will go on', 1 means 'has ended'.

    The model only weighs where the words leave it open: a sentence may be the last or one of many, and there the voice
    tells more than the words. It never shortens the wait.
    """
    if wait.sure or probability >= LIKELY_ENDED:
        return wait.seconds
    unfinished = _UNFINISHED_VOICE_S[kind] * (0.6 if probability >= UNLIKELY_ENDED else 1.0)
    return max(wait.seconds, unfinished * patience)


class PatientTurnDetector:
    """A turn detector for AgentSession that answers only when the wait is over, and so holds the endpointing itself.

    The session cancels the call when the candidate speaks again. `score` asks the bundled audio model (null: none).
    `patience` is the interview's own: how many times as long as usual this candidate is waited for.
    """

    ASK_AGAIN_S = 0.35

    def __init__(
        self,
        question_kind: Callable[[], QuestionKind],
        *,
        silent_since: Callable[[], float | None],
        busy: Callable[[], bool],
        score: Callable[[], Awaitable[float]] | None = None,
        patience: float = 1.0,
    ) -> None:
        self._question_kind = question_kind
        self.patience = patience
        self._silent_since = silent_since
        self._busy = busy
        self._score = score
        self.last: Wait | None = None

    @property
    def model(self) -> str:
        return "patient"

    @property
    def provider(self) -> str:
        return "local"

    async def unlikely_threshold(self, language: LanguageCode | None) -> float | None:
        return 0.5

    async def supports_language(self, language: LanguageCode | None) -> bool:
        return True

    async def predict_end_of_turn(self, chat_ctx: llm.ChatContext, *, timeout: float | None = None) -> float:
        """Returns 1.0 once the answer is taken as complete. Cancelled when the candidate goes on."""
        text = _last_user_text(chat_ctx)
        kind = self._question_kind()
        usual = wait_for(text, kind)
        wait = self.last = replace(usual, seconds=usual.seconds * self.patience)
        target = wait.seconds
        asked_at: float | None = None
        while True:
            silent = self._silence()
            if silent >= target and not self._busy():
                return 1.0
            if self._score is not None and not wait.sure and target - silent > 0.12:
                now = time.monotonic()
                if asked_at is None or now - asked_at >= self.ASK_AGAIN_S:
                    asked_at = now
                    target = adjusted(wait, await self._score(), kind, self.patience)
                    continue
            await asyncio.sleep(0.1 if self._busy() else min(max(target - silent, 0.005), 0.15))

    def _silence(self) -> float:
        since = self._silent_since()
        return 0.0 if since is None else time.monotonic() - since


def _last_user_text(chat_ctx: llm.ChatContext) -> str:
    for item in reversed(chat_ctx.items):
        if item.type == "message" and item.role == "user":
            return item.text_content or ""
    return ""
