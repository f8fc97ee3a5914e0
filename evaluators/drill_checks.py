"""What the note on a micro drill looks for, check by check, with its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from evaluators.documents.skills import find_skills
from evaluators.lexicon import Cue, lexicon
from evaluators.reading import QUOTE_WORDS, Reading, quote
from evaluators.sentences import Found, Sentence
from evaluators.spotting import has_object
from evaluators.words import unsure
from seeds.drills import DrillCheck

D = DrillCheck
LEAST_QUESTION_WORDS = 3
_LEAD_IN = r"(?:and|so|okay|well|um+|uh+|first|second|secondly|then|also|the (?:first|second|other)(?: one)? \w+)"
_QUESTION = re.compile(
    rf"^(?:{_LEAD_IN}[,:]?\s+)*(?:who|what|when|where|why|which|whose|how|is|are|was|were|do|does|did|has|have|can|could|"
    r"would|will|should|may i ask|tell me)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?<=[?.!])\s+|,?\s+and\s+(?=(?:who|what|when|where|why|which|how|is|are|do|does|did)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Spotted:
    """The candidate's words that show a check, at most 22 of them."""

    quote: str


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look for: its name in a sentence, the words that go before its quote, and how to ask for it."""

    name: str
    there: str
    ask: str
    find: Callable[[Reading], Spotted | None]


def _cue(*cues: Cue) -> Callable[[Reading], Spotted | None]:
    """The first passage that shows one of the cues."""

    def find(reading: Reading) -> Spotted | None:
        found = reading.first(*cues)
        return None if found is None else Spotted(quote(found))

    return find


def _or_phrase(pattern: re.Pattern[str], *cues: Cue) -> Callable[[Reading], Spotted | None]:
    """A cue, or else the pattern in any sentence that counts: a drill asks for the thing itself, so "I'd say about 20
    percent" tells a figure here although an interview's rules read it as something supposed."""
    by_cue = _cue(*cues)

    def find(reading: Reading) -> Spotted | None:
        if (spotted := by_cue(reading)) is not None:
            return spotted
        for sentence in counted(reading):
            found = pattern.search(_without_idle(sentence.text))
            if found and (told := _around(sentence, cues[0], *found.span())):
                return told
        return None

    return find


def _without_idle(text: str) -> str:
    """The text with years and figures of speech ("a hundred percent sure") blanked, same length."""
    for name in ("idle_number", "year"):
        text = lexicon().patterns[name].sub(lambda match: " " * len(match.group()), text)
    return text


def _around(sentence: Sentence, cue: Cue, start: int, end: int) -> Spotted | None:
    """The words around characters [start, end) of the sentence, unless they were heard unsurely."""
    words, low, high = sentence.turn.words, sentence.start + start, sentence.start + end
    hit = [i for i in range(sentence.first, sentence.last) if words[i].end > low and words[i].start < high]
    if not hit or any(unsure(sentence.turn.heard[i]) for i in hit):
        return None
    return Spotted(quote(Found(cue, sentence, hit[0], hit[-1] + 1, sentence.text[start:end].casefold())))


def _two(cue: Cue) -> Callable[[Reading], Spotted | None]:
    """The second of two different passages that show the cue."""

    def find(reading: Reading) -> Spotted | None:
        items = [item for item in reading.found if item.cue is cue]
        words: dict[str, Found] = {}
        for item in items:
            words.setdefault(item.word, item)
        return Spotted(quote(list(words.values())[1])) if len(words) >= 2 else None

    return find


def _since(reading: Reading) -> Spotted | None:
    """What is done since, with something that can be pictured: "now I always give my best" is none."""
    for found in reading.found:
        if found.cue is Cue.CHANGED:
            turn = found.sentence.turn
            rest = turn.turn.text[turn.words[found.last - 1].end : turn.words[found.sentence.last - 1].end]
            if has_object(_without_idle(rest).strip(" ,")):
                return Spotted(quote(found))
    for sentence in counted(reading):
        told = _SINCE.search(sentence.text)
        if told and has_object(_without_idle(sentence.text)[told.end() :].strip(" ,")):
            return _around(sentence, Cue.CHANGED, *told.span())
    return None


def _change(reading: Reading) -> Spotted | None:
    """A figure together with where it started; "it halved" says so by itself."""
    found = reading.first(Cue.BASELINE)
    if found is None:
        found = next((i for i in reading.found if i.cue is Cue.METRIC and _HALVED.search(i.word)), None)
    return _told_twice(reading) if found is None else Spotted(quote(found))


_FIGURE = re.compile(
    r"\d|%|\b(?:percent|per cent|hundred|thousand|million|dozen|half|twice|doubled|halved)\b|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|ninety)\s+[a-z]{4,}",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:because|the reason|that's why|so that|given that|otherwise|which meant)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?:(?:ever )?since|after|from) (?:then|that|this|the)\b[^.?!]{0,40}\bi|now i|i now|these days i|i no longer)"
    r"\s+(?:always |never |now |also )*[a-z]+\b",
    re.IGNORECASE,
)
_UNASKED = re.compile(
    r"\b(?:(?:nobody|no one) (?:had |has |ever )?(?:asked|owned|told)|without (?:being asked|anyone asking)|"
    r"my own idea|(?:wasn't|was not) (?:my job|part of my job)|(?:nobody|no one) else (?:had|did|was))\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:[$€£₹]?\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|a hundred|half|zero|none|nothing)"
)
_BEFORE_AFTER = re.compile(
    rf"\b(?:before|used to|took|was|were|from|had)\b[^?!]{{0,40}}?\b({_NUMBER})\b[^?!]{{1,100}}?\b(?:now|down to|up to|"
    rf"to|instead of|after(?:wards)?|only)\b[^?!]{{0,30}}?\b(?!\1\b){_NUMBER}\b",
    re.IGNORECASE,
)
_told_twice = _or_phrase(_BEFORE_AFTER, Cue.BASELINE)
_AGREED = re.compile(r"\b(?:agreed|settled) (?:on|to|that|upon)\b|\bcame to an agreement\b", re.IGNORECASE)
_HALVED = re.compile(
    r"\b(?:halved|doubled|tripled|quadrupled|by half|in half|half|a third)\b|%|per ?cent", re.IGNORECASE
)


