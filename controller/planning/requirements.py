"""A requirement of a job description as a noun phrase, fit to stand after "the job asks for", and as a theme."""

from __future__ import annotations

import re

from controller.planning.phrases import cleaned, shortened
from controller.planning.verbs import as_gerunds, gerund, opens_duty, participle_base
from controller.templates import sentences

MAX_PHRASE_WORDS = 12

_COUNT = r"(?:\d+(?:\s*[-–]\s*\d+)?\+?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_MODAL = r"(?:will|would|should|must|can|may|shall)"
_LEADS = re.compile(
    "^(?:"
    + "|".join(
        (
            r"(?:we|our team) (?:are|is|'re) (?:looking for|seeking)(?: (?:someone|people|candidates|a person))?"
            r"(?: who (?:can|has|have|is|are|will))?",
            r"we (?:expect|want|need|ask|would like) you to",
            r"in this role,?",
            r"(?:the|an?|our) (?:(?:ideal|right|successful|suitable|best) )?(?:candidate|applicant|person|role|position"
            rf"|job|employee)s?(?: for this (?:role|position|job))?(?: (?:{_MODAL}|has|have|is|are))?",
            rf"(?:candidates?|applicants?) (?:{_MODAL}|(?:is|are) expected to)",
            r"someone who (?:is|has|can|will)",
            rf"(?:you(?:['’]ll)? )?(?:also )?(?:{_MODAL} )?(?:also )?(?:be )?(?:expected|required|asked|responsible)"
            r" (?:to|for)",
            r"responsib(?:le|ilit(?:y|ies)) (?:for|include)",
            rf"(?:you(?:['’](?:ll|ve|re))?|they|he or she)(?: {_MODAL})?(?: (?:also|then|either))?",
            _MODAL,
            r"(?:required|preferred|desired|mandatory|essential|ideally|additionally|also|bonus|plus|nice to have"
            r"|must have|bonus points(?: for| if you)?)\s*[:,-]?",
            r"(?:a )?(?:demonstrated|demonstrable|proven|verifiable)(?= (?:ability|experience|track|knowledge))",
            r"have|has|possess(?:es)?|hold|bring|needs?|to|both|be(?= \w+ing\b)",
        )
    )
    + r")\s+",
    re.IGNORECASE,
)
_THEN_VERB = re.compile(rf"\b(?:{_MODAL}|to|['’]ll)(?: (?:also|then|either))?\s+$", re.IGNORECASE)
_YEARS = re.compile(
    rf"^(?:a )?(?:minimum(?: of)?|at least|min\.?|over|more than)?\s*{_COUNT}\s*(?:or more\s+)?(?:years?|yrs?)['’]?"
    r"(?:\s+(?:or more|plus))?(?:\s+of)?\s+",
    re.IGNORECASE,
)
# "3+ years in analytics" asks for experience in analytics.
_YEARS_WHERE = re.compile(
    rf"^(?:a )?(?:minimum(?: of)?|at least|min\.?|over|more than)?\s*{_COUNT}(?:\s+to\s+{_COUNT})?"
    r"\s*(?:years?|yrs?)['’]?\s+(?=(?:in|at|with|as|on)\s)",
    re.IGNORECASE,
)
_IS = r"(?:(?:is|are|be) )?(?:(?:truly|highly|very|deeply) )?"
_GRADE = r"((?:strong|good|solid|deep|thorough|excellent|basic|clear|sound) )?"
_TO_NOUN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(f"^{pattern}", re.IGNORECASE), noun)
    for pattern, noun in (
        (rf"{_IS}(?:able|capable) (?:to|of)\b", "the ability to"),
        (r"(?:the |an? )?((?:strong|proven|demonstrated|good) )?ability to\b", r"the \1ability to"),
        (rf"{_IS}proficient (?:in|with|at|using)\b", "proficiency in"),
        (rf"{_IS}(?:familiar|acquainted) with\b", "familiarity with"),
        (rf"{_IS}experienced (in|with)\b", r"experience \1"),
        (rf"{_IS}(?:skilled|adept) (?:in|at|with)\b", "skill in"),
        (rf"{_IS}(?:well[ -])?versed in\b", "a good knowledge of"),
        (rf"{_IS}knowledgeable (?:about|in|of)\b", "knowledge of"),
        (rf"{_IS}comfortable (?:with )?", "comfort with "),
        (rf"{_IS}fluent (?:in )?", "fluent "),
        (rf"{_IS}passionate about\b", "a passion for"),
        (r"(?:a )?passion (?:for|to)\b", "a passion for"),
        (rf"{_IS}willing(?:ness)? to\b", "the willingness to"),
        (rf"{_IS}(?:eager|keen|motivated) to\b", "the will to"),
        (
            rf"(?:an? )?{_GRADE}(understanding|command|grasp|knack|track record|background|eye|interest|degree|diploma"
            r"|certificate|certification|desire|awareness) (of|in|for|from|to)\b",
            r"a \1\2 \3",
        ),
        (
            r"(?:an? )?(bachelor|master|phd|doctorate|university degree|college degree|btech|b\.tech|bsc|b\.sc|mba"
            r"|msc)\b",
            r"a \1",
        ),
        (r"(?:is|are|be)\b", "being"),
    )
)
_ADVERBS = re.compile(
    r"^(?:(?:[a-z]{3,}ly|also|hands-on)\s+)+(?=[a-z])",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"^[A-Za-z]{3,}ing\b")
