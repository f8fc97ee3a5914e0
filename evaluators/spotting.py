"""Spots the cues of one sentence: who did what, in which figures, with what outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from evaluators.lexicon import PHRASED, Cue, lexicon
from evaluators.sentences import Found, Sentence, content_stems
from evaluators.words import unsure

OBJECT_WORDS = 8  # after a verb, in which its object stands
REASON_WORDS = 16  # after "because", in which the reason stands

_OBJECT_WORD = re.compile(r"[\w'%$€£-]+")
_CLAUSE_END = re.compile(r"[.;:!?]|,|\b(?:and|but|so|because|which|while)\b")
# Objects that name no one thing: idioms ("took ownership") and crowds ("shipped many features").
_NOT_ONE = frozenset(
    {"ownership", "initiative", "responsibility", "care", "charge", "advantage", "pride"}
    | {"many", "several", "various", "multiple", "numerous", "different", "lots", "lot", "countless"}
)
# What stands after a verb and not after a participle: "and added the index", but "SQL and advanced tools".
_FOLLOWS_VERB = re.compile(
    r"\s+(?:the|an?|my|our|his|her|their|its|it|him|them|that|this|these|those|each|every|all|both|two|three|one|some|"
    r"another|to|with|for|on|up|out|in|into|down|from|at|over|through|against|back|about|by|what|how|why|whether|no|\d)",
    re.IGNORECASE,
)
_PLAIN_RANGE = re.compile(r"from\b", re.IGNORECASE)  # "from seven to three" is a span of hours unless something changed
_REASON_END = re.compile(r"[.,;!?]|\band\b")
_PRONOUN = re.compile(r"(?:it|them|him|her|both|all of (?:it|them))\b", re.IGNORECASE)
_NEED_ACTOR = frozenset({Cue.DIAGNOSIS, Cue.VERIFY})
_NEED_OBJECT = frozenset(
    {Cue.DIAGNOSIS, Cue.VERIFY, Cue.PEOPLE, Cue.DECISION}
)  # "analysed the processes" finds nothing
_NEED_NO_PRAISE = frozenset({Cue.RESOLVED})
_SAME_FORM = frozenset({"put", "set", "cut", "read", "shut", "split", "run"})  # present and past alike
ENDING_SENTENCES = 2


def cues_of(sentence: Sentence, *, hypothetical: bool, explaining: bool = False) -> list[Found]:
    """The cues of one sentence in the order of its words, without any that rests on a word heard unsurely.

    `hypothetical`: the question asked what one would do, so that plans count as actions do elsewhere; `explaining`: it
    asked to make something plain, so that what "you" do in the example counts as well. A sentence about
    how one generally is, without anything done, keeps its signposts only.
    """
    text = sentence.text
    own = _own(sentence, text)
    figures = _figures(sentence, text)
    matches = [*own, *figures, *_phrased(sentence, text, backed=_is_backed(own, figures, text)), *_told(sentence, text)]
    if hypothetical:
        matches = [*_unpromised(matches, text), *_plans(sentence, text, explaining=explaining)]
    acted = any(item.cue is Cue.OWN for item in own)
    if not acted and _speaks_generally(text, hypothetical=hypothetical):
        kept = {Cue.SIGNPOST, Cue.PLAN} | ({Cue.LEARNING} if not lexicon().finds("general", text) else set())
        kept |= {Cue.CHANGED} if lexicon().finds("ever_since", text) else set()  # "since then I always ..."
        matches = [item for item in matches if item.cue in kept]
    claimed = [item for item in own if item.cue is Cue.CLAIMED]
    matches = [item for item in matches if item.cue not in _NEED_OBJECT or not _overlaps(item, claimed)]
    sure = [item for item in matches if not any(unsure(h) for h in sentence.turn.heard[item.first : item.last])]
    return sorted(sure, key=lambda item: (item.first, item.cue))


def across(told: Sequence[Sentence], found: Sequence[Found], question: str, *, hypothetical: bool) -> list[Found]:
    """Cues that show only over several sentences: a figure told twice, before and after, and how it ended.

    A reason that says nothing new is left out by `cues_of` in its own sentence already.
    """
    if hypothetical:
        return []
    return [*_before_and_after(found), *_ending(told, found)]


def _before_and_after(found: Sequence[Found]) -> list[Found]:
    """The later of two different figures of one unit, with a step of the speaker's own between or before them."""
    acted = next(((i.sentence.turn.index, i.first) for i in found if i.cue is Cue.OWN), None)
    first: dict[str, Found] = {}
    for item in sorted((i for i in found if i.cue is Cue.FIGURE), key=lambda i: (i.sentence.turn.index, i.first)):
        unit = _unit(item.word)
        earlier = first.setdefault(unit, item)
        place = (item.sentence.turn.index, item.first)
        if (
            unit
            and earlier.word != item.word
            and acted is not None
            and acted < place
            and earlier.sentence != item.sentence
        ):
            return [replace(item, cue=cue) for cue in (Cue.BASELINE, Cue.METRIC)]
    return []


