"""Chooses the follow-up to an answer: what it lacks, the most important piece first, within a depth budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from controller import timebox
from controller.claims import Subject
from controller.consistency import Contradiction
from controller.hearing import words
from controller.phases import POLICIES
from controller.state import InterviewState, OpenQuestion
from controller.templates import TemplateError, render
from schema.patterns import Probe, ProbeTree
from schema.transcript import AnswerSignals
from schema.vocabulary import AnswerStrength, MissingPiece, PhaseKind, QuestionKind, Style

MAX_VAGUE = 2  # vague answers in a row: the candidate has no more to give
BUDGET_STRONG, BUDGET_STRONG_UNDER_STRESS = 1, 2
BUDGET_WEAK = 2
MAX_QUOTED_BEFORE, MAX_QUOTED_NOW = 10, 12  # words; more can't be followed by ear
LEAST_QUOTED = 4
RECENT_QUESTIONS = 1  # so far back, what was said is "a moment ago"
_EASIER: Mapping[PhaseKind, str] = MappingProxyType(
    {
        PhaseKind.INTRO: "Tell me what you worked on last week, in one or two sentences.",
        PhaseKind.RESUME_DEEP_DIVE: "What do you still remember of it, even if it is small?",
        PhaseKind.SCENARIO: "What would you look at first?",
        PhaseKind.CODING: "Which line would you look at first?",
        PhaseKind.CASE_STUDY: "Which piece of information would you ask for first?",
        PhaseKind.BEHAVIORAL: "A small case will do, from work or from elsewhere. What comes to mind?",
        PhaseKind.CLOSE: "",
    }
)
# By which tag the catalogue marks its ways to ask about a contradiction of each kind.
_TAGS: Mapping[Subject, str] = MappingProxyType(
    {
        "tenure": "dates",
        "experience": "experience",
        "skill": "skill",
        "team_size": "size",
        "role": "role",
        "employer": "employer",
        "education": "education",
        "metric": "metric",
    }
)
_CONTRADICTED = (
    "Let me check one thing: {where_before} it was “{said_before}”, and just now “{said_now}”. "
    "How do the two fit together?"
)
_BESIDE_THE_JOB = (
    "The job description asks for “{said_before}”, and you said “{said_now}”. How would you close that distance?"
)


@dataclass(frozen=True, slots=True)
class Followup:
    """A follow-up with its slots filled; `piece` is what it wants, None when it only asks for more substance."""

    text: str
    kind: QuestionKind
    piece: MissingPiece | None
    deeper: bool = False  # from `always` or `if_strong`: not for a lack
    easier: bool = False  # from `if_stuck`
    contradiction: Contradiction | None = None
    quotes: tuple[str, ...] = ()


def choose(state: InterviewState, signals: AnswerSignals) -> Followup | None:
    """The follow-up to an answer with these signals, or None when the next question is due.

    `signals` are those of everything said to the open question so far. Raises ValueError when no question is open.
    """
    question = opened(state)
    if question.probes >= budget(state, signals.strength) or question.vague >= MAX_VAGUE:
        return None
    for piece in signals.missing:
        followup = for_piece(state, piece)
        if followup is not None:
            return followup
    if signals.strength is AnswerStrength.VAGUE:
        return for_vague(state)
    return deeper(state, signals.strength)


def opened(state: InterviewState) -> OpenQuestion:
    """The open question. Raises ValueError when there is none."""
    if state.open is None:
        raise ValueError("no question is open")
    return state.open


def tree(state: InterviewState) -> ProbeTree:
    """The open question's own follow-ups."""
    return state.patterns[opened(state).pattern_key].probe_tree


def budget(state: InterviewState, strength: AnswerStrength) -> int:
    """How many follow-ups the open question may have, after an answer of this strength."""
    rules = state.plan.global_rules
    depth = min(rules.probe_depth, POLICIES[state.phase.kind].probes)
    pressed = state.plan.metadata.style is Style.STRESS
    if strength is AnswerStrength.STRONG:
        return min(depth, BUDGET_STRONG_UNDER_STRESS if pressed else BUDGET_STRONG)
    if strength is AnswerStrength.WEAK:
        return depth if pressed else min(depth, BUDGET_WEAK)
    return depth if rules.be_strict_on_vagueness else min(depth, BUDGET_STRONG)


def for_piece(state: InterviewState, piece: MissingPiece) -> Followup | None:
    """The first unused follow-up that asks for `piece`: the pattern's own, then a general one. Asked once."""
    if piece in opened(state).pieces_asked:
        return None
    general = (probe for pattern in state.general for probe in pattern.probe_tree.for_piece(piece))
    return _first_unused(state, (*tree(state).for_piece(piece), *general), piece)


def for_vague(state: InterviewState) -> Followup | None:
    """The first unused follow-up to an answer without substance: the pattern's own, then a general one."""
    general = (probe for pattern in state.general for probe in pattern.probe_tree.if_vague)
    return _first_unused(state, (*tree(state).if_vague, *general), None)


