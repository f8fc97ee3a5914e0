"""The interviewer's small words: greeting, leads, nudges, goodbye. Chosen by style and question number, never by the
answer, so that they can be spoken ahead of time and never sound like feedback."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from controller.panel import introduction
from controller.phases import POLICIES
from controller.templates import sentences
from schema.plan import InterviewPlan
from schema.vocabulary import PhaseKind, Style

_LEADS: Mapping[Style, tuple[str, ...]] = MappingProxyType(
    {
        Style.FRIENDLY: ("Thank you.", "Thanks for telling me that.", "All right, thank you."),
        Style.NEUTRAL: ("Thank you.", "Understood.", "All right."),
        Style.STRESS: ("Next.", "All right.", "Moving on."),
    }
)
_PROBE_LEADS: Mapping[Style, tuple[str, ...]] = MappingProxyType(
    {
        Style.FRIENDLY: ("I see.", "Okay."),
        Style.NEUTRAL: ("",),
        Style.STRESS: ("", "More exactly, please."),
    }
)
_DEEPER_LEADS: Mapping[Style, tuple[str, ...]] = MappingProxyType(
    {**_PROBE_LEADS, Style.STRESS: ("", "Let me press on that.")}
)
MAX_SENTENCES = 2  # of everything that is said at once
MOVE_ON_LEAD = "That's fine, let's move on."
SKIP_LEAD = "Sure, let's move on."
NUDGES = ("Take your time. I'm still here.", "No rush. Start wherever it is easiest.", "Take the time you need.")
OFFER = "Would you like a little more time, or shall we move on to the next question?"
HOLD = "All right, I'll wait. Just start speaking when you're ready."
TAKE_TIME = "Of course, take your time."
CLOSING_NUDGE = "Is there anything you would like to ask, or shall we finish here?"
EASIER_LEAD = "That's fine."
OTHER_LEAD = "Let's take another question."
NO_MORE_ASIDES = "Let's leave that and take another question."
ASK_LATER = "Please keep that one for the end, when it is your turn to ask."
CLARIFY_LEAD = "Take it the way that fits your own experience; one real example is enough."
REPHRASED_LEAD = "Let me put it more simply."
HEARING_LEAD = "Yes, I can hear you."
AGAIN_LEADS = ("Of course.", "Sure, once more.")
LAST_REPEAT = "I have said it twice now, so let's take another one."
WELCOME_BACK = "Welcome back."
_GREETINGS: Mapping[Style, str] = MappingProxyType(
    {
        Style.FRIENDLY: "Hello{name}, {present}we have about {minutes} for {purpose}.",
        Style.NEUTRAL: "Hello{name}, {present}we have about {minutes} for {purpose}.",
        Style.STRESS: "Hello{name}, {present}we have {minutes} for {purpose}, so let's start.",
    }
)
_PRESENT: Mapping[Style, str] = MappingProxyType(
    {Style.FRIENDLY: "good to have you here, and ", Style.NEUTRAL: "welcome, and ", Style.STRESS: ""}
)
_GOODBYES: Mapping[Style, str] = MappingProxyType(
    {
        Style.FRIENDLY: "Thank you{name}, I enjoyed talking with you, and your report comes next. Goodbye.",
        Style.NEUTRAL: "Thank you for your time{name}, your report comes next. Goodbye.",
        Style.STRESS: "That's all from me{name}, and your report comes next. Goodbye.",
    }
)
_SHORT_GOODBYE = "Goodbye{name}, your report comes next."
TIME_IS_UP = "I have to stop you here, because our time is up."
STOPPED = "All right, we'll stop here."
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
_SMALL = (*_ONES.split(), "eighteen", "nineteen")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def number_word(number: int) -> str:
    """A whole number from 0 to 99 as it is spoken. Raises ValueError outside."""
    if not 0 <= number <= 99:
        raise ValueError(f"{number} is not between 0 and 99")
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def greeting(plan: InterviewPlan, name: str | None, minutes: int, purpose: str | None = None) -> str:
    """The first words in one sentence, without the first question. `purpose`: what is done instead of an interview."""
    people = introduction(plan)
    return _GREETINGS[plan.metadata.style].format(
        name=_vocative(name),
        present=f"{people}, and " if people else _PRESENT[plan.metadata.style],
        minutes=_length(max(1, minutes)),
        purpose=purpose or f"the {plan.metadata.role_title} interview",
    )


def _length(minutes: int) -> str:
    """1 to 199 minutes as they are spoken: with extra time an hour may become two."""
    hundred, rest = divmod(min(199, minutes), 100)
    words = "a hundred" + (f" and {number_word(rest)}" if rest else "") if hundred else number_word(rest)
    return f"{words} minute{'s' if minutes != 1 else ''}"


def goodbye(plan: InterviewPlan, name: str | None, lead: str = "") -> str:
    """The last words in two sentences, `lead` the first of them where there is one."""
    called = f", {name}" if name else ""
    if lead:
        return f"{lead} {_SHORT_GOODBYE.format(name=called)}"
    return _GOODBYES[plan.metadata.style].format(name=called)


def _vocative(name: str | None) -> str:
    return f" {name}" if name else ""


def question_lead(style: Style, number: int, seed: int, *, opens: PhaseKind | None) -> str:
    """What stands before a new question: the bridge into the phase it opens, or a thank-you that is no feedback."""
    if opens is not None:
        return POLICIES[opens].bridge
    leads = _LEADS[style]
    return leads[(number + seed) % len(leads)]


def probe_lead(style: Style, number: int, seed: int, *, deeper: bool = False) -> str:
    """What stands before a follow-up; often nothing. `deeper`: the answer lacked nothing."""
    leads = (_DEEPER_LEADS if deeper else _PROBE_LEADS)[style]
    return leads[(number + seed) % len(leads)]


def nudge(number: int, seed: int) -> str:
    """A gentle prompt into the first silence after a question."""
    return NUDGES[(number + seed) % len(NUDGES)]


def joined(lead: str, question: str, *, needed: bool = False) -> str:
    """`lead` before `question`, in two sentences at most.

    Where the question takes both, a `needed` lead opens its first sentence and another one is left out.
    """
    if not lead:
        return question
    if len(sentences(lead)) + len(sentences(question)) <= MAX_SENTENCES:
        return f"{lead} {question}"
    return f"{lead.rstrip('.!')}: {question}" if needed else question
