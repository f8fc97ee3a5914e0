"""Reads checkable statements out of an answer: how long, since when, how many, as what, and what was never used.

Precision comes before completeness: a statement counts only where the answer itself says what it is about, or the
question does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from controller.claims import Claim, Subject
from controller.hearing import Heard, words

MAX_QUOTED_WORDS = 14
QUOTED_BEFORE = 3  # words before a statement that are quoted with it where its clause is long
_CLAUSE = re.compile(r"[,;:.!?] | (?:and|but|because|so|which|where|then) ")
MIN_NAME_CHARS = 3
_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL.split(), start=1)}
_NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "a": 1, "dozen": 12, "couple": 2}
_N = rf"(?P<n>\d{{1,3}}|{_SMALL.replace(' ', '|')}|thirty|forty|fifty|sixty|a +dozen)"
_PEOPLE = (
    r"(?:people|persons?|engineers?|developers?|devs|designers?|analysts?|members?|reports|employees|colleagues|agents?"
    r"|specialists?|associates?|representatives?|reps|staff|consultants?|technicians?|nurses?|teachers?|guys"
    r"|scientists?)"
)
_ABOUT = r"(?:(?:about|around|roughly|maybe|like|some|almost|nearly|over|more +than|up +to|approximately|probably) +)*"
_YEAR_WORDS = {f"twenty {word}": 2000 + number for word, number in _NUMBERS.items() if 10 <= number <= 20}
_YEAR_WORDS |= {f"twenty twenty {word}": 2020 + number for word, number in _NUMBERS.items() if number <= 9}
_YEAR = rf"(?P<year>(?:19|20)\d\d|{'|'.join(sorted(_YEAR_WORDS, key=len, reverse=True))})".replace(" ", " +")
_LOOSE = re.compile(r" (?:about|around|roughly|maybe|like|some|almost|nearly|over|or +so|ish|approximately|probably) ")
_DURATION = re.compile(
    rf"(?<= ){_ABOUT}{_N}(?: +and +a +half)? +(?P<unit>years?|months?)(?= )(?! +(?:ago|old|later|before|plan))"
)
_NOT_A_TENURE = re.compile(
    r" (?:after|within|in|first|last|every|next|another|past|following|previous|until|than) +(?:the|my|our|about)? *$"
)
_WORKED = re.compile(r" (?:worked|working|was|been|stayed|spent|employed|were|staying|i'm|am) ")
_BEGAN = re.compile(rf" (?P<what>joined|started|began|left|quit|since) (?P<between>(?:[^ ]+ +){{0,6}}?){_YEAR}(?= )")
_SOME = _N.replace("(?P<n>", "(?:")  # the number is read again from the words that match
_TEAM = re.compile(
    rf"(?<= )(?:teams? +of +{_ABOUT}{_SOME}|{_ABOUT}{_SOME} +(?:\w+ +)?{_PEOPLE} +(?:on|in) +(?:the|my|our) +team"
    rf"|(?:there|we) +were +{_ABOUT}{_SOME} +of +us|we +were +{_ABOUT}{_SOME} +(?:\w+ +)?{_PEOPLE}"
    rf"|{_SOME}[ -](?:person|people|man|strong) +team)(?= )"
)
_LED = re.compile(
    rf" (?:led|lead|managed|supervised|headed|ran|was +(?:leading|managing|supervising)|managing|leading|i +had) +"
    rf"(?:a +)?(?:team +of +)?{_ABOUT}{_N} +(?:\w+ +)?(?:direct +)?{_PEOPLE}(?= )|"
    rf" (?:led|managed|supervised|headed|ran|was +leading|was +managing) +a +(?:\w+ +)?team +of +{_ABOUT}"
    rf"{_N.replace('<n>', '<m>')}(?= )"
)
_NO_TEAM = re.compile(
    r" (?:never|haven't +ever|have +not +ever) +(?:really +|actually +)?(?:managed|led|supervised"
    r"|been +in +charge +of|had) +"
    r"(?:anyone|anybody|people|a +team|any +(?:people|team|reports)|direct +reports|other +people)(?= )"
    r"| (?:no|any) +direct +reports(?= )"
)
_ANY_NUMBER = re.compile(rf"(?<![\w-])(?:\d+|{_SMALL.replace(' ', '|')}|thirty|forty|fifty|sixty|dozen)(?!\w)")
_CHANGED = re.compile(
    r" (?:grew|grow|growing|hired|hiring|later|eventually|by +the +end|at +first|initially|expanded|became|peak"
    r"|in +total|started +(?:in|out)|began +(?:in|with|as)|used +to +be|at +the +start|in +the +beginning"
    r"|overall|altogether|including|plus|across|combined|started +with|joined +us|both +teams|another|other +teams?"
    r"|different|different +project|split) "
)
# Words without which no sentence speaks of a team's size, or of years, degrees and schools.
_LEADING = ("led", "lead", "managed", "managing", "supervised", "headed", "leading", "ran", "had")
_LEADING_WORDS = tuple(f" {word} " for word in _LEADING)
_TEAM_WORDS = (" team", "team ", " of us ", " we were ")
_DIGIT = re.compile(r"\d")
_COUNTS = words(f"{_SMALL} thirty forty fifty sixty dozen")
_NEGATIONS = (" never ", " not ", "n't ", " no ")
_SIZE_WORDS = (*_LEADING_WORDS[:-2], *_TEAM_WORDS, " reports ")
_OTHER_WORDS = (" experience ", " degree ", "graduat", " dropped out ")
_FAMILY: dict[str, str] = {
    **dict.fromkeys(("intern", "trainee", "apprentice"), "intern"),
    **dict.fromkeys(("engineer", "developer", "programmer", "sre", "architect"), "engineer"),
    **dict.fromkeys(("product manager", "product owner"), "product"),
    **dict.fromkeys(("project manager", "program manager", "programme manager", "scrum master"), "project"),
    "designer": "designer",
    **dict.fromkeys(("analyst", "scientist"), "analyst"),
    "consultant": "consultant",
    **dict.fromkeys(("sales representative", "account executive", "sales rep", "salesperson", "seller"), "sales"),
    "marketer": "marketing",
    "recruiter": "recruiter",
    "accountant": "accountant",
    "teacher": "teacher",
    "nurse": "nurse",
    **dict.fromkeys(("support agent", "support specialist", "support engineer"), "support"),
    **dict.fromkeys(
        ("director", "vice president", "vp", "cto", "ceo", "cfo", "coo", "head of", "founder", "chief"), "top"
    ),
    **dict.fromkeys(
        ("engineering manager", "team manager", "people manager", "sales manager", "marketing manager", "manager"),
        "manager",
    ),
    **dict.fromkeys(("team lead", "tech lead", "team leader", "lead", "supervisor"), "lead"),
}
_TITLES = "|".join(sorted((title.replace(" ", " +") for title in _FAMILY), key=len, reverse=True))
_ROLE = re.compile(
    r" (?:i +was|i'm|i +am|(?:i +was +)?(?:worked|working|employed) +(?:there +)?as"
    r"|my +(?:job +|official +)?(?:title|role|position) +(?:there +)?was)"
    r" +(?:actually +|really +|only +|just +|basically +)*(?:an?|the|their)? *"
    rf"(?P<title>(?:(?!(?:with|working|worked|and|for|the|an?|in|to|by|under|between|as|not|like|my"
    rf"|our)\b)[\w-]+ +){{0,3}}?"
    rf"(?:{_TITLES}))(?= )"
)
# What is denied, used or known for years follows in the text; which skill it is, is looked at there.
_DENIED = re.compile(
    r" (?:never|haven't|have +not|didn't|did +not) +(?:[\w']+ +){0,2}?(?:used|use|worked +with|work +with|touched"
    r"|touch|tried"
    r"|written|write|learned|learnt|learn|programmed +in|coded +in|done|built +with|seen) +(?:any +"
    r"|much +)?(?=(?P<what>.{0,60}))"
    r"| (?:no|zero|don't +have(?: +any)?|haven't +got +any|without +any) +(?:real +|actual +|hands-on +|practical +"
    r"|prior +)*"
    r"(?:experience|knowledge) +(?:with|in|of|using) +(?=(?P<which>.{0,60}))"
    r"| (?:don't|do +not) +(?:really +|actually +)?know +(?=(?P<that>.{0,60}))"
    r"| not +(?:really +|actually +|at +all +)?familiar +with +(?=(?P<it>.{0,60}))"
)
_NEW_TO_ME = re.compile(r" (?:is|was|would +be) +(?:completely +|totally +|all +)?new +to +me(?= )")
_GOES_ON = words(
    "in for before until till on with like to much together beyond alone that as this again because yet directly"
)
_ALTOGETHER = ("at all", "at work", "in any", "in my", "for real", "on the")
_USED = re.compile(
    r" i (?:(?!never|had|haven't|didn't|not)[\w']+ +){0,3}?(?:used|wrote|built|deployed|programmed|coded|implemented"
    r"|configured|migrated) +(?=(?P<what>(?:[^ ]+ +){0,8}))"
)
_YEARS_OF = re.compile(rf"(?<= )(?P<years>{_N} +years?) +(?=(?P<what>(?:[^ ]+ +){{0,7}}))")
_YEARS_AFTER = re.compile(rf" (?:for +|now +)+{_ABOUT}{_N} +years?(?= )")
_BETWEEN = re.compile(r"^(?:of +)?(?:[\w-]+ +){0,2}?(?:experience +)?(?:(?:with|in|of|using|doing|writing) +)?$")
_ONCE = re.compile(
    r" (?:had +never|hadn't|before|until|at +first|at +the +time|back +then|when +i|initially|in +the +beginning"
    r"|by +then|so +i +learned|so +i +had +to) "
)
_THERE = re.compile(r" there | i +(?:joined|started|began|left|quit) +(?:back +)?in ")
_TOTAL = re.compile(
    rf"(?<= ){_ABOUT}{_N} +years? +of +(?:professional +|work +|working +|industry +|total +"
    rf"|relevant +)*experience(?= )"
    r"(?! +(?:with|in|of|using|as|at))"
)
_NO_DEGREE = re.compile(
    r" (?:never|didn't|did +not) +(?:actually +|really +)?(?:finish|finished|complete|completed|graduate|graduated)"
    r"(?: +from)?(?: +(?:my|the|university|college|school))?(?: +degree| +studies)?(?= )"
    r"| dropped +out(?= )| (?:don't|do +not) +have +a +degree(?= )"
)
_SELF_CORRECTION = re.compile(
    r"misspoke|said +(?:it +|that +)?wrong|correct +myself|correct +that|i +meant|no +wait|my +mistake|(?:resume"
    r"|résumé|cv) +(?:is|says|has|might|may)"
    r"|on +(?:my|the) +(?:resume|résumé|cv)|scratch +that"
)
_SUFFIX = re.compile(
    r"[\s,]+(?:inc|ltd|limited|gmbh|llc|llp|corp|corporation|co|company|plc|ag|pvt|private|technologies|technology|labs"
    r"|solutions|group|services|systems)\.?$"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an answer is an answer to: the question's id, its thread, and the document claims that it quotes."""

    question_id: str
    thread: str  # "q3" of "q3.2"
    about: tuple[Claim, ...] = ()