def _unit(figure: str) -> str:
    """What a figure counts: its last word without a plural s; empty where it has none."""
    words = figure.split()
    last = words[-1].strip(".,") if words else ""
    if last in ("year", "years"):  # ages and tenures, seldom a change
        return ""
    if last.endswith("%") or last == "percent":
        return "%"
    return last.removesuffix("s") if last.isalpha() and len(words) > 1 else ""


def _ending(told: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """The outcome where the last sentences tell what others did or what became of it, after a step of the speaker's."""
    acted = {(i.sentence.turn.index, i.sentence.first) for i in found if i.cue is Cue.OWN}
    if not acted:
        return []
    ended = []
    for sentence in told[-ENDING_SENTENCES:]:
        if (sentence.turn.index, sentence.first) > min(acted) and (match := _became(sentence.text)):
            ended.append(_found(sentence, Cue.RESULT, *match.span()))
    return [item for item in ended if item is not None]


def _became(text: str) -> re.Match[str] | None:
    """The verb by which somebody or something else than the speaker did or became something that can be pictured."""
    for name in ("empty_praise", "vague", "general", "hypothetical"):
        if lexicon().finds(name, text):
            return None
    for match in lexicon().patterns["other_verb"].finditer(text):
        if _tells(match) and has_object(text[match.end() :].strip(" ,")):
            return match
    return None


def _unpromised(matches: list[Found], text: str) -> list[Found]:
    """Without the figures and outcomes of a sentence that says what one would do: they are promised, not reached.

    "I'd put" is a plan there, although "put" is a past form as well.
    """
    if not lexicon().finds("promised", text):
        return matches
    dropped = {Cue.METRIC, Cue.RESULT, Cue.BASELINE}
    if lexicon().finds("promising", text):  # by the speaker; "he told me it would take weeks" promises nothing
        dropped |= {Cue.OWN, Cue.CLAIMED}
    return [item for item in matches if item.cue not in dropped]


def _overlaps(item: Found, others: list[Found]) -> bool:
    return any(item.first < other.last and other.first < item.last for other in others)


def _speaks_generally(text: str, *, hypothetical: bool) -> bool:
    general = lexicon().finds("general", text) is not None
    if hypothetical:
        return general and lexicon().finds("plan_verb", text) is None
    return general or lexicon().finds("hypothetical", text) is not None


def _found(sentence: Sentence, cue: Cue, start: int, end: int, word: str | None = None) -> Found | None:
    """The cue at characters [start, end) of the sentence's text, widened to whole tokens."""
    low, high = sentence.start + start, sentence.start + end
    words = sentence.turn.words
    hit = [i for i in range(sentence.first, sentence.last) if words[i].end > low and words[i].start < high]
    if not hit:
        return None
    return Found(cue, sentence, hit[0], hit[-1] + 1, word or " ".join(sentence.text[start:end].casefold().split()))


# ------------------------------------------------------------------ phrases


def _is_backed(own: list[Found], figures: list[Found], text: str) -> bool:
    """Whether a bare keyword ("root cause", "A/B test") stands beside something done, counted or reasoned."""
    return any(item.cue is Cue.OWN for item in own) or bool(figures) or lexicon().finds("reason", text) is not None


def _phrased(sentence: Sentence, text: str, *, backed: bool) -> list[Found]:
    """The cues that a list of phrases decides."""
    blocked = _blocked(text)
    found = []
    for cue in PHRASED:
        if cue not in blocked:
            most = 2 if cue in (Cue.TOOL, Cue.DIAGNOSIS) else 1
            for match in list(lexicon().patterns[cue.value].finditer(text))[:most]:
                keyword = cue in _NEED_ACTOR and lexicon().patterns["keyword"].fullmatch(match.group())
                if backed or not keyword:
                    found.append(_found(sentence, cue, *match.span()))
    told = [item for item in found if item is not None]
    return [item for item in told if item.cue is not Cue.REASON or _says_why(item, text)]


def _says_why(item: Found, text: str) -> bool:
    """Whether a reason brings something that its own sentence had not said: not "it was right because it was right"."""
    at = text.casefold().find(item.word.split()[0])
    before, after = text[:at], text[at + len(item.word) :]
    hollow = lexicon().words["abstract"] | lexicon().words["states"] | lexicon().words["plain"]
    words = [word.strip(".,!?;:") for word in after.casefold().split()[:REASON_WORDS]]
    judged = lexicon().finds("empty_praise", _REASON_END.split(after, maxsplit=1)[0]) is not None
    new = [
        word
        for word in words
        if word not in hollow and not lexicon().finds("vague", word) and not lexicon().finds("empty_praise", word)
    ]
    # "because it was not good" names no cause; "because the supplier's good days were Mondays" does
    return len(content_stems(new) - content_stems(before.split())) > (1 if judged else 0)


def _blocked(text: str) -> set[Cue]:
    """Cues that the sentence only claims: "I learned a lot", "I took the initiative", "we found a great compromise"."""
    blocked: set[Cue] = set()
    if lexicon().finds("hollow_learning", text):
        blocked |= {Cue.LEARNING, Cue.CHANGED}
    if lexicon().finds("hollow_initiative", text):
        blocked.add(Cue.INITIATIVE)
    if lexicon().finds("empty_praise", text):
        blocked |= _NEED_NO_PRAISE
    return blocked


def _told(sentence: Sentence, text: str) -> list[Found]:
    """Scene and outcome; "it was a great success" sets no scene and tells no outcome."""
    if lexicon().finds("empty_praise", text):
        return []
    matches = ((cue, lexicon().finds(name, text)) for cue, name in ((Cue.CONTEXT, "context"), (Cue.RESULT, "outcome")))
    found = (_found(sentence, cue, *match.span()) for cue, match in matches if match)
    return [item for item in found if item is not None]


# ------------------------------------------------------------------ actions


def _own(sentence: Sentence, text: str) -> list[Found]:
    """Actions of "I" (concrete or merely claimed) and of "we"."""
    patterns = lexicon().patterns
    figure = bool(_measures(_without_idle(text)))
    subjects = list(patterns["own_verb"].finditer(text))
    verbs = [*subjects, *_following(text, subjects)]
    found = [_action(sentence, match, figure=figure) for match in verbs]
    found += [_found(sentence, Cue.CLAIMED, *match.span()) for match in patterns["claiming_state"].finditer(text)]
    found += [
        _found(sentence, Cue.TEAM, *match.span()) for match in patterns["team_verb"].finditer(text) if _tells(match)
    ]
    return [item for item in found if item is not None]


def _following(text: str, subjects: list[re.Match[str]]) -> list[re.Match[str]]:
    """Verbs that share the subject "I" of a verb before them: "I profiled it and added an index"."""
    if not subjects:
        return []
    other = lexicon().patterns["new_subject"]
    found = []
    for match in lexicon().patterns["following_verb"].finditer(text, subjects[0].end()):
        before = max(subject.end() for subject in subjects if subject.end() <= match.start())
        if not other.search(text, before, match.start(1)) and _FOLLOWS_VERB.match(text, match.end()):
            found.append(match)
    return found


def _action(sentence: Sentence, match: re.Match[str], *, figure: bool) -> Found | None:
    """An action of the speaker's own; a claim where neither its verb nor its object can be pictured."""
    verb = match.group(1).casefold()
    rest = sentence.text[match.end() :].strip(" ,")
    would = verb in _SAME_FORM and match.group().casefold().startswith("i'd")  # "I'd put": seldom "I had put"
    if would or not _tells(match) or (verb == "used" and rest.startswith("to ")):
        return None
    known = verb not in lexicon().words["plain"] and _PRONOUN.match(rest) is not None  # "I profiled it"
    pictured = (has_object(rest) or known) and (figure or verb not in lexicon().words["claiming"])
    return _found(sentence, Cue.OWN if pictured else Cue.CLAIMED, *match.span(), word=verb)


def _tells(match: re.Match[str]) -> bool:
    """Whether the verb is a past form of something one could have watched."""
    verb = match.group(1).casefold()
    past = verb in lexicon().words["irregular_past"] or (verb.endswith("ed") and len(verb) > 3)
    return past and verb not in lexicon().words["states"]


def has_object(rest: str) -> bool:
    """Whether the words after a verb name something that can be pictured, up to the end of the clause."""
    small, abstract = lexicon().words["function_words"], lexicon().words["abstract"]
    clause = _CLAUSE_END.split(rest.casefold(), maxsplit=1)[0]
    words = [word.strip("'-") for word in _OBJECT_WORD.findall(clause)[:OBJECT_WORDS]]
    if _NOT_ONE & set(words[:3]):
        return False
    named = [word for word in words if word not in small | abstract and not word.endswith("ly")]
    return any(not lexicon().finds("vague", word) and not lexicon().finds("empty_praise", word) for word in named)


def _plans(sentence: Sentence, text: str, *, explaining: bool) -> list[Found]:
    """Steps that one would take, each with something that can be pictured; and what each finding would lead to."""
    found = [
        _found(sentence, Cue.PLAN, *match.span(), word=match.group(1).casefold())
        for match in _steps(text, explaining=explaining)
        if has_object(text[match.end() :].strip(" ,"))
    ]
    branch = lexicon().finds("branch", text)
    if branch and has_object(text[branch.start() :]):
        found.append(_found(sentence, Cue.DIAGNOSIS, *branch.span()))
    return [item for item in found if item is not None]


def _steps(text: str, *, explaining: bool) -> list[re.Match[str]]:
    """Verbs of what one would do or does: "I'd compare", "I split", and those that share their subject."""
    words = lexicon().words
    past = words["irregular_past"]
    planned = [
        m for m in lexicon().patterns["plan_verb"].finditer(text) if m.group(1).casefold() not in words["plan_weak"]
    ]
    idle = words["plan_weak"] | words["not_doing"] | words["states"] | past
    names = ("present_verb", "explained_verb") if explaining else ("present_verb",)
    matches = [match for name in names for match in lexicon().patterns[name].finditer(text)]
    present = [match for match in matches if _is_base(match.group(1), idle)]
    steps = [*planned, *present]
    if planned:
        rest = lexicon().patterns["following_verb"].finditer(text, planned[0].end())
        steps += [m for m in rest if _is_base(m.group(1), idle) and _FOLLOWS_VERB.match(text, m.end())]
    return steps


def _is_base(word: str, idle: frozenset[str]) -> bool:
    """Whether a word can be a verb's base form of doing: no past form, no small word."""
    verb = word.casefold()
    return not verb.endswith(("ed", "ing")) and verb not in idle and verb not in lexicon().words["function_words"]


# ------------------------------------------------------------------ figures


def _without_idle(text: str) -> str:
    """The text with years and figures of speech ("110 percent") blanked, same length."""
    for name in ("idle_number", "year"):
        text = lexicon().patterns[name].sub(lambda match: " " * len(match.group()), text)
    return text


def _strong(text: str) -> list[re.Match[str]]:
    """Shares, money and multiples: figures that tell how much by themselves."""
    return [match for name in ("percent", "money", "times") for match in lexicon().patterns[name].finditer(text)]


def _measures(text: str) -> list[re.Match[str]]:
    told = [*_strong(text), *lexicon().patterns["quantity"].finditer(text)]
    return told or list(lexicon().patterns["bare_number"].finditer(text))


def _figures(sentence: Sentence, text: str) -> list[Found]:
    """Figures; a metric is one that tells a share, money or a change, or stands beside a verb of change."""
    text = _without_idle(text)
    measures, baseline = _measures(text), lexicon().finds("baseline", text)
    change = lexicon().finds("change_verb", text)
    found = [_found(sentence, Cue.FIGURE, *match.span()) for match in measures[:2]]
    if baseline and (change or not _PLAIN_RANGE.match(baseline.group())):
        found.append(_found(sentence, Cue.BASELINE, *baseline.span()))
    beside = measures if change or lexicon().finds("outcome", text) else []
    metric = (baseline if change or not _PLAIN_RANGE.match(baseline.group()) else None) if baseline else None
    metric = metric or next(iter(_strong(text) or beside), None)
    if metric:
        found.append(_found(sentence, Cue.METRIC, *metric.span()))
    if change and (measures or baseline):
        found.append(_found(sentence, Cue.RESULT, *change.span()))
    return [item for item in found if item is not None]
