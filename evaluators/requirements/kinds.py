"""Requirements that no skill's name answers: degrees, years of experience, languages, and plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from evaluators.lexicon import lexicon
from evaluators.requirements.terms import skills_in, words_of
from schema.vocabulary import SkillCategory

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBER_WORDS = {word: number for number, word in enumerate(_NUMBERS.split())}
_NUMBER = r"(?:\d{1,2}|" + "|".join(_NUMBER_WORDS) + r")"
YEARS = re.compile(
    rf"(?<![\w.%$€£₹])(?P<least>{_NUMBER})\s*(?:\+|or more|plus)?\s*(?:(?:-|–|to)\s*{_NUMBER}\s*\+?\s*)?"
    r"(?:\+\s*)?(?:years?|yrs?)\b(?:['’]s?)?(?P<more>\s+or\s+more)?",
    re.IGNORECASE,
)
# Years that people say of themselves as a whole, not of one stay.
_ABOUT = "(?:about|around|almost|nearly|over|more than|roughly|only|just|at least|some|now|got)"
SAID_YEARS = re.compile(
    rf"\b(?:I(?: only| just| already| now)?(?:'ve| have)(?: {_ABOUT})*|I bring"
    rf"|I(?:'ve| have) been \w+ing[^.;!?]{{0,40}}?(?:for|since))\s*(?:{_ABOUT} )*(?P<number>{_NUMBER})"
    r"(?: and a half)?\+?\s*(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_OF_EXPERIENCE = re.compile(
    r"^['’]?s?\s*(?:of|in|as|with|doing)?\b[^.;!?]{0,30}?\bexperience\b|^['’]?\s*experience\b", re.I
)

_CLAUSE = re.compile(r"[.;!?]|,|\b(?:and then|but|so|because|which|where|before|after)\b", re.IGNORECASE)

# Degrees by level, in the forms of American, British, Indian and European ads.
_LEVELS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (3, (r"Ph\.?\s?D\.?", "[Dd]octora(?:te|l)", r"D\.?Phil")),
    (
        2,
        (
            r"[Mm]aster(?:['’]?s)?\s+(?:degree|of|in)", "[Mm]aster(?:['’]s|s['’])", r"M\.?\s?Tech", r"M\.?\s?Sc",
            r"M\.?\s?Com", r"M\.?\s?Eng", r"M\.E\.", "MBA", "MCA", "PGDB?M", r"M\.S\.", "MS (?:in|degree)", r"M\.A\.",
            "[Pp]ost[- ]?graduat(?:e|ion)", "[Aa]dvanced degree", "[Gg]raduate degree",
        ),
    ),
    (
        1,
        (
            r"[Bb]achelor(?:['’]?s)?\s+(?:degree|of|in)", "[Bb]achelor(?:['’]s|s['’])", r"B\.?\s?Tech", r"B\.?\s?Sc",
            r"B\.?\s?Com", r"B\.?\s?Eng", r"B\.\s?E\.", r"BE\b", "BBA", "BCA", "BSN", "LLB", r"B\.S\.",
            "BS (?:in|degree)", r"B\.A\.", "BA (?:in|degree)",
            "(?:[Uu]ndergraduate|[Uu]niversity|[Cc]ollege|[Ee]ngineering) degree", "[Dd]egree in",
            r"studies \(university", "[Gg]raduate with", "[Gg]raduate$",
        ),
    ),
)  # fmt: skip
_ANY_DEGREE = re.compile(
    r"(?<![\w.])(?:" + "|".join(f"(?P<l{level}>{'|'.join(ways)})" for level, ways in _LEVELS) + r")(?!\w)"
)
HELD = re.compile(
    r"\b(?:I (?:have|hold|did|got|earned|finished|completed|took|studied|graduated)|I've (?:got|done|completed)|"
    r"my (?:degree|bachelor|master|studies|undergraduate|PhD|MBA|doctorate)|(?:studied|graduated|degree) in)\b",
    re.IGNORECASE,
)
NOT_HELD = re.compile(
    r"\b(?:I (?:don't|do not|never) (?:have|had|hold|finished?|completed?|got)[^.;!?]{0,20}\bdegree|"
    r"I (?:dropped out|left (?:university|college) (?:early|before|without))|without (?:a |any )?degree|"
    r"I (?:never|didn't) (?:go|went|gone) to (?:university|college))\b",
    re.IGNORECASE,
)
_KINDS = {
    letters: kind
    for kind, names in {
        "engineering": "be btech beng me mtech meng",
        "science": "bs bsc ms msc",
        "computing": "bca mca",
        "commerce": "bcom mcom",
        "arts": "ba ma",
        "business": "bba mba pgdm pgdbm",
        "law": "llb",
        "nursing": "bsn",
    }.items()
    for letters in names.split()
}
_TECHNICAL = frozenset({"Engineering degree", "Computer applications degree"})
_TECHNICAL_FIELD = re.compile(r"engineer|comput|information|electr|mechan", re.IGNORECASE)
_FLEXIBLE = re.compile(r"\b(?:or|and) (?:a |an |any )?(?:related|similar|comparable|relevant|equivalent|other)\b", re.I)

SPEAKS = (
    r"\bI(?:'m| am)? (?:also |can |still )?(?:speak|spoke|know|learn(?:ed|t)|use|fluent in|native in|write)\b{near}"
    r"|\b(?:fluent(?:ly)? in|native(?: speaker of| in)?|(?:mother tongue|first language)(?: is)?|speak(?:ing)?)\b{near}"
    r"|\bgrew up (?:with|speaking)\b{near}|\bmy {name}\b|\b{name} is my (?:mother tongue|first|second|native)"
    r"|\bin {name} (?:with|every|all)\b"
)
_NEAR = r"[^.;!?]{{0,40}}?\b{name}\b"
# Words of a requirement that say how much, and not what.
_SAYS_HOW_MUCH = (
    "ability able abilities capable excellent strong good great very solid proven demonstrated outstanding "
    "effective effectively comfortable confident willing willingness ready readiness passion passionate desire "
    "interest interested knowledge understanding experience experienced experiences professional first skill "
    "skills level basic advanced high highly similar related relevant plus preferred required requirement must "
    "desirable ideally essential hands working work works way ways person people team teams environment "
    "environments position role job years year least including etc such across within well new other various "
    "multiple different day days daily time times use using used handling handle make get keep need needs want "
    "take have has part track record clear clearly own"
)
_GENERIC = frozenset(_SAYS_HOW_MUCH.split())
_STEM = re.compile(r"(?:ations?|ions?|ments?|ings?|ity|ies|ied|ive|al|ed|es|ly|s|e|y)$")


_DEGREE_WORDS = frozenset({"degre", "graduat", "field", "subject", "disciplin", "complet", "university", "colleg"})


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree that is asked for: its lowest level (1 bachelor, 2 master, 3 doctor), its fields, its families ("B.Tech"
    is an engineering degree), its kinds by their letters, the line's other telling words, and whether others do."""

    level: int
    fields: frozenset[str]
    families: frozenset[str]
    kinds: frozenset[str]
    words: frozenset[str]
    open_to_others: bool

    def fits(self, text: str) -> bool:
        """Whether the degrees that a text names reach the level, in a field that will do where it names one."""
        levels = degree_levels(text)
        if not levels or max(levels) < self.level:
            return False
        fields, families, kinds = fields_in(text), families_in(text), degree_kinds(text)
        if self.open_to_others or self.kinds & kinds or not (fields or families or kinds):
            return True
        technical = self.families & _TECHNICAL and any(_TECHNICAL_FIELD.search(field) for field in fields)
        alike = self.words & frozenset(content_stems(text))  # "statistics", which the vocabulary knows as a skill
        unnamed = not (fields or families) and not (self.kinds and kinds)
        return bool(fields & self.fields or families & self.families or technical or alike or unnamed)