def said_in(heard: Heard, ledger: Sequence[Claim], asked: Asked) -> tuple[Claim, ...]:
    """The checkable statements of an answer, about what the ledger knows by name or the question quotes."""
    if _SELF_CORRECTION.search(heard.flat):
        return ()
    found: list[Claim] = []
    employers, skills = _named(ledger, ("employer", "tenure", "role")), _named(ledger, ("skill",))
    here = {name for name in employers if _short(name) in heard.flat}
    skilled = [name for name in skills if f" {name} " in heard.flat]
    asked_employer = next((claim.about for claim in asked.about if claim.subject in ("tenure", "role")), None)
    sized = any(word in heard.flat for word in _SIZE_WORDS)
    schooled = any(word in heard.flat for word in _OTHER_WORDS)
    if not (here or skilled or asked_employer or sized or schooled):
        return ()
    for number in range(len(heard.bounds)):
        sentence = _Sentence(heard, *heard.sentence(number), asked)
        employer = next((name for name in sorted(here) if sentence.names(name)), None)
        if employer or asked_employer:
            found += sentence.tenures(employer, asked_employer)
            found += sentence.roles(employer or asked_employer)
        if sized:
            found += sentence.sizes(employer)
        for skill in skilled:
            found += sentence.skills(skill)
        if schooled:
            found += sentence.others()
    return tuple(found)