def _tool(reading: Reading) -> Spotted | None:
    """A tool or a method by its name, in a sentence that tells something."""
    found = reading.first(Cue.TOOL)
    if found is not None:
        return Spotted(quote(found))
    for sentence in counted(reading):
        for skill in find_skills(sentence.text):
            if told := _around(sentence, Cue.TOOL, skill.start, skill.end):
                return told
    return None


def _two_questions(reading: Reading) -> Spotted | None:
    asked = list(dict.fromkeys(questions(reading)))
    return Spotted(asked[0]) if len(asked) >= 2 else None


def questions(reading: Reading) -> list[str]:
    """The questions that an answer asks, verbatim, with or without a question mark, for recognisers drop it."""
    found = []
    for sentence in counted(reading):
        for clause in _CLAUSE.split(sentence.text):
            said = clause.strip()
            few = len(said.split()) < LEAST_QUESTION_WORDS
            if not few and (said.endswith("?") or _QUESTION.match(said)):
                found.append(" ".join(said.split()[:QUOTE_WORDS]))
    return found


CHECKS: dict[DrillCheck, Check] = {
    D.SITUATION: Check(
        "the situation",
        "The scene",
        "Say where and when this was, and what was at stake.",
        _cue(Cue.CONTEXT, Cue.PROBLEM),
    ),
    D.PROBLEM: Check(
        "what was wrong", "What was wrong", "Say what was not working before anyone did anything.", _cue(Cue.PROBLEM)
    ),
    D.OWN_ACTION: Check(
        "a step of your own",
        "Your own step",
        "Say one thing that you did: “I” and a verb that can be pictured.",
        _cue(Cue.OWN),
    ),
    D.TWO_ACTIONS: Check(
        "two steps of your own", "Your own step", "Name two steps that you took, each with its own verb.", _two(Cue.OWN)
    ),
    D.DECISION: Check(
        "a decision", "The decision", "Say what you decided: “I decided”, “I chose”.", _cue(Cue.DECISION)
    ),
    D.REASON: Check("the reason", "The reason", "Say why: one “because”.", _or_phrase(_REASON, Cue.REASON)),
    D.FIGURE: Check(
        "a figure", "The figure", "Give one figure with its unit.", _or_phrase(_FIGURE, Cue.METRIC, Cue.FIGURE)
    ),
    D.CHANGE: Check(
        "a figure before and after", "Before and after", "Give the figure before and the figure after.", _change
    ),
    D.CHECKED: Check(
        "how it was checked", "The check", "Say what you tested, measured or compared to be sure.", _cue(Cue.VERIFY)
    ),
    D.WEIGHED: Check(
        "what it was weighed against",
        "What was weighed",
        "Name the other way that there was, or the price of yours.",
        _cue(Cue.TRADEOFF),
    ),
    D.OUTCOME: Check(
        "the outcome",
        "The outcome",
        "Say how it ended, in something that others could have seen.",
        _cue(Cue.RESULT, Cue.ADOPTED, Cue.BASELINE),
    ),
    D.LESSON: Check(
        "a concrete lesson",
        "The lesson",
        "Say the one step that you would take differently.",
        _cue(Cue.LEARNING, Cue.CHANGED),
    ),
    D.SINCE: Check(
        "what you do since",
        "What you do since",
        "Say what you do now that you did not do before.",
        _since,
    ),
    D.MISTAKE: Check("the mistake", "The mistake", "Say plainly what you got wrong or missed.", _cue(Cue.MISTAKE)),
    D.INITIATIVE: Check(
        "that it was your own idea",
        "Your own start",
        "Say what you noticed, or that nobody had asked.",
        _or_phrase(_UNASKED, Cue.INITIATIVE),
    ),
    D.SIGNPOST: Check(
        "words of order", "The order", "Lead through it with first, then and finally.", _cue(Cue.SIGNPOST)
    ),
    D.PLAN: Check(
        "two concrete steps",
        "A step of the plan",
        "Name two things that you would do, each with what you would look at.",
        _two(Cue.PLAN),
    ),
    D.FOUND: Check(
        "how you found it", "How you found it", "Say what you compared, traced or looked at.", _cue(Cue.DIAGNOSIS)
    ),
    D.TOOL: Check("a tool by its name", "The tool", "Name the tool or the method.", _tool),
    D.DISAGREEMENT: Check(
        "who wanted what", "The disagreement", "Say who wanted what, or who objected.", _cue(Cue.DISAGREE)
    ),
    D.SETTLED: Check(
        "how it was settled",
        "How it was settled",
        "Say what you agreed on in the end.",
        _or_phrase(_AGREED, Cue.RESOLVED),
    ),
    D.PERSON: Check(
        "who it was and what was said",
        "With whom",
        "Name the person by their role, and what you said or showed.",
        _cue(Cue.PEOPLE, Cue.EXCHANGE),
    ),
    D.TWO_QUESTIONS: Check(
        "two questions", "Your question", "Ask two questions that could be answered differently.", _two_questions
    ),
}


def counted(reading: Reading) -> list[Sentence]:
    """The sentences that are the speaker's own and new."""
    return [sentence for sentence in reading.sentences if sentence.muted is None]