def deeper(state: InterviewState, strength: AnswerStrength) -> Followup | None:
    """The follow-up that a full answer earns: one for strong answers first, then what is always asked. Once, under
    stress twice."""
    question = opened(state)
    most = 2 if state.plan.metadata.style is Style.STRESS else 1
    if question.deeper >= most or question.probes > question.deeper:
        return None
    own = tree(state)
    strong = own.if_strong if strength is AnswerStrength.STRONG else ()
    followup = _first_unused(state, (*strong, *own.always), None)
    return Followup(followup.text, followup.kind, None, deeper=True) if followup else None


def easier(state: InterviewState) -> Followup | None:
    """One easier step for who has no answer: the pattern's own, then a general one, then one of the phase's kind.

    None when it was taken already, or after a follow-up: then the next question is due.
    """
    question = opened(state)
    if question.stuck or question.probes:
        return None
    general = (probe for pattern in state.general for probe in pattern.probe_tree.if_stuck)
    fallback = _EASIER[state.phase.kind]
    more = (Probe(text=fallback),) if fallback else ()
    followup = _first_unused(state, (*tree(state).if_stuck, *more, *general), None)
    return Followup(followup.text, followup.kind, None, easier=True) if followup else None


def for_contradiction(state: InterviewState, found: Contradiction) -> Followup:
    """One polite question that quotes both sides."""
    before, now = _quoted(found.before.text, MAX_QUOTED_BEFORE), _quoted(found.now.text, MAX_QUOTED_NOW)
    slots = {**opened(state).slots, "where_before": _where(state, found), "said_before": before, "said_now": now}
    if found.before.source == "jd":
        text = _BESIDE_THE_JOB.format(**slots)
    else:
        text = _worded(state, found, slots) or _CONTRADICTED.format(**slots)
    return Followup(_capital(text), QuestionKind.SHORT, None, contradiction=found, quotes=(before, now))


def missing_so_far(question: OpenQuestion) -> tuple[MissingPiece, ...]:
    """The pieces that the answers to this question don't hold yet, the most important first."""
    return question.lacking if question.answers else question.expects


def is_in_time(state: InterviewState, at_ms: int) -> bool:
    """Whether a follow-up still fits into the phase's box and before the close."""
    in_box = at_ms < timebox.phase_end_ms(state.plan, state.phase_index)
    return in_box and timebox.has_room_for_probe(state.plan, at_ms)


def _worded(state: InterviewState, found: Contradiction, slots: Mapping[str, str]) -> str | None:
    """The first wording that was not used yet: the pattern's own, then general ones, those for its kind first."""
    tag = _TAGS[found.now.subject]
    fitting = [pattern for pattern in state.general if tag in pattern.tags]
    plain = [
        pattern for pattern in state.general if pattern not in fitting and not set(pattern.tags) & set(_TAGS.values())
    ]
    trees = (tree(state), *(pattern.probe_tree for pattern in (*fitting, *plain)))
    for probe in (probe for one in trees for probe in one.if_contradiction):
        try:
            text = render(probe.text, slots)
        except TemplateError:
            continue
        if text not in state.said_probes:
            return text
    return None


def _where(state: InterviewState, found: Contradiction) -> str:
    match found.before.source:
        case "resume":
            return "on your résumé"
        case "jd":
            return "in the job description"
        case "answer":
            thread = (found.before.question_id or "").partition(".")[0].removeprefix("q")
            recent = thread.isdecimal() and state.questions - int(thread) <= RECENT_QUESTIONS
            return "a moment ago" if recent else "earlier"


def _quoted(text: str, most: int) -> str:
    """Words fit to be said back inside a question; what is too long ends where a clause does."""
    said = text.translate(_UNQUOTED).replace(". ", ", ").split()
    if len(said) <= most:
        return " ".join(said).strip(" .,;:!?")
    kept = said[:most]
    clauses = (at for at in range(most - 1, LEAST_QUOTED - 1, -1) if kept[at].lower() in _BEGINS_A_CLAUSE)
    cut = next(clauses, None)
    if cut is not None and not any(sign.isdigit() for sign in "".join(kept[cut:])):  # a figure is what is asked about
        kept = kept[:cut]
    while len(kept) > 1 and kept[-1].lower() in _LEADS_ON:
        kept.pop()
    return " ".join(kept).strip(" .,;:!?")


# A quotation that is cut does not end in one of these.
_LEADS_ON = words(
    "a an the of to in on at by for with from and or but that which through into my our their its as is was"
)
_BEGINS_A_CLAUSE = words("that which who whose where while and but so by with for from across using to")
_UNQUOTED = str.maketrans(dict.fromkeys('“”"«»?!{}'))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_unused(state: InterviewState, probes: Iterable[Probe], piece: MissingPiece | None) -> Followup | None:
    slots = opened(state).slots
    for probe in probes:
        text = render(probe.text, slots)
        if text not in state.said_probes:
            return Followup(text, probe.kind, piece)
    return None