def family(title: str) -> str | None:
    """The trade that a title names, or None when it is unknown."""
    padded = f" {title.lower()} "
    return next((_FAMILY[name] for name in sorted(_FAMILY, key=len, reverse=True) if f" {name} " in padded), None)


def number_of(text: str) -> int:
    """A small number in digits or words."""
    word = " ".join(text.split())
    return int(word) if word.isdecimal() else _NUMBERS.get(word.removeprefix("a "), 0)


def _named(ledger: Sequence[Claim], subjects: tuple[Subject, ...]) -> list[str]:
    names = {claim.about for claim in ledger if claim.subject in subjects and claim.source != "answer"}
    said = {claim.about for claim in ledger if claim.subject in subjects and claim.source == "answer"}
    return sorted(name for name in names | said if len(name) >= MIN_NAME_CHARS and name not in ("role", "job"))


def _short(employer: str) -> str:
    """ "Kite Labs Pvt. Ltd." is called "kite labs" or just "kite"."""
    bare = employer
    while (shorter := _SUFFIX.sub("", bare)) != bare and len(shorter) > MIN_NAME_CHARS:
        bare = shorter
    return bare


def _called(employer: str) -> str:
    """An expression for an employer's name, the whole of it or without what it ends in."""
    short = _short(employer)
    words = [re.escape(word) for word in employer[len(short) :].replace(",", " ").split()]
    return re.escape(short) + "".join(rf"(?: +{word})?" for word in words)


