"""Whether the answer to a micro drill speaks of its prompt: of the scene that it made up, or of work and studies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from evaluators.documents.skills import find_skills
from evaluators.drill_checks import counted
from evaluators.lexicon import lexicon
from evaluators.reading import Reading
from seeds.drills import Drill

STEM = 5  # letters that two forms of a word share: "customer" and "customers"
# Words that work, study and volunteering have and a holiday or a recipe has not.
_WORK = re.compile(
    r"\b(?:work(?:ed|ing|place|s|shop|flow)?|job|team|teams|colleagues?|manager|boss|lead|client|clients|customers?|users?|"
    r"project|projects|company|office|shop|store|clinic|hospital|school|class|course|thesis|university|college|internship|"
    r"intern|club|society|volunteer\w*|students?|teachers?|professor|supervisor|shift|warehouse|factory|plant|"
    r"release|deploy\w*|shipped|code|bug|bugs|feature|service|server|database|table|query|queries|pipeline|script|test|"
    r"tests|report|reports|dashboard|model|data|dataset|analysis|spreadsheet|export|import|migration|design|prototype|"
    r"research|survey|interviews?|interviewed|campaign|pitch|deal|deals|account|accounts|leads|contract|invoice|invoices|"
    r"budget|revenue|sales|costs?|price|pricing|margin|forecast|quarter|target|quota|orders?|delivery|deliveries|supplier|"
    r"suppliers|vendors?|stock|inventory|process|processes|ticket|tickets|support|complaints?|refunds?|meeting|meetings|"
    r"deadline|launch|rollout|roadmap|sprint|backlog|plan|proposal|stakeholders?|onboarding|hiring|hired|training|"
    r"candidates?|payroll|policy|audit|incident|outage|alert|alerts|security|website|site|app|page|checkout|landing|"
    r"newsletter|emails?|presentation|workshop|documentation|docs|notes|calls?|patients?|members|event|events|"
    r"engineers?|developers?|designers?|analysts?|sellers?|reps?|drivers?|staff|department|branch|startup|agency|firm|"
    r"rewrote|rebuilt|refactor\w*|automat\w+|migrat\w+|negotiat\w+|presented|presenting|scheduled?|prioriti\w+|nightly|"
    r"routine|task|tasks|template|forms?|checklist|handover|rota|queue|backend|frontend|interface|guests?|restaurant|ward|"
    r"nurses?|lessons?|pupils?|classroom|exam|exams|assignment|hackathon|competition|exhibition|scholarship|laboratory|"
    r"bank|build|builds|batch|job|jobs|cache|index|algorithm|library|tool|tools|automation|experiment|strategy)\b",
    re.IGNORECASE,
)
_LEISURE = re.compile(
    r"\b(?:dogs?|cats?|beach|holidays?|vacation|lake|seaside|soup|recipes?|cook(?:ed|ing)?|cakes?|baked|football|cricket|"
    r"tennis|goals?|penalty|films?|movies?|songs?|guitar|piano|garden|weather|aunt|uncle|grand(?:mother|father|ma|pa)|mother|"
    r"father|mum|dad|sister|brother|wife|husband|girlfriend|boyfriend|wedding|birthday|hik(?:ed|ing)|camping|netflix|dinner|"
    r"lunch|breakfast|party|concert|gym|marathon|horoscope|elections?|government|president|religion)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)


def is_on_topic(drill: Drill, prompt: str, reading: Reading) -> bool:
    """Whether the answer speaks of the prompt's scene, where it made one up, or else of the speaker's work or studies.

    Work is told from the rest of life by its words: an answer with more of the other's than of its own is off the
    topic, and so is one in which nobody says "I", "we", "my" or "our".
    """
    text = " ".join(sentence.text for sentence in counted(reading))
    if drill.about:
        return _speaks_of((*drill.about, *_stems(prompt)), text)
    leisure = len(_LEISURE.findall(text))
    work = len(_WORK.findall(text)) + len(find_skills(text)) if leisure else 0
    return _FIRST_PERSON.search(text) is not None and (not leisure or work > leisure)


def _speaks_of(stems: Iterable[str], text: str) -> bool:
    words = re.findall(r"[a-z]+", text.casefold())
    return any(word.startswith(stem) for stem in stems for word in words)


@cache
def _stems(prompt: str) -> tuple[str, ...]:
    """The beginnings of the prompt's telling words."""
    small = lexicon().words["function_words"] | _OF_PROMPTS
    words = re.findall(r"[a-z]{4,}", prompt.casefold())
    return tuple(sorted({word[:STEM] for word in words if word not in small}))


_OF_PROMPTS = frozenset(
    {"imagine", "suppose", "somebody", "questions", "question", "says", "said", "first", "would", "things", "next"}
    | {"tell", "order", "before", "after", "need", "needed", "what", "that", "this", "with", "them", "good", "better"}
)