_LABEL = re.compile(r"^[A-Z][\w &/-]{2,30}:\s+(?=\S)")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_WORTH = re.compile(
    r"\s+(?:(?:is|are|would be|being) )?(?:(?:a |an )?(?:plus|bonus|required|preferred|mandatory|desirable|nice to have"
    r"|advantage|essential|necessary|asset|needed)|a must)\b.*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",?\s(?:which|that|who|whose|where)\s")
_FURTHER_CLAUSE = re.compile(r",?\s(?:and|or)\s(?=(?:what|how|why|who|whom|which|where|whether)\s)", re.IGNORECASE)
_UNSUITED = re.compile(
    r"^(?:we|our|they|he|she|it|there|if|when|what|who|how|why|this|that|these|those|join|apply|please|about|as|in|not"
    r"|with|through|therefore|during)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    rf"\b(?:you|we|i|they|he|she|{_MODAL}|is|are|was|were|has)\b|\?",
    re.IGNORECASE,
)
_EMPTY = frozenset(("experience", "relevant experience", "knowledge", "skills", "degree", "a candidate", "work"))
_ARTICLE = re.compile(r"\b([Aa]) ((?:[aeio]|un(?!i))[a-z]{2,})")
_PLAIN = re.compile(r"^[A-Z][a-z]*(?:[-'’][a-z]+)*,?$")
_SWAPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        (r"\band\s*/\s*or\b", "or"),
        (r"(?<=[a-z]{3})\s?/\s?(?=[a-z]{3})", " or "),
        (r"\s&\s", " and "),
        (r"[,;]?\s*\b(?:etc|and so on|and more)\b\.?", ""),
        (r"[,;]?\s*\b(?:e\.?\s?g\.|i\.?\s?e\.|for example|for instance)(?=\s|,).*$", ""),
        (r"\bour\b", "the"),
        (r"\bus\b(?!\s*[A-Z])", "the team"),
        (r"(?:\s|^)\*+(?=\s|$)", " "),
    )
)


def requirement_phrase(line: str, names: frozenset[str] = frozenset()) -> str | None:
    """What a line of a job description asks for, as a noun phrase fit after "the job asks for".

    `names`, in lower case, keep their capital at the beginning. None where the line names nothing that one can bring.
    """
    text = cleaned(_ASIDE.sub("", line))
    for pattern, instead in _SWAPS:
        text = pattern.sub(instead, text)
    text = next(iter(sentences(" ".join(text.split()))), "").split(";")[0].strip(" .,:")
    text = _FURTHER_CLAUSE.split(text)[0]
    text = _RELATIVE.split(_WORTH.sub("", _LABEL.sub("", text)))[0]
    bare, is_duty = _without_leads(_YEARS_WHERE.sub("experience ", text))
    if not bare or _UNSUITED.match(bare):
        return None
    phrase = shortened(_as_noun(bare, names, is_duty=is_duty), MAX_PHRASE_WORDS)
    phrase = _ARTICLE.sub(r"\1n \2", phrase).replace(" ( ", " ")
    says_something = len(phrase) > 1 and any(sign.isalpha() for sign in phrase) and phrase not in _EMPTY
    return phrase if says_something and not _SENTENCE.search(phrase) else None


def _without_leads(text: str) -> tuple[str, bool]:
    """ "You will be responsible for designing APIs" is about designing APIs. The flag: a verb must follow."""
    is_duty = False
    while True:
        lead = _LEADS.match(text)
        if lead is not None:
            is_duty = bool(_THEN_VERB.search(lead[0])) or (is_duty and lead[0].strip().lower() in ("also", "be"))
        shorter = _YEARS.sub("", text[lead.end() :] if lead else text).strip()
        if shorter == text:
            return text, is_duty
        text = shorter


def _as_noun(text: str, names: frozenset[str], *, is_duty: bool) -> str:
    for pattern, noun in _TO_NOUN:
        if pattern.match(text):
            return " ".join(pattern.sub(noun, _lower_first(text), count=1).split())
    bare = _ADVERBS.sub("", text)
    words = bare.split()
    if _ALREADY.match(bare):
        return _lower_first(bare)
    done = participle_base(words[0]) if words[0].islower() and len(words) > 1 else None
    if done is not None and not words[-1].lower().endswith(("skills", "ability", "experience", "knowledge")):
        return " ".join((gerund(done), *words[1:]))
    if opens_duty(words):
        return " ".join(as_gerunds(words))
    if is_duty and words[0].islower() and words[0].isalpha() and len(words) > 1:
        return " ".join((gerund(words[0]), *words[1:]))
    return _decapitalised(text, names)


def _decapitalised(text: str, names: frozenset[str]) -> str:
    first, _, rest = text.partition(" ")
    named = first.strip(",").lower() in names or not _PLAIN.match(first)
    return text if named or not rest or rest[0].isupper() else _lower_first(text)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


# ------------------------------------------------------------------ themes

_THEME_LEADS = re.compile(
    r"^(?:(?:a|an|the|some|strong|good|solid|deep|excellent|extensive|hands-on|practical|working|professional|relevant"
    r"|proven|in-depth|thorough|basic|clear|sound|previous|prior|significant|commercial|technical|great)\s+)*(?:experience"
    r"|knowledge|proficiency|familiarity|expertise|understanding|skill|command|grasp|background|fluency|exposure"
    r"|track record|passion|interest|comfort|ability|willingness|will)\s+(?:with|in|of|to|for|on|at|from|using|as)\s+"
    r"(?:(?:the|a|an|using|working with|at least one of|some or all of)\s+)*",
    re.IGNORECASE,
)


def theme(phrase: str) -> str:
    """The subject of a requirement in few words: "experience with distributed systems" -> "distributed systems"."""
    return shortened(_THEME_LEADS.sub("", phrase) or phrase, 6)
