"""Where an interview stands: frozen, and always the fold of its events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from controller.claims import Claim
from controller.decisions import Decision
from controller.exercises.work import Work
from controller.feedback import Form
from controller.reading import Reading
from schema.exercises import Exercise
from schema.patterns import QuestionPattern
from schema.plan import InterviewPlan, PlanPhase
from schema.vocabulary import MissingPiece, PhaseKind


class IllegalEventError(Exception):
    """An event that can't happen in this state: the caller has lost count. `str()` says what was expected."""


class Status(StrEnum):
    NEW = "new"  # planned, not begun
    LIVE = "live"
    PAUSED = "paused"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """The question the candidate is answering, with its follow-ups so far.

    `asked` is the last ASK or PROBE as decided; `core` is the same without greeting or lead, fit to be said again.
    """

    main_id: str  # "q3"
    pattern_key: str
    main_text: str
    expects: tuple[MissingPiece, ...]
    asked: Decision
    core: str
    slots: Mapping[str, str]
    probes: int = 0
    covers: tuple[str, ...] = ()  # CoverageItem ids
    vague: int = 0  # answers in a row that stayed vague
    asides: int = 0  # times that something else than an answer was said
    asked_back: int = 0  # times that the candidate asked a question back
    stuck: bool = False  # an easier step has been offered
    deeper: int = 0  # follow-ups that went deeper without a lack
    pieces_asked: tuple[MissingPiece, ...] = ()
    answers: int = 0
    reading: Reading | None = None  # what all answers so far hold together
    lacking: tuple[MissingPiece, ...] = ()  # pieces that the answers so far don't hold, the most important first
    repeats: int = 0
    heard: str | None = None  # what was heard of it when the candidate spoke over it
    replies: int = 0  # at the close: the candidate's own questions answered so far


@dataclass(frozen=True, slots=True)
class Undo:
    """How to take the last spoken decision back: the state before it, and the answer that led to it."""

    question_id: str
    before: InterviewState
    answer: str | None  # None: no answer led to it, a silence or a button did


@dataclass(frozen=True, slots=True)
class InterviewState:
    """Immutable; `step` returns the next one. Times are milliseconds on the interview's clock.

    `pending` is an answer whose reply was taken back unheard: it joins what the candidate says next. An empty string
    means that a question was taken back which no answer had led to (the greeting); None, that nothing is pending.
    """

    plan: InterviewPlan
    patterns: Mapping[str, QuestionPattern]
    candidate_name: str | None
    seed: int
    status: Status = Status.NEW
    phase_index: int = 0
    now_ms: int = 0
    open: OpenQuestion | None = None
    questions: int = 0
    used_patterns: tuple[str, ...] = ()
    used_slots: tuple[str, ...] = ()
    said_probes: frozenset[str] = frozenset()
    known_ids: frozenset[str] = frozenset()
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the variables of each planned pattern
    general: tuple[QuestionPattern, ...] = ()  # the catalogue's general follow-ups for this role
    claims: tuple[Claim, ...] = ()  # the ledger: documents' first, then answers'
    raised: frozenset[str] = frozenset()  # contradictions that were asked about
    learnt: frozenset[str] = frozenset()  # CoverageItem ids that an answer has told about
    touched: frozenset[str] = frozenset()  # CoverageItem ids that were asked about
    forms: tuple[Form, ...] = ()  # of the last answers, for who asks for feedback
    speaker: str | None = None  # PlanInterviewer id of who spoke last
    introduced: frozenset[str] = frozenset()
    silences: int = 0
    offered: bool = False  # "shall we move on?" has just been asked
    pending: str | None = None
    undo: Undo | None = None
    exercises: Mapping[str, Exercise] = field(default_factory=dict)  # those of the plan, by key
    work: Work | None = None  # what is known of the one on the table

    @property
    def phase(self) -> PlanPhase:
        """The phase the interview is in."""
        return self.plan.phases[self.phase_index]

    @property
    def is_closing(self) -> bool:
        """Whether the candidate's own questions have been invited."""
        return self.phase.kind is PhaseKind.CLOSE and self.open is not None
