"""What makes a text unfit to be spoken by an interviewer, as the house writes: short, plain, British, one thing asked.

The tests hold every shipped pattern to these rules, and a pattern that an administrator adds is held to them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from seeds.question_patterns import filled, variables

MOST_SENTENCES = 2
MOST_WORDS = 45

# How the slots sound when they are filled; see the controller's planner for who fills them.
SAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "role_title": "Product Manager",
        "company": "Acme",
        "requirement": "experience with distributed systems",
        "claim": "Led the move of the ledger to another database",
        "metric_claim": "Cut the nightly build from forty to twelve minutes",
        "project": "Birdwatch",
        "skill": "Python",
        "tenure": "two years at Acme",
        "gap": "the months between March and October",
        "transition": "the move from teaching to data",
        "employer": "Acme",
        "where_before": "on your résumé",
        "said_before": "I led a team of five",
        "said_now": "I worked on my own",
    }
)
QUOTED = frozenset({"claim", "metric_claim", "said_before", "said_now"})  # somebody's own words
IN_MID_SENTENCE = frozenset({"requirement", "skill", "tenure", "gap", "transition", "where_before"})  # lower case

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘'(]*[A-Z0-9{])")
_SLOT = r"\{\{\s*(\w+)\s*\}\}"
_A_VOWEL = re.compile(r"\b[Aa] (?=[aeiouAEIOU])(?!one\b|once\b|uni|use|usu|util|eu|u[A-Z]|U[A-Z]|ubi)\w+")
_AN_CONSONANT = re.compile(r"\b[Aa]n (?=[b-df-hj-np-tv-z])(?!hour|honest|honou?r|heir)\w+|\b[Aa]n (?:uni|use|eu)\w*")
_UNREADABLE = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|w/o?|ASAP|FYI|approx|incl|max|min|A/B|JD|CV|Q[1-4]|KPIs?|OKRs?|SLAs?|ROI|C[ETFM]O)\b"
    r"|[/&%#@*_()\[\]<>;…]|\d{4,}|\s[-–—]\s|--"
)
_OURS = re.compile(
    r"\b(?:rubrics?|prob(?:e|es|ed|ing)|phases?|scores?|scoring|interview plan|dimensions?|vague|archetypes?"
    r"|blueprints?|role kit|question bank|claim triggers?|classifier|(?-i:STAR))\b"
    r"|\b(?:great|good|nice|excellent|perfect) (?:answer|point|job|example)\b|\bwell done\b",
    re.IGNORECASE,
)
_AMERICAN = re.compile(
    r"\b(?:behaviors?|behavioral|(?:color|favor|labor|honor|neighbor)\w*|centers?|centered|analyz\w+|paralyz\w+"
    r"|catalogs?|skeptic\w*|judgments?|cancel(?:ed|ing)|travel(?:ed|ing|er)\w*|model(?:ed|ing)|label(?:ed|ing)"
    r"|defenses?|offenses?|gray|fulfills?|enrolls?|(?:your|the|a) resume"
    r"|(?:training|loyalty|mentoring|graduate|referral|partner) programs?"
    r"|(?!(?:pri|sei|capsi|(?:re|down|over|right|up|out)si)z)\w{2,}iz(?:e|es|ed|ing|ation|ations|er|ers))\b",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_MEANT_TWICE = frozenset({"had", "that"})
_ENUMERATED = re.compile(r"\?[\"”]?\s+.*\?")


def faults(text: str, *, quotes_another: bool = False) -> tuple[str, ...]:
    """What a listener would stumble over in `text`, a template with its slots open; empty when it is fit to be said.

    `quotes_another`: the candidate's own words are repeated in it, which may take more words.
    """
    return tuple(_faults(text, MOST_WORDS + 20 if quotes_another else MOST_WORDS))


def _faults(text: str, most_words: int) -> Iterator[str]:
    said = filled(text, SAMPLES)
    if text != text.strip() or re.search(r"\s{2}|[\n\t]", text):
        yield "has a space too many"
    if not text or not re.match(r"[\"“]?(?:[A-ZÀ-Þ]|\{\{)", text):
        yield "does not begin with a capital letter"
    if not re.search(r"[.?][\"”]?$", text):
        yield "does not end in a full stop or a question mark"
    if len(sentences(said)) > MOST_SENTENCES:
        yield f"has more than {MOST_SENTENCES} sentences"
    if len(said.split()) > most_words:
        yield f"has more than {most_words} words"
    if _ENUMERATED.search(text):
        yield "asks two questions"
    yield from _slot_faults(text)
    yield from _word_faults(said)


def _slot_faults(text: str) -> Iterator[str]:
    if re.search(r"\b[Aa]n? " + _SLOT, text):
        yield "puts 'a' or 'an' before a slot, which can begin with any letter"
    for name in variables(text):
        slot = r"\{\{\s*" + name + r"\s*\}\}"
        if name in QUOTED and not re.search(r"[\"“]" + slot + r"[\"”]", text):
            yield f"repeats {name} without quotation marks"
        if name in IN_MID_SENTENCE and re.search(r"(?:^|[.?!] )" + slot, text):
            yield f"begins a sentence with {name}, which is in lower case"


def _word_faults(said: str) -> Iterator[str]:
    for rule, problem in (
        (_A_VOWEL, "needs 'an' in"),
        (_AN_CONSONANT, "needs 'a' in"),
        (_UNREADABLE, "can't be read aloud:"),
        (_OURS, "speaks our jargon or gives feedback:"),
        (_AMERICAN, "is not spelt as in the other patterns:"),
    ):
        found = rule.search(said)
        if found:
            yield f"{problem} {found[0].strip()!r}"
    doubled = _DOUBLED.search(said)
    if doubled and doubled[1].casefold() not in _MEANT_TWICE:
        yield f"says a word twice: {doubled[0]!r}"
    if "!" in said:
        yield "shouts"


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, without the space between them."""
    return tuple(part for part in _SENTENCE_END.split(text.strip()) if part)