def years_asked(line: str) -> int | None:
    """The least number of years that a line asks for; null where it asks for none."""
    match = YEARS.search(line)
    return number_of(match["least"]) if match else None


def number_of(text: str) -> int:
    """A number in digits or as a word up to twenty."""
    return int(text) if text.isdigit() else _NUMBER_WORDS[text.casefold()]


@dataclass(frozen=True, slots=True)
class YearsSaid:
    """Years that a sentence claims, at its characters [start, end), with the telling words beside them by their stems.

    `in_all`: the sentence speaks of experience as a whole; else of something that has lasted that long.
    """

    number: int
    start: int
    end: int
    in_all: bool
    field: frozenset[str]


def years_said(text: str) -> YearsSaid | None:
    """The years of experience that a sentence claims of the speaker, or None."""
    match = SAID_YEARS.search(text)
    if match is None:
        return None
    tail = _OF_EXPERIENCE.match(text[match.end() :])
    lasting = re.search(r"\bbeen \w+ing\b", match.group()) is not None
    if not lasting and tail is None:
        return None
    end = match.end() + (tail.end() if tail else 0)
    beside = match.group() + _CLAUSE.split(text[match.end() :], maxsplit=1)[0]
    field = frozenset(content_stems(beside)) - frozenset(_NUMBER_WORDS)
    return YearsSaid(number_of(match["number"]), match.start(), end, in_all=tail is not None, field=field)


