"""Says whether a model's wording of a decision may be spoken instead of the template, and why not."""

from __future__ import annotations

import re

from controller.templates import word_count

MAX_SENTENCES = 2
MAX_WORDS = 45
KEPT_SHARE = 0.5  # of the template's content words; a paraphrase keeps at least these

_MARKDOWN = re.compile(r"[*_`#|<>\[\]{}~\n]|^\s*(?:[-•]|\d+[.)])\s|https?://")
_PICTURES = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_FEEDBACK = re.compile(
    r"\b(?:great|excellent|impressive|amazing|awesome|fantastic|wonderful|perfect|well done|good (?:answer"
    r"|job|point|example|start)"
    r"|nice (?:answer|job|work|example)|strong answer|weak|vague|(?:too|very) general|not (?:specific|enough)"
    r"|correct|incorrect"
    r"|wrong|unfortunately|disappoint\w*|scor(?:e|ed|es|ing)|out of (?:ten|five|10|5)|points? for|grade"
    r"|rating|pass(?:ed)?|fail(?:ed)?"
    r"|i (?:like|love) (?:that|how|your|the way))\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:interview plan|the plan|next (?:phase|section|pattern|question|part|topic)|phase|rubric|dimension|probe"
    r"|system prompt|my (?:instructions|prompt|rules|list|notes|checklist)"
    r"|(?:i|we)(?:'ll| will| am going to|'m going to| are going to|'re going to) (?:\w+ ){0,2}?(?:ask|come|turn|move"
    r"|talk|cover|get)"
    r"|(?:later|after this|afterwards|then),? (?:i|we)(?:'ll| will)?"
    r"|(?:i|we) (?:still|also) (?:have|need|want) to (?:ask|cover|check|learn|hear)|(?:questions?|topics?"
    r"|minutes?) (?:left|remaining)"
    r"|i (?:was|am|have been) (?:told|instructed|asked to)|as an ai|language model|json|the decision|follow-up budget"
    r"|what you are missing|missing piece|coverage|i(?:'m| am) (?:checking|testing|assessing|evaluating|scoring"
    r"|looking for))\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?]+[\"”’')]*(?:\s|$)")
# A second thing that is asked in the same breath: "… and how did it end".
_AND_ASKS = re.compile(
    r"(?:\band|\bor|\balso|\bplus|[,;:–—])\s+(?:also |then |please |maybe |if so |if not |could you |can you )*"
    r"(?:what|how|why|when|where|who|whom|which|(?:do|did|would|could|can|have|are|were|was|is) (?:you|it|they|that)"
    r"|tell me|walk me|describe|explain|name)\b",
    re.IGNORECASE,
)
_ASK = re.compile(r"\b(?:what|how|why|when|where|who|whom|which|(?:do|did|would|could|can|have|are|were) you|tell me"
                  r"|walk me|describe|explain)\b", re.IGNORECASE)  # fmt: skip
_NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-Z][a-zà-ÿ]+\w*\b")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[a-zà-ÿ0-9][a-zà-ÿ0-9'’-]*", re.IGNORECASE)
_COMMON = (
    "a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my of "
    "on or our please so some tell than that the their them then there they this to us was we were what when where "
    "which who why will with would you your yours about walk through one any let let's take thank thanks all right"
)
_STOP = frozenset(_COMMON.split())


def acceptable(template: str, candidate: str) -> str | None:
    """None when `candidate` may be spoken in place of `template`; else the reason of the refusal, one sentence."""
    text = candidate.strip()
    checks = (_shape, _manners, _question, _content, _names)
    return next((reason for check in checks if (reason := check(template, text))), None)


def _shape(template: str, text: str) -> str | None:
    if not text:
        return "It says nothing."
    if _MARKDOWN.search(text) or _PICTURES.search(text):
        return "It holds signs that a voice can't speak."
    if _sentences(text) > max(MAX_SENTENCES, _sentences(template)):
        return f"It is longer than {MAX_SENTENCES} sentences."
    if word_count(text) > max(MAX_WORDS, word_count(template)):
        return f"It is longer than {MAX_WORDS} words."
    return None


def _manners(template: str, text: str) -> str | None:
    for pattern, reason in ((_FEEDBACK, "It gives feedback"), (_PLAN, "It speaks of the plan")):
        allowed = {match[0].lower() for match in pattern.finditer(template)}
        found = next((match[0] for match in pattern.finditer(text) if match[0].lower() not in allowed), None)
        if found:
            return f"{reason}: “{found}”."
    return None


def _question(template: str, text: str) -> str | None:
    asked, wanted = text.count("?"), template.count("?")
    if asked > max(1, wanted):
        return "It asks more than one question."
    if _more_asked(text) > _more_asked(template):
        return "It asks two things in one breath."
    return "It no longer asks the question." if wanted and not asked else None


def _more_asked(text: str) -> int:
    """How many things are asked after a first one, in the same sentence or not."""
    asked = _ASK.search(text)
    return len(_AND_ASKS.findall(text, asked.end())) if asked else 0


def _content(template: str, text: str) -> str | None:
    numbers, given = set(_NUMBER.findall(template)), set(_NUMBER.findall(text))
    if numbers != given:
        return f"Its figures differ: {', '.join(sorted(numbers ^ given))}."
    for quote in _QUOTED.findall(template):
        if _stems(quote) - _stems(text):
            return f"It lost the quoted words “{quote}”."
    wanted = _stems(template)
    kept = len(wanted & _stems(text))
    return None if kept >= KEPT_SHARE * len(wanted) else "It lost the question's own words."


def _names(template: str, text: str) -> str | None:
    """A name that was said stays: of a person who takes over, a company, a tool."""
    lost = [match[0] for match in _NAME.finditer(template) if match[0].lower() not in text.lower()]
    return f"It lost the name “{lost[0]}”." if lost else None


def _sentences(text: str) -> int:
    """Sentences as a listener counts them, a small letter after the full stop or not."""
    marked = text.strip()
    return len(_END.findall(marked)) + (not marked.endswith((".", "!", "?", "”", '"')))


def _stems(text: str) -> set[str]:
    """Content words cut to six letters, so that "migrated" and "migration" meet."""
    return {word.lower()[:6] for word in _WORD.findall(text) if word.lower() not in _STOP}
