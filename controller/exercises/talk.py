"""What the interviewer says over code and cases, beside the exercise's own words: short, spoken, and no feedback."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from controller.wording import number_word
from schema.code_runs import CodeLanguage
from schema.exercises import CasePhase
from schema.vocabulary import ExerciseActivity, ExerciseStage, Style

# ------------------------------------------------------------------ opening

READ_CODE: Mapping[ExerciseActivity, str] = MappingProxyType(
    {
        ExerciseActivity.EXPLAIN: "Take your time to read it, then tell me in your own words what it does and how.",
        ExerciseActivity.DEBUG: "Please read it first, then tell me what it is for and where you suspect the trouble.",
        ExerciseActivity.MODIFY: "Before we change anything, read it and tell me what it does and how.",
        ExerciseActivity.REVIEW: "Read the change, write your remarks beside the lines, and tell me the most important "
        "problem first.",
    }
)
OPEN_CASE = "Take a moment, ask me whatever you need to know, and then tell me how you would approach it."
ANOTHER = "Here is another one."
_NAMES: Mapping[ExerciseActivity, str] = MappingProxyType(
    {
        ExerciseActivity.EXPLAIN: "reading some {language} code",
        ExerciseActivity.DEBUG: "finding a fault in some {language} code",
        ExerciseActivity.MODIFY: "changing some {language} code",
        ExerciseActivity.REVIEW: "reviewing a change to some {language} code",
    }
)
_LANGUAGES: Mapping[CodeLanguage, str] = MappingProxyType(
    {CodeLanguage.PYTHON: "Python", CodeLanguage.JAVASCRIPT: "JavaScript", CodeLanguage.SQL: "SQL"}
)
CASE_NAME = "a case"


def named(activity: ExerciseActivity, language: CodeLanguage) -> str:
    """ "finding a fault in some Python code"."""
    return _NAMES[activity].format(language=_LANGUAGES[language])


# ------------------------------------------------------------------ the work on code

GO_AHEAD: Mapping[Style, tuple[str, ...]] = MappingProxyType(
    {
        Style.FRIENDLY: (
            "Thank you, that helps. Go ahead, run the tests whenever you like, and think aloud if you can.",
            "Please go ahead. Run the tests as often as you want, and talk me through it if you can.",
        ),
        Style.NEUTRAL: (
            "All right, go ahead. Run the tests whenever you like, and think aloud.",
            "Understood. Go ahead, use the tests as you like, and think aloud.",
        ),
        Style.STRESS: (
            "Go ahead. Run the tests when you need them, and think aloud.",
            "Show me, then. The tests are yours to run, and I want to hear your thinking.",
        ),
    }
)
CARRY_ON: Mapping[Style, tuple[str, ...]] = MappingProxyType(
    {
        Style.FRIENDLY: ("Thank you, carry on.", "I see, do go on."),
        Style.NEUTRAL: ("All right, go on.", "I see, carry on."),
        Style.STRESS: ("Go on.", "Carry on."),
    }
)
CHANGE_LEAD = "Now there is a change that I need."
ON_FAILURE = (
    "What does that failure tell you?",
    "What do you read from the test that fails?",
    "What did you expect to see there?",
)
ON_TIME_LIMIT = (
    "It ran out of time; what could keep it going?",
    "Out of time again; which part never comes to an end?",
)
ON_LIMIT = (
    "It was stopped because it used too much; what in there keeps growing?",
    "It hit a limit again; what is it that grows?",
)
ON_ERROR = (
    "It didn't get as far as the tests; what does the message say?",
    "Nothing could be tested that time; what is in the way?",
)
WHY_FAILED = (
    "The tests you can see pass now; why did it fail before?",
    "Those tests pass now; what was the cause before?",
)
INVITE = (
    "The tests you can see pass, so submit it when you're ready.",
    "Those pass now, so you can submit whenever you like.",
)
SUBMIT_NOW = "Then go ahead and submit it when you're ready."
PLEASE_SUBMIT = "Please go ahead."
SAME_AGAIN = (
    "That is the same outcome three times in a row; would you like a hint?",
    "The same result again, three times now; shall I give you a hint?",
)
WHICH_INPUT = ("Which input have you not considered yet?", "What could an input look like that you haven't tried?")
SOLVED = "All the tests pass."
TALK_FIRST = "You haven't submitted it yet; would you like to do that first, or shall we talk it through?"
TALK = "Let's talk it through."
NO_MORE_HINTS = "I have no more hints for this one, so try what seems most likely, and we'll talk about it."
HINTS_WERE_FOR_THE_FAULT = "My hints were about the first part, so start with the smallest step that you can test."
NOTHING_TO_HINT = "There is nothing left to find here, so just tell me how you see it."
OFFER_HINT = "Would you like a hint?"
GO_ON_THEN = "All right, go on then."
OWN_WAY_CASE = "I'd rather see your own way to it, so ask me for whatever figure you need."
OWN_WAY = "I'd rather see your own way to it, but I can give you a hint if you ask for one."
TESTS_TELL = "I'll leave the verdict to the tests, so run them and see."
NO_VERDICT = "I won't judge it while we work on it, so just carry on."
AT_WORK = ("Where are you at the moment?", "What are you looking at right now?", "What are you trying just now?")
OFFER_MOVE_ON = "Shall we leave it here and move on, or would you like to stay with it?"
WAITING = "All right, I'll wait."
STAY = "Of course, stay with it."
NEARLY_UP = "We have about two minutes left for this, so please submit what you have."
NEARLY_UP_REVIEW = "We have about two minutes left for this, so please finish your remarks."
NEARLY_UP_CASE = "We have about two minutes left for this, so please bring it to a close."
TIME_IS_UP = "Our time for this part is up."
LOOK_CLOSER = "Let's look at it once more together."

# ------------------------------------------------------------------ review

WHAT_ELSE = ("What else do you see?", "Is there anything else that you would raise?", "What would you look at next?")
SEVERITY = (
    "Which of your remarks would have to be settled before this can be merged?",
    "Which of these would you insist on, and which would you let pass?",
)
TO_THE_AUTHOR = (
    "How would you put the most important one to the author?",
    "What would you write to the author about the biggest one?",
)

# ------------------------------------------------------------------ questions about the exercise

ASSUME = (
    "That isn't fixed, so assume what is reasonable and say it aloud.",
    "Take whatever assumption seems sensible, and tell me which.",
)
ALREADY_THERE = "What we know about that stands beside the code, so take it from there and say what you assume."
CAN_HAPPEN = "Yes, that can happen."
YES_RUN = "Yes, run them as often as you like."
YES_CHANGE = "You may change anything in the file, as long as the tests can still call it."
NO_OUTSIDE = "Please stay with what the language brings along."
TIME_LEFT = "About {minutes} for this part."
START_READING = "Start by reading it, and tell me what you see."
THINK_ALOUD = "Say whatever goes through your head, because I follow your thinking more than your typing."

# ------------------------------------------------------------------ case

STAGE_QUESTIONS: Mapping[ExerciseStage, Mapping[Style, tuple[str, ...]]] = MappingProxyType(
    {
        ExerciseStage.HYPOTHESES: {
            Style.FRIENDLY: ("Thank you. What are your first hypotheses?", "All right. What do you suspect so far?"),
            Style.NEUTRAL: ("All right. What are your main hypotheses?", "Understood. What do you suspect so far?"),
            Style.STRESS: (
                "Your hypotheses, then. Which one would you bet on?",
                "What is your suspicion?",
            ),
        },
        ExerciseStage.ANALYSIS: {
            Style.FRIENDLY: ("Thank you. Which of them would you test first?", "What would you like to look at now?"),
            Style.NEUTRAL: ("All right. What would you look at first to test that?", "Which figure would settle it?"),
            Style.STRESS: ("Prove it. What would you look at first?", "Which figure would prove you wrong?"),
        },
        ExerciseStage.RECOMMENDATION: {
            Style.FRIENDLY: ("Let's bring it together. What would you recommend?", "Where does that leave you?"),
            Style.NEUTRAL: ("Let's come to a decision. What do you recommend?", "So what is your recommendation?"),
            Style.STRESS: (
                "I need a decision from you now. What do you recommend?",
                "Decide now. What is to be done?",
            ),
        },
        ExerciseStage.RISKS: {
            Style.FRIENDLY: ("Thank you. What could still go wrong with that?", "Which doubts are left to you?"),
            Style.NEUTRAL: ("Understood. What are the biggest risks in that?", "What would make that fail?"),
            Style.STRESS: ("And where does that break?", "What is the weakest point of your plan?"),
        },
    }
)
TIME_TO_RECOMMEND = "We have about {minutes} left, so what would you recommend?"
MAKE_OF_IT = ("What do you make of it?", "What does that tell you?", "How does that change your view?")
WALK_ME = ("Please walk me through the arithmetic.", "How did you get to that figure?")
WHICH_AND_WHY = "I can't hand over everything; which one figure would help you most, and what for?"
WE_LACK = "We don't have {what}; what would you assume?"
WE_LACK_THAT = "We don't have that; what would you assume instead?"
NO_CLARIFYING = "I'd like you to make that assumption yourself and say it aloud."
ON_THE_TABLE = "That is on the table in front of you."
FIRST_THIS: Mapping[CasePhase, str] = MappingProxyType(
    {
        CasePhase.FRAMING: "Let's come to that; tell me first how you would frame the problem.",
        CasePhase.HYPOTHESES: "Let's come to that; tell me first what you suspect.",
        CasePhase.ANALYSIS: "Let's come to that; tell me first what you would have to see before it.",
        CasePhase.RECOMMENDATION: "Let's come to that; tell me first where you are heading.",
        CasePhase.RISKS: "Let's come to that; tell me first what you would do.",
    }
)
FIRST_STEP = "Which piece of information would you ask for first?"
CASE_AT_WORK = ("Where are you at the moment?", "What are you working out right now?")
CASE_OFFER = "Shall we go on to the next step, or would you like to stay with this one?"
TAKE_A_MINUTE = "Of course, take your time."


def minutes_in_words(minutes: int) -> str:
    """ "a minute", "four minutes"."""
    return "a minute" if minutes <= 1 else f"{number_word(min(99, minutes))} minutes"


def still_fail(count: int, *, hidden: bool) -> str:
    """How many tests a submission fails; hidden ones have no names."""
    kind = "hidden test" if hidden else "test that you can see"
    many = "hidden tests" if hidden else "tests that you can see"
    return (
        f"One {kind} still fails." if count == 1 else f"{number_word(min(99, count)).capitalize()} {many} still fail."
    )


NOT_YET = "That one did not pass either."
TELL_ME = "Then tell me what you have seen."
