"""The interviewer's small words: greeting, leads, nudges, goodbye. Chosen by style and question number, never by the
answer, so that they can be spoken ahead of time and never sound like feedback."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
    {Style.FRIENDLY: ("I see.", "Okay."), Style.NEUTRAL: ("",), Style.STRESS: ("",)}
)
MOVE_ON_LEAD = "That's fine, let's move on."
SKIP_LEAD = "Sure, let's move on."
NUDGES = ("Take your time. I'm still here.", "No rush. Start wherever it is easiest.", "Take the time you need.")
OFFER = "Would you like a little more time, or shall we move on to the next question?"
HOLD = "All right, I'll wait. Just start speaking when you're ready."
TAKE_TIME = "Of course, take your time."
CLOSING_NUDGE = "Is there anything you would like to ask, or shall we finish here?"
FEEDBACK_REPLY = "I keep my view for the report, so that it doesn't sway you now. You can simply go on."
CLARIFY_LEAD = "Take it the way that fits your own experience; one real example is enough."
HEARING_LEAD = "Yes, I can hear you."
AGAIN_LEADS = ("Of course.", "Sure, once more.")
LAST_REPEAT = "I have said it twice now, so let's take another one."
WELCOME_BACK = "Welcome back."
_GREETINGS: Mapping[Style, str] = MappingProxyType(
    {
        Style.FRIENDLY: "Hello{name}, good to have you here. We have about {minutes} minutes for the {role} interview.",
        Style.NEUTRAL: "Hello{name}, and welcome. We have about {minutes} minutes for the {role} interview.",
        Style.STRESS: "Hello{name}. We have {minutes} minutes for the {role} interview, so let's start.",
    }
)
_GOODBYES: Mapping[Style, str] = MappingProxyType(
    {
        Style.FRIENDLY: "Thank you{name}, I enjoyed talking with you. Your report comes next. Goodbye.",
        Style.NEUTRAL: "Thank you for your time{name}. Your report comes next. Goodbye.",
        Style.STRESS: "That's all from me{name}. Your report comes next. Goodbye.",
    }
)
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


def greeting(plan: InterviewPlan, name: str | None, minutes: int) -> str:
    """The first words, without the first question."""
    template = _GREETINGS[plan.metadata.style]
    return template.format(
        name=_vocative(name), minutes=number_word(min(99, max(1, minutes))), role=plan.metadata.role_title
    )


def goodbye(plan: InterviewPlan, name: str | None) -> str:
    """The last words."""
    return _GOODBYES[plan.metadata.style].format(name=f", {name}" if name else "")


def _vocative(name: str | None) -> str:
    return f" {name}" if name else ""


def question_lead(style: Style, number: int, seed: int, *, opens: PhaseKind | None) -> str:
    """What stands before a new question: the bridge into the phase it opens, or a thank-you that is no feedback."""
    if opens is not None:
        return POLICIES[opens].bridge
    leads = _LEADS[style]
    return leads[(number + seed) % len(leads)]


def probe_lead(style: Style, number: int, seed: int) -> str:
    """What stands before a follow-up; often nothing."""
    leads = _PROBE_LEADS[style]
    return leads[(number + seed) % len(leads)]


def nudge(number: int, seed: int) -> str:
    """A gentle prompt into the first silence after a question."""
    return NUDGES[(number + seed) % len(NUDGES)]


def joined(lead: str, question: str) -> str:
    """`lead` before `question`, left out where the question already takes two sentences."""
    return f"{lead} {question}" if lead and len(sentences(question)) < 2 else question