def degree_asked(line: str) -> Degree | None:
    """The degree that a line asks for, or None."""
    levels = degree_levels(line)
    if not levels:
        return None
    fields, families, kinds = fields_in(line), families_in(line), degree_kinds(line)
    words = frozenset(content_stems(_ANY_DEGREE.sub(" ", line))) - _DEGREE_WORDS
    anything = not (fields or families or kinds)
    return Degree(min(levels), fields, families, kinds, words, bool(_FLEXIBLE.search(line)) or anything)


def degree_levels(text: str) -> list[int]:
    """The levels of the degrees that a text names."""
    return [int((match.lastgroup or "l0")[1:]) for match in _ANY_DEGREE.finditer(text)]


def degree_kinds(text: str) -> frozenset[str]:
    """What kinds of degrees a text names by their letters: "M.Tech" is one in engineering; a level alone is none."""
    letters = (re.sub(r"[\s.]", "", match.group()).casefold() for match in _ANY_DEGREE.finditer(text))
    return frozenset(_KINDS[name] for name in letters if name in _KINDS)


def degree_span(text: str) -> tuple[int, int] | None:
    """Where a text names its first degree."""
    match = _ANY_DEGREE.search(text)
    return match.span() if match else None


def fields_in(text: str) -> frozenset[str]:
    """The fields of study that a text names."""
    return frozenset(name for name in _studies(text) if not name.endswith("degree") and name != "PhD")


def families_in(text: str) -> frozenset[str]:
    """The families of degrees that a text names: "B.Tech" is an engineering degree, "MCA" one in computer applications.

    A level alone ("Bachelor's degree") is no family.
    """
    return frozenset(name for name in _studies(text) if name.endswith("degree") and "'s " not in name)


def languages_in(line: str) -> Iterator[tuple[str, int, int]]:
    """The human languages that a line asks for: canonical name and characters. "French is not required" asks none."""
    for hit in skills_in(line):
        rest = line[hit.end :]
        if hit.category is SkillCategory.HUMAN_LANGUAGE and not re.match(r"\s+(?:is|are)\s+not\b", rest):
            yield hit.name, hit.start, hit.end


@cache
def speaking(language: str) -> re.Pattern[str]:
    """Sentences that say that one speaks a language."""
    return re.compile(
        SPEAKS.format(near=_NEAR.format(name=re.escape(language)), name=re.escape(language)), re.IGNORECASE
    )


def content_stems(text: str) -> tuple[str, ...]:
    """The telling words of a plain requirement, by their stems, in order and once."""
    small = lexicon().words["function_words"]
    words = (word for word in words_of(text) if word not in small and word not in _GENERIC and len(word) > 2)
    return tuple(dict.fromkeys(stem(word) for word in words if not any(letter.isdigit() for letter in word)))


def stem(word: str) -> str:
    """A word without its ending."""
    bare = _STEM.sub("", word) if len(word) > 4 else word
    return bare[:-1] if len(bare) > 3 and bare[-1] == bare[-2] else bare


def _studies(text: str) -> Iterator[str]:
    return (hit.name for hit in skills_in(text) if hit.category is SkillCategory.FIELD_OF_STUDY)