class _Sentence:
    """One sentence of an answer: the claims that it makes."""

    def __init__(self, heard: Heard, start: int, end: int, asked: Asked) -> None:
        self._flat = f" {heard.flat[start:end]} "
        self._raw = f" {heard.raw[start:end]} "
        self._asked = asked

    def names(self, employer: str) -> bool:
        """Whether an employer is named as a place of work, not as a word of the language."""
        lead = r" (?:at|for|with|joined|joining|left|leaving|in|from|quit|to) +(?:the +)?"
        return bool(re.search(lead + _called(employer) + r"(?!\w)", self._flat))

    def tenures(self, employer: str | None, asked_employer: str | None) -> Iterator[Claim]:
        """How long, since and until when somebody worked somewhere."""
        place = employer or (asked_employer if _THERE.search(self._flat) else None)
        if place is None:
            return
        for match in _DURATION.finditer(self._flat):
            lead = self._flat[: match.start()]
            if _WORKED.search(self._flat) and not _NOT_A_TENURE.search(lead) and self._is_close(match, place):
                months = number_of(match["n"]) * (12 if match["unit"].startswith("year") else 1)
                yield self._claim("tenure", place, f"{months} months", match)
        for match in _BEGAN.finditer(self._flat):
            if place == asked_employer or _short(place) in self._flat[match.start() : match.end() + 30]:
                side = "end" if match["what"] in ("left", "quit") else "start"
                yield self._claim("tenure", place, f"{side} {_year(match['year'])}", match)

    def _is_close(self, match: re.Match[str], place: str) -> bool:
        """Whether the time stands beside the place: "three years at Acme", "at Acme for three years"."""
        after = self._flat[match.end() : match.end() + 40]
        before = self._flat[max(0, match.start() - 50) : match.start()]
        name = _called(place)
        close = re.match(rf" *(?:working +)?(?:at|with|for|there|in) +(?:the +)?{name}|^ *there ", after)
        return bool(close or re.search(rf"(?:{name}|there) +(?:for|almost|nearly|about|over|around| )*$", before))

    def roles(self, place: str | None) -> Iterator[Claim]:
        """As what somebody worked somewhere."""
        for match in _ROLE.finditer(self._flat):
            if place is not None and family(match["title"]):
                yield self._claim("role", place, match["title"].strip(), match)

    def sizes(self, employer: str | None) -> Iterator[Claim]:
        """How many people a team had, or somebody led."""
        if any(word in self._flat for word in _NEGATIONS) and (match := _NO_TEAM.search(self._flat)):
            yield self._claim("team_size", "anyone", "0 people", match)
        if _COUNTS.isdisjoint(self._flat.split()) and not _DIGIT.search(self._flat):
            return
        led, counted = (any(word in self._flat for word in words) for words in (_LEADING_WORDS, _TEAM_WORDS))
        if not (led or counted) or _CHANGED.search(self._flat):
            return
        quoted = [claim for claim in self._asked.about if claim.subject == "team_size"]
        about = quoted[0].about if quoted else f"{employer or ''} in {self._asked.thread}".strip()
        for pattern, kind in (*([(_LED, "led")] * led), *([(_TEAM, "people")] * counted)):
            for match in pattern.finditer(self._flat):
                numbers = _ANY_NUMBER.findall(match[0])
                if numbers:
                    yield self._claim("team_size", about, f"{number_of(numbers[0])} {kind}", match)

    def skills(self, skill: str) -> Iterator[Claim]:
        """What was never used, what was used, and for how many years."""
        named = f" {skill} "
        if named not in self._flat:
            return
        denied = next((match for match in _DENIED.finditer(self._flat) if _is_all(match, skill, self._raw)), None)
        if (
            denied is None
            and (new := _NEW_TO_ME.search(self._flat))
            and self._flat[: new.start()].endswith(f" {skill}")
        ):
            denied = new
        if denied is not None:
            if not _ONCE.search(self._flat):
                yield self._claim("skill", skill, "none", denied)
            return
        used = next((match for match in _USED.finditer(self._flat) if named in f" {match['what']} "), None)
        if used is not None:
            yield self._claim("skill", skill, "used", used)
        for match in _YEARS_OF.finditer(self._flat):
            before, found, _ = f"{match['what']} ".partition(f"{skill} ")
            if found and _BETWEEN.match(before):
                yield self._claim("skill", skill, f"{number_of(match['n'])} years", match)
        after = self._flat.index(named) + len(named) - 1
        if years := _YEARS_AFTER.match(self._flat, after):
            yield self._claim("skill", skill, f"{number_of(years['n'])} years", years)

    def others(self) -> Iterator[Claim]:
        """Years of experience altogether, and a degree that was not finished."""
        if match := _TOTAL.search(self._flat):
            yield self._claim("experience", "total", f"{number_of(match['n'])} years", match)
        if match := _NO_DEGREE.search(self._flat):
            yield self._claim("education", "degree", "none", match)

    def _claim(self, subject: Subject, about: str, value: str, match: re.Match[str]) -> Claim:
        loose = bool(_LOOSE.search(f" {self._flat[max(0, match.start() - 12) : match.end() + 8]} "))
        return Claim("answer", subject, about, value, self._quoted(match), self._asked.question_id, loose=loose)

    def _quoted(self, match: re.Match[str]) -> str:
        """The speaker's words around a match, short enough to be said back: the clause, or the words near it."""
        start, end = match.start(), match.end()
        first = max((cut.end() for cut in _CLAUSE.finditer(self._raw, 0, start + 1)), default=0)
        cut = _CLAUSE.search(self._raw, end)
        clause = self._raw[first : cut.start() if cut else len(self._raw)]
        if len(clause.split()) > MAX_QUOTED_WORDS:
            near = self._raw[: start + 1].split()[-QUOTED_BEFORE:]
            clause = " ".join((*near, *self._raw[start + 1 :].split()))
        return " ".join(clause.split()[:MAX_QUOTED_WORDS]).strip(" .,;:!?“”\"'")


def _is_all(denied: re.Match[str], skill: str, raw: str) -> bool:
    """Whether a denial is of a skill altogether, and not of one use of it ("never used Kafka for that")."""
    name, rest = next(((name, text) for name, text in denied.groupdict().items() if text is not None), ("", ""))
    if not f"{rest} ".startswith(f"{skill} "):
        return False
    end = denied.start(name) + len(skill)
    if raw[end : end + 1] in ",.;:!?":
        return True
    following = rest[len(skill) :].split()
    return not following or following[0] not in _GOES_ON or " ".join(following[:2]) in _ALTOGETHER


def _year(text: str) -> int:
    word = " ".join(text.split())
    return int(word) if word.isdecimal() else _YEAR_WORDS[word]
